"""Bad luck on request, and the log of what was asked."""

import httpx
import pytest

from graph.emulator import Break, Fault
from tests.emulator.office import Office, meeting


async def test_answer_of_its_own(office: Office) -> None:
    """As often as asked, for the requests that match, with headers and any body."""
    body = {"error": {"code": "TooManyRequests", "message": "Slow down."}}
    office.graph.faults.append(Fault("^GET /me/events", 429, body, {"Retry-After": "2.128"}, times=2))
    for _ in range(2):
        response = await office.ana.ask("GET", "/me/events")
        assert (response.status_code, response.headers["Retry-After"]) == (429, "2.128")
        assert response.json() == body
    assert (await office.ana.get("/me"))["displayName"] == "Ana Ruiz"
    assert (await office.ana.get("/me/events"))["value"] == []
    assert office.graph.faults == []


async def test_connection_ends_before_anything_is_done(office: Office) -> None:
    """The create did not happen."""
    office.graph.faults.append(Fault("^POST /me/events", breaks=Break.BEFORE))
    with pytest.raises(httpx.TransportError):
        await office.ana.post("/me/events", meeting("tom"))
    assert await office.ana.calendar() == []


async def test_connection_ends_after_it_was_done(office: Office) -> None:
    """The create happened, and only its answer was lost."""
    office.graph.faults.append(Fault("^POST /me/events", breaks=Break.AFTER))
    with pytest.raises(httpx.TransportError):
        await office.ana.post("/me/events", meeting("tom"))
    assert len(await office.ana.calendar()) == 1
    assert len(await office.tom.calendar()) == 1


async def test_torn_json(office: Office) -> None:
    """Status and type are right, the body is half."""
    office.graph.faults.append(Fault("^GET /me$", breaks=Break.TORN))
    response = await office.ana.ask("GET", "/me")
    assert response.status_code == 200
    with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
        response.json()


async def test_latency(office: Office) -> None:
    """A client with less patience gives up."""
    office.graph.faults.append(Fault("^GET /me$", latency=5))
    with pytest.raises(httpx.ReadTimeout):
        await office.http.get(
            f"{office.graph.url}/me", headers={"Authorization": f"Bearer {office.ana.token}"}, timeout=0.05
        )


async def test_requests_are_noted(office: Office) -> None:
    """Method, path, query, both bodies and the status, in order; refusals too."""
    made = await office.ana.post("/me/events", meeting())
    await office.ana.refusal("GET", "/me/events/none")
    first, second = office.graph.requests
    assert (first.method, first.path, first.status) == ("POST", "/me/events", 201)
    assert first.request_body == meeting()
    assert first.response_body == made
    assert (second.method, second.path, second.status) == ("GET", "/me/events/none", 404)
