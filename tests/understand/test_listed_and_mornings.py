"""People who only stand in a list beside a room, and a part of the day in which one meeting may be."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("utterance", "names", "title"),
    [
        ("Tom, Ana and me in Tejo on Monday at 1 for an hour please, lease handbook", ["Tom", "Ana"], "lease handbook"),
        ("Tom and me in Tejo tomorrow at 4 for 30 min, insurance", ["Tom"], "insurance"),
        ("me and Tom in Tejo tomorrow at 4, half an hour", ["Tom"], ""),
        ("invite Tom to a call tomorrow at 9:00 for 30 minutes - crate sizes", ["Tom"], "crate sizes"),
        ("Tom and Ana in Tejo tomorrow 2-3pm, stock take", ["Tom", "Ana"], "stock take"),
        ("put Tom and Ana down for Wednesday 4pm for an hour, mat cutting", ["Tom", "Ana"], "mat cutting"),
        ("hi, put Tom down for Thursday at 3, 30 min, stock take", ["Tom"], "stock take"),
    ],
)
def test_who_is_listed_is_invited(read: Read, utterance: str, names: list[str], title: str) -> None:
    """No "with" is needed, and a room does not hide them."""
    said = read(utterance)
    assert (said.intent, [each.text for each in said.people], said.subject) == (Intent.SCHEDULE, names, title)


@pytest.mark.parametrize(
    "utterance",
    [
        "Lunch and Learn in Tejo on Friday at 12",
        "Tom and me on Friday - can you move it to 3?",
        "put Tom down as optional",
    ],
)
def test_what_is_no_list_of_guests_stays(read: Read, utterance: str) -> None:
    """A title, a change, a role."""
    said = read(utterance)
    assert said.intent is not Intent.SCHEDULE or not said.people


@pytest.mark.parametrize(
    "utterance",
    [
        "an hour with Tom before the end of the month, mornings only",
        "I need Tom for an hour by the end of the month, the contract. Mornings my time, not on a Tuesday please",
        "an hour with Tom by Friday, afternoons please",
        "an hour with Tom, mornings please",
        "book 45 min with Tom about the lease before 4 December, mornings are best",
    ],
)
def test_some_morning_is_no_series(read: Read, utterance: str) -> None:
    """One meeting, on one of them."""
    said = read(utterance)
    assert (said.intent, said.time.rrule) == (Intent.SCHEDULE, "")
    assert len(said.time.slots) > 1


def test_a_rate_makes_a_series(read: Read) -> None:
    """It is said in so many words."""
    assert "FREQ=DAILY" in read("30 min with Tom every day this week, mornings").time.rrule
