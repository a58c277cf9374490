"""Which event is meant: by place in the list just shown, by description, or simply "it". Pure."""

from collections.abc import Sequence

from dialogs.attendees import folded
from dialogs.frame import Frame
from dialogs.understand.understood import Understood
from graph.model import Event

EMPTY_WORDS = frozenset(("the", "my", "it", "that", "this", "invitation", "invite", "meeting", "event", "request"))


def meant(said: Understood, candidates: Sequence[Event], frame: Frame) -> tuple[Event, ...]:
    """Those of `candidates` that the words can mean; all of them where nothing was said that tells them apart."""
    by_id = {event.id: event for event in candidates}
    listed = [by_id[ident] for ident in frame.listed if ident in by_id]
    if is_described(said):
        found = [event for event in candidates if fits(said, event)]
        # "the one from Sam" counts nothing; "the second one with Sam" does.
        return _at(said.choice, found) if len(found) > 1 and said.choice not in (None, 1) else tuple(found)
    if said.choice is not None and (chosen := _at(said.choice, listed)):
        return chosen
    return tuple(listed) if len(listed) == 1 else tuple(candidates)


def _at(choice: int | None, events: Sequence[Event]) -> tuple[Event, ...]:
    """The event at a place, counted from 1, or backwards from -1; empty where there is none."""
    position = 0 if choice is None else choice - 1 if choice > 0 else choice
    return (events[position],) if -len(events) <= position < len(events) else ()


def is_described(said: Understood) -> bool:
    """Whether the words say more of it than "it"."""
    return bool(said.people or said.subject or said.time.exact or said.time.slots)


def fits(said: Understood, event: Event) -> bool:
    """Whether everything that was said of it is true of it."""
    names = folded(" ".join([event.organizer.name, *(attendee.name for attendee in event.attendees)])).split()
    for person in said.people:
        if person.kind == "name" and not all(word in names for word in folded(person.text).split()):
            return False
    wanted = [word for word in folded(said.subject).split() if word not in EMPTY_WORDS]
    subject = folded(event.subject).split()
    if wanted and not all(any(part.startswith(word) for part in subject) for word in wanted):
        return False
    return _takes_place(said, event)


def _takes_place(said: Understood, event: Event) -> bool:
    if exact := said.time.exact:
        return event.start == exact or (exact.hour == exact.minute == 0 and event.start.date() == exact.date())
    slots = said.time.slots
    return not slots or any(
        (slot.start is None or event.end > slot.start) and (slot.end is None or event.start < slot.end)
        for slot in slots
    )
