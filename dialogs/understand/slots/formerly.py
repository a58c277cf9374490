"""The time that something had before, said beside the new one: "to 11 rather than 10", "weekly, not every two"."""

import re
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Kind
from dialogs.understand.when.reading import read

_TIMES: Final = (Kind.DATE, Kind.TIME, Kind.DATETIME, Kind.SET)


def without_old_time(utterance: str, context: Context) -> str:
    """`utterance` with the new time alone, where both are said."""
    found = patterns()["old-time"].search(utterance)
    if found is None or not _is_time(found["old"], context):
        return utterance
    before = utterance[: found.start()]
    return f"{before}{found['rest']}" if read(before, context).when else utterance


def _is_time(words: str, context: Context) -> bool:
    """Whether the words are a time and hardly anything else: an hour may stand alone."""
    if patterns()["formerly-every"].fullmatch(words) or re.fullmatch(r"(?:at )?\d{1,2}", words):
        return True
    found = read(words, context).when
    left = len(words) - sum(each.span[1] - each.span[0] for each in found)
    return bool(found) and left <= len("the ") and all(each.kind in _TIMES for each in found)
