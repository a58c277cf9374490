"""What is said to the card of days away changes its reply and its calendar, and nothing else does."""

from datetime import UTC, datetime, timedelta

import pytest

from dialogs.frame import Absence
from dialogs.personal.away_with import changed
from graph.model import Window

_FRIDAY = datetime(2026, 11, 27, tzinfo=UTC)
_CARD = Absence("card", Window(_FRIDAY, _FRIDAY + timedelta(days=1)), is_all_day=True, text="I am out.")


@pytest.mark.parametrize(
    ("words", "reply"),
    [
        ("say Alex covers for me", "I am out. Alex covers for me."),
        ("and mention that Tom has the keys", "I am out. Tom has the keys."),
        ("the reply should also say that urgent things go to Priya", "I am out. Urgent things go to Priya."),
        ("let people know Sam is standing in", "I am out. Sam is standing in."),
        ("tell everyone I'm back on Monday", "I'm back on Monday"),
    ],
)
def test_what_the_reply_is_to_say_too_stands_behind_what_it_says(words: str, reply: str) -> None:
    after = changed(words, _CARD)
    assert after is not None and after.text == reply


@pytest.mark.parametrize(
    "words", ["no auto reply", "just my calendar please", "don't answer my mail", "skip the reply"]
)
def test_no_mail_is_answered_where_none_is_to_be(words: str) -> None:
    after = changed(words, _CARD)
    assert after is not None and after.is_silent and not after.text and not after.is_unblocked


@pytest.mark.parametrize("words", ["don't block my calendar", "just the auto reply", "leave my calendar alone"])
def test_the_calendar_stays_as_it_is_where_only_mail_is_to_be_answered(words: str) -> None:
    after = changed(words, _CARD)
    assert after is not None and after.is_unblocked and after.text == _CARD.text


@pytest.mark.parametrize("words", ["block the day too", "and block my calendar as well", "mark those days as ooo"])
def test_the_days_are_blocked_where_they_were_not_to_be(words: str) -> None:
    after = changed(words, Absence("card", _CARD.window, is_all_day=True, text="I am out.", is_unblocked=True))
    assert after is not None and not after.is_unblocked


@pytest.mark.parametrize(
    "words",
    [
        "say yes",
        "make it thursday",
        "block 2 to 3 with Tom",
        "tell Tom I'm ill",
        "no",
        "say it again please",
        "no reply from Tom yet?",
    ],
)
def test_anything_else_is_said_to_somebody_else(words: str) -> None:
    assert changed(words, _CARD) is None


def test_how_mail_is_answered_is_its_owners_to_set() -> None:
    theirs = Absence("card", _CARD.window, is_all_day=True, owner="Priya")
    assert changed("say Alex covers for me", theirs) is None
