"""What others will read, in the speaker's own words: titles, notes and agendas as they were said.

Requests are put into plain words before they are read, so that "bank holiday" may have become "public holiday"; that is
for us alone, and stands in no invitation.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.understood import Understood

_WORD: Final = re.compile(r"\S+")
_BESIDE: Final = 4
"""Words by which a text may be longer or shorter than it was said."""
_EDGE: Final = " .,;:!?\"'“”’–—-"

Plainly = Callable[[str], str]


def as_said(utterance: str, said: Understood, plainly: Plainly) -> Understood:
    """`said` with what others read as it stands in `utterance`; `plainly` puts words as they were put to be read."""
    low = utterance.lower()

    def own(text: str) -> str:
        return text if not text or text.lower().rstrip("?") in low else _own_words(text, utterance, plainly)

    subject, note, agenda = own(said.subject), own(said.note), own(said.extras.agenda)
    if (subject, note, agenda) == (said.subject, said.note, said.extras.agenda):
        return said
    return replace(said, subject=subject, note=note, extras=replace(said.extras, agenda=agenda))


def _own_words(text: str, utterance: str, plainly: Plainly) -> str:
    """The words of `utterance` that were put as `text`; `text` itself where none were."""
    wanted = _bare(text)
    words = list(_WORD.finditer(utterance))
    length = len(text.split())
    for more in sorted(range(-_BESIDE, _BESIDE + 1), key=abs):
        for first in range(len(words) - length - more + 1):
            last = first + length + more - 1
            if last < first:
                continue
            part = utterance[words[first].start() : words[last].end()].strip(_EDGE)
            if _shares(part, wanted) and _bare(plainly(part)) == wanted:
                return part[:1].upper() + part[1:] if text[:1].isupper() else part
    return text


def _bare(text: str) -> str:
    return " ".join(text.lower().split()).strip(_EDGE)


def _shares(part: str, wanted: str) -> bool:
    """Whether a word of it stands in what is looked for, so that it is worth being put plainly."""
    return bool({word.strip(_EDGE) for word in part.lower().split()} & set(wanted.split()))
