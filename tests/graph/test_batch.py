"""Several requests in one, and each with an outcome of its own."""

import asyncio
import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from graph.batch import Step, batch
from graph.client import GraphClient
from graph.errors import GraphError, NotFound, Refused, Throttled, Unavailable
from graph.lanes import Lane
from graph.retries import Patience
from tests.graph.service import Answer, Asked, Service, answering, dropping

Outcome = Mapping[str, Any]


def name_of(data: Any) -> str:
    """Reader of the answers here."""
    return str(data["name"])


def get(ident: str, **more: Any) -> Step[str]:
    return Step(ident, "GET", f"/me/events/{ident}", name_of, what="event", **more)


def post(ident: str, **more: Any) -> Step[str]:
    return Step(ident, "POST", "/me/events", name_of, {"subject": ident}, **more)


def batching(outcome: Callable[[str], Outcome]) -> Answer:
    """Answers each step as `outcome` says, in reverse order."""

    async def answer(asked: Asked, _: web.Request) -> web.StreamResponse:
        steps = [step["id"] for step in asked.body["requests"]]
        responses = [{"id": ident, **outcome(ident)} for ident in reversed(steps)]
        return web.Response(text=json.dumps({"responses": responses}), content_type="application/json")

    return answer


def fine(ident: str) -> Outcome:
    return {"status": 200, "headers": {}, "body": {"name": ident.upper()}}


def failing(status: int, code: str, headers: Mapping[str, str] | None = None) -> Outcome:
    return {"status": status, "headers": headers or {}, "body": {"error": {"code": code, "message": "No."}}}


THROTTLED = failing(429, "ApplicationThrottled", {"Retry-After": "2.5"})


def sent(asked: Asked) -> list[str]:
    return [step["id"] for step in asked.body["requests"]]


async def test_answers_find_their_steps_in_whatever_order(described: Service, graph: GraphClient) -> None:
    described.answers(batching(fine))
    assert await batch(graph, [get("a"), get("b")]) == {"a": "A", "b": "B"}
    assert described.asked[0].path == "/$batch"


async def test_more_than_twenty_are_split(described: Service, graph: GraphClient) -> None:
    described.answers(batching(fine))
    found = await batch(graph, [get(str(number)) for number in range(45)])
    assert list(found) == [str(number) for number in range(45)]
    assert [len(sent(asked)) for asked in described.asked] == [20, 20, 5]


async def test_nothing_to_ask_asks_nothing(service: Service, graph: GraphClient) -> None:
    assert await batch(graph, []) == {}
    assert service.asked == []


async def test_one_failure_is_a_value_among_values(described: Service, graph: GraphClient) -> None:
    described.answers(batching(lambda ident: failing(404, "ErrorItemNotFound") if ident == "b" else fine(ident)))
    found = await batch(graph, [get("a"), get("b"), get("c")])
    assert (found["a"], found["c"]) == ("A", "C")
    assert isinstance(found["b"], NotFound)
    assert (found["b"].code, found["b"].what) == ("ErrorItemNotFound", "event")


async def test_only_the_throttled_are_asked_again(described: Service, graph: GraphClient) -> None:
    """A write among them too: throttled, it certainly was not carried out."""
    described.answers(batching(lambda ident: THROTTLED if ident in "bd" else fine(ident)), batching(fine))
    found = await batch(graph, [get("a"), get("b"), post("c"), post("d")])
    assert found == {"a": "A", "b": "B", "c": "C", "d": "D"}
    assert [sent(asked) for asked in described.asked] == [["a", "b", "c", "d"], ["b", "d"]]
    assert described.waits == [2.5]


async def test_what_stays_throttled_is_said(service: Service) -> None:
    service.answers(batching(lambda _: THROTTLED))
    async with service.client(patience=Patience(attempts=2)) as graph:
        found = await batch(graph, [get("a")])
    assert isinstance(found["a"], Throttled)
    assert found["a"].wait == timedelta(seconds=2.5)
    assert len(service.asked) == 2


@pytest.mark.parametrize(("repeatable", "requests"), [(False, 1), (True, 2)])
async def test_a_write_of_unknown_fate_is_repeated_only_where_that_is_harmless(
    service: Service, graph: GraphClient, repeatable: bool, requests: int
) -> None:
    service.answers(batching(lambda _: failing(500, "InternalServerError")), batching(fine))
    found = (await batch(graph, [post("a", repeatable=repeatable)]))["a"]
    assert len(service.asked) == requests
    if not repeatable:
        assert isinstance(found, Unavailable)
        assert found.may_have_happened


async def test_dependencies_go_along(described: Service, graph: GraphClient) -> None:
    described.answers(batching(fine))
    await batch(graph, [post("a"), get("b", depends_on=("a",))])
    assert described.asked[0].body["requests"][1]["dependsOn"] == ["a"]


