"""A card with times for a booking: what stands on it and what it asks."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dialogs.asker import Asker
from dialogs.cards import booking as cards
from dialogs.decisions import daymarks, wholedays
from dialogs.decisions.compromises import Compromise
from dialogs.decisions.openings import Calendar, Opening, Standing
from dialogs.frame import Asked, Booking, Frame, Offer
from dialogs.turn import Reply, Tap
from dialogs.understand.understood import Question, Role
from dialogs.understand.when import cities
from graph.model import Schedule, Window

_OBJECTIONS: Final = {
    (True, "better"): "note-taken",
    (True, "insisted"): "note-taken-yes",
    (True, "only"): "note-taken-only",
    (False, "better"): "note-taken-alone",
    (False, "insisted"): "note-taken-yes-alone",
    (False, "only"): "note-taken-only-alone",
}
"""What is said of a time that was asked for: whether others come, and what there is besides."""


def offer(
    frame: Frame,
    booking: Booking,
    found: tuple[Opening, ...],
    calendars: Sequence[Calendar],
    asker: Asker,
    *,
    note: str = "",
    exact: bool = False,
    anyway: Window | None = None,
    superseded: Offer | None = None,
    series: cards.Repeats | None = None,
    ways: Sequence[Compromise] = (),
) -> tuple[Frame, Reply]:
    ident = asker.card_id
    faces = faces_of(booking, calendars, asker)
    windows, zones = [opening.window for opening in found], [face.zone for face in faces[1:]]
    note = f"{note} {daymarks.remarks(windows, asker.profile.hours, asker.reader, zones)}".strip()
    offer = Offer(ident, booking, found, superseded.shown if superseded else ())
    shown = cards.Times(
        offer_id=ident,
        owner_id=asker.id,
        subject=subject_of(booking, asker),
        faces=faces,
        openings=found,
        exact=exact,
        anyway=anyway,
        note=note,
        series=series,
        extras=booking.extras,
        ways=tuple(ways),
        place="" if booking.room else booking.location,
        whole_days=wholedays.takes_days(booking),
    )
    asked = asked_of(offer, anyway, asker, may_insist=series is None)
    frame = replace(frame, booking=booking, asked=asked).with_offer(offer, instead_of=superseded)
    return frame, Reply(card=cards.times(shown, asker.reader), dialog="book", outcome="proposed")


def insisted_on(asked: Opening) -> bool:
    """Whether a yes means a time that was asked for though others do better: nobody who has to come is taken then, and
    at the worst it is early or late."""
    return all(standing < Standing.HIDDEN for email, standing in asked.standings if email not in asked.optional)


def asked_of(offer: Offer, anyway: Window | None, asker: Asker, *, may_insist: bool = False) -> Asked:
    """What a card of times asks: which of them."""
    question = Question("choice", tuple(_told(opening, offer, asker) for opening in offer.openings))
    choices = taps(offer, anyway)
    # A bare yes could mean the time that was asked for as well as those that do better; a series that nearly always
    # suits stands first.
    in_doubt = any("anyway" in tap.data for tap in choices[1:])
    meant = None if in_doubt else choices[0]
    if in_doubt and may_insist:
        found = zip(offer.openings, choices, strict=True)
        meant = next((tap for each, tap in found if each.window == anyway and insisted_on(each)), None)
    return Asked(offer.id, question, choices, yes=meant)


def _told(opening: Opening, offer: Offer, asker: Asker) -> str:
    """A choice in words; by its room only where rooms are the choice, since "in Tejo" corrects a booking."""
    moment = asker.reader.moment(opening.window)
    wish = offer.booking.room
    return f"{moment}, {opening.room.name}" if opening.room and wish and wish.listed else moment


def taps(offer: Offer | None, anyway: Window | None = None) -> tuple[Tap, ...]:
    """The buttons beside the times of an offer; `anyway` is one that was asked for, though it does not suit."""
    if offer is None:
        return ()
    return tuple(
        Tap("book", cards.pick_data(offer.id, number, opening, anyway)) for number, opening in enumerate(offer.openings)
    )


def faces_of(booking: Booking, calendars: Sequence[Calendar], asker: Asker) -> tuple[cards.Face, ...]:
    """Everyone as a card shows them, the asker first."""
    people = [asker.me, *(guest.person for guest in booking.guests)]
    names = asker.names_of(people[1:])
    zones = {
        calendar.email: calendar.schedule.hours.zone
        for calendar in calendars
        if isinstance(calendar.schedule, Schedule) and calendar.schedule.hours
    }
    optional = {guest.person.email for guest in booking.guests if guest.role is Role.OPTIONAL}
    circles = {guest.person.email: guest.circle for guest in booking.guests}
    return tuple(
        cards.Face(
            person.email,
            names[person.email],
            person.name,
            cities.at_place(zones.get(person.email), person.office, asker.now),
            person.email in optional,
            circles.get(person.email, ""),
            person.email == asker.speaker.email,
        )
        for person in people
    )


def subject_of(booking: Booking, asker: Asker) -> str:
    """What was said it is about, or a plain title made of who comes."""
    if booking.subject:
        first, *_ = booking.subject.split(" ")
        # What has a capital of its own is written so: "eDNA samples".
        return booking.subject if first[1:] != first[1:].lower() else first[:1].upper() + booking.subject[1:]
    if not booking.guests:
        return asker.reader.say("subject-alone")
    names = asker.names_of([guest.person for guest in booking.guests])
    return asker.reader.say("subject-default", names=asker.reader.names(list(names.values())))


def objection(asked: Opening, better: bool, calendars: Sequence[Calendar], booking: Booking, asker: Asker) -> str:
    """Who stands against the time that was asked for."""
    name = _OBJECTIONS[len(booking.guests) > 0, ("insisted" if insisted_on(asked) else "better") if better else "only"]
    who = against(asked, calendars, booking, asker)
    return asker.reader.say(name, time=asker.reader.moment(asked.window), who=who)


def against(opening: Opening, calendars: Sequence[Calendar], booking: Booking, asker: Asker) -> str:
    """Those whom a time does not suit, and why."""
    standings = tuple(each for each in opening.standings if each[1] >= Standing.TENTATIVE)
    against = replace(opening, standings=standings)
    whole = wholedays.takes_days(booking)
    return cards.suits(against, faces_of(booking, calendars, asker), asker.reader, whole_days=whole)
