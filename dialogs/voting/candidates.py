"""Which times are put to the vote: those that were said, or the best ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dialogs.asker import Asker
from dialogs.booking import freebusy
from dialogs.decisions import openings, ranking, stretching
from dialogs.decisions.openings import Opening
from dialogs.understand import Context, understand
from dialogs.understand.understood import Kind, TimeConstraint, Understood
from dialogs.voting.poll import MOST_CANDIDATES, Poll, with_candidate
from graph.model import Window


@dataclass(frozen=True)
class Added:
    """A time that is to be voted on as well, and the words in which it was said."""

    time: TimeConstraint
    words: str


def stated(said: Understood, length: timedelta) -> tuple[Window, ...]:
    """The times that were said to the minute."""
    found = []
    for when in said.when:
        if when.excluded or when.start is None or when.kind not in (Kind.DATETIME, Kind.TIME, Kind.RANGE):
            continue
        if when.end is None and when.open == "":
            found.append(Window.of(when.start, length))
        elif when.firm and when.end:
            found.append(Window(when.start, when.end))
    return tuple(dict.fromkeys(found))


async def with_times(poll: Poll, explicit: Sequence[Window], asker: Asker) -> tuple[Poll, str]:
    """With the times that were said, or with the best ones; and what is to be said about them. Raises GraphError."""
    now, booking = asker.now, poll.booking
    ahead = [window for window in explicit if window.start > now][:MOST_CANDIDATES]
    note = ""
    if len(ahead) < len(explicit):
        past = next(window for window in explicit if window not in ahead)
        note = asker.reader.say("vote-add-passed", moment=asker.reader.moment(past))
    poll = replace(poll, candidates=())
    if ahead:
        span = Window(min(each.start for each in ahead), max(each.end for each in ahead))
        calendars = await freebusy.calendars_if_visible(booking, span, asker)
        found = [openings.opening_at(window, calendars) for window in ahead]
        alone = len(ahead) == 1 and not poll.added
        found += await _best(poll, asker, near=ahead[0].start, seen=ahead) if alone else []
    else:
        found = await _best(poll, asker)
        if 0 < len(found) < min(poll.wanted, 2):
            note = asker.reader.say("vote-too-few", count=len(found))
    for opening in _in_rank(found):
        poll = with_candidate(poll, opening.window, opening.standings)
    return poll, note


async def _best(
    poll: Poll, asker: Asker, *, near: datetime | None = None, seen: Sequence[Window] = ()
) -> list[Opening]:
    now, booking = asker.now, poll.booking
    if near:
        around = Window(near - stretching.NEARBY, near + stretching.NEARBY)
        slots = openings.working_windows(asker.profile.hours, around)
    else:
        slots = stretching.searched(booking.time, now, booking.length, asker.profile.hours)
    if not slots:
        return []
    span = Window(min(slot.start for slot in slots), max(slot.end for slot in slots))
    calendars = await freebusy.calendars_if_visible(booking, span, asker)
    excluded = tuple(stretching.bound(slot, now) for slot in booking.time.excluded)
    found = ranking.rank(
        calendars,
        slots,
        booking.length,
        now,
        excluded=excluded,
        seen=tuple(seen),
        near=near,
        spare_lunch=not booking.meal,
        limit=poll.wanted - len(seen),
    )
    good = [opening for opening in found if not opening.is_objected_to]
    return good if len(good) + len(seen) >= 2 else list(found)


def _in_rank(found: Sequence[Opening]) -> list[Opening]:
    """The best first: whom it troubles least, then how many it suits, then as they were found."""

    def key(place: int) -> tuple[int, int, int]:
        opening = found[place]
        taken = sum(standing > openings.Standing.ELSEWHERE for _, standing in opening.standings)
        return opening.worst, taken, place

    return [found[place] for place in sorted(range(len(found)), key=key)]


async def with_time(poll: Poll, said: Added, asker: Asker) -> tuple[Poll, str]:
    """With one more time, or why not, in words. Raises GraphError."""
    say = asker.reader.say
    if said.time.exact is None:
        return poll, say("vote-add-unclear", said=said.words)
    window = Window.of(said.time.exact.astimezone(poll.zone), poll.booking.length)
    moment = asker.reader.moment(window)
    if window.start <= asker.now:
        return poll, say("vote-add-passed", moment=moment)
    if any(each.window == window for each in poll.candidates):
        return poll, say("vote-add-there", moment=moment)
    if len(poll.candidates) >= MOST_CANDIDATES:
        return poll, say("vote-add-full", count=MOST_CANDIDATES)
    calendars = await freebusy.calendars_if_visible(poll.booking, window, asker)
    return with_candidate(poll, window, openings.opening_at(window, calendars).standings), ""


def time_of(words: str, asker: Asker) -> TimeConstraint:
    """A time that stands alone, as it was typed."""
    return understand(f"move it to {words}", Context(asker.now, asker.zone, asker.turn.locale)).time
