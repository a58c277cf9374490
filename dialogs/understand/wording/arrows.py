"""A new time behind an arrow: "irrigation walkthrough Tue → Wed, same time" moves it from Tuesday to Wednesday.

What is said to stay as it is ("same time, same room") stands behind the new time, and is no place. Pure.
"""

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.when.reading import read

_LONGEST = 200
"""Characters. What is longer tells a story."""


def plainly(utterance: str, context: Context) -> str:
    """The same as a request to move an event; `utterance` itself where it has no such arrow."""
    if context.question or len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    marks = list(words["arrow"].finditer(utterance))
    if len(marks) == 1 and (lead := words["moves-lead"].match(utterance)):
        event, new = _named(utterance[lead.end() : marks[0].start()]), utterance[marks[0].end() :].strip(" ?!")
        when = read(new, context).when
        hour = words["hour-before-arrow"].search(event) if words["bare-hour"].fullmatch(new) else None
        # "Evans → Longs" is about rooms, or people.
        if event and (hour or (when and not when[0].span[0])):
            event = f"{event[: hour.start()]} at {hour[0].strip()}" if hour else event
            utterance = f"{lead['lead']}move {event} to {new}"
    same = words["same-behind"].search(utterance)
    return (
        _moved(utterance[: same.start()].rstrip(" ,;"), bool(same["time"]), context) or utterance if same else utterance
    )


def _moved(said: str, same_time: bool, context: Context) -> str:
    """A move without what is to stay, of which the time of day alone is told; "" where nothing is moved."""
    words = patterns()
    if same_time and (found := words["to-day"].fullmatch(said)):
        said = f"{found['lead']}move {_named(found['event'])} to {found['new']}"
    if not words["moves-event"].match(said):
        return ""
    return f"{said}, same time" if same_time and read(said, context).when else said


def _named(words: str) -> str:
    """The event with an article, without which it might be no event that there is."""
    bare = patterns()["head-colon"].sub(" ", words).strip(" ,;:")
    return bare if not bare or patterns()["with-article"].match(bare) else f"the {bare}"
