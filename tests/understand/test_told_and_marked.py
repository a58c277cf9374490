"""Days that are told first and then marked, what somebody may see of a calendar, and a reminder beside a change."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("I'm on leave from Monday 26 to Wednesday 28 April", "2027-04-26", "2027-04-29"),
        ("I'm away from Monday 14 to Wednesday 16 June", "2027-06-14", "2027-06-17"),
        ("I'm away Mon 26 to Thu 29 April", "2027-04-26", "2027-04-30"),
        ("I'm on annual leave from Tuesday, 27 to Friday, 30 April. Set my out of office", "2027-04-27", "2027-05-01"),
    ],
)
def test_days_whose_month_is_said_behind(read: Read, said: str, start: str, end: str) -> None:
    """ "Monday 26" is a day of the month of the other one, where that is a Monday."""
    slots = read(said).time.slots
    assert [(f"{each.start:%Y-%m-%d}", f"{each.end:%Y-%m-%d}") for each in slots if each.start and each.end] == [
        (start, end)
    ]


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("I'm on leave from 26 to 28 April, block those days and turn on my automatic reply", "28 April"),
        ("I'm at a fair on Friday. Put my OOO on and block out my diary please", "on Friday"),
    ],
)
def test_days_that_are_blocked_and_answered(read: Read, said: str, note: str) -> None:
    """What is asked for is no part of what others read."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.AWAY, "")
    assert understood.note.endswith(note)


@pytest.mark.parametrize(
    "said",
    [
        "I'm on holiday on Friday. Please block my calendar and set my out of office",
        "we're off on Friday, block my calendar and activate my out of office",
    ],
)
def test_that_one_is_off_is_no_text_of_its_own(read: Read, said: str) -> None:
    """The reply says so anyway, and when one is back."""
    understood = read(said)
    assert (understood.intent, understood.note) == (Intent.AWAY, "")


@pytest.mark.parametrize(
    ("said", "title"),
    [
        (
            "I'm working from home on Friday, please put that in my calendar as all-day, shown as working elsewhere",
            "Working from home",
        ),
        ("I'm working remotely on Thursday, put it in my calendar as an all-day event", "Working remotely"),
        ("I'll be working from home tomorrow, add it to my diary, all day, marked as working elsewhere", None),
        ("put wfh in my calendar for Friday", "WFH"),
        ("book Friday as working from home, all day", "Working from home"),
        ("put working from home all day on Friday in my calendar, show as working elsewhere", "Working from home"),
    ],
)
def test_days_worked_elsewhere(read: Read, said: str, title: str | None) -> None:
    """All of the day, called what is told, and shown as that."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, title or "Working from home")
    assert (understood.time.all_day, understood.extras.show_as) == (True, "elsewhere")


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Share my calendar with Ana so that she can see the details", "read"),
        ("share my calendar with Ana so she sees everything", "read"),
        ("share my calendar with Rui Costa so that he knows when I'm free", "freeBusyRead"),
        ("share my calendar with Ana so Ana can edit it", "write"),
        ("share my calendar with Ana so that she can only see titles", "limitedRead"),
        ("share my calendar with Ana so that she can book meetings for me", "write"),
        ("Give Ana access to my calendar so she can see the details", "read"),
        ("share my calendar with Ana with view access", "read"),
    ],
)
def test_what_they_may_see(read: Read, said: str, role: str) -> None:
    """A calendar is shared to an end."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.CALENDARS, "share")
    assert understood.calendar is not None
    assert understood.calendar.role == role


@pytest.mark.parametrize(
    ("said", "first", "then"),
    [
        (
            "make the vendor sync private and set a reminder 30 minutes before it",
            Intent.UPDATE,
            "remind me 30 minutes before it",
        ),
        ("mark the sync as tentative with a 1 hour reminder", Intent.UPDATE, "remind me 60 minutes before it"),
        ("make the retro private, and remind me 15 minutes before", Intent.UPDATE, "remind me 15 minutes before it"),
        ("set a 1 hour reminder on the sync and make it private", Intent.SET_REMINDER, "make it private"),
        ("remind me an hour before the sync and mark it as private", Intent.SET_REMINDER, "mark it as private"),
    ],
)
def test_a_mark_and_a_reminder(read: Read, said: str, first: Intent, then: str) -> None:
    """Of one event, one after the other."""
    understood = read(said)
    assert (understood.intent, understood.then) == (first, then)


@pytest.mark.parametrize("said", ["remind me to ring Ana at 3 and make it quick", "set a reminder for the sync"])
def test_a_reminder_alone(read: Read, said: str) -> None:
    """What is to be done may hold any words."""
    assert not read(said).then
