"""The only words shared with `bot/`: what comes in, what goes back.

A `Turn` is built by `bot/channel` from one activity whose sender is proven; a `Reply` is sent by it. Neither
knows the Bot Framework, so that a move to another SDK touches the channel alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

Json = Mapping[str, Any]
"""A JSON object as it travels: an Adaptive Card, or what a button carries."""


class Chat(StrEnum):
    """Where a turn takes place; Bot Framework's `conversation.conversationType`."""

    PERSONAL = "personal"
    GROUP = "groupChat"
    CHANNEL = "channel"


@dataclass(frozen=True)
class Speaker:
    """Who is talking, as the channel has proven it.

    `id` is the Entra object id: the key of their tokens and the user id in Graph.
    """

    id: str
    name: str


@dataclass(frozen=True)
class Mentioned:
    """Somebody @mentioned in the utterance, or in the chat; the bot itself never is.

    `id` is None where Entra does not know them; `email` is known of some who are in the chat.
    """

    id: str | None
    name: str
    email: str = ""
    account: str = ""
    """What the channel itself calls them, in a mention or as one who sees a card; empty: not known."""


@dataclass(frozen=True)
class Tap:
    """A button of a card: its verb, the data it carries, and what was typed into the card's inputs."""

    verb: str
    data: Json = field(default_factory=dict)


@dataclass(frozen=True)
class Turn:
    """One message or one tap. Exactly one of `utterance`, `tap` and `arrived` says something."""

    id: str
    conversation: str
    chat: Chat
    speaker: Speaker
    now: datetime
    """Aware."""
    locale: str = "en-US"
    """BCP 47, as the client states it."""
    zone: ZoneInfo | None = None
    """As the client states it; None where it does not. The mailbox's own zone wins."""
    utterance: str = ""
    """Without the mention of the bot, stripped. May be empty."""
    mentions: tuple[Mentioned, ...] = ()
    tap: Tap | None = None
    members: tuple[Mentioned, ...] | None = None
    """Who is in a group or a channel, the speaker among them; None: nobody has asked yet. See `Reply.needs_members`."""
    help_contact: str = ""
    """Which people help where this does not: an address or words, as the settings have it."""
    arrived: bool = False
    """The speaker has just opened this conversation (or added the bot): say welcome."""

    @property
    def in_group(self) -> bool:
        """Whether others read along."""
        return self.chat is not Chat.PERSONAL


@dataclass(frozen=True)
class Reply:
    """What goes back: words or one card, never both, since Teams splits such a message in two.

    A card that answers a tap replaces the card that was tapped; any other is sent as a new message.
    """

    text: str = ""
    card: Json | None = None
    prompts: tuple[str, ...] = ()
    """Suggested actions under the message: what a tap on each would say. Three at the most."""
    common: Json | None = None
    """The card as everybody may see it, where `card` is for the speaker alone: it goes where others would see it."""
    stacked: bool = False
    """Send the card below the tapped one instead of in its place."""
    needs_sign_in: bool = False
    """What was asked needs somebody signed in. Who can offer that says so instead, and takes the turn again after."""
    sign_out: bool = False
    """The speaker wants what is kept of their sign-in deleted. Who keeps it does so, and says so instead."""
    needs_members: bool = False
    """Who is in this chat has to be known. Who can ask the channel does so, and takes the turn again with it."""
    dialog: str = ""
    """For the log: which job answered, and `outcome` how it went. Constant words, never names or subjects."""
    outcome: str = ""
