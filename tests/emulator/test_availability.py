"""Free/busy time and suggestions for a time."""

from typing import Any

import pytest

from tests.emulator.conftest import OpenOffice
from tests.emulator.office import Office, attendee, meeting

PACIFIC = 'outlook.timezone="Pacific Standard Time"'


def window(start: str, end: str, *names: str, **more: Any) -> dict[str, Any]:
    """A getSchedule request."""
    return {
        "schedules": [name if "@" in name else f"{name}@contoso.example" for name in names],
        "startTime": {"dateTime": start, "timeZone": "UTC"},
        "endTime": {"dateTime": end, "timeZone": "UTC"},
        **more,
    }


def wish(*names: str, start: str = "2026-11-26T08:00", end: str = "2026-11-26T16:00", **more: Any) -> dict[str, Any]:
    """A findMeetingTimes request for any hour of the slot."""
    slot = {"start": {"dateTime": start, "timeZone": "UTC"}, "end": {"dateTime": end, "timeZone": "UTC"}}
    return {
        "attendees": [attendee(name) for name in names],
        "timeConstraint": {"activityDomain": "unrestricted", "timeSlots": [slot]},
        **more,
    }


async def found(office: Office, body: dict[str, Any], **headers: str) -> list[tuple[str, float]]:
    """Start and confidence of each suggestion for Ana."""
    answer = await office.ana.post("/me/findMeetingTimes", body, **headers)
    return [
        (one["meetingTimeSlot"]["start"]["dateTime"][11:16], one["confidence"])
        for one in answer["meetingTimeSuggestions"]
    ]


async def test_digits_of_the_view(office: Office) -> None:
    """0 free, 1 tentative, 2 busy, 3 out of office, 4 elsewhere; the busiest wins."""
    for hour, shown in enumerate(("free", "tentative", "busy", "oof", "workingElsewhere"), start=8):
        await office.tom.post("/me/events", meeting(at=f"2026-11-26T{hour:02}:00", minutes=60, showAs=shown))
    await office.tom.post("/me/events", meeting(at="2026-11-26T12:30", minutes=30, showAs="tentative"))
    body = window("2026-11-26T08:00", "2026-11-26T13:00", "tom")
    (schedule,) = (await office.ana.post("/me/calendar/getSchedule", body))["value"]
    assert schedule["availabilityView"] == "0011223341"
    hourly = {**body, "availabilityViewInterval": 60}
    (schedule,) = (await office.ana.post("/me/calendar/getSchedule", hourly))["value"]
    assert schedule["availabilityView"] == "01231"


async def test_whole_day_is_the_owners_day(office: Office) -> None:
    """From midnight to midnight in Los Angeles, whatever zone the event was written in."""
    await office.tom.post("/me/events", meeting(at="2026-11-26T00:00", minutes=24 * 60, isAllDay=True, showAs="oof"))
    body = window("2026-11-26T07:00", "2026-11-27T09:00", "tom", availabilityViewInterval=60)
    (schedule,) = (await office.ana.post("/me/calendar/getSchedule", body))["value"]
    assert schedule["availabilityView"] == "0" + "3" * 24 + "0"


async def test_schedule_says_hours_and_items_in_the_asked_zone(office: Office) -> None:
    """Items come with their own times, hours with the mailbox's zone."""
    await office.tom.post("/me/events", meeting(at="2026-11-26T17:00"))
    body = window("2026-11-26T00:00", "2026-11-27T00:00", "tom")
    (schedule,) = (await office.ana.post("/me/calendar/getSchedule", body, Prefer=PACIFIC))["value"]
    (item,) = schedule["scheduleItems"]
    assert item["start"] == {"dateTime": "2026-11-26T09:00:00.0000000", "timeZone": "Pacific Standard Time"}
    assert schedule["workingHours"]["timeZone"] == {"name": "Pacific Standard Time"}
    assert schedule["workingHours"]["startTime"] == "08:00:00.0000000"


