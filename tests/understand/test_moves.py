"""More of what was offered, another day, another length, another name: said while times are on the table."""

from datetime import timedelta

import pytest

from dialogs.understand.lexicon.patterns import is_weekday
from dialogs.understand.understood import Intent, Question
from tests.understand.conftest import Read

TIMES = Question("choice", ("Thu 10:00", "Thu 14:30", "Fri 09:00"))
MINUTE = timedelta(minutes=1)

MORE = {
    "more": """
        other times
        more times please
        something else
        anything else?
        show me more
        do you have other options
        what else do you have
        alternatives
    """,
    "later": """
        later ones
        later that day
        a later time
        something later
        do you have anything later?
    """,
    "earlier": """
        an earlier one
        something earlier
        earlier that day
        any earlier times?
    """,
    "other_day": """
        another day
        on a different day please
        other days
    """,
}
SAID = [(facet, line.strip()) for facet, lines in MORE.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize("question", [TIMES, Question("yes_no"), None])
@pytest.mark.parametrize(("facet", "said"), SAID)
def test_more_of_what_was_offered(read: Read, facet: str, said: str, question: Question | None) -> None:
    """It is neither small talk nor a farewell, whether or not something was asked."""
    understood = read(said, question)
    assert (understood.intent, understood.facet) == (Intent.NAVIGATE, facet)
    assert not understood.when


@pytest.mark.parametrize(
    ("said", "facet"),
    [
        ("later", "later"),
        ("a bit later please", "later"),
        ("earlier", "earlier"),
        ("too early", "later"),
        ("none of these", "more"),
        ("none of them works for me", "more"),
        ("these don't work", "more"),
    ],
)
def test_what_needs_something_on_the_table(read: Read, said: str, facet: str) -> None:
    """Said of times that were offered; with nothing open "later" is a farewell and "none of these" a no."""
    understood = read(said, TIMES)
    assert (understood.intent, understood.facet) == (Intent.NAVIGATE, facet)
    assert read("later").intent is Intent.GOODBYE
    assert read("none of these").intent is Intent.NO


@pytest.mark.parametrize(("said", "days"), [("the day after", 1), ("the next day", 1), ("the day before", -1)])
def test_the_day_beside_the_one_at_hand(read: Read, said: str, days: int) -> None:
    """It is counted from what is at hand, not from today."""
    understood = read(said, TIMES)
    assert (understood.intent, understood.facet) == (Intent.NAVIGATE, "other_day")
    assert understood.shift == timedelta(days=days)
    assert not understood.time.slots


def test_the_same_time(read: Read) -> None:
    """A day on is a shift; a day that is named is a time, and the facet says that the clock stays."""
    understood = read("same time the next day", TIMES)
    assert (understood.intent, understood.shift, understood.when) == (Intent.AMEND, timedelta(days=1), ())
    understood = read("same time on Friday", TIMES)
    assert (understood.intent, understood.facet) == (Intent.AMEND, "same_time")
    assert [slot.start.day for slot in understood.time.slots if slot.start] == [20]


@pytest.mark.parametrize(
    ("said", "shift"), [("half an hour later", 30), ("an hour earlier", -60), ("15 minutes later please", 15)]
)
def test_a_bare_shift(read: Read, said: str, shift: int) -> None:
    """It moves what is at hand; it is no time counted from now."""
    understood = read(said, TIMES)
    assert (understood.intent, understood.shift) == (Intent.AMEND, shift * MINUTE)
    assert understood.time.exact is None


@pytest.mark.parametrize(
    ("said", "longer"),
    [
        ("make it 10 minutes longer", 10),
        ("make it 10 minutes shorter", -10),
        ("15 more minutes", 15),
        ("another quarter of an hour", 15),
        ("extend it by half an hour", 30),
        ("shorten it by 10 minutes", -10),
    ],
)
def test_longer_and_shorter(read: Read, said: str, longer: int) -> None:
    """The duration is changed by that much; it is not the duration."""
    understood = read(said, TIMES)
    assert (understood.intent, understood.longer) == (Intent.AMEND, longer * MINUTE)
    assert understood.time.duration is None


def test_longer_with_nothing_open(read: Read) -> None:
    """An event is to be changed."""
    understood = read("make the review 15 minutes longer")
    assert (understood.intent, understood.longer) == (Intent.RESCHEDULE, 15 * MINUTE)
    assert read("make the review 45 minutes").time.duration == 45 * MINUTE


@pytest.mark.parametrize(
    "said", ["call it Roadmap", "name it Roadmap", "the subject is Roadmap", "title: Roadmap", "it's about Roadmap"]
)
def test_a_name_for_what_is_open(read: Read, said: str) -> None:
    """No booking of its own."""
    understood = read(said, TIMES)
    assert (understood.intent, understood.subject) == (Intent.AMEND, "Roadmap")


def test_a_name_with_nothing_open(read: Read) -> None:
    """An event gets another title."""
    understood = read("call it Roadmap")
    assert (understood.intent, understood.facet, understood.subject) == (Intent.UPDATE, "title", "Roadmap")


@pytest.mark.parametrize("said", ["undo", "undo that", "take it back", "undo the booking", "please revert that"])
@pytest.mark.parametrize("question", [TIMES, None])
def test_undo(read: Read, said: str, question: Question | None) -> None:
    """What was done last is to be taken back."""
    understood = read(said, question)
    assert (understood.intent, understood.facet) == (Intent.CANCEL_DIALOG, "undo")


@pytest.mark.parametrize(("said", "facet"), [("a bit longer", "longer"), ("make it shorter", "shorter")])
def test_longer_without_an_amount(read: Read, said: str, facet: str) -> None:
    """How much is left to the dialog."""
    understood = read(said, TIMES)
    assert (understood.intent, understood.facet, understood.longer) == (Intent.AMEND, facet, None)


@pytest.mark.parametrize("said", ["call it off", "don't book anything", "skip it"])
def test_dropping_what_is_open(read: Read, said: str) -> None:
    """No event is cancelled by it."""
    assert read(said, TIMES).intent is Intent.CANCEL_DIALOG


def test_a_question_of_ones_own(read: Read) -> None:
    """It is no answer, though it names a time."""
    assert read("who is free at 3", TIMES).intent is Intent.CHECK_AVAILABILITY


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        ("Tuesday at 9", True),
        ("sunday 3pm", True),
        ("sunday 28 march at 1:30", False),
        ("thu, march 4", False),
        ("friday 4/12", False),
        ("Tuesday the 4th", False),
    ],
)
def test_a_weekday_with_its_date_is_no_weekday_alone(said: str, is_one: bool) -> None:
    """Only a weekday alone is that of the week of the meeting that is moved."""
    assert is_weekday(said) is is_one


@pytest.mark.parametrize(
    ("said", "one", "other"),
    [
        ("swap my 10am and my 11am", "18 10:00", "18 11:00"),
        ("swap my 10am and 11am tomorrow", "19 10:00", "19 11:00"),
        ("swap tomorrow's 10am and 11am", "19 10:00", "19 11:00"),
    ],
)
def test_two_times_that_change_places_are_of_one_day(read: Read, said: str, one: str, other: str) -> None:
    """The day may stand with either."""
    understood = read(said)
    assert understood.event
    both = [each.time.exact for each in (understood.event, *understood.others)]
    assert understood.facet == "exchange"
    assert [f"{each:%d %H:%M}" for each in both if each] == [one, other]
