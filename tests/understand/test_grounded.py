"""Words that hold the title of a meeting are read as being about it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.grounded import about
from dialogs.understand.understood import Intent, Role, Understood

LISBON = ZoneInfo("Europe/Lisbon")
CONTEXT = Context(datetime(2026, 11, 23, 9, tzinfo=LISBON), LISBON, "en-GB")
TITLE = "truck lease"


def read(utterance: str) -> Understood:
    """`utterance`, of which the title is known."""
    start = utterance.index(TITLE)
    return about(utterance, (start, start + len(TITLE)), "Truck lease", CONTEXT)


@pytest.mark.parametrize(
    ("utterance", "intent"),
    [
        ("truck lease works better for me at 4", Intent.RESCHEDULE),
        ("can truck lease go onto friday", Intent.RESCHEDULE),
        ("bump truck lease by an hour", Intent.RESCHEDULE),
        ("truck lease an hour later please", Intent.RESCHEDULE),
        ("i'd rather do truck lease at 4", Intent.RESCHEDULE),
        ("truck lease is now in La Cocina", Intent.UPDATE),
        ("let's do truck lease online", Intent.UPDATE),
        ("loop Katarzyna into truck lease", Intent.ADD_ATTENDEE),
        ("make sure Sione is at truck lease", Intent.ADD_ATTENDEE),
        ("truck lease without Arnau please", Intent.REMOVE_ATTENDEE),
        ("drop Arnau from truck lease", Intent.REMOVE_ATTENDEE),
        ("no truck lease next monday pls", Intent.CANCEL),
        ("truck lease isn't happening", Intent.CANCEL),
        ("count me in for truck lease", Intent.ACCEPT),
        ("can't do truck lease", Intent.DECLINE),
        ("what time does truck lease kick off", Intent.EVENT_DETAILS),
        ("tell everyone at truck lease we start 5 min late", Intent.CONTACT_ATTENDEES),
    ],
)
def test_the_words_tell_what_is_wanted_of_the_meeting(utterance: str, intent: Intent) -> None:
    """Whatever its title is made of, and however it stands in the sentence."""
    said = read(utterance)
    assert said.intent is intent
    assert (said.event or said).subject == "Truck lease"


@pytest.mark.parametrize("utterance", ["truck lease is a mess", "truck lease, hmm", "so, truck lease"])
def test_what_tells_nothing_is_no_change(utterance: str) -> None:
    """It is asked, then, what is wanted."""
    said = read(utterance)
    assert said.intent is Intent.OUT_OF_SCOPE
    assert said.is_guessed


@pytest.mark.parametrize("utterance", ["i'm out for truck lease", "truck lease without Arnau please"])
def test_what_the_model_alone_tells_is_marked_as_a_guess(utterance: str) -> None:
    """So that nothing is sent on it without asking."""
    assert read(utterance).is_guessed
    assert not read("decline truck lease").is_guessed


def test_a_known_name_is_one_wherever_it_stands() -> None:
    """In lower case, and behind words that no name follows."""
    said = understand("steal yuki for 20 mins thursday at 3", Context(CONTEXT.now, LISBON, names=frozenset({"yuki"})))
    assert [(each.text, each.role) for each in said.people] == [("yuki", Role.REQUIRED)]
    assert said.time.duration == timedelta(minutes=20)
    without = understand("the review minus yuki", Context(CONTEXT.now, LISBON, names=frozenset({"yuki"})))
    assert [(each.text, each.role) for each in without.people] == [("yuki", Role.WITHOUT)]
