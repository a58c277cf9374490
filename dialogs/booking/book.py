"""Book an event, with other people or alone: what was said of it, bit by bit, until times can be offered.

Ana: 30 minutes with Alex and Priya on Thursday afternoon about the Q3 budget
Bot: Times for “Q3 budget”, 30 min · Alex Rivera and Priya Nair
     Thu 26 Nov 14:00 – 14:30, everyone is free      [Book]
     Thu 26 Nov 16:00 – 16:30, Alex tentative        [Book]
Ana: make it an hour, and without Priya
Bot: Times for “Q3 budget”, 1 h · Alex Rivera …
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs import courtesy, stale
from dialogs.asker import Asker
from dialogs.booking import offering, picking, questions, theirclock, unsent, whoever
from dialogs.decisions import extras, meals, refining, repeating, stretching, trimming, wholedays, wishes
from dialogs.frame import Booking, Frame, Guest, Unresolved
from dialogs.knowing import free
from dialogs.people import attendees, ourselves
from dialogs.people.names import folded
from dialogs.personal import filing
from dialogs.places import rooming, rooms
from dialogs.referents import relative, topical
from dialogs.turn import Json, Reply
from dialogs.understand import Context
from dialogs.understand.lexicon.patterns import is_weekday, patterns
from dialogs.understand.understood import NO_TIME, Intent, Kind, PersonMention, Role, Slot, TimeConstraint, Understood
from graph.model import Window

SHORTEST = timedelta(minutes=5)
_AGAIN = frozenset(("unchanged", "same_time"))
"""What is asked of the card as it is: "done?", "same time"."""
WEEK = 7
"""Days. What lasts so long is no event but the run of a series."""


async def book(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A new request to book: whom, how long, when, about what. Raises GraphError."""
    said = ourselves.with_us(said, asker)
    spoken_of = any(each.kind in ("pronoun", "chat") for each in (*said.people, *said.bare))
    named = frame.just_named if spoken_of else frame.named
    booking = Booking(usual=asker.habits.usual_length)
    says_no_day = wishes.is_dayless(said) or bool(said.time.clock) or not _says_when(said.time)
    if frame.booking and frame.booking.is_inquiry and says_no_day:
        # "When is Ana free tomorrow?", "book her at 4" is of tomorrow, and "put Tom in there" is then.
        booking = replace(booking, time=frame.booking.time)
    if frame.booking and frame.booking.is_inquiry and _takes_up(said, asker.turn.utterance):
        # "2pm is good, put it in" is with whom it was asked about.
        booking = replace(booking, guests=frame.booking.guests, duration=frame.booking.duration)
    fresh = replace(frame.at_rest(), booking=booking, named=named)
    if _tells_nothing(said) and booking.time == NO_TIME:
        return questions.whom_and_when(fresh, asker)
    return await amend(said, fresh, asker)


def _blocks_own(said: Understood, before: Booking, utterance: str) -> bool:
    """ "Block 2 to 3 for focus", beside what was asked about or is offered with others."""
    is_apart = before.is_inquiry or bool(said.subject)
    return is_apart and not said.people and bool(patterns()["blocks-own"].match(utterance))


def _takes_up(said: Understood, utterance: str) -> bool:
    """Whether it takes up what was asked about, and names nobody else."""
    parts = any(each.kind == "part" for each in said.bare)
    names = said.people or said.perhaps or parts or said.room or said.time.rrule or said.facet
    return not names and bool(patterns()["takes-up"].search(utterance))


def _tells_nothing(said: Understood) -> bool:
    """Whether it is only said that something is to be booked: "I'd like to set up a meeting"."""
    told = replace(said, when=(), bare=() if said.noun == "something" else said.bare)
    is_meeting = said.noun in ("", "meeting", "call", "appointment", "something")
    return is_meeting and told == Understood(said.intent, said.confidence, said.runner_up, noun=said.noun, why=said.why)


