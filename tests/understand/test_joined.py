"""Several corrections in one breath say what each of them says alone, whatever is open."""

from dataclasses import replace
from datetime import datetime
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.understood import Question, Understood

ZONE = ZoneInfo("Europe/Lisbon")
PLAIN = Context(datetime(2026, 11, 23, 9, tzinfo=ZONE), ZONE, "en-GB", names=frozenset(("tom", "mia")))
OFFERED = replace(PLAIN, question=Question("choice", ("Thursday 26 November 09:00",), frozenset(("book",))))
CHANGING = replace(PLAIN, question=Question("choice", (), frozenset(("change",))))
CORRECTIONS = ("add mia", "drop tom", "make it 45 minutes", "book a room", "make it private", "make it weekly")


def told(said: Understood) -> frozenset[tuple[str, str]]:
    """All that is to be otherwise, told apart by what it is of."""
    found: set[tuple[str, str]] = set()
    for each in (said, *said.also):
        found |= {(person.text, person.role) for person in each.people}
        found |= {(name, str(value)) for name, value in _slots(each) if value}
    return frozenset(found)


def _slots(said: Understood) -> tuple[tuple[str, object], ...]:
    return (
        ("length", said.time.duration),
        ("rule", said.time.rrule),
        ("privacy", said.extras.privacy),
        ("room", said.room is not None),
        ("title", said.subject),
        ("online", said.online),
    )


@pytest.mark.parametrize("context", [OFFERED, CHANGING], ids=["offered", "changing"])
@pytest.mark.parametrize(("one", "other"), list(permutations(CORRECTIONS, 2)))
@pytest.mark.parametrize("joint", [" and ", ", ", " and also "])
def test_two_corrections_say_what_each_says_alone(context: Context, one: str, other: str, joint: str) -> None:
    alone = told(understand(one, context)) | told(understand(other, context))
    assert told(understand(f"{one}{joint}{other}", context)) == alone


def test_a_day_and_an_hour_are_one_time() -> None:
    said = understand("move it to Friday and make it 4pm", OFFERED)
    assert said.time.exact == datetime(2026, 11, 27, 16, tzinfo=ZONE)


@pytest.mark.parametrize("words", ["add tom and a room", "add a room and tom"])
def test_who_comes_and_a_room_need_one_verb(words: str) -> None:
    said = understand(words, OFFERED)
    assert ([each.text for each in said.people], said.room is not None, said.subject) == (["tom"], True, "")


@pytest.mark.parametrize("words", ["call it drinks and dinner", "add tom and priya", "between 2 and 4"])
def test_what_is_one_correction_stays_one(words: str) -> None:
    assert not understand(words, CHANGING).also
    assert understand("call it drinks and dinner", OFFERED).subject.lower() == "drinks and dinner"


def test_a_reminder_waits_until_the_meeting_is_changed() -> None:
    said = understand("add mia as optional and remind me 10 minutes before", CHANGING)
    assert said.then == "remind me 10 minutes before"
