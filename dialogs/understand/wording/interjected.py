"""What is said for its tone, or only told, before a request or an answer: "oh right, Tuesday then", "fyi …. Anyway, …".

Whatever stands behind it is read as if nothing stood before; so no word of it is a title, a name or a time. Pure.
"""

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns

_LONGEST = 400
"""Characters. What is longer tells a story."""
_TEXTS = frozenset(("subject", "note"))
"""Questions to which somebody writes a text of their own."""


def plainly(utterance: str, context: Context) -> str:
    """The same without it; `utterance` itself where nothing of the kind is said, or nothing stands behind it."""
    if len(utterance) > _LONGEST or (context.question is not None and context.question.kind in _TEXTS):
        return utterance
    is_open = context.question is not None
    return _without_lead(_without_told(_without_tone(utterance, is_open=is_open), is_open=is_open))


def _without_tone(utterance: str, *, is_open: bool) -> str:
    """ "Ha, true. Tomorrow then" is about tomorrow.

    While nothing is open, "oops" tells that what was done last was wrong, so a plain "oh" stays in its place.
    """
    words = patterns()
    utterance = words["paused-to-ask"].sub("", utterance, count=1)
    found = words["toned"].match(utterance)
    if found is None:
        return utterance
    slips = not is_open and words["toned-slip"].search(found[0])
    return f"{'oh, ' if slips else ''}{utterance[found.end() :]}"


def _without_told(utterance: str, *, is_open: bool) -> str:
    """ "It's Tom's. Then just decline", "fyi Ana's birthday is on Monday. Anyway, book …": the request alone.

    What the request points back to stays: "fyi the fair is on Monday, book it".
    """
    words = patterns()
    if other := words["told-anyway"].fullmatch(utterance):
        asks = words["asks-then"].match(other["request"]) or words["asks-a-thing"].match(other["request"])
        if words["asks-first"].match(other["fact"]) or not asks:
            return utterance
        # Of whom is told may be one of "us".
        fact = words["told-lead"].sub("", other["fact"], count=1)
        return f"{fact}. {other['request']}" if words["of-us"].search(other["request"]) else str(other["request"])
    if aside := words["told-fyi"].fullmatch(utterance):
        own = words["told-own"].match(aside["fact"]) or words["points-back"].search(aside["request"])
        stands = words["asks-then"].match(aside["request"]) and not words["asks-first"].match(aside["fact"])
        return str(aside["request"]) if stands and not own else utterance
    if is_open and (known := words["told-known"].fullmatch(utterance)):
        request = known["request"] or known["late"]
        return utterance if words["points-at-them"].search(request) else str(request)
    return utterance


def _without_lead(utterance: str) -> str:
    """ "Then put a call with Tom there": what only leads to the verb is no word of a title."""
    return patterns()["then-lead"].sub("", utterance, count=1)
