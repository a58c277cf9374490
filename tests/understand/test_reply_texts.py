"""What an automatic reply says, however it is put beside the days."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("I'm on leave on Friday, please set my out of office. Say Ana can help with anything urgent", "Ana can help"),
        ("Out of office 1-5 February, auto reply: I am away, please write to Ana", "I am away, please write to Ana"),
        ("Out of office from 1st to 5th February. Auto reply: Ask Ana, she has the keys", "Ask Ana"),
        ("I'm on holiday next week. Out of office message: Back on the 30th, ask Ana", "Back on the 30th, ask Ana"),
        ("set my auto reply to: I am away this week", "I am away this week"),
        ("put my auto reply to: Thanks for your mail, ask Ana", "Thanks for your mail, ask Ana"),
        ("Set my out of office from 1 to 5 February and let people know Ana is covering", "Ana is covering"),
        ("I'm off next week, set an auto-reply. Please mention that Ana has the keys", "Ana has the keys"),
    ],
)
def test_the_text_is_what_was_said(read: Read, said: str, text: str) -> None:
    """None of it is lost, and no meeting is booked of it."""
    understood = read(said)
    assert understood.intent is Intent.AWAY
    assert understood.note.startswith(text)


@pytest.mark.parametrize("said", ["turn off my auto reply", "Set my out of office for Friday"])
def test_who_says_no_text_has_none(read: Read, said: str) -> None:
    """The text of its own is made up by the dialog."""
    assert read(said).note == ""
