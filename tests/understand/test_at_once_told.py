"""A day told before the hours, titles with a day in them, and bookings in the words of other trades."""

from datetime import datetime, timedelta

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import MADRID, Read


@pytest.mark.parametrize(
    ("said", "subject", "hour", "hours"),
    [
        ("I'm at fire drill training on Friday afternoon, please block 1 to 5", "Fire drill training", 13, 4),
        ("I'm in clinic on Friday afternoon, block 1 to 3", "Clinic", 13, 2),
        ("I've got the dentist on Friday afternoon, put 2 to 3 in my calendar", "Dentist", 14, 1),
        ("out at the school on Friday, block 10-12", "School", 10, 2),
    ],
)
def test_the_day_of_what_is_told_is_that_of_the_hours(
    read: Read, said: str, subject: str, hour: int, hours: int
) -> None:
    """Not today, and what is told is the title."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, subject)
    assert understood.time.exact == datetime(2026, 11, 20, hour, tzinfo=MADRID)
    assert understood.time.duration == timedelta(hours=hours)
    assert not (understood.people or understood.bare)


def test_hours_and_a_whole_day_may_be_marked_as_away(read: Read) -> None:
    """ "As out of office", of either."""
    for said in ("block 1 to 5 as out of office", "block the day as out of office"):
        assert read(f"I'm at a conference on Friday, {said}").extras.show_as == "away"


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("half an hour with Ana tomorrow at 2 about the Monday rota", "Monday rota"),
        ("half an hour with Ana tomorrow at 2 about the Boxing Day rota", "Boxing Day rota"),
        ("half an hour with Ana tomorrow at 2, Good Friday cover", "Good Friday cover"),
        ("half an hour with Ana tomorrow at 2 re the 10 o'clock round", "10 o'clock round"),
        ("half an hour with Ana to go over the weekend cover tomorrow at 2", "weekend cover"),
    ],
)
def test_a_day_in_a_title_stays_there(read: Read, said: str, subject: str) -> None:
    """It tells which rota, and not when."""
    understood = read(said)
    assert understood.subject == subject
    assert understood.time.exact == datetime(2026, 11, 19, 14, tzinfo=MADRID)


@pytest.mark.parametrize(
    "said",
    [
        "book Omar Monday 2pm half an hour pump alarms",
        "find us all 45 minutes on Monday afternoon to go through the packing list",
    ],
)
def test_who_says_when_and_how_long_books(read: Read, said: str) -> None:
    """Whatever it is about."""
    assert read(said).intent is Intent.SCHEDULE


@pytest.mark.parametrize("said", ["set an alarm for 7 tomorrow", "book a table for two tomorrow at 8 for an hour"])
def test_alarms_and_tables_are_none_of_ours(read: Read, said: str) -> None:
    """A length alone makes no meeting."""
    assert read(said).intent is Intent.OUT_OF_SCOPE


@pytest.mark.parametrize("said", ["that's all, cancel it", "that is enough, just cancel it", "that's enough, cancel."])
def test_who_has_had_enough_calls_nothing_off(read: Read, said: str) -> None:
    """It ends the conversation."""
    assert read(said).intent is not Intent.CANCEL


@pytest.mark.parametrize("said", ["write a note to Kim saying no", "I tried to buy chips and my card got declined"])
def test_a_no_to_something_else_answers_no_invitation(read: Read, said: str) -> None:
    """A single clause that ends in a no is no answer by that alone."""
    assert read(said).intent is not Intent.DECLINE
