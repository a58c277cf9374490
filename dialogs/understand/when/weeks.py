"""Constructors of a day and its hours whose week is said behind them: "Thursday at 11 next week"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dialogs.understand.when.calendar import nth_weekday
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Days, Moment, Scene, Several, Stretch

_WEEK = timedelta(weeks=1)
_WORKWEEK = timedelta(days=5)


def in_that_week(
    scene: Scene,
    items: Sequence[Item],
    period: Days,
    *,
    moment: Moment | None = None,
    stretch: Stretch | None = None,
    several: Several | None = None,
) -> Moment | Stretch | Several | None:
    """What was said by the names of days, in that week; None where it is no week, or they were said otherwise."""
    words = scene.words[items[0].first : items[0].last]
    if period.end - period.start not in (_WEEK, _WORKWEEK) or not _by_weekday(words, scene):
        return None
    if several is not None:
        moved = [_moved(each, period) for each in several.values if isinstance(each, (Moment, Stretch))]
        return Several(tuple(moved)) if len(moved) == len(several.values) and all(moved) else None
    return _moved(moment, period) if moment else _moved(stretch, period) if stretch else None


def _by_weekday(words: Sequence[str], scene: Scene) -> bool:
    """Whether a day is called by its name, and by nothing that tells its week or date."""
    return any(word in scene.sets["weekdays"] for word in words) and scene.sets["dating"].isdisjoint(words)


def _moved(said: Moment | Stretch, period: Days) -> Moment | Stretch | None:
    if isinstance(said, Moment):
        shift = _to(said.at.date(), period)
        if shift is None:
            return None
        others = tuple(replace(each, at=each.at + shift) for each in said.others if each.at.date() == said.at.date())
        return replace(said, at=said.at + shift, others=others, doubt=said.doubt if others else "")
    begins = said.start or said.end
    shift = _to(begins.date(), period) if begins else None
    if shift is None:
        return None
    start, end = (edge + shift if edge else None for edge in (said.start, said.end))
    return replace(said, start=start, end=end, others=(), doubt="")


def _to(day: date, period: Days) -> timedelta | None:
    found = nth_weekday(period.start, period.end, day.weekday(), 1)
    return found - day if found else None
