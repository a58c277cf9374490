"""Slips that are put right in the same breath: "with Tom, I mean Tim, at 3", "Thursday, no wait, Friday".

What is said last takes the place of what it is like: a day that of a day, a time of day that of one, a length, a name.
Where it is like nothing that was said before, the words stay as they are.
"""

import re
from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 200
"""Characters. What is longer tells a story."""
_MOST: Final = 3
"""Slips in one utterance."""
_BRIEF: Final = 8
"""Words behind the slip that may belong to it."""
_KINDS: Final = ("repair-length", "repair-day", "repair-clock", "repair-name")
_EDGES: Final = " ,.;:–-…"


def repaired(utterance: str) -> str:
    """`utterance` with its slips put right."""
    if len(utterance) > _LONGEST:
        return utterance
    for _ in range(_MOST):
        better = _once(utterance)
        if better == utterance:
            break
        utterance = better
    return utterance


def _once(utterance: str) -> str:
    words = patterns()
    found = words["repairs"].search(utterance)
    before = utterance[: found.start()] if found else ""
    if found is None or len(before.split()) < 2 or words["note"].search(before):
        return utterance
    behind = utterance[found.end() :]
    if told := _told_apart(before, behind):
        return told
    if longer := _minutes(before, behind):
        return longer
    before, behind = _as_long(before, behind)
    for kind in _KINDS:
        if (said := words[kind].match(behind)) and (slip := _last(kind, before)):
            return _replaced(before, slip.span(), said[0], behind[said.end() :]) or utterance
    if not found["plainly"]:
        one = found["sorry"] and words["repair-last"].match(behind)
        return (_plain(before, behind) if one and _placed(before) else "") or utterance
    return _led(before, behind) or _another(before, behind) or _plain(before, behind) or utterance


def _minutes(before: str, behind: str) -> str:
    """ "For 30 min, make that 45": the number is a length, as what it is put behind."""
    number, slip = patterns()["repair-minutes"].match(behind), _last("repair-length", before)
    if number is None or slip is None or before[slip.end() :].strip(_EDGES):
        return ""
    return f"{before[: slip.start()]}{number[0]} min{behind[number.end() :]}"


def _as_long(before: str, behind: str) -> tuple[str, str]:
    """ "20 min at 3, make it 3.30, and half an hour": the length put right where it stands, and the hour left to be."""
    both, slip = patterns()["repair-both"].match(behind), _last("repair-length", before)
    if both is None or slip is None or not _last("repair-clock", before):
        return before, behind
    return f"{before[: slip.start()]}{both['length']}{before[slip.end() :]}", f"{both['clock']}{both['rest']}"


def _told_apart(before: str, behind: str) -> str:
    """ "…tomorrow at 5, actually Wednesday not tomorrow": what was wrong is said once more."""
    found = patterns()["repair-not"].fullmatch(behind)
    wrong = list(re.finditer(rf"(?<!\w){re.escape(found['out'])}(?!\w)", before, re.IGNORECASE)) if found else []
    if found is None or not wrong:
        return ""
    start, end = wrong[-1].span()
    return f"{before[:start]}{found['in'].strip()}{before[end:].rstrip(_EDGES)}{found['rest'].rstrip(' ,;')}".strip()


def _another(before: str, behind: str) -> str:
    """ "Cancel the retro, no wait, budget call": the same is done with another event."""
    act, named = patterns()["repair-act"].match(before), patterns()["repair-word"].match(behind)
    is_named = named or patterns()["repair-lead"].match(behind)
    brief = len(behind.split()) <= _BRIEF and not any(char.isdigit() for char in before)
    return f"{act[0]} {behind}" if act and is_named and brief else ""


def _placed(before: str) -> bool:
    """Whether the last word stands behind one that puts it there: "in Fado"."""
    led = before.rstrip(_EDGES).split()
    return len(led) > 1 and bool(patterns()["repair-lead"].fullmatch(led[-2]))


def _last(kind: str, text: str) -> re.Match[str] | None:
    """What is of that kind and stands last."""
    found = list(patterns()[kind].finditer(text))
    return found[-1] if found else None


def _replaced(before: str, slip: tuple[int, int], said: str, rest: str) -> str:
    """The slip's place taken by what is said; "" where both have more behind them, so that one would be lost."""
    start, end = slip
    left = before[end:]
    if not left.strip(_EDGES):
        return before[:start] + said + rest
    is_apart = rest.strip(" ,.!") == "" or rest.lstrip()[:2] in (". ", "; ", "- ", "– ")
    return before[:start] + said + left + rest if is_apart else ""


def _led(before: str, behind: str) -> str:
    """ "At Fado, I mean at Belém", "the retro, I mean the review": from the same small word on."""
    lead = patterns()["repair-lead"].match(behind)
    at = before.lower().rfind(f" {lead[0].lower()} ") if lead and len(behind.split()) <= _BRIEF else -1
    return before[: at + 1] + behind if at > 0 else ""


def _plain(before: str, behind: str) -> str:
    """ "To fado, I mean belém": the last word, where it is none that is said of anything."""
    word = patterns()["repair-word"].match(behind)
    last = before.rstrip(_EDGES).rfind(" ")
    slip = before[last + 1 :].strip(_EDGES)
    if word is None or last < 0 or len(behind.split()) > _BRIEF or not patterns()["repair-word"].fullmatch(slip):
        return ""
    return before[: last + 1] + behind
