"""Series in a calendar: occurrences, exceptions, and what attendees get of them."""

from typing import Any

from tests.emulator.office import Office, answers, meeting

WEEKLY = {
    "pattern": {"type": "weekly", "interval": 1, "daysOfWeek": ["thursday"]},
    "range": {"type": "noEnd", "startDate": "2026-10-15"},
}


def series(*invited: str, **more: Any) -> dict[str, Any]:
    """Thursdays at nine in Madrid, from before the clocks change."""
    body = meeting(*invited, at="2026-10-15T09:00", zone="Romance Standard Time", recurrence=WEEKLY)
    return {**body, **more}


async def test_nine_stays_nine_when_the_clocks_change(office: Office) -> None:
    """Madrid leaves summer time on 25 October 2026."""
    await office.ana.post("/me/events", series())
    starts = [event["start"]["dateTime"][:16] for event in await office.ana.calendar("2026-10-20", 14)]
    assert starts == ["2026-10-22T07:00", "2026-10-29T08:00"]


async def test_list_has_the_series_and_the_view_its_occurrences(office: Office) -> None:
    """The master is listed once; occurrences have ids of their own and name their master."""
    master = await office.ana.post("/me/events", series())
    assert master["type"] == "seriesMaster"
    (listed,) = (await office.ana.get("/me/events"))["value"]
    assert listed["id"] == master["id"]
    occurrence = await office.ana.only_event()
    assert (occurrence["type"], occurrence["seriesMasterId"]) == ("occurrence", master["id"])
    assert occurrence["recurrence"] is None
    assert occurrence["iCalUId"] != master["iCalUId"]
    assert (await office.ana.get(f"/me/events/{occurrence['id']}"))["start"] == occurrence["start"]


async def test_instances_of_a_series(office: Office) -> None:
    """Between two instants, exceptions in their place; a single event has none."""
    master = await office.ana.post("/me/events", series())
    window = "startDateTime=2026-11-19T00:00:00Z&endDateTime=2026-12-04T00:00:00Z"
    path = f"/me/events/{master['id']}/instances?{window}"
    middle = (await office.ana.get(path))["value"][1]
    await office.ana.patch(f"/me/events/{middle['id']}", {"subject": "Special"})
    found = (await office.ana.get(path))["value"]
    assert [(one["subject"], one["type"]) for one in found] == [
        ("Budget", "occurrence"),
        ("Special", "exception"),
        ("Budget", "occurrence"),
    ]
    single = await office.ana.post("/me/events", meeting())
    assert (await office.ana.refusal("GET", f"/me/events/{single['id']}/instances?{window}"))[0] == 400


async def test_occurrence_of_a_day_without_one(office: Office) -> None:
    """A removed occurrence is gone from view and by id; the rest stays."""
    await office.ana.post("/me/events", series())
    gone = await office.ana.only_event("2026-11-26")
    await office.ana.delete(f"/me/events/{gone['id']}")
    assert await office.ana.calendar("2026-11-26") == []
    assert await office.ana.refusal("GET", f"/me/events/{gone['id']}") == (404, "ErrorItemNotFound")
    assert len(await office.ana.calendar("2026-12-03")) == 1


async def test_moved_occurrence_travels(office: Office) -> None:
    """The attendee sees that one occurrence moved and unanswered, the others as they were."""
    await office.ana.post("/me/events", series("tom"))
    occurrence = await office.tom.only_event("2026-11-26")
    await office.tom.post(f"/me/events/{occurrence['seriesMasterId']}/accept")
    mine = await office.ana.only_event("2026-11-26")
    later = meeting(at="2026-11-27T10:00")
    moved = await office.ana.patch(f"/me/events/{mine['id']}", {"start": later["start"], "end": later["end"]})
    assert (moved["type"], moved["id"]) == ("exception", mine["id"])
    assert moved["originalStart"] == "2026-11-26T08:00:00.0000000Z"
    assert await office.tom.calendar("2026-11-26") == []
    exception = await office.tom.only_event("2026-11-27")
    assert exception["responseStatus"]["response"] == "notResponded"
    assert (await office.tom.only_event("2026-12-03"))["responseStatus"]["response"] == "accepted"


async def test_one_occurrence_is_answered(office: Office) -> None:
    """The organizer's series keeps the answer with that day."""
    await office.ana.post("/me/events", series("tom"))
    occurrence = await office.tom.only_event("2026-11-26")
    await office.tom.post(f"/me/events/{occurrence['id']}/decline")
    assert answers(await office.ana.only_event("2026-11-26")) == {"tom": "declined"}
    assert answers(await office.ana.only_event("2026-12-03")) == {"tom": "none"}


async def test_one_occurrence_is_cancelled(office: Office) -> None:
    """The attendee's copy of that day is marked, the others are not."""
    await office.ana.post("/me/events", series("tom"))
    mine = await office.ana.only_event("2026-11-26")
    await office.ana.post(f"/me/events/{mine['id']}/cancel", {"comment": "Holiday"})
    assert await office.ana.calendar("2026-11-26") == []
    assert (await office.tom.only_event("2026-11-26"))["isCancelled"] is True
    assert (await office.tom.only_event("2026-12-03"))["isCancelled"] is False


