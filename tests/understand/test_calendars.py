"""What somebody says of their calendars."""

import time as clocks

import pytest

from dialogs.understand import Context
from dialogs.understand.builds.calendars import spoken_of
from dialogs.understand.understood import Intent, Understood
from tests.understand.conftest import MADRID, NOW, Read


@pytest.mark.parametrize(
    ("said", "facet", "name", "to"),
    [
        ("make a calendar called Travel", "create", "", "Travel"),
        ("create a Travel calendar", "create", "", "Travel"),
        ("please add a calendar named “Side projects”", "create", "", "Side projects"),
        ("set up a new calendar for travel", "create", "", "travel"),
        ("make a new calendar please", "create", "", ""),
        ("which calendars do I have", "list", "", ""),
        ("how many calendars do i have?", "list", "", ""),
        ("who can see my calendar", "who", "", ""),
        ("who can edit my Travel calendar", "who", "Travel", ""),
        ("can Tom see my calendar?", "who", "", ""),
        ("is my calendar shared with Tom", "who", "", ""),
        ("delete calendar Travel", "delete", "Travel", ""),
        ("with whom do I share my calendar", "who", "", ""),
        ("delete the Travel calendar", "delete", "Travel", ""),
        ("get rid of my side projects calendar", "delete", "side projects", ""),
        ("delete my calendar", "delete", "", ""),
        ("rename my Travel calendar to Trips", "rename", "Travel", "Trips"),
        ("put it in my Travel calendar", "use", "Travel", ""),
        ("what's in my Travel calendar", "show", "Travel", ""),
        ("what's on my travel calendar tomorrow", "show", "travel", ""),
        ("what's in Travel next week", "show", "Travel", ""),
    ],
)
def test_which_calendar_and_what_of_it(read: Read, said: str, facet: str, name: str, to: str) -> None:
    """ "" is the mailbox's own."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.CALENDARS, facet)
    assert understood.calendar is not None
    assert (understood.calendar.name, understood.calendar.to) == (name, to)


@pytest.mark.parametrize(
    ("said", "facet", "who", "role"),
    [
        ("share my calendar with Ana", "share", "Ana", ""),
        ("share my calendar with Ana, free/busy only", "share", "Ana", "freeBusyRead"),
        ("share my calendar with Ana (can edit)", "share", "Ana", "write"),
        ("give Tom edit access to my calendar", "share", "Tom", "write"),
        ("let Ana Reis see my calendar", "share", "Ana Reis", "read"),
        ("allow Tom to see when I'm busy", "share", "Tom", "freeBusyRead"),
        ("make Tom my delegate", "share", "Tom", "delegateWithoutPrivateEventAccess"),
        ("share calendar w/ Ana read only", "share", "Ana", "read"),
        ("give Tom the right to edit my calendar", "share", "Tom", "write"),
        ("hide my calendar from Tom", "unshare", "Tom", ""),
        ("stop sharing with Tom", "unshare", "Tom", ""),
        ("remove Tom's access to my calendar", "unshare", "Tom", ""),
        ("Tom should no longer see my calendar", "unshare", "Tom", ""),
    ],
)
def test_with_whom_it_is_shared_and_how_far(read: Read, said: str, facet: str, who: str, role: str) -> None:
    """Roles are Graph's own."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.CALENDARS, facet)
    assert [each.text for each in understood.people] == [who]
    assert understood.calendar is not None
    assert understood.calendar.role == role


@pytest.mark.parametrize(
    "said",
    [
        "book a flight tomorrow at 9 in my Travel calendar",
        "book the flight to Porto tomorrow at 9 for an hour in my Travel calendar",
        "put lunch on Friday at 12 in my Travel calendar",
    ],
)
def test_something_is_booked_into_a_calendar(read: Read, said: str) -> None:
    """The rest is read as ever."""
    understood = read(said)
    assert understood.intent is Intent.SCHEDULE
    assert understood.time.exact and understood.calendar and understood.calendar.name == "Travel"
    assert "calendar" not in understood.subject.lower()


@pytest.mark.parametrize(
    "said",
    [
        "add lunch to my calendar",
        "create a calendar event for tomorrow",
        "new calendar item",
        "remove lunch from my calendar",
        "delete everything on my calendar",
        "what's on my calendar",
        "let me see my calendar",
        "share the meeting with Ana",
        "what's in the news",
        "put it in my calendar",
        "give me access to my calendar",
        "can you see my calendar",
        "delete calendar event",
    ],
)
def test_what_is_not_about_calendars(read: Read, said: str) -> None:
    """A calendar is in most of what people say."""
    understood = read(said)
    assert understood.intent is not Intent.CALENDARS and understood.calendar is None


@pytest.mark.parametrize("piece", ["my calendar ", "share my calendar with ", "in my Travel calendar ", "who can see "])
def test_long_words_are_read_in_no_time(piece: str) -> None:
    """Whatever somebody writes, nobody waits for it."""

    def nothing(utterance: str, context: Context) -> Understood:
        return Understood(Intent.OUT_OF_SCOPE, 1.0)

    began = clocks.process_time()
    assert spoken_of(piece * 5000, Context(NOW, MADRID), nothing) is None
    spoken_of((piece * 60)[:290], Context(NOW, MADRID), nothing)
    assert clocks.process_time() - began < 2
