"""A whole request amid a question of ours, and an answer that only looks like one."""

import pytest

from dialogs.understand.understood import Intent, Question
from tests.understand.conftest import Read

TIMES = Question("choice", ("Thu 26 Nov, 13:00 – 13:45", "Thu 26 Nov, 11:00 – 11:45"))
CONFIRM = Question("yes_no")


@pytest.mark.parametrize("question", [TIMES, CONFIRM])
@pytest.mark.parametrize(
    "said",
    [
        "cancel the kiln review on Friday, most of us are away",
        "cancel the kiln review on Friday, most of us are away. let them know why",
        "please call off the glaze tasting. Ana is ill, tell everyone",
        "scrap Friday's huddle, nobody's there",
        "move the kiln review to Thursday at 3, Ana can't do Friday",
        "push the huddle back half an hour, Priya is late",
        "can you move the kiln review to Monday, Ana can't do Friday",
        "can you move the kiln review to Monday, the gas man comes on Friday",
        "I can't make the glaze tasting, tell them I'm at the dentist",
        "decline the glaze tasting, I'm at the dentist",
    ],
)
def test_what_acts_on_an_event_by_its_name_is_no_answer(read: Read, said: str, question: Question) -> None:
    """It says the same whatever was asked before."""
    fresh, amid = read(said), read(said, question)
    assert (amid.intent, amid.event, amid.note, amid.time) == (fresh.intent, fresh.event, fresh.note, fresh.time)
    assert (amid.event.subject if amid.event else amid.subject) in {"kiln review", "glaze tasting", "huddle"}


@pytest.mark.parametrize(
    "said",
    [
        "Tom is away on Thursday",
        "drop Tom - he's away tomorrow",
        "I can't do the second",
        "call it Kiln review",
        "move it to Friday, Ana can't do Thursday",
        "make it an hour, the first is too short",
    ],
)
def test_what_is_said_of_the_times_on_offer_is_an_answer(read: Read, said: str) -> None:
    """Nothing else is named."""
    assert read(said, TIMES).intent not in {Intent.CANCEL, Intent.RESCHEDULE, Intent.UPDATE, Intent.DECLINE}


@pytest.mark.parametrize("question", [None, CONFIRM])
@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("cancel it, most of us are away. let them know why", "Most of us are away"),
        ("cancel that, the kiln is cold, tell everyone", "The kiln is cold"),
        ("cancel it and tell them the kiln is cold", "The kiln is cold"),
    ],
)
def test_what_is_at_hand_is_called_off_with_its_reason(
    read: Read, said: str, note: str, question: Question | None
) -> None:
    """Nobody is called "them", nor "everyone"."""
    understood = read(said, question)
    assert (understood.intent, understood.facet, understood.note) == (Intent.CANCEL, "at_hand", note)
    assert not understood.people


def test_a_booking_at_hand_is_given_up_with_a_reason(read: Read) -> None:
    """Nothing was booked yet, and nobody is to be told."""
    assert read("cancel it, most of us are away", TIMES).intent is Intent.CANCEL_DIALOG


@pytest.mark.parametrize("reason", ["half of us are away", "Tom and Priya are away", "the team is out of office"])
def test_why_something_is_moved_is_not_how_it_is_shown(read: Read, reason: str) -> None:
    """ "Move it to Monday, we are away" marks nothing as away."""
    assert read(f"move the kiln review to Monday, {reason}").intent is Intent.RESCHEDULE
