"""What a mailbox answers by itself, and when. Source: Graph resource automaticRepliesSetting."""

from datetime import UTC, datetime, timedelta

from graph.emulator.errors import GraphError, Json, unreadable_body
from graph.emulator.moments import moment_of, zoned

_EDGES = ("scheduledStartDateTime", "scheduledEndDateTime")


def settled_replies(stated: Json) -> Json:
    """The setting as it is kept: its times in UTC. Raises GraphError 400 for a schedule that is none."""
    found = dict(stated)
    if found["status"] == "scheduled" and not all(found.get(edge) for edge in _EDGES):
        raise unreadable_body("Scheduled automatic replies need a start and an end.")
    moments = {edge: moment_of(found[edge], edge).astimezone(UTC) for edge in _EDGES if found.get(edge)}
    if len(moments) == len(_EDGES) and moments[_EDGES[1]] <= moments[_EDGES[0]]:
        raise GraphError(400, "ErrorInvalidScheduledOofDuration", "Automatic replies end before they start.")
    return found | {edge: zoned(moment, "UTC") for edge, moment in moments.items()}


def unscheduled_replies(now: datetime) -> Json:
    """The times of a setting that was never scheduled: the day to come."""
    begin = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return {edge: zoned(begin + timedelta(days=days), "UTC") for days, edge in enumerate(_EDGES)}
