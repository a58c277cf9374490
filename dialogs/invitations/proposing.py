"""Answer an invitation with another time: who can come then is looked at first, and nothing is sent before the tap.

Ana: can't make the budget review, suggest Thursday afternoon
Bot: Propose another time for “Budget review”?  Thu 26 Nov, 14:00 – 15:00, everyone is free   [Propose] …
Ana: [Propose]
Bot: Declined. Priya Raman was told, and that you propose Thu 26 Nov, 14:00 – 15:00
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dialogs import remarks, stale
from dialogs.asker import Asker
from dialogs.booking import freebusy, offers, questions
from dialogs.cards import booking as booking_cards
from dialogs.cards import notices
from dialogs.cards import proposing as cards
from dialogs.decisions import openings, ranking, refining, stretching, wishes
from dialogs.decisions.openings import Calendar, Opening
from dialogs.frame import Asked, Booking, Counter, Frame, Guest, Wish
from dialogs.invitations import notes, respond
from dialogs.referents import upcoming, which
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.understood import Question, Role, Slot, TimeConstraint, Understood
from graph import events
from graph.model import Event, Person, Response, Schedule, Window, WorkingHours

AROUND = timedelta(days=5)
"""How far to look for another time where none was said."""
MOST = 4


async def propose(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Show the time that would be proposed, or times to choose from. Raises GraphError."""
    counter = Counter(
        asker.card_id,
        declines=said.facet == "decline",
        note=notes.trimmed(said.note),
        time=said.time,
        shift=said.shift,
        dayless=wishes.is_dayless(said),
        weekday=wishes.is_of_weekday(said),
    )
    found = await _meant(said.event, frame, asker)
    foreign = [event for event in found if not event.is_organizer]
    if not foreign and not found:
        name = "propose-none" if said.event else "propose-which"
        return frame, Reply(text=asker.reader.say(name), dialog="propose", outcome="nothing")
    if not foreign:
        words = asker.reader.say("propose-own", subject=f"“{found[0].subject}”")
        frame = replace(frame, listed=(found[0].id,))
        return frame, Reply(text=words, dialog="propose", outcome="own")
    if len(foreign) > 1 and not which.is_one_again(foreign):
        return _ask_which(foreign, counter, frame, asker)
    return await _show(foreign[0], counter, frame, asker)


async def _meant(described: Understood | None, frame: Frame, asker: Asker) -> tuple[Event, ...]:
    """The events ahead that the words mean; the one spoken of where they say no more than "it"."""
    for span in (upcoming.SOON, upcoming.YEAR):
        ahead = [event for event in await upcoming.occurrences(asker, span) if not event.is_cancelled]
        if described and which.is_described(described):
            waiting = [event for event in ahead if not event.is_organizer]
            found = which.meant(described, waiting, frame) or which.meant(described, ahead, frame)
        else:
            spoken_of = which.meant(described, ahead, frame) if described and described.choice is not None else ()
            listed = [event for event in ahead if event.id in frame.listed]
            unanswered = [event for event in ahead if event.is_unanswered]
            found = tuple(spoken_of or (listed if len(listed) == 1 else unanswered))
        if found:
            return found
    return ()


