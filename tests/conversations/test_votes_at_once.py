"""Votes at the same instant, and processes that hang or die while they book: every vote counts, one meeting is made."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import ClientError

from bot.app import Where, service
from bot.channel.authentication import Unsigned
from bot.polls import Polls
from bot.storage.database import Database
from bot.storage.documents import SqliteStorage
from dialogs.voting.poll import Poll, Status
from graph.emulator import Break, Fault
from tests.channel_client import Channel, Heard
from tests.conversations.office import CHOIR, identity
from tests.conversations.player import LISBON, Pace, Player, members, playing
from tests.conversations.written import card_lines

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2027, 3, 1, 9, tzinfo=LISBON)
ASKED = "let's vote on Wednesday 10:00 or Thursday 14:00 for the flyer"
WEDNESDAY = "Works: Wed 3 Mar, 10:00 – 10:30"
GROUP = "19:group"


@pytest.fixture
async def player(tmp_path: Path) -> AsyncIterator[Player]:
    """An office in which nobody has said anything."""
    async with playing(tmp_path, restarts=False) as started:
        started.clock.now = NOW.astimezone(UTC)
        await started.start()
        yield started


async def posted(player: Player, said: str = ASKED) -> None:
    """A vote of Inês's is on in the group."""
    ines = player.channel("Inês", "group")
    drafted = (await ines.say(said)).card
    await ines.tap(drafted, "Post the vote")
    player._unasked(0)


@asynccontextmanager
async def another_process(player: Player) -> AsyncIterator[tuple[str, Pace]]:
    """The address of a second service on the same storage."""
    pace = Pace()
    where = Where("127.0.0.1", 0, player.data, player.graph.url)
    async with service(
        where, authenticator=Unsigned("127.0.0.1"), tokens_of=player._tokens_of, clock=player.clock, pause=pace
    ) as url:
        yield url, pace


def beside(player: Player, name: str, url: str) -> Channel:
    """The same chat of the same person, whose activities another process gets."""
    own = player.channel(name, "group")
    return Channel(
        player.session,
        url,
        player.connector,
        speaker=own.speaker,
        conversation=GROUP,
        kind="groupChat",
        locale="en-GB",
        zone="Europe/Lisbon",
    )


async def meetings(player: Player) -> list[str]:
    """What is in Inês's calendar from Monday to Friday."""
    found = []
    for day in range(1, 6):
        found += [line.split(" (")[0].strip() for line in await player._calendar("Inês", f"{day} Mar")]
    return [line for line in found if line != "nothing"]


async def stored(player: Player) -> Poll:
    """The vote, read from the storage past any service."""
    async with Database(player.data / "convene.sqlite") as database:
        [live] = await _polls(database).of_chat(GROUP)
        return live


def _polls(database: Database) -> Polls:
    nowhere: object = None
    return Polls(SqliteStorage(database), nowhere, nowhere, nowhere)  # type: ignore[arg-type]  # only the storage is read


def told(heard: Heard) -> str:
    """The card that came back, in lines."""
    return "\n".join(card_lines(heard.card))


async def test_two_votes_at_the_same_instant_in_two_processes_both_count(player: Player) -> None:
    """Neither overwrites the other, and the quorum that they make together books one meeting."""
    await posted(player)
    async with another_process(player) as (url, _):
        alex, tom = player.channel("Alex", "group"), beside(player, "Tom", url)
        card = player._shared("group")
        await asyncio.gather(alex.tap(card, WEDNESDAY), tom.tap(card, WEDNESDAY))
        poll = await stored(player)
    assert poll.missing == ()
    assert poll.status is Status.BOOKED
    assert await meetings(player) == ["10:00-10:30 Flyer"]


async def test_everybody_of_a_large_chat_votes_at_once(player: Player) -> None:
    """Seven votes spread over two processes: all are counted, once each."""
    choir = CHOIR[:7]
    player.connector.rosters[GROUP] = members(["ines", *choir])
    await posted(player)
    card = player._shared("group")
    async with another_process(player) as (url, _):
        singers = []
        for number, person in enumerate(members(choir)):
            channel = player.channel(person.name, "group") if number % 2 else None
            singers.append(
                channel
                or Channel(
                    player.session,
                    url,
                    player.connector,
                    speaker=person,
                    conversation=GROUP,
                    kind="groupChat",
                    locale="en-GB",
                    zone="Europe/Lisbon",
                )
            )
        await asyncio.gather(*(singer.tap(card, WEDNESDAY) for singer in singers))
        poll = await stored(player)
    assert {ballot.voter for ballot in poll.ballots} == {identity(alias) for alias in ("ines", *choir)}
    assert poll.status is Status.BOOKED
    assert await meetings(player) == ["10:00-10:30 Flyer"]


async def test_a_double_tap_on_post_asks_once(player: Player) -> None:
    """Two taps at the same instant: one vote, each time held once, one card in the chat."""
    ines = player.channel("Inês", "group")
    drafted = (await ines.say(ASKED)).card
    await asyncio.gather(*(ines.send(ines.pressed(drafted, "Post the vote")) for _ in range(3)))
    assert await meetings(player) == ["10:00-10:30 Hold: Flyer", "14:00-14:30 Hold: Flyer"]
    assert sum(sent.is_unasked and sent.activity.get("type") == "message" for sent in player.connector.sent) == 1


