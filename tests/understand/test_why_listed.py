"""Who is to meet, listed behind why they are to."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import understand
from dialogs.understand.context import Context
from dialogs.understand.understood import Intent

ZONE = ZoneInfo("Europe/Lisbon")
CONTEXT = Context(datetime(2026, 11, 23, 9, 10, tzinfo=ZONE), ZONE, "en-GB")


@pytest.mark.parametrize(
    ("utterance", "people", "subject"),
    [
        (
            "so the kiln is cracking again and we need to talk about it - me, rosa reis and marta, friday 14:30, "
            "twenty minutes should do, call it hot kiln",
            {"rosa reis", "marta"},
            "hot kiln",
        ),
        (
            "The kiln is cracking, so we should sit down on this: me, Rosa and Marta. Thursday 15:00, half an hour",
            {"Rosa", "Marta"},
            "The kiln is cracking",
        ),
        (
            "we have to discuss the glaze plan – rosa, marta & me, tomorrow 14:00 for 45 mins",
            {"rosa", "marta"},
            "glaze plan",
        ),
        ("Orders are up. We need to talk about the kiln plan: Rosa, me. Friday 9:30, 30 min", {"Rosa"}, "kiln plan"),
        ("we should meet, me and rosa, thursday at 14:00 for half an hour about peak orders", {"rosa"}, "peak orders"),
        ("we need to sort out parking - me and rosa tomorrow 16:00", {"rosa"}, "parking"),
    ],
)
def test_they_all_come(utterance: str, people: set[str], subject: str) -> None:
    """Nobody who is listed is lost, and what it is called holds."""
    said = understand(utterance, CONTEXT)
    assert said.intent is Intent.SCHEDULE
    assert {each.text for each in said.people} == people
    assert said.subject == subject
    assert said.time.exact is not None


def test_nobody_listed() -> None:
    """A topic is no guest."""
    said = understand("we need to talk about the kiln, friday at 10", CONTEXT)
    assert not said.people
    assert said.subject == "kiln"
