"""A chat message becomes a meeting: the dialog from the message's menu, over HTTP against the emulator."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from graph.emulator import Fault
from tests.channel.test_joined import Office, office_at
from tests.channel.token_service import Json
from tests.channel_client import CARD, FakeConnector
from tests.conversations.written import card_lines

LINK = "https://teams.microsoft.com/l/message/19:x/1?context=y"


@pytest.fixture
async def office(tmp_path: Path, connector: FakeConnector) -> AsyncIterator[Office]:
    """The office, its people signed in."""
    async with office_at(tmp_path, connector) as begun:
        yield begun


def user(office: Office, name: str) -> Json:
    """Somebody as a message states them."""
    known = office.graph.tenant.store.user(f"{name}@contoso.example")
    assert known is not None
    return {"user": {"userIdentityType": "aadUser", "id": known["id"], "displayName": known["displayName"]}}


def message(office: Office, words: str, *, subject: str | None = None, mentions: tuple[str, ...] = ()) -> Json:
    """Tom wrote it; as Teams writes it."""
    return {
        "id": "1763884800000",
        "subject": subject,
        "linkToMessage": LINK,
        "from": {"device": None, "application": None, **user(office, "tom")},
        "body": {"contentType": "html", "content": words},
        "mentions": [
            {"id": number, "mentionText": name, "mentioned": user(office, name)} for number, name in enumerate(mentions)
        ],
    }


async def ask(office: Office, name: str, **value: Any) -> Json:
    """What Teams gets back."""
    asked = {"commandId": "meetingFromMessage", "commandContext": "message", **value}
    chat = office.chat("ana")
    # Each press is an activity of its own.
    activity = chat.activity("invoke", id=uuid4().hex, name=f"composeExtension/{name}", value=asked)
    status, body = await chat.post(activity)
    assert status == 200
    return dict(body)


def dialog(body: Json) -> Json:
    """The card of a dialog that stays open."""
    assert body["task"]["type"] == "continue"
    shown = body["task"]["value"]["card"]
    assert shown["contentType"] == CARD
    return dict(shown["content"])


def inputs(part: Any) -> dict[str, str]:
    """What stands in the inputs of a card, by their ids."""
    if isinstance(part, list):
        return {key: value for each in part for key, value in inputs(each).items()}
    if not isinstance(part, dict):
        return {}
    own = {part["id"]: part.get("value", "")} if str(part.get("type", "")).startswith("Input.") else {}
    return own | {key: value for each in part.values() for key, value in inputs(each).items()}


def buttons(part: Any) -> list[Json]:
    """All that can be pressed."""
    if isinstance(part, list):
        return [each for one in part for each in buttons(one)]
    if not isinstance(part, dict):
        return []
    own = [part] if str(part.get("type", "")).startswith("Action.") else []
    return own + [each for value in part.values() for each in buttons(value)]


def pressed(card: Json, title: str, **typed: str) -> Json:
    """The data that the dialog sends."""
    button = next(each for each in buttons(card) if title in (each["title"], each.get("tooltip")))
    return {**inputs(card), **typed, **button["data"]}


def created(office: Office) -> list[Json]:
    """The events that were made, each once."""
    made = [
        each.response_body
        for each in office.graph.requests
        if (each.method, each.status) == ("POST", 201) and each.path.endswith("/events")
    ]
    return list({body["id"]: body for body in made if isinstance(body, dict)}.values())


async def test_the_dialog_is_filled_in_from_the_message(office: Office) -> None:
    """Its first line or subject, its author and whom it mentions, its time, its words and where it stands."""
    words = "<p><at id='0'>Priya</at> could we look at the <b>budget</b> on Thursday at 3pm for an hour?</p>"
    card = dialog(await ask(office, "fetchTask", messagePayload=message(office, words, mentions=("priya", "ana"))))
    tom, priya = user(office, "tom")["user"]["id"], user(office, "priya")["user"]["id"]
    text = "Priya could we look at the budget on Thursday at 3pm for an hour?"
    assert inputs(card) == {
        "subject": text,
        "people": f"{tom},{priya}",
        "day": "2026-11-26",
        "clock": "15:00",
        "minutes": "60",
        "note": f"{text}\n\nThe message: {LINK}",
    }
    assert [each["title"] for each in buttons(card)] == ["Book", "Find times"]


async def test_a_subject_is_the_title(office: Office) -> None:
    """Without what answering puts before it; a day alone leaves the time open."""
    card = dialog(await ask(office, "fetchTask", messagePayload=message(office, "Friday?", subject="RE: Offsite")))
    assert (inputs(card)["subject"], inputs(card)["day"], inputs(card)["clock"]) == ("Offsite", "2026-11-27", "")


@pytest.mark.parametrize(
    "payload", [None, {}, {"from": None, "body": None, "mentions": None}, {"from": {"user": None}, "mentions": [7]}]
)
async def test_a_message_of_which_teams_tells_little(office: Office, payload: Json | None) -> None:
    """A bot's, a deleted one: the dialog is empty, and says what is missing."""
    card = dialog(await ask(office, "fetchTask", messagePayload=payload))
    assert inputs(card)["people"] == inputs(card)["subject"] == ""
    again = dialog(await ask(office, "submitAction", data=pressed(card, "Book")))
    assert card_lines(again)[0] == "Give the meeting a title."


