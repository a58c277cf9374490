"""The people of the tables as Graph's users, groups and calendar permissions."""

import uuid
from typing import Any

from bot.company.people import COLLEAGUES, GROUPS, PART_TIME, PERMISSIONS, SITES, Colleague, address

_WORKING_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


def identity(email: str) -> str:
    """The Entra object id that goes with an address: always the same GUID."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"mailto:{email}"))


def users() -> list[dict[str, Any]]:
    """Graph users with `manager` (a user principal name) and `mailboxSettings`."""
    return [_user(colleague, serial) for serial, colleague in enumerate(COLLEAGUES)]


def groups() -> list[dict[str, Any]]:
    """Graph groups with the addresses of their members."""
    return [
        {
            "id": identity(address(alias)),
            "displayName": name,
            "mail": address(alias),
            "members": [address(member) for member in members.split()],
        }
        for name, alias, members in GROUPS
    ]


def permissions() -> list[dict[str, Any]]:
    """Who may do what in whose calendar."""
    return [
        {"mailbox": address(owner), "grantee": address(grantee), "role": role} for owner, grantee, role in PERMISSIONS
    ]


def _user(colleague: Colleague, serial: int) -> dict[str, Any]:
    site = SITES[colleague.city]
    email = address(colleague.alias)
    given, _, surname = colleague.name.partition(" ")
    user = {
        "id": identity(email),
        "displayName": colleague.name,
        "givenName": given,
        "surname": surname,
        "userPrincipalName": email,
        "mail": email,
        "jobTitle": colleague.title,
        "department": colleague.department,
        "officeLocation": colleague.city,
        "businessPhones": [f"{site.phone}{serial:02}"],
        "mobilePhone": None,
        "preferredLanguage": site.locale,
        "mailboxSettings": {
            "timeZone": site.zone,
            "workingHours": {
                "daysOfWeek": list(PART_TIME.get(colleague.alias, _WORKING_DAYS)),
                "startTime": f"{site.opens}:00.0000000",
                "endTime": f"{site.closes}:00.0000000",
                "timeZone": {"name": site.zone},
            },
            "language": {"locale": site.locale},
            "timeFormat": site.time_format,
            "dateFormat": site.date_format,
        },
    }
    return user | ({"manager": address(colleague.manager)} if colleague.manager else {})
