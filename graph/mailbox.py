"""The mailbox's own zone, hours and language. Source: Graph resource mailboxSettings."""

from datetime import time
from zoneinfo import ZoneInfo

from graph import timezones
from graph.client import GraphClient
from graph.model import MailboxSettings, WorkingHours
from graph.wire import Json, hours_of


async def mailbox_settings(graph: GraphClient) -> MailboxSettings:
    """What the owner has set. Where zone or hours are unknown: the hours' zone, or UTC; Monday to Friday, 8 to 17.

    Raises GraphError.
    """
    return await graph.get(
        f"{graph.mailbox}/mailboxSettings", _settings, what="mailbox", permission="MailboxSettings.Read"
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
