"""Walls and zones: a wall time exists once, never, or twice."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def aware(wall: datetime | None, zone: ZoneInfo) -> tuple[datetime | None, str]:
    """The wall in the zone, and "skipped" or "repeated" where daylight saving makes it doubtful.

    A skipped wall is moved forward by the gap; a repeated one is the first of the two.
    """
    if wall is None:
        return None, ""
    first, second = wall.replace(tzinfo=zone, fold=0), wall.replace(tzinfo=zone, fold=1)
    try:
        if first.utcoffset() == second.utcoffset():
            return first, ""
        there = first.astimezone(UTC).astimezone(zone)
    except OverflowError:
        return first, ""
    if there.replace(tzinfo=None) != wall:
        return there, "skipped"
    return first, "repeated"
