"""Who may do what in whose calendar.

Its owner everything, an application everything, somebody else what a calendarPermission grants them. A grant to
"My Organization" holds for everybody without one of their own. Source: Graph resource calendarPermission.
"""

from enum import IntEnum

from graph.emulator.calls import Call
from graph.emulator.errors import Json, access_denied
from graph.emulator.rendering import with_title_and_place_only, without_private_parts
from graph.emulator.store import Mailbox

ORGANIZATION = "My Organization"


class Access(IntEnum):
    """How far a caller reaches into a calendar."""

    FREE_BUSY = 0
    LIMITED = 1
    READ = 2
    WRITE = 3
    OWNER = 4


_REACH = {
    "limitedRead": Access.LIMITED,
    "read": Access.READ,
    "write": Access.WRITE,
    "delegateWithoutPrivateEventAccess": Access.WRITE,
    "delegateWithPrivateEventAccess": Access.OWNER,
}


def access(call: Call, mailbox: Mailbox, calendar: str = "") -> Access:
    """How far the caller of this request reaches into the mailbox's own calendar, or into another by its id."""
    if call.caller.user_id in (None, mailbox.id):
        return Access.OWNER
    store = call.tenant.store
    reader = store.mailbox(call.caller.user_id or "")
    granted = store.role(calendar or mailbox.id, reader.address) if reader else None
    if granted is None:
        granted = store.role(calendar or mailbox.id, ORGANIZATION)
    return _REACH.get(granted or "", Access.FREE_BUSY)


def readable(call: Call) -> tuple[Mailbox, Access]:
    """The mailbox of the path, if its events may be read. Raises GraphError 403, 404."""
    mailbox = call.mailbox()
    reach = access(call, mailbox, call.calendar_in(mailbox))
    if reach < Access.LIMITED:
        raise access_denied()
    return mailbox, reach


def writable(call: Call) -> Mailbox:
    """The mailbox of the path, if its events may be changed. Raises GraphError 403, 404."""
    mailbox = call.mailbox()
    if access(call, mailbox, call.calendar_in(mailbox)) < Access.WRITE:
        raise access_denied()
    return mailbox


def sees_details(event: Json, reach: Access) -> bool:
    """Whether a reader sees more of an event, rendered or kept, than title and place."""
    return reach >= (Access.OWNER if _is_private(event) else Access.READ)


def shown_to(event: Json, reach: Access) -> Json:
    """What a reader sees of a rendered event."""
    if reach < Access.OWNER and _is_private(event):
        return without_private_parts(event)
    return with_title_and_place_only(event) if reach < Access.READ else event


def _is_private(event: Json) -> bool:
    return event["sensitivity"] in {"private", "confidential"}
