"""Two things in one message that are taken in turn, and which of them first."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.parting.in_turn import in_turn

_LISBON = ZoneInfo("Europe/Lisbon")
_NOW = Context(datetime(2026, 11, 23, 9, 10, tzinfo=_LISBON), _LISBON, "en-GB")


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("who's Yuki and what time is it in Tokyo?", "who's Yuki", "what time is it in Tokyo?"),
        ("what time is it in Lagos, and who's amina?", "what time is it in Lagos", "who's amina?"),
        (
            "what time is it for Jun now? and is he still at work?",
            "what time is it for Jun now",
            "is he still at work?",
        ),
        ("who's in the town hall and then cancel the vendor call", "who's in the town hall", "cancel the vendor call"),
        ("am I free at 4 today? where's the town hall?", "am I free at 4 today", "where's the town hall?"),
        (
            "what do I have tomorrow, and is Mia free at 3?",
            "what do I have tomorrow",
            "is Mia free at 3 on 24 November?",
        ),
        (
            "push the budget review to 4 and tell me where the town hall is",
            "tell me where the town hall is",
            "push the budget review to 4",
        ),
    ],
)
def test_a_question_is_answered_first(said: str, first: str, second: str) -> None:
    """It waits for nothing, and an hour behind a day is of that day."""
    things = in_turn(said, _NOW, understand)
    assert things is not None
    assert (things.first, things.second, things.waits) == (first, second, False)


@pytest.mark.parametrize(
    ("said", "second"),
    [
        (
            "cancel the vendor call today and mail Ana that we'll pick it up on friday",
            "mail Ana that we'll pick it up on friday",
        ),
        ("call off the vendor call and email ana: we pick it up on friday", "email ana: we pick it up on friday"),
    ],
)
def test_a_message_waits_until_that_is_done_of_which_it_tells(said: str, second: str) -> None:
    """Nobody reads of what was left as it is."""
    things = in_turn(said, _NOW, understand)
    assert things is not None
    assert (things.second, things.waits) == (second, True)


def test_what_is_put_in_their_calendar_is_put_there_at_that_time() -> None:
    """Whom it was asked of, and when."""
    things = in_turn("Is Mia free friday at 3? If so put an hour with Jun in her calendar, audit", _NOW, understand)
    assert things is not None
    assert things.second == "put an hour with Jun in Mia's calendar friday at 3, audit"


@pytest.mark.parametrize(
    "said",
    [
        "where is the town hall and how long does it last?",
        "is Mia free at 3 and can you book her then?",
        "move the review to 4 and add Tom",
        "what's on tomorrow and on Friday?",
        "who's coming to the town hall and who declined?",
        "book an hour with Tom and Mia tomorrow at 10, and call it plan and review",
    ],
)
def test_one_thing_stays_one(said: str) -> None:
    """What only goes on with the same, or is done to the same event."""
    assert in_turn(said, _NOW, understand) is None
