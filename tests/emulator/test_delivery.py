"""How a meeting travels between organizer, attendees and rooms."""

from datetime import timedelta

import pytest

from tests.emulator.conftest import OpenOffice
from tests.emulator.office import Office, answers, meeting


async def test_invitation_arrives_at_once(office: Office) -> None:
    """The attendee's copy is unanswered, tentative, and knows who invites."""
    await office.ana.post("/me/events", meeting("tom", "outsider@elsewhere.example"))
    copy = await office.tom.only_event()
    assert copy["responseStatus"]["response"] == "notResponded"
    assert copy["showAs"] == "tentative"
    assert copy["isOrganizer"] is False
    assert copy["organizer"]["emailAddress"]["name"] == "Ana Ruiz"
    assert [one["emailAddress"]["name"] for one in copy["attendees"]] == ["Tom Fox", "outsider@elsewhere.example"]


async def test_client_cannot_answer_for_an_attendee(office: Office) -> None:
    """A status in a create is not believed."""
    body = meeting("tom")
    body["attendees"][0]["status"] = {"response": "accepted", "time": "2026-11-20T08:00:00Z"}
    assert answers(await office.ana.post("/me/events", body)) == {"tom": "none"}


@pytest.mark.parametrize(
    ("action", "response", "shown"),
    [
        ("accept", "accepted", "busy"),
        ("tentativelyAccept", "tentativelyAccepted", "tentative"),
        ("decline", "declined", "free"),
    ],
)
async def test_answer_reaches_the_organizer(office: Office, action: str, response: str, shown: str) -> None:
    """Both copies say how the attendee answered, and when."""
    made = await office.ana.post("/me/events", meeting("tom"))
    copy = await office.tom.only_event()
    await office.tom.post(f"/me/events/{copy['id']}/{action}", {"comment": "ok", "sendResponse": True})
    mine = await office.tom.only_event()
    assert (mine["responseStatus"]["response"], mine["showAs"]) == (response, shown)
    theirs = await office.ana.get(f"/me/events/{made['id']}")
    assert theirs["attendees"][0]["status"] == {"response": response, "time": "2026-11-23T08:00:00.0000000Z"}


async def test_answer_kept_to_oneself(office: Office) -> None:
    """With sendResponse false the organizer learns nothing."""
    made = await office.ana.post("/me/events", meeting("tom"))
    copy = await office.tom.only_event()
    await office.tom.post(f"/me/events/{copy['id']}/accept", {"sendResponse": False})
    assert (await office.tom.only_event())["responseStatus"]["response"] == "accepted"
    assert answers(await office.ana.get(f"/me/events/{made['id']}")) == {"tom": "none"}


async def test_declined_meeting_leaves_where_it_is_not_kept(open_office: OpenOffice) -> None:
    """Exchange keeps declined meetings only where it is told to."""
    async with open_office(keeps_declined=False) as office:
        await office.ana.post("/me/events", meeting("tom"))
        await office.tom.post(f"/me/events/{(await office.tom.only_event())['id']}/decline")
        assert await office.tom.calendar() == []
        assert answers(await office.ana.only_event()) == {"tom": "declined"}


async def test_proposed_time(office: Office) -> None:
    """A proposal comes with the answer, in the zone that is asked for; accept takes none."""
    await office.ana.post("/me/events", meeting("tom"))
    path = f"/me/events/{(await office.tom.only_event())['id']}"
    slot = {
        "start": {"dateTime": "2026-11-27T09:00:00", "timeZone": "Pacific Standard Time"},
        "end": {"dateTime": "2026-11-27T09:30:00", "timeZone": "Pacific Standard Time"},
    }
    await office.tom.post(f"{path}/tentativelyAccept", {"proposedNewTime": slot})
    (attendee,) = (await office.ana.only_event())["attendees"]
    assert attendee["proposedNewTime"]["start"] == {"dateTime": "2026-11-27T17:00:00.0000000", "timeZone": "UTC"}
    quiet = {"proposedNewTime": slot, "sendResponse": False}
    assert (await office.tom.refusal("POST", f"{path}/decline", quiet))[0] == 400
    assert (await office.tom.refusal("POST", f"{path}/accept", {"proposedNewTime": slot}))[0] == 400


