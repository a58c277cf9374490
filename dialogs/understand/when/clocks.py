"""Constructors of times of day: "half past ten", "3pm", "15h30", and of spans between them."""

from collections.abc import Sequence
from dataclasses import replace

from dialogs.understand.when.surroundings import after, alone, before, ends
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Clock, Clocks, Length, Part, Scene

NOON = 720
DAY = 1440
_STEP = 5
"""Minutes between the times that are written as one number: "1130", though not "1132"."""


def _half(minute: int, ampm: str) -> int:
    """Put a 12-hour reading into the half that was said; a 24-hour reading stays ("15pm" is 15)."""
    if ampm == "a":
        return minute - NOON if NOON <= minute < NOON + 60 else minute
    return minute + NOON if minute < NOON else minute


def clock_of(scene: Scene, items: Sequence[Item], hour: int, ampm: str = "") -> Clock | None:
    """ "3", "3 pm"; 13 to 24 and 0 settle themselves; not "at 5 percent", "at 10 - 10.1"."""
    if not ampm and _is_figure(scene, items):
        return None
    if ampm:
        if hour > 12 and ampm == "a":
            return None
        if items[-1].text.rstrip(".") in ("a", "p") and alone(scene, items):
            return None
        return Clock(_half(hour * 60, ampm) % DAY, True, grain="hour")
    return Clock(hour * 60 % DAY, hour == 0 or hour > 12, grain="hour")


def _is_figure(scene: Scene, items: Sequence[Item]) -> bool:
    """Whether a measure follows, or a dash and a number with tenths."""
    following = after(scene, items)
    to = scene.words[items[-1].last + 1 : items[-1].last + 2]
    return following in scene.sets["measure"] or (following == "-" and bool(to) and to[0][-2:-1] == ".")


def clock_hm(scene: Scene, items: Sequence[Item], hm: tuple[int, ...], ampm: str = "") -> Clock:
    """ "10:30", "10:30 pm", "15:30:20" """
    hour, minute, second = hm[:3]
    if ampm:
        return Clock(_half(hour * 60 + minute, ampm) % DAY, True, second)
    settled = hour == 0 or hour > 12 or items[0].text.startswith("0") or len(hm) > 3
    return Clock((hour * 60 + minute) % DAY, settled, second)


def clock_dots(scene: Scene, items: Sequence[Item], hdotm: tuple[int, ...], ampm: str = "") -> Clock | None:
    """ "10.30 am", "at 17.30"; not "at 6.45 percent"."""
    if after(scene, items) in scene.sets["measure"]:
        return None
    return clock_hm(scene, items, hdotm, ampm)


def dotted_clock(scene: Scene, items: Sequence[Item], hdotm: tuple[int, ...]) -> Clock | None:
    """ "till 12.30", "2-3.30", "before 9.15": behind a word that clocks stand behind, not behind tenths."""
    at = items[0].first
    tenths = at > 1 and scene.words[at - 2][-2:-1] == "."
    said_so = before(scene, items) in scene.sets["before-dotted"] and not tenths
    return clock_dots(scene, items, hdotm) if said_so or _is_plainly_clock(scene, items, hdotm) else None


def _is_plainly_clock(scene: Scene, items: Sequence[Item], hdotm: tuple[int, ...]) -> bool:
    """ "9.30 works", "cancel my 2.30", "Tom 9.30 tomorrow": where nothing else is said so; not what may be a date."""
    opens = items[0].first == 0 or before(scene, items) in scene.sets["determiner"]
    if ends(scene, items):
        return opens and not 0 < hdotm[1] <= 12
    return after(scene, items) in scene.sets["follow-hour" if opens else "one-day"]


def clock_words(scene: Scene, items: Sequence[Item], hour: int, number: int, ampm: str = "") -> Clock | None:
    """ "ten thirty", "8 30 am"; not "at 9 six times" """
    minutes = items[2 if items[0].text == "at" else 1].text
    if minutes.isdigit() and len(minutes) == 1:
        # "December 10 4 pm" is no time of ten hours and four minutes.
        return None
    if not 0 <= number < 60 or hour > 24 or (not ampm and after(scene, items) in scene.sets["counts"]):
        return None
    return clock_hm(scene, items, (hour, number, 0), ampm)


