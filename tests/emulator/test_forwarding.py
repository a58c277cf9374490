"""Forwarding an event, and what one does with its reminder."""

from tests.emulator.office import Office, answers, meeting

TEN_TO_FOUR = {"dateTime": "2026-11-26T15:50:00", "timeZone": "UTC"}


def to(*names: str) -> dict[str, object]:
    """The body of a forward."""
    return {"toRecipients": [{"emailAddress": {"address": f"{name}@contoso.example"}} for name in names]}


async def test_an_attendee_forwards(office: Office) -> None:
    """Whom it was forwarded to is invited, and the organizer sees them beside those who were there."""
    await office.ana.post("/me/events", meeting("tom"))
    copy = await office.tom.only_event()
    await office.tom.post(f"/me/events/{copy['id']}/accept")
    await office.tom.post(f"/me/events/{copy['id']}/forward", {"comment": "You too", **to("priya")})
    assert answers(await office.ana.only_event()) == {"tom": "accepted", "priya": "none"}
    forwarded = await office.priya.only_event()
    assert forwarded["responseStatus"]["response"] == "notResponded"
    assert forwarded["organizer"]["emailAddress"]["address"] == "ana@contoso.example"


async def test_forwarding_to_somebody_invited(office: Office) -> None:
    """Changes nothing: neither are they invited twice nor is their answer forgotten."""
    event = await office.ana.post("/me/events", meeting("tom"))
    await office.tom.post(f"/me/events/{(await office.tom.only_event())['id']}/accept")
    await office.ana.post(f"/me/events/{event['id']}/forward", to("tom", "ana"))
    assert answers(await office.ana.only_event()) == {"tom": "accepted"}


async def test_one_occurrence_is_forwarded(office: Office) -> None:
    """The others of its series stay among those who were invited to them."""
    daily = {
        "pattern": {"type": "daily", "interval": 1},
        "range": {"type": "numbered", "startDate": "2026-11-26", "numberOfOccurrences": 2},
    }
    await office.ana.post("/me/events", meeting("tom", recurrence=daily))
    second = (await office.tom.calendar("2026-11-27"))[0]
    await office.tom.post(f"/me/events/{second['id']}/forward", to("priya"))
    assert await office.priya.calendar("2026-11-26") == []
    assert len(await office.priya.calendar("2026-11-27")) == 1
    assert set(answers(await office.ana.only_event("2026-11-26"))) == {"tom"}


async def test_forwarding_to_nobody(office: Office) -> None:
    """Is refused, and so is forwarding what there is not."""
    event = await office.ana.post("/me/events", meeting())
    path = f"/me/events/{event['id']}/forward"
    assert await office.ana.refusal("POST", path, to()) == (400, "ErrorInvalidRequest")
    assert await office.ana.refusal("POST", path, {}) == (400, "RequestBodyRead")
    assert await office.ana.refusal("POST", "/me/events/none/forward", to("tom")) == (404, "ErrorItemNotFound")


async def test_a_reminder_is_snoozed_and_dismissed(office: Office) -> None:
    """In one's own copy alone."""
    await office.ana.post("/me/events", meeting("tom"))
    copy = await office.tom.only_event()
    await office.tom.post(f"/me/events/{copy['id']}/snoozeReminder", {"newReminderTime": TEN_TO_FOUR})
    snoozed = await office.tom.only_event()
    assert (snoozed["isReminderOn"], snoozed["reminderMinutesBeforeStart"]) == (True, 10)
    dismissed = await office.tom.ask("POST", f"/me/events/{copy['id']}/dismissReminder")
    assert (dismissed.status_code, dismissed.content) == (200, b"")
    assert not (await office.tom.only_event())["isReminderOn"]
    assert (await office.ana.only_event())["isReminderOn"]


async def test_snoozing_needs_a_time(office: Office) -> None:
    """Without one the request is refused."""
    event = await office.ana.post("/me/events", meeting())
    assert await office.ana.refusal("POST", f"/me/events/{event['id']}/snoozeReminder", {}) == (400, "RequestBodyRead")
