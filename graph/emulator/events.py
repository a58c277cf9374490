"""Events of a mailbox: list, view, get, create, update, delete, cancel, answer, instances of a series.

Source: Graph documentation, resource event and its actions.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from graph.emulator import files, ids, open_extensions
from graph.emulator.access import Access, readable, shown_to, writable
from graph.emulator.agenda import find, occurrences, view
from graph.emulator.calls import Answer, Call
from graph.emulator.delivery import (
    answered,
    item_of,
    keep,
    remove,
    send_cancellations,
    send_requests,
    send_response,
)
from graph.emulator.documents import MEETING_PROPERTIES, address, changed_document, new_document, require
from graph.emulator.errors import (
    Json,
    bad_request,
    changed_meanwhile,
    invalid_property,
    invalid_request,
    item_not_found,
)
from graph.emulator.expansions import EXPANDABLE, expanded
from graph.emulator.moments import moment_of, query_moment, utc_text
from graph.emulator.odata import Listing, lazy_collection
from graph.emulator.rendering import render
from graph.emulator.store import Item, Mailbox
from graph.emulator.vocabulary import ANSWER, CANCELLATION, EVENT, EVENT_AS_WRITTEN, READ_ONLY_OF_EVENT

_EVENTS = Listing(
    EVENT,
    searchable=("subject", "bodyPreview", "location/displayName", "organizer/emailAddress/name"),
    expandable=EXPANDABLE,
)
_TOLD_TO_ALL = frozenset(MEETING_PROPERTIES) - {"attendees"}
"""A change of the list of attendees alone is told to those it concerns."""
_WIDEST_VIEW = timedelta(days=1825)
_WHEN = ("start", "end", "isAllDay", "recurrence")


def list_events(call: Call) -> Answer:
    """GET events: single events and series."""
    mailbox, reach = readable(call)
    events = call.tenant.store.events_of(mailbox.id, call.calendar_in(mailbox))
    return _page(call, mailbox, events, reach, "events")


def calendar_view(call: Call) -> Answer:
    """GET calendarView: single events, occurrences and exceptions between two instants."""
    mailbox, reach = readable(call)
    start, end = window(call)
    events = view(call.tenant.store, mailbox, start, end, call.calendar_in(mailbox))
    return _page(call, mailbox, events, reach, "calendarView")


def instances(call: Call) -> Answer:
    """GET instances of a series between two instants."""
    mailbox, reach = readable(call)
    master = existing(call, mailbox)
    if master.kind != "seriesMaster":
        raise bad_request("The requested event is not a recurring master.", "ErrorInvalidRequest")
    start, end = window(call)
    found = list(occurrences(call.tenant.store, mailbox, master, start, end))
    first, last = start.timestamp(), end.timestamp()
    found += [item for item in call.tenant.store.exceptions(master.id) if item.start < last and item.finish > first]
    found.sort(key=lambda item: item.start)
    return _page(call, mailbox, found, reach, f"events('{master.id}')/instances")


def get_event(call: Call) -> Answer:
    """GET one event."""
    mailbox, reach = readable(call)
    return _one(call, mailbox, existing(call, mailbox), reach)


def create_event(call: Call) -> Answer:
    """POST an event, and invite its attendees. A transactionId seen before gives the event it made."""
    mailbox = writable(call)
    stated = call.body(EVENT_AS_WRITTEN)
    require(stated, "start", "end")
    store, now = call.tenant.store, call.tenant.now_text
    transaction = stated.get("transactionId")
    if transaction:
        earlier = store.event_by_transaction(mailbox.id, transaction)
        if earlier is not None:
            return _one(call, mailbox, earlier, Access.OWNER, 201)
    of_its_own = {
        open_extensions.KEPT_AS: open_extensions.entries_of(stated.get("extensions")),
        files.KEPT_AS: files.stated_files(call.tenant, stated.get("attachments")),
    }
    serial = call.tenant.serial()
    uid = ids.ical_uid("created", mailbox.id, serial)
    stated = _own_words(call, stated)
    document = new_document(stated, {"name": mailbox.name, "address": mailbox.address}, uid)
    document |= {"createdDateTime": now, "lastModifiedDateTime": now, **of_its_own}
    item = item_of(mailbox, ids.item_id("created", mailbox.id, serial), uid, document)
    item = replace(item, transaction_id=transaction, calendar=call.calendar_in(mailbox))
    store.put_event(item)
    call.tenant.touch(mailbox)
    send_requests(call.tenant, item, document["attendees"], asks_again=True)
    return _one(call, mailbox, _reread(call, item), Access.OWNER, 201)


def _own_words(call: Call, stated: Json) -> Json:
    """What a client may decide of an event: no read-only property, no answer in the name of an attendee.

    Attendees of the tenant get the names they have there.
    """
    own = {name: value for name, value in stated.items() if name not in READ_ONLY_OF_EVENT}
    if own.get("attendees"):
        own["attendees"] = [_invited(call, attendee) for attendee in own["attendees"]]
    return own


def _invited(call: Call, attendee: Json) -> Json:
    email = attendee.get("emailAddress") or {}
    mailbox = call.tenant.store.mailbox(email.get("address") or "")
    if mailbox is not None and not email.get("name"):
        email = {**email, "name": mailbox.name}
    return {"type": attendee.get("type"), "emailAddress": email}


def update_event(call: Call) -> Answer:
    """PATCH an event. The organizer's change travels to the attendees; another time asks them again."""
    mailbox = writable(call)
    item = existing(call, mailbox)
    _check_version(call, item)
    stated = _own_words(call, call.body(EVENT_AS_WRITTEN))
    if stated.get("transactionId", item.transaction_id) != item.transaction_id:
        raise invalid_property("The transactionId of an event cannot be changed.")
    if item.kind in {"occurrence", "exception"} and stated.get("recurrence"):
        raise invalid_property("An occurrence cannot have a recurrence of its own.")
    before = item.document
    document = changed_document(before, stated, item.uid)
    moved = any(_planned(document.get(name)) != _planned(before.get(name)) for name in _WHEN)
    is_meeting = document["isOrganizer"]
    if moved and is_meeting:
        document["attendees"] = [_asked_again(attendee) for attendee in document["attendees"]]
    if moved and item.kind == "seriesMaster":
        call.tenant.store.restore_days(item.id)
    changed = keep(call.tenant, item, document)
    call.tenant.touch(mailbox)
    if is_meeting:
        _tell_attendees(call, changed, before, stated, moved=moved)
    return _one(call, mailbox, _reread(call, changed), Access.OWNER)


