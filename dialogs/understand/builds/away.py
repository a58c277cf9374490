"""What is said besides days away: what they are called, that no mail is answered, that the calendar is left alone.

"Off on Monday, annual leave. block my calendar, no auto reply needed" tells the days first; each of the rest is cut off
from the end, so that nothing of it gets into the automatic reply.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.builds.focus import name_of_absence
from dialogs.understand.context import Context
from dialogs.understand.lexicon.late import Late
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood

_LONGEST: Final = 400
"""Characters. What is longer tells a story."""
_FACETS: Final = {"unanswered-tail": "silent", "unblocked-tail": "reply", "blocked-tail": "", "leave-tail": ""}

LABEL: Final = Late(r"^(?:(?:the|my) )?(?:message|reply|text|note)(?: is| says| reads)?\s*:\s*")
"""What only says that a text follows."""
_REPLYING: Final = ("reply-apart", "reply-behind", "reply-set-to")

Reader = Callable[[str, Context], Understood]


def away_besides(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The days away with what is said besides; None where nothing is, or no days away are told."""
    if context.question or len(utterance) > _LONGEST:
        return None
    text, facets, names = _without_tails(utterance)
    if text == utterance or not text.strip() or len(facets) > 1:
        return None
    said = understood(text, context)
    if said.intent is not Intent.AWAY or said.facet == "off":
        return None
    return replace(said, facet=next(iter(facets), said.facet), subject=said.subject or name_of_absence(names))


def away_and_answered(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """ "I'm on leave next week, set an auto reply saying I'm back on the 7th": the days, and what is answered then.

    When one is back is a part of the answer, and what is to become of the calendar is none. None where it is not both.
    """
    if context.question or len(utterance) > _LONGEST:
        return None
    text, facets, _ = _without_tails(utterance)
    if amid := patterns()["unblocked-amid"].fullmatch(text):
        text = f"{amid['front']}, set up {patterns()['sets-up'].sub('', amid['rest'])}"
        facets.add("reply")
    both = patterns()["away-and-reply"].fullmatch(_of_those_days(text)) if len(facets) <= 1 else None
    front = patterns()["away-bare"].sub("I'm ", both["front"], count=1) if both else ""
    said = understood(front, context) if both else None
    if both is None or said is None or said.intent is not Intent.AWAY or said.facet == "off":
        return _and_it_says(_of_those_days(text), facets, context, understood)
    told = both["text"].strip()
    is_all = told[:1] in "\"'“" or bool(patterns()["own-reply"].search(told))
    return replace(said, facet=next(iter(facets), ""), note=told.strip(" \"'“”"), adds_note=not is_all, then="")


def _and_it_says(text: str, facets: set[str], context: Context, understood: Reader) -> Understood | None:
    """ "I'm on leave next week, out of office please, and it should say that Tom is in charge".

    What it should say besides that one is away stands behind the words that say so anyway; what is told as the text
    itself, behind a colon or in quotes, or by somebody who speaks of themselves, is all of it.
    """
    words = patterns()
    found = words["reply-says"].fullmatch(text) if len(facets) <= 1 else None
    if found is None or not (found["reply"] or found["label"] or words["speaks-of-reply"].search(found["front"])):
        return None
    for front in (words["reply-mentioned"].sub("", found["front"]), found["front"]):
        said = understood(words["away-bare"].sub("I'm ", front, count=1), context)
        if said.intent is Intent.AWAY and said.facet != "off" and said.when and not said.note:
            break
    else:
        return None
    told = found["text"].strip()
    is_all = bool(found["colon"] or words["own-reply"].search(told))
    note = told.strip(" \"'“”").rstrip(" .")
    return replace(said, facet=next(iter(facets), said.facet), note=note, adds_note=not is_all, then="")


def _without_tails(utterance: str) -> tuple[str, set[str], str]:
    """The words without what is said of calendar and mail at their end, what that makes of it, and it itself."""
    text, facets, names = utterance, set[str](), ""
    while tail := next(((name, found) for name in _FACETS if (found := patterns()[name].search(text))), None):
        name, found = tail
        text = text[: found.start()]
        facets.add(_FACETS[name])
        names = f"{found[0]} {names}"
    facets.discard("")
    return text, facets, names


def _of_those_days(utterance: str) -> str:
    """Without "for those days" behind the reply that is to be sent: which they are was told before."""
    same = patterns()["reply-those-days"].fullmatch(utterance)
    return f"{same['front']}{same['rest']}" if same else utterance


def with_reply(utterance: str) -> str:
    """ "… set my out of office. Say Tom can help" with the text where it is looked for; else `utterance` itself."""
    if len(utterance) > _LONGEST:
        return utterance
    utterance = _of_those_days(utterance)
    for name in _REPLYING:
        if found := patterns()[name].fullmatch(utterance):
            away = f"set {found['away']}" if name == "reply-set-to" else found["away"]
            return f"{away} with the message: {LABEL.sub('', found['text'])}"
    return utterance
