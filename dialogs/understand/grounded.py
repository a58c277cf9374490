"""Words read once more, when it is known which of them are the title of a meeting that exists.

A title may be made of any words ("Truck lease", "Dock planning"), which no rule can tell from the rest of a sentence.
With a plain "meeting" in its place the sentence is one that the rules know, and it asks for something that is done
with a meeting, or it would not name one.
"""

from dataclasses import replace
from typing import Final

from dialogs.understand.builds.altered import placed
from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.reading import understand
from dialogs.understand.understood import Intent, Role, TimeConstraint, Understood

_OF_ANOTHER: Final = frozenset(
    (
        Intent.RESCHEDULE,
        Intent.UPDATE,
        Intent.ADD_ATTENDEE,
        Intent.REMOVE_ATTENDEE,
        Intent.PROPOSE,
        Intent.CONTACT_ATTENDEES,
        Intent.FORWARD,
    )
)
"""Where the event is described apart from what becomes of it."""
_MOVES: Final = frozenset((Intent.RESCHEDULE, Intent.PROPOSE))
SURE: Final = 0.9
"""Confidence above which the words themselves tell what is wanted."""


def about(utterance: str, span: tuple[int, int], title: str, context: Context) -> Understood:
    """What is wanted of the event called `title`, whose name stands at `span`; never anything but that."""
    start, end = span
    before, behind = utterance[:start], utterance[end:]
    if called := patterns()["grounded-called"].match(behind):
        behind, end = behind[called.end() :], end + called.end()
    noun = "meeting" if patterns()["grounded-determined"].search(before) else "the meeting"
    said = understand(f"{before}{noun}{behind}", replace(context, question=None, is_about_event=True))
    said = placed(said, start, end - start - len(noun))
    said = replace(said, is_guessed=not said.certain and said.confidence < SURE)
    return named(_told_by_slots(said), title)


def named(said: Understood, title: str) -> Understood:
    """The same, said of the event that is called `title`."""
    if said.event is not None:
        return replace(said, event=replace(said.event, subject=title, noun="", people=(), perhaps=()))
    if said.intent not in _OF_ANOTHER:
        return replace(said, subject=title, noun="", bare=(), perhaps=(), purpose="")
    event = Understood(said.intent, said.confidence, subject=title)
    if said.is_guessed and said.intent is Intent.RESCHEDULE:
        # "Katrin can't make it then, try Thursday": who is named comes already.
        said = replace(said, people=())
    if said.intent in _MOVES and not (said.shift or said.longer):
        return replace(said, event=event, subject="", noun="")
    # What is not when it is to be, is when it is.
    event, time = replace(event, time=replace(said.time, duration=None)), TimeConstraint(duration=said.time.duration)
    new_title = said.subject if said.facet == "title" else ""
    return replace(said, event=event, time=time, subject=new_title, noun="")


def _told_by_slots(said: Understood) -> Understood:
    """What is new about the event tells what is wanted of it, where the words that say so are not known."""
    if not said.is_guessed:
        return said
    if said.people and all(each.role is Role.WITHOUT for each in said.people):
        is_me = all(each.kind == "me" for each in said.people)
        return replace(said, intent=Intent.DECLINE if is_me else Intent.REMOVE_ATTENDEE)
    if said.shift or said.longer:
        return replace(said, intent=Intent.RESCHEDULE)
    if said.intent is not Intent.OUT_OF_SCOPE and not _says_nothing_new(said):
        return said
    if said.time.exact or said.time.slots:
        return replace(said, intent=Intent.RESCHEDULE)
    if said.online is not None:
        return replace(said, intent=Intent.UPDATE, facet="online" if said.online else "in_person")
    return (
        replace(said, intent=Intent.UPDATE, facet="location")
        if said.location
        else replace(said, intent=Intent.OUT_OF_SCOPE)
    )


def _says_nothing_new(said: Understood) -> bool:
    """ "The sprint review is a mess" is no change, though it sounds like one."""
    changes_what = said.facet or said.location or said.room or said.online is not None
    match said.intent:
        case Intent.UPDATE:
            return not changes_what
        case Intent.ADD_ATTENDEE | Intent.REMOVE_ATTENDEE:
            return not (said.people or said.perhaps)
        case Intent.RESCHEDULE:
            time = said.time
            return not (time.exact or time.slots or time.duration or time.rrule or said.shift or said.longer)
    return False
