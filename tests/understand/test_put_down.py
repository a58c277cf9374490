"""Bookings that are only put down, told by their people, what counts them, or the words around a room."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Extras, Intent, Kind, Question
from tests.understand.conftest import Read

NAMED_EVENTS = [
    ("Competition retreat all day Wednesday to Friday next week", "Competition retreat"),
    ("all day conference Monday to Wednesday", "conference"),
    ("team shifts every Saturday at 7", "team shifts"),
    ("night shift Friday 8pm to 11pm", "night shift"),
]
NAMES = [
    ("Tom Silva Friday 3pm 30 min budget", "Tom Silva", "budget"),
    ("Yuki Shiraishi, Thursday 9:30, half an hour, lighting samples", "Yuki Shiraishi", "lighting samples"),
]
QUESTIONS = ["team offsite all day Friday?", "is the retreat on Friday at 3", "what is on Friday at 3", "rain Friday"]
TOGETHER = [
    ("get the nursing leads in a room on Friday at 10:30", ["the nursing leads"]),
    ("get Tom and Priya on a call tomorrow at 3", ["Tom", "Priya"]),
    ("bring Tom and Priya together in one room tomorrow at 3", ["Tom", "Priya"]),
]
OPEN = Question("choice", ("Wed 18 Nov, 11:00 – 11:30", "Wed 18 Nov, 14:00 – 14:30"))


@pytest.mark.parametrize(("said", "subject"), NAMED_EVENTS)
def test_an_event_with_a_name_and_a_time_is_booked_without_a_verb(read: Read, said: str, subject: str) -> None:
    """Nothing else is wanted with it."""
    found = read(said)
    assert (found.intent, found.subject) == (Intent.SCHEDULE, subject)


@pytest.mark.parametrize(("said", "name", "subject"), NAMES)
def test_a_name_before_a_time_may_be_somebody_to_meet(read: Read, said: str, name: str, subject: str) -> None:
    """The dialog asks the directory; where nobody is called so, nothing is booked."""
    found = read(said)
    assert (found.intent, found.facet, found.subject) == (Intent.SCHEDULE, "names", subject)
    assert [each.text for each in found.bare] == [name]


@pytest.mark.parametrize("said", QUESTIONS)
def test_what_asks_puts_nothing_down(read: Read, said: str) -> None:
    """A question mark or a word that asks, and a day without an hour."""
    found = read(said)
    assert found.facet != "names"
    assert found.intent is not Intent.SCHEDULE or found.confidence < 0.75


@pytest.mark.parametrize(("said", "people"), TOGETHER)
def test_those_who_are_got_into_a_room_meet(read: Read, said: str, people: list[str]) -> None:
    """A room is where they meet, and not all that is wanted."""
    found = read(said)
    assert found.intent is Intent.SCHEDULE
    assert [each.text for each in found.people] == people


def test_me_and_somebody(read: Read) -> None:
    """ "Book me and Tom" books Tom."""
    assert [each.text for each in read("book me and Tom tomorrow at 3 for 15 mins").bare] == ["Tom"]


@pytest.mark.parametrize("said", ["meet Tom at 9 or 10 tomorrow morning", "either 9 or 10 tomorrow with Tom"])
def test_one_of_two_hours(read: Read, said: str) -> None:
    """The first is what is looked at first, the other one is as good."""
    time = read(said).time
    assert time.exact is not None and f"{time.exact:%d %H}" == "19 09"
    assert [f"{each.exact:%d %H}" for each in time.alternatives if each.exact][-1] == "19 10"


def test_a_dot_behind_a_weekday_is_an_hour(read: Read) -> None:
    """ "Monday 12.30" is no 30 December, which is a Wednesday."""
    time = read("lunch with Tom on monday 12.30", locale="en-GB").time
    assert time.exact is not None and f"{time.exact:%m-%d %H:%M}" == "11-23 12:30"


def test_this_time_next_week(read: Read) -> None:
    """The hour that it is now."""
    time = read("this time next week with Tom").time
    assert time.exact is not None and f"{time.exact:%m-%d %H:%M}" == "11-25 09:00"


def test_the_clock_of_a_large_city(read: Read) -> None:
    """Also of one that no zone is named after."""
    time = read("call Kenji on Thursday at 5pm Osaka time").time
    assert time.exact is not None and f"{time.exact:%d %H:%M}" == "19 09:00"


@pytest.mark.parametrize(
    "said",
    ["repeat it 5 times", "do that five times", "make it a series of five", "make it five sessions"],
)
def test_how_many_of_what_is_on_the_card(read: Read, said: str) -> None:
    """A count is no hour and no choice."""
    found = read(said, OPEN)
    assert (found.intent, found.time.run.count, found.time.exact) == (Intent.AMEND, 5, None)


@pytest.mark.parametrize(("said", "side"), [("no, right before it", "before"), ("after that instead", "after")])
def test_the_other_side_of_what_was_spoken_of(read: Read, said: str, side: str) -> None:
    """Which event it was, the dialog knows."""
    found = read(said, OPEN)
    assert found.intent is Intent.AMEND
    assert found.time.anchor is not None and found.time.anchor.side == side


def test_a_title_behind_an_agenda(read: Read) -> None:
    """The agenda ends where something else is told."""
    found = read("book half an hour with Tom Monday 2pm. Agenda: 1) steel 2) timber. Title Cost check.")
    assert (found.extras, found.subject) == (Extras(agenda="1) steel 2) timber"), "Cost check")


def test_a_private_appointment_of_a_kind(read: Read) -> None:
    """ "Private" is no part of its name."""
    found = read("put a private dentist appointment in my calendar for thursday 8 to 9")
    assert (found.extras.privacy, found.subject) == ("private", "dentist appointment")


def test_an_amount_of_each(read: Read) -> None:
    """ "An hour each" is how long each of them takes."""
    found = read("three weekly sessions with Tom on Tuesdays at 10, an hour each, for render training")
    assert (found.time.duration, found.subject) == (timedelta(hours=1), "render training")
    assert [each.text for each in found.when if each.kind is Kind.DURATION] == ["an hour each"]


def test_a_change_from_some_day_on(read: Read) -> None:
    """ "From next week on, stock count should be at 2pm" moves the rest of the series."""
    found = read("from next week on, stock count should be at 2pm")
    assert (found.intent, found.scope, found.time.clock) == (Intent.RESCHEDULE, "following", (840, None))
    assert found.event is not None and found.event.subject == "stock count"