async def test_another_time_asks_again(office: Office) -> None:
    """Moving a meeting forgets the answers; renaming it does not."""
    made = await office.ana.post("/me/events", meeting("tom"))
    path = f"/me/events/{made['id']}"
    await office.tom.post(f"/me/events/{(await office.tom.only_event())['id']}/accept")
    renamed = await office.ana.patch(path, {"subject": "Forecast"})
    assert answers(renamed) == {"tom": "accepted"}
    copy = await office.tom.only_event()
    assert (copy["subject"], copy["responseStatus"]["response"]) == ("Forecast", "accepted")
    later = meeting(at="2026-11-27T10:00")
    moved = await office.ana.patch(path, {"start": later["start"], "end": later["end"]})
    assert answers(moved) == {"tom": "none"}
    assert await office.tom.calendar("2026-11-26") == []
    copy = await office.tom.only_event("2026-11-27")
    assert (copy["responseStatus"]["response"], copy["showAs"]) == ("notResponded", "tentative")


async def test_list_of_attendees_changes(office: Office) -> None:
    """Who is added is invited, who is taken off is told, who stays keeps the answer."""
    made = await office.ana.post("/me/events", meeting("tom"))
    await office.tom.post(f"/me/events/{(await office.tom.only_event())['id']}/accept")
    both = await office.ana.patch(f"/me/events/{made['id']}", {"attendees": meeting("tom", "priya")["attendees"]})
    assert answers(both) == {"tom": "accepted", "priya": "none"}
    assert (await office.tom.only_event())["responseStatus"]["response"] == "accepted"
    assert (await office.priya.only_event())["isCancelled"] is False
    await office.ana.patch(f"/me/events/{made['id']}", {"attendees": meeting("priya")["attendees"]})
    assert (await office.tom.only_event())["isCancelled"] is True
    await office.ana.patch(f"/me/events/{made['id']}", {"attendees": meeting("tom")["attendees"]})
    copy = await office.tom.only_event()
    assert (copy["subject"], copy["isCancelled"], copy["showAs"]) == ("Budget", False, "tentative")


@pytest.mark.parametrize("how", ["cancel", "delete"])
async def test_organizer_takes_it_back(office: Office, how: str) -> None:
    """Cancel and delete both remove it here and mark it as cancelled there."""
    made = await office.ana.post("/me/events", meeting("tom"))
    path = f"/me/events/{made['id']}"
    if how == "cancel":
        assert (await office.ana.ask("POST", f"{path}/cancel", {"comment": "Sorry"})).status_code == 202
    else:
        assert (await office.ana.ask("DELETE", path)).status_code == 204
    assert await office.ana.refusal("GET", path) == (404, "ErrorItemNotFound")
    copy = await office.tom.only_event()
    assert (copy["isCancelled"], copy["subject"], copy["showAs"]) == (True, "Canceled: Budget", "free")
    assert (await office.tom.refusal("POST", f"/me/events/{copy['id']}/accept"))[0] == 400
    await office.tom.delete(f"/me/events/{copy['id']}")
    assert await office.tom.calendar() == []


async def test_only_the_organizer_cancels(office: Office) -> None:
    """In Graph's own words."""
    await office.ana.post("/me/events", meeting("tom"))
    copy = await office.tom.only_event()
    response = await office.tom.ask("POST", f"/me/events/{copy['id']}/cancel", {})
    assert response.status_code == 400
    assert response.json()["error"]["message"] == (
        "Your request can't be completed. You need to be an organizer to cancel a meeting."
    )


async def test_organizer_cannot_answer(office: Office) -> None:
    """Not to one's own meeting."""
    made = await office.ana.post("/me/events", meeting("tom"))
    assert await office.ana.refusal("POST", f"/me/events/{made['id']}/accept", {}) == (400, "ErrorInvalidRequest")


