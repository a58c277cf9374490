"""Parts of the day in which one meeting may be: "an hour with Tom by Friday, mornings please".

Nobody asks for a series who names no rate and how far to look: it is one of those mornings, put where others look for
them. Pure.
"""

from datetime import timedelta
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Kind
from dialogs.understand.when.reading import read

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_DAY: Final = timedelta(days=1)
_FAR: Final = timedelta(days=14)
"""How far it is looked where nobody says."""


def plainly(utterance: str, context: Context) -> str:
    """ "…, between 23 November and 27 November, in the mornings"; `utterance` itself where no such part is said."""
    words = patterns()
    found = words["some-mornings"].search(utterance) if len(utterance) <= _LONGEST else None
    if found is None or not words["only-told-asked"].match(utterance) or words["names-rate"].search(utterance):
        return utterance
    rest = f"{utterance[: found.start()]}{found['end'] or ''}{utterance[found.end() :]}"
    rest = words["not-a-weekday"].sub(r"no \g<day>s", rest)
    told = [each for each in read(rest, context).when if each.kind is not Kind.DURATION and not each.excluded]
    if len(told) > 1 or any(each.rrule or each.anchor or each.kind is not Kind.RANGE for each in told):
        return utterance
    span = told[0] if told else None
    is_series = any(each.kind is Kind.SET for each in read(utterance, context).when)
    if not is_series and not (span and span.open == "before"):
        return utterance
    start = (span.start if span else None) or context.now
    end = (span.end if span else None) or start + _FAR
    if end - start <= _DAY:
        return utterance
    part = f"{found['part'].lower().removeprefix('in the ').rstrip('s')}s"
    said = rest.replace(span.text, "", 1) if span else rest
    said = words["blank-clause"].sub(r"\g<mark>", said).strip(" ,.;")
    return f"{said}, between {start:%-d %B %Y} and {end - _DAY:%-d %B %Y}, in the {part}"
