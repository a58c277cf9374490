"""Forwarding an event: the organizer hears of it and invites whom it was forwarded to.

Source: Graph action event: forward.
"""

from graph.emulator.access import readable
from graph.emulator.calls import Answer, Call
from graph.emulator.delivery import send_forward
from graph.emulator.documents import attendees, require
from graph.emulator.errors import invalid_request
from graph.emulator.events import existing
from graph.emulator.vocabulary import FORWARD


def forward(call: Call) -> Answer:
    """POST forward. Who can read an event may forward it."""
    mailbox, _ = readable(call)
    item = existing(call, mailbox)
    stated = call.body(FORWARD)
    require(stated, "toRecipients")
    recipients = attendees(stated["toRecipients"], {})
    if not recipients:
        raise invalid_request("At least one recipient isn't valid.")
    send_forward(call.tenant, item, recipients)
    return Answer(202)
