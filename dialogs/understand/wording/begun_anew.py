"""What breaks off and is said anew: "cancel her budget... no sorry, her lease call" is about the lease call alone.

Of an event that is taken back at once no word is left for a title, nor is the verb of a request that is begun again
with another. Whether it is said of one's own calendar or of somebody else's, it is taken back before either is read.
Pure.
"""

from dialogs.understand.lexicon.patterns import patterns

_LONGEST = 300
"""Characters. What is longer tells a story."""


def plainly(utterance: str) -> str:
    """The same without what was taken back; `utterance` itself where nothing is."""
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    if anew := words["asked-anew"].match(utterance):
        utterance = f"{anew['lead']}{utterance[anew.end() :]}"
    return words["begun-anew"].sub("", utterance, count=1)
