"""Constructors of parts of days: "Thursday afternoon", "tonight", "over lunch", "all day"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dialogs.understand.when.calendar import midnight, nth_weekday
from dialogs.understand.when.moments import wall
from dialogs.understand.when.surroundings import after as after_word
from dialogs.understand.when.surroundings import before as before_word
from dialogs.understand.when.surroundings import ends
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import (
    Clock,
    Days,
    Part,
    Repeat,
    Scene,
    Several,
    Stretch,
)

PARTS = {
    "morning": (6 * 60, 12 * 60),
    "early_morning": (6 * 60, 9 * 60),
    "late_morning": (10 * 60, 12 * 60),
    "afternoon": (12 * 60, 18 * 60),
    "early_afternoon": (12 * 60, 15 * 60),
    "late_afternoon": (15 * 60, 18 * 60),
    "evening": (18 * 60, 22 * 60),
    "early_evening": (17 * 60, 19 * 60),
    "late_evening": (20 * 60, 23 * 60),
    "night": (20 * 60, 24 * 60),
    "tonight": (18 * 60, 24 * 60),
    "lunch": (12 * 60, 13 * 60),
    "breakfast": (7 * 60, 9 * 60),
    "brunch": (10 * 60, 12 * 60),
    "dinner": (18 * 60, 21 * 60),
    "day": (8 * 60, 18 * 60),
    "work": (9 * 60, 17 * 60),
}

_WORK = frozenset(("shift", "shifts", "duty", "duties", "rota", "roster", "school", "class", "classes"))
"""Before these a part of the day tells what kind it is: "night shift"."""
_COMPANY = frozenset(("with", "w", "for", "at"))
"""What shows that a meal is an event of its own: "after lunch with Ana"."""


def part_named(scene: Scene, items: Sequence[Item], daypart: str, edge: str = "") -> Part:
    """ "morning", "late afternoon" """
    name = f"{edge}_{daypart}" if f"{edge}_{daypart}" in PARTS else daypart
    return Part(daypart, *PARTS[name])


def on_day(day: date, start: int, end: int) -> Stretch:
    """That window of a day."""
    return Stretch(wall(day, start), wall(day, end), "minute")


def noun_before(scene: Scene, items: Sequence[Item]) -> bool:
    """Whether the word before makes a noun of the part of day: "date night", "game night Friday"."""
    word = before_word(scene, items)
    named = scene.words[items[0].first] in ("first", "last")
    return word.isalpha() and word not in scene.sets["before-part"] and not named


def each_part_of(scene: Scene, items: Sequence[Item], days: Several, part: Part) -> Several:
    """ "Tuesday or Wednesday morning" """
    return Several(tuple(on_day(day.start, part.start, part.end) for day in days.values if isinstance(day, Days)))


def parts_of_period(scene: Scene, items: Sequence[Item], period: Days, repeat: Repeat) -> Several | None:
    """ "next week, mornings": any of the mornings, not a recurrence."""
    if not repeat.plural or repeat.part is None:
        return None
    return Several((period, replace(on_day(period.start, *PARTS[repeat.part.name]), clock=True)))


def part_first(scene: Scene, items: Sequence[Item], part: Part, day: Days) -> Stretch | None:
    """ "morning of Wednesday", "afternoon tomorrow"; not "date night Friday"."""
    return None if noun_before(scene, items) else part_of_day(scene, items, part, day)


def part_and_more(scene: Scene, items: Sequence[Item], stretch: Stretch, day: Days) -> Stretch | None:
    """ "Tuesday evening, Nov 28th": the day said twice."""
    if stretch.start is None or stretch.end is None or stretch.open or day.end - day.start != timedelta(days=1):
        return None
    if day.said == "weekday":
        return stretch if stretch.start.weekday() == day.start.weekday() else None
    move = midnight(day.start) - midnight(stretch.start.date())
    return replace(stretch, start=stretch.start + move, end=stretch.end + move, clock=False, others=(), doubt=day.doubt)


def nth_part(
    scene: Scene, items: Sequence[Item], *, ordinal: int, weekday: int, part: Part, period: Days
) -> Stretch | None:
    """ "the first Monday evening of next month" """
    day = nth_weekday(period.start, period.end, weekday, ordinal)
    return on_day(day, part.start, part.end) if day else None


def part_of_day(
    scene: Scene, items: Sequence[Item], part: Part, day: Days | None = None, days: str = "0"
) -> Stretch | None:
    """ "Thursday afternoon", "this morning", "tonight" """
    if day is not None and day.end - day.start != timedelta(days=1):
        return None
    start = day.start if day else scene.now.date() + timedelta(days=int(days))
    others = tuple(on_day(other.start, part.start, part.end) for other in day.others) if day else ()
    return replace(on_day(start, part.start, part.end), others=others, doubt=day.doubt if day else "")


def part_alone(scene: Scene, items: Sequence[Item], part: Part) -> Stretch | None:
    """ "in the morning", "tonight": today, or tomorrow where it is over."""
    if part.name != "tonight" and (noun_before(scene, items) or after_word(scene, items) in _WORK):
        return None
    day = scene.now.date()
    if wall(day, part.end) <= scene.now:
        day += timedelta(days=1)
    return replace(on_day(day, part.start, part.end), clock=part.name != "tonight")


def last_night(scene: Scene, items: Sequence[Item], part: Part) -> Stretch | None:
    """ "last night" """
    return on_day(scene.now.date() - timedelta(days=1), part.start, part.end) if part.name != "day" else None


def part_early(scene: Scene, items: Sequence[Item], day: Days) -> Stretch | None:
    """ "Thursday early" at the end of a clause"""
    return on_day(day.start, *PARTS["early_morning"]) if ends(scene, items) and day.grain == "day" else None


def meal_window(scene: Scene, items: Sequence[Item], meal: str, day: Days | None = None) -> Stretch:
    """ "over lunch", "during dinner tomorrow" """
    start = day.start if day else scene.now.date()
    return replace(on_day(start, *PARTS[meal]), clock=day is None)


def _is_event(scene: Scene, items: Sequence[Item]) -> bool:
    """Whether the meal is one with somebody; "before lunch for 15 minutes" tells how long."""
    following = after_word(scene, items)
    behind = scene.words[items[-1].last + 1 : items[-1].last + 2]
    amount = following == "for" and bool(behind) and (behind[0][:1].isdigit() or behind[0] in ("an", "half"))
    return following in _COMPANY and not amount


def after_meal(scene: Scene, items: Sequence[Item], meal: str) -> Stretch | None:
    """ "after lunch"; "after lunch with Ana" speaks of an event."""
    if _is_event(scene, items):
        return None
    return Stretch(wall(scene.now.date(), PARTS[meal][1]), None, "minute", "after", clock=True)


def before_meal(scene: Scene, items: Sequence[Item], meal: str) -> Stretch | None:
    """ "before lunch" """
    if _is_event(scene, items):
        return None
    return Stretch(None, wall(scene.now.date(), PARTS[meal][0]), "minute", "before", clock=True)


def edge_of_day(scene: Scene, items: Sequence[Item], **_said: object) -> Part | None:
    """ "first thing tomorrow", "last thing on Friday": the ends of a working day; not "the first thing on the list"."""
    if before_word(scene, items) in ("the", "a", "my", "our", "one"):
        return None
    return Part("morning", 8 * 60, 10 * 60) if items[0].text == "first" else Part("afternoon", 16 * 60, 18 * 60)


def beside_work(scene: Scene, items: Sequence[Item]) -> Clock | None:
    """ "after work", "before work"; not "after work on the deck" """
    word, following = before_word(scene, items), after_word(scene, items)
    if following.isalpha() and following not in scene.sets["follow-hour"]:
        return None
    return {"after": Clock(17 * 60, True), "before": Clock(9 * 60, True)}.get(word)


def half_day(scene: Scene, items: Sequence[Item], day: Days, ampm: str) -> Stretch | None:
    """ "tomorrow am" at the end of a clause, "tomorrow pm re budget"; not "tomorrow am I free"."""
    word = after_word(scene, items)
    if not (ends(scene, items) or word in scene.sets["follow-half"]) or items[-1].text[-1:] == ".":
        return None
    return on_day(day.start, *PARTS["morning" if ampm == "a" else "afternoon"])


def all_day(scene: Scene, items: Sequence[Item], day: Days | None = None) -> Days | None:
    """ "all day Friday", "the whole day": without a day, today."""
    if day is None:
        today = scene.now.date()
        return Days(today, today + timedelta(days=1), "day", "nothing", all_day=True, lasting=timedelta(days=1))
    return replace(day, all_day=True)


def rest_of_day(scene: Scene, items: Sequence[Item], day: Days) -> Stretch | Days:
    """ "the rest of today" """
    if day.start == scene.now.date():
        return Stretch(scene.now, midnight(day.end), "minute")
    return day


def rest_of_hour(scene: Scene, items: Sequence[Item]) -> Stretch:
    """ "the rest of the hour" """
    end = scene.now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return Stretch(scene.now, end, "minute", firm=True)


def rest_of_today(scene: Scene, items: Sequence[Item]) -> Stretch:
    """ "the rest of the day" """
    return Stretch(scene.now, midnight(scene.now.date() + timedelta(days=1)), "minute")
