"""What somebody wants to become of an event: out of what was said, bit by bit, and what time that makes. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dialogs.decisions import refining
from dialogs.decisions.extras import IMPORTANCE, PRIVACY, SHOWN_AS
from dialogs.frame import Guest, Unresolved, Wish
from dialogs.understand.lexicon.patterns import is_weekday, patterns
from dialogs.understand.understood import Intent, Kind, Role, Slot, TimeConstraint, Understood, When
from graph.model import Event, Person, Window

SHORTEST = timedelta(minutes=5)
HALF_DAY = timedelta(hours=12)
_MORNING = 7
"""Before this hour next to nobody meets."""
_EARLIER = timedelta(hours=2)
"""How much earlier what is early itself may be meant to be."""
DAYS = 7
NOON = 12 * 60
VALUES = ("title", "location", "description", "room", "no_room")
"""Facets of Intent.UPDATE that come with words."""
MARKS: tuple[Collection[str], ...] = (SHOWN_AS, PRIVACY, IMPORTANCE, ("online", "in_person"))
"""The kinds of facets by which an event is marked; it has one of each at the most."""
RECURS = ("recur", "series_end", "series_longer", "one_off")
"""Facets of Intent.RESCHEDULE that are about a series."""


@dataclass(frozen=True)
class Target:
    """When it is to be: exactly then, or somewhere in `slots`; neither: any other time. `length` is how long."""

    length: timedelta
    exact: datetime | None = None
    slots: tuple[Slot, ...] = ()
    excluded: tuple[Slot, ...] = ()
    near: datetime | None = None
    """What in the slots it is best close to."""
    starts: tuple[int, ...] = ()
    """Times of day, in minutes since midnight, at one of which it begins in the slots; none: at any."""


def wished(said: Understood, guests: Sequence[Guest], unresolved: Sequence[Unresolved]) -> Wish:
    """The wish that these words hold; `guests` are the people whom they name."""
    moving = said.intent in (Intent.RESCHEDULE, Intent.AMEND, Intent.NAVIGATE)
    lengths = bool(said.longer or said.time.duration or said.facet == "length")
    timed = _timed(said)
    is_timed = bool(timed or said.shift or said.time.earliest)
    return Wish(
        moves=is_timed or (moving and not lengths and not said.facet and said.intent is Intent.RESCHEDULE),
        time=said.time,
        dayless=is_dayless(said),
        whole_days=bool(timed) and all(when.kind is Kind.DATE for when in timed),
        weekday=is_of_weekday(said),
        same_time=said.facet == "same_time",
        ends=said.facet == "end",
        keeps_end=said.keeps_end,
        shift=said.shift,
        longer=said.longer,
        subject=said.subject if said.facet in ("title", "subject") else "",
        retitles=said.facet == "title",
        location=said.location,
        text=said.note if said.facet == "description" else said.extras.agenda,
        marks=_marks(said),
        added=tuple(guest for guest in guests if guest.role is not Role.WITHOUT),
        dropped=tuple(guest.person for guest in guests if guest.role is Role.WITHOUT),
        unresolved=tuple(unresolved),
        scope=said.scope,
        recurs=said.facet if said.facet in RECURS and not said.time.rrule else "",
    )


def _marks(said: Understood) -> tuple[str, ...]:
    """What it is to be marked as; "and do it online", "and private" are said beside what else is to become of it."""
    extras = said.extras
    beside = said.event is not None or said.facet == "no_room"
    held = said.online and beside and said.intent in (Intent.UPDATE, Intent.RESCHEDULE)
    told = said.facet if said.intent is Intent.UPDATE and said.facet not in VALUES else ""
    every = (told, extras.privacy, extras.show_as, extras.importance, "online" if held else "")
    return tuple(dict.fromkeys(mark for mark in every if mark))


def _both_marks(before: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """All of them, of each kind the newer one."""
    kept = (mark for mark in before if not any(mark in kind and {*kind} & {*new} for kind in MARKS))
    return tuple(dict.fromkeys((*kept, *new)))


def names_day(wish: Wish) -> bool:
    """Whether a new day is said, which can only be that of one meeting of a series."""
    return wish.moves and not wish.dayless and bool((wish.time.exact and not wish.time.clock) or wish.time.slots)


def unmoved(wish: Wish) -> Wish:
    """The same wish without another time."""
    still = TimeConstraint(duration=wish.time.duration)
    return replace(
        wish,
        moves=False,
        time=still,
        shift=None,
        dayless=False,
        whole_days=False,
        ends=False,
        keeps_end=False,
        near=None,
    )


def is_dayless(said: Understood) -> bool:
    """Whether times of day were said, and no day."""
    timed = _timed(said)
    return bool(timed) and all(when.dayless for when in timed)


def is_of_weekday(said: Understood) -> bool:
    """Whether a time is said by days of the week alone."""
    timed = _timed(said)
    return bool(timed) and all(is_weekday(when.text) for when in timed if not when.dayless)


def _timed(said: Understood) -> list[When]:
    return [when for when in said.when if when.kind is not Kind.DURATION]


def joined(before: Wish, new: Wish, proposed: Window | None) -> Wish:
    """Both; what is newer replaces what is older of the same kind. `proposed` is the time that was shown for it."""
    timed = _timed_like(before, new)
    out = {person.email for person in new.dropped}
    back = {guest.person.email for guest in new.added}
    return replace(
        new,
        moves=before.moves or new.moves,
        time=replace(timed.time, duration=new.time.duration or before.time.duration),
        dayless=timed.dayless,
        whole_days=timed.whole_days,
        weekday=timed.weekday,
        same_time=timed.same_time,
        ends=timed.ends,
        keeps_end=timed.keeps_end or new.keeps_end,
        near=proposed.start if proposed and new.moves else _day_looked_at(before, new) or before.near,
        shift=timed.shift,
        longer=new.longer or (None if new.time.duration else before.longer),
        subject=new.subject or before.subject,
        retitles=new.retitles or before.retitles,
        location=new.location or before.location,
        text=new.text or before.text,
        marks=_both_marks(before.marks, new.marks),
        added=(*(guest for guest in before.added if guest.person.email not in out | back), *_newcomers(before, new)),
        dropped=(*(person for person in before.dropped if person.email not in back | out), *new.dropped),
        scope=new.scope or before.scope,
        recurs=new.recurs or ("" if new.time.rrule else before.recurs),
        venue=None if new.is_roomless or new.location else new.venue or before.venue,
        room=None if new.is_roomless or new.location or new.venue else before.room,
        is_roomless=new.is_roomless or (before.is_roomless and not new.venue),
    )


def without_last(before: Wish, new: Wish) -> Wish:
    """ "No, Callum" takes the place of the one who was understood, who was to come or else to go."""
    if before.added:
        return replace(before, added=before.added[: -len(new.added)])
    return replace(before, dropped=before.dropped[: -len(new.added)])


def in_place(before: Wish, new: Wish) -> Wish:
    """Whoever is named instead comes, or goes, as the one before was to."""
    if before.added or not before.dropped:
        return new
    return replace(new, added=(), dropped=tuple(guest.person for guest in new.added))


def other_of_two(before: Wish, new: Wish) -> Wish:
    """ "The other Grace": of those who are called so the only one who was not understood; else as it was."""
    shown = {person.email for person in (*_people(before.added), *before.dropped)}
    left = [person for each in new.unresolved for person in each.candidates if person.email not in shown]
    if len(new.unresolved) != 1 or len(left) != 1:
        return new
    return replace(new, unresolved=(), added=(Guest(left[0]),))


def put_right(before: Wish, new: Wish) -> tuple[Wish, Wish]:
    """ "Abdi, not Achieng", where Achieng was to go or to come: Abdi is, in her stead; anything else as it was."""
    not_meant = {person.email for person in new.dropped}
    were_out, were_in = ({each.email for each in people} for people in (before.dropped, _people(before.added)))
    if not (new.added and not_meant):
        return before, new
    if not_meant <= were_out:
        stay = tuple(person for person in before.dropped if person.email not in not_meant)
        return replace(before, dropped=stay), replace(new, added=(), dropped=_people(new.added))
    if not_meant <= were_in:
        left = tuple(guest for guest in before.added if guest.person.email not in not_meant)
        return replace(before, added=left), replace(new, dropped=())
    return before, new


def _people(guests: Sequence[Guest]) -> tuple[Person, ...]:
    return tuple(guest.person for guest in guests)


def _newcomers(before: Wish, new: Wish) -> tuple[Guest, ...]:
    """Who comes besides; who was to go and is kept after all comes already."""
    gone = {person.email for person in before.dropped}
    return tuple(guest for guest in new.added if guest.person.email not in gone or guest.role is Role.OPTIONAL)


def unread(wish: Wish, said: Understood, utterance: str) -> Wish:
    """A move to what is no time ("to the usual slot") is asked about, rather than any time offered for it."""
    when = wish.time
    told = when.exact or when.slots or when.clock or when.anchor or when.impossible or when.rrule or when.duration
    is_bare = said.intent is Intent.RESCHEDULE and not (
        said.facet or told or wish.shift or wish.longer or when.earliest
    )
    found = patterns()["unread-time"].fullmatch(utterance) if is_bare and wish.moves else None
    return replace(wish, time=replace(when, impossible=found["rest"].strip())) if found else wish


def as_far(before: Wish, new: Wish, said: Understood, utterance: str) -> Wish:
    """ "Make that two hours", to what was to be an hour later, is how far and not how long."""
    time = said.time
    says_more = said.longer or said.shift or said.people or said.subject or said.facet or time.exact or time.slots
    words = patterns()
    if before.longer and time.duration and not says_more and words["only-so-far"].search(utterance):
        # "Actually just half an hour", to what was to be an hour longer.
        by = time.duration if before.longer > timedelta() else -time.duration
        return replace(new, time=TimeConstraint(), longer=by) if time.duration < abs(before.longer) else new
    if not before.shift or not time.duration or says_more or words["lasting"].search(utterance):
        return new
    shift = time.duration if before.shift > timedelta() else -time.duration
    return replace(new, time=TimeConstraint(), shift=shift, moves=True)


def _day_looked_at(before: Wish, new: Wish) -> datetime | None:
    """The one day on which times were looked for, which an hour that is said now is of; None: several, or none."""
    days = list(refining.days_of(before.time)) if _is_hour(new) and before.moves and not before.dayless else []
    return refining.at_clock(days[0].start, NOON) if len(days) == 1 and days[0].start else None


def _is_hour(wish: Wish) -> bool:
    """Whether nothing but an hour was said."""
    return bool(wish.time.exact and wish.time.clock and not wish.time.slots)


def _timed_like(before: Wish, new: Wish) -> Wish:
    """Whose time holds: the newer one, which may rule out days of the older, or mean a day of its week."""
    if not new.moves:
        return before
    days = tuple(refining.days_of(before.time)) if _is_hour(new) and before.moves and not before.dayless else ()
    if len(days) > 1 and new.time.clock and not before.time.exact:
        # "9.30 would be great", of next week.
        return replace(before, time=replace(before.time, slots=days, starts=(new.time.clock[0],)))
    says_when = new.time.exact or new.time.slots or new.time.earliest or new.shift is not None
    if before.moves and before.time.slots and new.time.excluded and not says_when and not new.dayless:
        return replace(before, time=refining.without(before.time, new.time.excluded))
    if new.weekday and before.moves and before.time.slots and not before.weekday:
        return replace(new, time=refining.in_the_week_of(before.time, new.time), weekday=False)
    return new


def target(event: Event, wish: Wish, now: datetime) -> Target | None:
    """When the event is to be, by its own day and clock where the words leave them open; None: when it is."""
    found = _target(event, wish, now)
    if wish.keeps_end and found and found.exact and found.exact < event.end:
        return replace(found, length=Window(found.exact, event.end.astimezone(now.tzinfo)).length)
    return found


def _target(event: Event, wish: Wish, now: datetime) -> Target | None:
    length = _length(event, wish)
    start, end = (wish.near or event.start).astimezone(now.tzinfo), event.end.astimezone(now.tzinfo)
    time = refining.by_the_clock_of(wish.time, now)
    if wish.ends and (until := _end(time, start, end)):
        return Target(Window(start, until).length, start)
    if wish.shift is not None:
        beside = start + wish.shift
        at_clock = time.exact and time.clock and _on_clock(time.exact, beside, is_doubtful=time.doubt == "am_pm")
        return Target(length, at_clock or beside)
    if not wish.moves:
        return Target(length, start) if length != event.window.length else None
    time = refining.to_the_side(time, start, length, now)
    time = refining.in_its_own_week(time, start, now, is_of_weekday=wish.weekday)
    if time.exact:
        at = _on_clock(time.exact, start, is_doubtful=time.doubt == "am_pm") if time.clock else time.exact
        return Target(_stated(time) or length, at)
    if wish.whole_days and len(time.slots) == 1 and (day := time.slots[0].start):
        return Target(length, day.replace(hour=start.hour, minute=start.minute))
    if wish.same_time and len(time.slots) == 1 and (first := time.slots[0].start):
        ahead = timedelta(days=(start.weekday() - first.weekday()) % DAYS)
        return Target(length, first.replace(hour=start.hour, minute=start.minute) + ahead)
    if wish.dayless:
        found = refining.on_the_day_of(start, time)
        return Target(length, slots=found.slots, excluded=found.excluded)
    return Target(length, slots=time.slots, excluded=time.excluded, near=time.near, starts=time.starts)


def _length(event: Event, wish: Wish) -> timedelta:
    if wish.longer is not None:
        return max(event.window.length + wish.longer, SHORTEST)
    return wish.time.duration or event.window.length


def _end(time: TimeConstraint, start: datetime, end: datetime) -> datetime | None:
    """A stated end, behind the start; one without a day is on the day of the present end."""
    until = time.exact or next((slot.end for slot in time.slots if slot.end), None)
    if until is None:
        return None
    if time.exact and not time.clock:
        return until if until > start else None
    at = _on_clock(until, end, is_doubtful=time.doubt == "am_pm")
    return next((each for each in (at, at + HALF_DAY) if each > start), None)


def _on_clock(said: datetime, near: datetime, *, is_doubtful: bool) -> datetime:
    """The time of day that was said, on the day of `near`; where am or pm was not, in the half of it that is nearer.

    What is at 10 is moved to 4:30 in the afternoon all the same; only what is early itself is moved to before work.
    """
    at = refining.at_clock(near, said.hour * 60 + said.minute)
    choices = [each for each in (at, at - HALF_DAY, at + HALF_DAY) if each.date() == near.date()]
    early = {each for each in choices if each.hour < _MORNING and abs(each - near) > _EARLIER}
    return min(choices, key=lambda each: (each in early, abs(each - near))) if is_doubtful else at


def _stated(time: TimeConstraint) -> timedelta | None:
    """ "from 2 to 4" is as long as it says."""
    if time.clock and time.clock[1]:
        return timedelta(minutes=time.clock[1] - time.clock[0])
    if time.exact and len(time.slots) == 1 and time.slots[0].start == time.exact and time.slots[0].end:
        return Window(time.exact, time.slots[0].end).length
    return None
