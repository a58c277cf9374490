"""Another time beside the one that does not suit, for an invitation or a meeting of one's own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import understand
from dialogs.understand.context import Context
from dialogs.understand.understood import Intent

ZONE = ZoneInfo("Europe/Lisbon")
CONTEXT = Context(datetime(2026, 11, 23, 9, 10, tzinfo=ZONE), ZONE, "en-GB")


@pytest.mark.parametrize(
    ("utterance", "event"),
    [
        (
            "tell Marta the glaze inspection doesn't work for me, propose 13:00 instead on the same day",
            "glaze inspection",
        ),
        ("tell marta I can't make the glaze inspection and suggest 13:00 the same day", "glaze inspection"),
        ("let Marta know that the glaze inspection clashes, and offer 13:00 instead", "glaze inspection"),
        ("Message marta that i can't make the glaze inspection, ask for 1pm", "glaze inspection"),
        ("tell marta the glaze inspection is too early for me - suggest 1 pm please", "glaze inspection"),
        ("tell Marta Reis i can't do the glaze inspection but propose 13:00", "glaze inspection"),
    ],
)
def test_who_is_told_of_another_time_gets_a_proposal(utterance: str, event: str) -> None:
    """No mail with the whole sentence in it."""
    said = understand(utterance, CONTEXT)
    assert said.intent is Intent.PROPOSE
    assert said.event is not None
    assert event in said.event.subject
    assert said.time.exact is not None
    assert said.time.exact.hour == 13


@pytest.mark.parametrize(
    "utterance",
    [
        "next week's 1:1 with Rosa: 13:30 doesn't work, can we do 12:00",
        "ugh tuesday's 1:1 with Rosa. can't do 13:30 next week, 12:00 would work, only that week",
        "can't do 13:30 with Rosa next tuesday, 12:00 would work",
        "I can't make 1:30pm with rosa on Thursday. noon would be better",
        "the grout workshop on Thursday - 13:30 doesn't suit me, how about 12:00?",
        "hmm, thursday's glaze follow-up: 13:30 is too late for me, 12:00 suits",
    ],
)
def test_the_hour_that_suits_is_the_new_one(utterance: str) -> None:
    """The hour that is refused is none that is wanted."""
    said = understand(utterance, CONTEXT)
    assert said.intent is Intent.RESCHEDULE
    assert said.event is not None
    assert said.time.exact is not None
    assert said.time.exact.hour == 12


@pytest.mark.parametrize(
    "utterance",
    ["tell Marta the figures don't work for me", "tell Marta I can't open the file, and ask her for the new one"],
)
def test_a_message_stays_one(utterance: str) -> None:
    """Where no other time is proposed."""
    assert understand(utterance, CONTEXT).intent is Intent.EMAIL_SEND


def test_who_is_told_reads_it_as_said_to_them() -> None:
    """What one person reads speaks to them; where somebody else may be meant, the words stay."""
    assert understand("decline the audit and tell oliver i'll ring him later", CONTEXT).note == "I'll ring you later"
