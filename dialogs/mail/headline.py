"""What a mail is about, in a few words of its own: "the Q3 figures are in the folder" is about "Q3 figures". Pure."""

import re
from typing import Final

_LONGEST: Final = 60
"""Characters of a subject."""
_WORDS: Final = 7
"""Words of the first sentence that make a subject where nothing in it does alone."""
_SENTENCE: Final = re.compile(r"(?<=[^\W_]{2})[.!?;](?=\s|$)|\n")
_LEAD: Final = re.compile(
    r"(?:(?:hi|hello|hey|dear|good (?:morning|afternoon))\b[^,.!:]{0,30}[,.!:]\s*)?"
    r"(?:(?:please|pls|can you|could you|would you|will you|just|also|so|and|that|fyi)\b[\s,:]*)*",
    re.IGNORECASE,
)
_DOES: Final = (
    r"(?:is|are|was|were|has|have|had|will|won['’]t|can|can['’]t|cannot|isn['’]t|aren['’]t|hasn['’]t|haven['’]t|needs?"
    r"|must|should|may|might|got|went|came|arrived|moved|works?|starts?|begins|ends?|closes?|opens?|looks?|takes)"
)
_TOPIC: Final = re.compile(
    r"(?:(?:the|our|my|your|a|an|all(?: the)?|this|these) )?"
    r"(?P<topic>(?!(?:i|we|you|he|she|it|they|there|that|this|these|those|who|what|when|where|how|why|if|as|all"
    r"|everyone|everybody|nobody|somebody|someone|yes|no|not|sorry|thanks|and|but|please)\b)"
    rf"(?!{_DOES}\b)[\w&'’/.-]+(?: (?!(?:{_DOES}|i|we|you|he|she|it|they|and|but|if|when|so|because|please)\b)"
    rf"[\w&'’/.-]+){{0,4}}) {_DOES}\b",
    re.IGNORECASE,
)
_LOOSE: Final = re.compile(
    r"(?:[\s,:–-]+(?:the|a|an|of|in|on|at|to|for|with|and|or|but|by|from|my|our|your|is|are|until|before|after|about))+$",
    re.IGNORECASE,
)
"""What no subject ends with."""


_ARTICLE: Final = re.compile(r"^(?:the|a|an|our|my) (?=\S)", re.IGNORECASE)


def titled(subject: str) -> str:
    """What a mail is said to be about, as a subject."""
    bare = _ARTICLE.sub("", subject)
    return bare[:1].upper() + bare[1:]


def headline(text: str) -> str:
    """What the text speaks of first, or else how it begins; "" of no text."""
    begins = _SENTENCE.split(text.strip(), maxsplit=1)[0].strip()
    said = begins[len(led[0]) :] if (led := _LEAD.match(begins)) else begins
    said = said or begins
    if topic := _TOPIC.match(said):
        said = topic["topic"]
    words = said.split()
    if len(words) > _WORDS or len(said) > _LONGEST:
        said = f"{_LOOSE.sub('', ' '.join(words[:_WORDS]))[:_LONGEST].rstrip(' ,.;:')}…"
    said = said.rstrip(" ,.;:")
    return said[:1].upper() + said[1:]
