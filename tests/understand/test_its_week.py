"""A day that is called by its name, and its week behind it: said on Wednesday 18 November 2026."""

import pytest

from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("book Ana thursday at 11 next week", "2026-11-26T11:00"),
        ("book Ana thursday 3pm next week", "2026-11-26T15:00"),
        ("book Ana on friday at 10 of the week after next", "2026-12-04T10:00"),
        ("book Ana tuesday at 9 for an hour next week", "2026-11-24T09:00"),
        ("40 min friday at 11 with Ana next week", "2026-11-27T11:00"),
        ("book Ana friday at 11 this week", "2026-11-20T11:00"),
        ("move the parade to thursday at 11 next week", "2026-11-26T11:00"),
    ],
)
def test_the_hour_is_of_the_week_behind_it(read: Read, words: str, start: str) -> None:
    """However the hour stands between them."""
    exact = read(words).time.exact
    assert exact is not None
    assert exact.isoformat(timespec="minutes").startswith(start)


def test_hours_of_a_day_and_its_week_behind_the_guest(read: Read) -> None:
    """One stretch: the week alone is no further one."""
    [slot] = read("an hour thursday afternoon with Ana next week").time.slots
    assert slot.start is not None
    assert slot.start.isoformat(timespec="minutes").startswith("2026-11-26T12:00")


@pytest.mark.parametrize("words", ["what's on thursday and next week", "am I free thursday or next week"])
def test_two_times_stay_two(read: Read, words: str) -> None:
    """A joint between them tells that the week is another time."""
    assert len(read(words).time.slots) == 2


def test_a_date_stays_where_it_is(read: Read) -> None:
    """Nothing else is said of a day that has its own date."""
    exact = read("book Ana on the 20th at 11, not next week").time.exact
    assert exact is not None
    assert exact.day == 20
