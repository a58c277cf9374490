"""Cards that ask before an event is cancelled, and tell that it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

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
    note_input,
    text,
    under,
    verbatim,
)
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Event, Response


class Extent(StrEnum):
    """How much of a series is meant."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


TITLE = {Extent.THIS: "cancel-one", Extent.FOLLOWING: "cancel-following", Extent.ALL: "cancel-series"}
HEADING = {Extent.THIS: "cancel-title", Extent.FOLLOWING: "cancel-title-following", Extent.ALL: "cancel-title-series"}
REACHED = {Extent.FOLLOWING: "reach-following", Extent.ALL: "reach-series"}


@dataclass(frozen=True)
class Asks:
    """What a card about one event is made of: who comes with it, the card's id, whom it is for.

    `series` is the id of the series that the event is one of; `note` what was said for the others; `told` what is left.
    """

    event: Event
    others: Sequence[str]
    card_id: str
    owner_id: str
    series: str = ""
    note: str = ""
    told: str = ""


def question(asks: Asks, offered: Sequence[Extent], reader: Reader) -> Json:
    """The event that would be cancelled, and how much of its series may be meant."""
    event, is_series = asks.event, bool(asks.series)
    name = HEADING[offered[0]] if len(offered) == 1 and is_series else "cancel-title"
    title = reader.say(name, subject=f"“{subject_of(event, reader)}”", day=reader.day(event.start))
    body: list[Element] = [heading(verbatim(title)), _facts(event, asks.others, reader)]
    if asks.told:
        body.append(fine(verbatim(asks.told)))
    if asks.others:
        body.append(_note_input(asks.note, reader.say("cancel-note"), reader.say("cancel-note-placeholder")))
    identity = {"event": event.id, "card": asks.card_id, "for": asks.owner_id}
    actions = [
        execute(
            reader.say(TITLE[each] if is_series else "cancel-meeting"),
            "cancel",
            {**identity, "scope": each.value},
            style="destructive" if each is offered[0] else "",
        )
        for each in offered
    ]
    actions.append(execute(reader.say("cancel-keep"), "cancel_keep", identity))
    speak = f"{title} {_moment(event, reader)}"
    return card(body, speak=speak, language=reader.language, actions=actions)


def not_organizer(asks: Asks, reader: Reader) -> Json:
    """Somebody else's event: it can be declined, or another time proposed."""
    event = asks.event
    name = event.organizer.name or event.organizer.email
    words = reader.say("cancel-not-organizer", name=name)
    body = [
        heading(verbatim(subject_of(event, reader))),
        under(_moment(event, reader)),
        text(verbatim(words)),
        _note_input(asks.note, reader.say("note-label"), reader.say("note-placeholder")),
    ]
    data = {"event": event.id, "answer": Response.DECLINED.value, "card": asks.card_id, "for": asks.owner_id}
    actions = [execute(reader.say("decline"), "respond", data, style="destructive")]
    if asks.series:
        actions.append(execute(reader.say("decline-series"), "respond", {**data, "event": asks.series}))
    if event.allow_new_time_proposals:
        actions.append(execute(reader.say("propose-time"), "propose", {**data, "answer": ""}))
    actions.append(execute(reader.say("cancel-keep"), "cancel_keep", {"card": asks.card_id, "for": asks.owner_id}))
    return card(body, speak=words, language=reader.language, actions=actions)


def _note_input(note: str, label: str, placeholder: str) -> Element:
    return {**note_input("note", label, placeholder), **({"value": note} if note else {})}


def which(candidates: Sequence[Event], more: int, owner_id: str, reader: Reader) -> Json:
    """Several events fit; `more` that are not shown do too."""
    title = reader.say("which-event-title")
    body: list[Element] = [heading(title), under(reader.say("cancel-which-under"))]
    for event in candidates:
        told = [text(verbatim(subject_of(event, reader)), bold=True), fine(_moment(event, reader))]
        button = execute(
            reader.say("choose"), "cancel_show", {"event": event.id, "for": owner_id}, tooltip=subject_of(event, reader)
        )
        row = columns(column(told), column([action_set(button)], width="auto", middle=True))
        body.append(container([row], separator=True, spacing="Small"))
    if more:
        body.append(text(reader.say("cancel-which-more", count=more), subtle=True))
    return card(body, speak=title, language=reader.language)


def cancelled(asks: Asks, reach: Extent, reader: Reader) -> Json:
    """It is done. It can be booked again where `asks` has the card's id."""
    event, others = asks.event, asks.others
    told = reader.say("cancel-told", names=reader.names(others)) if others else reader.say("cancel-alone")
    extent = f" · {reader.say(REACHED[reach])}" if reach in REACHED else ""
    body = [
        columns(
            column([badge("✕", reader.say("cancelled"), "Attention")], width="auto", middle=True),
            column([text(verbatim(told), subtle=True)], middle=True),
        ),
        heading(verbatim(subject_of(event, reader))),
        under(f"{_moment(event, reader)}{extent}"),
    ]
    actions = []
    if asks.card_id:
        body.append(fine(reader.say("again-note", count=len(others))))
        actions = [execute(reader.say("again-book"), "book_again", {"card": asks.card_id, "for": asks.owner_id})]
    speak = f"{reader.say('cancelled')}: {subject_of(event, reader)}. {told}"
    return card(body, speak=speak, language=reader.language, actions=actions)


def subject_of(event: Event, reader: Reader) -> str:
    """Its subject, or words for having none."""
    return event.subject or reader.say("no-subject")


def _facts(event: Event, others: Sequence[str], reader: Reader) -> Element:
    return facts(
        [
            (reader.say("when"), f"{_moment(event, reader)} ({reader.city()})"),
            (reader.say("where"), verbatim(event.location)),
            (reader.say("who"), verbatim(reader.names(others)) if others else ""),
        ]
    )


def _moment(event: Event, reader: Reader) -> str:
    day = reader.day(event.start, year=True)
    return f"{day}, {reader.say('agenda-all-day') if event.is_all_day else reader.hours(event.window)}"
