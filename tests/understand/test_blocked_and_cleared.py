"""A stretch of one's own: blocked in whatever words, or cleared."""

from datetime import time

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("block out 2-4 for payroll", "payroll"),
        ("block off 2-4 for payroll", "payroll"),
        ("book 2-4 for payroll", "payroll"),
        ("ok block 2-4 for payroll", "payroll"),
        ("okay, reserve 2-4 for payroll", "payroll"),
        ("block off 2-4", ""),
    ],
)
def test_two_bare_hours_behind_a_verb_of_booking_are_a_stretch(read: Read, said: str, subject: str) -> None:
    """And what stands behind "for" is its title, however the utterance begins."""
    heard = read(said)
    assert heard.intent is Intent.SCHEDULE
    assert heard.subject == subject
    assert not heard.people
    assert heard.time.exact is not None
    assert heard.time.exact.time() == time(14)


@pytest.mark.parametrize("said", ["book 2-4 people into a room", "reserve 2-4 seats"])
def test_what_is_counted_is_no_stretch(read: Read, said: str) -> None:
    """Two to four of something."""
    assert read(said).time.exact is None


@pytest.mark.parametrize(
    "said",
    [
        "schedule 9-10 friday for invoices",
        "schedule friday at 9 for invoices",
        "ok then put 10-11 friday for invoices",
    ],
)
def test_a_time_that_is_scheduled_for_something_is_booked(read: Read, said: str) -> None:
    """It asks for no list."""
    heard = read(said)
    assert (heard.intent, heard.subject) == (Intent.SCHEDULE, "invoices")


@pytest.mark.parametrize(
    "said",
    [
        "clear my day",
        "cancel my whole day today",
        "i'm ill. clear my day and tell people sorry",
        "could you empty my day on friday?",
        "wipe the rest of my day please",
    ],
)
def test_a_day_of_ones_own_is_cleared(read: Read, said: str) -> None:
    """It is today where no other is named."""
    heard = read(said)
    assert (heard.intent, heard.facet, heard.scope) == (Intent.CANCEL, "cleared", "all")
    assert heard.time.slots


def test_a_trip_is_a_title(read: Read) -> None:
    """Whatever begins with "my day" is not all of the day."""
    assert read("cancel my day trip to Porto").subject == "day trip to Porto"


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("30 minutes with Tom on Thursday to sort out the backlog", ["Tom"]),
        ("an hour with Tom and Ana tomorrow to figure out the rota", ["Tom", "Ana"]),
        ("half an hour with Priya on Friday to iron out the bugs", ["Priya"]),
    ],
)
def test_what_is_sorted_out_is_nobody(read: Read, said: str, who: list[str]) -> None:
    """ "Out" leaves somebody out behind other verbs."""
    assert [each.text for each in read(said).people] == who
