"""The requests that Graph documents are accepted, and answered as Graph describes."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from graph.emulator.errors import GraphError
from graph.emulator.ids import guid
from graph.emulator.routes import Routes
from tests.emulator.office import Json, Office, meeting
from tests.graph_contract import DATA

LISTED = DATA / "doc-examples.jsonl"
PATHS_LEFT_OUT = ("mailFolders/delta", "messages/delta", "$count", "/subscriptions")
"""What an office does not have, or the emulator does not serve; subscriptions need a subscriber and have their own."""
QUERIES_LEFT_OUT = (
    "identities/any",
    "assignedLicenses/any",
    "select=ext",
    "$expand=microsoft.graph.eventMessage",
    "$levels=max",
    "$orderbydisplayName",  # as it is documented, without the equals sign
)
FIXED = {
    "{user-id}": "tom@contoso.example",
    "{place-id}": "north@contoso.example",
    "{presence-id}": guid("user", "tom@contoso.example"),
}
IN_QUERIES = {"{start_datetime}": "2026-11-26T00:00:00Z", "{end_datetime}": "2026-12-26T00:00:00Z"}
MADE: dict[str, tuple[str, Json]] = {
    "{outlookCategory-id}": ("/me/outlook/masterCategories", {"displayName": "Of the test"}),
    "{calendarGroup-id}": ("/me/calendarGroups", {"name": "Of the test"}),
    "{calendarPermission-id}": (
        "/me/calendar/calendarPermissions",
        {"emailAddress": {"address": "ana@contoso.example"}, "role": "read"},
    ),
    "{mailFolder-id}": ("/me/mailFolders", {"displayName": "Of the test"}),
    "{attachment-id}": (
        "",
        {"@odata.type": "#microsoft.graph.fileAttachment", "name": "Of the test", "contentBytes": "U291cA=="},
    ),
}
"""What stands for an id in a documented path: where it is made (empty: where the path has it), and of what."""
BODIES_LEFT_OUT = (
    '"base64',
    "ItemAttachment",
    "R0lGODdhEAYEAA7",
    "destinationId-value",
    "ext55gb1l09_msLearnCourses",
    "passwordProfile",
)
"""Of what is no base64 or no id as it is documented; and what the emulator does not keep: items within items,
passwords, and what a tenant adds to its schema."""
STATUSES_LEFT_OUT = (
    "mailfolder-post-childfolders",
    "message-createreply",
    "message-createreplyall",
    "message-replyall",
)
"""Their examples say 200 where the description has another status."""
BY_AN_APPLICATION = ("user-delete",)
PLACEHOLDER = "dateTime-value"
"""Stands in a documented body where a time belongs."""


def served() -> Iterator[Any]:
    """Each documented request to a path that the emulator serves, complete and as described."""
    routes = Routes()
    for line in LISTED.read_text().splitlines() if LISTED.exists() else ():
        example = json.loads(line)
        path = example.get("openapi_path") or ""
        if (
            example["kind"] != "api"
            or example.get("request_strict") == "fail"
            or any(part in path for part in PATHS_LEFT_OUT)
            or isinstance(example["request_body"], str)  # MIME, which the emulator gives and does not take
            or any(part in json.dumps(example["request_body"]) for part in (PLACEHOLDER, *BODIES_LEFT_OUT))
        ):
            continue
        if any(part in example["path"] for part in QUERIES_LEFT_OUT):
            continue
        try:
            routes.find(example["method"], path)
        except GraphError:
            continue
        yield pytest.param(example, id=f"{example['id']} {example['operation']}")


@pytest.mark.skipif(not LISTED.exists(), reason="the documented examples are not on this machine")
@pytest.mark.parametrize("example", list(served()))
async def test_documented_request(office: Office, example: dict[str, Any]) -> None:
    """With the ids of the office in place of the documented ones."""
    asker, path = (
        office.application if example["operation"] in BY_AN_APPLICATION else office.tom,
        example["openapi_path"].replace("{event-id}", await event_for(office, example["openapi_path"])),
    )
    if "{message-id}" in path:
        path = path.replace("{message-id}", await message_for(office, path))
    for placeholder, key in FIXED.items():
        path = path.replace(placeholder, key)
    for placeholder, (collection, made) in MADE.items():
        parent, found, _ = path.partition(f"/{placeholder}")
        if found:
            path = path.replace(placeholder, (await asker.post(collection or parent, made))["id"])
    query = urlsplit(example["path"]).query
    for placeholder, moment in IN_QUERIES.items():
        query = query.replace(placeholder, moment)
    body = example["request_body"] or None
    response = await asker.ask(example["method"], f"{path}?{query}", body, ConsistencyLevel="eventual")
    assert response.status_code < 300, response.text
    if example["status"] and example["operation"] not in STATUSES_LEFT_OUT:
        assert response.status_code == example["status"]


async def message_for(office: Office, path: str) -> str:
    """The id of a message of Tom's: a draft to send, or one that he got from Ana."""
    to_tom: Json = {"subject": "Budget", "toRecipients": [{"emailAddress": {"address": "tom@contoso.example"}}]}
    if path.endswith("/send"):
        drafted: str = (await office.tom.post("/me/messages", to_tom))["id"]
        return drafted
    await office.ana.post("/me/sendMail", {"message": to_tom})
    received: str = (await office.tom.get("/me/messages"))["value"][0]["id"]
    return received


async def event_for(office: Office, path: str) -> str:
    """The id of an event of Tom's: an invitation to answer, a series to expand, or a meeting of his own."""
    if path.endswith(("/accept", "/decline", "/tentativelyAccept")):
        await office.ana.post("/me/events", meeting("tom"))
        found: str = (await office.tom.only_event())["id"]
        return found
    pattern = {"type": "daily", "interval": 1}
    span = {"type": "numbered", "startDate": "2026-11-26", "numberOfOccurrences": 3}
    body = meeting("priya") | (
        {"recurrence": {"pattern": pattern, "range": span}} if path.endswith("/instances") else {}
    )
    made: str = (await office.tom.post("/me/events", body))["id"]
    return made
