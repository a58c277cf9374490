"""How much of a stretch of time is taken by meetings.

Ana: how much of my week is in meetings?
Bot: Mon 23 Nov to Fri 27 Nov: 8 h 30 min in 9 meetings, 21 % of your working hours.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from dialogs.asker import Asker
from dialogs.decisions import openings
from dialogs.frame import Frame
from dialogs.knowing.dayends import takes_time
from dialogs.turn import Reply
from dialogs.understand.understood import Understood
from graph import events
from graph.model import Window

WEEK = timedelta(days=7)
LONGEST = timedelta(days=93)


async def tell(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Hours and number of meetings in the stretch that was said: this week's where none was. Raises GraphError."""
    window = span_of(said, asker.turn.utterance, asker.now)
    reader = asker.reader
    if window.length > LONGEST:
        return frame, Reply(text=reader.say("load-too-long"), dialog="workload", outcome="too_long")
    view = [event for event in await events.calendar_view(asker.graph, window, asker.zone) if takes_time(event)]
    taken = merged([event.window for event in view], window)
    total = sum((each.length for each in taken), timedelta())
    hours = sum((shift.length for shift in openings.working_windows(asker.profile.hours, window)), timedelta())
    first, last = reader.day(window.start), reader.day(window.end - timedelta(minutes=1))
    span = first if first == last else reader.say("agenda-range", first=first, last=last)
    share = round(100 * (total / hours)) if hours else 0
    words = reader.say("load", span=span, count=len(view), total=reader.duration(total), share=share)
    prompts = (reader.say("example-brief"),)
    frame = replace(frame, listed=tuple(event.id for event in view))
    return frame, Reply(text=words, prompts=prompts, dialog="workload", outcome="told")


def span_of(said: Understood, utterance: str, now: datetime) -> Window:
    """What was said; else the day or the month that is named without a date ("my day"), or this week."""
    if said.time.slots and said.time.slots[0].start and said.time.slots[-1].end:
        return Window(said.time.slots[0].start, said.time.slots[-1].end)
    words = utterance.lower().split()
    midnight = datetime.combine((said.time.exact or now).date(), time(), now.tzinfo)
    if said.time.exact or any(word.startswith(("day", "today")) for word in words):
        return Window(midnight, midnight + timedelta(days=1))
    if any(word.startswith("month") for word in words):
        first = midnight.replace(day=1)
        return Window(first, (first + timedelta(days=32)).replace(day=1))
    monday = midnight - timedelta(days=midnight.weekday())
    return Window(monday, monday + WEEK)


def merged(windows: Sequence[Window], within: Window) -> list[Window]:
    """The time that they take together inside of `within`; what overlaps counts once."""
    out: list[Window] = []
    for window in sorted(windows, key=lambda each: each.start):
        start, end = max(window.start, within.start), min(window.end, within.end)
        if out and start <= out[-1].end:
            out[-1] = Window(out[-1].start, max(out[-1].end, end))
        elif start < end:
            out.append(Window(start, end))
    return out
