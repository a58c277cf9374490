"""What one member of a chat asked, and another takes up: "is Thursday at 3 good for everyone?", "ok, book it". Pure.

Everyone has a frame of their own, so that nobody's card answers to anybody else. A question whether people are free is
different: whoever takes it up meets the others at that time, the one who asked among them, and books in their own name.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from dialogs.frame import Booking, Frame, Guest
from dialogs.turn import Turn
from dialogs.understand.lexicon.patterns import patterns
from graph.model import Person

LASTS: Final = timedelta(hours=2)
"""After that, "book it" is hardly said of it any more."""
_ANEW: Final = "book a meeting"
_AT_ONCE: Final = "book it"
"""What follows where everybody is free, so that there is nothing else to choose."""


@dataclass(frozen=True)
class Overheard:
    """Of whose time it was asked, and when: by whom, and at what moment. Times are those of who asked."""

    booking: Booking
    asker: Person
    at: datetime


def asked(turn: Turn, before: Frame, after: Frame) -> Overheard | None:
    """What this turn asks of everybody's time in a chat of several; None where it asks nothing like it."""
    inquiry = after.inquiry
    if inquiry is None or inquiry == before.inquiry or after.profile is None or turn.tap or not turn.in_group:
        return None
    return Overheard(inquiry, after.profile.me, turn.now)


def taken_up(turn: Turn, frame: Frame, heard: Overheard | None) -> tuple[Turn, Frame]:
    """The turn and its frame with the question of somebody else at hand, which the words take up.

    Both as they were where they speak of anything else: whoever has something open speaks of that, and nobody takes up
    a question of which they are no part.
    """
    is_open = frame.booking or frame.open_change or frame.asked
    if heard is None or turn.tap or not turn.in_group or is_open or turn.now - heard.at > LASTS:
        return turn, frame
    others = [guest for guest in heard.booking.guests if guest.person.id != turn.speaker.id]
    is_asked = len(others) < len(heard.booking.guests) and heard.asker.id != turn.speaker.id
    found = patterns()["takes-up-theirs"].fullmatch(turn.utterance)
    if not is_asked or found is None:
        return turn, frame
    booking = replace(heard.booking, guests=(Guest(heard.asker), *others), is_inquiry=False, of_them=False)
    told = [f"at {found['clock']}" if found["clock"] else "", f"for {found['length']}" if found["length"] else ""]
    words = " ".join(filter(None, told)) or _ANEW
    return replace(turn, utterance=words), replace(frame, booking=booking, then=_AT_ONCE, then_waits=False)
