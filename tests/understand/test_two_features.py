"""Two features of one event: a title or a place ends where the next one begins."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "title", "place"),
    [
        ("Rename the sync to Harbour walk and make the place Pier 4 entrance", "Harbour walk", "Pier 4 entrance"),
        ("Change the title of the sync to Harbour walk, and the room to Fado", "Harbour walk", "Fado"),
        ("rename the sync to Harbour walk and change the place to the canteen", "Harbour walk", "the canteen"),
        ("rename the sync to Harbour walk and swap the room to Fado", "Harbour walk", "Fado"),
        ("update the name of the sync to Harbour walk and its room to Fado", "Harbour walk", "Fado"),
    ],
)
def test_a_title_and_a_place(read: Read, said: str, title: str, place: str) -> None:
    """The second change is no part of the title."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.UPDATE, title)
    assert [each.location for each in understood.also] == [place]


def test_a_place_and_a_title(read: Read) -> None:
    """Nor is it a part of the place."""
    understood = read("Change the place of the sync to Pier 4 entrance and the title to Harbour walk")
    assert understood.location == "Pier 4 entrance"
    assert [each.subject for each in understood.also] == ["Harbour walk"]


@pytest.mark.parametrize(
    "said",
    [
        "change the title of the sync to Harbour walk and the time to 3pm",
        "set the title of the sync to Harbour walk and the start to 15:00",
    ],
)
def test_a_title_and_a_time(read: Read, said: str) -> None:
    """Of that one event, and of no others."""
    understood = read(said)
    assert (understood.intent, understood.facet, understood.subject) == (Intent.UPDATE, "title", "Harbour walk")
    assert [each.time.clock for each in understood.also] == [(900, None)]


@pytest.mark.parametrize("title", ["Food and Drink", "The Room to Grow", "Rules and the road to Porto"])
def test_a_title_may_hold_any_words(read: Read, title: str) -> None:
    """ "And" alone begins no change."""
    assert read(f"rename the sync to {title}").subject == title
