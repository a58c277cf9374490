"""A line about an answer: by which event its time was reckoned, what a time of another zone is here."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from dialogs.asker import Asker
from dialogs.cards.elements import under, verbatim
from dialogs.frame import Frame
from dialogs.turn import Reply
from dialogs.understand.understood import Understood


def remarked(answer: tuple[Frame, Reply], words: str) -> tuple[Frame, Reply]:
    """The answer of a job with a line under its heading, or before its words."""
    frame, reply = answer
    if not words:
        return answer
    if reply.card is None:
        return frame, replace(reply, text=f"{words}. {reply.text}") if reply.text else reply
    first, *rest = reply.card["body"]
    line = under(verbatim(words))
    body = [first, line, *rest] if first.get("type") == "TextBlock" else [line, first, *rest]
    return frame, replace(reply, card={**reply.card, "body": body})


def of_zone(said: Understood, asker: Asker) -> str:
    """What the time that was said in another zone is here; empty where none was, or where clocks agree."""
    time = said.time
    at = time.exact or next((slot.start for slot in time.slots if slot.start), None)
    if not time.zone or at is None:
        return ""
    reader, words = asker.reader, next((when.text for when in said.when if when.zone), "")
    if not words or at.astimezone(ZoneInfo(time.zone)).utcoffset() == at.astimezone(asker.zone).utcoffset():
        return ""
    here = reader.clock(at) if time.clock else f"{reader.day(at)}, {reader.clock(at)}"
    return reader.say("zone-said", said=words.strip(), here=here, city=reader.city())


def of_unheard(said: Understood, reply: Reply, asker: Asker) -> str:
    """What was asked of an event besides, and not understood; empty where nothing was."""
    if not said.unheard or reply.dialog not in ("change", "propose", "questions"):
        return ""
    return asker.reader.say("change-unheard", words="”, “".join(said.unheard))
