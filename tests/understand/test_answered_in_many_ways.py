"""Invitations that are answered, and asked about, in other words than accept and decline; what one does oneself."""

import pytest

from dialogs.understand.understood import Intent, Question
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "intent", "subject", "note"),
    [
        ("can't make the tasting, decline it and say I've a school run", "no", "tasting", "I've a school run"),
        ("sorry can't do the tasting, please decline with apologies", "no", "tasting", ""),
        ("cant do wine tasting, decline and let Rosa know im travelling", "no", "wine tasting", "im travelling"),
        ("can't attend the tasting due to a site visit, kindly decline", "no", "tasting", "a site visit"),
        ("pass on the tasting", "no", "tasting", ""),
        ("give the tasting a miss", "no", "tasting", ""),
        ("regret i cannot attend wine tasting", "no", "wine tasting", ""),
        ("kindly note that I will not be able to attend the wine tasting", "no", "wine tasting", ""),
        ("wine tasting: no thanks, school run", "no", "wine tasting", "school run"),
        ("decline wine tasting, already trained", "no", "wine tasting", "already trained"),
        ("turn down wine tasting, prior engagement", "no", "wine tasting", "prior engagement"),
        ("count me in for wine tasting", "yes", "wine tasting", ""),
        ("happy to join wine tasting", "yes", "wine tasting", ""),
        ("I would be glad to attend the wine tasting", "yes", "wine tasting", ""),
        ("sign me up for wine tasting please", "yes", "wine tasting", ""),
        ("wine tasting - yes", "yes", "wine tasting", ""),
        ("wine tasting - tentative", "maybe", "wine tasting", ""),
        ("put me down as a maybe for wine tasting", "maybe", "wine tasting", ""),
        ("wine tasting: maybe, depends on flights", "maybe", "wine tasting", "depends on flights"),
    ],
)  # fmt: skip
def test_an_invitation_is_answered_in_many_ways(read: Read, said: str, intent: str, subject: str, note: str) -> None:
    """With the reason as a note."""
    understood = read(said)
    answers = {"yes": Intent.ACCEPT, "no": Intent.DECLINE, "maybe": Intent.TENTATIVE}
    assert (understood.intent, understood.subject, understood.note) == (answers[intent], subject, note)


@pytest.mark.parametrize(
    "said",
    [
        "pass on the invite to Ana",
        "lunch with Ana tomorrow at 12 - no room needed",
        "review - move it to 3",
        "book lunch tomorrow, no people",
        "put me down for lunch with Ana tomorrow at 12",
        "i'm out of the office on Friday",
    ],
)
def test_what_only_looks_like_an_answer_answers_nothing(read: Read, said: str) -> None:
    """It books, moves or passes on."""
    assert read(said).intent not in (Intent.ACCEPT, Intent.DECLINE, Intent.TENTATIVE)


@pytest.mark.parametrize(
    "said",
    [
        "whats waiting on me?",
        "what do i need to reply to",
        "do i owe anyone a reply",
        "what needs my rsvp",
        "what am i yet to answer",
        "do i have to respond to anything",
        "what's outstanding",
        "any pending responses from my side",
        "what needs a reply from me",
        "anything i havent responded to?",
        "have i got any unanswered stuff",
    ],
)
def test_what_waits_for_an_answer_is_asked_in_many_ways(read: Read, said: str) -> None:
    """These are the invitations."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.LIST_EVENTS, "invitations")


@pytest.mark.parametrize(
    ("said", "intent", "facet"),
    [
        ("when's my next one", Intent.NEXT_MEETING, ""),
        ("when's the next one?", Intent.NEXT_MEETING, ""),
        ("what time is it again?", Intent.ASK_TIME, "again"),
        ("is monday a public holiday", Intent.ASK_TIME, "holiday"),
        ("is the 29th a bank holiday?", Intent.ASK_TIME, "holiday"),
        ("when's the next bank holiday", Intent.ASK_TIME, "holiday"),
        ("when is the next public holiday", Intent.ASK_TIME, "holiday"),
        ("when is Boat Day", Intent.ASK_TIME, "holiday"),
        ("wheres Tom sit", Intent.LOOKUP_PERSON, "office"),
        ("where is Tom based", Intent.LOOKUP_PERSON, "office"),
        ("which desk is Tom at", Intent.LOOKUP_PERSON, "office"),
        ("where can I find Tom", Intent.LOOKUP_PERSON, "office"),
        ("how many does Tejo seat", Intent.LOOKUP_PERSON, "room"),
        ("how many people fit in Tejo?", Intent.LOOKUP_PERSON, "room"),
        ("what's the capacity of Tejo", Intent.LOOKUP_PERSON, "room"),
        ("does Tejo have a whiteboard", Intent.LOOKUP_PERSON, "room"),
    ],
)
def test_a_question_is_known_by_its_build(read: Read, said: str, intent: Intent, facet: str) -> None:
    """Of the next meeting, the clock, a holiday, a desk and a room."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (intent, facet)


@pytest.mark.parametrize(
    "said",
    [
        "i'll call Rosa tonight",
        "too early then, i'll call Rosa tonight",
        "ok i'll drop by her desk then",
        "cool, i'll give him a ring",
        "no worries i'll text her",
        "ta, i'll let him know",
        "i will speak to Rosa tomorrow myself",
        "gonna ping Rosa later",
        "i shall inform him personally",
        "will sort it out myself",
    ],
)
def test_what_one_does_oneself_asks_for_nothing(read: Read, said: str) -> None:
    """No meeting is booked for it, and what is open is given up."""
    assert read(said).intent in (Intent.SMALLTALK, Intent.CANCEL_DIALOG)
    assert read(said, Question("yes_no")).intent is Intent.CANCEL_DIALOG


@pytest.mark.parametrize(
    "said", ["call Rosa tomorrow at 3", "i'll meet Rosa tomorrow at 3", "i can meet Rosa on Friday at 3"]
)
def test_a_meeting_to_be_is_none_of_that(read: Read, said: str) -> None:
    """It may be booked."""
    assert read(said).facet != "by_oneself"
