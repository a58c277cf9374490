"""Subscriptions, with our own client and a subscriber that listens over real HTTP."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from graph import subscriptions
from graph.client import GraphClient
from graph.emulator import Persistence
from graph.emulator.changes import CREATED, DELETED, UPDATED, Change, in_all
from graph.emulator.entra import TENANT_ID
from graph.errors import Conflict, NotAllowed, NotFound, Refused
from graph.subscriptions import Subscription
from tests.emulator.clients import client_of
from tests.emulator.conftest import OpenOffice
from tests.emulator.office import MONDAY, Asker, Json, Office, meeting
from tests.emulator.subscriber import Greeting, Subscriber, listening
from tests.graph_contract import DATA

QUICKLY = Persistence(answer_within=0.3, pauses=(0.01, 0.01))
ALL = "created,updated,deleted"


@pytest.fixture
async def subscriber() -> AsyncIterator[Subscriber]:
    """A subscriber that listens."""
    async with listening() as found:
        yield found


def wanted(subscriber: Subscriber, resource: str = "me/events", changes: str = ALL, **more: Any) -> Subscription:
    """A subscription for a day."""
    return Subscription(resource, changes, subscriber.url(), MONDAY + timedelta(days=1), client_state="secret", **more)


def body(subscriber: Subscriber, **more: Any) -> Json:
    """The same as it is sent."""
    stated = {
        "resource": "me/events",
        "changeType": "created",
        "notificationUrl": subscriber.url(),
        "expirationDateTime": "2026-11-24T08:00:00Z",
    }
    return stated | more


async def test_from_its_making_to_its_end(office: Office, subscriber: Subscriber) -> None:
    """Made, listed, read, renewed, gone; what proves a notification is told to its maker once."""
    async with client_of(office, "ana") as ana:
        made = await subscriptions.create_subscription(ana, wanted(subscriber))
        assert (made.resource, made.expires, made.client_state) == ("me/events", MONDAY + timedelta(days=1), "secret")
        assert subscriber.asked == ["/changes?from=graph"]
        (listed,) = await subscriptions.list_subscriptions(ana)
        assert listed == await subscriptions.get_subscription(ana, made.id)
        assert (listed.id, listed.client_state) == (made.id, "")
        later = MONDAY + timedelta(days=3)
        assert (await subscriptions.renew_subscription(ana, made.id, later)).expires == later
        await subscriptions.reauthorize_subscription(ana, made.id)
        assert (await subscriptions.get_subscription(ana, made.id)).expires == later
        await subscriptions.delete_subscription(ana, made.id)
        assert await subscriptions.list_subscriptions(ana) == ()
        with pytest.raises(NotFound):
            await subscriptions.reauthorize_subscription(ana, made.id)


async def test_changes_of_events_are_told(office: Office, subscriber: Subscriber) -> None:
    """One's own changes and those that come from others, each once, with what proves and identifies them."""
    async with client_of(office, "tom") as tom:
        made = await subscriptions.create_subscription(tom, wanted(subscriber))
    event = await office.ana.post("/me/events", meeting("tom"))
    copy = await office.tom.only_event()
    tom_id = (await office.tom.get("/me"))["id"]
    path = f"Users/{tom_id}/Events/{copy['id']}"
    assert await subscriber.next() == {
        "path": "/changes",
        "subscriptionId": made.id,
        "subscriptionExpirationDateTime": "2026-11-24T08:00:00.0000000Z",
        "clientState": "secret",
        "tenantId": TENANT_ID,
        "changeType": "created",
        "resource": path,
        "resourceData": {
            "@odata.type": "#Microsoft.Graph.Event",
            "@odata.id": path,
            "@odata.etag": copy["@odata.etag"],
            "id": copy["id"],
        },
    }
    await office.ana.patch(f"/me/events/{event['id']}", {"subject": "Another"})
    await office.tom.delete(f"/me/events/{copy['id']}")
    assert await subscriber.next_changes(2) == [("updated", copy["id"]), ("deleted", copy["id"])]


