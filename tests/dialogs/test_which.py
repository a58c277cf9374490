"""Which event is meant by words."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.frame import Frame
from dialogs.referents.which import is_one_again, meant
from dialogs.understand import Context, understand
from graph.model import Attendee, Event, Person

LISBON = ZoneInfo("Europe/Lisbon")
MONDAY = datetime(2026, 11, 23, 9, tzinfo=LISBON)
ANA, TOM, MIA = (
    Person(name, f"{name.split()[0].lower()}@x.example") for name in ("Ana Ruiz", "Tom Becker", "Mia Chen")
)


def event(ident: str, subject: str, hours: int, *others: Person) -> Event:
    """One of Ana's."""
    start = MONDAY + timedelta(hours=hours)
    guests = tuple(Attendee(person.name, person.email) for person in others)
    return Event(ident, subject, start, start + timedelta(minutes=30), ANA, guests)


EVENTS = (
    event("planning", "Q3 planning: first cut", 1, MIA),
    event("one", "Ana / Tom", 24, TOM),
    event("critique", "Design critique", 25, TOM, MIA),
    event("sync", "Weekly sync", 26, MIA),
    event("renewal", "Northwind renewal: what can we promise?", 48, MIA),
    event("lunch", "Lunch with Kasia", 75, MIA),
    event("call", "Call with Northwind Frutas", 74),
    event("pair", "Zoe / Yan", 76, MIA),
    event("draft", "December timetable draft", 100),
    event("panel", "Timetable change panel", 240),
)


@pytest.mark.parametrize(
    ("utterance", "idents"),
    [
        ("cancel the design critique", ["critique"]),
        ("cancel design", ["critique"]),
        ("cancel my 1:1 with Tom", ["one"]),
        ("cancel my meeting with Tom", ["one"]),
        ("cancel my 1:1 with Thomas", ["one"]),
        ("cancel all my meetings with Tom", ["one", "critique"]),
        ("cancel the weekly sync", ["sync"]),
        ("cancel the sync", ["sync"]),
        ("cancel the December timetable draft", ["draft"]),
        ("cancel the timetable change panel in December", ["panel"]),
        ("tentatively accept the northwind renewal", ["renewal"]),
        ("decline the meeting on Wednesday", ["renewal"]),
        ("decline the meeting with Mia tomorrow", ["sync"]),
        ("cancel the board meeting", []),
        ("cancel lunch w kasia on Thursday", ["lunch"]),
        ("cancel the call on Thursday with the frutas people", ["call"]),
        ("cancel the Zoe / Yan one to ones", ["pair"]),
        ("scrap the design critique, half of them are out sick", ["critique"]),
    ],
)
def test_words_find_the_event(utterance: str, idents: list[str]) -> None:
    """By its subject, however much of it was said, by who comes, by when it is."""
    said = understand(utterance, Context(MONDAY, LISBON, "en-GB"))
    assert [found.id for found in meant(said, EVENTS, Frame())] == idents


@pytest.mark.parametrize(
    ("utterance", "ident"),
    [("accept the first one", "one"), ("accept the second", "critique"), ("accept the last one", "sync")],
)
def test_a_place_in_the_list_on_the_screen_comes_before_a_word_of_a_subject(utterance: str, ident: str) -> None:
    """ "The first one" is the first of the list, though another event is called "first cut"."""
    said = understand(utterance, Context(MONDAY, LISBON, "en-GB"))
    assert [found.id for found in meant(said, EVENTS, Frame(listed=("one", "critique", "sync")))] == [ident]


def test_it_is_the_one_event_just_spoken_of() -> None:
    """Without more words, and only where there is one."""
    said = understand("cancel it", Context(MONDAY, LISBON, "en-GB"))
    assert [found.id for found in meant(replace(said, choice=None), EVENTS, Frame(listed=("sync",)))] == ["sync"]
    assert len(meant(replace(said, choice=None), EVENTS, Frame(listed=("sync", "one")))) == len(EVENTS)


def test_what_is_held_every_week_is_meant_by_its_next_one() -> None:
    """Also where it was put down week by week; two of one name on two days of a week are asked about."""
    weekly = [event(str(week), "Retro", 24 * 7 * week, TOM) for week in range(3)]
    assert is_one_again(weekly)
    assert not is_one_again([*weekly, event("other", "Retro", 24, TOM)])
    assert not is_one_again([*weekly, event("others", "Retro", 24 * 21, TOM, MIA)])
