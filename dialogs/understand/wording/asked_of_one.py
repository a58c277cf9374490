"""Questions in two parts about one thing: "is it on Tuesday, the audit?", "who's coming to tasting and where is it?".

What is named behind stands where the pronoun does. The second question about a meeting is answered with the first, as
both show all of it. "What time would that be in Oslo", behind a time, asks of that time, and "who has Tejo at 3"
whether that room is free. Pure.
"""

from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.when.reading import read

_LONGEST: Final = 200
"""Characters. What is longer tells a story."""
_ASKS: Final = {
    "organizer": "who set up {}?",
    "who": "who is coming to {}?",
    "where": "where is {}?",
    "when": "when is {}?",
    "long": "how long is {}?",
    "what": "what is {} about?",
}
"""What is asked behind an event, and how it is asked before it."""


def plainly(utterance: str, context: Context) -> str:
    """The question with what it is about in its place; `utterance` itself where it is built otherwise."""
    words = patterns()
    if len(utterance) > _LONGEST:
        return utterance
    if (found := words["asked-whose-room"].fullmatch(utterance)) and read(found["rest"], context).when:
        # Who holds it, a room's calendar does not say; that it is taken, it does.
        return f"is {found['room']} free {found['rest']}?"
    if context.question:
        return utterance
    if found := words["asked-behind"].fullmatch(utterance):
        return next(way.format(found["event"]) for name, way in _ASKS.items() if found[name])
    if found := words["asked-named-behind"].fullmatch(utterance):
        return f"{found['asks']} {found['event']} {found['rest']}?"
    if found := words["asked-of-same"].fullmatch(utterance):
        event = found["event"]
        owned = words["owned-first"].match(event) or read(event, context).when
        return f"who is coming to {event if owned else f'the {event}'} and where is it?"
    found = words["asked-that-time-there"].fullmatch(utterance)
    told = [each for each in read(found["first"], context).when if each.start] if found else []
    if found is None or len(told) != 1 or told[0].start is None:
        return utterance
    return f"{found['first']}, and what time would {told[0].start:%H:%M on %-d %B} be in {found['place']}"
