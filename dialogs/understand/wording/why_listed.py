"""Who is to meet, listed behind why: "the river is falling, we need to talk about it - me, Tom and Ana, Friday at 2".

They are put behind a "with", where guests are looked for; what is told is what it is about. Pure.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 400
"""Characters. What is longer tells a story."""
_TITLE: Final = 60
"""Characters of what is told that may be a title."""


def plainly(utterance: str) -> str:
    """The booking with them; `utterance` itself where nobody is listed so."""
    words = patterns()
    found = words["why-listed"].fullmatch(utterance) if len(utterance) <= _LONGEST else None
    if found is None:
        return utterance
    who = words["listed-me"].sub("", found["who"]).strip(" ,&+")
    who = words["listed-joint"].sub("", who)
    rest = found["rest"].rstrip(" .!")
    if words["listed-titled"].search(rest):
        return f"book a meeting with {who}{rest}"
    topic = found["topic"] or ""
    if not topic or words["listed-it"].fullmatch(topic):
        topic = words["listed-lead"].sub("", found["story"]).strip(" ,.;:–-")
    else:
        topic = words["both-article"].sub("", topic)
    return (
        f'book a meeting with {who}{rest} about "{topic}"'
        if 0 < len(topic) <= _TITLE
        else f"book a meeting with {who}{rest}"
    )
