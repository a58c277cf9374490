"""What reaches other people only where there is no doubt about it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.frame import Frame
from dialogs.pressing import is_plain
from dialogs.referents.which import meant
from dialogs.understand.understood import Intent, PersonMention, Understood
from graph.model import Event, Person, Window

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        (Understood(Intent.YES, 0.99), True),
        (Understood(Intent.YES, 0.16), False),
        (Understood(Intent.YES, 0.99, subject="rebrand"), False),
        (Understood(Intent.SELECT, 0.97, choice=1, people=(PersonMention("Alex", (0, 4)),)), False),
    ],
)
def test_a_decision_that_says_more_or_is_unsure_decides_nothing(said: Understood, plain: bool) -> None:
    """It changes the booking instead of sending it."""
    assert is_plain(said) is plain


def test_a_place_in_a_list_never_slips_to_the_next_event() -> None:
    """Where the second line cannot be answered, nothing else is answered in its place."""
    start = datetime(2026, 11, 24, 9, tzinfo=UTC)
    third = Event("third", "Onboarding", start, start + timedelta(hours=1), Person("Tom", "tom@x.example"))
    said = Understood(Intent.DECLINE, 0.99, choice=2)
    assert meant(said, (third,), Frame(listed=("first", "second", "third"))) == ()


def test_a_meeting_over_a_clock_change_lasts_as_long_as_it_says() -> None:
    """Half an hour before the clocks go back is half an hour."""
    start = datetime(2027, 10, 31, 2, 30, tzinfo=BERLIN)
    window = Window.of(start, timedelta(minutes=30))
    assert window.end.astimezone(UTC) - window.start.astimezone(UTC) == timedelta(minutes=30)