async def test_only_what_was_asked_for_is_told(office: Office, subscriber: Subscriber) -> None:
    """Of the kinds of change and of the mailbox."""
    async with client_of(office, "ana") as ana:
        await subscriptions.create_subscription(ana, wanted(subscriber, changes="deleted"))
    event = await office.ana.post("/me/events", meeting())
    other = await office.priya.post("/me/events", meeting())
    await office.priya.delete(f"/me/events/{other['id']}")
    await office.ana.patch(f"/me/events/{event['id']}", {"subject": "Another"})
    await office.ana.delete(f"/me/events/{event['id']}")
    assert await subscriber.next_changes(1) == [("deleted", event["id"])]
    assert subscriber.told.empty()


async def test_a_refused_change_is_not_told(office: Office, subscriber: Subscriber) -> None:
    """What did not happen is no change."""
    async with client_of(office, "ana") as ana:
        await subscriptions.create_subscription(ana, wanted(subscriber))
    await office.ana.refusal("POST", "/me/events", {"subject": "Without a time"})
    event = await office.ana.post("/me/events", meeting())
    assert await subscriber.next_changes(1) == [("created", event["id"])]


async def test_an_occurrence_changes(office: Office, subscriber: Subscriber) -> None:
    """It was there before, so it is updated; one that is taken out updates its series."""
    daily = {
        "pattern": {"type": "daily", "interval": 1},
        "range": {"type": "numbered", "startDate": "2026-11-26", "numberOfOccurrences": 3},
    }
    series = await office.ana.post("/me/events", meeting(recurrence=daily))
    first, second = (await office.ana.calendar("2026-11-26", days=2))[:2]
    async with client_of(office, "ana") as ana:
        await subscriptions.create_subscription(ana, wanted(subscriber))
    await office.ana.patch(f"/me/events/{first['id']}", {"subject": "Another"})
    await office.ana.delete(f"/me/events/{second['id']}")
    assert await subscriber.next_changes(2) == [("updated", first["id"]), ("updated", series["id"])]


async def test_an_application_watches_everybody(office: Office, subscriber: Subscriber) -> None:
    """By id or address; a user sees none of an application's subscriptions."""
    async with client_of(office) as application, client_of(office, "ana") as ana:
        await subscriptions.create_subscription(application, wanted(subscriber, "users/ana@contoso.example/events"))
        await subscriptions.create_subscription(application, wanted(subscriber, "users/tom@contoso.example/events"))
        assert len(await subscriptions.list_subscriptions(application)) == 2
        assert await subscriptions.list_subscriptions(ana) == ()
    event = await office.ana.post("/me/events", meeting("tom"))
    copy = await office.tom.only_event()
    assert set(await subscriber.next_changes(2)) == {("created", event["id"]), ("created", copy["id"])}


async def test_contacts_are_watched(office: Office, subscriber: Subscriber) -> None:
    """From coming to going."""
    async with client_of(office, "ana") as ana:
        await subscriptions.create_subscription(ana, wanted(subscriber, "me/contacts"))
    contact = await office.ana.post("/me/contacts", {"givenName": "Lena"})
    changed = await office.ana.patch(f"/me/contacts/{contact['id']}", {"surname": "Berg"})
    await office.ana.delete(f"/me/contacts/{contact['id']}")
    created, updated, deleted = [await subscriber.next() for _ in range(3)]
    assert created["resourceData"]["@odata.type"] == "#Microsoft.Graph.Contact"
    assert updated["resourceData"]["@odata.etag"] == changed["@odata.etag"]
    assert [one["changeType"] for one in (created, updated, deleted)] == [CREATED, UPDATED, DELETED]


