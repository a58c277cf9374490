"""A Microsoft Graph, and the Entra endpoints it needs, that runs on your own machine.

    async with Emulator(World.read(path), clock) as graph:
        graph.url, graph.token_url, graph.authority, graph.ca_pem

A request enters at `server` (the network), passes `limits` (throttling), goes through `service` (one transaction),
`scopes` (is the token enough) and `routes` (whose handler), and ends in a handler:

    calendars      `events`, `forwarding`, `reminders`, `availability`, `meeting_times`, `calendars`,
                   `calendar_groups`, `sharing`
    directory      `directory`, `groups`, `people`, `photos`, `presence`, `places`
    changes        `subscriptions`; `changes` writes them down, `notifications` words them, `notifier` brings them
    mailbox        `mailbox`, `outlook`, `categories`, `contacts`
    mail           `messages`, `mail_folders`, `mail_search`, `sending`, `replies`, `incoming`; `mime` writes
                   one for the wire

What one mailbox does to another goes by `delivery`. `store` and its `shelf` keep documents in Graph's own names;
`rendering` shows them. What shall go wrong stands in `faults`; a script orders it over HTTP, see `fault_orders`.

Where Graph's documentation is silent, this is what was chosen: a declined meeting stays, shown as free, unless
`keeps_declined` is off; an organizer's cancellation marks an attendee's copy and leaves it to be removed; rooms are
mailboxes that /users does not list; a calendar is deleted without a word to attendees; findMeetingTimes keeps to the
organizer's working hours, never suggests the past, and counts a tentative attendee like an unknown one; a mail folder
is deleted as a message is, to Deleted Items first.
"""

from graph.emulator.entra import DEMO_CLIENT_ID, DEMO_CLIENT_SECRET, DEMO_TENANT
from graph.emulator.faults import Break, Fault
from graph.emulator.limits import Limits
from graph.emulator.notifier import Persistence
from graph.emulator.server import Emulator, Exchange
from graph.emulator.tenant import Clock
from graph.emulator.world import UnusableWorld, World

__all__ = [
    "DEMO_CLIENT_ID",
    "DEMO_CLIENT_SECRET",
    "DEMO_TENANT",
    "Break",
    "Clock",
    "Emulator",
    "Exchange",
    "Fault",
    "Limits",
    "Persistence",
    "UnusableWorld",
    "World",
]
