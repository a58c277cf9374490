"""Cards that ask who was meant."""

from collections.abc import Sequence

from dialogs.cards.elements import (
    action_set,
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
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Person


def which_person(said: str, candidates: Sequence[Person], owner_id: str, reader: Reader) -> Json:
    """People who share the name that was said, each with what tells them apart."""
    body = [
        heading(reader.say("which-title", said=verbatim(said))),
        under(reader.say("which-text", count=len(candidates))),
        *_rows(candidates, owner_id, reader),
    ]
    speak = reader.say("which-speak", said=said, names=reader.names([person.name for person in candidates]))
    return card(body, speak=speak, language=reader.language, actions=[_stop(owner_id, reader)])


def unknown_person(said: str, close: Sequence[Person], owner_id: str, reader: Reader) -> Json:
    """Nobody of that name: names that are near, and a way on without them."""
    explained = reader.say("unknown-text", said=said)
    body = [heading(reader.say("unknown-title", said=f"“{verbatim(said)}”")), text(verbatim(explained))]
    if close:
        body += [text(reader.say("unknown-close"), bold=True), *_rows(close, owner_id, reader)]
    leave_out = execute(reader.say("unknown-leave-out"), "leave_out", {"for": owner_id})
    return card(body, speak=explained, language=reader.language, actions=[leave_out, _stop(owner_id, reader)])


def _rows(candidates: Sequence[Person], owner_id: str, reader: Reader) -> list[dict[str, object]]:
    rows = []
    for person in candidates:
        about = " · ".join(part for part in (person.title, person.department, person.office) if part)
        button = execute(
            reader.say("choose"), "choose_person", {"email": person.email, "for": owner_id}, tooltip=person.name
        )
        who = column([text(verbatim(person.name), bold=True), fine(verbatim(about or person.email))])
        rows.append(
            container(
                [columns(who, column([action_set(button)], width="auto", middle=True))],
                separator=True,
                spacing="Small",
            )
        )
    return rows


def _stop(owner_id: str, reader: Reader) -> dict[str, object]:
    return execute(reader.say("dont-book"), "stop", {"for": owner_id})
