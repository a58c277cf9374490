"""Show a change before it is made: what it would be, what is missing for it, and what stands against it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from dialogs import courtesy, stale
from dialogs.asker import Asker
from dialogs.booking import questions
from dialogs.cards import changing as cards
from dialogs.cards import notices
from dialogs.changing import alteration, moving, recurring
from dialogs.changing.moving import Proposal
from dialogs.decisions import abroad, daymarks, stretching, wishes
from dialogs.decisions.openings import Standing
from dialogs.frame import Asked, Change, Frame, RoomWish, Wish
from dialogs.invitations import proposing
from dialogs.people import attendees
from dialogs.places import rooming
from dialogs.referents import relative
from dialogs.turn import Json, Reply
from dialogs.understand.understood import NO_TIME, Question, TimeConstraint, Understood
from graph.model import Event, EventType, Window
from graph.places import Room

ONE_OF_MANY = (EventType.OCCURRENCE, EventType.EXCEPTION)


async def show(change: Change, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Ask for what is missing, or show what would be changed. Raises GraphError."""
    change = replace(change, id=asker.card_id, openings=(), repeats=None)
    if not change.event_id:
        frame = replace(frame.at_rest().with_change(change), asked=Asked(change.id, Question("event")))
        return frame, Reply(text=asker.reader.say("change-which"), dialog="change", outcome="asked")
    event = await stale.event_of(change.event_id, asker)
    if event is None:
        return frame.at_rest(), stale.gone("change", asker)
    change = replace(change, wish=alteration.without_those_who_come(change.wish, event))
    change = replace(change, wish=alteration.without_room_left(change.wish, event))
    if change.wish.retitles and not change.wish.subject and event.is_organizer:
        return _ask_how_called(change, event, frame, asker)
    if change.wish.unresolved:
        return await _ask_who(change, event, frame, asker)
    recurs = bool(change.wish.time.rrule or change.wish.recurs)
    if event.is_organizer and recurs:
        return await recurring.show(change, event, frame, asker)
    if not event.is_organizer and change.wish.moves and not recurs:
        return await proposing.for_event(event, change.wish, frame, asker)
    if not event.is_organizer and (recurs or not alteration.is_own_matter(change.wish)):
        return _foreign(change.wish, event, frame, asker)
    note = ""
    if change.wish.venue and change.wish.room is None:
        wish, note = await rooming.found_for(event, change.wish, asker, await _when_to_be(change, event, asker))
        if wish.room is None:
            words = f"{note} {asker.reader.say('room-none-other')}"
            frame = replace(frame.at_rest(), listed=(event.id,))
            return frame, Reply(text=words, dialog="change", outcome="nothing")
        if rooming.has_room(event, wish.room):
            note = asker.reader.say("room-there", subject=f"“{event.subject}”", room=wish.room.name)
            wish = replace(wish, room=None, venue=None)
        change = replace(change, wish=wish)
    if problem := _impossible(change.wish, event, asker):
        problem = (
            note if note and problem == asker.reader.say("change-nothing", subject=f"“{event.subject}”") else problem
        )
        frame = replace(frame.at_rest().with_change(change), listed=(event.id,))
        asked = Asked(change.id, Question("time"), left="change-kept") if change.wish.moves else None
        return replace(frame, asked=asked), Reply(text=problem, dialog="change", outcome="asked")
    return await standing(change, event, frame, asker, note=note)


