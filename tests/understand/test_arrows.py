"""A new time behind an arrow, and what stays as it is."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    [
        "pump check tue → wed, same time",
        "pump check Tuesday -> Wednesday same time same place",
        "Pump check: Tue => Wed, same time please",
        "move the pump check tue ⇒ wed, same time and place",
        "pump check Tuesday to Wednesday, same time",
        "push the pump check to wed, keep the same time",
        "move the pump check to Wednesday at the same time",
    ],
)
def test_it_is_moved_and_keeps_its_hour(read: Read, said: str) -> None:
    """ "Same time" is no place."""
    understood = read(said)
    assert (understood.intent, understood.facet, understood.location) == (Intent.RESCHEDULE, "same_time", "")
    assert understood.event and understood.event.subject.lower() == "pump check"
    assert understood.time.slots[0].start and understood.time.slots[0].start.strftime("%a") == "Wed"


def test_hours(read: Read) -> None:
    """From which to which."""
    understood = read("pump check 10 -> 11")
    assert understood.intent is Intent.RESCHEDULE
    assert understood.time.exact and understood.time.exact.hour == 11


def test_a_place_for_it_at_the_same_time(read: Read) -> None:
    """The time is no part of the place."""
    assert read("put the pump check in Luso, same time").location == "Luso"


def test_a_stretch_that_is_booked(read: Read) -> None:
    """Nothing is moved."""
    assert read("block 2pm -> 4pm tomorrow for redlines").intent is not Intent.RESCHEDULE


@pytest.mark.parametrize(
    "said",
    [
        "can you move tomorrow's review to thursday same time",
        "could you push the review to thursday, same time",
        "would you move the review to thursday same time please",
    ],
)
def test_polite_words_are_no_part_of_the_name(read: Read, said: str) -> None:
    """Of what is moved."""
    heard = read(said)
    assert heard.intent is Intent.RESCHEDULE
    assert heard.event is not None
    assert heard.event.subject == "review"
