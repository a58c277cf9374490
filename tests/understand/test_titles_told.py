"""Titles that are told as such, votes that are asked for, and what an automatic reply is to say."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (
            "get the fleet team together for 45 mins tomorrow 13:00 - title Nightly route job",
            "Nightly route job",
        ),
        ("30 minutes with Tom tomorrow 13:00 - title Nightly build", "Nightly build"),
        ("30 min with Tom tomorrow 13:00, call it Monday madness", "Monday madness"),
        ("30 min with Tom tomorrow 13:00, subject Weekly digest at noon", "Weekly digest at noon"),
        ("30 min with Tom tomorrow 13:00. The title should be Daily bread", "Daily bread"),
        ("30 min with Tom tomorrow 13:00 - subject: Tuesday outage", "Tuesday outage"),
        ('30 min with Tom tomorrow 13:00, name it "Every day counts"', "Every day counts"),
        ("book a meeting titled Friday morning recap with Tom tomorrow at 13:00", "Friday morning recap"),
    ],
)
def test_no_word_of_a_title_is_a_time(read: Read, words: str, title: str) -> None:
    """Neither a rule, and the title is whole."""
    said = read(words)
    assert (said.intent, said.subject, said.time.rrule) == (Intent.SCHEDULE, title, "")
    assert said.time.exact is not None
    assert said.time.exact.hour == 13


@pytest.mark.parametrize(
    "words",
    [
        "vote please, us three, 30 min on the road closure: tomorrow 9:00 or monday 10:00",
        "let's vote, all of us, 30 min on the road closure: tomorrow 9:00 or monday 10:00",
        "vote please: 30 min about the road closure, tomorrow 9:00 or monday 10:00",
        "vote: 30 min on the road closure: tomorrow 9:00 or monday 10:00",
        "30 min on the road closure, us three, tomorrow 9:00 or monday 10:00 - vote please",
    ],
)
def test_a_vote_that_is_asked_for(read: Read, words: str) -> None:
    """Before or behind what it is on."""
    said = read(words)
    assert (said.intent, said.facet, said.subject) == (Intent.SCHEDULE, "vote", "road closure")


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("I'm on leave 15 to 19 March. out of office please, and it should say Ana is in charge", "Ana is in charge"),
        ("I'm on leave 15 to 19 March, out of office, say that Ana is in charge", "Ana is in charge"),
        ("on holiday 15-19 March, ooo on please, it should tell people Tom has the keys", "Tom has the keys"),
        ("I'm off 15 to 19 March; the automatic reply should say that Rui takes over", "Rui takes over"),
    ],
)
def test_what_a_reply_says_besides(read: Read, words: str, note: str) -> None:
    """That one is away it says anyway."""
    said = read(words)
    assert (said.intent, said.note, said.adds_note) == (Intent.AWAY, note, True)


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("Out of office next week please. The message: I am at sea, write to Tom.", "I am at sea, write to Tom"),
        ('off on friday, auto-reply should read "back on Monday, call Tom"', "back on Monday, call Tom"),
    ],
)
def test_what_is_all_that_a_reply_says(read: Read, words: str, note: str) -> None:
    """A text that is told as such."""
    said = read(words)
    assert (said.intent, said.note, said.adds_note) == (Intent.AWAY, note, False)
