"""Cards about reminders."""

from datetime import datetime

from dialogs.cards.details import moment_of, subject_of
from dialogs.cards.elements import Element, card, execute, fine, heading, under, verbatim
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Event


def reminded(event: Event, words: str, owner_id: str, reader: Reader, *, undo: Json | None) -> Json:
    """When one is reminded of a meeting now. `undo`: what brings back what was before, where anything changed."""
    body: list[Element] = [
        heading(words),
        under(verbatim(subject_of(event, reader))),
        fine(moment_of(event, reader)),
    ]
    actions = [execute(reader.say("undo"), "undo_reminder", {**undo, "for": owner_id})] if undo is not None else []
    return card(body, speak=f"{subject_of(event, reader)}: {words}", language=reader.language, actions=actions)


def offer(subject: str, start: datetime, data: Json, owner_id: str, reader: Reader, *, again: str = "") -> Json:
    """The reminder of one's own that would be added; `again`: how often it comes, where not only once."""
    title = reader.say("reminder-offer")
    moment = f"{_moment(start, again, reader)} ({reader.city()})"
    body = [heading(title), under(f"{verbatim(subject)} · {moment}"), fine(reader.say("reminder-how"))]
    actions = [
        execute(reader.say("reminder-add"), "add_reminder", {**data, "for": owner_id}, style="positive"),
        execute(reader.say("reminder-leave"), "dont_remind", {"card": data["card"], "for": owner_id}),
    ]
    return card(body, speak=f"{title} {subject}, {moment}", language=reader.language, actions=actions)


def added(event: Event, undo: Json, owner_id: str, reader: Reader, *, again: str = "") -> Json:
    """It is in the calendar."""
    title = reader.say("reminder-added")
    moment = _moment(event.start, again, reader)
    body = [
        heading(title),
        under(f"{verbatim(subject_of(event, reader))} · {moment}"),
        fine(reader.say("reminder-how")),
    ]
    actions = [execute(reader.say("undo"), "undo_added", {**undo, "for": owner_id})]
    return card(body, speak=f"{title}: {event.subject}, {moment}", language=reader.language, actions=actions)


def _moment(start: datetime, again: str, reader: Reader) -> str:
    """When it comes, the first time of several."""
    day = reader.day(start, year=True)
    if not again:
        return f"{day}, {reader.clock(start)}"
    return f"{again}, {reader.clock(start)} · {reader.say('repeats-from', day=day)}"
