"""Several people in one question, times that do not matter, and guests by the meeting of some day."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("when are bram, rosa and I all free tomorrow", ["bram", "rosa", "me"]),
        ("are bram and i free at 3?", ["bram", "me"]),
        ("do bram and rosa have time on friday", ["bram", "rosa"]),
        ("when do rosa, bram and i have an hour free this week?", ["rosa", "bram", "me"]),
        ("will rosa and femke be available at 4 tomorrow", ["rosa", "femke"]),
        ("so when are me and bram both free next week", ["me", "bram"]),
        ("is bram free at 3", ["bram"]),
    ],
)
def test_nobody_of_a_list_is_left_out(read: Read, said: str, who: list[str]) -> None:
    understood = read(said)
    assert understood.intent is Intent.CHECK_AVAILABILITY
    assert [each.text for each in understood.people] == who


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("half an hour with bram tomorrow, doesn't matter when", ""),
        ("half an hour with bram tomorrow, whenever, kiln rota", "kiln rota"),
        ("book 30 min with rosa this week, i'm flexible on time", ""),
        ("an hour with rosa and bram this week about the kiln, any time works", "kiln"),
    ],
)
def test_a_time_that_does_not_matter_is_no_title(read: Read, said: str, subject: str) -> None:
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, subject)


@pytest.mark.parametrize(
    "said",
    [
        "quick call with bram asap",
        "urgent call with rosa and bram",
        "short chat with rosa",
        "teams call w/ femke about the kiln",
    ],
)
def test_a_call_that_is_put_down_is_to_be_booked(read: Read, said: str) -> None:
    assert read(said).intent is Intent.SCHEDULE


@pytest.mark.parametrize(
    ("said", "intent", "note"),
    [
        ("yes to the kiln review, will be 5 late", Intent.ACCEPT, "will be 5 late"),
        ("maybe for the kiln review, I might be away", Intent.TENTATIVE, "I might be away"),
        ("decline the kiln review, friday's bad", Intent.DECLINE, "friday's bad"),
        ("the kiln review should be 45 minutes", Intent.RESCHEDULE, ""),
    ],
)
def test_what_is_told_behind_an_answer_is_its_note(read: Read, said: str, intent: Intent, note: str) -> None:
    understood = read(said)
    assert (understood.intent, understood.note) == (intent, note)


def test_guests_are_those_of_the_meeting_of_some_day(read: Read) -> None:
    understood = read("get everyone from this week's kiln review together on monday for an hour")
    assert [(each.text, each.kind) for each in understood.people] == [("everyone from the kiln review", "same")]


def test_several_of_a_week_are_all_of_them(read: Read) -> None:
    assert read("skip next week's stand-ups").scope == "all"
    assert read("cancel next week's kiln review").scope == ""
