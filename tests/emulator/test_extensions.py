"""Open extensions of events: a client's own data, by name, within the event where it is expanded."""

import pytest

from graph import extensions
from tests.emulator.clients import client_of
from tests.emulator.office import Json, Office, meeting

NAME = "example.convene.poll"
EXPANDED = f"$expand=Extensions($filter=id eq '{NAME}')"


def mark(name: str = NAME, **data: object) -> Json:
    return {"@odata.type": "#microsoft.graph.openTypeExtension", "extensionName": name, **data}


async def test_marks_of_our_own_client(office: Office) -> None:
    """Put, added to, read, taken off; nobody who is invited gets them."""
    made = await office.ana.post("/me/events", meeting("tom"))
    async with client_of(office, "ana") as ana:
        await extensions.mark_event(ana, made["id"], NAME, {"poll": "7"})
        await extensions.mark_event(ana, made["id"], NAME, {"poll": "8", "round": "2"})
        assert await extensions.marks_of_event(ana, made["id"], NAME) == {"poll": "8", "round": "2"}
        await extensions.unmark_event(ana, made["id"], NAME)
        assert await extensions.marks_of_event(ana, made["id"], NAME) == {}
        await extensions.mark_event(ana, made["id"], NAME, {"poll": "9"})
    copy = await office.tom.only_event()
    assert (await office.tom.get(f"/me/events/{copy['id']}/extensions"))["value"] == []


async def test_any_data_is_kept_as_it_came(office: Office) -> None:
    """Numbers, flags and objects too; by name or by id, in any case; null takes a part out."""
    path = f"/me/events/{(await office.ana.post('/me/events', meeting()))['id']}/extensions"
    made = await office.ana.post(path, mark(votes=3, open=True, best={"day": "Tue"}))
    assert made["id"] == f"Microsoft.OutlookServices.OpenTypeExtension.{NAME}"
    for key in (NAME, NAME.upper(), made["id"], f"microsoft.graph.openTypeExtension.{NAME}"):
        found = await office.ana.get(f"{path}/{key}")
        assert (found["votes"], found["open"], found["best"]) == (3, True, {"day": "Tue"})
    changed = await office.ana.patch(f"{path}/{NAME}", {"votes": 4, "open": None})
    assert {"votes", "best", "open"} & changed.keys() == {"votes", "best"}
    (listed,) = (await office.ana.get(path))["value"]
    assert listed["votes"] == 4


async def test_what_is_no_extension(office: Office) -> None:
    """Without a type or a name, of a name that is taken, or where there is none."""
    path = f"/me/events/{(await office.ana.post('/me/events', meeting()))['id']}/extensions"
    assert await office.ana.refusal("POST", path, {"extensionName": NAME}) == (400, "RequestBodyRead")
    assert await office.ana.refusal("POST", path, mark("")) == (400, "ErrorInvalidRequest")
    assert await office.ana.refusal("DELETE", f"{path}/{NAME}") == (404, "ErrorItemNotFound")
    await office.ana.post(path, mark(poll="7"))
    assert (await office.ana.refusal("POST", path, mark()))[0] == 409


@pytest.mark.parametrize("of", ["/{id}?", "?", "?$select=subject&"])
async def test_expanded_within_the_event(office: Office, of: str) -> None:
    """In one event and in lists, those that the filter names; they may be made together with the event."""
    made = await office.ana.post("/me/events", meeting(extensions=[mark(poll="7"), mark("example.other", poll="1")]))
    assert "extensions" not in await office.ana.get(f"/me/events/{made['id']}")
    answer = await office.ana.get(f"/me/events{of.replace('{id}', made['id'])}{EXPANDED}")
    event = answer["value"][0] if "value" in answer else answer
    assert [(one["extensionName"], one["poll"]) for one in event["extensions"]] == [(NAME, "7")]
    assert event["subject"] == "Budget"


async def test_attachments_are_expanded_too(office: Office) -> None:
    """Both at once; a name that an event does not have is refused."""
    made = await office.ana.post("/me/events", meeting(extensions=[mark()]))
    file = {"@odata.type": "#microsoft.graph.fileAttachment", "name": "menu.txt", "contentBytes": "U291cA=="}
    await office.ana.post(f"/me/events/{made['id']}/attachments", file)
    event = await office.ana.get(f"/me/events/{made['id']}?$expand=attachments,extensions")
    assert [one["name"] for one in event["attachments"]] == ["menu.txt"]
    assert len(event["extensions"]) == 1
    assert await office.ana.refusal("GET", f"/me/events/{made['id']}?$expand=nonsense") == (400, "BadRequest")


async def test_marks_of_private_events_stay_private(office: Office) -> None:
    """Who reads a calendar that is shared with them sees those of other events alone."""
    await office.ana.post(
        "/me/calendar/calendarPermissions", {"emailAddress": {"address": "tom@contoso.example"}, "role": "read"}
    )
    for sensitivity, count in (("private", 0), ("normal", 1)):
        made = await office.ana.post("/me/events", meeting(sensitivity=sensitivity, extensions=[mark()]))
        event = await office.tom.get(f"/users/ana@contoso.example/calendar/events/{made['id']}?$expand=extensions")
        assert len(event["extensions"]) == count
