"""`convene demo` as a process of its own, as a script starts it."""

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

NOW = "2026-11-23T09:00:00Z"
WORLD = {
    "users": [
        {
            "id": "5f0d3c1e-0000-4000-8000-0000000000a1",
            "displayName": "Ana Ruiz",
            "userPrincipalName": "ana@example.org",
            "mailboxSettings": {"timeZone": "Romance Standard Time"},
        },
        {
            "id": "5f0d3c1e-0000-4000-8000-0000000000b2",
            "displayName": "Tom Becker",
            "userPrincipalName": "tom@example.org",
            "mailboxSettings": {"timeZone": "W. Europe Standard Time"},
        },
    ],
    "groups": [],
    "places": [],
    "events": [],
    "messages": [],
    "permissions": [],
}
ANA = {"id": "29:ana", "name": "Ana Ruiz", "aadObjectId": "5f0d3c1e-0000-4000-8000-0000000000a1"}


@dataclass
class Running:
    """A demo under way: its addresses, and the process."""

    bot: str
    graph: str
    process: asyncio.subprocess.Process
    said: str

    async def post(self, activity: dict[str, Any]) -> httpx.Response:
        """Post an activity to the bot."""
        async with httpx.AsyncClient(timeout=20, trust_env=False) as http:
            return await http.post(f"{self.bot}/api/messages", json=activity)

    async def say(self, text: str, ident: str) -> dict[str, Any]:
        """Say something as Ana; the one activity that comes back."""
        answer = await self.post(activity("message", ident, text=text))
        assert answer.status_code == 200, answer.text
        [reply] = answer.json()["activities"]
        return dict(reply)

    async def calendar(self, upn: str) -> list[str]:
        """The subjects of a day's events, read as a script reads them."""
        async with httpx.AsyncClient(timeout=20, trust_env=False) as http:
            form = {"grant_type": "client_credentials", "client_id": "convene-demo", "client_secret": "convene-demo"}
            form["scope"] = "https://graph.microsoft.com/.default"
            token = await http.post(f"{self.graph}/contoso/oauth2/v2.0/token", data=form)
            headers = {"Authorization": f"Bearer {token.json()['access_token']}"}
            window = {"startDateTime": "2026-11-24T00:00:00Z", "endDateTime": "2026-11-25T00:00:00Z"}
            view = await http.get(f"{self.graph}/v1.0/users/{upn}/calendarView", params=window, headers=headers)
            return [event["subject"] for event in view.json()["value"]]


def activity(kind: str, ident: str, **more: Any) -> dict[str, Any]:
    """An activity of Ana's, its answer expected in the response."""
    return {
        "type": kind,
        "id": ident,
        "channelId": "msteams",
        "serviceUrl": "http://127.0.0.1:9/",
        "from": ANA,
        "recipient": {"id": "28:convene", "name": "Convene"},
        "conversation": {"id": "a:ana", "conversationType": "personal"},
        "locale": "en-GB",
        "deliveryMode": "expectReplies",
        **more,
    }


@asynccontextmanager
async def demo(folder: Path, *options: str) -> AsyncIterator[Running]:
    """Start the demo with the small world, wait for its first line, and end it in the end."""
    world = folder / "world.json"
    world.write_text(json.dumps(WORLD), encoding="utf-8")
    command = [sys.executable, "-m", "bot", "demo", "--no-browser", "--port", "0", "--world", str(world), "--now", NOW]
    environment = {**os.environ, "TZ": "Pacific/Auckland"}
    process = await asyncio.create_subprocess_exec(
        *command, *options, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE, env=environment
    )
    assert process.stdout
    try:
        line = (await asyncio.wait_for(process.stdout.readline(), 30)).decode()
        urls = re.findall(r"http://127\.0\.0\.1:\d+", line)
        assert len(urls) == 3, line + (await _complaint(process) if not urls else "")
        yield Running(urls[0], urls[2], process, line)
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            await asyncio.wait_for(process.wait(), 30)


async def _complaint(process: asyncio.subprocess.Process) -> str:
    assert process.stderr
    return (await asyncio.wait_for(process.stderr.read(), 30)).decode()
