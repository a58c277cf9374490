"""Every card in every state, with made-up people: what `make gallery` draws and the schema test checks."""

from dialogs.turn import Json
from dialogs.words.reader import Reader
from tests.cards.samples import answering, booking, cancelling, changing, choosing, keeping, knowing, telling, writing
from tests.cards.samples.office import LISBON, READER

__all__ = ("LISBON", "READER", "samples")

_KINDS = (
    *booking.KINDS,
    *choosing.KINDS,
    *changing.KINDS,
    *cancelling.KINDS,
    *answering.KINDS,
    *writing.KINDS,
    *knowing.KINDS,
    *keeping.KINDS,
    *telling.KINDS,
)


def samples(reader: Reader = READER) -> list[tuple[str, Json]]:
    """Names and cards."""
    return [sample for kind in _KINDS for sample in kind(reader)]
