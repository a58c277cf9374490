"""What people want: one table per intent, each a few ways in which colleagues say it."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read

SAID = {
    Intent.CALENDARS: """
        make a calendar called Travel
        which calendars do I have
        who can see my calendar
        share my calendar with Ana, free/busy only
        stop sharing with Tom
        delete the Travel calendar
        what's in my Travel calendar next week
        put it in my Travel calendar
    """,
    Intent.PREFERENCES: """
        set my time zone to Tokyo
        my working hours are 8 to 4
        I don't work Fridays
        make my meetings 25 minutes by default
        leave 10 minutes between meetings
        no meetings before 10
        keep lunch 12:30 to 13:30 free
        what are my settings
        forget my preferences
        use a 24 hour clock
        my week starts on Sunday
        I'm in New York this week
    """,
    Intent.SCHEDULE: """
        30 minutes with Alex and Priya on Thursday afternoon about the Q3 budget
        book an hour with Tom tomorrow at 3
        can you set up a call with the design team next week
        put lunch with Ana on my calendar for Friday
        I need a meeting with Kim on Monday at 10
        schedule a 45 minute review with sales
        find a time for me and Omar next week
        block two hours tomorrow morning for writing
        meeting with Priya at 4
    """,
    Intent.RESCHEDULE: """
        move my 3 o'clock to 4
        reschedule the review to Friday
        push the standup back by half an hour
        can we postpone tomorrow's sync until next week
        make it 45 minutes
    """,
    Intent.UPDATE: """
        rename the meeting to roadmap
        add a teams link to the interview
        change the location of the offsite to building 4
    """,
    Intent.CANCEL: """
        cancel my meeting with Rosa
        delete tomorrow's standup
        please clear my calendar on Friday afternoon
        call off the review
        cancel it
        delete that event
    """,
    Intent.ADD_ATTENDEE: """
        invite Kim to the review
        add Sam and Lee to tomorrow's standup
        invite Marta to the offsite as well
    """,
    Intent.FORWARD: """
        forward the invite to Marta
        forward the design review to Tom saying please go instead of me
        send the review invite to kim@contoso.example
    """,
    Intent.POLL: """
        who hasn't voted yet?
        close the vote
        cancel the poll
        remind those who haven't voted
        extend the poll until Friday
        book the winner
    """,
    Intent.AWAY: """
        I'm off from Monday to Wednesday, back Thursday
        set my out of office for tomorrow
        turn off automatic replies
        I'm sick today
    """,
    Intent.PROPOSE: """
        propose 3pm instead for the budget review
        can't make the budget review, suggest Thursday afternoon
        ask Priya to move the review to Friday
        suggest half an hour later for the review
    """,
    Intent.REMOVE_ATTENDEE: """
        remove Kim from the invite
        uninvite Sam
        take Lee off the meeting
    """,
    Intent.ACCEPT: """
        accept it
        accept the invite from Rosa
        I'll be at the review on Friday
        count me in
    """,
    Intent.TENTATIVE: """
        tentatively accept the offsite
        I might be able to make the review
        mark me as maybe
    """,
    Intent.DECLINE: """
        decline, saying I'm travelling
        decline the invite from Rosa
        I can't make the 3 pm
        I'm not coming to the workshop
    """,
    Intent.LIST_EVENTS: """
        what's on my plate tomorrow
        what do I have on Friday
        any invitations waiting?
        show me my agenda for next week
        am I seeing Tom on Tuesday
        do I have any meetings this afternoon
        show me Friday
        which meetings have I not answered
        what needs my answer
    """,
    Intent.NEXT_MEETING: """
        what's next
        when is my next meeting
        when is my next meeting with Alex
    """,
    Intent.EVENT_DETAILS: """
        where is the review
        where's my 3pm
        who is coming to the offsite
        what time does the workshop start
        how long is the interview
    """,
    Intent.CHECK_AVAILABILITY: """
        am I free at 3
        is Ana available tomorrow afternoon
        when can Tom and Kim meet
        do I have time on Friday
    """,
    Intent.TIME_REMAINING: """
        how long until my next meeting
        how much time is left
    """,
    Intent.FIND_ROOM: """
        find a room for six people at 2
        is there a free meeting room on the third floor
        book room 204 tomorrow at 3
    """,
    Intent.JOIN: """
        join my meeting
        dial me into the standup
    """,
    Intent.CONTACT_ATTENDEES: """
        tell everyone I'm running late
        let the attendees know that we start at 3
    """,
    Intent.SET_REMINDER: """
        remind me to call Ana at 5
        set a reminder for the deadline
    """,
    Intent.EMAIL_SEND: """
        send an email to Rosa
        reply to Ben's mail
    """,
    Intent.EMAIL_SEARCH: """
        do I have new emails
        search my inbox for the invoice
    """,
    Intent.LOOKUP_PERSON: """
        what is Rosa's phone number
        who is my manager
    """,
    Intent.ASK_TIME: """
        what time is it
        what time is it in Tokyo
    """,
    Intent.AMEND: """
        at 4
        no, Thursday
        rather on Friday
        how about 2 pm
    """,
    Intent.SELECT: """
        the second one
        option 3
        the last
    """,
    Intent.YES: """
        yes
        sure, go ahead
        sounds good
        👍
    """,
    Intent.NO: """
        no
        nope
        no thanks
    """,
    Intent.CANCEL_DIALOG: """
        never mind
        forget it
        cancel
    """,
    Intent.NAVIGATE: """
        show more
        go back
    """,
    Intent.HELP: """
        help
        what can you do
    """,
    Intent.GREET: """
        hello
        good morning
        hi there
    """,
    Intent.THANKS: """
        thank you
        thanks a lot
    """,
    Intent.GOODBYE: """
        bye
        see you later
    """,
    Intent.SMALLTALK: """
        tell me a joke
        are you a robot
    """,
    Intent.SIGN_OUT: """
        sign me out
        log out
    """,
    Intent.TALK_TO_HUMAN: """
        I want to talk to a person
        connect me to support
    """,
    Intent.OUT_OF_SCOPE: """
        give me a ten minute timer
        has the milk in the fridge gone off
        how many days of leave do I have left
        did anyone look at my day off request
        book four under the name Adeyemi
        I have to get from Lyon to Geneva
        is that bar crowded on Fridays
        make the room a bit darker
        clear the list
        is Moonlight still playing
        what's the weather tomorrow
        order a pizza
        play some music
        set an alarm for 7
    """,
}

CASES = [(intent, line.strip()) for intent, lines in SAID.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("intent", "said"), CASES)
def test_the_intent(read: Read, intent: Intent, said: str) -> None:
    """The sentence is read as that intent."""
    assert read(said).intent is intent


def test_every_intent_has_sentences() -> None:
    """No intent is without a table."""
    assert set(SAID) == set(Intent)


@pytest.mark.parametrize(
    "said", ["cancel it", "can you decline invitations?", "how do I cancel a meeting", "what happens if I decline"]
)
def test_a_question_about_an_act_is_not_certain(read: Read, said: str) -> None:
    """Only words that leave no doubt may act without asking."""
    assert not read(said).certain


@pytest.mark.parametrize(
    ("said", "facet"),
    [
        ("where is the review", "where"),
        ("who is coming to the offsite", "who"),
        ("how long is the interview", "duration"),
        ("when is my appointment with Dr. Wu", "when"),
        ("any invitations waiting?", "invitations"),
        ("which invitations have I not answered", "invitations"),
        ("cancel it", "at_hand"),
        ("cancel that meeting", "at_hand"),
    ],
)
def test_the_facet(read: Read, said: str, facet: str) -> None:
    """What about the event is asked."""
    assert read(said).facet == facet


def test_confidence_is_a_probability(read: Read) -> None:
    """Between 0 and 1, with another intent behind it."""
    understood = read("put lunch with Ana on my calendar")
    assert 0 < understood.confidence <= 1
    assert understood.runner_up not in (None, understood.intent)


def test_the_reasons_name_the_words(read: Read) -> None:
    """What `--explain` shows: which words became what."""
    why = " ".join(read("decline the review on Friday").why)
    assert "on Friday" in why
    assert "decline" in why
