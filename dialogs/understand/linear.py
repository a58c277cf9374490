"""The intent model: a linear classifier over hashed features, with weights of one byte, in plain Python.

File format (`languages/<language>.intents.bin`): one line of JSON (intents, buckets, scale, temperature, sources and
their licences), then the numbers of the buckets that are kept (two bytes each, little endian, in order), then a row of
signed bytes, one for each intent, for each of them.
"""

import json
import math
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from dialogs.understand.features import buckets
from dialogs.understand.understood import Intent

_LANE = 4
"""Bytes in which a sum of weights is held."""
_RAISED = bytes(range(128, 256)) + bytes(range(128))
"""A signed byte, raised by 128."""
_REMEMBERED = 2048
"""Rows. Most of what people say is said with the same features."""


@dataclass(frozen=True)
class Model:
    """Weights, as they were trained; see `train.py`."""

    intents: tuple[Intent, ...]
    size: int
    scale: float
    table: bytes
    places: Mapping[int, int]
    """Bucket to where its row begins in `table`."""

    def scores(self, names: Iterable[str]) -> dict[Intent, float]:
        """How probable each intent is, given the names of the features; they sum to 1."""
        places, width = self.places, len(self.intents)
        found = [places[bucket] for bucket in buckets(names, self.size) if bucket in places]
        # One addition of long numbers adds all weights of a row: each has a lane of four bytes, raised to be positive.
        added = sum([_lanes(self.table[place : place + width]) for place in found])
        raised = struct.unpack(f"<{width}I", added.to_bytes(_LANE * width, "little"))
        sums = [lane - 128 * len(found) for lane in raised]
        top = max(sums)
        powers = [math.exp((s - top) * self.scale) for s in sums]
        total = sum(powers)
        return {intent: p / total for intent, p in zip(self.intents, powers, strict=True)}


@lru_cache(_REMEMBERED)
def _lanes(row: bytes) -> int:
    """A row of signed bytes as one number, each byte raised by 128 and in a lane of its own."""
    lanes = bytearray(_LANE * len(row))
    lanes[::_LANE] = row.translate(_RAISED)
    return int.from_bytes(lanes, "little")


@cache
def load(language: str = "en") -> Model:
    """The packaged model of a language."""
    data = (resources.files("dialogs.understand") / "languages" / f"{language}.intents.bin").read_bytes()
    head, _, body = data.partition(b"\n")
    about = json.loads(head)
    kept = about["kept"]
    width = len(about["intents"])
    places = {bucket: n * width for n, bucket in enumerate(struct.unpack_from(f"<{kept}H", body))}
    intents = tuple(Intent(i) for i in about["intents"])
    return Model(intents, about["buckets"], about["scale"], body[2 * kept :], places)
