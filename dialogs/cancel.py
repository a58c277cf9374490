"""Cancel an event that one organizes; leave one that somebody else does.

Ana: cancel the design review on Friday
Bot: Cancel “Design review”? Fri 27 Nov, 10:00 – 11:00, with Tom Becker   [Cancel meeting] [Keep it]
Ana: [Cancel meeting]
Bot: Cancelled. Tom Becker was told.
"""

from collections.abc import Sequence
from dataclasses import replace

from dialogs import notes, upcoming, which
from dialogs.asker import Asker
from dialogs.cards import cancelling as cards
from dialogs.cards import notices
from dialogs.frame import Asked, Frame
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.understood import Question, Understood
from graph import events
from graph.errors import NotFound
from graph.model import Event, EventType

ONE_OF_MANY = (EventType.OCCURRENCE, EventType.EXCEPTION)


async def cancel(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Show which event would be cancelled; nothing is sent before the tap. Raises GraphError."""
    if not which.is_described(said) and len(frame.listed) != 1 and said.choice is None:
        frame = replace(frame.at_rest(), asked=Asked(asker.card_id, Question("event"), left="cancel-kept"))
        return frame, Reply(text=asker.reader.say("cancel-which"), dialog="cancel", outcome="asked")
    found: tuple[Event, ...] = ()
    for span in (upcoming.SOON, upcoming.YEAR):
        ahead = [event for event in await upcoming.occurrences(asker, span) if not event.is_cancelled]
        found = found or which.meant(said, ahead, frame)
    if not found:
        words = asker.reader.say("cancel-none")
        return replace(frame, listed=()), Reply(text=words, dialog="cancel", outcome="nothing")
    if len(found) > 1 and not which.is_one_series(found):
        return _ask_which(found, frame, asker)
    return _ask(found[0], frame, asker, outcome="asked")


async def show_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """One of several was tapped. Raises GraphError."""
    event = await _event(data, asker)
    if event is None:
        return frame, _gone(asker)
    return _ask(event, frame, asker, outcome="asked")


def _ask_which(found: Sequence[Event], frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    question = Question("choice", tuple(f"{event.subject} {asker.reader.moment(event.window)}" for event in found))
    taps = tuple(Tap("cancel_show", {"event": event.id}) for event in found)
    asked = Asked(asker.card_id, question, taps, left="cancel-kept")
    frame = replace(frame, listed=tuple(event.id for event in found), asked=asked)
    return frame, Reply(card=cards.which(found, asker.id, asker.reader), dialog="cancel", outcome="asked")


def _ask(event: Event, frame: Frame, asker: Asker, *, outcome: str) -> tuple[Frame, Reply]:
    """Whether it is to be cancelled, or declined where somebody else organizes it."""
    series = event.series_id if event.is_organizer and event.type in ONE_OF_MANY else ""
    if event.is_organizer:
        card = cards.question(event, _others(event, asker), series, asker.id, asker.reader)
    else:
        card = cards.not_organizer(event, asker.id, asker.reader)
    # To decline is not what was asked for: a yes does not do it, only the word or the button.
    yes = Tap("cancel", {"event": event.id, "scope": "this"}) if event.is_organizer else None
    choices = (yes, Tap("cancel", {"event": series, "scope": "all"})) if yes and series else ()
    texts = tuple(asker.reader.say(name) for name in ("cancel-one", "cancel-series")) if series else ()
    question = Question("choice", texts) if series else Question("yes_no")
    asked = Asked(asker.card_id, question, choices, yes, left="cancel-kept")
    frame = replace(frame, listed=(event.id,), asked=asked)
    return frame, Reply(card=card, dialog="cancel", outcome=outcome)


async def cancel_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The tap that cancels, with the note typed beside it. Raises GraphError."""
    event = await _event(data, asker)
    if event is None:
        return frame, _gone(asker)
    if not event.is_organizer:
        return _ask(event, frame, asker, outcome="not_organizer")
    if event.type is EventType.MASTER:
        event = await upcoming.next_of(event, asker)
    others = _others(event, asker)
    if others:
        await events.cancel_event(asker.graph, event.id, notes.typed(data))
    else:
        await events.delete_event(asker.graph, event.id)
    card = cards.cancelled(event, others, asker.reader)
    return replace(frame, listed=(), asked=None), Reply(card=card, dialog="cancel", outcome="cancelled")


async def keep_tapped(_data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The speaker does not want to cancel after all."""
    words = asker.reader.say("cancel-kept")
    return replace(frame, asked=None), Reply(card=notices.notice(words, asker.reader), dialog="cancel", outcome="kept")


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
