"""Cards of a booking: the times to pick, what was booked, and what was undone."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

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
from dialogs.cards.rooms import placed
from dialogs.decisions.compromises import Compromise
from dialogs.decisions.openings import Opening, Standing
from dialogs.decisions.repeating import Fit
from dialogs.turn import Json
from dialogs.understand.understood import Extras
from dialogs.words.reader import Reader
from dialogs.words.repeats import repeats
from graph.model import Event, Window

GLYPH = {
    Standing.FREE: "✓",
    Standing.ELSEWHERE: "✓",
    Standing.TENTATIVE: "○",
    Standing.OUTSIDE: "○",
    Standing.HIDDEN: "?",
    Standing.BUSY: "✕",
    Standing.OUT: "✕",
}


STRAINS = {"lunch": "strains-lunch", "buffer": "strains-buffer"}
SHOWN_DAYS = 3
LONGEST_AGENDA = 140
"""Characters that are shown of it."""
MARKS = {
    "private": "mark-private",
    "public": "mark-public",
    "free": "mark-free",
    "busy": "mark-busy",
    "tentative": "mark-tentative",
    "away": "mark-away",
    "elsewhere": "mark-elsewhere",
    "important": "mark-important",
    "ordinary": "mark-ordinary",
}
"""What an event may be marked as, and the phrase that says so."""
NAMED = 2
"""How many who are free are named; more are told together."""


@dataclass(frozen=True)
class Face:
    """Somebody on a card: the shortest name that tells them apart, their zone where it is known, and their role."""

    email: str
    name: str
    full_name: str
    zone: ZoneInfo | None = None
    optional: bool = False
    circle: str = ""
    """By which name of several people they came in, if any."""
    is_reader: bool = False


@dataclass(frozen=True)
class Repeats:
    """How a series repeats, in words, and of each opening how it suits over the next occurrences."""

    rule: str
    fits: tuple[str, ...]


@dataclass(frozen=True)
class Times:
    """What the card of times shows. The asker is the first face; `note` says what happened before."""

    offer_id: str
    owner_id: str
    subject: str
    faces: tuple[Face, ...]
    openings: tuple[Opening, ...]
    exact: bool = False
    anyway: Window | None = None
    """A time that was asked for and does not suit everyone, to be booked all the same."""
    note: str = ""
    series: Repeats | None = None
    extras: Extras = field(default_factory=Extras)
    whole_days: bool = False
    ways: tuple[Compromise, ...] = ()
    """What would make another time possible."""
    place: str = ""
    """Where it is, if it is in no room."""


def times(shown: Times, reader: Reader) -> Json:
    """Times to pick, the best first: who can come, and each person's own clock where it differs."""
    best = shown.openings[0]
    length = reader.hours(best.window) if shown.whole_days else reader.duration(best.window.length)
    others = company(shown.faces[1:], reader)
    about = (
        reader.say("times-facts", duration=length, who=verbatim(reader.names(others)), city=reader.city())
        if others
        else reader.say("times-facts-alone", duration=length, city=reader.city())
    )
    body: list[Element] = [heading(_title(shown, reader)), under(about)]
    if shown.series:
        body.append(under(shown.series.rule))
    if shown.place:
        body.append(under(verbatim(reader.say("times-place", place=shown.place))))
    if marks := marked(shown.extras, reader):
        body.append(under(verbatim(marks)))
    if shown.extras.agenda:
        body.append(fine(verbatim(shortened(shown.extras.agenda))))
    if shown.note:
        body.append(container([text(shown.note)], style="warning"))
    for number, opening in enumerate(shown.openings):
        body.append(_row(shown, number, opening, reader))
    if shown.ways:
        buttons = [_way(way, shown, reader) for way in shown.ways]
        body.append(container([text(reader.say("compromises"), subtle=True), action_set(*buttons)], separator=True))
    speak = reader.say("times-speak", count=len(shown.openings), subject=shown.subject, best=reader.moment(best.window))
    return card(body, speak=speak, language=reader.language, actions=_choices(shown, reader))


