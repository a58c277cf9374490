"""Cards of one change that is made of several meetings."""

from collections.abc import Sequence

from dialogs.cards.cancelling import subject_of
from dialogs.cards.changing import marked
from dialogs.cards.elements import (
    Element,
    badge,
    card,
    column,
    columns,
    container,
    execute,
    facts,
    fine,
    heading,
    text,
    under,
    verbatim,
)
from dialogs.cards.rooms import placed
from dialogs.frame import Alike, Target, Wish
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Event


def preview(alike: Alike, read: Sequence[tuple[Target, Event]], owner_id: str, reader: Reader) -> Json:
    """What would be changed, and of which meetings."""
    title = reader.say("alike-title", count=len(read))
    body: list[Element] = [heading(title), under(reader.say("change-which-under")), _facts(alike.wish, reader)]
    body += [_row(target, event, reader) for target, event in read]
    identity = {"card": alike.id, "for": owner_id}
    actions = [
        execute(reader.say("alike-do", count=len(read)), "alike", identity, style="positive"),
        execute(reader.say("change-keep"), "alike_keep", identity),
    ]
    return card(body, speak=title, language=reader.language, actions=actions)


def changed(
    alike: Alike, shown: Sequence[tuple[Target, Event, bool]], owner_id: str, reader: Reader, *, can_undo: bool
) -> Json:
    """What was changed, and what was not."""
    title = reader.say("changed")
    body: list[Element] = [heading(title), _facts(alike.wish, reader)]
    body += [_done(event, reader, is_made=is_made) for _, event, is_made in shown]
    identity = {"card": alike.id, "for": owner_id}
    actions = [execute(reader.say("undo"), "undo_alike", identity)] if can_undo else []
    return card(body, speak=title, language=reader.language, actions=actions)


def _facts(wish: Wish, reader: Reader) -> Element:
    length = wish.time.duration
    added = [
        reader.say("optional", name=each.person.name) if each.role == "optional" else each.person.name
        for each in wish.added
    ]
    return facts(
        [
            (reader.say("change-added"), verbatim(reader.names(added))),
            (reader.say("change-dropped"), verbatim(reader.names([person.name for person in wish.dropped]))),
            (reader.say("change-length"), reader.duration(length) if length else ""),
            (reader.say("where"), verbatim(wish.location)),
            (reader.say("change-room"), verbatim(placed(wish.room, reader) if wish.room else "")),
            (reader.say("change-text"), verbatim(wish.text)),
            (reader.say("change-marked"), marked(wish, reader)),
        ]
    )


def _row(target: Target, event: Event, reader: Reader) -> Element:
    reach = f" · {reader.say('reach-series')}" if target.scope == "all" else ""
    lines = [text(verbatim(subject_of(event, reader)), bold=True), fine(f"{reader.moment(event.window)}{reach}")]
    return container(lines, separator=True, spacing="Small")


def _done(event: Event, reader: Reader, *, is_made: bool) -> Element:
    state = badge("✓", reader.say("changed"), "Good") if is_made else badge("!", reader.say("alike-failed"), "Warning")
    words = text(verbatim(subject_of(event, reader)))
    return columns(column([state], width="auto", middle=True), column([words], middle=True), spacing="Small")
