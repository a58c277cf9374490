"""Whether words put something new into the calendar, or speak of what is there."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("lock in Tom for 2 on Friday, paint samples", "20 14:00"),
        ("lock Tom in for Friday at 2, paint samples", "20 14:00"),
        ("can you pop Tom in for 2pm friday", "20 14:00"),
        ("pop in a chat with Tom on Friday at 2", "20 14:00"),
        ("stick Tom in at 2 on friday", "20 14:00"),
        ("chuck Tom in for friday 2pm", "20 14:00"),
        ("whack in 30 mins with Tom friday at 2pm", "20 14:00"),
        ("tee up a call with Tom on friday at 2pm", "20 14:00"),
        ("line up Tom and Alex for friday 2pm", "20 14:00"),
        ("please sneak something in at 2 on friday", "20 14:00"),
    ],
)
def test_slang_for_booking_books(read: Read, said: str, at: str) -> None:
    """To lock in, to pop in, to line up: whatever they are said of elsewhere."""
    understood = read(said)
    assert understood.intent is Intent.SCHEDULE
    assert understood.time.exact is not None
    assert f"{understood.time.exact:%d %H:%M}" == at


@pytest.mark.parametrize(
    "said", ["lock it in", "pop the roadmap back to 3", "stick the retro in Fado", "chuck the budget call to friday"]
)
def test_what_there_is_is_put_nowhere_anew(read: Read, said: str) -> None:
    """The same verbs with an event that is named as one that exists."""
    assert read(said).intent is not Intent.SCHEDULE


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("pre-meet for the roadmap with Tom tomorrow at 11, 15 min", "pre-meet for the roadmap"),
        ("prep for the roadmap with Tom friday at 3", "prep for the roadmap"),
        ("dry run of the launch with Tom on friday at 3", "dry run of the launch"),
        ("debrief on the audit with Tom tomorrow at 4", "debrief on the audit"),
    ],
)
def test_a_meeting_about_another_one_is_a_new_one(read: Read, said: str, subject: str) -> None:
    """Whoever prepares for a meeting does not move it."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, subject)


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("crane hire prep, me and Tom, friday 3pm", "crane hire prep"),
        ("audit debrief with Tom friday at 3", "audit debrief"),
    ],
)
def test_what_prepares_may_stand_behind_the_title(read: Read, said: str, subject: str) -> None:
    """The debrief is not the audit."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, subject)


@pytest.mark.parametrize(
    "said", ["add the agenda 'lux levels and poles' to the roadmap", "agenda for the roadmap: lux levels and poles"]
)
def test_an_agenda_may_stand_before_its_event(read: Read, said: str) -> None:
    """It is no title of something new."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.UPDATE, "description")
    assert "lux levels and poles" in (understood.note, understood.subject)
