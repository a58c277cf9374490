"""What people at work type who never read how: chat, dictation without marks, haste, another mother tongue."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read

SAID = {
    Intent.SCHEDULE: """
        need to sync w/ priya re: the budget, sometime this week
        lets do 3pm thursday with lena and the design team
        please to arrange meeting with mr tanaka on friday afternoon
        pop a 1:1 with tom in the diary for tuesday at 2
        can you find 45 minutes for me sara and mike before wednesday
        hi can you please schedule meeting with purchasing department for discuss the new supplier on tuesday 14h
        dentist tuesday 8am
    """,
    Intent.RESCHEDULE: """
        my 3 o'clock needs to go to 4
        i need another time for the call with ana
        sorry i have a conflict with the 11 oclock can we do it after lunch
        my train is late can you move the 9am to 9 30
        the review tomorrow doesn't work anymore, friday instead?
    """,
    Intent.CANCEL: """
        kill the 4pm
        no standup tomorrow please
        the client pulled out so cancel thursday's demo
        i am off tomorrow so delete all my meetings
        scratch my friday meeting off my calendar
        in my calendar remove everything on monday
        erase my calendar
        dismiss my next appointment
        remove emma's birthday from the calendar
    """,
    Intent.DECLINE: """
        something came up, can't do 3
        can't make the 3pm, sorry
        not gonna be able to come to the retro
        i'll pass on the happy hour
    """,
    Intent.ACCEPT: """
        ill be at the townhall
        happy to join the design review
    """,
    Intent.ADD_ATTENDEE: """
        bring ana into the 3pm
        could Kim take my seat at the review
    """,
    Intent.REMOVE_ATTENDEE: """
        take marcus off the invite
        remove tom and ana from the review
        ben is ill so remove him from the review
    """,
    Intent.LIST_EVENTS: """
        whats on tomorrow
        what reminders do i have
        how packed is my week
        anything after 3?
    """,
    Intent.EVENT_DETAILS: """
        is the review cancelled?
        has the offsite been called off
        was the kickoff postponed
    """,
    Intent.CHECK_AVAILABILITY: """
        see if bob can do 4
        when's the earliest i can get lena
        whos around friday afternoon
    """,
    Intent.TIME_REMAINING: """
        how much longer does this meeting go
        how long till my next meeting
    """,
    Intent.FIND_ROOM: """
        find me a quiet room for a call
        is there anywhere free for an hour now
    """,
    Intent.LOOKUP_PERSON: """
        email address of the new guy in sales mark jensen
    """,
    Intent.ASK_TIME: """
        what is the current day
        tell me what the date will be on friday
        what date will it be in a week
    """,
    Intent.SET_REMINDER: """
        get me up at half past six tomorrow
        alert me at ten
    """,
    Intent.HELP: """
        how do i schedule a meeting
        which questions may i ask you
    """,
    Intent.NAVIGATE: """
        i didn't catch that, say it again
    """,
    Intent.AMEND: """
        I have nothing against Friday
    """,
    Intent.YES: """
        thats right
        that is not wrong
    """,
    Intent.NO: """
        that would be wrong
        you didn't understand me correctly
    """,
}

NONE_OF_OURS = """
    turn down the volume
    remove the milk from the shopping list
    can you tell me how busy the burger place will be at nine
    please read the text message i just got
    make me some coffee
    i need a hotel room for 4 people from may 3 to may 5
    help me with my geometry homework
    where is the dipstick of my car
"""


@pytest.mark.parametrize(("said", "intent"), [(s.strip(), i) for i, t in SAID.items() for s in t.strip().splitlines()])
def test_what_a_stranger_wants(read: Read, said: str, intent: Intent) -> None:
    """Read as a colleague would."""
    assert read(said).intent is intent


@pytest.mark.parametrize("said", [line.strip() for line in NONE_OF_OURS.strip().splitlines()])
def test_what_is_built_like_ours_and_is_none(read: Read, said: str) -> None:
    """Nothing is booked, changed or declined of what is no meeting."""
    assert read(said).intent is Intent.OUT_OF_SCOPE
