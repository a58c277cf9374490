"""The message extension's action on a message: a dialog that makes a meeting of it, and the card that goes to the chat.

Source: Teams, "Initiate actions with message extensions", "Respond to the task module submit action".
"""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.channel.replies import CARD
from dialogs import trouble
from dialogs.asker import Asker
from dialogs.booking import from_message
from dialogs.booking.from_message import ChatMessage, Step
from dialogs.turn import Json, Mentioned
from graph.errors import GraphError, NotSignedIn
from graph.plain import plain, tidy

COMMAND = "meetingFromMessage"
"""What the manifest calls it."""
OPENS, SUBMITS = "fetchTask", "submitAction"
TASKS = frozenset((OPENS, SUBMITS))


async def answer(asked: str, value: Json, asker: Asker) -> Json:
    """What Teams expects: the dialog, or what is put into the chat. Raises NotSignedIn."""
    data = _object(value.get("data"))
    try:
        if asked == OPENS:
            return _dialog(await from_message.opened(message_of(value), asker), asker)
        step = await from_message.submitted(data, asker)
    except NotSignedIn:
        raise
    except GraphError as error:
        told = trouble.apology(error, asker.reader, ("", {}), writing=asked == SUBMITS, is_mail=False)
        if asked == OPENS or not isinstance(words := (told.card or {}).get("speak"), str):
            return _dialog(Step(told.card or {}), asker)
        return _dialog(await from_message.failed(data, words, asker), asker)
    if step.booked:
        attachment = {"contentType": CARD, "content": step.card}
        return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": [attachment]}}
    return _dialog(step, asker)


def _dialog(step: Step, asker: Asker) -> Json:
    shown = {
        "title": from_message.dialog_title(asker),
        "width": "medium",
        "height": "large",
        "card": {"contentType": CARD, "content": step.card},
    }
    return {"task": {"type": "continue", "value": shown}}


def message_of(value: Json) -> ChatMessage:
    """The message on which the dialog was opened, as far as Teams tells of it."""
    payload = _object(value.get("messagePayload"))
    body = _object(payload.get("body"))
    content = _text(body.get("content"))
    words = plain(content) if body.get("contentType") == "html" else tidy(content)
    return ChatMessage(
        tuple({each.id: each for each in _people(payload)}.values()),
        _text(payload.get("subject")),
        words,
        _text(payload.get("linkToMessage")),
    )


def _people(payload: Mapping[str, Any]) -> Iterator[Mentioned]:
    """Its author, if a person wrote it, and whom it mentions."""
    told = [_object(payload.get("from"))]
    mentions = payload.get("mentions")
    told += [_object(_object(each).get("mentioned")) for each in (mentions if isinstance(mentions, list) else ())]
    for each in told:
        user = _object(each.get("user"))
        if ident := _text(user.get("id")):
            yield Mentioned(ident, _text(user.get("displayName")))


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