def _planned(value: Any) -> Any:
    """A time or a recurrence as far as it moves anything: a series that merely ends sooner or later does not move."""
    if not isinstance(value, dict) or "range" not in value:
        return value
    return {**value, "range": {"startDate": value["range"]["startDate"]}}


def _asked_again(attendee: Json) -> Json:
    kept = {name: part for name, part in attendee.items() if name != "proposedNewTime"}
    return {**kept, "status": {"response": "none", "time": attendee["status"]["time"]}}


def _tell_attendees(call: Call, changed: Item, before: Json, stated: Json, *, moved: bool) -> None:
    known = {address(attendee) for attendee in before["attendees"]}
    current = {address(attendee) for attendee in changed.document["attendees"]}
    gone = [attendee for attendee in before["attendees"] if address(attendee) not in current]
    added = [attendee for attendee in changed.document["attendees"] if address(attendee) not in known]
    stayed = [attendee for attendee in changed.document["attendees"] if address(attendee) in known]
    send_cancellations(call.tenant, changed, gone, "")
    send_requests(call.tenant, changed, added, asks_again=True)
    if set(stated) & _TOLD_TO_ALL:
        send_requests(call.tenant, changed, stayed, asks_again=moved)


def delete_event(call: Call) -> Answer:
    """DELETE an event. The organizer's delete cancels it, an attendee's declines it."""
    mailbox = writable(call)
    item = existing(call, mailbox)
    _check_version(call, item)
    if item.document["isOrganizer"]:
        _cancel(call, item, "")
    else:
        if not item.document["isCancelled"] and item.document["responseStatus"]["response"] != "declined":
            send_response(call.tenant, item, mailbox, "declined", None)
        remove(call.tenant, item)
    call.tenant.touch(mailbox)
    return Answer(204)


def cancel_event(call: Call) -> Answer:
    """POST cancel: the organizer takes an event back, with a word to the attendees."""
    mailbox = writable(call)
    item = existing(call, mailbox)
    comment = call.body(CANCELLATION).get("comment") or ""
    if not item.document["isOrganizer"]:
        raise invalid_request("Your request can't be completed. You need to be an organizer to cancel a meeting.")
    _cancel(call, item, comment)
    call.tenant.touch(mailbox)
    return Answer(202)


def _cancel(call: Call, item: Item, comment: str) -> None:
    send_cancellations(call.tenant, item, item.document["attendees"], comment)
    remove(call.tenant, item)


