"""A line about an answer: by which event its time was reckoned, a day that has none, what a time is elsewhere."""

from dataclasses import replace
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from dialogs.asker import Asker
from dialogs.cards.elements import under, verbatim
from dialogs.frame import Frame
from dialogs.referents import upcoming
from dialogs.turn import Reply
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood
from graph.errors import GraphError

_OF_DAYS: Final = frozenset((Intent.CANCEL, Intent.DECLINE, Intent.ACCEPT, Intent.TENTATIVE, Intent.RESCHEDULE))
_A_DAY: Final = timedelta(hours=25)
"""The longest that a day is, when clocks change."""


def remarked(answer: tuple[Frame, Reply], words: str) -> tuple[Frame, Reply]:
    """The answer of a job with a line under its heading, or before its words."""
    frame, reply = answer
    if not words:
        return answer
    if reply.card is None:
        return frame, replace(reply, text=f"{words}. {reply.text}") if reply.text else reply
    first, *rest = reply.card["body"]
    line = under(verbatim(words))
    body = [first, line, *rest] if first.get("type") == "TextBlock" else [line, first, *rest]
    return frame, replace(reply, card={**reply.card, "body": body})


def of_zone(said: Understood, asker: Asker) -> str:
    """What the time that was said in another zone is here; empty where none was, or where clocks agree."""
    time = said.time
    at = time.exact or next((slot.start for slot in time.slots if slot.start), None)
    if not time.zone or at is None:
        return ""
    reader, words = asker.reader, next((when.text for when in said.when if when.zone), "")
    if not words or at.astimezone(ZoneInfo(time.zone)).utcoffset() == at.astimezone(asker.zone).utcoffset():
        return ""
    here = reader.clock(at) if time.clock else f"{reader.day(at)}, {reader.clock(at)}"
    return reader.say("zone-said", said=words.strip(), here=here, city=reader.city())


def of_unheard(said: Understood, reply: Reply, asker: Asker) -> str:
    """What was asked of an event besides, and not understood; empty where nothing was."""
    if not said.unheard or reply.dialog not in ("change", "propose", "questions"):
        return ""
    return asker.reader.say("change-unheard", words="”, “".join(said.unheard))


def of_title(reply: Reply, before: Frame, after: Frame, asker: Asker) -> str:
    """What a room is booked under that somebody takes for themselves, where they said no title for it: told once."""
    booking = after.booking
    if (
        before.booking
        or booking is None
        or reply.outcome != "proposed"
        or booking.subject
        or booking.guests
        or not booking.room
    ):
        return ""
    if reply.dialog != "book" and patterns()["only-asks"].search(asker.turn.utterance):
        # Whoever only asks which rooms are free may book none.
        return ""
    return asker.reader.say("subject-alone-told")


def of_day(reply: Reply, after: Frame, asker: Asker) -> str:
    """Yes or no above what is in the calendar, to "do I have anything on Friday?", "is my morning clear?"."""
    if (reply.dialog, reply.outcome) != ("agenda", "listed"):
        return ""
    found = patterns()["whether-day"].fullmatch(asker.turn.utterance)
    if found is None:
        return ""
    return asker.reader.say("day-taken-yes" if bool(after.listed) is not bool(found["free"]) else "day-taken-no")


async def of_bare_days(said: Understood, after: Frame, reply: Reply, asker: Asker) -> str:
    """Those of several days that were named on which there is nothing of what is shown; empty where all have some.

    "Cancel the stand-up on Tuesday and Saturday", which is held on no Saturday.
    """
    slots = [slot for slot in (said.event or said).time.slots if slot.start and slot.end]
    days = [slot for slot in slots if slot.start and slot.end and slot.end - slot.start <= _A_DAY]
    shown = {*after.listed, *(line.event_id for line in after.batch.lines)} if after.batch else {*after.listed}
    if said.intent not in _OF_DAYS or len(days) < 2 or len(days) < len(slots) or not (reply.card and shown):
        return ""
    try:
        ahead = [event for event in await upcoming.occurrences(asker) if not event.is_cancelled]
    except GraphError:
        return ""
    meant = [event for event in ahead if event.id in shown]
    alike = {each.series_id or each.subject for each in meant}
    starts = [event.start for event in ahead if (event.series_id or event.subject) in alike]
    last = asker.now + upcoming.SOON
    bare = [
        day.start
        for day in days
        if day.start and day.end and day.end < last and not any(day.start <= start < day.end for start in starts)
    ]
    names = asker.reader.names([asker.reader.day(day) for day in bare])
    return asker.reader.say("none-on-days", days=names) if bare and meant and len(bare) < len(days) else ""
