"""Move an event that one organizes, or change what it is called, where it is, who comes and how it shows.

Ana: move the design review to Thursday at 3
Bot: Change “Design review”?  Tue 24 Nov, 10:00 – 11:00 → Thu 26 Nov, 15:00 – 16:00, everyone is free  [Change it]
Ana: make it 4, and add Tom
Bot: Change “Design review”?  … → Thu 26 Nov, 16:00 – 17:00, + Tom Becker                            [Change it]
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time

from dialogs import (
    alike,
    alteration,
    attendees,
    book,
    daymarks,
    moving,
    proposing,
    questions,
    recurring,
    relative,
    respond,
    rooming,
    rooms,
    upcoming,
    which,
    wishes,
)
from dialogs.asker import Asker
from dialogs.cards import changing as cards
from dialogs.cards import notices
from dialogs.frame import Asked, Change, Frame, Guest, RoomWish, Wish
from dialogs.moving import Proposal
from dialogs.openings import Standing
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.patterns import patterns
from dialogs.understand.understood import Intent, Question, TimeConstraint, Understood
from graph import events
from graph.errors import NotFound
from graph.model import Event, EventType, Window
from graph.places import Room
from graph.recurrence import CannotRecur

ONE_OF_MANY = (EventType.OCCURRENCE, EventType.EXCEPTION)


async def change(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A change of an event that exists, or of one that was asked for just now. Nothing is sent. Raises GraphError."""
    if said.facet == "description" and said.event is None and not frame.asked and respond.was_answered(frame):
        return await respond.with_note(said.note, frame, asker)
    said = _as_title(said, frame)
    going_on = frame.open_change.wish if said.event is None and frame.open_change else None
    wish, guests = await _wish(said, going_on, frame, asker)
    for each in said.also:
        further, more = await _wish(each, wish, frame, asker)
        wish = replace(wishes.joined(wish, further, None), unresolved=(*wish.unresolved, *further.unresolved))
        guests = (*guests, *more)
    if said.event is None and (open_change := frame.open_change) and (start := _from_when(said, frame)):
        return await _from_then(open_change, start, frame, asker)
    if said.event is None and (open_change := frame.open_change):
        return await _go_on(_amended(open_change, wish, said, asker), frame, asker)
    described = said.event or _described_beside(said)
    if said.intent is Intent.ADD_ATTENDEE and said.event is None and said.time.exact and guests:
        # "Invite Bob tomorrow at 4": to what one has then, or else to something new.
        described = replace(described, time=said.time)
        found = await described_by(described, frame, asker)
        if not any(event.is_organizer and event.attendees for event in found):
            return await book.book(replace(said, intent=Intent.SCHEDULE), frame, asker)
        wish = replace(wish, time=TimeConstraint(), moves=False)
    if not which.is_described(described) and len(frame.listed) != 1 and described.choice is None:
        change = Change(asker.card_id, wish)
        frame = replace(frame.at_rest().with_change(change), asked=Asked(asker.card_id, Question("event")))
        return frame, Reply(text=asker.reader.say("change-which"), dialog="change", outcome="asked")
    found = await described_by(described, frame, asker)
    parted = described if described.others else None if found else which.parted(described)
    if parted:
        each_found = [await described_by(each, frame, asker) for each in (parted, *parted.others)]
        said, found = replace(said, scope="all"), tuple(event for each in each_found for event in each)
    if not found and wish.venue and said.event:
        return await rooms.find(rooms.for_new(said, said.event), frame, asker)
    if not found:
        words = asker.reader.say("change-none")
        return replace(frame, listed=()), Reply(text=words, dialog="change", outcome="nothing")
    if alike.is_for_all(said, wish) and len(meant := alike.targets(described, found)) > 1:
        return await alike.show(wish, meant, frame, asker, found=found)
    wish = wishes.unread(wish, said, asker.turn.utterance)
    change = Change(asker.card_id, _of_series_at_hand(wish, said, found, frame))
    if len(found) > 1 and not which.is_one_series(found):
        return _ask_which(found, change, frame, asker)
    event = which.at_the_time_of(wish.time, found)
    is_one = which.tells_one(described) or which.is_on_screen(event, found, frame)
    return await _go_on(replace(change, event_id=event.id, is_one=is_one), frame, asker)