def _ask_which(found: Sequence[Event], counter: Counter, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    shown = found[:MOST]
    taps = tuple(Tap("propose", {"card": counter.id, "event": event.id}) for event in shown)
    question = Question("choice", tuple(f"{event.subject} {asker.reader.moment(event.window)}" for event in shown))
    asked = Asked(counter.id, question, taps, left="nothing-sent")
    frame = replace(frame.at_rest(), counter=counter, asked=asked, listed=tuple(event.id for event in shown))
    card = cards.which(shown, counter.id, asker.id, asker.reader)
    return frame, Reply(card=card, dialog="propose", outcome="asked")


async def for_event(event: Event, wish: Wish, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """To "move it": what somebody else organizes can only be proposed to them. Raises GraphError."""
    target = wishes.target(event, wish, asker.now) if wish.same_time or wish.keeps_end else None
    if target and target.exact:
        counter = Counter(asker.card_id, time=TimeConstraint(exact=target.exact, duration=target.length))
    else:
        counter = Counter(asker.card_id, time=wish.time, shift=wish.shift, dayless=wish.dayless, weekday=wish.weekday)
    answer = await _show(event, replace(counter, told=True), frame, asker)
    # Who comes, where and how long is not for those who are invited to propose.
    more = wish.added or wish.dropped or wish.venue or wish.location or wish.marks or wish.subject or wish.text
    words = asker.reader.say("propose-time-alone", name=event.organizer.name) if more or wish.is_roomless else ""
    return remarks.remarked(answer, words)


async def show_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """One of several was tapped, or "Propose a time" on another card. Raises GraphError."""
    event = await stale.event_of(data.get("event"), asker)
    if event is None or event.is_organizer:
        return frame, stale.gone("propose", asker)
    known = frame.counter if frame.counter and frame.counter.id == data.get("card") else None
    counter = replace(known, id=asker.card_id) if known else Counter(asker.card_id)
    return await _show(event, counter, frame.closing(data.get("card")), asker)


async def amend(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Another time, or a word to the organizer, while the card asks. Raises GraphError."""
    counter = frame.counter
    event = await stale.event_of(counter.event_id, asker) if counter else None
    if counter is None or event is None:
        return frame, stale.gone("propose", asker)
    changed = replace(counter, id=asker.card_id, note=notes.trimmed(said.note) or counter.note)
    if said.time != TimeConstraint() or said.shift:
        day = counter.windows[0].start if counter.windows else None
        changed = replace(changed, time=said.time, shift=said.shift, seen=(), day=day)
        changed = replace(changed, dayless=wishes.is_dayless(said), weekday=wishes.is_of_weekday(said))
    elif said.facet != "note":
        changed = replace(changed, seen=(*counter.seen, *counter.windows))
    return await _show(event, changed, frame.closing(counter.id), asker)


async def _show(event: Event, counter: Counter, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    reader = asker.reader
    event = await stale.event_of(event.id, asker) or event
    counter = replace(counter, declines=counter.declines or event.response is Response.DECLINED)
    if not event.allow_new_time_proposals:
        asked = Asked(counter.id, Question("yes_no"), left="nothing-sent")
        frame = replace(frame.at_rest(), listed=(event.id,), asked=asked)
        card = cards.not_allowed(event, counter, asker.id, reader)
        return frame, Reply(card=card, dialog="propose", outcome="not_allowed")
    wish = wanted(event, counter, asker.now, asker.hours)
    same = reader.say("propose-unchanged", time=reader.moment(event.window)) if wish.exact == event.window else ""
    if problem := same or _unusable(wish, counter, asker):
        asked = Asked(counter.id, Question("time"), left="nothing-sent")
        counter = replace(counter, event_id=event.id)
        frame = replace(frame.at_rest(), counter=counter, listed=(event.id,), asked=asked)
        return frame, Reply(text=problem, dialog="propose", outcome="asked")
    found, calendars = await _openings(event, counter, wish, asker)
    if not found:
        words = reader.say("propose-no-time", duration=reader.duration(event.window.length))
        asked = Asked(counter.id, Question("time"), left="nothing-sent")
        counter = replace(counter, event_id=event.id)
        frame = replace(frame.at_rest(), counter=counter, listed=(event.id,), asked=asked)
        return frame, Reply(text=words, dialog="propose", outcome="nothing")
    counter = replace(counter, event_id=event.id, windows=tuple(opening.window for opening in found))
    taps = tuple(Tap("propose_send", {"card": counter.id, "n": number}) for number in range(len(found)))
    question = Question("choice", tuple(reader.moment(opening.window) for opening in found))
    # A bare yes to several times says of none that it is to be sent, unless the first is what was asked for.
    is_plain = len(taps) == 1 or found[0].window.start == wish.near
    asked = Asked(counter.id, question, taps, taps[0] if is_plain else None, left="nothing-sent")
    frame = replace(frame.at_rest(), counter=counter, listed=(event.id,), asked=asked)
    faces = offers.faces_of(Booking(guests=_guests(event, asker)), calendars, asker)
    suited = [(opening, booking_cards.suits(opening, faces, reader)) for opening in found]
    card = cards.preview(event, counter, suited, asker.id, reader)
    return frame, Reply(card=card, dialog="propose", outcome="proposed")


@dataclass(frozen=True)
class Wanted:
    """When it should be instead: at a time, or for so long within slots, near a time if any."""

    length: timedelta
    exact: Window | None = None
    slots: tuple[Window, ...] = ()
    near: datetime | None = None
    excluded: tuple[Slot, ...] = ()


def wanted(event: Event, counter: Counter, now: datetime, hours: WorkingHours) -> Wanted:
    """What was said of the other time; what was not said is as it is with the event."""
    time, length = counter.time, counter.time.duration or event.window.length
    if counter.shift:
        return Wanted(length, Window.of(event.start + counter.shift, length))
    time = refining.to_the_side(refining.by_the_clock_of(time, now), event.start.astimezone(now.tzinfo), length, now)
    time = refining.in_its_own_week(time, event.start.astimezone(now.tzinfo), now, is_of_weekday=counter.weekday)
    if time.clock:
        start, end = time.clock
        length = timedelta(minutes=end - start) if end and end > start else length
        return Wanted(length, Window.of(refining.at_clock(counter.day or event.start, start), length))
    if time.exact and (time.exact.hour or time.exact.minute or not time.slots):
        return Wanted(length, Window.of(time.exact, length))
    if not time.slots:
        around = openings.searched((_around(event, now),), hours)
        return Wanted(length, None, around, event.start, excluded=time.excluded)
    time = refining.on_the_day_of(counter.day or event.start, time) if counter.dayless else time
    said = stretching.stretches(time, now)
    is_day = len(said) == 1 and said[0].length >= openings.LONG_SLOT and not time.starts
    # "Thursday" is Thursday at the event's own time, if that can be.
    near = refining.at_clock(said[0].start, event.start.hour * 60 + event.start.minute) if is_day else None
    return Wanted(length, None, stretching.searched(time, now, length, hours), near, time.excluded)


def _around(event: Event, now: datetime) -> Window:
    start = max(now, event.start - timedelta(days=1))
    return Window(start, max(start, event.end) + AROUND)


def _unusable(wish: Wanted, counter: Counter, asker: Asker) -> str:
    """Why nothing can be proposed there, in words; empty where it can."""
    reader, exact, slots = asker.reader, wish.exact, wish.slots
    if counter.time.impossible:
        return reader.say("ask-when-impossible", said=counter.time.impossible)
    if exact and exact.start < asker.now - questions.GRACE:
        return reader.say("ask-when-past", time=f"{reader.day(exact.start, year=True)}, {reader.clock(exact.start)}")
    if not exact and slots and all(slot.end <= asker.now for slot in slots):
        return reader.say("ask-when-past-day", day=reader.day(slots[0].start, year=True))
    if not exact and not slots:
        return reader.say("no-working-hours")
    return ""


async def _openings(
    event: Event, counter: Counter, wish: Wanted, asker: Asker
) -> tuple[tuple[Opening, ...], tuple[Calendar, ...]]:
    """Times to propose, and whose calendars they were found in. Raises GraphError."""
    everywhere = [wish.exact, *wish.slots] if wish.exact else list(wish.slots)
    span = Window(min(each.start for each in everywhere), max(each.end for each in everywhere))
    booking = Booking(guests=_guests(event, asker))
    calendars = _without(event, await freebusy.calendars_if_visible(booking, span, asker))
    if wish.exact:
        return (openings.opening_at(wish.exact, calendars),), calendars
    seen = (*counter.seen, event.window)
    excluded = tuple(stretching.bound(slot, asker.now) for slot in wish.excluded)
    ranked = ranking.rank(
        calendars, wish.slots, wish.length, asker.now, near=wish.near, seen=seen, excluded=excluded, limit=MOST
    )
    good = tuple(opening for opening in ranked if not opening.is_objected_to)
    return good or ranked[:1], calendars


def _guests(event: Event, asker: Asker) -> tuple[Guest, ...]:
    """Everybody else who comes, the organizer first."""
    guests = {event.organizer.email.lower(): Guest(event.organizer)}
    for each in event.attendees:
        if each.kind != "resource":
            role = Role.OPTIONAL if each.kind == "optional" else Role.REQUIRED
            guests.setdefault(each.email.lower(), Guest(Person(each.name, each.email), role))
    guests.pop(asker.me.email.lower(), None)
    return tuple(guests.values())


def _without(event: Event, calendars: Sequence[Calendar]) -> tuple[Calendar, ...]:
    """The calendars without the event itself, which would make room for its own new time."""
    return tuple(
        replace(
            calendar,
            schedule=replace(
                calendar.schedule,
                busy=tuple(busy for busy in calendar.schedule.busy if busy.window != event.window),
            ),
        )
        if isinstance(calendar.schedule, Schedule)
        else calendar
        for calendar in calendars
    )


async def send_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Send the answer with the time that was tapped. Raises GraphError."""
    counter, number = frame.counter, data.get("n")
    is_open = counter is not None and counter.id == data.get("card") and counter.id not in frame.closed
    if counter is None or not is_open or type(number) is not int or not 0 <= number < len(counter.windows):
        return frame, stale.expired("propose", asker)
    event, window = await stale.event_of(counter.event_id, asker), counter.windows[number]
    if event is None:
        return frame.closing(counter.id), stale.gone("propose", asker)
    if window.start < asker.now - questions.GRACE:
        fresh = replace(counter, id=asker.card_id, time=TimeConstraint(), shift=None)
        return await _show(event, fresh, frame.closing(counter.id), asker)
    note = notes.typed(data) if "note" in data else counter.note
    send = events.decline if counter.declines else events.tentatively_accept
    await send(asker.graph, event.id, note, proposed_new_time=window)
    back = {"event": event.id, "answer": event.response.value}
    undo = Tap("undo_respond", back)
    frame = replace(frame.closing(counter.id), counter=None, listed=(event.id,), undo=undo)
    local = Window(window.start.astimezone(asker.zone), window.end.astimezone(asker.zone))
    shown = replace(counter, note=note)
    can_undo = event.response in respond.ACTS
    card = cards.proposed(event, shown, local, asker.id, asker.reader, undo=back if can_undo else None)
    return frame, Reply(card=card, dialog="propose", outcome="sent")


async def leave(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Nothing is proposed."""
    words = asker.reader.say("nothing-sent")
    frame = frame.closing(data.get("card"))
    return frame, Reply(card=notices.notice(words, asker.reader), dialog="propose", outcome="left")
