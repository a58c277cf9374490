"""Two of the same at different times, told in one breath: "two interviews with Ana, one on Monday and one on Friday".

They are two bookings, which are made in turn. Pure.
"""

from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.when.reading import read

_LONGEST: Final = 250
"""Characters. What is longer tells a story."""


def plainly(utterance: str, context: Context) -> str:
    """ "Book an interview with Ana on Monday and book an interview with Ana on Friday"; else `utterance` itself."""
    words = patterns()
    found = words["one-each"].fullmatch(utterance) if len(utterance) <= _LONGEST else None
    if found is None or not (read(found["first"], context).when and read(found["second"], context).when):
        return utterance
    what = words["one-of-several"].sub(
        r"\g<one>", words["each-of-them"].sub("", found["what"]).rstrip(" ,;:-"), count=1
    )
    what = words["several-led"].sub("", what)
    article = "" if words["owned-first"].match(what) or what[:1].isdigit() else "an " if what[:1] in "aeiou" else "a "
    return f"book {article}{what} {found['first'].strip()} and book {article}{what} {found['second'].strip()}"
