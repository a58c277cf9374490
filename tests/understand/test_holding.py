"""Holding off: whoever is named in it, nothing is to be done."""

import pytest

from dialogs.understand.understood import Intent, Question
from tests.understand.conftest import Read

TIMES = Question("choice", ("Thu 26 Nov, 10:00 – 10:30", "Thu 26 Nov, 14:30 – 15:00"))
CONFIRM = Question("yes_no")


@pytest.mark.parametrize("question", [TIMES, CONFIRM])
@pytest.mark.parametrize(
    "said",
    [
        "hmm let me check with Tom first, leave it for now",
        "hold on let me ask Ana",
        "wait, let me talk to Tom first",
        "not yet, Ana has to confirm",
        "let me get back to you on that",
        "no hold off, Piotr's gonna call me back",
        "hang on Piotr's calling me",
        "actually hold that thought",
        "i'll think about it",
        "actually hold off til Ana confirms",
        "hmm lemme think",
        "hold up",
        "I shall revert after checking with Tom",
        "wait na, make I ask Tom first",
        "One moment, I must first ask Katrin",
        "kindly hold on, I will confirm with Ana and get back",
        "not sure yet, waiting on Tom",
        "don't send it yet, Tom hasn't confirmed",
        "I need to run this by Tom before we send it",
        "give me a sec, Tom is on the phone",
        "sorry, hold on, something came up",
        "depends on Ana",
        "lemme run it by Tom real quick",
        "pls hold, need a nod from Ana",
        "hold on pls, awaiting Ana's confirmation",
        "I first ask Katrin",
        "nah hold off, Tom might be out",
        "not sure, let me see what Tom says",
        "actually wait, Ana said she'd get back to me",
        "not now, Tom's busy",
    ],
)
def test_what_waits_stays_open(read: Read, said: str, question: Question) -> None:
    """It names nobody who is to come, and asks for nothing."""
    understood = read(said, question)
    assert (understood.intent, understood.facet, understood.people) == (Intent.CANCEL_DIALOG, "later", ())


@pytest.mark.parametrize(
    "said",
    [
        "scratch that, we still need it",
        "wait, Ana wants to keep it",
        "never mind Tom's fine with monday",
        "actually keep it on the books",
        "no don't, Tom needs it",
        "ah wait, Ana said to leave it",
        "no wait, they changed their mind, keep it",
        "forget it, Ana needs that meeting",
        "oops, wrong one",
        "ok too late, I'll email him tomorrow",
        "oh wait they still want it",
        "stop, Ana wants to keep it",
    ],
)
def test_what_is_not_wanted_after_all_is_closed(read: Read, said: str) -> None:
    """The reason is no word to the others, and no wish for another time."""
    understood = read(said, CONFIRM)
    assert understood.intent in (Intent.CANCEL_DIALOG, Intent.NO)
    assert (understood.facet, understood.note, understood.people) == ("", "", ())


@pytest.mark.parametrize(
    "said",
    [
        "Okay thanks, then I call him",
        "ok thx i'll catch her after lunch",
        "ok i'll wait till the morning",
        "ok i'll just swing by his desk",
        "ok then i'll call him",
        "ok too late, I'll email him tomorrow",
        "great, thanks, I'll let Tom know",
        "alright I go and see her",
    ],
)
def test_going_on_by_other_ways_asks_for_nothing(read: Read, said: str) -> None:
    """Once something was told, nothing of it is a meeting."""
    understood = read(said, None)
    assert understood.intent in (Intent.THANKS, Intent.CANCEL_DIALOG)
    assert understood.intent is Intent.THANKS or understood.facet == "later"


@pytest.mark.parametrize(
    "said",
    [
        "wait, make it 3",
        "hold on, add Tom",
        "hang on, Ana should be there too",
        "never mind, do it Tuesday instead",
        "not yet, what about Tuesday",
        "that's fine",
        "it's fine",
        "he's good, do it",
        "keep it but drop Tom",
        "I need to talk to Ana",
        "another time",
        "until Friday",
        "let me see other times",
        "let me see what else is there",
        "hold it for 45 min",
    ],
)
def test_what_says_more_does_not_hold_off(read: Read, said: str) -> None:
    """A correction, a yes, another time: read as before."""
    assert read(said, TIMES).intent is not Intent.CANCEL_DIALOG


@pytest.mark.parametrize("said", ["let me check my calendar", "I'll call Tom tomorrow at 3", "let me see Friday"])
def test_a_request_of_its_own_stays_one(read: Read, said: str) -> None:
    """Where nothing is open."""
    assert read(said, None).intent not in (Intent.CANCEL_DIALOG, Intent.THANKS)
