"""What others are told to have said or asked, invitations that may be there, and what is only sighed."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    [
        "Tom wants to know if he's free on thursday at 3",
        "tom is asking whether he is free thursday at 3",
        "tom is wondering if he's still free thursday at 3",
    ],
)
def test_what_somebody_asks_of_themselves_is_asked_of_them(read: Read, said: str) -> None:
    """It is their time that is looked at."""
    heard = read(said)
    assert heard.intent is Intent.CHECK_AVAILABILITY
    assert [each.text.lower() for each in heard.people] == ["tom"]


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("did Tom send me an invite? if so say yes", Intent.ACCEPT),
        ("is there an invite from Tom? if so accept it", Intent.ACCEPT),
        ("if there's an invitation from Tom, accept it", Intent.ACCEPT),
        ("has Tom invited me to the launch? if so decline it", Intent.DECLINE),
    ],
)
def test_an_invitation_is_answered_if_it_is_there(read: Read, said: str, intent: Intent) -> None:
    """That of the one who is named."""
    heard = read(said)
    assert heard.intent is intent
    assert [each.text for each in heard.people] == ["Tom"]


@pytest.mark.parametrize("said", ["did Tom invite me?", "has Tom sent me an invite yet?"])
def test_an_invitation_is_asked_after(read: Read, said: str) -> None:
    """Nothing is answered."""
    heard = read(said)
    assert (heard.intent, heard.facet) == (Intent.LIST_EVENTS, "invitations")


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("can't make headshots", "headshots"),
        ("turns out i won't make it to headshots after all, let Kate know i've got a site visit", "headshots"),
        ("won't make retro friday, sorry", "retro"),
        ("can't join budget review tomorrow", "budget review"),
    ],
)
def test_a_meeting_that_one_cannot_make_has_a_bare_name(read: Read, said: str, subject: str) -> None:
    """It is declined under that name."""
    heard = read(said)
    assert (heard.intent, heard.subject) == (Intent.DECLINE, subject)


@pytest.mark.parametrize("said", ["can't make friday", "won't make it", "i can't make mornings"])
def test_a_time_is_no_name(read: Read, said: str) -> None:
    """Nor is "it"."""
    assert read(said).subject == ""


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("decline nothing, just put lunch 12 to 1 on there", Intent.SCHEDULE),
        ("don't cancel anything, just move the retro to 4", Intent.RESCHEDULE),
    ],
)
def test_nothing_is_done_of_what_is_ruled_out(read: Read, said: str, intent: Intent) -> None:
    """Only what stands behind it is asked for."""
    assert read(said).intent is intent


@pytest.mark.parametrize(
    "said",
    ["if only we could cancel mondays", "that fee meeting is going to be a bloodbath", "the retro was fun"],
)
def test_a_sigh_asks_for_nothing(read: Read, said: str) -> None:
    """It gets a short word."""
    assert read(said).intent is Intent.SMALLTALK


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("tell Daniel the model's uploaded", "the model's uploaded"),
        ("tell daniel the printer's fixed", "the printer's fixed"),
        ("let Tom know the door code changed", "the door code changed"),
        ("message Tom the slides are up", "the slides are up"),
        ("tell Tom he should bring the samples", "You should bring the samples"),
    ],
)
def test_news_for_somebody_is_a_message(read: Read, said: str, note: str) -> None:
    """Also without "that", in whatever tense."""
    heard = read(said)
    assert (heard.intent, heard.facet, heard.note) == (Intent.EMAIL_SEND, "new", note)
