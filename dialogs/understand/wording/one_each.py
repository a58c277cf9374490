"""Two of the same at different times, told in one breath: "two interviews with Ana, one on Monday and one on Friday".

So are two with somebody else each: "30 min with Tom at 9 and another 45 with Ana at 4". They are two bookings, which
are made in turn. Pure.
"""

import re
from collections.abc import Iterator
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.when.reading import read

_LONGEST: Final = 250
"""Characters. What is longer tells a story."""


def plainly(utterance: str, context: Context) -> str:
    """ "Book an interview with Ana on Monday and book an interview with Ana on Friday"; else `utterance` itself."""
    words = patterns()
    if len(utterance) <= _LONGEST and (hours := words["each-hour"].fullmatch(utterance)):
        return " and ".join(_at_each(hours))
    if len(utterance) <= _LONGEST:
        for name in ("two-meetings", "two-hours"):
            if (both := words[name].fullmatch(utterance)) and (apart := _with_each(both)):
                return apart
        if (row := words["two-each"].fullmatch(utterance)) and (behind := _behind(row, context)):
            first = f"book {row['what']} with {row['who']} {row['day']} at {row['at'].removeprefix('at ')}"
            other = f"book {row['what']} with {row['owho']} {row['day']} at {behind}"
            return f"{first} for {_length(row['length'])} and {other} for {_length(row['length'])}"
    found = words["one-each"].fullmatch(utterance) if len(utterance) <= _LONGEST else None
    if found is None or not (read(found["first"], context).when and read(found["second"], context).when):
        return utterance
    what = words["one-of-several"].sub(
        r"\g<one>", words["each-of-them"].sub("", found["what"]).rstrip(" ,;:-"), count=1
    )
    what = words["several-led"].sub("", what)
    article = "" if words["owned-first"].match(what) or what[:1].isdigit() else "an " if what[:1] in "aeiou" else "a "
    return f"book {article}{what} {found['first'].strip()} and book {article}{what} {found['second'].strip()}"


def _with_each(found: re.Match[str]) -> str:
    """Two bookings, on the one day that is said where the other has none of its own."""
    parts = {name: (said or "").strip() for name, said in found.groupdict().items()}
    first = next((parts[name] for name in ("early", "day", "late", "before") if parts.get(name)), "")
    second = next((parts[name] for name in ("oday", "olate", "olast") if parts.get(name)), "")
    if not (parts["oat"] or (second and second != first)):
        return ""
    what, rest = _length(parts["what"]), f" {parts['rest']}" if parts.get("rest") else ""
    other = _length(parts.get("other", "")) or what
    # Of two that differ, what stands behind the second is of that alone.
    one = f"book {what} with {parts['who']} {first or second}{_at(parts['at'])}{rest if what == other else ''}"
    return f"{one} and book {other} with {parts['owho']} {second or first}{_at(parts['oat'])}{rest}"


def _at(clock: str) -> str:
    """ "At 9", "from 12:30 to 13:30"; empty where no hour is said."""
    clock = clock.removeprefix("at ")
    return f" {'from' if patterns()['two-clocks'].search(clock) else 'at'} {clock}" if clock else ""


def _behind(found: re.Match[str], context: Context) -> str:
    """When the second of two begins that are held one after the other; empty where that is not clear."""
    told = read(f"at {found['at'].removeprefix('at ')} for {_length(found['length'])}", context).when
    start = next((when.start for when in told if when.start), None)
    length = next((when.duration for when in told if when.duration), None)
    return f"{start + length:%H:%M}" if start and length else ""


def _length(what: str) -> str:
    return f"{what} minutes" if what.isdigit() else what


def _at_each(found: re.Match[str]) -> Iterator[str]:
    """ "Interviews with Ana on Friday at 10, 11 and 12": one at each of these hours."""
    parts = {name: said or "" for name, said in found.groupdict().items()}
    rest = patterns()["each-of-them"].sub("", parts["rest"])
    article = "an" if parts["what"][0].lower() in "aeiou" else "a"
    for hour in patterns()["an-hour-of"].finditer(parts["hours"]):
        yield f"book {article} {parts['what']}{parts['who']}{parts['later']}{parts['day']} at {hour[0].strip()}{rest}"
