"""Move many meetings at once: what the speaker organizes is moved by one tap, what others organize is told.

Ana: move everything on Friday to Monday
Bot: Move 2 meetings?  Layout, Fri 27 Nov, 10:00 → Mon 30 Nov, 11:30 …      [Move 2] [Leave as is]
     1 stays: Print run, by Alex Moreau
Ana: not the layout
Bot: Move 1 meeting? …
Ana: [Move 1]
Bot: Moved. Everyone was told.                                             [Undo]
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs import stale
from dialogs.asker import Asker
from dialogs.booking import freebusy, offers
from dialogs.cards import booking as booking_cards
from dialogs.cards import everything as cards
from dialogs.cards import notices
from dialogs.cards.everything import Row
from dialogs.changing import moving, preview
from dialogs.decisions import daymarks, replanning, stretching, wishes
from dialogs.decisions.openings import Calendar
from dialogs.decisions.replanning import Aim, Placed
from dialogs.frame import Act, Asked, Booking, Change, Frame, Guest, Move, Reshuffle, Wish
from dialogs.invitations import several
from dialogs.people.names import folded
from dialogs.referents import upcoming, which
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Question, Role, TimeConstraint, Understood
from graph import events
from graph.errors import GraphError, NotFound
from graph.model import Event, EventChanges, Response, ShowAs, Window

MOST = 20
"""Meetings on one card."""
ANY_KIND = ("meetings", "meeting", "calls", "events", "appointments", "sessions", "invitations", "invites", "things")
PAIR = 2


async def move(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Show where all of them would go. Nothing is sent. Raises GraphError."""
    reader = asker.reader
    if said.time.impossible:
        words = reader.say("ask-when-impossible", said=said.time.impossible)
        return frame, Reply(text=words, dialog="everything", outcome="asked")
    described = said.event or said
    if not which.is_described(described) and len(frame.listed) < 2:
        return frame, Reply(text=reader.say("everything-which"), dialog="everything", outcome="asked")
    found = await _found(described, said.spared, frame, asker)
    own = [event for event in found if event.is_organizer]
    foreign = [event for event in found if not event.is_organizer]
    if not found:
        return frame, Reply(text=reader.say("everything-none"), dialog="everything", outcome="nothing")
    if len(own) > MOST:
        words = reader.say("everything-many", count=len(own))
        return frame, Reply(text=words, dialog="everything", outcome="too_many")
    in_a_stretch = bool(described.time.slots or described.time.exact)
    if own and not in_a_stretch and patterns()["repeating-kind"].search(asker.turn.utterance):
        # "My weekly meetings with Ana" are those that repeat, whoever else invites to one with her.
        own = [event for event in own if event.series_id] or own
        foreign = [event for event in foreign if event.series_id]
    is_series = bool(own) and which.is_one_series(own) and not in_a_stretch
    if (len(own) == 1 or is_series) and not foreign:
        scope = "all" if is_series else "this"
        wish = replace(wishes.wished(replace(said, facet="", event=None), (), ()), moves=True, scope=scope)
        return await preview.show(Change(asker.card_id, wish, own[0].id), frame.at_rest(), asker)
    plan = Reshuffle(
        asker.card_id,
        time=said.time,
        shift=said.shift,
        source=described.time.slots,
        foreign=tuple(event.id for event in foreign),
    )
    return await _show(plan, own, foreign, frame, asker)


def takes_over(said: Understood) -> bool:
    """Whether the words move what a card lists: "move them to Monday", and not "move the review"."""
    is_another = said.event is not None and which.is_described(said.event)
    return said.intent is Intent.RESCHEDULE and said.facet in ("", "several") and not (is_another or said.people)


