"""Cards that tell whether, and when, people are free."""

from collections.abc import Sequence
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
