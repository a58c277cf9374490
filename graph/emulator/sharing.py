"""Who may do what in a calendar, told and changed by its owner. `access` applies it.

Everybody of the organization is always listed, with what they may do by default. Somebody else than the owner sees
an empty list. Source: Graph resource calendarPermission.
"""

import base64

from graph.emulator.access import ORGANIZATION
from graph.emulator.calls import Answer, Call
from graph.emulator.documents import require
from graph.emulator.errors import Json, access_denied, bad_request, item_not_found
from graph.emulator.odata import Listing, collection
from graph.emulator.shapes import Kind, Properties
from graph.emulator.store import Mailbox
from graph.emulator.vocabulary import EMAIL_ADDRESS, ROLES

_PERMISSION = Properties(
    {
        "id": Kind.ANYTHING,
        "role": ROLES,
        "emailAddress": EMAIL_ADDRESS,
        "allowedRoles": Kind.ANYTHING,
        "isInsideOrganization": Kind.ANYTHING,
        "isRemovable": Kind.ANYTHING,
    },
    "calendarPermission",
)
_PERMISSIONS = Listing(_PERMISSION, page=100)
_DEFAULT_ROLE = "freeBusyRead"
_OF_STRANGERS = ("freeBusyRead", "limitedRead", "read")
_OF_EVERYBODY = ("none", *_OF_STRANGERS, "write")
_OF_COLLEAGUES = (*_OF_STRANGERS, "write")
_DELEGATES = ("delegateWithoutPrivateEventAccess", "delegateWithPrivateEventAccess")
_EVERYBODY_ID = base64.b64encode(b"Default").decode()


def list_permissions(call: Call) -> Answer:
    """GET calendarPermissions."""
    mailbox = call.mailbox()
    shown: list[Json] = []
    if call.caller.user_id in (None, mailbox.id):
        granted = dict(call.tenant.store.roles(_calendar(call, mailbox)))
        everybody = granted.pop(ORGANIZATION, _DEFAULT_ROLE)
        shown = [
            _rendered(call, ORGANIZATION, everybody),
            *(_rendered(call, email, role) for email, role in granted.items()),
        ]
    return collection(call, f"users('{mailbox.id}')/calendar/calendarPermissions", shown, _PERMISSIONS)


def get_permission(call: Call) -> Answer:
    """GET one of them."""
    mailbox = call.own_mailbox()
    grantee, role = _granted(call, mailbox)
    return _one(call, mailbox, grantee, role)


def create_permission(call: Call) -> Answer:
    """POST: share or delegate a calendar."""
    mailbox = call.own_mailbox()
    stated = call.body(_PERMISSION)
    require(stated, "emailAddress", "role")
    email = (stated["emailAddress"].get("address") or "").strip()
    known = call.tenant.store.mailbox(email)
    grantee = known.address if known else email
    if not email or grantee.casefold() == mailbox.address.casefold():
        raise bad_request("A calendar is shared with the address of somebody else.", "ErrorInvalidRequest")
    calendar = _calendar(call, mailbox)
    if call.tenant.store.role(calendar, grantee) is not None:
        raise bad_request("The calendar is shared with this recipient already.", "ErrorInvalidRequest")
    _check_role(call, mailbox, grantee, stated["role"])
    call.tenant.store.grant(calendar, grantee, stated["role"])
    return _one(call, mailbox, grantee, stated["role"])


def update_permission(call: Call) -> Answer:
    """PATCH the role; nothing else of a permission can be changed."""
    mailbox = call.own_mailbox()
    stated = call.body(_PERMISSION)
    require(stated, "role")
    grantee, _ = _granted(call, mailbox)
    _check_role(call, mailbox, grantee, stated["role"])
    call.tenant.store.grant(_calendar(call, mailbox), grantee, stated["role"])
    return _one(call, mailbox, grantee, stated["role"])


def delete_permission(call: Call) -> Answer:
    """DELETE: let somebody in no more."""
    mailbox = call.own_mailbox()
    grantee, _ = _granted(call, mailbox)
    if grantee == ORGANIZATION:
        raise bad_request("The permission of the organization cannot be removed.", "ErrorInvalidRequest")
    call.tenant.store.revoke(_calendar(call, mailbox), grantee)
    return Answer(204)


def _calendar(call: Call, mailbox: Mailbox) -> str:
    """Under what the store keeps a calendar's permissions."""
    return call.calendar_in(mailbox) or mailbox.id


def _granted(call: Call, mailbox: Mailbox) -> tuple[str, str]:
    granted = dict(call.tenant.store.roles(_calendar(call, mailbox)))
    granted.setdefault(ORGANIZATION, _DEFAULT_ROLE)
    for grantee, role in granted.items():
        if _id(grantee) == call.parameters["permission"]:
            return grantee, role
    raise item_not_found()


def _allowed(call: Call, grantee: str) -> tuple[str, ...]:
    if grantee == ORGANIZATION:
        return _OF_EVERYBODY
    return (*_OF_COLLEAGUES, *_DELEGATES) if call.tenant.store.mailbox(grantee) else _OF_STRANGERS


def _check_role(call: Call, mailbox: Mailbox, grantee: str, role: str) -> None:
    if role not in _allowed(call, grantee):
        raise bad_request(f"The role '{role}' is not among the allowed roles of this recipient.", "ErrorInvalidRequest")
    if role in _DELEGATES and call.calendar_in(mailbox):
        raise access_denied()  # a delegate works in the mailbox's own calendar


def _id(grantee: str) -> str:
    if grantee == ORGANIZATION:
        return _EVERYBODY_ID
    return base64.urlsafe_b64encode(f"l={grantee.casefold()}".encode()).decode()


def _rendered(call: Call, grantee: str, role: str) -> Json:
    mailbox = call.tenant.store.mailbox(grantee)
    email: Json = {"name": mailbox.name, "address": mailbox.address} if mailbox else {"name": grantee}
    if mailbox is None and grantee != ORGANIZATION:
        email["address"] = grantee
    return {
        "id": _id(grantee),
        "isRemovable": grantee != ORGANIZATION,
        "isInsideOrganization": grantee == ORGANIZATION or mailbox is not None,
        "role": role,
        "allowedRoles": list(_allowed(call, grantee)),
        "emailAddress": email,
    }


def _one(call: Call, mailbox: Mailbox, grantee: str, role: str) -> Answer:
    shown = _PERMISSIONS.select(_rendered(call, grantee, role), call.query.get("$select"))
    return Answer(200, call.context(f"users('{mailbox.id}')/calendar/calendarPermissions/$entity") | shown)
