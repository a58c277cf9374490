"""Constructors of what is ruled out: "not Friday", "except lunch", "no mornings"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs.understand.when.calendar import coming, period
from dialogs.understand.when.parts import PARTS, on_day
from dialogs.understand.when.spans import clocks_today
from dialogs.understand.when.surroundings import after, ends
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import (
    Clock,
    Clocks,
    Days,
    Excluded,
    Moment,
    Part,
    Scene,
    Several,
    Stretch,
)

_GOES_ON = frozenset(("please", "pls", "then", "instead", "and", "but", "thanks"))
"""What may stand behind a day of which nothing more is said."""


def excluded(scene: Scene, items: Sequence[Item], **named: object) -> Excluded | Several | None:
    """ "not Friday", "except lunch" """
    for value in named.values():
        if isinstance(value, Part):
            today = scene.now.date()
            return Excluded(replace(on_day(today, value.start, value.end), clock=True))
        if isinstance(value, Several):
            return Several(tuple(Excluded(v) for v in value.values))
        if isinstance(value, (Days, Moment, Clock, Stretch, Clocks)):
            return Excluded(clocks_today(scene, items, value) if isinstance(value, Clocks) else value)
    return None


def nothing_then(scene: Scene, items: Sequence[Item], **named: object) -> Excluded | Several | None:
    """ "nothing after 4": said as a wish, where no question is asked and nobody tells what they have."""
    if scene.sets["tells"] & set(scene.words[: items[0].first]) or scene.words[-1:] == ("?",):
        return None
    return excluded(scene, items, **named)


def excluded_at_the_end(scene: Scene, items: Sequence[Item], **named: object) -> Excluded | Several | None:
    """ "skip Friday", where no more is said of the day: "skip Friday's sync" speaks of the sync."""
    is_alone = ends(scene, items) or after(scene, items) in _GOES_ON
    return excluded(scene, items, **named) if is_alone else None


def excluded_weekday(scene: Scene, items: Sequence[Item], a: int) -> Excluded:
    """ "no Fridays" """
    day = coming(scene.now.date(), a)
    return Excluded(Days(day, day + timedelta(days=1), "day", "weekday"))


def excluded_weekdays(scene: Scene, items: Sequence[Item], a: int, b: int) -> Several:
    """ "no Mondays or Fridays" """
    return Several((excluded_weekday(scene, items, a), excluded_weekday(scene, items, b)))


def days_but(scene: Scene, items: Sequence[Item], day: Days) -> Excluded | Several:
    """ "any day but Monday next week": that week without its Monday."""
    if not any(item.text.endswith("week") for item in items):
        return Excluded(day)
    start, end = period(day.start, "week", scene.week_start)
    return Several((Days(start, end, "week", "period"), Excluded(day)))


def excluded_part(scene: Scene, items: Sequence[Item], name: str) -> Excluded:
    """ "no mornings" """
    return Excluded(replace(on_day(scene.now.date(), *PARTS[name]), clock=True))


def excluded_meal(scene: Scene, items: Sequence[Item], meal: str) -> Excluded:
    """ "except lunch" """
    return Excluded(replace(on_day(scene.now.date(), *PARTS[meal]), clock=True))
