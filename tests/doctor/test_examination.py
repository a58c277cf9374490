"""The doctor finds what is wrong, says it in words and how to mend it, against services that answer over real HTTP."""

import os
import sqlite3
import stat
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.doctor.disk import storage
from bot.doctor.examination import examine
from bot.doctor.finding import Finding, Status
from bot.doctor.report import for_people, for_programs, worst
from bot.health import health_routes
from bot.serving import serving
from bot.settings import Settings
from graph.emulator import DEMO_CLIENT_ID, DEMO_CLIENT_SECRET, DEMO_TENANT, Emulator
from tests.conversations.office import office
from tests.doctor.microsoft import SECRET, TENANT, Microsoft, entra_refusal

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
async def microsoft(tmp_path: Path) -> AsyncIterator[Microsoft]:
    async with Microsoft(NOW, tmp_path / "ca.pem").running() as microsoft:
        yield microsoft


async def found(microsoft: Microsoft, settings: Settings) -> dict[str, Finding]:
    """The findings by check; each says something, and whatever is not well says how to mend it."""
    findings = await examine(settings, lambda: NOW, microsoft.ca_file)
    assert [one.check for one in findings if not one.says or (one.status is Status.OK) != (one.mend == "")] == []
    return {one.check: one for one in findings}


def troubles(findings: dict[str, Finding]) -> dict[str, Status]:
    """Whatever is not well."""
    return {check: one.status for check, one in findings.items() if one.status is not Status.OK}


async def test_all_is_well(microsoft: Microsoft, tmp_path: Path) -> None:
    """With whole settings and the right secret every check is ok."""
    findings = await found(microsoft, microsoft.settings(tmp_path / "data"))
    assert troubles(findings) == {}
    assert list(findings) == [
        "settings",
        "credentials",
        "sign-in",
        "graph",
        "bot framework",
        "clock",
        "storage",
        "port",
        "public address",
    ]
    assert "2 keys" in findings["bot framework"].says


async def test_the_emulator_s_entra_and_graph_are_well_too(microsoft: Microsoft, tmp_path: Path) -> None:
    """Whoever develops without a tenant asks the doctor about the local ones."""
    async with Emulator(office(), lambda: NOW, tmp_path / "graph.sqlite") as graph:
        (tmp_path / "emulator.pem").write_bytes(graph.ca_pem)
        settings = microsoft.settings(
            tmp_path / "data",
            app_id=DEMO_CLIENT_ID,
            app_password=DEMO_CLIENT_SECRET,
            tenant_id=DEMO_TENANT,
            graph_root=graph.url,
            graph_authority=graph.authority.removesuffix(f"/{DEMO_TENANT}"),
        )
        findings = {one.check: one.status for one in await examine(settings, lambda: NOW, tmp_path / "emulator.pem")}
        assert [findings[check] for check in ("credentials", "sign-in", "graph")] == [Status.OK] * 3
        wrong = settings.model_copy(update={"app_password": SecretStr("wrong")})
        findings = {one.check: one.status for one in await examine(wrong, lambda: NOW, tmp_path / "emulator.pem")}
        assert findings["credentials"] is Status.FAILED


@pytest.mark.parametrize(
    ("refusal", "says", "mend"),
    [
        (
            (401, entra_refusal("invalid_client", 7000215, "Invalid client secret.")),
            "does not take",
            "not its Secret ID",
        ),
        ((401, entra_refusal("invalid_client", 7000222, "The keys are expired.")), "has expired", "Make a new one"),
        ((400, entra_refusal("unauthorized_client", 700016, "Not found.")), "no app registration", "CONVENE_APP_ID"),
        ((400, entra_refusal("invalid_request", 90002, "Tenant not found.")), "no such tenant", "CONVENE_TENANT_ID"),
        ((401, entra_refusal("unauthorized_client", 7000229, "Missing.")), "no enterprise application", "az ad sp"),
        ((400, entra_refusal("interaction_required", 53003, "Blocked.")), "Conditional Access", "administrator"),
        ((400, entra_refusal("invalid_request", 99999, "Something new.")), "Something new", "AADSTS99999"),
        ((503, {"error": "temporarily_unavailable", "error_description": "Later."}), "could not be asked", "sign-in"),
    ],
)
async def test_entra_s_refusals_are_told_in_words(
    microsoft: Microsoft, tmp_path: Path, refusal: tuple[int, dict[str, Any]], says: str, mend: str
) -> None:
    """A secret that is wrong is mended in another way than one that has expired."""
    microsoft.refusal = refusal
    findings = await found(microsoft, microsoft.settings(tmp_path / "data"))
    assert troubles(findings) == {"credentials": Status.FAILED}
    assert says in findings["credentials"].says
    assert mend in findings["credentials"].mend
    assert "Trace ID" not in findings["credentials"].says


async def test_a_tenant_that_is_not_there(microsoft: Microsoft, tmp_path: Path) -> None:
    """Entra's description of the tenant says so before any token is asked for."""
    settings = microsoft.settings(tmp_path / "data", tenant_id="c0ffee00-0000-4000-8000-00000000dead")
    findings = await found(microsoft, settings)
    assert troubles(findings) == {"credentials": Status.FAILED, "sign-in": Status.FAILED}
    assert "no such tenant" in findings["sign-in"].says
    assert "sign-in" in findings["credentials"].mend