def marked(extras: Extras, reader: Reader) -> str:
    """What it will be besides, in a line; empty where nothing was said."""
    marks = [reader.say(MARKS[mark]) for mark in (extras.privacy, extras.importance) if mark in MARKS]
    if extras.show_as in MARKS:
        marks.append(reader.say("shown-as", status=reader.say(MARKS[extras.show_as])))
    if extras.is_unreminded:
        marks.append(reader.say("no-reminder"))
    elif extras.reminder is not None:
        marks.append(reader.say("reminder-before", left=reader.duration(extras.reminder)))
    if extras.category:
        marks.append(reader.say("category", name=extras.category))
    line = " · ".join(marks)
    return line[:1].upper() + line[1:]


def shortened(words: str) -> str:
    """The first words of a text that may be long."""
    return words if len(words) <= LONGEST_AGENDA else f"{words[:LONGEST_AGENDA].rstrip()}…"


def company(faces: Sequence[Face], reader: Reader) -> list[str]:
    """Everybody who comes: those who were named, then each team with its count and its people."""
    circles: dict[str, list[str]] = defaultdict(list)
    for face in faces:
        name = reader.say("optional", name=face.full_name) if face.optional else face.full_name
        circles[face.circle].append(name)
    alone = circles.pop("", [])
    return alone + [
        reader.say("circle-count", label=label, count=len(names), names=reader.names(names))
        for label, names in circles.items()
    ]


def _title(shown: Times, reader: Reader) -> str:
    if shown.exact:
        return verbatim(shown.subject)
    if shown.openings[0].worst >= Standing.BUSY:
        return reader.say("times-none-free-title" if len(shown.faces) > 1 else "times-none-free-title-alone")
    return reader.say("times-title", subject=f"“{verbatim(shown.subject)}”")


def _choices(shown: Times, reader: Reader) -> list[Element]:
    identity = {"card": shown.offer_id, "for": shown.owner_id}
    return [
        execute(reader.say("other-times"), "other_times", identity),
        execute(reader.say("dont-book"), "dont_book", identity),
    ]


def pick_data(offer_id: str, number: int, opening: Opening, anyway: Window | None) -> Element:
    """What the button beside a time carries. `anyway`: the time that was asked for, though it does not suit."""
    data: Element = {"card": offer_id, "n": number}
    return data | {"anyway": True} if opening.worst >= Standing.BUSY or opening.window == anyway else data


def _row(shown: Times, number: int, opening: Opening, reader: Reader) -> Element:
    window, first = opening.window, number == 0
    data = pick_data(shown.offer_id, number, opening, shown.anyway) | {"for": shown.owner_id}
    tooltip = reader.say("book-tooltip", moment=reader.moment(window))
    button = (
        execute(reader.say("book-anyway"), "book", data, tooltip=tooltip)
        if "anyway" in data
        else execute(reader.say("book"), "book", data, style="positive" if first else "", tooltip=tooltip)
    )
    when = [
        text(_first_day(shown, window, reader), size="Small", subtle=True),
        text(reader.hours(window), bold=True, spacing="None"),
        fine(
            shown.series.fits[number]
            if shown.series
            else suits(opening, shown.faces, reader, whole_days=shown.whole_days)
        ),
    ]
    if opening.room:
        when.append(fine(verbatim(placed(opening.room, reader))))
    elsewhere = "" if shown.whole_days else local_times(window, shown.faces, reader)
    if elsewhere:
        when.append(fine(elsewhere))
    why = _why(shown, opening, reader) if first else ""
    if why:
        when.append(fine(why))
    row = columns(column(when), column([action_set(button)], width="auto", middle=True))
    return container(
        [row], style="emphasis" if first else "", separator=not first, spacing="Default" if first else "Small"
    )


def _way(way: Compromise, shown: Times, reader: Reader) -> Element:
    """A button that looks again, with less to agree on."""
    data: Element = {"card": shown.offer_id, "for": shown.owner_id}
    if way.length:
        minutes = int(way.length.total_seconds()) // 60
        return execute(reader.duration(way.length), "compromise", data | {"minutes": minutes})
    name = next((face.name for face in shown.faces if face.email == way.without), way.without)
    return execute(reader.say("compromise-without", name=name), "compromise", data | {"without": way.without})


