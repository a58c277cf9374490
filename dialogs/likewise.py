"""Another event with which the same is to be done: "and the retro too", right after an answer. Pure."""

from dialogs.frame import Frame
from dialogs.understand import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Kind
from dialogs.understand.when.reading import read
from graph.model import Response

_VERBS = {
    Response.ACCEPTED.value: "accept",
    Response.TENTATIVE.value: "tentatively accept",
    Response.DECLINED.value: "decline",
}


def spelt_out(utterance: str, frame: Frame) -> str:
    """ "Accept the retro", where that is what "and the retro too" comes to; else `utterance` as it was."""
    found = patterns()["likewise"].fullmatch(utterance)
    verb = _done_last(frame)
    if found is None or not verb or frame.asked or frame.booking:
        return utterance
    return f"{verb} {found['x'] or found['y']}"


def on_that_day(utterance: str, frame: Frame, context: Context) -> str:
    """ "What do I have that day?", of the day of what is being booked, or the one that was spoken of last.

    Words that name a day themselves mean that.
    """
    found = patterns()["day-spoken-of"].search(utterance)
    if found is None or patterns()["own-day"].fullmatch(utterance):
        # "Later that day" is said of the times that are shown.
        return utterance
    booked = frame.day_at_hand if frame.booking else None
    day = booked.astimezone(context.zone).date() if booked else frame.day
    beside = f"{utterance[: found.start()]} {utterance[found.end() :]}"
    named = (when for when in read(beside, context).when if when.kind not in (Kind.DURATION, Kind.TIME))
    names_one = any(not when.dayless for when in named)
    if day is None or names_one:
        return utterance
    return f"{utterance[: found.start()]}on {day:%-d %B %Y}{utterance[found.end() :]}"


def at_that_time(utterance: str, frame: Frame, context: Context) -> str:
    """ "Is Abdi free then?", of the time to which something is to be moved."""
    found = patterns()["then-spoken-of"].fullmatch(utterance)
    change = frame.open_change
    if found is None or change is None or not change.openings or read(utterance, context).when:
        return utterance
    start = change.openings[-1].window.start.astimezone(context.zone)
    return f"{found['asks']}on {start:%-d %B %Y} at {start:%H:%M}{found['end']}"


def _done_last(frame: Frame) -> str:
    """The verb of what was done last; empty where it is none of these."""
    if frame.undo is None:
        return ""
    if frame.undo.verb == "book_again_offer":
        return "cancel"
    return _VERBS.get(str(frame.undo.data.get("given", "")), "") if frame.undo.verb == "undo_respond" else ""
