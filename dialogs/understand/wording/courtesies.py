"""Courtesy around a request: "when you have a moment, could you … if that's ok, thanks a lot" asks for "…" alone.

Nothing of it is a title, a name or a time, so it is taken off from both ends before anything is read. Pure.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 400
"""Characters. What is longer tells a story."""
_MOST: Final = 6
"""Courtesies at one end. Nobody has more of them."""
_AMID: Final = ("thanks-first", "likes-first", "gives-in-first", "assents-first", "praises-bid", "asks-you")
_AT_FIRST: Final = ("greets-first", "leads-in", "asks-you", "asks-whether-you")
"""What may stand before a request. While something is open, much of it may be the answer."""
_APART: Final = ("thanks-apart",)
_BEHIND_ANSWER: Final = ("thanks-last", "smiles-last")
_BEHIND: Final = ("closes", "closes-thanking", "closes-for-me")


def plainly(utterance: str, *, is_open: bool) -> str:
    """The request alone; `utterance` itself where nothing is left without its courtesy."""
    if len(utterance) > _LONGEST or "\n" in utterance:
        return utterance
    words = patterns()
    for _ in range(_MOST):
        before = utterance
        for name in _AMID if is_open else _AT_FIRST:
            if found := words[name].match(utterance):
                utterance = _kept(utterance, utterance[found.end() :])
        if utterance == before:
            break
    utterance = _closed(utterance, is_open=is_open)
    if is_open and (alone := words["closes-alone"].fullmatch(utterance)):
        utterance = alone["request"]
    bids = None if is_open else words["bids-with-mark"].match(utterance)
    return bids[0] if bids else utterance


def _closed(utterance: str, *, is_open: bool) -> str:
    """`utterance` without what closes it, unless that is said to whom it is for others to read."""
    words = patterns()
    for _ in range(_MOST):
        names = _behind(utterance, is_answer=is_open and not words["asks-itself"].match(utterance))
        found = next((found for name in names if (found := words[name].search(utterance))), None)
        if found is None:
            break
        rest = utterance[: found.start()]
        asks = "?" if "?" in found[0] and words["opens-question"].match(rest.lower()) else ""
        if (kept := _kept(utterance, f"{rest}{asks}")) == utterance:
            break
        utterance = kept
    return utterance


def _behind(utterance: str, *, is_answer: bool) -> tuple[str, ...]:
    """What may close it. `is_answer`: it may be all that answers what is asked."""
    words = patterns()
    if words["quotes"].search(utterance) or words["praises-first"].match(utterance):
        return ()
    if words["dictates"].search(utterance):
        return _APART
    return _BEHIND_ANSWER if is_answer else (*_APART, *_BEHIND)


def _kept(utterance: str, rest: str) -> str:
    """`rest`, or all of it where the rest only points at something: "that would be great"."""
    says = any(letter.isalnum() for letter in rest)
    return rest if says and not patterns()["only-points"].match(rest) else utterance