async def test_a_process_that_hangs_while_it_books_does_not_book_twice(player: Player) -> None:
    """Another one finds it undone and books; when the first comes to, there is one meeting still."""
    await posted(player, f"{ASKED}, a majority is enough")
    player.graph.faults.append(Fault(r"POST .*/events$", latency=3.0))
    slow = asyncio.create_task(player.channel("Alex", "group").tap(player._shared("group"), WEDNESDAY))
    async with asyncio.timeout(20):
        while (await stored(player)).status is not Status.BOOKING:
            continue
        async with another_process(player) as (_, pace):
            await pace.round()
            assert (await stored(player)).status is Status.BOOKED
            assert "Booked" in told(await slow)
    assert await meetings(player) == ["10:00-10:30 Flyer"]


async def test_a_booking_whose_answer_was_lost_is_found_and_not_made_again(player: Player) -> None:
    """Graph has made it, but never said so: the next round recognizes it by its transactionId."""
    await posted(player, f"{ASKED}, a majority is enough")
    player.graph.faults.append(Fault(r"POST .*/events$", breaks=Break.AFTER, times=9))
    await player.channel("Alex", "group").tap(player._shared("group"), WEDNESDAY)
    assert (await stored(player)).status is Status.BOOKING
    player.graph.faults.clear()
    await player.pace.round()
    assert (await stored(player)).status is Status.BOOKED
    assert await meetings(player) == ["10:00-10:30 Flyer"]


async def test_a_hold_whose_answer_was_lost_is_released_all_the_same(player: Player) -> None:
    """Cancelled after a posting that Graph never confirmed, no time stays held."""
    ines = player.channel("Inês", "group")
    drafted = (await ines.say(ASKED)).card
    player.graph.faults.append(Fault(r"POST .*/events$", breaks=Break.AFTER, times=9))
    await ines.tap(drafted, "Post the vote")
    assert len(await meetings(player)) == 2
    player.graph.faults.clear()
    player.clock.now = NOW.replace(minute=15).astimezone(UTC)
    await player.pace.round()
    assert await meetings(player) == []


async def test_no_hold_is_still_being_made_once_another_was_refused(player: Player) -> None:
    """What is slow comes to its end before the refusal is told, so that no time is held behind everybody's back."""
    ines = player.channel("Inês", "group")
    drafted = (await ines.say(ASKED)).card
    player.graph.faults += [Fault(r"POST .*/events$", status=400), Fault(r"POST .*/events$", latency=0.5)]
    await ines.tap(drafted, "Post the vote")
    assert len(await meetings(player)) == 1
    player.clock.now = NOW.replace(minute=15).astimezone(UTC)
    await player.pace.round()
    assert await meetings(player) == []


async def test_a_kill_between_quorum_and_booking_loses_and_doubles_nothing(player: Player) -> None:
    """kill -9 while Graph is asked to book: whoever comes next books once and releases the holds."""
    await posted(player, f"{ASKED}, a majority is enough")
    card = player._shared("group")
    await player.close()
    given = {
        "data": str(player.data),
        "graph": player.graph.url,
        "now": NOW.isoformat(),
        "tokens": {identity(alias): player.graph.user_token(identity(alias)) for alias in ("ines", "alex", "tom")},
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.conversations.one_service"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    try:
        assert process.stdin and process.stdout
        process.stdin.write(json.dumps(given).encode() + b"\n")
        await process.stdin.drain()
        async with asyncio.timeout(60):
            while not (line := (await process.stdout.readline()).decode()).startswith("ready"):
                assert line, "the process has ended"
        player.graph.faults.append(Fault(r"POST .*/events$", latency=30.0))
        tap = asyncio.create_task(beside(player, "Alex", line.split()[1]).tap(card, WEDNESDAY))
        async with asyncio.timeout(20):
            while (await stored(player)).status is not Status.BOOKING:
                continue
    finally:
        process.kill()
        await process.wait()
    with pytest.raises(ClientError):
        await tap
    player.graph.faults.clear()
    await player.start()
    await player.pace.resting.wait()
    assert (await stored(player)).status is Status.BOOKED
    assert await meetings(player) == ["10:00-10:30 Flyer"]


async def test_a_vote_of_a_channel_is_known_in_all_its_threads(player: Player) -> None:
    """Posted in one, asked about in another; a vote is of the channel."""
    everybody = members(["ines", "alex", "tom"])
    threads = [f"19:channel;messageid={number}" for number in (1, 2)]
    player.connector.rosters |= dict.fromkeys(threads, everybody)
    ines, elsewhere = (
        Channel(
            player.session,
            player.url,
            player.connector,
            speaker=everybody[0],
            conversation=thread,
            kind="channel",
            locale="en-GB",
            zone="Europe/Lisbon",
        )
        for thread in threads
    )
    drafted = (await ines.say(ASKED)).card
    await ines.tap(drafted, "Post the vote")
    assert any(sent.is_unasked and sent.conversation == threads[0] for sent in player.connector.sent)
    assert "1 of 3 have voted" in told(await elsewhere.say("who hasn't voted yet?"))
    assert "Cancelled" in told(await elsewhere.say("cancel the poll"))
    assert await meetings(player) == []
