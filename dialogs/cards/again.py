"""Cards of what was cancelled and may be booked again."""

from collections.abc import Sequence

from dialogs.cards.elements import badge, card, column, columns, execute, heading, text, under, verbatim
from dialogs.frame import Gone
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Event, NewEvent


def offered(gone: Gone, owner_id: str, reader: Reader) -> Json:
    """A cancellation cannot be called back; a new invitation can be sent."""
    words = reader.say("again-offer", count=len(_guests(gone.events)))
    body = [heading(reader.say("again-title", count=len(gone.events)))]
    body += [under(_line(event, reader)) for event in gone.events]
    body.append(text(words))
    actions = [
        execute(reader.say("again-book"), "book_again", {"card": gone.id, "for": owner_id}, style="positive"),
        execute(reader.say("again-leave"), "say", {"text": "never mind", "for": owner_id}),
    ]
    return card(body, speak=words, language=reader.language, actions=actions)


def booked(made: Sequence[Event], reader: Reader) -> Json:
    """It is in the calendars again."""
    told = reader.say("invitations-sent", count=len(_guests(made)))
    body = [
        columns(
            column([badge("✓", reader.say("booked"), "Good")], width="auto", middle=True),
            column([text(told, subtle=True)], middle=True),
        )
    ]
    for event in made:
        body += [heading(verbatim(event.subject or reader.say("no-subject"))), under(_moment(event, reader))]
    return card(body, speak=f"{reader.say('booked')}. {told}", language=reader.language)


def _guests(events: Sequence[Event | NewEvent]) -> list[str]:
    return [each.email for event in events for each in event.attendees if each.kind != "resource"]


def _line(event: NewEvent, reader: Reader) -> str:
    return verbatim(f"{event.subject or reader.say('no-subject')}, {_moment(event, reader)}")


def _moment(event: Event | NewEvent, reader: Reader) -> str:
    return reader.moment_of(event.start, event.end, all_day=event.is_all_day)
