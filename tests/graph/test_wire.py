"""Times on their way to Graph and back."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.wire import instant, midnight, midnight_of, moment_of, utc_moment_of

ZONES = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)
INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)


@given(INSTANTS, ZONES, ZONES)
def test_an_instant_survives_the_way_through_any_zone(moment: datetime, theirs: ZoneInfo, ours: ZoneInfo) -> None:
    """Also in the nights when clocks change, and where a Windows zone only nearly fits."""
    sent = moment_of(moment.astimezone(theirs))
    back = instant(sent, ours)
    assert back.astimezone(UTC) == moment
    assert back.tzinfo is ours


@given(INSTANTS, ZONES)
def test_an_instant_survives_utc(moment: datetime, zone: ZoneInfo) -> None:
    assert instant(utc_moment_of(moment.astimezone(zone)), zone).astimezone(UTC) == moment


@given(st.dates(date(2026, 1, 1), date(2040, 1, 1)), ZONES)
def test_a_date_survives_the_way_through_any_zone(day: date, zone: ZoneInfo) -> None:
    """An all-day event stays on its day, also where clocks change at midnight."""
    start = datetime(day.year, day.month, day.day, tzinfo=zone)
    assert midnight(midnight_of(start), zone) == start
    assert midnight_of(start)["dateTime"].endswith("T00:00:00")


@pytest.mark.parametrize("text", ["2026-11-23T08:00:00.0000000", "2026-11-23T08:00:00", "2026-11-23T09:00:00+01:00"])
def test_every_way_in_which_graph_writes_a_time(text: str) -> None:
    moment = instant({"dateTime": text, "timeZone": "UTC"}, ZoneInfo("Europe/Madrid"))
    assert moment == datetime(2026, 11, 23, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("Europe/Madrid", "Romance Standard Time"),
        ("Asia/Kolkata", "India Standard Time"),
        ("America/Scoresbysund", "UTC"),
        ("UTC", "UTC"),
    ],
)
def test_the_zone_goes_along_where_windows_has_the_same(zone: str, name: str) -> None:
    assert moment_of(datetime(2026, 11, 23, 9, tzinfo=ZoneInfo(zone)))["timeZone"] == name


def test_the_day_of_a_change_of_clocks_may_have_23_hours() -> None:
    """Start and end of an all-day event are midnights, and the time between them is what it is."""
    zone = ZoneInfo("Europe/Madrid")
    start, end = (
        midnight({"dateTime": f"2026-03-{day}T00:00:00.0000000", "timeZone": "UTC"}, zone) for day in (29, 30)
    )
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=23)
