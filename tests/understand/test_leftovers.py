"""What is said beside a booking, and is no part of its title."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("protect mondays 8 to 10 for sketching, from next week", "sketching"),
        ("protect mondays 8 to 10 for sketching starting next week", "sketching"),
        ("all-day thing on the 19th: glaze outing, just my calendar, show me as out of office", "glaze outing"),
        ("glaze outing all day on the 19th, only in my calendar", "glaze outing"),
        ("30 min with Femi thursday at 1, kiln bricks, oh and put Ruth as optional", "kiln bricks"),
        ("30 min with Femi thursday at 1 about kiln bricks oh and make it private", "kiln bricks"),
    ],
)
def test_the_title_alone(read: Read, said: str, subject: str) -> None:
    """Nothing else is in it."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, subject)


def test_from_when_on(read: Read) -> None:
    """It is said of the series."""
    (slot,) = read("protect mondays 8 to 10 for sketching, from next week").time.slots
    assert slot.start and slot.end is None


@pytest.mark.parametrize(
    "said",
    [
        "the tasting can end for good after March",
        "last tasting is on 31 March, cancel the rest",
        "the last tasting is on 31 March so drop the others",
    ],
)
def test_a_series_ends(read: Read, said: str) -> None:
    """The rest is that of the series."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.RESCHEDULE, "series_end")
    assert understood.event and understood.event.subject == "tasting"


def test_a_series_changes_from_a_day_on(read: Read) -> None:
    """The title first, and no new series."""
    understood = read("my weekly with Femi - from next week make it an hour")
    assert (understood.intent, understood.scope) == (Intent.RESCHEDULE, "following")
    assert understood.event and [each.text for each in understood.event.people] == ["Femi"]


def test_a_slip_between_dashes(read: Read) -> None:
    """The name that is said last."""
    understood = read("45 min with Femi Ade — sorry, Ruth Okoro — thursday at 8:30")
    assert [each.text for each in understood.people] == ["Ruth Okoro"]


def test_a_boiler_room_is_no_room_to_meet_in(read: Read) -> None:
    """It is what they walk."""
    assert read("walk the boiler room with Femi tomorrow at 2").room is None


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("tell Femi I'm in for the tasting but I'll be 10 late", "I'll be 10 late"),
        ("let Femi know I'll be at the tasting, running 5 late", "running 5 late"),
    ],
)
def test_an_answer_that_is_told(read: Read, said: str, note: str) -> None:
    """It is a message all the same, for whoever does not invite."""
    understood = read(said)
    assert understood.intent is Intent.EMAIL_SEND
    assert understood.event and (understood.event.intent, understood.event.note) == (Intent.ACCEPT, note)
