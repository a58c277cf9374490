"""Cards that ask who was meant."""

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
from dialogs.frame import Unresolved
from dialogs.turn import Json
from dialogs.understand.understood import Role
from dialogs.words.reader import Reader


def which_person(unclear: Unresolved, card_id: str, owner_id: str, reader: Reader) -> Json:
    """People who share the name that was said, each with what tells them apart."""
    out = unclear.role is Role.WITHOUT
    title = reader.say("which-out-title") if out else reader.say("which-title", said=verbatim(unclear.said))
    candidates = unclear.candidates
    body = [
        heading(title),
        under(reader.say("which-text", count=len(candidates))),
        *_rows(unclear, card_id, owner_id, reader),
    ]
    names = reader.names([person.name for person in candidates])
    speak = reader.say("which-speak", said=unclear.said, names=names)
    return card(body, speak=speak, language=reader.language, actions=[_stop(card_id, owner_id, reader)])


def unknown_person(unclear: Unresolved, card_id: str, owner_id: str, reader: Reader) -> Json:
    """Nobody of that name: names that are near, and a way on without them."""
    explained = reader.say("unknown-text", said=unclear.said)
    body = [heading(reader.say("unknown-title", said=f"“{verbatim(unclear.said)}”")), text(verbatim(explained))]
    if unclear.candidates:
        body += [text(reader.say("unknown-close"), bold=True), *_rows(unclear, card_id, owner_id, reader)]
    leave_out = execute(reader.say("unknown-leave-out"), "leave_out", {"card": card_id, "for": owner_id})
    return card(body, speak=explained, language=reader.language, actions=[leave_out, _stop(card_id, owner_id, reader)])


def _rows(unclear: Unresolved, card_id: str, owner_id: str, reader: Reader) -> list[dict[str, object]]:
    rows = []
    for person in unclear.candidates:
        about = " · ".join(part for part in (person.title, person.department, person.office) if part)
        data = {"card": card_id, "email": person.email, "for": owner_id}
        button = execute(reader.say("choose"), "choose_person", data, tooltip=person.name)
        who = column([text(verbatim(person.name), bold=True), fine(verbatim(about or person.email))])
        rows.append(
            container(
                [columns(who, column([action_set(button)], width="auto", middle=True))],
                separator=True,
                spacing="Small",
            )
        )
    return rows


def _stop(card_id: str, owner_id: str, reader: Reader) -> dict[str, object]:
    return execute(reader.say("dont-book"), "dont_book", {"card": card_id, "for": owner_id})
