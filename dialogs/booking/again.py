"""Book again what was cancelled: a cancellation cannot be called back, so that this is a new invitation, and says so.

Ana: [Cancel meeting]
Bot: Cancelled. Tom Becker was told.          [Book it again]
Ana: [Book it again]
Bot: Booked again. One new invitation sent.
"""

import uuid
from collections.abc import Sequence
from dataclasses import replace

from dialogs import stale
from dialogs.asker import HOUSE, Asker
from dialogs.cards import again as cards
from dialogs.cards import notices
from dialogs.frame import Asked, Frame, Gone
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.understood import Question
from graph import events
from graph.model import Attendee, Event, EventType, NewEvent, Response

KEPT = 3
"""How many cancellations are remembered, so that a frame stays small."""


def remembered(ident: str, cancelled: Sequence[Event], frame: Frame, asker: Asker) -> Frame:
    """The frame that knows what the card `ident` has cancelled. A whole series is not booked again."""
    single = [event for event in cancelled if event.is_organizer and event.type is not EventType.MASTER]
    if not single:
        return frame
    made = tuple(_as_new(event, f"{ident}/{number}", asker) for number, event in enumerate(single))
    return replace(frame, gone=(*(each for each in frame.gone if each.id != ident), Gone(ident, made))[-KEPT:])


def _as_new(event: Event, seed: str, asker: Asker) -> NewEvent:
    mine = asker.me.email.lower()
    return NewEvent(
        subject=event.subject,
        start=event.start,
        end=event.end,
        transaction_id=str(uuid.uuid5(HOUSE, seed)),
        attendees=tuple(
            Attendee(each.name, each.email, each.kind, Response.NONE)
            for each in event.attendees
            if each.email.lower() != mine
        ),
        location=event.location,
        is_online=event.is_online,
        is_all_day=event.is_all_day,
        is_private=event.is_private,
        show_as=event.show_as,
        categories=event.categories,
        sensitivity=event.sensitivity,
    )


def offer(ident: object, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """To "undo" of a cancellation: what can be done instead."""
    gone = _gone(ident, frame)
    if gone is None:
        words = asker.reader.say("again-never")
        return frame, Reply(card=notices.notice(words, asker.reader), dialog="again", outcome="nothing")
    yes = Tap("book_again", {"card": gone.id})
    asked = Asked(asker.card_id, Question("yes_no"), (), yes, left="nothing-booked")
    card = cards.offered(gone, asker.id, asker.reader)
    return replace(frame, asked=asked), Reply(card=card, dialog="again", outcome="asked")


async def offer_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The same, as a button has it."""
    return offer(data.get("card"), frame, asker)


async def book(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Book it as it was, each event once however often it is tapped. Raises GraphError."""
    gone = _gone(data.get("card"), frame)
    if gone is None:
        return frame, stale.expired("again", asker)
    if any(event.start < asker.now and not event.is_all_day for event in gone.events):
        words = asker.reader.say("again-past")
        return frame, Reply(card=notices.notice(words, asker.reader), dialog="again", outcome="past")
    made = [await events.create_event(asker.graph, _by_the_clock_of(asker, event)) for event in gone.events]
    frame = replace(frame, listed=tuple(event.id for event in made), asked=None, undo=None)
    return frame, Reply(card=cards.booked(made, asker.reader), dialog="again", outcome="booked")


def _by_the_clock_of(asker: Asker, event: NewEvent) -> NewEvent:
    """What was stored knows its instants, yet no zone."""
    return replace(event, start=event.start.astimezone(asker.zone), end=event.end.astimezone(asker.zone))


def _gone(ident: object, frame: Frame) -> Gone | None:
    return next((each for each in frame.gone if each.id == ident), None)
