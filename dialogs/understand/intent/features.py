"""What the intent model sees of an utterance: words, what kind of word they are, and what the other readers found.

Times and people are replaced by what they are, and words of one kind (verbs of booking, names of meetings) share a
class, so that a sentence in new words still looks familiar.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import combinations, pairwise
from zlib import crc32

_TOKEN = re.compile(r"_[a-z]+|[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[?!]")


@cache
def classes(language: str = "en") -> Mapping[str, str]:
    """Word to class name, from `languages/<language>.classes.txt`: lines `class: word word …`."""
    return {word: head.rstrip("*") for head, words in _classes(language).items() for word in words}


@cache
def strange(language: str = "en") -> frozenset[str]:
    """The words of topics that are none of ours, which have a star behind their class."""
    return frozenset(word for head, words in _classes(language).items() if head.endswith("*") for word in words)


def _classes(language: str) -> Mapping[str, Sequence[str]]:
    path = resources.files("dialogs.understand") / "languages" / f"{language}.classes.txt"
    lines = (line.partition(": ") for line in path.read_text("utf-8").splitlines() if line and line[0] != "#")
    return {head: body.split() for head, _, body in lines}


def masked(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """`text` in lower case with each span replaced by its kind ("_date")."""
    out: list[str] = []
    at = 0
    for start, end, kind in sorted(spans):
        if start >= at:
            out += [text[at:start], f" _{kind} "]
            at = end
    return " ".join(("".join(out) + text[at:]).lower().replace("’", "'").replace("`", "'").split())


def features(shown: str, verdict: str, language: str = "en") -> list[str]:
    """The names of the features of a masked utterance and of the rule that fitted it ("" for none)."""
    tokens = ["0" if t.isdigit() else t for t in _TOKEN.findall(shown)][:60]
    kinds = classes(language)
    general = [kinds.get(t, t) for t in tokens]
    known = sorted({g for g in general if g.isupper() or g[0] == "_"})
    words, sorts = ["^", *tokens, "$"], ["^", *general, "$"]
    return [
        "bias",
        f"rule {verdict}",
        f"length {min(len(tokens), 12) // 2}",
        f"rule {verdict} {general[0] if general else ''}",
        *[f"w {word}" for word in tokens],
        *[f"stem {word[:5]}" for word in tokens],
        *[f"w {one} {two}" for one, two in pairwise(words)],
        *[f"c {one} {two}" for one, two in pairwise(sorts)],
        *[f"c {one} {two} {three}" for one, two, three in zip(sorts, sorts[1:], sorts[2:], strict=False)],
        *[f"c {one} _ {three}" for one, three in zip(general, general[2:], strict=False)],
        *[f"has {one}" for one in known],
        *[f"has {one} {two}" for one, two in combinations(known, 2)],
    ]


def buckets(names: Iterable[str], size: int) -> set[int]:
    """The hashed features: numbers below `size`."""
    return {crc32(name.encode()) % size for name in names}
