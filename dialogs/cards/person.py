"""Cards about a person of the directory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

from dialogs.cards.elements import (
    PORTRAIT,
    Element,
    action_set,
    card,
    column,
    columns,
    container,
    execute,
    facts,
    fine,
    heading,
    open_url,
    portrait,
    text,
    under,
    verbatim,
)
from dialogs.people.names import as_written
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Person

CHAT = "https://teams.microsoft.com/l/chat/0/0?users="
"""Source: Teams' documentation of deep links."""


@dataclass(frozen=True)
class Known:
    """What is known of somebody. `zone` is that of their working hours; `presence` names a phrase; `where` is words.

    `photos` are data addresses, by the ids of people.
    """

    person: Person
    manager: Person | None = None
    reports: tuple[Person, ...] = ()
    zone: ZoneInfo | None = None
    presence: str = ""
    where: str = ""
    photos: Mapping[str, str] = field(default_factory=dict)


def card_of(known: Known, facet: str, now: datetime, reader: Reader, *, besides: Sequence[str] = ()) -> Json:
    """The answers to what was asked, a line each, and below them all that is known. `facet` "": who it is."""
    person = known.person
    answer, *more = [line for facet in (facet, *besides) if (line := answer_of(known, facet, reader))] or [""]
    about = " · ".join(part for part in (person.title, person.department) if part)
    title = answer or person.name
    head: list[Element] = [heading(verbatim(title)), *(heading(verbatim(line)) for line in more)]
    quiet = " · ".join(part for part in (person.name if answer else "", about) if part)
    if quiet:
        head.append(under(verbatim(quiet)))
    face = faced(person, known.photos)
    body: list[Element] = [columns(*face, column(head, middle=True))] if face else head
    body.append(facts(_facts(known, now, reader, facet)))
    actions = [open_url(reader.say("person-chat"), CHAT + quote(person.email))] if person.email else []
    return card(
        body, speak=f"{person.name}. {'. '.join((answer, *more)) or about}", language=reader.language, actions=actions
    )


def answer_of(known: Known, facet: str, reader: Reader) -> str:
    """One line that answers it; empty where the whole card does."""
    person = known.person
    match facet:
        case "phone":
            return person.phone or reader.say("person-no-phone", name=person.name)
        case "email":
            return person.email or reader.say("person-no-email", name=person.name)
        case "office":
            return person.office or reader.say("person-no-office", name=person.name)
        case "title":
            about = " · ".join(part for part in (person.title, person.department) if part)
            return about or reader.say("person-no-title", name=person.name)
        case "manager":
            if known.manager is None:
                return reader.say("person-no-manager", name=person.name)
            return reader.say("person-manager-of", name=person.name, manager=known.manager.name)
        case "reports":
            names = [each.name for each in known.reports]
            if not names:
                return reader.say("person-no-reports", name=person.name)
            return reader.say("person-reports", name=person.name, names=reader.names(names))
        case "working":
            return known.where
    return ""


def which(
    said: str,
    candidates: Sequence[Person],
    data: Json,
    photos: Mapping[str, str],
    reader: Reader,
    *,
    nearly: bool = False,
) -> Json:
    """Several people have that name, or `nearly` so; every button carries `data`."""
    written = said if nearly else as_written(said, candidates)
    title = reader.say("person-nearly" if nearly else "which-title", said=verbatim(written))
    body: list[Element] = [heading(title)]
    for person in candidates:
        about = " · ".join(part for part in (person.title, person.department, person.office) if part) or person.email
        held = {**data, "person": person.id or person.email}
        button = execute(reader.say("choose"), "person", held, tooltip=person.name)
        who = column([text(verbatim(person.name), bold=True), fine(verbatim(about))])
        row = columns(*faced(person, photos), who, column([action_set(button)], width="auto", middle=True))
        body.append(container([row], separator=True, spacing="Small"))
    return card(body, speak=title, language=reader.language)


def faced(person: Person, photos: Mapping[str, str]) -> tuple[Element, ...]:
    """The column before a name: a photo, or its place where only others have one."""
    if not photos:
        return ()
    address = photos.get(person.id)
    items = [portrait(address, person.name)] if address else []
    return (column(items, width=f"{PORTRAIT}px", middle=True),)


def _facts(known: Known, now: datetime, reader: Reader, facet: str) -> list[tuple[str, str]]:
    person = known.person
    there = ""
    if known.zone:
        there = f"{reader.day(now.astimezone(known.zone).date())}, {reader.clock(now, known.zone)}"
        there = f"{there} ({reader.city(known.zone)})"
    presence = reader.say(known.presence) if known.presence else ""
    # Where somebody works is asked about a day, not to write to them or to hear of their manager.
    ways = [
        (reader.say("person-phone"), verbatim(person.phone)),
        (reader.say("person-email"), verbatim(person.email)),
        (reader.say("person-manager"), verbatim(known.manager.name) if known.manager else ""),
    ]
    return [
        (reader.say("person-office"), verbatim(person.office)),
        *(ways if facet != "working" else ()),
        (reader.say("person-time"), there),
        (reader.say("person-presence"), presence),
    ]
