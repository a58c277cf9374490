"""Whose calendar a request is about, and the ticket that it is for."""

import pytest

from dialogs.understand.behalf.behalf import find
from dialogs.understand.slots.tickets import cut

SURE = [
    ("on behalf of Mia: book 30 min with Tom", "Mia", "book 30 min with Tom"),
    ("book 30 min with Tom on behalf of Mia tomorrow", "Mia", "book 30 min with Tom tomorrow"),
    ("for Mia: 30 min with Tom", "Mia", "30 min with Tom"),
    ("for mia, cancel the review", "mia", "cancel the review"),
    ("as Mia, book 30 min with Tom", "Mia", "book 30 min with Tom"),
    ("please schedule 45 min on Grace's behalf with Noah", "Grace", "please schedule 45 min with Noah"),
    ("accept the review on Mia's behalf", "Mia", "accept the review"),
    ("turn down the offsite on Ana's behalf, she's travelling", "Ana", "turn down the offsite, she's travelling"),
    ("what's on Tom Becker's calendar on Friday", "Tom Becker", "what's on my calendar on Friday"),
    ("what's on tom's calendar", "tom", "what's on my calendar"),
    ("what's on my manager's calendar", "my manager", "what's on my calendar"),
    ("block 2 to 3 in Mia's calendar", "Mia", "block 2 to 3"),
    ("what does Tom have tomorrow?", "Tom", "what do I have tomorrow?"),
    ("what is Katherine doing on Tuesday", "Katherine", "what am I doing on Tuesday"),
    ("Tom's next meeting", "Tom", "my next meeting"),
    ("does Grace have anything on Friday?", "Grace", "do I have anything on Friday?"),
    ("what's noah's day like tomorrow", "noah", "what's on my calendar tomorrow"),
    ("what's grace got on thursday", "grace", "what do I have thursday"),
    ("whats Grace got tomorrow", "Grace", "what do I have tomorrow"),
    ("what's on for mia on friday?", "mia", "what do I have on friday?"),
    ("grace's day tomorrow?", "grace", "what do I have tomorrow?"),
    ("how's Noah's week looking", "Noah", "what do I have this week"),
    ("show me grace's calendar for tomorrow", "grace", "show me my calendar for tomorrow"),
    ("block grace out 12-1 tomorrow for lunch", "grace", "block out 12-1 tomorrow for lunch"),
    ("block Mia ma'am's calendar tomorrow at 12.30", "Mia", "block my calendar tomorrow at 12.30"),
    ("mark Mia off friday afternoon", "Mia", "block out friday afternoon"),
    ("book Mia with Tom friday at 2, on her behalf", "Mia", "book with Tom friday at 2"),
    ("book mia and tom thursday 2pm on his behalf, claims", "mia", "book a meeting with tom thursday 2pm, claims"),
    ("set up 30 min with Tom at 3, Mia's meeting not mine", "Mia", "set up 30 min with Tom at 3"),
]
PERHAPS = [
    ("book an hour for Priya with Tom", "Priya", "book an hour with Tom", ""),
    ("book an hour for priya to meet with tom", "priya", "book an hour with tom", ""),
    ("block Friday for Priya", "Priya", "block Friday", "block Friday with Priya"),
    ("move Mia's review to 4", "Mia", "move my review to 4", ""),
    ("cancel Mia's 3 o'clock", "Mia", "cancel my 3 o'clock", ""),
    ("add Tom to Mia's review", "Mia", "add Tom to my review", ""),
    ("hi, Grace asked for a meeting with Noah", "Grace", "book a meeting with Noah", ""),
    ("who's in Mia's stand-up", "Mia", "who's in my stand-up", ""),
    ("when is Mia's review", "Mia", "when is my review", ""),
    ("Grace needs an hour with Noah", "Grace", "book an hour with Noah", ""),
    ("user Grace Hale wants a meeting with Noah, can you set it up", "Grace Hale", "book a meeting with Noah", ""),
    ("whats on graces calendar", "grace", "whats on my calendar", ""),
    ("accept the review for Mia", "Mia", "accept the review", ""),
    ("Mia's dentist on Thursday got moved to 4", "Mia", "my dentist on Thursday got moved to 4", ""),
    ("Mia's review should be at 4", "Mia", "my review should be at 4", ""),
    ("find a room for Mia's review", "Mia", "find a room for my review", ""),
    ("Mia is ill, cancel her review on Friday", "Mia", "cancel my review on Friday", ""),
    ("Mia can't make the review, decline it for her", "Mia", "decline the review", ""),
    ("Mia would like her ward round on Friday at 2 instead", "Mia", "have my ward round on Friday at 2 instead", ""),
    ("Mia needs her review at 3 rather than 2", "Mia", "have my review at 3 rather than 2", ""),
    ("Noah asked to have his review on Thursday", "Noah", "have my review on Thursday", ""),
    ("could Mia have her 10am at 11", "Mia", "have my 10am at 11", ""),
    ("Mia is off on Friday, she'd prefer her review on Monday", "Mia", "have my review on Monday", ""),
    ("Mia wants the tea at 4 instead, can you move it", "Mia", "have my tea at 4 instead", ""),
    ("shift grace's workshop to thursday 18th", "grace", "shift my workshop to thursday 18th", ""),
    ("can noah's audit be an hour later", "noah", "can my audit be an hour later", ""),
    ("Mia has a dentist appointment at 3, put it in", "Mia", "add a dentist appointment at 3 to my calendar", ""),
    ("Mia's round-up at 4.30 instead", "Mia", "my round-up at 4.30 instead", ""),
]
NOBODY = [
    "block out friday afternoon",
    "what's the team got on thursday",
    "show me my calendar",
    "book out thursday afternoon",
    "what's new on my calendar",
    "book an hour for me with Tom",
    "book 30 min for lunch with Tom",
    "book an hour for the budget review",
    "book an hour for me and Tom",
    "set up a meeting between Grace and me",
    "cancel today's standup",
    "what's on tomorrow",
    "what's on my calendar",
    "is Grace free tomorrow at 3",
    "decline the invite for Friday",
    "let's meet for coffee with Ana",
    "Tom wants a meeting with me tomorrow",
    "whats on todays agenda",
]


