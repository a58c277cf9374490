"""Which one of a series is meant by "only Thursday's", where a card asks how much of it is meant."""

from dialogs import pressing
from dialogs.asker import Asker
from dialogs.frame import Frame
from dialogs.referents import which
from dialogs.turn import Tap
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Understood
from graph import events
from graph.errors import NotFound


async def of_one(said: Understood, frame: Frame, asker: Asker) -> Tap | None:
    """The button of the one on the card, where the words tell it by its day alone. Raises GraphError."""
    timed = said.time.exact or said.time.slots
    if not timed or said.people or not pressing.asks_scope(frame) or len(frame.listed) != 1:
        return None
    if not patterns()["extent-one"].fullmatch(asker.turn.utterance):
        return None
    try:
        shown = await events.get_event(asker.graph, frame.listed[0], asker.zone)
    except NotFound:
        return None
    choices = frame.asked.choices if frame.asked else ()
    is_meant = which.takes_place(said, shown)
    return next((tap for tap in choices if is_meant and tap.data.get("scope") == "this"), None)
