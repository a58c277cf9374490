"""Requests in words of their own: new titles and lengths, once another time, who sits on it, whose time it is."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("the supplier meeting should be called Supplier day 2028", "Supplier day 2028"),
        ("fuel budget should be titled Truck money", "Truck money"),
        ("call the supplier meeting Supplier day 2028", "Supplier day 2028"),
        ("please call our monthly review Numbers first", "Numbers first"),
        ("the title of the fleet sync should be called Wheels", "Wheels"),
    ],
)
def test_what_it_is_to_be_called(read: Read, words: str, title: str) -> None:
    """A new title may hold the old one."""
    said = read(words)
    assert (said.intent, said.facet, said.subject, said.event is not None) == (Intent.UPDATE, "title", title, True)


@pytest.mark.parametrize("words", ["call the plumber tomorrow at 9", "call the client on Friday about Rome"])
def test_to_call_somebody_renames_nothing(read: Read, words: str) -> None:
    """What is told of is when, or about what."""
    assert read(words).facet != "title"


@pytest.mark.parametrize(
    "words",
    [
        "fleet budget wants 45 mins, not 30",
        "give fleet budget 45 min",
        "please give the fleet call 45 minutes instead of 30",
        "the fleet call deserves 45 min rather than 30",
    ],
)
def test_how_long_it_is_to_take(read: Read, words: str) -> None:
    """No message to anybody."""
    said = read(words)
    assert said.intent is Intent.RESCHEDULE
    assert said.time.duration is not None
    assert said.time.duration.total_seconds() == 45 * 60


@pytest.mark.parametrize(
    "words",
    [
        "just for this week, the friday seminar starts at 14:30 instead",
        "only this week the friday seminar begins at 14:30",
        "this week only, the friday seminar is at 14:30",
        "this week's seminar starts at 14:30",
    ],
)
def test_once_at_another_time(read: Read, words: str) -> None:
    """To the time that is said, whatever week it is of."""
    said = read(words)
    assert (said.intent, said.event is not None) == (Intent.RESCHEDULE, True)
    assert said.time.clock == (14 * 60 + 30, None)


@pytest.mark.parametrize(
    "words",
    [
        "no one-to-one with Ana next week, cancel it",
        "no 1:1 with Ana next week, please cancel",
        "no fleet review next week, please cancel it",
        "there will be no fleet review tomorrow, so call it off",
    ],
)
def test_what_is_to_be_cancelled_is_not_booked(read: Read, words: str) -> None:
    """And only the one that is spoken of."""
    said = read(words)
    assert (said.intent, said.scope) == (Intent.CANCEL, "this")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("what's the time for the Porto people right now?", "Porto"),
        ("what time do the people in Berlin have now?", "Berlin"),
        ("what time is it for our colleagues in Porto?", "Porto"),
    ],
)
def test_what_time_people_there_have(read: Read, words: str, place: str) -> None:
    """Not ours."""
    said = read(words)
    assert (said.intent, said.location) == (Intent.ASK_TIME, place)


@pytest.mark.parametrize(
    "words",
    [
        "what's the first and the last thing I have on tuesday?",
        "first and last meeting on tuesday?",
        "when are my first and last meetings tomorrow?",
        "what do I have first and last on tuesday?",
    ],
)
def test_both_ends_of_a_day(read: Read, words: str) -> None:
    """Neither is dropped."""
    said = read(words)
    assert (said.intent, said.facet) == (Intent.LIST_EVENTS, "ends")


@pytest.mark.parametrize(
    "words",
    [
        "another fleet review on the 17th please, same time, same people, same room",
        "set up another fleet review on the 17th with the same people at the same time",
        "we need another fleet review on the 17th, same crowd and room",
    ],
)
def test_one_more_with_all_the_same(read: Read, words: str) -> None:
    """Like the last one in all that is not said."""
    said = read(words)
    assert (said.intent, said.facet, said.event is not None) == (Intent.SCHEDULE, "another", True)


@pytest.mark.parametrize(
    "words",
    [
        "Ana has a bad back and can't lift a thing, so take her off the move planning and get Tom in",
        "Ana broke her leg - remove her from the retro and add Tom",
        "Ana told me she's busy. Take her off the retro and put Tom on",
        "Ana's got a clash. Swap her for Tom in the demo, please",
    ],
)
def test_who_was_spoken_of_first_is_taken_off(read: Read, words: str) -> None:
    """Though somebody else comes in behind."""
    said = read(words)
    assert said.people[0].text == "Ana"
    assert any(each.text == "Tom" for more in (said, *said.also) for each in (*more.people, *more.bare))
