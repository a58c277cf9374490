"""The contacts that a person keeps: people outside the organization are found here by name.

Source: Graph resource contact.
"""

from collections.abc import Iterator

from graph.client import GraphClient, segment
from graph.model import Person
from graph.wire import Json

READ = "Contacts.Read"

_FIELDS = "id,displayName,emailAddresses,jobTitle,companyName,businessPhones,mobilePhone,department,officeLocation"
_SELECT = {"$select": _FIELDS}


async def list_contacts(graph: GraphClient, *, top: int = 100) -> tuple[Person, ...]:
    """All contacts that have an address, once for each address; `top` a page. Raises GraphError."""
    return await _collected(graph, {"$top": str(top)})


async def search_contacts(graph: GraphClient, text: str, *, keep_empty: bool = False) -> tuple[Person, ...]:
    """Contacts one of whose names begins with `text`, with each of their addresses.

    `keep_empty`: also those without one. Raises GraphError.
    """
    quoted = text.replace("'", "''")
    names = ("displayName", "givenName", "surname")
    params = {"$filter": " or ".join(f"startswith({name},'{quoted}')" for name in names)}
    return await _collected(graph, params, keep_empty=keep_empty)


async def get_contact(graph: GraphClient, contact_id: str) -> Person:
    """One contact with their first address. Raises NotFound and other GraphErrors."""
    path = f"{graph.mailbox}/contacts/{segment(contact_id)}"
    return await graph.get(path, _first, params=_SELECT, what="contact", permission=READ)


async def _collected(graph: GraphClient, params: dict[str, str], *, keep_empty: bool = False) -> tuple[Person, ...]:
    path = f"{graph.mailbox}/contacts"
    read = _people_or_name if keep_empty else _people
    found = await graph.collect(path, read, params=_SELECT | params, what="contact", permission=READ)
    return tuple(person for people in found for person in people)


def _people(data: Json) -> tuple[Person, ...]:
    return tuple(_persons(data, [address.get("address") for address in data.get("emailAddresses") or ()]))


def _people_or_name(data: Json) -> tuple[Person, ...]:
    return _people(data) or (_first(data),)


def _first(data: Json) -> Person:
    return next(iter(_people(data)), None) or next(_persons(data, [""], keep_empty=True))


def _persons(data: Json, emails: list[str | None], *, keep_empty: bool = False) -> Iterator[Person]:
    phones = data.get("businessPhones") or ()
    for email in emails:
        if email or keep_empty:
            yield Person(
                name=data.get("displayName") or email or "",
                email=email or "",
                title=data.get("jobTitle") or "",
                department=data.get("companyName") or data.get("department") or "",
                office=data.get("officeLocation") or "",
                phone=(phones[0] if phones else data.get("mobilePhone")) or "",
            )
