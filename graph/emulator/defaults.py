"""What Graph says of users and mailboxes where the world says nothing."""

from datetime import UTC

from graph.emulator.directory import USER
from graph.emulator.errors import Json
from graph.emulator.moments import iso, time_of_day_text, utc_text
from graph.emulator.shapes import Properties, conform

_WORKING_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"]
_NOT_IN_THE_DIRECTORY = ("manager", "mailboxSettings")


def known(document: Json, shape: Properties) -> Json:
    """What of a document Graph has a name for, under that name."""
    found: Json = conform(document, shape, strict=False)
    return found


def user_document(user: Json, user_id: str) -> Json:
    """A user of the directory: names are taken from the display name, the address is the user principal name."""
    given, _, family = user["displayName"].partition(" ")
    document: Json = {
        "businessPhones": [],
        "givenName": given,
        "jobTitle": None,
        "mail": user["userPrincipalName"],
        "mobilePhone": None,
        "officeLocation": None,
        "preferredLanguage": None,
        "surname": family or None,
        "department": None,
        "accountEnabled": True,
        "userType": "Member",
    }
    document |= {name: value for name, value in known(user, USER).items() if name not in _NOT_IN_THE_DIRECTORY}
    document["mail"] = document["mail"] or user["userPrincipalName"]
    return document | {"id": user_id}


def mailbox_settings(stated: Json, language: str, purpose: str) -> Json:
    """The settings of a mailbox: weekdays from 8 to 17 in the mailbox's zone, UTC where it has none."""
    own_zone = stated.get("timeZone") or "UTC"
    hours = stated.get("workingHours") or {}
    return {
        "archiveFolder": None,
        "automaticRepliesSetting": {
            "status": "disabled",
            "externalAudience": "all",
            "internalReplyMessage": "",
            "externalReplyMessage": "",
            **(stated.get("automaticRepliesSetting") or {}),
        },
        "dateFormat": stated.get("dateFormat") or "yyyy-MM-dd",
        "timeFormat": stated.get("timeFormat") or "",
        "timeZone": own_zone,
        "language": stated.get("language") or {"locale": language, "displayName": language},
        "delegateMeetingMessageDeliveryOptions": stated.get("delegateMeetingMessageDeliveryOptions")
        or "sendToDelegateOnly",
        "userPurpose": stated.get("userPurpose") or purpose,
        "workingHours": {
            "daysOfWeek": hours.get("daysOfWeek") or _WORKING_DAYS,
            "startTime": time_of_day_text(hours.get("startTime") or "08:00:00"),
            "endTime": time_of_day_text(hours.get("endTime") or "17:00:00"),
            "timeZone": hours.get("timeZone") or {"name": own_zone},
        },
    }


def instant_text(text: str | None) -> str | None:
    """A DateTimeOffset in UTC; without an offset it is UTC. None where there is none. Raises ValueError."""
    if not text:
        return None
    moment = iso(text)
    return utc_text(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
