"""What only tells something beside a request: its day, its hour and its verb are none of the request."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand.context import Context
from dialogs.understand.understood import Intent
from dialogs.understand.wording import only_told
from tests.understand.conftest import Read

_LISBON = ZoneInfo("Europe/Lisbon")
NOW = Context(datetime(2026, 11, 23, 9, 10, tzinfo=_LISBON), _LISBON, "en-GB")


@pytest.mark.parametrize(
    "fact",
    [
        "the gas man comes on Friday",
        "the auditors arrive Friday",
        "the kids finish at 2 on Friday",
        "school breaks up on Friday",
        "Ana comes on Friday",
        "Ana can't do Friday",
        "Priya's got a dentist appointment at 10 on Friday",
        "half of us are at the fair on Friday",
        "Tom and Ana leave at 9:30 on Friday",
        "the boiler broke on Friday",
        "I have a flight on Friday at 6",
        "our new oven gets delivered on Friday",
    ],
)
@pytest.mark.parametrize("way", ["{}, {}", "{} because {}", "{}. {}", "{} - {}"])
def test_the_time_of_a_reason_is_not_that_of_the_request(fact: str, way: str) -> None:
    """Behind it, and before it."""
    request = "move the kiln review to Monday"
    assert only_told.plainly(way.format(request, fact), NOW) == request
    assert only_told.plainly(f"{fact}, so {request}", NOW) == request


@pytest.mark.parametrize(
    ("utterance", "plain"),
    [
        ("half an hour with Ana tomorrow, she has a flight at 5", "half an hour with Ana tomorrow, before 5"),
        ("book 30 min with Tom on Friday, he can't do before 10", "book 30 min with Tom on Friday, not before 10"),
        ("get me an hour with Tom on Thursday, he gets in at 11", "get me an hour with Tom on Thursday, after 11"),
        (
            "find an hour for Tom and me next week. He isn't free on Friday",
            "find an hour for Tom and me next week, not on Friday",
        ),
        ("move the audit to next week, Ana can't do Friday", "move the audit to next week except Friday"),
        ("move the audit to Tuesday, Ana doesn't do mornings", "move the audit to Tuesday, no mornings"),
    ],
)
def test_when_somebody_cannot_bounds_a_time_that_is_open(utterance: str, plain: str) -> None:
    """Only an hour or a day that the request leaves open."""
    assert only_told.plainly(utterance, NOW) == plain


@pytest.mark.parametrize(
    "utterance",
    [
        "move the kiln review to Monday, the budget call to Tuesday",
        "move the sales review to Monday, the sales figures on Tuesday",
        "half an hour with Tom, sales forecasts Friday at 3",
        "half an hour with Tom tomorrow, it has to be before 10",
        "half an hour with Tom tomorrow, he can do 10",
        "half an hour with Tom tomorrow, he's only free at 10",
        "half an hour with Tom tomorrow, Ana should come at 10",
        "find another time for the audit, Ana comes on Friday",
        "my train gets in at 11 tomorrow, book 45 min with Ana afterwards",
        "the audit is on Friday at 3, move it to 4",
        "I'm off on Friday, move everything to Monday",
    ],
)
def test_what_asks_or_is_pointed_at_stays(utterance: str) -> None:
    """A clause that says what is wanted is no reason, nor is a time taken from what the request points back to."""
    assert only_told.plainly(utterance, NOW) == utterance


def test_a_reason_reaches_those_who_are_told_why(read: Read) -> None:
    """Of what is moved, and of what is called off."""
    moved = read("move the kiln review to Monday, the gas man comes on Friday, tell them why")
    assert (moved.intent, moved.then) == (Intent.RESCHEDULE, "tell everyone that the gas man comes on Friday")
    declined = read("decline the kiln review on Friday, the gas man comes at 10")
    assert (declined.intent, declined.note) == (Intent.DECLINE, "the gas man comes at 10")
    off = read("cancel the kiln review on Monday, the gas man comes on Friday")
    assert (off.intent, off.subject, len(off.others)) == (Intent.CANCEL, "kiln review", 0)


def test_who_is_told_of_is_still_known(read: Read) -> None:
    """ "Her" is she of whom was told."""
    said = read("Ana is away on Thursday, so book 30 min with her on Friday")
    assert [each.text for each in said.people] == ["Ana"]
    assert not said.time.excluded


def test_another_time_for_what_one_cannot_make(read: Read) -> None:
    """It is moved, and not called off."""
    said = read("I can't make Thursday at 9 for the budget. Friday at 11:30 would work, please move it")
    assert (said.intent, said.event and said.event.subject) == (Intent.RESCHEDULE, "budget")
    assert said.time.exact == datetime(2026, 11, 20, 11, 30, tzinfo=ZoneInfo("Europe/Madrid"))
