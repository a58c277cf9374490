"""What a new event is to be besides its time, people and place: what was said of it so far, and what Graph takes. Pure.

"Make it private", said of an event that is being booked, is one of these too.
"""

from collections.abc import Mapping
from dataclasses import replace

from dialogs.understand.understood import Extras, Intent, Understood
from graph.model import Importance, NewEvent, ShowAs

SHOWN_AS: Mapping[str, ShowAs] = {
    "free": ShowAs.FREE,
    "busy": ShowAs.BUSY,
    "tentative": ShowAs.TENTATIVE,
    "away": ShowAs.OUT_OF_OFFICE,
    "elsewhere": ShowAs.WORKING_ELSEWHERE,
}
PRIVACY = ("private", "public")
IMPORTANCE = ("important", "ordinary")


def merged(before: Extras, said: Understood) -> Extras:
    """With what was said last, which replaces what was said of the same before."""
    new = said.extras
    if said.intent is Intent.UPDATE:
        mark = said.facet
        new = replace(
            new,
            privacy=mark if mark in PRIVACY else new.privacy,
            show_as=mark if mark in SHOWN_AS else new.show_as,
            importance=mark if mark in IMPORTANCE else new.importance,
        )
    reminds = new.reminder is not None
    return Extras(
        privacy=new.privacy or before.privacy,
        show_as=new.show_as or before.show_as,
        importance=new.importance or before.importance,
        reminder=new.reminder if reminds else before.reminder,
        is_unreminded=new.is_unreminded if reminds else before.is_unreminded,
        category=new.category or before.category,
        agenda=new.agenda or before.agenda,
    )


def applied(event: NewEvent, extras: Extras) -> NewEvent:
    """The event with them."""
    reminder = extras.reminder
    return replace(
        event,
        body="\n\n".join(part for part in (extras.agenda, event.body) if part),
        is_private=extras.privacy == "private",
        show_as=SHOWN_AS.get(extras.show_as, event.show_as),
        importance=Importance.HIGH if extras.importance == "important" else event.importance,
        categories=(extras.category,) if extras.category else (),
        reminder_minutes=None if reminder is None or extras.is_unreminded else int(reminder.total_seconds()) // 60,
        has_reminder=False if extras.is_unreminded else None,
    )
