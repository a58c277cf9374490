"""A meeting that is named before what becomes of it, and what stands behind a change and is none."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("budget review - can we do 3 instead", "15:00"),
        ("budget review - can we do 9 instead of 8:30?", "09:00"),
        ("budget review: push to 2pm", "14:00"),
        ("the budget review: can we make it 11", "11:00"),
        ("budget review? can we do Wednesday at 10 instead", "10:00"),
        ("budget review, let's do 12:30", "12:30"),
        ("can we do 3 instead of 2 for budget review", "15:00"),
        ("move budget review to 9 instead of 8:30, this Monday only", "09:00"),
        ("move budget review to noon so folks can come straight from the line", "12:00"),
        ("move budget review to 12 instead of 10:30 so that everyone can eat first", "12:00"),
        ("move the budget review to 4pm, the caterer's running behind", "16:00"),
        ("move the budget review to 4pm? thanks a million!!", "16:00"),
    ],
)
def test_the_time_is_that_which_is_wished(read: Read, said: str, when: str) -> None:
    """Not the old one, and nothing of the reason."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert understood.event is not None
    assert understood.event.subject == "budget review"
    assert understood.time.exact is not None
    assert f"{understood.time.exact:%H:%M}" == when


@pytest.mark.parametrize(
    "said",
    [
        "move budget review to whenever Tom and Alex are free next week",
        "push the budget review to a time that works for Tom next week",
        "reschedule budget review for when everyone is available next week",
    ],
)
def test_whenever_somebody_is_free_is_any_time_of_the_stretch(read: Read, said: str) -> None:
    """Who comes is looked at in any case."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert understood.event is not None
    assert (understood.event.subject, understood.time.exact) == ("budget review", None)
    assert len(understood.time.slots) == 1


def test_an_amount_is_kept_beside_its_reason(read: Read) -> None:
    """ "30 min" is how far, whoever is late."""
    understood = read("push budget review 30 min, the caterer's running behind")
    assert understood.shift is not None
    assert understood.shift.total_seconds() == 1800
