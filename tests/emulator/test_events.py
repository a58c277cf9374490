"""Events of one mailbox: what is created, read, changed and refused."""

import pytest

from tests.emulator.office import Office, meeting


async def test_created_event_is_complete(office: Office) -> None:
    """What a client leaves out is there as Graph would fill it in."""
    event = await office.ana.post("/me/events", meeting(zone="Romance Standard Time"))
    assert event["start"] == {"dateTime": "2026-11-26T15:00:00.0000000", "timeZone": "UTC"}
    assert event["originalStartTimeZone"] == "Romance Standard Time"
    assert event["isOrganizer"] is True
    assert event["responseStatus"] == {"response": "organizer", "time": "0001-01-01T00:00:00Z"}
    assert event["type"] == "singleInstance"
    assert (event["showAs"], event["sensitivity"], event["importance"]) == ("busy", "normal", "normal")
    assert event["organizer"]["emailAddress"]["address"] == "ana@contoso.example"
    assert event["onlineMeeting"] is None
    assert "transactionId" not in event


async def test_same_transaction_gives_the_same_event(office: Office) -> None:
    """A repeated create is one event, in Graph and in the attendee's calendar."""
    body = meeting("tom", transactionId="b1")
    first = await office.ana.post("/me/events", body)
    second = await office.ana.post("/me/events", body)
    assert second["id"] == first["id"]
    assert len(await office.ana.calendar()) == 1
    assert len(await office.tom.calendar()) == 1


async def test_transaction_of_somebody_else_is_another_event(office: Office) -> None:
    """A transactionId counts within one mailbox."""
    first = await office.ana.post("/me/events", meeting(transactionId="b1"))
    second = await office.tom.post("/me/events", meeting(transactionId="b1"))
    assert first["id"] != second["id"]


@pytest.mark.parametrize("zone", ["Romance Standard Time", "Europe/Madrid"])
async def test_times_come_in_the_asked_zone(office: Office, zone: str) -> None:
    """Windows and IANA names both work, and the answer says which was applied."""
    made = await office.ana.post("/me/events", meeting())
    response = await office.ana.ask("GET", f"/me/events/{made['id']}", Prefer=f'outlook.timezone="{zone}"')
    assert response.json()["start"] == {"dateTime": "2026-11-26T17:00:00.0000000", "timeZone": zone}
    assert response.headers["Preference-Applied"] == f'outlook.timezone="{zone}"'


async def test_unknown_zone_is_refused(office: Office) -> None:
    """In the header and in a body alike."""
    wrong = (400, "TimeZoneNotSupportedException")
    assert await office.ana.refusal("GET", "/me/events", Prefer='outlook.timezone="Mars/Base"') == wrong
    assert await office.ana.refusal("POST", "/me/events", meeting(zone="Mars/Base")) == wrong


async def test_body_as_html_and_as_text(office: Office) -> None:
    """HTML unless text is asked for; the preview is always text."""
    body = {"contentType": "html", "content": "<p>Bring <b>figures</b></p>"}
    made = await office.ana.post("/me/events", meeting(body=body))
    assert made["body"] == {
        "contentType": "html",
        "content": "<html><head></head><body><p>Bring <b>figures</b></p></body></html>",
    }
    assert made["bodyPreview"] == "Bring figures"
    prefer = 'outlook.body-content-type="text"'
    plain = await office.ana.get(f"/me/events/{made['id']}", Prefer=prefer)
    assert plain["body"] == {"contentType": "text", "content": "Bring figures"}


async def test_online_meeting_gets_a_link_and_keeps_it(office: Office) -> None:
    """The service fills in the link; attendees get the same; it cannot be taken back."""
    made = await office.ana.post("/me/events", meeting("tom", isOnlineMeeting=True))
    link = made["onlineMeeting"]["joinUrl"]
    assert link.startswith("https://teams.microsoft.com/l/meetup-join/")
    assert made["onlineMeetingProvider"] == "teamsForBusiness"
    assert (await office.tom.only_event())["onlineMeeting"]["joinUrl"] == link
    changed = await office.ana.patch(f"/me/events/{made['id']}", {"isOnlineMeeting": False})
    assert changed["isOnlineMeeting"] is True
    assert changed["onlineMeeting"]["joinUrl"] == link


async def test_all_day_is_midnight_to_midnight_in_any_zone(office: Office) -> None:
    """A whole day is not moved by the zone that is asked for."""
    day = meeting(at="2026-11-26T00:00", minutes=24 * 60, isAllDay=True)
    made = await office.ana.post("/me/events", day)
    shown = await office.ana.get(f"/me/events/{made['id']}", Prefer='outlook.timezone="Asia/Tokyo"')
    assert shown["start"] == {"dateTime": "2026-11-26T00:00:00.0000000", "timeZone": "Asia/Tokyo"}
    assert shown["end"] == {"dateTime": "2026-11-27T00:00:00.0000000", "timeZone": "Asia/Tokyo"}


@pytest.mark.parametrize(
    ("at", "minutes"), [("2026-11-26T09:00", 24 * 60), ("2026-11-26T00:00", 60), ("2026-11-26T00:00", -60)]
)
async def test_times_that_make_no_event(office: Office, at: str, minutes: int) -> None:
    """All-day needs midnights a day apart, and no event ends before it begins."""
    body = meeting(at=at, minutes=minutes, isAllDay=True)
    assert await office.ana.refusal("POST", "/me/events", body) == (400, "ErrorPropertyValidationFailure")


