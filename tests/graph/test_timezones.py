"""Windows and IANA zone names."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from graph.timezones import windows_name, zone


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("w. europe standard time", "Europe/Berlin"),
        ("Pacific Standard Time", "America/Los_Angeles"),
        ("India Standard Time", "Asia/Calcutta"),
        ("Europe/Madrid", "Europe/Madrid"),
        ("europe/madrid", "Europe/Madrid"),
        (" Europe/Madrid ", "Europe/Madrid"),
    ],
)
def test_zone_by_either_name(name: str, key: str) -> None:
    """Windows and IANA names in any case give the zone."""
    found = zone(name)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("name", ["UTC", "Etc/GMT", "tzone://Microsoft/Utc"])
def test_utc_by_its_names(name: str) -> None:
    """Outlook writes UTC in several ways, its legacy one among them."""
    found = zone(name)
    assert found is not None
    assert datetime(2026, 11, 23, tzinfo=found).utcoffset() == timedelta()


@pytest.mark.parametrize(
    "name", ["", "Customized Time Zone", "tzone://Microsoft/Custom", "Mars/Base", "Europe", "../etc/passwd", "a\0b"]
)
def test_unknown_names_give_none(name: str) -> None:
    """What cannot be known is None, never an exception and never a guess."""
    assert zone(name) is None


def test_names_go_round() -> None:
    """The Windows name of a Windows zone's zone is that name again."""
    for name in ("Romance Standard Time", "Tokyo Standard Time", "AUS Eastern Standard Time", "UTC"):
        found = zone(name)
        assert found is not None
        assert windows_name(found) == name


def test_zones_without_a_windows_name_of_their_own() -> None:
    """A city shares the name of its region; what Windows does not have keeps its key."""
    assert windows_name(ZoneInfo("Europe/Madrid")) == "Romance Standard Time"
    assert windows_name(ZoneInfo("Factory")) == "Factory"


def test_zone_follows_the_clock_changes() -> None:
    """The zone is one with rules, not an offset."""
    berlin = zone("W. Europe Standard Time")
    summer = datetime(2026, 7, 1, 12, tzinfo=UTC).astimezone(berlin)
    winter = datetime(2026, 12, 1, 12, tzinfo=UTC).astimezone(berlin)
    assert (summer.hour, winter.hour) == (14, 13)


@pytest.mark.parametrize(("zone_name", "winter_hours"), [("America/Edmonton", -6), ("Africa/Casablanca", 0)])
def test_a_rule_that_changed_in_2026_is_known(zone_name: str, winter_hours: int) -> None:
    """Alberta keeps its summer time from 2026 on, Morocco has given it up: an older copy is an hour off."""
    winter = datetime(2026, 12, 15, 9, tzinfo=ZoneInfo(zone_name))
    assert winter.utcoffset() == timedelta(hours=winter_hours)
