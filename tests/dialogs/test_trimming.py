"""Where what is booked at a stated time begins or ends instead."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.decisions.trimming import trimmed
from dialogs.frame import Booking, Guest
from dialogs.understand import Context, understand
from dialogs.understand.understood import Question, TimeConstraint
from graph.model import Person

ZONE = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 11, 23, 9, tzinfo=ZONE)
START = datetime(2026, 11, 24, 13, tzinfo=ZONE)
CONTEXT = Context(NOW, ZONE, "en-GB", Question("choice", ("Tue 24 Nov, 13:00 – 18:00", "Wed 25 Nov, 13:00 – 18:00")))
BLOCK = Booking(duration=timedelta(hours=5), time=TimeConstraint(exact=START))
MEETING = Booking(
    guests=(Guest(Person("Tom Becker", "tom@contoso.example")),),
    duration=timedelta(minutes=30),
    time=TimeConstraint(exact=START),
)


@pytest.mark.parametrize(
    ("booking", "words", "start", "end"),
    [
        (BLOCK, "only till 4", 13, 16),
        (BLOCK, "just until 5pm", 13, 17),
        (BLOCK, "from 2", 14, 18),
        (MEETING, "until 3", 13, 15),
    ],
)
def test_one_side_moves(booking: Booking, words: str, start: int, end: int) -> None:
    """The other one stays where it was."""
    window = trimmed(booking, understand(words, CONTEXT), NOW)
    assert window is not None
    assert (window.start, window.end) == (START.replace(hour=start), START.replace(hour=end))


@pytest.mark.parametrize(
    ("booking", "words"),
    [(BLOCK, "before 4"), (BLOCK, "until friday"), (BLOCK, "from 7pm"), (MEETING, "from 2")],
)
def test_other_words_move_all_of_it(booking: Booking, words: str) -> None:
    """A bound of where to look, another day, or when a meeting of several begins."""
    assert trimmed(booking, understand(words, CONTEXT), NOW) is None
