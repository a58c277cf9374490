"""What is still to come in the asker's calendar."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs.asker import Asker
from dialogs.referents import which
from dialogs.understand.understood import Understood
from graph import events
from graph.model import Event, EventType, Window

SOON = timedelta(days=60)
YEAR = timedelta(days=366)


async def occurrences(asker: Asker, ahead: timedelta = SOON) -> tuple[Event, ...]:
    """Everything from today on, in order; a series as its occurrences. Raises GraphError."""
    midnight = asker.now.replace(hour=0, minute=0, second=0, microsecond=0)
    view = await events.calendar_view(asker.graph, Window(midnight, midnight + ahead), asker.zone)
    return tuple(event for event in view if event.end > asker.now)


async def invitations_once(asker: Asker, ahead: timedelta = YEAR) -> tuple[Event, ...]:
    """The same with each unanswered series once, as the series: its invitation is one. Raises GraphError.

    Such a series has the times of its next occurrence.
    """
    return _once(await occurrences(asker, ahead), lambda event: event.is_unanswered)


async def each_series_once(asker: Asker, ahead: timedelta = SOON) -> tuple[Event, ...]:
    """Everything from today on, each series once, as the series, with the times of its next occurrence.

    What of a series was changed stands for itself. Raises GraphError.
    """
    return _once(await occurrences(asker, ahead), lambda _: True)


def _once(events: Sequence[Event], joins: Callable[[Event], bool]) -> tuple[Event, ...]:
    """The events, with one series in the place of those of its occurrences that join it."""
    seen: set[str] = set()
    found = []
    for event in events:
        if event.type is EventType.OCCURRENCE and event.series_id and joins(event):
            if event.series_id in seen:
                continue
            seen.add(event.series_id)
            found.append(replace(event, id=event.series_id, type=EventType.MASTER))
        else:
            found.append(event)
    return tuple(found)


async def next_of(series: Event, asker: Asker) -> Event:
    """A series with the times of its next occurrence; as it is, where none is to come. Raises GraphError."""
    view = await events.instances(asker.graph, series.id, Window(asker.now, asker.now + YEAR), asker.zone)
    following = min(view, key=lambda event: event.start, default=None)
    return replace(series, start=following.start, end=following.end) if following else series


async def at_another_time(said: Understood, asker: Asker, listed: Sequence[str] = ()) -> Event | None:
    """The next one that is called so, where none is at the time that was said. Raises GraphError.

    Of "the one on the 23rd", it is the next one of the series among those `listed`, by their ids.
    """
    ahead = [event for event in await occurrences(asker) if not event.is_cancelled]
    after = said.time.exact or next((slot.start for slot in said.time.slots if slot.start), None)
    if said.choice == 1 and after:
        series = {event.series_id for event in ahead if event.series_id and {event.id, event.series_id} & {*listed}}
        return next((event for event in ahead if event.series_id in series and event.start >= after), None)
    return which.next_called_so(said, ahead)


def none_then(name: str, following: Event | None, asker: Asker) -> str:
    """That there is none, in the words called `name`, and when the next one is that is called so."""
    if following is None:
        return asker.reader.say(name)
    moment = asker.reader.moment(following.window)
    return f"{asker.reader.say(name)} {asker.reader.say('none-but', subject=following.subject, moment=moment)}"
