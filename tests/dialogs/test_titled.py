"""Which words of an utterance are the title of a meeting that exists."""

from datetime import UTC, datetime, timedelta

import pytest

from dialogs.referents.titled import find
from graph.model import Attendee, Event, Person

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
ANA, YAN = Person("Ana Ruiz", "ana@x.example"), Person("Yan Li", "yan@x.example")
TITLES = (
    "Truck lease",
    "Dock planning",
    "Atlas release notes",
    "Atlas stand-up",
    "Onboarding flow: decide",
    "Tasting of the olive oil",
    "Ana / Yan",
    "Budget review",
    "Contract review",
    "Weekly sync",
)
AHEAD = tuple(
    Event(title, title, NOON, NOON + timedelta(hours=1), ANA, (Attendee(YAN.name, YAN.email),)) for title in TITLES
)


@pytest.mark.parametrize(
    ("utterance", "words", "title"),
    [
        ("truck lease works better at 4", "truck lease", "Truck lease"),
        ("i'll be late for the truck leases", "truck leases", "Truck lease"),
        ("loop Sam into dock planing", "dock planing", "Dock planning"),
        ("release notes needs to go", "release notes", "Atlas release notes"),
        ("is atlas release notes on?", "atlas release notes", "Atlas release notes"),
        ("delete the onboarding decide thing", "onboarding decide", "Onboarding flow: decide"),
        ("the olive oil tasting clashes", "olive oil tasting", "Tasting of the olive oil"),
        ("monday's lease is off", "lease", "Truck lease"),
        ("push the lease an hour", "lease", "Truck lease"),
        ("can the contract review be longer", "contract review", "Contract review"),
    ],
)
def test_a_title_is_found_where_it_stands(utterance: str, words: str, title: str) -> None:
    """However it is spelt, and without the words that are not said of it."""
    found = find(utterance, AHEAD)
    assert found is not None
    assert (utterance[slice(*found.span)], found.title) == (words, title)


@pytest.mark.parametrize(
    "utterance",
    [
        "order me a pizza",
        "yan owes me a chat",
        "sync my phone",
        "give the review to somebody else",
        "swap truck lease and dock planning",
        "",
    ],
)
def test_no_title_is_seen_in_a_name_a_kind_of_meeting_or_two_titles(utterance: str) -> None:
    """A word that many meetings have, and somebody's name, tell none of them."""
    assert find(utterance, AHEAD) is None


@pytest.mark.parametrize(
    "utterance",
    ["put the harbour lease at 4", "rename wine tasting", "warehouse planning moves to 3", "yuki at 2, lease letter"],
)
def test_one_word_of_a_title_that_stands_in_another_name_tells_no_meeting(utterance: str) -> None:
    """The town hall rehearsal is not the inspection rehearsal."""
    assert find(utterance, AHEAD) is None


def test_a_story_is_held_against_no_title() -> None:
    """Every word against every title would take seconds."""
    assert find("truck lease " + "and so we went on " * 100, AHEAD) is None
