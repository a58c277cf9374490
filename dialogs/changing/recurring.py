"""Make an event repeat, change how a series repeats, let it end sooner or later.

Ana: repeat the roadmap every other Tuesday until Easter
Bot: Make “Roadmap” repeat?  Every other week on Tuesday, until Sun 28 Mar · first Tue 24 Nov   [Make it repeat]
Ana: make it Wednesdays
Bot: Make “Roadmap” repeat?  Every other week on Wednesday …                                  [Make it repeat]
Ana: [Make it repeat]
Bot: Changed. Tom Becker was told.                                                            [Undo]
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.asker import Asker
from dialogs.booking import freebusy
from dialogs.cards import booking as booking_cards
from dialogs.cards import recurring as cards
from dialogs.changing import alteration, cancel, moving
from dialogs.decisions import daymarks, repeating, series
from dialogs.decisions.openings import Calendar
from dialogs.frame import Asked, Booking, Change, Frame, Repeats, Wish
from dialogs.people.names import folded
from dialogs.referents import upcoming, which
from dialogs.turn import Reply, Tap
from dialogs.understand.understood import Question, Understood
from graph import events
from graph.model import Event, EventChanges, Schedule, Window
from graph.recurrence import CannotRecur, Recurrence


def of_series(found: Sequence[Event], wish: Wish, described: Understood) -> Sequence[Event]:
    """Those of `found` of which it can be wished; "the series with Ana" is the one that nobody else comes to."""
    if wish.recurs not in ("series_end", "series_longer"):
        return found
    repeated = [event for event in found if event.series_id] or found
    named = [each for each in described.people if each.kind == "name"]
    pairs = [event for event in repeated if sum(each.kind != "resource" for each in event.attendees) == 1]
    is_theirs = len(named) == 1 and folded(described.subject) in ("", "series", "meetings")
    return which.next_of_each_series(pairs if pairs and is_theirs else repeated)


def joined(before: Wish, new: Wish, now: datetime) -> Wish:
    """The new wish, where it says more of how the event is to repeat: an end, another day or time of day."""
    if not before.time.rrule or new.time.rrule or not new.moves:
        return new
    settled = repeating.settled(before.time, now)
    return replace(new, time=repeating.amended(settled, new.time, now), weekday=before.weekday, shift=None)


async def show(change: Change, event: Event, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """How it would repeat, before anything is written. Raises GraphError."""
    wish = change.wish
    master = await events.get_event(asker.graph, event.series_id, asker.zone) if event.series_id else None
    before = master.recurrence if master else None
    if master and (begins := _begins(wish)) and begins > event.start:
        # "From July on": what is before that stays as it is.
        later = [each for each in await _to_come(master, asker) if each.start >= begins]
        event = later[0] if later else event
        wish = replace(wish, scope="following", time=replace(wish.time, run=replace(wish.time.run, starting=begins)))
        change = replace(change, event_id=event.id, wish=wish)
    if wish.recurs == "recur":
        words = asker.reader.say("repeat-how", subject=f"“{event.subject}”")
        asked = Asked(change.id, Question("time"), left="change-kept")
        frame = replace(frame.at_rest().with_change(change), listed=(event.id,), asked=asked)
        return frame, Reply(text=words, dialog="recurring", outcome="asked")
    if wish.recurs and (master is None or before is None):
        return _told("repeat-not", frame, asker, event)
    if master and before and wish.recurs == "one_off":
        return await _after_the_next(master, 1, frame, asker)
    if master and before and wish.recurs == "series_end" and wish.time.run.count:
        return await _after_the_next(master, wish.time.run.count, frame, asker)
    try:
        if master and before and wish.recurs:
            planned = _longer(before, wish, event, asker.now)
        else:
            planned = _planned(event, wish, before, asker)
    except CannotRecur:
        return _told("repeat-cannot", frame, asker, event)
    if planned is None and wish.recurs == "series_longer":
        return _told("repeat-endless", frame, asker, event)
    if planned is None and master and before and (end := wish.time.slots[0].end):
        return await _ended(master, end, frame, asker)
    if planned is None or (before and planned.recurrence == before and planned.is_whole):
        return _told("change-nothing", frame, asker, event)
    return await _ask(replace(change, repeats=planned, etag=event.etag), event, before, frame, asker)


def _begins(wish: Wish) -> datetime | None:
    """From when on another rule holds, where that was said."""
    opens = (slot.start for slot in wish.time.slots if slot.start and slot.end is None)
    return next(opens, None) if wish.time.rrule else None


def _planned(event: Event, wish: Wish, before: Recurrence | None, asker: Asker) -> Repeats:
    """The new rule with its first day; of a series also what would become of all of it. Raises CannotRecur."""
    start, length = event.start.astimezone(asker.zone), wish.time.duration or event.window.length
    found, clock = series.repeated(wish.time, start, before, asker.now, bare_days=wish.weekday)
    first = Window.of(datetime.combine(found.start, clock, asker.zone), length)
    if before is None:
        return Repeats(found, first)
    whole, _ = series.repeated(wish.time, start, before, asker.now, bare_days=wish.weekday, is_whole=True)
    opens = Window.of(datetime.combine(whole.start, clock, asker.zone), length)
    begins = before.start >= event.start.date()
    return Repeats(found, first, whole, opens, is_whole=begins)


def _longer(before: Recurrence, wish: Wish, event: Event, now: datetime) -> Repeats | None:
    """The series with a later end; None where it would not go on longer."""
    if wish.recurs == "series_longer" and wish.time.duration:
        later = series.lasting_longer(before, wish.time.duration)
    elif wish.recurs == "series_longer":
        later = series.with_more(before, wish.time.run.count or 1)
    else:
        end = wish.time.slots[0].end if wish.time.slots else None
        later = series.lasting(before, end.date() - timedelta(days=1)) if end else None
    if later is None:
        return None
    return Repeats(later, event.window, later, None, is_whole=True, is_longer=True)


async def _ask(
    change: Change, event: Event, before: Recurrence | None, frame: Frame, asker: Asker
) -> tuple[Frame, Reply]:
    repeats = change.repeats
    assert repeats is not None
    scopes = _scopes(change.wish, repeats, before)
    fits = "" if repeats.is_longer else await _fits(event, change.wish, repeats, before, asker)
    days = "" if repeats.is_longer else _of_days(repeats, asker)
    shown = cards.Shown(change, event, before, scopes, asker.id, fits, days)
    taps = cards.taps(shown)
    texts = tuple(cards.told(tap, shown, asker.reader) for tap in taps)
    question = Question("choice", texts) if len(taps) > 1 else Question("yes_no")
    asked = Asked(change.id, question, taps, taps[0], left="change-kept")
    frame = replace(frame.at_rest().with_change(change), listed=(event.id,), asked=asked)
    return frame, Reply(card=cards.preview(shown, asker.reader), dialog="recurring", outcome="proposed")


def _scopes(wish: Wish, repeats: Repeats, before: Recurrence | None) -> tuple[str, ...]:
    """How much of a series may be meant; nothing to choose where it is none, or has not begun."""
    if before is None:
        return ()
    if repeats.is_whole or wish.scope == "all":
        return ("all",)
    return ("following",) if wish.scope == "following" else ("following", "all")


async def _fits(event: Event, wish: Wish, repeats: Repeats, before: Recurrence | None, asker: Asker) -> str:
    """How the next occurrences suit everyone. Raises GraphError."""
    found = repeating.Series(repeats.recurrence, repeats.window.start.timetz().replace(tzinfo=None))
    every = repeating.looked_at(found, repeats.window)
    guests = moving.coming(event, wish, asker)
    span = Window(every[0].start, every[-1].end)
    calendars = await freebusy.calendars_if_visible(Booking(guests=guests), span, asker)
    old = series.windows(before, event.window.start.astimezone(asker.zone), event.window.length, span)
    fit = repeating.fit_at(found, repeats.window, [_without(event, old or (event.window,), each) for each in calendars])
    names = asker.names_of([guest.person for guest in guests]) | {asker.me.email: asker.reader.say("you")}
    return booking_cards.missing(fit, names, asker.reader)


def _of_days(repeats: Repeats, asker: Asker) -> str:
    found = repeating.Series(repeats.recurrence, repeats.window.start.timetz().replace(tzinfo=None))
    return daymarks.remarks(repeating.looked_at(found, repeats.window), asker.profile.hours, asker.reader)


def _without(event: Event, windows: Sequence[Window], calendar: Calendar) -> Calendar:
    """Somebody's time without the event as it repeats now."""
    schedule = calendar.schedule
    if not isinstance(schedule, Schedule):
        return calendar
    left = list(schedule.busy)
    for window in windows:
        own = next((each for each in left if each.window == window and each.subject in ("", event.subject)), None)
        if own:
            left.remove(own)
    return replace(calendar, schedule=replace(schedule, busy=tuple(left)))


