"""What is told beside a request, and is no part of it; and what is, whatever it looks like."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.parting.told_before import request_alone
from dialogs.understand.understood import Intent, Question

LISBON = ZoneInfo("Europe/Lisbon")
MONDAY = Context(datetime(2026, 11, 23, 9, tzinfo=LISBON), LISBON, "en-GB")
OFFERED = replace(MONDAY, question=Question("choice", ("Tue 24 Nov, 15:00",), frozenset(("book",))))


@pytest.mark.parametrize(
    "told",
    [
        "the lift is out of order again.",
        "ugh, my neighbours kept me up all night!",
        "we're short of hands this week -",
        "what a morning.",
        "back from the canteen,",
        "the landlord is coming, so",
        "sorry, my bus broke down;",
    ],
)
@pytest.mark.parametrize(
    ("request_", "intent"),
    [
        ("move the tasting to thursday at 2", Intent.RESCHEDULE),
        ("cancel the tasting", Intent.CANCEL),
        ("remind me to water the plants tomorrow at 4", Intent.SET_REMINDER),
        ("find a room for 6 tomorrow at 3", Intent.FIND_ROOM),
        ("what's on tomorrow", Intent.LIST_EVENTS),
        ("add Rosa to the tasting", Intent.ADD_ATTENDEE),
    ],
)
def test_a_story_leaves_the_request_behind_it_as_it_is(told: str, request_: str, intent: Intent) -> None:
    whole, alone = understand(f"{told} {request_}", MONDAY), understand(request_, MONDAY)
    assert whole.intent is alone.intent is intent
    assert (whole.time, whole.subject, whole.event) == (alone.time, alone.subject, alone.event)
    assert [one.text for one in whole.people] == [one.text for one in alone.people]


def test_why_one_does_not_come_is_told_to_the_organizer() -> None:
    said = understand("the landlord is coming, so decline the tasting", MONDAY)
    assert (said.intent, said.subject, said.note) == (Intent.DECLINE, "tasting", "the landlord is coming")


@pytest.mark.parametrize(
    "utterance",
    [
        "the tasting is too short, make it 90 minutes",
        "Rosa just called, so add her",
        "I'm away on Friday. cancel it",
        "if the harvest is late, cancel the tasting",
        "can you check the cellar? cancel the tasting",
    ],
)
def test_what_the_request_needs_stays(utterance: str) -> None:
    assert request_alone(utterance, MONDAY, understand) == utterance


@pytest.mark.parametrize(
    ("utterance", "left"),
    [
        ("long day today! make it 4", "make it 4"),
        ("the trains are a mess. book it", "book it"),
        ("my head hurts. ugh, my head hurts. make it 45", "make it 45"),
        ("hm wait, i might have the school run. book it", "hm wait, i might have the school run. book it"),
        ("I'm in Leeds on Friday. make it 4", "I'm in Leeds on Friday. make it 4"),
    ],
)
def test_a_story_answers_nothing_that_is_open(utterance: str, left: str) -> None:
    """Unless it is a second thought, or tells of another time: then all of it counts."""
    assert request_alone(utterance, OFFERED, understand) == left


@pytest.mark.parametrize("kind", ["note", "subject"])
def test_a_text_that_was_asked_for_is_taken_whole(kind: str) -> None:
    asked = replace(MONDAY, question=Question(kind))
    text = "my train was late again. take the first one without me"
    assert request_alone(text, asked, understand) == text


@pytest.mark.parametrize(
    ("utterance", "subject"),
    [
        ("remind me to water the plants tomorrow at 4, i keep forgetting it", "water the plants"),
        ("remind me to water the plants tomorrow at 4 because i keep forgetting it", "water the plants"),
        ("30 minutes with Rosa tomorrow at 3 about the vats - sorry about that", "vats"),
    ],
)
def test_what_is_told_behind_is_no_title(utterance: str, subject: str) -> None:
    assert understand(utterance, MONDAY).subject == subject
