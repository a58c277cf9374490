"""The intent model: a linear classifier over hashed features, with weights of one byte, in plain Python.

File format (`languages/<language>.intents.bin`): one line of JSON (intents, buckets, scale, temperature, sources and
their licences), then the numbers of the buckets that are kept (two bytes each, little endian, in order), then a row of
signed bytes, one for each intent, for each of them.
"""

import json
import math
import struct
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources

from dialogs.understand.intent.features import buckets
from dialogs.understand.understood import Intent

_LANE = 4
"""Bytes in which a sum of weights is held."""
_RAISED = bytes(range(128, 256)) + bytes(range(128))
"""A signed byte, raised by 128."""


class Model:
    """Weights, as they were trained; see `train.py`.

    `kept` are the buckets that have a row in `table`, in its order; `scale` is what one of its numbers is worth. A row
    is held as one long number, so that one addition adds all of its weights.
    """

    def __init__(self, intents: Sequence[Intent], size: int, scale: float, table: bytes, kept: Sequence[int]) -> None:
        self._intents = intents
        self._size = size
        self._scale = scale
        self._sums = struct.Struct(f"<{len(intents)}I")
        # Each number is raised to be positive, and has a lane of its own.
        lanes, width = bytearray(_LANE * len(table)), self._sums.size
        lanes[::_LANE] = table.translate(_RAISED)
        rows = (lanes[at : at + width] for at in range(0, len(lanes), width))
        self._rows = {bucket: int.from_bytes(row, "little") for bucket, row in zip(kept, rows, strict=True)}

    def scores(self, names: Iterable[str]) -> dict[Intent, float]:
        """How probable each intent is, given the names of the features; they sum to 1."""
        rows = self._rows
        added = sum([rows[bucket] for bucket in buckets(names, self._size) & rows.keys()])
        sums = self._sums.unpack(added.to_bytes(self._sums.size, "little"))
        top, scale, exp = max(sums), self._scale, math.exp
        powers = [exp((each - top) * scale) for each in sums]
        total = sum(powers)
        return {intent: power / total for intent, power in zip(self._intents, powers, strict=True)}


@cache
def load(language: str = "en") -> Model:
    """The packaged model of a language."""
    data = (resources.files("dialogs.understand") / "languages" / f"{language}.intents.bin").read_bytes()
    head, _, body = data.partition(b"\n")
    about = json.loads(head)
    kept = about["kept"]
    intents = tuple(Intent(i) for i in about["intents"])
    return Model(intents, about["buckets"], about["scale"], body[2 * kept :], struct.unpack_from(f"<{kept}H", body))
