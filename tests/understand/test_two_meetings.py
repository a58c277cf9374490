"""Two meetings with somebody else each, told in one breath, are two, at their own hours of the one day that is said."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.understood import Intent

ZONE = ZoneInfo("Europe/Lisbon")
NOW = Context(datetime(2026, 11, 23, 9, tzinfo=ZONE), ZONE, "en-GB")


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        ("30 with Tom at 2 on Wednesday and another 45 with Alex at 4", ("Tom", 25, 14, 30), ("Alex", 25, 16, 45)),
        ("tomorrow: 30 min with tom at 9 and 30 min with alex at 4", ("tom", 24, 9, 30), ("alex", 24, 16, 30)),
        ("book tom at 9 and alex at 4 tomorrow, 30 min each", ("tom", 24, 9, 30), ("alex", 24, 16, 30)),
        (
            "book an hour with tom at 9 tomorrow and half an hour with alex thursday at 4",
            ("tom", 24, 9, 60),
            ("alex", 26, 16, 30),
        ),
        (
            "a 1:1 with alex and another with tom on wednesday, 30 min each, back to back from 10",
            ("alex", 25, 10, 30),
            ("tom", 25, 10, 30),
        ),
    ],
)
def test_each_has_its_own(words: str, first: tuple[str, int, int, int], second: tuple[str, int, int, int]) -> None:
    said = understand(words, NOW)
    then = understand(said.then, NOW)
    for each, (name, day, hour, minutes) in ((said, first), (then, second)):
        assert each.intent is Intent.SCHEDULE
        assert [person.text for person in each.people] == [name]
        assert each.time.exact is not None
        assert (each.time.exact.day, each.time.exact.hour) == (day, hour)
        assert each.time.duration == timedelta(minutes=minutes)


def test_several_people_of_one_meeting_stay_together() -> None:
    said = understand("30 min with tom and alex at 4 tomorrow", NOW)
    assert ([each.text for each in said.people], said.then) == (["tom", "alex"], "")


@pytest.mark.parametrize(
    "words", ["planning has to move from mondays to tuesdays", "move planning from Mondays to Tuesdays"]
)
def test_a_series_that_moves_to_another_weekday_is_not_on_both(words: str) -> None:
    assert understand(words, NOW).time.rrule == "FREQ=WEEKLY;BYDAY=TU"


def test_weeks_are_counted_from_when_the_series_begins() -> None:
    said = understand("weekly with Sam Okafor mondays at 9:30 for 6 weeks, starting next week", NOW)
    assert (said.time.run.lasting, said.time.slots[0].start) == (
        timedelta(weeks=6),
        datetime(2026, 11, 30, tzinfo=ZONE),
    )
