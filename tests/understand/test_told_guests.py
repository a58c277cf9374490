"""Who comes to a booking, and how, told in clauses of its own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import understand
from dialogs.understand.context import Context
from dialogs.understand.understood import Intent, Role

LISBON = ZoneInfo("Europe/Lisbon")
CONTEXT = Context(datetime(2026, 11, 23, 9, 10, tzinfo=LISBON), LISBON, "en-GB")


@pytest.mark.parametrize(
    ("utterance", "guests", "may"),
    [
        ("45 min with Ruth and Karl friday at 10? Ida can come if she likes", {"Ruth", "Karl"}, {"Ida"}),
        ("half an hour with Ruth tomorrow at 3pm, no need for Karl but keep him posted", {"Ruth"}, {"Karl"}),
        ("I'd like Karl there too but only if he's around: friday 3pm with Ruth, fish order", {"Ruth"}, {"Karl"}),
        ("thursday at 11, Ruth must be there, Karl would be nice to have, fish order, 45 minutes", {"Ruth"}, {"Karl"}),
        ("set up a call with Ruth and also Ida, though Ida is optional, tomorrow at 1", {"Ruth"}, {"Ida"}),
        ("a call with Ruth, optional Karl, for thursday 3pm about fish", {"Ruth"}, {"Karl"}),
        ("a call with Ruth thursday 3pm, Karl's attendance is optional, fish order", {"Ruth"}, {"Karl"}),
        ("an hour with Ruth tomorrow at 3, and if karl is free he's welcome to join", {"Ruth"}, {"karl"}),
        ("an hour with Ruth tomorrow at 3 and let Karl know he can come along", {"Ruth"}, {"Karl"}),
        ("an hour with Ruth thursday at 3, Karl if possible", {"Ruth"}, {"Karl"}),
        ("an hour with Ruth and, if he has time, Karl on thursday at 3", {"Ruth"}, {"Karl"}),
    ],
)
def test_who_may_come(utterance: str, guests: set[str], may: set[str]) -> None:
    """And neither a title nor another guest takes it up."""
    said = understand(utterance, CONTEXT)
    people = {each.text: each.role for each in said.people}
    assert said.intent is Intent.SCHEDULE
    assert {name for name, role in people.items() if role is Role.REQUIRED} == guests
    assert {name for name, role in people.items() if role is Role.OPTIONAL} == may
    assert "optional" not in said.subject


@pytest.mark.parametrize(
    ("utterance", "out"),
    [
        ("a meeting with the sales team minus Karl on wednesday at 11", {"Karl"}),
        ("I want everyone in the sales team bar Karl for an hour on friday at 9", {"Karl"}),
        ("an hour with everyone in the sales team (not Karl) friday at 1", {"Karl"}),
        ("half an hour with the sales team apart from Karl and Ida, tuesday 15:00", {"Karl", "Ida"}),
        ("schedule a dry run with the sales team, less Karl who's away, for Thursday 9", {"Karl"}),
    ],
)
def test_who_stays_out(utterance: str, out: set[str]) -> None:
    """However it is said that a group comes without somebody, nobody is invited for that."""
    said = understand(utterance, CONTEXT)
    assert {each.text for each in said.people if each.role is Role.WITHOUT} == out
    assert {each.kind for each in said.people if each.role is Role.REQUIRED} == {"team"}


def test_a_room_is_nobody() -> None:
    """Rooms and days are wished for in the same words."""
    assert not understand("book a room for tomorrow at 3, Kyoto if possible", CONTEXT).people
    assert len(understand("find time with Ruth on Thursday, Friday if possible", CONTEXT).people) == 1