async def test_no_secret_is_shown(microsoft: Microsoft, tmp_path: Path) -> None:
    """Neither the right one nor one that was refused is in the report, and no token either."""
    for secret in (SECRET, "another~secret"):
        findings = await examine(microsoft.settings(tmp_path, app_password=secret), lambda: NOW, microsoft.ca_file)
        for report in (for_people(findings), for_programs(findings)):
            assert secret not in report
            assert "a-token" not in report


async def test_what_cannot_be_reached(microsoft: Microsoft, tmp_path: Path) -> None:
    """Nothing listens there: the host is named, and that it is asked directly."""
    nowhere = "https://127.0.0.1:1"
    settings = microsoft.settings(
        tmp_path, graph_root=f"{nowhere}/v1.0", graph_authority=nowhere, connector_metadata=f"{nowhere}/keys"
    )
    findings = await found(microsoft, settings)
    failing = dict.fromkeys(("credentials", "sign-in", "graph", "bot framework"), Status.FAILED)
    assert troubles(findings) == failing | {"clock": Status.WARNING}
    assert "Let this machine connect to 127.0.0.1" in findings["graph"].mend
    assert "sign-in" in findings["credentials"].mend


async def test_a_name_that_no_server_has(microsoft: Microsoft, tmp_path: Path) -> None:
    """A misspelt address is told from a closed door."""
    findings = await found(microsoft, microsoft.settings(tmp_path, graph_root="https://graph.invalid/v1.0"))
    assert findings["graph"].says == "The name graph.invalid cannot be resolved."


async def test_a_certificate_of_a_stranger(microsoft: Microsoft, tmp_path: Path) -> None:
    """What a proxy shows that reads along is not taken for Microsoft's."""
    findings = {one.check: one for one in await examine(microsoft.settings(tmp_path), lambda: NOW)}
    assert "certificate that is not trusted" in findings["graph"].says
    assert findings["credentials"].status is Status.FAILED


@pytest.mark.parametrize("path", ["/v1.0/me", "/v1/.well-known/openidconfiguration", "/v1/.well-known/keys"])
@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ((200, b"<html>Sign in to the guest network</html>"), "is something else"),
        ((407, b""), "is something else"),
        ((503, b""), "trouble of its own"),
    ],
)
async def test_something_answers_in_its_place(
    microsoft: Microsoft, tmp_path: Path, path: str, answer: tuple[int, bytes], says: str
) -> None:
    """A captive portal or a proxy is not Microsoft; a service in trouble needs time, not another setting."""
    microsoft.broken[path] = answer
    [finding] = [one for one in (await found(microsoft, microsoft.settings(tmp_path))).values() if one.mend]
    assert says in finding.says


@pytest.mark.parametrize(
    ("ahead", "status", "says"),
    [
        (timedelta(seconds=-10), Status.OK, "right"),
        (timedelta(seconds=90), Status.WARNING, "1 min 30 s behind"),
        (timedelta(minutes=-4), Status.WARNING, "4 min ahead of"),
        (timedelta(minutes=6), Status.FAILED, "6 min behind"),
        (timedelta(hours=-3), Status.FAILED, "3 hours ahead of"),
    ],
)
async def test_the_clock_is_compared_with_theirs(
    microsoft: Microsoft, tmp_path: Path, ahead: timedelta, status: Status, says: str
) -> None:
    """Up to half a minute is nothing; from five minutes on every message would be refused. Theirs is `ahead`."""
    microsoft.ahead = ahead
    finding = (await found(microsoft, microsoft.settings(tmp_path)))["clock"]
    assert (finding.status, says in finding.says) == (status, True)


async def test_servers_that_do_not_tell_the_time(microsoft: Microsoft, tmp_path: Path) -> None:
    """Not known is not the same as right."""
    microsoft.stated = False
    assert troubles(await found(microsoft, microsoft.settings(tmp_path))) == {"clock": Status.WARNING}


async def test_without_a_registration_the_rest_is_still_looked_at(microsoft: Microsoft, tmp_path: Path) -> None:
    """Who has just begun sees what is reachable, and what to set."""
    settings = microsoft.settings(tmp_path, app_id=None, app_password=None, tenant_id=None)
    findings = await found(microsoft, settings)
    assert troubles(findings) == {"settings": Status.FAILED}
    assert "CONVENE_APP_ID" in findings["settings"].mend
    assert "credentials" not in findings


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"public_url": None}, "CONVENE_PUBLIC_URL"),
        ({"token_key": None}, "CONVENE_TOKEN_KEY"),
        ({"token_key": "short"}, "CONVENE_TOKEN_KEY: it must be 32 random bytes"),
    ],
)
async def test_what_the_service_would_not_start_with_is_said_first(
    microsoft: Microsoft, tmp_path: Path, changed: dict[str, Any], says: str
) -> None:
    """The doctor finds what `convene serve` would refuse."""
    findings = await found(microsoft, microsoft.settings(tmp_path, **changed))
    assert findings["settings"].status is Status.FAILED
    assert says in findings["settings"].says


