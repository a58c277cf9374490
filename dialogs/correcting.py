"""What words change on the card that asks, or of the booking at hand, before they are taken for another request."""

from dataclasses import replace

from dialogs import meanwhile
from dialogs.asker import Asker
from dialogs.booking import book
from dialogs.changing import alike, cancel, change, everything
from dialogs.frame import Booking, Frame
from dialogs.invitations import proposing, several
from dialogs.mail import messages, rewording
from dialogs.personal import absence, calendars, preferences
from dialogs.places import by_name, rooms
from dialogs.referents import which
from dialogs.turn import Reply
from dialogs.understand.builds.calendars import role_of
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Role, Understood

DECIDING = frozenset({Intent.YES, Intent.NO, Intent.SELECT, Intent.CANCEL_DIALOG})


async def corrected(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """What the words change on the card that asks, or of the room of the meeting at hand; None: nothing of it."""
    return await _on_card(said, frame, asker) or await _housed(said, frame, asker)


async def of_card(frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """What words change that name a part of the card, whatever else they would mean by themselves; None: no part.

    Raises GraphError.
    """
    return await absence.with_it(frame, asker) or await several.reanswered(frame, asker)


def takes_up(said: Understood, booking: Booking, utterance: str) -> bool:
    """Whether what reads like a new booking speaks of the one at hand."""
    return _adds_to_it(said) or _takes_it_up(said, booking) or _only_tells_when(said, utterance)


async def _on_card(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """What the words change on the card that asks: of several acts, of another time, of a message, of days away."""
    further = await _of_list(said, frame, asker) or await _of_series(said, frame, asker)
    answered = further or await meanwhile.is_free(said, frame, asker) or await meanwhile.of_booking(said, frame, asker)
    if answered is not None:
        return answered
    if cancel.is_asked(frame) and (instead := _changes_it(said, asker.turn.utterance)):
        # "Actually, just move it to 3" is another wish for the same meeting.
        return await change.change(replace(said, intent=instead), frame, asker)
    said = cancel.named(said, asker.turn.utterance) if cancel.is_asked(frame) else said
    says_more = said.facet == "note" or which.is_described(said)
    if cancel.is_asked(frame) and says_more and said.intent in (Intent.AMEND, Intent.SELECT, Intent.NO):
        return await cancel.correct(said, frame, asker)
    timed = said.time.exact or said.time.slots or said.time.clock or said.shift or said.time.impossible
    amends = said.intent in (Intent.AMEND, Intent.PROPOSE, Intent.AWAY) and bool(timed)
    if frame.is_asked(frame.counter) and not said.event:
        if amends or said.facet == "note" or said.intent is Intent.NAVIGATE:
            return await proposing.amend(said, frame, asker)
    elif frame.is_asked(frame.calendar) and (role := role_of(asker.turn.utterance)) and not said.people:
        return await calendars.amend(role, frame, asker)
    elif frame.is_asked(frame.settings) and said.intent is not Intent.PREFERENCES:
        return await preferences.amend(frame, asker)
    elif frame.is_asked(frame.absence) and (amends or said.facet == "note"):
        return await absence.amend(said, frame, asker)
    elif (
        frame.letter
        and frame.is_asked(frame.letter)
        and (words := rewording.reworded(frame.letter.text, asker.turn.utterance))
    ):
        return await messages.correct(replace(said, note=words), frame, asker)
    elif frame.is_asked(frame.letter) and said.intent is Intent.AMEND and said.note:
        return await messages.correct(said, frame, asker)
    elif (
        frame.letter
        and frame.is_asked(frame.letter)
        and said.intent is Intent.AMEND
        and messages.goes_elsewhere(said, frame.letter)
    ):
        return await messages.readdress(said, frame, asker)
    elif said.intent is Intent.PROPOSE and frame.booking and not said.event:
        return await book.amend(replace(said, intent=Intent.AMEND, facet=""), frame, asker)
    return None


async def _housed(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """What room the words give to the meeting at hand, or take from it; None where they speak of no room."""
    if named := await by_name.wished(said, frame, asker):
        return named
    if said.intent in DECIDING:
        return None
    if await rooms.changes(said, frame, asker):
        return await change.change(said, frame, asker)
    if frame.booking and await rooms.amends(said, frame.booking, asker):
        return await book.amend(said, frame, asker)
    return None


async def _of_list(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """What the words change on a card that lists several meetings: which of them, where to, what is done with them."""
    if frame.is_asked(frame.reshuffle) and everything.corrects(said):
        return await everything.correct(said, frame, asker)
    if frame.is_asked(frame.batch) and everything.takes_over(said):
        return await everything.instead(said, frame, asker)
    if frame.batch and frame.is_asked(frame.batch) and several.agrees(said, frame.batch):
        return await several.send({"card": frame.batch.id}, frame, asker)
    if frame.is_asked(frame.alike) and said.facet in ("spare", "only") and said.spared:
        return await alike.correct(said, frame, asker)
    if said.facet in ("spare", "only") or (said.facet == "note" and frame.is_asked(frame.batch)):
        return await several.correct(said, frame, asker)
    return None


async def _of_series(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """Which ones of a series the words want changed as the card says."""
    if frame.open_change and said.facet == "other_one":
        return await change.of_another(said, frame, asker)
    if frame.open_change and frame.asked and said.scope and not (said.when or said.people or said.event):
        # "The whole series", to times that are offered for one of it.
        return await change.change(replace(said, intent=Intent.AMEND), frame, asker)
    return None


def _changes_it(said: Understood, utterance: str) -> Intent | None:
    """What words to a card that would cancel want of it instead: "just move it to 3", "only take Tom off"."""
    if said.intent is not Intent.AMEND:
        return None
    if any(each.role is Role.WITHOUT for each in said.people):
        return Intent.REMOVE_ATTENDEE
    words = patterns()
    tells = said.runner_up is Intent.RESCHEDULE or said.time.duration is not None
    moves = tells or words["moves-it"].search(utterance) or (said.when and words["held-otherwise"].search(utterance))
    return Intent.RESCHEDULE if moves else None


def speaks_of_it(said: Understood) -> bool:
    """Words about the change at hand: "make it 4", "is 4 possible?"; not "is Tom free on Friday?"."""
    return said.intent is Intent.AMEND or bool(said.time.clock and not said.people)


def _adds_to_it(said: Understood) -> bool:
    """Words that name neither people nor a time ("call it Roadmap") speak of the booking at hand."""
    time = said.time
    return not (said.people or time.exact or time.slots or time.duration or time.rrule) and not said.certain


def _only_tells_when(said: Understood, utterance: str) -> bool:
    """ "He said Friday suits him better", of what is being booked; "book Friday" may be about anything."""
    names = said.people or said.perhaps or said.bare or said.subject or said.room or said.location or said.facet
    return bool(said.when) and not names and not said.certain and not patterns()["anew"].search(utterance)


def _takes_it_up(said: Understood, booking: Booking) -> bool:
    """ "Grab her for 20 minutes then", "book the 2pm one", once it was asked when she is free."""
    names_nobody = not (said.people or said.perhaps or said.subject or said.facet) and bool(said.time.clock)
    is_pronoun = any(each.kind == "pronoun" for each in (*said.people, *said.bare))
    return booking.is_inquiry and (names_nobody or is_pronoun)