async def test_another_time_for_the_series_clears_its_exceptions(office: Office) -> None:
    """What differed and what was removed comes back at the new time."""
    master = await office.ana.post("/me/events", series("tom"))
    await office.ana.patch(f"/me/events/{(await office.ana.only_event('2026-11-26'))['id']}", {"subject": "Special"})
    await office.ana.delete(f"/me/events/{(await office.ana.only_event('2026-12-03'))['id']}")
    later = meeting(at="2026-10-15T11:00", zone="Romance Standard Time")
    await office.ana.patch(f"/me/events/{master['id']}", {"start": later["start"], "end": later["end"]})
    for calendar in (await office.ana.calendar("2026-11-26", 8), await office.tom.calendar("2026-11-26", 8)):
        assert [event["subject"] for event in calendar] == ["Budget", "Budget"]
        assert [event["start"]["dateTime"][11:16] for event in calendar] == ["10:00", "10:00"]


async def test_occurrence_has_no_recurrence_of_its_own(office: Office) -> None:
    """And an impossible recurrence makes no series."""
    await office.ana.post("/me/events", series())
    occurrence = await office.ana.only_event()
    body = {"recurrence": WEEKLY}
    assert (await office.ana.refusal("PATCH", f"/me/events/{occurrence['id']}", body))[0] == 400
    never = {**WEEKLY, "range": {"type": "endDate", "startDate": "2026-10-15", "endDate": "2026-10-01"}}
    assert await office.ana.refusal("POST", "/me/events", series(recurrence=never)) == (
        400,
        "ErrorPropertyValidationFailure",
    )


async def test_guest_of_two_occurrences(office: Office) -> None:
    """Somebody invited to some days only holds those, and answers each for itself."""
    await office.ana.post("/me/events", series())
    for day in ("2026-11-26", "2026-12-03"):
        occurrence = await office.ana.only_event(day)
        await office.ana.patch(f"/me/events/{occurrence['id']}", {"attendees": meeting("tom")["attendees"]})
    assert [event["type"] for event in await office.tom.calendar("2026-11-19", 21)] == ["singleInstance"] * 2
    second = await office.tom.only_event("2026-12-03")
    await office.tom.post(f"/me/events/{second['id']}/accept")
    assert answers(await office.ana.only_event("2026-11-26")) == {"tom": "none"}
    assert answers(await office.ana.only_event("2026-12-03")) == {"tom": "accepted"}


async def test_room_leaves_the_occurrence_it_cannot_take(office: Office) -> None:
    """One occurrence moves to when the room is taken; the room keeps the others."""
    master = await office.ana.post("/me/events", series("hood"))
    await office.tom.post("/me/events", meeting("hood", at="2026-11-27T10:00"))
    occurrence = await office.ana.only_event("2026-11-26")
    later = meeting(at="2026-11-27T10:00")
    moved = await office.ana.patch(f"/me/events/{occurrence['id']}", {"start": later["start"], "end": later["end"]})
    assert answers(moved) == {"hood": "declined"}
    assert answers(await office.ana.get(f"/me/events/{master['id']}")) == {"hood": "accepted"}
    freed = await office.tom.post("/me/events", meeting("hood", at="2026-11-26T08:00"))
    assert answers(freed) == {"hood": "accepted"}


async def test_room_declines_a_series_that_clashes_once(office: Office) -> None:
    """Somebody has the room on one of the days."""
    await office.tom.post("/me/events", meeting("hood", at="2026-12-03T08:00"))
    assert answers(await office.ana.post("/me/events", series("hood"))) == {"hood": "declined"}


async def test_series_becomes_single_and_back(office: Office) -> None:
    """recurrence null ends a series; stating one starts it."""
    master = await office.ana.post("/me/events", series("tom"))
    single = await office.ana.patch(f"/me/events/{master['id']}", {"recurrence": None})
    assert single["type"] == "singleInstance"
    assert await office.tom.calendar("2026-11-26") == []
    again = await office.ana.patch(f"/me/events/{master['id']}", {"recurrence": WEEKLY})
    assert again["type"] == "seriesMaster"
    assert len(await office.tom.calendar("2026-11-26")) == 1


async def test_a_meeting_that_starts_to_repeat_does_so_for_its_guests(office: Office) -> None:
    """By its own rule: every other week is not every week."""
    single = await office.ana.post("/me/events", meeting("tom", at="2026-10-15T09:00", zone="Romance Standard Time"))
    fortnightly = {"type": "weekly", "interval": 2, "daysOfWeek": ["thursday"]}
    await office.ana.patch(f"/me/events/{single['id']}", {"recurrence": {**WEEKLY, "pattern": fortnightly}})
    assert await office.tom.calendar("2026-10-22") == []
    assert len(await office.tom.calendar("2026-10-29")) == 1
