"""When a vote closes, and when on a day it is reminded of."""

from datetime import datetime, time, timedelta

from dialogs.asker import Asker
from dialogs.understand.understood import TimeConstraint


def deadline(said: TimeConstraint, asker: Asker) -> datetime | None:
    """Until when: a stated time, the end of work on a stated day, or the end of a stretch; None: not said."""
    if said.exact:
        return said.exact.astimezone(asker.zone)
    if said.duration and not said.slots:
        return asker.now + said.duration
    slot = next(iter(said.slots), None)
    if slot is None:
        return None
    start, end = slot.start, slot.end
    if start and start.time() == time() and (end is None or end - start <= timedelta(days=1)):
        return datetime.combine(start.astimezone(asker.zone).date(), asker.profile.hours.end, asker.zone)
    last = end or start
    return last.astimezone(asker.zone) if last else None


def morning(said: TimeConstraint, asker: Asker) -> datetime | None:
    """When on a stated day: as work begins, or as the stretch does; None: no day was said."""
    slot = next((slot for slot in said.slots if slot.start), None)
    if slot is None or slot.start is None:
        return None
    if slot.start.time() == time():
        return datetime.combine(slot.start.astimezone(asker.zone).date(), asker.profile.hours.start, asker.zone)
    return slot.start.astimezone(asker.zone)
