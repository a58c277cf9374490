"""Answers to invitations in the words of many places, of a meeting that may be called by its bare title."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read

ANSWERS = [
    ("I'll pass on budget review", Intent.DECLINE),
    ("I'm going to have to pass on the budget review", Intent.DECLINE),
    ("bow out of budget review", Intent.DECLINE),
    ("sit out the budget review", Intent.DECLINE),
    ("sorry but no on budget review", Intent.DECLINE),
    ("a no from me on the budget review", Intent.DECLINE),
    ("budget review - decline", Intent.DECLINE),
    ("budget review, I'll pass", Intent.DECLINE),
    ("budget review? can't make it", Intent.DECLINE),
    ("count me in for budget review", Intent.ACCEPT),
    ("I'm in for budget review", Intent.ACCEPT),
    ("put me down as a yes for budget review", Intent.ACCEPT),
    ("happy to join the budget review", Intent.ACCEPT),
    ("yeah I can do the budget review", Intent.ACCEPT),
    ("budget review: accept", Intent.ACCEPT),
    ("put me down as a maybe for budget review", Intent.TENTATIVE),
    ("put me as tentative on budget review", Intent.TENTATIVE),
    ("Budget review - tentative", Intent.TENTATIVE),
    ("budget review: maybe", Intent.TENTATIVE),
]


@pytest.mark.parametrize(("said", "intent"), ANSWERS)
def test_an_answer_names_its_invitation(read: Read, said: str, intent: Intent) -> None:
    """Nobody is asked which one, where it is named."""
    understood = read(said)
    assert (understood.intent, understood.subject.lower()) == (intent, "budget review")


def test_a_title_may_have_a_year(read: Read) -> None:
    """It is no time at which anything is."""
    understood = read("Budget 2028 - tentative")
    assert (understood.intent, understood.subject) == (Intent.TENTATIVE, "Budget 2028")


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("Tentative for Budget 2028 please, I must first check my agenda", "I must first check my agenda"),
        ("I'll sit out the budget review, double booked", "double booked"),
        ("a no from me on the budget review, I'm traveling", "I'm traveling"),
    ],
)
def test_why_is_told_with_the_answer(read: Read, said: str, note: str) -> None:
    """It is no part of the title."""
    assert read(said).note == note


@pytest.mark.parametrize(
    "said",
    [
        "decline budget review, ask Tom if we can do Tuesday at 3 instead",
        "decline the budget review and ask Tom if Tuesday at 3 works",
        "can't make budget review, can Tom do Tuesday at 3?",
        "decline budget review and propose Tuesday at 3",
    ],
)
def test_a_refusal_that_asks_for_another_time_proposes_it(read: Read, said: str) -> None:
    """To whoever invited: nothing is changed in their stead."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.PROPOSE, "decline")
    assert understood.event is not None
    assert understood.event.subject.lower() == "budget review"
    assert understood.time.exact is not None
    assert f"{understood.time.exact:%a %H:%M}" == "Tue 15:00"


@pytest.mark.parametrize(
    "said",
    ["what haven't I responded to?", "anything pending?", "is there anything I haven't answered yet", "what's pending"],
)
def test_what_waits_for_an_answer_is_asked_for(read: Read, said: str) -> None:
    """However it is called."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.LIST_EVENTS, "invitations")


@pytest.mark.parametrize("said", ["I'll do the dishes", "I can do Tuesday at 3", "I'm out on Friday"])
def test_what_names_no_meeting_answers_none(read: Read, said: str) -> None:
    """Days and chores are no invitations."""
    assert read(said).intent not in (Intent.ACCEPT, Intent.TENTATIVE, Intent.DECLINE)
