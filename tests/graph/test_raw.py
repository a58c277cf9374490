"""The raw request: what goes out, what comes back."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from graph import raw
from graph.client import GraphClient, connection_pool
from graph.credentials import FixedToken
from graph.errors import NotFound, Refused, Unavailable
from graph.retries import Patience
from tests.graph.service import Service, answering, dropping, refusing


@dataclass
class Echo:
    """A server that says what it got."""

    root: str
    stopping: asyncio.Event


@pytest.fixture
async def echo() -> AsyncIterator[Echo]:
    stopping = asyncio.Event()

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.path.endswith("/silence"):
            await stopping.wait()
        if request.path.endswith("/picture"):
            return web.Response(body=b"\x89PNG\xff", content_type="image/png")
        if request.path.endswith("/words"):
            return web.Response(body="día".encode("latin-1"), content_type="text/plain", charset="latin-1")
        said = {"method": request.method, "query": dict(request.query), "type": request.content_type}
        if request.content_type in ("multipart/form-data", "application/x-www-form-urlencoded"):
            fields = await request.post()
            said["fields"] = {
                name: [value.filename, value.file.read().decode()] if isinstance(value, web.FileField) else value
                for name, value in fields.items()
            }
        else:
            said["body"] = (await request.read()).decode()
        return web.json_response(said | {"mark": request.headers.get("X-Mark", "")}, status=201)

    application = web.Application()
    application.router.add_route("*", "/{path:.*}", answer)
    server = TestServer(application, host="127.0.0.1")
    await server.start_server()
    yield Echo(str(server.make_url("/v1.0")), stopping)
    stopping.set()
    await server.close()


@pytest.fixture
async def client(echo: Echo) -> AsyncIterator[GraphClient]:
    async with connection_pool() as http:
        yield GraphClient(http, echo.root, FixedToken("token"))


@pytest.mark.parametrize("method", ["GET", "post", "PUT", "PATCH", "DELETE"])
async def test_any_method_with_query_and_headers(client: GraphClient, method: str) -> None:
    answer = await raw.request(
        client, method, "/me/x", query={"$filter": "name eq 'A & B'"}, headers={"X-Mark": "here"}
    )
    assert answer.status == 201
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.json == {
        "method": method.upper(),
        "query": {"$filter": "name eq 'A & B'"},
        "type": "application/octet-stream",
        "body": "",
        "mark": "here",
    }


async def test_a_query_in_the_path_stays(client: GraphClient) -> None:
    assert (await raw.request(client, "GET", "/me?$select=id&$top=2")).json["query"] == {"$select": "id", "$top": "2"}


@pytest.mark.parametrize(
    ("body", "kind", "arrived"),
    [
        (raw.json_body({"día": 1}), "application/json", {"body": json.dumps({"día": 1}, ensure_ascii=False)}),
        (raw.form_body({"a": "1 & 2"}), "application/x-www-form-urlencoded", {"fields": {"a": "1 & 2"}}),
        (
            raw.multipart_body({"a": "1"}, {"f": ("plan.txt", b"Plan", "text/plain")}),
            "multipart/form-data",
            {"fields": {"a": "1", "f": ["plan.txt", "Plan"]}},
        ),
        (raw.Body(b"bytes", "image/png"), "image/png", {"body": "bytes"}),
    ],
)
async def test_any_kind_of_body(client: GraphClient, body: raw.Body, kind: str, arrived: dict[str, object]) -> None:
    said = (await raw.request(client, "POST", "/me/x", body=body)).json
    assert said["type"] == kind
    assert {name: said[name] for name in arrived} == arrived


async def test_answers_that_are_not_json(client: GraphClient) -> None:
    picture = await raw.request(client, "GET", "/me/picture")
    assert (picture.content, picture.headers["content-type"]) == (b"\x89PNG\xff", "image/png")
    assert (await raw.request(client, "GET", "/me/words")).text == "día"


async def test_a_time_out_of_ones_own(client: GraphClient) -> None:
    short = client.patient(Patience(deadline=timedelta(seconds=0.05)))
    with pytest.raises(Unavailable) as raised:
        await raw.request(short, "GET", "/me/silence")
    assert raised.value.code == "DeadlineExceeded"
    assert client.patience != short.patience


async def test_retries_of_ones_own(service: Service) -> None:
    """Count, delay, without growing, and on every error."""
    service.answers(refusing(404, "NotYet"), refusing(404, "NotYet"), answering({}))
    patience = Patience(attempts=3, first_wait=timedelta(seconds=2), exponential=False, every_error=True)
    async with service.client(patience=patience) as graph:
        await raw.request(graph, "GET", "/me/x")
        assert service.waits == [2.0, 2.0]
        service.answers(refusing(404, "NotYet"))
        with pytest.raises(NotFound):
            await raw.request(graph.patient(Patience()), "GET", "/me/x")
        assert len(service.asked) == 4


@pytest.mark.parametrize(("repeatable", "requests"), [(False, 1), (True, 2)])
async def test_a_write_is_repeated_only_on_demand(
    service: Service, graph: GraphClient, repeatable: bool, requests: int
) -> None:
    service.answers(dropping, answering({}))
    try:
        await raw.request(graph, "PUT", "/me/x", body=raw.json_body({}), repeatable=repeatable)
    except Unavailable as error:
        assert error.may_have_happened
    assert len(service.asked) == requests


@pytest.mark.parametrize("path", ["me", "https://elsewhere.example/me", "/../beta/me", "/me/../../x", ""])
async def test_nothing_but_the_service_is_asked(service: Service, graph: GraphClient, path: str) -> None:
    """The token goes along."""
    with pytest.raises(Refused):
        await raw.request(graph, "GET", path)
    assert service.asked == []


async def test_immutable_ids_are_asked_for_beside_what_else_is_preferred(service: Service, graph: GraphClient) -> None:
    service.answers(answering({}))
    lasting = graph.with_immutable_ids()
    await raw.request(lasting, "GET", "/me/events/1")
    await raw.request(lasting, "GET", "/me/events/1", headers={"Prefer": 'outlook.timezone="UTC"'})
    assert [asked.headers["prefer"] for asked in service.asked] == [
        'IdType="ImmutableId"',
        'outlook.timezone="UTC", IdType="ImmutableId"',
    ]


async def test_a_collection_page_by_page(service: Service, graph: GraphClient) -> None:
    """With the size of the whole, where Graph tells."""
    more = f"{service.root}/users?%24skiptoken=2"
    service.answers(answering({"value": [1, 2], "@odata.nextLink": more, "@odata.count": 3}), answering({"value": [3]}))
    found = [page async for page in raw.pages(graph, "/users", query={"$count": "true"})]
    assert found == [raw.Page((1, 2), 3), raw.Page((3,))]
    assert [asked.query for asked in service.asked] == [{"$count": "true"}, {"$skiptoken": "2"}]


async def test_what_is_no_collection_is_one_page(service: Service, graph: GraphClient) -> None:
    service.answers(answering({"id": "me"}))
    assert [page.items async for page in raw.pages(graph, "/me")] == [({"id": "me"},)]


async def test_a_page_elsewhere_is_not_fetched(service: Service, graph: GraphClient) -> None:
    """The token would go along."""
    service.answers(answering({"value": [], "@odata.nextLink": "https://elsewhere.example/v1.0/users"}))
    with pytest.raises(Refused):
        [page async for page in raw.pages(graph, "/users")]
    assert len(service.asked) == 1
