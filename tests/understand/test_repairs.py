"""Slips that are put right in the same breath."""

import pytest

from dialogs.understand.wording.repairs import repaired


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("book Tom tomorrow at 3, I mean 4", "book Tom tomorrow at 4"),
        ("book tom i mean tim tomorrow at 3", "book tim tomorrow at 3"),
        ("half an hour with Tom, I mean Tim, tomorrow", "half an hour with Tim, tomorrow"),
        ("half an hour with Tom, sorry, Tim, tomorrow", "half an hour with Tim, tomorrow"),
        ("meet Tom Becker tomorrow at 3, I mean Tim", "meet Tim tomorrow at 3"),
        ("move the retro to Thursday, no wait, Friday", "move the retro to Friday"),
        ("a call with Ana tomorrow sorry Thursday at 3", "a call with Ana Thursday at 3"),
        ("move the retro to fado... I mean belém", "move the retro to belém"),
        ("cancel the retro, I mean the review", "cancel the review"),
        ("an hour - make that 45 minutes - with Tom", "45 minutes - with Tom"),
        ("invite tom@x.example, sorry, tim@x.example to it", "invite tim@x.example to it"),
        ("set up an hour, no wait, 90 minutes on Monday, actually Tuesday", "set up 90 minutes on Tuesday"),
        ("move it from 3 to 4, actually 5", "move it from 3 to 5"),
    ],
)
def test_what_is_said_last_takes_the_place_of_what_it_is_like(said: str, meant: str) -> None:
    """A day that of a day, a time of day that of one, a length that of one, a name that of a name."""
    assert repaired(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "no, Friday",
        "sorry, I can't make it",
        "cancel the retro, sorry",
        "decline the review, sorry I'm sick",
        "cancel the retro tomorrow, sorry about that",
        "move it to 3, actually cancel it",
        "are you free at 3, no?",
        "decline it, saying sorry, Friday is full",
        "a meeting with Ana No tomorrow",
        "what do you mean",
    ],
)
def test_what_is_like_nothing_that_was_said_puts_nothing_right(said: str) -> None:
    """An apology is no slip."""
    assert repaired(said) == said


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("move the retro to 2, no make it 3", "move the retro to 3"),
        ("book Tom on Friday at 2, hang on, 3, for 30 min", "book Tom on Friday at 3, for 30 min"),
        ("book Tom on Friday at 2pm. no, 3pm", "book Tom on Friday at 3pm"),
        ("book Tom on Friday at 2 for 30 min, make that 45", "book Tom on Friday at 2 for 45 min"),
        ("cancel crane access, no wait rail interface", "cancel rail interface"),
        ("cancel crane access oops i mean rail interface", "cancel rail interface"),
        ("put the retro in fado, sorry belém", "put the retro in belém"),
    ],
)
def test_a_slip_may_be_announced_in_many_ways(said: str, meant: str) -> None:
    """By "no, make it", by "hang on", by "oops"; of another event, another room, another number of minutes."""
    assert repaired(said) == meant


def test_an_apology_names_no_room() -> None:
    """Nobody is a room."""
    assert repaired("put the retro in fado, sorry guys") == "put the retro in fado, sorry guys"


def test_another_act_is_no_event() -> None:
    """What is to be done instead is no title of what is to go."""
    assert repaired("cancel the retro, no wait move it to 3") != "cancel move it to 3"