async def test_it_is_booked_and_its_card_goes_to_the_chat(office: Office) -> None:
    """With the message and its link in the invitation; sent twice, it is one meeting."""
    words = "<p>Budget on Thursday at 12:00?</p>"
    card = dialog(await ask(office, "fetchTask", messagePayload=message(office, words, subject="Budget")))
    priya = user(office, "priya")["user"]["id"]
    data = pressed(card, "Book", people=priya)
    first = await ask(office, "submitAction", data=data)
    again = await ask(office, "submitAction", data=data)
    for body in (first, again):
        [attachment] = body["composeExtension"]["attachments"]
        assert body["composeExtension"]["type"] == "result"
        assert card_lines(attachment["content"])[:2] == ["Budget", "When: Thu, Nov 26, 12:00 – 12:30 PM (Madrid)"]
    [event] = created(office)
    assert event["start"]["dateTime"].startswith("2026-11-26T")
    assert LINK in event["body"]["content"] and "Budget on Thursday" in event["body"]["content"]
    assert [each["emailAddress"]["address"] for each in event["attendees"]] == ["priya@contoso.example"]


async def test_a_time_that_does_not_suit_is_not_booked_unseen(office: Office) -> None:
    """Ana has something at nine: better times are shown, and the one that is picked is booked."""
    words = "Tuesday at 9:15, about the new shelves"
    card = dialog(await ask(office, "fetchTask", messagePayload=message(office, words, subject="Shelves")))
    shown = dialog(await ask(office, "submitAction", data=pressed(card, "Book", people="")))
    assert created(office) == []
    offered = [each for each in buttons(shown) if each["title"].startswith("Book")]
    assert offered and all(each["type"] == "Action.Submit" for each in buttons(shown))
    booked = await ask(office, "submitAction", data={**offered[0]["data"]})
    assert booked["composeExtension"]["type"] == "result"
    assert [each["subject"] for each in created(office)] == ["Shelves"]


async def test_the_best_times_of_a_day_are_found(office: Office) -> None:
    """And the way back keeps what was filled in."""
    card = dialog(await ask(office, "fetchTask", messagePayload=message(office, "Friday?", subject="Offsite")))
    shown = dialog(await ask(office, "submitAction", data=pressed(card, "Find times", minutes="45", people="")))
    assert any("Fri, Nov 27" in line for line in card_lines(shown))
    back = dialog(await ask(office, "submitAction", data=pressed(shown, "Back")))
    assert inputs(back) == {**inputs(card), "minutes": "45", "people": ""}


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"subject": " "}, "Give the meeting a title."),
        ({"clock": ""}, "Choose a day and a time, or let me find times."),
        ({"day": "soon"}, "Choose a day and a time, or let me find times."),
        ({"day": "2026-11-20"}, "That time has passed. Nothing was booked."),
        ({"day": "2027-03-28", "clock": "02:30"}, "The clocks go forward then, so that time does not exist."),
    ],
)
async def test_what_is_wrong_is_said_in_the_dialog(office: Office, typed: dict[str, str], problem: str) -> None:
    """Everything else stays as it was filled in."""
    payload = message(office, "Friday at 15:00?", subject="Offsite")
    card = dialog(await ask(office, "fetchTask", messagePayload=payload))
    again = dialog(await ask(office, "submitAction", data=pressed(card, "Book", **typed)))
    assert card_lines(again)[0].startswith(problem)
    assert inputs(again)["note"] == inputs(card)["note"]
    assert created(office) == []


async def test_what_graph_refuses_is_said_in_the_dialog(office: Office) -> None:
    """With all that was filled in, so that it can be sent again; then there is one meeting."""
    payload = message(office, "Friday at 12:00?", subject="Offsite")
    card = dialog(await ask(office, "fetchTask", messagePayload=payload))
    data = pressed(card, "Book", people="")
    office.graph.faults.append(Fault("POST .*/events$", 503, {"error": {"code": "x", "message": "y"}}, times=9))
    refused = dialog(await ask(office, "submitAction", data=data))
    assert "did not answer" in card_lines(refused)[0]
    assert inputs(refused) == inputs(card) | {"people": ""}
    office.graph.faults.clear()
    await ask(office, "submitAction", data=pressed(refused, "Book"))
    assert len(created(office)) == 1


async def test_a_person_who_is_gone_is_left_out(office: Office) -> None:
    """Somebody whom the directory has no more is no reason to fail."""
    payload = message(office, "Friday at 12:00?", subject="Offsite")
    payload["from"]["user"]["id"] = "00000000-0000-4000-8000-00000000dead"
    assert inputs(dialog(await ask(office, "fetchTask", messagePayload=payload)))["people"] == ""


async def test_another_action_is_not_answered(office: Office) -> None:
    """The dialog belongs to one command."""
    status, body = await office.invoke("composeExtension/fetchTask", {"commandId": "other"})
    assert (status, body) == (200, None)
