"""What a booking is to be besides, as people say it, and lengths that stand where others do not look for them."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent, Question, Role
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("make it a bit longer, 45", 45),
        ("a little longer, say an hour", 60),
        ("bring it up to an hour", 60),
        ("can we stretch it to 90 minutes", 90),
    ],
)
def test_how_long_it_is_to_be(read: Read, said: str, minutes: int) -> None:
    """A length, no title and no time by which it is moved."""
    understood = read(said)
    assert (understood.time.duration, understood.shift, understood.subject) == (timedelta(minutes=minutes), None, "")


@pytest.mark.parametrize(
    "said", ["add a video link", "pop a Teams link on it", "with a dial-in", "it needs a call link"]
)
def test_a_link_is_online(read: Read, said: str) -> None:
    """Nothing is called so."""
    understood = read(said)
    assert (understood.intent, understood.online, understood.subject) == (Intent.UPDATE, True, "")


@pytest.mark.parametrize(
    ("said", "role"),
    [("also Femi", Role.REQUIRED), ("also femi, optional", Role.OPTIONAL), ("Femi Okoro too please", Role.REQUIRED)],
)
def test_somebody_comes_as_well(read: Read, said: str, role: Role) -> None:
    """To what was just booked."""
    understood = read(said)
    assert understood.intent is Intent.ADD_ATTENDEE
    assert [each.role for each in understood.people] == [role]


@pytest.mark.parametrize("said", ["also on friday", "also online", "also cancel the glaze test", "also weekly"])
def test_nobody_comes_as_well(read: Read, said: str) -> None:
    """What is no name adds nobody."""
    assert read(said).intent is not Intent.ADD_ATTENDEE


@pytest.mark.parametrize("said", ["skip the first one", "skip the 21st", "leave out the last one"])
def test_one_of_a_series_is_skipped(read: Read, said: str) -> None:
    """It is cancelled, or declined where somebody else has invited."""
    assert read(said).intent in (Intent.CANCEL, Intent.DECLINE)


@pytest.mark.parametrize(
    "said", ["add to the agenda: kiln, glaze", "give it the agenda: kiln, glaze", "agenda: kiln, glaze"]
)
def test_the_agenda(read: Read, said: str) -> None:
    """All behind the colon is written into it."""
    understood = read(said)
    assert (understood.intent, understood.note) == (Intent.UPDATE, "kiln, glaze")


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("book 45 with Femi and Ruth on kiln bricks tomorrow", 45),
        ("can I get 20 with Femi on monday", 20),
        ("I need some quiet time on thursday, two hours", 120),
        ("could we find him half an hour on monday", 30),
    ],
)
def test_how_long_a_new_one_takes(read: Read, said: str, minutes: int) -> None:
    """The length is heard wherever it stands."""
    understood = read(said)
    assert (understood.intent, understood.time.duration) == (Intent.SCHEDULE, timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("book me with Femi at 3 tomorrow and with Ruth at 4", "ruth at 4"),
        ("book femi at 2 on monday and ruth straight after", "ruth straight after that meeting"),
        (
            "set up a call with femi at 2 on monday and one with ruth right afterwards",
            "ruth straight after that meeting",
        ),
    ],
)
def test_one_after_the_other(read: Read, said: str, then: str) -> None:
    """Two bookings, and not one with both."""
    assert then in read(said).then.lower()


@pytest.mark.parametrize("said", ["put him down for the last one", "pencil us in for the last slot"])
def test_put_down_for_one_of_them(read: Read, said: str) -> None:
    """A choice, under no new title."""
    understood = read(said, question=Question("choice", ("10:00", "11:00", "15:00")))
    assert (understood.intent, understood.choice) == (Intent.SELECT, 3)


def test_towards_evening(read: Read) -> None:
    """The end of a day is no whole day."""
    (slot,) = read("20 minutes with Femi at the end of the day tomorrow").time.slots
    assert slot.start and slot.start.hour == 16


@pytest.mark.parametrize("said", ["the venue is Kiln Yard", "it's at Kiln Yard", "change the place to Kiln Yard"])
def test_where_it_is(read: Read, said: str) -> None:
    """What was just booked is there."""
    assert read(said).location == "Kiln Yard"


@pytest.mark.parametrize(
    "said",
    [
        "get Femi on a call about kiln bricks",
        "femi wants to talk about kiln bricks",
        "Femi would like to go over kiln bricks",
    ],
)
def test_a_meeting_that_is_told(read: Read, said: str) -> None:
    """It is booked, and about what was told."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, "kiln bricks")


@pytest.mark.parametrize("said", ["title Kiln bricks", "it's about Kiln bricks, call it that", "title: Kiln bricks"])
def test_it_is_called_otherwise(read: Read, said: str) -> None:
    """What was just booked is called so."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.UPDATE, "Kiln bricks")


@pytest.mark.parametrize(
    "said",
    [
        "when could Alex and I do an hour on the press budget?",
        "when can i grab Alex for an hour on the press budget",
        "when could me and Alex find an hour to go over the press budget",
        "when could Alex and I do an hour on the press budget, wednesday pref",
    ],
)
def test_when_some_of_us_could(read: Read, said: str) -> None:
    """It asks for times for a meeting, and tells what that is about."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, "press budget")
    assert understood.time.duration == timedelta(hours=1)
    assert [each.text.lower() for each in understood.people] == ["alex"]


