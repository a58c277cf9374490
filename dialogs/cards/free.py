"""Cards that tell whether, and when, people are free."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dialogs.cards.booking import Face, suits
from dialogs.cards.elements import Element, card, execute, facts, heading, text, under, verbatim
from dialogs.decisions.openings import Opening, Standing
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Window

Day = tuple[datetime, Sequence[Window]]
"""A day and stretches of it."""
SHOWN = 10
"""Days on one card."""
_ANSWERS = {
    Standing.FREE: "free-free",
    Standing.ELSEWHERE: "free-elsewhere",
    Standing.TENTATIVE: "free-tentative",
    Standing.OUTSIDE: "free-outside",
    Standing.HIDDEN: "free-hidden",
    Standing.BUSY: "free-busy",
    Standing.OUT: "free-out",
}
"""What is said of people who were asked about, all of whom a time suits alike."""


def answer(opening: Opening, faces: Sequence[Face], reader: Reader) -> str:
    """Whether those who were asked about are free, by yes or no where that can be said."""
    standings = [standing for _, standing in opening.standings]
    names = reader.names([verbatim(face.name) for face in faces])
    if len(set(standings)) > 1:
        told = suits(opening, faces, reader)
        return reader.say("free-not-all", told=told) if opening.worst >= Standing.BUSY else told
    return reader.say(_ANSWERS[standings[0]], names=names, count=len(faces))


def at(moment: str, told: Sequence[str], reader: Reader, *, card_id: str, owner_id: str, bookable: bool) -> Json:
    """How a stated time suits everyone, said in words: the answer first."""
    name = "free-book" if bookable else "find-a-time"
    actions = [execute(reader.say(name), "find_time", {"card": card_id, "for": owner_id})]
    body = [heading(moment), *(text(line, subtle=place > 0) for place, line in enumerate(told))]
    return card(body, speak=f"{moment}: {told[0]}", language=reader.language, actions=actions)


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


def _stretches(days: Sequence[Day], reader: Reader) -> Element:
    if not days:
        return text(reader.say("free-never"))
    return facts((reader.day(day), " · ".join(reader.hours(gap) for gap in gaps)) for day, gaps in days[:SHOWN])


def within(
    days: Sequence[Day],
    others: Sequence[str],
    hidden: Sequence[str],
    reader: Reader,
    *,
    card_id: str,
    owner_id: str,
    until: datetime | None = None,
    of_them: bool = False,
    with_asker: Sequence[Day] | None = None,
    whole: bool | None = None,
) -> Json:
    """The free stretches of some days. `hidden`: whose calendars could not be seen.

    `until`: the last day that was looked at, where more were asked for. `of_them`: the stretches are those of the
    others alone; `with_asker` are those in which the asker is free too, where these are fewer. `whole`: whether it was
    asked of a time that is free from end to end, or not at all; None for a part of it, and where it was asked when.
    """
    everyone = others if of_them else [reader.owner or reader.say("you"), *others]
    name = "free-whole" if whole else "free-together"
    title = reader.say("free-whole-alone" if whole else "free-alone")
    if others:
        title = reader.say(name, names=verbatim(reader.names(everyone)), count=len(everyone))
    if whole is False:
        title = reader.say("free-not-then")
    body: list[Element] = [heading(title), under(reader.say("times-in", city=reader.city())), _stretches(days, reader)]
    if with_asker is not None:
        body += [text(reader.say("free-with-you"), bold=True), _stretches(with_asker, reader)]
    if until:
        body.append(text(reader.say("free-stops", day=reader.day(until)), subtle=True))
    if hidden:
        body.append(text("? " + reader.say("standing-hidden", names=verbatim(reader.names(hidden))), subtle=True))
    actions = [execute(reader.say("find-a-time"), "find_time", {"card": card_id, "for": owner_id})]
    return card(body, speak=title, language=reader.language, actions=actions)
