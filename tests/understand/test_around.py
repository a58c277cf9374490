"""A correction of the card is read alike, whatever is told, praised or bidden around it."""

import pytest

from dialogs.understand.understood import Intent, Question, Role, Understood
from tests.understand.conftest import Read

CARD = Question("choice", ("Thu 26 Nov, 09:00",), frozenset({"book"}))

CORRECTIONS = (
    "take Tejo instead",
    "make it 45",
    "make it 4pm",
    "move it to Friday",
    "add Mia",
    "call it Budget sync",
    "make it online",
    "half an hour later",
    "make it weekly",
    "in the afternoon",
    "before lunch",
)
AROUND = (
    "actually we'll be more people, {}",
    "hmm, that's in the middle of lunch. {}",
    "wait no, I have the dentist, {}",
    "Oskar just rang, so {}",
    "that's too tight, {}",
    "change of plans, {}",
    "one more thing: {}",
    "nearly there, just {}",
    "before you book it, {}",
    "good, but {}",
    "that works but {}",
    "could we maybe {}",
    "would it be possible to {}",
    "let's {} shall we",
    "{} because Oskar has a flight",
    "{} so everybody can make it",
    "{} otherwise Oskar misses his train",
    "{}, sorry for the trouble",
    "{} and we're good",
    "{} if that's ok",
)


def slots(said: Understood) -> tuple[object, ...]:
    """All that is to be otherwise."""
    time = (said.time.exact, said.time.slots, said.time.duration, said.time.clock, said.time.rrule)
    who = [(each.text.lower(), each.role) for each in said.people]
    return time, who, said.subject, said.online, said.shift, said.longer, said.location


@pytest.mark.parametrize("around", AROUND)
def test_what_stands_around_a_correction_is_none_of_it(read: Read, around: str) -> None:
    for correction in CORRECTIONS:
        said = read(around.format(correction), question=CARD)
        assert slots(said) == slots(read(correction, question=CARD)), correction
        assert not said.then


@pytest.mark.parametrize("around", ["{} and book it", "{}, then send it", "book it, but {}", "{}. book it please"])
def test_what_is_bidden_beside_it_comes_second(read: Read, around: str) -> None:
    """The dialog takes it up once the corrected card leaves nothing open."""
    for correction in CORRECTIONS:
        said = read(around.format(correction), question=CARD)
        assert slots(said) == slots(read(correction, question=CARD)), correction
        assert "book it" in said.then or "send it" in said.then


def test_it_may_be_booked_under_a_title(read: Read) -> None:
    said = read("book it as Lease review", question=CARD)
    assert (said.intent, said.subject, said.then) == (Intent.AMEND, "Lease review", "book it")


def test_who_is_told_of_is_who_is_added(read: Read) -> None:
    said = read("Mia just texted me, add her please", question=CARD)
    assert [(each.text, each.role) for each in said.people] == [("Mia", Role.REQUIRED)]


@pytest.mark.parametrize(
    "said",
    [
        "if Tom can't make it, make it 4",
        "what about Friday, make it 4?",
        "Tom can't, get Alex instead",
        "don't book it",
    ],
)
def test_conditions_questions_and_refusals_bid_nothing(read: Read, said: str) -> None:
    assert not read(said, question=CARD).then
