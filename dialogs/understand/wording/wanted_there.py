"""Who is to come to what is booked, said behind it: "…: Min has to be there, Tom is optional", "get the crew together".

They are put behind a "with", where guests are looked for. Pure.
"""

from dialogs.understand.lexicon.patterns import patterns

_LONGEST = 300
"""Characters. What is longer tells a story."""


def plainly(utterance: str) -> str:
    """The same with those who must come behind a "with", and where one meets behind an "at"."""
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    if found := words["gathers-room"].fullmatch(utterance):
        utterance = f"{found['lead']}book a meeting{found['rest']}, with {found['who']} team{found['topic'] or ''}"
    if found := words["must-come"].fullmatch(utterance):
        utterance = f"{found['request']} with {found['who']}{found['rest']}"
    if words["asks-anew-first"].match(utterance):
        utterance = words["we-meet-at"].sub(", ", utterance, count=1)
    return utterance
