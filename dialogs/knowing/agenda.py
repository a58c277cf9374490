"""Tell what is in the calendar: a day, a stretch of days, what is next.

Ana: what's on my plate tomorrow
Bot: Friday 27 November, 4 events · 3 h 15 min
     09:00 Stand-up · 10:00 Budget review (clash) …     [Previous day] [Next day]
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from datetime import time as clock

from dialogs import courtesy, remarks, stale
from dialogs.asker import Asker
from dialogs.cards import agenda as cards
from dialogs.cards.agenda import Day, Entry
from dialogs.decisions import grid, openings, refining
from dialogs.frame import Frame
from dialogs.knowing import brief
from dialogs.people.names import as_written, folded
from dialogs.referents import spoken, which
from dialogs.turn import Json, Reply
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, PersonMention, Slot, TimeConstraint, Understood
from graph import events
from graph.model import Event, Person, Response, ShowAs, Window

LONGEST = 31
"""Days on one card at most."""
HORIZON = timedelta(days=14)
MOMENT = timedelta(minutes=1)
_BACK = frozenset(("back", "previous", "before", "earlier"))
_ON = frozenset(("next", "forward", "forwards", "further", "more", "later", "on"))
ANSWERS = {"accepted": Response.ACCEPTED, "declined": Response.DECLINED, "maybe": Response.TENTATIVE}
ANSWERED = {
    Response.ACCEPTED: "listed-accepted",
    Response.DECLINED: "listed-declined",
    Response.TENTATIVE: "listed-tentative",
}
"""By facet of Intent.LIST_EVENTS, and how it is told."""


@dataclass(frozen=True)
class Wanted:
    """Of which stretches, with whom and about what events are wanted; `brief`: with a word on each day as a whole."""

    spans: tuple[Window, ...]
    company: tuple[PersonMention, ...] = ()
    about: str = ""
    brief: bool = False
    answer: Response | None = None
    """Only of those that the asker has answered so."""
    only_clashes: bool = False
    """Only those that overlap another one."""
    only_own: bool = False
    """Only those that the asker organizes."""

    @property
    def is_chosen(self) -> bool:
        """Whether only some of what is there is wanted."""
        return bool(self.answer or self.only_clashes or self.only_own)


async def list_events(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The events of the stretches that were said; today's where none was; with those alone who were named.

    Raises GraphError.
    """
    time = said.time
    if said.intent is Intent.AMEND and frame.day and said.when and all(when.dayless for when in said.when):
        # "And the morning?" is that of the day on the screen.
        start = datetime.combine(frame.day, clock(), asker.zone)
        time = refining.on_the_same_days(TimeConstraint(slots=(Slot(start, start + timedelta(days=1)),)), time)
    if said.when and all(when.dayless or when.in_day for when in said.when):
        # "Anything after 5?" is asked of a day, not of all that comes.
        time = replace(time, slots=tuple(replace(each, end=each.end or _next_midnight(each)) for each in time.slots))
    if frame.booking and frame.booking.is_inquiry:
        frame = replace(frame, booking=None)
    about = said.subject if said.facet == "about" else ""
    answer = ANSWERS.get(said.facet)
    spans = spans_of(time, asker.now)
    if said.facet == "rest":
        spans = tuple(Window(max(each.start, asker.now), each.end) for each in spans if each.end > asker.now) or spans
    is_own = said.facet == "own"
    if (
        (answer or is_own)
        and not said.when
        and frame.day_shown
        and patterns()["of-those-shown"].search(asker.turn.utterance)
    ):
        spans = (_days(frame.day_shown, frame.day_shown + timedelta(days=1), asker),)
    elif (answer or is_own) and not (time.exact or time.slots):
        spans = (Window(spans[0].start, spans[0].start + HORIZON),)
    clashes = said.facet == "clashes"
    if clashes and not (time.exact or time.slots):
        spans = (Window(spans[0].start, spans[0].start + timedelta(days=LONGEST)),)
    wanted = Wanted(
        spans,
        tuple(said.people),
        about,
        brief=said.facet == "brief",
        answer=answer,
        only_clashes=clashes,
        only_own=is_own,
    )
    head = ANSWERED[answer] if answer else "listed-own" if is_own else ""
    return remarks.remarked(await _show(wanted, frame, asker), asker.reader.say(head) if head else "")


