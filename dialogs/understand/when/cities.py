"""Which clock a place follows: cities that time zones are named after, large ones besides, and countries. Pure."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

from dialogs.people.names import folded
from dialogs.understand.when.zones import large_cities, nations, places
from graph import timezones

_COUNTRIES: Mapping[str, str] = {
    "uk": "GB",
    "u k": "GB",
    "britain": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "usa": "US",
    "u s": "US",
    "us": "US",
    "u s a": "US",
    "america": "US",
    "states": "US",
    "uae": "AE",
    "holland": "NL",
    "korea": "KR",
    "turkey": "TR",
    "czech republic": "CZ",
    "ivory coast": "CI",
}
"""What people call countries beside their CLDR names, folded."""
_ZONES: Mapping[str, str] = {
    "utc": "UTC",
    "gmt": "Etc/GMT",
    "cet": "Europe/Paris",
    "cest": "Europe/Paris",
    "eet": "Europe/Helsinki",
    "wet": "Europe/Lisbon",
    "bst": "Europe/London",
    "est": "America/New_York",
    "edt": "America/New_York",
    "eastern": "America/New_York",
    "cst": "America/Chicago",
    "central": "America/Chicago",
    "mst": "America/Denver",
    "mountain": "America/Denver",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles",
    "ist": "Asia/Kolkata",
    "jst": "Asia/Tokyo",
    "sgt": "Asia/Singapore",
}
"""What people call zones, folded: the clock that is followed there now, in summer and in winter."""
HALF_A_YEAR = timedelta(days=182)
_EMPTY = frozenset(("the", "city", "time", "zone", "of"))


def zones_of(place: str, now: datetime) -> tuple[ZoneInfo, ...]:
    """The zones of a place whose clocks differ at `now` (aware), one for each clock; none for an unknown place.

    A country with one clock has one zone. Source: the tz database, and CLDR's territories through Babel.
    """
    plain = folded(place)
    name = " ".join(word for word in plain.split() if word not in _EMPTY)
    for known in (plain, name):
        if known in _ZONES:
            return (ZoneInfo(_ZONES[known]),)
        if known in places():
            return (ZoneInfo(places()[known]),)
        if known in _territories():
            return _apart(_territories()[known], now)
    return ()


def at_place(zone: ZoneInfo | None, place: str, now: datetime) -> ZoneInfo | None:
    """`zone` by the name of that place, where the place follows the same clock: Windows calls Helsinki's by Kyiv."""
    if zone is None:
        return None
    moments = (now, now + HALF_A_YEAR)

    def is_same(other: ZoneInfo) -> bool:
        return all(at.astimezone(zone).utcoffset() == at.astimezone(other).utcoffset() for at in moments)

    return next(filter(is_same, zones_of(place.partition(",")[0], now)), zone)


def _apart(code: str, now: datetime) -> tuple[ZoneInfo, ...]:
    """One zone for each clock of a country, from west to east: the one that Windows knows it by."""
    keys: list[str] = get_global("territory_zones").get(code, [])
    known = {timezones.windows_name(zone) for key in keys if (zone := timezones.zone(key))}
    chief = [zone for name in known if (zone := timezones.zone(name)) and zone.key in keys]
    zones = chief or [zone for key in keys if (zone := timezones.zone(key))]
    # Of several that show the same, the one with the large cities is told.
    ranked = sorted(zones, key=lambda zone: (zone.key in large_cities(), zone.key))
    clocks = {now.astimezone(zone).utcoffset(): zone for zone in ranked}
    return tuple(clocks[offset] for offset in sorted(clocks, key=lambda each: each or timedelta()))


@cache
def _territories() -> Mapping[str, str]:
    names: dict[str, str] = {
        folded(name): code for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha()
    }
    several = {name: code for code, names in nations().items() if "/" not in code for name in names}
    return {**names, **several, **_COUNTRIES}
