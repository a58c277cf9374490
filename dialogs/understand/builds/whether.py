"""Questions about a meeting that are answered by yes or no: "is the retro at 3?", "has everyone accepted the review?".

Only the build of the sentence is known here; whether its first words name a meeting, the calendar tells.
"""

import re
from dataclasses import dataclass
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Kind, When
from dialogs.understand.when.reading import read

_LONGEST: Final = 160
"""Characters. Whoever says more asks more than one thing."""
_SIMPLE: Final = ("clashes", "how", "online", "bodily", "off", "moved", "repeats", "on")
_BARE: Final = frozenset(("do", "dont", "am"))


@dataclass(frozen=True)
class Claim:
    """What is asked of a meeting: whether it is so.

    `event` are the words that name it, "" where nothing does. `kind` is time, there (such a one at that time), online,
    bodily (where people meet in person), how (which of the two), off, moved, on, repeats, length, clashes, all (of its
    people) or any. `when` is the time at which it is said to be, how often or how long; `tool` what it is said to be
    held on; `does` what is asked of its people: come, reply, decline or miss.
    """

    event: str
    kind: str
    when: tuple[When, ...] = ()
    tool: str = ""
    does: str = ""
    is_past: bool = False


def claimed(utterance: str, context: Context) -> Claim | None:
    """What a yes or no is wanted to; None where nothing is asked that way."""
    if len(utterance) > _LONGEST:
        return None
    words = patterns()
    if found := words["whether-people"].fullmatch(utterance):
        return _of_people(found)
    if found := words["whether-still-on"].fullmatch(utterance):
        return _of_event(found["event"], "on", context)
    if found := words["whether-if"].fullmatch(utterance) or words["whether-tag"].fullmatch(utterance):
        return _of_event(f"{found['event']} {found['claim']}", "", context, is_past=found["verb"].strip() == "was")
    if found := words["whether-asked"].fullmatch(utterance):
        verb = found["verb"].lower().replace("’", "'")
        rest = found["rest"]
        if there := words["whether-there"].fullmatch(rest):
            return _of_event(there["event"], "there", context)
        if verb.replace("n't", "").replace("'", "") in _BARE:
            return None
        return _of_event(rest, "", context, is_past=verb.startswith(("was", "were", "did")))
    return None


def _of_event(words: str, kind: str, context: Context, *, is_past: bool = False) -> Claim | None:
    """The name of the meeting, and what is said of it behind that."""
    base, times = _without_times(words.strip(" .,"), context)
    lengths = tuple(when for when in times if when.kind is Kind.DURATION)
    sets = tuple(when for when in times if when.kind is Kind.SET)
    rest = tuple(when for when in times if when not in lengths and when not in sets)
    known = patterns()
    if known["whether-at-work"].fullmatch(base):
        return None
    if not kind:
        said = next(((each, found) for each in _SIMPLE if (found := known[f"whether-{each}"].fullmatch(base))), None)
        if said is not None and not (said[0] == "on" and (rest or lengths or sets)):
            kind, found = said
            tool = (found["tool"] or found["call"] or "").lower() if kind == "online" else ""
            return _named(Claim(found["event"], kind, rest, tool=tool, is_past=is_past))
        if not times:
            return None
        kind = "repeats" if sets else "length" if lengths else "time"
    elif kind == "there" and not times:
        return None
    found = known["whether-timed"].fullmatch(base)
    event = found["event"] if found else base
    return _named(Claim(event, kind, sets or lengths or rest, is_past=is_past))


def _named(claim: Claim) -> Claim | None:
    """The claim, unless it is made of somebody or of a day: "is Ana free at 3?"."""
    event = claim.event.strip(" ,.")
    return None if not event or patterns()["whether-no-name"].search(event) else claim


def _of_people(found: re.Match[str]) -> Claim:
    does = found["does"].lower()
    if does.startswith(("declin", "refus", "reject", "turn", "said no", "say no")):
        asked = "decline"
    elif does.startswith(("missing", "not ", "unable", "out")):
        asked = "miss"
    else:
        asked = "reply" if does.startswith(("repl", "respond", "answer", "rsvp")) else "come"
    event = found["event"] or ""
    event = "" if patterns()["whether-of-people"].fullmatch(event) else event
    return Claim(event, "any" if found["any"] else "all", does=asked)


def _without_times(words: str, context: Context) -> tuple[str, tuple[When, ...]]:
    """The words up to the times with which they end, and these."""
    end = len(words)
    taken: list[When] = []
    for when in sorted(read(words, context).when, key=lambda each: -each.span[0]):
        start, behind = when.span
        if taken and when.span == taken[-1].span:
            taken.append(when)
            continue
        if behind > end or not patterns()["whether-between"].fullmatch(words[behind:end]) or start == 0:
            break
        taken.append(when)
        end = start
    return words[:end].rstrip(" ,"), tuple(reversed(taken))
