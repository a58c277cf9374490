"""Until when an event lasts, how long it is to be, and which one of a series is the last."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    [
        "the roadmap to run til 11.30",
        "let the roadmap go till 11.30",
        "have the roadmap run until 11.30",
        "make the roadmap finish by 11.30",
        "the roadmap till 11.30 pls",
        "finish the roadmap at 11.30 instead",
        "extend the roadmap til 11.30",
        "let my roadmap carry on to 11.30",
    ],
)
def test_it_ends_then_and_begins_when_it_did(read: Read, said: str) -> None:
    """The new time is its end."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.RESCHEDULE, "end")
    assert understood.time.exact is not None
    assert f"{understood.time.exact:%H:%M}" == "11:30"


@pytest.mark.parametrize(
    ("said", "longer"),
    [
        ("roadmap on friday - half hour shorter", -30),
        ("can the roadmap end half an hour early", -30),
        ("let the roadmap finish 15 min later", 15),
        ("the roadmap needs another half hour", 30),
    ],
)
def test_it_becomes_longer_or_shorter(read: Read, said: str, longer: int) -> None:
    """By how much, and not how long it is to be."""
    understood = read(said)
    assert (understood.intent, understood.longer) == (Intent.RESCHEDULE, timedelta(minutes=longer))


@pytest.mark.parametrize("said", ["shorten the roadmap to 45", "cut the roadmap down to 45 please"])
def test_a_number_behind_shorten_is_minutes(read: Read, said: str) -> None:
    """Nothing is shortened to a quarter to nothing."""
    assert read(said).time.duration == timedelta(minutes=45)


def test_a_start_and_an_end_may_be_told_one_by_one(read: Read) -> None:
    """Both are new."""
    understood = read("the roadmap should start at 2.30pm and finish 3.15pm")
    assert understood.intent is Intent.RESCHEDULE
    assert (understood.time.exact and understood.time.exact.hour, understood.time.duration) == (
        14,
        timedelta(minutes=45),
    )


@pytest.mark.parametrize(
    "said",
    [
        "finish up the galley check series at the end of April",
        "galley check finishes end of april",
        "last galley check should be 30 april",
        "galley check series: last one on 30 april",
        "wrap up galley check by the end of april",
        "let's have the last galley check on 30 april",
        "we're done with galley check after the 30th of april",
        "galley check runs until the end of april, then stops",
        "can galley check finish up on the 30th of april",
        "no galley checks after the 30th of april",
        "galley check to end 30 april",
        "knock galley check on the head after april",
    ],
)
def test_a_series_ends_with_that_day(read: Read, said: str) -> None:
    """However its end is told."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.RESCHEDULE, "series_end")
    assert understood.event is not None
    assert understood.event.subject.startswith("galley check")
    assert understood.time.slots[0].end is not None
    assert f"{understood.time.slots[0].end:%d %m}" == "01 05"


@pytest.mark.parametrize(
    "said", ["finish the report by friday at 3", "no meetings after friday", "end the call at 3.45"]
)
def test_what_is_no_series_has_no_last_one(read: Read, said: str) -> None:
    """An hour ends one event, and a wish for no meetings none."""
    assert read(said).facet != "series_end"


@pytest.mark.parametrize(
    ("said", "subject"),
    [("cancel crane access", "crane access"), ("drop crane access", "crane access")],
)
def test_a_title_may_end_in_access(read: Read, said: str, subject: str) -> None:
    """Nobody's rights to a calendar are spoken of."""
    assert read(said).intent is not Intent.CALENDARS


def test_what_is_no_longer_needed_goes(read: Read) -> None:
    """With or without a verb, and whoever is to be told."""
    assert read("the roadmap no longer needed").intent is Intent.CANCEL
    assert read("the roadmap is off, let everyone know").intent is Intent.CANCEL


def test_to_prepone_is_to_hold_sooner(read: Read) -> None:
    """By so much earlier, not later."""
    understood = read("kindly prepone the roadmap by one hour")
    assert (understood.intent, understood.shift) == (Intent.RESCHEDULE, -timedelta(hours=1))
