"""Turns of one conversation run in order, and each activity once."""

import asyncio
from datetime import timedelta
from itertools import count

import pytest
from aiohttp import ClientSession

from dialogs.turn import Reply, Turn
from tests.channel.conftest import NOW, FakeLedger, StartBot
from tests.channel_client import Channel, FakeConnector


async def test_one_conversation_stays_in_order(bot: StartBot, session: ClientSession, connector: FakeConnector) -> None:
    """Twenty quick messages are handled one after another, in the order of their arrival."""
    under_way, most, handled, arrivals = 0, 0, [], count()

    async def handler(turn: Turn) -> Reply:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0)
        handled.append(turn)
        under_way -= 1
        return Reply(text=turn.utterance)

    said = [str(number) for number in range(20)]
    async with bot(handler, clock=lambda: NOW + timedelta(seconds=next(arrivals))) as url:
        channel = Channel(session, url, connector)
        posts = []
        for number in said:
            posts.append(asyncio.create_task(channel.post(channel.activity("message", text=number))))
            await asyncio.sleep(0)
        await asyncio.gather(*posts)
    assert most == 1
    assert [turn.now for turn in handled] == [NOW + timedelta(seconds=number) for number in range(20)]
    assert [message["text"] for message in connector.messages()] == [turn.utterance for turn in handled]
    assert sorted((turn.utterance for turn in handled), key=int) == said


async def test_a_second_message_waits_for_the_first(bot: StartBot, session: ClientSession) -> None:
    """The first turn of a conversation is over before the second begins."""
    started, go_on, events = asyncio.Event(), asyncio.Event(), []

    async def handler(turn: Turn) -> Reply:
        events.append(f"{turn.utterance} begins")
        if turn.utterance == "one":
            started.set()
            await go_on.wait()
        events.append(f"{turn.utterance} ends")
        return Reply(text="done")

    async with bot(handler) as url, asyncio.TaskGroup() as tasks:
        channel = Channel(session, url)
        tasks.create_task(channel.say("one"))
        await started.wait()
        second = tasks.create_task(channel.say("two"))
        other = Channel(session, url, conversation="other")
        await other.say("three")
        assert not second.done()
        go_on.set()
    assert events == ["one begins", "three begins", "three ends", "one ends", "two begins", "two ends"]


async def test_conversations_overlap(bot: StartBot, session: ClientSession) -> None:
    """Two conversations are served at the same time: each turn waits here until the other has begun."""
    together = asyncio.Barrier(2)

    async def handler(turn: Turn) -> Reply:
        async with asyncio.timeout(10):
            await together.wait()
        return Reply(text=turn.conversation)

    async with bot(handler) as url:
        first, second = Channel(session, url, conversation="a"), Channel(session, url, conversation="b")
        heard = await asyncio.gather(first.say("hi"), second.say("hi"))
    assert [one.text for one in heard] == ["a", "b"]


@pytest.mark.parametrize("kind", ["message", "tap"])
async def test_a_repeat_at_the_same_instant_runs_once(bot: StartBot, session: ClientSession, kind: str) -> None:
    """Ten copies of an activity at once: one run, ten equal answers."""
    runs = 0

    async def handler(turn: Turn) -> Reply:
        nonlocal runs
        runs += 1
        await asyncio.sleep(0)
        return Reply(text=f"run {runs}")

    async with bot(handler) as url:
        channel = Channel(session, url)
        action = {"action": {"type": "Action.Execute", "verb": "book", "data": {}}}
        activity = (
            channel.activity("message", text="book")
            if kind == "message"
            else channel.activity("invoke", name="adaptiveCard/action", value=action)
        )
        answers = await asyncio.gather(*(channel.post(activity) for _ in range(10)))
    assert runs == 1
    assert all(answer == answers[0] for answer in answers)
    assert "run 1" in str(answers[0])


async def test_a_repeat_after_a_restart_gets_the_same_answer(bot: StartBot, session: ClientSession) -> None:
    """What was answered is remembered in storage, not in the process."""

    async def first(turn: Turn) -> Reply:
        return Reply(text="from the first process")

    async def second(turn: Turn) -> Reply:
        raise AssertionError("run twice")

    async with bot(first) as url:
        channel = Channel(session, url)
        activity = channel.activity("message", text="book")
        before = await channel.post(activity)
    async with bot(second) as url:
        after = await Channel(session, url).post(activity)
    assert before == after
    assert "first process" in str(after)


async def test_a_repeated_message_is_not_answered_twice_through_the_connector(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """The channel's retry sends nothing more."""

    async def handler(turn: Turn) -> Reply:
        return Reply(text="booked")

    async with bot(handler) as url:
        channel = Channel(session, url, connector)
        activity = channel.activity("message", text="book")
        assert await channel.post(activity) == await channel.post(activity) == (200, None)
    assert len(connector.sent) == 1


async def test_the_same_id_in_another_conversation_is_another_activity(bot: StartBot, session: ClientSession) -> None:
    """Activity ids are the channel's own, and unique within a conversation only."""

    async def handler(turn: Turn) -> Reply:
        return Reply(text=turn.conversation)

    async with bot(handler) as url:
        heard = [await Channel(session, url, conversation=name).say("hi", id="1") for name in ("a", "b")]
    assert [one.text for one in heard] == ["a", "b"]


async def test_a_broken_turn_is_not_repeated_either(bot: StartBot, session: ClientSession) -> None:
    """The apology is the answer, under the same reference."""
    runs = 0

    async def handler(turn: Turn) -> Reply:
        nonlocal runs
        runs += 1
        raise ZeroDivisionError

    async with bot(handler) as url:
        channel = Channel(session, url)
        activity = channel.activity("message", text="book")
        assert await channel.post(activity) == await channel.post(activity)
    assert runs == 1


async def test_a_disk_that_is_full_loses_no_answer(bot: StartBot, session: ClientSession, ledger: FakeLedger) -> None:
    """What was done is told, even if it cannot be remembered."""

    async def handler(turn: Turn) -> Reply:
        return Reply(text="booked")

    ledger.full = True
    async with bot(handler) as url:
        heard = await Channel(session, url).say("book")
    assert (heard.status, heard.text) == (200, "booked")


async def test_nothing_is_done_while_repeats_cannot_be_told(
    bot: StartBot, session: ClientSession, ledger: FakeLedger
) -> None:
    """The channel is asked to try again, and the activity is handled as soon as storage is back."""
    runs = 0

    async def handler(turn: Turn) -> Reply:
        nonlocal runs
        runs += 1
        return Reply(text="booked")

    async with bot(handler) as url:
        channel = Channel(session, url)
        activity = channel.activity("message", text="book")
        ledger.unreadable = True
        status, body = await channel.post(activity)
        assert (status, body["error"]["code"], runs) == (503, "ServiceUnavailable", 0)
        ledger.unreadable = False
        assert (await channel.post(activity))[0] == 200
    assert runs == 1
