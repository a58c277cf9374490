"""What is to be booked, however it is put: "need to do the stock count with Tom", "make it happen", "pop X in".

The sentence is looked at without its times, which may stand anywhere; what is left is one of the frames of
`languages/<language>.frames.txt`, and the booking is said plainly: "book the stock count with Tom on Friday". Pure.
"""

import re
from collections.abc import Iterator
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.phrasebook import phrasebook
from dialogs.understand.when.reading import read

_LONGEST: Final = 200
"""Characters. What is longer tells a story."""


def plainly(utterance: str, context: Context) -> str:
    """The booking; `utterance` itself where it is put in none of the frames, or where no time is said."""
    written, utterance = utterance, patterns()["one-to-one"].sub(r"1:1\g<s>", utterance)  # "to one" is no time there.
    if len(utterance) > _LONGEST or not (times := list(_times(utterance, context))):
        return written
    left = " ".join("".join(_between(utterance, times)).split()).strip(" ,")
    for _, frame in phrasebook("en.frames.txt", flags=re.IGNORECASE).worth_a_try(left):
        if found := frame.fullmatch(left):
            what = _titled(next(_told("what", found), "a meeting"))
            who = " and ".join(_told("who", found))
            when = " ".join(utterance[start:end].strip() for start, end in times)
            return f"book {what}{f' with {who}' if who else ''} {when}"
    return written


def _told(kind: str, found: re.Match[str]) -> Iterator[str]:
    """What the groups of a frame hold whose names begin so, in their order."""
    return (said for name, said in found.groupdict().items() if name.startswith(kind) and said)


def _titled(what: str) -> str:
    """What is booked; in quotation marks where it is a title, all words of which belong to it."""
    words = patterns()
    title = words["leading-article"].sub("", what)
    is_kind = words["kind-alone"].fullmatch(title) or words["meal"].search(title.lower()) or " " not in title
    return what if is_kind or words["one-of-its-kind"].match(what) else f'"{title}"'


def _times(utterance: str, context: Context) -> Iterator[tuple[int, int]]:
    """The times in their order, each with the small words that lead to it."""
    for start, end in sorted(one.span for one in read(utterance, context).when):
        lead = patterns()["leads-time"].search(utterance[:start])
        yield (lead.start() if lead else start), end


def _between(utterance: str, times: list[tuple[int, int]]) -> Iterator[str]:
    """What stands beside the times."""
    at = 0
    for start, end in times:
        yield f"{utterance[at:start]} "
        at = end
    yield utterance[at:]
