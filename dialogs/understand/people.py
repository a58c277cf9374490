"""Who is spoken of: names in any case, e-mail addresses, "me", "my manager", teams, "the same people"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from dialogs.understand.understood import PersonMention, Role

_TOKEN = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[^\W\d_]+(?:['’\-.][^\W\d_]+)*|\d+|[^\w\s]")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+$")
_WITH = frozenset("with w between invite include add remove uninvite email ask tell meet message notify inform from to for cc without optionally and plus".split())
_STRONG = frozenset("with without w/ invite uninvite between".split())


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    text = (resources.files("dialogs.understand") / "languages" / f"{language}.names.txt").read_text("utf-8")
    lines = (line.partition(": ") for line in text.splitlines() if line and not line.startswith("#"))
    return {head: frozenset(body.split()) for head, _, body in lines}


Token = tuple[str, int, int]


def _name(tokens: Sequence[Token], at: int, stop: frozenset[str]) -> int:
    """Where the name that begins at `at` ends (excluded); `at` itself where none does."""
    end = at
    while end < len(tokens) and end - at < 3:
        word = tokens[end][0]
        if not word[0].isalpha() or word.lower() in stop:
            break
        if end > at and tokens[end - 1][0][0].isupper() != word[0].isupper() and tokens[end - 1][0][0].isupper():
            break
        end += 1
    return end


def find(text: str, masked: Sequence[tuple[int, int]], language: str = "en") -> tuple[PersonMention, ...]:
    """The people spoken of in `text`; what stands in `masked` (time expressions) is not looked at."""
    return tuple(_find(text, masked, _words(language)))


def _find(text: str, masked: Sequence[tuple[int, int]], words: dict[str, frozenset[str]]) -> Iterator[PersonMention]:
    hidden = bytearray(len(text))
    for start, end in masked:
        hidden[start:end] = b"\1" * (end - start)
    tokens = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text)]
    tokens = [("|", s, e) if hidden[s] else (w, s, e) for w, s, e in tokens]
    stop = words["stop"]
    at, listing, role = 0, False, Role.REQUIRED
    while at < len(tokens):
        word, start, end = tokens[at]
        low = word.lower()
        if _EMAIL.match(word):
            yield PersonMention(word, (start, end), role if listing else Role.REQUIRED, "email", word)
            at, listing = at + 1, True
            continue
        if low in _STRONG:
            listing, role = True, Role.WITHOUT if low == "without" else Role.REQUIRED
            at += 1
            continue
        if not listing:
            at += 1
            continue
        if low in ("and", ",", "&", "plus", "or"):
            at += 1
            continue
        if low in words["me"]:
            yield PersonMention(word, (start, end), role, "me")
            at += 1
            continue
        if low in ("my", "the", "our") and at + 1 < len(tokens):
            last = _name(tokens, at + 1, stop)
            kind = next((k for k in ("manager", "reports", "team") if tokens[last - 1][0].lower() in words[k]), "")
            if last > at + 1 and kind:
                yield PersonMention(text[start : tokens[last - 1][2]], (start, tokens[last - 1][2]), role, kind)
                at = last
                continue
        last = _name(tokens, at, stop)
        if last == at:
            listing = False
            at += 1
            continue
        span = (start, tokens[last - 1][2])
        yield PersonMention(re.sub(r"['’]s$", "", text[slice(*span)]), span, role)
        at = last
