"""English as it is typed in a hurry."""

from datetime import datetime, timedelta

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import MADRID, Read

LISTS = [
    ("an hour w/ ravi nd lena on friday", ["ravi", "lena"]),
    ("an hour with ravi n lena on friday", ["ravi", "lena"]),
    ("set up a call w/ ravi + lena nxt week", ["ravi", "lena"]),
    ("mtg w/ ravi & lena friday 3pm", ["ravi", "lena"]),
    ("book 20 min w ravi asap pls", ["ravi"]),
    ("meet ravi tmrw thx", ["ravi"]),
    ("asap w ravi pls", ["ravi"]),
    ("15 w ravi @ 3:45", ["ravi"]),
]


@pytest.mark.parametrize(("said", "people"), LISTS)
def test_signs_and_short_words_join_names(read: Read, said: str, people: list[str]) -> None:
    """What stands for "with" and "and" is no part of a name."""
    assert [person.text for person in read(said).people] == people


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("20 with ravi tmrw at 3", 20), ("quick 20 with ravi", 20), ("15 w ravi @ 3:45", 15), ("i'm running 10 late", 10)],
)
def test_minutes_that_are_not_called_so(read: Read, said: str, minutes: int) -> None:
    """A round number before "with" or "late" is minutes."""
    assert read(said).time.duration == timedelta(minutes=minutes)


def test_before_is_written_with_a_digit(read: Read) -> None:
    """ "b4 noon" """
    (when,) = read("an hour w ravi b4 noon").when[1:]
    assert (when.open, when.end) == ("before", datetime(2026, 11, 18, 12, tzinfo=MADRID))


@pytest.mark.parametrize("said", ["ravi thursday 8:15 am", "noor friday after 10", "lena friday afternoon"])
def test_nothing_but_a_name_and_a_time(read: Read, said: str) -> None:
    """It is a booking if the directory knows that name; "am" behind an hour asks nothing."""
    found = read(said)
    assert (found.intent, found.facet) == (Intent.SCHEDULE, "names")
    assert [each.text for each in found.bare] == [said.split(maxsplit=1)[0]]


@pytest.mark.parametrize("tomorrow", ["tmrw", "2moro", "tmr", "2morrow"])
@pytest.mark.parametrize(("half", "hour"), [("am re hiring", 6), ("pm re hiring", 12), ("pm w/ lena", 12), ("am", 6)])
def test_half_a_day(read: Read, tomorrow: str, half: str, hour: int) -> None:
    """A bare am or pm behind a day is its morning or afternoon, whatever follows."""
    (when,) = read(f"call ravi {tomorrow} {half}").when
    assert when.start == datetime(2026, 11, 19, hour, tzinfo=MADRID)


def test_am_that_is_a_verb(read: Read) -> None:
    """ "tomorrow am I free" asks of the whole day."""
    (when,) = read("tomorrow am I free").when
    assert when.start is not None
    assert when.end == when.start + timedelta(days=1)


@pytest.mark.parametrize("about", ["re", "re:", "abt"])
def test_subject(read: Read, about: str) -> None:
    """ "re" and "abt" say what it is about; a plea behind it is no part of it."""
    assert read(f"30 mins w/ ravi nd lena tmrw pm {about} hiring pls").subject == "hiring"


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("wanna meet lena friday at 2pm", Intent.SCHEDULE),
        ("i wanna book a meeting w/ lena", Intent.SCHEDULE),
        ("gotta cancel my 3pm", Intent.CANCEL),
        ("lemme see my calendar", Intent.LIST_EVENTS),
        ("whats on my calendar tmrw", Intent.LIST_EVENTS),
        ("mtg w/ ravi & lena 2moro 3pm abt hiring", Intent.SCHEDULE),
        ("who's free at 3pm", Intent.CHECK_AVAILABILITY),
    ],
)
def test_what_is_wanted(read: Read, said: str, intent: Intent) -> None:
    """Contracted wishes are wishes."""
    assert read(said).intent is intent


def test_four_digits_and_an_amount(read: Read) -> None:
    """ "0830 15 min" is when and how long."""
    time = read("standup tomorrow 0830 15 min").time
    assert (time.exact, time.duration) == (datetime(2026, 11, 19, 8, 30, tzinfo=MADRID), timedelta(minutes=15))
