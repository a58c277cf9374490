"""What of a change there is already, or cannot be: who is in the meeting or out of it, an organizer who wants out."""

from dataclasses import replace

from dialogs import remarks
from dialogs.asker import Asker
from dialogs.changing import alteration
from dialogs.frame import Frame, Wish
from dialogs.people.attendees import attendee_of
from dialogs.turn import Reply
from dialogs.understand.understood import Intent, Role, Understood
from graph.model import Event


def told(said: Understood, wish: Wish, event: Event, asker: Asker) -> str:
    """A word on those who are added and come already, on those who are to leave and do not come, and on the organizer,
    who cannot be taken out; or nothing.
    """
    adds = said.intent is Intent.ADD_ATTENDEE
    names, subject = already_in(event, wish) if adds else (), f"“{event.subject}”"
    words = asker.reader.say("change-in-already", names=asker.reader.names(names), count=len(names), subject=subject)
    gone = tuple(each.name for each in wish.dropped if not alteration.comes_to(event, each))
    not_in = asker.reader.say("change-not-in", names=asker.reader.names(gone), count=len(gone), subject=subject)
    out = any(each.kind == "me" and each.role is Role.WITHOUT for each in said.people)
    stays = asker.reader.say("change-own-stays", subject=subject) if out and event.is_organizer else ""
    return ". ".join(filter(None, (words if names else "", not_in if gone else "", stays)))


def remarked(answer: tuple[Frame, Reply], words: str, event: Event, asker: Asker) -> tuple[Frame, Reply]:
    """The answer to the change with that word on it; the word alone where nothing else would change."""
    frame, reply = answer
    if words and reply.text == asker.reader.say("change-nothing", subject=f"“{event.subject}”"):
        return frame, replace(reply, text=asker.reader.say("change-nothing-for", why=words))
    return remarks.remarked(answer, words)


def already_in(event: Event, wish: Wish) -> tuple[str, ...]:
    """The names of those who are to be added, and come to it as they are to."""
    kinds = {each.email.lower(): each.kind for each in event.attendees}
    added = (attendee_of(guest) for guest in wish.added)
    return tuple(each.name for each in added if kinds.get(each.email.lower()) == each.kind)
