"""Find the event by which a time was said, and go on with the time that it makes.

Inês: 30 minutes with Tom right after the design review
Bot: Right after “Design review” (Thu 26 Nov, 14:00 – 15:00): Thu 26 Nov, 15:00 – 15:30, everyone is free   [Book]
Inês: an hour before the demo instead
Bot: I find no “demo” in your calendar. When should it be?
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from dialogs import change, details, relative, spoken, upcoming, which
from dialogs.asker import Asker
from dialogs.cards.elements import under, verbatim
from dialogs.frame import DEFAULT_DURATION, Anchored, Frame
from dialogs.names import folded
from dialogs.relative import Around, Found
from dialogs.spoken import Meant
from dialogs.turn import Json, Reply
from dialogs.understand import Context, understand
from dialogs.understand.understood import Anchor, Intent, Kind, Slot, TimeConstraint, Understood, When
from graph import events
from graph.model import Event, Window

DAY = timedelta(days=1)
WIDEST = timedelta(days=14)
"""A longer stretch that is said beside an event does not tell on which day the event is."""
MOST = 5
"""Events to choose from on one card."""
HALF_DAY = timedelta(hours=12)
AHEAD = timedelta(minutes=15)
"""How long before an event one is reminded, where only "before" was said."""
ASKING = frozenset((Intent.EVENT_DETAILS, Intent.TIME_REMAINING, Intent.JOIN, Intent.NEXT_MEETING))
"""What is asked of a meeting is answered of the one that is named."""
LOOKING = frozenset((Intent.LIST_EVENTS, Intent.CHECK_AVAILABILITY))
ON_ITS_DAY = LOOKING | {Intent.CANCEL, Intent.DECLINE, Intent.ACCEPT, Intent.TENTATIVE}
OPEN_ENDED = frozenset((Intent.SCHEDULE, Intent.AMEND, Intent.RESCHEDULE, Intent.PROPOSE))
"""These ask for another time themselves where the event is not found."""


@dataclass(frozen=True)
class Settled:
    """What was said, with its time; `told` says by which event. With `asks`, nothing can be done before the answer."""

    said: Understood
    told: str = ""
    asks: tuple[Frame, Reply] | None = None


@dataclass(frozen=True)
class _Said:
    """The words that tell which event: what they mean, and the days on which they say it is."""

    described: Understood
    days: Window | None
    likely: datetime | None
    """A day of the matter at hand, on which it is likely to be."""


async def settled(said: Understood, frame: Frame, asker: Asker) -> Settled:
    """`said` with a time in place of each anchor, or a question which event it is. Raises GraphError."""
    if said.event and said.event.time.anchor:
        said = await _event_settled(said, said.event, frame, asker)
    anchor = said.time.anchor
    if anchor is None or not _is_ours(said):
        return Settled(said)
    if said.time.exact:
        # "At 3, after the review": the time was said.
        return Settled(replace(said, time=replace(said.time, anchor=None)))
    found = await found_of(anchor, said, frame, asker)
    if len(found.events) > 1 and anchor.side == "between" and not anchor.until:
        return _settled(said, found.events[0], found.events[1], frame, asker)
    if found.events and (anchor.side != "between" or anchor.until) and not found.nearly and len(found.events) == 1:
        return await _with(found.events[0], said, frame, asker)
    if found.events and anchor.side != "between":
        known = Anchored(asker.card_id, said, frame.asked)
        data = {"card": asker.card_id}
        after, reply = details.ask_which(
            found.events[:MOST], frame, asker, verb="anchor", data=data, nearly=found.nearly
        )
        return Settled(said, asks=(replace(after, anchored=known), reply))
    if by_clock := _by_clock(anchor, said, asker):
        return by_clock
    if said.intent in OPEN_ENDED:
        return Settled(said)
    words = asker.reader.say("anchor-none", event=relative.name_of(anchor))
    return Settled(said, asks=(frame, Reply(text=words, dialog="anchoring", outcome="nothing")))


async def chosen(data: Json, frame: Frame, asker: Asker) -> Settled | None:
    """One of several events was tapped; None where that is asked no more. Raises GraphError."""
    anchored, ident = frame.anchored, data.get("event")
    if anchored is None or anchored.id != data.get("card") or not isinstance(ident, str):
        return None
    event = await events.get_event(asker.graph, ident, asker.zone)
    return await _with(event, anchored.said, frame, asker)


def told(answer: tuple[Frame, Reply], words: str) -> tuple[Frame, Reply]:
    """The answer of a job, which says as well by which event its time was reckoned."""
    frame, reply = answer
    if not words:
        return answer
    if reply.card is None:
        return frame, replace(reply, text=f"{words}. {reply.text}") if reply.text else reply
    first, *rest = reply.card["body"]
    line = under(verbatim(words))
    body = [first, line, *rest] if first.get("type") == "TextBlock" else [line, first, *rest]
    return frame, replace(reply, card={**reply.card, "body": body})


def _is_ours(said: Understood) -> bool:
    """Whether the time is one to go on with; a reminder of a meeting is counted from it by itself."""
    return said.intent not in ASKING and not (said.intent is Intent.SET_REMINDER and said.facet != "task")


async def found_of(anchor: Anchor, said: Understood, frame: Frame, asker: Asker) -> Meant:
    """The event that is meant, or those that are to be told apart, in order of start. Raises GraphError."""
    described = understand(anchor.described, Context(asker.now, asker.zone, asker.turn.locale))
    moved = await _moved(said, frame, asker)
    likely = moved.start if moved else _at_hand(frame)
    days = _days(described.time) if not described.time.clock else None
    days = days or _days(said.time)
    view = await _view(days, asker)
    view = tuple(event for event in view if moved is None or event.id != moved.id)
    return _narrowed(anchor, _Said(described, days, likely), view, frame, asker.now)


def _narrowed(anchor: Anchor, said: _Said, view: Sequence[Event], frame: Frame, now: datetime) -> Meant:
    """Those of `view` that the words mean: on the day that was said, else likely, else the next one of that name."""
    words = replace(said.described, time=TimeConstraint())
    # The hour is that of the event, or else of what is asked for: "after the review at 4".
    timed = tuple(event for event in view if _starts(event, said.described.time))
    meant = spoken.of(anchor.described, words, timed, frame) if timed else Meant()
    if not meant.events and said.described.time.clock and which.is_described(words):
        meant = spoken.of(anchor.described, words, view, frame)
    found = meant.events
    if anchor.side == "between" and not anchor.until:
        pairs = [event for event in found if event.start.date() == found[0].start.date()]
        return replace(meant, events=tuple(pairs if len(pairs) > 1 else found))
    if said.likely is not None and said.days is None:
        found = tuple(event for event in found if event.start.date() == said.likely.date()) or found
    ahead = tuple(event for event in found if event.start > now) if anchor.side == "before" else found
    once: dict[str, Event] = {}
    for event in ahead or found:
        once.setdefault(event.series_id or folded(event.subject), event)
    return replace(meant, events=_of_one_name(tuple(once.values())))


def _of_one_name(found: tuple[Event, ...]) -> tuple[Event, ...]:
    """One where all have the same name: the next one."""
    return found[:1] if len({folded(event.subject) for event in found}) == 1 else found


def _starts(event: Event, time: TimeConstraint) -> bool:
    """Whether it is at the hour that was said, in whichever half of the day where that was not."""
    exact = time.exact
    if exact is None:
        return True
    choices = [exact, *(other.exact for other in time.alternatives if other.exact)]
    choices += [exact + HALF_DAY, exact - HALF_DAY] if time.doubt == "am_pm" else []
    if time.clock:
        return any((each.hour, each.minute) == (event.start.hour, event.start.minute) for each in choices)
    return event.start in choices


def _days(time: TimeConstraint) -> Window | None:
    """The days that are said, if they are few."""
    starts = [at for at in (time.exact, *(slot.start for slot in time.slots)) if at]
    ends = [at for at in (time.exact, *(slot.end for slot in time.slots)) if at]
    if not starts or not ends or max(ends) - min(starts) > WIDEST:
        return None
    last = max(ends)
    return Window(_midnight(min(starts)), last if last == _midnight(last) and not time.exact else _midnight(last) + DAY)


async def _view(days: Window | None, asker: Asker) -> tuple[Event, ...]:
    if days is None:
        view = await upcoming.occurrences(asker)
    else:
        view = await events.calendar_view(asker.graph, days, asker.zone)
    return tuple(sorted((event for event in view if not event.is_cancelled), key=lambda event: event.start))


async def _moved(said: Understood, frame: Frame, asker: Asker) -> Event | None:
    """The event that gets the time: it is no anchor, and its day is likely to be the anchor's. Raises GraphError."""
    if said.intent not in (Intent.RESCHEDULE, Intent.AMEND, Intent.PROPOSE):
        return None
    if said.intent is Intent.RESCHEDULE and said.event:
        found = await change.described_by(said.event, frame, asker)
        return found[0] if found else None
    going_on = frame.open_change.event_id if frame.open_change else ""
    ident = going_on or (frame.counter.event_id if frame.is_asked(frame.counter) and frame.counter else "")
    if not ident and not frame.booking and len(frame.listed) == 1:
        ident = frame.listed[0]
    return await events.get_event(asker.graph, ident, asker.zone) if ident else None


