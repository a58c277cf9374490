"""Walls and zones: a wall time exists once, never, or twice."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib import resources
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


@cache
def large_cities() -> Mapping[str, tuple[str, ...]]:
    """The large cities of each zone of the tz database, in lower case, beside the one that the zone is named after."""
    lines = (resources.files("dialogs") / "cities.txt").read_text("utf-8").splitlines()
    pairs = (line.partition(":") for line in lines if line and not line.startswith("#"))
    return {key: tuple(city.strip() for city in cities.split(",")) for key, _, cities in pairs}
