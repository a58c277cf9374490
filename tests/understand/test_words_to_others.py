"""Words that others are to read: apologies, and what they are reminded of."""

import pytest

from dialogs.understand.behalf import behalf
from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "subject", "note"),
    [
        ("give my apologies for the board meeting", "board meeting", "My apologies"),
        ("please send apologies for the hop review on Wednesday", "hop review", "My apologies"),
        ("send my apologies for the hop review, I'm at the dentist", "hop review", "My apologies, I'm at the dentist"),
        ("I can't make the hop review on Thursday, send my apologies to the group", "hop review", "My apologies"),
        (
            "I can't make the hop review on Thursday. Please send my apologies, I'm travelling",
            "hop review",
            "My apologies, I'm travelling",
        ),
        ("send my apologies to the group", "", "My apologies"),
        ("can't come to the hop review, please send apologies", "hop review", "My apologies"),
    ],
)
def test_apologies(read: Read, said: str, subject: str, note: str) -> None:
    """They decline what they are for, and are what its organizer reads."""
    understood = read(said)
    assert (understood.intent, understood.subject, understood.note) == (Intent.DECLINE, subject, note)


def test_apologies_of_other_kinds(read: Read) -> None:
    """To one colleague they are a message; for a delay they ask for nothing."""
    message = read("send Tom my apologies")
    assert (message.intent, message.note) == (Intent.EMAIL_SEND, "My apologies")
    assert read("my apologies for the delay").intent is not Intent.DECLINE


@pytest.mark.parametrize(
    ("said", "whom", "note"),
    [
        ("remind Tariq about the malt quotes", ["Tariq"], "Just a reminder about the malt quotes"),
        ("can you remind Tom about his slides", ["Tom"], "Just a reminder about your slides"),
        ("remind Tom to send me the slides", ["Tom"], "please send me the slides"),
        ("remind Priya and Tom about the quotes please", ["Priya", "Tom"], "Just a reminder about the quotes"),
        ("send Tom a quick reminder about the form", ["Tom"], "Just a reminder about the form"),
        ("remind tom not to forget his laptop", ["tom"], "Please don't forget your laptop"),
        ("remind Tom that the slides are due", ["Tom"], "the slides are due"),
    ],
)
def test_reminding_others(read: Read, said: str, whom: list[str], note: str) -> None:
    """It is a message that says of what."""
    understood = read(said)
    assert (understood.intent, [each.text for each in understood.people]) == (Intent.EMAIL_SEND, whom)
    assert understood.note.lower() == note.lower()


@pytest.mark.parametrize(
    ("said", "name", "rest"),
    [
        (
            "remind everyone who hasn't answered Mia's hop review",
            "Mia",
            "remind everyone who hasn't answered my hop review",
        ),
        ("forward Mia's hop review on Thursday to Tom", "Mia", "forward my hop review on Thursday to Tom"),
        ("tell Mia's 2pm she's 10 late", "Mia", "tell everyone in my 2pm that I'm 10 minutes late"),
        (
            "Mia is running 15 minutes late for her hop review, let them know",
            "Mia",
            "tell everyone in my hop review that I'm 15 minutes late",
        ),
        ("who's coming to Mia's hop review?", "Mia", "who's coming to my hop review?"),
        ("tell Mia's 2pm she can't make it", "Mia", "tell everyone in my 2pm that Mia can't make it"),
        ("Mia is on leave on Friday, decline everything", "Mia", "I'm on leave on Friday, decline everything"),
        ("Mia is ill today, cancel everything for her", "Mia", "I'm ill today, cancel everything"),
        ("Mia needs to decline everything on Friday, she's off", "Mia", "decline everything on Friday, I'm off"),
        (
            "Mia's off on Friday, cancel all her meetings and send her apologies",
            "Mia",
            "I'm off on Friday, cancel all my meetings and send my apologies",
        ),
        (
            "message the people in Mia's hop review: bring samples",
            "Mia",
            "message the people in my hop review: bring samples",
        ),
    ],
)
def test_words_to_theirs(said: str, name: str, rest: str) -> None:
    """What an assistant asks is read as the owner of the event would ask for it."""
    found = behalf.find(said)
    assert found is not None
    assert (found.name, found.rest) == (name, rest)


@pytest.mark.parametrize(
    "said",
    [
        "tell Mia's boss I'm late",
        "tell everyone in Mia's review I'm late",
        "Mia is off on Friday, cancel all my meetings with her",
    ],
)
def test_words_of_ones_own(said: str) -> None:
    """Who comes to it is late themselves."""
    assert behalf.find(said) is None


@pytest.mark.parametrize(
    ("said", "intent", "note", "then"),
    [
        (
            "cancel the kiln check, tell them it's off and decline the hop review",
            Intent.CANCEL,
            "It's off",
            "decline the hop review",
        ),
        (
            "cancel the kiln check tomorrow. tell them we are replacing it, and book 30 min with Tom at 2 on friday",
            Intent.CANCEL,
            "We are replacing it",
            "book 30 min with Tom at 2 on friday",
        ),
        (
            "decline the hop review, tell Tom I'm ill. then cancel the kiln check",
            Intent.DECLINE,
            "I'm ill",
            "cancel the kiln check",
        ),
        (
            "cancel the kiln check and tell them we will move it and book a new room",
            Intent.CANCEL,
            "We will move it and book a new room",
            "",
        ),
        ("cancel the kiln check, tell them to book their own rooms", Intent.CANCEL, "Please book your own rooms", ""),
        ("decline the hop review, tell Tom I'm ill and send my apologies", Intent.DECLINE, "My apologies, I'm ill", ""),
    ],
)
def test_a_request_behind_what_others_are_told(read: Read, said: str, intent: Intent, note: str, then: str) -> None:
    """What is asked of us is no part of it, and is not lost."""
    understood = read(said)
    assert (understood.intent, understood.note, understood.then) == (intent, note, then)


@pytest.mark.parametrize(
    "said",
    ["keep the afternoon free", "set Friday afternoon free", "leave tomorrow morning free please", "set the day free"],
)
def test_a_part_of_a_day_kept_free(read: Read, said: str) -> None:
    """All of it, for oneself."""
    understood = read(said)
    assert (understood.intent, understood.facet, len(understood.time.slots)) == (Intent.SCHEDULE, "focus", 1)
