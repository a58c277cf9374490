"""Who cannot come and is taken off for that, and "us" in a room."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    [
        "tasting Thursday: Femi can't come so take him off",
        "Femi is ill, take him off the tasting",
        "Femi's out. Remove him from the tasting",
        "Femi can't come to the tasting on Thursday, so please take him off",
        "for the tasting: Femi is away so drop him",
    ],
)
def test_by_name(read: Read, said: str) -> None:
    """It is no answer of the speaker's."""
    understood = read(said)
    assert understood.intent is Intent.REMOVE_ATTENDEE
    assert [each.text for each in understood.people] == ["Femi"]
    assert understood.event and understood.event.subject == "tasting"


def test_a_room_besides(read: Read) -> None:
    """ "Us" are those who meet."""
    understood = read("tasting thursday: take Femi off and put us in Luso")
    assert understood.intent is Intent.REMOVE_ATTENDEE and not understood.unheard
    assert [each.location for each in understood.also] == ["Luso"]


@pytest.mark.parametrize(
    "said",
    [
        "put us in Luso for the tasting",
        "the heating died in Fado. Move the tasting to Luso",
        "Fado's projector is dead, put the tasting in Luso",
        "Fado is being painted, move the tasting to Luso please",
    ],
)
def test_a_room_for_it(read: Read, said: str) -> None:
    """What is wrong with another one tells nothing more."""
    understood = read(said)
    assert (understood.intent, understood.facet, understood.location) == (Intent.UPDATE, "location", "Luso")
    assert understood.event and understood.event.subject == "tasting"


def test_one_declines_for_oneself(read: Read) -> None:
    """ "Take me off" is an answer."""
    understood = read("I can't come to the tasting, take me off")
    assert (understood.intent, understood.subject) == (Intent.DECLINE, "tasting")


@pytest.mark.parametrize(
    "said",
    ["forward the tasting to Femi, he should at least know", "forward the tasting to Femi because he asked for it"],
)
def test_passed_on_for_a_reason(read: Read, said: str) -> None:
    """Why makes no guest of him."""
    understood = read(said)
    assert understood.intent is Intent.FORWARD
    assert [each.text for each in understood.people] == ["Femi"]
