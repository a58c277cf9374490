"""What is said to the card of days away: what the reply says besides, whether the calendar is blocked. Pure.

Bot: Set up your absence? Thu 26 Nov, calendar blocked, mail answered “I am out of the office …”
Ana: say Alex covers for me
Bot: Set up your absence? … mail answered “I am out of the office … Alex covers for me.”
Ana: actually no auto reply
Bot: Set up your absence? … calendar blocked
"""

from dataclasses import replace
from typing import Final

from dialogs.frame import Absence, Frame
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots.addressed import as_sentence

LONGEST: Final = 4000
"""Characters of an automatic reply."""


def besides(reply: str, note: str) -> str:
    """The reply with what it is to say too; what tells by itself that somebody is away is all of it."""
    if patterns()["own-reply"].search(note):
        return note[:LONGEST]
    return and_more(reply, note)


def and_more(reply: str, note: str) -> str:
    """The words that it has anyway, and what it is to say besides."""
    end = "" if reply.endswith((".", "!", "?")) else "."
    return f"{reply}{end} {as_sentence(note)}."[:LONGEST]


def added(reply: str, usual: str) -> str:
    """What is said behind the words that it has anyway; "" where nothing is, or it is not those words at all."""
    return reply.removeprefix(usual).strip(" .") if reply.startswith(usual) else ""


def hears(utterance: str, frame: Frame) -> bool:
    """Whether the words change what the card would set up."""
    return frame.absence is not None and frame.is_asked(frame.absence) and changed(utterance, frame.absence) is not None


def changed(utterance: str, absence: Absence, usual: str = "") -> Absence | None:
    """The absence as the words want it; None where they speak of neither calendar nor reply. `usual` is what mail is
    answered where nothing else is said.
    """
    words = patterns()
    if absence.window is None:
        return None
    if words["away-card-blocks"].fullmatch(utterance):
        return replace(absence, is_unblocked=False)
    if absence.owner:
        # How mail is answered is its owner's to set.
        return None
    if words["away-card-silent"].fullmatch(utterance):
        return replace(absence, text="", is_silent=True, is_unblocked=False)
    if words["away-card-open"].fullmatch(utterance):
        return replace(absence, is_unblocked=True, is_silent=False)
    if found := words["away-card-says"].fullmatch(utterance):
        note = found["text"].strip(" .!\n")
        return replace(absence, text=besides(absence.text or usual, note), is_silent=False)
    return None
