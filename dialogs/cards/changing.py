"""Cards that ask before an event is changed, and tell that it was: what is, and what it is to be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from dialogs.cards import booking
from dialogs.cards.booking import Face, local_times, suits
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
    facts,
    fine,
    heading,
    open_url,
    text,
    under,
    verbatim,
)
from dialogs.cards.rooms import answer_told, placed
from dialogs.decisions.openings import Opening
from dialogs.frame import Change, Wish
from dialogs.turn import Json, Tap
from dialogs.words.reader import Reader
from graph.model import Event, Window
from graph.places import Room

SHOWN = 6
SCOPES = {"this": "change-one", "following": "change-following", "all": "change-series"}
TOLD_SCOPES = {"this": "change-only-this", "following": "change-this-on", "all": "change-all"}
HOW_HELD = ("online", "in_person")
MARKS = booking.MARKS | {"online": "mark-online", "in_person": "mark-in-person"}
REACHES = {"following": "reach-following", "all": "reach-series"}


@dataclass(frozen=True)
class Preview:
    """What would be changed. The asker is the first face. `scopes`: what of a series may be meant, if it is one.

    `openings` are the times to pick; none: it stays when it is. `asked`: the last of them was asked for and troubles.
    """

    change_id: str
    owner_id: str
    event: Event
    wish: Wish
    faces: tuple[Face, ...]
    openings: tuple[Opening, ...] = ()
    asked: bool = False
    scopes: tuple[str, ...] = ()
    stays: Opening | None = None
    """How the present time suits those who are added, where it is not moved."""
    note: str = ""
    rooms: tuple[Room, ...] = ()
    """Free ones, where its own is taken at the time that was asked for."""


def preview(shown: Preview, reader: Reader) -> Json:
    """What is and what it would be, with a button for each way to do it."""
    event = shown.event
    title = reader.say("change-title", subject=f"“{subject_of(event, reader)}”")
    several = len(shown.openings) > 1
    one = None if several or not shown.openings else shown.openings[0]
    # Who moves it to its own day changes something else.
    new = None if one is None or _is_same(one.window, event.window) else one.window
    body: list[Element] = [heading(verbatim(title))]
    note = f"{shown.note} {_rooms_told(shown, reader)}".strip()
    if note:
        body.append(container([text(note)], style="warning"))
    body.append(_facts(shown, new, reader))
    if around := one or shown.stays:
        body += [fine(words) for words in _around(shown, around, reader) if words]
    if len(shown.scopes) == 1 and (several or shown.scopes != ("this",)):
        body.append(fine(reader.say(TOLD_SCOPES[shown.scopes[0]])))
    buttons = [_button(tap, shown, reader, first=number == 0) for number, tap in enumerate(_taps(shown))]
    if several:
        body += [_row(shown, number, buttons[number], reader) for number in range(len(shown.openings))]
        actions = [_plain(shown, reader.say("other-times"), "change_other")]
    else:
        actions = [*buttons, *([_plain(shown, reader.say("other-times"), "change_other")] if new else [])]
    identity = {"card": shown.change_id, "for": shown.owner_id}
    for room in shown.rooms:
        title = reader.say("change-with-room", room=room.name)
        actions.append(execute(title, "change_room", {**identity, "room": room.email}, tooltip=placed(room, reader)))
    actions.append(_plain(shown, reader.say("change-keep"), "change_keep"))
    speak = f"{title} {reader.moment(new)}" if new else title
    return card(body, speak=speak, language=reader.language, actions=actions)


def _is_same(one: Window, other: Window) -> bool:
    return one.start == other.start and one.end == other.end


def _rooms_told(shown: Preview, reader: Reader) -> str:
    names = reader.names([room.name for room in shown.rooms])
    return reader.say("change-rooms-free", count=len(shown.rooms), rooms=names) if shown.rooms else ""


def buttons(shown: Preview) -> tuple[Tap, ...]:
    """What the buttons that change something press: of each time, or of each way to do it."""
    return tuple(_taps(shown))


def told(tap: Tap, shown: Preview, reader: Reader) -> str:
    """The words by which a button may be meant: its time, or how much of the series."""
    if len(shown.openings) > 1:
        return reader.moment(shown.openings[int(tap.data.get("n", 0))].window)
    return reader.say(SCOPES[str(tap.data["scope"])]) if "scope" in tap.data else reader.say("change-do")


def which(candidates: Sequence[Event], change_id: str, owner_id: str, reader: Reader) -> Json:
    """Several events fit."""
    title = reader.say("which-event-title")
    body: list[Element] = [heading(title), under(reader.say("change-which-under"))]
    for event in candidates[:SHOWN]:
        label = [text(verbatim(subject_of(event, reader)), bold=True), fine(reader.moment(event.window))]
        data = {"card": change_id, "event": event.id, "for": owner_id}
        button = execute(reader.say("choose"), "change_show", data, tooltip=subject_of(event, reader))
        row = columns(column(label), column([action_set(button)], width="auto", middle=True))
        body.append(container([row], separator=True, spacing="Small"))
    return card(body, speak=title, language=reader.language)


def changed(event: Event, change: Change, scope: str, owner_id: str, reader: Reader) -> Json:
    """It is done; `scope` says to how much of a series."""
    guests = [each.name for each in event.attendees if each.kind != "resource" and each.email != event.organizer.email]
    names = [*guests, *(person.name for person in change.wish.dropped)]
    warning = _answer_told(event, change.wish, reader)
    told = names and not _is_own(change.wish)
    words = reader.say("change-told", names=reader.names(names)) if told else reader.say("change-own")
    day = reader.day(event.start, year=True)
    span = reader.say("agenda-all-day") if event.is_all_day else f"{reader.hours(event.window)} ({reader.city()})"
    reach = f" · {reader.say(REACHES[scope])}" if scope in REACHES else ""
    body = [
        columns(
            column([badge("✓", reader.say("changed"), "Good")], width="auto", middle=True),
            column([text(verbatim(words), subtle=True)], middle=True),
        ),
        *([container([text(verbatim(warning))], style="warning")] if warning else []),
        heading(verbatim(subject_of(event, reader))),
        facts(
            [
                (reader.say("when"), f"{day}, {span}{reach}"),
                (reader.say("where"), verbatim(_place(event, reader))),
                (reader.say("who"), verbatim(reader.names(guests))),
                (reader.say("change-marked"), marked(change.wish, reader)),
            ]
        ),
    ]
    identity = {"card": change.id, "for": owner_id}
    actions = [execute(reader.say("undo"), "undo_change", identity)] if change.back or not change.made else []
    if event.web_link:
        actions.append(open_url(reader.say("open-outlook"), event.web_link))
    speak = f"{reader.say('changed')}: {subject_of(event, reader)}, {reader.moment(event.window)}. {words}"
    return card(body, speak=speak, language=reader.language, actions=actions)


def _is_own(wish: Wish) -> bool:
    """Whether nothing is changed but how the event shows in the owner's calendar, of which nobody is told."""
    retimed = wish.moves or wish.longer or wish.time.duration
    housed = wish.location or wish.room or wish.is_roomless or {*wish.marks} & {*HOW_HELD}
    return bool(wish.marks) and not (retimed or housed or wish.subject or wish.text or wish.added or wish.dropped)