def _at_hand(frame: Frame) -> datetime | None:
    """A time of what is being booked."""
    if frame.booking and frame.booking.time.exact:
        return frame.booking.time.exact
    return frame.open_offer.openings[0].window.start if frame.open_offer else None


async def _with(event: Event, said: Understood, frame: Frame, asker: Asker) -> Settled:
    """Settled by that event, and by the later one where it is to lie between two. Raises GraphError."""
    anchor = said.time.anchor
    assert anchor is not None
    if not anchor.until:
        return _settled(said, event, None, frame, asker)
    second = replace(anchor, side="before", event=anchor.until, described=anchor.until, until="")
    beside = replace(said, time=TimeConstraint(slots=(Slot(event.end, _midnight(event.end) + DAY),)))
    for stretch in (beside, replace(said, time=TimeConstraint())):
        found = await found_of(second, stretch, frame, asker)
        later = [each for each in found.events if each.start >= event.start and each.id != event.id]
        if later and not found.nearly:
            return _settled(said, event, later[0], frame, asker)
    words = asker.reader.say("anchor-none", event=relative.name_of(second))
    return Settled(said, asks=(frame, Reply(text=words, dialog="anchoring", outcome="nothing")))


def _settled(said: Understood, event: Event, until: Event | None, frame: Frame, asker: Asker) -> Settled:
    anchor = said.time.anchor
    assert anchor is not None
    last = _found(until, asker) if until else None
    own = _own_hour(anchor, event, asker)
    time = replace(said.time, anchor=None, exact=own) if own else None
    if time is None:
        time = relative.placed(said.time, _found(event, asker), last, _around(said, frame, asker))
    if time is None:
        names = {"first": event.subject, "second": until.subject if until else ""}
        words = asker.reader.say("anchor-no-gap", **names)
        return Settled(said, asks=(frame, Reply(text=words, dialog="anchoring", outcome="nothing")))
    return Settled(_timed(said, _reminded(said, anchor, time)), _told(anchor, event, until, asker))


