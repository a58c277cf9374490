"""What is changed of a series, how much of it, and how it repeats."""

import pytest

from dialogs.understand.understood import Intent, Question
from tests.understand.conftest import Read

CHOICE = Question("choice", ("Tue 24 Nov, 11:00", "Wed 25 Nov, 11:00"))


def test_every_meeting_is_all_of_them(read: Read) -> None:
    """It is not asked which."""
    assert read("cancel every meeting on Friday").scope == "all"


@pytest.mark.parametrize(
    "said",
    [
        "the clinic can stop after the first of March",
        "the clinic should end in December",
        "stop clinic from December on",
    ],
)
def test_an_end_that_is_a_day_ends_the_series(read: Read, said: str) -> None:
    """Only one of a series ends at an hour."""
    understood = read(said)
    assert understood.facet == "series_end"
    assert understood.event
    assert understood.event.subject == "clinic"


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("the clinic should be every week, not every two", "FREQ=WEEKLY"),
        ("make the sync monthly instead of weekly", "FREQ=MONTHLY"),
        ("from March on the status should be on Tuesdays instead of Mondays", "FREQ=WEEKLY;BYDAY=TU"),
    ],
)
def test_how_something_repeated_before_is_left_aside(read: Read, said: str, rule: str) -> None:
    """The new rule alone counts."""
    understood = read(said)
    assert (understood.facet, understood.time.rrule) == ("recur", rule)


def test_all_meetings_of_a_weekday_are_a_series(read: Read) -> None:
    """The day of the week tells which, and not the next one of them alone."""
    understood = read("move all the Monday fleet status meetings to 9:30")
    assert understood.facet == "several"
    assert understood.event
    assert not understood.event.time.slots


def test_only_the_next_one_is_one_of_a_series(read: Read) -> None:
    """The one that is shown."""
    assert read("only the next one", CHOICE).scope == "this"


@pytest.mark.parametrize(
    ("said", "facet"),
    [
        ("starting next week use Fyret for fleet status instead of Broen", "location"),
        ("from next week add Thivya to the retro", ""),
        ("the retro should be at 3:30 from next week on", ""),
        ("make the retro an hour from next week on", "length"),
        ("from next week on make the retro private", "private"),
    ],
)
def test_whatever_changes_from_a_day_on_is_of_the_rest_of_a_series(read: Read, said: str, facet: str) -> None:
    """The day tells from which one on."""
    understood = read(said)
    assert understood.scope == "following"
    assert understood.event
    assert [slot.start.day for slot in understood.event.time.slots if slot.start] == [23]
    assert not understood.time.slots
    assert understood.facet in (facet, "")


def test_another_day_of_the_week_from_a_day_on(read: Read) -> None:
    """How it repeats from then on."""
    understood = read("from 1 July move the Kwabena one-on-ones to Mondays at 10")
    assert understood.facet == "recur"
    assert understood.event
    assert understood.event.subject == "Kwabena 1:1s"


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("decline all berth planning meetings", "berth planning meetings"),
        ("decline every drydock countdown", "drydock countdown"),
        ("cancel all timetable clinic sessions", "timetable clinic sessions"),
    ],
)
def test_all_that_are_called_so_are_no_others(read: Read, said: str, subject: str) -> None:
    """Their name tells them, so that not everything is meant."""
    understood = read(said)
    assert (understood.subject, understood.scope) == (subject, "all")


@pytest.mark.parametrize("said", ["decline berth planning, the whole series", "cancel the sync, the entire series"])
def test_the_whole_series_is_no_further_event(read: Read, said: str) -> None:
    """It is how much of it."""
    understood = read(said)
    assert (understood.scope, understood.others) == ("all", ())


def test_how_something_without_an_article_repeats(read: Read) -> None:
    """What repeats otherwise now is an event."""
    understood = read("make fleet status every other week instead of weekly")
    assert (understood.facet, understood.time.rrule) == ("recur", "FREQ=WEEKLY;INTERVAL=2")


@pytest.mark.parametrize(
    ("said", "intent", "subject", "count"),
    [
        ("cancel the next two teaching stand-ups", Intent.CANCEL, "teaching stand-ups", 2),
        ("skip the next 3 crew calls", Intent.CANCEL, "crew calls", 3),
        ("decline the next two drydock countdowns", Intent.DECLINE, "drydock countdowns", 2),
    ],
)
def test_the_next_few_are_counted(read: Read, said: str, intent: Intent, subject: str, count: int) -> None:
    """Neither all of them nor one alone."""
    understood = read(said)
    assert (understood.intent, understood.subject, understood.time.run.count) == (intent, subject, count)


def test_two_weeks_of_a_series_are_counted_from_its_start(read: Read) -> None:
    """And not from today."""
    rule = read("huddle with Tom every day mon to fri 9 to 9.15, starting next Monday, for two weeks").time.rrule
    assert "UNTIL=20261206" in rule


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("huddle with Tom every day at 9 for a week starting monday", "20261129"),
        ("stand-up with Tom weekly starting 11/24 for 4 weeks", "20261221"),
        ("every weekday at 4:45 for 10 min with Tom next week", "20261129"),
        ("every mon and wed at 9 with Tom in December", "20261231"),
    ],
)
def test_a_series_lasts_as_long_as_was_said_from_where_it_begins(read: Read, said: str, ends: str) -> None:
    """Four weeks have four of them."""
    assert f"UNTIL={ends}T235959" in read(said).time.rrule


@pytest.mark.parametrize("said", ["15 min with Tom mon wed fri next week at 4", "tue/wed/thu next week at 10 with Tom"])
def test_days_in_a_row_are_all_of_them(read: Read, said: str) -> None:
    """Each is booked for itself."""
    understood = read(said)
    assert understood.time.exact and understood.time.exact.day in (23, 24)
    assert understood.then.startswith(("15 min with Tom on 25 November and 27", "on 25 November and 26"))


def test_a_rate_before_a_date_in_figures_belongs_to_the_name(read: Read) -> None:
    """It takes place once."""
    understood = read("Quarterly business review with Tom and Ana, 12/23 10am-12pm")
    assert (understood.subject, understood.time.rrule) == ("Quarterly business review", "")
