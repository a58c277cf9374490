"""Subscriptions: who is told of changes to events, messages and contacts, where, and until when.

Graph asks the addresses first whether they agree. A handler asks nobody: it raises Unconfirmed, and is called again
with what they have said. Source: Graph resource subscription; concepts change-notifications-delivery-webhooks.
"""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import httpx

from graph.emulator import ids
from graph.emulator.calls import Answer, Call
from graph.emulator.changes import CREATED, DELETED, UPDATED
from graph.emulator.documents import require
from graph.emulator.entra import DEMO_CLIENT_ID
from graph.emulator.errors import GraphError, Json, access_denied, bad_request, mailbox_not_found
from graph.emulator.moments import iso, utc_text
from graph.emulator.odata import Listing, collection
from graph.emulator.paths import segments_of
from graph.emulator.scopes import needed
from graph.emulator.shapes import Kind, Properties
from graph.emulator.tenant import Tenant

KIND = "subscription"
SHORTEST = timedelta(minutes=45)
"""An earlier end is put off until then."""
LONGEST = timedelta(minutes=10_080)
"""For events, messages and contacts without resource data."""
_CLIENT_STATE = 128
_LAST_PORT = 65_535
_TEXTS = (
    "resource changeType notificationUrl lifecycleNotificationUrl expirationDateTime clientState"
    " latestSupportedTlsVersion notificationUrlAppId notificationQueryOptions encryptionCertificate"
    " encryptionCertificateId"
)
_SUBSCRIPTION = Properties({**dict.fromkeys(_TEXTS.split(), Kind.TEXT), "includeResourceData": Kind.FLAG}, KIND)
_RENEWAL = Properties({"expirationDateTime": Kind.TEXT}, KIND)
_SUBSCRIPTIONS = Listing(_SUBSCRIPTION, page=100)
_WATCHED = {"events": "event", "messages": "message", "contacts": "contact"}


class Unconfirmed(GraphError):
    """Nobody has asked these addresses yet; that they do not agree, where it gets as far as the client."""

    def __init__(self, addresses: list[str]) -> None:
        super().__init__(400, "ValidationError", "Subscription validation request failed.")
        self.addresses = addresses


def create_subscription(call: Call) -> Answer:
    """POST a subscription. 409 where there is one for the same resource and changes."""
    stated = call.body(_SUBSCRIPTION)
    require(stated, "resource", "changeType", "notificationUrl", "expirationDateTime")
    watched = _watched(call, stated["resource"])
    _check_words(stated)
    creator = _creator(call)
    kept = active(call.tenant)
    _check_new(kept, stated, creator)
    expires = _end(call.tenant, stated["expirationDateTime"])
    _check_addresses(call, [stated[name] for name in _ADDRESSES if stated.get(name)])
    key = ids.guid(KIND, creator, call.tenant.serial())
    shown: Json = {
        **dict.fromkeys(_TEXTS.split()),
        "id": key,
        "includeResourceData": None,
        "latestSupportedTlsVersion": "v1_2",
        "applicationId": DEMO_CLIENT_ID,
        "creatorId": creator,
        **stated,
        "changeType": ",".join(changes_of(stated["changeType"])),
        "expirationDateTime": expires,
    }
    keep(call.tenant, {"shown": shown, "isReminded": False, **watched})
    return Answer(201, call.context("subscriptions/$entity") | shown)


def list_subscriptions(call: Call) -> Answer:
    """GET those of the token's user, or of the application itself."""
    creator = _creator(call)
    own = [_discreet(one) for one in active(call.tenant) if one["shown"]["creatorId"] == creator]
    return collection(call, "subscriptions", own, _SUBSCRIPTIONS)


def get_subscription(call: Call) -> Answer:
    """GET one subscription; its clientState is not told again."""
    return Answer(200, call.context("subscriptions/$entity") | _discreet(_existing(call)))


def renew_subscription(call: Call) -> Answer:
    """PATCH how long it lasts; nothing else of it can be changed."""
    existing = _existing(call)
    stated = call.body(_RENEWAL)
    require(stated, "expirationDateTime")
    shown = existing["shown"] | {"expirationDateTime": _end(call.tenant, stated["expirationDateTime"])}
    renewed = existing | {"shown": shown, "isReminded": False}
    keep(call.tenant, renewed)
    return Answer(200, call.context("subscriptions/$entity") | _discreet(renewed))


def reauthorize_subscription(call: Call) -> Answer:
    """POST reauthorize: the token of this request must reach what is watched; when it ends stays."""
    _watched(call, _existing(call)["shown"]["resource"])
    return Answer(204)


def delete_subscription(call: Call) -> Answer:
    """DELETE a subscription."""
    forget(call.tenant, _existing(call)["shown"]["id"])
    return Answer(204)


def active(tenant: Tenant) -> list[Json]:
    """What is kept of the subscriptions that have not ended.

    Each is {"shown": the subscription as Graph answers it, "kind", "mailbox", "folder": what it watches,
    "isReminded": whether its end was announced}.
    """
    return [one for one in tenant.store.shelf.all(KIND, KIND) if expires_at(one) > tenant.now]


