"""Bad luck on request: what a test wants to go wrong, and when."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from graph.emulator.errors import Json


class Break(Enum):
    """How an answer gets lost."""

    BEFORE = auto()
    """The connection ends before anything was done."""
    AFTER = auto()
    """What was asked is done, and the connection ends before the answer."""
    TORN = auto()
    """Only the first half of the answer's JSON arrives."""


@dataclass
class Fault:
    """Goes wrong for the next `times` requests whose "METHOD /path" matches `match` (a regular expression).

    Either an answer of its own (`status`, `body`, `headers`), or a `breaks`, or neither; `latency` is in seconds.
    """

    match: str
    status: int | None = None
    body: Json | str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    breaks: Break | None = None
    latency: float = 0.0
    times: int = 1

    def strikes(self, method: str, path: str) -> bool:
        """Whether it hits this request."""
        return self.times > 0 and re.search(self.match, f"{method} {path}", re.IGNORECASE) is not None


def next_fault(faults: list[Fault], method: str, path: str, *, within_batch: bool = False) -> Fault | None:
    """The first fault that hits, counted down; one that is used up leaves the list.

    Within a batch a request has no connection of its own to lose: there only answers go wrong.
    """
    for fault in faults:
        if fault.strikes(method, path) and (fault.status is not None or not within_batch):
            fault.times -= 1
            if fault.times <= 0:
                faults.remove(fault)
            return fault
    return None