def _foreign(wish: Wish, event: Event, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What can be done instead with an event of somebody else: who is to come besides has it forwarded."""
    reader, forwards = asker.reader, bool(wish.added) and not wish.dropped
    name = "change-not-organizer-add" if forwards else "change-not-organizer"
    words = reader.say(name, name=event.organizer.name, subject=f"“{event.subject}”")
    prompt = reader.say("change-decline", subject=event.subject)
    if forwards:
        prompt = reader.say("change-forward", names=reader.names([guest.person.name for guest in wish.added]))
    frame = replace(frame.at_rest(), listed=(event.id,))
    return frame, Reply(text=words, prompts=(prompt,), dialog="change", outcome="not_organizer")


async def show_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """One of several was tapped. Raises GraphError."""
    change, ident = frame.change(data.get("card")), data.get("event")
    if change is None or change.made or not isinstance(ident, str):
        return frame, stale.expired("change", asker)
    return await show(replace(change, event_id=ident), frame, asker)


def _ask_how_called(change: Change, event: Event, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    words = asker.reader.say("change-how-called", subject=f"“{event.subject}”")
    asked = Asked(change.id, Question("subject"), left="change-kept")
    frame = replace(frame.at_rest().with_change(change), listed=(event.id,), asked=asked)
    return frame, Reply(text=words, dialog="change", outcome="asked")


async def _when_to_be(change: Change, event: Event, asker: Asker) -> Window:
    """When a room is needed: at the time that was said, the best of a stretch, or its own. Raises GraphError."""
    target = wishes.target(event, change.wish, asker.now)
    if target is None:
        return event.window
    if target.exact:
        return Window.of(target.exact, target.length)
    proposal = await moving.proposed(event, replace(change.wish, is_roomless=True), asker)
    return proposal.openings[0].window if proposal and proposal.openings else event.window


async def _rooms_instead(event: Event, wish: Wish, proposal: Proposal, asker: Asker) -> tuple[Room, ...]:
    """Free rooms, where its own one is taken at the time that was asked for. Raises GraphError."""
    own = {each.email.lower() for each in event.attendees if each.kind == "resource"}
    asked = proposal.openings[-1] if proposal.asked else None
    if asked is None or wish.venue or wish.is_roomless:
        return ()
    if not any(standing >= Standing.BUSY and email.lower() in own for email, standing in asked.standings):
        return ()
    return (await rooming.free_instead(event, asked.window, asker))[:2]


async def room_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Another room for the time that was asked for, at which its own one is taken. Raises GraphError."""
    change, room = frame.change(data.get("card")), data.get("room")
    if change is None or change.made or not change.openings or not isinstance(room, str):
        return frame, stale.expired("change", asker)
    window = change.openings[-1].window
    then = TimeConstraint(exact=window.start, duration=window.length)
    wish = replace(change.wish, time=then, shift=None, whole_days=False, dayless=False, venue=RoomWish(named=(room,)))
    return await show(replace(change, wish=wish), frame, asker)


def _impossible(wish: Wish, event: Event, asker: Asker) -> str:
    """Why it cannot be done as it was said, in words; empty where it can."""
    reader = asker.reader
    if wish.time.impossible:
        if abroad.is_of_clock(wish.time.impossible):
            return courtesy.no_such_time(wish.time.impossible, reader)
        is_figure = any(sign.isdigit() for sign in wish.time.impossible)
        name = "ask-when-impossible" if is_figure else "ask-when-unread"
        return reader.say(name, said=wish.time.impossible)
    if wish.time.anchor:
        return reader.say("anchor-none", event=relative.name_of(wish.time.anchor))
    if "in_person" in wish.marks and event.is_online:
        return reader.say("change-stays-online")
    target = wishes.target(event, wish, asker.now)
    if target and target.exact and target.exact < asker.now - questions.GRACE and target.exact != event.start:
        return reader.say("ask-when-past", time=f"{reader.day(target.exact, year=True)}, {reader.clock(target.exact)}")
    if alteration.changes_nothing(event, wish, target):
        return reader.say("change-nothing", subject=f"“{event.subject}”")
    return ""


async def _ask_who(change: Change, event: Event, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    card, asked = await questions.which_person(change.wish.unresolved[0], change.id, asker, "change")
    frame = frame.at_rest().with_change(change)
    frame = replace(frame, listed=(event.id,), asked=replace(asked, left="change-kept"))
    return frame, Reply(card=card, dialog="change", outcome="asked")


async def choose_person(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on one of several people, or on "Leave out" where it carries none. Raises GraphError."""
    change = frame.change(data.get("card"))
    if change is None or change.made or not change.wish.unresolved:
        return frame, stale.expired("change", asker)
    unclear, *rest = change.wish.unresolved
    chosen = await attendees.chosen(unclear, data, asker)
    if chosen is None and "email" in data:
        return frame, stale.expired("change", asker)
    guests, still = chosen or ((), ())
    wish = replace(change.wish, unresolved=(*still, *rest))
    for guest in guests:
        wish = alteration.with_person(wish, guest.person, guest.role)
    return await show(replace(change, wish=wish), frame, asker)


async def standing(
    change: Change, event: Event, frame: Frame, asker: Asker, *, note: str = "", seen: Sequence[Change] = ()
) -> tuple[Frame, Reply]:
    proposal = await moving.proposed(event, change.wish, asker, seen=[o.window for each in seen for o in each.openings])
    if proposal is None:
        words = asker.reader.say("change-no-time", duration=asker.reader.duration(event.window.length))
        frame = replace(frame.at_rest().with_change(change), listed=(event.id,))
        asked = Asked(change.id, Question("time"), left="change-kept")
        return replace(frame, asked=asked), Reply(text=words, dialog="change", outcome="nothing")
    change = replace(change, openings=proposal.openings, is_asked=proposal.asked, etag=event.etag)
    rooms_free = await _rooms_instead(event, change.wish, proposal, asker)
    shown = replace(_preview(change, event, proposal, asker, note), rooms=rooms_free)
    choices = cards.buttons(shown)
    # Where others cannot come, a bare yes could mean the time that was asked for as well as those that do better.
    in_doubt = proposal.asked and len(proposal.openings) > 1
    insists = in_doubt and moving.may_insist(proposal, asker.me.email)
    asked_for = next((tap for tap in choices if tap.data.get("n") == len(proposal.openings) - 1), None)
    # Nor does it say how much of a series is meant.
    is_one = len(shown.scopes) < len(cards.SCOPES) or change.is_one or wishes.names_day(change.wish)
    yes = asked_for if insists else None if in_doubt or not is_one else choices[0]
    texts = tuple(cards.told(tap, shown, asker.reader) for tap in choices)
    question = Question("choice", texts) if len(choices) > 1 else Question("yes_no")
    goes_to = change.openings[-1].window.start if change.openings else event.start
    frame = replace(
        frame.at_rest().with_change(change),
        listed=(event.id,),
        day=goes_to.astimezone(asker.zone).date(),
        asked=Asked(change.id, question, choices, yes, left="change-kept"),
    )
    return frame, Reply(card=cards.preview(shown, asker.reader), dialog="change", outcome="proposed")


def _preview(change: Change, event: Event, proposal: Proposal, asker: Asker, note: str) -> cards.Preview:
    is_one = event.type in ONE_OF_MANY and event.is_organizer
    scopes: tuple[str, ...] = ("this", "following", "all") if is_one else ()
    if change.wish.scope in scopes:
        scopes = (change.wish.scope,)
    elif len(proposal.openings) > 1:
        scopes = scopes[:1]
    told = (
        note or moving.objection(proposal, asker),
        _of_days(change, event, proposal, asker),
        _of_link(change.wish, event, asker),
    )
    return cards.Preview(
        change_id=change.id,
        owner_id=asker.id,
        event=event,
        wish=change.wish,
        faces=proposal.faces,
        openings=proposal.openings,
        asked=proposal.asked,
        scopes=scopes,
        stays=proposal.stays,
        note=" ".join(filter(None, told)),
    )


def _of_link(wish: Wish, event: Event, asker: Asker) -> str:
    """A word on what was only online and gets a place, as Outlook leaves its link to it."""
    had_none = not event.location or "teams" in event.location.casefold()
    gets_one = bool(wish.room or wish.location)
    return asker.reader.say("change-link-stays") if event.is_online and had_none and gets_one else ""


def _of_days(change: Change, event: Event, proposal: Proposal, asker: Asker) -> str:
    """A word on days that may not have been thought of, where it goes to another one than its own."""
    windows = [opening.window for opening in proposal.openings]
    new = [each for each in windows if each.start.date() != event.start.date() or each.start.time() == time()]
    zones = [face.zone for face in proposal.faces]
    return daymarks.remarks(new, asker.profile.hours, asker.reader, zones) if change.wish.moves else ""


async def navigate(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Other times, later or earlier ones too; as far the other way, where it is to go that far. Raises GraphError."""
    change = frame.open_change
    if change and change.wish.shift and said.facet in ("earlier", "later"):
        far = abs(change.wish.shift)
        wish = replace(change.wish, shift=-far if said.facet == "earlier" else far)
        return await show(replace(change, wish=wish), frame, asker)
    facet = said.facet.removesuffix(stretching.OWN_DAY)
    if change and facet in ("earlier", "later"):
        # Where no day was asked for, "that day" is its own.
        is_own = facet != said.facet or change.wish.time == NO_TIME
        event = await stale.event_of(change.event_id, asker) if is_own else None
        beside = [event.window] if event else [opening.window for opening in change.openings]
        if beside:
            time = TimeConstraint(
                slots=(stretching.beside(facet, beside, asker.now),), duration=change.wish.time.duration
            )
            wish = replace(change.wish, time=time, moves=True, shift=None, whole_days=False, dayless=False)
            return await show(replace(change, wish=wish), frame, asker)
    return await other_times({"card": change.id if change else ""}, frame, asker)


async def other_times(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Times that were not on the card. Raises GraphError."""
    change = frame.change(data.get("card"))
    event = await stale.event_of(change.event_id, asker) if change and not change.made else None
    if change is None or event is None:
        return frame, stale.expired("change", asker)
    wish = moving.loosened(change.wish, change.openings)
    again = replace(change, id=asker.card_id, wish=wish)
    frame_then, reply = await standing(again, event, frame, asker, note=asker.reader.say("note-more"), seen=(change,))
    if reply.card is None:
        return frame, replace(reply, text=asker.reader.say("no-other-times"), stacked=True)
    return frame_then, reply


async def keep_tapped(_data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The speaker wants to leave it as it is."""
    words = asker.reader.say("change-kept")
    return frame.at_rest(), Reply(card=notices.notice(words, asker.reader), dialog="change", outcome="kept")
