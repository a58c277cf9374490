"""Constructors of points in time: a day and a clock, "in two hours", "now"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs.understand.when.calendar import midnight
from dialogs.understand.when.clocks import DAY, NOON, clock_hm, in_part, read_hour, settle
from dialogs.understand.when.surroundings import after, before, ends
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Clock, Days, Length, Moment, Part, Scene, Several

_DAYLIKE = frozenset(
    (
        *("on", "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday"),
        *("mon", "tue", "tues", "wed", "thu", "thurs", "fri"),
    )
)
_LENGTH = re.compile(r"\d{1,3}(?:m|mins?|minutes?|h|hrs?|hours?)$")
BARELY = 4
"""Hours up to which "2h" is a length."""
LATE = 20
"""The hour from which an evening is late."""
WAKING = 7 * 60
"""An unsettled time before seven is meant in the afternoon: nobody meets at three at night."""
_LATE = 20
"""Hour from which nobody is taken to mean the evening: "today at 9:00", said at ten, is past rather than at 21:00."""


def colleague(scene: Scene, clock: Clock) -> tuple[int, int]:
    """The minute that a colleague would mean, and the other one; a meal that was spoken of decides."""
    first, second = clock.minute % NOON, clock.minute % NOON + NOON
    if scene.half == "a" and first >= 240:
        return first, second
    if first < WAKING or (scene.half == "p" and first < 600):
        return second, first
    return first, second


def wall(day: date, minute: int, second: int = 0) -> datetime:
    """The wall `minute` after the day began; beyond 1439 is the next day."""
    return midnight(day) + timedelta(minutes=minute, seconds=second)


def is_of_evening(scene: Scene, best: datetime, second: datetime) -> bool:
    """Whether today's hour that is over is taken to be that of the evening, which nobody means late in the day."""
    return best < scene.now <= second and second.hour < _LATE


def at(scene: Scene, day: Days, clock: Clock) -> Moment:
    """`clock` on `day`: where the half was not said, the colleague's reading, today the one still to come."""

    def point(on: date, minute: int) -> datetime:
        return here(scene, wall(on, minute, clock.second), clock.zone)

    first = clock.minute if clock.settled else colleague(scene, clock)[0]
    others = tuple(Moment(point(other.start, first), clock.grain) for other in day.others)
    if clock.settled:
        return Moment(point(day.start, clock.minute), clock.grain, others, day.doubt, zone=clock.zone)
    best, second = colleague(scene, clock)
    if day.start == scene.now.date() and is_of_evening(scene, point(day.start, best), point(day.start, second)):
        best, second = second, best
    other = Moment(point(day.start, second), clock.grain)
    return Moment(point(day.start, best), clock.grain, (other, *others), day.doubt or "am_pm", zone=clock.zone)


def here(scene: Scene, there: datetime, zone: str) -> datetime:
    """A wall of another zone as a wall of the speaker's; one that was said without a zone is theirs."""
    if not zone:
        return there
    try:
        return there.replace(tzinfo=ZoneInfo(zone)).astimezone(scene.zone).replace(tzinfo=None)
    except OverflowError:
        return there


def moment(
    scene: Scene,
    items: Sequence[Item],
    *,
    day: Days,
    clock: Clock | None = None,
    hour: int | None = None,
    hhmm: int | None = None,
    part: Part | None = None,
) -> Moment | None:
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


def moment_in_zone(scene: Scene, items: Sequence[Item], moment: Moment, zone: str) -> Moment | None:
    """ "8am tomorrow Tokyo time": the wall is that zone's."""
    if moment.zone or moment.now:
        return None
    others = tuple(replace(other, at=here(scene, other.at, zone)) for other in moment.others)
    return replace(moment, at=here(scene, moment.at, zone), others=others, zone=zone)


def for_hour(scene: Scene, items: Sequence[Item], hour: int, day: Days) -> Moment | None:
    """ "for 4 tomorrow"; "a room for 6 tomorrow" and "for 6 tomorrow at 2" count people."""
    if before(scene, items) in scene.sets["counted"] or after(scene, items) in ("at", "@"):
        return None
    return moment(scene, items, day=day, hour=hour)