async def tapped(
    change: Change, event: Event, scope: str, frame: Frame, asker: Asker, *, stale: bool
) -> tuple[Frame, Reply]:
    """The tap that makes it repeat. Raises GraphError."""
    repeats = change.repeats
    assert repeats is not None
    if stale:
        return await show(replace(change, id=asker.card_id), event, frame, asker)
    made = await _made(change, repeats, event, scope, asker)
    undo = Tap("undo_change", {"card": change.id})
    listed = (made.begun_id or made.changed_id,)
    frame = replace(frame.with_change(made), listed=listed, asked=None, undo=undo)
    return frame, replace(made_before(made, event, scope, asker), outcome="changed")


def made_before(change: Change, event: Event, scope: str, asker: Asker) -> Reply:
    """What was done by an earlier tap. Only of a change that makes an event repeat."""
    repeats = change.repeats
    assert repeats is not None
    whole = scope == "all" or repeats.is_whole
    rule = repeats.whole if whole and repeats.whole else repeats.recurrence
    card = cards.made(event, change, rule, asker.id, asker.reader)
    return Reply(card=card, dialog="recurring", outcome="again")


async def _made(change: Change, repeats: Repeats, event: Event, scope: str, asker: Asker) -> Change:
    """Write it: to the event, to all of its series, or as a series that takes over. Raises GraphError."""
    window = alteration.local(repeats.window, asker)
    if not event.series_id:
        changes = alteration.fields(event, change.wish, asker.me.email)
        changes = replace(changes, window=window, recurrence=repeats.recurrence)
        await events.update_event(asker.graph, event.id, changes, asker.zone)
        back = replace(alteration.back(event, changes), window=event.window, recurrence=None, repeats_no_more=True)
        return replace(change, made=True, changed_id=event.id, back=back)
    master = await events.get_event(asker.graph, event.series_id, asker.zone)
    before = EventChanges(window=master.window, recurrence=master.recurrence)
    if scope == "all" or repeats.is_whole:
        opens = alteration.local(repeats.opens, asker) if repeats.opens else master.window
        changes = alteration.fields(master, change.wish, asker.me.email)
        changes = replace(changes, window=opens, recurrence=repeats.whole or repeats.recurrence)
        await events.update_event(asker.graph, master.id, changes, asker.zone)
        back = replace(alteration.back(master, changes), window=before.window, recurrence=before.recurrence)
        return replace(change, made=True, changed_id=master.id, back=back)
    assert master.recurrence is not None
    ended = series.ended_before(master.recurrence, min(event.start.date(), repeats.recurrence.start))
    begun = await alteration.begin_anew(master, change, window, repeats.recurrence, asker)
    await events.update_event(asker.graph, master.id, EventChanges(window=master.window, recurrence=ended), asker.zone)
    return replace(change, made=True, changed_id=master.id, begun_id=begun.id, back=before)


