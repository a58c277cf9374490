"""What colleagues type in a hurry: the same wishes in other words than those that first come to mind."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read

SAID = {
    Intent.SCHEDULE: """
        get something in with finance before friday
        find 45 minutes that works for everyone on the design team
        invite Tom and Priya to a review on Thursday at 4
        we need an hour to go over the Q3 numbers, me Tom and Ana
        set something up with Ana and Tom for later today
        book Tejo for tomorrow 2pm
        give me focus time every morning next week
        protect 9-11 every day for deep work
        keep Wednesday afternoon free
        daily scrum 9:15
        board prep first monday of every month
        payroll check on the 15th of each month
        teams call with Ana at noon
        quick video chat with Tom tomorrow
        catch Tom right after lunch
    """,
    Intent.RESCHEDULE: """
        make it a quarter to 11
        make it one in the afternoon
        prepone standup to half ten tmrw
        reslot the design review for next week
        I can't make the 3pm, can we do 4 instead?
        put off the offsite by a week
        can the review start at 10:30 instead of 10
        the review needs to move, Thursday works better
    """,
    Intent.PROPOSE: """
        suggest Thursday at 3 instead for Tom's meeting
        ask Tom if we can do 4pm instead
    """,
    Intent.FORWARD: """
        forward the review invite to Katrin
    """,
    Intent.UPDATE: """
        put it in room 4
        the review is in Room Berlin now
        set the sync to show as free
    """,
    Intent.ADD_ATTENDEE: """
        make sure Jo is on the design review
        let Priya join the interview
        Tom should be at the review too
        get Sam into the kickoff
    """,
    Intent.REMOVE_ATTENDEE: """
        leave Priya out of the retro
        Tom doesn't need to be at the review
        Priya no longer needs to come to the sync
    """,
    Intent.CANCEL: """
        kill the standup on Friday
        remove the standup from my calendar
        remove the meeting from my calendar
        take the call with Ana off my calendar
        delete the 1:1 with Ana
        let's not do the sync this week
        we don't need the 4pm anymore
        the review isn't happening, please cancel it
    """,
    Intent.DECLINE: """
        sorry can't attend the standup tomorrow
        I have to miss the sync tomorrow
        tell Priya I can't come to the review
    """,
    Intent.LIST_EVENTS: """
        anything after lunch?
        run me through my Monday
        which meetings are in room Oslo tomorrow
        show me everything between Tuesday and Thursday
    """,
    Intent.EVENT_DETAILS: """
        what's the 3pm about
        who's invited to tomorrow's review
        did Tom accept the review
        what's the agenda for the review
    """,
    Intent.JOIN: """
        send me the link for the 3pm
        what's the join link for the standup
    """,
    Intent.CHECK_AVAILABILITY: """
        lemme know when tom is free
        who is free, Tom or Priya?
        does Priya have time on Thursday afternoon
        can Tom do 3pm tomorrow
        find out if Katrin is around on Monday
        check Tom's calendar for Thursday
        would Tuesday at 4 work for Sam
        see if omar has a slot tmrw
    """,
    Intent.FIND_ROOM: """
        somewhere to meet for 4 people at 11
        huddle room rn?
    """,
    Intent.SET_REMINDER: """
        give me a heads up before the 3pm
        don't let me forget the report on Friday
        nudge me at 5 to leave
    """,
    Intent.EMAIL_SEND: """
        drop Tom a line about the launch
        shoot Priya an email
    """,
    Intent.CONTACT_ATTENDEES: """
        tell the others I'm running 10 minutes late
        tell the group to bring their laptops to the workshop
        I'm going to be 15 min late to the sync
    """,
    Intent.LOOKUP_PERSON: """
        what's Omar's email
        where does Lena sit
        what is Jo's job title
        who works for Tom
    """,
}
ROWS = [(intent, line.strip()) for intent, lines in SAID.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("intent", "said"), ROWS)
def test_the_wish_is_known(read: Read, intent: Intent, said: str) -> None:
    """However it is put, the same is wanted; nothing that sends or deletes is certain but by the plainest words."""
    understood = read(said)
    assert understood.intent is intent
    assert not understood.certain or intent in (Intent.SCHEDULE, Intent.LIST_EVENTS)


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("push the interview back an hour", 60),
        ("push back the interview an hour", 60),
        ("bring the retro forward an hour", -60),
        ("bring forward the retro by half an hour", -30),
        ("pull the demo forward 15 minutes", -15),
        ("move up the sync by an hour", -60),
        ("delay my next meeting by 20 minutes", 20),
    ],
)
def test_how_much_later(read: Read, said: str, minutes: int) -> None:
    """What is brought forward is earlier, what is pushed back is later."""
    understood = read(said)
    assert (understood.intent, understood.shift) == (Intent.RESCHEDULE, timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("call off the review tomorrow", "review"),
        ("get rid of the planning session", "planning session"),
        ("I want to cancel the budget review with Priya", "budget review"),
        ("block 2 hours of focus time tomorrow morning", "focus time"),
        ("accept the review invite", "review"),
    ],
)
def test_verbs_are_no_subject(read: Read, said: str, subject: str) -> None:
    """What is to be done with a meeting is not what it is called."""
    assert read(said).subject == subject
