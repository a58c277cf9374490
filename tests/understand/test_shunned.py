"""Times that a search is to leave out are known however they are led to, or told behind."""

import pytest

from dialogs.understand.understood import Intent, Role
from dialogs.understand.wording import shunned
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "plainly"),
    [
        ("half an hour with Nadia tomorrow, avoid 12 to 2", "half an hour with Nadia tomorrow, not between 12 and 2"),
        ("45 min with Nadia next week, skip Tuesdays", "45 min with Nadia next week, no tuesdays"),
        ("Find an hour with Nadia next week. Skip Tuesdays.", "Find an hour with Nadia next week, no tuesdays"),
        ("an hour with Nadia this month, Mondays are out", "an hour with Nadia this month, no mondays"),
        (
            "an hour with Nadia this month - Mondays and Tuesdays are no good",
            "an hour with Nadia this month, no mondays or tuesdays",
        ),
        (
            "book 20 minutes with Nadia tomorrow, keep clear of lunch",
            "book 20 minutes with Nadia tomorrow, not over lunch",
        ),
        (
            "can we get an hour with Nadia next week outside 11-1?",
            "can we get an hour with Nadia next week, not between 11 and 1?",
        ),
        ("avoid mornings, an hour with Nadia next week", "an hour with Nadia next week, not in the morning"),
        (
            "find an hour with Nadia next week, Nadia is off on Monday",
            "find an hour with Nadia next week, not on Monday",
        ),
        ("push the tide call to next week, avoid Fridays", "push the tide call to next week, except on Friday"),
        (
            "get me an hour with Nadia tomorrow, keep 12 to 1 free",
            "get me an hour with Nadia tomorrow, not between 12 and 1",
        ),
    ],
)
def test_a_time_that_is_left_out_is_said_plainly(said: str, plainly: str) -> None:
    """With the rest of the request as it was."""
    assert shunned.plainly(said) == plainly


@pytest.mark.parametrize(
    "said",
    [
        "skip Friday's sync",
        "cancel everything except Friday",
        "keep Friday free",
        "stand-up every day at 9, skip Fridays",
        "move the tide call to Thursday, Friday doesn't work",
        "is Nadia out on Friday?",
    ],
)
def test_what_is_no_search_is_left_as_it_is(said: str) -> None:
    """A meeting may be skipped, a day kept free, and a series pauses."""
    assert shunned.plainly(said) == said


def test_a_day_is_nobody_who_is_left_out(read: Read) -> None:
    """Though it is written with a capital, behind a name."""
    said = read("an hour with Rui next week, skip Fridays")
    assert said.intent is Intent.SCHEDULE
    assert [each.text for each in said.people] == ["Rui"]
    assert all(each.role is not Role.WITHOUT for each in said.people)
    assert [f"{out.start:%a}" for out in said.time.excluded if out.start] == ["Fri"]


def test_not_before_one_hour_and_not_after_another_is_between_them(read: Read) -> None:
    """On each of the days."""
    said = read("next week, half an hour with Rui, not before 10, not after 4")
    assert {(slot.start.hour, slot.end.hour) for slot in said.time.slots if slot.start and slot.end} == {(10, 16)}


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("not before lunch please", "after lunch"),
        ("ok but nothing before lunch", "after lunch"),
        ("nothing after lunch pls", "before lunch"),
        ("actually, not after lunchtime", "before lunch"),
        ("not before lunch with Fatima", "not before lunch with Fatima"),
    ],
)
def test_a_side_of_lunch_that_is_not_wanted_of_what_is_offered_is_the_other(said: str, plain: str) -> None:
    """A time of day, unless the lunch is somebody's."""
    assert shunned.plainly(said, is_offered=True) == plain


def test_what_is_forgotten_to_start_over_is_left(read: Read) -> None:
    """Of the times that are offered no others are looked for."""
    assert read("forget it, start over").intent is Intent.CANCEL_DIALOG
    assert read("never mind, let's start again").intent is Intent.CANCEL_DIALOG
