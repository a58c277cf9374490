"""Sentences of many parts: another time for an invitation, a word to those who come, days away."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent, Question
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "facet", "event", "start"),
    [
        ("propose 3pm instead for the budget review", "", "budget review", "18 15:00"),
        ("can't make it to the budget review, suggest Thursday afternoon", "decline", "budget review", "19 12:00"),
        ("decline the budget review and propose Friday at 10", "decline", "budget review", "20 10:00"),
        ("tentatively accept the review but propose 3pm", "", "review", "18 15:00"),
        ("ask Priya to move the review to Friday", "", "review", "20 00:00"),
        ("propose a new time for the review: Friday at 2", "", "review", "20 14:00"),
    ],
)
def test_the_event_and_what_is_proposed_are_told_apart(
    read: Read, said: str, facet: str, event: str, start: str
) -> None:
    """The time is never taken for that of the event."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.PROPOSE, facet)
    assert understood.event is not None
    assert understood.event.subject == event
    assert not understood.event.time.exact and not understood.event.time.slots
    proposed = understood.time.exact or understood.time.slots[0].start
    assert proposed and f"{proposed:%d %H:%M}" == start


@pytest.mark.parametrize(
    ("said", "facet", "minutes"),
    [
        ("tell everyone in my next meeting I'm 10 minutes late", "late", 10),
        ("running 5 min late to my 10 o'clock", "late", 5),
        ("I'm running late", "late", None),
        ("nudge those who have not answered the roadmap", "nudge", None),
        ("chase the people who haven't replied to the offsite invite", "nudge", None),
        ("tell the attendees of the roadmap that we meet in room 4", "", None),
    ],
)
def test_a_word_to_those_who_come(read: Read, said: str, facet: str, minutes: int | None) -> None:
    """By how much, if at all."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.CONTACT_ATTENDEES, facet)
    assert understood.time.duration == (timedelta(minutes=minutes) if minutes else None)


@pytest.mark.parametrize(
    ("said", "first", "end"),
    [
        ("I'm off from Monday to Wednesday, back Thursday", "23", "26"),
        ("I'll be out of office from 1 December to 5 December", "01", "06"),
        ("set my out of office for tomorrow", "19", "20"),
        ("I'm off, back on Monday", "", "23"),
    ],
)
def test_days_away(read: Read, said: str, first: str, end: str) -> None:
    """The day on which one is back is not among them."""
    understood = read(said)
    assert understood.intent is Intent.AWAY
    slot = understood.time.slots[0]
    assert (f"{slot.start:%d}" if slot.start else "", f"{slot.end:%d}" if slot.end else "") == (first, end)


@pytest.mark.parametrize(
    ("said", "note", "subject"),
    [
        ("decline the review, I'm travelling until Thursday", "I'm travelling until Thursday", "review"),
        ("cancel the roadmap and tell Tom I'm ill", "I'm ill", "roadmap"),
        ("decline the review because I'm out on Thursday", "I'm out on Thursday", "review"),
    ],
)
def test_a_note_says_nothing_of_the_event(read: Read, said: str, note: str, subject: str) -> None:
    """Its times and people are the note's."""
    understood = read(said)
    assert (understood.note, understood.subject) == (note, subject)
    assert not understood.people and not understood.time.slots and not understood.time.exact


def test_what_is_spared_and_what_more_is_meant(read: Read) -> None:
    """Each is read by itself."""
    spared = read("cancel everything tomorrow except for the staff meeting")
    assert spared.scope == "all" and spared.spared and spared.spared.subject == "staff meeting"
    both = read("accept the budget review and the hiring round")
    assert both.subject == "budget review" and [other.subject for other in both.others] == ["hiring round"]
    assert read("decline the review without telling him").is_quiet


@pytest.mark.parametrize(
    ("said", "intent", "facet"),
    [
        ("yes, tell him I'm ill", Intent.YES, ""),
        ("tell him I'm ill", Intent.AMEND, "note"),
        ("keep it", Intent.NO, ""),
        ("not that one", Intent.NO, ""),
    ],
)
def test_answers_to_what_would_be_sent(read: Read, said: str, intent: Intent, facet: str) -> None:
    """A word to the others agrees only where a yes is said with it."""
    understood = read(said, Question("yes_no"))
    assert (understood.intent, understood.facet) == (intent, facet)


@pytest.mark.parametrize(("said", "facet"), [("not the stand-up", "spare"), ("only the stand-up", "only")])
def test_a_line_of_several(read: Read, said: str, facet: str) -> None:
    """What is to be left out, or alone to be done."""
    understood = read(said, Question("several", ("Stand-up", "Review")))
    assert understood.facet == facet
    assert understood.spared and understood.spared.subject == "stand-up"
