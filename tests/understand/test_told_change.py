"""An event of which is told what becomes of it, and what one wants to have done with it."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("the kiln visit isn't happening now, take it out of everyone's diary", "kiln visit"),
        ("friday's toolbox talk has been called off by the contractor, can you delete it", "toolbox talk"),
        ("we aren't running the induction on friday, cancel it", "induction"),
        ("the harbour walk has fallen through, please cancel", "harbour walk"),
        ("no harbour walk this thursday, but monday's stays", "harbour walk"),
        ("we're stopping the harbour walk after this month's, so cancel it from the 7th on", "harbour walk"),
    ],
)
def test_what_is_off_is_cancelled(read: Read, words: str, event: str) -> None:
    """Which event it is stands where is told that it is off."""
    said = read(words)
    assert (said.intent, said.subject) == (Intent.CANCEL, event)


def test_off_just_this_once(read: Read) -> None:
    """One of a series, and its day, are told with it."""
    said = read("we're not doing the orchard round tomorrow, can you cancel it? just this once")
    assert (said.intent, said.subject, said.scope, bool(said.when)) == (Intent.CANCEL, "orchard round", "this", True)


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("music practice doesn't work on monday after all, find us another hour on wednesday", "music practice"),
        ("our seminar doesn't suit on tuesday, give us another slot on thursday", "seminar"),
        ("we can't make tuesday for the panel, let's do wednesday instead", "panel"),
        ("i can't make the panel on thursday any more, find us another slot on tuesday or friday next week", "panel"),
        ("sorry, I won't be able to attend the panel. Could you look for another time on friday afternoon?", "panel"),
        ("can't do the panel thursday, any other slot next week?", "panel"),
        ("Nadia and I need to do our handover an hour later tomorrow", "handover"),
        ("we have to hold the panel at 10 instead on friday", "panel"),
        ("the depot call is on the wrong day, it should be wednesday", "depot call"),
        ("the depot call should be at 4 tomorrow. can you move it for her", "depot call"),
        ("Nadia can't make the depot call on monday, see if tuesday at 4 works", "depot call"),
        ("Nadia can't make the depot call this week, do friday 11:30 instead", "depot call"),
        ("I'd like the audit pushed to thursday at 3", "audit"),
        ("Sofia is asking whether the audit could be on thursday", "audit"),
        ("friday's huddle at 9.30 please, only friday", "huddle"),
    ],
)
def test_what_does_not_suit_is_moved(read: Read, words: str, event: str) -> None:
    """Nothing is booked anew, and the old day tells which event it is."""
    said = read(words)
    assert (said.intent, said.event.subject if said.event else "") == (Intent.RESCHEDULE, event)


@pytest.mark.parametrize(
    ("words", "intent", "facet"),
    [
        ("no need for a room for the lot review, we'll do it on teams", Intent.UPDATE, "online"),
        ("make tomorrow's site meeting online", Intent.UPDATE, "online"),
        ("the depot visit, let's do that in person after all", Intent.UPDATE, "in_person"),
        ("the depot visit needs a room, Porto would do, and a teams link", Intent.UPDATE, "location"),
        ("add Porto and a teams link to the depot visit", Intent.UPDATE, "location"),
        ("Braga is too small for the depot visit, can you swap it for Porto", Intent.UPDATE, "location"),
        ("everyone is dialing in for the depot visit so let the room go", Intent.UPDATE, "no_room"),
        ("the depot visit is too early for me, could you suggest 2pm the same day to Jonas", Intent.PROPOSE, ""),
        ("my train is late, find another time for the depot visit", Intent.RESCHEDULE, ""),
        ("the depot visit is moving online", Intent.UPDATE, "online"),
        ("the title of the lot review should be Lot 4 award", Intent.UPDATE, "title"),
        ("the launch should have the agenda: intros, scope", Intent.UPDATE, "description"),
        ("we've lost Porto for the workshop, find another room", Intent.UPDATE, "room"),
        ("Jonas should be in the lot review too", Intent.ADD_ATTENDEE, ""),
        ("could you get Ana and Tom added to the launch on wednesday", Intent.ADD_ATTENDEE, ""),
        ("Ana doesn't have to come to the lot review, make her optional", Intent.ADD_ATTENDEE, "optional"),
        ("finish tomorrow's clinic 15 minutes early", Intent.RESCHEDULE, "length"),
        ("give us another half hour for the lot review", Intent.RESCHEDULE, "length"),
    ],
)
def test_what_is_to_be_otherwise(read: Read, words: str, intent: Intent, facet: str) -> None:
    """It is a change of that event, whatever the words."""
    said = read(words)
    assert (said.intent, said.facet) == (intent, facet)
    assert said.event is not None
