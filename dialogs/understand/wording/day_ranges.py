"""Days that are said with a dash: "away Mon 7 - Thu 10" as "away Mon 7 to Thu 10". Pure.

A dash also leads to what others are to read ("away tomorrow - call Ana"), and that of a range does not.
"""

import re
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.when.reading import read

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_DASH: Final = re.compile(r"\s+[-–—]+\s+")


def plainly(utterance: str, context: Context) -> str:
    """The same with "to" for the dash of a range of days."""
    if len(utterance) > _LONGEST or not _DASH.search(utterance):
        return utterance
    for when in reversed(read(utterance, context).when):
        edges = [each for each in (when.start, when.end) if each]
        start, end = when.span
        in_range = [found for found in _DASH.finditer(utterance) if start <= found.start() and found.end() <= end]
        if patterns()["day-ranges-not"].search(utterance[:start]):
            # "Not Thursday - Friday" swaps one for the other.
            continue
        if len(in_range) == 1 and edges and all(not (each.hour or each.minute) for each in edges):
            dash = in_range[0]
            plain = f"{utterance[: dash.start()]} to {utterance[dash.end() :]}"
            # "2016 - 11" is a month.
            stays = any((each.start, each.end) == (when.start, when.end) for each in read(plain, context).when)
            utterance = plain if stays else utterance
    return utterance
