"""Bookings put loosely: what is said beside, in brackets, behind colons and full stops, or in an odd order."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent, Understood
from tests.understand.conftest import Read

NAMED = [
    ("Could Tom join me and Priya on Monday at 4 for 20 minutes? Travel plans.", ["Tom", "Priya"], "Travel plans"),
    ("30m tomorrow 10.30 with Tom plz. topic - hiring plan", ["Tom"], "hiring plan"),
    ("quick call with Tom today 5pm my time - churn", ["Tom"], "churn"),
    ("next Monday 9-10 with Priya, goals, in person please", ["Priya"], "goals"),
    ("set smth up w/ priya tmrw 14h, portfolio crit, half an hour", ["priya"], "portfolio crit"),
    ("Tile glazing friday 3pm with Tom, 30 min", ["Tom"], "Tile glazing"),
    ("30 min with Tom tomorrow at 4, on-call handover", ["Tom"], "on-call handover"),
    ('Invite Tom and Priya to "Data contract" on Thursday from 13:00 to 13:45', ["Tom", "Priya"], "Data contract"),
    ("plan an all-day workshop with Tom on 2 December, journey mapping", ["Tom"], "workshop: journey mapping"),
    ("sort out a meeting w Tom Thurs 4 o clock pls, colour audit", ["Tom"], "colour audit"),
    (
        "2pm tomorrow works for Tom and Priya, please send an invite for an hour about hiring",
        ["Tom", "Priya"],
        "hiring",
    ),
    ("Friday 3pm would be good to meet Tom. Half hour. It's about the icons.", ["Tom"], "icons"),
    ("give me a meeting with Tom and Priya on Wednesday 5pm Lisbon time about capacity", ["Tom", "Priya"], "capacity"),
    ("I'd rather see Tom in person, tomorrow 3pm, 30 mins, about the NDA", ["Tom"], "NDA"),
    ('put "Call mum" in my diary for 6pm today, 15 mins', [], "Call mum"),
    ("Create appointment: Car service, Wed 2nd Dec 07:30, 1h", [], "Car service"),
    ("book (30 min with Tom, tomorrow 2pm, icon handoff)", ["Tom"], "icon handoff"),
    (
        "please organise a farewell for Noah on Friday 4 December at 16:00, everyone in Sales, Bar am Fluss",
        ["Sales"],
        "farewell for Noah",
    ),
    ("Can you get Wei on my calendar for half an hour tomorrow, on-call handover", ["Wei"], "on-call handover"),
    ("could we all (Tom, Priya) meet on Friday at 12", ["Tom", "Priya"], ""),
]
BARE = [
    ("let's do a retro for the pilot: Priya, Tom, Omar, 60 min, Tuesday 2pm", ["Priya", "Tom", "Omar"]),
    ("make it a meeting: Omar, me, Katrin. Friday. 10 o'clock. half an hour. Title: alerts", ["Omar", "Katrin"]),
    ("can I have Omar for 25 minutes on Wednesday at 15:00 to unblock the import?", ["Omar"]),
]
SERIES = [
    ("every first Thursday at 4pm with Tom", "FREQ=MONTHLY;BYDAY=1TH;BYHOUR=16;BYMINUTE=0"),
    ("every last Friday at 3 with Tom", "FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=15;BYMINUTE=0"),
    ("catch up with Tom, mondays 11.30, half hour", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=11;BYMINUTE=30"),
    ("every second Tuesday at 3 with Tom", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYHOUR=15;BYMINUTE=0"),
]


def _count(understood: Understood) -> int | None:
    """How many of a series there are to be, in whichever way that is told."""
    _, _, told = understood.time.rrule.partition("COUNT=")
    return int(told) if told else understood.time.run.count


@pytest.mark.parametrize(("said", "names", "subject"), NAMED)
def test_people_and_topic_are_told_apart(read: Read, said: str, names: list[str], subject: str) -> None:
    """Wherever they stand."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, subject)
    assert [each.text for each in understood.people] == names


@pytest.mark.parametrize(("said", "names"), BARE)
def test_nobody_who_is_named_is_lost(read: Read, said: str, names: list[str]) -> None:
    """The directory is asked for each of them."""
    understood = read(said)
    assert understood.intent is Intent.SCHEDULE
    assert [each.text for each in understood.bare] == names


@pytest.mark.parametrize(("said", "rule"), SERIES)
def test_a_series_is_at_its_hour_and_on_its_weekday(read: Read, said: str, rule: str) -> None:
    """ "Every first Thursday" is one of each month; "every second" is every other."""
    assert read(said).time.rrule == rule


@pytest.mark.parametrize(
    "said",
    ["book 3 sessions of 1 hour with Tom, Tuesdays at 14:00", "schedule three interviews with Tom every Friday at 10"],
)
def test_several_on_a_weekday_are_those_of_a_series(read: Read, said: str) -> None:
    """As many as were said."""
    assert _count(read(said)) == 3


def test_a_length_before_the_last_day_of_a_series_is_no_hour(read: Read) -> None:
    """ "15 min till 18 December" is not a quarter to six."""
    time = read("stand-up with Tom each weekday at 9:15 for 15 min till 18 December").time
    assert (time.duration, time.exact) == (timedelta(minutes=15), None)
    said = read("meet Tom tomorrow at ten to 4").time.exact
    assert said and f"{said:%H:%M}" == "15:50"


def test_a_length_behind_a_meal_ends_what_comes_before_it(read: Read) -> None:
    """ "Before lunch for 15 minutes" is not lunch for somebody."""
    (slot,) = read("meet Tom tomorrow before lunch for 15 minutes").time.slots
    assert slot.end and slot.end.hour == 12


def test_focus_time_may_have_a_length(read: Read) -> None:
    """It is somewhere in the stretch, and not all of it."""
    understood = read("I'd like 2 hours of focus time tomorrow afternoon for the board paper")
    assert (understood.intent, understood.facet, understood.subject) == (Intent.SCHEDULE, "", "board paper")
    assert understood.time.duration == timedelta(hours=2)


def test_a_greeting_is_no_part_of_the_day(read: Read) -> None:
    """ "Morning!" """
    (slot,) = read("morning! half an hour with Tom on Wednesday").time.slots
    assert slot.start and slot.end and (slot.end - slot.start) == timedelta(days=1)


def test_seats_are_no_topic(read: Read) -> None:
    """ "15 people" is how large the room is to be."""
    assert read("please reserve Belém for Thursday 10-12 for the safety briefing, 15 people").subject != "15 people"


def test_who_is_met_by_trade_is_nobody_of_the_company(read: Read) -> None:
    """ "With physio", in small letters."""
    understood = read("appointment with physio Thursday 7:45-8:30")
    assert (understood.people, [each.text for each in understood.perhaps]) == ((), ["physio"])


def test_what_may_come_to_nothing_shows_as_tentative(read: Read) -> None:
    """Said between commas."""
    understood = read("Put a hold on Friday 2 to 3.30, tentative, supplier visit")
    assert (understood.extras.show_as, understood.subject) == ("tentative", "supplier visit")