async def test_messages_of_a_folder_are_watched(office: Office, subscriber: Subscriber) -> None:
    """By the folder's name, also by its id; a draft, which lies in another folder, is not told."""
    inbox = (await office.ana.get("/me/mailFolders/inbox"))["id"]
    async with client_of(office, "ana") as ana:
        for folder in ("Inbox", inbox):
            await subscriptions.create_subscription(ana, wanted(subscriber, f"me/mailFolders('{folder}')/messages"))
    letter = {"subject": "Budget", "toRecipients": [{"emailAddress": {"address": "ana@contoso.example"}}]}
    await office.ana.post("/me/messages", letter)
    await office.tom.post("/me/sendMail", {"message": letter})
    (received,) = (await office.ana.get("/me/mailFolders/inbox/messages"))["value"]
    for told in [await subscriber.next() for _ in range(2)]:
        assert (told["changeType"], told["resourceData"]["id"]) == (CREATED, received["id"])
        assert told["resourceData"]["@odata.etag"] == received["@odata.etag"]
        assert told["resourceData"]["@odata.type"] == "#Microsoft.Graph.Message"
    assert subscriber.told.empty()


async def test_what_a_batch_changes_is_told_at_once(office: Office, subscriber: Subscriber) -> None:
    """A subscription can be made in a batch as well, and its address is asked."""
    step = {"id": "1", "method": "POST", "url": "/subscriptions", "body": body(subscriber)}
    step["headers"] = {"Content-Type": "application/json"}
    (answer,) = (await office.ana.post("/$batch", {"requests": [step]}))["responses"]
    assert (answer["status"], len(subscriber.asked)) == (201, 1)
    steps = [step | {"id": str(number), "url": "/me/events", "body": meeting()} for number in range(2)]
    made = (await office.ana.post("/$batch", {"requests": steps}))["responses"]
    assert {key for _, key in await subscriber.next_changes(2)} == {answer["body"]["id"] for answer in made}


@pytest.mark.parametrize(
    "greets",
    [
        pytest.param(lambda _: web.Response(text="hello"), id="another text"),
        pytest.param(lambda token: web.Response(text=token, status=202), id="not 200"),
        pytest.param(lambda token: web.json_response(text=token), id="not text"),
    ],
)
async def test_an_address_that_does_not_agree(office: Office, subscriber: Subscriber, greets: Greeting) -> None:
    """Is not notified: 200, text/plain and just the token are expected."""
    subscriber.greets = greets
    assert await office.ana.refusal("POST", "/subscriptions", body(subscriber)) == (400, "ValidationError")
    assert (await office.ana.get("/subscriptions"))["value"] == []


async def test_both_addresses_are_asked(office: Office, subscriber: Subscriber) -> None:
    """Once each."""
    await office.ana.post("/subscriptions", body(subscriber, lifecycleNotificationUrl=subscriber.url("/life")))
    assert subscriber.asked == ["/changes?from=graph", "/life?from="]


async def test_an_address_that_says_nothing(open_office: OpenOffice, subscriber: Subscriber) -> None:
    """Is waited for, and then refused; so is one where nobody listens, and one of another machine."""
    async with open_office(persistence=QUICKLY) as office:
        silent = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
        async with silent:
            port = silent.sockets[0].getsockname()[1]
            for url in (f"http://127.0.0.1:{port}/", "http://127.0.0.1:1/", "https://bot.example/"):
                refused = await office.ana.refusal("POST", "/subscriptions", body(subscriber, notificationUrl=url))
                assert refused == (400, "ValidationError")


