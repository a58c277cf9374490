"""One verb for one act: to scrap, axe or get rid of a meeting is to cancel it, to switch it to Friday is to move it.

So are the short forms of days that own something written out: "wed's stand-up".

Whatever reads a request needs to know one of them only. Pure.
"""

import re
from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 400
"""Characters. What is longer tells a story."""
_DAYS: Final = {"mo": "Monday", "tu": "Tuesday", "we": "Wednesday", "th": "Thursday", "fr": "Friday", "sa": "Saturday"}
"""By the first letters of their short forms."""
_HEADS: Final = (
    ("cancels-anyhow", "cancel "),
    ("moves-anyhow", "move "),
    ("moves-all-anyhow", "move "),
    ("drops-anyhow", "cancel "),
    ("accepts-anyhow", "accept "),
    ("attends-anyhow", "accept "),
    ("books-anyhow", "book "),
    ("sets-up-anyhow", "set up "),
    ("free-left", "when am I free "),
    ("who-organizes", "who set up "),
    ("have-got", "I have "),
    ("new-entry", ""),
)
"""How a request begins, and how it is put."""


def plainly(utterance: str, *, is_open: bool) -> str:
    """The same request with the plain verb. `is_open`: something is being discussed, which "confirm" is said of."""
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    utterance = words["gives-nudge"].sub(r"nudge \g<who>", utterance)
    utterance = words["see-whether"].sub("if", utterance)
    utterance = words["owned-hour"].sub(r"\g<whose>\g<hour> o'clock", utterance)
    utterance = words["short-day"].sub(lambda short: _DAYS[short[0][:2].lower()], utterance)
    utterance = words["dotted-half"].sub(r"\g<blank>\g<half>m", utterance)
    utterance = words["and-verb"].sub(" and ", utterance)
    utterance = words["is-about"].sub(r"\g<front> around", utterance)
    utterance = words["asks-by-deed"].sub(_bidden, utterance)
    if is_open:
        return utterance
    utterance = words["whatever-next"].sub("my next meeting", words["upcoming"].sub("next ", utterance))
    for name, verb in _HEADS:
        if found := words[name].match(utterance):
            return f"{verb}{utterance[found.end() :]}"
    return utterance


def _bidden(deed: re.Match[str]) -> str:
    """What is asked for by its name, as what is bidden: "would you mind moving" is "move"."""
    return (deed["plain"] or deed["doubled"] or f"{deed['mute']}e") + " "
