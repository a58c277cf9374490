"""What an activity means as a turn. Pure: no I/O, no clock of its own.

A button is an Action.Execute with an Action.Submit as its fallback, and both give the same `Tap`. A card's builder
writes the verb twice for that:

    {"type": "Action.Execute", "verb": "book", "data": {"start": "…"},
     "fallback": {"type": "Action.Submit", "data": {"verb": "book", "start": "…"}}}

What is typed into the card's inputs joins `data` under the input's id in both cases, so no input may be called `verb`.
"""

import re
from datetime import datetime
from functools import lru_cache
from uuid import uuid4
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.channel import mentions
from bot.channel.incoming import Account, Conversation, Incoming
from bot.channel.refusals import malformed
from dialogs.turn import Chat, Speaker, Tap, Turn

CARD_ACTION = "adaptiveCard/action"

_LOCALE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def turn_of(incoming: Incoming, now: datetime) -> Turn | None:
    """The turn that an activity is; None where it is none (somebody else joined, an invoke that nobody handles).

    Raises Refused (400) for a tap that does not say what was tapped.
    """
    match incoming:
        case Incoming(type="message"):
            return _message(incoming, now)
        case Incoming(type="invoke", name=name) if name == CARD_ACTION:
            return _turn(incoming, now, tap=_executed(incoming.value))
        case Incoming(type="conversationUpdate") if (newcomer := arrival(incoming)) is not None:
            return _turn(incoming, now, speaker=newcomer, arrived=True)
        case _:
            return None


def bare_turn(incoming: Incoming, now: datetime) -> Turn:
    """Who and where, for an invoke that is neither words nor a tap."""
    return _turn(incoming, now)


def tap(value: object, verb: str = "") -> Tap | None:
    """The tap that a button's data means; None where it is no object, or has no verb and none is given."""
    if not isinstance(value, dict):
        return None
    verb = verb or (stated if isinstance(stated := value.get("verb"), str) else "")
    data = {key: item for key, item in value.items() if key != "verb"}
    return Tap(verb, data) if verb else None


def arrival(incoming: Incoming) -> Account | None:
    """Whom to welcome; None where nobody is.

    In a personal chat it is the person who opened it; in a group or a channel whoever added the bot, so that people
    who join later cause no message. The bot itself is never welcomed.
    """
    if not incoming.added:
        return None
    bot = incoming.bot.id if incoming.bot else None
    people = [account for account in incoming.added if account.id != bot]
    adder = incoming.sender if incoming.sender.id != bot else None
    if chat(incoming.conversation) is not Chat.PERSONAL:
        return adder if len(people) < len(incoming.added) else None
    if adder and (adder.entra_id or not people):
        return adder
    return people[0] if people else None


def chat(conversation: Conversation) -> Chat:
    """The kind of conversation; a channel that states none tells groups by `isGroup`."""
    try:
        return Chat(conversation.kind)
    except ValueError:
        return Chat.GROUP if conversation.is_group else Chat.PERSONAL


@lru_cache(maxsize=1024)
def zone(name: str) -> ZoneInfo | None:
    """The zone of an IANA name; None for a name that tzdata does not know."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def locale(name: str | None) -> str:
    """A BCP 47 tag as it is, en-US for anything else."""
    return name if name and _LOCALE.fullmatch(name) else "en-US"


def _message(incoming: Incoming, now: datetime) -> Turn:
    said = mentions.utterance(incoming.text, incoming.mentions, incoming.bot)
    tapped = tap(incoming.value)
    if tapped is None and not said and isinstance(incoming.value, dict):
        tapped = Tap("", incoming.value)
    return _turn(incoming, now, utterance="" if tapped else said, tap=tapped)


def _executed(value: object) -> Tap:
    action = value.get("action") if isinstance(value, dict) else None
    if not isinstance(action, dict):
        raise malformed("An adaptiveCard/action has an action in its value.")
    verb, data = action.get("verb"), action.get("data")
    tapped = tap({} if data is None else data, verb if isinstance(verb, str) else "")
    if tapped is None:
        raise malformed("An adaptiveCard/action has a verb, and its data is an object.")
    return tapped


def _turn(
    incoming: Incoming,
    now: datetime,
    *,
    speaker: Account | None = None,
    utterance: str = "",
    tap: Tap | None = None,
    arrived: bool = False,
) -> Turn:
    person = speaker or incoming.sender
    return Turn(
        id=incoming.id or uuid4().hex,
        conversation=incoming.conversation.id,
        chat=chat(incoming.conversation),
        speaker=Speaker(person.entra_id or person.id, person.name),
        now=now,
        locale=locale(incoming.locale),
        zone=zone(incoming.zone) if incoming.zone else None,
        utterance=utterance,
        mentions=mentions.others(incoming.mentions, incoming.bot),
        tap=tap,
        arrived=arrived,
    )
