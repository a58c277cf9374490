"""Time for oneself: a part of a day or of each week, and the way to a meeting.

Ana: protect my Friday afternoons
Bot: Focus time, every week on Friday, 13:00 – 18:00                  [Book]
Ana: keep 15 minutes travel time before it
Bot: Travel, Tue 24 Nov, 09:45 – 10:00                                [Book]

What is found is booked as anything else is, on the card that shows what it clashes with.
"""

from dataclasses import replace
from datetime import datetime, time, timedelta

from dialogs.asker import Asker
from dialogs.booking import book
from dialogs.decisions import openings, repeating
from dialogs.frame import Booking, Frame
from dialogs.referents import upcoming, which
from dialogs.turn import Reply
from dialogs.understand.understood import Slot, TimeConstraint, Understood
from graph.model import Event, Response, Window, WorkingHours

NOON, ONE = time(12), time(13)
SUBJECTS = (
    ("prep", "focus-preparation"), ("ready", "focus-preparation"), ("read", "focus-preparation"),
    ("rehears", "focus-preparation"), ("set", "focus-preparation"), ("go over", "focus-preparation"),
    ("note", "focus-notes"), ("write", "focus-notes"), ("wrap", "focus-notes"), ("follow", "focus-notes"),
    ("debrief", "focus-notes"), ("buffer", "focus-buffer"),
)  # fmt: skip
"""With which words the time beside a meeting is told, and how it is called; else it is for the way there."""


async def block(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """All of the stretch that was said, as far as it is worked. Raises GraphError."""
    found = stretch(said.time, asker)
    if found is None:
        return frame, Reply(text=asker.reader.say("no-working-hours"), dialog="focus", outcome="nothing")
    subject = said.subject or (asker.reader.say("focus-subject") if said.noun else "")
    return await _propose(replace(said, time=found, subject=subject, facet="", noun=""), frame, asker)


def stretch(said: TimeConstraint, asker: Asker) -> TimeConstraint | None:
    """From when to when, on the day or on each of the days that were said; None where nobody works then."""
    hours = asker.profile.hours
    if said.rrule:
        first, last = _of_rule(said, hours, asker)
        rule = ";".join(part for part in said.rrule.split(";") if not part.startswith(("BYHOUR=", "BYMINUTE=")))
        rule = f"{rule};BYHOUR={first.hour};BYMINUTE={first.minute}"
        run = replace(said.run, within=None)
        each = replace(said, rrule=rule, duration=_between(first, last), run=run)
        return repeating.on_workdays(each) if rule.startswith("FREQ=DAILY") else each
    if said.exact and said.duration:
        return said
    slot = said.slots[0] if said.slots else Slot(said.exact, None)
    start = slot.start or said.exact
    if start is None:
        return None
    end = slot.end or start + timedelta(days=1)
    if not _is_stated(start, end):
        first, last = _part(start.time(), end.time(), hours, asker)
        working = openings.working_windows(hours, Window(start.replace(hour=0, minute=0), start + timedelta(days=1)))
        if not working:
            return None
        start, end = (
            datetime.combine(start.date(), first, start.tzinfo),
            datetime.combine(start.date(), last, start.tzinfo),
        )
    start = max(start, asker.now.replace(second=0, microsecond=0))
    return TimeConstraint(exact=start, duration=end - start) if end > start else None


def _is_stated(start: datetime, end: datetime) -> bool:
    """Hours that somebody said, and not a morning, an afternoon or a day."""
    return (start.time(), end.time()) not in {(time(6), NOON), (NOON, time(18)), (time(), time())}


def _of_rule(said: TimeConstraint, hours: WorkingHours, asker: Asker) -> tuple[time, time]:
    parts = dict(part.split("=", 1) for part in said.rrule.split(";"))
    at = time(int(parts["BYHOUR"]), int(parts.get("BYMINUTE", 0))) if "BYHOUR" in parts else None
    if at and said.duration:
        last = datetime.combine(asker.now.date(), at) + said.duration
        return at, last.time()
    if at is None:
        return hours.start, hours.end
    return _part(time(6), NOON, hours, asker) if at < NOON else _part(NOON, time(18), hours, asker)


def _part(start: time, end: time, hours: WorkingHours, asker: Asker) -> tuple[time, time]:
    """A morning ends where lunch begins, an afternoon begins where it is over."""
    lunch = asker.habits.lunch or (NOON, ONE)
    if end == NOON:
        return hours.start, lunch[0]
    return (lunch[1] if start == NOON else hours.start), hours.end


def _between(first: time, last: time) -> timedelta:
    return timedelta(hours=last.hour - first.hour, minutes=last.minute - first.minute)


async def beside(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Time right before a meeting, or right after it. Raises GraphError."""
    reader = asker.reader
    ahead = [event for event in await upcoming.occurrences(asker) if _takes_place(event)]
    event = _meant(said, ahead, frame, asker)
    if event is None:
        return frame, Reply(text=reader.say("focus-which"), dialog="focus", outcome="asked")
    length = said.time.duration or timedelta()
    start = event.end if said.note == "after" else event.start - length
    kinds = (name for word, name in SUBJECTS if word in said.subject.lower())
    subject = reader.say(next(kinds, "focus-travel" if said.subject else "focus-buffer"))
    subject = f"{subject}: {event.subject}" if event.subject else subject
    found = TimeConstraint(exact=start.astimezone(asker.zone), duration=length)
    said = replace(said, time=found, subject=subject, facet="", event=None, note="")
    return await _propose(said, frame, asker)


def _takes_place(event: Event) -> bool:
    return not event.is_cancelled and not event.is_all_day and event.response is not Response.DECLINED


def _meant(said: Understood, ahead: list[Event], frame: Frame, asker: Asker) -> Event | None:
    """The one that the words tell; of several the next one, where they are of one series or "next" was said."""
    if said.event is None:
        at_hand = [event for event in ahead if event.id in frame.listed]
        return at_hand[0] if len(at_hand) == 1 else None
    coming = [event for event in ahead if event.start > asker.now]
    if "next" in asker.turn.utterance.lower().split() and not which.is_described(said.event):
        return coming[0] if coming else None
    found = which.meant(said.event, ahead, frame)
    one = len(found) == 1 or (found and which.is_one_again(found))
    return found[0] if one else None


async def _propose(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    start = Booking(usual=asker.habits.usual_length, online=False)
    return await book.amend(said, replace(frame.at_rest(), booking=start), asker)
