"""How available somebody is, as their calendar tells: nobody sits before the emulator's screens.

In a meeting with others Busy and InAMeeting, in another busy event Busy, out of office where the calendar says so;
otherwise Available within working hours and Away outside. Source: Graph resource presence.
"""

from datetime import timedelta

from graph.emulator.agenda import view
from graph.emulator.calls import Answer, Call
from graph.emulator.documents import require
from graph.emulator.errors import Json, bad_request, resource_not_found
from graph.emulator.moments import moment_of
from graph.emulator.shapes import Kind, Properties
from graph.emulator.store import Mailbox
from graph.emulator.working_hours import is_working_time

_MOST_USERS = 650
_ASKED = Properties({"ids": [Kind.TEXT]}, "getPresencesByUserId")
_AN_INSTANT = timedelta(seconds=1)


def get_presence(call: Call) -> Answer:
    """GET the presence of one user."""
    user = call.user()
    mailbox = call.tenant.store.mailbox(user["id"])
    if mailbox is None:
        raise resource_not_found(user["id"])
    return Answer(200, call.context(f"users('{mailbox.id}')/presence/$entity") | _presence(call, mailbox))


def get_presence_by_id(call: Call) -> Answer:
    """GET communications/presences/{id}."""
    mailbox = _of_id(call, call.parameters["presence"])
    if mailbox is None:
        raise resource_not_found(call.parameters["presence"])
    return Answer(200, call.context("communications/presences/$entity") | _presence(call, mailbox))


def get_presences(call: Call) -> Answer:
    """POST getPresencesByUserId; who is not known is left out."""
    asked = call.body(_ASKED)
    require(asked, "ids")
    if len(asked["ids"]) > _MOST_USERS:
        raise bad_request(f"The number of ids exceeds the limit of {_MOST_USERS}.", "InvalidArgument")
    found = [_of_id(call, key) for key in asked["ids"]]
    context = call.context("Collection(microsoft.graph.presence)")
    return Answer(200, context | {"value": [_presence(call, mailbox) for mailbox in found if mailbox]})


def _of_id(call: Call, key: str) -> Mailbox | None:
    """By the user's id alone: an address is no id here."""
    mailbox = call.tenant.store.mailbox(key)
    is_user = mailbox is not None and mailbox.id.casefold() == key.casefold() and not mailbox.is_room
    return mailbox if is_user else None


def _presence(call: Call, mailbox: Mailbox) -> Json:
    availability, activity = _state(call, mailbox)
    message = _out_of_office(call, mailbox)
    is_out = message is not None or activity == "OutOfOffice"
    return {
        "id": mailbox.id,
        "availability": availability,
        "activity": activity,
        "outOfOfficeSettings": {"message": message, "isOutOfOffice": is_out},
        "statusMessage": None,
        "sequenceNumber": call.tenant.now.strftime("A%Y%m%d%H%M%S"),
    }


def _state(call: Call, mailbox: Mailbox) -> tuple[str, str]:
    now = call.tenant.now
    current = [item.document for item in view(call.tenant.store, mailbox, now, now + _AN_INSTANT)]
    current = [document for document in current if not document["isCancelled"]]
    if any(document["showAs"] == "oof" for document in current):
        return "Offline", "OutOfOffice"
    busy = [document for document in current if document["showAs"] == "busy"]
    if busy:
        return "Busy", "InAMeeting" if any(document["attendees"] for document in busy) else "Busy"
    if is_working_time(mailbox, now, now + _AN_INSTANT):
        return "Available", "Available"
    return "Away", "Away"


def _out_of_office(call: Call, mailbox: Mailbox) -> str | None:
    """What the mailbox answers by itself at this moment; None: nothing."""
    replies = mailbox.settings["automaticRepliesSetting"]
    if replies["status"] == "scheduled":
        start, end = (moment_of(replies[f"scheduled{edge}DateTime"], edge) for edge in ("Start", "End"))
        if not start <= call.tenant.now < end:
            return None
    elif replies["status"] != "alwaysEnabled":
        return None
    message: str = replies["internalReplyMessage"]
    return message