def undone(event: Event, mine: str, reader: Reader) -> Json:
    """It is again as it was."""
    others = any(each.email.lower() != mine.lower() for each in event.attendees)
    said = reader.say("change-undone", subject=f"“{subject_of(event, reader)}”", told="yes" if others else "no")
    body = [
        columns(
            column([badge("↩", reader.say("undone"))], width="auto", middle=True),
            column([text(verbatim(said))], middle=True),
        ),
        under(f"{reader.day(event.start, year=True)}, {reader.hours(event.window)} ({reader.city()})"),
    ]
    return card(body, speak=said, language=reader.language)


def _facts(shown: Preview, new: Window | None, reader: Reader) -> Element:
    event, wish = shown.event, shown.wish
    several = len(shown.openings) > 1
    pairs = [(reader.say("change-now" if new or several else "when"), _moment(event.window, reader))]
    if new:
        pairs.append((reader.say("change-new"), f"**{_moment(new, reader)}** ({reader.city()})"))
        if new.length != event.window.length:
            pairs.append((reader.say("change-length"), _arrow(event.window.length, new.length, reader)))
    if wish.subject:
        pairs.append((reader.say("change-called"), verbatim(f"{subject_of(event, reader)} → {wish.subject}")))
    if wish.location:
        before = _place(event, reader)
        pairs.append((reader.say("where"), verbatim(f"{before} → {wish.location}" if before else wish.location)))
    rooms = [each.name for each in event.attendees if each.kind == "resource"]
    if wish.room:
        pairs.append((reader.say("change-room"), verbatim(_swap(rooms, placed(wish.room, reader), reader))))
    if wish.is_roomless:
        pairs.append((reader.say("change-room"), verbatim(_swap(rooms, reader.say("change-no-room"), reader))))
    if wish.text:
        pairs.append((reader.say("change-text"), verbatim(wish.text)))
    if wish.marks:
        pairs.append((reader.say("change-marked"), marked(wish, reader)))
    return facts([*pairs, *_people(shown, reader)])