def accept(call: Call) -> Answer:
    """POST accept."""
    return _respond(call, "accepted")


def tentatively_accept(call: Call) -> Answer:
    """POST tentativelyAccept, perhaps with another time."""
    return _respond(call, "tentativelyAccepted")


def decline(call: Call) -> Answer:
    """POST decline, perhaps with another time."""
    return _respond(call, "declined")


def _respond(call: Call, response: str) -> Answer:
    mailbox = writable(call)
    item = existing(call, mailbox)
    stated = call.body(ANSWER)
    sends = stated.get("sendResponse") is not False
    if item.document["isOrganizer"]:
        raise invalid_request(
            "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer."
        )
    if item.document["isCancelled"]:
        raise invalid_request("Your request can't be completed. The meeting has been canceled.")
    proposed = _proposal(item, stated, response, sends=sends)
    if response == "declined" and not call.tenant.keeps_declined:
        remove(call.tenant, item)
    else:
        keep(call.tenant, item, answered(item, mailbox, response, call.tenant.now_text).document)
    call.tenant.touch(mailbox)
    if sends:
        send_response(call.tenant, item, mailbox, response, proposed)
    return Answer(202)


def _proposal(item: Item, stated: Json, response: str, *, sends: bool) -> Json | None:
    proposed = stated.get("proposedNewTime")
    if proposed is None:
        return None
    if response == "accepted":
        raise bad_request("The parameter 'proposedNewTime' is not accepted here.", "RequestBodyRead")
    if not sends or not item.document["allowNewTimeProposals"]:
        raise invalid_request("Your request can't be completed. A new time cannot be proposed for this meeting.")
    start, end = moment_of(proposed.get("start"), "start"), moment_of(proposed.get("end"), "end")
    if end <= start:
        raise invalid_property("The end of the proposed time cannot be before its start.")
    return {"start": utc_text(start), "end": utc_text(end)}


def window(call: Call) -> tuple[datetime, datetime]:
    """The two instants of the query, a calendar view's. Raises GraphError 400."""
    start = query_moment(call.query.get("startdatetime"), "startDateTime")
    end = query_moment(call.query.get("enddatetime"), "endDateTime")
    if end < start:
        raise bad_request("The EndDateTime parameter cannot be before StartDateTime.", "ErrorInvalidParameter")
    if end - start > _WIDEST_VIEW:
        raise invalid_request(
            "Your request can't be completed. The range between the start and end dates is greater than the allowed"
            f" range. Maximum number of days: {_WIDEST_VIEW.days}"
        )
    return start, end


def existing(call: Call, mailbox: Mailbox) -> Item:
    """The event of the path. Raises GraphError 404.

    Whoever owns the mailbox finds it without saying in which calendar it is; others name a calendar that they may see.
    """
    item = find(call.tenant.store, mailbox, call.parameters["event"])
    is_bound = "calendar" in call.parameters or call.caller.user_id not in (None, mailbox.id)
    if item is None or (is_bound and item.calendar != call.calendar_in(mailbox)):
        raise item_not_found()
    return item


def _reread(call: Call, item: Item) -> Item:
    """The copy after what its own letters changed: a room may have answered already."""
    return call.tenant.store.event(item.id) or item


def _check_version(call: Call, item: Item) -> None:
    wanted = call.headers.get("if-match")
    if wanted and wanted != "*" and wanted.strip() != ids.etag(item.id, item.version):
        raise changed_meanwhile()


def _page(call: Call, mailbox: Mailbox, items: list[Item], reach: Access, what: str) -> Answer:
    zone_name, text = call.zone_name, call.wants_text
    fragment = f"users('{mailbox.id}')/{what}"

    def show(item: Item) -> Json:
        event = shown_to(render(item, zone_name, text=text), reach)
        return event | expanded(call, item, reach) if "$expand" in call.query else event

    return lazy_collection(call, fragment, items, _EVENTS, show=show)


def _one(call: Call, mailbox: Mailbox, item: Item, reach: Access, status: int = 200) -> Answer:
    event = shown_to(render(item, call.zone_name, text=call.wants_text), reach) | expanded(call, item, reach)
    if item.kind == "seriesMaster" and "cancelledoccurrences" in call.query.get("$select", "").casefold():
        event["cancelledOccurrences"] = call.tenant.store.removed_days(item.id)
    event = _EVENTS.select(event, call.query.get("$select"))
    return Answer(status, call.context(f"users('{mailbox.id}')/events/$entity") | event)
