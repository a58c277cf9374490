"""A yes with a time, which says once more what is on the card: "yes, the 22nd", "8am is fine", "book 5pm anyway"."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from dialogs.understand.lexicon.blanking import blanked
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.replies.assent import assented
from dialogs.understand.understood import Question, Understood

_ASKED: Final = Question("yes_no")
_NOON: Final = 12


def confirms(utterance: str, read: Understood) -> bool:
    """Whether it is a yes with nothing but a time behind it. `read` is what was understood of it."""
    says_more = read.people or read.subject or read.time.duration or read.time.rrule or read.shift or read.longer
    if says_more or not read.when:
        return False
    left = blanked(utterance.lower(), (when.span for when in read.when))
    return assented(" ".join(patterns()["confirming-small"].sub(" ", left).split()), _ASKED) is not None


def insisted_at(utterance: str, choices: int) -> Callable[[datetime], bool] | None:
    """Whether a time is the one that is wanted all the same, by words that say nothing else: "yes, 8am is fine".

    None where they say more, or a number up to `choices`, which may be one of them.
    """
    found = patterns()["insists"].fullmatch(utterance.replace("’", "'"))
    if found is None:
        return None
    if not (found["minute"] or found["half"] or found["day"]) and int(found["hour"]) <= choices:
        return None
    hour, minute, half, day = int(found["hour"]), int(found["minute"] or 0), found["half"], found["day"]

    def is_at(start: datetime) -> bool:
        hours = {hour} if hour > _NOON or (not half and hour == 0) else {hour % _NOON, hour % _NOON + _NOON}
        if half:
            hours = {hour % _NOON + (_NOON if half.lower().startswith("p") else 0)}
        on_day = not day or f"{start:%A}".lower().startswith(day.lower()[:3])
        return on_day and start.hour in hours and start.minute == minute

    return is_at