def _answer_told(event: Event, wish: Wish, reader: Reader) -> str:
    """A word on a new room that has not accepted."""
    room = wish.room
    answers = (each.response for each in event.attendees if room and each.email.lower() == room.email.lower())
    answer = next(answers, None)
    return answer_told(room, answer, reader) if room and answer else ""


def _swap(before: Sequence[str], after: str, reader: Reader) -> str:
    return f"{reader.names(before)} → {after}" if before else after


def _people(shown: Preview, reader: Reader) -> list[tuple[str, str]]:
    """Who comes, who is new, whose role is another and who is out, each with their title."""
    coming = {each.email.lower(): each.kind == "optional" for each in shown.event.attendees}
    added = {guest.person.email.lower() for guest in shown.wish.added}
    rooms = {each.email.lower() for each in shown.event.attendees if each.kind == "resource"}
    rooms |= {shown.wish.room.email.lower()} if shown.wish.room else set()
    staying: list[str] = []
    joining: list[str] = []
    by_role: dict[bool, list[str]] = {True: [], False: []}
    for face in shown.faces[1:]:
        if (email := face.email.lower()) in rooms:
            continue
        if coming.get(email, face.optional) is not face.optional:
            by_role[face.optional].append(face.full_name)
            continue
        name = reader.say("optional", name=face.full_name) if face.optional else face.full_name
        (joining if email in added and email not in coming else staying).append(name)
    dropped = [person.name for person in shown.wish.dropped]
    told = (
        ("who", staying),
        ("change-added", joining),
        ("change-optional", by_role[True]),
        ("change-required", by_role[False]),
        ("change-dropped", dropped),
    )
    return [(reader.say(title), verbatim(reader.names(names))) for title, names in told if names]


def _around(shown: Preview, opening: Opening, reader: Reader) -> tuple[str, ...]:
    return suits(opening, shown.faces, reader), local_times(opening.window, shown.faces, reader)


def _taps(shown: Preview) -> list[Tap]:
    if len(shown.openings) > 1:
        scope = {"scope": shown.scopes[0]} if shown.scopes else {}
        taps = [{"card": shown.change_id, "n": number, **scope} for number in range(len(shown.openings))]
        return [Tap("change", data | ({"anyway": True} if _troubles(shown, data) else {})) for data in taps]
    scopes = [{"scope": scope} for scope in shown.scopes] or [{}]
    return [Tap("change", {"card": shown.change_id, **scope}) for scope in scopes]


def _button(tap: Tap, shown: Preview, reader: Reader, *, first: bool) -> Element:
    scoped = len(shown.scopes) > 1 and len(shown.openings) < 2
    number = int(tap.data.get("n", 0))
    troubles = _troubles(shown, tap.data)
    plain = "change-move" if len(shown.openings) > 1 else "change-do"
    name = SCOPES[str(tap.data["scope"])] if scoped else "change-anyway" if troubles else plain
    tooltip = reader.moment(shown.openings[number].window) if shown.openings else ""
    style = "positive" if first and not troubles else ""
    return execute(reader.say(name), tap.verb, {**tap.data, "for": shown.owner_id}, style=style, tooltip=tooltip)


def _troubles(shown: Preview, data: Json) -> bool:
    return shown.asked and data.get("n", 0) == len(shown.openings) - 1


def _plain(shown: Preview, title: str, verb: str) -> Element:
    return execute(title, verb, {"card": shown.change_id, "for": shown.owner_id})


def _row(shown: Preview, number: int, button: Element, reader: Reader) -> Element:
    opening = shown.openings[number]
    when = [
        text(reader.day(opening.window.start), size="Small", subtle=True),
        text(reader.hours(opening.window), bold=True, spacing="None"),
        *(fine(words) for words in _around(shown, opening, reader) if words),
    ]
    row = columns(column(when), column([action_set(button)], width="auto", middle=True))
    return container([row], style="" if number else "emphasis", separator=bool(number), spacing="Small")


def _moment(window: Window, reader: Reader) -> str:
    return f"{reader.day(window.start, year=True)}, {reader.hours(window)}"


def _arrow(before: timedelta, after: timedelta, reader: Reader) -> str:
    return f"{reader.duration(before)} → {reader.duration(after)}"


def _place(event: Event, reader: Reader) -> str:
    return event.location or (reader.say("teams-meeting") if event.is_online else "")


def marked(wish: Wish, reader: Reader) -> str:
    """What it is to show, in words; empty where that stays."""
    return " · ".join(reader.say(MARKS[mark]) for mark in wish.marks if mark in MARKS)
