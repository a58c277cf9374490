"""Another time beside the one that does not suit: "tell Ana the audit doesn't work for me, propose 1pm instead".

Said of an invitation, it answers it, whoever is to be told; "our 1:1: can't do 2, 3 would work" moves what is named.
Pure.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""


def plainly(utterance: str) -> str:
    """The proposal or the move in so many words; `utterance` itself where none is said so."""
    if len(utterance) > _LONGEST:
        return utterance
    return _proposed(utterance) or _moved(utterance) or utterance


def _proposed(utterance: str) -> str:
    """ "Tell Ana I can't make the audit and suggest 1pm the same day": the time for the audit."""
    words = patterns()
    found = words["told-and-counters"].fullmatch(utterance)
    if found is None:
        return ""
    event, time = found["missed"] or found["event"], words["counter-instead"].sub("", found["time"]).rstrip(" .!")
    if words["is-hour"].match(event):
        event = f"my {event.removeprefix('the ')} with {found['who']}"
    return f"{event} doesn't work for me, suggest {time}"


def _moved(utterance: str) -> str:
    """ "Next week's 1:1 with Ana: 2pm doesn't work, can we do 3?": the 1:1 at 3."""
    words = patterns()
    found = words["refused-hour"].fullmatch(utterance)
    if found is None:
        return ""
    event, day, rest = found["event"], found["day"] or "", found["rest"].rstrip(" .!?")
    if event is None:
        return f"move my {found['hour']}{found['with']}{day} to {found['time']}{rest}" if found["with"] else ""
    is_event = words["plain-event"].fullmatch(event) or words["event-head"].search(event.lower()) or " with " in event
    if found["with"] or not is_event:
        return ""
    return f"move {event.strip()}{day} to {found['time']}{rest}"
