"""Another event with which the same is to be done: "and the retro too", right after an answer. Pure."""

from dialogs.frame import Frame
from dialogs.understand.patterns import patterns
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


def _done_last(frame: Frame) -> str:
    """The verb of what was done last; empty where it is none of these."""
    if frame.undo is None:
        return ""
    if frame.undo.verb == "book_again_offer":
        return "cancel"
    return _VERBS.get(str(frame.undo.data.get("given", "")), "") if frame.undo.verb == "undo_respond" else ""
