"""Changes and cancellations as people speak of them, said plainly: "stick Mei on the retro", "the wrap is now at 3".

Nobody who is named so is dropped, and nothing is made of what is only told. Pure.
"""

import re

from dialogs.understand.lexicon.patterns import patterns

_LONGEST = 300
"""Characters. What is longer tells a story."""
_ANSWERS = {"y": "accept", "n": "decline", "m": "tentatively accept"}
"""By how a yes, a no and a maybe begin."""


def plainly(utterance: str, *, is_open: bool) -> str:
    """The same request in plain words; `utterance` itself where it has nothing of the kind.

    `is_open`: something is being discussed, so that only somebody put on or taken off is read anew.
    """
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    utterance = words["them-both"].sub(r"\g<tell> them", _put_on(utterance))
    utterance = words["going-late"].sub("I'll be ", words["one-day"].sub("some day", utterance))
    utterance = words["tells-clause"].sub(r"\g<tell> that ", words["tells-colon"].sub(r"\g<tell> that ", utterance))
    utterance = words["put-down-range"].sub(r"\g<put> from ", utterance)
    utterance = words["asks-it-now"].sub(r"\g<asks>", utterance)
    utterance = words["books-range"].sub(r"\g<what> from ", utterance, count=1)
    if is_open:
        return utterance
    if found := words["answers-again"].fullmatch(utterance):
        utterance = found["rest"]
    if found := words["one-answered"].fullmatch(utterance):
        return f"{found['lead']}{_ANSWERS[found['answer'][0].lower()]} {found['which']}{found['rest'] or ''}"
    utterance = words["gets-break"].sub(_as_free, utterance)
    utterance = words["asks-for-time"].sub("can we do ", utterance)
    utterance = words["said-yes"].sub(_as_answer, utterance)
    utterance = words["one-behind"].sub(r"\g<lead>\g<first> \g<which> \g<event>", utterance)
    if found := words["late-since"].fullmatch(utterance):
        return str(found["late"])
    if found := words["but-away"].fullmatch(utterance):
        return str(found["request"])
    for name in ("link-off", "linkless-event"):
        if found := words[name].fullmatch(utterance):
            return f"make {found['event']} in person{found['rest']}"
    if found := words["now-then"].fullmatch(utterance):
        return f"move {found['event']} to {found['time'].strip(' ,')}"
    if found := words["uses-slot"].fullmatch(utterance):
        what = found["what"] or f"time with {found['who']}"
        return f"{found['first']} and book {what} in that slot"
    return utterance


def is_remark(utterance: str) -> bool:
    """Whether it only tells what one would do if one could: "I'd love to cancel the retro but Tom would cry"."""
    return len(utterance) <= _LONGEST and patterns()["would-but"].fullmatch(utterance) is not None


def _as_free(found: re.Match[str]) -> str:
    """ "Do I get a lunch break" as whether one is free for lunch."""
    who = "am i" if found["who"].lower() == "i" else "are we"
    return f"{who} free{' for ' + found['meal'] if found['meal'] else ''}"


def _as_answer(found: re.Match[str]) -> str:
    """ "Who said yes" as who has accepted."""
    return f"{found['who']} {'accepted' if found['yes'] else 'declined'}"


def _put_on(utterance: str) -> str:
    """ "Stick Mei on it", "put Mei on the retro and take Tom off": with the verb and the event in their places."""
    words = patterns()
    if found := words["half-of-swap"].search(utterance):
        at = found.end("off") if found["off"] else found.end("on")
        utterance = f"{utterance[:at]} it{utterance[at:]}"
    utterance = words["adds-on-it"].sub(r"\g<said> to", words["sticks-on"].sub(_put, utterance))
    return words["chucks-off"].sub(r"\g<lead>take \g<who> off", utterance)


def _put(found: re.Match[str]) -> str:
    """Added where more is to become of the event behind it, which would be read as a part of its name."""
    onto = found["prep"].lower().startswith("on")
    if found["put"] and not (onto and found["more"]):
        return found[0]
    if onto and found["more"]:
        return f"{found['lead']}add {found['who']} to"
    return f"{found['lead']}put {found['who']} {'on' if onto else found['prep']}"
