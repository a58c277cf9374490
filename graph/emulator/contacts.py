"""The contacts that a mailbox's owner keeps. Source: Graph resource contact."""

from graph.emulator import ids
from graph.emulator.calls import Answer, Call
from graph.emulator.errors import Json, item_not_found
from graph.emulator.odata import Listing, collection
from graph.emulator.shapes import Kind, Properties, Shape
from graph.emulator.store import Mailbox
from graph.emulator.vocabulary import ADDRESS, EMAIL_ADDRESS

KIND = "contact"
_TEXTS = """
    assistantName birthday businessHomePage companyName department displayName fileAs generation givenName initials
    jobTitle manager middleName mobilePhone nickName officeLocation personalNotes profession spouseName surname title
    yomiCompanyName yomiGivenName yomiSurname
"""
_LISTS = ("businessPhones", "categories", "children", "homePhones", "imAddresses")
_ADDRESSES = ("businessAddress", "homeAddress", "otherAddress")
_READ_ONLY = ("id", "changeKey", "createdDateTime", "lastModifiedDateTime", "parentFolderId")
_STATED: dict[str, Shape] = {
    **dict.fromkeys(_TEXTS.split(), Kind.TEXT),
    **{name: [Kind.TEXT] for name in _LISTS},
    **dict.fromkeys(_ADDRESSES, ADDRESS),
    "emailAddresses": [EMAIL_ADDRESS],
}
CONTACT = Properties({**_STATED, **dict.fromkeys(_READ_ONLY, Kind.ANYTHING)}, "contact")
_CONTACTS = Listing(CONTACT, searchable=("displayName", "givenName", "surname", "companyName"))


def list_contacts(call: Call) -> Answer:
    """GET contacts, by display name."""
    mailbox = call.own_mailbox()
    kept = call.tenant.store.shelf.all(KIND, mailbox.id)
    kept.sort(key=lambda contact: str(contact["displayName"]).casefold())
    return collection(call, f"users('{mailbox.id}')/contacts", [_rendered(contact) for contact in kept], _CONTACTS)


def get_contact(call: Call) -> Answer:
    """GET one contact."""
    mailbox = call.own_mailbox()
    return _one(call, mailbox, _kept(call, mailbox))


def create_contact(call: Call) -> Answer:
    """POST a contact."""
    mailbox = call.own_mailbox()
    key = ids.item_id(KIND, mailbox.id, call.tenant.serial())
    contact = contact_document(call.body(CONTACT), mailbox, key, call.tenant.now_text)
    call.tenant.store.shelf.put(KIND, mailbox.id, key, contact)
    return _one(call, mailbox, contact, 201)


def update_contact(call: Call) -> Answer:
    """PATCH a contact."""
    mailbox = call.own_mailbox()
    kept = _kept(call, mailbox)
    stated = {name: value for name, value in call.body(CONTACT).items() if name not in _READ_ONLY}
    changed = {**kept, **stated, "lastModifiedDateTime": call.tenant.now_text, "version": kept["version"] + 1}
    call.tenant.store.shelf.put(KIND, mailbox.id, kept["id"], changed)
    return _one(call, mailbox, changed)


def delete_contact(call: Call) -> Answer:
    """DELETE a contact."""
    mailbox = call.own_mailbox()
    call.tenant.store.shelf.remove(KIND, mailbox.id, _kept(call, mailbox)["id"])
    return Answer(204)


def contact_document(stated: Json, mailbox: Mailbox, key: str, now: str) -> Json:
    """A contact as it is kept, with what Graph fills in."""
    own = {name: value for name, value in stated.items() if name not in _READ_ONLY and value is not None}
    given = " ".join(own[name] for name in ("givenName", "surname") if own.get(name))
    emails = [
        {"name": one.get("name") or one.get("address"), "address": one.get("address")}
        for one in own.pop("emailAddresses", ())
    ]
    return {
        **dict.fromkeys(_TEXTS.split()),
        **{name: [] for name in _LISTS},
        **{name: {} for name in _ADDRESSES},
        "displayName": given or (emails[0]["name"] if emails else ""),
        **own,
        "emailAddresses": emails,
        "id": key,
        "createdDateTime": now,
        "lastModifiedDateTime": now,
        "parentFolderId": ids.item_id("folder", mailbox.id, "contacts"),
        "version": 1,
    }


def _kept(call: Call, mailbox: Mailbox) -> Json:
    found = call.tenant.store.shelf.get(KIND, mailbox.id, call.parameters["contact"])
    if found is None:
        raise item_not_found()
    return found


def _rendered(contact: Json) -> Json:
    shown = {name: value for name, value in contact.items() if name != "version"}
    key, version = contact["id"], contact["version"]
    return {"@odata.etag": ids.etag(key, version), **shown, "changeKey": ids.change_key(key, version)}


def _one(call: Call, mailbox: Mailbox, contact: Json, status: int = 200) -> Answer:
    shown = _CONTACTS.select(_rendered(contact), call.query.get("$select"))
    return Answer(status, call.context(f"users('{mailbox.id}')/contacts/$entity") | shown)
