"""What is said of weekends, public holidays and midnight."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.decisions.daymarks import country_of, holiday, remarks
from dialogs.words.reader import Reader
from graph.model import Window, WorkingHours

LISBON = ZoneInfo("Europe/Lisbon")
HOURS = WorkingHours(LISBON, time(9), time(18), frozenset(range(5)))
READER = Reader("en-GB", LISBON)


def hour(year: int, month: int, day: int, at: int = 10) -> Window:
    """An hour of that day."""
    start = datetime(year, month, day, at, tzinfo=LISBON)
    return Window(start, start + timedelta(hours=1))


@pytest.mark.parametrize(
    ("window", "told"),
    [
        (hour(2026, 11, 26), ""),
        (hour(2026, 11, 28), "28 Nov is a Saturday."),
        (hour(2026, 12, 25), "25 Dec is a public holiday in Portugal (Christmas Day)."),
        (hour(2026, 11, 26, 0), "That is midnight, with which Thu 26 Nov begins."),
    ],
)
def test_what_one_may_not_have_thought_of_is_said(window: Window, told: str) -> None:
    """Nothing of a plain working day."""
    assert remarks([window], HOURS, READER) == told


def test_a_holiday_of_those_who_live_by_another_clock_is_said_too() -> None:
    """Of whoever has the reader's clock nothing is known but that."""
    thanksgiving = hour(2026, 11, 26, 15)
    york, london = ZoneInfo("America/New_York"), ZoneInfo("Europe/London")
    assert remarks([thanksgiving], HOURS, READER, (york, None, york)) == (
        "26 Nov is a public holiday in United States (Thanksgiving Day)."
    )
    assert remarks([hour(2026, 12, 28)], HOURS, READER, (london,)) == ""


def test_who_works_on_saturdays_is_told_nothing_of_them() -> None:
    """A weekend is what the mailbox says it is."""
    sixth = WorkingHours(LISBON, time(9), time(18), frozenset(range(6)))
    assert remarks([hour(2026, 11, 28)], sixth, READER) == ""


def test_a_day_is_spoken_of_once_and_few_are() -> None:
    """A card has room for three."""
    saturdays = [hour(2026, 11, 7) for _ in range(2)] + [hour(2026, 11, day) for day in (14, 21, 28)]
    assert remarks(saturdays, HOURS, READER).count("Saturday") == 3


def test_the_country_is_that_of_the_zone_before_that_of_the_locale() -> None:
    """Who reads British English in Lisbon works in Portugal; UTC is of no country."""
    assert country_of(LISBON, "en-GB") == "PT"
    assert country_of(ZoneInfo("America/New_York"), "de-DE") == "US"
    assert country_of(ZoneInfo("UTC"), "de-DE") == "DE"
    assert country_of(ZoneInfo("UTC"), "nonsense") == ""


def test_a_holiday_is_one_of_the_whole_country() -> None:
    """And of a country that is known."""
    assert holiday("PT", date(2026, 12, 1))
    assert holiday("DE", date(2026, 11, 1)) == ""
    assert holiday("", date(2026, 12, 25)) == ""
