"""Change notifications: who is told of changes, and until when. Source: Graph resource subscription."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from graph.client import GraphClient, nothing, segment
from graph.wire import Json

LONGEST = timedelta(minutes=10_080)
LONGEST_WITH_DATA = timedelta(minutes=1_440)
"""How long Graph keeps a subscription to events, messages or contacts, without and with resource data."""

READ = "Calendars.Read"


@dataclass(frozen=True)
class Subscription:
    """Graph tells `notification_url` of `change_type` ("created,updated") in `resource` until `expires` (aware, UTC).

    `client_state` comes with each notification and proves it; Graph does not tell it again.
    """

    resource: str
    change_type: str
    notification_url: str
    expires: datetime
    id: str = ""
    client_state: str = ""
    lifecycle_url: str = ""


async def create_subscription(graph: GraphClient, wanted: Subscription) -> Subscription:
    """Graph first asks the addresses whether they agree. Raises Conflict where there is one like it already."""
    body = {
        "changeType": wanted.change_type,
        "notificationUrl": wanted.notification_url,
        "resource": wanted.resource,
        "expirationDateTime": _utc(wanted.expires),
    }
    if wanted.client_state:
        body["clientState"] = wanted.client_state
    if wanted.lifecycle_url:
        body["lifecycleNotificationUrl"] = wanted.lifecycle_url
    return await graph.write("POST", "/subscriptions", body, _subscription, what="subscription", permission=READ)


async def list_subscriptions(graph: GraphClient) -> tuple[Subscription, ...]:
    """All of this application, or of the user. Raises GraphError."""
    return await graph.collect("/subscriptions", _subscription, what="subscription", permission=READ)


async def get_subscription(graph: GraphClient, subscription_id: str) -> Subscription:
    """One of them. Raises NotFound where it has expired."""
    return await graph.get(_path(subscription_id), _subscription, what="subscription", permission=READ)


async def renew_subscription(graph: GraphClient, subscription_id: str, expires: datetime) -> Subscription:
    """Keep it until `expires` (aware). Twice is the same as once. Raises NotFound where it has expired."""
    return await graph.write(
        "PATCH",
        _path(subscription_id),
        {"expirationDateTime": _utc(expires)},
        _subscription,
        repeatable=True,
        what="subscription",
        permission=READ,
    )


async def reauthorize_subscription(graph: GraphClient, subscription_id: str) -> None:
    """Answer to a `reauthorizationRequired`: go on with the token of this request. Twice is the same as once."""
    path = f"{_path(subscription_id)}/reauthorize"
    await graph.write("POST", path, None, nothing, repeatable=True, what="subscription", permission=READ)


async def delete_subscription(graph: GraphClient, subscription_id: str) -> None:
    """Be told no more."""
    await graph.write("DELETE", _path(subscription_id), None, nothing, what="subscription", permission=READ)


def _path(subscription_id: str) -> str:
    return f"/subscriptions/{segment(subscription_id)}"


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _subscription(data: Json) -> Subscription:
    return Subscription(
        resource=data.get("resource") or "",
        change_type=data.get("changeType") or "",
        notification_url=data.get("notificationUrl") or "",
        expires=datetime.fromisoformat(data["expirationDateTime"]).astimezone(UTC),
        id=data["id"],
        client_state=data.get("clientState") or "",
        lifecycle_url=data.get("lifecycleNotificationUrl") or "",
    )
