"""Changes, cancellations and answers said in another build than the plain one: the act, and what it is about."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent, Question, Role
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("no stand-up tomorrow please", "stand-up"),
        ("there's no retro this Friday, sorry", "retro"),
        ("no team lunch next tuesday thanks", "team lunch"),
        ("I not need to go to the dentist the 22, erase it of my calendar please", "dentist"),
        ("we needn't be at the offsite on Friday, take it off my calendar", "offsite"),
    ],
)
def test_an_event_that_is_not_to_be_is_cancelled(read: Read, said: str, subject: str) -> None:
    """However it is put, it is that event of that day."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.CANCEL, subject)
    assert understood.time.slots


@pytest.mark.parametrize(
    "said", ["we don't need to meet with Tom tomorrow", "I no longer need to talk with Tom tomorrow"]
)
def test_whom_one_need_not_meet_is_booked_no_time(read: Read, said: str) -> None:
    """The meeting that there is goes."""
    understood = read(said)
    assert understood.intent is Intent.CANCEL
    assert [each.text for each in understood.people] == ["Tom"]


def test_what_does_not_suit_is_no_event(read: Read) -> None:
    """It is said of what is on the card."""
    understood = read("this doesn't work for me, find another time", Question("choice"))
    assert understood.event is None


@pytest.mark.parametrize("said", ["no time tomorrow", "no problem on Friday", "no more meetings on Friday"])
def test_a_no_of_something_else_cancels_no_event_of_that_name(read: Read, said: str) -> None:
    """ "No" stands before much that is no event."""
    assert read(said).subject not in ("time", "problem")


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("not going to dock planning today, sorry", "dock planning"),
        ("we're not coming to planning on Friday, sorry", "planning"),
        ("not attending the offsite on Thursday", "offsite"),
        ("I'm not able to make it to the retro tomorrow because I'm ill", "retro"),
        ("let Tom know it's a no for the retro", "retro"),
    ],
)
def test_who_is_not_going_declines(read: Read, said: str, subject: str) -> None:
    """Told to us, or to be told to whoever invites."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.DECLINE, subject)


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("RSVP yes to the review and no to the retro", Intent.ACCEPT, "decline the retro"),
        ("say no to the review and yes to the retro", Intent.DECLINE, "accept the retro"),
        ("maybe to the review, no to the retro", Intent.TENTATIVE, "decline the retro"),
    ],
)
def test_two_answers_in_one_breath(read: Read, said: str, first: Intent, second: str) -> None:
    """The first one is given, the second one comes behind it."""
    understood = read(said)
    assert (understood.intent, understood.subject, understood.then) == (first, "review", second)


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("tell arnau maybe for the franchise terms", Intent.TENTATIVE),
        ("answer Ana maybe for the franchise terms", Intent.TENTATIVE),
        ("tell Priya yes to the franchise terms", Intent.ACCEPT),
    ],
)
def test_an_answer_that_somebody_is_to_be_told(read: Read, said: str, intent: Intent) -> None:
    """It answers the invitation rather than writing a mail."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (intent, "franchise terms")


@pytest.mark.parametrize("said", ["hm no, decline it", "hmm, decline it", "umm no decline it"])
def test_hesitation_says_nothing(read: Read, said: str) -> None:
    """Who hums before they decide decides all the same."""
    assert read(said).intent is Intent.DECLINE


@pytest.mark.parametrize(
    ("said", "title", "event"),
    [
        ('rename "Plan: A to B" to "Plan: A to C"', "Plan: A to C", "Plan: A to B"),
        ("rename 'Q1: plan' to 'Q1: plan and goals'", "Q1: plan and goals", "Q1: plan"),
        ('change the title of "Talk of one" to "Talk"', "Talk", "Talk of one"),
    ],
)
def test_a_title_in_quotation_marks_may_hold_any_word(read: Read, said: str, title: str, event: str) -> None:
    """What joins the parts of a sentence joins nothing within a name."""
    understood = read(said)
    assert (understood.facet, understood.subject) == ("title", title)
    assert understood.event
    assert understood.event.subject == event


@pytest.mark.parametrize("said", ["cancel the audit from May onwards", "cancel the audit from may on"])
def test_from_a_month_on_is_open(read: Read, said: str) -> None:
    """ "May" is a month where something is from it on."""
    (slot,) = read(said).time.slots
    assert slot.start
    assert (slot.start.month, slot.end) == (5, None)


