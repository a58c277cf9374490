"""The search of the message extension: a person's coming meetings, each as a card to put into a message.

Source: Teams, "Respond to search command" of message extensions.
"""

from datetime import timedelta
from typing import Any

from bot.channel.replies import CARD
from bot.conversations import GraphOf
from dialogs import share
from dialogs.asker import asker_of
from dialogs.frame import Frame
from dialogs.turn import Json, Turn
from graph import events
from graph.errors import NotSignedIn
from graph.model import Event, Window

AHEAD = timedelta(days=14)
MOST = 25
"""Results that Teams shows of one answer."""
THUMBNAIL = "application/vnd.microsoft.card.thumbnail"


class MessageExtension:
    """Answers `composeExtension/query`; leaves all others to the answer that means nothing."""

    def __init__(self, graph_of: GraphOf) -> None:
        self._graph_of = graph_of

    async def __call__(self, turn: Turn, asked: str, value: Json) -> Json | None:
        """What Teams expects for a query: meetings whose subject has the words that were typed, soonest first.

        Raises GraphError.
        """
        if asked != "query":
            return None
        try:
            _, asker = await asker_of(turn, Frame(), self._graph_of(turn.speaker.id))
            view = await events.calendar_view(asker.graph, Window(asker.now, asker.now + AHEAD), asker.zone)
        except NotSignedIn:
            return {"composeExtension": {"type": "message", "text": share.signed_out(turn)}}
        words = _typed(value).casefold()
        coming = [event for event in view if share.can_be_shared(event) and words in event.subject.casefold()][:MOST]
        attachments = [_attachment(event, share.summary(event, asker), share.card(event, asker)) for event in coming]
        return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": attachments}}


def _typed(value: Json) -> str:
    """The text of the query; empty where Teams opens the list without one."""
    parameters = value.get("parameters")
    for each in parameters if isinstance(parameters, list) else ():
        # `initialRun` stands for the list as it opens, and its value is "true".
        if isinstance(each, dict) and each.get("name") != "initialRun" and isinstance(each.get("value"), str):
            return str(each["value"]).strip()
    return ""


def _attachment(event: Event, summary: str, card: Json) -> dict[str, Any]:
    preview = {"contentType": THUMBNAIL, "content": {"title": event.subject, "text": summary}}
    return {"contentType": CARD, "content": card, "preview": preview}
