"""Days that are said by how far they are from another: "in three days", "a week from Tuesday"."""

from collections.abc import Sequence
from datetime import timedelta

from dialogs.understand.when.calendar import coming, shift
from dialogs.understand.when.days import one_day
from dialogs.understand.when.surroundings import alone
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Days, Length, Moment, Scene


def after_length(scene: Scene, items: Sequence[Item], length: Length, sign: str = "1") -> Days | None:
    """ "in three days", "two weeks ago": whole days only."""
    if length.seconds % 86400 or length.unit in ("hour", "minute", "second"):
        return None
    if length.count != int(length.count):
        return one_day(scene.now.date() + int(sign) * timedelta(days=int(length.seconds // 86400)), "relative")
    return one_day(shift(scene.now.date(), length.unit, int(sign) * int(length.count)), "relative")


def minus_length(scene: Scene, items: Sequence[Item], length: Length) -> Days | None:
    """ "-5 days" and nothing else"""
    return after_length(scene, items, length, "-1") if items[0].first == 0 else None


def later_alone(scene: Scene, items: Sequence[Item], length: Length) -> Days | Moment | None:
    """ "two days later" and nothing else; beside anything else it says how far something is moved."""
    if not alone(scene, items):
        return None
    if length.seconds % 86400:
        return Moment(scene.now + length.delta)
    return after_length(scene, items, length)


def months_from_now(scene: Scene, items: Sequence[Item], number: int) -> Days:
    """ "in 2 mon" """
    return one_day(shift(scene.now.date(), "month", number), "relative")


def length_from(scene: Scene, items: Sequence[Item], length: Length, day: Days, sign: str = "1") -> Days | None:
    """ "two days after tomorrow", "a week before the 12th" """
    if length.seconds % 86400 or length.unit in ("hour", "minute", "second"):
        return None
    return one_day(shift(day.start, length.unit, int(sign) * int(length.count)), "relative")


def weekday_in(scene: Scene, items: Sequence[Item], weekday: int, length: Length) -> Days | None:
    """ "Thursday, two weeks from now": of the week in which that is."""
    there = after_length(scene, items, length)
    return one_day(there.start + timedelta(days=weekday - there.start.weekday()), "weekday") if there else None


def weekdays_from(scene: Scene, items: Sequence[Item], number: int, a: int) -> Days | None:
    """ "two Sundays from now" """
    if not 1 <= number <= 52:
        return None
    return one_day(coming(scene.now.date(), a) + timedelta(weeks=number - 1), "weekday")


def weeks_from_weekday(
    scene: Scene, items: Sequence[Item], weekday: int, length: Length | None = None, count: str = "1"
) -> Days | None:
    """ "a week from Tuesday", "Tuesday week" """
    weeks = int(length.seconds // 604800) if length else int(count)
    if length and length.unit not in ("week", "fortnight"):
        return None
    return one_day(coming(scene.now.date(), weekday) + timedelta(weeks=weeks), "weekday")


def weeks_from_day(scene: Scene, items: Sequence[Item], length: Length, today: int) -> Days | None:
    """ "a week tomorrow", "a fortnight today" """
    if length.unit not in ("week", "fortnight"):
        return None
    weeks = int(length.seconds // 604800)
    return one_day(scene.now.date() + timedelta(days=today, weeks=weeks), "relative")


def weekday_beside(scene: Scene, items: Sequence[Item], a: Days, b: Days, side: str = "1") -> Days | None:
    """ "the Friday before Christmas", "the Monday after Easter" """
    if a.said != "weekday" or items[0].text.startswith(("next", "last")) or b.grain != "day":
        return None
    weekday = a.start.weekday()
    if side == "1":
        return one_day(coming(b.start, weekday), "relative")
    return one_day(b.start - timedelta(days=(b.start.weekday() - weekday) % 7 or 7), "relative")


def day_beside(scene: Scene, items: Sequence[Item], day: Days, side: str = "1") -> Days | None:
    """ "the day after Monday 23 November" """
    return one_day(day.start + timedelta(days=int(side)), "relative") if day.grain == "day" else None