@pytest.mark.parametrize(
    ("stated", "refusal"),
    [
        ({"resource": "me/todo/lists"}, (400, "InvalidRequest")),
        ({"resource": "users/nobody@contoso.example/events"}, (404, "ResourceNotFound")),
        ({"resource": "users/tom@contoso.example/events"}, (403, "ErrorAccessDenied")),
        ({"changeType": "created,moved"}, (400, "InvalidRequest")),
        ({"clientState": "x" * 129}, (400, "InvalidRequest")),
        ({"expirationDateTime": "2026-11-30T08:01:00Z"}, (400, "InvalidRequest")),
        ({"expirationDateTime": "soon"}, (400, "RequestBodyRead")),
        ({"notificationUrl": "ftp://127.0.0.1/"}, (400, "InvalidRequest")),
        ({"notificationUrl": "http://127.0.0.1:99999/"}, (400, "InvalidRequest")),
        ({"notificationUrl": "http://[::1/"}, (400, "InvalidRequest")),
        ({"notificationUrl": "/changes"}, (400, "InvalidRequest")),
        ({"notificationUrl": None}, (400, "RequestBodyRead")),
    ],
)
async def test_what_makes_no_subscription(
    office: Office, subscriber: Subscriber, stated: Json, refusal: tuple[int, str]
) -> None:
    """Is refused before anybody is asked."""
    assert await office.ana.refusal("POST", "/subscriptions", body(subscriber, **stated)) == refusal
    assert subscriber.asked == []


async def test_the_permission_is_that_of_what_is_watched(office: Office, subscriber: Subscriber) -> None:
    """Reading calendars does not let one watch mail."""
    token = office.graph.user_token("ana@contoso.example", "Calendars.Read")
    reader = Asker(office.http, office.graph.url, token)
    await reader.post("/subscriptions", body(subscriber))
    mail = body(subscriber, resource="me/messages")
    assert await reader.refusal("POST", "/subscriptions", mail) == (403, "ErrorAccessDenied")


async def test_our_client_says_what_is_wrong(office: Office, subscriber: Subscriber) -> None:
    """One like it already, an address that does not agree, somebody else's mailbox."""
    async with client_of(office, "ana") as ana:
        await subscriptions.create_subscription(ana, wanted(subscriber))
        with pytest.raises(Conflict):
            await subscriptions.create_subscription(ana, wanted(subscriber, "/me/Events", "deleted,updated,created"))
        with pytest.raises(NotAllowed):
            await subscriptions.create_subscription(ana, wanted(subscriber, "users/tom@contoso.example/events"))
        subscriber.greets = lambda _: web.Response(status=404)
        with pytest.raises(Refused):
            await subscriptions.create_subscription(ana, wanted(subscriber, "me/contacts"))


async def test_how_long_it_lasts(office: Office, subscriber: Subscriber) -> None:
    """At least three quarters of an hour, and no longer than it says."""
    async with client_of(office, "ana") as ana:
        made = await office.ana.post("/subscriptions", body(subscriber, expirationDateTime="2026-11-23T08:01:00Z"))
        assert (await subscriptions.get_subscription(ana, made["id"])).expires == MONDAY + timedelta(minutes=45)
        office.watch.advance(timedelta(minutes=45))
        with pytest.raises(NotFound):
            await subscriptions.renew_subscription(ana, made["id"], MONDAY + timedelta(days=1))
        again = await subscriptions.create_subscription(ana, wanted(subscriber, changes=CREATED))
    event = await office.ana.post("/me/events", meeting())
    told = await subscriber.next()
    assert (told["subscriptionId"], told["resourceData"]["id"]) == (again.id, event["id"])
    assert subscriber.told.empty()


async def watched_with_care(ana: GraphClient, subscriber: Subscriber) -> Subscription:
    """A subscription that is told of what becomes of it."""
    return await subscriptions.create_subscription(
        ana, wanted(subscriber, lifecycle_url=subscriber.url("/life"), changes=CREATED)
    )


async def test_reauthorization_is_asked_for_once(office: Office, subscriber: Subscriber) -> None:
    """Before it ends; who renews it then is asked again before the new end."""
    async with client_of(office, "ana") as ana:
        made = await watched_with_care(ana, subscriber)
    office.watch.advance(timedelta(days=1) - timedelta(minutes=10))
    await office.ana.get("/me")
    told = await subscriber.next()
    assert (told["path"], told["lifecycleEvent"]) == ("/life", "reauthorizationRequired")
    assert (told["subscriptionId"], told["clientState"], told["tenantId"]) == (made.id, "secret", TENANT_ID)
    await office.ana.get("/me")
    async with client_of(office, "ana") as ana:
        await subscriptions.renew_subscription(ana, made.id, MONDAY + timedelta(days=2))
    office.watch.advance(timedelta(days=1))
    await office.ana.get("/me")
    again = await subscriber.next()
    assert again["subscriptionExpirationDateTime"] == "2026-11-25T08:00:00.0000000Z"
    assert subscriber.told.empty()


