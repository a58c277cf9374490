"""When an event is to be instead: what the words leave open is as it was."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.decisions.wishes import joined, target, wished
from dialogs.understand import Context, understand
from graph.model import Event, Person, Window

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2027, 3, 8, 8, tzinfo=LISBON)
ME = Person("Inês Carvalho", "ines@contoso.example")


def pitch(start: datetime = datetime(2027, 3, 16, 14, tzinfo=LISBON)) -> Event:
    """An hour on Tuesday of next week."""
    return Event("id", "Pitch", start, start + timedelta(hours=1), ME, is_organizer=True)


def wanted(said: str, event: Event) -> tuple[str, int] | None:
    """The exact time that words make of the event, and its minutes."""
    wish = wished(understand(said, Context(NOW, LISBON, "en-GB", None)), (), ())
    found = target(event, wish, NOW)
    return (f"{found.exact:%a %d %H:%M}", found.length // timedelta(minutes=1)) if found and found.exact else None


@pytest.mark.parametrize(
    ("said", "start", "minutes"),
    [
        ("move the pitch to Wednesday at 11", "Wed 17 11:00", 60),
        ("move the pitch to Wednesday", "Wed 17 14:00", 60),
        ("move the pitch to 3", "Tue 16 15:00", 60),
        ("move the pitch to 9", "Tue 16 09:00", 60),
        ("move the pitch to 12 March", "Fri 12 14:00", 60),
        ("move the pitch to tomorrow", "Tue 09 14:00", 60),
        ("move the pitch to tomorrow at 10", "Tue 09 10:00", 60),
        ("move the pitch to 3-3:30pm", "Tue 16 15:00", 30),
        ("push the pitch by half an hour", "Tue 16 14:30", 60),
        ("bring the pitch forward by two hours", "Tue 16 12:00", 60),
        ("make the pitch 90 minutes", "Tue 16 14:00", 90),
        ("make the pitch half an hour longer", "Tue 16 14:00", 90),
        ("extend the pitch until 4", "Tue 16 14:00", 120),
        ("the pitch should end at 14:30", "Tue 16 14:00", 30),
    ],
)
def test_the_exact_time(said: str, start: str, minutes: int) -> None:
    """Its day, its hour and its length stay, unless they were said."""
    assert wanted(said, pitch()) == (start, minutes)


def test_a_weekday_of_this_week_is_this_weeks() -> None:
    """For an event of this week, Thursday is the one in three days."""
    assert wanted("move the pitch to Thursday", pitch(datetime(2027, 3, 10, 14, tzinfo=LISBON))) == ("Thu 11 14:00", 60)


def test_a_stretch_is_to_be_searched() -> None:
    """Part of a day without a day is of the event's own day."""
    wish = wished(understand("move the pitch to the morning", Context(NOW, LISBON, "en-GB", None)), (), ())
    found = target(pitch(), wish, NOW)
    assert found
    assert found.exact is None
    assert [slot.start.day for slot in found.slots if slot.start] == [16]


def test_a_correction_keeps_what_was_proposed() -> None:
    """ "Wednesday at 11", then "make it 12": Wednesday at 12."""
    context = Context(NOW, LISBON, "en-GB", None)
    first = wished(understand("move the pitch to Wednesday at 11", context), (), ())
    shown = Window(datetime(2027, 3, 17, 11, tzinfo=LISBON), datetime(2027, 3, 17, 12, tzinfo=LISBON))
    then = joined(first, wished(understand("move it to 12", context), (), ()), shown)
    found = target(pitch(), then, NOW)
    assert found
    assert found.exact == datetime(2027, 3, 17, 12, tzinfo=LISBON)


def days_of(said: str, event: Event) -> list[str]:
    """The days on which words let the event be, and those that they rule out behind a bar."""
    wish = wished(understand(said, Context(NOW, LISBON, "en-GB", None)), (), ())
    found = target(event, wish, NOW)
    assert found
    return [f"{slot.start:%a %d}" for slots in (found.slots, found.excluded) for slot in slots if slot.start]


def test_days_of_the_week_are_those_of_the_week_of_the_event() -> None:
    """As long as these are still to come; "the same week" says so in so many words."""
    later = pitch(datetime(2027, 3, 26, 14, tzinfo=LISBON))
    assert days_of("find another time for the pitch, Wednesday or Thursday", later) == ["Wed 24", "Thu 25"]
    assert days_of("find another time for the pitch, Wednesday or Thursday of the same week", later) == [
        "Wed 24",
        "Thu 25",
    ]


def test_another_day_of_the_same_week_is_any_but_its_own() -> None:
    """From Monday on, or from now where that is later; the second one is ruled out."""
    assert days_of("move the pitch to another day in the same week", pitch()) == ["Mon 15", "Tue 16"]
    today = pitch(datetime(2027, 3, 9, 14, tzinfo=LISBON))
    assert days_of("move the pitch to another day that week", today) == ["Mon 08", "Tue 09"]
