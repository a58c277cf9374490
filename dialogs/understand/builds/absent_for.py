"""Why somebody is away, told with when: "I'm out Thursday afternoon, dentist", "I won't be in on Friday, moving house".

The reason is what the time is called in one's own calendar; it gets into no automatic reply. Who is ill need give none.
Pure.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Kind, Understood
from dialogs.understand.when.reading import beside_times, read

_LONGEST: Final = 160
"""Characters. What is longer tells a story."""
_OF_A_VISIT: Final = (Kind.DATETIME, Kind.DURATION)

Reader = Callable[[str, Context], Understood]


def absent_for(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The absence under its reason; None where nothing but an absence and why is told, or something is open."""
    if context.question or len(utterance) > _LONGEST:
        return None
    words = patterns()
    if ill := words["ill-told"].fullmatch(utterance):
        when = next(filter(None, ill.groupdict().values()), "today")
        return understood(f"I'm off sick {when}", context)
    if bare := words["away-unnamed"].fullmatch(utterance):
        utterance = f"I {bare['rest']}"
        if not any(words[name].fullmatch(utterance) for name in ("absent-why", "why-absent")):
            return understood(utterance, context)
    found = next(filter(None, (words[name].fullmatch(utterance) for name in ("absent-why", "why-absent"))), None)
    told = read(found["when"], context).when if found else ()
    # "Not available before 10" is said of every day.
    is_dated = any(not one.dayless for one in told)
    if found is None or not is_dated or beside_times(found["when"], context.locale):
        return None
    why = found["why"] or found["at"] or ""
    if read(why, context).when:
        return None
    if all(one.kind in _OF_A_VISIT for one in told):
        # Who is at the dentist at 4 is not away for the rest of the day.
        visit = understood(f"{why} {found['when']}", context)
        return replace(visit, subject=_capitalized(why)) if why and visit.intent is Intent.SCHEDULE else None
    said = understood(f"I'm out {words['absent-led'].sub('', found['when'])}", context)
    if said.intent is not Intent.AWAY:
        return None
    return replace(said, subject=_capitalized(why))


def _capitalized(why: str) -> str:
    return why[:1].upper() + why[1:]
