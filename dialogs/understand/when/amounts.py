"""Constructors of numbers and durations: "twenty one", "an hour and a half", "90 min"."""

from collections.abc import Sequence

from dialogs.understand.when.tokens import Item, number_meanings
from dialogs.understand.when.values import Length, Scene

SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "workday": 86400,
    "night": 86400,
    "week": 604800,
    "fortnight": 1209600,
    "weekend": 172800,
    "month": 2592000,
    "quarter": 7776000,
    "half": 15552000,
    "year": 31536000,
    "decade": 315360000,
}


def tens_and_ones(scene: Scene, items: Sequence[Item], tens: int, ones: int) -> dict[str, object]:
    """ "twenty one" """
    return number_meanings(tens + ones)


def tens_and_nth(scene: Scene, items: Sequence[Item], tens: int, nth: int) -> dict[str, object] | None:
    """ "twenty first" """
    return {"ORDINAL": tens + nth} if nth < 10 else None


def plain_number(scene: Scene, items: Sequence[Item], tens: int) -> dict[str, object]:
    """ "twenty" """
    return number_meanings(tens)


def plain_nth(scene: Scene, items: Sequence[Item], tens_nth: int) -> dict[str, object]:
    """ "twentieth" """
    return {"ORDINAL": tens_nth}


def length(
    scene: Scene, items: Sequence[Item], unit: str, number: float = 0, decimal: float = 0, plus: str = "0"
) -> Length:
    """ "3 hours", "1.5 hours", "two and a half hours" """
    count = number + decimal + float(plus)
    return Length(SECONDS[unit] * count, unit, count)


def one(scene: Scene, items: Sequence[Item], unit: str, plus: str = "0") -> Length | None:
    """ "an hour"; "a second" is rarely one. """
    if unit in ("second", "half", "quarter"):
        return None
    count = 1 + float(plus)
    return Length(SECONDS[unit] * count, unit, count)


def part_of(scene: Scene, items: Sequence[Item], unit: str, part: str) -> Length:
    """ "half an hour", "three quarters of an hour" """
    seconds = SECONDS[unit] * float(part)
    if unit in ("day", "workday"):
        seconds = 8 * 3600 * float(part)
    return Length(seconds, unit, float(part))


def few(scene: Scene, items: Sequence[Item], unit: str, count: str) -> Length:
    """ "a couple of hours", "a few days" """
    return Length(SECONDS[unit] * float(count), unit, float(count))


def sum_of(scene: Scene, items: Sequence[Item], length: Length, length2: Length) -> Length | None:
    """ "an hour and 20 minutes": the second unit is the smaller one. """
    if length2.seconds >= SECONDS[length.unit]:
        return None
    return Length(length.seconds + length2.seconds, length2.unit, (length.seconds + length2.seconds) / 60)


def hours_and(scene: Scene, items: Sequence[Item], length: Length, number: int) -> Length | None:
    """ "2 hours 30", "1 h 15" """
    if length.unit != "hour" or number >= 60:
        return None
    seconds = length.seconds + 60 * number
    return Length(seconds, "minute", seconds / 60)


def plus_part(scene: Scene, items: Sequence[Item], length: Length, part: str) -> Length:
    """ "an hour and a half" """
    return Length(length.seconds + SECONDS[length.unit] * float(part), length.unit, length.count + float(part))