def _next_midnight(slot: Slot) -> datetime | None:
    start = slot.start
    return datetime.combine(start.date() + timedelta(days=1), clock(), start.tzinfo) if start else None


async def turn_page(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """ "Go back", "next": another day than the one on the screen. Raises GraphError."""
    words = set(folded(asker.turn.utterance).split())
    step = -1 if words & _BACK else 1 if words & _ON else 0
    if frame.day is None or not step:
        return frame, courtesy.answer(said.intent, asker.reader)
    day = frame.day + timedelta(days=step)
    return await _show(Wanted((_days(day, day + timedelta(days=1), asker),)), frame, asker)


async def agenda_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on the previous or the next day, or on what follows a long stretch. Raises GraphError."""
    try:
        day = date.fromisoformat(str(data.get("day")))
        end = date.fromisoformat(str(data["until"])) if "until" in data else day + timedelta(days=1)
        window = _days(day, end, asker)
    except (ValueError, OverflowError):
        return frame, stale.expired("agenda", asker)
    if window.length <= timedelta():
        return frame, stale.expired("agenda", asker)
    names = [name for name in str(data.get("company", "")).split(", ") if name]
    company = tuple(PersonMention(name, (0, 0)) for name in names)
    return await _show(Wanted((window,), company, str(data.get("about", ""))), frame, asker)


def _written(said: str, view: Sequence[Event]) -> str:
    """A name as they write it who come: "Beth", who is Bethany, however it was typed."""
    people = [Person(each.name, each.email) for event in view for each in event.attendees]
    written = as_written(said, [*people, *(event.organizer for event in view)])
    return written if written != said or "@" in said else said[:1].upper() + said[1:]


async def next_meeting(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What comes next: of everything, or with those who were named. Raises GraphError."""
    view = await events.calendar_view(asker.graph, Window(asker.now, asker.now + HORIZON), asker.zone)
    coming = [event for event in view if _counts(event) and not event.is_all_day and event.start >= asker.now]
    # What comes after lunch has not begun by then.
    opens = min((slot.start for slot in said.time.slots if slot.start), default=asker.now)
    coming = [event for event in coming if event.start >= opens and which.fits(said, (), event)]
    coming = spoken.of_two(asker.turn.utterance, coming)
    if not coming:
        return frame, Reply(text=asker.reader.say("next-none"), dialog="agenda", outcome="nothing")
    entry = Entry(coming[0], "next", _others(coming[0], asker))
    frame = replace(frame, listed=(entry.event.id,), named=_company(said, entry.event, asker) or frame.named)
    return frame, Reply(card=cards.upcoming(entry, asker.reader), dialog="agenda", outcome="told")


def _company(said: Understood, event: Event, asker: Asker) -> tuple[Person, ...]:
    """Who is meant by "him" from then on: who was asked about, or the only other one who comes."""
    people = {each.email.lower(): Person(each.name, each.email) for each in event.attendees if each.kind != "resource"}
    people |= {event.organizer.email.lower(): event.organizer}
    people.pop(asker.me.email.lower(), None)
    asked = {word for each in said.people for word in folded(each.text).split()}
    meant = [each for each in people.values() if asked & set(folded(each.name).split())]
    return tuple(meant or (people.values() if len(people) == 1 else ()))


def spans_of(said: TimeConstraint, now: datetime) -> tuple[Window, ...]:
    """What an agenda is asked for: stated stretches, the moment of a stated time, or today."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if said.slots:
        starts = [slot.start or midnight for slot in said.slots]
        ends = [slot.end or start + HORIZON for slot, start in zip(said.slots, starts, strict=True)]
        if said.starts:
            # "At 11 next week": what is then, on each of the days.
            return tuple(Window(at, at + MOMENT) for at in _at_hours(said.starts, min(starts), max(ends)))
        return tuple(Window(start, max(end, start + MOMENT)) for start, end in sorted(zip(starts, ends, strict=True)))
    if said.exact and (said.exact.hour or said.exact.minute):
        return (Window(said.exact, said.exact + MOMENT),)
    day = said.exact or midnight
    return (Window(day, day + timedelta(days=1)),)


def _at_hours(hours: Sequence[int], start: datetime, end: datetime) -> Iterator[datetime]:
    """These minutes of each day from `start` up to `end`, for as many days as are listed."""
    midnight = start.replace(hour=0, minute=0)
    for days in range(LONGEST):
        for minute in sorted(hours):
            at = refining.at_clock(midnight + timedelta(days=days), minute)
            if start <= at < end:
                yield at


async def _show(wanted: Wanted, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    end = max(span.end for span in wanted.spans)
    last = wanted.spans[0].start + timedelta(days=LONGEST)
    spans = [Window(span.start, min(span.end, last)) for span in wanted.spans if span.start < last]
    first_day = spans[0].start.astimezone(asker.zone).date()
    last_day = (max(span.end for span in spans) - MOMENT).astimezone(asker.zone).date()
    # Whole days are read: what an event overlaps may lie outside of the stretch that was asked for.
    whole = _days(first_day, last_day + timedelta(days=1), asker)
    view = await events.calendar_view(asker.graph, whole, asker.zone)
    with_them = [each for each in wanted.company if each.kind == "name"]
    view = tuple(event for event in which.attended_by(with_them, view) if spoken.is_about(wanted.about, event))
    if wanted.answer:
        view = tuple(event for event in view if event.response is wanted.answer)
    days = agenda_of(view, spans, asker)
    if wanted.only_clashes:
        clashing = _clashing(view)
        days = tuple(
            replace(day, entries=tuple(each for each in day.entries if each.event.id in clashing)) for day in days
        )
    if wanted.only_own:
        days = tuple(
            replace(day, entries=tuple(each for each in day.entries if each.event.is_organizer)) for day in days
        )
    if wanted.is_chosen:
        days = tuple(day for day in days if day.entries)
        if not days:
            first, until = asker.reader.day(spans[0].start), asker.reader.day(end - MOMENT)
            name = "listed-none-day" if first == until else "listed-none"
            if wanted.only_clashes:
                name = "clashes-none-day" if first == until else "clashes-none"
            none = asker.reader.say(name, first=first, until=until)
            return frame, Reply(text=none, dialog="agenda", outcome="nothing")
    if with_them or wanted.about or wanted.is_chosen:
        days = tuple(replace(day, free=None) for day in days)
    shown = _fitting(days)
    rest = None
    if len(shown) < len(days):
        rest = (days[len(shown)].day, (end - MOMENT).astimezone(asker.zone).date() + timedelta(days=1))
    elif end > last:
        rest = (last_day + timedelta(days=1), (end - MOMENT).astimezone(asker.zone).date() + timedelta(days=1))
    card = cards.agenda(
        shown,
        asker.id,
        asker.reader,
        company=[_written(each.text, view) for each in with_them],
        about=wanted.about,
        today=asker.now.date(),
        rest=rest,
        brief=brief.of(days, asker.reader) if wanted.brief else (),
    )
    listed = tuple(entry.event.id for day in shown for entry in day.entries)
    only = shown[0].day if len(shown) == 1 else None
    frame = replace(frame, listed=listed, day=only, day_shown=only)
    return frame, Reply(card=card, dialog="agenda", outcome="listed")


def _fitting(days: Sequence[Day]) -> Sequence[Day]:
    """As many of the days, in full, as fit on one card; the first in any case."""
    count, kept = 0, 0
    for day in days:
        count += len(day.entries)
        if kept and count > cards.SHOWN:
            break
        kept += 1
    return days[:kept]


def agenda_of(view: Sequence[Event], spans: Sequence[Window], asker: Asker) -> tuple[Day, ...]:
    """The days of these stretches with their events, marked; of a day, only the part that was asked for."""
    clashing = _clashing(view)
    upcoming = next((event.id for event in view if event.start >= asker.now and not event.is_all_day), "")
    days = []
    for part in _parts(spans, asker):
        day = part.start.astimezone(asker.zone).date()
        whole = _days(day, day + timedelta(days=1), asker)
        within = [event for event in view if event.window.overlaps(part)]
        entries = tuple(
            Entry(event, _mark(event, clashing, upcoming, asker), _others(event, asker)) for event in within
        )
        is_whole = part == whole
        days.append(Day(day, entries, _free(within, part, asker), part=None if is_whole else part))
    return tuple(days)


def _parts(spans: Sequence[Window], asker: Asker) -> Iterator[Window]:
    """Each stretch cut at midnight."""
    for span in spans:
        day = span.start.astimezone(asker.zone).date()
        while (whole := _days(day, day + timedelta(days=1), asker)).start < span.end:
            yield Window(max(span.start, whole.start).astimezone(asker.zone), min(span.end, whole.end))
            day += timedelta(days=1)


def _days(first: date, end: date, asker: Asker) -> Window:
    return Window(datetime.combine(first, clock(), asker.zone), datetime.combine(end, clock(), asker.zone))


def _counts(event: Event) -> bool:
    """Whether its time is really taken."""
    return not event.is_cancelled and event.response is not Response.DECLINED


def _takes_time(event: Event) -> bool:
    return _counts(event) and event.show_as not in (ShowAs.FREE, ShowAs.WORKING_ELSEWHERE)


def _clashing(view: Sequence[Event]) -> frozenset[str]:
    taken = [event for event in view if _takes_time(event) and not event.is_all_day]
    return frozenset(taken[position].id for position in openings.conflicts([event.window for event in taken]))


def _mark(event: Event, clashing: frozenset[str], upcoming: str, asker: Asker) -> str:
    if event.is_cancelled:
        return "cancelled"
    if event.is_unanswered:
        return "not-answered"
    if event.start <= asker.now < event.end and not event.is_all_day:
        return "now"
    if event.id in clashing:
        return "clash"
    if event.show_as is ShowAs.TENTATIVE:
        return "tentative"
    is_today = event.start.astimezone(asker.zone).date() == asker.now.date()
    return "next" if event.id == upcoming and is_today else ""


def _others(event: Event, asker: Asker) -> tuple[str, ...]:
    """Everyone but the asker, the organizer first; rooms are no people."""
    people = {} if event.is_organizer else {event.organizer.email.lower(): event.organizer.name}
    people |= {each.email.lower(): each.name for each in event.attendees if each.kind != "resource"}
    people.pop(asker.me.email.lower(), None)
    return tuple(people.values())


def _free(todays: Sequence[Event], span: Window, asker: Asker) -> tuple[Window, ...] | None:
    """What is left of a working day from now on; None where nobody works, or the day is over."""
    shifts = openings.working_windows(asker.hours, span)
    if not shifts or span.end <= asker.now:
        return None
    taken = asker.habits.padded(event.window for event in todays if _takes_time(event))
    taken = (*taken, *asker.habits.kept_free(span, asker.zone))
    ahead = [Window(max(shift.start, asker.now), shift.end) for shift in shifts if shift.end > asker.now]
    return tuple(gap for shift in ahead for gap in openings.gaps(taken, shift) if gap.end - gap.start >= grid.CELL)
