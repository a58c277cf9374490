"""Other people's clients see in the emulator what our own client sees.

Each carries out the same plan on a fresh office, in a process of its own; the office checks every answer that it gives
against Graph's description. `make conformance` installs the clients and runs this.
"""

import asyncio
import json
import os
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from graph.client import GraphClient, connection_pool
from graph.credentials import FixedToken
from graph.emulator import Emulator, World
from tests.conformance import environment, ours
from tests.conformance.office import ANA, NOW, PLAN, TOM, WORLD, Json
from tests.emulator.subscriber import Subscriber, listening
from tests.graph_contract import DATA, contract

HERE = Path(__file__).resolve().parent
WITHOUT_PROPOSALS = {"answered", "online"}
NOT_IN_O365 = WITHOUT_PROPOSALS | {
    "batch",
    "batch dependent",
    "batch statuses",
    "calendar",
    "changed",
    "followed",
    "gone",
    "no times",
    "pages",
    "rooms",
    "times",
    "zone",
}
NOT_IN_MSGRAPH = {"batch", "batch dependent", "large file"}
NOT_IN_JAVASCRIPT = {"batch statuses"}
TIME_OUT = 60

pytestmark = pytest.mark.skipif(not environment.is_there(), reason=f"the clients are not here: {environment.HOW_TO}")


@pytest.fixture
async def office() -> AsyncIterator[Emulator]:
    """A fresh office; whatever it answers is as Graph describes it."""
    async with Emulator(World.parse(WORLD), lambda: NOW) as emulator:
        yield emulator
        if DATA.exists():
            answers = [problem for exchange in emulator.requests for problem in contract().problems(exchange)]
            assert [problem for problem in answers if " response " in problem] == []


async def what_we_see() -> Json:
    """The plan with our own client, on an office of its own."""
    async with (
        listening() as subscriber,
        Emulator(World.parse(WORLD), lambda: NOW) as emulator,
        connection_pool() as http,
    ):
        application = GraphClient(http, emulator.url, FixedToken(emulator.app_token()))
        ana, tom = (application.as_user(FixedToken(emulator.user_token(email)), email) for email in (ANA, TOM))
        sights = await ours.seen(ana, tom, PLAN | {"subscriber": subscriber.url()})
        return sights | {"told": await what_it_was_told(subscriber)}


async def what_it_was_told(subscriber: Subscriber) -> list[str]:
    """The two changes of the plan, with what proves them."""
    told = [await subscriber.next() for _ in range(2)]
    return [f"{one['changeType']} {one['clientState']}" for one in told]


async def what_they_see(office: Emulator, command: list[str], root: str, **variables: str) -> Json:
    """The plan with another client."""
    async with listening() as subscriber:
        plan = PLAN | {"root": root, "ana": office.user_token(ANA), "tom": office.user_token(TOM)}
        sights = await carried_out(plan | {"subscriber": subscriber.url()}, command, variables)
        return sights | {"told": await what_it_was_told(subscriber)}


async def carried_out(plan: Json, command: list[str], variables: dict[str, str]) -> Json:
    """What a process says that it saw."""
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **variables},
    )
    try:
        output, errors = await asyncio.wait_for(process.communicate(json.dumps(plan).encode()), TIME_OUT)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode == 0, errors.decode()[-3000:]
    sights: Json = json.loads(output.splitlines()[-1])
    return sights


@pytest.mark.parametrize(("script", "unable"), [("msgraph_client.py", NOT_IN_MSGRAPH), ("o365_client.py", NOT_IN_O365)])
async def test_a_python_client(office: Emulator, script: str, unable: set[str]) -> None:
    """Microsoft's SDK and O365, over plain HTTP: everything that they can do at all."""
    theirs = await what_they_see(office, [str(environment.PYTHON), str(HERE / script)], office.url)
    expected = await what_we_see()
    assert theirs == {name: sight for name, sight in expected.items() if name not in unable}


async def test_microsofts_javascript_client(office: Emulator, tmp_path: Path) -> None:
    """Over TLS, since it sends its token no other way."""
    authority = tmp_path / "ca.pem"
    authority.write_bytes(office.ca_pem)
    script = environment.JAVASCRIPT / "client.mjs"  # beside its packages, where Node looks for them
    script.write_bytes((HERE / "javascript" / "client.mjs").read_bytes())
    root = f"https://127.0.0.1:{office.tls_port}/v1.0"
    theirs = await what_they_see(office, [environment.node(), str(script)], root, NODE_EXTRA_CA_CERTS=str(authority))
    expected = await what_we_see()
    assert theirs == {name: sight for name, sight in expected.items() if name not in NOT_IN_JAVASCRIPT}
