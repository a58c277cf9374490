"""Who comes to a meeting that there is instead of whom, and who only may: said in the ways of many places."""

import pytest

from dialogs.understand.understood import Intent, Role
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    [
        "swap Alex out for Tom on the budget review",
        "swap out Alex for Tom on budget review",
        "sub in Tom for Alex on the budget review",
        "sub Tom for Alex on budget review",
        "swap Tom in for Alex on budget review please",
        "trade Alex for Tom on the budget review pls",
        "can you switch out alex for tom in the budget review",
        "budget review: swap Alex for Tom",
        "on the budget review replace Alex w/ Tom",
        "bring in Tom in place of Alex on the budget review",
        "for budget review, Tom in, Alex out",
        "Alex out, Tom in for the budget review",
        "drop Alex from budget review, Tom is coming instead",
        "let Tom take Alex's place on budget review",
        "give Alex's seat on the budget review to Tom",
    ],
)
def test_one_takes_the_place_of_another(read: Read, said: str) -> None:
    """Whoever goes is never forgotten over who comes."""
    understood = read(said)
    assert understood.intent is Intent.ADD_ATTENDEE
    assert understood.event is not None
    assert "budget review" in understood.event.subject
    roles = {each.text.lower(): each.role for each in understood.people}
    assert roles == {"alex": Role.WITHOUT, "tom": Role.REQUIRED}


@pytest.mark.parametrize(
    "said",
    [
        "Alex is optional for budget review",
        "Alex's just optional for the budget review",
        "budget review: make Alex optional",
        "kindly make Alex an optional attendee in the budget review",
        "Alex should be optional on budget review too",
    ],
)
def test_somebody_only_may_come(read: Read, said: str) -> None:
    """The event is told from the person, wherever it stands."""
    understood = read(said)
    assert understood.event is not None
    assert understood.event.subject == "budget review"
    assert [(each.text, each.role) for each in understood.people] == [("Alex", Role.OPTIONAL)]


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("add Tom and make Alex optional", ("Tom", Role.REQUIRED), ("Alex", Role.OPTIONAL)),
        ("add Tom and remove Alex", ("Tom", Role.REQUIRED), ("Alex", Role.WITHOUT)),
        ("add Tom to the budget review, Alex is optional", ("Tom", Role.REQUIRED), ("Alex", Role.OPTIONAL)),
        ("budget review: make alex optional, add tom", ("alex", Role.OPTIONAL), ("tom", Role.REQUIRED)),
    ],
)
def test_both_halves_are_heard(read: Read, said: str, first: tuple[str, Role], second: tuple[str, Role]) -> None:
    """Also where the event is the one on the screen, of which nothing is said."""
    understood = read(said)
    people = [*understood.people, *(each for further in understood.also for each in further.people)]
    assert [(each.text, each.role) for each in people] == [first, second]


@pytest.mark.parametrize("said", ["lunch is optional", "swap the sync for the retro", "put lunch in for Monday"])
def test_what_is_no_person_takes_no_place(read: Read, said: str) -> None:
    """Meals, meetings and days are no people."""
    assert not any(each.role in (Role.WITHOUT, Role.OPTIONAL) for each in read(said).people)
