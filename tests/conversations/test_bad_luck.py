"""Bad input and bad luck: each gets a clear answer, nothing is lost, nothing is sent twice."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from graph.emulator import Break, Fault
from tests.channel_client import Channel, Heard, button_of
from tests.conversations.player import Player, playing
from tests.conversations.written import Card, card_lines, writes

SENTENCE = "30 minutes with Alex on Wednesday at 11:00 about the audit"
BOOK = "Book Wed 25 Nov, 11:00 – 11:30"

REFUSALS = {
    "401": (Fault("", 401, {"error": {"code": "InvalidAuthenticationToken", "message": "no"}}), "sign-in has expired"),
    "403": (Fault("", 403, {"error": {"code": "ErrorAccessDenied", "message": "no"}}), "does not let me do that"),
    "404": (Fault("", 404, {"error": {"code": "ErrorItemNotFound", "message": "no"}}), "not there any more"),
    "409": (Fault("", 409, {"error": {"code": "Conflict", "message": "no"}}), "has changed in the meantime"),
    "429": (
        Fault("", 429, {"error": {"code": "TooManyRequests", "message": "no"}}, {"Retry-After": "30"}),
        "busy right",
    ),
    "503": (Fault("", 503, {"error": {"code": "ServiceUnavailable", "message": "no"}}), "did not answer"),
    "garbage": (Fault("", 500, "<html>oops"), "did not answer"),
    "torn": (Fault("", breaks=Break.TORN), "did not answer"),
    "nothing": (Fault("", breaks=Break.BEFORE), "did not answer"),
}


@pytest.fixture
async def player(tmp_path: Path) -> AsyncIterator[Player]:
    """A fresh office and a service."""
    async with playing(tmp_path, restarts=False) as started:
        await started.start()
        yield started


def ines(player: Player) -> Channel:
    """Her conversation."""
    return player.channel("Inês")


def shown(heard: Heard) -> str:
    """All words that came back."""
    cards = [heard.replacement] if heard.replacement else []
    cards += [item["content"] for one in heard.activities for item in one.get("attachments", ())]
    texts = [heard.words, *(one.get("text", "") for one in heard.activities)]
    return "\n".join([*texts, *(line for card in cards for line in card_lines(card))])


def created(player: Player) -> list[str]:
    """The subjects of what is in Alex's calendar and came from the sentence."""
    bodies = [each.response_body for each in player.graph.requests if each.method == "POST" and each.status == 201]
    return sorted({str(body["id"]) for body in bodies if isinstance(body, dict)})


def struck(fault: Fault, match: str, times: int = 20) -> Fault:
    """The same fault for these requests."""
    return Fault(match, fault.status, fault.body, fault.headers, fault.breaks, times=times)


@pytest.mark.parametrize("name", REFUSALS)
async def test_a_refusal_while_looking_is_told_and_the_same_words_work_later(player: Player, name: str) -> None:
    """In the user's words; with Graph well again, asking once more shows times."""
    fault, words = REFUSALS[name]
    player.graph.faults.append(struck(fault, "getSchedule|findMeetingTimes"))
    assert words in shown(await ines(player).say(SENTENCE))
    player.graph.faults.clear()
    assert "11:00 – 11:30" in shown(await ines(player).say(SENTENCE))
    assert writes(player.graph.requests) == []


@pytest.mark.parametrize("name", REFUSALS)
async def test_a_refusal_while_booking_is_told_and_a_second_try_books_once(player: Player, name: str) -> None:
    """Whatever became of the first try, there is one event in the end."""
    fault, words = REFUSALS[name]
    offered = (await ines(player).say(SENTENCE)).card
    player.graph.faults.append(struck(fault, "POST .*/events$"))
    failed = shown(await ines(player).tap(offered, BOOK))
    assert words in failed
    assert "Nothing was changed" in failed or "it will not be done twice" in failed
    player.graph.faults.clear()
    assert "Booked" in shown(await ines(player).tap(offered, BOOK))
    assert len(created(player)) == 1


async def test_a_double_click_books_once(player: Player) -> None:
    """Two clicks at the same instant, then two more; every one shows the same booking."""
    channel = ines(player)
    offered = (await channel.say(SENTENCE)).card
    both = await asyncio.gather(*(channel.send(channel.pressed(offered, BOOK)) for _ in range(4)))
    assert all("Booked" in shown(heard) for heard in both)
    assert len(created(player)) == 1
    assert sum("/events" in line for line in writes(player.graph.requests)) == 1


async def test_a_double_click_sends_one_reply(player: Player) -> None:
    """Four clicks at the same instant: one answer in Tom's inbox."""
    channel = ines(player)
    await channel.say("read the last mail from Tom")
    draft = (await channel.say("reply that I agree")).card
    heard = await asyncio.gather(*(channel.send(channel.pressed(draft, "Send")) for _ in range(4)))
    assert sum("Sent" in shown(each) for each in heard) == 1
    assert sum(line.endswith("/send 202") for line in writes(player.graph.requests)) == 1


@pytest.mark.parametrize("name", REFUSALS)
async def test_a_refusal_while_replying_is_told_and_a_second_try_sends_once(player: Player, name: str) -> None:
    """Whatever became of the first try, one answer is sent in the end."""
    fault, _ = REFUSALS[name]
    channel = ines(player)
    await channel.say("read the last mail from Tom")
    draft = (await channel.say("reply that I agree")).card
    player.graph.faults.append(struck(fault, "POST .*/(createReply|send)$"))
    assert "✓ Sent" not in shown(await channel.tap(draft, "Send"))
    player.graph.faults.clear()
    assert "✓ Sent" in shown(await channel.tap(draft, "Send"))
    assert sum(line.endswith("/send 202") for line in writes(player.graph.requests)) == 1


