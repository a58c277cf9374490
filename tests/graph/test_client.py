"""How the client behaves when all is well, and when it is not."""

import asyncio
import logging
import socket
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from graph.client import GraphClient, connection_pool, nothing
from graph.credentials import FixedToken
from graph.errors import (
    Conflict,
    GraphError,
    NotAllowed,
    NotFound,
    NotSignedIn,
    Refused,
    Stale,
    Throttled,
    Unavailable,
)
from graph.retries import Patience
from tests.graph.service import Answer, Asked, Service, answering, dropping, refusing, tearing


def whole(answer: Any) -> Any:
    """Reader of an answer as it is."""
    return answer


async def write(graph: GraphClient, *, repeatable: bool = False) -> Any:
    return await graph.write("POST", "/me/events", {"subject": "Plan"}, whole, repeatable=repeatable, what="calendar")


async def test_every_request_says_who_asks_and_carries_an_id_of_its_own(service: Service, graph: GraphClient) -> None:
    service.answers(refusing(503, "ServiceUnavailable"), answering({}))
    await graph.get("/me", whole, headers={"Prefer": "x"})
    first, second = service.asked
    assert first.headers["authorization"] == "Bearer token"
    assert first.headers["prefer"] == "x"
    assert len(first.headers["client-request-id"]) == 36
    assert first.headers["client-request-id"] != second.headers["client-request-id"]


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, Refused),
        (401, NotSignedIn),
        (403, NotAllowed),
        (404, NotFound),
        (405, Refused),
        (409, Conflict),
        (410, Stale),
        (412, Stale),
        (413, Refused),
        (429, Throttled),
        (500, Unavailable),
        (502, Unavailable),
        (503, Unavailable),
        (504, Unavailable),
    ],
)
async def test_each_status_is_an_error_of_its_kind(
    service: Service, graph: GraphClient, status: int, kind: type[GraphError]
) -> None:
    service.answers(refusing(status, "SomeCode", "Some message.", {"request-id": "r-1"}))
    with pytest.raises(GraphError) as raised:
        await graph.get("/me/events/1", whole, what="event", permission="Calendars.Read")
    assert type(raised.value) is kind
    assert (raised.value.code, raised.value.message) == ("SomeCode", "Some message.")
    assert raised.value.request_id == "r-1"
    assert not raised.value.may_have_happened


async def test_errors_carry_what_a_reply_needs(service: Service, graph: GraphClient) -> None:
    service.answers(refusing(403, "ErrorAccessDenied"))
    with pytest.raises(NotAllowed) as denied:
        await graph.get("/me", whole, permission="Calendars.Read")
    assert denied.value.permission == "Calendars.Read"
    service.answers(refusing(404, "ErrorItemNotFound"))
    with pytest.raises(NotFound) as missing:
        await graph.get("/me", whole, what="event")
    assert missing.value.what == "event"
    service.answers(refusing(404, "MailboxNotEnabledForRESTAPI"))
    with pytest.raises(NotFound) as homeless:
        await graph.get("/me", whole, what="event")
    assert homeless.value.what == "mailbox"
    service.answers(refusing(429, "ApplicationThrottled", headers={"Retry-After": "90"}))
    with pytest.raises(Throttled) as throttled:
        await graph.get("/me", whole)
    assert throttled.value.wait == timedelta(seconds=90)


@pytest.mark.parametrize("body", [b"<html>Bad gateway</html>", b"", b'{"error": "text"}', b"[]"])
async def test_an_error_without_graphs_body_is_still_an_error(
    service: Service, graph: GraphClient, body: bytes
) -> None:
    service.answers(answering(raw=body, status=404))
    with pytest.raises(NotFound) as raised:
        await graph.get("/me/events/1", whole)
    assert raised.value.code == "404"
    assert len(raised.value.request_id) == 36, "our own id, since nobody gave one"


async def test_a_read_is_repeated_until_it_works(service: Service, graph: GraphClient) -> None:
    service.answers(dropping, refusing(500, "InternalServerError"), tearing, answering({"id": "me"}))
    assert await graph.get("/me", whole) == {"id": "me"}
    assert graph.calls == len(service.asked) == 4