@pytest.mark.parametrize(
    "said", ["same again with Alex at 3", "the same for alex at 3 please", "another one with Alex at 3"]
)
def test_the_same_with_somebody_else(read: Read, said: str) -> None:
    """What was held or booked is booked again, with those who are named."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.SCHEDULE, "copy")
    assert [each.text.lower() for each in understood.people] == ["alex"]


@pytest.mark.parametrize(
    "said", ["undo the move", "revert the room swap", "undo adding Alex", "roll back the name change as well"]
)
def test_what_is_undone_is_named(read: Read, said: str) -> None:
    """Which of the things that were done is told by what is done with the words."""
    assert (read(said).intent, read(said).facet) == (Intent.CANCEL_DIALOG, "undo")


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("could we start half an hour later? i have a call till 11:30", 0.5),
        ("let's begin an hour later", 1),
        ("can we kick off 30 min earlier", -0.5),
    ],
)
def test_what_is_at_hand_starts_sooner(read: Read, said: str, hours: float) -> None:
    """It is moved by so much; when the speaker is busy is no time of it."""
    understood = read(said)
    assert (understood.intent, understood.shift) == (Intent.RESCHEDULE, timedelta(hours=hours))
    assert understood.event is None
    assert not understood.time.slots


@pytest.mark.parametrize(
    ("said", "subject", "minutes"),
    [
        ("we're never going to get through binding in an hour, give it another half", "binding", 30),
        ("give the review 15 more minutes", "review", 15),
        ("there's no way we'll finish the review in 30 minutes, give it another half hour", "review", 30),
    ],
)
def test_more_time_is_given(read: Read, said: str, subject: str, minutes: int) -> None:
    """It is made longer, however long it was said to take."""
    understood = read(said)
    assert (understood.intent, understood.longer) == (Intent.RESCHEDULE, timedelta(minutes=minutes))
    assert understood.event is not None
    assert understood.event.subject == subject


@pytest.mark.parametrize(
    "said", ["shorten the audit", "cut the audit short", "make the audit a bit longer", "trim the audit a bit"]
)
def test_how_long_is_not_said(read: Read, said: str) -> None:
    """It is asked how long it is to be."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.RESCHEDULE, "how_long")
    assert understood.event is not None
    assert understood.event.subject == "audit"


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("kickoff for the spring catalogue monday 10 with Tom", "kickoff for the spring catalogue"),
        ("book a workshop for the new hires on friday at 2", "workshop for the new hires"),
        ("book a workshop for the team on friday at 2", "workshop"),
        ("half an hour with Tom about the shelf labels before the month's out", "shelf labels"),
        ("set up a chat with Tom re the shelf labels before the end of the month", "shelf labels"),
    ],
)
def test_what_it_is_called(read: Read, said: str, subject: str) -> None:
    """A kind of event is called with what it is for, and by when it is to be is no part of it."""
    assert read(said).subject == subject


@pytest.mark.parametrize(
    ("said", "subject", "minutes"),
    [
        ("lop 15 minutes off the end of binding", "binding", -15),
        ("take 20 min off the review", "review", -20),
        ("knock a quarter of an hour off the audit", "audit", -15),
        ("launch plan needs an extra half hour", "launch plan", 30),
    ],
)
def test_so_much_less_or_more(read: Read, said: str, subject: str, minutes: int) -> None:
    """What is said is by how much, and not how long it is to be."""
    understood = read(said)
    assert (understood.intent, understood.longer) == (Intent.RESCHEDULE, timedelta(minutes=minutes))
    assert understood.event is not None
    assert understood.event.subject == subject


@pytest.mark.parametrize(
    "said",
    ["oh robert's on leave, ask jonas instead", "robert can't, get jonas instead", "robert is away, make it jonas"],
)
def test_somebody_else_is_asked(read: Read, said: str) -> None:
    """Who cannot come is out, and who is asked instead is in."""
    understood = read(said, question=Question("choice", ("Fri 27 Nov, 10:00",)))
    assert understood.intent is Intent.AMEND
    assert [(each.text, each.role) for each in understood.people] == [
        ("robert", Role.WITHOUT),
        ("jonas", Role.REQUIRED),
    ]


@pytest.mark.parametrize("said", ["priya should come too", "priya should sit in", "priya needs to be there as well"])
def test_somebody_should_come(read: Read, said: str) -> None:
    """To what is at hand."""
    understood = read(said)
    assert understood.intent is Intent.ADD_ATTENDEE
    assert [each.text for each in understood.people] == ["priya"]


@pytest.mark.parametrize(
    "said", ["see Alex on friday, half ten ish", "see Alex on friday half tenish", "see Alex friday half ten-ish"]
)
def test_half_an_hour_more_or_less(read: Read, said: str) -> None:
    """About half past ten, and not ten."""
    understood = read(said)
    assert understood.time.exact is not None
    assert (understood.time.exact.hour, understood.time.exact.minute) == (10, 30)


@pytest.mark.parametrize(
    "said", ["can you find Ana and Tom half an hour with me tomorrow", "book Ana and Tom half an hour with me tomorrow"]
)
def test_for_whom_time_is_found(read: Read, said: str) -> None:
    """They come, and nothing is called so."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, "")
    assert [each.text for each in understood.people] == ["Ana", "Tom"]
