"""What is said of people, as it is said to them: "tell Tim I'll send him it" is "I'll send you it". Pure."""

import re
from collections.abc import Sequence
from typing import Final

from dialogs.understand.lexicon.late import Late
from dialogs.understand.lexicon.patterns import patterns

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
_AGREES: Final = {"is": "are", "has": "have", "was": "were", "does": "do", "goes": "go"} | {
    "isn't": "aren't",
    "hasn't": "haven't",
    "wasn't": "weren't",
    "doesn't": "don't",
}
_UNCHANGED: Final = frozenset(("always", "perhaps", "sometimes", "was", "this", "us", "its", "as", "unless"))
_GENDERS: Final = (
    Late(r"\b(?:(?P<subject>he)(?P<short>'(?:s|ll|d))?|(?P<object>him)|(?P<owner>his)|(?P<self>himself))\b"),
    Late(
        r"\b(?:(?P<subject>she)(?P<short>'(?:s|ll|d))?|(?P<owner>her(?=\s+(?!(?:a|an|the|to|at|on|in|by|for|with|about|and"
        r"|or|when|if|that|my|our|some|tomorrow|today|later|soon|know|back|up|again|there|then|before|after)\b)\w))"
        r"|(?P<object>her)|(?P<theirs>hers)|(?P<self>herself))\b"
    ),
)
"""Words for one man and for one woman. "Her laptop" is somebody's, "email her the list" is not."""


def to_them(text: str, whom: str) -> str:
    """`text` as those read it to whom it is told, who are `whom`: a name, or several people."""
    said = patterns()["addressed-courtesy"].sub("", text).strip(" \"'“”,;")
    said = patterns()["addressed-to-do"].sub("please ", said).replace("’", "'")
    is_one = bool(patterns()["one-name"].fullmatch(whom))
    return as_sentence(
        _to_one(said, whom) if is_one and not patterns()["starts-with-them"].match(said) else _to_many(said)
    )


def speaks_of_them(text: str, whom: str) -> bool:
    """Whether somebody is spoken of who may be the one to whom it is told."""
    return bool(patterns()["one-name"].fullmatch(whom)) and _to_one(text.replace("’", "'"), whom) != text.replace(
        "’", "'"
    )


def _to_many(said: str) -> str:
    table = {
        **{key.replace("'", ""): value for key, value in _THEIRS.items() if key in ("they're", "they've")},
        **_THEIRS,
    }
    names = "|".join(sorted((re.escape(each) for each in table), key=len, reverse=True))
    return re.sub(rf"\b(?:{names})\b", lambda found: table[found[0].lower()], said, flags=re.IGNORECASE)


def _to_one(said: str, whom: str) -> str:
    """ "He" is the one to whom it is told, but where somebody else was spoken of before who may be meant as well."""
    own = set(whom.lower().split())
    others = [
        each
        for each in patterns()["addressed-others"].compiled.finditer(said)
        if not own & set(each[0].lower().removesuffix("'s").split())
    ]
    first = others[0].start() if others else len(said)
    alone, beside = said[:first], said[first:]
    theirs = [gender for gender in _GENDERS if gender.search(alone)]
    if len(theirs) == 1:
        alone = _addressed(alone, theirs[0])
    return alone + _beside_others(beside, theirs)


def _beside_others(said: str, known: Sequence[Late]) -> str:
    """What follows the first one else: of another gender than whoever does something there, or what is done to them."""
    here = [gender for gender in _GENDERS if gender.search(said)]
    if len(here) == 2:
        acting = min(
            here,
            key=lambda each: next((one.start() for one in each.compiled.finditer(said) if one["subject"]), len(said)),
        )
        their = next(each for each in here if each is not acting)
        return said if known and their not in known else _addressed(said, their)
    if len(here) != 1 or (known and here[0] not in known):
        return said
    found = here[0].search(said)
    before = list(patterns()["addressed-others"].compiled.finditer(f". {said}"))
    if found is None or not found["object"] or not before:
        return said
    between = f". {said}"[before[-1].end() : found.start() + 2]
    return (
        _addressed(said, here[0])
        if patterns()["addressed-does"].match(between) and not patterns()["addressed-joint"].search(between)
        else said
    )


def _addressed(said: str, gender: Late) -> str:
    """With "you" in the place of that man or woman, and what they do as you do it."""

    def you(found: re.Match[str]) -> str:
        parts = found.groupdict()
        if parts["subject"]:
            return "you" + {"'s": "'re"}.get(short := (parts["short"] or "").lower(), short)
        kinds = {"owner": "your", "object": "you", "theirs": "yours", "self": "yourself"}
        return next(word for kind, word in kinds.items() if parts.get(kind))

    def agreeing(found: re.Match[str]) -> str:
        return f"{found['lead']}{_base(found['verb'])}"

    subject = "he" if gender is _GENDERS[0] else "she"
    does = re.compile(
        rf"(?P<lead>\b{subject}\s(?:(?:also|only|still|just|now|really|already|always|never)\s)?)(?P<verb>[a-z']+)",
        re.I,
    )
    return gender.compiled.sub(you, does.sub(agreeing, said))


def _base(verb: str) -> str:
    """A verb as "you" takes it: "needs" as "need"."""
    low = verb.lower()
    if low in _AGREES:
        return _AGREES[low]
    if low in _UNCHANGED or not low.endswith("s") or low.endswith("ss"):
        return verb
    if low.endswith("ies") and len(low) > 4:
        return f"{verb[:-3]}y"
    return verb[:-2] if low.endswith(("ches", "shes", "sses", "xes", "zes")) else verb[:-1]


def question_to_them(text: str, whom: str) -> str:
    """What they are asked, as the question itself: "if he can come" is "Can you come?"."""
    said = to_them(_unshortened(text), whom)
    said = _IF_YOU.sub(lambda found: f"{found['verb']} you", said)
    said = _WHEN_YOU.sub(lambda found: f"{found['asks']} {found['verb']} {found['who']}", said)
    return f"{as_sentence(said).rstrip(' ?.!')}?"


def _unshortened(text: str) -> str:
    """ "He's got the photos" as "he has got the photos", so that a question can be made of it."""
    return _SHORT.compiled.sub(
        lambda found: f"{found['who']} {_LONG.get(found['short'].lower()) or ('has' if found['done'] else 'is')}",
        text.replace("’", "'"),
    )


_LONG: Final = {"re": "are", "ve": "have", "ll": "will", "d": "would"}
_SHORT: Final = Late(
    r"\b(?P<who>he|she|they)'(?P<short>s|re|ve|ll|d)\b(?=(?P<done>\s(?:already\s|ever\s|just\s)?(?:got|been|had|done|seen"
    r"|sent|\w+ed)\b)?)"
)
_VERB: Final = r"(?P<verb>can|could|will|would|is|are|was|were|has|have|had|do|did|should|may|might)"
_IF_YOU: Final = Late(rf"^(?:if|whether) you {_VERB}\b")
_WHEN_YOU: Final = Late(
    rf"^(?P<asks>(?:what|which|when|where|why|how|who)\b.{{0,40}}?) (?P<who>you|it|they|we) {_VERB}\b"
)


def begun(text: str) -> str:
    """As a message begins: with a capital letter, unless its first word is an address or spelt in its own way."""
    first, _, _ = text.partition(" ")
    is_its_own = any(sign in first for sign in "@/._") or first[1:] != first[1:].lower()
    return text if is_its_own else text[:1].upper() + text[1:]


def as_sentence(text: str) -> str:
    """With a capital letter."""
    said = text.strip(" \"'“”,;")
    return said[:1].upper() + said[1:]