async def test_a_subscription_that_graph_takes_away(office: Office, subscriber: Subscriber) -> None:
    """Its lifecycle address is told, and there it is no more."""
    async with client_of(office, "ana") as ana:
        made = await watched_with_care(ana, subscriber)
        office.graph.remove_subscription(made.id)
        assert (await subscriber.next())["lifecycleEvent"] == "subscriptionRemoved"
        assert await subscriptions.list_subscriptions(ana) == ()
    with pytest.raises(LookupError):
        office.graph.remove_subscription(made.id)


async def test_what_is_not_taken_is_brought_again(open_office: OpenOffice, subscriber: Subscriber) -> None:
    """In its order."""
    async with open_office(persistence=QUICKLY) as office:
        await office.ana.post("/subscriptions", body(subscriber))
        subscriber.refuses = 2
        made = [(await office.ana.post("/me/events", meeting()))["id"] for _ in range(2)]
        assert await subscriber.next_changes(2) == [("created", key) for key in made]


async def test_what_nobody_takes_is_missed(open_office: OpenOffice, subscriber: Subscriber) -> None:
    """After the last attempt the lifecycle address is told so; later changes are brought as before."""
    async with open_office(persistence=QUICKLY) as office, client_of(office, "ana") as ana:
        await watched_with_care(ana, subscriber)
        subscriber.refuses = 1 + len(QUICKLY.pauses)
        await office.ana.post("/me/events", meeting())
        told = await subscriber.next()
        assert (told["path"], told["lifecycleEvent"]) == ("/life", "missed")
        event = await office.ana.post("/me/events", meeting())
        assert await subscriber.next_changes(1) == [("created", event["id"])]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ((CREATED, UPDATED, UPDATED), [CREATED]),
        ((UPDATED, UPDATED), [UPDATED]),
        ((UPDATED, DELETED), [DELETED]),
        ((DELETED, CREATED), [UPDATED]),
        ((CREATED, DELETED), []),
    ],
)
def test_several_changes_in_one_request(changes: tuple[str, ...], expected: list[str]) -> None:
    """Come to one, in the last version."""
    written = [Change("event", "e1", "m1", "", number, change) for number, change in enumerate(changes, 1)]
    assert [(one.change, one.version) for one in in_all(written)] == [(change, len(changes)) for change in expected]


def documented() -> list[Any]:
    """The documented subscriptions to what a mailbox has, without resource data."""
    listed = DATA / "doc-examples.jsonl"
    examples = [json.loads(line) for line in listed.read_text().splitlines()] if listed.exists() else []
    return [
        pytest.param(example["request_body"], id=example["id"])
        for example in examples
        if (example["method"], example["path"]) == ("POST", "/subscriptions")
        and example["request_body"]
        and "includeResourceData" not in example["request_body"]
    ]


@pytest.mark.skipif(not DATA.exists(), reason="the documented examples are not on this machine")
@pytest.mark.parametrize("stated", documented())
async def test_documented_subscriptions(office: Office, subscriber: Subscriber, stated: Json) -> None:
    """Are made, with an address that is here and the id of somebody who is."""
    owner, _, rest = stated["resource"].strip("/").partition("/")
    resource = f"me/{rest if owner == 'me' else rest.partition('/')[2]}"
    addresses = {name: subscriber.url() for name in stated if name.endswith("Url")}
    made = await office.ana.post("/subscriptions", stated | {"resource": resource} | addresses)
    assert (made["resource"], made["clientState"]) == (resource, stated["clientState"])