async def test_an_emulator_that_may_speak_is_pointed_out(microsoft: Microsoft, tmp_path: Path) -> None:
    """It is for development, so it is a warning."""
    assert troubles(await found(microsoft, microsoft.settings(tmp_path, emulator=True))) == {"settings": Status.WARNING}


async def test_a_secret_is_not_sent_in_the_open(microsoft: Microsoft, tmp_path: Path) -> None:
    """An authority without TLS is refused before anything is asked."""
    findings = await found(microsoft, microsoft.settings(tmp_path, graph_authority="http://127.0.0.1:1"))
    assert "in the open" in findings["credentials"].says


async def test_who_is_slow_holds_up_nobody(microsoft: Microsoft, tmp_path: Path) -> None:
    """All are asked at the same time: here nobody answers before all three have been asked."""
    microsoft.together = {
        "/v1.0/me",
        "/v1/.well-known/openidconfiguration",
        f"/{TENANT}/v2.0/.well-known/openid-configuration",
    }
    assert troubles(await found(microsoft, microsoft.settings(tmp_path / "data"))) == {}


async def test_a_public_address_that_leads_elsewhere(microsoft: Microsoft, tmp_path: Path) -> None:
    """A warning, since from inside it may not be reachable at all."""
    microsoft.broken["/healthz"] = (502, b"")
    assert troubles(await found(microsoft, microsoft.settings(tmp_path))) == {"public address": Status.WARNING}


# The folder for data


def test_the_folder_is_made_and_left_as_it_was(tmp_path: Path) -> None:
    """What is tried out there is gone afterwards."""
    assert storage(tmp_path / "new" / "data").status is Status.OK
    assert list((tmp_path / "new" / "data").iterdir()) == []


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A file is in the way."""
    (tmp_path / "data").write_text("")
    finding = storage(tmp_path / "data")
    assert (finding.status, "cannot be written to" in finding.says) == (Status.FAILED, True)


@contextmanager
def nobody() -> Iterator[None]:
    """As a user whose folders these are not, where the tests run as root, whom no permission stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    """It is named, with the setting that names another."""
    folder = tmp_path / "data"
    folder.mkdir()
    for each in (folder, *list(folder.parents)[:3]):
        each.chmod(each.stat().st_mode | stat.S_IXOTH | stat.S_IROTH)
    folder.chmod(0o555)
    with nobody():
        finding = storage(folder)
    assert (finding.status, str(folder) in finding.says) == (Status.FAILED, True)
    assert "CONVENE_DATA_DIR" in finding.mend


def test_a_damaged_database_is_found(tmp_path: Path) -> None:
    """It is read through, and not mended behind anybody's back."""
    path = tmp_path / "convene.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE documents (key TEXT PRIMARY KEY, body TEXT)")
        database.executemany("INSERT INTO documents VALUES (?, ?)", [(str(n), "x" * 500) for n in range(200)])
        database.commit()
    assert storage(tmp_path).status is Status.OK
    content = bytearray(path.read_bytes())
    content[8192:12288] = bytes(range(256)) * 16
    path.write_bytes(content)
    assert storage(tmp_path).status is Status.FAILED
    assert path.read_bytes() == content


# The port


async def test_the_service_is_known_on_its_port(microsoft: Microsoft, tmp_path: Path) -> None:
    """It runs, it is not ready, or somebody else is there."""
    reasons: list[str | None] = [None, "the database cannot be read"]

    async def why_not() -> str | None:
        return reasons.pop(0)

    service, stranger = web.Application(), web.Application()
    service.add_routes(health_routes(why_not))
    async with serving(service, "127.0.0.1", 0, grace=1) as ours, serving(stranger, "127.0.0.1", 0, grace=1) as theirs:
        taken, other = (int(url.rpartition(":")[2]) for url in (ours, theirs))
        assert "is running" in (await found(microsoft, microsoft.settings(tmp_path, port=taken)))["port"].says
        finding = (await found(microsoft, microsoft.settings(tmp_path, port=taken)))["port"]
        assert (finding.status, "cannot be read" in finding.says) == (Status.WARNING, True)
        finding = (await found(microsoft, microsoft.settings(tmp_path, port=other)))["port"]
        assert (finding.status, "Something else" in finding.says) == (Status.FAILED, True)


async def test_an_address_that_is_not_this_machine_s(microsoft: Microsoft, tmp_path: Path) -> None:
    """Nobody can listen there."""
    finding = (await found(microsoft, microsoft.settings(tmp_path, host="192.0.2.1", port=3978)))["port"]
    assert (finding.status, "CONVENE_HOST" in finding.mend) == (Status.FAILED, True)


def test_the_worst_finding_is_the_whole_s() -> None:
    """One that failed outweighs any number of warnings."""
    one, two, three = (Finding("a", status, "Is so.", "Do.") for status in Status)
    assert [worst(some) for some in ([one], [one, two], [two, three, one])] == [*Status]
