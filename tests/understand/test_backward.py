"""What is asked of what is over is looked for behind, and not at the next time of that name or hour."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.builds.backward import tells_of_past

MADRID = ZoneInfo("Europe/Madrid")
WEDNESDAY = datetime(2026, 11, 18, 13, 30, tzinfo=MADRID)
CONTEXT = Context(WEDNESDAY, MADRID, "en-GB")


@pytest.mark.parametrize(
    ("asked", "day", "hour"),
    [
        ("what did I have today at 9?", 18, 9),
        ("what do i have at 10 today", 18, 10),
        ("who was in the 9:30?", 18, 9.5),
        ("how long was my 11 o'clock", 18, 11),
        ("where was the 10am", 18, 10),
        ("who is in the 3pm", 18, 15),
        ("what was my 4pm about", 18, 16),
        ("who's in tomorrow's 9:30", 19, 9.5),
        ("what have I got at 8 tonight", 18, 20),
    ],
)
def test_an_hour_is_that_of_what_is_asked(asked: str, day: int, hour: float) -> None:
    exact = understand(asked, CONTEXT).time.exact
    assert exact is not None
    assert (exact.day, exact.hour + exact.minute / 60) == (day, hour)


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        ("what did I have on Friday?", 13),
        ("what was I doing tuesday afternoon", 17),
        ("which meetings did we have on Monday", 16),
        ("what do I have on Friday?", 20),
        ("what was planned for Friday", 20),
        ("what was i doing on the 9th of november", 9),
        ("what did I have last Friday", 13),
    ],
)
def test_a_weekday_is_the_one_that_was(asked: str, day: int) -> None:
    slots = understand(asked, CONTEXT).time.slots
    assert [slot.start.day for slot in slots if slot.start] == [day]


@pytest.mark.parametrize(
    ("asked", "is_past"),
    [
        ("who was at the retro?", True),
        ("who came to the retro", True),
        ("what did we decide in the retro", True),
        ("how long did the retro take?", True),
        ("who was invited to the retro?", False),
        ("did Tom accept the retro?", False),
        ("did he reply", False),
        ("when was the retro again?", False),
        ("when is the retro", False),
    ],
)
def test_only_some_questions_are_of_what_is_over(asked: str, is_past: bool) -> None:
    assert tells_of_past(asked) is is_past
