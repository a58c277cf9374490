"""Walls and zones: a wall time exists once, never, or twice."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo, available_timezones


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
    return _listed("cities.txt")


@cache
def nations() -> Mapping[str, tuple[str, ...]]:
    """What is said of whole countries and regions, in lower case, under their zone; under their ISO code where they
    have several.
    """
    return _listed("nations.txt")


@cache
def places() -> Mapping[str, str]:
    """The zone of every place with one clock, by its name in lower case: what zones are named after, and the lists."""
    named = {
        key.rpartition("/")[2].replace("_", " ").replace("-", " ").lower(): key
        for key in sorted(available_timezones())
        if "/" in key and not key.startswith(("Etc/", "SystemV/", "US/", "posix/", "right/"))
    }
    lists = ((key, names) for known in (large_cities(), nations()) for key, names in known.items() if "/" in key)
    return named | {name: key for key, names in lists for name in names}


def _listed(file: str) -> Mapping[str, tuple[str, ...]]:
    lines = (resources.files("dialogs.understand.when") / file).read_text("utf-8").splitlines()
    pairs = (line.partition(":") for line in lines if line and not line.startswith("#"))
    return {key: tuple(name.strip() for name in names.split(",")) for key, _, names in pairs}
