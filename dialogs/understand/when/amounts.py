"""Constructors of numbers and durations: "twenty one", "an hour and a half", "90 min"."""

from collections.abc import Sequence

from dialogs.understand.when.clocks import behind_a_time
from dialogs.understand.when.surroundings import after, before, ends
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
_LONG = frozenset(("week", "fortnight", "month", "quarter", "half", "year", "decade"))
_SHORT = frozenset(("second", "minute", "hour"))
"""Nobody adds these to the long ones."""


def tens_and_ones(scene: Scene, items: Sequence[Item], tens: int, ones: int) -> dict[str, object]:
    """ "twenty one" """
    return number_meanings(tens + ones)


def hundreds(
    scene: Scene, items: Sequence[Item], number: int = 1, tens: int = 0, ones: int = 0
) -> dict[str, object] | None:
    """ "a hundred", "two hundred and forty"; no hour of the clock is said so."""
    return {"NUMBER": 100 * number + tens + ones} if 1 <= number <= 9 and ones < 10 else None


def tens_and_ones_of(scene: Scene, items: Sequence[Item], *, tens: int, ones: int, unit: str) -> Length | None:
    """ "five and twenty minutes", "twenty and four hours" """
    return (
        length(scene, items, unit=unit, number=tens + ones) if ones < 10 and before(scene, items) != "between" else None
    )


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
    scene: Scene, items: Sequence[Item], *, unit: str, number: float = 0, decimal: float = 0, plus: str = "0"
) -> Length | None:
    """ "3 hours", "1.5 hours", "two and a half hours"; a unit of one letter touches its number.

    Not "Mar4 night", nor "Easter 2027 weekend", which count nothing.
    """
    if len(items[-1].text) == 1 and not items[-1].glued:
        return None
    if items[0].glued and before(scene, items).isalpha():
        return None
    if 1900 <= number < 2200 and unit not in ("second", "minute", "hour"):
        return None
    if unit in ("half", "quarter") and decimal:
        return None
    count = number + decimal + float(plus)
    return Length(SECONDS[unit] * count, unit, count)


def minutes_primed(scene: Scene, items: Sequence[Item], number: int) -> Length | None:
    """ "45' with Ana"; not what stands in quotation marks."""
    usual = 5 <= number <= 180 and number % 5 == 0
    if not (usual and items[-1].glued) or sum(word in "'′" for word in scene.words) > 1:
        return None
    return Length(60 * number, "minute", number)


def whole(scene: Scene, items: Sequence[Item], unit: str) -> Length | None:
    """ "a full hour", "a solid week"; "a whole day" is rather which day."""
    return None if unit in ("day", "workday", "second", "half", "quarter") else one(scene, items, unit)


def whole_hour(scene: Scene, items: Sequence[Item], unit: str) -> Length | None:
    """ "offline for the hour"; "for the hour of three" says which one."""
    plain = ends(scene, items) or after(scene, items) in scene.sets["follow-hour"] - {"at", "on", "to"}
    return one(scene, items, unit) if unit == "hour" and plain else None


def minutes_with(scene: Scene, items: Sequence[Item], number: float) -> Length | None:
    """ "set up 30 with Ana", "for 15 about the van" """
    usual = number >= 10 and number % 5 == 0 and number <= 120
    led = before(scene, items) in scene.sets["before-minutes"] or items[0].first == 0
    if not (usual and led and after(scene, items) in scene.sets["behind-minutes"]):
        return None
    return Length(60 * number, "minute", number)


def minutes_behind(scene: Scene, items: Sequence[Item], number: float) -> Length | None:
    """ "Wednesday 3.30pm for 20": minutes behind a time, at the end of a clause; not so many people."""
    usual = number >= 10 and number % 5 == 0 and number <= 120
    if not (usual and behind_a_time(scene, items) and ends(scene, items)) or scene.sets["counted"] & set(scene.words):
        return None
    return Length(60 * number, "minute", number)


