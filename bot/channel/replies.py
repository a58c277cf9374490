"""A reply as the Bot Framework's activity, and activities as JSON. Pure."""

from datetime import datetime
from typing import Any

from botbuilder.schema import Activity, Attachment, CardAction, SuggestedActions
from msrest.serialization import Model

from dialogs.turn import Json, Reply

CARD = "application/vnd.microsoft.card.adaptive"
MESSAGE = "application/vnd.microsoft.activity.message"


class Outgoing(Activity):
    """An activity made to be sent once, whose only holder hands it over.

    The SDK copies deeply whatever it sends, which for a card takes longer than drawing it.
    """

    def __deepcopy__(self, memo: object) -> "Outgoing":
        return self


def activity_of(reply: Reply) -> Any:
    """The botbuilder `Activity` that says `reply`: a card or text, never both."""
    return Outgoing(
        type="message",
        text=None if reply.card else reply.text,
        attachments=[Attachment(content_type=CARD, content=reply.card)] if reply.card else None,
        suggested_actions=_suggested(reply.prompts) if reply.prompts else None,
        input_hint="expectingInput" if reply.prompts else "acceptingInput",
    )


def typing() -> Any:
    """The botbuilder `Activity` that shows that somebody is writing."""
    return Outgoing(type="typing")


def replaces_card(reply: Reply) -> bool:
    """Whether `reply`, as the answer to a tap, takes the place of the card that was tapped."""
    return reply.card is not None and not reply.stacked


def invoke_body(reply: Reply | None) -> Json:
    """The answer to `adaptiveCard/action`: a card in place of the tapped one, or words beside it.

    Source: Universal Actions for Adaptive Cards, "Response format". An empty message leaves the card as it is.
    """
    if reply is not None and reply.card is not None:
        return {"statusCode": 200, "type": CARD, "value": reply.card}
    return {"statusCode": 200, "type": MESSAGE, "value": reply.text if reply else ""}


def to_json(found: object) -> Any:
    """A botbuilder value as JSON, without what is None.

    The SDK's own serializer takes half a millisecond for a card and drops an entity's additional properties.
    """
    if isinstance(found, Model):
        members = ((described["key"], getattr(found, name)) for name, described in found._attribute_map.items())
        return {key: to_json(member) for key, member in members if member is not None} | found.additional_properties
    if isinstance(found, list):
        return [to_json(item) for item in found]
    if isinstance(found, datetime):
        return found.isoformat()
    return found


def _suggested(prompts: tuple[str, ...]) -> Any:
    return SuggestedActions(actions=[CardAction(type="imBack", title=prompt, value=prompt) for prompt in prompts])
