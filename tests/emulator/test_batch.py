"""$batch: several requests in one."""

from typing import Any

import pytest

from graph.batch import Step, batch
from graph.errors import NotFound, Refused
from tests.emulator.clients import client_of
from tests.emulator.office import Office, meeting

JSON = {"Content-Type": "application/json"}


def step(number: int, method: str, url: str, body: object = None, *after: int) -> dict[str, Any]:
    """One request of a batch."""
    found: dict[str, Any] = {"id": str(number), "method": method, "url": url}
    if body is not None:
        found |= {"headers": JSON, "body": body}
    return found | ({"dependsOn": [str(one) for one in after]} if after else {})


async def test_each_request_has_its_answer(office: Office) -> None:
    """A refusal among them stays its own; what depends on it is not run."""
    steps = [
        step(1, "GET", "/me?$select=displayName"),
        step(2, "POST", "/me/events", meeting("tom")),
        step(3, "GET", "/me/events/none"),
        step(4, "POST", "/me/events", meeting(), 3),
        step(5, "GET", "/me/events", None, 2),
    ]
    answers = (await office.ana.post("/$batch", {"requests": steps}))["responses"]
    assert [answer["status"] for answer in answers] == [200, 201, 404, 424, 200]
    assert answers[0]["body"]["displayName"] == "Ana Ruiz"
    assert [event["id"] for event in answers[4]["body"]["value"]] == [answers[1]["body"]["id"]]
    assert len(await office.tom.calendar()) == 1


@pytest.mark.parametrize(
    "steps",
    [
        [],
        "all",
        [{"id": "1"}],
        [{"id": "1", "method": "GET", "url": "/me", "headers": "none"}],
        [step(1, "GET", "/me"), step(1, "GET", "/me")],
        [step(1, "GET", "/me", None, 2), step(2, "GET", "/me")],
        [step(number, "GET", "/me") for number in range(21)],
        [step(1, "GET", "/me"), {"id": "2", "method": "POST", "url": "/me/events", "body": meeting()}],
        [step(1, "POST", "/me/events/x/dismissReminder")],
        [{"id": "1", "method": "GET", "url": "/me", "dependsOn": ["1"]}],
    ],
)
async def test_batches_that_cannot_be_run(office: Office, steps: object) -> None:
    """Nothing of them is run."""
    assert await office.ana.refusal("POST", "/$batch", {"requests": steps}) == (400, "BadRequest")


async def test_batch_needs_a_token(office: Office) -> None:
    """As every request does."""
    response = await office.http.post(f"{office.graph.url}/$batch", json={"requests": [step(1, "GET", "/me")]})
    assert response.status_code == 401


async def test_an_empty_list_of_dependencies_is_none(office: Office) -> None:
    """As some clients write it; a step on its own is run."""
    steps = [{**step(1, "GET", "/me"), "dependsOn": []}, step(2, "GET", "/users")]
    answers = (await office.ana.post("/$batch", {"requests": steps}))["responses"]
    assert [answer["status"] for answer in answers] == [200, 200]


async def test_a_sequence_ends_where_it_breaks(office: Office) -> None:
    """What came before is done, what comes after is not, however long the chain."""
    steps = [
        step(1, "POST", "/me/events", meeting(subject="First")),
        step(2, "DELETE", "/me/events/none", None, 1),
        step(3, "POST", "/me/events", meeting(subject="Second"), 2),
        step(4, "POST", "/me/events", meeting(subject="Third"), 3),
        step(5, "POST", "/me/events", meeting(subject="Beside")),
    ]
    answers = (await office.ana.post("/$batch", {"requests": steps}))["responses"]
    assert [answer["status"] for answer in answers] == [201, 404, 424, 424, 201]
    assert answers[2]["body"]["error"]["code"] == "FailedDependency"
    assert {event["subject"] for event in await office.ana.calendar()} == {"First", "Beside"}


async def test_our_client_reads_every_outcome(office: Office) -> None:
    """Values beside errors, each under its step; a write without a body goes along."""
    made = await office.ana.post("/me/events", meeting("tom"))
    async with client_of(office, "ana") as graph:
        outcomes = await batch(
            graph,
            [
                Step("me", "GET", "/me", lambda user: str(user["displayName"])),
                Step("reminder", "POST", f"/me/events/{made['id']}/dismissReminder", lambda _: "done"),
                Step("lost", "GET", "/me/events/none", lambda event: str(event["id"]), what="event"),
                Step("after", "GET", "/me", lambda user: str(user["id"]), depends_on=("lost",)),
            ],
        )
    assert (outcomes["me"], outcomes["reminder"]) == ("Ana Ruiz", "done")
    assert isinstance(outcomes["lost"], NotFound)
    assert isinstance(outcomes["after"], Refused)
    assert outcomes["after"].code == "FailedDependency"
    assert (await office.ana.only_event())["isReminderOn"] is False


async def test_more_steps_than_a_batch_takes(office: Office) -> None:
    """Our client sends several, and what depends on a step of an earlier one still waits for it."""
    async with client_of(office, "ana") as graph:
        steps = [
            Step(str(number), "POST", "/me/events", lambda event: str(event["id"]), meeting(subject=str(number)))
            for number in range(45)
        ]
        last = Step("last", "GET", "/me/events/$count", bytes.decode, depends_on=("0", "44"))
        outcomes = await batch(graph, [*steps, last])
        assert outcomes["last"] == "45"
    posts = [exchange for exchange in office.graph.requests if exchange.path == "/$batch"]
    assert [str(exchange.request_body).count("'url'") for exchange in posts] == [20, 20, 6]


async def test_what_is_no_json_comes_in_base64(office: Office) -> None:
    """A photo in a batch."""
    content = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080030004001011100ffd9")
    headers = {"Authorization": f"Bearer {office.ana.token}", "Content-Type": "image/jpeg"}
    await office.http.put(f"{office.graph.url}/me/photo/$value", content=content, headers=headers)
    async with client_of(office, "tom") as graph:
        path = "/users/ana@contoso.example/photo/$value"
        outcomes = await batch(graph, [Step("photo", "GET", path, bytes)])
    assert outcomes == {"photo": content}
