"""Cards that ask who was meant."""

from collections.abc import Mapping
from dataclasses import dataclass, field

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
from dialogs.cards.person import faced
from dialogs.frame import Unresolved
from dialogs.people.names import as_written
from dialogs.turn import Json
from dialogs.understand.understood import Role
from dialogs.words.reader import Reader

_UNKNOWN = {
    "person": "unknown-text",
    "team": "unknown-text-team",
    "relation": "unknown-text-relation",
    "same": "unknown-text-same",
    "chat": "unknown-text-chat",
    "pronoun": "unknown-text-pronoun",
    "no_address": "no-address-text",
    "guest": "guest-text",
}
"""What is said of each kind of somebody who was not found."""
_TITLES = {
    "no_address": "no-address-title",
    "guest": "no-address-title",
    "pronoun": "unknown-title-pronoun",
    "relation": "unknown-title-relation",
}
"""What stands above that, where it is another sentence."""


_STOPS = {
    "book": ("dont-book", "dont_book"),
    "change": ("change-keep", "change_keep"),
    "send": ("letter-leave", "letter_leave"),
}
"""The button that leaves it, by what is asked for: its title and its verb."""


@dataclass(frozen=True)
class Place:
    """Where a card stands: its id, whose buttons it has, and the photos of people by their ids.

    `job` is what they are asked about for: "book", "change" or "send".
    """

    card_id: str
    owner_id: str
    photos: Mapping[str, str] = field(default_factory=dict)
    job: str = "book"


def which_person(unclear: Unresolved, place: Place, reader: Reader) -> Json:
    """People who share the name that was said, each with what tells them apart."""
    out = unclear.role is Role.WITHOUT
    candidates = unclear.candidates
    said = unclear.said if unclear.kind == "team" else as_written(unclear.said, candidates)
    title = reader.say("which-out-title") if out else reader.say("which-title", said=verbatim(said))
    body = [
        heading(title),
        under(reader.say("which-text-team" if unclear.kind == "team" else "which-text", count=len(candidates))),
        *_rows(unclear, place, reader),
    ]
    names = reader.names([person.name for person in candidates])
    speak = reader.say("which-speak", said=said, names=names)
    return card(body, speak=speak, language=reader.language, actions=[_stop(place, reader)])


def unknown_person(unclear: Unresolved, place: Place, reader: Reader) -> Json:
    """Nobody of that name, or nobody who can be invited: names that are near, and a way on without them."""
    explained = reader.say(_UNKNOWN[unclear.kind], said=unclear.said, job=place.job)
    title = _TITLES.get(unclear.kind, "unknown-title")
    body = [heading(reader.say(title, said=f"“{verbatim(unclear.said)}”")), text(verbatim(explained))]
    if unclear.candidates:
        body += [text(reader.say("unknown-close"), bold=True), *_rows(unclear, place, reader)]
    actions = [_leave_out(place, reader), _stop(place, reader)]
    return card(body, speak=explained, language=reader.language, actions=actions)


def crowd(unclear: Unresolved, place: Place, reader: Reader) -> Json:
    """A team of many: whether all of them are meant."""
    count = len(unclear.candidates)
    explained = reader.say(
        "crowd-text",
        said=unclear.said,
        names=reader.names([each.name for each in unclear.candidates]),
        job=place.job,
    )
    title = reader.say("crowd-title", count=count)
    everybody = execute(
        reader.say("crowd-all", count=count),
        "choose_person",
        {"card": place.card_id, "scope": "all", "for": place.owner_id},
        style="positive",
    )
    actions = [everybody, _leave_out(place, reader), _stop(place, reader)]
    return card([heading(title), text(verbatim(explained))], speak=title, language=reader.language, actions=actions)


def _leave_out(place: Place, reader: Reader) -> dict[str, object]:
    return execute(reader.say("unknown-leave-out"), "leave_out", {"card": place.card_id, "for": place.owner_id})


def _rows(unclear: Unresolved, place: Place, reader: Reader) -> list[dict[str, object]]:
    rows = []
    for person in unclear.candidates:
        known = [part for part in (person.title, person.department, person.office) if part]
        # People outside the directory, and those who look the same in it, are told apart by their address.
        alike = any(
            (each.name, each.title, each.office) == (person.name, person.title, person.office)
            for each in unclear.candidates
            if each is not person
        )
        about = " · ".join([*known, person.email] if alike or not person.id else known)
        data = {"card": place.card_id, "email": person.email, "for": place.owner_id}
        button = execute(reader.say("choose"), "choose_person", data, tooltip=person.name)
        who = column([text(verbatim(person.name), bold=True), fine(verbatim(about or person.email))])
        rows.append(
            container(
                [columns(*faced(person, place.photos), who, column([action_set(button)], width="auto", middle=True))],
                separator=True,
                spacing="Small",
            )
        )
    return rows


def _stop(place: Place, reader: Reader) -> dict[str, object]:
    title, verb = _STOPS[place.job]
    return execute(reader.say(title), verb, {"card": place.card_id, "for": place.owner_id})
