"""What is said of people, as it is said to them: "tell Tim I'll send him it" is "I'll send you it". Pure."""

import re
from typing import Final

from dialogs.understand.late import Late
from dialogs.understand.patterns import patterns

_THEIRS: Final = {
    "they're": "you're",
    "they've": "you've",
    "they'll": "you'll",
    "they'd": "you'd",
    "they": "you",
    "them": "you",
    "their": "your",
    "theirs": "yours",
    "themselves": "yourselves",
}
_HIS: Final = {
    "he's": "you're",
    "she's": "you're",
    "he'll": "you'll",
    "she'll": "you'll",
    "he'd": "you'd",
    "she'd": "you'd",
    "he is": "you are",
    "she is": "you are",
    "he has": "you have",
    "she has": "you have",
    "he was": "you were",
    "she was": "you were",
    "he does": "you do",
    "she does": "you do",
    "he doesn't": "you don't",
    "she doesn't": "you don't",
    "he": "you",
    "she": "you",
    "him": "you",
    "his": "your",
    "himself": "yourself",
    "herself": "yourself",
    "hers": "yours",
}
_HER: Final = re.compile(
    r"\bher(?=\s+(?!(?:a|an|the|to|at|on|in|by|for|with|about|and|or|when|if|that|my|our|some|tomorrow|today|later|soon|know|back|up)\b)\w)",
    re.I,
)
"""Of somebody's, before what it is: "her laptop", not "email her the list"."""
_TO_DO: Final = re.compile(r"^to (?!(?:be|the|all|my|our|his|her|both|everyone)\b)(?=[a-z]{2,}\b)", re.IGNORECASE)
_COURTESY: Final = re.compile(
    r"[\s,.!]*(?:\b(?:please|pls|plz|thanks|thank you|thx|ta|cheers)\b[\s,.!]*)+$", re.IGNORECASE
)
"""What is said to us at the end of what others are told."""


def to_them(text: str, whom: str) -> str:
    """`text` as those read it to whom it is told, who are `whom`: a name, or several people."""
    said = _COURTESY.sub("", text).strip(" \"'“”,;")
    said = _TO_DO.sub("please ", said)
    known = _THEIRS
    if patterns()["one-name"].fullmatch(whom):
        said = _HER.sub("your", said)
        known = {**_THEIRS, **_HIS, "her": "you"}
    table = {**{key.replace("'", ""): value for key, value in known.items() if key in ("they're", "they've")}, **known}
    names = "|".join(sorted((re.escape(each) for each in table), key=len, reverse=True))
    said = re.sub(
        rf"\b(?:{names})\b", lambda found: table[found[0].lower()], said.replace("’", "'"), flags=re.IGNORECASE
    )
    return as_sentence(said)


def question_to_them(text: str, whom: str) -> str:
    """What they are asked, as the question itself: "if he can come" is "Can you come?"."""
    said = to_them(text, whom)
    said = _IF_YOU.sub(lambda found: f"{found['verb']} you", said)
    said = _WHEN_YOU.sub(lambda found: f"{found['asks']} {found['verb']} {found['who']}", said)
    return f"{as_sentence(said).rstrip(' ?.!')}?"


_VERB: Final = r"(?P<verb>can|could|will|would|is|are|was|were|has|have|had|do|did|should|may|might)"
_IF_YOU: Final = Late(rf"^(?:if|whether) you {_VERB}\b")
_WHEN_YOU: Final = Late(
    rf"^(?P<asks>(?:what|which|when|where|why|how|who)\b.{{0,40}}?) (?P<who>you|it|they|we) {_VERB}\b"
)


def as_sentence(text: str) -> str:
    """With a capital letter."""
    said = text.strip(" \"'“”,;")
    return said[:1].upper() + said[1:]