async def instead(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Show where those would go that a card would cancel; others' events on it stay. Raises GraphError."""
    batch = frame.batch
    assert batch is not None
    own = [line.event_id for line in batch.open_lines if line.act in (Act.CANCEL, Act.DELETE)]
    rest = [line.event_id for line in batch.open_lines if line.event_id not in own]
    plan = Reshuffle(asker.card_id, time=said.time, shift=said.shift, source=batch.source, foreign=tuple(rest))
    foreign = [event for event in await _read(rest, asker) if isinstance(event, Event)]
    moving_on = [event for event in await _read(own, asker) if isinstance(event, Event)]
    return await _show(plan, moving_on, foreign, frame.closing(batch.id), asker)


async def instead_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The button that moves them rather than cancels. Raises GraphError."""
    if frame.batch is None or frame.batch.id != data.get("card") or not frame.is_asked(frame.batch):
        return frame, stale.expired("everything", asker)
    return await instead(Understood(Intent.RESCHEDULE, 1.0), frame, asker)


async def exchange(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Show two meetings, each at the time of the other. Nothing is sent. Raises GraphError."""
    reader = asker.reader
    pair: list[Event] = []
    for described in (said.event or said, *said.others):
        found = await _found(described, None, frame, asker)
        if not found:
            return frame, Reply(text=reader.say("everything-none"), dialog="everything", outcome="nothing")
        if len(found) > 1 and not which.is_one_series(found):
            fitting = reader.names([f"{event.subject} {reader.moment(event.window)}" for event in found[:PAIR]])
            return frame, Reply(text=reader.say("copy-several", events=fitting), dialog="everything", outcome="asked")
        pair.append(found[0])
    if foreign := next((event for event in pair if not event.is_organizer), None):
        words = reader.say("change-not-organizer", name=foreign.organizer.name, subject=f"“{foreign.subject}”")
        return frame, Reply(text=words, dialog="everything", outcome="not_organizer")
    one, other = pair
    plan = Reshuffle(asker.card_id, starts=((one.id, other.start), (other.id, one.start)))
    return await _show(plan, pair, (), frame, asker)


async def _found(described: Understood, spared: Understood | None, frame: Frame, asker: Asker) -> list[Event]:
    """The meetings ahead that are described; what merely marks a day is none. Raises GraphError."""
    for span in (upcoming.SOON, upcoming.YEAR):
        ahead = [event for event in await upcoming.occurrences(asker, span) if _can_move(event, described, asker)]
        if which.is_described(described):
            meant = [which.meant(replace(each, choice=None), ahead, frame) for each in (described, *described.others)]
            found = [event for each in meant for event in each]
        else:
            found = [event for event in ahead if event.id in frame.listed]
        if spared and which.is_described(spared):
            left = {event.id for each in (spared, *spared.others) for event in which.meant(each, found, Frame())}
            found = [event for event in found if event.id not in left]
        if found:
            return found
    return []


def _can_move(event: Event, described: Understood, asker: Asker) -> bool:
    if event.is_cancelled or event.is_all_day or event.start < asker.now or event.show_as is ShowAs.FREE:
        return False
    alone = event.is_organizer and not which.others_of(event, asker.me.email)
    if not _is_of_kind(event, described.noun):
        return False
    return event.response is not Response.DECLINED and not (alone and described.noun in several.MEETINGS)


def _is_of_kind(event: Event, noun: str) -> bool:
    """Whether it is one of the "1:1s" or "interviews" that are meant; "meetings" are of any kind."""
    if noun in ANY_KIND or noun == "":
        return True
    if noun in which.PAIRS:
        return which.is_of_two(event)
    return folded(noun).rstrip("s").replace(" ", "") in folded(event.subject).replace(" ", "")


async def _show(
    plan: Reshuffle, own: Sequence[Event], foreign: Sequence[Event], frame: Frame, asker: Asker
) -> tuple[Frame, Reply]:
    """Find times for all of them together, and put them on a card. Raises GraphError."""
    found, calendars = await _placed(plan, own, asker)
    going = [each for each in found if each.opening]
    moves = tuple(
        Move(each.event.id, each.event.window, each.opening.window, each.event.etag) for each in going if each.opening
    )
    plan = replace(plan, moves=moves, staying=tuple(each.event.id for each in found if not each.opening))
    yes = Tap("reshuffle", {"card": plan.id}) if moves else None
    question = Question("several", tuple(each.event.subject for each in going))
    asked = Asked(plan.id, question, (), yes, left="everything-kept")
    frame = replace(frame.at_rest(), reshuffle=plan, asked=asked)
    frame = replace(frame, listed=tuple(event.id for event in (*(each.event for each in going), *foreign)))
    rows = [_row(each, calendars, asker) for each in found]
    days = daymarks.remarks([move.after for move in moves], asker.profile.hours, asker.reader)
    card = cards.preview(plan, rows, foreign, asker.id, asker.reader, note=days)
    return frame, Reply(card=card, dialog="everything", outcome="proposed")


async def _placed(
    plan: Reshuffle, own: Sequence[Event], asker: Asker
) -> tuple[tuple[Placed, ...], dict[str, Calendar]]:
    if not own:
        return (), {}
    aim = Aim(
        plan.time, plan.shift, tuple(stretching.bound(slot, asker.now) for slot in plan.source), dict(plan.starts)
    )
    guests = {event.id: moving.coming(event, Wish(), asker) for event in own}
    everyone = {guest.person.email: guest for each in guests.values() for guest in each}
    span = _span(aim, own, asker)
    found = await freebusy.calendars_if_visible(Booking(guests=tuple(everyone.values())), span, asker)
    calendars = {calendar.email: calendar for calendar in found}
    company = {
        event.id: [
            (asker.me.email, True),
            *((guest.person.email, guest.role is not Role.OPTIONAL) for guest in guests[event.id]),
        ]
        for event in own
    }
    return replanning.placed(own, aim, company, calendars, hours=asker.profile.hours, now=asker.now), calendars


def _span(aim: Aim, own: Sequence[Event], asker: Asker) -> Window:
    wanted = [window for event in own if (window := replanning.wanted(event, aim, asker.now))]
    slots = list(stretching.stretches(aim.time, asker.now)) if aim.time.slots else []
    every = [*wanted, *slots, *aim.source, *(event.window for event in own)]
    first, last = min(each.start for each in every), max(each.end for each in every)
    return Window(max(asker.now, first - replanning.DAY), last + replanning.AWAY)


def _row(placed: Placed, calendars: dict[str, Calendar], asker: Asker) -> Row:
    """A line of the card. Only those of its own people are told of."""
    guests = moving.coming(placed.event, Wish(), asker)
    suits = ""
    if placed.opening:
        named = tuple(Guest(guest.person, guest.role) for guest in guests)
        known = [calendars[each] for each in (asker.me.email, *(guest.person.email for guest in named))]
        faces = offers.faces_of(Booking(guests=named), known, asker)
        suits = booking_cards.suits(placed.opening, faces, asker.reader)
    others = tuple(each.person.name for each in guests if each.person.name)
    return Row(placed.event, placed.opening, others, suits, placed.wanted)


def corrects(said: Understood) -> bool:
    """Whether the words leave one out, or say another time for all of them."""
    timed = said.time.exact or said.time.slots or said.time.duration or said.shift is not None
    is_open = said.intent in (Intent.AMEND, Intent.RESCHEDULE, Intent.NAVIGATE) and said.event is None
    return said.facet in ("spare", "only") or bool(is_open and timed)


async def correct(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Leave out what was named, move that alone, or move all of it elsewhere. Raises GraphError."""
    plan = frame.reshuffle
    assert plan is not None
    own = [event for event in await _read([move.event_id for move in plan.moves], asker) if isinstance(event, Event)]
    again = replace(plan, id=asker.card_id)
    if said.facet in ("spare", "only") and said.spared:
        named = {event.id for each in (said.spared, *said.spared.others) for event in which.meant(each, own, Frame())}
        if not named:
            words = asker.reader.say("several-not-there")
            return frame, Reply(text=words, dialog="everything", outcome="not_there")
        own = [event for event in own if (event.id in named) is (said.facet == "only")]
    elif said.time.duration and plan.shift is not None and said.shift is None:
        # "Make it two hours" is how far, the same way as before.
        again = replace(again, shift=said.time.duration * (-1 if plan.shift < timedelta() else 1))
    elif said.shift is not None or said.time != TimeConstraint():
        again = replace(again, time=TimeConstraint() if said.shift else said.time, shift=said.shift)
    foreign = [event for event in await _read(plan.foreign, asker) if isinstance(event, Event)]
    if not own:
        return frame.at_rest(), Reply(text=asker.reader.say("everything-kept"), dialog="everything", outcome="kept")
    return await _show(again, own, foreign, frame.closing(plan.id), asker)


async def leave_out(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The button beside one of them. Raises GraphError."""
    plan, ident = frame.reshuffle, data.get("event")
    if plan is None or plan.id != data.get("card") or plan.sent or plan.id in frame.closed:
        return frame, stale.expired("everything", asker)
    left = [move.event_id for move in plan.moves if move.event_id != ident]
    if not left:
        return await keep(data, frame, asker)
    own = [event for event in await _read(left, asker) if isinstance(event, Event)]
    foreign = [event for event in await _read(plan.foreign, asker) if isinstance(event, Event)]
    return await _show(replace(plan, id=asker.card_id), own, foreign, frame.closing(plan.id), asker)


async def send(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Move what is not moved yet; what failed is told, and a repeat does it alone.

    Raises GraphError where nothing could be done at all.
    """
    plan = frame.reshuffle
    if plan is None or plan.id != data.get("card") or plan.id in frame.closed:
        return frame, stale.expired("everything", asker)
    if any(move.after.start < asker.now for move in plan.moves if move.event_id not in plan.sent):
        own = [event for event in await _read([m.event_id for m in plan.moves], asker) if isinstance(event, Event)]
        return await _show(replace(plan, id=asker.card_id), own, (), frame.closing(plan.id), asker)
    read = await _read([move.event_id for move in plan.moves], asker)
    outcomes = await asyncio.gather(
        *(_move(move, event, plan, asker) for move, event in zip(plan.moves, read, strict=True))
    )
    failed = {move.event_id for move, outcome in zip(plan.moves, outcomes, strict=True) if outcome}
    errors = [outcome for outcome in outcomes if isinstance(outcome, GraphError)]
    if errors and len(errors) == len(plan.moves) and not plan.sent:
        raise errors[0]
    plan = replace(plan, sent=tuple(move.event_id for move in plan.moves if move.event_id not in failed))
    undo = Tap("undo_reshuffle", {"card": plan.id}) if plan.sent else frame.undo
    frame = replace(frame, reshuffle=plan, asked=None, undo=undo, listed=plan.sent)
    done = [(move, event) for move, event in zip(plan.moves, read, strict=True) if isinstance(event, Event)]
    card = cards.moved(plan, done, asker.id, asker.me.email, asker.reader, can_retry=bool(errors))
    return frame, Reply(card=card, dialog="everything", outcome="partly" if failed else "moved")


async def _move(move: Move, event: Event | GraphError, plan: Reshuffle, asker: Asker) -> GraphError | str | None:
    """Move one of them; why it was not moved, if it was not."""
    if isinstance(event, GraphError):
        return event
    if move.event_id in plan.sent or event.window == move.after:
        return None
    if event.is_cancelled or event.window != move.before:
        return "changed"
    return await _write(event.id, move.after, asker)


async def _write(ident: str, window: Window, asker: Asker) -> GraphError | None:
    local = Window(window.start.astimezone(asker.zone), window.end.astimezone(asker.zone))
    try:
        await events.update_event(asker.graph, ident, EventChanges(window=local), asker.zone)
    except GraphError as error:
        return error
    return None


async def undo(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """All of them go back to where they were; everyone is told again. Raises GraphError where none does."""
    plan = frame.reshuffle
    if plan is None or plan.id != data.get("card") or not plan.sent:
        return frame, stale.expired("everything", asker)
    back = [move for move in plan.moves if move.event_id in plan.sent]
    outcomes = await asyncio.gather(*(_write(move.event_id, move.before, asker) for move in back))
    errors = [outcome for outcome in outcomes if outcome]
    if len(errors) == len(back):
        raise errors[0]
    read = await _read([move.event_id for move in back], asker)
    done = [(move, event) for move, event in zip(back, read, strict=True) if isinstance(event, Event)]
    frame = replace(frame, reshuffle=replace(plan, sent=()), undo=None).closing(plan.id)
    return frame, Reply(card=cards.undone(done, asker.reader), dialog="everything", outcome="undone")


async def keep(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Nothing is to be moved."""
    words = asker.reader.say("everything-kept")
    card = notices.notice(words, asker.reader)
    return frame.closing(data.get("card")), Reply(card=card, dialog="everything", outcome="kept")


async def decline_rest(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What others organize is listed to be declined. Raises GraphError."""
    plan = frame.reshuffle
    if plan is None or plan.id != data.get("card") or not plan.foreign:
        return frame, stale.expired("everything", asker)
    foreign = [event for event in await _read(plan.foreign, asker) if isinstance(event, Event)]
    after, reply = several.decline(foreign, frame, asker)
    return after, replace(reply, stacked=True)


async def _read(idents: Sequence[str], asker: Asker) -> list[Event | GraphError]:
    async def one(ident: str) -> Event | GraphError:
        try:
            event = await events.get_event(asker.graph, ident, asker.zone)
        except GraphError as error:
            return error
        return NotFound("cancelled meanwhile") if event.is_cancelled else event

    return list(await asyncio.gather(*map(one, idents)))
