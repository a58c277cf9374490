"""Answers that are led up to, and two questions at once."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "intent", "subject"),
    [
        ("turns out I can come to Mia's tasting after all, so accept it", Intent.ACCEPT, "Mia's tasting"),
        ("my dentist moved so i can make the tasting after all - accept it", Intent.ACCEPT, "tasting"),
        ("Looks like I'm free for the tasting, please accept", Intent.ACCEPT, "tasting"),
        ("the tasting works for me after all, pls accept it", Intent.ACCEPT, "tasting"),
        ("i could join the tasting, say maybe to it", Intent.TENTATIVE, "tasting"),
        ("it turns out i can't come to the tasting, so decline it", Intent.DECLINE, "tasting"),
    ],
)
def test_what_leads_up_to_an_answer_is_no_title(read: Read, said: str, intent: Intent, subject: str) -> None:
    """The event stands in what is told first."""
    understood = read(said)
    assert (understood.intent, understood.subject.removeprefix("the ")) == (intent, subject)


def test_what_turns_out_is_no_invitation(read: Read) -> None:
    """Neither behind the answer."""
    understood = read("accept the tasting, turns out I can come")
    assert (understood.intent, understood.facet, understood.subject) == (Intent.ACCEPT, "", "tasting")


@pytest.mark.parametrize(
    "said",
    [
        "decline the tasting, I'm with a client, and say sorry to Mia",
        "decline the tasting and apologise to mia please",
        "decline the tasting, tell Mia my apologies",
    ],
)
def test_sorry_is_a_note(read: Read, said: str) -> None:
    """In words that somebody can read."""
    understood = read(said)
    assert (understood.intent, understood.note) == (Intent.DECLINE, "My apologies")


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("accept the other one", Intent.ACCEPT),
        ("and a maybe for the other invite please", Intent.TENTATIVE),
        ("can't make the other one", Intent.DECLINE),
        ("I'll come to the other", Intent.ACCEPT),
    ],
)
def test_the_other_one_is_no_title(read: Read, said: str, intent: Intent) -> None:
    """Which one it is, the invitations tell."""
    understood = read(said)
    assert (understood.intent, understood.facet, understood.subject) == (intent, "other", "")


def test_the_other_one_behind_an_answer(read: Read) -> None:
    """Without the one that was named."""
    understood = read("tentative for the tasting, accept the other one")
    assert (understood.intent, understood.then) == (
        Intent.TENTATIVE,
        "accept the other invitation except the tasting",
    )


@pytest.mark.parametrize(
    ("said", "facets"),
    [
        ("who does Tom report to again? and whats his job", ("manager", "title")),
        ("whats tom's email and his phone number?", ("email", "phone")),
        ("who is Tom's boss, and where does he sit?", ("manager", "office")),
    ],
)
def test_two_questions_about_one_person(read: Read, said: str, facets: tuple[str, str]) -> None:
    """The pronoun is who was named first."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.LOOKUP_PERSON, facets[0])
    assert [(each.facet, each.people) for each in understood.others] == [(facets[1], understood.people)]


def test_what_cannot_be_come_to_goes_before_the_absence(read: Read) -> None:
    """On that day, where nothing else is said of when."""
    understood = read("I'm out Friday, decline the tasting and the retro")
    assert (understood.intent, understood.then) == (Intent.DECLINE, "I'm out Friday")
    assert understood.time.slots


@pytest.mark.parametrize("said", ["running 10 late for zephyr (sorry)", "I'll be 10 late for zephyr sorry all"])
def test_late_for_a_bare_title(read: Read, said: str) -> None:
    """Brackets and a sorry are no part of it."""
    understood = read(said)
    assert (understood.intent, understood.facet, understood.note) == (Intent.CONTACT_ATTENDEES, "late", "")
    assert understood.event
    assert understood.event.subject == "zephyr"