def clock_hhmm(scene: Scene, items: Sequence[Item], hhmm: int, ampm: str = "") -> Clock | None:
    """ "1530", "930 am" """
    if ampm:
        return Clock(_half(hhmm, ampm) % DAY, True)
    return Clock(hhmm % DAY, hhmm >= 780 or items[-1].text.startswith("0"))


def clock_past(
    scene: Scene,
    items: Sequence[Item],
    *,
    hour: int,
    number: int = 0,
    minutes: str = "0",
    sign: str = "1",
    ampm: str = "",
) -> Clock | None:
    """ "half past ten", "ten to 4 pm"; "5 to 6pm" and "ten to 4" after "from" are spans."""
    away = number or int(minutes)
    if not 0 < away < 60 or not 0 < hour <= 24 or (sign == "-1" and _is_length(scene, items)):
        return None
    if number and sign == "-1" and not any(i.text.startswith("min") for i in items):
        spelled = items[0].text.isalpha() and number >= 10
        said_so = before(scene, items) in ("at", "@", "by", "until", "is", "'s", "it's", "around", "about")
        if number % 5 or not (spelled or said_so):
            return None
    minute = (_half(hour * 60, ampm) if ampm else hour * 60) + int(sign) * away
    return Clock(minute % DAY, bool(ampm) or hour > 12)


def half_hour(scene: Scene, items: Sequence[Item], hour: int) -> Clock | None:
    """ "half 3" is half past three."""
    clock = time_hour(scene, items, hour)
    return replace(clock, minute=clock.minute + 30) if clock and 0 < hour <= 12 else None


def _is_length(scene: Scene, items: Sequence[Item]) -> bool:
    """ "For 15 min till 18 December" tells how long, and until which day."""
    is_till = any(each.text in ("till", "until", "til") for each in items)
    return is_till and (before(scene, items) == "for" or after(scene, items) in scene.sets["months"])