async def test_waits_grow_up_to_what_chance_allows(service: Service) -> None:
    """Full jitter: the drawn part of 0.4 s, 0.8 s, 1.6 s."""
    service.answers(refusing(503, "ServiceUnavailable"))
    async with service.client(jitter=0.5) as graph:
        with pytest.raises(Unavailable):
            await graph.get("/me", whole)
    assert service.waits == pytest.approx([0.2, 0.4, 0.8])


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("3", 3), ("2.128", 2.128), ("0", 0), ("Sat, 21 Nov 2026 10:00:07 GMT", 7), ("-5", 0)],
)
async def test_retry_after_is_obeyed(service: Service, graph: GraphClient, header: str, seconds: float) -> None:
    headers = {"Retry-After": header, "Date": "Sat, 21 Nov 2026 10:00:00 GMT"}
    service.answers(refusing(429, "ApplicationThrottled", headers=headers), answering({}))
    await graph.get("/me", whole)
    assert service.waits == [seconds]


async def test_what_would_take_longer_than_the_deadline_is_not_waited_for(service: Service, graph: GraphClient) -> None:
    service.answers(refusing(429, "ApplicationThrottled", headers={"Retry-After": "300"}))
    with pytest.raises(Throttled) as raised:
        await graph.get("/me", whole)
    assert raised.value.wait == timedelta(minutes=5)
    assert len(service.asked) == 1
    assert not service.waits


@pytest.mark.parametrize(
    "answer",
    [
        refusing(429, "ApplicationThrottled"),
        refusing(503, "ServiceUnavailable", headers={"Retry-After": "1"}),
    ],
)
async def test_a_write_that_was_turned_away_is_repeated(service: Service, graph: GraphClient, answer: Answer) -> None:
    """Graph says itself that it has not done it."""
    service.answers(answer, answering({"id": "new"}, 201))
    assert await write(graph) == {"id": "new"}
    assert len(service.asked) == 2


@pytest.mark.parametrize(
    "answer",
    [
        dropping,
        tearing,
        refusing(500, "InternalServerError"),
        refusing(502, "BadGateway"),
        refusing(503, "ServiceUnavailable"),
        refusing(504, "GatewayTimeout"),
        answering(raw=b'{"id": "torn', status=201),
    ],
)
async def test_a_write_that_may_have_happened_is_not_repeated(
    service: Service, graph: GraphClient, answer: Answer
) -> None:
    service.answers(answer, answering({"id": "second"}, 201))
    with pytest.raises(Unavailable) as raised:
        await write(graph)
    assert raised.value.may_have_happened
    assert len(service.asked) == 1


async def test_a_write_that_is_safe_to_repeat_is_repeated(service: Service, graph: GraphClient) -> None:
    service.answers(dropping, refusing(502, "BadGateway"), answering({"id": "new"}, 201))
    assert await write(graph, repeatable=True) == {"id": "new"}
    assert service.asked[0].body == service.asked[2].body


async def test_doubt_outlasts_a_later_refusal(service: Service, graph: GraphClient) -> None:
    """The repeated If-Match may meet our own change: Stale then says that it may have happened."""
    service.answers(dropping, refusing(412, "ErrorIrresolvableConflict"))
    with pytest.raises(Stale) as raised:
        await write(graph, repeatable=True)
    assert raised.value.may_have_happened


async def test_a_refused_write_has_not_happened(service: Service, graph: GraphClient) -> None:
    service.answers(refusing(400, "ErrorInvalidRequest"))
    with pytest.raises(Refused) as raised:
        await write(graph)
    assert not raised.value.may_have_happened