async def test_a_step_waits_for_one_of_an_earlier_request(service: Service, graph: GraphClient) -> None:
    """Twenty stand between them: it is asked once the other has worked, and not at all where it has failed."""
    steps = [post("first"), *[get(str(number)) for number in range(19)], get("last", depends_on=("first",))]
    service.answers(batching(fine))
    assert (await batch(graph, steps))["last"] == "LAST"
    assert "dependsOn" not in service.asked[1].body["requests"][0]
    service.asked.clear()
    service.answers(batching(lambda ident: failing(403, "ErrorAccessDenied") if ident == "first" else fine(ident)))
    found = (await batch(graph, steps))["last"]
    assert isinstance(found, Refused)
    assert found.code == "FailedDependency"
    assert len(service.asked) == 1


async def test_what_depends_on_a_throttled_step_is_asked_again_with_it(service: Service, graph: GraphClient) -> None:
    first = {"a": THROTTLED, "b": failing(424, "FailedDependency")}
    service.answers(batching(lambda ident: first.get(ident) or fine(ident)), batching(fine))
    found = await batch(graph, [post("a"), get("b", depends_on=("a",)), get("c")])
    assert found == {"a": "A", "b": "B", "c": "C"}
    assert sent(service.asked[1]) == ["a", "b"]
    assert service.asked[1].body["requests"][1]["dependsOn"] == ["a"]


async def test_a_batch_with_writes_is_not_repeated_when_its_answer_is_lost(
    service: Service, graph: GraphClient
) -> None:
    """Each of its steps may have happened."""
    service.answers(dropping, batching(fine))
    found = await batch(graph, [get("a"), post("b")])
    assert len(service.asked) == 1
    assert all(isinstance(outcome, GraphError) and outcome.may_have_happened for outcome in found.values())


async def test_a_batch_of_reads_is_repeated_as_a_whole(service: Service, graph: GraphClient) -> None:
    service.answers(dropping, batching(fine))
    assert await batch(graph, [get("a")]) == {"a": "A"}


@pytest.mark.parametrize("body", [{"status": 200, "body": {}}, {"status": "many"}, {"body": {}}])
async def test_an_answer_that_cannot_be_read_is_no_success(
    service: Service, graph: GraphClient, body: dict[str, Any]
) -> None:
    service.answers(batching(lambda _: body))
    assert isinstance((await batch(graph, [post("a")]))["a"], Unavailable)


async def test_a_step_without_an_answer(service: Service, graph: GraphClient) -> None:
    service.answers(answering({"responses": []}))
    found = (await batch(graph, [post("a")]))["a"]
    assert isinstance(found, Unavailable)
    assert found.may_have_happened


@pytest.mark.parametrize("steps", [[get("a"), get("a")], [get("a", depends_on=("b",)), get("b")]])
async def test_steps_that_make_no_sense_are_our_own_mistake(graph: GraphClient, steps: list[Step[str]]) -> None:
    with pytest.raises(ValueError, match="a"):
        await batch(graph, steps)


async def test_a_batch_takes_the_places_of_its_mailbox(service: Service, graph: GraphClient) -> None:
    """Graph runs four of its steps at once: a single request waits until the batch is over."""
    arrived, going_on = asyncio.Event(), asyncio.Event()

    async def slow(asked: Asked, request: web.Request) -> web.StreamResponse:
        arrived.set()
        await going_on.wait()
        return await batching(fine)(asked, request)

    service.answers(slow, answering({"name": "single"}))
    many = asyncio.create_task(batch(graph, [get(str(number)) for number in range(4)]))
    await arrived.wait()
    single = asyncio.create_task(graph.get("/me", name_of))
    elsewhere = await graph.of_mailbox("tom").get("/users/tom", name_of)
    assert elsewhere == "single"
    assert not single.done()
    going_on.set()
    await asyncio.gather(many, single)
    assert service.asked[1].path == "/users/tom"


async def test_places_are_given_in_order_of_asking() -> None:
    """A batch that waits for four is not overtaken by single requests for ever; who gives up leaves no gap."""
    lane, order = Lane(), list[str]()

    async def hold(name: str, places: int) -> None:
        async with lane.hold(places):
            order.append(name)
            await asyncio.sleep(0)

    async with lane.hold(2), asyncio.TaskGroup() as group:
        waiting = [group.create_task(hold(name, places)) for name, places in (("batch", 4), ("gone", 4), ("one", 1))]
        await asyncio.sleep(0)
        assert order == []
        waiting[1].cancel()
        waiting[0].cancel()
        await asyncio.wait(waiting)
    assert order == ["one"]
    await asyncio.wait_for(hold("all", 9), 5)
