"""A meeting that is named with its trouble, and then in few words when it is to be instead, read as a move of it.

Ana: cover reveal on the 31st - Pia can't make it. can we do it the day after?
Bot: Change “Cover reveal”?  Thu 31 Dec → Fri 1 Jan                                                [Change it]
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from dialogs.asker import Asker
from dialogs.frame import Frame
from dialogs.referents import titled, upcoming, which
from dialogs.understand import Context
from dialogs.understand.grounded import about
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Kind, Understood
from dialogs.understand.when.reading import beside_times, read
from graph.model import Event

_LONGEST = 260
"""Characters. What is longer tells a story."""
_VERB = "move "


async def moved(utterance: str, said: Understood, frame: Frame, asker: Asker, context: Context) -> Understood | None:
    """The move that is asked for; None where none is, or of no meeting that is ahead. Raises GraphError."""
    if frame.asked or frame.booking or len(utterance) > _LONGEST or _is_told(said):
        return None
    parts = _parted(utterance, context)
    if parts is None:
        return None
    head, where = parts
    ahead = [event for event in await upcoming.occurrences(asker) if not event.is_cancelled]
    title = titled.find(head, ahead)
    if title is None:
        return None
    request = f"{_VERB}{title.title}{_day_of(head, title, ahead, context)} {where}"
    span = (len(_VERB), len(_VERB) + len(title.title))
    again = about(request, span, title.title, replace(context, question=None))
    return replace(again, is_guessed=True) if again.intent is Intent.RESCHEDULE and again.event else None


def _parted(utterance: str, context: Context) -> tuple[str, str] | None:
    """What is told of the meeting, and when it is to be instead; None where it is not said like that."""
    words = patterns()
    if not words["troubled-why"].search(utterance):
        return None
    for joint in words["troubled-joint"].finditer(utterance):
        head = utterance[: joint.start()]
        found = words["troubled-tail"].fullmatch(utterance, joint.end())
        if found is None or not words["troubled-why"].search(head) or not (found["ask"] or "?" in found["mark"]):
            continue
        if where := _where_to(found, context):
            return head, where
    return None


def _is_told(said: Understood) -> bool:
    """Whether it is clear already which meeting is to be moved, and where to."""
    says = said.shift or said.time.exact or said.time.slots
    return said.intent is Intent.RESCHEDULE and bool(said.event and said.event.subject and says)


def _where_to(found: re.Match[str], context: Context) -> str | None:
    """When it is to be instead, as one says it behind "move it"; None where the words are no time."""
    if found["next"] or found["last"]:
        said = (found["next"] or found["last"]).lower()
        far = "7 days" if "week" in said else "1 day"
        return f"by {far}" if found["next"] else f"{far} earlier"
    if found["much"]:
        if not (found["way"] or patterns()["troubled-shifts"].search(found["ask"] or "")):
            # "It is too short, make it 90 minutes" tells how long it is to be.
            return None
        is_back = (found["way"] or "").lower() in ("earlier", "sooner", "forward")
        return f"{found['much']} earlier" if is_back else f"by {found['much']}"
    to = found["to"].strip(" ,")
    times = read(to, context).when
    left = patterns()["troubled-beside"].sub(" ", beside_times(to, context.locale))
    if not times or any(when.kind in (Kind.DURATION, Kind.SET) for when in times) or re.search(r"\w", left):
        return None
    return f"to {patterns()['troubled-at'].sub('', to)}"


def _day_of(head: str, title: titled.Titled, ahead: Sequence[Event], context: Context) -> str:
    """The day that was said of it, where there is one of the meeting on that day; with a space before it."""
    own = [event for event in ahead if which.fits(Understood(Intent.RESCHEDULE, 1.0, subject=title.title), (), event)]
    for when in read(head, context).when:
        start, end = when.start, when.end
        if when.kind is Kind.DATE and start and end and any(start <= event.start < end for event in own):
            said = when.text.strip()
            return f" {said}" if patterns()["troubled-day"].match(said) else f" on {said}"
    return ""
