"""What stands in the calendar before and behind the event that is spoken of, and at the same time.

Ana: who's in the second one?
Bot: With Tom. Product staff meeting, 10:00 – 11:00
Ana: and after that?
Bot: After “Product staff meeting”, 11:00: Release notes, 11:00 – 12:00
Ana: am I free then?
Bot: Yes, nothing else is in your calendar during “Release notes”, Mon 23 Nov, 11:00 – 12:00.
Ana: and the hour before it?
Bot: You are taken Mon 23 Nov, 10:00 – 11:00, right beside “Release notes”: …
"""

from dataclasses import replace
from datetime import datetime, time, timedelta

from dialogs.asker import Asker
from dialogs.cards.details import subject_of
from dialogs.frame import Frame
from dialogs.knowing import details
from dialogs.knowing.dayends import takes_time
from dialogs.referents import upcoming
from dialogs.turn import Reply
from dialogs.understand.lexicon.patterns import patterns
from graph import events
from graph.errors import NotFound
from graph.model import Event, EventType, Window

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)


async def told(utterance: str, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """The answer; None where nothing is asked that way, or no one event is spoken of. Raises GraphError."""
    words = patterns()
    goes_on = words["asks-after-that"].fullmatch(utterance)
    comes_before = words["asks-before-that"].fullmatch(utterance)
    hour = words["asks-hour-beside"].fullmatch(utterance)
    asks_what = words["asks-else-then"].fullmatch(utterance)
    if not (goes_on or comes_before or hour or asks_what or words["asks-free-then"].fullmatch(utterance)):
        return None
    if len(frame.listed) != 1 or frame.booking or frame.open_change or asker.acting:
        return None
    try:
        event = await events.get_event(asker.graph, frame.listed[0], asker.zone)
    except NotFound:
        return None
    if event.type is EventType.MASTER:
        event = await upcoming.next_of(event, asker)
    if comes_before:
        return await _before(event, frame, asker)
    if hour:
        length = _HOUR / 2 if hour["half"] or hour["half_too"] else _HOUR
        is_before = (hour["side"] or hour["side_too"]).lower() == "before"
        start = event.start - length if is_before else event.end
        return await _hour_beside(event, Window(start, start + length), frame, asker)
    return await (_after(event, frame, asker) if goes_on else _meanwhile(event, frame, asker, what=bool(asks_what)))


async def _after(event: Event, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What comes next that day."""
    reader = asker.reader
    midnight = datetime.combine(event.start.astimezone(asker.zone).date() + _DAY, time(), asker.zone)
    subject, end = subject_of(event, reader), reader.clock(event.end)
    view = (
        await events.calendar_view(asker.graph, Window(event.end, midnight), asker.zone) if event.end < midnight else ()
    )
    following = sorted(
        (each for each in view if takes_time(each) and each.start >= event.end and each.id != event.id),
        key=lambda each: each.start,
    )
    if not following:
        words = reader.say("after-that-none", subject=subject, end=end)
        return frame, Reply(text=words, dialog="details", outcome="nothing")
    return details.shown(following[0], reader.say("after-that", subject=subject, end=end), frame, asker)


async def _before(event: Event, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What comes last before it that day."""
    reader = asker.reader
    midnight = datetime.combine(event.start.astimezone(asker.zone).date(), time(), asker.zone)
    subject, start = subject_of(event, reader), reader.clock(event.start)
    view = (
        await events.calendar_view(asker.graph, Window(midnight, event.start), asker.zone)
        if midnight < event.start
        else ()
    )
    earlier = sorted(
        (each for each in view if takes_time(each) and each.start < event.start and each.id != event.id),
        key=lambda each: each.start,
    )
    if not earlier:
        words = reader.say("before-that-none", subject=subject, start=start)
        return frame, Reply(text=words, dialog="details", outcome="nothing")
    return details.shown(earlier[-1], reader.say("before-that", subject=subject, start=start), frame, asker)


async def _hour_beside(event: Event, window: Window, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Whether anything takes the time right before or after it."""
    reader = asker.reader
    view = await events.calendar_view(asker.graph, window, asker.zone)
    others = [each for each in view if takes_time(each) and each.id != event.id and each.window.overlaps(window)]
    subject, when = subject_of(event, reader), reader.moment(window)
    if not others:
        words = reader.say("free-beside", subject=subject, when=when)
        return frame, Reply(text=words, dialog="details", outcome="told")
    span = reader.hours(others[0].window)
    words = reader.say("taken-beside", subject=subject, when=when, other=subject_of(others[0], reader), span=span)
    return frame, Reply(text=words, dialog="details", outcome="told")


async def _meanwhile(event: Event, frame: Frame, asker: Asker, *, what: bool) -> tuple[Frame, Reply]:
    """Whether anything else takes that time, or `what` does; the event itself does not count."""
    reader = asker.reader
    view = await events.calendar_view(asker.graph, event.window, asker.zone)
    others = [each for each in view if takes_time(each) and each.id != event.id]
    subject, when = subject_of(event, reader), reader.moment(event.window)
    frame = replace(frame, listed=(event.id,))
    if not others:
        none = reader.say("nothing-then" if what else "free-then", subject=subject, when=when)
        return frame, Reply(text=none, dialog="details", outcome="told")
    if what:
        spans = [f"“{subject_of(each, reader)}” ({reader.hours(each.window)})" for each in others]
        words = reader.say("also-then", subject=subject, others=reader.names(spans), when=when)
        return frame, Reply(text=words, dialog="details", outcome="told")
    other = others[0]
    span = f"{reader.clock(other.start)} – {reader.clock(other.end)}"
    words = reader.say("taken-then", subject=subject, when=when, other=subject_of(other, reader), span=span)
    return frame, Reply(text=words, dialog="details", outcome="told")
