"""Files on events: added at once or in pieces, read, taken off, and seen by those who are invited."""

import base64
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from graph import attachments, events
from graph.attachments import File
from graph.client import GraphClient
from graph.errors import NotFound
from tests.emulator.clients import client_of
from tests.emulator.office import Json, Office, meeting

LARGE = bytes(range(256)) * (16 * 1024)  # 4 MiB
HALF = len(LARGE) // 2


@pytest.fixture
async def ana(office: Office) -> AsyncIterator[GraphClient]:
    async with client_of(office, "ana") as graph:
        yield graph


def text_file(**more: object) -> Json:
    return {
        "@odata.type": "#microsoft.graph.fileAttachment",
        "name": "menu.txt",
        "contentBytes": base64.b64encode(b"Soup").decode(),
        **more,
    }


async def session_of(office: Office, path: str, size: int = len(LARGE)) -> Json:
    item = {"attachmentType": "file", "name": "plan.bin", "size": size}
    return await office.ana.post(f"{path}/attachments/createUploadSession", {"AttachmentItem": item})


async def put(office: Office, session: Json, first: int, piece: bytes, **headers: str) -> httpx.Response:
    stretch = f"bytes {first}-{first + len(piece) - 1}/{len(LARGE)}"
    return await office.http.put(session["uploadUrl"], content=piece, headers={"Content-Range": stretch, **headers})


async def test_a_small_file_from_its_adding_to_its_end(office: Office, ana: GraphClient) -> None:
    """Our own client adds, lists, reads and takes off; the event says whether there is something."""
    made = await office.ana.post("/me/events", meeting())
    assert made["hasAttachments"] is False
    await attachments.attach_to_event(ana, made["id"], File("plan.txt", b"Plan", "text/plain"))
    (listed,) = await attachments.list_event_attachments(ana, made["id"])
    assert (listed.name, listed.content_type, listed.size > 4) == ("plan.txt", "text/plain", True)
    assert await attachments.get_event_attachment(ana, made["id"], listed.id) == File("plan.txt", b"Plan", "text/plain")
    changed = await office.ana.get(f"/me/events/{made['id']}")
    assert changed["hasAttachments"] is True
    assert changed["changeKey"] != made["changeKey"]
    await attachments.delete_event_attachment(ana, made["id"], listed.id)
    assert (await office.ana.get(f"/me/events/{made['id']}"))["hasAttachments"] is False
    with pytest.raises(NotFound):
        await attachments.get_event_attachment(ana, made["id"], listed.id)


async def test_what_is_answered_of_a_file(office: Office) -> None:
    """The type that its name tells of, and the bytes; they are also to be had by themselves."""
    path = f"/me/events/{(await office.ana.post('/me/events', meeting()))['id']}/attachments"
    made = await office.ana.post(path, text_file())
    assert (made["contentType"], made["isInline"], made["contentBytes"]) == ("text/plain", False, "U291cA==")
    assert made["@odata.type"] == "#microsoft.graph.fileAttachment"
    whole = await office.ana.ask("GET", f"{path}/{made['id']}/$value")
    assert (whole.content, whole.headers["Content-Type"]) == (b"Soup", "text/plain")
    (named,) = (await office.ana.get(f"{path}?$select=name"))["value"]
    assert {name for name in named if "@" not in name} == {"id", "name"}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (text_file(contentBytes="not base64"), "BadRequest"),
        (text_file(name=""), "ErrorInvalidRequest"),
        ({"name": "x", "contentBytes": ""}, "ErrorInvalidRequest"),
        (text_file(colour="red"), "RequestBodyRead"),
    ],
)
async def test_what_makes_no_file(office: Office, body: Json, code: str) -> None:
    """Neither without a name, nor without a type, nor of something that is no base64."""
    made = await office.ana.post("/me/events", meeting())
    assert await office.ana.refusal("POST", f"/me/events/{made['id']}/attachments", body) == (400, code)


async def test_a_file_of_more_than_3_mb_is_not_taken_at_once(office: Office) -> None:
    """It needs an upload session; a smaller one must not have one."""
    made = await office.ana.post("/me/events", meeting())
    path = f"/me/events/{made['id']}/attachments"
    body = text_file(contentBytes=base64.b64encode(LARGE).decode())
    assert await office.ana.refusal("POST", path, body) == (413, "ErrorMessageSizeExceeded")
    item = {"AttachmentItem": {"attachmentType": "file", "name": "x", "size": 1000}}
    wrong = (400, "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize")
    assert await office.ana.refusal("POST", f"{path}/createUploadSession", item) == wrong


async def test_attendees_have_the_files_too(office: Office) -> None:
    """Under ids of their own, also what was added or taken off later; a file of an attendee's own stays with them."""
    made = await office.ana.post("/me/events", meeting("tom"))
    file = await office.ana.post(f"/me/events/{made['id']}/attachments", text_file())
    copy = await office.tom.only_event()
    assert copy["hasAttachments"] is True
    assert copy["responseStatus"]["response"] == "notResponded"
    (theirs,) = (await office.tom.get(f"/me/events/{copy['id']}/attachments"))["value"]
    assert (theirs["name"], theirs["contentBytes"], theirs["id"] != file["id"]) == ("menu.txt", "U291cA==", True)
    await office.tom.post(f"/me/events/{copy['id']}/attachments", text_file(name="own.txt"))
    assert len((await office.ana.get(f"/me/events/{made['id']}/attachments"))["value"]) == 1
    await office.ana.delete(f"/me/events/{made['id']}/attachments/{file['id']}")
    assert (await office.tom.only_event())["hasAttachments"] is False


