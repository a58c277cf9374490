"""Somebody else's absence, and what is done for them while they are away."""

import pytest

from dialogs.understand.behalf.behalf import find


@pytest.mark.parametrize(
    ("said", "name", "rest"),
    [
        ("put Grace's out of office on for 25 and 26 January", "Grace", "put out of office on 25 and 26 January"),
        ("Set an out of office for Grace on Monday, she's at a fair", "Grace", "put out of office on Monday"),
        ("please book leave for noah next week", "noah", "put out of office next week"),
        (
            "Grace is on leave on Friday, please mark her calendar as out of office",
            "Grace",
            "put out of office on Friday",
        ),
    ],
)
def test_days_away_are_put_into_their_calendar(said: str, name: str, rest: str) -> None:
    """How mail is answered stays theirs."""
    behalf = find(said)
    assert behalf is not None
    assert (behalf.name, behalf.rest) == (name, f"{rest}, no automatic reply needed")


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("Grace's out sick today, cancel her meetings", "cancel my meetings today"),
        ("Grace is off on Friday, decline her invitations for that day", "decline my invitations on Friday"),
        ("Grace is ill today so please cancel all her meetings", "please cancel all my meetings today"),
        ("Grace is away tomorrow, move her review to Friday", "move my review to Friday"),
    ],
)
def test_all_of_theirs_is_that_of_the_day_that_was_told(said: str, rest: str) -> None:
    """One event of theirs may be on any day."""
    behalf = find(said)
    assert behalf is not None
    assert (behalf.name, behalf.rest) == ("Grace", rest)


@pytest.mark.parametrize(
    ("said", "name", "rest"),
    [
        ("decline Noah's budget round for Grace", "Grace", "decline Noah's budget round"),
        ("Grace would like to accept noah's review, can you do that for her", "Grace", "accept noah's review"),
        ("Grace wants to decline the tasting", "Grace", "decline the tasting"),
        ("book half an hour for grace with noah on friday at 2", "grace", "book half an hour with noah on friday at 2"),
    ],
)
def test_who_is_answered_or_booked_for(said: str, name: str, rest: str) -> None:
    """Not whoever sends the invitation, and not "half"."""
    behalf = find(said)
    assert behalf is not None
    assert (behalf.name, behalf.rest) == (name, rest)


@pytest.mark.parametrize("said", ["set an out of office for Friday", "set my out of office for next week"])
def test_ones_own_absence_is_nobody_elses(said: str) -> None:
    """A day is no name."""
    assert find(said) is None