def _as_title(said: Understood, frame: Frame) -> Understood:
    """The answer to what it is to be called, whatever else it might mean; any other words as they are."""
    asks = frame.asked is not None and frame.asked.question.kind == "subject"
    if not (asks and said.subject):
        return said
    return Understood(Intent.AMEND, said.confidence, facet="subject", subject=said.subject)


def _of_series_at_hand(wish: Wish, said: Understood, found: Sequence[Event], frame: Frame) -> Wish:
    """ "It", right after all of a series was changed, is all of it; "the sync from June on" is not only the first."""
    if said.event and any(slot.start and slot.end is None for slot in said.event.time.slots):
        return replace(wish, scope=wish.scope or "following")
    at_hand = said.event is None and found[0].series_id in frame.listed
    return replace(wish, scope=wish.scope or "all") if at_hand else wish


async def _wish(said: Understood, going_on: Wish | None, frame: Frame, asker: Asker) -> tuple[Wish, tuple[Guest, ...]]:
    """What is to become of the event by these words, and who is named in them. Raises GraphError."""
    others = patterns()["the-other-one"].fullmatch(asker.turn.utterance)
    named = () if others else frame.just_named
    guests, unresolved = await attendees.resolve((*said.people, *said.perhaps), asker, named)
    unresolved, by_name = await rooming.told_apart(unresolved, asker)
    wish = await rooming.of_change(wishes.wished(said, guests, unresolved), said, by_name, going_on, asker)
    return wish, tuple(guests)


def _amended(before: Change, wish: Wish, said: Understood, asker: Asker) -> Change:
    """The change at hand with what is wished besides, or instead."""
    wish = recurring.joined(before.wish, wish, asker.now)
    if said.facet == "instead" and wish.unresolved:
        wish = wishes.other_of_two(before.wish, wish)
    if said.facet == "instead" and wish.added:
        before, wish = replace(before, wish=wishes.without_last(before.wish, wish)), wishes.in_place(before.wish, wish)
    old, wish = wishes.put_right(before.wish, wish)
    before = replace(before, wish=old)
    further = wishes.as_far(before.wish, wish, said, asker.turn.utterance)
    if further != wish:
        # From where it is now, and not from where it would have been.
        return replace(before, wish=replace(wishes.joined(before.wish, further, None), near=None))
    if said.keeps_time:
        before = replace(before, wish=wishes.unmoved(before.wish), openings=(), is_asked=False)
    shown = before.openings[-1].window if len(before.openings) == 1 or before.is_asked else None
    return replace(before, wish=wishes.joined(before.wish, wish, shown))


def _from_when(said: Understood, frame: Frame) -> datetime | None:
    """From when on a series is meant ("from next week on"), where it is asked how much of it is; None: not said."""
    asks = frame.asked is not None and any(tap.data.get("scope") == "following" for tap in frame.asked.choices)
    slots = said.time.slots
    return slots[0].start if asks and len(slots) == 1 and slots[0].end is None and not said.time.exact else None