def _first_day(shown: Times, window: Window, reader: Reader) -> str:
    day = reader.day(window.start)
    return reader.say("repeats-from", day=day) if shown.series else day


def missing(fit: Fit, names: Mapping[str, str], reader: Reader) -> str:
    """How a time of day suits everyone over the next occurrences of a series: who cannot come on which days."""
    outside = [verbatim(names[email]) for email, standing in fit.opening.standings if standing is Standing.OUTSIDE]
    beyond = reader.say("standing-outside", names=reader.names(outside)) if outside and len(names) > 1 else ""
    if not fit.missing:
        return (
            f"{GLYPH[Standing.OUTSIDE]} {beyond}" if beyond else f"{GLYPH[Standing.FREE]} {_fits(fit, names, reader)}"
        )
    parts = [beyond] if beyond else []
    for email, days in fit.missing:
        told = [reader.day(day) for day in days[:SHOWN_DAYS]]
        more = len(days) - SHOWN_DAYS
        dates = reader.say("repeats-more-days", days=", ".join(told), count=more) if more > 0 else reader.names(told)
        parts.append(reader.say("repeats-missing", name=verbatim(names.get(email, email)), days=dates))
    return f"{GLYPH[Standing.TENTATIVE]} {' · '.join(parts)}"


def _fits(fit: Fit, names: Mapping[str, str], reader: Reader) -> str:
    if len(names) > 1:
        return reader.say("repeats-fits", count=fit.looked_at)
    (name,) = names.values()
    is_reader = name == reader.say("you")
    return reader.say("repeats-fits-you" if is_reader else "repeats-fits-one", name=verbatim(name), count=fit.looked_at)


def suits(
    opening: Opening, faces: Sequence[Face], reader: Reader, *, whole_days: bool = False, by_name: bool = False
) -> str:
    """Who can come, in words: those who can't or may not are named, the rest counted together.

    `by_name`: it is the answer to whether they are free, so that few of them are named in any case.
    """
    alone = len(faces) == 1
    all_free = opening.suits_everyone and all(standing is Standing.FREE for _, standing in opening.standings)
    if all_free and by_name and len(faces) == NAMED and faces[0].is_reader:
        return f"{GLYPH[Standing.FREE]} " + reader.say("you-and-one-free", name=verbatim(faces[1].name))
    if all_free and (not alone or faces[0].is_reader):
        return f"{GLYPH[Standing.FREE]} " + reader.say("you-free" if alone else "everyone-free")
    names = {face.email: reader.say("you") if face.is_reader else face.name for face in faces}
    by_standing: dict[Standing, list[str]] = defaultdict(list)
    for email, standing in opening.standings:
        by_standing[standing].append(verbatim(names.get(email, email)))
    free = by_standing.pop(Standing.FREE, [])
    parts = [
        f"{GLYPH[standing]} " + reader.say(_standing(standing, whole_days=whole_days), names=reader.names(who))
        for standing, who in sorted(by_standing.items(), reverse=True)
    ]
    if free:
        told = reader.say("others-free") if len(free) > NAMED else reader.say("standing-free", names=reader.names(free))
        parts.append(f"{GLYPH[Standing.FREE]} {told}")
    return " · ".join(parts)


def _standing(standing: Standing, *, whole_days: bool) -> str:
    """The phrase for it: of a whole day, what is tentative is what is taken for a part of it."""
    return "standing-partly" if whole_days and standing is Standing.TENTATIVE else f"standing-{standing.name.lower()}"


