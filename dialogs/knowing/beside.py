"""What stands in the calendar behind the event that is spoken of, and at the same time.

Ana: who's in the second one?
Bot: With Tom. Product staff meeting, 10:00 – 11:00
Ana: and after that?
Bot: After “Product staff meeting”, 11:00: Release notes, 11:00 – 12:00
Ana: am I free then?
Bot: Yes, nothing else is in your calendar during “Release notes”, Mon 23 Nov, 11:00 – 12:00.
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


async def told(utterance: str, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """The answer; None where nothing is asked that way, or no one event is spoken of. Raises GraphError."""
    words = patterns()
    goes_on = words["asks-after-that"].fullmatch(utterance)
    if not (goes_on or words["asks-free-then"].fullmatch(utterance)):
        return None
    if len(frame.listed) != 1 or frame.booking or frame.open_change or asker.acting:
        return None
    try:
        event = await events.get_event(asker.graph, frame.listed[0], asker.zone)
    except NotFound:
        return None
    if event.type is EventType.MASTER:
        event = await upcoming.next_of(event, asker)
    return await (_after(event, frame, asker) if goes_on else _meanwhile(event, frame, asker))


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


async def _meanwhile(event: Event, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Whether anything else takes that time; the event itself does not count."""
    reader = asker.reader
    view = await events.calendar_view(asker.graph, event.window, asker.zone)
    others = [each for each in view if takes_time(each) and each.id != event.id]
    subject, when = subject_of(event, reader), reader.moment(event.window)
    frame = replace(frame, listed=(event.id,))
    if not others:
        return frame, Reply(text=reader.say("free-then", subject=subject, when=when), dialog="details", outcome="told")
    other = others[0]
    span = f"{reader.clock(other.start)} – {reader.clock(other.end)}"
    words = reader.say("taken-then", subject=subject, when=when, other=subject_of(other, reader), span=span)
    return frame, Reply(text=words, dialog="details", outcome="told")
