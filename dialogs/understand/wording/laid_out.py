"""The parts of a booking, in whatever order they are put down, laid out in one: "in Fado, re paint, Ana, Friday at 2".

How long, with whom, when, about what, who or what is only listed, where and how: in that order readers find what else
they would take for a part of its neighbour. Pure.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Kind, When
from dialogs.understand.when.reading import read

_LONGEST: Final = 200
"""Characters. What is longer tells a story."""
_FEWEST: Final = 3
"""Parts. Of two, readers miss none."""
_SIGNS: Final = (" – ", " — ", " - ", " / ", " | ", "; ")
"""What parts a list besides commas."""
_ORDER: Final = ("length", "who", "day", "what", "listed", "where", "how")
_APART: Final = frozenset(("listed", "where", "how"))
"""Parts that a comma keeps from the one before."""
_WITHIN: Final = {"who": ("what",), "what": ("what",), "where": ("what", "listed", "where"), "how": ()}
"""Parts of which the lead of another is but a word: "about lunch at Tom's", "re life in Rome"."""
_WHOLE: Final = frozenset(("length", "day", "how"))
"""Parts that end where their pattern does."""
_LED: Final = frozenset(("who", "what", "where"))
"""Parts that go on until another begins."""


class _Part(NamedTuple):
    """A part of a booking: what it tells, and its words."""

    kind: str
    text: str


def plainly(utterance: str, context: Context) -> str:
    """The same booking in the plain order; `utterance` itself where it is no booking, or says anything besides."""
    utterance = _with_commas(utterance, context)
    head = patterns()["laid-head"].match(utterance) if len(utterance) <= _LONGEST and not context.question else None
    if head is None or (utterance.rstrip().endswith("?") and not head["verb"]):
        return utterance
    when = read(utterance, context).when
    parts = [] if any(one.anchor for one in when) else _parts(utterance, head.end(), when)
    if not _is_astray(parts) or not (head["verb"] or head["noun"] or parts[0].kind != "listed"):
        return utterance
    said = [f"book {head['noun'] or ''}".rstrip()]
    for kind in _ORDER:
        said += [f"{',' if kind in _APART else ''} {_put(part)}" for part in parts if part.kind == kind]
    return "".join(said)


def _with_commas(utterance: str, context: Context) -> str:
    """A list that other signs part, with commas: "stock count – Friday at 2 – Tom", "Tom / Friday at 2 / stocks"."""
    for sign in _SIGNS:
        parts = [part.strip() for part in utterance.split(sign)]
        if len(parts) >= _FEWEST and any(_is_time(part, context) for part in parts):
            return ", ".join(filter(None, parts))
    return utterance


def _is_time(part: str, context: Context) -> bool:
    """Whether nothing but a time is said."""
    return any(one.text == part for one in read(part, context).when)


def _put(part: _Part) -> str:
    """A part as it is said last: "over Teams" is online."""
    return "online" if part.kind == "how" and patterns()["held-online"].search(part.text) else part.text


def _is_astray(parts: Sequence[_Part]) -> bool:
    """Whether they are all that a booking says, each once, otherwise than in the plain order."""
    kinds = [part.kind for part in parts]
    once = all(kinds.count(kind) <= 1 for kind in _ORDER if kind != "listed")
    listed = [part.text for part in parts if part.kind == "listed"]
    books = "day" in kinds and ("who" in kinds or len(listed) > 1) and len(parts) >= _FEWEST
    told = all(patterns()["laid-listed"].fullmatch(text) for text in listed)
    plain = kinds == sorted(kinds, key=_ORDER.index) and not {"listed", "how"} & {*kinds}
    return once and books and told and not plain


def _parts(utterance: str, start: int, when: Sequence[When]) -> list[_Part]:
    """What `utterance` says from `start` on, cut where another part begins; none where the cuts are doubtful."""
    parts: list[_Part] = []
    shown = _shown(utterance, when)
    if patterns()["laid-more"].search(shown, start):
        return parts
    kind, began, opening = "listed", start, ""
    for found in [*patterns()["laid-next"].finditer(shown, start), None]:
        following = (found.lastgroup or "") if found else "mark"
        end = found.start() if found else len(utterance)
        text = utterance[began:end].strip(" ,;.!?")
        if found and text and _is_within(kind, text, following, parts):
            continue
        if text and kind == "listed":
            if parts and parts[-1].kind == "who" and opening == "mark" and _goes_on(text, following):
                parts[-1] = _Part("who", f"{parts[-1].text}, {text}")
            elif opening == "mark" or (began == start and following == "mark"):
                parts.append(_Part(kind, text))
            else:
                # "Book the annual review with Ana", "about the Monday report": a word of another part.
                return []
        elif text:
            parts.append(_Part(kind, text))
        if found is None:
            break
        opening = following
        if following in _WHOLE:
            parts.append(_Part(following, utterance[found.start() : found.end()].strip()))
        kind = "what" if following == "dash" else following if following in _LED else "listed"
        began = found.start() if kind != "listed" else found.end()
    return parts


def _goes_on(text: str, following: str) -> bool:
    """Whether a list of names goes on behind its comma: "with tom, alex tomorrow", "with Tom, Priya and Alex"."""
    names = patterns()
    return bool(names["laid-name"].fullmatch(text) or (following != "mark" and names["laid-names"].fullmatch(text)))


def _is_within(kind: str, text: str, following: str, parts: Sequence[_Part]) -> bool:
    """Whether the lead of another part is but a word of the one that `text` begins."""
    if following == "who" and not any(part.kind == "who" for part in parts):
        return False
    is_name = kind == "listed" and patterns()["laid-name"].fullmatch(text)
    return kind in _WITHIN.get(following, ()) and not is_name


def _shown(utterance: str, when: Sequence[When]) -> str:
    """`utterance` with "~" in the place of how long, and "|" in that of other times."""
    shown = list(utterance)
    for one in when:
        shown[slice(*one.span)] = ("~" if one.kind is Kind.DURATION else "|") * (one.span[1] - one.span[0])
    return "".join(shown)