def local_times(window: Window, faces: Sequence[Face], reader: Reader) -> str:
    """The clock of everyone for whom it shows another time than for the reader; empty where there is nobody."""
    here = window.start.astimezone(reader.zone).replace(tzinfo=None)
    by_time: dict[tuple[str, str], list[str]] = defaultdict(list)
    for face in faces:
        if face.is_reader or face.zone is None or window.start.astimezone(face.zone).replace(tzinfo=None) == here:
            continue
        local = reader.clock(window.start, face.zone)
        if window.start.astimezone(face.zone).date() != here.date():
            local = f"{reader.day(window.start.astimezone(face.zone).date())} {local}"
        by_time[local, reader.city(face.zone)].append(verbatim(face.name))
    return " · ".join(
        reader.say("local-time", time=local, city=city, names=reader.names(names))
        for (local, city), names in by_time.items()
    )


def _why(shown: Times, opening: Opening, reader: Reader) -> str:
    if opening.strains:
        return reader.say(STRAINS[opening.strains[0]])
    if shown.exact or shown.whole_days:
        return ""
    if opening.worst > Standing.ELSEWHERE:
        return reader.say("why-least-bad-alone" if len(shown.faces) == 1 else "why-least-bad")
    if not opening.suits_everyone:
        return reader.say("why-required")
    if len(shown.faces) == 1:
        return reader.say("why-soonest-alone") if opening.soonest else ""
    if opening.soonest:
        return reader.say("why-soonest-breathing" if opening.breathing else "why-soonest")
    if opening.spares_lunch:
        return reader.say("why-lunch")
    return reader.say("why-breathing") if opening.breathing else ""


def booked(
    event: Event,
    faces: Sequence[Face],
    offer_id: str,
    owner_id: str,
    reader: Reader,
    *,
    warning: str = "",
    marks: str = "",
    calendar: str = "",
    skipped: Sequence[date] = (),
) -> Json:
    """The confirmation that the card of times turns into. `warning`: what is not as it should be.

    `marks`: what it is besides, in words. `calendar`: into which one it went, where that is not the usual one.
    `skipped`: the days on which a series does not take place.
    """
    moment = f"{reader.day(event.start, year=True)}, {reader.hours(event.window)} ({reader.city()})"
    again = repeats(event.recurrence, reader, skipped=skipped) if event.recurrence else ""
    invited = [attendee for attendee in event.attendees if attendee.kind != "resource"]
    sent = reader.say("invitations-sent", count=len(invited))
    where = event.location or (reader.say("teams-meeting") if event.is_online else "")
    body = [
        columns(
            column([badge("✓", reader.say("booked"), "Good")], width="auto", middle=True),
            column([text(sent, subtle=True)], middle=True),
        ),
        *([container([text(verbatim(warning))], style="warning")] if warning else []),
        heading(verbatim(event.subject)),
        facts(
            [
                (reader.say("when"), moment),
                (reader.say("repeats"), again),
                (reader.say("for-them"), "" if event.is_all_day else local_times(event.window, faces, reader)),
                (reader.say("where"), verbatim(where)),
                (reader.say("who"), verbatim(reader.names([attendee.name for attendee in invited]))),
                (reader.say("change-marked"), verbatim(marks)),
                (reader.say("absence-calendar"), verbatim(calendar)),
            ]
        ),
    ]
    identity = {"card": offer_id, "for": owner_id}
    actions = [open_url(reader.say("join"), event.join_url)] if event.join_url else []
    actions.append(execute(reader.say("undo"), "undo_book", identity))
    if event.web_link:
        actions.append(open_url(reader.say("open-outlook"), event.web_link))
    speak = reader.say("booked-speak", subject=event.subject, moment=reader.moment(event.window))
    return card(body, speak=speak, language=reader.language, actions=actions)


def undone(subject: str, guests: int, offer_id: str, owner_id: str, reader: Reader) -> Json:
    """What the confirmation turns into once the booking was taken back."""
    said = reader.say("undone-book", count=guests, subject=f"“{subject}”")
    body = [
        columns(
            column([badge("↩", reader.say("undone"))], width="auto", middle=True),
            column([text(verbatim(said))], middle=True),
        )
    ]
    again = execute(reader.say("find-again"), "other_times", {"card": offer_id, "for": owner_id})
    return card(body, speak=said, language=reader.language, actions=[again])
