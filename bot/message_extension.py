"""The message extension: a person's coming meetings, each as a card to put into a message, and a meeting of a message.

Source: Teams, "Respond to search command" of message extensions.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from bot import meeting_from_message
from bot.channel.replies import CARD
from bot.conversations import GraphOf
from dialogs.asker import Asker, asker_of
from dialogs.frame import Frame
from dialogs.mail import share
from dialogs.turn import Json, Turn
from graph import events
from graph.errors import NotSignedIn
from graph.model import Event, Window

AHEAD = timedelta(days=14)
MOST = 25
"""Results that Teams shows of one answer."""
SignInLink = Callable[[Turn], Awaitable[str]]
"""Where the speaker of a turn signs in, for them alone."""
THUMBNAIL = "application/vnd.microsoft.card.thumbnail"


class MessageExtension:
    """Answers the search and the action; leaves all else to the answer that means nothing."""

    def __init__(self, graph_of: GraphOf, sign_in_link: SignInLink | None = None) -> None:
        """`sign_in_link`: where somebody signs in who is not; None where people cannot sign in here."""
        self._graph_of = graph_of
        self._sign_in_link = sign_in_link

    async def __call__(self, turn: Turn, asked: str, value: Json) -> Json | None:
        """What Teams expects: meetings that were searched for, or the dialog of the action. Raises GraphError."""
        is_action = asked in meeting_from_message.TASKS and value.get("commandId") == meeting_from_message.COMMAND
        if asked != "query" and not is_action:
            return None
        try:
            _, asker = await asker_of(turn, Frame(), self._graph_of(turn.speaker.id))
            if is_action:
                return await meeting_from_message.answer(asked, value, asker)
            return await self._found(value, asker)
        except NotSignedIn:
            return await self._signed_out(turn, is_action=is_action)

    async def _signed_out(self, turn: Turn, *, is_action: bool) -> Json:
        if self._sign_in_link is None:
            words = share.signed_out(turn)
            if is_action:
                return {"task": {"type": "message", "value": words}}
            return {"composeExtension": {"type": "message", "text": words}}
        action = {"type": "openUrl", "value": await self._sign_in_link(turn), "title": share.sign_in_title(turn)}
        return {"composeExtension": {"type": "auth", "suggestedActions": {"actions": [action]}}}

    async def _found(self, value: Json, asker: Asker) -> Json:
        """Meetings whose subject has the words that were typed, soonest first."""
        view = await events.calendar_view(asker.graph, Window(asker.now, asker.now + AHEAD), asker.zone)
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
