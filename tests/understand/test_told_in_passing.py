"""Mail that is dictated with a subject of its own, and other things said in passing of mail, days and settings."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "subject", "text"),
    [
        ("email bram that the kiln is broken, subject Kiln", "Kiln", "the kiln is broken"),
        ("mail bram that the kiln is broken with the subject Kiln", "Kiln", "the kiln is broken"),
        ("send an email to bram titled Kiln saying it is broken", "Kiln", "it is broken"),
        ("email bram, subject: Kiln, body: it is broken", "Kiln", "it is broken"),
        ("email bram that we change the subject of the talk", "", "we change the subject of the talk"),
    ],
)
def test_a_subject_is_no_part_of_the_text(read: Read, said: str, subject: str, text: str) -> None:
    understood = read(said)
    assert (understood.intent, understood.subject, understood.note) == (Intent.EMAIL_SEND, subject, text)


def test_two_settings_are_two(read: Read) -> None:
    said = read("set my working hours to 8 to 4:30 and default meetings to 25 minutes")
    assert [each.kind for each in said.settings] == ["hours", "duration"]


@pytest.mark.parametrize(
    ("said", "intent", "facet"),
    [
        ("what's the rest of my day look like", Intent.LIST_EVENTS, "rest"),
        ("who's declined the kiln review?", Intent.EVENT_DETAILS, "declined"),
        ("turn on my out of office on friday, kiln visit, no email please", Intent.AWAY, "silent"),
    ],
)
def test_what_is_asked_in_few_words(read: Read, said: str, intent: Intent, facet: str) -> None:
    understood = read(said)
    assert (understood.intent, understood.facet) == (intent, facet)


@pytest.mark.parametrize(
    ("said", "within"),
    [
        ("30 min with bram every tuesday afternoon", (720, 1080)),
        ("block 2 hours every wednesday morning for glazing", (360, 720)),
        ("stand-up every morning at 9:15", None),
        ("30 min with bram every tuesday", None),
    ],
)
def test_a_part_of_the_day_is_where_each_of_a_series_is(read: Read, said: str, within: tuple[int, int] | None) -> None:
    assert read(said).time.run.within == within


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("accept the kiln review and add bram", "add bram"),
        ("accept the kiln review and move it to 4", "move it to 4"),
        ("accept the kiln review, then push it half an hour", "push it half an hour"),
        ("accept the kiln and glaze review", ""),
    ],
)
def test_an_answer_and_a_change_are_two(read: Read, said: str, then: str) -> None:
    understood = read(said)
    assert (understood.intent, understood.then) == (Intent.ACCEPT, then)


@pytest.mark.parametrize(
    "said",
    [
        "shorten the stand-up to 10 min for the rest of this week",
        "shorten this week's stand-ups to 10 min",
        "make the kiln review 45 minutes next week",
    ],
)
def test_a_length_for_a_week_is_of_all_that_is_in_it(read: Read, said: str) -> None:
    understood = read(said)
    assert understood.event is not None
    assert (understood.scope, bool(understood.time.slots), bool(understood.event.time.slots)) == ("all", False, True)


def test_a_move_into_a_week_stays_one(read: Read) -> None:
    understood = read("move the kiln review to next week for 45 minutes")
    assert (understood.scope, bool(understood.time.slots)) == ("", True)


def test_two_that_are_moved_share_their_day(read: Read) -> None:
    understood = read("move the stand-up and the kiln review tomorrow by 15 min")
    assert understood.event is not None
    assert understood.event.time.slots == understood.event.others[0].time.slots != ()


def test_reports_for_whom_a_time_is_sought_are_people(read: Read) -> None:
    assert [each.kind for each in read("find a time for all my reports next week").people] == ["reports"]
    assert read("block time for my reports on friday").people == ()
