"""Votes are not kept for ever: once they are over for long, they and what points to them are erased."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

import pytest

from bot.channel.connector import Connector
from bot.polls import Polls, References
from bot.storage.database import Database
from bot.storage.documents import SqliteStorage
from dialogs.frame import Booking
from dialogs.turn import Chat
from dialogs.voting.poll import RETENTION, Candidate, Poll, Post, Status, Voter
from graph.client import GraphClient
from graph.model import Window

DRAFTED = datetime(2027, 3, 1, 9, tzinfo=UTC)
WEDNESDAY = Window.of(datetime(2027, 3, 3, 10, tzinfo=UTC), timedelta(minutes=30))
THE_END = WEDNESDAY.end + RETENTION
CHAT = "19:crew"
VOTE = Poll(
    id="vote-1",
    organizer=Voter("ana", "Ana"),
    conversation=CHAT,
    chat=Chat.GROUP,
    subject="Flyer",
    booking=Booking(),
    zone=ZoneInfo("Europe/Lisbon"),
    locale="en-GB",
    begun_at=DRAFTED,
)
POSTED = replace(
    VOTE,
    candidates=(Candidate("a", WEDNESDAY, 0),),
    posts=(Post(CHAT, "message-1"),),
    status=Status.OPEN,
    opened_at=DRAFTED,
    opened=1,
)
CLOSED = replace(POSTED, status=Status.CLOSED, candidates=(Candidate("a", WEDNESDAY, 0, is_released=True),))


def _no_graph(person: str) -> GraphClient:
    raise AssertionError(person)


@pytest.fixture
async def polls(tmp_path: Path) -> AsyncIterator[Polls]:
    """Votes on a storage of their own, which nobody is told about."""
    async with Database(tmp_path / "votes.sqlite") as database:
        unused = object()
        yield Polls(SqliteStorage(database), cast(References, unused), cast(Connector, unused), _no_graph)


async def _store(polls: Polls, *states: Poll) -> None:
    for state in states:
        await polls.write(state, await polls.read(state.id))


async def test_a_vote_is_erased_once_its_last_time_is_over_for_long(polls: Polls) -> None:
    await _store(polls, VOTE, POSTED, CLOSED)
    assert await polls.forget(THE_END) == 0
    assert await polls.of_chat(CHAT) == (CLOSED,)
    assert await polls.forget(THE_END + timedelta(seconds=1)) == 2, "the vote, and the list of its chat"
    assert await polls.read(VOTE.id) is None
    assert await polls.of_chat(CHAT) == ()


async def test_a_draft_that_was_never_posted_is_erased_too(polls: Polls) -> None:
    await _store(polls, VOTE)
    assert await polls.forget(DRAFTED + RETENTION) == 0
    assert await polls.forget(DRAFTED + RETENTION + timedelta(seconds=1)) == 1
    assert await polls.read(VOTE.id) is None


async def test_a_vote_with_holds_in_a_calendar_stays_until_they_are_released(polls: Polls) -> None:
    await _store(polls, VOTE, POSTED, replace(POSTED, status=Status.CLOSED))
    later = THE_END + timedelta(days=1)
    await polls.forget(later)
    assert [poll.id for poll in await polls.live()] == [VOTE.id]
    await _store(polls, CLOSED)
    await polls.forget(later)
    assert await polls.read(VOTE.id) is None
    assert await polls.live() == ()