def each_moment(
    scene: Scene, items: Sequence[Item], days: Several, clock: Clock | None = None, hour: int | None = None
) -> Several | None:
    """ "Tuesday or Wednesday at 3" """
    chosen = clock or (Clock(hour * 60 % DAY, hour > 12, grain="hour") if hour is not None else None)
    if chosen is None:
        return None
    return Several(tuple(at(scene, day, chosen) for day in days.values if isinstance(day, Days)))


def day_dots(scene: Scene, items: Sequence[Item], day: Days, hdotm: tuple[int, ...]) -> Moment | None:
    """ "Monday 12.30", "tomorrow at 9.15" """
    return moment(scene, items, day=day, clock=clock_hm(scene, items[-1:], hdotm))


def either(
    scene: Scene, items: Sequence[Item], a: Clock | int, b: Clock | int, part: Part | None = None
) -> Several | None:
    """ "9 or 10 in the morning", "at 2 or 3"; "for 1 or 2 people" counts."""
    first, last = read_hour(a), read_hour(b)
    if scene.sets["counted"] & set(scene.words) or (not part and not _is_clock(scene, items, a, b)):
        return None
    if part:
        first, last = in_part(first, part) or first, in_part(last, part) or last
    elif last.settled and not first.settled:
        first = settle(first, last).start
    return Several((first, last))


def _is_clock(scene: Scene, items: Sequence[Item], a: Clock | int, b: Clock | int) -> bool:
    """Whether bare hours are told by what stands beside: "at", "either", a day."""
    told = items[0].text in ("at", "either", "around", "between") or isinstance(a, Clock) or isinstance(b, Clock)
    return told or before(scene, items) in _DAYLIKE or after(scene, items) in _DAYLIKE


def either_on(
    scene: Scene, items: Sequence[Item], either: Several, day: Days, part: Part | None = None
) -> Several | None:
    """ "9 or 10 tomorrow morning" """
    clocks = [clock for clock in either.values if isinstance(clock, Clock)]
    return Several(tuple(at(scene, day, (part and in_part(clock, part)) or clock) for clock in clocks))


def or_clock(
    scene: Scene, items: Sequence[Item], a: Moment | Several, clock: Clock | None = None, hour: int | None = None
) -> Several | None:
    """ "Friday at 2 or 3" """
    first = a.values if isinstance(a, Several) else (a,)
    last = first[-1]
    chosen = clock or (Clock(hour * 60 % DAY, hour > 12, grain="hour") if hour is not None else None)
    if not isinstance(last, Moment) or chosen is None:
        return None
    day = last.at.date()
    if not chosen.settled and last.doubt != "am_pm":
        minute = last.at.hour * 60 + last.at.minute
        later = [m for m in (chosen.minute % NOON, chosen.minute % NOON + NOON) if m > minute]
        chosen = replace(chosen, minute=later[0] if later else chosen.minute, settled=True)
    return Several((*first, at(scene, Days(day, day + timedelta(days=1)), chosen)))


def or_moment(scene: Scene, items: Sequence[Item], a: Moment | Several, b: Moment) -> Several:
    """ "Thursday at 10 or Friday at 11" """
    return Several((*(a.values if isinstance(a, Several) else (a,)), b))


def in_length(scene: Scene, items: Sequence[Item], length: Length, sign: str = "1") -> Moment | None:
    """ "in two hours", "20 minutes ago"; not "squeeze in 20 minutes" """
    if length.unit not in ("hour", "minute", "second"):
        return None
    if items[0].text == "in" and before(scene, items) in scene.sets["before-particle"]:
        return None
    return Moment(scene.now + int(sign) * length.delta, "second" if length.unit == "second" else "minute")


def length_from_moment(scene: Scene, items: Sequence[Item], length: Length, moment: Moment, sign: str = "1") -> Moment:
    """ "an hour before Friday noon" """
    return replace(moment, at=moment.at + int(sign) * length.delta, others=())


