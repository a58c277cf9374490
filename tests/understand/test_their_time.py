"""Time that is asked for in somebody's calendar: theirs to book for whoever may, and a meeting with them to others."""

import pytest

from dialogs.understand.behalf import behalf
from dialogs.understand.understood import Intent
from tests.understand.conftest import Read

WITH_THEM = [
    ("grab 15 on Tom's calendar", "grab 15", "book 15 minutes with Tom"),
    ("toss 30 min on Tom's calendar tomorrow", "put 30 min tomorrow", "book 30 min with Tom tomorrow"),
    ("toss 30 min on Tom's tomorrow", "put 30 min tomorrow", "book 30 min with Tom tomorrow"),
    ("find a spot on Tom's calendar next week", "find a spot next week", "book a meeting with Tom next week"),
    (
        "throw something on Tom's calendar for Tuesday at 3",
        "put something for Tuesday at 3",
        "book a meeting with Tom for Tuesday at 3",
    ),
    ("put half an hour in Tom's diary on Monday", "put half an hour on Monday", "book half an hour with Tom on Monday"),
]
MINE = [
    "get me 45 minutes on Tom's calendar",
    "can you find me an hour in Tom's diary next week",
    "get on Tom's calendar for 30 min next week",
    "I need to get on tom's calendar before friday",
    "squeeze me in on Tom's calendar tomorrow, 20 min",
    "slot me into Tom's schedule on Monday at 2",
    "put me on Tom's calendar tuesday 4pm",
    "get Tom on my calendar Monday 10:30",
    "drop an invite on Tom for tuesday 3pm",
]
THEIRS = [
    ("block off Mia's friday afternoon", "block off my friday afternoon"),
    ("please clear Mia's Monday morning", "clear my Monday morning"),
    ("Mia needs tuesday 2 to 4 blocked", "block tuesday 2 to 4"),
    ("Mia wants her Wednesday morning kept free", "block Wednesday morning"),
    ("Mia would like Monday cleared", "clear my Monday"),
]
OF_TWO = [
    ("set up Mia with Tom", "book a meeting with Tom", ""),
    (
        "set up a call between Mia and Tom tomorrow at 4",
        "set up a call with Tom tomorrow at 4",
        "set up a call with Mia tomorrow at 4",
    ),
    ("hold tuesday 2 to 4 for Mia and Tom", "hold tuesday 2 to 4 with Tom", "hold tuesday 2 to 4 with Mia"),
    (
        "find 30 min for Mia and Tom with Alex",
        "find 30 min with Tom and Alex",
        "find 30 min with Mia and Alex",
    ),
]


@pytest.mark.parametrize(("said", "there", "with_them"), WITH_THEM)
def test_a_place_in_somebodys_calendar_may_be_a_meeting_with_them(said: str, there: str, with_them: str) -> None:
    """The rights to it tell which."""
    found = behalf.find(said)
    assert found is not None
    assert (found.name, found.rest, found.invited) == ("Tom", there, with_them)


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("put an hour in Tom's diary with Priya friday at 2", "put an hour with Priya friday at 2"),
        ("book 20 min in Tom's calendar for a chat with Ana", "book 20 min for a chat with Ana"),
    ],
)
def test_with_whom_they_meet_tells_that_it_is_theirs(said: str, there: str) -> None:
    """And no meeting of the speaker's with both, whatever rights there are."""
    found = behalf.find(said)
    assert found is not None
    assert (found.name, found.rest, found.invited) == ("Tom", there, "")


@pytest.mark.parametrize("said", MINE)
def test_who_asks_for_themselves_meets_them(read: Read, said: str) -> None:
    """Whatever rights there are."""
    assert behalf.find(said) is None
    understood = read(said)
    assert understood.intent is Intent.SCHEDULE
    assert [each.text.lower() for each in understood.people] == ["tom"]


@pytest.mark.parametrize(("said", "rest"), THEIRS)
def test_a_stretch_of_theirs_is_kept_or_cleared(said: str, rest: str) -> None:
    """In their own calendar."""
    found = behalf.find(said)
    assert found is not None
    assert (found.name, found.rest, found.sure) == ("Mia", rest, False)


@pytest.mark.parametrize(("said", "first", "second"), OF_TWO)
def test_a_meeting_of_two_is_that_of_whom_one_acts_for(said: str, first: str, second: str) -> None:
    """Who acts for neither of them comes as well."""
    found = behalf.find(said)
    assert found is not None
    assert (found.name, found.rest, found.invited) == ("Mia", first, said)
    assert (found.second.rest if found.second else "") == second


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("stick something on my calendar tuesday at 3, budget prep", "budget prep"),
        ("throw budget prep on my calendar for the 10th at noon", "budget prep"),
    ],
)
def test_what_is_thrown_into_ones_own_calendar_is_booked(read: Read, said: str, subject: str) -> None:
    """It is no question what stands there."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, subject)


@pytest.mark.parametrize(
    "said", ["what's on Tom's calendar", "block 2 to 3 in Tom's calendar", "put a reminder on Tom's calendar"]
)
def test_what_nobody_meets_for_is_theirs_alone(said: str) -> None:
    """No meeting with them is made of it."""
    found = behalf.find(said)
    assert found is not None
    assert found.invited == ""
