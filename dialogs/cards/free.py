"""Cards that tell whether, and when, people are free."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dialogs.cards.elements import Element, card, execute, facts, heading, text, under, verbatim
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Window

SHOWN = 10
"""Days on one card."""


def at(moment: str, who: str, reader: Reader, *, card_id: str, owner_id: str, bookable: bool) -> Json:
    """How a stated time suits everyone; `who` says it in words."""
    name = "free-book" if bookable else "find-a-time"
    actions = [execute(reader.say(name), "find_time", {"card": card_id, "for": owner_id})]
    return card([heading(moment), text(who)], speak=f"{moment}: {who}", language=reader.language, actions=actions)


@dataclass(frozen=True)
class Told:
    """How a time suits everyone, in words."""

    window: Window
    who: str
    bookable: bool


def at_each(times: Sequence[Told], reader: Reader, *, card_id: str, owner_id: str) -> Json:
    """How each of several stated times suits everyone; those that do can be booked."""
    moments = [reader.moment(each.window) for each in times]
    who = [each.who for each in times]
    body = [
        heading(reader.say("free-each")),
        under(reader.say("times-in", city=reader.city())),
        *(block for told in zip(moments, who, strict=True) for block in (text(told[0], bold=True), under(told[1]))),
    ]
    data: Element = {"card": card_id, "for": owner_id}
    actions = [
        execute(_book_at(each.window, reader), "find_time", data | {"at": each.window.start.isoformat()})
        for each in times
        if each.bookable
    ]
    speak = ". ".join(map(": ".join, zip(moments, who, strict=True)))
    find = execute(reader.say("find-a-time"), "find_time", data)
    return card(body, speak=speak, language=reader.language, actions=actions or [find])


def _book_at(window: Window, reader: Reader) -> str:
    return reader.say("free-book-at", day=reader.short_day(window.start), time=reader.clock(window.start))


def within(
    days: Sequence[tuple[datetime, Sequence[Window]]],
    others: Sequence[str],
    hidden: Sequence[str],
    reader: Reader,
    *,
    card_id: str,
    owner_id: str,
    until: datetime | None = None,
) -> Json:
    """The free stretches of some days. `hidden`: whose calendars could not be seen.

    `until`: the last day that was looked at, where more were asked for.
    """
    everyone = verbatim(reader.names([reader.owner or reader.say("you"), *others]))
    title = reader.say("free-together", names=everyone) if others else reader.say("free-alone")
    body: list[Element] = [heading(title), under(reader.say("times-in", city=reader.city()))]
    if days:
        shown = days[:SHOWN]
        body.append(facts((reader.day(day), " · ".join(reader.hours(gap) for gap in gaps)) for day, gaps in shown))
    else:
        body.append(text(reader.say("free-never")))
    if until:
        body.append(text(reader.say("free-stops", day=reader.day(until)), subtle=True))
    if hidden:
        body.append(text("? " + reader.say("standing-hidden", names=verbatim(reader.names(hidden))), subtle=True))
    actions = [execute(reader.say("find-a-time"), "find_time", {"card": card_id, "for": owner_id})]
    return card(body, speak=title, language=reader.language, actions=actions)
