"""The calendars of a mailbox: its own, which stays, and further ones.

Only the own calendar receives invitations and makes its owner busy. A calendar of somebody else is listed for those
whom its permissions let in. Source: Graph resource calendar.
"""

from graph.emulator import ids
from graph.emulator.access import Access, access
from graph.emulator.calls import Answer, Call
from graph.emulator.errors import GraphError, Json, access_denied, bad_request
from graph.emulator.events import existing
from graph.emulator.odata import Listing, collection
from graph.emulator.shapes import Kind, Properties
from graph.emulator.store import Mailbox
from graph.emulator.vocabulary import ONLINE_PROVIDERS

COLORS = (
    "auto",
    "lightBlue",
    "lightGreen",
    "lightOrange",
    "lightGray",
    "lightYellow",
    "lightTeal",
    "lightPink",
    "lightBrown",
    "lightRed",
    "maxColor",
)
CALENDAR = Properties(
    {
        "name": Kind.TEXT,
        "color": COLORS,
        "hexColor": Kind.TEXT,
        "isDefaultCalendar": Kind.FLAG,
        "defaultOnlineMeetingProvider": ONLINE_PROVIDERS,
        **dict.fromkeys(
            (
                "id",
                "changeKey",
                "canShare",
                "canViewPrivateItems",
                "canEdit",
                "allowedOnlineMeetingProviders",
                "isTallyingResponses",
                "isRemovable",
                "owner",
            ),
            Kind.ANYTHING,
        ),
    },
    "calendar",
)
KIND = "calendar"
"""Where the shelf keeps them."""
_CALENDARS = Listing(CALENDAR)
_TOLD = ("name", "color", "hexColor")
"""What a client decides of a calendar."""


def list_calendars(call: Call) -> Answer:
    """GET calendars: those that the caller may look into, the own one first."""
    mailbox = call.mailbox()
    return page(call, mailbox, stored(call, mailbox), f"users('{mailbox.id}')/calendars")


def get_calendar(call: Call) -> Answer:
    """GET the mailbox's own calendar, or another."""
    mailbox = call.mailbox()
    return _one(call, mailbox, _kept(call, mailbox))


def get_calendar_of_event(call: Call) -> Answer:
    """GET the calendar that an event is in."""
    mailbox = call.mailbox()
    item = existing(call, mailbox)
    return _one(call, mailbox, _of_key(call, mailbox, item.calendar))


def create_calendar(call: Call) -> Answer:
    """POST a further calendar, in My Calendars or in the group of the path."""
    mailbox = call.own_mailbox()
    stated = call.body(CALENDAR)
    name = (stated.get("name") or "").strip()
    if not name:
        raise bad_request("The name of a calendar cannot be empty.", "ErrorInvalidRequest")
    _check_name(call, mailbox, name, "")
    key = ids.item_id("calendar", mailbox.id, call.tenant.serial())
    calendar = {
        "id": key,
        "name": name,
        "color": stated.get("color") or "auto",
        "hexColor": stated.get("hexColor") or "",
        "group": call.parameters.get("group"),
        "version": 1,
    }
    call.tenant.store.shelf.put(KIND, mailbox.id, key, calendar)
    call.tenant.touch(mailbox)
    return _one(call, mailbox, calendar, 201)


def update_calendar(call: Call) -> Answer:
    """PATCH name or colour."""
    mailbox = call.own_mailbox()
    calendar = _kept(call, mailbox)
    stated = {name: value for name, value in call.body(CALENDAR).items() if name in _TOLD and value is not None}
    if "name" in stated:
        _check_name(call, mailbox, stated["name"], calendar["id"])
    changed = {**calendar, **stated, "version": calendar["version"] + 1}
    call.tenant.store.shelf.put(KIND, mailbox.id, calendar["id"], changed)
    call.tenant.touch(mailbox)
    return _one(call, mailbox, changed)


def delete_calendar(call: Call) -> Answer:
    """DELETE a calendar with its events; nobody is told, as nobody is when a folder is deleted."""
    mailbox = call.own_mailbox()
    store, key = call.tenant.store, call.calendar_in(mailbox)
    if not key:
        raise bad_request("Distinguished folders cannot be deleted.", "ErrorDeleteDistinguishedFolder")
    for item in store.events_of(mailbox.id, key):
        store.delete_event(item.id)
    for grantee, _ in store.roles(key):
        store.revoke(key, grantee)
    store.shelf.remove(KIND, mailbox.id, key)
    call.tenant.touch(mailbox)
    return Answer(204)


def stored(call: Call, mailbox: Mailbox) -> list[Json]:
    """Every calendar of a mailbox as it is kept, the own one first."""
    own = _of_key(call, mailbox, "")
    return [own, *(one for one in call.tenant.store.shelf.all(KIND, mailbox.id) if one["id"] != own["id"])]


def page(call: Call, mailbox: Mailbox, calendars: list[Json], fragment: str) -> Answer:
    """What the caller may see of `calendars`. Raises GraphError 403 where that is nothing."""
    shown = [
        rendered(call, mailbox, one) for one in calendars if access(call, mailbox, _key(mailbox, one)) >= Access.LIMITED
    ]
    if not shown and call.caller.user_id not in (None, mailbox.id):
        raise access_denied()
    return collection(call, fragment, shown, _CALENDARS)


def rendered(call: Call, mailbox: Mailbox, calendar: Json) -> Json:
    """The Graph calendar, as the caller sees it."""
    reach = access(call, mailbox, _key(mailbox, calendar))
    is_own = not _key(mailbox, calendar)
    return {
        "id": calendar["id"],
        "name": calendar["name"],
        "color": calendar["color"],
        "hexColor": calendar["hexColor"],
        "isDefaultCalendar": is_own,
        "changeKey": ids.change_key(calendar["id"], calendar["version"]),
        "canShare": reach is Access.OWNER,
        "canViewPrivateItems": reach is Access.OWNER,
        "canEdit": reach >= Access.WRITE,
        "allowedOnlineMeetingProviders": ["teamsForBusiness"],
        "defaultOnlineMeetingProvider": "teamsForBusiness",
        "isTallyingResponses": is_own,
        "isRemovable": not is_own,
        "owner": {"name": mailbox.name, "address": mailbox.address},
    }


def _one(call: Call, mailbox: Mailbox, calendar: Json, status: int = 200) -> Answer:
    if access(call, mailbox, _key(mailbox, calendar)) < Access.LIMITED:
        raise access_denied()
    shown = _CALENDARS.select(rendered(call, mailbox, calendar), call.query.get("$select"))
    return Answer(status, call.context(f"users('{mailbox.id}')/calendars/$entity") | shown)


def _kept(call: Call, mailbox: Mailbox) -> Json:
    return _of_key(call, mailbox, call.calendar_in(mailbox))


def _of_key(call: Call, mailbox: Mailbox, key: str) -> Json:
    own_id = ids.calendar_id(mailbox.id)
    found = call.tenant.store.shelf.get(KIND, mailbox.id, key or own_id)
    return found or {"id": own_id, "name": "Calendar", "color": "auto", "hexColor": "", "group": None, "version": 1}


def _key(mailbox: Mailbox, calendar: Json) -> str:
    """As in `Item.calendar`."""
    found: str = calendar["id"]
    return "" if found == ids.calendar_id(mailbox.id) else found


def _check_name(call: Call, mailbox: Mailbox, name: str, own: str) -> None:
    taken = {one["name"].casefold() for one in stored(call, mailbox) if one["id"] != own}
    if name.casefold() in taken:
        raise GraphError(409, "ErrorFolderExists", "A folder with the specified name already exists.")
