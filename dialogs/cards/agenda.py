"""The agenda of a day or of several."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from dialogs.cards.elements import (
    Element,
    badge,
    card,
    column,
    columns,
    container,
    execute,
    fine,
    heading,
    open_url,
    text,
    under,
    verbatim,
)
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Event, Response, ShowAs, Window

NAMED = 2
"""How many other people are named; more are counted."""
SHOWN = 30
"""Events on one card: more would come near Teams' limit of size."""


@dataclass(frozen=True)
class Entry:
    """One event, its mark ("", now, next, clash, not-answered, tentative, cancelled), and who else comes."""

    event: Event
    mark: str = ""
    others: tuple[str, ...] = ()


_MOMENT = timedelta(minutes=1)
"""What was asked for so short a time was asked of a time of day."""


@dataclass(frozen=True)
class Day:
    """A day of an agenda, or the `part` of it that was asked for.

    `free` is what is left of its working hours; None: not a working day, or one that is over.
    """

    day: date
    entries: tuple[Entry, ...]
    free: tuple[Window, ...] | None = None
    part: Window | None = None


MARKS = {
    "now": ("●", "agenda-now", "Accent"),
    "next": ("→", "agenda-next", "Informative"),
    "clash": ("⚠", "clash", "Warning"),
    "not-answered": ("○", "agenda-not-answered", "Warning"),
    "tentative": ("○", "agenda-tentative", "Informative"),
    "cancelled": ("✕", "agenda-cancelled", "Attention"),
}


def agenda(
    days: Sequence[Day],
    owner_id: str,
    reader: Reader,
    *,
    company: Sequence[str] = (),
    about: str = "",
    today: date | None = None,
    rest: tuple[date, date] | None = None,
    brief: Sequence[str] = (),
) -> Json:
    """One day with its gaps and a way to its neighbours, or several days one under the other.

    `company`, `about`: only events with these people, of that subject, are among them, and the card says so. Days of
    another year than `today` have theirs. `rest`: the days, end excluded, that were asked for and are not on this card.
    `brief`: what is to be said of the day as a whole.
    """
    entries = [entry for day in days for entry in day.entries]
    count = reader.say("agenda-count", count=len(entries))
    title = _title(days, reader, today)
    if about:
        title = f"{title}, “{verbatim(about)}”"
    if company:
        title = reader.say("agenda-with", title=title, names=verbatim(reader.names(company)))
    total = timedelta()
    for entry in entries:
        if not entry.event.is_all_day and entry.event.show_as is not ShowAs.FREE:
            total += entry.event.window.length
    city = reader.city()
    summary = (
        reader.say("agenda-under", count=count, total=reader.duration(total), city=city)
        if total
        else reader.say("agenda-under-free", count=count, city=city)
    )
    body: list[Element] = [heading(title[:1].upper() + title[1:]), under(summary)]
    body += [text(line) for line in brief]
    left = SHOWN
    for day in days:
        if len(days) > 1 and day.entries and left > 0:
            body.append(text(_name(day, reader, today), bold=True, spacing="Medium"))
        body += [_entry(entry, reader) for entry in day.entries[: max(left, 0)]]
        left -= len(day.entries)
    if left < 0:
        body.append(text(reader.say("agenda-more", count=-left), subtle=True))
    if len(days) == 1:
        body += _free(days[0], reader)
    if rest:
        body.append(text(reader.say("agenda-stops", day=_day(days[-1].day, reader, today)), subtle=True))
    return card(
        body,
        speak=_speak(title, count, entries, reader),
        language=reader.language,
        actions=_going_on(rest, company, about, owner_id, reader) if rest else _neighbours(days, owner_id, reader),
    )


def _title(days: Sequence[Day], reader: Reader, today: date | None) -> str:
    if len(days) == 1:
        return _name(days[0], reader, today)
    together = all(later.day - earlier.day == timedelta(days=1) for earlier, later in pairwise(days))
    if together:
        first, last = _day(days[0].day, reader, today), _day(days[-1].day, reader, today)
        return ", ".join([reader.say("agenda-range", first=first, last=last), *_moments(days, reader)])
    return reader.names([_day(day.day, reader, today) for day in days])


def _moments(days: Sequence[Day], reader: Reader) -> Sequence[str]:
    """The time of day that was asked for on all of them: "at 11 next week"; nothing where more was."""
    parts = [day.part for day in days]
    clocks = {reader.clock(part.start) if part and part.length <= _MOMENT else "" for part in parts}
    return [*clocks] if len(clocks) == 1 and "" not in clocks else []


def _day(day: date, reader: Reader, today: date | None) -> str:
    return reader.day(day, year=today is not None and day.year != today.year)


