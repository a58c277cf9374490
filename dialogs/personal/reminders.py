"""Be reminded: of a meeting at another time than before, or of something of one's own.

Ana: remind me 10 minutes before the design review
Bot: You are reminded 10 min before “Design review”.               [Undo]
Ana: remind me to call Tom at 4
Bot: Shall I put this into your calendar? Call Tom · Mon 23 Nov, 16:00     [Add reminder] [Don't add]
"""

from dataclasses import replace
from datetime import datetime, time, timedelta

from dialogs import stale
from dialogs.asker import Asker
from dialogs.cards import notices
from dialogs.cards import reminders as cards
from dialogs.decisions import refining, repeating
from dialogs.frame import Asked, Frame
from dialogs.knowing import details
from dialogs.people.names import folded
from dialogs.referents import landmarks, spoken, upcoming
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Question, Run, TimeConstraint, Understood
from dialogs.words.reader import Reader
from dialogs.words.repeats import repeats
from graph import events
from graph.errors import NotFound
from graph.model import Event, EventChanges, NewEvent, ShowAs, Window
from graph.recurrence import CannotRecur

USUAL = timedelta(minutes=15)
"""Where no time before the meeting was said; what Outlook itself begins with."""
FARTHEST = timedelta(days=14)
"""Outlook's own longest reminder is two weeks."""
OWN_LENGTH = timedelta(minutes=15)
MORNING = time(9)
MOST = 10
"""Reminders that are listed."""
NO_REMINDER = -1
"""Minutes that stand for none."""


