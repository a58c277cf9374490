"""Constructors of points in time: a day and a clock, "in two hours", "now"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from dialogs.understand.when.calendar import midnight
from dialogs.understand.when.clocks import DAY, NOON, in_part
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Clock, Days, Length, Moment, Part, Scene

WAKING = 7 * 60
"""An unsettled time before seven is meant in the afternoon: nobody meets at three at night."""


def colleague(clock: Clock) -> tuple[int, int]:
    """The minute that a colleague would mean, and the other one."""
    first, second = clock.minute % NOON, clock.minute % NOON + NOON
    if first < WAKING:
        return second, first
    return first, second


def wall(day: date, minute: int, second: int = 0) -> datetime:
    """The wall `minute` after the day began; beyond 1439 is the next day."""
    return midnight(day) + timedelta(minutes=minute, seconds=second)


def at(scene: Scene, day: Days, clock: Clock) -> Moment:
    """`clock` on `day`: where the half was not said, the colleague's reading, today the one still to come."""
    others = tuple(
        Moment(wall(other.start, clock.minute if clock.settled else colleague(clock)[0], clock.second), clock.grain)
        for other in day.others
    )
    if clock.settled:
        return Moment(wall(day.start, clock.minute, clock.second), clock.grain, others, day.doubt)
    best, second = colleague(clock)
    if day.start == scene.now.date() and wall(day.start, best) < scene.now <= wall(day.start, second):
        best, second = second, best
    other = Moment(wall(day.start, second, clock.second), clock.grain)
    return Moment(wall(day.start, best, clock.second), clock.grain, (other, *others), day.doubt or "am_pm")


def moment(scene: Scene, items: Sequence[Item], day: Days, clock: Clock | None = None, hour: int | None = None, hhmm: int | None = None, part: Part | None = None) -> Moment | None:
    """ "Friday at 3", "3pm on Friday", "Friday morning at 9" """
    if day.end - day.start != timedelta(days=1):
        return None
    if clock is None:
        if hour is not None:
            clock = Clock(hour * 60 % DAY, hour == 0 or hour > 12, grain="hour")
        elif hhmm is not None:
            clock = Clock(hhmm, hhmm >= 780)
        else:
            return None
    if part:
        clock = in_part(clock, part) or clock
    return at(scene, day, clock)


def in_length(scene: Scene, items: Sequence[Item], length: Length, sign: str = "1") -> Moment | None:
    """ "in two hours", "20 minutes ago" """
    if length.unit not in ("hour", "minute", "second"):
        return None
    return Moment(scene.now + int(sign) * length.delta, "second" if length.unit == "second" else "minute")


def length_from_moment(scene: Scene, items: Sequence[Item], length: Length, moment: Moment, sign: str = "1") -> Moment:
    """ "an hour before Friday noon" """
    return replace(moment, at=moment.at + int(sign) * length.delta, others=())


def now(scene: Scene, items: Sequence[Item]) -> Moment:
    """ "now", "right away" """
    return Moment(scene.now, "minute", now=True)


def iso_moment(scene: Scene, items: Sequence[Item], iso: str) -> Moment | None:
    """2026-11-18T09:30"""
    try:
        return Moment(datetime.fromisoformat(iso.upper()).replace(tzinfo=None), "minute")
    except ValueError:
        return None
