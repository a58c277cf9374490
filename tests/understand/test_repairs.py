"""Slips that are put right in the same breath."""

import pytest

from dialogs.understand.repairs import repaired


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
