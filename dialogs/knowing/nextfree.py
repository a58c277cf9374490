"""When somebody is next free, by their own working hours; and the questions about everybody that have no answer.

Ana: when is Tom next free?
Bot: Tom Becker is next free on Mon 23 Nov, 12:00 – 14:00.      (Find a time with Tom)
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs.asker import Asker
from dialogs.booking import book, freebusy
from dialogs.changing import preview
from dialogs.decisions.openings import Calendar
from dialogs.frame import Asked, Booking, Frame, Guest, Offer
from dialogs.knowing import free, whereabouts
from dialogs.people import attendees
from dialogs.turn import Reply, Tap
from dialogs.understand.understood import PersonMention, Question, Slot, TimeConstraint, Understood
from graph.model import Hidden, Window

AHEAD = timedelta(days=14)
USUAL = timedelta(minutes=30)
"""How long a gap has to be where nothing was said."""


async def tell(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The first gap of the one person who is named, or of the speaker; several are free together.

    Raises GraphError.
    """
    others = [each for each in said.people if each.kind != "me"]
    if frame.booking and frame.booking.is_inquiry:
        # "Next" is from now on, not at the time that was asked about before.
        frame = replace(frame, booking=None)
    if not others and frame.open_offer:
        return await book.check(said, frame, asker)
    if len(others) > 1 or (others and len(others) != len(said.people)):
        return await book.check(said, frame, asker)
    guests: Sequence[Guest] = ()
    if others:
        guests, unclear = await attendees.resolve(others, asker, frame.just_named)
        if unclear or len(guests) != 1:
            return await book.check(said, frame, asker)
        frame = replace(frame, named=(guests[0].person,))
    return await _first_gap(guests, said.time.duration, frame, asker)


async def _first_gap(
    guests: Sequence[Guest], wanted: timedelta | None, frame: Frame, asker: Asker
) -> tuple[Frame, Reply]:
    """Of the one guest, or of the asker where there is none; "book it" is then what is spoken of next."""
    reader, is_me, length = asker.reader, not guests, wanted or USUAL
    somebody = guests[0].person if guests else asker.me
    window = Window(asker.now, asker.now + AHEAD)
    schedule = await whereabouts.schedule_of(somebody, window, asker)
    if isinstance(schedule, Hidden):
        words = reader.say("free-next-hidden", name=somebody.name)
        return frame, Reply(text=words, dialog="nextfree", outcome="hidden")
    calendar = freebusy.own_calendar(schedule, asker) if is_me else Calendar(somebody.email, schedule)
    gaps = free.together([calendar], window)
    gap = next((gap for gap in gaps if gap.length >= length), None)
    if gap is None:
        words = reader.say("free-next-you-none" if is_me else "free-next-none", name=somebody.name)
        return frame, Reply(text=words, dialog="nextfree", outcome="nothing")
    gap = Window(gap.start.astimezone(asker.zone), gap.end.astimezone(asker.zone))
    told = {"day": reader.day(gap.start), "hours": reader.hours(gap), "name": somebody.name}
    words = reader.say("free-next-you" if is_me else "free-next", **told)
    prompts = () if is_me else (reader.say("find-time-with", name=somebody.name),)
    if frame.asked is None and frame.open_offer is None:
        time = TimeConstraint(exact=gap.start) if wanted else TimeConstraint(slots=(Slot(gap.start, gap.end),))
        asked = Booking(tuple(guests), duration=wanted, time=time, usual=asker.habits.usual_length)
        asked = replace(asked, is_inquiry=True, of_them=not is_me)
        ident = asker.card_id
        yes = Asked(ident, Question("yes_no"), yes=Tap("find_time", {"card": ident}))
        frame = replace(frame, booking=asked, asked=yes).with_offer(Offer(ident, asked))
    return frame, Reply(text=words, prompts=prompts, dialog="nextfree", outcome="told")


async def everybody(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """ "Who is free at 3?": everybody in a shared chat, or who comes to what is at hand; elsewhere nobody can tell.

    Raises RosterUnknown, GraphError.
    """
    if asker.turn.in_group:
        here = PersonMention("everyone here", (0, 0), kind="chat")
        return await book.check(replace(said, people=(here,)), frame, asker)
    if frame.open_change:
        # Its card tells how the new time suits each of them.
        return await preview.show(frame.open_change, frame, asker)
    if frame.booking and frame.booking.guests:
        them = PersonMention("them", (0, 0), kind="pronoun")
        return await book.check(replace(said, people=(them,)), frame, asker)
    return frame, Reply(text=asker.reader.say("free-everybody"), dialog="nextfree", outcome="cannot")