async def undo(change: Change, asker: Asker) -> None:
    """Cancel the series that took over; the one before goes on as it did. Raises GraphError."""
    begun = await events.get_event(asker.graph, change.begun_id, asker.zone)
    if any(each.email.lower() != asker.me.email.lower() for each in begun.attendees):
        await events.cancel_event(asker.graph, begun.id)
    else:
        await events.delete_event(asker.graph, begun.id)


async def _after_the_next(master: Event, count: int, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Ask whether everything behind the next `count` of a series is to be cancelled. Raises GraphError."""
    ahead = [each for each in await _to_come(master, asker) if not each.is_cancelled]
    if len(ahead) <= count:
        return _told("repeat-ends-so", frame, asker, master)
    return cancel.ask_from(ahead[count], frame, asker, note=_last(ahead[count - 1], asker))


async def _ended(master: Event, end: datetime, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Ask whether everything from `end` on is to be cancelled. Raises GraphError."""
    ahead = [each for each in await _to_come(master, asker) if not each.is_cancelled]
    later = [each for each in ahead if each.start >= end]
    if not later:
        return _told("repeat-ends-so", frame, asker, master)
    before = [each for each in ahead if each.start < end]
    return cancel.ask_from(later[0], frame, asker, note=_last(before[-1], asker) if before else "")


async def _to_come(master: Event, asker: Asker) -> list[Event]:
    view = await events.instances(asker.graph, master.id, Window(asker.now, asker.now + 2 * upcoming.YEAR), asker.zone)
    return sorted((each for each in view if each.start >= asker.now), key=lambda each: each.start)


def _last(event: Event, asker: Asker) -> str:
    return asker.reader.say("repeat-last", time=asker.reader.moment(event.window))


def _told(name: str, frame: Frame, asker: Asker, event: Event) -> tuple[Frame, Reply]:
    words = asker.reader.say(name, subject=f"“{event.subject}”")
    frame = replace(frame.at_rest(), listed=frame.listed if event.id in frame.listed else (event.id,))
    return frame, Reply(text=words, dialog="recurring", outcome="nothing")
