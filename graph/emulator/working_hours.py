"""Whether a stretch of time lies in somebody's working hours. Source: Graph resource workingHours."""

from collections.abc import Collection
from datetime import datetime, time, timedelta

from graph.emulator.agenda import owner_zone
from graph.emulator.moments import time_of_day
from graph.emulator.store import Mailbox
from graph.emulator.vocabulary import DAYS
from graph.timezones import zone


def is_working_time(mailbox: Mailbox, start: datetime, end: datetime, also: Collection[str] = ()) -> bool:
    """Whether the mailbox's hours, by the clock that they state, hold all of it; `also` names further days."""
    hours = mailbox.settings["workingHours"]
    own = zone((hours.get("timeZone") or {}).get("name") or "") or owner_zone(mailbox)
    local, until = start.astimezone(own), end.astimezone(own)
    opens, closes = time_of_day(hours["startTime"]), datetime.combine(local.date(), time_of_day(hours["endTime"]))
    if closes.time() == time():  # until midnight
        closes += timedelta(days=1)
    is_working_day = DAYS[local.isoweekday() % 7] in {*hours["daysOfWeek"], *also}
    return is_working_day and opens <= local.time() and until.replace(tzinfo=None) <= closes
