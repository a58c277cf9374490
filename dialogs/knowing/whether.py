"""Answer by yes or no what is asked of a meeting: "is the retro at 3?", "has everyone accepted the review?".

Ana: is the retro still on Friday?
Bot: No, it is on Thu 26 Nov, 14:00 – 15:00.
     Retrospective · Tejo · with Tom                     [Join] [Open in Outlook]

The build of the question is known by `understand/builds/whether.py`; where its words name no meeting that is in the
calendar, it is left to the other jobs.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.asker import Asker
from dialogs.cards import details as cards
from dialogs.frame import Frame
from dialogs.knowing import attendance, details
from dialogs.people.names import folded
from dialogs.referents import spoken, upcoming
from dialogs.turn import Reply
from dialogs.understand import Context, understand
from dialogs.understand.builds.whether import Claim, claimed
from dialogs.understand.understood import Kind, Understood, When
from dialogs.words.reader import Reader
from dialogs.words.repeats import repeats
from graph import events
from graph.model import Event, EventType, Window
from graph.recurrence import rule_of

_HALF_A_DAY = 12 * 60
"""Minutes by which "at 3" may be meant otherwise."""
_AT_HAND = frozenset(("it", "that", "this", "one"))
_ANY_CALL = frozenset(("", "teams", "video"))
"""What an online meeting of ours is called."""


async def answered(utterance: str, frame: Frame, asker: Asker, context: Context) -> tuple[Frame, Reply] | None:
    """The answer; None where nothing is asked that way, or of no meeting that there is. Raises GraphError."""
    claim = claimed(utterance, context)
    if claim is None:
        return None
    if (frame.asked or frame.booking) and not _is_named(claim, context):
        # "Is it at 3?" is asked of what is being booked.
        return None
    found = await _meant(claim, frame, asker, context)
    if not found:
        return None
    if claim.kind in ("all", "any"):
        event = _next(found, asker.now)
        return details.shown(event, attendance.of_everyone(event, claim, asker.reader), frame, asker)
    event, words = await _verdict(claim, found, asker)
    return details.shown(event, words, frame, asker)


def _is_named(claim: Claim, context: Context) -> bool:
    said = _of_its_name(claim.event, context)
    return bool(claim.event) and (spoken.names_one(_sentence(claim.event), said) or bool(said.people))


async def _meant(claim: Claim, frame: Frame, asker: Asker, context: Context) -> Sequence[Event]:
    """The events of one meeting that its words mean, in order of start, those of a series among them.

    Nothing where they mean none for sure. Raises GraphError.
    """
    said = _of_its_name(claim.event, context)
    sentence = _sentence(claim.event or "it")
    is_named = spoken.names_one(sentence, said)
    plain = set(folded(claim.event).split())
    is_told = is_named or said.people or said.time.slots or said.time.exact or "next" in plain
    points = not claim.event or bool(plain & _AT_HAND)
    if not is_told and not (points and len(frame.listed) == 1):
        return ()
    midnight = asker.now.replace(hour=0, minute=0, second=0, microsecond=0)
    windows = [Window(midnight, midnight + upcoming.SOON), Window(midnight - details.PAST, midnight)]
    for window in reversed(windows) if claim.is_past and claim.kind not in ("off", "moved") else windows:
        view = await events.calendar_view(asker.graph, window, asker.zone)
        found = spoken.of(sentence, said, view, frame)
        if found.events and not found.nearly:
            return _of_one(found.events, claim, asker)
    return ()


def _sentence(words: str) -> str:
    """A question that says nothing but which meeting is meant."""
    return f"when is {words}?"


def _of_its_name(words: str, context: Context) -> Understood:
    """The people and times by which a meeting is described."""
    said = understand(_sentence(words), context)
    return replace(said, subject="", facet="when", choice=None)


def _of_one(found: Sequence[Event], claim: Claim, asker: Asker) -> Sequence[Event]:
    """Of several meetings with such a name the one of which it is true, else the next one."""
    ahead = [event for event in found if event.end > asker.now] or list(found)
    if claim.kind in ("off", "on"):
        ahead = [event for event in ahead if event.is_cancelled is (claim.kind == "off")] or ahead
    else:
        ahead = [event for event in ahead if not event.is_cancelled] or ahead
    called: dict[str, list[Event]] = {}
    for event in ahead:
        called.setdefault(event.series_id or folded(event.subject), []).append(event)
    if len(called) == 1 or claim.kind not in ("time", "there"):
        return called[ahead[0].series_id or folded(ahead[0].subject)]
    fitting = [each for each in called.values() if any(_is_at(claim.when, event) for event in each)]
    return fitting[0] if fitting else next(iter(called.values()))


def _next(found: Sequence[Event], now: datetime) -> Event:
    standing = [event for event in found if not event.is_cancelled] or list(found)
    return next((event for event in standing if event.end > now), standing[-1])


async def _verdict(claim: Claim, found: Sequence[Event], asker: Asker) -> tuple[Event, str]:
    """The event of which it is asked, and the answer. Raises GraphError."""
    reader = asker.reader
    timed = [event for event in found if _is_at(claim.when, event)] if claim.kind not in ("repeats", "length") else []
    standing = [event for event in timed if not event.is_cancelled]
    if claim.kind == "off":
        return _called_off(claim, timed or found, asker)
    if claim.when and claim.kind not in ("repeats", "length") and not standing:
        event = _beside(claim, found, asker)
        if timed and timed[0].is_cancelled:
            return timed[0], reader.say("whether-cancelled-no")
        return event, _then_not(event, claim, asker)
    event = standing[0] if claim.when and standing else _next(found, asker.now)
    if event.is_cancelled:
        return event, reader.say("whether-cancelled-no")
    match claim.kind:
        case "time" | "there" | "on":
            is_choice = len({(when.start, when.end) for when in claim.when}) > 1
            return event, reader.say("whether-is" if is_choice else "whether-yes", what=_when(event, asker))
        case "moved":
            return event, reader.say("whether-is", what=_when(event, asker))
        case "online" | "bodily" | "how":
            return event, _how(event, claim, reader)
        case "length":
            is_so = any(when.duration == event.window.length for when in claim.when)
            length = f"{reader.duration(event.window.length)} ({reader.hours(event.window)})"
            return event, reader.say("whether-lasts" if is_so else "whether-lasts-not", length=length)
        case "clashes":
            return event, await _clashes(event, asker)
    return event, await _repeats(event, claim, asker)


def _then_not(event: Event, claim: Claim, asker: Asker) -> str:
    """That it is not at the time that was said, and when it is."""
    name = "whether-none-then" if claim.kind == "there" else "whether-was" if event.end <= asker.now else "whether-no"
    return asker.reader.say(name, what=_when(event, asker))


def _called_off(claim: Claim, found: Sequence[Event], asker: Asker) -> tuple[Event, str]:
    """Cancelled is said of the next one that was; of a series that goes on, of that on the day that was said."""
    upcoming_ones = [event for event in found if event.end > asker.now] or list(found)
    event = upcoming_ones[0]
    if event.is_cancelled:
        return event, asker.reader.say("whether-cancelled-yes")
    return event, asker.reader.say("whether-no", what=_when(event, asker))


def _beside(claim: Claim, found: Sequence[Event], asker: Asker) -> Event:
    """The event that is told in place of what is not: the next one, or on the day that was said."""
    days = [when.start.date() for when in claim.when if when.start and when.kind is not Kind.TIME]
    on_day = [event for event in found if event.start.astimezone(asker.zone).date() in days]
    return _next(on_day or found, asker.now)


def _is_at(times: Sequence[When], event: Event) -> bool:
    """Whether it starts then; said without a day, at that time of any day; True where no time was said."""
    clocks = [when for when in times if when.kind is Kind.TIME or when.dayless]
    days = [when for when in times if when not in clocks]
    at_clock = not clocks or any(_is_at_clock(when, event) for when in clocks)
    return at_clock and (not days or any(_is_on(when, event) for when in days))


def _is_at_clock(when: When, event: Event) -> bool:
    if when.start is None:
        return False
    if when.kind is not Kind.TIME and when.end is not None and when.end - when.start >= timedelta(hours=3):
        start = event.start.astimezone(when.start.tzinfo)
        return when.start.time() <= start.time() < when.end.time()
    return _same_clock(when, event)


def _same_clock(when: When, event: Event) -> bool:
    if when.start is None or event.is_all_day:
        return False
    start = event.start.astimezone(when.start.tzinfo)
    apart = (start.hour - when.start.hour) * 60 + start.minute - when.start.minute
    says_half = any(half in when.text.lower().replace(".", "") for half in ("am", "pm", "noon", "midnight"))
    return apart == 0 or (abs(apart) == _HALF_A_DAY and not says_half and when.start.hour % 12 != 0)


def _is_on(when: When, event: Event) -> bool:
    if when.kind is Kind.DATETIME and when.start:
        start = event.start.astimezone(when.start.tzinfo)
        return start.date() == when.start.date() and _same_clock(when, event)
    begins = when.start is None or event.start >= when.start or (event.is_all_day and event.end > when.start)
    return begins and (when.end is None or event.start < when.end)


def _when(event: Event, asker: Asker) -> str:
    reader = asker.reader
    if event.start.year != asker.now.year:
        return cards.moment_of(event, reader)
    if event.is_all_day:
        return f"{reader.day(event.start)}, {reader.say('agenda-all-day')}"
    return reader.moment(event.window)


def _how(event: Event, claim: Claim, reader: Reader) -> str:
    """Whether people meet online, or where they do."""
    if claim.kind == "how":
        place = cards.where_of(event, reader)
        both = "whether-how-both" if event.location and event.is_online else "whether-how"
        return reader.say(both, place=place) if place else reader.say("where-none")
    if claim.kind == "bodily":
        if event.location:
            return reader.say("whether-place-too" if event.is_online else "whether-place", place=event.location)
        return reader.say("whether-only-online" if event.is_online else "whether-nowhere")
    named = folded(f"{event.location} {event.body}").split()
    if (event.is_online and claim.tool in _ANY_CALL) or (claim.tool and claim.tool in named):
        return reader.say("whether-online-too" if event.location else "whether-online", place=event.location)
    if event.location:
        return reader.say("whether-not-online", place=event.location)
    return reader.say("whether-only-online" if event.is_online else "whether-nowhere")


async def _clashes(event: Event, asker: Asker) -> str:
    """What else is in one's own calendar then. Raises GraphError."""
    view = await events.calendar_view(asker.graph, event.window, asker.zone)
    others = [
        each
        for each in view
        if each.id != event.id and not each.is_cancelled and not each.is_all_day and each.window.overlaps(event.window)
    ]
    if not others:
        return asker.reader.say("whether-clashes-not")
    names = [f"{cards.subject_of(each, asker.reader)} ({asker.reader.hours(each.window)})" for each in others]
    return asker.reader.say("whether-clashes", others=asker.reader.names(names))


async def _repeats(event: Event, claim: Claim, asker: Asker) -> str:
    """Whether it is a series, and one that takes place as often as was said. Raises GraphError."""
    reader = asker.reader
    if event.type is EventType.SINGLE or not event.series_id:
        return reader.say("whether-once")
    series = await events.get_event(asker.graph, event.series_id, asker.zone)
    if series.recurrence is None:
        return reader.say("whether-once")
    told = repeats(series.recurrence, reader)
    rules = [when.rrule for when in claim.when if when.rrule]
    is_so = not rules or any(_often(rule) == _often(rule_of(series.recurrence)) for rule in rules)
    return reader.say("whether-repeats" if is_so else "whether-repeats-not", rule=told)


def _often(rule: str) -> tuple[str, str]:
    parts = dict(part.split("=", 1) for part in rule.removeprefix("RRULE:").split(";") if "=" in part)
    return parts.get("FREQ", ""), parts.get("INTERVAL", "1")