async def test_subjects_only_where_they_are_shared(open_office: OpenOffice) -> None:
    """A colleague sees that somebody is busy; with limitedRead also with what, unless it is private."""
    permission = {"mailbox": "tom@contoso.example", "grantee": "priya@contoso.example", "role": "limitedRead"}
    async with open_office(permissions=[permission]) as office:
        await office.tom.post("/me/events", meeting(at="2026-11-26T09:00"))
        await office.tom.post("/me/events", meeting(at="2026-11-26T10:00", sensitivity="private"))
        body = window("2026-11-26T00:00", "2026-11-27T00:00", "tom")
        for person, subjects in ((office.ana, [None, None]), (office.priya, ["Budget", None])):
            (schedule,) = (await person.post("/me/calendar/getSchedule", body))["value"]
            assert [item.get("subject") for item in schedule["scheduleItems"]] == subjects


async def test_strangers_and_groups(office: Office) -> None:
    """An unknown address has an error of its own; a group is its members merged."""
    await office.tom.post("/me/events", meeting(at="2026-11-26T08:00"))
    body = window("2026-11-26T08:00", "2026-11-26T09:00", "x@elsewhere.example", "finance", "hood")
    stranger, group, room = (await office.ana.post("/me/calendar/getSchedule", body))["value"]
    assert stranger["error"]["responseCode"] == "ErrorMailRecipientNotFound"
    assert "availabilityView" not in stranger
    assert group["availabilityView"] == "20"
    assert room["availabilityView"] == "00"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (window("2026-11-26T00:00", "2027-02-26T00:00", "tom"), "ErrorTimeIntervalTooBig"),
        (window("2026-11-26T00:00", "2026-11-26T08:00", *["tom"] * 101), "ErrorMailboxDataArrayTooBig"),
        (window("2026-11-26T00:00", "2026-11-25T00:00", "tom"), "ErrorInvalidTimeInterval"),
        (
            window("2026-11-26T00:00", "2026-11-27T00:00", "tom", availabilityViewInterval=4),
            "ErrorInvalidMergedFreeBusyInterval",
        ),
    ],
)
async def test_limits_of_get_schedule(office: Office, body: dict[str, Any], code: str) -> None:
    """62 days, 100 mailboxes, 5 minutes, and a window that goes forward."""
    assert await office.ana.refusal("POST", "/me/calendar/getSchedule", body) == (400, code)


async def test_suggestions_are_on_the_half_hour_and_in_order(office: Office) -> None:
    """Five unless more are asked for, the surest first, then the earliest."""
    await office.tom.post("/me/events", meeting(at="2026-11-26T08:00", minutes=45))
    times = await found(office, wish("tom", start="2026-11-26T08:10", end="2026-11-26T12:00"))
    assert times == [("09:00", 100), ("09:30", 100), ("10:00", 100), ("10:30", 100), ("11:00", 100)]
    assert len(await found(office, wish("tom", maxCandidates=7))) == 7
    assert len(await found(office, wish("tom", maxCandidates=-1))) == 5


async def test_confidence_is_the_mean(office: Office) -> None:
    """Free counts 100, unknown 49, busy 0."""
    await office.tom.post("/me/events", meeting(at="2026-11-26T08:00"))
    body = wish("tom", "priya", "x@elsewhere.example", end="2026-11-26T08:30", minimumAttendeePercentage=40)
    ((start, confidence),) = await found(office, body)
    assert start == "08:00"
    assert confidence == pytest.approx(149 / 3)
    assert await found(office, {**body, "minimumAttendeePercentage": 50}) == []


