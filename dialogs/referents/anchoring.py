"""Find the event by which a time was said, and go on with the time that it makes.

Inês: 30 minutes with Tom right after the design review
Bot: Right after “Design review” (Thu 26 Nov, 14:00 – 15:00): Thu 26 Nov, 15:00 – 15:30, everyone is free   [Book]
Inês: an hour before the demo instead
Bot: I find no “demo” in your calendar. When should it be?
"""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from dialogs.asker import Asker
from dialogs.frame import Anchored, Frame
from dialogs.knowing import details
from dialogs.referents import landmarks, relative, titled, upcoming
from dialogs.referents.relative import Around, Found
from dialogs.turn import Json, Reply
from dialogs.understand import Context, understand
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Anchor, Intent, Kind, Slot, TimeConstraint, Understood, When
from graph import events
from graph.model import Event, Window

DAY = timedelta(days=1)
MOST = 5
"""Events to choose from on one card."""
AHEAD = timedelta(minutes=15)
"""How long before an event one is reminded, where only "before" was said."""
ASKING = frozenset((Intent.EVENT_DETAILS, Intent.TIME_REMAINING, Intent.JOIN, Intent.NEXT_MEETING))
"""What is asked of a meeting is answered of the one that is named."""
LOOKING = frozenset((Intent.LIST_EVENTS, Intent.CHECK_AVAILABILITY))
ON_ITS_DAY = LOOKING | {Intent.CANCEL, Intent.DECLINE, Intent.ACCEPT, Intent.TENTATIVE}
OPEN_ENDED = frozenset((Intent.SCHEDULE, Intent.AMEND, Intent.RESCHEDULE, Intent.PROPOSE))
"""These ask for another time themselves where the event is not found."""
BY_TITLE = frozenset((Intent.SCHEDULE, Intent.AMEND))
_SIDES = {"after": "after", "following": "after", "before": "before"}
IT = "it"
"""The event by which the time was said before."""
PLAIN = {"after": "anchor-after", "before": "anchor-before"}
RIGHT = {"after": "anchor-right-after", "before": "anchor-right-before"}
AWAY = {"after": "anchor-after-by", "before": "anchor-before-by"}
BY_CLOCK = {"after": "anchor-after-clock", "before": "anchor-before-clock"}
BY_CLOCK_ALONE = {"after": "anchor-after-hour", "before": "anchor-before-hour"}
"""How it is told on which side of the event."""
_THEIRS = ("her ", "his ", "their ")


@dataclass(frozen=True)
class Settled:
    """What was said, with its time; `told` says by which event. With `asks`, nothing can be done before the answer."""

    said: Understood
    told: str = ""
    asks: tuple[Frame, Reply] | None = None


async def settled(said: Understood, frame: Frame, asker: Asker) -> Settled:
    """`said` with a time in place of each anchor, or a question which event it is. Raises GraphError."""
    if said.event and said.event.time.anchor:
        said = await _event_settled(said, said.event, frame, asker)
    said = await _by_title(said, frame, asker)
    anchor = said.time.anchor
    if anchor is None or not _is_ours(said):
        return Settled(said)
    if anchor.event == IT and frame.booking and (before := frame.booking.time.by):
        anchor = replace(before, side=anchor.side, beside=anchor.beside, distance=None)
        said = replace(said, time=replace(said.time, anchor=anchor))
    if said.time.exact:
        # "At 3, after the review": the time was said.
        return Settled(replace(said, time=replace(said.time, anchor=None)))
    found = await landmarks.find(anchor, said, frame, asker)
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
        return Settled(_on_its_day(said, anchor, asker))
    words = asker.reader.say("anchor-none", event=relative.name_of(anchor))
    return Settled(said, asks=(frame, Reply(text=words, dialog="anchoring", outcome="nothing")))


async def _by_title(said: Understood, frame: Frame, asker: Asker) -> Understood:
    """ "After Leadership": what only the calendar knows to be an event. Raises GraphError."""
    utterance = asker.turn.utterance
    beside = patterns()["beside-title"].search(utterance)
    answers = frame.booking is not None and said.intent is Intent.OUT_OF_SCOPE
    is_timed = said.time.exact or said.time.anchor or said.time.rrule
    if not (said.intent in BY_TITLE or answers) or said.event or is_timed or beside is None:
        return said
    rest = beside["rest"]
    if any(when.text.lower().startswith(("before", "after", "following")) for when in said.when):
        return said
    found = titled.find(rest, await upcoming.occurrences(asker))
    title = found.title if found and rest[: found.span[0]].strip().lower() in ("", "the", "my", "our") else ""
    if not title and said.intent is Intent.SCHEDULE and (called := patterns()["called-so"].match(rest)):
        # What is called like an event and is none that is known: the time would be lost in silence.
        title = called["x"]
    if not title:
        return said
    anchor = Anchor(title, _SIDES[beside["way"].lower()], None, beside.span(), title, beside=bool(beside["close"]))
    return replace(said, intent=Intent.AMEND if answers else said.intent, time=replace(said.time, anchor=anchor))


