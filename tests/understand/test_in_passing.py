"""What is said in passing around a request: who somebody is, for how long something holds, with what reply."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.understood import Intent, Understood

LISBON = ZoneInfo("Europe/Lisbon")
MONDAY = datetime(2026, 11, 23, 9, 10, tzinfo=LISBON)


def read(utterance: str, names: frozenset[str] = frozenset()) -> Understood:
    """`utterance`, on a Monday morning."""
    return understand(utterance, Context(MONDAY, LISBON, "en-GB", names=names))


def day(number: int, hour: int = 0) -> datetime:
    """A time of November; of December behind the 30th."""
    return datetime(2026, 11, 1, hour, tzinfo=LISBON) + timedelta(days=number - 1)


@pytest.mark.parametrize(
    ("utterance", "people"),
    [
        (
            "interview with candidate Jane Doe (jane@doe.example) and Fatima on Wednesday",
            ["jane@doe.example", "Fatima"],
        ),
        ("call with our client Bob Ray <bob@ray.example> and Tom tomorrow", ["bob@ray.example", "Tom"]),
        ("lunch with my friend Omar tomorrow", ["Omar"]),
        ("invite our consultant Diana to the roadmap review", ["Diana"]),
    ],
)
def test_what_somebody_is_to_us_is_no_part_of_their_name(utterance: str, people: list[str]) -> None:
    """Nor is it somebody."""
    said = read(utterance)
    assert [each.text for each in (*said.people, *said.bare) if each.kind != "bare"] == people


@pytest.mark.parametrize(
    ("utterance", "people"),
    [
        ("lunch on Friday with yuki tom and fatima", ["yuki", "tom", "fatima"]),
        ("half an hour with yuki plus katrin vogel on Thursday", ["yuki", "katrin vogel"]),
        ("half an hour with yuki mori on Thursday", ["yuki mori"]),
    ],
)
def test_known_names_that_run_together_are_told_apart(utterance: str, people: list[str]) -> None:
    """Where they are not one name."""
    known = frozenset(("yuki", "mori", "yuki mori", "tom", "fatima", "katrin", "vogel", "katrin vogel"))
    assert [each.text for each in read(utterance, known).people] == people


@pytest.mark.parametrize(
    ("utterance", "seats", "features"),
    [
        ("find a room for 8 people with a screen Friday 10 to 12", 8, ("display",)),
        ("I need a room with a tv and whiteboard for 6 tomorrow", 6, ("display", "whiteboard")),
        ("get us a room with a monitor tomorrow morning for 4", 4, ("display",)),
    ],
)
def test_a_room_with_a_screen_is_a_room(utterance: str, seats: int, features: tuple[str, ...]) -> None:
    """Though a screen stands at home, too, and whom it seats is no time of day."""
    said = read(utterance)
    assert said.intent is Intent.FIND_ROOM
    assert said.room is not None
    assert (said.room.seats, said.room.features) == (seats, features)


@pytest.mark.parametrize(
    ("utterance", "slots"),
    [
        ("out of office from Thursday noon until Monday", [(day(26, 12), day(31))]),
        ("book an hour with Tom after Thursday noon but before Monday", [(day(26, 12), day(30))]),
        ("book Tom tomorrow before 10 or after 4", [(day(24), day(24, 10)), (day(24, 16), day(25))]),
        ("book Tom tomorrow after 4 or before 10", [(day(24, 16), day(25)), (day(24), day(24, 10))]),
    ],
)
def test_two_bounds_are_one_stretch_or_two(utterance: str, slots: list[tuple[datetime, datetime]]) -> None:
    """One where the first comes before the second."""
    assert [(slot.start, slot.end) for slot in read(utterance).time.slots] == slots


@pytest.mark.parametrize(
    "utterance",
    [
        "block my calendar Friday afternoon for deep work",
        "block out my calendar Friday afternoon",
        "keep my calendar free on Friday afternoon",
        "block off my Friday afternoon",
    ],
)
def test_a_calendar_that_is_blocked_is_time_for_oneself(utterance: str) -> None:
    """All of it, not half an hour somewhere in it."""
    assert (read(utterance).intent, read(utterance).facet) == (Intent.SCHEDULE, "focus")


@pytest.mark.parametrize(
    ("utterance", "note"),
    [
        ('vacation from Dec 21 to Jan 1, auto reply "on holiday, back Jan 4"', "on holiday, back Jan 4"),
        ("annual leave 21 Dec to 1 Jan with auto-reply saying back on the 4th", "back on the 4th"),
        ("I'm on holiday Dec 21 to Jan 1, automatic reply: back Jan 4", "back Jan 4"),
    ],
)
def test_an_absence_is_said_with_its_reply(utterance: str, note: str) -> None:
    """Whose days are none of the absence."""
    said = read(utterance)
    assert (said.intent, said.note) == (Intent.AWAY, note)
    assert [(slot.start, slot.end) for slot in said.time.slots] == [(day(51), day(63))]


@pytest.mark.parametrize("utterance", ["decline Thursday's invitations", "accept tomorrow's invites"])
def test_a_days_invitations_are_all_of_them(utterance: str) -> None:
    """So that it is not asked which one."""
    assert read(utterance).scope == "all"


def test_what_holds_for_a_week_moves_each_of_that_week() -> None:
    """Not the whole series."""
    said = read("shift the stand-up to 9:45 for all of next week")
    assert (said.intent, said.facet) == (Intent.RESCHEDULE, "several")
    assert said.event is not None
    assert [(slot.start, slot.end) for slot in said.event.time.slots] == [(day(30), day(37))]


def test_a_series_is_not_called_recurring() -> None:
    """That it recurs is its rule."""
    assert read("recurring 1:1 with Mateus every other Thursday 3pm").subject == "1:1"


@pytest.mark.parametrize(
    ("utterance", "team"),
    [
        ("I need everyone in design for 20 mins before Friday", "design"),
        ("schedule something with everyone on the Atlas working group tomorrow at 5pm", "Atlas working group"),
        ("get everyone in finance together Friday at 10", "finance"),
    ],
)
def test_everyone_is_of_whatever_is_named(utterance: str, team: str) -> None:
    """To the end of its name."""
    said = read(utterance)
    assert said.intent is Intent.SCHEDULE
    assert [(each.kind, each.text) for each in said.people] == [("team", team)]


@pytest.mark.parametrize(
    "utterance", ["what meetings have I not responded to?", "show me the invites I haven't answered yet"]
)
def test_what_is_not_answered_are_invitations(utterance: str) -> None:
    """No agenda is asked for."""
    assert (read(utterance).intent, read(utterance).facet) == (Intent.LIST_EVENTS, "invitations")


def test_the_way_to_a_meeting_is_said_at_the_end_too() -> None:
    """ "15 minutes before lunch, for travel"."""
    said = read("leave 15 minutes before my lunch with Fatima for travel")
    assert (said.facet, said.note, said.time.duration) == ("travel", "before", timedelta(minutes=15))


@pytest.mark.parametrize(
    "utterance",
    [
        "end my Thursday series with Naoko at the end of June",
        "make the Inés / Naoko series end on 30 June",
        "stop the Thursday series with Naoko after June",
        "end the retro series at the end of June",
    ],
)
def test_a_series_that_is_to_end_is_neither_moved_nor_booked(utterance: str) -> None:
    """It ends with that month."""
    said = read(utterance)
    assert (said.intent, said.facet) == (Intent.RESCHEDULE, "series_end")
    assert [slot.end for slot in said.time.slots] == [datetime(2027, 7, 1, tzinfo=LISBON)]


@pytest.mark.parametrize(
    "utterance",
    [
        "half an hour with Callum this week, when we're all in the office",
        "half an hour with Callum this week when everyone is in the office hours",
    ],
)
def test_hours_in_the_office_are_no_place(utterance: str) -> None:
    """They are everyone's working hours, wherever that is."""
    assert not read(utterance).location


def test_all_of_them_behind_a_move_is_the_series() -> None:
    """And the time is still that to which it is moved."""
    said = read("move my weekly with Naoko to 5pm, all of them")
    assert (said.scope, said.time.exact) == ("all", day(23, 17))


def test_a_weekly_is_a_meeting() -> None:
    """ "My weekly with Naoko" is called nothing else; "the whole … series" is all of it."""
    assert read("cancel my weekly with Naoko").people[0].text == "Naoko"
    assert read("move the whole Inés / Naoko series to 5pm").scope == "all"


@pytest.mark.parametrize(
    "utterance",
    ["cancel the retro from July", "cancel my weekly with Naoko from July", "cancel the retro series from 1 July on"],
)
def test_a_cancellation_from_a_month_on_is_of_more_than_that_month(utterance: str) -> None:
    """It has no end."""
    said = read(utterance)
    assert said.intent is Intent.CANCEL
    assert [(slot.start, slot.end) for slot in said.time.slots] == [(datetime(2027, 7, 1, tzinfo=LISBON), None)]
