"""The mailbox's own zone, hours and language, what it answers by itself, and its categories.

Source: Graph resources mailboxSettings, automaticRepliesSetting, outlookCategory, and methods of outlookUser.
"""

from dataclasses import dataclass
from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

from graph import timezones
from graph.client import GraphClient, nothing, segment
from graph.model import MailboxSettings, Window, WorkingHours
from graph.wire import Json, hours_of, instant, moment_of

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
READ = "MailboxSettings.Read"
READ_WRITE = "MailboxSettings.ReadWrite"


@dataclass(frozen=True)
class AutomaticReplies:
    """What the mailbox answers by itself: never (`is_on` False), always, or in `window` alone.

    `external_audience` is none, contactsOnly or all: who outside the organization gets `external`.
    """

    is_on: bool
    window: Window | None = None
    internal: str = ""
    external: str = ""
    external_audience: str = "all"


@dataclass(frozen=True)
class Category:
    """A category that Outlook shows in the colour `color`: none, preset0 … preset24."""

    name: str
    color: str = "none"
    id: str = ""


async def automatic_replies(graph: GraphClient, zone: ZoneInfo) -> AutomaticReplies:
    """What is set, on the clock of `zone`. Raises GraphError."""
    return await graph.get(
        f"{graph.mailbox}/mailboxSettings/automaticRepliesSetting",
        lambda data: _replies(data, zone),
        what="mailbox",
        permission=READ,
    )


async def set_automatic_replies(graph: GraphClient, replies: AutomaticReplies) -> None:
    """Set them. Twice is the same as once. Raises GraphError."""
    status = "disabled" if not replies.is_on else "scheduled" if replies.window else "alwaysEnabled"
    setting: dict[str, Any] = {
        "status": status,
        "externalAudience": replies.external_audience,
        "internalReplyMessage": replies.internal,
        "externalReplyMessage": replies.external,
    }
    if replies.window:
        setting["scheduledStartDateTime"] = moment_of(replies.window.start)
        setting["scheduledEndDateTime"] = moment_of(replies.window.end)
    await graph.write(
        "PATCH",
        f"{graph.mailbox}/mailboxSettings",
        {"automaticRepliesSetting": setting},
        nothing,
        repeatable=True,
        what="mailbox",
        permission=READ_WRITE,
    )


async def supported_time_zones(graph: GraphClient) -> tuple[str, ...]:
    """The Windows names of zones that the mailbox's server knows. Raises GraphError."""
    path = f"{graph.mailbox}/outlook/supportedTimeZones"
    return await graph.collect(path, lambda data: str(data["alias"]), what="mailbox", permission="User.Read")


async def supported_languages(graph: GraphClient) -> dict[str, str]:
    """The languages that the mailbox's server knows: tag and name. Raises GraphError."""
    path = f"{graph.mailbox}/outlook/supportedLanguages"

    def read(data: Json) -> tuple[str, str]:
        return data["locale"], data.get("displayName") or ""

    return dict(await graph.collect(path, read, what="mailbox", permission="User.Read"))


async def list_categories(graph: GraphClient) -> tuple[Category, ...]:
    """The categories that Outlook offers for events and messages. Raises GraphError."""
    path = f"{graph.mailbox}/outlook/masterCategories"
    return await graph.collect(path, _category, what="category", permission=READ)


async def create_category(graph: GraphClient, category: Category) -> Category:
    """A further category. Raises Conflict for a name that is taken."""
    body = {"displayName": category.name, "color": category.color}
    path = f"{graph.mailbox}/outlook/masterCategories"
    return await graph.write("POST", path, body, _category, what="category", permission=READ_WRITE)


async def delete_category(graph: GraphClient, category_id: str) -> None:
    """Offer a category no more; what carries it keeps it."""
    path = f"{graph.mailbox}/outlook/masterCategories/{segment(category_id)}"
    await graph.write("DELETE", path, None, nothing, what="category", permission=READ_WRITE)


async def mailbox_settings(graph: GraphClient) -> MailboxSettings:
    """What the owner has set. Where zone or hours are unknown: the hours' zone, or UTC; Monday to Friday, 8 to 17.

    Raises GraphError.
    """
    return await graph.get(f"{graph.mailbox}/mailboxSettings", _settings, what="mailbox", permission=READ)


async def update_mailbox_settings(
    graph: GraphClient,
    *,
    zone: ZoneInfo | None = None,
    hours: WorkingHours | None = None,
    time_format: str | None = None,
) -> None:
    """Another zone, other working hours, another way to write times (a .NET pattern); None leaves what is.

    Twice is the same as once. Raises NotAllowed and other GraphErrors.
    """
    body: dict[str, Any] = {}
    if zone is not None:
        body["timeZone"] = timezones.windows_name(zone)
    if hours is not None:
        body["workingHours"] = {
            "daysOfWeek": [WEEKDAYS[day] for day in sorted(hours.weekdays)],
            "startTime": hours.start.isoformat("seconds"),
            "endTime": hours.end.isoformat("seconds"),
            "timeZone": {"name": timezones.windows_name(hours.zone)},
        }
    if time_format is not None:
        body["timeFormat"] = time_format
    await graph.write(
        "PATCH",
        f"{graph.mailbox}/mailboxSettings",
        body,
        nothing,
        repeatable=True,
        what="mailbox",
        permission=READ_WRITE,
    )


def _settings(data: Json) -> MailboxSettings:
    name = data.get("timeZone") or ""
    hours = hours_of(data.get("workingHours"))
    zone = timezones.zone(name) or (hours.zone if hours else ZoneInfo("UTC"))
    return MailboxSettings(
        zone=zone,
        hours=hours or WorkingHours(zone, time(8), time(17), frozenset(range(5))),
        locale=(data.get("language") or {}).get("locale") or "",
        zone_name=name,
        time_format=data.get("timeFormat") or "",
        date_format=data.get("dateFormat") or "",
    )


def _replies(data: Json, zone: ZoneInfo) -> AutomaticReplies:
    start, end = data.get("scheduledStartDateTime"), data.get("scheduledEndDateTime")
    return AutomaticReplies(
        is_on=data.get("status") in ("alwaysEnabled", "scheduled"),
        window=(
            Window(instant(start, zone), instant(end, zone))
            if data.get("status") == "scheduled" and start and end
            else None
        ),
        internal=data.get("internalReplyMessage") or "",
        external=data.get("externalReplyMessage") or "",
        external_audience=data.get("externalAudience") or "none",
    )


def _category(data: Json) -> Category:
    return Category(data.get("displayName") or "", data.get("color") or "none", data["id"])
