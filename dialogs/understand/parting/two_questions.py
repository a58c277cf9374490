"""Two questions about one person in a message: "who does Jun report to again? and what's his job".

The second names whom the first does, or speaks of him; both are answered at once.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood

_LONGEST: Final = 160
"""Characters. What is longer tells a story."""

Reader = Callable[[str, Context], Understood]


def two_questions(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The first question, the second one among its `others`; None where there are no two of this kind."""
    words = patterns()
    if context.question or len(utterance) > _LONGEST or not words["asks-of-person"].search(utterance):
        return None
    for joint in words["question-joint"].finditer(utterance):
        first = understood(utterance[: joint.start()], context)
        if first.intent is not Intent.LOOKUP_PERSON or len(first.people) != 1 or first.others:
            continue
        second = understood(utterance[joint.end() :], context)
        is_same = {each.text.lower() for each in second.people} == {first.people[0].text.lower()}
        is_pronoun = len(second.people) == 1 and second.people[0].kind == "pronoun"
        if second.intent is Intent.LOOKUP_PERSON and (is_same or is_pronoun) and second.facet != first.facet:
            return replace(first, others=(replace(second, people=first.people),))
    return None