@pytest.mark.parametrize(
    "said",
    [
        "we dont need Tejo for the review tomorrow",
        "we no longer need Tejo for the review tomorrow",
        "not going to need Tejo for the review tomorrow",
    ],
)
def test_who_or_what_is_not_needed_leaves_the_event(read: Read, said: str) -> None:
    """Whether it is a room, the directory knows."""
    understood = read(said)
    assert understood.intent is Intent.REMOVE_ATTENDEE
    assert [(each.text, each.role) for each in understood.people] == [("Tejo", Role.WITHOUT)]
    assert understood.event
    assert understood.event.subject == "review"


@pytest.mark.parametrize("said", ["we won't be using tejo on Thursday at 2", "we don't need Tejo tomorrow"])
def test_what_is_not_needed_then_books_nothing(read: Read, said: str) -> None:
    """The event of that time is spoken of."""
    understood = read(said)
    assert understood.intent is Intent.REMOVE_ATTENDEE
    assert understood.event
    assert understood.event.time.exact or understood.event.time.slots


@pytest.mark.parametrize("said", ["scrap tomorrows review", "skip tomorrow's review", "skip the review tomorrow"])
def test_what_is_skipped_of_a_day_is_the_event(read: Read, said: str) -> None:
    """The day tells which one; it is not the day that is skipped."""
    understood = read(said)
    assert understood.subject == "review"
    assert [slot.start.day for slot in understood.time.slots if slot.start] == [19]


def test_a_room_that_is_not_needed_is_given_back(read: Read) -> None:
    """It is not looked for."""
    understood = read("we won't need the room tomorrow")
    assert (understood.intent, understood.facet) == (Intent.UPDATE, "no_room")


def test_a_call_needs_no_room(read: Read) -> None:
    """Both are said of one event."""
    understood = read("switch Friday's review to a Teams call, we don't need the room")
    assert understood.facet == "online"
    assert [each.facet for each in understood.also] == ["no_room"]


@pytest.mark.parametrize(
    "said",
    [
        "give the workshop La Cocina instead of Tejo",
        "put the workshop in La Cocina instead of Tejo",
        "have the workshop in La Cocina rather than Tejo",
    ],
)
def test_one_room_instead_of_another(read: Read, said: str) -> None:
    """The new one is where the event takes place."""
    understood = read(said)
    assert (understood.facet, understood.location) == ("location", "La Cocina")


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("please make the whole price round series one hour long", 60),
        ("make the oil tasting 45 minutes", 45),
    ],
)
def test_how_long_an_event_of_any_topic_is_to_be(read: Read, said: str, minutes: int) -> None:
    """What is to last so long is an event, whatever it is about."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert understood.time.duration == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("the tasting clashes with a delivery, find it another time on Thursday afternoon", "tasting"),
        ("the retro clashes with my flight, move it to Friday at 3", "retro"),
        ("our planning conflicts with the demo, can you find another slot next week", "planning"),
        ("the review doesn't work for Tom anymore, let's find a new time tomorrow afternoon", "review"),
    ],
)
def test_what_is_against_a_time_tells_which_event(read: Read, said: str, subject: str) -> None:
    """The event stands before it, where it is to go behind it."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert understood.event
    assert understood.event.subject == subject
    assert understood.time.slots or understood.time.exact


def test_the_meeting_of_a_weekday_is_at_no_hour(read: Read) -> None:
    """ "My Wednesday one" is not at one o'clock, and "just this week" is one of the series."""
    understood = read("move my Thursday one with Ana to 16:00, just this week")
    assert understood.scope == "this"
    assert understood.event
    assert understood.event.time.exact is None
    assert understood.time.exact
    assert understood.time.exact.hour == 16


@pytest.mark.parametrize(
    "said", ["cancel everything I organised on Thursday", "cancel the meetings I'm hosting on Thursday"]
)
def test_what_one_holds_oneself(read: Read, said: str) -> None:
    """The speaker is the organizer of all that is meant."""
    understood = read(said)
    assert (understood.intent, understood.scope) == (Intent.CANCEL, "all")
    assert [(each.kind, each.role) for each in understood.people] == [("me", Role.ORGANIZER)]


def test_who_is_named_is_named_once(read: Read) -> None:
    """Whoever is asked about by a first name is not asked about again."""
    understood = read("Jordan and Emily Thursday 11am for an hour - signage")
    assert [each.text for each in (*understood.people, *understood.bare)] == ["Jordan", "Emily"]
