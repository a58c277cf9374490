"""Another meeting with which the same is to be done as the card asks: "and the second one too".

Ana: cancel the first one
Bot: Cancel “Roadmap”?
Ana: and the one after that too
Bot: Cancel 2 meetings? …
"""

from dataclasses import replace
from typing import Final

from dialogs import stale
from dialogs.asker import asker_of
from dialogs.frame import Frame
from dialogs.turn import Tap, Turn
from dialogs.understand.lexicon.patterns import patterns
from graph.client import GraphClient
from graph.errors import GraphError
from graph.model import Response

_ANSWERS: Final = {
    Response.ACCEPTED.value: "accept",
    Response.TENTATIVE.value: "tentatively accept",
    Response.DECLINED.value: "decline",
}
_NTH: Final = ("first", "second", "third", "fourth", "fifth")


async def both(turn: Turn, frame: Frame, graph: GraphClient) -> tuple[str, Frame]:
    """The words as the act for the one of which the card asks and for that other one; as they were where they add none.

    Where both are rows of what was listed, they are told by their places.
    """
    found = patterns()["likewise"].fullmatch(turn.utterance)
    tap = _tap(frame) if found else None
    verb = _verb(tap) if tap else ""
    if found is None or tap is None or not verb:
        return turn.utterance, frame
    ident, other, rows = str(tap.data.get("event")), found["x"] or found["y"], frame.rows
    place = rows.index(ident) if ident in rows else len(_NTH)
    if patterns()["row-behind"].fullmatch(other):
        other = f"the {_NTH[place + 1]} one" if place + 1 < min(len(rows), len(_NTH)) else other
    if place < len(_NTH):
        return f"{verb} the {_NTH[place]} one and {other}", replace(frame.at_rest(), listed=rows, rows=())
    try:
        _, asker = await asker_of(turn, frame, graph)
        event = await stale.event_of(ident, asker)
    except GraphError:
        return turn.utterance, frame
    return (f"{verb} the {event.subject} and {other}", frame.at_rest()) if event else (turn.utterance, frame)


def _tap(frame: Frame) -> Tap | None:
    """What the card would do to one event."""
    taps = (frame.asked.yes, *frame.asked.choices) if frame.asked else ()
    return next((tap for tap in taps if tap and tap.verb in ("cancel", "respond") and tap.data.get("event")), None)


def _verb(tap: Tap) -> str:
    return "cancel" if tap.verb == "cancel" else _ANSWERS.get(str(tap.data.get("answer")), "")
