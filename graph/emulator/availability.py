"""Free/busy time: getSchedule.

Source: Graph action calendar: getSchedule, resource scheduleInformation; limits as the service states them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from graph.emulator.access import Access, access
from graph.emulator.agenda import view
from graph.emulator.calls import Answer, Call
from graph.emulator.documents import require
from graph.emulator.errors import Json, bad_request
from graph.emulator.groups import everybody
from graph.emulator.moments import moment_of, zoned
from graph.emulator.store import Item, Mailbox
from graph.emulator.vocabulary import SCHEDULE_REQUEST

_MOST_MAILBOXES = 100
_MOST_DAYS = 62
_DIGITS = {"free": 0, "tentative": 1, "busy": 2, "oof": 3, "workingElsewhere": 4}
_RANK = ("free", "workingElsewhere", "tentative", "busy", "oof")


@dataclass(frozen=True)
class Taken:
    """A stretch of somebody's time that is not free; seconds since 1970, the finish excluded."""

    start: int
    finish: int
    status: str


def taken(items: Iterable[Item]) -> list[Taken]:
    """What the events of a calendar take of its owner's time."""
    return [
        Taken(item.start, item.finish, item.document["showAs"])
        for item in items
        if item.document["showAs"] != "free" and not item.document["isCancelled"]
    ]


def status_between(stretches: Iterable[Taken], start: int, finish: int) -> str:
    """Graph's freeBusyStatus from `start` to `finish`: the busiest of what touches it."""
    found = [stretch.status for stretch in stretches if stretch.start < finish and start < stretch.finish]
    return max(found, key=lambda status: _RANK.index(status) if status in _RANK else 0, default="free")


def get_schedule(call: Call) -> Answer:
    """POST getSchedule."""
    call.mailbox()
    asked = call.body(SCHEDULE_REQUEST)
    require(asked, "schedules", "startTime", "endTime")
    start = moment_of(asked["startTime"], "startTime").astimezone(UTC)
    end = moment_of(asked["endTime"], "endTime").astimezone(UTC)
    interval = asked.get("availabilityViewInterval") or 30
    _check(asked["schedules"], start, end, interval)
    step = timedelta(minutes=interval)
    value = [_schedule(call, address, start, end, step) for address in asked["schedules"]]
    context = call.context("Collection(microsoft.graph.scheduleInformation)")
    return Answer(200, context | {"value": value})


def _check(schedules: list[str], start: datetime, end: datetime, interval: int) -> None:
    if len(schedules) > _MOST_MAILBOXES:
        raise bad_request(
            "There are too many target users in the EmailAddress array."
            f" The allowed size = {_MOST_MAILBOXES}; the actual size = {len(schedules)}.",
            "ErrorMailboxDataArrayTooBig",
        )
    if end <= start:
        raise bad_request("The end time of the time window is not after its start time.", "ErrorInvalidTimeInterval")
    if end - start > timedelta(days=_MOST_DAYS):
        days = -(-(end - start) // timedelta(days=1))
        raise bad_request(
            "The requested time duration specified for FreeBusyViewOptions.TimeWindow is too long."
            f" The allowed limit = {_MOST_DAYS} days; the actual limit = {days} days.",
            "ErrorTimeIntervalTooBig",
        )
    if not 5 <= interval <= 1440 or timedelta(minutes=interval) > end - start:
        raise bad_request(
            "The merged free/busy interval has to be between 5 and 1440 minutes, and no longer than the time window.",
            "ErrorInvalidMergedFreeBusyInterval",
        )


def _schedule(call: Call, address: str, start: datetime, end: datetime, step: timedelta) -> Json:
    store = call.tenant.store
    mailbox = store.mailbox(address)
    members = [found for found in map(store.mailbox, everybody(store, address)) if found]
    if mailbox is None and not members:
        message = f"Unable to resolve e-mail address {address} to an Active Directory object."
        return {"scheduleId": address, "error": {"message": message, "responseCode": "ErrorMailRecipientNotFound"}}
    calendars = [(one, view(store, one, start, end)) for one in ([mailbox] if mailbox else members)]
    stretches = taken(item for _, items in calendars for item in items)
    schedule: Json = {
        "scheduleId": address,
        "availabilityView": availability_view(stretches, start, end, step),
        "scheduleItems": [_schedule_item(call, one, item) for one, items in calendars for item in items],
    }
    if mailbox is not None:
        schedule["workingHours"] = mailbox.settings["workingHours"]
    return schedule


def availability_view(stretches: list[Taken], start: datetime, end: datetime, step: timedelta) -> str:
    """One digit per step; the last step may be shorter."""
    digits = []
    first, last, length = int(start.timestamp()), int(end.timestamp()), int(step.total_seconds())
    for moment in range(first, last, length):
        status = status_between(stretches, moment, min(moment + length, last))
        digits.append(str(_DIGITS.get(status, 0)))
    return "".join(digits)


def _schedule_item(call: Call, mailbox: Mailbox, item: Item) -> Json:
    document = item.document
    is_private = document["sensitivity"] in {"private", "confidential"}
    shown: Json = {
        "status": "free" if document["isCancelled"] else document["showAs"],
        "start": zoned(datetime.fromtimestamp(item.start, UTC), call.zone_name),
        "end": zoned(datetime.fromtimestamp(item.finish, UTC), call.zone_name),
    }
    reach = access(call, mailbox)
    if reach >= Access.LIMITED and (not is_private or call.caller.user_id == mailbox.id):
        shown |= {
            "isPrivate": is_private,
            "subject": document["subject"],
            "location": document["location"]["displayName"],
        }
    elif reach >= Access.LIMITED:
        shown["isPrivate"] = True
    return shown
