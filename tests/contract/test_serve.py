"""What an operator may rely on of `convene serve`, held by a process that is really started."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.emulator import Emulator, World
from tests.channel.token_service import TokenService
from tests.contract.running import WORLD
from tests.contract.serving import environment, served, started, teams_token


async def test_a_signed_message_is_answered_with_our_own_token(tmp_path: Path) -> None:
    """Who is not signed in gets the way to do so, at the public address; the reply carries a token of Entra's."""
    async with served(tmp_path) as service:
        assert (await service.post(service.message("1", "what's on tomorrow")))[0] == 200
        sent = service.connector.sent[-1]
        assert sent.headers["Authorization"].startswith("Bearer eyJ")
        [action] = sent.activity["attachments"][0]["content"]["actions"]
        assert action["url"].startswith("https://convene.example/signin/start?state=")


async def test_what_is_not_signed_for_it_is_refused(tmp_path: Path) -> None:
    """Without a token, with one for another bot or another connector, and of another tenant: 401 or 403."""
    async with served(tmp_path) as service:
        message, here = service.message("1", "hello"), f"{service.connector.url}/"
        other_tenant = {"channelData": {"tenant": {"id": "c0ffee00-0000-4000-8000-0000000000bb"}}}
        assert (await service.post(message, ""))[0] == 401
        assert (await service.post(message, teams_token(here, aud="another")))[0] == 401
        assert (await service.post(message, teams_token(here, exp=1)))[0] == 401
        assert (await service.post(message, teams_token("https://smba.evil.example/")))[0] == 403
        assert (await service.post(message | other_tenant))[0] == 403
        assert service.connector.sent == []
        assert (await service.post(message))[0] == 200


async def test_sigterm_finishes_the_turn_and_sends_others_away(tmp_path: Path) -> None:
    """The turn under way is answered; who comes meanwhile gets 503 with Retry-After; the exit status is 0."""
    async with served(tmp_path) as service:
        service.connector.slowness = 1.5
        turn = asyncio.create_task(service.post(service.message("1", "hello")))
        await service.connector.wait_for("message")
        stopping = asyncio.create_task(service.stop())
        status = 200
        for number in range(40):
            # Until the signal has arrived, messages are taken; a typing indicator of nobody's is, and does nothing.
            status, headers, _ = await service.post(service.message(f"t{number}", "", type="typing"))
            if status == 503:
                assert int(headers["Retry-After"]) > 0
                break
            await asyncio.sleep(0.02)
        assert status == 503
        assert (await turn)[0] == 200
        assert await stopping == 0


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"CONVENE_TOKEN_KEY": "", "CONVENE_PUBLIC_URL": ""}, "CONVENE_PUBLIC_URL, CONVENE_TOKEN_KEY"),
        ({"CONVENE_APP_PASSWORD": ""}, "CONVENE_APP_PASSWORD missing"),
        ({"CONVENE_TOKEN_KEY": "short"}, "CONVENE_TOKEN_KEY: it must be 32 random bytes"),
        ({"CONVENE_PUBLIC_URL": "http://convene.example"}, "must be https"),
        ({"CONVENE_TENANT_ID": "contoso.onmicrosoft.com"}, "CONVENE_TENANT_ID"),
    ],
)
async def test_it_says_what_is_missing_and_does_not_start(tmp_path: Path, changed: dict[str, str], says: str) -> None:
    """One line in words, status 1, no traceback and no secret."""
    async with Emulator(World.parse(WORLD), lambda: datetime.now(UTC)) as graph:
        environ = environment(tmp_path, TokenService([], url="http://127.0.0.1:9"), graph, **changed)
        async with started(environ) as process:
            out, complaint = await asyncio.wait_for(process.communicate(), 30)
    assert (process.returncode, out) == (1, b"")
    assert says in complaint.decode()
    assert b"Traceback" not in complaint
