"""What is still to come in the asker's calendar."""

from dataclasses import replace
from datetime import timedelta

from dialogs.asker import Asker
from graph import events
from graph.model import Event, EventType, Window

AHEAD = timedelta(days=60)


async def occurrences(asker: Asker) -> tuple[Event, ...]:
    """Everything of the coming weeks, today's included, in order; a series as its occurrences. Raises GraphError."""
    midnight = asker.now.replace(hour=0, minute=0, second=0, microsecond=0)
    view = await events.calendar_view(asker.graph, Window(midnight, midnight + AHEAD), asker.zone)
    return tuple(event for event in view if event.end > asker.now)


async def invitations_once(asker: Asker) -> tuple[Event, ...]:
    """The same with each unanswered series once, as the series: its invitation is one. Raises GraphError."""
    seen: set[str] = set()
    found = []
    for event in await occurrences(asker):
        if event.type is EventType.OCCURRENCE and event.series_id and event.is_unanswered:
            if event.series_id in seen:
                continue
            seen.add(event.series_id)
            found.append(replace(event, id=event.series_id))
        else:
            found.append(event)
    return tuple(found)
