"""`convene graph` at the terminal, against a running Graph."""

import asyncio
import io
import json
import os
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.graph_command import Terminal, Wanted, run
from bot.tables import progress, record, table
from graph.emulator.faults import Fault
from graph.emulator.server import Emulator
from graph.emulator.world import World

ANA = "ana.ruiz@contoso.example"
NAMES = ("Ana Ruiz", "Tom Weaver", "Alex Kim")
WORLD = {
    "users": [
        {
            "displayName": name,
            "userPrincipalName": f"{name.lower().replace(' ', '.')}@contoso.example",
            "mail": f"{name.lower().replace(' ', '.')}@contoso.example",
        }
        for name in NAMES
    ]
}


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator(World.parse(WORLD), lambda: datetime(2026, 11, 21, 10, tzinfo=UTC)) as emulator:
        yield emulator


async def told(emulator: Emulator, *words: str, token: str = "", status: int = 0, given: str = "") -> tuple[str, str]:
    """What the command writes on its two outputs."""
    environment = {**os.environ, "CONVENE_GRAPH_TOKEN": token, "COLUMNS": "100"}
    command = [sys.executable, "-m", "bot", "graph", *words]
    if "--url" not in words:
        command += ["--url", emulator.url]
    process = await asyncio.create_subprocess_exec(
        *command, stdin=-1, stdout=-1, stderr=-1, env=environment, cwd=Path(__file__).parents[2]
    )
    async with asyncio.timeout(60):
        out, errors = await process.communicate(given.encode())
    assert process.returncode == status, errors.decode()
    return out.decode(), errors.decode()


async def test_a_collection_is_a_table(emulator: Emulator) -> None:
    out, errors = await told(emulator, "GET", "/users", "--query", "$select=displayName,mail")
    lines = out.splitlines()
    assert lines[0].split() == ["displayName", "mail", "id"]
    assert sorted(line.split("  ")[0] for line in lines[2:5]) == sorted(NAMES)
    assert errors == ""


async def test_json_is_the_answer_as_it_came(emulator: Emulator) -> None:
    out, _ = await told(emulator, "GET", "/me", "--as", ANA, "--json")
    assert json.loads(out)["displayName"] == "Ana Ruiz"


async def test_all_pages_are_fetched(emulator: Emulator) -> None:
    """Without it, the answer says that there is more."""
    first, _ = await told(emulator, "GET", "/users", "--query", "$top=2", "--columns", "displayName")
    assert first.splitlines()[-1] == "there is more: --all fetches it"
    out, _ = await told(emulator, "GET", "/users?$top=2", "--all", "--json")
    assert sorted(user["displayName"] for user in json.loads(out)["value"]) == sorted(NAMES)


async def test_a_write_with_a_body_from_standard_input(emulator: Emulator) -> None:
    event = {
        "subject": "Plan",
        "start": {"dateTime": "2026-11-23T09:00:00", "timeZone": "UTC"},
        "end": {"dateTime": "2026-11-23T09:30:00", "timeZone": "UTC"},
    }
    out, _ = await told(emulator, "POST", "/me/events", "--as", ANA, "--data", "-", given=json.dumps(event))
    assert any(line.split() == ["subject", "Plan"] for line in out.splitlines())


async def test_ones_own_token_is_used(emulator: Emulator) -> None:
    out, _ = await told(emulator, "GET", "/me", "--json", token=emulator.user_token(ANA))
    assert json.loads(out)["displayName"] == "Ana Ruiz"


async def test_a_refusal_says_what_happened_and_what_to_do(emulator: Emulator) -> None:
    out, errors = await told(emulator, "GET", "/me/events/none", "--as", ANA, status=1)
    assert out == ""
    assert "request-id" in errors
    assert "ids belong to one mailbox" in errors


async def test_a_fault_that_passes_is_outlived(emulator: Emulator) -> None:
    emulator.faults.append(Fault("/users", status=503, headers={"Retry-After": "0"}))
    assert "Ana Ruiz" in (await told(emulator, "GET", "/users"))[0]
    emulator.faults.append(Fault("/users", status=503, headers={"Retry-After": "0"}))
    await told(emulator, "GET", "/users", "--retries", "0", status=1)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["GET", "/users", "--url", "https://graph.example/v1.0"], "CONVENE_GRAPH_TOKEN"),
        (["GET", "/users", "--url", "http://127.0.0.1:1/v1.0"], "no demo answers"),
        (["POST", "/users", "--all"], "goes with GET"),
        (["POST", "/users", "--data", "{"], "not JSON"),
        (["POST", "/users", "--data", "{}", "--form", "a=b"], "one body at a time"),
        (["GET", "/users", "--query", "top"], "NAME=VALUE"),
        (["LOOK", "/users"], "METHOD"),
        (["GET", "/users", "--timeout", "soon"], "seconds"),
    ],
)
async def test_a_wrong_call_says_what_is_wrong(emulator: Emulator, words: list[str], complaint: str) -> None:
    _, errors = await told(emulator, *words, status=2)
    assert complaint in errors


async def test_a_token_is_not_sent_in_the_clear(emulator: Emulator) -> None:
    _, errors = await told(emulator, "GET", "/me", "--url", "http://graph.example/v1.0", token="secret", status=2)
    assert "https only" in errors


async def test_progress_is_shown_to_who_watches(emulator: Emulator) -> None:
    out, errors = io.StringIO(), io.StringIO()
    wanted = Wanted("GET", "/users?$top=2", emulator.url, everything=True, columns=("displayName",))
    assert await asyncio.to_thread(run, wanted, Terminal(out, errors, is_watched=True)) == 0
    assert errors.getvalue().rstrip().endswith("3")
    assert "there is more" not in out.getvalue()


def test_a_bar_where_the_whole_is_known() -> None:
    assert progress(5, 10, 8) == "[####....] 5 of 10"
    assert progress(12, 10, 8) == "[########] 12 of 10"
    assert progress(10, None, 8) == "[..#.....] 10"


def test_a_table_shows_what_tells_most_within_the_width() -> None:
    rows = [
        {
            "@odata.etag": "x",
            "id": "1" * 60,
            "start": {"dateTime": "2026-11-23T09:00"},
            "subject": "Plan\n2",
            "no": None,
        },
        {"subject": "Budget", "isAllDay": True, "categories": ["a", "b"]},
    ]
    assert table(rows, 44) == [
        "subject  start             isAllDay",
        "-------  ----------------  --------",
        "Plan 2   2026-11-23T09:00",
        "Budget                     yes",
        "2 more columns: --json shows all, --columns chooses",
    ]
    assert table(rows, 200, ["id"])[2] == "1" * 35 + "…"
    assert table([], 80) == ["nothing"]
    assert table(["a"], 80)[2] == "a"


def test_a_record_is_a_line_for_each_property() -> None:
    assert record({"@odata.context": "x", "id": "1", "owner": {"name": "Ana"}, "color": None}, 40) == [
        "id     1",
        "owner  Ana",
    ]
