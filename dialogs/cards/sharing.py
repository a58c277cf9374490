"""The card of a meeting that is shared with others."""

from dialogs.cards.elements import card, facts, heading, open_url, verbatim
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Event


def meeting(event: Event, reader: Reader) -> Json:
    """What it is, when and where; the way into it where it is online."""
    subject = event.subject or reader.say("no-subject")
    where = event.location or (reader.say("teams-meeting") if event.is_online else "")
    when = f"{moment(event, reader)} ({reader.city()})"
    body = [
        heading(verbatim(subject)),
        facts(
            [
                (reader.say("when"), when),
                (reader.say("where"), verbatim(where)),
                (reader.say("who"), verbatim(event.organizer.name)),
            ]
        ),
    ]
    actions = [open_url(reader.say("join"), event.join_url)] if event.join_url else []
    return card(body, speak=f"{subject}, {when}", language=reader.language, actions=actions)


def moment(event: Event, reader: Reader) -> str:
    """Day and hours; an all-day event has none."""
    if event.is_all_day:
        return f"{reader.day(event.start)}, {reader.say('agenda-all-day')}"
    return reader.moment(event.window)