def instead(said: Understood, frame: Frame) -> Understood:
    """What was asked for by another event, with the time that is said in place of an answer which event it is."""
    waiting, time = frame.anchored, said.time
    is_asked = waiting is not None and frame.asked is not None and frame.asked.id == waiting.id
    if waiting is None or not is_asked or said.intent is not Intent.AMEND or said.people:
        return said
    if not (time.exact or time.slots or time.anchor):
        return said
    return replace(
        waiting.said, when=said.when, time=replace(time, duration=time.duration or waiting.said.time.duration)
    )


async def chosen(data: Json, frame: Frame, asker: Asker) -> Settled | None:
    """One of several events was tapped; None where that is asked no more. Raises GraphError."""
    anchored, ident = frame.anchored, data.get("event")
    if anchored is None or anchored.id != data.get("card") or not isinstance(ident, str):
        return None
    event = await events.get_event(asker.graph, ident, asker.zone)
    return await _with(event, anchored.said, frame, asker)


def _is_ours(said: Understood) -> bool:
    """Whether the time is one to go on with; a reminder of a meeting is counted from it by itself."""
    return said.intent not in ASKING and not (said.intent is Intent.SET_REMINDER and said.facet != "task")


async def _with(event: Event, said: Understood, frame: Frame, asker: Asker) -> Settled:
    """Settled by that event, and by the later one where it is to lie between two. Raises GraphError."""
    anchor = said.time.anchor
    assert anchor is not None
    if not anchor.until:
        return _settled(said, event, None, frame, asker)
    second = replace(anchor, side="during", event=anchor.until, described=anchor.until, until="")
    that_day = Slot(_midnight(event.start), _midnight(event.end) + DAY)
    for stretch in (TimeConstraint(slots=(that_day,)), TimeConstraint()):
        found = await landmarks.find(second, replace(said, time=stretch), frame, asker)
        others = [each for each in found.events if each.id != event.id]
        if others and not found.nearly:
            first, last = sorted((event, others[0]), key=lambda each: each.start)
            return _settled(said, first, last, frame, asker)
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
    return Settled(_timed(said, replace(_reminded(said, anchor, time), by=anchor)), _told(anchor, event, until, asker))


def _own_hour(anchor: Anchor, event: Event, asker: Asker) -> datetime | None:
    """The hour of "after the review at 4" where the review is earlier: that of what is asked for."""
    time = understand(anchor.described, Context(asker.now, asker.zone, asker.turn.locale)).time
    if not time.clock or anchor.side not in ("before", "after") or landmarks.starts(event, time):
        return None
    at = _midnight(event.start.astimezone(asker.zone)) + timedelta(minutes=time.clock[0])
    return at if (at >= event.end if anchor.side == "after" else at < event.start) else None


def _on_its_day(said: Understood, anchor: Anchor, asker: Asker) -> Understood:
    """On the day that was said of the event, whether it is found or not: when it is to be is asked for that day."""
    days = understand(anchor.described, Context(asker.now, asker.zone, asker.turn.locale)).time.slots
    return said if said.time.slots else replace(said, time=replace(said.time, slots=days))


def _by_clock(anchor: Anchor, said: Understood, asker: Asker) -> Settled | None:
    """By the hour alone: "before my flight at 5" is before 5, whether the flight is in the calendar or not."""
    exact = understand(anchor.described, Context(asker.now, asker.zone, asker.turn.locale)).time.exact
    if exact is None or anchor.side not in ("before", "after"):
        return None
    day = next((slot.start for slot in said.time.slots if slot.start), None)
    at = exact if day is None else exact.replace(year=day.year, month=day.month, day=day.day)
    hours = asker.hours
    around = Around(asker.now, hours, said.time.duration or asker.habits.usual_length, only_that_day=True)
    time = relative.placed(said.time, Found(Window(at, at)), None, around)
    if time is None:
        return None
    when = f"{asker.reader.day(at)}, {asker.reader.clock(at)}"
    # In whose calendar "her flight" is, is not looked up.
    is_theirs = anchor.event.lower().startswith(_THEIRS)
    names = BY_CLOCK_ALONE if is_theirs else BY_CLOCK
    words = asker.reader.say(names[anchor.side], event=relative.name_of(anchor), when=when)
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
    known = length or (None if moves or said.intent is Intent.PROPOSE else asker.habits.usual_length)
    return Around(asker.now, asker.hours, known, only_that_day=said.intent in ON_ITS_DAY)


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
    in_days = anchor.distance is not None and not anchor.distance % DAY
    if anchor.whole or in_days or anchor.side not in ("before", "after"):
        return reader.say("anchor-is", event=event.subject, when=when)
    if anchor.distance:
        away = reader.duration(anchor.distance)
        return reader.say(AWAY[anchor.side], event=event.subject, when=when, away=away)
    return reader.say((RIGHT if anchor.beside else PLAIN)[anchor.side], event=event.subject, when=when)


async def _event_settled(said: Understood, described: Understood, frame: Frame, asker: Asker) -> Understood:
    """ "Move the meeting after lunch to 4": the event that is spoken of lies beside another. Raises GraphError."""
    anchor = described.time.anchor
    assert anchor is not None
    found = await landmarks.find(anchor, replace(described, event=None), frame, asker)
    if len(found.events) != 1 or found.nearly:
        return said
    around = Around(asker.now, asker.hours, only_that_day=True)
    time = relative.placed(described.time, _found(found.events[0], asker), None, around)
    return replace(said, event=_timed(described, time)) if time else said


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time(), moment.tzinfo)
