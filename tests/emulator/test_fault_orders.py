"""Faults that a script orders over HTTP."""

from typing import Any

import httpx
import pytest

from graph import people
from graph.errors import NotSignedIn, Throttled, Unavailable
from tests.emulator.clients import client_of
from tests.emulator.office import Office, meeting


def orders(office: Office) -> str:
    """Where faults are ordered."""
    return office.graph.url.removesuffix("/v1.0") + "/emulator/faults"


async def order(office: Office, **fault: Any) -> None:
    """A fault that is taken."""
    response = await office.http.post(orders(office), json=fault)
    assert response.status_code == 201, response.text


async def test_an_answer_of_ones_own(office: Office) -> None:
    """As often as ordered, in Graph's words where none are given; then all is well again."""
    await order(office, match="^GET /me$", status=429, retryAfter="2.5", times=2)
    for _ in range(2):
        response = await office.ana.ask("GET", "/me")
        assert (response.status_code, response.headers["Retry-After"]) == (429, "2.5")
        assert response.json()["error"]["code"] == "TooManyRequests"
    assert (await office.ana.get("/me"))["displayName"] == "Ana Ruiz"


async def test_every_kind_of_trouble_reaches_our_client(office: Office) -> None:
    """Throttled, signed out, torn, cut off, and nonsense instead of JSON."""
    async with client_of(office, "ana") as graph:
        for fault, kind in (
            ({"status": 429}, Throttled),
            ({"status": 401}, NotSignedIn),
            ({"status": 503, "retryAfter": 1}, Unavailable),
            ({"status": 504}, Unavailable),
            ({"status": 200, "body": "<html>Sorry</html>"}, Unavailable),
            ({"breaks": "before"}, Unavailable),
            ({"breaks": "after"}, Unavailable),
            ({"breaks": "torn"}, Unavailable),
        ):
            await order(office, match="GET /me$", times=9, **fault)
            with pytest.raises(kind):
                await people.me(graph)
            assert (await office.http.delete(orders(office))).status_code == 204
        assert (await people.me(graph)).name == "Ana Ruiz"
    office.graph.requests.clear()  # nonsense is not as Graph describes it


async def test_an_expired_token_is_told_with_a_challenge(office: Office) -> None:
    """Which says where a new one is to be had."""
    await order(office, match="/me", status=401)
    response = await office.ana.ask("GET", "/me")
    assert response.json()["error"]["code"] == "InvalidAuthenticationToken"
    assert response.headers["WWW-Authenticate"].startswith('Bearer realm=""')


async def test_what_was_done_before_the_connection_broke_is_done(office: Office) -> None:
    """One event, although the client never heard of it."""
    await order(office, match="POST /me/events", breaks="after")
    with pytest.raises(httpx.TransportError):
        await office.ana.post("/me/events", meeting())
    assert len(await office.ana.calendar()) == 1


async def test_a_step_of_a_batch_goes_wrong(office: Office) -> None:
    """The one that matches; our client asks for it again, alone."""
    await order(office, match="^GET /users", status=429, retryAfter=1)
    urls = ["/me", "/users", "/me/events"]
    steps = [{"id": str(number), "method": "GET", "url": url} for number, url in enumerate(urls)]
    answers = (await office.ana.post("/$batch", {"requests": steps}))["responses"]
    assert [answer["status"] for answer in answers] == [200, 429, 200]
    assert answers[1]["headers"]["Retry-After"] == "1"


async def test_what_is_still_to_come(office: Office) -> None:
    """Told in order, and forgotten on request."""
    await order(office, match="GET /me", latency=0.01, times=3)
    await order(office, match="POST", breaks="torn")
    await office.ana.get("/me")
    listed = (await office.http.get(orders(office))).json()["value"]
    assert [(one["match"], one["times"], one["breaks"], one["latency"]) for one in listed] == [
        ("GET /me", 2, None, 0.01),
        ("POST", 1, "torn", 0.0),
    ]
    await office.http.delete(orders(office))
    assert (await office.http.get(orders(office))).json()["value"] == []


@pytest.mark.parametrize(
    "fault",
    [
        {},
        {"match": "("},
        {"match": "/me", "status": 99},
        {"match": "/me", "latency": 600},
        {"match": "/me", "times": 0},
        {"match": "/me", "breaks": "sometimes"},
        {"match": "/me", "colour": "red"},
        "all",
    ],
)
async def test_orders_that_make_no_sense(office: Office, fault: object) -> None:
    """400 says what is wrong, and nothing is kept."""
    response = await office.http.post(orders(office), json=fault)
    assert response.status_code == 400
    assert response.json()["error"]
    assert office.graph.faults == []


async def test_a_page_of_another_site_cannot_order(office: Office) -> None:
    """A browser sends such a page's JSON only after asking, and nobody answers it here."""
    response = await office.http.post(orders(office), content='{"match": "."}', headers={"Content-Type": "text/plain"})
    assert response.status_code == 415
    assert office.graph.faults == []


async def test_latency_makes_an_impatient_client_give_up(office: Office) -> None:
    """The answer comes, but too late for who waits a twentieth of a second."""
    await order(office, match="^GET /me$", latency=5)
    with pytest.raises(httpx.ReadTimeout):
        await office.http.get(
            f"{office.graph.url}/me", headers={"Authorization": f"Bearer {office.ana.token}"}, timeout=0.05
        )
