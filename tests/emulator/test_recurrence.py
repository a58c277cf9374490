"""Every pattern and range of Graph's patternedRecurrence."""

from datetime import date, timedelta
from itertools import islice
from typing import Any

import pytest

from graph.emulator.recurrence import ImpossibleRecurrence, days, happens_on, last_day, rule_of

START = date(2026, 11, 23)  # a Monday
FOREVER = START + timedelta(days=3650)


def expand(
    pattern: dict[str, Any], span: dict[str, Any] | None = None, start: date = START, count: int = 4
) -> list[str]:
    rule = rule_of({"pattern": pattern, "range": span or {"type": "noEnd"}}, start)
    return [f"{day:%a %d %b %Y}" for day in islice(days(rule, start, FOREVER), count)]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (
            {"type": "daily", "interval": 2},
            ["Mon 23 Nov 2026", "Wed 25 Nov 2026", "Fri 27 Nov 2026", "Sun 29 Nov 2026"],
        ),
        (
            {"type": "weekly", "interval": 1, "daysOfWeek": ["monday", "thursday"]},
            ["Mon 23 Nov 2026", "Thu 26 Nov 2026", "Mon 30 Nov 2026", "Thu 03 Dec 2026"],
        ),
        (
            {"type": "absoluteMonthly", "interval": 1, "dayOfMonth": 31},
            ["Mon 30 Nov 2026", "Thu 31 Dec 2026", "Sun 31 Jan 2027", "Sun 28 Feb 2027"],
        ),
        (
            {"type": "absoluteMonthly", "interval": 3, "dayOfMonth": 5},
            ["Fri 05 Feb 2027", "Wed 05 May 2027", "Thu 05 Aug 2027", "Fri 05 Nov 2027"],
        ),
        (
            {"type": "relativeMonthly", "interval": 1, "daysOfWeek": ["friday"], "index": "last"},
            ["Fri 27 Nov 2026", "Fri 25 Dec 2026", "Fri 29 Jan 2027", "Fri 26 Feb 2027"],
        ),
        (
            {"type": "relativeMonthly", "interval": 1, "daysOfWeek": ["tuesday", "wednesday"]},
            ["Tue 01 Dec 2026", "Tue 05 Jan 2027", "Tue 02 Feb 2027", "Tue 02 Mar 2027"],
        ),
        (
            {"type": "absoluteYearly", "interval": 1, "dayOfMonth": 29, "month": 2},
            ["Sun 28 Feb 2027", "Tue 29 Feb 2028", "Wed 28 Feb 2029", "Thu 28 Feb 2030"],
        ),
        (
            {"type": "relativeYearly", "interval": 1, "daysOfWeek": ["thursday"], "index": "fourth", "month": 11},
            ["Thu 26 Nov 2026", "Thu 25 Nov 2027", "Thu 23 Nov 2028", "Thu 22 Nov 2029"],
        ),
    ],
)
def test_patterns(pattern: dict[str, Any], expected: list[str]) -> None:
    """Six types; a day that a month does not have is its last one; index is the first unless it is said."""
    assert expand(pattern) == expected


def test_first_day_of_the_week_matters() -> None:
    """Every second week from a Sunday: its Monday belongs to the next week unless weeks begin on Sunday."""
    sunday = date(2026, 11, 22)
    pattern = {"type": "weekly", "interval": 2, "daysOfWeek": ["sunday", "monday"]}
    assert expand(pattern, start=sunday, count=2) == ["Sun 22 Nov 2026", "Mon 23 Nov 2026"]
    monday_first = {**pattern, "firstDayOfWeek": "monday"}
    assert expand(monday_first, start=sunday, count=2) == ["Sun 22 Nov 2026", "Mon 30 Nov 2026"]


def test_ranges() -> None:
    """endDate is included, numbered counts from the start, and both know their last day."""
    daily = {"type": "daily", "interval": 1}
    until = {"type": "endDate", "startDate": "2026-11-23", "endDate": "2026-11-25"}
    thrice = {"type": "numbered", "startDate": "2026-11-23", "numberOfOccurrences": 3}
    for span in (until, thrice):
        assert len(expand(daily, span)) == 3
        assert last_day(rule_of({"pattern": daily, "range": span}, START)) == date(2026, 11, 25)
    endless = rule_of({"pattern": daily, "range": {"type": "noEnd"}}, START)
    assert last_day(endless) is None
    assert happens_on(endless, date(2030, 1, 1))
    assert not happens_on(endless, date(2026, 11, 22))


@pytest.mark.parametrize(
    ("pattern", "span", "reason"),
    [
        ({}, {"type": "noEnd"}, "type is missing"),
        ({"type": "daily", "interval": -1}, {"type": "noEnd"}, "interval"),
        ({"type": "daily"}, {"type": "endDate"}, "endDate is missing"),
        ({"type": "daily"}, {"type": "endDate", "endDate": "2026-11-01"}, "before startDate"),
        ({"type": "daily"}, {"type": "endDate", "endDate": "someday"}, "no date"),
        ({"type": "daily"}, {"type": "numbered", "numberOfOccurrences": 0}, "numberOfOccurrences"),
        ({"type": "absoluteYearly", "month": 13}, {"type": "noEnd"}, "month"),
        ({"type": "absoluteMonthly", "dayOfMonth": 32}, {"type": "noEnd"}, "dayOfMonth"),
    ],
)
def test_impossible_ones_say_why(pattern: dict[str, Any], span: dict[str, Any], reason: str) -> None:
    """The message names the property."""
    with pytest.raises(ImpossibleRecurrence, match=reason):
        rule_of({"pattern": pattern, "range": span}, START)
