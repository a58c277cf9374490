"""Questions that are known by their whole build."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read

ASKS = [
    ("what's her number?", Intent.LOOKUP_PERSON, "phone"),
    ("whats toms email", Intent.LOOKUP_PERSON, "email"),
    ("where does Priya sit", Intent.LOOKUP_PERSON, "office"),
    ("can you tell me who Tom's manager is", Intent.LOOKUP_PERSON, "manager"),
    ("who do I report to?", Intent.LOOKUP_PERSON, "manager"),
    ("is Tom working from home tomorrow", Intent.LOOKUP_PERSON, "working"),
    ("who hasn't answered yet", Intent.EVENT_DETAILS, "unanswered"),
    ("has anyone declined the retro", Intent.EVENT_DETAILS, "declined"),
    ("who set it up", Intent.EVENT_DETAILS, "organizer"),
    ("what's the offsite about", Intent.EVENT_DETAILS, "what"),
    ("where are the town hall and the demo", Intent.EVENT_DETAILS, "where"),
    ("how much time is left in this meeting", Intent.TIME_REMAINING, ""),
    ("dial me in", Intent.JOIN, ""),
    ("when do I finish tomorrow", Intent.LIST_EVENTS, "finish"),
    ("how busy am I next week", Intent.LIST_EVENTS, "load"),
    ("give me a rundown of my day", Intent.LIST_EVENTS, "brief"),
    ("any invitations from Dana?", Intent.LIST_EVENTS, "invitations"),
    ("who is free at 3, Tom or Priya?", Intent.CHECK_AVAILABILITY, "either"),
    ("is anybody free tomorrow", Intent.CHECK_AVAILABILITY, "everybody"),
    ("when is Tom next free", Intent.CHECK_AVAILABILITY, "next"),
    ("turn off the reminder for the retro", Intent.SET_REMINDER, "off"),
    ("what time is it for Priya", Intent.ASK_TIME, ""),
    ("what time is it for Priya right now", Intent.ASK_TIME, ""),
    ("who's Priya and what's her extension", Intent.LOOKUP_PERSON, ""),
    ("any time on Friday when Tom and Priya are both free?", Intent.CHECK_AVAILABILITY, ""),
    ("what time tomorrow are Tom and I both free", Intent.CHECK_AVAILABILITY, ""),
    ("when could Tom and Priya meet on Friday", Intent.CHECK_AVAILABILITY, ""),
    ("is Tom around tomorrow at 11", Intent.CHECK_AVAILABILITY, ""),
    ("is Tom around tomorrow", Intent.LOOKUP_PERSON, "working"),
    ("grab her for 20 minutes", Intent.SCHEDULE, ""),
    ("put Tom in with her at 10", Intent.SCHEDULE, ""),
    ("what've I got tomorrow ah", Intent.LIST_EVENTS, ""),
    ("which room is the quarter review in", Intent.EVENT_DETAILS, "where"),
    ("when do I next meet with Tom one on one", Intent.NEXT_MEETING, ""),
    ("whats my nxt mtg", Intent.NEXT_MEETING, ""),
    ("when's the soonest Tom and Priya can both do an hour", Intent.CHECK_AVAILABILITY, ""),
    ("why can't Priya do Friday at 2", Intent.CHECK_AVAILABILITY, ""),
    ("when are Tom and I both in office hours tomorrow", Intent.CHECK_AVAILABILITY, ""),
    ("do I have any clashes next week", Intent.LIST_EVENTS, "clashes"),
    ("what's left today", Intent.LIST_EVENTS, "rest"),
    ("put maybe for the retro", Intent.TENTATIVE, ""),
    ("cannot make the retro lah, tell him I'm ill", Intent.DECLINE, ""),
    ("the quarter review needs a room with a stage instead", Intent.UPDATE, "location"),
    ("if it's 4pm here what time is it for Priya", Intent.ASK_TIME, ""),
    ("what time in Tokyo when it's 9am here tomorrow", Intent.ASK_TIME, ""),
    ("what's 3pm here in New York?", Intent.ASK_TIME, ""),
    ("when can he then", Intent.CHECK_AVAILABILITY, ""),
    ("ffs just show me tomorrow", Intent.LIST_EVENTS, ""),
    ("half day leave this friday afternoon, set up", Intent.AWAY, ""),
    ("put annual leave in for the 27th", Intent.AWAY, ""),
    ("put me down for annual leave next friday", Intent.AWAY, ""),
    ("I'm off sick today", Intent.AWAY, ""),
    ("I need a real person", Intent.TALK_TO_HUMAN, ""),
]


@pytest.mark.parametrize(("said", "intent", "facet"), ASKS)
def test_what_is_asked(read: Read, said: str, intent: Intent, facet: str) -> None:
    """The intent, and what of it is wanted."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (intent, facet)


