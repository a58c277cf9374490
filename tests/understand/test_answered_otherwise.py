"""Answers to invitations, in words that name no answer."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


def test_the_first_two_are_two(read: Read) -> None:
    """Each is told by its place; what is to be done with the last is a second request."""
    understood = read("accept the first two and decline the last")
    assert (understood.choice, [each.choice for each in understood.others]) == (1, [2])
    assert understood.then == "decline the last"


def test_an_hour_may_stand_before_its_day(read: Read) -> None:
    """ "11 on Friday", of another time that is proposed."""
    understood = read("can't do the review at 9, tell Ana I could do 11 on Friday")
    assert (understood.intent, understood.facet) == (Intent.PROPOSE, "decline")
    assert understood.time.exact
    assert (understood.time.exact.day, understood.time.exact.hour) == (20, 11)


@pytest.mark.parametrize("said", ["I can come to the tasting now, please accept", "I can make the tasting after all"])
def test_who_can_come_accepts(read: Read, said: str) -> None:
    """Whatever was answered before."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.ACCEPT, "tasting")


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("rsvp maybe to Q3 forecast", Intent.TENTATIVE),
        ("Yes to dock lease", Intent.ACCEPT),
        ("no to dock lease", Intent.DECLINE),
    ],
)
def test_an_answer_to_a_bare_title(read: Read, said: str, intent: Intent) -> None:
    """It needs no article."""
    understood = read(said)
    assert understood.intent is intent
    assert understood.subject in ("Q3 forecast", "dock lease")


@pytest.mark.parametrize(
    "said", ["reply to the incident review with tentative", "answer the incident review with a maybe"]
)
def test_an_answer_may_be_said_last(read: Read, said: str) -> None:
    """Behind what it answers."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.TENTATIVE, "incident review")


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("take me off the drydock countdown this week", "drydock countdown"),
        ("remove me from the retro please", "retro"),
    ],
)
def test_who_takes_themselves_off_declines(read: Read, said: str, subject: str) -> None:
    """Only the organizer takes others off."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.DECLINE, subject)


@pytest.mark.parametrize(
    "said", ["please ask Liv whether the retro could start at 10:30", "ask Liv if the retro can be moved to 10:30"]
)
def test_who_is_asked_whether_it_could_be_at_another_time(read: Read, said: str) -> None:
    """That is proposed to them."""
    understood = read(said)
    assert understood.intent is Intent.PROPOSE
    assert understood.event
    assert understood.event.subject == "retro"


@pytest.mark.parametrize(
    "said",
    [
        "decline everything I haven't answered on Friday",
        "decline all the invitations that I have not replied to yet for Friday",
        "reject whatever i didnt respond to on friday",
    ],
)
def test_what_was_not_answered_yet_are_invitations(read: Read, said: str) -> None:
    """However it is said that they wait."""
    understood = read(said)
    assert (understood.intent, understood.noun, understood.scope) == (Intent.DECLINE, "invitations", "all")
    assert understood.subject == ""


@pytest.mark.parametrize(
    ("said", "intent", "subject", "note"),
    [
        ("say yes to the pilot with a note that I'll be late", Intent.ACCEPT, "pilot", "I'll be late"),
        ("drop out of the all hands on Friday", Intent.DECLINE, "all-hands", ""),
        ("I need to back out of tomorrow's review", Intent.DECLINE, "review", ""),
    ],
)
def test_an_answer_in_other_words(read: Read, said: str, intent: Intent, subject: str, note: str) -> None:
    """With what is told beside it."""
    understood = read(said)
    assert (understood.intent, understood.subject, understood.note) == (intent, subject, note)
