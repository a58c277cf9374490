"""What others read stands as it was said, however it was read."""

import pytest

from dialogs.understand.slots.as_said import as_said
from dialogs.understand.understood import Intent, Understood
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("cancel the lunch and tell Ana we'll do it the week after instead", "we'll do it the week after instead"),
        ("decline the retro, tell them I'm off on the bank holiday", "I'm off on the bank holiday"),
        ("cancel the lunch and tell Ana I'll bring the forms w/ me b4 noon", "I'll bring the forms w/ me b4 noon"),
        ("email Tom that the bank holiday rota is wrong", "the bank holiday rota is wrong"),
    ],
)
def test_a_note_is_not_put_in_other_words(read: Read, said: str, note: str) -> None:
    """ "The week after" is no week to those who read "by 7 days"."""
    assert read(said).note == note


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("half an hour with Ana tomorrow at 2 about the bank holiday cover", "bank holiday cover"),
        ("rename the retro to bank holiday plans", "bank holiday plans"),
        ("book an hour tomorrow at 3 called Bank holiday cover", "Bank holiday cover"),
    ],
)
def test_a_title_is_not_put_in_other_words(read: Read, said: str, subject: str) -> None:
    """The bank holiday stays one."""
    assert read(said).subject == subject


def test_words_that_were_never_said_stay_as_they_are() -> None:
    """A note may be made of what was said, as "please call me" is of "tell him to call me"."""
    said = Understood(Intent.EMAIL_SEND, 1.0, note="please call me")
    assert as_said("tell him to call me", said, str.lower) is said


@pytest.mark.parametrize(
    "behind",
    [
        ", no need to tell Ana",
        ", don't tell Ana",
        ", don't send a response",
        ", no message",
        ", no reply needed",
        ". no need to notify the organizer",
        ", you don't need to tell anyone",
        " without telling anyone",
        " but don't send a reply",
    ],
)
@pytest.mark.parametrize("answer", ["decline", "accept", "tentative for"])
def test_an_answer_that_nobody_is_to_be_told_is_not_sent(read: Read, answer: str, behind: str) -> None:
    """Nor is it taken for a note, or Ana for one who comes."""
    understood = read(f"{answer} the kiln review{behind}")
    assert (understood.subject, understood.is_quiet, understood.note) == ("kiln review", True, "")
    assert not understood.people


@pytest.mark.parametrize(
    "said", ["decline the kiln review, tell Ana I don't need a reply", "decline the kiln review and tell her I'm ill"]
)
def test_an_answer_with_a_word_to_somebody_is_sent(read: Read, said: str) -> None:
    """What is told is a note, whatever is not needed."""
    assert not read(said).is_quiet
    assert read(said).note
