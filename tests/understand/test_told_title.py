"""What a booking is called and whom it is with, told before it or in other words."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import understand
from dialogs.understand.context import Context
from dialogs.understand.understood import Intent

LISBON = ZoneInfo("Europe/Lisbon")
CONTEXT = Context(datetime(2026, 11, 23, 9, 10, tzinfo=LISBON), LISBON, "en-GB")


@pytest.mark.parametrize(
    ("utterance", "title"),
    [
        ("block all of thursday for me as Inventory", "Inventory"),
        ("block 1 to 2 today, private, it's yoga", "yoga"),
        ("book half an hour with Ruth for Thursday at 2, as a fitting session", "fitting session"),
        ("an hour with Ruth on friday at 10, half year review", "half year review"),
        ("an hour with Ruth on friday at 10. Topic: January rota", "January rota"),
        ('call it "Dry land": thursday 11 with Ruth and Karl', "Dry land"),
        ("meet with Ruth at 5 on thursday, we need to talk kiln hours", "kiln hours"),
        ("hold 2-4 tomorrow, tentative, possible delivery", "possible delivery"),
        ("keep two hours free for kiln notes on wednesday from 11", "kiln notes"),
        ("block tomorrow 4-6, school concert", "school concert"),
    ],
)
def test_the_title(utterance: str, title: str) -> None:
    """No word of it is a time or somebody who comes."""
    said = understand(utterance, CONTEXT)
    assert (said.intent, said.subject) == (Intent.SCHEDULE, title)
    assert said.time.duration is None or said.time.duration < timedelta(days=1)


@pytest.mark.parametrize("behind", [", it's urgent", ", it's his birthday", " as soon as possible", ", it's private"])
def test_what_is_no_title(behind: str) -> None:
    """What is only told of it names nothing."""
    assert understand(f"a call with Karl tomorrow at 3{behind}", CONTEXT).subject == ""


@pytest.mark.parametrize(
    ("utterance", "guests", "title"),
    [
        (
            "Ruth Berg wants to talk about the fish order. Set up a call with her tomorrow at 4",
            {"Ruth Berg"},
            "fish order",
        ),
        ("hi, so Ruth rang me about the fish. Can you book her and me for tomorrow at noon", {"Ruth"}, "fish"),
        ("Ruth would like to discuss her hours, can you find us twenty minutes tomorrow", {"Ruth"}, "her hours"),
    ],
)
def test_who_was_told_of_is_the_guest(utterance: str, guests: set[str], title: str) -> None:
    """And what they want to speak of is what it is about."""
    said = understand(utterance, CONTEXT)
    assert (said.intent, said.subject) == (Intent.SCHEDULE, title)
    assert {each.text for each in (*said.people, *said.bare)} == guests


def test_who_else_should_hear_it() -> None:
    """Another who is told of comes too."""
    said = understand("Ruth wants an update, and Karl should hear it as well, so find us 30 mins on friday", CONTEXT)
    assert {each.text for each in said.people} == {"Ruth", "Karl"}


def test_both_days_are_of_next_week() -> None:
    """And each keeps its own part of the day."""
    said = understand("two hours with Ruth on Thursday morning or Friday afternoon next week", CONTEXT)
    assert [(each.start.day, each.start.hour) for each in said.time.slots if each.start] == [(3, 6), (4, 12)]


def test_a_slot_where_all_can_talk() -> None:
    """It is looked for, and not asked after."""
    said = understand("is there a slot next week where Ruth, Karl and I can all talk for an hour?", CONTEXT)
    assert (said.intent, said.time.duration) == (Intent.SCHEDULE, timedelta(hours=1))
    assert {each.text for each in said.people} == {"Ruth", "Karl"}