def hours_glued(scene: Scene, items: Sequence[Item], number_h: int, number: int = 0) -> dict[str, object]:
    """ "15h": three quarters of a day or three in the afternoon; what stands around decides."""
    meanings: dict[str, object] = {"LENGTH": Length(3600.0 * number_h + 60 * number, "hour", number_h)}
    if number_h <= 24 and not number:
        meanings["HH"] = number_h
    return meanings


def hm_length(scene: Scene, items: Sequence[Item], hm: tuple[int, ...]) -> Length | None:
    """ "1h30": how long, where nothing before it asks when."""
    if (
        "h" not in items[0].text
        or hm[0] > 4
        or before(scene, items) in ("at", "from", "to", "until", "by", "-", "@", "till")
    ):
        return None
    seconds = 3600.0 * hm[0] + 60 * hm[1]
    return Length(seconds, "minute", seconds / 60)


def hm_hours(scene: Scene, items: Sequence[Item], hm: tuple[int, ...]) -> Length | None:
    """ "for 1:30 hours"; "at 1:30 hrs" and "01:30 hours" are times."""
    led = not before(scene, items) or before(scene, items) in scene.sets["before-amount"]
    if not led or hm[0] > 4 or items[0].text.startswith("0"):
        return None
    seconds = 3600.0 * hm[0] + 60 * hm[1]
    return Length(seconds, "minute", seconds / 60)


def dotted_hours(scene: Scene, items: Sequence[Item], hdotm: tuple[int, ...]) -> Length | None:
    """ "2.30 hours" are hours and minutes; what ends with quarters of a hundred, such as "1.25 hours", is a decimal."""
    if hdotm[1] % 5 or not hdotm[1] % 25:
        return None
    return hm_hours(scene, items, hdotm)


def fraction(
    scene: Scene, items: Sequence[Item], slashed: tuple[int, int], unit: str, number: int = 0
) -> Length | None:
    """ "1/2 hour", "1 1/2 hours" """
    above, below = slashed
    if not 0 < above < below <= 8:
        return None
    count = number + above / below
    return Length(SECONDS[unit] * count, unit, count)


def quarters(scene: Scene, items: Sequence[Item], unit: str, number: int = 0, number2: int = 1) -> Length | None:
    """ "one and three quarters of an hour" """
    if not 0 < number2 < 4:
        return None
    count = number + number2 / 4
    return Length(SECONDS[unit] * count, unit, count)


def one(scene: Scene, items: Sequence[Item], unit: str, plus: str = "0") -> Length | None:
    """ "an hour"; "a second" is rarely one, and "on a weekday" is some day."""
    is_some = unit == "workday" and before(scene, items) == "on"
    if is_some or unit in ("second", "half", "quarter") or len(items[-1].text) == 1:
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
    """ "an hour and 20 minutes": the second unit is the smaller one."""
    # "For 6 weeks, 15 min": how long a series goes on, and how long each of it is.
    apart = length.unit in _LONG and length2.unit in _SHORT
    if length2.seconds >= SECONDS[length.unit] or apart:
        return None
    return Length(length.seconds + length2.seconds, length2.unit, (length.seconds + length2.seconds) / 60)


def hours_and(scene: Scene, items: Sequence[Item], length: Length, number: int) -> Length | None:
    """ "2 hours 30", "1 h 15" """
    if length.unit != "hour" or number >= 60:
        return None
    seconds = length.seconds + 60 * number
    return Length(seconds, "minute", seconds / 60)


def from_last(scene: Scene, items: Sequence[Item], ordinal: int) -> int | None:
    """ "second to last", "3rd last": counted from the end."""
    return -ordinal if 1 <= ordinal <= 31 else None


def nth_split(scene: Scene, items: Sequence[Item], dom: int) -> dict[str, object]:
    """ "7 th" """
    return {"ORDINAL": dom, "NTH": dom}


def abbreviated(scene: Scene, items: Sequence[Item], month: int = 0, weekday: int = -1) -> dict[str, object] | None:
    """ "Oct.", "Fri.": the dot belongs to a short form that something follows."""
    if len(items[0].text) > 4 or not items[1].glued:
        return None
    if items[1].last >= len(scene.words):
        return None
    return {"MONTH": month} if month else {"WEEKDAY": weekday}
