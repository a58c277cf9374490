"""What an event is about: "about X", "titled X", in quotation marks, or the noun that names it ("lunch")."""

import re
from collections.abc import Sequence

_QUOTED = re.compile(r"[\"“«]([^\"”»]{2,120})[\"”»]")
_MARKED = re.compile(
    r"\b(?:about|regarding|concerning|re:?|titled|entitled|called|named|with (?:the )?(?:title|subject)(?: of)?|to discuss|to talk about|to go over|on the (?:topic|subject) of)\s+(?:the\s+|our\s+)?(.{2,120}?)(?=\s+(?:with|at|on|in|for|from|by|and (?:invite|add|make|book))\b|[,.;!?]|\||$)",
    re.IGNORECASE,
)


def find(text: str, masked: Sequence[tuple[int, int]]) -> str:
    """The subject as it was said, or ""."""
    if quoted := _QUOTED.search(text):
        return quoted[1].strip()
    shown = list(text)
    for start, end in masked:
        shown[start:end] = "|" * (end - start)
    if marked := _MARKED.search("".join(shown)):
        start, end = marked.span(1)
        return text[start:end].strip(" |")
    return ""
