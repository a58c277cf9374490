"""Who may come and need not, in a sentence or a clause of its own, and beside another change."""

import pytest

from dialogs.understand.understood import Intent, Role
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "told",
    [
        ". Rui may join but doesn't have to",
        ". Rui can come if he likes",
        ", Rui is welcome too but it's not a must",
        "; Rui could drop in if he wants, no pressure",
        " and Rui can join if he has time",
        ". Rui doesn't have to but may join",
        ", Rui is invited but it's optional for him",
        ". Can Rui join if he likes?",
    ],
)
def test_who_may_come_is_optional(read: Read, told: str) -> None:
    """Whatever words say so; nobody is left out for them, and nobody has to come."""
    said = read(f"30 min with Ana tomorrow at 3{told}")
    assert said.intent is Intent.SCHEDULE
    assert {each.text: each.role for each in said.people} == {"Ana": Role.REQUIRED, "Rui": Role.OPTIONAL}


@pytest.mark.parametrize(
    "words",
    [
        "let Rui join the retro, he's optional",
        "add Rui to the retro. he's optional",
        "add Rui to the retro but it's not a must",
        "invite Rui to the retro too, he doesn't have to come",
        "ask Rui to join the retro, optional though",
    ],
)
def test_who_is_added_so_is_optional(read: Read, words: str) -> None:
    """Also where it is said behind the event."""
    said = read(words)
    assert (said.intent, said.event is not None) == (Intent.ADD_ATTENDEE, True)
    assert [(each.text, each.role) for each in said.people] == [("Rui", Role.OPTIONAL)]


@pytest.mark.parametrize(
    "words",
    [
        "make the retro private and let Rui join too, he's optional",
        "make the retro private and add Rui as optional",
        "move the retro to 4 and add Rui as optional",
        "rename the retro to Look back and let Rui come too, he's optional",
    ],
)
def test_neither_half_is_lost(read: Read, words: str) -> None:
    """What is changed first, and who is added besides."""
    said = read(words)
    assert said.event is not None
    assert not said.location
    assert [(each.text, each.role) for more in said.also for each in more.people] == [("Rui", Role.OPTIONAL)]


def test_what_somebody_is_told_stays_as_it_is(read: Read) -> None:
    """ "She can come if she likes" is what she reads."""
    assert read("tell Ana she can come if she likes").note == "You can come if you like"
