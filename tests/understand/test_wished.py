"""What somebody wishes of an event that is there, as a plain request for it."""

import pytest

from dialogs.understand.behalf.behalf import find
from dialogs.understand.behalf.wished import is_unwished, wished

OF_A_TITLE = [
    ("Mia wants ward round moved to Tuesday at 3", "Mia", "move the ward round to Tuesday at 3"),
    ("Mia wants to push the ward round by an hour", "Mia", "push the ward round by an hour"),
    ("mia asked to move ward round to 11", "mia", "move the ward round to 11"),
    ("Mia Odell needs ward round cancelled", "Mia Odell", "cancel the ward round"),
    ("user Mia Odell wants to cancel ward round", "Mia Odell", "cancel the ward round"),
    ("Mia is asking to have ward round pushed 30 min", "Mia", "push the ward round 30 min"),
    ("Mia just emailed, wants the ward round called off", "Mia", "cancel the ward round"),
    (
        "Mia from radiology has asked that ward round be brought forward to 9",
        "Mia",
        "bring the ward round forward to 9",
    ),
    ("Mia is wondering if the ward round could be postponed to Friday", "Mia", "postpone the ward round to Friday"),
    ("Mia wants Noah off ward round", "Mia", "take Noah off the ward round"),
    ("Mia would like Noah added to the ward round", "Mia", "add Noah to the ward round"),
    ("Mia wants out of the ward round", "Mia", "take Mia off the ward round"),
    ("Mia asked us to rename ward round to big round", "Mia", "rename the ward round to big round"),
    ("Mia and Noah want the ward round an hour later", "Mia", "have the ward round an hour later"),
    ("Mia needs the ward round to start at 9", "Mia", "the ward round should start at 9"),
    ("my boss wants the ward round shifted to 2", "my boss", "shift the ward round to 2"),
]
BY_SOMEBODY = [
    ("the clinic wants the ward round moved to 3", "move the ward round to 3"),
    ("they'd like ward round pulled forward 15 min", "pull the ward round forward 15 min"),
    ("Mia would like our lunch moved to 12:30", "move our lunch with Mia to 12:30"),
    ("Mia wants to push our review", "push our review with Mia"),
]
NO_WISH = [
    "Mia doesn't want the ward round moved",
    "Mia asked if the ward round was moved",
    "Mia wants to know when the ward round was moved",
    "Mia wants a meeting moved in",
    "Mia wants 30 minutes with Noah",
    "Mia needs lunch set up with Noah",
    "Mia needs the ward round added to her calendar",
    "Mia needs Friday off next week",
    "Mia wants it moved to 3",
    "the ward round needs to be moved to 3",
    "I want the ward round moved to 3",
]


@pytest.mark.parametrize(("said", "name", "request_"), OF_A_TITLE)
def test_an_event_that_is_only_named_may_be_anybodys(said: str, name: str, request_: str) -> None:
    """The dialog looks in whose calendar it is."""
    found = find(said)
    assert found is not None
    assert (found.name, found.rest, found.of_event, found.is_titled) == (name, request_, True, True)


@pytest.mark.parametrize(("said", "request_"), BY_SOMEBODY)
def test_what_nobody_with_a_name_wishes_is_of_the_speakers_own(said: str, request_: str) -> None:
    """So is "our lunch", which is with whom it is wished by."""
    wish = wished(said)
    assert wish is not None
    assert wish.request == request_
    assert find(said) is None


@pytest.mark.parametrize("said", NO_WISH)
def test_what_is_asked_denied_or_new_is_no_wish(said: str) -> None:
    """Nothing that exists is changed on account of it."""
    assert wished(said) is None


@pytest.mark.parametrize(
    ("said", "is_left"),
    [
        ("Mia doesn't want the ward round moved", True),
        ("the clinic does not need it cancelled any more", True),
        ("Mia doesn't want to reschedule", True),
        ("Mia doesn't want to come to the ward round", False),
        ("Mia wants the ward round moved", False),
    ],
)
def test_what_is_not_wished_is_left_as_it_is(said: str, is_left: bool) -> None:
    """Somebody without a name may not wish it either."""
    assert is_unwished(said) is is_left
