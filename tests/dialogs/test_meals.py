"""When a meal is, where the time that was said for it does not suit."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.decisions.meals import near
from graph.model import Window

LISBON = ZoneInfo("Europe/Lisbon")


@pytest.mark.parametrize(
    ("meal", "at", "first", "last"),
    [("lunch", 12, 11, 14), ("breakfast", 8, 7, 10), ("dinner", 21, 18, 23)],
)
def test_a_meal_is_offered_at_no_other_time_of_day(meal: str, at: int, first: int, last: int) -> None:
    """On the day that was said, and on those beside it."""
    stated = Window.of(datetime(2026, 11, 26, at, tzinfo=LISBON), timedelta(hours=1))
    windows = near(stated, meal)
    assert [window.start.day for window in windows] == [25, 26, 27]
    assert all(first <= window.start.hour and window.end.hour <= last for window in windows)
