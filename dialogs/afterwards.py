"""The second request of a message: it waits until the first one is done, and is then taken up by itself.

Ana: accept the review and decline the retro
Bot: ✓ Accepted …  ✕ Declined …

Ana: cancel the review and book Tom at 1
Bot: Cancel “Review”?                            [Cancel meeting]
Ana: [Cancel meeting]
Bot: ✕ Cancelled …  Tue 24 Nov, 13:00 – 13:30    [Book]
"""

from dataclasses import replace

from dialogs import pressing
from dialogs.cards.elements import beneath, text, verbatim
from dialogs.frame import Frame
from dialogs.turn import Json, Reply, Turn
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.parting.in_turn import InTurn
from dialogs.understand.understood import Understood

DONE = frozenset(
    ("booked", "changed", "cancelled", "answered", "already", "sent", "moved", "partly", "set", "undone", "stays")
).union(("create", "rename", "read", "serving", "own_again"))
"""Outcomes after which nothing of the first request is open any more."""


_BOOKS = frozenset(("book_again", "find_time"))
"""Buttons that book as well."""
MOST = 4
"""Requests of one message that are taken up by themselves."""


def kept(said: Understood, before: Frame, frame: Frame) -> Frame:
    """With the second request, where there is one; `before` is what was known when it was said."""
    return replace(frame, then=said.then, then_waits=True, then_listed=before.listed) if said.then else frame


def with_next(things: InTurn, before: Frame, answer: tuple[Frame, Reply]) -> tuple[Frame, Reply]:
    """The answer to the first of two things, with the second one kept, and a tap away while it waits."""
    frame, reply = answer
    kept_frame = replace(frame, then=things.second, then_waits=things.waits, then_listed=before.listed)
    offers = things.waits and reply.outcome not in DONE
    return kept_frame, replace(reply, prompts=(things.second, *reply.prompts)[:3]) if offers else reply


def dropped(frame: Frame, reply: Reply) -> Frame:
    """Who leaves the first one, or says the second one by themselves, is not asked about it again.

    What was to be booked at once waits for who is meant, and for nothing else.
    """
    is_open = reply.outcome in DONE or (frame.asked and not pressing.is_bid(frame.then, frame))
    return frame if is_open else replace(frame, then="")


def on_screen(frame: Frame, words: str) -> Frame:
    """With the list that the second request may count, as it was when that was said."""
    counts = len(frame.then_listed) > 1 and patterns()["by-place"].search(words)
    return replace(frame, listed=frame.then_listed) if counts else frame


def next_turn(turn: Turn, before: Frame, frame: Frame, reply: Reply, number: int) -> Turn | None:
    """The turn that says the second request, once the first one is done; its cards are its own.

    `before`: what was known before the turn. What got a title that nobody spoke of is not booked at once.
    """
    is_over = reply.outcome in DONE if frame.then_waits else reply.outcome != "asked"
    is_ready = pressing.is_bid(frame.then, frame) and pressing.leaves_nothing_open(frame)
    is_ready = is_ready and not _is_retitled(before, frame, turn.utterance)
    if not frame.then or not (is_over or is_ready):
        return None
    return replace(turn, id=f"{turn.id}/{number}", tap=None, utterance=frame.then)


def _is_retitled(before: Frame, frame: Frame, words: str) -> bool:
    if not (before.booking and frame.booking) or before.booking.subject == frame.booking.subject:
        return False
    return not patterns()["amid-titles"].search(words)


def below(first: Reply, second: Reply) -> Reply:
    """Both answers in one message, the second one with its buttons at the end; what was booked at once is not shown
    as an offer, too.
    """
    if first.outcome not in DONE and second.outcome in DONE:
        return second
    if first.card is None and second.card is None:
        return replace(second, text=f"{first.text}\n\n{second.text}")
    above = _drawn(first, second.card)
    if second.dialog == "book" and above.get("actions"):
        # Two cards that book, one of them what was just cancelled or asked for, would have it tapped by mistake.
        above = {**above, "actions": [each for each in above["actions"] if each.get("verb") not in _BOOKS]}
    return replace(second, text="", card=beneath(above, _drawn(second, first.card)))


def _drawn(reply: Reply, other: Json | None) -> Json:
    """The card of an answer; its words as one where it has none, in the frame of the other."""
    if reply.card is not None:
        return reply.card
    bare = {name: value for name, value in (other or {}).items() if name != "actions"}
    return {**bare, "body": [text(verbatim(reply.text))], "speak": reply.text, "fallbackText": reply.text}
