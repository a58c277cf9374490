"""The manifest is one that Teams takes, and promises nothing that the bot does not keep."""

import copy
import json
import struct
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest

from bot.meeting_from_message import COMMAND
from dialogs.conversation import converse
from dialogs.frame import Frame
from dialogs.turn import Chat, Speaker, Turn
from graph.client import GraphClient
from graph.credentials import FixedToken
from graph.emulator import Emulator
from manifest.package import Deployment, filled
from manifest.rules import Manifest, problems
from tests.conversations.office import identity, office

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / ".." / "shared" / "data" / "teams" / "MicrosoftTeams.schema.json"
MANIFEST = ROOT / "manifest"
APP = "5f0d3c1e-9c61-4a5e-8b5d-0123456789ab"
SITE = "https://contoso.example/convene"
HERE = Deployment(APP, "convene.contoso.example", "Contoso", SITE, SITE, SITE)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
COMMANDS = sorted(
    {
        command["title"]
        for bot in filled(HERE)["bots"]
        for commands in bot["commandLists"]
        for command in commands["commands"]
    }
)
JOBS = {
    "Any invitations waiting": "respond",
    "Book a meeting": "book",
    "Cancel a meeting": "cancel",
    "Help": "help",
    "What's next": "agenda",
    "What's on today": "agenda",
}
"""Which job answers each command."""
ICONS = {name: (MANIFEST / name).read_bytes() for name in ("color.png", "outline.png")}


def test_it_is_what_microsofts_schema_says() -> None:
    """The official schema of the version that the manifest states has nothing to say against it."""
    if not SCHEMA.is_file():
        pytest.skip(f"the manifest's schema is not on this machine: {SCHEMA}")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    manifest = filled(HERE)
    assert manifest["manifestVersion"] == schema["properties"]["manifestVersion"]["const"]
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(manifest)] == []


def test_it_keeps_the_rules_that_no_schema_states() -> None:
    """Ids agree, addresses are right, icons are there, nothing is left to fill in."""
    assert problems(filled(HERE), ICONS) == []


def test_every_action_of_the_message_extension_has_a_handler() -> None:
    """What Teams shows in a message's menu opens a dialog of ours, which takes the message along."""
    actions = [
        command
        for extension in filled(HERE)["composeExtensions"]
        for command in extension["commands"]
        if command["type"] == "action"
    ]
    assert [action["id"] for action in actions] == [COMMAND]
    assert all(action["context"] == ["message"] and action["fetchTask"] for action in actions)


def changed(change: Callable[[Any], object]) -> Manifest:
    """The right manifest with one thing wrong."""
    manifest = copy.deepcopy(dict(filled(HERE)))
    change(manifest)
    return manifest


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda m: m.update(id="convene"), "no GUID"),
        (lambda m: m["bots"][0].update(botId=APP.replace("5", "6")), "one registration"),
        (lambda m: m["composeExtensions"][0].update(botId=APP.replace("5", "6")), "one registration"),
        (lambda m: m["webApplicationInfo"].update(resource="api://convene"), "end with the app id"),
        (lambda m: m.update(version="0.9.0"), "from 1.0.0 on"),
        (lambda m: m.update(version="1.0"), "three numbers"),
        (lambda m: m.update(version="1.02.0"), "three numbers"),
        (lambda m: m.update(validDomains=["https://contoso.example"]), "no https://"),
        (lambda m: m.update(validDomains=["*.contoso.example"]), "no wildcard"),
        (lambda m: m.update(validDomains=["contoso.example/convene"]), "no path"),
        (lambda m: m.update(validDomains=["contoso.example:8443"]), "no port"),
        (lambda m: m.update(validDomains=["localhost"]), "one domain"),
        (lambda m: m["developer"].update(privacyUrl="http://contoso.example/"), "developer.privacyUrl"),
        (lambda m: m["developer"].update(websiteUrl="https://"), "developer.websiteUrl"),
        (lambda m: m["developer"].update(name="${{DEVELOPER}}"), "DEVELOPER was not filled in"),
        (lambda m: m["icons"].update(color="colour.png"), "colour.png is missing"),
        (lambda m: m["icons"].update(color="outline.png"), "outline.png is 32×32"),
        (lambda m: m["bots"][0]["commandLists"][0]["commands"].append({"title": "help"}), "'help' is listed twice"),
        (lambda m: m["bots"][0]["commandLists"][1].update(scopes=["personal"]), "one command list"),
        (lambda m: m["bots"][0]["commandLists"][1].update(scopes=["groupchat"]), "the bot's own"),
        (
            lambda m: m["localizationInfo"]["additionalLanguages"].append({"languageTag": "de", "file": "de.json"}),
            "de.json with the words in de is missing",
        ),
    ],
)
def test_what_the_schema_misses_is_found(change: Callable[[Any], object], said: str) -> None:
    """One mistake, one line that names it."""
    [problem] = [each for each in problems(changed(change), ICONS) if said in each]
    assert problem.endswith(".")


def test_an_icon_that_is_no_picture_is_found() -> None:
    """A text under the name of a picture does not reach Teams."""
    assert problems(filled(HERE), ICONS | {"color.png": b"<svg/>"}) == ["The icon color.png is missing, or no PNG."]


def test_it_is_for_conversations_of_every_kind() -> None:
    """Personal chats, group chats and channels, each with its own list, in which help can be had."""
    [bot] = filled(HERE)["bots"]
    assert set(bot["scopes"]) == {"personal", "groupChat", "team"}
    assert {scope for each in bot["commandLists"] for scope in each["scopes"]} == set(bot["scopes"])
    assert all("Help" in {command["title"] for command in each["commands"]} for each in bot["commandLists"])


@pytest.mark.parametrize("command", COMMANDS)
async def test_every_listed_command_works(command: str, tmp_path: Path) -> None:
    """A tap on a command says its title, and that leads to the job it names, not to a shrug."""
    async with (
        Emulator(office(), lambda: NOW, tmp_path / "graph.sqlite") as graph,
        httpx.AsyncClient(trust_env=False) as http,
    ):
        client = GraphClient(http, graph.url, FixedToken(graph.user_token(identity("ines"))))
        turn = Turn("1", "a:1", Chat.PERSONAL, Speaker(identity("ines"), "Inês Carvalho"), NOW, utterance=command)
        _, reply = await converse(turn, Frame(), client)
    assert reply.dialog == JOBS[command]


def test_it_speaks_the_languages_that_the_bot_speaks() -> None:
    """A language of the catalogue has a file of words here, and none is promised that the bot lacks."""
    stated = filled(HERE)["localizationInfo"]
    listed = {stated["defaultLanguageTag"], *(each["languageTag"] for each in stated["additionalLanguages"])}
    assert listed == {path.stem for path in (ROOT / "dialogs" / "words").glob("*.ftl")}


def test_the_name_is_its_own() -> None:
    """Teams' store takes no name that has one of Microsoft's in it."""
    words = {word.casefold() for name in filled(HERE)["name"].values() for word in name.split()}
    assert not words & {"teams", "microsoft", "outlook", "calendar", "chat", "help"}


def test_icons_have_the_size_that_their_header_states() -> None:
    """The rule reads the header; here it is compared with a picture of another size."""
    small = ICONS["color.png"][:16] + struct.pack(">II", 96, 96) + ICONS["color.png"][24:]
    assert problems(filled(HERE), ICONS | {"color.png": small}) == [
        "The icon color.png is 96×96 pixels and must be 192×192."
    ]
