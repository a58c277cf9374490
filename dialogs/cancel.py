"""Cancel an event that one organizes; leave one that somebody else does.

Ana: cancel the design review on Friday
Bot: Cancel “Design review”? Fri 27 Nov, 10:00 – 11:00, with Tom Becker   [Cancel meeting] [Keep it]
Ana: [Cancel meeting]
Bot: Cancelled. Tom Becker was told.
"""

from collections.abc import Sequence
from dataclasses import replace

from dialogs import upcoming, which
from dialogs.asker import Asker
from dialogs.cards import cancelling as cards
from dialogs.cards import notices
from dialogs.frame import Frame
from dialogs.turn import Json, Reply
from dialogs.understand.understood import Understood
from graph import events
from graph.errors import NotFound
from graph.model import Event, EventType

NOTE_LIMIT = 500


async def cancel(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Show which event would be cancelled; nothing is sent before the tap. Raises GraphError."""
    ahead = [event for event in await upcoming.occurrences(asker) if not event.is_cancelled]
    if not which.is_described(said) and len(frame.listed) != 1 and said.choice is None:
        return frame, Reply(text=asker.reader.say("cancel-which"), dialog="cancel", outcome="asked")
    found = which.meant(said, ahead, frame)
    if not found:
        return frame, Reply(text=asker.reader.say("cancel-none"), dialog="cancel", outcome="nothing")
    frame = replace(frame, listed=tuple(event.id for event in found))
    if len(found) > 1 and not _one_series(found):
        return frame, Reply(card=cards.which(found, asker.id, asker.reader), dialog="cancel", outcome="asked")
    return frame, Reply(card=_question(found[0], asker), dialog="cancel", outcome="asked")


async def show_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """One of several was tapped. Raises GraphError."""
    event = await _event(data, asker)
    if event is None:
        return frame, _gone(asker)
    return replace(frame, listed=(event.id,)), Reply(card=_question(event, asker), dialog="cancel", outcome="asked")


async def cancel_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The tap that cancels, with the note typed beside it. Raises GraphError."""
    event, note = await _event(data, asker), data.get("note")
    if event is None:
        return frame, _gone(asker)
    if not event.is_organizer:
        return frame, Reply(card=_question(event, asker), dialog="cancel", outcome="not_organizer")
    others = _others(event, asker)
    if others:
        await events.cancel_event(asker.graph, event.id, note.strip()[:NOTE_LIMIT] if isinstance(note, str) else "")
    else:
        await events.delete_event(asker.graph, event.id)
    card = cards.cancelled(event, others, asker.reader)
    return replace(frame, listed=()), Reply(card=card, dialog="cancel", outcome="cancelled")


def keep(frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The speaker does not want to cancel after all."""
    words = asker.reader.say("cancel-kept")
    return frame, Reply(card=notices.notice(words, asker.reader), dialog="cancel", outcome="kept")


def _question(event: Event, asker: Asker) -> Json:
    if not event.is_organizer:
        return cards.not_organizer(event, asker.id, asker.reader)
    series = event.series_id if event.type in (EventType.OCCURRENCE, EventType.EXCEPTION) else ""
    return cards.question(event, _others(event, asker), series, asker.id, asker.reader)


def _one_series(found: Sequence[Event]) -> bool:
    """Occurrences of one series alone: the next one is meant, and the card offers the whole series."""
    return bool(found[0].series_id) and all(event.series_id == found[0].series_id for event in found)


def _others(event: Event, asker: Asker) -> tuple[str, ...]:
    mine = asker.me.email.lower()
    return tuple(each.name for each in event.attendees if each.kind != "resource" and each.email.lower() != mine)


async def _event(data: Json, asker: Asker) -> Event | None:
    ident = data.get("event")
    if not isinstance(ident, str):
        return None
    try:
        event = await events.get_event(asker.graph, ident, asker.zone)
    except NotFound:
        return None
    return None if event.is_cancelled else event


def _gone(asker: Asker) -> Reply:
    return Reply(card=notices.notice(asker.reader.say("gone-event"), asker.reader), dialog="cancel", outcome="gone")
