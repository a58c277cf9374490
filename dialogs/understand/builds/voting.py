"""Words about a vote on times: beginning one, and what its organizer does with it.

A sentence that begins one is a request to schedule with other words around it: they are taken out, and the rest is read
as usual. The sentences are a language's data: `languages/<language>.votes.txt`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.phrasebook import Sentence, phrasebook
from dialogs.understand.lexicon.telltales import Wary
from dialogs.understand.understood import Intent, TimeConstraint, Understood, VoteSaid

_LONGEST: Final = 400
"""Characters. What is longer tells a story."""
_NUMBERS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}

Reader = Callable[[str, Context], Understood]


def _sentences(language: str) -> tuple[Sentence, ...]:
    """Their labels are act.kind."""
    return phrasebook(f"{language}.votes.txt", flags=re.IGNORECASE).sentences


def voting(utterance: str, context: Context, understood: Reader, language: str = "en") -> Understood | None:
    """What is said of a vote, or None where none is spoken of. `understood` reads a part of it."""
    text = " ".join(utterance.split()).replace("’", "'")
    if len(text) > _LONGEST or not _words("hint").search(text):
        return None
    for (act, kind, _), pattern in _sentences(language):
        if act in ("start", "count", "closes") or (act == "quorum" and kind != "change"):
            continue
        if act == "post" and not (context.question and context.question.kind == "vote"):
            # "Send it" is said of anything.
            continue
        if (found := pattern.fullmatch(text)) and (said := _about(act, found, context, understood, language)):
            return said
    return _begun(text, context, understood, language)


def _words(name: str) -> Wary:
    return patterns()[f"vote-{name}"]


def _about(act: str, found: re.Match[str], context: Context, understood: Reader, language: str) -> Understood | None:
    parts = found.groupdict()
    made = Understood(Intent.POLL, 1.0, facet=act, certain=True)
    if act == "quorum":
        _, kind, number = _quorum(f" {parts['quorum']}", language)
        return replace(made, vote=VoteSaid(quorum=kind, number=number)) if kind else None
    words = (parts.get("time") or "").strip(" ,.;:")
    if not words:
        return made
    # Without a question that is open: what is said here is no answer to it.
    time = understood(f"move it to {words}", context.alone)
    if act in ("remind", "extend") and not (time.time.exact or time.time.slots or time.time.duration):
        # "Ask them to vote on a time for the demo" begins a vote.
        return None
    return replace(made, time=time.time, when=time.when, choice=time.choice, note=words)


def _begun(text: str, context: Context, understood: Reader, language: str) -> Understood | None:
    sentences = _sentences(language)
    hits = ((found, before) for before, part in _beginnings(text) for found in _starts(part, sentences))
    found, before = next(hits, (None, ""))
    if found is None:
        return None
    parts = found.groupdict()
    rest = f"{parts.get('rest') or ''} {found.string[found.end() :]}".strip(" .!?") or before
    rest, kind, number = _quorum(f" {rest}", language)
    rest, closes = _closing(rest, context, understood, language)
    counted = next(
        (hit for each in sentences if each.label.name == "count" if (hit := each.pattern.search(f"{found[0]} {rest}"))),
        None,
    )
    rest = next((each.pattern.sub(" ", rest) for each in sentences if each.label.name == "count"), rest)
    said = understood(_plain(rest, parts.get("who") or ""), context.alone)
    at_hand = bool(_words("at-hand").search(found[0]))
    count = _number(counted["number"]) if counted else 0
    vote = VoteSaid(count=count, quorum=kind, number=number, closes=closes, is_at_hand=at_hand)
    return replace(said, intent=Intent.SCHEDULE, facet="vote", vote=vote, certain=False)


def _beginnings(text: str) -> Iterator[tuple[str, str]]:
    """Where a vote may begin: at the first word, or behind a clause that leads to it. What is before, and the rest."""
    yield "", text
    for gap in re.finditer(r"[,;.?!]\s+|\s[–—-]\s+", text):
        yield text[: gap.start()], text[gap.end() :]


def _starts(part: str, sentences: Sequence[Sentence]) -> Iterator[re.Match[str]]:
    return (hit for label, pattern in sentences if label.name == "start" if (hit := pattern.match(part)))


def _plain(rest: str, who: str) -> str:
    """The same as a request to schedule."""
    rest = _words("between").sub(r"\1 or \2", rest)
    if "between" not in rest.lower():
        # "Tuesday at 10 and Wednesday at 2" are two times to choose from, not a stretch.
        rest = _words("and").sub(" or ", rest)
    rest = _words("on").sub(" ", _words("of-what").sub(" ", _words("better").sub("", rest), count=1)).strip(" ,.;:?!–-")
    if meal := _words("meal").match(rest):
        return f"schedule {rest[meal.end() :]}" + (f" with {who}" if who else "")
    if found := _words("behind").fullmatch(rest):
        rest = f"for {found['what']} {found['when']}{found['tail'] or ''}"
    with_whom = f" with {who}" if who else ""
    named = _words("named").match(rest)
    if named:
        return f"schedule {rest[rest.lower().find(named[0].split()[-1].lower()) :]}{with_whom}"
    return f"schedule a meeting{with_whom} {rest}".strip()


def _quorum(rest: str, language: str) -> tuple[str, str, int]:
    """What is left without the words of a quorum, and which one it is; empty: none."""
    for sentence in _sentences(language):
        if (
            sentence.label.name == "quorum"
            and sentence.label.facet != "change"
            and (found := sentence.pattern.search(rest))
        ):
            number = _number(found["number"]) if sentence.label.facet == "number" else 0
            return f"{rest[: found.start()]} {rest[found.end() :]}".strip(), sentence.label.facet, number
    if re.search(r"\bmajority\b", rest, re.IGNORECASE) and len(rest.split()) <= 8:
        return "", "majority", 0
    return rest.strip(), "", 0


def _closing(rest: str, context: Context, understood: Reader, language: str) -> tuple[str, TimeConstraint | None]:
    """What is left without the words of a deadline, and that deadline."""
    for label, pattern in _sentences(language):
        if label.name == "closes" and (found := pattern.search(rest)):
            time = understood(f"move it to {found['time']}", context.alone).time
            if time.exact or time.slots:
                return rest[: found.start()].strip(), time
    return rest, None


def _number(word: str) -> int:
    return _NUMBERS.get(word.lower()) or int(word)