async def remind(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Set the reminder of a meeting, or show the reminder of one's own that would be added. Raises GraphError."""
    if said.facet == "task" or (said.time.rrule and said.subject and not (said.time.anchor or said.time.duration)):
        return await _own(said.subject, said, frame, asker)
    if (start := _bare_time(said, asker)) and not await _awaits(start, frame, asker):
        return _ask_what(start, frame, asker)
    if not _speaks_of_any(said, frame, asker):
        return frame, Reply(text=asker.reader.say("remind-of-what"), dialog="reminders", outcome="asked")
    if said.time.anchor:
        found = await landmarks.find(said.time.anchor, said, frame, asker)
    else:
        found = await details.found_by(said, frame, asker)
    if not found.events and (said.time.exact or said.time.slots):
        found = await details.found_by(replace(said, time=TimeConstraint(), when=said.when), frame, asker)
    if found.nearly and said.subject:
        named = await details.found_by(said, frame, asker, words=said.subject)
        found = named if named.events and not named.nearly else found
    ahead = [event for event in found.events if event.start > asker.now]
    if not ahead:
        if said.subject and said.facet == "" and (said.time.exact or said.time.slots) and not found.events:
            return await _own(said.subject, said, frame, asker)
        name = "remind-over" if found.events else "remind-none"
        return frame, Reply(text=asker.reader.say(name), dialog="reminders", outcome="nothing")
    chosen = details.chosen_of(ahead, said, "", asker)
    minutes = _minutes(said, chosen[0])
    if len(chosen) > 1 or found.nearly:
        data = {"minutes": minutes}
        return details.ask_which(chosen, frame, asker, verb="remind", data=data, nearly=found.nearly)
    return await _set(chosen[0].id, minutes, frame, asker)


async def tell(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The reminders of one's own that are ahead: what was put down in private, takes no time and has no guests.

    Raises GraphError.
    """
    reader, slots = asker.reader, said.time.slots
    own = [event for event in await upcoming.occurrences(asker) if _is_own(event) and event.start > asker.now]
    if slots:
        own = [
            event
            for event in own
            if any(
                (each.start or asker.now) <= event.start and (not each.end or event.start < each.end) for each in slots
            )
        ]
    if not own:
        return frame, Reply(text=reader.say("remind-list-none"), dialog="reminders", outcome="nothing")
    rows = [f"“{event.subject}” {reader.day(event.start)}, {reader.clock(event.start)}" for event in own[:MOST]]
    words = f"{reader.say('remind-list', count=len(own))} {' · '.join(rows)}"
    return replace(frame, listed=tuple(event.id for event in own[:MOST])), Reply(
        text=words, dialog="reminders", outcome="told"
    )


def _is_own(event: Event) -> bool:
    is_alone = event.is_organizer and not event.attendees and not event.is_all_day
    return is_alone and event.is_private and event.show_as is ShowAs.FREE and event.window.length == OWN_LENGTH


def _bare_time(said: Understood, asker: Asker) -> datetime | None:
    """When, where nothing but that is said: "remind me in an hour"; None: of what is said too."""
    return said.time.exact if patterns()["remind-then"].fullmatch(asker.turn.utterance) else None


async def _awaits(start: datetime, frame: Frame, asker: Asker) -> bool:
    """Whether the only meeting on the screen is still to come then. Raises GraphError."""
    event = await stale.event_of(frame.listed[0], asker) if len(frame.listed) == 1 else None
    return event is not None and event.start >= start


def _ask_what(start: datetime, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What is to be told then is asked; what is said next is that."""
    reader = asker.reader
    waiting = Tap("add_reminder", {"start": start.isoformat()})
    asked = Asked(asker.card_id, Question("subject"), (waiting,), left="nothing-added")
    words = reader.say("remind-what", time=f"{reader.day(start)}, {reader.clock(start)}")
    return replace(frame, asked=asked), Reply(text=words, dialog="reminders", outcome="asked")


def _speaks_of_any(said: Understood, frame: Frame, asker: Asker) -> bool:
    """Whether a meeting is spoken of at all, or one is on the screen."""
    words = set(folded(asker.turn.utterance).split())
    named = spoken.names_one(asker.turn.utterance, said) or said.people or said.choice is not None
    at_hand = len(frame.listed) == 1 and (said.time.duration or said.facet == "off" or words & {"it", "this", "that"})
    return bool(named or said.time.exact or "next" in words or at_hand)


def _minutes(said: Understood, event: Event) -> int:
    """How long before the event, in minutes; NO_REMINDER for none."""
    if said.facet == "off":
        return NO_REMINDER
    ahead = said.time.anchor.distance if said.time.anchor else said.time.duration
    exact = said.time.exact
    if ahead is None and exact and timedelta() < event.start - exact <= FARTHEST:
        ahead = event.start - exact
    return (USUAL if ahead is None else ahead) // timedelta(minutes=1)


async def remind_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """One of several meetings was tapped. Raises GraphError."""
    ident, minutes = data.get("event"), data.get("minutes")
    if not isinstance(ident, str) or type(minutes) is not int:
        return frame, stale.expired("reminders", asker)
    return await _set(ident, minutes, frame, asker)


async def undo(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The reminder is as it was before. Raises GraphError."""
    ident, minutes = data.get("event"), data.get("minutes")
    if not isinstance(ident, str) or type(minutes) is not int:
        return frame, stale.expired("reminders", asker)
    frame, reply = await _set(ident, minutes, frame, asker)
    return replace(frame, undo=None), replace(reply, outcome="undone")


async def _set(ident: str, minutes: int, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Write it; what was before is what Undo writes. Nobody else is told: a reminder is everybody's own."""
    reader = asker.reader
    try:
        event = await events.get_event(asker.graph, ident, asker.zone)
    except NotFound:
        gone = notices.notice(reader.say("details-gone"), reader)
        return frame, Reply(card=gone, dialog="reminders", outcome="gone")
    if timedelta(minutes=minutes) > FARTHEST:
        return frame, Reply(text=reader.say("remind-too-far"), dialog="reminders", outcome="too_far")
    if minutes >= 0 and event.start - timedelta(minutes=minutes) < asker.now:
        words = reader.say("remind-passed", left=reader.duration(timedelta(minutes=minutes)))
        return frame, Reply(text=words, dialog="reminders", outcome="passed")
    before = NO_REMINDER if event.reminder_minutes is None else event.reminder_minutes
    if before != minutes:
        has = minutes != NO_REMINDER
        changes = EventChanges(reminder_minutes=minutes if has else None, has_reminder=has)
        event = await events.update_event(asker.graph, ident, changes, asker.zone)
    undo_data = {"event": ident, "minutes": before}
    frame = replace(frame, listed=(ident,), asked=None, undo=Tap("undo_reminder", undo_data))
    words = _told(minutes, reader)
    card = cards.reminded(event, words, asker.id, reader, undo=undo_data if before != minutes else None)
    return frame, Reply(card=card, dialog="reminders", outcome="set")


def _told(minutes: int, reader: Reader) -> str:
    if minutes == NO_REMINDER:
        return reader.say("remind-off")
    left = reader.duration(timedelta(minutes=minutes))
    return reader.say("remind-set", left=left) if minutes else reader.say("remind-at-start")


async def _own(subject: str, said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A reminder of one's own: shown first, since it takes a place in the calendar."""
    reader = asker.reader
    subject = subject[:1].upper() + subject[1:]
    series, rule = _series(said.time, asker)
    start = series.first(series.clock or MORNING, OWN_LENGTH, asker.now).start if series else _start(said, asker)
    if start is None or start <= asker.now:
        # What is said next is when.
        waiting = Tap("add_reminder", {"subject": subject})
        asked = Asked(asker.card_id, Question("time"), (waiting,), left="nothing-added")
        words = reader.say("remind-when", subject=subject)
        if start is not None:
            words = reader.say("ask-when-past", time=f"{reader.day(start, year=True)}, {reader.clock(start)}")
        return replace(frame, asked=asked), Reply(text=words, dialog="reminders", outcome="asked")
    data = {"card": asker.card_id, "subject": subject, "start": start.isoformat()}
    data |= {"rule": rule} if series else {}
    tap = Tap("add_reminder", data)
    asked = Asked(asker.card_id, Question("yes_no"), (tap,), yes=tap, left="nothing-added")
    again = repeats(series.recurrence, reader) if series else ""
    card = cards.offer(subject, start, data, asker.id, reader, again=again)
    return replace(frame, asked=asked), Reply(card=card, dialog="reminders", outcome="asked")


def _series(wanted: TimeConstraint, asker: Asker) -> tuple[repeating.Series | None, str]:
    """How it comes again, and the rule of that; None where it comes once, or it is open on which day."""
    settled = repeating.settled(wanted, asker.now)
    if not settled.rrule or repeating.is_any_day(settled):
        return None, ""
    try:
        return repeating.series_of(settled, asker.now), settled.rrule
    except CannotRecur:
        return None, ""


def is_open(frame: Frame) -> bool:
    """Whether a reminder of one's own is shown that was not yet added."""
    return frame.asked is not None and any(tap.verb == "add_reminder" for tap in frame.asked.choices)


async def amend(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Another time for the reminder that is shown. Raises GraphError."""
    data = frame.asked.choices[0].data if frame.asked else {}
    before, new, rule = data.get("start"), said.time, data.get("rule")
    if "subject" not in data and isinstance(before, str):
        what = patterns()["remind-lead"].sub("", said.subject or asker.turn.utterance, count=1)
        at = datetime.fromisoformat(before).astimezone(asker.zone)
        return await _own(what, replace(said, time=TimeConstraint(exact=at)), frame, asker)
    if isinstance(rule, str) and isinstance(before, str):
        starting = datetime.fromisoformat(before).astimezone(asker.zone)
        each = TimeConstraint(rrule=rule, run=Run(starting=starting.replace(hour=0, minute=0)))
        new = repeating.later(each, said.shift, asker.now) if said.shift else repeating.amended(each, new, asker.now)
    elif isinstance(before, str):
        at = datetime.fromisoformat(before).astimezone(asker.zone)
        day = next((slot.start for slot in new.slots if slot.start), None)
        if new.clock:
            new = TimeConstraint(exact=refining.at_clock(at, new.clock[0]))
        elif said.shift:
            new = TimeConstraint(exact=at + said.shift)
        elif day and new.exact is None and day.time() == time():
            new = TimeConstraint(exact=datetime.combine(day.date(), at.time(), asker.zone))
    return await _own(str(data.get("subject", "")), replace(said, time=new), frame, asker)


def _start(said: Understood, asker: Asker) -> datetime | None:
    """When to remind: a stated time; at nine on a stated day or in its morning; None: not said."""
    if said.time.exact:
        return said.time.exact
    if said.time.duration and not said.time.slots:
        return asker.now + said.time.duration
    slot = next((slot for slot in said.time.slots if slot.start), None)
    if slot is None or slot.start is None:
        return None
    at_morning = datetime.combine(slot.start.date(), MORNING, asker.zone)
    is_then = slot.start < at_morning and (slot.end is None or at_morning < slot.end)
    return at_morning if is_then and at_morning > asker.now else slot.start


async def add_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The tap that puts it into the calendar: once, however often it is tapped. Raises GraphError."""
    reader, subject, start = asker.reader, data.get("subject"), data.get("start")
    ident = data.get("card")
    is_asked = frame.asked is not None and frame.asked.id == ident
    added = frame.undo is not None and frame.undo.verb == "undo_added" and frame.undo.data.get("card") == ident
    if not isinstance(subject, str) or not isinstance(start, str) or not (is_asked or added):
        return frame, Reply(card=notices.expired(reader), dialog="reminders", outcome="expired")
    begins = datetime.fromisoformat(start).astimezone(asker.zone)
    window = Window.of(begins, OWN_LENGTH)
    rule = data.get("rule")
    again = TimeConstraint(rrule=rule, run=Run(starting=begins)) if isinstance(rule, str) else None
    new = NewEvent(
        subject=subject,
        recurrence=repeating.series_of(again, asker.now).recurrence if again else None,
        start=window.start,
        end=window.end,
        transaction_id=str(ident),
        is_online=False,
        is_private=True,
        show_as=ShowAs.FREE,
        reminder_minutes=0,
        has_reminder=True,
    )
    event = await events.create_event(asker.graph, new)
    undo_data = {"card": ident, "event": event.id, "start": start, "subject": subject}
    frame = replace(frame, listed=(event.id,), asked=None, undo=Tap("undo_added", undo_data))
    told = repeats(new.recurrence, reader) if new.recurrence else ""
    card = cards.added(event, undo_data, asker.id, reader, again=told)
    return frame, Reply(card=card, dialog="reminders", outcome="added")


async def undo_added(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Take it out again. Raises GraphError."""
    ident, reader = data.get("event"), asker.reader
    if not isinstance(ident, str):
        return frame, Reply(card=notices.expired(reader), dialog="reminders", outcome="expired")
    try:
        await events.delete_event(asker.graph, ident)
    except NotFound:
        return frame, Reply(card=notices.notice(reader.say("already-gone"), reader), dialog="reminders", outcome="gone")
    frame = replace(frame, undo=None, listed=())
    card = notices.notice(reader.say("reminder-removed"), reader)
    return frame, Reply(card=card, dialog="reminders", outcome="undone")


async def leave(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The speaker does not want it."""
    if frame.asked and frame.asked.id == data.get("card"):
        frame = replace(frame, asked=None)
    return frame, Reply(
        card=notices.notice(asker.reader.say("nothing-added"), asker.reader), dialog="reminders", outcome="left"
    )
