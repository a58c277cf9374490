"""The day beside that of an event that is moved, and a time from which on it is another."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "days", "clock"),
    [
        ("move the retro to the day after", 1, None),
        ("move the retro to the day after at 10", 1, 600),
        ("push the retro on Thursday to the following day", 1, None),
        ("can we have the retro the day after, at 10", 1, 600),
        ("move the retro to the next day at 10", 1, 600),
        ("move the retro to the day before at 3", -1, 900),
        ("can the retro be the day before instead", -1, None),
    ],
)
def test_it_is_the_day_beside_its_own(read: Read, said: str, days: int, clock: int | None) -> None:
    """Not tomorrow, whenever it is said."""
    understood = read(said)
    assert (understood.intent, understood.shift) == (Intent.RESCHEDULE, timedelta(days=days))
    assert (understood.time.clock or (None,))[0] == clock


@pytest.mark.parametrize(
    "said", ["move the retro to the day after tomorrow", "move the retro to the day after the audit"]
)
def test_another_day_after_is_its_own(read: Read, said: str) -> None:
    """That after tomorrow, or after another event."""
    assert read(said).shift is None


@pytest.mark.parametrize(
    "said",
    [
        "From 31 March on, could the stand-up call start at 12 instead of 11?",
        "From 31 March on, could the stand-up call start at 12 instead of 11? The clocks go forward then.",
        "starting in April, can we have the planning meeting at 12 rather than 11?",
        "from next week on the huddle should start at 12 instead of 11",
    ],
)
def test_from_then_on_may_come_first(read: Read, said: str) -> None:
    """All of them from then on are moved, whatever is told behind."""
    understood = read(said)
    assert (understood.intent, understood.scope) == (Intent.RESCHEDULE, "following")
    assert understood.time.clock == (720, None)


@pytest.mark.parametrize(
    "said",
    ["the debrief on Friday - propose 3:30 instead", "for the debrief: propose 3:30"],
)
def test_what_is_proposed_may_stand_behind_its_event(read: Read, said: str) -> None:
    """It is an invitation, and nothing new."""
    understood = read(said)
    assert understood.intent is Intent.PROPOSE
    assert understood.time.exact is not None
    assert f"{understood.time.exact:%H:%M}" == "15:30"