async def check(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Only asked whether people are free. Times that are on offer stay so. Raises GraphError."""
    said = ourselves.with_us(said, asker)
    guests, unresolved = await attendees.resolve((*said.people, *said.perhaps), asker, frame.just_named)
    said = await theirclock.reckoned(said, guests, frame.booking or Booking(), asker)
    # "Is Tejo free at 3?" may ask for a room.
    nobody = not guests and not any(each.ambiguous for each in unresolved)
    if nobody and (answer := await rooms.is_free(said, frame, asker)) is not None:
        return answer
    # "Is Tom free then?" speaks of the time at hand, and of what is being booked where he is asked to it.
    at_hand = frame.booking if not _says_when(said.time) else None
    time = _then(at_hand.time, asker) if at_hand else said.time
    asked = Booking(
        guests,
        unresolved,
        subject=said.subject,
        duration=said.time.duration,
        time=time,
        usual=asker.habits.usual_length,
    )
    if at_hand and not unresolved and {each.person for each in guests} <= {each.person for each in at_hand.guests}:
        asked = replace(at_hand, time=time)
    of_them = bool(asked.guests) and not patterns()["asks-with-me"].search(asker.turn.utterance)
    return await proceed(replace(asked, is_inquiry=True, of_them=of_them), frame, asker)


def _then(time: TimeConstraint, asker: Asker) -> TimeConstraint:
    """The time at hand; its whole day where it is asked when: "when can he then?"."""
    if time.exact is None or not asker.turn.utterance.lower().lstrip().startswith(("when", "and when", "so when")):
        return time
    day = time.exact.replace(hour=0, minute=0, second=0, microsecond=0)
    return replace(time, exact=None, slots=(Slot(day, day + timedelta(days=1)),))


async def amend(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Whatever was said is put into the booking at hand, and times are proposed anew. Raises GraphError."""
    if said.choice and frame.open_offer and frame.open_offer.openings and _chosen(said, frame) is None:
        # "The second one, but later", where there is but one.
        return questions.which_time(frame, len(frame.open_offer.openings), asker.reader)
    said = ourselves.of_those_named(said, asker)
    before = frame.booking or Booking(usual=asker.habits.usual_length)
    if _blocks_own(said, before, asker.turn.utterance):
        before = Booking(time=before.time, usual=before.usual)
    named, bare = said.facet == "names", said.bare
    said = await attendees.with_bare(said, asker, frame.just_named)
    if named and not said.people:
        return frame, courtesy.answer(Intent.OUT_OF_SCOPE, asker.reader)
    still_unclear, spoken_of = _settled(before.unresolved, said)
    perhaps = attendees.in_place(said) if frame.booking else said.perhaps
    is_namesake = bool(patterns()["the-other-one"].fullmatch(asker.turn.utterance))
    just_named = () if is_namesake else attendees.latest(said.people, before, frame.just_named)
    guests, unresolved = await attendees.resolve((*spoken_of, *perhaps), asker, just_named)
    guests, unresolved = attendees.one_of(spoken_of, guests, unresolved)
    if is_namesake:
        before, guests, unresolved = attendees.namesake(before, guests, unresolved)
    said = await theirclock.reckoned(said, guests, before, asker)
    said = replace(said, time=repeating.settled(said.time, asker.now))
    before = _narrowed(before, guests)
    booking = meals.at_mealtime(amended(before, said, guests, frame, asker.now), said.noun, asker.now)
    unresolved, by_name = await rooming.told_apart(unresolved, asker)
    others = tuple(each for each in booking.guests if each.person.email != asker.me.email)
    booking = replace(booking, guests=others, unresolved=(*still_unclear, *unresolved))
    booking = topical.taken_for_name(booking, said, Context(asker.now, asker.zone))
    booking = await whoever.settled(booking, frame.just_named, asker)
    is_untitled = not booking.subject or (bool(said.noun) and folded(booking.subject) == folded(said.noun))
    if said.perhaps and is_untitled and not (booking.guests or booking.unresolved):
        # "An hour with the dentist", who is nobody of the directory; a "call with the bank" is called so.
        who = said.perhaps[0].text
        booking = replace(booking, subject=f"{said.noun} with {who}" if said.noun else who.removeprefix("the "))
    if said.facet == "own":
        booking = unsent.for_oneself(booking, asker.reader)
    elif (before.guests or before.unresolved) and not (booking.guests or booking.unresolved or booking.room):
        return questions.whom_instead(booking, frame.without_open_offers(), asker)
    if booking.guests and booking.time.rrule:
        booking = replace(booking, time=repeating.on_workdays(booking.time))
    booking, unknown = await rooming.with_wish(booking, said, frame, asker, by_name)
    booking = _in_person(booking, before, said)
    if before.is_inquiry and said.intent is Intent.AMEND and patterns()["asks-on"].search(asker.turn.utterance):
        # "And at 4?", once it was asked whether somebody is free, still asks.
        booking = replace(booking, is_inquiry=True, of_them=before.of_them)
    into = ""
    if said.calendar:
        found, into = await filing.chosen(said.calendar.name, asker)
        booking = replace(booking, calendar=found)
    unheard = questions.nobody_called(bare, booking, asker)
    is_so = said.online is not None and booking == frame.booking
    so = asker.reader.say("note-online-so" if said.online else "note-in-person-so") if is_so else ""
    clock = questions.clock_change(said, asker)
    note = f"{so} {unheard} {questions.one_of_several(asker)} {clock} {unknown} {into}".strip()
    if frame.open_offer and booking == frame.booking and not (said.when or said.room or note or said.facet in _AGAIN):
        # The same card again, under a "change it", would make a yes of the next "ok".
        return questions.what_instead(frame, asker.reader)
    return await proceed(booking, frame.without_open_offers(), asker, note=note)


async def proceed(booking: Booking, frame: Frame, asker: Asker, *, note: str = "") -> tuple[Frame, Reply]:
    """Ask for what is missing, or tell or propose times. Raises GraphError."""
    if booking.unresolved:
        return await questions.ask_who(booking, frame, asker)
    if booking.time.impossible:
        problem = courtesy.no_such_time(booking.time.impossible, asker.reader)
        return questions.ask_when(problem, replace(frame, booking=booking), asker)
    if booking.time.anchor:
        problem = asker.reader.say("anchor-none", event=relative.name_of(booking.time.anchor))
        return questions.ask_when(problem, replace(frame, booking=booking), asker)
    if problem := questions.unusable(booking, asker):
        return questions.ask_when(problem, replace(frame, booking=booking), asker)
    if booking.is_inquiry:
        return await free.tell(booking, frame, asker)
    frame = replace(frame, booking=booking, asked=None)
    if booking.room and booking.room.listed and not booking.guests:
        return await rooms.offer(frame, booking, asker, note=note)
    return await offering.propose(frame, booking, asker, note=note)


def _narrowed(booking: Booking, guests: Sequence[Guest]) -> Booking:
    """Of several who were asked about those alone who are booked: "book Tom then"."""
    named = {guest.person.email for guest in guests if guest.role is not Role.WITHOUT}
    asked_about = {guest.person.email for guest in booking.guests}
    return replace(booking, guests=()) if booking.is_inquiry and named and named < asked_about else booking


def _settled(
    unresolved: Sequence[Unresolved], said: Understood
) -> tuple[tuple[Unresolved, ...], tuple[PersonMention, ...]]:
    """Who is to be asked about still, and which mentions are new.

    A name that is said next is the answer; who is to be left out is asked about no more.
    """
    dropped = {folded(each.said) for each in unresolved} & {
        folded(each.text) for each in said.people if each.role is Role.WITHOUT
    }
    if unresolved and any(each.kind == "pronoun" and each.role is Role.WITHOUT for each in said.people):
        dropped.add(folded(unresolved[0].said))
    spoken_of = tuple(
        each
        for each in said.people
        if not (dropped and each.role is Role.WITHOUT and (each.kind == "pronoun" or folded(each.text) in dropped))
    )
    left = tuple(each for each in unresolved if folded(each.said) not in dropped)
    answered = left and not dropped and said.intent is not Intent.ADD_ATTENDEE and _answers(left[0], spoken_of)
    return (left[1:] if answered else left), spoken_of


def _answers(unclear: Unresolved, spoken_of: Sequence[PersonMention]) -> bool:
    """Whether one of these names is said in place of the one that was not clear."""
    words = set(folded(unclear.said).split())
    named = [set(folded(each.text).split()) for each in spoken_of if each.role is not Role.WITHOUT]
    return any(not unclear.ambiguous or words & name for name in named)


def amended(booking: Booking, said: Understood, guests: Sequence[Guest], frame: Frame, now: datetime) -> Booking:
    """The booking with everything new in it; a later value replaces an earlier one."""
    said = _as_run(said, booking)
    swaps = said.facet == "instead" and bool(guests) and bool(booking.guests) and not booking.vacated
    kept = replace(booking, guests=booking.guests[:-1]) if swaps else booking
    kept = replace(booking, guests=()) if said.facet == "alone" and guests else kept
    kept = replace(booking, guests=()) if said.intent is Intent.AMEND and _are_all(guests, booking) else kept
    part = trimming.trimmed(booking, said, now)
    return replace(
        invited(kept, guests),
        newest=attendees.newest(booking, guests),
        vacated=any(guest.role is Role.WITHOUT for guest in guests),
        subject=said.subject or booking.subject,
        duration=part.length if part else _length(booking, said),
        time=replace(booking.time, exact=part.start) if part else _retimed(booking.time, said, frame, now),
        location=said.location or booking.location,
        online=booking.online if said.online is None else said.online,
        ticket=said.ticket or booking.ticket,
        extras=extras.merged(booking.extras, said),
        is_inquiry=False,
        of_them=False,
    )


def _are_all(guests: Sequence[Guest], booking: Booking) -> bool:
    """ "Tom and Priya", where Tom comes already: who lists somebody anew says who is to come, and nobody else."""
    there = {guest.person.email for guest in booking.guests}
    named = {guest.person.email for guest in guests if guest.role is Role.REQUIRED}
    return 1 < len(named) == len(guests) and bool(named & there)


def _as_run(said: Understood, booking: Booking) -> Understood:
    """Of a series, "for eight weeks" is how far it runs, and not how long each of it takes."""
    length = said.time.duration
    if not booking.time.rrule or said.time.all_day or length is None or length < timedelta(days=WEEK) or said.shift:
        return said
    time = replace(said.time, duration=None, run=replace(said.time.run, lasting=length))
    return replace(said, time=time)


def invited(booking: Booking, guests: Sequence[Guest]) -> Booking:
    """With these people in it, in the role that was said; those who are to stay out are out."""
    dropped = {guest.person.email for guest in guests if guest.role is Role.WITHOUT}
    added = {guest.person.email: guest for guest in guests if guest.role in (Role.REQUIRED, Role.OPTIONAL)}
    kept = [added.pop(guest.person.email, guest) for guest in booking.guests if guest.person.email not in dropped]
    return replace(booking, guests=(*kept, *added.values()))


def _in_person(booking: Booking, before: Booking, said: Understood) -> Booking:
    """Who meets for whole days, for a meal or at some place meets in person, unless something else is said."""
    meets = _meets(booking)
    if said.online is not None or meets == _meets(before):
        return booking
    return replace(booking, online=not meets)


def _meets(booking: Booking) -> bool:
    """Whether it is in the nature of it that people come together. To a room others may be switched in."""
    is_out = bool(booking.location) and booking.room is None
    return wholedays.takes_days(booking) or meals.is_meal(booking) or is_out


def _length(booking: Booking, said: Understood) -> timedelta | None:
    if said.longer is not None:
        return max(booking.length + said.longer, SHORTEST)
    return said.time.duration or _stated_length(said.time) or booking.duration


def _stated_length(time: TimeConstraint) -> timedelta | None:
    """ "from 2 to 4" with a clock on both sides is as long as it says."""
    if time.exact and len(time.slots) == 1 and time.slots[0].start == time.exact and time.slots[0].end:
        return Window(time.exact, time.slots[0].end).length
    return None


def _retimed(before: TimeConstraint, said: Understood, frame: Frame, now: datetime) -> TimeConstraint:
    """A new time replaces the old one, except in what it leaves open: the day, or the time of day."""
    new = said.time
    if new.impossible:
        return replace(before, impossible=new.impossible)
    if (settled := _in_whole_days(before, said) or _repeated(before, said, now)) is not None:
        return settled
    before = refining.by_the_clock_of(before, now)
    if said.when and all(is_weekday(when.text) for when in said.when if when.kind is not Kind.DURATION):
        new = refining.in_the_week_of(before, new)
    best = frame.open_offer.openings[0].window.start.astimezone(now.tzinfo) if frame.open_offer else None
    chosen = _chosen(said, frame)
    at = (chosen.astimezone(now.tzinfo) if chosen else None) or before.exact or best
    if chosen and at and said.shift is None and not _says_when(new):
        return replace(before, exact=at, slots=())
    in_days = said.shift and not said.shift % timedelta(days=1)
    if said.shift and in_days and chosen is None and before.exact is None and _offers_several(frame):
        return replace(before, slots=refining.shifted(before.slots, said.shift))
    if said.shift is not None and at is not None:
        return replace(before, exact=at + said.shift, slots=())
    day = at or next((slot.start for slot in before.slots if slot.start), None)
    if new.clock and day:
        return replace(new, exact=refining.at_clock(day, new.clock[0]), slots=())
    if not _says_when(new):
        return before
    if said.when and all(when.dayless for when in said.when if when.kind is not Kind.DURATION):
        return refining.on_the_same_days(refining.bound_from(now, before), new)
    if new.excluded and not (new.exact or new.slots or new.earliest or new.anchor):
        hours = [when.start for when in said.when if when.excluded and when.dayless]
        return refining.without(before, new.excluded, each_day=[out for out in new.excluded if out.start in hours])
    if said.facet == "same_time" and at and (then := refining.in_its_week(at, new)):
        return replace(new, exact=then, slots=())
    if said.facet != "any_time" and said.when and all(w.kind in (Kind.DATE, Kind.DURATION) for w in said.when):
        clock = at if said.facet == "same_time" else before.exact
        return refining.at_the_same_hours(before, new, clock)
    return new


def _in_whole_days(before: TimeConstraint, said: Understood) -> TimeConstraint | None:
    """ "All day", or another day of what takes whole days; None where something else is said."""
    if _says_when(before) and said.when and all(when.all_day and when.dayless for when in said.when):
        days = tuple(refining.days_of(before))
        return TimeConstraint(slots=days or said.time.slots, all_day=True)
    if before.all_day and said.when and all(when.kind is Kind.DATE for when in said.when):
        return replace(said.time, all_day=True)
    return None


def _repeated(before: TimeConstraint, said: Understood, now: datetime) -> TimeConstraint | None:
    """What becomes of a series, that it is to be one, or none any more; None where there is none."""
    new = said.time
    if new.rrule and before.exact and "BYHOUR" not in new.rrule:
        return repeating.settled(replace(new, exact=before.exact), before.exact)
    if new.rrule and before.slots and not (before.rrule or new.exact or new.slots or new.run.starting):
        return repeating.from_within(before.slots, new, now)
    if said.facet == "once" and before.rrule:
        return repeating.once(before, now)
    if new.run.count and before.exact and not (new.rrule or before.rrule):
        # "Repeat it five times": once a week, which the card shows.
        return repeating.settled(replace(before, rrule="FREQ=WEEKLY", run=new.run), before.exact)
    if before.rrule and said.shift and not _says_when(new):
        return repeating.later(before, said.shift, now)
    if not (new.rrule or before.rrule):
        return None
    if before.rrule and (out := _weekdays_out(said)):
        return repeating.without_weekdays(before, out)
    if before.rrule and (within := _part_of_day(said)):
        return repeating.in_part(before, within)
    says_more = new.rrule or new.run.count or new.run.lasting or _says_when(new)
    return repeating.amended(before, new, now) if says_more else before


def _weekdays_out(said: Understood) -> Collection[int]:
    """ "Not on Fridays", and nothing else: the days of the week, Monday as 0."""
    days = [when for when in said.when if when.kind is not Kind.DURATION]
    if not all(when.excluded and when.start and patterns()["every-weekday"].search(when.text) for when in days):
        return ()
    return {when.start.weekday() for when in days if when.start}


def _part_of_day(said: Understood) -> tuple[int, int] | None:
    """ "In the morning", and no day: from when to when, in minutes since midnight."""
    parts = [when for when in said.when if when.kind is not Kind.DURATION]
    if len(parts) != 1 or not (parts[0].kind is Kind.RANGE and parts[0].dayless and parts[0].start and parts[0].end):
        return None
    start, end = parts[0].start, parts[0].end
    return start.hour * 60 + start.minute, end.hour * 60 + end.minute or 24 * 60


def _offers_several(frame: Frame) -> bool:
    return frame.open_offer is not None and len(frame.open_offer.openings) > 1


def _chosen(said: Understood, frame: Frame) -> datetime | None:
    """The time on the card that is spoken of: "the second one but an hour later"."""
    offered = [opening.window.start for opening in frame.open_offer.openings] if frame.open_offer else []
    if not offered and frame.asked:
        # Of the stretches that were told to be free, each is taken from its beginning.
        told = (tap.data.get("at") for tap in frame.asked.choices)
        offered = [datetime.fromisoformat(str(at)) for at in told if at]
    place = (said.choice or 0) - 1 if (said.choice or 0) > 0 else said.choice
    return offered[place] if place is not None and -len(offered) <= place < len(offered) else None


def _says_when(time: TimeConstraint) -> bool:
    return bool(time.exact or time.slots or time.excluded or time.earliest or time.impossible or time.anchor)


async def elsewhere(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Other times than those on offer: more of them, earlier or later ones, another day. Raises GraphError."""
    offer = frame.open_offer
    if offer is None:
        return frame, Reply(text=asker.reader.say("nothing-to-choose"), dialog="book", outcome="nothing")
    facet = said.facet.removesuffix(stretching.OWN_DAY)
    if facet not in ("earlier", "later", "other_day", "that_day"):
        return await picking.other_times({"card": offer.id}, frame, asker)
    if said.shift is not None:
        return await amend(said, replace(frame, booking=offer.booking), asker)
    asked = offer.booking.time.exact if said.facet.endswith("that_day") else None
    offered = [opening.window for opening in offer.openings]
    slot = stretching.beside(facet, [Window.of(asked, offer.booking.length)] if asked else offered, asker.now)
    booking = replace(offer.booking, time=replace(offer.booking.time, exact=None, slots=(slot,), clock=None))
    frame_then, reply = await offering.propose(frame, booking, asker, superseded=offer)
    if reply.card is None:
        return frame, Reply(text=asker.reader.say("no-other-times"), dialog="book", outcome="nothing")
    return frame_then, reply


async def compromise(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on what would make a time possible: without somebody, or shorter. Raises GraphError."""
    offer, without, minutes = frame.offer(data.get("card")), data.get("without"), data.get("minutes")
    if offer is None or not offer.is_open:
        return frame, stale.expired("book", asker)
    booking = offer.booking
    if type(minutes) is int and minutes > 0:
        booking = replace(booking, duration=timedelta(minutes=minutes))
    booking = replace(booking, guests=tuple(guest for guest in booking.guests if guest.person.email != without))
    return await proceed(booking, frame.without_open_offers(), asker)


async def find_time(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on "Find a time" for the people and days of a card that told who is free, or a stretch of it in words.

    Raises GraphError.
    """
    offer = frame.offer(data.get("card"))
    if offer is None:
        return frame, stale.expired("book", asker)
    booking = replace(offer.booking, is_inquiry=False, of_them=False)
    if "at" in data:
        booking = replace(booking, time=TimeConstraint(exact=datetime.fromisoformat(str(data["at"]))))
    if isinstance(minutes := data.get("minutes"), int) and minutes > 0:
        booking = replace(booking, duration=timedelta(minutes=minutes))
    return await proceed(booking, frame.at_rest(), asker)


async def choose_person(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on one of several people. Raises GraphError."""
    if not (_is_asked(data, frame) and frame.booking and frame.booking.unresolved):
        return frame, stale.expired("book", asker)
    unclear, *rest = frame.booking.unresolved
    chosen = await attendees.chosen(unclear, data, asker)
    if chosen is None:
        return frame, stale.expired("book", asker)
    guests, still = chosen
    return await proceed(invited(replace(frame.booking, unresolved=(*still, *rest)), guests), frame, asker)


async def leave_out(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on "Leave out" beside somebody who is not known. Raises GraphError."""
    if not (_is_asked(data, frame) and frame.booking and frame.booking.unresolved):
        return frame, stale.expired("book", asker)
    left = replace(frame.booking, unresolved=frame.booking.unresolved[1:])
    return await proceed(left, frame, asker)


def _is_asked(data: Json, frame: Frame) -> bool:
    """Whether the button is one of the card that asks, and not of one before it."""
    return frame.asked is not None and frame.asked.id == data.get("card")
