"""Cards of several acts: all that would be sent, and what was."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.cards.elements import (
    Element,
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
from dialogs.frame import Act, Batch
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Event, EventType

GLYPH = {Act.ACCEPT: "✓", Act.TENTATIVE: "○", Act.DECLINE: "✕", Act.CANCEL: "✕", Act.DELETE: "✕"}
STYLE = {
    Act.ACCEPT: "Good",
    Act.TENTATIVE: "Warning",
    Act.DECLINE: "Attention",
    Act.CANCEL: "Attention",
    Act.DELETE: "Attention",
}
WORD = {
    Act.ACCEPT: "accept",
    Act.TENTATIVE: "tentative",
    Act.DECLINE: "decline",
    Act.CANCEL: "several-cancel",
    Act.DELETE: "several-delete",
}
DONE = {
    Act.ACCEPT: "answered-accepted",
    Act.TENTATIVE: "answered-tentative",
    Act.DECLINE: "answered-declined",
    Act.CANCEL: "cancelled",
    Act.DELETE: "several-deleted",
}


@dataclass(frozen=True)
class Row:
    """One event, what is done with it, the names of the others who come, and a word for its organizer alone."""

    event: Event
    act: Act
    others: tuple[str, ...] = ()
    note: str = ""


def preview(
    rows: Sequence[Row],
    batch: Batch,
    own: Sequence[Event],
    owner_id: str,
    reader: Reader,
    *,
    left: Sequence[str] = (),
) -> Json:
    """Everything that would be sent. `own` is what cannot be answered, since the reader organizes it; `left` tells in
    words what else was said, and is not among it."""
    title = reader.say("several-title-clear", count=len(rows)) if batch.source else _title(rows, reader)
    body: list[Element] = [heading(title), under(reader.say("several-under", city=reader.city()))]
    body += [_row(row, batch, reader) for row in rows]
    if own:
        names = reader.names(list(dict.fromkeys(verbatim(event.subject) for event in own)))
        body.append(text(reader.say("several-own-stay", count=len(own), subjects=names), size="Small", subtle=True))
    body += [text(verbatim(words), size="Small", subtle=True) for words in left]
    is_answer = all(row.act in (Act.ACCEPT, Act.TENTATIVE, Act.DECLINE) for row in rows)
    if any(row.act is not Act.DELETE for row in rows) and not batch.is_quiet:
        body.append(_note(batch, reader, hint="note-placeholder" if is_answer else "cancel-note-placeholder"))
    identity = {"card": batch.id, "for": owner_id}
    send = reader.say("several-send" if is_answer else "several-do", count=len(rows))
    if batch.source:
        send = reader.say("several-clear", count=len(rows))
    harmful = any(row.act not in (Act.ACCEPT, Act.TENTATIVE) for row in rows)
    actions = [
        execute(send, "several", identity, style="destructive" if harmful else "positive"),
        *([execute(reader.say("several-move"), "several_move", identity)] if batch.source else []),
        execute(reader.say("several-keep"), "several_keep", identity),
    ]
    return card(body, speak=title, language=reader.language, actions=actions)


def sent(rows: Sequence[tuple[Row, bool]], batch: Batch, owner_id: str, reader: Reader, *, can_undo: bool) -> Json:
    """What was done, and what was not."""
    failed = [row for row, done in rows if not done]
    title = (
        reader.say("several-partly", done=len(rows) - len(failed), count=len(rows))
        if failed
        else reader.say("several-done")
    )
    body: list[Element] = [heading(title)]
    body += [_done(row, done, reader) for row, done in rows]
    if batch.note and not batch.is_quiet:
        body.append(text(verbatim(reader.say("several-noted", note=batch.note)), size="Small", subtle=True))
    identity = {"card": batch.id, "for": owner_id}
    actions = [execute(reader.say("several-again"), "several", identity, style="positive")] if failed else []
    if can_undo:
        actions.append(execute(reader.say("undo"), "undo_several", identity))
    return card(body, speak=title, language=reader.language, actions=actions)


def taken_back(rows: Sequence[tuple[Row, bool]], again: str | None, owner_id: str, reader: Reader) -> Json:
    """The answers are as they were before. `again` is the id of what was cancelled with them."""
    title = reader.say("several-undone")
    body: list[Element] = [heading(title), *(_done(row, done, reader) for row, done in rows)]
    actions = []
    if again:
        body.append(text(reader.say("again-also"), size="Small", subtle=True))
        actions = [execute(reader.say("again-book"), "book_again", {"card": again, "for": owner_id})]
    return card(body, speak=title, language=reader.language, actions=actions)


def _title(rows: Sequence[Row], reader: Reader) -> str:
    answers = [row for row in rows if row.act in (Act.ACCEPT, Act.TENTATIVE, Act.DECLINE)]
    if len(answers) == len(rows):
        return reader.say("several-title-answers", count=len(rows))
    if not answers:
        return reader.say("several-title-cancel", count=len(rows))
    return reader.say("several-title-both", own=len(rows) - len(answers), others=len(answers))


def _row(row: Row, batch: Batch, reader: Reader) -> Element:
    told = [
        text(verbatim(row.event.subject or reader.say("no-subject")), bold=True),
        fine(verbatim(f"{_moment(row.event, reader)}{_reach(row.event, reader)}")),
        fine(verbatim(_tells(row, batch, reader))),
        *([fine(verbatim(reader.say("several-noted", note=row.note)))] if row.note else []),
    ]
    mark = badge(GLYPH[row.act], reader.say(WORD[row.act]), STYLE[row.act])
    return container(
        [columns(column(told), column([mark], width="auto", middle=True))], separator=True, spacing="Small"
    )


def _tells(row: Row, batch: Batch, reader: Reader) -> str:
    """Who will hear of it."""
    if row.act is Act.DELETE:
        return reader.say("several-tells-nobody")
    if row.act is Act.CANCEL:
        return reader.say("several-tells", names=reader.names(row.others))
    organizer = row.event.organizer.name or row.event.organizer.email
    return reader.say("several-quiet" if batch.is_quiet else "several-tells-organizer", name=organizer)


def _done(row: Row, done: bool, reader: Reader) -> Element:
    mark = (
        badge(GLYPH[row.act], reader.say(DONE[row.act]), STYLE[row.act])
        if done
        else badge("⚠", reader.say("several-failed"), "Warning")
    )
    told = [text(verbatim(f"{row.event.subject or reader.say('no-subject')}, {_moment(row.event, reader)}"))]
    if row.note and done:
        told.append(fine(verbatim(reader.say("several-noted", note=row.note))))
    return columns(column([mark], width="auto", middle=True), column(told, middle=True), spacing="Small")


def _moment(event: Event, reader: Reader) -> str:
    return reader.moment_of(event.start, event.end, all_day=event.is_all_day)


def _reach(event: Event, reader: Reader) -> str:
    if event.type is EventType.SINGLE:
        return ""
    return f" · {reader.say('reach-series' if event.type is EventType.MASTER else 'reach-one')}"


def _note(batch: Batch, reader: Reader, *, hint: str) -> Element:
    made = note_input("note", reader.say("several-note"), reader.say(hint))
    return {**made, "value": batch.note} if batch.note else made
