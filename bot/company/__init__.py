"""Contoso, the fictitious company of the demo: who works there, where, and what is in their calendars.

Tables say it, one line for each person, room and meeting; days are counted from the day of the demo, so that its
weeks look lived in whenever it is started.
"""

from datetime import datetime
from typing import Any

from bot.company.directory import groups, permissions, users
from bot.company.events import events
from bot.company.mail import messages
from bot.company.people import address
from bot.company.rooms import places

DEFAULT_PERSON = address("ines")
"""Who one is when the demo opens: the user principal name."""


def demo_world(now: datetime) -> dict[str, Any]:
    """The company as a world of `graph.emulator`, in Graph's property names; `now` is aware.

    Nothing but `now` decides what it holds. Calendars begin two weeks before it; series
    go on without end, single events reach six weeks ahead.
    """
    return {
        "users": users(),
        "groups": groups(),
        "places": places(),
        "permissions": permissions(),
        "events": events(now),
        "messages": messages(now),
    }


__all__ = ["DEFAULT_PERSON", "demo_world"]
