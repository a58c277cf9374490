"""An event's reminder, which is each mailbox's own.

Graph's documentation does not say how an event looks afterwards. Chosen here: a dismissed reminder is off, a snoozed
one is on and comes that many minutes before the start; past the start, with the start.
Source: Graph actions event: snoozeReminder, dismissReminder.
"""

from datetime import timedelta

from graph.emulator.access import writable
from graph.emulator.calls import Answer, Call
from graph.emulator.delivery import keep
from graph.emulator.errors import Json
from graph.emulator.events import existing
from graph.emulator.moments import moment_of
from graph.emulator.vocabulary import SNOOZE


def snooze_reminder(call: Call) -> Answer:
    """POST snoozeReminder."""
    until = moment_of(call.body(SNOOZE).get("newReminderTime"), "newReminderTime")
    start = existing(call, writable(call)).start
    before = timedelta(seconds=max(0, start - int(until.timestamp())))
    return _reminded(call, {"isReminderOn": True, "reminderMinutesBeforeStart": before // timedelta(minutes=1)})


def dismiss_reminder(call: Call) -> Answer:
    """POST dismissReminder."""
    return _reminded(call, {"isReminderOn": False})


def _reminded(call: Call, changes: Json) -> Answer:
    mailbox = writable(call)
    item = existing(call, mailbox)
    keep(call.tenant, item, {**item.document, **changes})
    call.tenant.touch(mailbox)
    return Answer(200)
