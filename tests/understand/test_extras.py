"""What an event is to be besides its time, people and place."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.understood import Extras, Intent, Question

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 11, 23, 9, tzinfo=LISBON)
CONTEXT = Context(NOW, LISBON, "en-GB")
CHOOSING = Context(NOW, LISBON, "en-GB", Question("choice", ("Thu 26 Nov, 10:00 – 10:30", "Fri 27 Nov, 9:00 – 9:30")))
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("said", "extras"),
    [
        ("book half an hour with Rita tomorrow at 3, keep it confidential", Extras(privacy="private")),
        ("schedule a private conversation with Rita tomorrow at 3", Extras(privacy="private")),
        ("half an hour with Rita tomorrow at 3 (private)", Extras(privacy="private")),
        ("book an hour tomorrow at 2 for reading and show me as free", Extras(show_as="free")),
        ("tentatively schedule an hour with Rita on Friday at 9", Extras(show_as="tentative")),
        ("book Friday at 9 with Rita as a tentative hold", Extras(show_as="tentative")),
        ("an hour with Rita on Friday at 9, mark me as working elsewhere", Extras(show_as="elsewhere")),
        ("meet Rita on Friday at 9 with high importance", Extras(importance="important")),
        ("schedule a top priority call with Rita Friday 9am", Extras(importance="important")),
        ("an hour with Rita Friday 9am, remind me half an hour before", Extras(reminder=30 * MINUTE)),
        ("an hour with Rita Friday 9am with a 5 minute reminder", Extras(reminder=5 * MINUTE)),
        ("an hour with Rita Friday 9am, reminder 2 hours in advance please", Extras(reminder=120 * MINUTE)),
        (
            "an hour with Rita Friday 9am without a reminder",
            Extras(reminder=timedelta(), is_unreminded=True),
        ),
        ("an hour with Rita Friday 9am, file it under Suppliers", Extras(category="Suppliers")),
        ("an hour with Rita Friday 9am in the Red category", Extras(category="Red")),
        (
            "an hour with Rita Friday 9am, agenda: budget at 10, then hiring",
            Extras(agenda="budget at 10, then hiring"),
        ),
        (
            "an hour with Rita Friday 9am and add a note saying please read the draft by Thursday",
            Extras(agenda="please read the draft by Thursday"),
        ),
        (
            "an hour with Rita Friday 9am, make it private and remind me 10 min before",
            Extras(privacy="private", reminder=10 * MINUTE),
        ),
    ],
)
def test_said_beside_a_booking(said: str, extras: Extras) -> None:
    """And none of it is taken for a time, a length, a person or a second request."""
    read = understand(said, CONTEXT)
    assert (read.intent, read.extras, read.then) == (Intent.SCHEDULE, extras, "")
    assert read.time.exact is not None
    assert read.time.duration in (None, 60 * MINUTE, 30 * MINUTE)
    assert {person.text for person in read.people} <= {"Rita"}


@pytest.mark.parametrize(
    ("said", "extras"),
    [
        ("make it confidential", Extras(privacy="private")),
        ("not private any more", Extras(privacy="public")),
        ("and remind me a day before", Extras(reminder=1440 * MINUTE)),
        ("no reminders please", Extras(reminder=timedelta(), is_unreminded=True)),
        ("can you tag it as Travel", Extras(category="Travel")),
        ("show me as busy", Extras(show_as="busy")),
    ],
)
def test_said_of_what_is_being_booked(said: str, extras: Extras) -> None:
    read = understand(said, CHOOSING)
    assert (read.intent, read.extras) == (Intent.AMEND, extras)


@pytest.mark.parametrize(
    "said",
    [
        "remind me 20 minutes before the supplier call",
        "mark me as tentative for the supplier call",
        "am I free tomorrow?",
        "show me the free rooms",
        "what's on my agenda tomorrow",
        "make the supplier call private",
        "send Rita a message saying the agenda is out",
        "book an hour with Rita tomorrow at 3 about the public launch",
        "book an hour with Rita tomorrow at 3 about private equity",
        "schedule the office move with Rita tomorrow at 3",
    ],
)
def test_words_that_only_look_like_it(said: str) -> None:
    assert understand(said, CONTEXT).extras == Extras()


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("book an all-day event on Friday", (27, 28)),
        ("all day offsite with Rita this Thursday", (26, 27)),
        ("offsite with Rita on Thursday, all day", (26, 27)),
        ("block the whole day tomorrow for planning", (24, 25)),
        ("block all of Friday for planning", (27, 28)),
        ("a full day workshop with Rita from Wednesday to Friday", (25, 28)),
    ],
)
def test_whole_days(said: str, days: tuple[int, int]) -> None:
    time = understand(said, CONTEXT).time
    assert time.all_day
    assert [(slot.start.day, slot.end.day) for slot in time.slots if slot.start and slot.end] == [days]


@pytest.mark.parametrize(
    "said", ["block all of friday for me, private please, marathon", "hold friday, private, marathon"]
)
def test_private_before_the_title(said: str) -> None:
    """It is marked so, and the title is what follows."""
    understood = understand(said, CONTEXT)
    assert (understood.extras.privacy, understood.subject) == ("private", "marathon")
