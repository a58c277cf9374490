"""Cards of rooms: those that are free, and what becomes of the room of a meeting."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.cards.elements import (
    Element,
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
from graph.model import Response, Window
from graph.places import Room

EQUIPMENT = {"display": "room-has-display", "video": "room-has-video", "audio": "room-has-audio"}


@dataclass(frozen=True)
class Row:
    """A room that can be had, when, what it lacks of what was wished, and what its button carries."""

    room: Room
    window: Window
    misses: tuple[str, ...]
    data: Element
    until: str = ""
    """How long it stays free, in words."""


def placed(room: Room, reader: Reader) -> str:
    """Its name, how many seats it has, and where it is."""
    return " · ".join([room.name, *_size_and_place(room, reader)])


def _size_and_place(room: Room, reader: Reader) -> list[str]:
    parts = [reader.say("room-seats", count=room.capacity)] if room.capacity else []
    if room.floor is not None:
        parts.append(reader.say("room-floor", floor=room.floor_label or str(room.floor)))
    return [*parts, room.building] if room.building else parts


def described(room: Room, reader: Reader) -> str:
    """How many seats it has, where it is, and what is in it."""
    parts = _size_and_place(room, reader)
    parts += [reader.say(phrase) for name, phrase in EQUIPMENT.items() if getattr(room, name)]
    parts += [tag for tag in room.tags if tag.casefold() not in EQUIPMENT]
    parts += [reader.say("room-has-access")] if room.is_wheelchair_accessible else []
    return " · ".join(parts)


def lacking(room: Room, misses: Sequence[str], reader: Reader) -> str:
    """What it lacks of what was wished, in words; empty where it lacks nothing."""
    said = []
    for miss in misses:
        match miss:
            case "seats":
                said.append(reader.say("room-lacks-seats"))
            case "size":
                said.append(reader.say("room-lacks-size"))
            case "building":
                said.append(
                    reader.say("room-lacks-building", building=room.building)
                    if room.building
                    else reader.say("room-lacks-building-unknown")
                )
            case "floor":
                said.append(reader.say("room-lacks-floor"))
            case "display" | "video" | "audio":
                said.append(reader.say("room-lacks", what=reader.say(EQUIPMENT[miss])))
            case "name":
                continue
            case _:
                said.append(reader.say("room-lacks", what=miss))
    return " · ".join(dict.fromkeys(said))


def answer_told(room: Room, answer: Response, reader: Reader) -> str:
    """A word on a room that has not accepted; empty for one that has."""
    match answer:
        case Response.ACCEPTED:
            return ""
        case Response.DECLINED:
            return reader.say("room-declined", room=room.name)
    return reader.say("room-silent", room=room.name)


def free(rows: Sequence[Row], owner_id: str, reader: Reader, *, title: str, about: str, note: str = "") -> Json:
    """Rooms to book, the best first. `note` says what is not as it was asked for."""
    body: list[Element] = [heading(verbatim(title)), under(verbatim(about))]
    if note:
        body.append(container([text(verbatim(note))], style="warning"))
    several = len({row.window for row in rows}) > 1
    body += [_row(row, number == 0, owner_id, reader, with_time=several) for number, row in enumerate(rows)]
    speak = reader.say("rooms-speak", title=title, rooms=reader.names([row.room.name for row in rows]))
    return card(body, speak=speak, language=reader.language)


def _row(row: Row, first: bool, owner_id: str, reader: Reader, *, with_time: bool) -> Element:
    told = [text(verbatim(row.room.name), bold=True)]
    if with_time:
        told.append(fine(reader.moment(row.window)))
    told.append(fine(verbatim(described(row.room, reader))))
    if missing := lacking(row.room, row.misses, reader):
        told.append(fine(f"○ {verbatim(missing)}"))
    if row.until:
        told.append(fine(row.until))
    name = "book-anyway" if "anyway" in row.data else "book"
    moment = f"{row.room.name}, {reader.moment(row.window)}"
    button = execute(
        reader.say(name),
        "book",
        row.data | {"for": owner_id},
        style="positive" if first and name == "book" else "",
        tooltip=reader.say("book-tooltip", moment=moment),
    )
    line = columns(column(told), column([action_set(button)], width="auto", middle=True))
    return container(
        [line], style="emphasis" if first else "", separator=not first, spacing="Default" if first else "Small"
    )
