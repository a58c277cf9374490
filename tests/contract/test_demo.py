"""What docs/automation.md promises of `convene demo`, held by a process that is really started."""

import asyncio
import signal
import sys
from pathlib import Path
from typing import Any

import httpx

from tests.contract.running import activity, demo

SENTENCE = "30 minutes with Tom on Tuesday at 15:00 about the Q3 budget"


def book_button(card: Any) -> dict[str, Any]:
    """The Book button of a card of times."""
    if isinstance(card, dict):
        if card.get("verb") == "book" and card.get("type") == "Action.Execute":
            return card
        card = list(card.values())
    if isinstance(card, list):
        for part in card:
            if found := book_button(part):
                return found
    return {}


def pressed(button: dict[str, Any], ident: str) -> dict[str, Any]:
    """The invoke of a press."""
    action = {"type": "Action.Execute", "verb": button["verb"], "data": button["data"]}
    return activity("invoke", ident, name="adaptiveCard/action", value={"action": action, "trigger": "manual"})


async def test_a_sentence_and_a_press_book_a_meeting_that_graph_shows(tmp_path: Path) -> None:
    """The whole way, as a script goes it: words, Execute, and the calendars through the Graph port."""
    async with demo(tmp_path) as running:
        offered = await running.say(SENTENCE, "1")
        answer = await running.post(pressed(book_button(offered["attachments"][0]["content"]), "2"))
        assert answer.status_code == 200
        assert answer.json()["type"] == "application/vnd.microsoft.card.adaptive"
        assert answer.json()["statusCode"] == 200
        assert "Booked: Q3 budget" in answer.json()["value"]["speak"]
        assert await running.calendar("tom@example.org") == ["Q3 budget"]


async def test_submit_does_what_execute_does(tmp_path: Path) -> None:
    """The fallback of a button, posted as a message."""
    async with demo(tmp_path) as running:
        offered = await running.say(SENTENCE, "1")
        submit = book_button(offered["attachments"][0]["content"])["fallback"]
        answer = await running.post(activity("message", "2", value=submit["data"]))
        [reply] = answer.json()["activities"]
        assert "Booked: Q3 budget" in reply["attachments"][0]["content"]["speak"]


async def test_nothing_is_lost_and_nothing_done_twice_when_the_process_is_killed(tmp_path: Path) -> None:
    """kill -9 between the card and the press, and again right after the booking."""
    keep = ("--data", str(tmp_path / "data"))
    async with demo(tmp_path, *keep) as running:
        offered = await running.say(SENTENCE, "1")
        running.process.send_signal(signal.SIGKILL)
        await running.process.wait()
    button = book_button(offered["attachments"][0]["content"])
    for ident in ("2", "3", "2"):
        async with demo(tmp_path, *keep) as running:
            answer = await running.post(pressed(button, ident))
            assert "Booked: Q3 budget" in answer.json()["value"]["speak"]
            assert await running.calendar("tom@example.org") == ["Q3 budget"]
            running.process.send_signal(signal.SIGKILL)
            await running.process.wait()


async def test_it_is_ready_once_it_says_so_and_ends_politely(tmp_path: Path) -> None:
    """The first line comes when a turn can be served; SIGTERM ends it with status 0."""
    async with demo(tmp_path) as running:
        async with httpx.AsyncClient(trust_env=False) as http:
            assert (await http.get(f"{running.bot}/healthz")).status_code == 200
            assert (await http.get(f"{running.bot}/readyz")).status_code == 200
        running.process.send_signal(signal.SIGTERM)
        assert await running.process.wait() == 0


async def test_graph_gives_no_token_for_a_wrong_secret(tmp_path: Path) -> None:
    """The demo's credentials, and no others."""
    async with demo(tmp_path) as running, httpx.AsyncClient(trust_env=False) as http:
        form = {"grant_type": "client_credentials", "client_id": "convene-demo", "client_secret": "wrong"}
        answer = await http.post(f"{running.graph}/contoso/oauth2/v2.0/token", data=form)
        assert answer.status_code == 401
        assert answer.json()["error"] == "invalid_client"


async def test_a_place_that_cannot_hold_data_is_named_in_one_line(tmp_path: Path) -> None:
    """No traceback, and no guess at another demo."""
    taken = tmp_path / "taken"
    taken.write_text("a file")
    command = (sys.executable, "-m", "bot", "demo", "--no-browser", "--port", "0", "--data", str(taken))
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)
    _, told = await asyncio.wait_for(process.communicate(), timeout=30)
    assert process.returncode != 0
    assert f"--data {taken} cannot be used" in told.decode()
    assert "Traceback" not in told.decode()
    assert "another demo" not in told.decode()