async def test_who_cannot_be_reached_has_done_nothing() -> None:
    """A write is repeated while nobody listens, and certainly has not happened."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    async with connection_pool() as http:
        graph = GraphClient(http, f"http://127.0.0.1:{port}/v1.0", FixedToken("token"), sleep=sleep)
        with pytest.raises(Unavailable) as raised:
            await write(graph)
    assert raised.value.code == "NotReached"
    assert not raised.value.may_have_happened
    assert len(waits) == 3


async def test_the_deadline_holds_for_the_whole_operation(service: Service) -> None:
    service.answers(service.silence)
    patience = Patience(deadline=timedelta(milliseconds=150), attempt=timedelta(seconds=5))
    async with service.client(patience=patience) as graph:
        with pytest.raises(Unavailable) as reading:
            await graph.get("/me", whole)
        with pytest.raises(Unavailable) as writing:
            await write(graph, repeatable=True)
    assert reading.value.code == writing.value.code == "DeadlineExceeded"
    assert not reading.value.may_have_happened
    assert writing.value.may_have_happened


async def test_a_slow_attempt_gives_way_to_another(service: Service) -> None:
    service.answers(service.silence, answering({"id": "me"}))
    async with service.client(patience=Patience(attempt=timedelta(milliseconds=100))) as graph:
        assert await graph.get("/me", whole) == {"id": "me"}


class Renewing:
    """Tokens that differ each time one was refused."""

    def __init__(self) -> None:
        self.number = 1

    async def token(self) -> str:
        return f"token {self.number}"

    def forget(self, token: str) -> None:
        assert token == f"token {self.number}"
        self.number += 1


async def test_a_refused_token_is_replaced_once(service: Service) -> None:
    """A write may be repeated then: who was not let in has done nothing."""
    service.answers(refusing(401, "InvalidAuthenticationToken"), answering({"id": "new"}, 201))
    async with service.client(Renewing()) as graph:
        assert await write(graph) == {"id": "new"}
        assert [asked.headers["authorization"] for asked in service.asked] == ["Bearer token 1", "Bearer token 2"]
        service.answers(refusing(401, "InvalidAuthenticationToken"))
        with pytest.raises(NotSignedIn):
            await graph.get("/me", whole)
    assert len(service.asked) == 4


async def test_an_answer_of_another_shape_is_no_answer(service: Service, graph: GraphClient) -> None:
    """Garbage with status 200 is told as Unavailable, not as a crash, and not as nothing found."""
    for raw in (b"not json", b'"text"', b"[1]", b'{"value": 5}', b'{"value": [null]}'):
        service.answers(answering(raw=raw))
        with pytest.raises(Unavailable) as raised:
            await graph.collect("/me/events", lambda item: item["id"])
        assert raised.value.code == "MalformedAnswer"


async def test_an_answer_without_body_is_read_as_none(service: Service, graph: GraphClient) -> None:
    service.answers(answering(status=202))
    await graph.write("POST", "/me/events/1/accept", {}, nothing)


async def test_a_redirect_is_not_followed(service: Service, graph: GraphClient) -> None:
    """The token goes to Graph alone."""
    service.answers(answering(status=302, headers={"Location": "http://127.0.0.1:9/elsewhere"}))
    with pytest.raises(Unavailable):
        await graph.get("/me", whole)
    assert {asked.path for asked in service.asked} == {"/me"}


async def test_users_who_share_the_connections_share_no_cookies(service: Service, graph: GraphClient) -> None:
    service.answers(answering({}, headers={"Set-Cookie": "session=ana; Path=/"}))
    await graph.as_user(FixedToken("ana"), "ana").get("/me", whole)
    await graph.as_user(FixedToken("tom"), "tom").get("/me", whole)
    assert "cookie" not in service.asked[1].headers


def _pages(service: Service, *counts: int) -> list[Answer]:
    """Pages of so many items each, linked to each other."""
    pages = []
    for number, count in enumerate(counts):
        page: dict[str, Any] = {"value": [f"{number}.{item}" for item in range(count)]}
        if number + 1 < len(counts):
            page["@odata.nextLink"] = f"{service.root}/me/events?%24skiptoken=a%2Fb%3D{number}"
        pages.append(answering(page))
    return pages


async def test_all_pages_are_collected(service: Service, graph: GraphClient) -> None:
    """Also after an empty one, and the link is taken as it is."""
    service.answers(*_pages(service, 2, 0, 1))
    assert await graph.collect("/me/events", whole, params={"$top": "2"}, headers={"Prefer": "x"}) == (
        "0.0",
        "0.1",
        "2.0",
    )
    assert [asked.query for asked in service.asked] == [
        {"$top": "2"},
        {"$skiptoken": "a/b=0"},
        {"$skiptoken": "a/b=1"},
    ]
    assert {asked.headers["prefer"] for asked in service.asked} == {"x"}


async def test_pages_are_fetched_as_they_are_wanted(service: Service, graph: GraphClient) -> None:
    service.answers(*_pages(service, 2, 2, 2))
    async for page in graph.pages("/me/events", whole):
        assert page == ("0.0", "0.1")
        break
    assert len(service.asked) == 1


async def test_the_token_does_not_follow_a_link_out_of_the_service(service: Service, graph: GraphClient) -> None:
    service.answers(answering({"value": [], "@odata.nextLink": "https://graph.example/v1.0/me/events"}))
    with pytest.raises(Unavailable) as raised:
        await graph.collect("/me/events", whole)
    assert raised.value.code == "ForeignNextLink"


async def test_links_in_a_circle_end_with_the_deadline(service: Service) -> None:
    service.answers(answering({"value": [], "@odata.nextLink": f"{service.root}/me/events?page=2"}))
    async with service.client(patience=Patience(deadline=timedelta(milliseconds=200))) as graph:
        with pytest.raises(Unavailable) as raised:
            await graph.collect("/me/events", whole)
    assert raised.value.code == "DeadlineExceeded"


class Gate:
    """Answers that wait until the test lets them go."""

    def __init__(self, service: Service) -> None:
        self.opened = asyncio.Event()
        self.arrived = asyncio.Semaphore(0)
        service.answers(self.answer)

    async def answer(self, _: Asked, __: web.Request) -> web.StreamResponse:
        self.arrived.release()
        await self.opened.wait()
        return web.json_response({})

    async def wait_for(self, count: int) -> None:
        async with asyncio.timeout(10):
            for _ in range(count):
                await self.arrived.acquire()


async def test_a_mailbox_is_asked_four_things_at_once(service: Service, graph: GraphClient) -> None:
    """Whichever client of the process asks; another mailbox does not wait."""
    gate = Gate(service)
    ana, again, tom = (graph.as_user(FixedToken(name), name) for name in ("ana", "ana", "tom"))
    asking = [asyncio.create_task(client.get("/me", whole)) for client in (ana, again) * 5]
    await gate.wait_for(4)
    other = asyncio.create_task(tom.get("/me", whole))
    await gate.wait_for(1)
    assert [asked.headers["authorization"] for asked in service.asked].count("Bearer ana") == 4
    gate.opened.set()
    await asyncio.gather(other, *asking)
    assert service.most == 5
    assert len(service.asked) == 11


async def test_who_gives_up_in_the_queue_leaves_no_gap(service: Service, graph: GraphClient) -> None:
    gate = Gate(service)
    asking = [asyncio.create_task(graph.get("/me", whole)) for _ in range(8)]
    await gate.wait_for(4)
    asking[6].cancel()
    asking[0].cancel()
    await gate.wait_for(1)
    gate.opened.set()
    results = await asyncio.gather(*asking, return_exceptions=True)
    assert sum(result == {} for result in results) == 6
    assert await graph.get("/me", whole) == {}


async def test_a_mailbox_has_one_queue_however_it_is_written(graph: GraphClient) -> None:
    """Addresses and ids are the same in any case."""
    one, two = graph.of_mailbox("Tom@Contoso.example"), graph.of_mailbox("tom@contoso.example")
    assert one.own_lane is two.own_lane
    assert graph.of_mailbox("ana@contoso.example").own_lane is not one.own_lane


async def test_clients_are_derived_for_users_and_mailboxes(service: Service, graph: GraphClient) -> None:
    service.answers(answering({}))
    ana = graph.as_user(FixedToken("ana"), "id-of-ana")
    assert ana.mailbox == "/me"
    assert ana.of_mailbox("tom+x@contoso.example").mailbox == "/users/tom%2Bx@contoso.example"
    assert graph.of_mailbox("a/../b").mailbox == "/users/a%2F..%2Fb"
    await ana.of_mailbox("tom").get("/me", whole)
    assert service.asked[0].headers["authorization"] == "Bearer ana"
    assert (ana.calls, graph.calls) == (0, 0)


async def test_the_log_knows_ids_but_no_words(
    service: Service, graph: GraphClient, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither what was searched for, nor an address out of the path, nor the token, at any level."""
    caplog.set_level(logging.DEBUG, logger="graph")
    service.answers(
        refusing(429, "ApplicationThrottled", headers={"request-id": "r-7"}),
        answering({}),
        refusing(403, "ErrorAccessDenied"),
    )
    await graph.get("/users/ana@contoso.example", whole, params={"$search": "Budget"}, what="user")
    with pytest.raises(NotAllowed):
        await graph.get("/users/ana@contoso.example", whole)
    records = [vars(record) for record in caplog.records if record.name.startswith("graph")]
    assert [record["msg"] for record in records] == ["graph call repeated", "graph call", "graph call failed"]
    assert records[0]["request_id"] == "r-7"
    for record in records:
        assert not {word for word in ("ana@", "Budget", "token") if word in str(record)}
