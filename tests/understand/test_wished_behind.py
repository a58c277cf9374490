"""An event that is described first, then what is wished of its time."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "event", "new"),
    [
        ("this friday's call with Tom, can it be at 6.30pm instead?", "Tom", "18:30"),
        ("my roadmap on friday, could we make it 3 instead", "roadmap", "15:00"),
        ("friday's roadmap - is 3 possible?", "roadmap", "15:00"),
        ("the roadmap on friday, would 3pm be ok", "roadmap", "15:00"),
        ("roadmap on friday, 3pm instead please", "roadmap", "15:00"),
        ("roadmap friday at 3 instead", "roadmap", "15:00"),
        ("about the roadmap on friday - 3pm would be better", "roadmap", "15:00"),
        ("the roadmap on friday, any chance we do 3 instead", "roadmap", "15:00"),
        ("friday's roadmap can it be at 3", "roadmap", "15:00"),
        ("that roadmap friday, how about 3", "roadmap", "15:00"),
    ],
)
def test_what_is_wished_is_the_new_time(read: Read, said: str, event: str, new: str) -> None:
    """The day before the comma is the event's, what stands behind it is what it is to be."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert understood.event is not None
    assert event in (understood.event.subject, *(each.text for each in understood.event.people))
    assert understood.time.exact is not None
    assert f"{understood.time.exact:%H:%M}" == new


def test_it_may_be_wished_later_than_it_is(read: Read) -> None:
    """How far, and not when."""
    understood = read("my thing with Tom on friday, can it be half an hour later")
    assert (understood.intent, understood.shift is not None) == (Intent.RESCHEDULE, True)


@pytest.mark.parametrize(
    "said",
    [
        "30 min with Tom on friday, can it be at 3?",
        "meeting with Tom on friday, could it be in the afternoon",
        "lunch with Tom on friday, how about 1",
        "is Tom free friday at 2, would 3 be ok",
        "friday at 3 instead",
    ],
)
def test_a_wish_for_something_new_moves_nothing(read: Read, said: str) -> None:
    """Nothing tells that it is there already."""
    assert read(said).intent is not Intent.RESCHEDULE