async def test_attendee_who_deletes_declines(office: Office) -> None:
    """The own copy goes, the organizer sees a decline."""
    await office.ana.post("/me/events", meeting("tom"))
    await office.tom.delete(f"/me/events/{(await office.tom.only_event())['id']}")
    assert await office.tom.calendar() == []
    assert answers(await office.ana.only_event()) == {"tom": "declined"}


async def test_room_accepts_when_free_and_declines_when_busy(office: Office) -> None:
    """By the time the create is answered, the room has answered too."""
    first = await office.ana.post("/me/events", meeting("hood"))
    assert answers(first) == {"hood": "accepted"}
    second = await office.tom.post("/me/events", meeting("hood", at="2026-11-26T16:15"))
    assert answers(second) == {"hood": "declined"}
    third = await office.tom.post("/me/events", meeting("hood", at="2026-11-26T16:30"))
    assert answers(third) == {"hood": "accepted"}


async def test_room_is_free_again(office: Office) -> None:
    """After a cancellation, and after the meeting that held it was moved away."""
    first = await office.ana.post("/me/events", meeting("hood"))
    await office.ana.delete(f"/me/events/{first['id']}")
    second = await office.tom.post("/me/events", meeting("hood"))
    assert answers(second) == {"hood": "accepted"}
    later = meeting(at="2026-11-27T10:00")
    await office.tom.patch(f"/me/events/{second['id']}", {"start": later["start"], "end": later["end"]})
    assert answers(await office.priya.post("/me/events", meeting("hood"))) == {"hood": "accepted"}


async def test_group_is_invited_member_by_member(office: Office) -> None:
    """Members get it, except the organizer; a member's answer is listed beside the group."""
    await office.ana.post("/me/events", meeting("finance"))
    copy = await office.tom.only_event()
    await office.tom.post(f"/me/events/{copy['id']}/accept")
    assert answers(await office.ana.only_event()) == {"finance": "none", "tom": "accepted"}


async def test_hidden_attendees(office: Office) -> None:
    """With hideAttendees each attendee sees only themselves."""
    await office.ana.post("/me/events", meeting("tom", "priya", hideAttendees=True))
    assert list(answers(await office.tom.only_event())) == ["tom"]
    assert list(answers(await office.ana.only_event())) == ["tom", "priya"]


async def test_own_settings_of_a_copy_stay(office: Office) -> None:
    """The organizer's change leaves an attendee's own reminder and categories alone."""
    made = await office.ana.post("/me/events", meeting("tom"))
    copy = await office.tom.only_event()
    await office.tom.patch(f"/me/events/{copy['id']}", {"reminderMinutesBeforeStart": 5, "categories": ["Red"]})
    await office.ana.patch(f"/me/events/{made['id']}", {"subject": "Forecast"})
    copy = await office.tom.only_event()
    assert (copy["subject"], copy["reminderMinutesBeforeStart"], copy["categories"]) == ("Forecast", 5, ["Red"])


async def test_delivery_can_take_its_time(open_office: OpenOffice) -> None:
    """On request, invitations and answers arrive only after a while."""
    async with open_office(delivery_delay=timedelta(seconds=20)) as office:
        await office.ana.post("/me/events", meeting("tom"))
        assert await office.tom.calendar() == []
        office.watch.advance(timedelta(seconds=20))
        copy = await office.tom.only_event()
        await office.tom.post(f"/me/events/{copy['id']}/accept")
        assert answers(await office.ana.only_event()) == {"tom": "none"}
        office.watch.advance(timedelta(seconds=20))
        assert answers(await office.ana.only_event()) == {"tom": "accepted"}


async def test_listeners_hear_of_changed_mailboxes(office: Office) -> None:
    """Everybody whose calendar changed is named, and nobody for what was refused."""
    heard: list[str] = []
    stop = office.graph.subscribe(heard.append)
    await office.ana.post("/me/events", meeting("tom"))
    assert heard == ["ana@contoso.example", "tom@contoso.example"]
    await office.ana.refusal("POST", "/me/events", {})
    await office.ana.calendar()
    stop()
    await office.ana.post("/me/events", meeting("tom"))
    assert len(heard) == 2
