"""Courtesy, a phone's quotation marks and capitals change nothing of what is asked for."""

from dataclasses import replace

import pytest

from dialogs.understand.understood import Intent, Question, Understood
from dialogs.understand.wording import courtesies, typed
from tests.understand.conftest import Read

REQUESTS = (
    "book 30 minutes with Omar tomorrow at 15:00 about the harbour plan",
    "set up a call with Fatima and Tom on Thursday afternoon",
    "move the harbour review to Friday at 11",
    "push my 2 pm back half an hour",
    "cancel Thursday's harbour review",
    "accept the hiring round",
    "decline the board meeting, I'm on a train",
    "add Omar to the harbour review",
    "find a room for six people on Wednesday at 10",
    "block two hours tomorrow morning for writing",
    "remind me on Friday at 9 to call the printer",
    "share my calendar with Omar",
    "show me what is on tomorrow",
)
LEADS = (
    "hey, ",
    "Good morning. ",
    "ok so could you please ",
    "alright, ",
    "btw, ",
    "one more thing - ",
    "quick favour: ",
    "when you have a moment, ",
    "if you can, ",
    "would you be so kind as to ",
    "i need you to ",
    "I'd really appreciate it if you could ",
    "can you help me with something? ",
    "thanks! now ",
    "go ahead and ",
    "hello convene, could u ",
)
TAILS = (
    " please",
    ", thanks a lot",
    ". Thanks in advance!",
    " if that's ok with you",
    " when you get a chance",
    " (no rush)",
    ", would be great",
    ", if you don't mind :)",
    " for me, thank you so much",
    ", will you?",
)


def gist(read: Read, said: str) -> Understood:
    """What is understood, but for how sure that is and where in the text it stands."""
    found = read(said)
    people = tuple(replace(each, span=(0, 0)) for each in found.people)
    return Understood(
        found.intent,
        1.0,
        facet=found.facet,
        time=found.time,
        people=people,
        subject=found.subject.lower(),
        purpose=found.purpose.lower(),
        note=found.note,
        event=replace(found.event, when=(), why=(), people=()) if found.event else None,
        online=found.online,
        scope=found.scope,
    )


@pytest.mark.parametrize("request_", REQUESTS)
@pytest.mark.parametrize("lead", LEADS)
def test_what_leads_in_says_nothing(read: Read, lead: str, request_: str) -> None:
    """However a request is opened, it is the same request."""
    assert gist(read, lead + request_) == gist(read, request_)


@pytest.mark.parametrize("request_", [each for each in REQUESTS if "train" not in each])
@pytest.mark.parametrize("tail", TAILS)
def test_what_closes_says_nothing(read: Read, tail: str, request_: str) -> None:
    """However a request is closed, no word of that is a title, a name or a place."""
    assert gist(read, request_ + tail) == gist(read, request_)


@pytest.mark.parametrize("request_", [each for each in REQUESTS if not each.startswith(("accept", "decline"))])
def test_a_mark_makes_no_question_of_what_is_bidden(read: Read, request_: str) -> None:
    """What would be answered at once stays with its mark, and is asked back."""
    assert gist(read, f"can you {request_}?") == gist(read, request_)


@pytest.mark.parametrize("request_", [each for each in REQUESTS if "'" in each])
def test_a_phones_apostrophe_is_an_apostrophe(read: Read, request_: str) -> None:
    """Phones put typographic signs of their own accord."""
    assert gist(read, request_.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")) == gist(read, request_)


@pytest.mark.parametrize("request_", REQUESTS)
def test_blanks_and_a_locked_shift_key_say_nothing(read: Read, request_: str) -> None:
    """Copied blanks are blanks; where all is in capitals, none of them tells a name."""
    assert gist(read, request_.replace(" ", "  ")) == gist(read, request_)
    assert typed.unshouted(request_.upper()) == request_.lower()
    assert read(request_.upper()).intent is read(request_).intent


@pytest.mark.parametrize(
    "said",
    [
        "thanks a lot",
        "hi there",
        "that would be great",
        "is that ok?",
        "please",
        "tell Omar the plan is with the printer, thanks",
        "reply to Fatima: that would be great",
        'say "no rush"',
        "is there a room for me",
        "you've done that right, thank you so much",
        "kindly note that I will not come to the harbour review",
        "KPI Q3 review",
    ],
)
def test_what_is_no_courtesy_stays(said: str) -> None:
    """Nothing that is said to others, that is all there is, or that belongs to a question is taken off."""
    assert typed.unshouted(courtesies.plainly(typed.plainly(said), is_open=False)) == said


@pytest.mark.parametrize(
    ("said", "intent"), [("yes please", Intent.YES), ("ok", Intent.YES), ("that would be great", Intent.YES)]
)
def test_an_answer_stays_one(read: Read, said: str, intent: Intent) -> None:
    """While something is asked, courtesy may be the answer."""
    assert read(said, Question("yes_no")).intent is intent


OFFERED = Question("choice", ("Thu 26 Nov, 13:00 – 13:45", "Thu 26 Nov, 11:00 – 11:45"))


@pytest.mark.parametrize("question", [OFFERED, Question("yes_no")])
@pytest.mark.parametrize(
    "said",
    [
        "10:30",
        "make it 45 minutes",
        "the second one",
        "add Omar as well",
        "what's on tomorrow?",
        "make a calendar called Travel",
        "who is in the tide check?",
    ],
)
def test_thanks_beside_an_answer_or_a_question_say_nothing(read: Read, question: Question, said: str) -> None:
    """Somebody polite is answered as anybody else is."""

    def plainly(words: str) -> tuple[object, ...]:
        found = read(words, question)
        return found.intent, found.facet, found.time, found.choice, [each.text for each in found.people], found.calendar

    for polite in (f"thanks, {said}", f"{said} thanks", f"thank you! {said}", f"{said} :)", f"{said}, thanks a lot"):
        assert plainly(polite) == plainly(said), polite


@pytest.mark.parametrize(
    "said", ["thanks", "great, thanks", "ok thanks", "no thanks", "thanks, that's all", "thanks, great"]
)
def test_thanks_alone_are_thanks(said: str) -> None:
    """While something is open, they are not taken off."""
    assert courtesies.plainly(said, is_open=True) == said


def test_a_pasted_page_of_capitals_holds_nobody_up() -> None:
    """In one pass, however long it is, and whatever it ends in."""
    page = "BOOK IT NOW " * 20_000 + "x"
    assert typed.unshouted(typed.plainly(page)) == page