async def test_files_that_come_with_the_event(office: Office) -> None:
    """They are there from the beginning, with the attendees as well; an event with none that fits is not made."""
    made = await office.ana.post("/me/events", meeting("tom", attachments=[text_file()]))
    assert made["hasAttachments"] is True
    copy = await office.tom.only_event()
    (theirs,) = (await office.tom.get(f"/me/events/{copy['id']}/attachments"))["value"]
    assert theirs["contentBytes"] == "U291cA=="
    wrong = meeting(attachments=[text_file(contentBytes="?")])
    assert (await office.ana.refusal("POST", "/me/events", wrong))[0] == 400
    assert len(await office.ana.calendar()) == 1


async def test_a_file_of_one_occurrence(office: Office) -> None:
    """It makes an exception; the others of the series have none."""
    span = {"type": "numbered", "startDate": "2026-11-26", "numberOfOccurrences": 2}
    series = meeting(recurrence={"pattern": {"type": "daily", "interval": 1}, "range": span})
    await office.ana.post("/me/events", series)
    first, _ = await office.ana.calendar(days=2)
    await office.ana.post(f"/me/events/{first['id']}/attachments", text_file())
    days = await office.ana.calendar(days=2)
    assert [(day["type"], day["hasAttachments"]) for day in days] == [("exception", True), ("occurrence", False)]


async def test_files_of_private_events_stay_private(office: Office) -> None:
    """Who reads a calendar that is shared with them sees no file of a private event, and can add none."""
    await office.ana.post(
        "/me/calendar/calendarPermissions", {"emailAddress": {"address": "tom@contoso.example"}, "role": "read"}
    )
    made = await office.ana.post("/me/events", meeting(sensitivity="private"))
    path = f"/users/ana@contoso.example/calendar/events/{made['id']}/attachments"
    await office.ana.post(f"/me/events/{made['id']}/attachments", text_file())
    assert (await office.tom.get(path))["value"] == []
    assert await office.tom.refusal("POST", path, text_file()) == (403, "ErrorAccessDenied")


async def test_a_large_file_of_our_own_client(office: Office, ana: GraphClient) -> None:
    """It goes up in pieces, and is whole at the end, with the attendees as well."""
    made = await office.ana.post("/me/events", meeting("tom"))
    await attachments.attach_to_event(ana, made["id"], File("plan.bin", LARGE))
    (listed,) = await attachments.list_event_attachments(ana, made["id"])
    assert (await attachments.get_event_attachment(ana, made["id"], listed.id)).content == LARGE
    async with client_of(office, "tom") as tom:
        copy = await office.tom.only_event()
        (theirs,) = await attachments.list_event_attachments(tom, copy["id"])
        assert (await attachments.get_event_attachment(tom, copy["id"], theirs.id)).content == LARGE
    await events.delete_event(ana, made["id"])


async def test_pieces_come_in_their_order(office: Office) -> None:
    """Each answer says where the next begins, the last one where the file is; a piece may come twice."""
    path = f"/me/events/{(await office.ana.post('/me/events', meeting()))['id']}"
    session = await session_of(office, path)
    assert session["nextExpectedRanges"] == ["0-"]
    late = await put(office, session, HALF, LARGE[HALF:])
    assert (late.status_code, late.json()["error"]["code"]) == (400, "ErrorInvalidRequest")
    for _ in range(2):
        half = await put(office, session, 0, LARGE[:HALF])
        assert (half.status_code, half.json()["nextExpectedRanges"]) == (200, [str(HALF)])
    assert (await office.ana.get(path))["hasAttachments"] is False
    done = await put(office, session, HALF, LARGE[HALF:])
    assert (done.status_code, done.content) == (201, b"")
    (file,) = (await office.ana.get(f"{path}/attachments"))["value"]
    assert done.headers["Location"].endswith(f"/Attachments('{file['id']}')")
    assert (await put(office, session, 0, LARGE[:HALF])).status_code == 404


async def test_whom_a_session_serves(office: Office) -> None:
    """Who has its address, without a token of Graph's, until it is ended or has expired."""
    path = f"/me/events/{(await office.ana.post('/me/events', meeting()))['id']}"
    session = await session_of(office, path)
    assert (await put(office, session, 0, LARGE, Authorization="Bearer x")).status_code == 401
    foreign = {"uploadUrl": session["uploadUrl"].partition("?")[0] + "?authtoken=x"}
    assert (await put(office, foreign, 0, LARGE)).status_code == 401
    assert (await office.http.delete(session["uploadUrl"])).status_code == 204
    assert (await put(office, session, 0, LARGE)).status_code == 404
    session = await session_of(office, path)
    office.watch.advance(timedelta(days=2))
    assert (await put(office, session, 0, LARGE)).status_code == 404


@pytest.mark.parametrize("stretch", ["", "bytes 0-9", "bytes 0-99/100", f"bytes 0-99/{len(LARGE)}"])
async def test_a_range_that_does_not_fit(office: Office, stretch: str) -> None:
    """It must be there, and agree with the piece and with the size of the file."""
    session = await session_of(office, f"/me/events/{(await office.ana.post('/me/events', meeting()))['id']}")
    response = await office.http.put(session["uploadUrl"], content=b"x" * 10, headers={"Content-Range": stretch})
    assert response.status_code == 400


async def test_subscribers_hear_of_a_file(office: Office) -> None:
    """Also of one that came in pieces: those who listen are told of the mailboxes."""
    heard: list[str] = []
    made = await office.ana.post("/me/events", meeting("tom"))
    session = await session_of(office, f"/me/events/{made['id']}")
    office.graph.subscribe(heard.append)
    await put(office, session, 0, LARGE)
    assert heard == ["ana@contoso.example", "tom@contoso.example"]
