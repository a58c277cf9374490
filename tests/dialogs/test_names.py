"""For whom a name can stand."""

import pytest

from dialogs.people.names import called_so, meant, told_apart
from graph.model import Person


def somebody(name: str, **known: str) -> Person:
    """A person whose address is made of the name."""
    return Person(name, f"{name.lower().replace(' ', '.')}@contoso.example", **known)


ME = somebody("Olive Park")
PEOPLE = [
    ME,
    somebody("Robert Hale", title="Account Manager", department="Sales", office="Oslo"),
    somebody("Rob Stein", title="Software Engineer", department="Platform", office="Porto"),
    somebody("Katharina Wolf"),
    somebody("João Brito"),
    somebody("Alexandra Vu"),
    somebody("Alex Kim"),
    somebody("Bill Rossi"),
    somebody("Babatunde Ajayi"),
    somebody("Marisella Conti"),
]


@pytest.mark.parametrize(
    ("said", "whom"),
    [
        ("Bob", ["Robert Hale"]),
        ("bobby hale", ["Robert Hale"]),
        ("Bob Stein", []),
        ("Rob", ["Rob Stein"]),
        ("Kate", ["Katharina Wolf"]),
        ("William", ["Bill Rossi"]),
        ("joao", ["João Brito"]),
        ("Alex", ["Alex Kim"]),
        ("Sandy", ["Alexandra Vu"]),
        ("Tunde", ["Babatunde Ajayi"]),
        ("sella conti", ["Marisella Conti"]),
        ("ella", ["Marisella Conti"]),
        ("Zoe", []),
        ("", []),
    ],
)
def test_a_name_stands_for_those_who_are_called_so(said: str, whom: list[str]) -> None:
    """As it is written first; then as its beginning; then as a short form; then as its end."""
    assert [person.name for person in meant(said, PEOPLE, ME, ())] == whom


@pytest.mark.parametrize(
    ("hint", "whom"),
    [
        ("Sales", ["Robert Hale"]),
        ("the engineer", ["Robert Hale", "Rob Stein"]),
        ("engineer", ["Rob Stein"]),
        ("engineering", ["Rob Stein"]),
        ("Porto", ["Rob Stein"]),
        ("account manager", ["Robert Hale"]),
        ("Payroll", ["Robert Hale", "Rob Stein"]),
        ("", ["Robert Hale", "Rob Stein"]),
    ],
)
def test_a_hint_tells_two_apart_or_leaves_both(hint: str, whom: list[str]) -> None:
    """A department, a title or a place; one that is true of nobody decides nothing."""
    assert [person.name for person in told_apart(hint, PEOPLE[1:3])] == whom


def test_an_address_goes_before_a_short_form_of_another() -> None:
    people = [
        Person("Isabella Ricci", "bella@contoso.example"),
        Person("Elizabeth Moss", "liz@contoso.example"),
    ]
    assert [person.name for person in meant("bella", people, ME, ())] == ["Isabella Ricci"]


@pytest.mark.parametrize(("said", "is_called"), [("wi hare", True), ("wi", False), ("wi moss", False)])
def test_two_letters_are_a_name_before_the_surname(said: str, is_called: bool) -> None:
    assert called_so(said.split(), ["wiremu", "hare"]) is is_called
