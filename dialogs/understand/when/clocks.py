"""Constructors of times of day: "half past ten", "3pm", "15h30", and of spans between them."""

from collections.abc import Sequence
from dataclasses import replace

from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Clock, Clocks, Part, Scene

NOON = 720
DAY = 1440


def _half(minute: int, ampm: str) -> int:
    """Put a 12-hour reading into the half that was said; a 24-hour reading stays ("15pm" is 15)."""
    if ampm == "a":
        return minute - NOON if NOON <= minute < NOON + 60 else minute
    return minute + NOON if minute < NOON else minute


def clock_of(scene: Scene, items: Sequence[Item], hour: int, ampm: str = "") -> Clock | None:
    """ "3", "3 pm"; 13 to 24 and 0 settle themselves. """
    if ampm:
        if hour > 12 and ampm == "a":
            return None
        return Clock(_half(hour * 60, ampm) % DAY, True, grain="hour")
    return Clock(hour * 60 % DAY, hour == 0 or hour > 12, grain="hour")


def clock_hm(scene: Scene, items: Sequence[Item], hm: tuple[int, ...], ampm: str = "") -> Clock:
    """ "10:30", "10:30 pm", "15:30:20" """
    hour, minute, second = hm[:3]
    if ampm:
        return Clock(_half(hour * 60 + minute, ampm) % DAY, True, second)
    settled = hour == 0 or hour > 12 or items[0].text.startswith("0") or len(hm) > 3
    return Clock((hour * 60 + minute) % DAY, settled, second)


def clock_dots(scene: Scene, items: Sequence[Item], hdotm: tuple[int, ...], ampm: str = "") -> Clock:
    """ "10.30 am", "at 17.30" """
    return clock_hm(scene, items, hdotm, ampm)


def clock_words(scene: Scene, items: Sequence[Item], hour: int, number: int, ampm: str = "") -> Clock | None:
    """ "ten thirty", "8 30 am" """
    if not 0 <= number < 60 or hour > 24:
        return None
    return clock_hm(scene, items, (hour, number, 0), ampm)


def clock_hhmm(scene: Scene, items: Sequence[Item], hhmm: int, ampm: str = "") -> Clock | None:
    """ "1530", "930 am" """
    if ampm:
        return Clock(_half(hhmm, ampm) % DAY, True)
    return Clock(hhmm % DAY, hhmm >= 780 or items[-1].text.startswith("0"))


def clock_past(
    scene: Scene, items: Sequence[Item], hour: int, number: int = 0, minutes: str = "0", sign: str = "1", ampm: str = ""
) -> Clock | None:
    """ "half past ten", "ten to 4 pm" """
    away = number or int(minutes)
    if not 0 < away < 60 or not 0 < hour <= 24:
        return None
    if number and number % 5 and not any(i.text.startswith("min") for i in items):
        return None  # "2 to 4pm" is a span
    minute = (_half(hour * 60, ampm) if ampm else hour * 60) + int(sign) * away
    return Clock(minute % DAY, bool(ampm) or hour > 12)


def past_noon(scene: Scene, items: Sequence[Item], clock: Clock, number: int = 0, minutes: str = "0", sign: str = "1") -> Clock | None:
    """ "quarter past noon" """
    if not clock.settled or clock.minute % NOON:
        return None
    return Clock((clock.minute + int(sign) * (number or int(minutes))) % DAY, True)


def named_clock(scene: Scene, items: Sequence[Item], named: int) -> Clock:
    """ "noon", "midnight" """
    return Clock(named % DAY, True, grain="hour")


def clock_in_part(scene: Scene, items: Sequence[Item], clock: Clock, part: Part) -> Clock | None:
    """ "6 in the evening", "11 at night": the part decides the half. """
    return in_part(clock, part)


def hour_in_part(scene: Scene, items: Sequence[Item], hour: int, part: Part) -> Clock | None:
    """ "6 in the evening" """
    if not 0 < hour <= 12:
        return None
    return in_part(Clock(hour * 60 % DAY, False, grain="hour"), part)


def in_part(clock: Clock, part: Part) -> Clock | None:
    """`clock` read in the half of the day that `part` is in; None where neither reading is in it or near it."""
    if clock.settled:
        return clock
    first, second = clock.minute % NOON, clock.minute % NOON + NOON
    if part.name in ("morning", "breakfast"):
        return replace(clock, minute=NOON if first == 0 and part.name != "breakfast" else first, settled=True)
    if part.name in ("night", "tonight") and first < 300:
        return replace(clock, minute=first, settled=True)
    if part.name in ("lunch", "brunch", "noon"):
        return replace(clock, minute=first if first >= 600 else second, settled=True)
    return replace(clock, minute=second, settled=True)


def read_hour(value: Clock | int) -> Clock:
    """A bare hour as an unsettled clock."""
    if isinstance(value, Clock):
        return value
    return Clock(value * 60 % DAY, value == 0 or value > 12, grain="hour")


def clocks(scene: Scene, items: Sequence[Item], a: Clock | int, b: Clock | int, part: Part | None = None) -> Clocks:
    """ "from 2 to 4pm", "9-5", "between 10 and 11:30 in the morning": the halves settle each other. """
    start, end = read_hour(a), read_hour(b)
    if part:
        start = in_part(start, part) or start
    return settle(start, end)


def settle(start: Clock, end: Clock) -> Clocks:
    """Give an unsettled side the half in which the span is forward and short."""
    if start.settled and not end.settled:
        minute = end.minute % NOON
        end = replace(end, minute=min((m for m in (minute, minute + NOON) if m > start.minute), default=minute), settled=True)
    elif end.settled and not start.settled:
        minute = start.minute % NOON
        last = end.minute or DAY
        start = replace(start, minute=max((m for m in (minute, minute + NOON) if m < last), default=minute), settled=True)
    return Clocks(start, end)
