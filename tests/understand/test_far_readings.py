"""Words that once led to an act nobody had asked for: each class in several wordings."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent, Question, Role
from tests.understand.conftest import Read

TIMES = Question("choice", ("Thu 26 Nov, 10:00 – 10:30", "Thu 26 Nov, 14:30 – 15:00"))


@pytest.mark.parametrize(
    "said", ["no Tom", "No Tom, please", "ok but no Tom", "no Tom on this one", "No Tom this time"]
)
def test_somebody_who_is_not_to_come(read: Read, said: str) -> None:
    """Without a comma it is no slip that is put right."""
    understood = read(said, TIMES)
    assert [(each.text, each.role) for each in understood.people] == [("Tom", Role.WITHOUT)]


def test_a_slip_that_is_put_right(read: Read) -> None:
    """With a comma Tom is meant instead."""
    assert read("no, Tom", TIMES).facet == "instead"


@pytest.mark.parametrize(
    "said",
    [
        "what about the week after",
        "how about the following week",
        "no, the following week please",
        "hmm the week after that?",
        "can we do the week after",
        "try the week after",
        "and the week after?",
        "maybe the following week",
    ],
)
def test_a_week_is_no_length(read: Read, said: str) -> None:
    """It is a week later."""
    understood = read(said, TIMES)
    assert understood.shift == timedelta(days=7) or understood.time.slots
    assert understood.time.duration in (None, timedelta(days=7))
    assert understood.time.duration is None or understood.shift


@pytest.mark.parametrize(
    "said",
    [
        "shorten to 15",
        "cut it to 15",
        "trim to 15",
        "reduce it to 15 please",
        "shorten the review to 15",
        "cut that down to 15",
    ],
)
def test_minutes_are_no_hour(read: Read, said: str) -> None:
    """What is shortened gets a length."""
    understood = read(said, TIMES)
    assert (understood.time.duration, understood.time.exact) == (timedelta(minutes=15), None)


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("push everything monday after 1 back an hour", 13),
        ("push all my meetings after 1 on monday back an hour", 13),
        ("push back everything after 1pm monday by an hour", 13),
        ("move everything tomorrow after 2 to friday", 14),
        ("move all my meetings after 3:30 tomorrow to friday", 15),
    ],
)
def test_only_what_begins_then_is_moved(read: Read, said: str, hour: int) -> None:
    """The bound is an hour of the afternoon."""
    event = read(said).event
    assert event is not None
    assert [slot.start.hour for slot in event.time.slots if slot.start] == [hour]


def test_what_is_pushed_back_goes_later(read: Read) -> None:
    """Also where the way is said first."""
    assert read("push back everything after 1pm monday by an hour").shift == timedelta(hours=1)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("move the packaging trial to the next day", 1),
        ("packaging trial to the following day", 1),
        ("can you push the packaging trial to the next day please", 1),
        ("move the packaging trial to the day before", -1),
        ("shift the packaging trial to the previous day", -1),
        ("bring the packaging trial to the day before, same time", -1),
    ],
)
def test_the_next_day_is_that_after_the_meeting(read: Read, said: str, days: int) -> None:
    """And not tomorrow."""
    understood = read(said)
    assert (understood.intent, understood.shift) == (Intent.RESCHEDULE, timedelta(days=days))


@pytest.mark.parametrize("said", ["I'll be on vacation 28/6 - 2/7, block it off", "out of office 28/6 – 2/7"])
def test_a_run_of_days_with_a_dash_is_no_reply(read: Read, said: str) -> None:
    """All of the days are meant."""
    understood = read(said)
    (slot,) = understood.time.slots
    assert slot.start and slot.end and (slot.end - slot.start).days == 5
    assert "7" not in understood.note


@pytest.mark.parametrize(
    "said",
    [
        "biweekly 1:1 w/ Tom fridays 10am starting 18 December",
        "fortnightly sync with Tom, fridays 10am, from 18 December",
        "every other week with Tom, fridays 10:00 beginning 18 December",
    ],
)
def test_a_series_begins_when_it_is_said_to(read: Read, said: str) -> None:
    """However often it is."""
    time = read(said).time
    assert "INTERVAL=2;BYDAY=FR;BYHOUR=10" in time.rrule
    assert [f"{slot.start:%d %b}" for slot in time.slots if slot.start] == ["18 Dec"]


@pytest.mark.parametrize("said", ["mondays 11:30 with Tom for a month", "tuesdays 9:00 with Tom for 4 weeks"])
def test_how_long_a_series_runs_is_no_length_of_a_meeting(read: Read, said: str) -> None:
    """It repeats."""
    time = read(said).time
    assert time.rrule.startswith("FREQ=WEEKLY;BYDAY=")
    assert time.duration is None


@pytest.mark.parametrize("said", ["daily 15 min huddle with Tom at 7:45 next week", "daily huddle at 8:15 with Tom"])
def test_the_hour_of_a_series_is_by_day(read: Read, said: str) -> None:
    """However late it is now."""
    exact = read(said).time.exact
    assert exact and exact.hour in (7, 8)


@pytest.mark.parametrize(
    "said",
    [
        "decline everything next week I haven't answered",
        "decline all the unanswered ones next week",
        "decline whatever's still pending next week",
        "decline everything I haven't responded to next week",
        "decline all invites for next week that I've yet to answer",
    ],
)
def test_unanswered_ones_are_invitations(read: Read, said: str) -> None:
    """Of that week."""
    understood = read(said)
    assert (understood.intent, understood.scope) == (Intent.DECLINE, "all")
    assert understood.noun in ("invitations", "invites")
    assert understood.time.slots


def test_a_run_of_hours_with_one_letter(read: Read) -> None:
    """ "1p-2p" is an hour."""
    assert read("block tuesday 1p-2p for the budget").time.duration == timedelta(hours=1)


@pytest.mark.parametrize("said", ["what time is it in Rotterdam right now", "what time is it in Rotterdam rn"])
def test_now_is_no_part_of_a_place(read: Read, said: str) -> None:
    """The time there is asked."""
    assert read(said).location == "Rotterdam"


@pytest.mark.parametrize(
    ("said", "clock"),
    [("can you send it for the 2:30pm", 2), ("send the 10am one", 1), ("ok send the second one please", 2)],
)
def test_a_pick_that_is_to_be_sent(read: Read, said: str, clock: int) -> None:
    """It is one of the times on offer."""
    understood = read(said, TIMES)
    assert (understood.intent, understood.choice) == (Intent.SELECT, clock)


@pytest.mark.parametrize(
    "said",
    [
        "Tom won't make it, skip him and book it",
        "Tom can't come, so drop him",
        "actually Tom isn't able to join, leave out him and send it",
        "leave Tom off",
        "leave Tom off this one",
    ],
)
def test_who_cannot_come_is_left_out(read: Read, said: str) -> None:
    """And nothing is booked before that is shown."""
    understood = read(said, TIMES)
    assert understood.intent is Intent.AMEND
    assert [(each.text, each.role) for each in understood.people] == [("Tom", Role.WITHOUT)]


def test_later_in_the_week_is_another_day(read: Read) -> None:
    """And no evening."""
    understood = read("later that week?", TIMES)
    assert (understood.intent, understood.facet) == (Intent.NAVIGATE, "other_day")


@pytest.mark.parametrize("said", ["grab the second one for an hour", "can you book me the second one for an hour"])
def test_a_pick_with_a_length_of_its_own(read: Read, said: str) -> None:
    """It is not taken as it is."""
    understood = read(said, TIMES)
    assert (understood.intent, understood.choice) == (Intent.AMEND, 2)
    assert understood.time.duration == timedelta(hours=1)


@pytest.mark.parametrize("said", ["book 11", "ok book 11 please", "11 works, book him for 30, budget"])
def test_an_hour_after_verbs_of_booking(read: Read, said: str) -> None:
    """It is no room."""
    understood = read(said)
    assert understood.intent is Intent.SCHEDULE
    assert understood.time.exact and understood.time.exact.hour == 11


@pytest.mark.parametrize(
    ("said", "second"),
    [
        ("accept the retro and add a room to the packaging trial", "add a room to the packaging trial"),
        ("decline the retro and rename the packaging trial to Pouch", "rename the packaging trial to Pouch"),
        ("cancel the retro and take Tom off the packaging trial", "take Tom off the packaging trial"),
        ("add Tom to the retro and cancel the packaging trial", "cancel the packaging trial"),
        ("accept the retro and add Tom to the packaging trial", "add Tom to the packaging trial"),
        (
            "decline the retro, then shorten the packaging trial to 30 minutes",
            "shorten the packaging trial to 30 minutes",
        ),
        ("accept the retro and remind me 10 min before it", "remind me 10 min before it"),
    ],
)
def test_a_change_of_another_event_is_a_second_request(read: Read, said: str, second: str) -> None:
    """It waits, and is not lost."""
    assert read(said).then == second


@pytest.mark.parametrize(
    "said",
    [
        "book an hour with Ana on Friday at 10 and invite Tom",
        "book an hour with Ana on Friday at 10 and add a room",
        "move the retro to 3 and add a room to it",
        "add Tom to the retro and make Ana optional",
        "book lunch with Ana on Friday and add Tom to the invite",
    ],
)
def test_more_of_the_same_event_is_no_second_request(read: Read, said: str) -> None:
    """One card shows all of it."""
    assert read(said).then == ""
