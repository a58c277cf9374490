"""botbuilder's CloudAdapterBase, as Convene uses it: one turn in, one HTTP answer out."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.core.cloud_adapter_base import CloudAdapterBase
from botbuilder.schema import Activity, ChannelAccount, ConversationAccount

from bot.channel.authentication import Proof
from bot.channel.incoming import EXPECT_REPLIES, Account, Incoming
from bot.channel.once import Answer
from bot.channel.replies import to_json
from bot.channel.sdk_authentication import Authentication

Logic = Callable[[Any], Awaitable[object]]
"""What happens in a turn; it is handed the SDK's TurnContext."""


class UnknottedContext(TurnContext):
    """The SDK's TurnContext, without a function that refers to itself.

    Through it all objects of a turn stayed until the garbage collector came, which then took a tenth of the processor.
    """

    async def _emit(self, plugins: Any, arg: Any, logic: Awaitable[Any]) -> Any:
        return await (super()._emit(plugins, arg, logic) if plugins else logic)


class ChannelAdapter(CloudAdapterBase):
    """The SDK's pipeline on our authentication and connector."""

    def __init__(self, authentication: Authentication) -> None:
        super().__init__(authentication)
        self._authentication = authentication

    async def answer(self, incoming: Incoming, proof: Proof, logic: Logic) -> Answer:
        """Run `logic` as the turn of `incoming`, of which `proof` is given. Raises what it raises."""
        found = await self.process_activity(self._authentication.admitted(proof), sdk_activity(incoming), logic)
        if found is None:
            return Answer()
        return Answer(int(found.status), "" if found.body is None else json.dumps(found.body))

    def _create_turn_context(self, activity: Any, *parts: Any) -> Any:
        made = super()._create_turn_context(activity, *parts)
        context = UnknottedContext(made)
        context.turn_state.update(made.turn_state)
        return context

    def _process_turn_results(self, context: Any) -> Any:
        """The invoke's response whatever the delivery mode; the SDK would answer it with the expected replies."""
        if context.activity.type == "invoke":
            response = context.turn_state.get(self._INVOKE_RESPONSE_KEY)
            return response.value if response else InvokeResponse(status=501)
        if context.activity.delivery_mode == EXPECT_REPLIES:
            return InvokeResponse(status=200, body={"activities": to_json(context.buffered_reply_activities)})
        return None


def sdk_activity(incoming: Incoming) -> Any:
    """The botbuilder `Activity`; built by hand, since the SDK's deserializer takes a tenth of a millisecond."""
    conversation = incoming.conversation
    return Activity(
        type=incoming.type,
        id=incoming.id,
        channel_id=incoming.channel or None,
        service_url=incoming.service_url,
        from_property=_account(incoming.sender),
        recipient=_account(incoming.bot) if incoming.bot else None,
        conversation=ConversationAccount(
            id=conversation.id,
            conversation_type=conversation.kind or None,
            is_group=conversation.is_group or None,
        ),
        name=incoming.name or None,
        text=incoming.text or None,
        value=incoming.value,
        locale=incoming.locale,
        reply_to_id=incoming.reply_to,
        delivery_mode=EXPECT_REPLIES if incoming.expects_replies else None,
    )


def addressed(activity: Any, incoming: Incoming) -> Any:
    """`activity` as an answer to `incoming`, in the same conversation."""
    reference = TurnContext.get_conversation_reference(sdk_activity(incoming))
    return TurnContext.apply_conversation_reference(activity, reference)


def _account(account: Account) -> Any:
    return ChannelAccount(id=account.id, name=account.name or None, aad_object_id=account.entra_id)