@pytest.mark.parametrize(("said", "name", "rest"), SURE)
def test_somebody_elses_calendar_is_named(said: str, name: str, rest: str) -> None:
    """What is left is the request as its owner would say it."""
    found = find(said)
    assert found is not None
    assert (found.name, found.rest, found.sure) == (name, rest, True)


@pytest.mark.parametrize(("said", "name", "rest", "invited"), PERHAPS)
def test_what_may_be_meant_otherwise_is_marked(said: str, name: str, rest: str, invited: str) -> None:
    """The dialog decides by the calendars and the rights that there are."""
    found = find(said)
    assert found is not None
    assert (found.name, found.rest, found.sure, found.invited) == (name, rest, False, invited)


@pytest.mark.parametrize("said", NOBODY)
def test_ones_own_calendar_needs_no_name(said: str) -> None:
    """Topics, days and those who come are not whose calendar it is."""
    assert find(said) is None


@pytest.mark.parametrize(
    ("said", "rest", "ticket"),
    [
        ("INC0012345: book an hour with Tom", "book an hour with Tom", "INC0012345"),
        ("book an hour with Tom tomorrow, ticket INC0012345", "book an hour with Tom tomorrow", "INC0012345"),
        ("book an hour with Tom (ticket #48213) tomorrow", "book an hour with Tom tomorrow", "48213"),
        ("book an hour with Tom re inc0012345", "book an hour with Tom", "inc0012345"),
        ("book an hour with Tom, DESK-204", "book an hour with Tom", "DESK-204"),
        ("book an hour with Tom at 3 UTC-5", "book an hour with Tom at 3 UTC-5", ""),
        ("book room 204 for the Q3-2026 review", "book room 204 for the Q3-2026 review", ""),
        ("move the review to 15:30", "move the review to 15:30", ""),
        ("call me at 555-0134 tomorrow", "call me at 555-0134 tomorrow", ""),
    ],
)
def test_a_ticket_is_told_from_the_request(said: str, rest: str, ticket: str) -> None:
    """Wherever it stands; times, rooms and numbers are none."""
    assert cut(said) == (rest, ticket)


@pytest.mark.parametrize(
    ("utterance", "name", "rest"),
    [
        ("Grace asks to move her visit to Friday, same hours", "Grace", "move my visit to Friday, same hours"),
        ("Noah wants his 1:1 cancelled", "Noah", "cancel my 1:1"),
        ("Priya has asked us to push her planning back an hour", "Priya", "push my planning back an hour"),
        ("user Grace asked me to decline her Friday invitations", "Grace", "decline my Friday invitations"),
    ],
)
def test_what_somebody_asks_of_their_own_event(utterance: str, name: str, rest: str) -> None:
    """It is read as its owner would say it; why they ask names nobody else who comes."""
    found = find(utterance)
    assert found
    assert (found.name, found.rest, found.of_event) == (name, rest, True)


@pytest.mark.parametrize(
    ("utterance", "rest"),
    [
        ("decline the retro for Mia, she'll be flying", "decline the retro, she'll be flying"),
        ("say yes to the retro for Mia", "say yes to the retro"),
    ],
)
def test_an_answer_for_somebody_is_theirs(utterance: str, rest: str) -> None:
    """Even to what the speaker is invited to as well."""
    found = find(utterance)
    assert found
    assert (found.name, found.rest, found.answers, found.of_event) == ("Mia", rest, True, False)


def test_our_event_is_not_theirs() -> None:
    """An event of both of us is in the speaker's own calendar."""
    assert find("Ana wants to move our review") is None
