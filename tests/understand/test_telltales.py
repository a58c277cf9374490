"""What is left untried is what could not have fitted."""

import re

import pytest

from dialogs.understand.acts import chapter
from dialogs.understand.telltales import Index, telltales

TOLD = [
    ("book it", {"book it"}),
    ("(?:book|reserve) it", {"book", "reserve"}),
    ("re-?schedule", {"schedule"}),
    ("colou?rs+ab", {"colo"}),
    ("(?:the (?:meeting|call))?later", {"later"}),
    ("(?:meet|see)* Tom", {" tom"}),
    (r"(?<!not )good(?! bye)", {"good"}),
    (r"[(]free[)|]?\d{2,3}", {"free"}),
    (r"what(?P<is>'?s| is) (?P<who>.+)", {"what"}),
    (r"(?:\w+|the) day|.*", set()),
    ("(?:a|b?)", set()),
]


@pytest.mark.parametrize(("pattern", "told"), TOLD)
def test_what_a_pattern_needs(pattern: str, told: set[str]) -> None:
    """Letters without which it cannot fit; none where it can do without any."""
    assert telltales(pattern) == told


def test_only_what_may_fit_is_tried() -> None:
    """In the order in which they stand; one of which nothing is known always."""
    index = Index([telltales(each) for each in ("(?:move|shift) it", r"\w+", "cancel", "it")])
    assert index.worth_a_try("please shift it") == [0, 1, 3]
    assert index.worth_a_try("") == [1]


SAID = [
    "can't make the review, suggest Thursday at 3",
    "tell everyone in the stand-up I'm running 10 minutes late",
    "forward the retro to Tom and Ana",
    "I'm out of the office from Monday to Wednesday, back on Thursday",
    "make the stand-up weekly until June",
    "Remind everyone who has not answered the invitation to the offsite",
    "email Priya about the budget: I agree",
    "move everything tomorrow to Friday",
]


@pytest.mark.parametrize("name", ["acts", "moves"])
@pytest.mark.parametrize("said", SAID)
def test_nothing_that_fits_is_left_untried(name: str, said: str) -> None:
    """A sentence is tried wherever it would have fitted."""
    known = chapter("en", name)
    tried = list(known.worth_a_try(said))
    fitting = [each for each in known.sentences if re.fullmatch(each.pattern, said)]
    assert all(each in tried for each in fitting)