def length_past(scene: Scene, items: Sequence[Item], length: Length, a: Clock | int, sign: str = "1") -> Clock | None:
    """ "20 minutes past 3pm", "quarter to noon" """
    if not 0 < length.seconds < 3600 or length.unit not in ("minute", "hour"):
        return None
    if sign == "-1" and _is_length(scene, items):
        return None
    clock = read_hour(a)
    return Clock((clock.minute + int(sign) * int(length.seconds // 60)) % DAY, clock.settled)


def near_clock(
    scene: Scene, items: Sequence[Item], *, clock: Clock, number: int = 0, minutes: str = "0", sign: str = "1"
) -> Clock | None:
    """ "15 past noon", "a quarter to midnight" """
    away = number or int(minutes)
    if not 0 < away < 60 or clock.minute % 60:
        return None
    return Clock((clock.minute + int(sign) * away) % DAY, clock.settled)


def spelled_clock(scene: Scene, items: Sequence[Item], hour: int, number: int, ampm: str = "") -> Clock | None:
    """ "five thirty", "two forty-five": both in words, so that "3 30" is left alone."""
    if not 10 <= number < 60 or not 0 < hour <= 24 or not items[0].text.isalpha():
        return None
    if any(c.isdigit() for i in items for c in i.text):
        return None
    return clock_hm(scene, items, (hour, number, 0), ampm)


def h_clock(scene: Scene, items: Sequence[Item], hh: int) -> Clock | None:
    """ "15h", "at 9h" """
    return Clock(hh * 60 % DAY, hh > 12 or items[-1].text.startswith("0"), grain="hour")


def sure_h_clock(scene: Scene, items: Sequence[Item], hh: int) -> Clock | None:
    """ "03h" and "15h" are a clock, "3h" is not; nor is what is said to last so long."""
    late = 12 < hh < 24 and before(scene, items) not in scene.sets["before-amount"]
    return h_clock(scene, items, hh) if late or items[0].text.startswith("0") else None


def h_in_zone(scene: Scene, items: Sequence[Item], hh: int, zone: str) -> Clock | None:
    """ "15h GMT" """
    clock = h_clock(scene, items, hh)
    return replace(clock, zone=zone) if clock else None


def behind_a_time(scene: Scene, items: Sequence[Item]) -> bool:
    """Whether an hour stands right before: in "3.30pm for 20" the 20 is how long."""
    word = before(scene, items)
    if word in scene.sets["one-day"]:
        word = scene.words[items[0].first - 2] if items[0].first > 1 else ""
    return word in ("am", "pm", "noon", "midday") or word[-1:].isdigit()


def last_hour(scene: Scene, items: Sequence[Item], hour: int) -> Clock | None:
    """ "move it to 4", "for 12": a bare number at the end of a clause, where nothing else is counted."""
    if (
        [i.text for i in items] == ["that", "one"]
        or (items[0].text == "for" and behind_a_time(scene, items))
        or not ends(scene, items)
        or not 0 < hour <= 24
        or scene.sets["counted"] & set(scene.words)
    ):
        return None
    return clock_of(scene, items, hour)


def time_hour(scene: Scene, items: Sequence[Item], hour: int) -> Clock | None:
    """ "around 5", "by 6": not followed by what is counted."""
    word = after(scene, items)
    if not 0 < hour <= 24 or (word.isalpha() and word not in scene.sets["follow-hour"]) or word == "%":
        return None
    return clock_of(scene, items, hour)


def four_digits(scene: Scene, items: Sequence[Item], hhmm: int) -> Clock | None:
    """ "for 1700" at the end of a clause; a year is not a time."""
    if not ends(scene, items) or not items[-1].text.isdigit() or len(items[-1].text) != 4:
        return None
    return Clock(hhmm % DAY, hhmm >= 780 or items[-1].text.startswith("0"))


def named_clock(scene: Scene, items: Sequence[Item], named: int) -> Clock:
    """ "noon", "midnight" """
    return Clock(named % DAY, True, grain="hour")


def clocks_in_part(scene: Scene, items: Sequence[Item], clocks: Clocks, part: Part) -> Clocks:
    """ "between 10 and 11:30 in the morning" """
    start = in_part(clocks.start, part) or clocks.start
    end = clocks.end
    if not end.settled:
        end = replace(end, minute=end.minute % NOON, settled=False)
    return settle(start, end, clocks.firm)


def hour_span(scene: Scene, items: Sequence[Item], a: Clock | int, b: Clock | int) -> Clocks | None:
    """ "2-4" with nothing that says it is a time: believed only where a day or a verb of meeting stands beside."""
    earlier = scene.words[max(0, items[0].first - 2) : items[0].first]
    lead = next((word for word in reversed(earlier) if word not in scene.sets["particle"]), "")
    goes_on = ends(scene, items) or after(scene, items) in scene.sets["follow-hour"]
    if lead in scene.sets["before-span"] or (lead in scene.sets["books-span"] and goes_on):
        return clocks(scene, items, a, b)
    return None


def clock_in_part(scene: Scene, items: Sequence[Item], clock: Clock, part: Part) -> Clock | None:
    """ "6 in the evening", "11 at night": the part decides the half."""
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


def read_hour(value: Clock | int | tuple[int, ...]) -> Clock:
    """A bare hour, or (hour, minute, second), as an unsettled clock."""
    if isinstance(value, Clock):
        return value
    if isinstance(value, tuple):
        return Clock((value[0] * 60 + value[1]) % DAY, value[0] == 0 or value[0] > 12)
    return Clock(value * 60 % DAY, value == 0 or value > 12, grain="hour")


def clocks(scene: Scene, items: Sequence[Item], a: Clock | int, b: Clock | int, part: Part | None = None) -> Clocks:
    """ "from 2 to 4pm", "9-5", "between 10 and 11:30 in the morning": the halves settle each other."""
    start, end = read_hour(a), read_hour(b)
    if part:
        start = in_part(start, part) or start
    return settle(start, end, firm=items[0].text != "between")


def clock_pair(scene: Scene, items: Sequence[Item], a: Clock | int, b: Clock | int) -> Clocks | None:
    """A span that is said with words; not where something is moved from one time to the other."""
    if scene.moving and items[0].text != "between":
        return None
    if isinstance(b, int) and after(scene, items) in scene.sets["months"]:
        return None
    return clocks(scene, items, a, b)


def clocks_ampm(scene: Scene, items: Sequence[Item], hhmm: int, hhmm2: int) -> Clocks | None:
    """ "0905-1340", "2305-0715" """
    if not len(items[0].text) == len(items[-1].text) == 4:
        return None
    first, second = Clock(hhmm % DAY, True), Clock(hhmm2 % DAY, True)
    return Clocks(first, second)


def dotted_pair(scene: Scene, items: Sequence[Item], hdotm: tuple[int, ...], b: Clock | int) -> Clocks:
    """ "17.05-18.15", "9.30-4.30pm", "9.30 to 11" """
    return settle(clock_hm(scene, items[:1], hdotm), read_hour(b))


def settle(start: Clock, end: Clock, firm: bool = True) -> Clocks:
    """Give an unsettled side the half in which the span is forward and short."""
    if start.settled and not end.settled:
        minute = end.minute % NOON
        end = replace(
            end, minute=min((m for m in (minute, minute + NOON) if m > start.minute), default=minute), settled=True
        )
    elif end.settled and not start.settled:
        minute = start.minute % NOON
        last = end.minute or DAY
        start = replace(
            start, minute=max((m for m in (minute, minute + NOON) if m < last), default=minute), settled=True
        )
    return Clocks(start, end, firm)


def bare_span(scene: Scene, items: Sequence[Item], hour: int, hour2: int) -> Clocks | None:
    """ "2-4": a span of hours only where a day stands beside it."""
    if hour == hour2 or scene.moving:
        return None
    return clocks(scene, items, hour, hour2)


def digits_span(scene: Scene, items: Sequence[Item], a: int, b: int) -> Clocks | None:
    """ "11-1130", "1-230", "1230 to 130": hours and minutes in one number, each half told by the other."""
    start, end = _in_digits(items[0].text, a), _in_digits(items[-1].text, b)
    if start is None or end is None or scene.moving or before(scene, items) in scene.sets["numbered"]:
        return None
    return settle(start, end)


def _in_digits(text: str, value: int) -> Clock | None:
    """A clock of one number; None where its minutes are none that people meet at."""
    if len(text) < len("900"):
        return read_hour(value)
    if value % _STEP:
        return None
    return Clock(value % DAY, value >= NOON + 60 or text.startswith("0"))


def h_pair(scene: Scene, items: Sequence[Item], a: Clock | int, b: int) -> Clocks:
    """ "15h30-18h" """
    return clocks(scene, items, a, Clock(b * 60 % DAY, b > 12))


def hour_tonight(scene: Scene, items: Sequence[Item], hour: int, part: Part) -> Clock | None:
    """ "8 tonight"; "2 morning sessions" and "1 evening" are counted."""
    return hour_in_part(scene, items, hour, part) if items[-1].text.startswith("toni") else None


def clock_in_zone(scene: Scene, items: Sequence[Item], clock: Clock, zone: str) -> Clock:
    """ "3pm CET", "10:30 London time" """
    return replace(clock, zone=zone)


def last_hour_in_zone(scene: Scene, items: Sequence[Item], hour: int, zone: str) -> Clock | None:
    """ "between 9 and 11 PT" """
    return hour_in_zone(scene, items, hour, zone) if before(scene, items) in scene.sets["joins-hours"] else None


def hour_in_zone(scene: Scene, items: Sequence[Item], hour: int, zone: str) -> Clock:
    """ "at 9 Pacific" """
    return replace(read_hour(hour), zone=zone)