def keep(tenant: Tenant, subscription: Json) -> None:
    """Keep a subscription, or another state of it."""
    tenant.store.shelf.put(KIND, KIND, subscription["shown"]["id"], subscription)


def forget(tenant: Tenant, subscription_id: str) -> None:
    """Keep it no longer."""
    tenant.store.shelf.remove(KIND, KIND, subscription_id)


def expires_at(subscription: Json) -> datetime:
    """When it ends, in UTC."""
    return iso(subscription["shown"]["expirationDateTime"])


def changes_of(stated: str) -> list[str]:
    """The kinds of change of a changeType."""
    return [word.strip().casefold() for word in stated.split(",")]


def is_web_address(text: str) -> bool:
    """Whether something can be sent there at all."""
    try:
        address = httpx.URL(text)
    except httpx.InvalidURL:
        return False
    return address.scheme in ("https", "http") and bool(address.host) and (address.port or 0) <= _LAST_PORT


def is_own_machine(address: str) -> bool:
    """Whether a web address is on loopback. The emulator sends nothing anywhere else."""
    host = httpx.URL(address).host
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


_ADDRESSES = ("notificationUrl", "lifecycleNotificationUrl")


def _watched(call: Call, resource: str) -> Json:
    """What a resource names, if the token may read it. Raises GraphError 400, 403, 404."""
    path, _, options = resource.partition("?")
    segments = segments_of(path)
    match [segment.casefold() for segment in segments]:
        case ["users", _, "events" | "messages" | "contacts" as name] if not options:
            folder = ""
        case ["users", _, "mailfolders", _, "messages" as name] if not options:
            folder = segments[3]
        case _:
            raise _invalid(f"Resource '{resource}' is not supported.")
    key = segments[1]
    user = call.caller.user_id
    if key.casefold() == "me":
        if user is None:
            raise bad_request("/me request is only valid with delegated authentication flow.")
        key = user
    mailbox = call.tenant.store.mailbox(key)
    if mailbox is None:
        raise mailbox_not_found()
    if user not in (None, mailbox.id):
        raise access_denied()
    needed("GET", segments, is_own=True, is_application=user is None).check(call.caller.permissions)
    return {"kind": _WATCHED[name], "mailbox": mailbox.id, "folder": folder}


def _check_words(stated: Json) -> None:
    unknown = set(changes_of(stated["changeType"])) - {CREATED, UPDATED, DELETED}
    if unknown:
        raise _invalid(f"Invalid value for ChangeType: '{', '.join(sorted(unknown))}'.")
    if len(stated.get("clientState") or "") > _CLIENT_STATE:
        raise _invalid(f"The clientState cannot be longer than {_CLIENT_STATE} characters.")
    if stated.get("includeResourceData"):
        raise _invalid("Notifications of this service come without resource data.")


def _check_new(kept: list[Json], stated: Json, creator: str) -> None:
    for one in kept:
        shown = one["shown"]
        same = (shown["creatorId"], shown["resource"].strip("/").casefold(), set(changes_of(shown["changeType"])))
        if same == (creator, stated["resource"].strip("/").casefold(), set(changes_of(stated["changeType"]))):
            message = f"Subscription Id {shown['id']} already exists for the requested combination"
            raise GraphError(409, "Conflict", message)


def _check_addresses(call: Call, addresses: list[str]) -> None:
    for address in addresses:
        if not is_web_address(address):
            raise _invalid("The notification URL is not a valid address.")
        if not is_own_machine(address):
            raise GraphError(400, "ValidationError", "Subscription validation request failed: not on this machine.")
    unasked = [address for address in addresses if address not in call.confirmations]
    if unasked:
        raise Unconfirmed(unasked)
    for address in addresses:
        if complaint := call.confirmations[address]:
            raise GraphError(400, "ValidationError", f"Subscription validation request failed. {complaint}")


def _end(tenant: Tenant, stated: str) -> str:
    try:
        wanted = iso(stated)
    except ValueError:
        message = f"Cannot convert the literal '{stated}' to the expected type 'Edm.DateTimeOffset'."
        raise bad_request(message, "RequestBodyRead") from None
    wanted = wanted if wanted.tzinfo else wanted.replace(tzinfo=UTC)
    if wanted > tenant.now + LONGEST:
        raise _invalid(f"Subscription expiration can only be {LONGEST // timedelta(minutes=1)} minutes in the future.")
    return utc_text(max(wanted, tenant.now + SHORTEST))


def _existing(call: Call) -> Json:
    creator = _creator(call)
    for one in active(call.tenant):
        if one["shown"]["id"] == call.parameters["subscription"] and one["shown"]["creatorId"] == creator:
            return one
    raise GraphError(404, "ResourceNotFound", "The object was not found.")


def _creator(call: Call) -> str:
    """The user, or what stands in the directory for the application."""
    return call.caller.user_id or ids.guid("service principal", DEMO_CLIENT_ID)


def _discreet(subscription: Json) -> Json:
    shown: Json = subscription["shown"] | {"clientState": None}
    return shown


def _invalid(message: str) -> GraphError:
    return GraphError(400, "InvalidRequest", message)
