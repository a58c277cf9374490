"""People relevant to a user: whom they meet, whom they work with. Source: Graph resource person."""

from collections import Counter

from graph.emulator import ids
from graph.emulator.calls import Answer, Call
from graph.emulator.contacts import KIND as CONTACT_KIND
from graph.emulator.documents import address
from graph.emulator.errors import Json
from graph.emulator.odata import Listing, collection
from graph.emulator.shapes import Kind, Properties

_OF_PERSON = """
    id displayName givenName surname birthday personNotes isFavorite jobTitle companyName yomiCompany department
    officeLocation profession userPrincipalName imAddress scoredEmailAddresses phones postalAddresses websites
    personType
"""
_PERSON = Properties(dict.fromkeys(_OF_PERSON.split(), Kind.ANYTHING), "person")
_SHOWN = tuple(_PERSON.shapes)
_PEOPLE = Listing(_PERSON, searchable=("displayName", "userPrincipalName", "address"), shown=_SHOWN)


def list_people(call: Call) -> Answer:
    """GET people, the most relevant first; with $search, those whose name or address begins so."""
    mailbox = call.own_mailbox()
    store = call.tenant.store
    met, names = _met(call, mailbox.id)
    met.pop(mailbox.address.casefold(), None)
    people: list[Json] = []
    for user in store.users():
        if user["id"] != mailbox.id:
            email = user.get("mail") or user["userPrincipalName"]
            people.append(_colleague(user, email, met.pop(email.casefold(), 0)))
    for contact in store.shelf.all(CONTACT_KIND, mailbox.id):
        for email in [one["address"] for one in contact["emailAddresses"] if one["address"]]:
            people.append(_contact(contact, email, met.pop(email.casefold(), 0)))
    people += [
        _stranger(names[email], email, count)
        for email, count in met.items()
        if store.mailbox(email) is None and store.group(email) is None
    ]
    people.sort(key=lambda person: -person["scoredEmailAddresses"][0]["relevanceScore"])
    fragment = f"users('{mailbox.id}')/people"
    return collection(call, fragment, people, _PEOPLE)


def _met(call: Call, mailbox_id: str) -> tuple[Counter[str], dict[str, str]]:
    """How often each address shares an event with the mailbox, and under which name."""
    met: Counter[str] = Counter()
    names: dict[str, str] = {}
    for item in call.tenant.store.events_of(mailbox_id):
        for party in (item.document["organizer"], *item.document["attendees"]):
            met[address(party)] += 1
            names[address(party)] = party["emailAddress"].get("name") or party["emailAddress"]["address"]
    return met, names


def _colleague(user: Json, email: str, count: int) -> Json:
    phones = [{"type": "business", "number": number} for number in user.get("businessPhones") or []]
    return _person(
        user["displayName"],
        email,
        count,
        {
            "id": user["id"],
            "personType": {"class": "Person", "subclass": "OrganizationUser"},
            "givenName": user.get("givenName"),
            "surname": user.get("surname"),
            "jobTitle": user.get("jobTitle"),
            "companyName": user.get("companyName"),
            "department": user.get("department"),
            "officeLocation": user.get("officeLocation"),
            "userPrincipalName": user["userPrincipalName"],
            "imAddress": f"sip:{email}",
            "phones": phones,
        },
    )


def _contact(contact: Json, email: str, count: int) -> Json:
    kind = {"class": "Person", "subclass": "PersonalContact"}
    known = {name: contact[name] for name in ("givenName", "surname", "jobTitle", "companyName")}
    known |= {"id": ids.guid("person", email), "personType": kind, "userPrincipalName": ""}
    return _person(contact["displayName"], email, count, known)


def _stranger(name: str, email: str, count: int) -> Json:
    kind = {"class": "Person", "subclass": "ImplicitContact"}
    return _person(name, email, count, {"id": ids.guid("person", email), "personType": kind, "userPrincipalName": ""})


def _person(name: str, email: str, count: int, known: Json) -> Json:
    blank = dict.fromkeys(_SHOWN)
    return {
        **blank,
        "displayName": name,
        "isFavorite": False,
        "phones": [],
        "postalAddresses": [],
        "websites": [],
        "scoredEmailAddresses": [{"address": email, "relevanceScore": float(count)}],
        "address": email,
        **known,
    }
