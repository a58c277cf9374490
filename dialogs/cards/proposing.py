"""Cards that propose another time for somebody else's event."""

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
    fine,
    heading,
    note_input,
    text,
    under,
    verbatim,
)
from dialogs.decisions.openings import Opening
from dialogs.frame import Counter
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Event, Response, Window


def preview(
    event: Event, counter: Counter, found: Sequence[tuple[Opening, str]], owner_id: str, reader: Reader
) -> Json:
    """What would be proposed: each time with whom it suits."""
    title = reader.say("propose-title", subject=f"“{_subject(event, reader)}”")
    body: list[Element] = [heading(verbatim(title)), under(verbatim(_now(event, counter, reader)))]
    if counter.told:
        name = event.organizer.name or event.organizer.email
        body.append(text(verbatim(reader.say("propose-only-organizer", name=name))))
    for number, (opening, suits) in enumerate(found):
        moment = reader.moment(opening.window)
        data = {"card": counter.id, "n": number, "for": owner_id}
        button = execute(
            reader.say("propose"),
            "propose_send",
            data,
            style="positive" if number == 0 else "",
            tooltip=reader.say("propose-tooltip", moment=moment),
        )
        told = [text(moment, bold=True), fine(suits)]
        row = columns(column(told), column([action_set(button)], width="auto", middle=True))
        body.append(container([row], separator=True, spacing="Small"))
    body.append(_note(counter.note, reader))
    identity = {"card": counter.id, "for": owner_id}
    actions = [execute(reader.say("propose-leave"), "propose_leave", identity)]
    return card(body, speak=title, language=reader.language, actions=actions)


def not_allowed(event: Event, counter: Counter, owner_id: str, reader: Reader) -> Json:
    """Whoever organizes it takes no proposals."""
    name = event.organizer.name or event.organizer.email
    words = reader.say("propose-not-allowed", name=name)
    body = [heading(verbatim(_subject(event, reader))), under(_moment(event, reader)), text(verbatim(words))]
    body.append(_note(counter.note, reader))
    data = {"event": event.id, "card": counter.id, "for": owner_id}
    actions = [
        execute(reader.say("decline"), "respond", {**data, "answer": Response.DECLINED.value}, style="destructive"),
        execute(reader.say("tentative"), "respond", {**data, "answer": Response.TENTATIVE.value}),
        execute(reader.say("propose-leave"), "propose_leave", {"card": counter.id, "for": owner_id}),
    ]
    return card(body, speak=words, language=reader.language, actions=actions)


def which(candidates: Sequence[Event], card_id: str, owner_id: str, reader: Reader) -> Json:
    """Several events fit."""
    title = reader.say("which-event-title")
    body: list[Element] = [heading(title), under(reader.say("propose-which-under"))]
    for event in candidates:
        told = [text(verbatim(_subject(event, reader)), bold=True), fine(_moment(event, reader))]
        data = {"event": event.id, "card": card_id, "for": owner_id}
        button = execute(reader.say("choose"), "propose", data, tooltip=_subject(event, reader))
        row = columns(column(told), column([action_set(button)], width="auto", middle=True))
        body.append(container([row], separator=True, spacing="Small"))
    return card(body, speak=title, language=reader.language)


def proposed(
    event: Event, counter: Counter, window: Window, owner_id: str, reader: Reader, *, undo: Json | None = None
) -> Json:
    """It is sent. `undo`: what brings back the answer before, where there was one."""
    declined = counter.declines
    word = reader.say("answered-declined" if declined else "answered-tentative")
    name = event.organizer.name or event.organizer.email
    told = reader.say("propose-told", name=name, moment=reader.moment(window))
    mark = badge("✕" if declined else "○", word, "Attention" if declined else "Warning")
    body = [
        columns(column([mark], width="auto", middle=True), column([text(verbatim(told), subtle=True)], middle=True)),
        heading(verbatim(_subject(event, reader))),
        under(_moment(event, reader)),
    ]
    if counter.note:
        body.append(text(verbatim(reader.say("several-noted", note=counter.note)), size="Small", subtle=True))
    others = [("accept", Response.ACCEPTED)] + ([] if declined else [("decline", Response.DECLINED)])
    actions = [
        execute(reader.say(verb), "respond", {"event": event.id, "answer": response.value, "for": owner_id})
        for verb, response in others
    ]
    if undo is not None:
        actions.append(execute(reader.say("undo"), "undo_respond", {**undo, "for": owner_id}))
    return card(body, speak=f"{word}. {told}", language=reader.language, actions=actions)


def _now(event: Event, counter: Counter, reader: Reader) -> str:
    """When it is now, and what the proposal answers with."""
    name = event.organizer.name or event.organizer.email
    answer = reader.say("propose-declines" if counter.declines else "propose-tentative")
    return reader.say("propose-now", moment=_moment(event, reader), name=name, answer=answer)


def _note(note: str, reader: Reader) -> Element:
    made = note_input("note", reader.say("note-label"), reader.say("note-placeholder"))
    return {**made, "value": note} if note else made


def _subject(event: Event, reader: Reader) -> str:
    return event.subject or reader.say("no-subject")


def _moment(event: Event, reader: Reader) -> str:
    return reader.moment_of(event.start, event.end, all_day=event.is_all_day)