def _own_hour(anchor: Anchor, event: Event, asker: Asker) -> datetime | None:
    """The hour of "after the review at 4" where the review is earlier: that of what is asked for."""
    time = understand(anchor.described, Context(asker.now, asker.zone, asker.turn.locale)).time
    if not time.clock or anchor.side not in ("before", "after") or _starts(event, time):
        return None
    at = _midnight(event.start.astimezone(asker.zone)) + timedelta(minutes=time.clock[0])
    return at if (at >= event.end if anchor.side == "after" else at < event.start) else None


def _by_clock(anchor: Anchor, said: Understood, asker: Asker) -> Settled | None:
    """By the hour alone: "before my flight at 5" is before 5, whether the flight is in the calendar or not."""
    exact = understand(anchor.described, Context(asker.now, asker.zone, asker.turn.locale)).time.exact
    if exact is None or anchor.side not in ("before", "after"):
        return None
    day = next((slot.start for slot in said.time.slots if slot.start), None)
    at = exact if day is None else exact.replace(year=day.year, month=day.month, day=day.day)
    hours = asker.profile.hours
    around = Around(asker.now, hours, said.time.duration or DEFAULT_DURATION, only_that_day=True)
    time = relative.placed(said.time, Found(Window(at, at)), None, around)
    if time is None:
        return None
    when = f"{asker.reader.day(at)}, {asker.reader.clock(at)}"
    words = asker.reader.say(f"anchor-{anchor.side}-clock", event=relative.name_of(anchor), when=when)
    return Settled(_timed(said, _reminded(said, anchor, time)), words)


