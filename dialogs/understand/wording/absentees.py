"""Who cannot come, and is to be taken off for that: "Ana is ill, so take her off the retro", "Tom's out, drop him".

The name takes the place of the pronoun; that somebody cannot come is no answer of the speaker's. Pure.
"""

from dialogs.understand.lexicon.patterns import patterns

_LONGEST = 300
"""Characters. What is longer tells a story."""


def plainly(utterance: str) -> str:
    """The removal by name; `utterance` itself where nobody is told to be unable to come."""
    if len(utterance) > _LONGEST:
        return utterance
    if (found := patterns()["absent-so"].search(utterance)) is None:
        return _named(utterance)
    off = found["off"] or ""
    event = f" {off.strip() or 'off'} {found['event'].strip()}" if found["event"] else off
    return f"{utterance[: found.start()]}{found['verb']} {found['who']}{event}{utterance[found.end() :]}"


def _named(utterance: str) -> str:
    """ "Ana has a bad back, so take her off the move and get Tom in": she who was spoken of first, by name.

    What is told of her asks for nothing.
    """
    # "Alex says Priya does those now" is about her.
    reports = patterns()["forenamed-reports"].match(utterance)
    found = patterns()["told-of-who"].fullmatch(utterance[reports.end() :] if reports else utterance)
    if found is None or patterns()["clause-asks"].match(found["fact"]):
        return utterance
    return f"{found['verb']}{found['who']}{found['rest']}"