def _name(day: Day, reader: Reader, today: date | None) -> str:
    is_far = today is not None and day.day.year != today.year
    name = f"{reader.long_day(day.day)} {day.day.year}" if is_far else reader.long_day(day.day)
    if day.part is None:
        return name
    start = reader.clock(day.part.start)
    if day.part.length <= _MOMENT:
        return f"{name}, {start}"
    if day.part.end.astimezone(day.part.start.tzinfo).date() > day.part.start.date():
        return f"{name}, {reader.say('agenda-from', time=start)}"
    return f"{name}, {reader.hours(day.part)}"


def upcoming(entry: Entry, reader: Reader) -> Json:
    """The event that is on, or the next one."""
    event, mark = entry.event, entry.mark
    where = event.location or (reader.say("teams-meeting") if event.is_online else "")
    glyph, word, style = MARKS[mark]
    lines = [
        columns(
            column([badge(glyph, reader.say(word), style)], width="auto", middle=True),
            column([text(reader.moment(event.window), subtle=True)], middle=True),
        ),
        heading(_subject(event, reader)),
        under(verbatim(" · ".join(part for part in (where, _people(entry.others, reader)) if part))),
    ]
    actions = [open_url(reader.say("join"), event.join_url)] if event.join_url else []
    if event.web_link:
        actions.append(open_url(reader.say("open-outlook"), event.web_link))
    speak = f"{event.subject or reader.say('no-subject')}, {reader.moment(event.window)}"
    return card(lines, speak=speak, language=reader.language, actions=actions)


def _entry(entry: Entry, reader: Reader) -> Element:
    event = entry.event
    if event.is_all_day:
        start, length = reader.say("agenda-all-day"), ""
    else:
        start, length = reader.clock(event.start), reader.duration(event.window.length)
    where = event.location or (reader.say("teams-meeting") if event.is_online else "")
    about = " · ".join(part for part in (where, _people(entry.others, reader)) if part)
    when = [text(start, bold=True)] + ([fine(length)] if length else [])
    what = [text(_subject(event, reader), bold=entry.mark == "now")] + ([fine(verbatim(about))] if about else [])
    if entry.mark:
        glyph, word, style = MARKS[entry.mark]
        what.append(columns(column([badge(glyph, reader.say(word), style)], width="auto"), spacing="Small"))
    return container(
        [columns(column(when, width="76px"), column(what))],
        style="emphasis" if entry.mark == "now" else "",
        separator=True,
        spacing="Small",
    )


def _people(others: tuple[str, ...], reader: Reader) -> str:
    if len(others) > NAMED:
        return reader.say("people-count", count=len(others))
    return reader.say("with-people", names=reader.names(others)) if others else ""


def _subject(event: Event, reader: Reader) -> str:
    return verbatim(event.subject or reader.say("no-subject"))


def _free(day: Day, reader: Reader) -> list[Element]:
    if day.free is None or (day.part and not day.free):
        return []
    if not day.entries and day.part is None and len(day.free) <= 1:
        return [text(reader.say("agenda-free-all"), subtle=True)]
    if not day.free:
        return [text(reader.say("agenda-free-none"), subtle=True)]
    gaps = " · ".join(reader.hours(window) for window in day.free)
    return [text(reader.say("agenda-free", gaps=gaps), subtle=True)]


def _going_on(
    rest: tuple[date, date], company: Sequence[str], about: str, owner_id: str, reader: Reader
) -> list[Element]:
    """On to the days that are not on this card, with the same people and subject."""
    data = {"day": rest[0].isoformat(), "until": rest[1].isoformat(), "for": owner_id}
    data |= {"about": about} if about else {}
    data |= {"company": ", ".join(company)} if company else {}
    return [execute(reader.say("agenda-rest"), "agenda", data)]


def _neighbours(days: Sequence[Day], owner_id: str, reader: Reader) -> list[Element]:
    if len(days) > 1:
        return []
    day = days[0].day
    waiting = any(
        entry.event.response in (Response.NONE, Response.NOT_RESPONDED) and entry.event.is_unanswered
        for entry in days[0].entries
    )
    steps = [("agenda-previous", day - timedelta(days=1)), ("agenda-next-day", day + timedelta(days=1))]
    actions = [
        execute(reader.say(name), "agenda", {"day": neighbour.isoformat(), "for": owner_id})
        for name, neighbour in steps
    ]
    if waiting:
        say = reader.say("example-invitations")
        actions.append(execute(say, "say", {"text": say, "for": owner_id}))
    return actions


def _speak(title: str, count: str, entries: Sequence[Entry], reader: Reader) -> str:
    if not entries:
        return reader.say("agenda-speak", day=title, count=count)
    first = entries[0].event
    when = reader.say("agenda-all-day") if first.is_all_day else reader.clock(first.start)
    told = f"{first.subject or reader.say('no-subject')}, {when}"
    return reader.say("agenda-speak-first", day=title, count=count, first=told)
