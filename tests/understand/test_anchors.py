"""Times that are said by another event, and two requests in one message."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent, Question
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "event", "side", "minutes"),
    [
        ("remind me an hour before my flight", "my flight", "before", 60),
        ("30 minutes with Tom right after the review", "the review", "after", None),
        ("book lunch with Ana after the board meeting tomorrow", "the board meeting", "after", None),
        ("an hour with Priya before Ana's demo", "Ana's demo", "before", None),
        ("meet Tom during the conference", "the conference", "during", None),
        ("15 minutes with Tom ten minutes after the standup", "the standup", "after", 10),
    ],
)
def test_a_time_said_by_an_event(read: Read, said: str, event: str, side: str, minutes: int | None) -> None:
    """The dialog looks the event up; the distance to it is no duration."""
    anchor = read(said).time.anchor
    assert anchor is not None
    assert (anchor.event, anchor.side) == (event, side)
    assert anchor.distance == (None if minutes is None else timedelta(minutes=minutes))


def test_the_distance_is_no_duration(read: Read) -> None:
    """How long it takes and how far it is from the event are told apart."""
    assert read("remind me an hour before my flight").time.duration is None
    assert read("15 minutes with Tom ten minutes after the standup").time.duration == timedelta(minutes=15)


@pytest.mark.parametrize("said", ["after Friday", "before the weekend", "after the 12th", "before noon", "after that"])
def test_a_plain_time_is_no_event(read: Read, said: str) -> None:
    """Days and clock times need nothing looked up."""
    assert read(said).time.anchor is None


@pytest.mark.parametrize(
    ("said", "first", "then", "second"),
    [
        (
            "cancel the sync and book an hour with Tom instead",
            Intent.CANCEL,
            "book an hour with Tom instead",
            Intent.SCHEDULE,
        ),
        ("book an hour with Tom tomorrow and cancel my 3pm", Intent.SCHEDULE, "cancel my 3pm", Intent.CANCEL),
        (
            "accept the invite from Rosa. What do I have on Friday?",
            Intent.ACCEPT,
            "What do I have on Friday?",
            Intent.LIST_EVENTS,
        ),
        ("decline the 3pm, then move my standup to 10", Intent.DECLINE, "move my standup to 10", Intent.RESCHEDULE),
    ],
)
def test_two_requests(read: Read, said: str, first: Intent, then: str, second: Intent) -> None:
    """The first is read, and the words of the second are handed on to be read after it."""
    understood = read(said)
    assert (understood.intent, understood.then) == (first, then)
    assert read(understood.then).intent is second


@pytest.mark.parametrize(
    "said",
    [
        "book an hour with Tom tomorrow and invite Ana",
        "book a meeting with Tom and Ana and set up a Teams link",
        "decline the review and tell Ben I'm sick",
        "schedule a call with Tom and Jerry on Friday",
    ],
)
def test_one_request_with_several_parts(read: Read, said: str) -> None:
    """What belongs to one act stays together."""
    assert read(said).then == ""


def test_an_answer_is_never_split(read: Read) -> None:
    """While something is open, one answer is one."""
    assert read("cancel the sync and book an hour with Tom", Question("yes_no")).then == ""
