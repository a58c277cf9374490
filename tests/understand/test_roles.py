"""Who comes after all and who does not, said while a booking is open and while nothing is."""

import pytest

from dialogs.understand.understood import Intent, Question, Role
from tests.understand.conftest import Read

TIMES = Question("choice", ("Thu 10:00", "Thu 14:30", "Fri 09:00"))
QUESTIONS = [TIMES, Question("yes_no"), Question("person", ("Alex Meyer", "Alex Novak"))]

IN, OUT, MAYBE = Role.REQUIRED, Role.WITHOUT, Role.OPTIONAL

SAID: list[tuple[str, dict[str, Role], Intent]] = [
    ("don't invite Alex", {"Alex": OUT}, Intent.REMOVE_ATTENDEE),
    ("without Alex", {"Alex": OUT}, Intent.REMOVE_ATTENDEE),
    ("no, without Alex please", {"Alex": OUT}, Intent.REMOVE_ATTENDEE),
    ("leave him out", {"him": OUT}, Intent.REMOVE_ATTENDEE),
    ("forget Alex", {"Alex": OUT}, Intent.REMOVE_ATTENDEE),
    ("drop Tom and Ana", {"Tom": OUT, "Ana": OUT}, Intent.REMOVE_ATTENDEE),
    ("Tom can't make it", {"Tom": OUT}, Intent.REMOVE_ATTENDEE),
    ("not Alex, Tom", {"Alex": OUT, "Tom": IN}, Intent.ADD_ATTENDEE),
    ("Tom instead of Alex", {"Tom": IN, "Alex": OUT}, Intent.ADD_ATTENDEE),
    ("I meant Tom, not Alex", {"Tom": IN, "Alex": OUT}, Intent.ADD_ATTENDEE),
    ("replace Alex with my manager", {"Alex": OUT, "my manager": IN}, Intent.ADD_ATTENDEE),
    ("also Omar", {"Omar": IN}, Intent.ADD_ATTENDEE),
    ("and Omar", {"Omar": IN}, Intent.ADD_ATTENDEE),
    ("add Omar and Priya", {"Omar": IN, "Priya": IN}, Intent.ADD_ATTENDEE),
    ("Omar too", {"Omar": IN}, Intent.ADD_ATTENDEE),
    ("invite the design team as well", {"the design team": IN}, Intent.ADD_ATTENDEE),
    ("Sofia is optional", {"Sofia": MAYBE}, Intent.ADD_ATTENDEE),
    ("make Sofia and Tom optional", {"Sofia": MAYBE, "Tom": MAYBE}, Intent.ADD_ATTENDEE),
    ("Sofia doesn't have to come", {"Sofia": MAYBE}, Intent.ADD_ATTENDEE),
    ("Sofia has to be there", {"Sofia": IN}, Intent.AMEND),
]


@pytest.mark.parametrize(("said", "roles", "intent"), SAID)
def test_who_comes(read: Read, said: str, roles: dict[str, Role], intent: Intent) -> None:
    """Each is spoken of in their new role; with nothing open it is a request of its own."""
    understood = read(said)
    assert {p.text: p.role for p in understood.people} == roles
    assert understood.intent is intent


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(("said", "roles", "intent"), SAID)
def test_it_amends_what_is_open(
    read: Read, said: str, roles: dict[str, Role], intent: Intent, question: Question
) -> None:
    """Whatever was asked, the booking is what is changed."""
    understood = read(said, question)
    assert {p.text: p.role for p in understood.people} == roles
    assert understood.intent is Intent.AMEND


@pytest.mark.parametrize("said", ["not alex, tom", "tom instead of alex", "drop alex and add tom"])
def test_small_letters_are_people_too(read: Read, said: str) -> None:
    """Most people type in lower case."""
    assert {p.text: p.role for p in read(said, TIMES).people} == {"alex": OUT, "tom": IN}


@pytest.mark.parametrize("said", ["him", "her", "them", "that one"])
def test_pronouns_are_told_from_names(read: Read, said: str) -> None:
    """The dialog knows whom was spoken of last."""
    (person,) = read(f"leave {said} out", TIMES).people
    assert (person.kind, person.role) == ("pronoun", OUT)


@pytest.mark.parametrize("said", ["leave it out", "forget it", "drop it", "also Thursday", "no problem", "not today"])
def test_what_is_no_person_stays_none(read: Read, said: str) -> None:
    """A sentence of who comes holds only where people stand in it."""
    assert not read(said, TIMES).people


def test_who_is_left_out_within_a_longer_request(read: Read) -> None:
    """The roles of a list follow what stands before each name."""
    understood = read("book an hour with Ana and Priya but not Tom tomorrow")
    assert [(p.text, p.role) for p in understood.people] == [("Ana", IN), ("Priya", IN), ("Tom", OUT)]
    assert [p.role for p in read("book it for Friday but don't invite Alex").people] == [OUT]
