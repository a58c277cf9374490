"""Cards that ask before an event is cancelled, and tell that it was."""

from collections.abc import Sequence

from dialogs.cards.elements import (
    Element,
    action_set,
    badge,
    card,
    column,
    columns,
    container,
    execute,
    facts,
    fine,
    heading,
    note_input,
    text,
    under,
    verbatim,
)
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Event, EventType, Response

SHOWN = 6


def question(event: Event, others: Sequence[str], series: str, owner_id: str, reader: Reader) -> Json:
    """The event that would be cancelled. `series` is the id of its series, which may be meant instead."""
    identity = {"event": event.id, "for": owner_id}
    title = reader.say("cancel-title", subject=f"“{subject_of(event, reader)}”")
    body: list[Element] = [heading(verbatim(title)), _facts(event, others, reader)]
    if others:
        body.append(note_input("note", reader.say("cancel-note"), reader.say("cancel-note-placeholder")))
    this = reader.say("cancel-one" if series else "cancel-meeting")
    actions = [execute(this, "cancel", identity, style="destructive")]
    if series:
        actions.append(execute(reader.say("cancel-series"), "cancel", {**identity, "event": series}))
    actions.append(execute(reader.say("cancel-keep"), "cancel_keep", identity))
    speak = f"{title} {_moment(event, reader)}"
    return card(body, speak=speak, language=reader.language, actions=actions)


def not_organizer(event: Event, owner_id: str, reader: Reader) -> Json:
    """Somebody else's event: it can only be declined."""
    name = event.organizer.name or event.organizer.email
    words = reader.say("cancel-not-organizer", name=name)
    body = [
        heading(verbatim(subject_of(event, reader))),
        under(_moment(event, reader)),
        text(verbatim(words)),
        note_input("note", reader.say("note-label"), reader.say("note-placeholder")),
    ]
    data = {"event": event.id, "answer": Response.DECLINED.value, "for": owner_id}
    actions = [
        execute(reader.say("decline"), "respond", data, style="destructive"),
        execute(reader.say("cancel-keep"), "cancel_keep", {"for": owner_id}),
    ]
    return card(body, speak=words, language=reader.language, actions=actions)


def which(candidates: Sequence[Event], owner_id: str, reader: Reader) -> Json:
    """Several events fit."""
    title = reader.say("which-event-title")
    body: list[Element] = [heading(title), under(reader.say("cancel-which-under"))]
    for event in candidates[:SHOWN]:
        told = [text(verbatim(subject_of(event, reader)), bold=True), fine(_moment(event, reader))]
        button = execute(
            reader.say("choose"), "cancel_show", {"event": event.id, "for": owner_id}, tooltip=subject_of(event, reader)
        )
        row = columns(column(told), column([action_set(button)], width="auto", middle=True))
        body.append(container([row], separator=True, spacing="Small"))
    return card(body, speak=title, language=reader.language)


def cancelled(event: Event, others: Sequence[str], reader: Reader) -> Json:
    """It is done."""
    told = reader.say("cancel-told", names=reader.names(others)) if others else reader.say("cancel-alone")
    reach = f" · {reader.say('reach-series')}" if event.type is EventType.MASTER else ""
    body = [
        columns(
            column([badge("✕", reader.say("cancelled"), "Attention")], width="auto", middle=True),
            column([text(verbatim(told), subtle=True)], middle=True),
        ),
        heading(verbatim(subject_of(event, reader))),
        under(f"{_moment(event, reader)}{reach}"),
    ]
    speak = f"{reader.say('cancelled')}: {subject_of(event, reader)}. {told}"
    return card(body, speak=speak, language=reader.language)


def subject_of(event: Event, reader: Reader) -> str:
    """Its subject, or words for having none."""
    return event.subject or reader.say("no-subject")


def _facts(event: Event, others: Sequence[str], reader: Reader) -> Element:
    return facts(
        [
            (reader.say("when"), f"{_moment(event, reader)} ({reader.city()})"),
            (reader.say("where"), verbatim(event.location)),
            (reader.say("who"), verbatim(reader.names(others)) if others else ""),
        ]
    )


def _moment(event: Event, reader: Reader) -> str:
    day = reader.day(event.start, year=True)
    return f"{day}, {reader.say('agenda-all-day') if event.is_all_day else reader.hours(event.window)}"