async def test_sloppy_casing_and_types_are_understood(office: Office) -> None:
    """Property names and enum values in any case, booleans as text; the answer is canonical."""
    made = await office.ana.post("/me/events", meeting(Sensitivity="PRIVATE", isReminderOn="false", SHOWAS="oof"))
    assert (made["sensitivity"], made["isReminderOn"], made["showAs"]) == ("private", False, "oof")
    office.graph.requests.clear()  # such a request is outside of the description


@pytest.mark.parametrize(
    "body",
    [
        {"subject": "no times"},
        {"nonsense": 1},
        {"subject": 7},
        [],
        meeting(showAs="sleeping"),
        meeting(attendees="everybody"),
        meeting(start={"dateTime": "soon", "timeZone": "UTC"}),
        meeting(start="2026-11-26T16:00"),
    ],
)
async def test_unusable_bodies(office: Office, body: object) -> None:
    """A body that makes no event is named as such, and makes none."""
    assert await office.ana.refusal("POST", "/me/events", body) == (400, "RequestBodyRead")
    assert await office.ana.calendar() == []


async def test_body_that_is_no_json(office: Office) -> None:
    """Torn JSON, bytes that are no text, and the wrong content type are refused alike."""
    for content, kind in (
        (b'{"subject":', "application/json"),
        (b"\xff\xfe", "application/json"),
        (b"a=b", "text/plain"),
    ):
        response = await office.http.post(
            f"{office.graph.url}/me/events",
            content=content,
            headers={"Authorization": f"Bearer {office.ana.token}", "Content-Type": kind},
        )
        assert response.status_code == 400
        assert response.json()["error"]["innerError"]["request-id"] == response.headers["request-id"]
    office.graph.requests.clear()  # such a request is outside of the description


async def test_change_needs_the_version_that_was_read(office: Office) -> None:
    """If-Match with an older ETag is refused, with the current one it is not."""
    made = await office.ana.post("/me/events", meeting())
    path, old = f"/me/events/{made['id']}", made["@odata.etag"]
    changed = await office.ana.patch(path, {"subject": "Forecast"}, If_Match=old)
    assert changed["subject"] == "Forecast"
    assert changed["changeKey"] != made["changeKey"]
    assert await office.ana.refusal("PATCH", path, {"subject": "x"}, If_Match=old) == (412, "ErrorIrresolvableConflict")
    assert await office.ana.refusal("DELETE", path, If_Match=old) == (412, "ErrorIrresolvableConflict")


async def test_null_puts_the_default_back(office: Office) -> None:
    """A PATCH with null empties a property."""
    made = await office.ana.post("/me/events", meeting(location={"displayName": "Hood"}))
    assert made["locations"][0]["displayName"] == "Hood"
    changed = await office.ana.patch(f"/me/events/{made['id']}", {"location": None, "importance": None})
    assert changed["location"]["displayName"] == ""
    assert changed["locations"] == []
    assert changed["importance"] == "normal"


async def test_id_of_another_mailbox_is_not_found(office: Office) -> None:
    """Copies of a meeting have ids of their own and one iCalUId."""
    made = await office.ana.post("/me/events", meeting("tom"))
    copy = await office.tom.only_event()
    assert copy["id"] != made["id"]
    assert copy["iCalUId"] == made["iCalUId"]
    assert await office.tom.refusal("GET", f"/me/events/{made['id']}") == (404, "ErrorItemNotFound")


async def test_ids_are_case_sensitive(office: Office) -> None:
    """Paths are not, ids are."""
    made = await office.ana.post("/me/events", meeting())
    assert (await office.ana.get(f"/Me/EVENTS/{made['id']}"))["subject"] == "Budget"
    assert await office.ana.refusal("GET", f"/me/events/{made['id'].swapcase()}") == (404, "ErrorItemNotFound")


async def test_unknown_path(office: Office) -> None:
    """Graph answers a path that it does not have with 400, a method that it does not have with 405."""
    assert await office.ana.refusal("GET", "/me/evnts") == (400, "BadRequest")
    assert (await office.ana.refusal("DELETE", "/me/events"))[0] == 405
    office.graph.requests.clear()  # a path outside of the description


async def test_view_needs_a_window(office: Office) -> None:
    """Both ends are required, in order; an offset counts, none is UTC."""
    assert (await office.ana.refusal("GET", "/me/calendarView"))[0] == 400
    backwards = "startDateTime=2026-11-27T00:00&endDateTime=2026-11-26T00:00"
    assert (await office.ana.refusal("GET", f"/me/calendarView?{backwards}"))[0] == 400
    await office.ana.post("/me/events", meeting(at="2026-11-26T23:30"))
    window = "startDateTime=2026-11-27T00:00:00%2B01:00&endDateTime=2026-11-27T00:30:00%2B01:00"
    assert (await office.ana.get(f"/me/calendarView?{window}"))["value"] == []
    window = "startdatetime=2026-11-27T00:30:00%2B01:00&enddatetime=2026-11-27T00:31:00%2B01:00"
    assert len((await office.ana.get(f"/me/calendarView?{window}"))["value"]) == 1


async def test_same_calendar_by_every_path(office: Office) -> None:
    """/me, /users/{id}, /users/{upn}, calendar and calendars lead to the same events."""
    made = await office.ana.post("/me/calendar/events", meeting())
    me = await office.ana.get("/me")
    (calendar,) = (await office.ana.get("/me/calendars"))["value"]
    for root in ("/me", f"/users/{me['id']}", "/users/ANA@contoso.example", f"/me/calendars/{calendar['id']}"):
        (event,) = (await office.ana.get(f"{root}/events"))["value"]
        assert event["id"] == made["id"]
    assert await office.ana.refusal("GET", "/me/calendars/none/events") == (404, "ErrorItemNotFound")
