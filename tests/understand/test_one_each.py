"""Two of the same at different times are two bookings; what is only preferred of a day holds on each day."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    [
        "set up interviews with Omar, 45 min each, one on Tuesday and one on Thursday afternoon",
        "book two 45 min interviews with Omar, one on Tuesday and the other on Thursday afternoon",
        "I need two 45 min calls with Omar, one Tuesday, another Thursday afternoon",
    ],
)
def test_each_is_booked(read: Read, said: str) -> None:
    """One after the other."""
    first = read(said)
    second = read(first.then)
    assert [each.intent for each in (first, second)] == [Intent.SCHEDULE] * 2
    assert [[who.text for who in each.people] for each in (first, second)] == [["Omar"]] * 2
    assert [each.time.duration and each.time.duration.seconds // 60 for each in (first, second)] == [45, 45]
    days = [each.time.slots[0].start for each in (first, second)]
    assert [day and f"{day:%A}" for day in days] == ["Tuesday", "Thursday"]


@pytest.mark.parametrize("wish", ["ideally in the morning", "preferably in the morning", "preferably mornings"])
def test_a_preferred_part_of_the_day_is_that_of_every_day(read: Read, wish: str) -> None:
    """Not only of today."""
    slots = read(f"an hour with Omar before the end of next week, {wish}").time.slots
    assert len(slots) > 3
    assert all(slot.end and slot.end.hour <= 12 for slot in slots)


def test_who_is_about_is_around(read: Read) -> None:
    """As in Britain."""
    found = read("is Omar about tomorrow morning?")
    assert (found.intent, [each.text for each in found.people]) == (Intent.CHECK_AVAILABILITY, ["Omar"])


def test_who_cannot_come_is_taken_off(read: Read) -> None:
    """Where it is held without them."""
    found = read("Omar's just told me he can't make the harbour review, can we do it without him")
    assert (found.intent, [each.text for each in found.people]) == (Intent.REMOVE_ATTENDEE, ["Omar"])
    assert found.event and found.event.subject == "harbour review"
