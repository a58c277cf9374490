"""Times that a working day names, and hours of other zones; said on Wednesday 18 November 2026 at nine in Madrid."""

import pytest

from tests.understand.conftest import Read
from tests.understand.test_when_points import rows

STRETCHES = """
after lunch tomorrow              | 2026-11-19T13:00 > 2026-11-20T00:00
Friday before lunch               | 2026-11-20T00:00 > 2026-11-20T12:00
first thing tomorrow              | 2026-11-19T08:00 > 2026-11-19T10:00
last thing on Friday              | 2026-11-20T16:00 > 2026-11-20T18:00
after work tomorrow               | 2026-11-19T17:00 > 2026-11-20T00:00
by the end of the week            | > 2026-11-21T00:00
until the end of the month        | > 2026-12-01T00:00
in Q1                             | 2027-01-01T00:00 > 2027-04-01T00:00
by the end of Q1                  | > 2027-04-01T00:00
by EOW                            | > 2026-11-21T00:00
by EOD tomorrow                   | > 2026-11-19T17:00
until eoy                         | > 2027-01-01T00:00
tomorrow between 9 and 11 PT      | 2026-11-19T18:00 > 2026-11-19T20:00
Friday 3-5pm London time          | 2026-11-20T16:00 > 2026-11-20T18:00
"""


@pytest.mark.parametrize(("said", "span"), rows(STRETCHES))
def test_a_stretch_of_a_working_day(read: Read, said: str, span: str) -> None:
    """Meals and the ends of the day bound what is looked at; hours of another zone are those of Madrid."""
    time = read(f"half an hour with Tom {said}").time
    [slot] = time.slots or [None]
    assert slot is not None
    told = [f"{at:%Y-%m-%dT%H:%M}" if at else "" for at in (slot.start, slot.end)]
    assert " > ".join(told).strip() == span


@pytest.mark.parametrize(
    "said",
    [
        "the first thing on the list",
        "book lunch with Tom",
        "our after work social",
        "does that work for you",
        "read the Sunday Times",
        "the Q3 budget",
    ],
)
def test_what_only_names_a_meal_or_work_is_no_time(read: Read, said: str) -> None:
    """ "After lunch" is a time, a lunch is none."""
    assert not read(said).when


def test_from_an_hour_begins_there(read: Read) -> None:
    """ "I want Tejo on Thursday from 2"; who is free from then on is asked of the rest of the day."""
    wanted, asked = read("I want Tejo on Thursday from 2").time, read("is Tom free on Thursday from 2").time
    assert wanted.exact is not None and f"{wanted.exact:%a %H:%M}" == "Thu 14:00"
    assert asked.exact is None and asked.slots[0].start == wanted.exact


def test_the_zone_of_a_span_is_told(read: Read) -> None:
    """So that the dialog can say what was meant."""
    assert read("tomorrow between 9 and 11 PT").time.zone == "America/Los_Angeles"
    assert read("is Tom free from 3 to 5pm Berlin time").time.zone == "Europe/Berlin"


@pytest.mark.parametrize(
    ("said", "start"),
    [("half 3 tomorrow", "Thu 15:30"), ("noonish tomorrow", "Thu 12:00"), ("half past 3", "Wed 15:30")],
)
def test_an_hour_as_it_is_said(read: Read, said: str, start: str) -> None:
    """ "Half 3" is half past three."""
    exact = read(said).time.exact
    assert exact is not None and f"{exact:%a %H:%M}" == start


def test_what_is_ruled_out_holds_for_each_day(read: Read) -> None:
    """ "Next week except lunch" has no lunch on any day of it, and "any day but Monday" no Monday."""
    lunch = read("an hour with Tom tomorrow except lunch").time.excluded
    assert [f"{slot.start:%a %H}-{slot.end:%H}" for slot in lunch if slot.start and slot.end] == ["Thu 12-13"]
    assert len(read("an hour with Tom next week, no mornings").time.excluded) == 7
    monday = read("an hour with Tom any day but Monday next week").time
    assert [f"{slot.start:%a %d}" for slot in monday.excluded if slot.start] == ["Mon 23"]
    assert [f"{slot.start:%a %d}" for slot in monday.slots if slot.start] == ["Mon 23"]