def day_length_from_now(
    scene: Scene, items: Sequence[Item], length: Length, length2: Length, sign: str = "1"
) -> Moment | None:
    """ "in 1 day 2 hours" """
    if length.seconds % 86400 or length2.seconds >= 86400:
        return None
    return Moment(scene.now + int(sign) * (length.delta + length2.delta))


def now(scene: Scene, items: Sequence[Item]) -> dict[str, object]:
    """ "now", "right away" """
    moment = Moment(scene.now, "minute", now=True)
    return {"MOMENT": moment, "PRESENT": moment, "now": "now"}


def bare_now(scene: Scene, items: Sequence[Item]) -> dict[str, object] | None:
    """ "now" as a time; not "now add dinner too", "okay, now, …"."""
    leads = before(scene, items) in (
        "until",
        "till",
        "from",
        "between",
        "free",
        "available",
        "busy",
        "starting",
        "of",
        "and",
        "meeting",
    )
    follows = after(scene, items) in ("and", "till", "until", "to", "-")
    if not (leads or follows or (ends(scene, items) and after(scene, items) != ",")):
        return None
    return now(scene, items)


def zero_hhmm(scene: Scene, items: Sequence[Item], hhmm: int, day: Days) -> Moment | None:
    """ "0907 tomorrow" """
    return at(scene, day, Clock(hhmm % DAY, True)) if items[0].text.startswith("0") else None


def day_hour(scene: Scene, items: Sequence[Item], day: Days, hour: int) -> Moment | None:
    """ "tomorrow 3": a bare number after a day, where nothing is counted by it."""
    word = after(scene, items)
    clear = ends(scene, items) or word in scene.sets["follow-day-hour"] or _is_length(scene, items)
    # "The Wednesday one" is what is on Wednesday.
    is_pronoun = items[-1].text in scene.sets["pronoun-hours"]
    if not 0 < hour <= 24 or not clear or day.said == "date" or is_pronoun:
        return None
    return moment(scene, items, day=day, hour=hour)


def _is_length(scene: Scene, items: Sequence[Item]) -> bool:
    """ "friday 9 30min": behind the hour stands how long it takes."""
    behind = "".join(scene.words[items[-1].last : items[-1].last + 2])
    return bool(_LENGTH.match(behind))


def day_hhmm(scene: Scene, items: Sequence[Item], day: Days, hhmm: int) -> Moment | None:
    """ "2 Nov 1815" """
    following = after(scene, items)
    plain = ends(scene, items) or following.isdigit() or following in scene.sets["follow-day-hour"]
    if len(items[-1].text) != 4 or not plain:
        return None
    return at(scene, day, Clock(hhmm % DAY, True))


def day_hh(scene: Scene, items: Sequence[Item], day: Days, hh: int) -> Moment | None:
    """ "Thursday 8h"; in "Thursday, 2h" they are how long: nobody meets so early, and none writes the afternoon so."""
    lasts = hh <= BARELY and not items[-1].text.startswith("0") and not {"at", "by", "from"} & {i.text for i in items}
    if lasts:
        return None
    return moment(
        scene, items, day=day, clock=Clock(hh * 60 % DAY, hh > 12 or items[-1].text.startswith("0"), grain="hour")
    )


def iso_moment(scene: Scene, items: Sequence[Item], iso: str) -> Moment | None:
    """2026-11-18T09:30"""
    try:
        return Moment(datetime.fromisoformat(iso.upper()).replace(tzinfo=None), "minute")
    except ValueError:
        return None


def is_late(scene: Scene, clock: Clock, meant: datetime) -> bool:
    """Whether it was only put into the evening because the morning is over."""
    return not clock.settled and meant.hour >= LATE and colleague(scene, clock)[0] < meant.hour * 60


def clock_today(scene: Scene, clock: Clock) -> Moment:
    """A clock without a day: today, or tomorrow where that is over; nobody meets late in the evening for "at 9"."""
    today = scene.now.date()
    point = at(scene, Days(today, today + timedelta(days=1)), clock)
    if point.at < scene.now or is_late(scene, clock, point.at):
        point = at(scene, Days(today + timedelta(days=1), today + timedelta(days=2)), clock)
    return point
