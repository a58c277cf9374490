"""What is said to the text of a message that waits: other words for some of it, a sentence more, another number. Pure.

Ana: tell Tom I'm running five minutes late
Bot: Send this message?  I am running about 5 min late …
Ana: make that ten, and say sorry
Bot: Send this message?  I am running about 10 min late … Sorry.
"""

import re
from typing import Final

from dialogs.understand.slots.addressed import begun

_MORE: Final = (
    r"(?:(?:and|also|oh and|plus|then)\s(?:please\s|also\s)?(?:say|add|mention|write|put|tell (?:him|her|them))"
    r"|(?:please\s)?(?:add|mention))(?:\sthat)?(?:\s?:)?\s+(?P<more>(?!(?:it|this|that|him|her|them|me|us)\b)\S.{1,200}?)"
)
_INSTEAD: Final = re.compile(
    r"\s*(?:(?:no|sorry|actually|oops|wait)[\s,]+)*(?:make (?:it|that)|change (?:it|that) to|i mean(?:t)?|rather)\s+"
    r"(?P<words>\S.{0,60}?)[\s.!]*",
    re.IGNORECASE,
)
_SWAPPED: Final = re.compile(
    r"\s*(?:(?:no|sorry|actually|oops|wait|and|please|can you|could you)[\s,]+)*"
    r"(?:(?:change|switch|correct|replace|fix)\s[\"'“‘]?(?P<old>(?!(?:it|that|this)\b)\S.{0,60}?)[\"'”’]?"
    r"\s(?:to|with|by|into)\s"
    r"|(?:it['’]?s|it is|it should (?:be|say|read)|make it|put|say|write)\s(?P<new>\S.{0,60}?),?"
    r"\s(?:not|instead of|rather than)\s)"
    r"[\"'“‘]?(?P<last>\S.{0,60}?)[\"'”’]?[\s.!]*",
    re.IGNORECASE,
)
_FURTHER: Final = re.compile(rf"\s*{_MORE}[\s.!]*", re.IGNORECASE)
_AND_FURTHER: Final = re.compile(rf"(?P<first>.{{3,80}}?)[\s,;]+(?={_MORE}[\s.!]*$)", re.IGNORECASE)
_MINUTES: Final = re.compile(r"(?P<amount>\d{1,3})(?=\s?min)")
_SPOKEN: Final = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "twenty five": 25, "thirty": 30, "half an hour": 30,
    "forty": 40, "forty five": 45, "an hour": 60,
}  # fmt: skip
_AMOUNT: Final = re.compile(r"(?P<said>\d{1,3}|[a-z]+(?:[ -][a-z]+){0,2}?)(?:\s?(?:min(?:ute)?s?|m))?", re.IGNORECASE)


def reworded(text: str, utterance: str) -> str:
    """The text as these words put it; empty where they are about none of it."""
    if further := _FURTHER.fullmatch(utterance):
        return f"{_ended(text)} {_ended(begun(further['more']))}".strip()
    if both := _AND_FURTHER.match(utterance):
        first = reworded(text, both["first"])
        return first and reworded(first, utterance[both.end() :])
    if swapped := _SWAPPED.fullmatch(utterance):
        old, new = (swapped["old"], swapped["last"]) if swapped["old"] else (swapped["last"], swapped["new"])
        if replaced := _with_other(text, old, new):
            return replaced
    found = _INSTEAD.fullmatch(utterance)
    return (_with_amount(text, found["words"]) or _with_words(text, found["words"])) if found else ""


def _ended(text: str) -> str:
    """With a full stop where a sentence has none."""
    return text if not text.strip() or text.rstrip()[-1:] in ".!?:" else f"{text.rstrip()}."


def _with_other(text: str, old: str, new: str) -> str:
    """ "Tuesday" in place of "Wednesday", wherever the text says so; empty where it does not."""
    found = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)", re.IGNORECASE)
    return (
        found.sub(lambda word: new.capitalize() if word[0][:1].isupper() and new.islower() else new, text)
        if (found.search(text))
        else ""
    )


def _with_amount(text: str, words: str) -> str:
    """Another number of minutes for the only one in it."""
    amount = _AMOUNT.fullmatch(words.strip())
    said = amount["said"].lower().replace("-", " ") if amount else ""
    minutes = int(said) if said.isdigit() else _SPOKEN.get(said)
    return _MINUTES.sub(str(minutes), text) if minutes and len(_MINUTES.findall(text)) == 1 else ""


def _with_words(text: str, said: str) -> str:
    """ "Gate 6" in place of "gate 5": of what begins alike."""
    words, written = said.split(), text.split()
    places = [at for at, word in enumerate(written) if words and word.lower().strip(".,;:") == words[0].lower()]
    if len(words) < 2 or len(places) != 1:
        return ""
    (at,) = places
    return " ".join((*written[:at], *words, *written[at + len(words) :]))