async def _from_then(change: Change, start: datetime, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The same change from the first meeting of the series on that is not before `start`. Raises GraphError."""
    event = await _event(change.event_id, asker)
    window = Window(start, start + upcoming.YEAR)
    later = await events.instances(asker.graph, event.series_id, window, asker.zone) if event else ()
    first = min((each for each in later if each.start >= start), key=lambda each: each.start, default=None)
    if first is None:
        return frame, Reply(text=asker.reader.say("change-none"), dialog="change", outcome="nothing")
    wish = replace(change.wish, scope="following", near=None)
    return await _go_on(replace(change, event_id=first.id, wish=wish), frame, asker)


async def name_event(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The answer to "which meeting?" while a change waits for it. Raises GraphError."""
    change = frame.open_change
    if change is None:
        return frame, Reply(text=asker.reader.say("change-none"), dialog="change", outcome="nothing")
    found = await described_by(said.event or said, frame, asker)
    if not found:
        return frame, Reply(text=asker.reader.say("change-none"), dialog="change", outcome="nothing")
    if len(found) > 1 and not which.is_one_series(found):
        return _ask_which(found, replace(change, id=asker.card_id), frame, asker)
    is_one = which.tells_one(said.event or said)
    return await _go_on(replace(change, event_id=found[0].id, is_one=is_one), frame, asker)


async def of_another(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The change at hand, of another one that is called so: "next week's, not today's". Raises GraphError."""
    change = frame.open_change
    event = await _event(change.event_id, asker) if change else None
    if change is None or event is None:
        return frame.at_rest(), _gone(asker)
    found = await described_by(replace(said, facet="", subject=event.subject), frame, asker)
    if not found:
        return frame, Reply(text=asker.reader.say("change-none"), dialog="change", outcome="nothing")
    return await _go_on(replace(change, event_id=found[0].id, is_one=True), frame, asker)


def _described_beside(said: Understood) -> Understood:
    """What tells which event where its words could not be read apart from what is new: at the most, its subject."""
    subject = said.subject if said.intent is Intent.RESCHEDULE else ""
    return replace(said, subject=subject, time=TimeConstraint(), people=())


async def described_by(described: Understood, frame: Frame, asker: Asker) -> tuple[Event, ...]:
    """The events ahead that these words mean; those that one organizes, where there are any. Raises GraphError."""
    found: tuple[Event, ...] = ()
    is_far = any(slot.end and slot.end > asker.now + upcoming.SOON for slot in described.time.slots)
    for span in (upcoming.YEAR,) if is_far else (upcoming.SOON, upcoming.YEAR):
        if not found:
            ahead = [event for event in await upcoming.occurrences(asker, span) if not event.is_cancelled]
            found = which.meant(described, ahead, frame)
    own = tuple(event for event in found if event.is_organizer)
    return own or found


def _ask_which(found: Sequence[Event], change: Change, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    reader = asker.reader
    question = Question("choice", tuple(f"{event.subject} {reader.moment(event.window)}" for event in found))
    taps = tuple(Tap("change_show", {"card": change.id, "event": event.id}) for event in found)
    asked = Asked(change.id, question, taps, left="change-kept")
    frame = replace(frame.at_rest().with_change(change), listed=tuple(event.id for event in found), asked=asked)
    return frame, Reply(card=cards.which(found, change.id, asker.id, reader), dialog="change", outcome="asked")


async def show_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """One of several was tapped. Raises GraphError."""
    change, ident = frame.change(data.get("card")), data.get("event")
    if change is None or change.made or not isinstance(ident, str):
        return frame, _expired(asker)
    return await _go_on(replace(change, event_id=ident), frame, asker)


async def show(change: Change, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A change of which everything is known, as it would be made. Raises GraphError."""
    return await _go_on(change, frame, asker)


async def _go_on(change: Change, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Ask for what is missing, or show what would be changed. Raises GraphError."""
    change = replace(change, id=asker.card_id, openings=(), repeats=None)
    if not change.event_id:
        frame = replace(frame.at_rest().with_change(change), asked=Asked(change.id, Question("event")))
        return frame, Reply(text=asker.reader.say("change-which"), dialog="change", outcome="asked")
    event = await _event(change.event_id, asker)
    if event is None:
        return frame.at_rest(), _gone(asker)
    change = replace(change, wish=alteration.without_those_who_come(change.wish, event))
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
        words = asker.reader.say("change-not-organizer", name=event.organizer.name, subject=f"“{event.subject}”")
        prompts = (asker.reader.say("change-decline", subject=event.subject),)
        frame = replace(frame.at_rest(), listed=(event.id,))
        return frame, Reply(text=words, prompts=prompts, dialog="change", outcome="not_organizer")
    note = ""
    if change.wish.venue and change.wish.room is None:
        wish, note = await rooming.found_for(event, change.wish, asker, await _when_to_be(change, event, asker))
        if wish.room is None:
            words = f"{note} {asker.reader.say('room-none-other')}"
            frame = replace(frame.at_rest(), listed=(event.id,))
            return frame, Reply(text=words, dialog="change", outcome="nothing")
        change = replace(change, wish=wish)
    if problem := _impossible(change.wish, event, asker):
        frame = replace(frame.at_rest().with_change(change), listed=(event.id,))
        asked = Asked(change.id, Question("time"), left="change-kept") if change.wish.moves else None
        return replace(frame, asked=asked), Reply(text=problem, dialog="change", outcome="asked")
    return await _show(change, event, frame, asker, note=note)


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
        return frame, _expired(asker)
    window = change.openings[-1].window
    then = TimeConstraint(exact=window.start, duration=window.length)
    wish = replace(change.wish, time=then, shift=None, whole_days=False, dayless=False, venue=RoomWish(named=(room,)))
    return await _go_on(replace(change, wish=wish), frame, asker)


def _impossible(wish: Wish, event: Event, asker: Asker) -> str:
    """Why it cannot be done as it was said, in words; empty where it can."""
    reader = asker.reader
    if wish.time.impossible:
        is_figure = any(sign.isdigit() for sign in wish.time.impossible)
        name = "ask-when-impossible" if is_figure else "ask-when-unread"
        return reader.say(name, said=wish.time.impossible)
    if wish.time.anchor:
        return reader.say("anchor-none", event=relative.name_of(wish.time.anchor))
    if wish.mark == "in_person" and event.is_online:
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
        return frame, _expired(asker)
    unclear, *rest = change.wish.unresolved
    chosen = await attendees.chosen(unclear, data, asker)
    if chosen is None and "email" in data:
        return frame, _expired(asker)
    guests, still = chosen or ((), ())
    wish = replace(change.wish, unresolved=(*still, *rest))
    for guest in guests:
        wish = alteration.with_person(wish, guest.person, guest.role)
    return await _go_on(replace(change, wish=wish), frame, asker)


async def _show(
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
    shown = replace(_shown(change, event, proposal, asker, note), rooms=rooms_free)
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


def _shown(change: Change, event: Event, proposal: Proposal, asker: Asker, note: str) -> cards.Preview:
    is_one = event.type in ONE_OF_MANY and event.is_organizer
    scopes: tuple[str, ...] = ("this", "following", "all") if is_one else ()
    if change.wish.scope in scopes:
        scopes = (change.wish.scope,)
    elif len(proposal.openings) > 1:
        scopes = scopes[:1]
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
        note=f"{note or moving.objection(proposal, asker)} {_of_days(change, event, proposal, asker)}".strip(),
    )


def _of_days(change: Change, event: Event, proposal: Proposal, asker: Asker) -> str:
    """A word on days that may not have been thought of, where it goes to another one than its own."""
    windows = [opening.window for opening in proposal.openings]
    new = [each for each in windows if each.start.date() != event.start.date() or each.start.time() == time()]
    zones = [face.zone for face in proposal.faces]
    return daymarks.remarks(new, asker.profile.hours, asker.reader, zones) if change.wish.moves else ""


async def tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The tap that makes the change; it is made once. Raises GraphError."""
    change, number = frame.change(data.get("card")), data.get("n", 0)
    if change is None or type(number) is not int:
        return frame, _expired(asker)
    if change.openings and not 0 <= number < len(change.openings):
        return frame, _expired(asker)
    event = await _event(change.begun_id or change.changed_id or change.event_id, asker)
    if event is None:
        return frame.at_rest(), _gone(asker)
    if change.made and change.repeats:
        return frame, recurring.made_before(change, event, str(data.get("scope", "")), asker)
    if change.made:
        card = cards.changed(event, change, "", asker.id, asker.reader)
        return frame, Reply(card=card, dialog="change", outcome="again")
    scope = str(data.get("scope", ""))
    if change.repeats:
        stale = event.etag != change.etag
        return await recurring.tapped(change, event, scope, frame, asker, stale=stale)
    if event.etag != change.etag and event.window != alteration.window_of(change, number):
        note = asker.reader.say("change-stale")
        return await _show(replace(change, id=asker.card_id), event, frame, asker, note=note)
    window = alteration.window_of(change, number)
    if window and window.start < asker.now - questions.GRACE and window.start != event.start:
        note = asker.reader.say("note-passed", time=asker.reader.moment(window))
        return await _show(replace(change, id=asker.card_id), event, frame, asker, note=note)
    try:
        done = await alteration.make(change, event, window, scope, asker)
    except CannotRecur:
        words = asker.reader.say("change-not-series")
        return frame, Reply(card=notices.notice(words, asker.reader), dialog="change", outcome="cannot")
    begun = done.event.id if done.ended_id else ""
    shown = await upcoming.next_of(done.event, asker) if done.event.type is EventType.MASTER else done.event
    made = replace(change, made=True, changed_id=done.ended_id or done.event.id, begun_id=begun, back=done.back)
    undo = Tap("undo_change", {"card": change.id}) if done.back else None
    frame = replace(frame.with_change(made), listed=(done.event.id,), asked=None, undo=undo)
    card = cards.changed(shown, made, scope, asker.id, asker.reader)
    return frame, Reply(card=card, dialog="change", outcome="changed")


async def navigate(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Other times; as far the other way, where it is to go that far and not to a time. Raises GraphError."""
    change = frame.open_change
    if change and change.wish.shift and said.facet in ("earlier", "later"):
        far = abs(change.wish.shift)
        wish = replace(change.wish, shift=-far if said.facet == "earlier" else far)
        return await show(replace(change, wish=wish), frame, asker)
    return await other_times({"card": change.id if change else ""}, frame, asker)


async def other_times(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Times that were not on the card. Raises GraphError."""
    change = frame.change(data.get("card"))
    event = await _event(change.event_id, asker) if change and not change.made else None
    if change is None or event is None:
        return frame, _expired(asker)
    wish = moving.loosened(change.wish, change.openings)
    again = replace(change, id=asker.card_id, wish=wish)
    frame_then, reply = await _show(again, event, frame, asker, note=asker.reader.say("note-more"), seen=(change,))
    if reply.card is None:
        return frame, replace(reply, text=asker.reader.say("no-other-times"), stacked=True)
    return frame_then, reply


async def keep_tapped(_data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The speaker wants to leave it as it is."""
    words = asker.reader.say("change-kept")
    return frame.at_rest(), Reply(card=notices.notice(words, asker.reader), dialog="change", outcome="kept")


async def undo(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Take a change back; everyone concerned is told again. Raises GraphError."""
    change = frame.change(data.get("card"))
    if change is None or not change.made or change.back is None:
        return frame, _expired(asker)
    try:
        if change.begun_id:
            await recurring.undo(change, asker)
        back = alteration.on_clock_of(asker, change.back)
        event = await events.update_event(asker.graph, change.changed_id, back, asker.zone)
        event = await upcoming.next_of(event, asker) if event.type is EventType.MASTER else event
    except NotFound:
        return frame, _gone(asker)
    newest = frame.undo is not None and frame.undo.data.get("card") == change.id
    changes = tuple(each for each in frame.changes if each.id != change.id)
    frame = replace(frame, changes=changes, undo=None if newest else frame.undo, listed=(event.id,))
    return frame, Reply(card=cards.undone(event, asker.me.email, asker.reader), dialog="change", outcome="undone")


async def _event(ident: str, asker: Asker) -> Event | None:
    try:
        event = await events.get_event(asker.graph, ident, asker.zone)
    except NotFound:
        return None
    return None if event.is_cancelled else event


def _expired(asker: Asker) -> Reply:
    return Reply(card=notices.expired(asker.reader), dialog="change", outcome="expired")


def _gone(asker: Asker) -> Reply:
    return Reply(card=notices.notice(asker.reader.say("gone-event"), asker.reader), dialog="change", outcome="gone")
