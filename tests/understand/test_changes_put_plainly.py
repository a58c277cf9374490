"""Changes of a meeting that are put in other words: what it leaves, whom somebody wants in it, when it is."""

import pytest

from dialogs.understand.understood import Intent, Question
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("the audit is not in Taff any more, we take my office", "my office"),
        ("we are no longer in Fado for the audit, take Belém instead", "Belém"),
        ("the audit isn't in Fado any longer, it's in Belém", "Belém"),
        ("change of room for the audit: Belém", "Belém"),
        ("the audit moved rooms, now in Belém", "Belém"),
        ("the audit has changed rooms, it's in room 2.14 now", "room 2.14"),
        ("not Fado, Belém for the audit", "Belém"),
        ("we're meeting in my office for the audit, not Fado", "my office"),
    ],
)
def test_a_place_that_is_left_for_another(read: Read, said: str, place: str) -> None:
    """The one that is said last is where it will be."""
    understood = read(said)
    assert (understood.intent, understood.facet, understood.location) == (Intent.UPDATE, "location", place)
    assert understood.event and understood.event.subject == "audit"


@pytest.mark.parametrize(
    "said", ["Ana is not in Porto any more, she is in Lisbon", "I'm not in Lisbon any more, use Berlin time"]
)
def test_where_somebody_is_moves_no_meeting(read: Read, said: str) -> None:
    """Only what takes place somewhere can be moved."""
    assert read(said).intent is Intent.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("the audit is not at 3 any more, it's at 4", "16:00"),
        ("the audit isn't at 3 anymore, we do 4:30", "16:30"),
        ("the audit is no longer at noon now, it's at 2pm", "14:00"),
    ],
)
def test_an_hour_that_is_left_for_another(read: Read, said: str, when: str) -> None:
    """The one that is said last is when it will be."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert understood.event and understood.event.subject == "audit"
    assert f"{understood.time.exact:%H:%M}" == when


@pytest.mark.parametrize(
    ("said", "intent", "who", "event"),
    [
        ("Zainab wants Brian added to her review", Intent.ADD_ATTENDEE, "Brian", "Zainab's review"),
        ("Mia wants Tom and Yuki invited to the audit", Intent.ADD_ATTENDEE, "Tom Yuki", "audit"),
        ("Mia asked me to add Tom to the audit", Intent.ADD_ATTENDEE, "Tom", "audit"),
        ("Tom wants in on the audit", Intent.ADD_ATTENDEE, "Tom", "audit"),
        ("Mia would like Tom taken off the audit", Intent.REMOVE_ATTENDEE, "Tom", "audit"),
        ("Tom asked to be taken off the audit", Intent.REMOVE_ATTENDEE, "Tom", "audit"),
    ],
)
def test_whom_somebody_wants_in_a_meeting_or_out_of_it(
    read: Read, said: str, intent: Intent, who: str, event: str
) -> None:
    """Whoever wishes it need not come themselves."""
    understood = read(said)
    assert (understood.intent, " ".join(each.text for each in understood.people)) == (intent, who)
    assert understood.event and understood.event.subject == event


@pytest.mark.parametrize(
    "said",
    [
        "reply that I'd prefer 10am",
        "say I'd rather do 10am",
        "answer that 10am would be better for me",
        "tell them 10am works better for me",
    ],
)
def test_a_time_that_is_preferred_is_proposed(read: Read, said: str) -> None:
    """Of the invitation at hand."""
    understood = read(said)
    assert (understood.intent, understood.event) == (Intent.PROPOSE, None)
    assert f"{understood.time.exact:%H:%M}" == "10:00"


@pytest.mark.parametrize(
    "said", ["accept all the invitations I have for tomorrow", "decline all the invites I've got for tomorrow"]
)
def test_invitations_that_one_has_are_all_of_them(read: Read, said: str) -> None:
    """ "I have" is no part of what they are called."""
    understood = read(said)
    assert (understood.scope, understood.subject in ("", "invitations", "invites")) == ("all", True)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("cancel the Thursday series", "TH"),
        ("end my Monday sync series", "MO"),
        ("cancel the Friday audit series", "FR"),
    ],
)
def test_the_day_of_a_series_is_that_on_which_it_repeats(read: Read, said: str, day: str) -> None:
    """It need not be held this week."""
    understood = read(said)
    assert (understood.intent, understood.time.rrule) == (Intent.CANCEL, f"FREQ=WEEKLY;BYDAY={day}")
    assert not understood.time.slots


@pytest.mark.parametrize(
    ("said", "intent", "event"),
    [
        ("bin the audit tomorrow", Intent.CANCEL, "audit"),
        ("drop the 10am tomorrow", Intent.CANCEL, ""),
        ("hold off on the audit this week", Intent.CANCEL, "audit"),
        ("the audit is a no from me", Intent.DECLINE, "audit"),
        ("I'm a hard no on the audit", Intent.DECLINE, "audit"),
        ("yeah nah can't do the audit friday", Intent.DECLINE, "audit"),
        ("happy to do the audit", Intent.ACCEPT, "audit"),
        ("pencil me in for the audit", Intent.TENTATIVE, "audit"),
    ],
)
def test_as_some_say_it(read: Read, said: str, intent: Intent, event: str) -> None:
    """Plain acts in the words of one country or another."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (intent, event)


@pytest.mark.parametrize(
    ("said", "facet", "shift", "hour"),
    [
        ("prepone the audit by 30 mins", "", -30, 0),
        ("put the audit forward with half an hour", "", -30, 0),
        ("the audit of friday we do at 15h", "", 0, 15),
        ("wrap the audit up at 2:45 on wednesday", "end", 0, 14),
        ("make the audit end at half past two", "end", 0, 14),
    ],
)
def test_moved_as_some_say_it(read: Read, said: str, facet: str, shift: int, hour: int) -> None:
    """By how much, to when, or until when."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.RESCHEDULE, facet)
    assert understood.event and understood.event.subject.startswith("audit")
    assert (understood.shift.total_seconds() // 60 if understood.shift else 0) == shift
    assert (understood.time.exact.hour if understood.time.exact else 0) == hour


def test_another_one_than_this_weeks(read: Read) -> None:
    """Which one it is not says nothing of the one that it is."""
    understood = read("cancel the audit, not this week's, next week's")
    assert (understood.intent, understood.subject) == (Intent.CANCEL, "audit")
    assert [f"{slot.start:%d}" for slot in understood.time.slots if slot.start] == ["23"]


def test_what_is_left_where_it_is_keeps_its_time(read: Read) -> None:
    """What was to be moved is only made shorter then."""
    understood = read("actually no leave it where it is but make it half an hour", Question("yes_no"))
    assert (understood.intent, understood.keeps_time) == (Intent.AMEND, True)


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("make the audit fortnightly from january", "01 Jan"),
        ("the audit is moving to Thursdays from next week, same time", "23 Nov"),
    ],
)
def test_from_when_on_it_repeats_otherwise(read: Read, said: str, start: str) -> None:
    """The month or week with which it begins does not end it."""
    (slot,) = read(said).time.slots
    assert (f"{slot.start:%d %b}", slot.end) == (start, None)


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("decline the audit, tell Ana to talk to Tom", "please talk to Tom"),
        ("cancel the audit, say to be continued", "To be continued"),
    ],
)
def test_what_somebody_is_told_to_do_is_asked_of_them(read: Read, said: str, note: str) -> None:
    """The note is written to them, and not of them."""
    assert read(said).note == note
