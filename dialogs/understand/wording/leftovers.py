"""What is said beside a booking and is no part of its title: "…, just my calendar", "…, oh and put Tom down".

Pure.
"""

from dialogs.understand.lexicon.patterns import patterns

_LONGEST = 300
"""Characters. What is longer tells a story."""


def plainly(utterance: str, *, is_open: bool) -> str:
    """The same without it. `is_open`: something is being discussed, which "just me" may answer."""
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    utterance = words["oh-and"].sub(r"\g<mark>", utterance)
    utterance = words["blocked-for-me"].sub(r"\g<request>", utterance)
    if is_open or (found := words["only-mine"].search(utterance)) is None or not utterance[: found.start()].strip():
        return utterance
    return f"{utterance[: found.start()]}{utterance[found.end() :]}"
