"""Which event a time is said by: in "after the review", the review of the day at hand, or else the next one.

What is looked for is an event of the calendar, which only tells the time and is not changed itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from dialogs.asker import Asker
from dialogs.changing import change
from dialogs.frame import Frame
from dialogs.people.names import folded
from dialogs.referents import spoken, upcoming, which
from dialogs.referents.spoken import Meant
from dialogs.understand import Context, understand
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Anchor, Intent, TimeConstraint, Understood
from graph import events
from graph.model import Event, Window

DAY = timedelta(days=1)
WIDEST = timedelta(days=14)
"""A longer stretch that is said beside an event does not tell on which day the event is."""
HALF_DAY = timedelta(hours=12)
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}


@dataclass(frozen=True)
class _Said:
    """The words that tell which event: what they mean, and the days on which they say it is."""

    described: Understood
    days: Window | None
    likely: datetime | None
    """A day of the matter at hand, on which it is likely to be."""


async def find(anchor: Anchor, said: Understood, frame: Frame, asker: Asker) -> Meant:
    """The event that is meant, or those that are to be told apart, in order of start. Raises GraphError."""
    if (place := _place(anchor.described, len(frame.listed))) is not None:
        return Meant((await events.get_event(asker.graph, frame.listed[place], asker.zone),))
    described = understand(anchor.described, Context(asker.now, asker.zone, asker.turn.locale))
    moved = await _moved(said, frame, asker)
    likely = moved.start if moved else _at_hand(frame)
    days = _days(described.time) if not described.time.clock else None
    days = days or _days(said.time)
    view = await _view(days, asker)
    view = tuple(event for event in view if moved is None or event.id != moved.id)
    return _narrowed(anchor, _Said(described, days, likely), view, frame, asker.now)


def _place(described: str, count: int) -> int | None:
    """Which of so many that are listed is meant by "the second meeting"; None: no such thing."""
    found = patterns()["anchor-place"].fullmatch(described.strip())
    if found is None or count <= 1:
        return None
    place = _PLACES[found["nth"].lower()]
    return place if place < count else None


def _narrowed(anchor: Anchor, said: _Said, view: Sequence[Event], frame: Frame, now: datetime) -> Meant:
    """Those of `view` that the words mean: on the day that was said, else likely, else the next one of that name."""
    words = replace(said.described, time=TimeConstraint())
    # The hour is that of the event, or else of what is asked for: "after the review at 4".
    timed = tuple(event for event in view if starts(event, said.described.time))
    meant = spoken.of(anchor.described, words, timed, frame) if timed else Meant()
    if not meant.events and said.described.time.clock and which.is_described(words):
        meant = spoken.of(anchor.described, words, view, frame)
    found = tuple(event for event in view if folded(event.subject) == _plain(anchor.event)) or meant.events
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


def _plain(name: str) -> str:
    """A name without the article before it: "the Directors"."""
    return folded(name).removeprefix("the ").removeprefix("my ").removeprefix("our ")


def _of_one_name(found: tuple[Event, ...]) -> tuple[Event, ...]:
    """One where all have the same name: the next one."""
    return found[:1] if len({folded(event.subject) for event in found}) == 1 else found


def starts(event: Event, time: TimeConstraint) -> bool:
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


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time(), moment.tzinfo)
