"""What somebody says of themselves behind a correction, and what is kept rather than cancelled."""

import pytest

from dialogs.understand.understood import Intent, Question, Role
from tests.understand.conftest import Read

TIMES = Question("choice", ("Tue 24 Nov, 11:00",))
SURE = Question("yes_no")


@pytest.mark.parametrize(
    "said",
    [
        "not tom, ana. brain not awake yet",
        "ana instead of tom. long day",
        "not Tom, Ana. Long day",
        "swap tom for ana please. need more coffee",
        "hang on, ana not tom. ugh, half asleep",
        "replace tom with ana, i keep mixing those two up",
        "Ana rather than Tom - I'm still half asleep",
        "not tom. ana. oof, not enough coffee today",
        "not tom, ana. the printer is jammed",
    ],
)
def test_an_aside_takes_nobody_away(read: Read, said: str) -> None:
    """Both of those who are named are heard: who comes and who does not."""
    people = {each.text.lower(): each.role is Role.WITHOUT for each in read(said, TIMES).people}
    assert people == {"tom": True, "ana": False}


@pytest.mark.parametrize(
    ("said", "words"),
    [("make it 10. sorry, monday brain", ["10"]), ("make it 45 minutes, my bad", ["45 minutes"])],
)
def test_an_aside_is_neither_a_day_nor_a_title(read: Read, said: str, words: list[str]) -> None:
    """A Monday brain is not on Monday."""
    understood = read(said, TIMES)
    assert (understood.intent, understood.subject) == (Intent.AMEND, "")
    assert [each.text.removeprefix("make it ") for each in understood.when] == words


@pytest.mark.parametrize(
    "said",
    [
        "no wait, keep it. move it to 4 instead",
        "Keep it. Could you move it to 4 instead?",
        "don't cancel it. make it 4",
        "actually leave it in, just move it to 4",
        "oh don't delete that - can you push it to 4 instead?",
    ],
)
def test_what_is_kept_may_be_moved(read: Read, said: str) -> None:
    """Two sentences are one wish of what is at hand."""
    understood = read(said, SURE)
    assert understood.intent in (Intent.AMEND, Intent.RESCHEDULE)
    assert understood.when
    assert not understood.subject
