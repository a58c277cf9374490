"""What somebody says of their own settings: the zone, the working hours, how their meetings are to be.

The sentences are a language's data: `languages/<language>.settings.txt`. Pure.
"""

import re
from collections.abc import Mapping
from datetime import time, timedelta
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.sentences import Sentence, sentence
from dialogs.understand.understood import Intent, SettingSaid, Understood
from dialogs.understand.when.reading import read

_FILE: Final = "en.settings.txt"
_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY: Final = re.compile(r"weekday|weekend|(?:mon|tue|wed|thu|fri|sat|sun)")
_NUMBERS: Final = {
    name: number
    for number, name in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
}
_PARTS: Final = {"half past ": 30, "quarter past ": 15, "quarter to ": -15}
_NAMED: Final = {"noon": 720, "midday": 720, "midnight": 0}
_NOON: Final = 720
_DAY_LENGTH: Final = 1440
_EARLY: Final = 540
"""Nine: what ends before it, or is not to be exceeded, is meant in the afternoon where no half of the day is said."""
_DAWN: Final = 420
"""Seven: nobody's lunch begins before it."""
_LUNCH: Final = (time(12), time(13))
_PAUSE: Final = timedelta(minutes=10)
"""What "no back-to-back meetings" leaves between them."""
_WITH_LENGTH: Final = frozenset(("duration", "buffer"))


def preferred(utterance: str, context: Context) -> Understood | None:
    """What the words ask of the speaker's settings, or None where they speak of something else."""
    if (one := _one(utterance, context)) is not None:
        return one
    for found in patterns()["settings-between"].finditer(utterance):
        first, second = (_one(part, context) for part in (utterance[: found.start()], utterance[found.end() :]))
        if first and second and first.settings and second.settings:
            return _understood("", (*first.settings, *second.settings))
    return None


def _one(utterance: str, context: Context) -> Understood | None:
    found = sentence(utterance, _FILE, lambda told: _read(told, context) is not None)
    if found is None:
        return None
    if found.label in ("show", "forget"):
        return _understood(found.label, ())
    said = _read(found, context)
    assert said is not None
    return _understood(found.label if found.label in ("stay", "later") else "", (said,))


def _understood(facet: str, settings: tuple[SettingSaid, ...]) -> Understood:
    return Understood(Intent.PREFERENCES, 0.97, facet=facet, settings=settings)


def _read(told: Sentence, context: Context) -> SettingSaid | None:
    """The setting of one sentence; None where a part of it is not what it should be."""
    label, parts = told.label, told.parts
    if context.question and "?" in told.marks:
        return None
    if label in _WITH_LENGTH:
        length = _length(parts["length"], context) if "length" in parts else _PAUSE
        return SettingSaid(label, length=length) if length is not None else None
    if label == "clock":
        return SettingSaid(
            label, hours24=parts["clock"].lower()[:2] in ("24", "tw", "mi") and parts["clock"] != "twelve"
        )
    if label in ("zone", "stay", "later", "zonesaid"):
        from dialogs.understand.when.cities import zones_of  # noqa: PLC0415  it loads Babel, which hardly any utterance needs

        place = re.sub(r"^the ", "", parts["place"], flags=re.IGNORECASE)
        # "I'm in a meeting this week" names no place of the world.
        is_known = label == "zonesaid" or bool(zones_of(place, context.now))
        return SettingSaid("zone", place=place) if is_known else None
    start, end = _range(label, parts)
    days = _weekdays(parts["days"]) if "days" in parts else ()
    if label == "lunch" and start is None:
        start, end = _LUNCH
    if label == "lunch" and start and end is None:
        end = time((start.hour + 1) % 24, start.minute)
    if label.startswith("no") and label != "nodays":
        return SettingSaid(label.removeprefix("no"), drops=True)
    return SettingSaid(label, start=start, end=end, weekdays=days)


def _range(label: str, parts: Mapping[str, str]) -> tuple[time | None, time | None]:
    first = _minutes(parts["from"]) if "from" in parts else None
    last = _minutes(parts["to"]) if "to" in parts else None
    start, end = (each[0] if each else None for each in (first, last))
    bare = [each is not None and not each[1] for each in (first, last)]
    if start is not None and bare[0] and label == "lunch" and start < _DAWN:
        start += _NOON
    if end is not None and bare[1] and end < _NOON and (end <= (start or 0) or (start is None and end < _EARLY)):
        end += _NOON
    return _time(start), _time(end)


def _time(minutes: int | None) -> time | None:
    return None if minutes is None else time(minutes % _DAY_LENGTH // 60, minutes % 60)


def _minutes(words: str) -> tuple[int, bool] | None:
    """Minutes since midnight, and whether it was said of which half of the day they are."""
    said = words.lower().replace(" o'clock", "").strip()
    half = "a" if said.endswith("in the morning") else "p" if " in the " in said else ""
    said = said.partition(" in the ")[0].strip()
    if said in _NAMED:
        return _NAMED[said], True
    found = patterns()["settings-clock"].fullmatch(said)
    if found is None:
        return None
    hour = int(found["hour"]) if found["hour"].isdigit() else _NUMBERS.get(found["hour"], 99)
    minute, half = int(found["minute"] or 0), found["half"] or half
    if hour > 24 or minute > 59:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    is_written = bool(found["minute"]) and len(found["hour"]) == 2
    return hour * 60 + minute + _PARTS.get(found["part"] or "", 0), bool(half) or hour > 12 or is_written


def _length(words: str, context: Context) -> timedelta | None:
    found = [when.duration for when in read(f"for {words}", context).when if when.duration]
    return found[0] if len(found) == 1 else None


def _weekdays(words: str) -> tuple[int, ...]:
    """The days of the week, 0 is Monday: "Mon-Thu", "Monday and Friday", "weekends"."""
    said = words.lower()
    stretch = patterns()["settings-through"].split(said)
    ends = [_DAY.findall(part) for part in stretch]
    if len(ends) == 2 and all(len(each) == 1 and each[0] in _DAYS for each in ends):
        first, last = (_DAYS.index(each[0]) for each in ends)
        return tuple(sorted((first + ahead) % 7 for ahead in range((last - first) % 7 + 1)))
    days: set[int] = set()
    for name in _DAY.findall(said):
        days |= {5, 6} if name == "weekend" else set(range(5)) if name == "weekday" else {_DAYS.index(name)}
    return tuple(sorted(days))
