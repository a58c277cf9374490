"""Which clock a place follows."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand.when.cities import at_place, zones_of

NOVEMBER = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("Tokyo", "Asia/Tokyo"),
        ("new york", "America/New_York"),
        ("São Paulo", "America/Sao_Paulo"),
        ("San Francisco", "America/Los_Angeles"),
        ("the city of Munich", "Europe/Berlin"),
        ("Japan", "Asia/Tokyo"),
        ("the UK", "Europe/London"),
        ("Germany", "Europe/Berlin"),
        ("China", "Asia/Shanghai"),
        ("PST", "America/Los_Angeles"),
    ],
)
def test_a_place_with_one_clock(place: str, zone: str) -> None:
    """Cities of the database, large ones besides, countries and zones, however they are written."""
    assert [each.key for each in zones_of(place, NOVEMBER)] == [zone]


def test_a_country_with_several_clocks_has_each_once_from_west_to_east() -> None:
    """Nobody is told the time of one coast for that of a continent."""
    offsets = [NOVEMBER.astimezone(each).utcoffset() for each in zones_of("the US", NOVEMBER)]
    assert len(offsets) > 3
    assert offsets == sorted(set(offsets))  # type: ignore[type-var]  # aware, so that none is None


@pytest.mark.parametrize("place", ["Rivendell", "", "the", "a meeting"])
def test_no_place(place: str) -> None:
    """What is no place has no clock."""
    assert zones_of(place, NOVEMBER) == ()


@pytest.mark.parametrize(
    ("zone", "office", "told"),
    [
        ("Europe/Kyiv", "Helsinki", "Europe/Helsinki"),
        ("Europe/Berlin", "Madrid, second floor", "Europe/Madrid"),
        ("Europe/Berlin", "Building 3", "Europe/Berlin"),
        ("Europe/Berlin", "Lisbon", "Europe/Berlin"),
    ],
)
def test_a_clock_is_told_by_the_city_where_somebody_is(zone: str, office: str, told: str) -> None:
    """Windows knows many cities by one name; whoever keeps another clock than their office does is not moved there."""
    found = at_place(ZoneInfo(zone), office, NOVEMBER)
    assert found and found.key == told
