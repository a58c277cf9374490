"""Cards of many meetings that are moved at once: where each would go, and where it went."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.cards.cancelling import subject_of
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
    text,
    under,
    verbatim,
)
from dialogs.decisions.openings import Opening
from dialogs.frame import Move, Reshuffle
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Event, EventType, Window

FOREIGN_SHOWN = 8


@dataclass(frozen=True)
class Row:
    """One meeting and where it would go; no opening: there is no time for it.

    `others` are the names of those who are told, `suits` how the time suits them; `wanted` the time that was asked for.
    """

    event: Event
    opening: Opening | None
    others: tuple[str, ...] = ()
    suits: str = ""
    wanted: Window | None = None


def preview(
    plan: Reshuffle, rows: Sequence[Row], foreign: Sequence[Event], owner_id: str, reader: Reader, *, note: str = ""
) -> Json:
    """Everything that would be moved, and what others organize. `note` is a word on its days."""
    count = len(plan.moves)
    title = reader.say("everything-title", count=count)
    body: list[Element] = [heading(title), under(reader.say("everything-under", city=reader.city()))]
    identity = {"card": plan.id, "for": owner_id}
    alone = count < 2
    if note:
        body.append(container([text(note)], style="warning"))
    body += [_row(row, {} if alone else identity, reader) for row in rows]
    if foreign:
        body.append(text(reader.say("everything-foreign", count=len(foreign)), bold=True))
        body += [_foreign(event, owner_id, reader) for event in foreign[:FOREIGN_SHOWN]]
        if len(foreign) > FOREIGN_SHOWN:
            names = [subject_of(event, reader) for event in foreign[FOREIGN_SHOWN:]]
            body.append(fine(verbatim(reader.names(names))))
    actions = (
        [execute(reader.say("everything-do", count=count), "reshuffle", identity, style="positive")] if count else []
    )
    if foreign:
        actions.append(execute(reader.say("everything-decline"), "reshuffle_decline", identity))
    actions.append(execute(reader.say("everything-keep"), "reshuffle_keep", identity))
    return card(body, speak=title, language=reader.language, actions=actions)


def moved(
    plan: Reshuffle,
    moves: Sequence[tuple[Move, Event]],
    owner_id: str,
    mine: str,
    reader: Reader,
    *,
    can_retry: bool = False,
) -> Json:
    """What was moved, and what was not. `mine` is the address of whoever organizes them."""
    done = [move for move in plan.moves if move.event_id in plan.sent]
    is_whole = len(done) == len(plan.moves)
    title = (
        reader.say("everything-moved")
        if is_whole
        else reader.say("everything-partly", done=len(done), count=len(plan.moves))
    )
    told = any(each.email.lower() != mine.lower() for _, event in moves for each in event.attendees)
    body: list[Element] = [heading(title), under(reader.say("everything-told", told="yes" if told else "no"))]
    body += [_done(move, event, move.event_id in plan.sent, reader) for move, event in moves]
    identity = {"card": plan.id, "for": owner_id}
    again = execute(reader.say("everything-again"), "reshuffle", identity, style="positive")
    actions = [again] if can_retry else []
    if done:
        actions.append(execute(reader.say("undo"), "undo_reshuffle", identity))
    return card(body, speak=title, language=reader.language, actions=actions)


def undone(moves: Sequence[tuple[Move, Event]], reader: Reader) -> Json:
    """They are back."""
    title = reader.say("everything-undone")
    lines = [
        columns(
            column([badge("↩", reader.say("undone"))], width="auto", middle=True),
            column([text(verbatim(f"{subject_of(event, reader)}, {reader.moment(move.before)}"))], middle=True),
            spacing="Small",
        )
        for move, event in moves
    ]
    return card([heading(title), *lines], speak=title, language=reader.language)


def _row(row: Row, identity: Json, reader: Reader) -> Element:
    event = row.event
    lines = [text(verbatim(subject_of(event, reader)), bold=True)]
    if row.opening is None:
        lines += [fine(_moment(event, reader)), fine(reader.say("everything-no-time"))]
        return container(lines, separator=True, spacing="Small")
    new = row.opening.window
    lines.append(text(f"{reader.moment(event.window)} → **{_short(event.window, new, reader)}**", spacing="None"))
    lines.append(fine(row.suits))
    if row.wanted and row.wanted != new:
        lines.append(fine(reader.say("everything-nearest", time=reader.moment(row.wanted))))
    names = reader.names(row.others)
    tells = reader.say("everything-tells", names=names) if row.others else reader.say("everything-tells-nobody")
    reach = "" if event.type is EventType.SINGLE else f" · {reader.say('reach-one')}"
    lines.append(fine(verbatim(f"{tells}{reach}")))
    if not identity:
        return container(lines, separator=True, spacing="Small")
    leave = execute(
        reader.say("everything-leave-out"),
        "reshuffle_without",
        {**identity, "event": event.id},
        tooltip=f"{reader.say('everything-leave-out')} {subject_of(event, reader)}",
    )
    row_of = columns(column(lines), column([action_set(leave)], width="auto", middle=True))
    return container([row_of], separator=True, spacing="Small")


def _foreign(event: Event, owner_id: str, reader: Reader) -> Element:
    by = reader.say(
        "everything-by", time=reader.moment(event.window), name=event.organizer.name or event.organizer.email
    )
    lines = [text(verbatim(subject_of(event, reader))), fine(verbatim(by))]
    if not event.allow_new_time_proposals:
        return container(lines, separator=True, spacing="Small")
    data = {"event": event.id, "for": owner_id}
    button = execute(reader.say("propose-time"), "propose", data, tooltip=subject_of(event, reader))
    row = columns(column(lines), column([action_set(button)], width="auto", middle=True))
    return container([row], separator=True, spacing="Small")


def _done(move: Move, event: Event, is_done: bool, reader: Reader) -> Element:
    mark = (
        badge("✓", reader.say("everything-moved"), "Good")
        if is_done
        else badge("⚠", reader.say("everything-failed"), "Warning")
    )
    told = text(verbatim(f"{subject_of(event, reader)}, {reader.moment(move.after if is_done else event.window)}"))
    return columns(column([mark], width="auto", middle=True), column([told], middle=True), spacing="Small")


def _short(before: Window, after: Window, reader: Reader) -> str:
    """The new time; its day where that is another one."""
    same = before.start.astimezone(reader.zone).date() == after.start.astimezone(reader.zone).date()
    return reader.hours(after) if same else reader.moment(after)


def _moment(event: Event, reader: Reader) -> str:
    return reader.moment(event.window)
