"""What was shown and no longer stands: cards that have expired, and events that are gone."""

from dialogs.asker import Asker
from dialogs.cards import notices
from dialogs.turn import Reply
from graph import events
from graph.errors import NotFound
from graph.model import Event


async def event_of(ident: object, asker: Asker) -> Event | None:
    """The event whose id a card carries, as it is now; None where it is gone or cancelled. Raises GraphError."""
    if not isinstance(ident, str) or not ident:
        return None
    try:
        event = await events.get_event(asker.graph, ident, asker.zone)
    except NotFound:
        return None
    return None if event.is_cancelled else event


def expired(dialog: str, asker: Asker) -> Reply:
    """The answer to a tap on a card that nothing is known of any more, or not from this person."""
    return Reply(card=notices.expired(asker.reader), dialog=dialog, outcome="expired")


def gone(dialog: str, asker: Asker) -> Reply:
    """The answer where the event of a card has been cancelled or deleted meanwhile."""
    return Reply(card=notices.notice(asker.reader.say("gone-event"), asker.reader), dialog=dialog, outcome="gone")
