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
        ("book 20 min with Tom after standup", "standup", "after", None),
        ("half an hour with Ana ahead of the kick-off", "the kick-off", "before", None),
        ("set up a call with Tom an hour before the demo", "the demo", "before", 60),
        ("once the staff meeting is over, 15 min with Tom", "the staff meeting", "after", None),
        ("as soon as the review finishes i want 15 min with tom", "the review", "after", None),
        ("am i free following the all-hands", "the all-hands", "after", None),
        ("move the sync to after the retro", "the retro", "after", None),
        ("push the planning until after the offsite", "the offsite", "after", None),
        ("make it half an hour after the pitch", "the pitch", "after", 30),
    ],
)
def test_a_time_said_by_an_event(read: Read, said: str, event: str, side: str, minutes: int | None) -> None:
    """The dialog looks the event up; the distance to it is no duration."""
    anchor = read(said).time.anchor
    assert anchor is not None
    assert (anchor.event, anchor.side) == (event, side)
    assert anchor.distance == (None if minutes is None else timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("said", "described"),
    [
        ("30 min with Ana before my flight at 5", "my flight at 5"),
        ("30 min with Ana before my 3 o'clock", "my 3 o'clock"),
        ("book Tom's debrief after Thursday's review", "Thursday's review"),
        ("20 min with Tom after the review on Thursday", "the review on Thursday"),
        ("20 min with Tom straight after standup tomorrow", "standup tomorrow"),
        ("20 min with Ana after my call with Tom", "my call with Tom"),
        ("20 min with ana before lunch with tom", "lunch with tom"),
        ("20 min with Ana after the review with Tom", "the review with Tom"),
    ],
)
def test_what_tells_which_event_is_no_time_of_what_is_asked_for(read: Read, said: str, described: str) -> None:
    """Times and people of the event are neither a time nor a guest."""
    understood = read(said)
    assert understood.time.anchor is not None
    assert understood.time.anchor.described == described
    assert understood.time.exact is None and not understood.time.slots
    assert len(understood.people) <= 1


def test_a_day_before_the_words_is_the_day_of_what_is_asked_for(read: Read) -> None:
    """ "On Thursday after the review" says the day, which narrows where the review is looked for."""
    time = read("meet Tom on Thursday after the review").time
    assert time.anchor is not None and time.anchor.described == "the review"
    assert len(time.slots) == 1


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("a call with Tom between the standup and the design review", "the standup", "the design review"),
        ("book me a 15 min break between planning and pitch", "planning", "pitch"),
        ("find 30 minutes between the two reviews", "the two reviews", ""),
    ],
)
def test_between_two_events(read: Read, said: str, first: str, second: str) -> None:
    """Both are told apart, where two are named."""
    anchor = read(said).time.anchor
    assert anchor is not None and anchor.side == "between"
    assert (anchor.described, anchor.until) == (first, second)


@pytest.mark.parametrize(
    ("said", "side", "whole"),
    [
        ("an hour with Priya the day after the offsite", "after", "day"),
        ("move the pitch to the day before the offsite", "before", "day"),
        ("15 min with Mia the morning of the offsite", "during", "morning"),
        ("find a slot with Tom the week after the conference", "after", "week"),
    ],
)
def test_a_day_or_a_week_beside_an_event(read: Read, said: str, side: str, whole: str) -> None:
    """All of that day, week or morning is meant."""
    anchor = read(said).time.anchor
    assert anchor is not None and (anchor.side, anchor.whole) == (side, whole)


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("block 30 minutes before the board meeting for prep", 30),
        ("block half an hour after the review to write notes", 30),
        ("book an hour before the demo with Tom", 60),
        ("keep 15 minutes free before my interview", None),
    ],
)
def test_an_amount_that_is_booked_is_how_long_it_takes(read: Read, said: str, minutes: int | None) -> None:
    """ "Block 30 minutes before the review" is right before it, for 30 minutes."""
    time = read(said).time
    assert time.anchor is not None and time.anchor.distance is None
    if minutes:
        assert time.duration == timedelta(minutes=minutes) and time.anchor.beside


def test_the_distance_is_no_duration(read: Read) -> None:
    """How long it takes and how far it is from the event are told apart."""
    assert read("remind me an hour before my flight").time.duration is None
    assert read("15 minutes with Tom ten minutes after the standup").time.duration == timedelta(minutes=15)


@pytest.mark.parametrize(
    "said",
    [
        "after Friday",
        "before the weekend",
        "after the 12th",
        "before noon",
        "after that",
        "an hour with Ana before the end of the day",
        "tell me when the meeting ends",
        "a meeting between Tom and the design team",
        "a meeting between my team and the sales team",
        "book it before the holidays",
        "what happened after all",
        "let's do it before I leave",
    ],
)
def test_a_plain_time_is_no_event(read: Read, said: str) -> None:
    """Days, clock times and people need nothing looked up."""
    assert read(said).time.anchor is None


@pytest.mark.parametrize(
    "said",
    ["squeeze in 30 minutes with Alex tomorrow", "fit in an hour with Tom tomorrow", "pencil in 20 min tomorrow"],
)
def test_in_belongs_to_its_verb(read: Read, said: str) -> None:
    """ "Squeeze in 30 minutes" is not in 30 minutes."""
    time = read(said).time
    assert time.duration is not None and time.exact is None and len(time.slots) == 1


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
        ("decline the first one and accept the move", Intent.DECLINE, "accept the move", Intent.ACCEPT),
        ("accept the first one and tentative for the move", Intent.ACCEPT, "tentative for the move", Intent.TENTATIVE),
        ("decline the sync and say maybe to the retro", Intent.DECLINE, "say maybe to the retro", Intent.TENTATIVE),
        ("accept the sync but decline the retro", Intent.ACCEPT, "decline the retro", Intent.DECLINE),
        (
            "tentative for the retro, accept the rest",
            Intent.TENTATIVE,
            "accept all invitations except the retro",
            Intent.ACCEPT,
        ),
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


def test_two_answers_that_are_not_told_apart_are_not_certain(read: Read) -> None:
    """What is sent is shown first."""
    understood = read("decline the sync the same as I would accept the retro")
    assert understood.intent in (Intent.ACCEPT, Intent.DECLINE)
    assert not understood.certain
