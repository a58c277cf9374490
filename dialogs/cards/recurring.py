"""Cards that ask before an event is made to repeat, or to repeat otherwise, and tell that it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from dialogs.cards.cancelling import subject_of
from dialogs.cards.elements import (
    Element,
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
    verbatim,
)
from dialogs.frame import Change, Repeats
from dialogs.turn import Json, Tap
from dialogs.words.reader import Reader
from dialogs.words.repeats import repeats
from graph.model import Event, Window
from graph.recurrence import Recurrence

NEXT = 3
"""Days that are named beside the first."""


@dataclass(frozen=True)
class Shown:
    """What would be changed. `before` is how it repeats now, `scopes` how much of a series may be meant.

    `fits` tells how the next ones suit everyone, `days` is a word on their days.
    """

    change: Change
    event: Event
    before: Recurrence | None
    scopes: tuple[str, ...]
    owner_id: str
    fits: str = ""
    days: str = ""

    @property
    def repeats(self) -> Repeats:
        """How it would repeat. Only a change that says so is shown here."""
        assert self.change.repeats is not None
        return self.change.repeats


def taps(shown: Shown) -> tuple[Tap, ...]:
    """What the buttons press: of each way to do it."""
    scopes: Sequence[dict[str, str]] = [{"scope": scope} for scope in shown.scopes] or [{}]
    return tuple(Tap("change", {"card": shown.change.id, **scope}) for scope in scopes)


def told(tap: Tap, shown: Shown, reader: Reader) -> str:
    """The title of a button."""
    scope = tap.data.get("scope")
    if len(shown.scopes) > 1 and scope == "following":
        return reader.say("repeat-following", day=_short(shown, reader))
    if len(shown.scopes) > 1:
        return reader.say("repeat-whole")
    return reader.say("repeat-change" if shown.before else "repeat-do")


def preview(shown: Shown, reader: Reader) -> Json:
    """How it repeats now, and how it would."""
    event, new = shown.event, shown.repeats
    name = "repeat-title-longer" if new.is_longer else "repeat-title-other" if shown.before else "repeat-title"
    title = reader.say(name, subject=f"“{subject_of(event, reader)}”")
    body: list[Element] = [heading(verbatim(title))]
    if shown.days:
        body.append(container([text(shown.days)], style="warning"))
    body.append(_facts(shown, reader))
    if shown.fits:
        body.append(fine(shown.fits))
    if "following" in shown.scopes:
        body.append(fine(reader.say("repeat-anew", day=_short(shown, reader))))
    if len(shown.scopes) > 1:
        body.append(fine(reader.say("repeat-whole-past")))
    actions = [
        execute(
            told(tap, shown, reader),
            tap.verb,
            {**tap.data, "for": shown.owner_id},
            style="" if number else "positive",
        )
        for number, tap in enumerate(taps(shown))
    ]
    identity = {"card": shown.change.id, "for": shown.owner_id}
    actions.append(execute(reader.say("change-keep"), "change_keep", identity))
    speak = f"{title} {repeats(new.recurrence, reader)}"
    return card(body, speak=speak, language=reader.language, actions=actions)


def made(event: Event, change: Change, rule: Recurrence, owner_id: str, reader: Reader) -> Json:
    """It repeats by `rule` from now on."""
    first = change.repeats.window if change.repeats else event.window
    names = _guests(event, change)
    words = reader.say("change-told", names=reader.names(names)) if names else reader.say("change-own")
    body = [
        columns(
            column([badge("✓", reader.say("changed"), "Good")], width="auto", middle=True),
            column([text(verbatim(words), subtle=True)], middle=True),
        ),
        heading(verbatim(subject_of(event, reader))),
        facts(
            [
                (reader.say("repeats"), repeats(rule, reader)),
                (reader.say("repeat-first"), f"{_moment(first, reader)} ({reader.city()})"),
                (reader.say("who"), verbatim(reader.names(names))),
            ]
        ),
    ]
    identity = {"card": change.id, "for": owner_id}
    actions = [execute(reader.say("undo"), "undo_change", identity)]
    if event.web_link:
        actions.append(open_url(reader.say("open-outlook"), event.web_link))
    speak = f"{reader.say('changed')}: {subject_of(event, reader)}, {repeats(rule, reader)}. {words}"
    return card(body, speak=speak, language=reader.language, actions=actions)


def _facts(shown: Shown, reader: Reader) -> Element:
    event, new = shown.event, shown.repeats
    hours = reader.hours(event.window)
    now = f"{repeats(shown.before, reader)}, {hours}" if shown.before else _once(event, reader)
    first = _moment(new.window, reader)
    pairs = [
        (reader.say("change-now"), now),
        (reader.say("repeats"), f"**{repeats(new.recurrence, reader)}**"),
    ]
    if not new.is_longer:
        pairs.append((reader.say("repeat-first"), f"{first} ({reader.city()})"))
        pairs.append((reader.say("repeat-then"), _then(new.recurrence, reader)))
    pairs.append((reader.say("who"), verbatim(reader.names(_guests(event, shown.change)))))
    return facts(pairs)


def _once(event: Event, reader: Reader) -> str:
    return reader.say("repeat-once", time=_moment(event.window, reader))


def _then(rule: Recurrence, reader: Reader) -> str:
    """The days after the first one."""
    days: list[date] = list(islice(rule.days(), 1, NEXT + 1))
    return reader.names([reader.day(day) for day in days]) if days else ""


def _guests(event: Event, change: Change) -> list[str]:
    out = {person.email.lower() for person in change.wish.dropped}
    staying = [
        each.name
        for each in event.attendees
        if each.kind != "resource" and each.email.lower() not in out and each.email != event.organizer.email
    ]
    return [*staying, *(guest.person.name for guest in change.wish.added)]


def _short(shown: Shown, reader: Reader) -> str:
    return reader.day(min(shown.repeats.window.start, shown.event.start))


def _moment(window: Window, reader: Reader) -> str:
    return f"{reader.day(window.start, year=True)}, {reader.hours(window)}"
