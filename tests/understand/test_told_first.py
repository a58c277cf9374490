"""Requests behind what is told first: reasons, conditions, and who cannot come."""

import pytest

from dialogs.understand.understood import Intent, Question
from tests.understand.conftest import Read

CHOICE = Question("choice", ("Tue 24 Nov, 11:00", "Wed 25 Nov, 11:00"))


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("something came up, can the sign-off be some other time on Thursday?", "sign-off"),
        ("sorry all, my train is late. push the sign-off by 20 minutes", "sign-off"),
        ("The client is coming on Thursday, move the review to Friday at 3", "review"),
        ("we have the auditors in tomorrow morning. Could you shift the budget sync to the afternoon?", "budget sync"),
        ("Tom can't make the retro tomorrow, move it to 4pm", "retro"),
        ("she isn't able to attend the budget sync so push it to Thursday", "budget sync"),
        ("my dentist on Thursday got moved to 4pm, please fix it in my calendar", "dentist"),
        ("the planning was pushed back to Friday", "planning"),
    ],
)
def test_what_is_told_first_is_no_part_of_the_request(read: Read, said: str, subject: str) -> None:
    """It tells at the most which event is meant."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert (understood.event.subject if understood.event else understood.subject) == subject


def test_a_greeting_to_all_speaks_of_one_meeting(read: Read) -> None:
    """ "Sorry all" is not all of the series."""
    assert read("sorry all, my train is late. push the sign-off by 20 minutes").scope == ""


@pytest.mark.parametrize("said", ["if Tom is ill, cancel the retro", "when Ana is back, move the retro to Friday"])
def test_a_condition_is_told_of_no_request(read: Read, said: str) -> None:
    """What is only to be done then is not done behind the speaker's back."""
    assert not read(said).certain


@pytest.mark.parametrize(
    ("said", "scope"),
    [
        ("I can't make the review on Friday, so decline it please", ""),
        ("I no longer need to be in the drydock countdown, decline all of them", "all"),
        ("we don't have to attend the harbour walk any more, decline the whole series", "all"),
    ],
)
def test_what_is_declined_was_named_before(read: Read, said: str, scope: str) -> None:
    """ "It" is the event of the clause before."""
    understood = read(said)
    assert (understood.intent, understood.scope) == (Intent.DECLINE, scope)
    assert understood.subject.removesuffix(" series") in ("review", "drydock countdown", "harbour walk")


def test_who_is_ill_is_taken_off(read: Read) -> None:
    """ "Him" is who was named first."""
    understood = read("Tom just called in sick, take him off the retro")
    assert understood.intent is Intent.REMOVE_ATTENDEE
    assert [each.text for each in understood.people] == ["Tom"]


@pytest.mark.parametrize("said", ["cancel the clinic on Thursday, it's too hot", "cancel the clinic, that's too early"])
def test_a_reason_is_no_further_event(read: Read, said: str) -> None:
    """One of a series is cancelled, and nothing else."""
    understood = read(said)
    assert (understood.intent, understood.scope, understood.others) == (Intent.CANCEL, "", ())


@pytest.mark.parametrize("behind", ["please set that up", "put it in my calendar", "can you set that up please"])
def test_days_away_with_words_behind_them(read: Read, behind: str) -> None:
    """They are days away, and no meeting."""
    assert read(f"I'm on vacation from 5 July to 16 July, {behind}").intent is Intent.AWAY


def test_who_is_away_may_cancel_in_the_same_breath(read: Read) -> None:
    """The meetings are those of the days away."""
    understood = read("I'm sick today, please set an out of office and cancel my meetings")
    assert (understood.intent, understood.then) == (Intent.AWAY, "cancel my meetings today")


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("I can't make the retro on Tuesday, Thursday at 2 works", "retro"),
        ("Tom can't make the review, 4pm would be better for him", "Tom's review"),
        ("Tom can't do budget survey on Monday anymore, Friday same time works", "Tom's budget survey"),
    ],
)
def test_when_it_would_do_is_where_it_is_moved(read: Read, said: str, subject: str) -> None:
    """Who cannot at its own time tells which event."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert understood.event
    assert understood.event.subject == subject


@pytest.mark.parametrize("question", [None, CHOICE])
@pytest.mark.parametrize(
    ("said", "intent", "span"),
    [
        ("I won't be in tomorrow. Please cancel my meetings", Intent.CANCEL, "19 00:00 – 20 00:00"),
        ("can't make it today, not well at all. cancel everything", Intent.CANCEL, "18 00:00 – 19 00:00"),
        ("Not in on Thursday, so decline everything please", Intent.DECLINE, "19 00:00 – 20 00:00"),
        ("I'm at the notary tomorrow morning, decline anything that clashes", Intent.DECLINE, "19 06:00 – 19 12:00"),
        ("I must be at the school at 3 today - cancel whatever is after that", Intent.CANCEL, "18 15:00 – 19 00:00"),
    ],
)
def test_who_will_not_be_there_calls_off_what_is_then(
    read: Read, said: str, intent: Intent, span: str, question: Question | None
) -> None:
    """What is called off is in the time that was told first, which is also why."""
    understood = read(said, question=question)
    (slot,) = understood.time.slots
    assert (understood.intent, understood.scope) == (intent, "all")
    assert f"{slot.start:%d %H:%M} – {slot.end:%d %H:%M}" == span
    assert said.startswith(understood.note)
