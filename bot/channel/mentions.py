"""@mentions in a message: the bot's own goes, other people's become their names."""

import re
from collections.abc import Iterable

from bot.channel.incoming import Account, Mention
from dialogs.turn import Mentioned

_TAG = re.compile(r"</?at(?:\s[^<>]*)?>", re.IGNORECASE)
_ESCAPES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&"}
"""What Teams writes into a plain text; `&amp;` last, so that nothing is unescaped twice."""


def utterance(text: str, mentions: Iterable[Mention], bot: Account | None) -> str:
    """What was said, without the mention of the bot and without markup of other mentions, stripped."""
    text = text.replace("&nbsp;", " ").replace("\N{NO-BREAK SPACE}", " ")
    if bot:
        own = {mention.text for mention in mentions if mention.mentioned.id == bot.id and mention.text}
        for piece in sorted(own | {f"<at>{bot.name}</at>"}):
            text = _without(text, piece)
    text = _TAG.sub("", text)
    for escape, character in _ESCAPES.items():
        text = text.replace(escape, character)
    return text.strip()


def others(mentions: Iterable[Mention], bot: Account | None) -> tuple[Mentioned, ...]:
    """Everybody mentioned but the bot, once each, in the order of the message."""
    people = (mention.mentioned for mention in mentions if bot is None or mention.mentioned.id != bot.id)
    return tuple(dict.fromkeys(Mentioned(person.entra_id, person.name) for person in people))


def _without(text: str, piece: str) -> str:
    """Without `piece` and the comma or colon with which one addresses somebody."""
    first, *rest = text.split(piece)
    return " ".join([first.rstrip(), *(part.lstrip(" \t\r\n,:;").rstrip() for part in rest)]) if rest else text
