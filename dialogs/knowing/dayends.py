"""When a day begins and ends: its first meeting, its last one, when one is done.

Ana: when do I finish on Friday?
Bot: You finish at 16:30 on Fri 27 Nov, after “Design review”.      [Join] [Open in Outlook]
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from dialogs.asker import Asker
from dialogs.cards import details as cards
from dialogs.frame import Frame
from dialogs.referents import which
from dialogs.turn import Reply
from dialogs.understand.understood import TimeConstraint, Understood
from graph import events
from graph.model import Event, Response, ShowAs, Window

PHRASES = {"first": "day-first", "start": "day-start", "last": "day-last", "finish": "day-finish"}
DAY = timedelta(days=1)


async def tell(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The first or the last meeting of the day or the stretch that was said; today's where none was.

    Raises GraphError.
    """
    window = span_of(said.time, asker.now)
    view = await events.calendar_view(asker.graph, window, asker.zone)
    those = [event for event in view if takes_time(event) and which.fits(_undated(said), (), event)]
    reader = asker.reader
    day = reader.day(window.start)
    if not those:
        words = reader.say("day-none", day=day)
        return frame, Reply(text=words, dialog="dayends", outcome="nothing")
    if said.facet == "ends":
        return _both(those, frame, asker)
    event = at_end(those) if said.facet in ("last", "finish") else those[0]
    clock = reader.clock(event.end if said.facet == "finish" else event.start)
    subject = cards.subject_of(event, reader)
    words = reader.say(PHRASES[said.facet], time=clock, day=reader.day(event.start), subject=subject)
    frame = replace(frame, listed=(event.id,))
    return frame, Reply(card=cards.details(event, words, reader), dialog="dayends", outcome="told")


def _both(those: Sequence[Event], frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """ "What's the first and the last thing on Tuesday?": the one in words, the other with all that is known of it."""
    reader = asker.reader
    first, last = those[0], at_end(those)
    day = reader.day(first.start)
    if first is last:
        words = reader.say("day-only", time=reader.clock(first.start), day=day)
    else:
        words = reader.say(
            "day-ends",
            day=day,
            time=reader.clock(first.start),
            first=cards.subject_of(first, reader),
            end=reader.clock(last.start),
            last=cards.subject_of(last, reader),
        )
    frame = replace(frame, listed=(last.id,) if first is last else (first.id, last.id))
    return frame, Reply(card=cards.details(last, words, reader), dialog="dayends", outcome="told")


def span_of(said: TimeConstraint, now: datetime) -> Window:
    """The first stretch that was said, or today."""
    midnight = datetime.combine(now.date(), time(), now.tzinfo)
    slot = next(iter(said.slots), None)
    start = (slot.start if slot else said.exact) or midnight
    end = slot.end if slot else None
    return Window(start, end or datetime.combine(start.date() + DAY, time(), start.tzinfo))


def takes_time(event: Event) -> bool:
    """Whether one has to be there at a time of day."""
    return not (
        event.is_all_day
        or event.is_cancelled
        or event.response is Response.DECLINED
        or event.show_as in (ShowAs.FREE, ShowAs.WORKING_ELSEWHERE)
    )


def at_end(those: Sequence[Event]) -> Event:
    """The one that is over last."""
    return max(those, key=lambda event: event.end)


def _undated(said: Understood) -> Understood:
    return replace(said, time=TimeConstraint())
