"""What a time by one clock is by another: "what would 3pm our time be for Jerome?", "10am in London is what here?".

Whose clocks they are, a city's or somebody's, is found out by the dialog.
"""

from dataclasses import dataclass
from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 140
"""Characters. What is longer asks more."""
_BUILDS: Final = ("convert-if", "convert-says", "convert-bid", "convert-asked")


@dataclass(frozen=True)
class Conversion:
    """`at` are the words of the time; `source` and each of `targets` say whose clock it is: "" is the speaker's.

    `is_dated`: the words of the time say a day as well.
    """

    at: str
    source: str
    targets: tuple[str, ...]
    is_dated: bool


def conversion(utterance: str) -> Conversion | None:
    """What is to be told by another clock; None where nothing is asked like that."""
    if len(utterance) > _LONGEST or (not any(sign.isdigit() for sign in utterance) and "noon" not in utterance.lower()):
        return None
    words = patterns()
    found = next(filter(None, (words[name].fullmatch(utterance) for name in _BUILDS)), None)
    if found is None:
        return None
    targets = [_whose(part) for part in words["convert-split"].split(found["to"].strip(" ,"))]
    at = f"{found['at']} {found['day'] or ''}".strip()
    return Conversion(at, _whose(found["from"] or ""), tuple(targets), bool(found["day"]))


def _whose(said: str) -> str:
    """A place or a name; "" for the speaker's own clock."""
    words = patterns()
    said = said.strip(" ,.'’")
    if words["convert-own"].fullmatch(said):
        return ""
    others = words["convert-others"].fullmatch(said)
    return (others["place"] or others["there"]) if others else said
