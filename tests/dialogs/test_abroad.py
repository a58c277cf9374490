"""Times by the clock of a place that is named beside them. It is Tuesday, 9 March 2027, 10:05 in Adelaide."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.decisions.abroad import is_of_clock, of_clock, understood
from dialogs.understand import Context
from dialogs.understand.understood import Intent

ADELAIDE = ZoneInfo("Australia/Adelaide")
NOW = datetime(2027, 3, 9, 10, 5, tzinfo=ADELAIDE)
HERE = Context(NOW, ADELAIDE, "en-AU")


@pytest.mark.parametrize(
    ("said", "starts"),
    [
        ("book aoife 8am dublin time thursday", "11 18:30"),
        ("book aoife thursday 9am Irish time", "11 19:30"),
        ("book aoife tomorrow at 10am New Zealand time", "10 07:30"),
        ("book aoife thursday 8am in dublin time zone", "11 18:30"),
        ("thursday 8am dublin with Aoife", "11 18:30"),
        ("thursday at 8:30 am Cork with Aoife", "11 19:00"),
        ("book aoife thursday 10 to 11 dublin time", "11 20:30"),
        ("meet Kenji friday 9-10 Japanese time", "12 10:30"),
        ("call with Tom on friday at 3pm, West Coast time", "13 09:30"),
        ("book Tom thursday 2pm Kolkata time", "11 19:00"),
        ("thursday 4pm Perth time with Linh", "11 18:30"),
        ("book half an hour thursday 4pm (Singapore time) with Linh", "11 18:30"),
    ],
)
def test_a_stated_time(said: str, starts: str) -> None:
    """The instant at which it is that time there, on the day that the speaker names."""
    exact = understood(said, HERE).time.exact
    assert exact and f"{exact.astimezone(ADELAIDE):%-d %H:%M}" == starts


@pytest.mark.parametrize(
    ("said", "window"),
    [
        ("call with Cormac friday morning dublin time", "12 16:30 – 12 22:30"),
        ("find 30 min with Aoife tomorrow afternoon irish time", "10 22:30 – 11 04:30"),
        ("find 30 min with Kenji on thursday afternoon, Tokyo time", "11 13:30 – 11 19:30"),
    ],
)
def test_a_part_of_the_day_is_that_of_the_place(said: str, window: str) -> None:
    """ "Morning" is the morning there."""
    slot = understood(said, HERE).time.slots[0]
    assert slot.start and slot.end
    told = [f"{each.astimezone(ADELAIDE):%-d %H:%M}" for each in (slot.start, slot.end)]
    assert " – ".join(told) == window


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("book Tom tomorrow 6pm Narnia time", "Narnia"),
        ("book Tom tomorrow at 6pm narnia time", "narnia"),
        ("book Tom tomorrow 6pm Australian time", "Australian"),
        ("move the review to 6pm SA time", "SA"),
    ],
)
def test_a_clock_that_nobody_can_tell_is_asked_back(said: str, place: str) -> None:
    """It is never taken for the speaker's own: that would be hours off without a word."""
    impossible = understood(said, HERE).time.impossible
    assert (is_of_clock(impossible), of_clock(impossible)) == (True, place)


@pytest.mark.parametrize(
    "said",
    [
        "block reading time thursday 2-3",
        "thursday at 2 prime time review with Tom",
        "book lunch time with Tom thursday at 12",
        "book Tom thursday 2pm, travel time 30 min",
        "find a good time with Tom thursday afternoon",
        "thursday 8am my time with Tom",
        "book Tom tomorrow at the same time",
        "same time tomorrow with Tom",
    ],
)
def test_other_times_are_of_no_place(said: str) -> None:
    """ "Reading time" is none of Reading's."""
    time = understood(said, HERE).time
    assert not time.zone and not time.impossible


@pytest.mark.parametrize(
    "said",
    [
        "what time is 9am dublin here",
        "whats 9am dublin in our time",
        "if its 10 in adelaide what time is it in dublin",
        "what's 4pm Perth for us?",
        "when it is noon in Cork, what time is it here",
    ],
)
def test_what_a_time_there_is_here_is_asked(said: str) -> None:
    """It asks for the time, and books nothing."""
    assert understood(said, HERE).intent is Intent.ASK_TIME