async def test_an_activity_that_is_sent_again_is_not_taken_again(player: Player) -> None:
    """A channel repeats what it thinks was lost; the answer is the first one's."""
    channel = ines(player)
    offered = (await channel.say(SENTENCE)).card
    press = channel.pressed(offered, BOOK)
    first, again = await channel.send(press), await channel.send(press)
    assert shown(first) == shown(again)
    assert len(created(player)) == 1


async def test_two_different_times_of_one_card_book_one(player: Player) -> None:
    """The second click, on another time, shows what was booked by the first."""
    channel = ines(player)
    offered = (await channel.say("30 minutes with Alex on Wednesday")).card
    buttons = [line for line in _tooltips(offered) if line.startswith("Book ")][:2]
    first, second = await asyncio.gather(*(channel.send(channel.pressed(offered, title)) for title in buttons))
    assert "Booked" in shown(first) and "Booked" in shown(second)
    assert len(created(player)) == 1


async def test_a_booked_card_is_not_said_to_be_unbooked(player: Player) -> None:
    """Tapped on an old copy of the card, Don't book shows the booking that there is."""
    channel = ines(player)
    offered = (await channel.say(SENTENCE)).card
    await channel.tap(offered, BOOK)
    assert "Booked" in shown(await channel.tap(offered, "Don't book"))


async def test_somebody_elses_button_is_refused_politely(player: Player) -> None:
    """In a group chat a card is its owner's; the card stays as it is."""
    offered = (await ines(player).say(SENTENCE)).card
    heard = await player.channel("Tom").tap(offered, BOOK)
    assert heard.words == "This card is for somebody else. Write to me yourself, and I will make you one."
    assert created(player) == []


@pytest.mark.parametrize(
    "utterance",
    [
        "meet " * 5000,
        "30 minutes with " + "Alex and " * 800 + "Tom",
        "\u0000\u202e\ufeff",
        "<script>alert(1)</script>",
        "'; DROP TABLE documents; --",
        "𝕞𝕖𝕖𝕥 𝔸𝕝𝕖𝕩",
        "😀",
        "   ",
        "2026-02-30 at 25:61",
        "30 minutes with Alex on 31 February",
        "30 minutes with Alex at 99:99 tomorrow",
        "meet Alex in the year 99999",
        "0 minutes with Alex tomorrow",
        "400 hours with Alex tomorrow",
        "30 minutes with a@b with c@d, ; ,, tomorrow",
    ],
    ids=lambda words: repr(words[:24]),
)
async def test_odd_words_get_an_answer_and_change_nothing(player: Player, utterance: str) -> None:
    """Whatever is typed."""
    heard = await ines(player).say(utterance)
    assert heard.status == 200
    assert shown(heard).strip()
    assert "Something went wrong on my side" not in shown(heard)
    assert writes(player.graph.requests) == []


@pytest.mark.parametrize(
    "data",
    [
        {"verb": "book"},
        {"verb": "book", "card": "unknown", "n": 0},
        {"verb": "book", "card": ["x"], "n": {"a": 1}},
        {"verb": "undo_book", "card": 7},
        {"verb": "other_times"},
        {"verb": "choose_person", "email": "nobody@contoso.example"},
        {"verb": "leave_out"},
        {"verb": "respond", "event": "AAMk", "answer": "accepted"},
        {"verb": "respond", "event": 5, "answer": "perhaps"},
        {"verb": "respond", "event": "AAMk", "answer": ["accepted"]},
        {"verb": "agenda", "day": "tomorrow"},
        {"verb": "agenda", "day": "9999-12-31"},
        {"verb": "agenda", "day": "0001-01-01"},
        {"verb": "say", "text": 5},
        {"verb": "no such verb"},
    ],
    ids=str,
)
async def test_a_forged_or_outdated_button_does_nothing(player: Player, data: dict[str, Any]) -> None:
    """It is told to have expired, or to be gone."""
    heard = await ines(player).send(ines(player).activity("message", value=data))
    assert heard.status == 200
    assert shown(heard).strip()
    assert "Something went wrong on my side" not in shown(heard)
    assert writes(player.graph.requests) == []


async def test_the_offer_on_a_card_cannot_be_talked_into_more(player: Player) -> None:
    """A number that is on no button books nothing."""
    channel = ines(player)
    offered = (await channel.say(SENTENCE)).card
    press = channel.pressed(offered, BOOK)
    for number in (-1, 99, 0.5, "0", True, None):
        press["value"]["action"]["data"]["n"] = number
        press["id"] = f"forged-{number}"
        await channel.send(press)
    assert created(player) == []


def _tooltips(card: Card) -> list[str]:
    return [button_of(card, tip)["tooltip"] for tip in _titles(card) if tip]


def _titles(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = [str(node["tooltip"])] if node.get("type") == "Action.Execute" and node.get("tooltip") else []
        return own + [tip for key, value in node.items() if key != "fallback" for tip in _titles(value)]
    return [tip for each in node for tip in _titles(each)] if isinstance(node, list) else []
