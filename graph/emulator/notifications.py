"""What subscribers are told: of changes, and of what becomes of their subscriptions.

Source: Graph resources changeNotification and changeNotificationCollection; concepts webhooks-lifecycle.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from graph.emulator import ids
from graph.emulator.changes import Change
from graph.emulator.entra import TENANT_ID
from graph.emulator.errors import Json
from graph.emulator.subscriptions import active, changes_of, expires_at, forget, keep
from graph.emulator.tenant import Tenant

REAUTHORIZATION_REQUIRED = "reauthorizationRequired"
SUBSCRIPTION_REMOVED = "subscriptionRemoved"
MISSED = "missed"
ANNOUNCED_BEFORE = timedelta(minutes=15)
"""How long before its end a subscription's reauthorization is asked for."""
_TYPES = {"event": ("Event", "Events"), "message": ("Message", "Messages"), "contact": ("Contact", "Contacts")}


@dataclass(frozen=True)
class Letter:
    """Notifications for one address, all of one subscription."""

    subscription_id: str
    address: str
    notifications: tuple[Json, ...]
    is_lifecycle: bool = False

    @property
    def body(self) -> Json:
        """What is sent."""
        return {"value": list(self.notifications)}


def of_changes(subscriptions: Iterable[Json], changes: Iterable[Change]) -> list[Letter]:
    """What each subscription has to be told of; nothing of what it does not watch."""
    told = list(changes)
    letters: list[Letter] = []
    for subscription in subscriptions:
        due = tuple(_notification(subscription, change) for change in told if _concerns(subscription, change))
        if due:
            shown = subscription["shown"]
            letters.append(Letter(shown["id"], shown["notificationUrl"], due))
    return letters


def of_lifecycle(subscription: Json, event: str) -> Letter | None:
    """That a subscription needs care; None where it names no address for that."""
    shown = subscription["shown"]
    if not shown["lifecycleNotificationUrl"]:
        return None
    notification = _about(subscription) | {"lifecycleEvent": event}
    return Letter(shown["id"], shown["lifecycleNotificationUrl"], (notification,), is_lifecycle=True)


def announced(tenant: Tenant) -> list[Letter]:
    """What is due to subscriptions that end soon, each once."""
    letters: list[Letter] = []
    for subscription in active(tenant):
        letter = of_lifecycle(subscription, REAUTHORIZATION_REQUIRED)
        is_due = expires_at(subscription) - tenant.now <= ANNOUNCED_BEFORE and not subscription["isReminded"]
        if letter is not None and is_due:
            keep(tenant, subscription | {"isReminded": True})
            letters.append(letter)
    return letters


def removed(tenant: Tenant, subscription_id: str) -> Letter | None:
    """End a subscription as Graph does when a user is gone or a permission is taken back. Raises LookupError."""
    letter = of_lifecycle(_active(tenant, subscription_id), SUBSCRIPTION_REMOVED)
    forget(tenant, subscription_id)
    return letter


def missed(tenant: Tenant, subscription_id: str) -> Letter | None:
    """What is due where notifications could not be delivered; None where the subscription has ended meanwhile."""
    try:
        return of_lifecycle(_active(tenant, subscription_id), MISSED)
    except LookupError:
        return None


def _active(tenant: Tenant, subscription_id: str) -> Json:
    for subscription in active(tenant):
        if subscription["shown"]["id"] == subscription_id:
            return subscription
    raise LookupError(subscription_id)


def _concerns(subscription: Json, change: Change) -> bool:
    watched = (subscription["kind"], subscription["mailbox"])
    if watched != (change.kind, change.mailbox) or change.change not in changes_of(subscription["shown"]["changeType"]):
        return False
    folder = subscription["folder"]
    if not folder:
        return True
    by_name = ids.item_id("folder", change.mailbox, folder.casefold())
    return change.folder in (folder, by_name) or (not change.folder and folder.casefold() == "inbox")


def _notification(subscription: Json, change: Change) -> Json:
    type_name, plural = _TYPES[change.kind]
    path = f"Users/{change.mailbox}/{plural}/{change.id}"
    return _about(subscription) | {
        "changeType": change.change,
        "resource": path,
        "resourceData": {
            "@odata.type": f"#Microsoft.Graph.{type_name}",
            "@odata.id": path,
            "@odata.etag": ids.etag(change.id, change.version),
            "id": change.id,
        },
    }


def _about(subscription: Json) -> Json:
    shown = subscription["shown"]
    return {
        "subscriptionId": shown["id"],
        "subscriptionExpirationDateTime": shown["expirationDateTime"],
        "clientState": shown["clientState"],
        "tenantId": TENANT_ID,
    }
