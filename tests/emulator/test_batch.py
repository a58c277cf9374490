"""$batch: several requests in one."""

from typing import Any

import pytest

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
    ],
)
async def test_batches_that_cannot_be_run(office: Office, steps: object) -> None:
    """Nothing of them is run."""
    assert await office.ana.refusal("POST", "/$batch", {"requests": steps}) == (400, "BadRequest")


async def test_batch_needs_a_token(office: Office) -> None:
    """As every request does."""
    response = await office.http.post(f"{office.graph.url}/$batch", json={"requests": [step(1, "GET", "/me")]})
    assert response.status_code == 401
