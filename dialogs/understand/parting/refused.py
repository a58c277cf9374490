"""What is refused or put off: "don't cancel the review", "leave the sync for now", "no need to move it, it's fine".

Nothing comes of it, whatever it names. What is asked for beside it is read alone, of the event that was named: "don't
cancel the review, move it to Friday".
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_MOST: Final = 6
"""Clauses."""
_KEPT: Final = Understood(Intent.CANCEL_DIALOG, 1.0, facet="kept")
_ACTING: Final = frozenset(
    (
        Intent.CANCEL,
        Intent.RESCHEDULE,
        Intent.UPDATE,
        Intent.ADD_ATTENDEE,
        Intent.REMOVE_ATTENDEE,
        Intent.SCHEDULE,
        Intent.ACCEPT,
        Intent.DECLINE,
        Intent.TENTATIVE,
        Intent.CONTACT_ATTENDEES,
    )
)
_SURE: Final = 0.9

Reader = Callable[[str, Context], Understood]


@dataclass(frozen=True)
class _Clause:
    text: str
    start: int


def refused(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """That nothing is to be done, or what is asked for instead; None where nothing is refused.

    `understood` reads what is left.
    """
    if len(utterance) > _LONGEST or not patterns()["may-refuse"].search(utterance):
        return None
    if context.question and context.question.kind not in ("yes_no", "choice"):
        return None
    clauses = _clauses(utterance)
    if len(clauses) > _MOST:
        return None
    refusing = [(place, event) for place, each in enumerate(clauses) if (event := _refused(each.text)) is not None]
    refusing = refusing or _left(clauses)
    if not refusing:
        return None
    last, event = refusing[-1]
    if any(_asks(each.text, context, understood) for each in clauses[: refusing[0][0]]):
        # "Cancel the sync but don't touch the review" asks for something before.
        return None
    rest = _bare(utterance[clauses[last + 1].start :]) if last + 1 < len(clauses) else ""
    if not rest or not any(_asks(each.text, context, understood) for each in clauses[last + 1 :]):
        return _KEPT if context.question is None or event else None
    if context.question:
        return None
    return understood(patterns()["spoken-of-it"].sub(lambda _: event, rest, count=1) if event else rest, context)


def _clauses(utterance: str) -> list[_Clause]:
    found: list[_Clause] = []
    at = 0
    for joint in (*patterns()["refusal-joint"].finditer(utterance), None):
        end = joint.start() if joint else len(utterance)
        text = utterance[at:end]
        if text.strip(" .!?,;"):
            found.append(_Clause(text.strip(" .!,;"), at + len(text) - len(text.lstrip())))
        at = joint.end() if joint else end
    return found


def _refused(clause: str) -> str | None:
    """The event of which something is refused, "" where it is but a pronoun; None where nothing is."""
    words = patterns()
    if clause.endswith("?") and not words["asked-not"].match(clause):
        return None
    for name in ("refuses", "leaves", "stays-put"):
        if found := words[name].fullmatch(clause.rstrip(" ?")):
            event = words["refused-tail"].sub("", found["event"]).strip()
            return "" if words["refused-pronoun"].fullmatch(event) else event
    return None


def _left(clauses: list[_Clause]) -> list[tuple[int, str]]:
    """ "I was going to move the review, but leave it": what was meant to be done, and is not."""
    words = patterns()
    for place, each in enumerate(clauses):
        if (meant := words["was-going-to"].fullmatch(each.text)) is None:
            continue
        behind = range(place + 1, len(clauses))
        if left := [at for at in behind if words["leaves-it"].fullmatch(clauses[at].text)]:
            return [(place, meant["event"]), (left[-1], meant["event"])]
    return []


def _asks(clause: str, context: Context, understood: Reader) -> bool:
    words, bare = patterns(), _bare(clause)
    if not bare or words["was-going-to"].fullmatch(clause) or words["leaves-it"].fullmatch(clause):
        return False
    if words["asks-for"].match(bare) or words["clause-asks"].match(bare):
        return True
    said = understood(bare, context)
    return said.intent in _ACTING and said.confidence >= _SURE


def _bare(words: str) -> str:
    """Without the small words that lead to it."""
    led = patterns()["refusal-lead"].match(words)
    return words[led.end() if led else 0 :]
