"""Delta of a calendar view. Of an occurrence it tells when it is and of which series, and the series in full beside it.

Source: Graph documentation, concepts/delta-query-events and event: delta.
"""

from collections.abc import Callable
from datetime import datetime

from graph.emulator.access import readable, shown_to
from graph.emulator.agenda import view
from graph.emulator.calls import Answer, Call
from graph.emulator.deltas import Delta, Tracked
from graph.emulator.errors import Json, bad_request
from graph.emulator.events import window
from graph.emulator.moments import iso
from graph.emulator.rendering import render
from graph.emulator.store import Item, Mailbox, Store

_NOT_TAKEN = ("$orderby", "$filter", "$select", "$expand", "$search")
_OF_AN_OCCURRENCE = ("@odata.type", "@odata.etag", "seriesMasterId", "type", "id", "start", "end")
_PAGE = 10


def calendar_view_delta(call: Call) -> Answer:
    """GET calendarView/delta between two instants, which the tokens keep. It takes no other query options."""
    mailbox, reach = readable(call)
    zone_name, text, calendar = call.zone_name, call.wants_text, call.calendar_in(mailbox)

    def look(asked: Json) -> Tracked:
        found = _found(call.tenant.store, mailbox, (iso(asked["start"]), iso(asked["end"])), calendar)
        return Tracked(
            {key: _version(call.tenant.store, item) for key, item in found.items()},
            lambda key: _cut(shown_to(render(found[key], zone_name, text=text), reach)),
        )

    call.follow("odata.track-changes")
    return Delta(mailbox.id, "Collection(event)", _PAGE, _asked(call), look).answer(call)


def events_delta(_call: Call) -> Answer:
    """GET events/delta, which Graph v1.0 has by name only. Raises GraphError 400."""
    raise bad_request("Unsupported request: Change tracking is not supported against 'microsoft.graph.event'.")


def _asked(call: Call) -> Callable[[], Json]:
    def read() -> Json:
        if any(name in call.query for name in _NOT_TAKEN):
            raise bad_request(
                "The following parameters are not supported with change tracking over the 'CalendarView' resource:"
                f" '{', '.join(_NOT_TAKEN)}'.",
                "ErrorInvalidUrlQuery",
            )
        start, end = window(call)
        return {"start": start.isoformat(), "end": end.isoformat()}

    return read


def _found(store: Store, mailbox: Mailbox, between: tuple[datetime, datetime], calendar: str) -> dict[str, Item]:
    """What is in the view, and the series of its occurrences and exceptions before them."""
    found: dict[str, Item] = {}
    for item in view(store, mailbox, *between, calendar):
        master = store.event(item.master) if item.master else None
        if master is not None:
            found.setdefault(master.id, master)
        found[item.id] = item
    return found


def _version(store: Store, item: Item) -> str:
    """Changes with each change; of a series also when it loses a day."""
    lost = len(store.removed_days(item.id)) if item.kind == "seriesMaster" else 0
    return f"{item.kind} {item.version} {lost}"


def _cut(event: Json) -> Json:
    whole = {"@odata.type": "#microsoft.graph.event", **event}
    return {name: whole[name] for name in _OF_AN_OCCURRENCE} if event["type"] == "occurrence" else whole