def _reminded(said: Understood, anchor: Anchor, time: TimeConstraint) -> TimeConstraint:
    """One is reminded at a moment: when the event is over, or shortly before it begins."""
    if said.intent is not Intent.SET_REMINDER or time.exact or not time.slots:
        return time
    slot = time.slots[0]
    at = slot.end - AHEAD if anchor.side == "before" and slot.end else slot.start
    return replace(time, exact=at, slots=())


def _around(said: Understood, frame: Frame, asker: Asker) -> Around:
    """What it is for. What is moved is as long as it was, which is not known here."""
    moves = said.intent is Intent.RESCHEDULE or (said.intent is Intent.AMEND and frame.open_change is not None)
    length = said.time.duration or (frame.booking.length if frame.booking and said.intent is Intent.AMEND else None)
    known = length or (None if moves or said.intent is Intent.PROPOSE else DEFAULT_DURATION)
    return Around(asker.now, asker.profile.hours, known, only_that_day=said.intent in ON_ITS_DAY)


def _found(event: Event, asker: Asker) -> Found:
    window = Window(event.start.astimezone(asker.zone), event.end.astimezone(asker.zone))
    return Found(window, event.is_all_day)


def _timed(said: Understood, time: TimeConstraint) -> Understood:
    """With that time, as if it had been said so; whole days are days."""
    return replace(said, time=time, when=tuple(_real(each, time) if each.anchor else each for each in said.when))


def _real(when: When, time: TimeConstraint) -> When:
    if time.exact:
        return replace(when, kind=Kind.DATETIME, start=time.exact, anchor=None)
    slot = time.slots[0]
    is_day = slot.start and slot.end and slot.start == _midnight(slot.start) and slot.end - slot.start == DAY
    return replace(when, kind=Kind.DATE if is_day else Kind.RANGE, start=slot.start, end=slot.end, anchor=None)


def _told(anchor: Anchor, event: Event, until: Event | None, asker: Asker) -> str:
    """By which event the time was reckoned, and when that is."""
    reader = asker.reader
    start, end = event.start.astimezone(asker.zone), event.end.astimezone(asker.zone)
    when = reader.moment_of(start, end, all_day=event.is_all_day)
    if until:
        return reader.say("anchor-between", first=event.subject, second=until.subject, when=reader.day(start))
    if anchor.whole or anchor.side not in ("before", "after"):
        return reader.say("anchor-is", event=event.subject, when=when)
    if anchor.distance:
        away = reader.duration(anchor.distance)
        return reader.say(f"anchor-{anchor.side}-by", event=event.subject, when=when, away=away)
    return reader.say(f"anchor-{'right-' if anchor.beside else ''}{anchor.side}", event=event.subject, when=when)


async def _event_settled(said: Understood, described: Understood, frame: Frame, asker: Asker) -> Understood:
    """ "Move the meeting after the stand-up to 4": the event that is spoken of lies beside another. Raises GraphError."""
    anchor = described.time.anchor
    assert anchor is not None
    found = await found_of(anchor, replace(described, event=None), frame, asker)
    if len(found.events) != 1 or found.nearly:
        return said
    around = Around(asker.now, asker.profile.hours, only_that_day=True)
    time = relative.placed(described.time, _found(found.events[0], asker), None, around)
    return replace(said, event=_timed(described, time)) if time else said


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time(), moment.tzinfo)