async def test_organizer_has_to_be_free(office: Office) -> None:
    """Unless the organizer is optional; a tentative organizer may be asked."""
    await office.ana.post("/me/events", meeting(at="2026-11-26T08:00"))
    await office.ana.post("/me/events", meeting(at="2026-11-26T08:30", showAs="tentative"))
    body = wish("tom", end="2026-11-26T09:00")
    assert await found(office, body) == [("08:30", 100)]
    assert len(await found(office, {**body, "isOrganizerOptional": True})) == 2


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (wish("tom", end="2026-11-26T09:00", minimumAttendeePercentage=100), "attendeesUnavailable"),
        (
            wish("tom", "x@elsewhere.example", end="2026-11-26T09:00", minimumAttendeePercentage=100),
            "attendeesUnavailableOrUnknown",
        ),
        (wish("priya", start="2026-11-26T12:00", end="2026-11-26T13:00"), "organizerUnavailable"),
        (wish("priya", meetingDuration="PT9H"), "unknown"),
        (
            wish(
                "priya",
                end="2026-11-26T09:00",
                locationConstraint={
                    "isRequired": True,
                    "suggestLocation": False,
                    "locations": [{"displayName": "Hood", "locationEmailAddress": "hood@contoso.example"}],
                },
            ),
            "locationsUnavailable",
        ),
    ],
)
async def test_why_there_is_nothing(office: Office, body: dict[str, Any], reason: str) -> None:
    """No suggestion comes with the reason; a suggestion with an empty one."""
    await office.tom.post("/me/events", meeting("hood", at="2026-11-26T08:00", minutes=60))
    await office.ana.post("/me/events", meeting(at="2026-11-26T12:00", minutes=60))
    answer = await office.ana.post("/me/findMeetingTimes", body)
    assert (answer["emptySuggestionsReason"], answer["meetingTimeSuggestions"]) == (reason, [])
    assert (await office.ana.post("/me/findMeetingTimes", wish("priya")))["emptySuggestionsReason"] == ""


async def test_working_hours_and_weekend(office: Office) -> None:
    """Work keeps to the organizer's hours and days, personal adds the weekend, unrestricted knows neither."""
    body = wish("tom", start="2026-11-27T15:00", end="2026-11-28T08:30", maxCandidates=100)

    async def times(domain: str) -> list[tuple[str, float]]:
        constraint = {**body["timeConstraint"], "activityDomain": domain}
        return await found(office, {**body, "timeConstraint": constraint})

    assert [start for start, _ in await times("work")] == ["15:00", "15:30"]
    assert [start for start, _ in await times("personal")] == ["15:00", "15:30", "07:00", "07:30", "08:00"]
    assert len(await times("unrestricted")) == 35


async def test_nothing_is_suggested_in_the_past(office: Office) -> None:
    """The clock is the tenant's; without a slot the next days are looked at."""
    body = wish("tom", start="2026-11-23T06:00", end="2026-11-23T09:00")
    assert [start for start, _ in await found(office, body)] == ["08:00", "08:30"]
    assert len(await found(office, {})) == 5


async def test_room_is_suggested(office: Office) -> None:
    """With suggestLocation each time names the rooms that are free."""
    await office.tom.post("/me/events", meeting("hood", at="2026-11-26T08:00"))
    body = wish("priya", end="2026-11-26T09:00", locationConstraint={"suggestLocation": True, "isRequired": True})
    answer = await office.ana.post("/me/findMeetingTimes", {**body, "returnSuggestionReasons": True})
    rooms = [[room["displayName"] for room in one["locations"]] for one in answer["meetingTimeSuggestions"]]
    assert rooms == [["Rainier"], ["Hood", "Rainier"]]
    assert "all attendees" in answer["meetingTimeSuggestions"][0]["suggestionReason"]


async def test_bad_duration(office: Office) -> None:
    """A duration that is none is refused as the service refuses it."""
    response = await office.ana.ask("POST", "/me/findMeetingTimes", wish("tom", meetingDuration="0:30:00"))
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "RequestBodyRead"
    assert (
        response.json()["error"]["message"]
        == "Cannot convert the literal '0:30:00' to the expected type 'Edm.Duration'."
    )


async def test_applications_cannot_find_meeting_times(office: Office) -> None:
    """The operation takes delegated tokens alone."""
    path = "/users/ana@contoso.example/findMeetingTimes"
    assert await office.application.refusal("POST", path, wish("tom")) == (403, "ErrorAccessDenied")
    assert (await office.tom.refusal("POST", path, wish("tom")))[0] == 403