@pytest.mark.parametrize(
    ("said", "task"),
    [
        ("remind me to call Tom at 4", "call Tom"),
        ("remind me at 4 to call Tom", "call Tom"),
        ("remind me in 20 minutes to take the bread out", "take the bread out"),
        ("set a reminder to send the report by Friday", "send the report"),
        ("reminder: submit expenses friday 10am", "submit expenses"),
        ("remind me to print the photos half an hour before the review", "print the photos"),
    ],
)
def test_what_to_be_reminded_of(read: Read, said: str, task: str) -> None:
    """The task alone, wherever the time stands."""
    assert read(said).subject == task


@pytest.mark.parametrize(
    "said",
    ["where is my phone", "when is my plane boarding", "do I have enough gas"],
)
def test_a_question_of_a_strange_topic_is_none_of_ours(read: Read, said: str) -> None:
    """Whatever its build: of a meeting it would be one of ours."""
    assert read(said).intent is Intent.OUT_OF_SCOPE


@pytest.mark.parametrize("said", ["repeat that, please", "please say that again"])
def test_who_is_to_say_something_again_books_nothing(read: Read, said: str) -> None:
    """The assistant repeats itself, not the meeting."""
    assert read(said).intent is Intent.NAVIGATE


def test_the_second_of_a_list_is_no_day(read: Read) -> None:
    """A place in the list that was shown."""
    understood = read("how long is the second")
    assert (understood.choice, understood.when) == (2, ())


def test_a_reminder_before_a_meeting_says_how_long_before(read: Read) -> None:
    """The distance belongs to the meeting."""
    anchor = read("remind me 10 minutes before the review").time.anchor
    assert anchor is not None
    assert (anchor.side, anchor.distance) == ("before", timedelta(minutes=10))


@pytest.mark.parametrize(
    "said", ["book an hour with Tom tomorrow", "decline the review", "move the retro to 4", "cancel it", "yes"]
)
def test_an_act_is_no_question(read: Read, said: str) -> None:
    """What changes a calendar is never taken for a question."""
    asked = (Intent.LOOKUP_PERSON, Intent.EVENT_DETAILS, Intent.ASK_TIME, Intent.JOIN, Intent.SET_REMINDER)
    assert read(said).intent not in asked


@pytest.mark.parametrize(
    ("said", "facet"),
    [
        ("who is tentative for the site walk", "tentative"),
        ("who said maybe to the site walk?", "tentative"),
        ("who's still undecided about the site walk", "tentative"),
        ("which attendees are tentative?", "tentative"),
    ],
)
def test_asking_who_may_come_answers_nothing(read: Read, said: str, facet: str) -> None:
    """It asks about a meeting; no answer is given to any."""
    heard = read(said)
    assert (heard.intent, heard.facet) == (Intent.EVENT_DETAILS, facet)


@pytest.mark.parametrize(
    "said",
    [
        "do i have anything that overlaps?",
        "anything clashing next week?",
        "any meetings that conflict on friday?",
        "is there anything double booked this week",
    ],
)
def test_what_overlaps_is_asked_in_many_ways(read: Read, said: str) -> None:
    """Only what clashes is listed."""
    heard = read(said)
    assert (heard.intent, heard.facet) == (Intent.LIST_EVENTS, "clashes")
