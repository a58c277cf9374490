"""An event of which is told what becomes of it, and then "it": "the audit isn't happening, take it out of my diary".

So it is with what should be otherwise ("Jonas should be in the audit too"), and with what one wants to have done ("I
need my 10 tomorrow moved to Friday"): a plain change of that event. A table of patterns, and how each is said. Pure.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 250
"""Characters. What is longer tells a story."""
_WAYS: Final = (
    ("asks-whether-could", "could {event} {rest}"),
    ("series-left", "cancel {event}{when}"),
    ("too-early", "propose {when} for {event}"),
    ("off-then-cancel", "cancel {event}{day}{once}{told}"),
    ("unfit-then-move", "move {event}{day} to {time}"),
    ("done-instead", "move {kind}{mate} to {when}{rest}"),
    ("done-otherwise", "move {kind}{mate} {how}{rest}"),
    ("they-cannot-see", "move {event}{day} to {time}"),
    ("should-then-move", "move {event} to {when}"),
    ("not-this-one", "cancel {event} {day}, only this one"),
    ("must-move-to", "move {event} to {when}"),
    ("nobody-for", "move {day}'s {event} to {when}"),
    ("wrong-day", "move {event} to {when}"),
    ("not-day-but", "move {event} to {when}"),
    ("headed-once", "move {day}'s {event} to {time}, only that one"),
    ("day-once", "move {event} to {time}, only that one"),
    ("starts-that-day", "move {event} {own} to {time}"),
    ("starts-now", "move {event} to {time}"),
    ("without-who", "remove {who} from {event}"),
    ("should-come", "add {who} to {event}"),
    ("optional-come", "make {who} optional for {event}"),
    ("long-enough", "make {event} {amount}"),
    ("longer-for", "make {event} {amount}"),
    ("never-through", "extend {event} {more}"),
    ("amount-off", "shorten {event} by {amount}"),
    ("cannot-when-else", "move {event}{day} to another time"),
    ("needs-who-and-room", "add {who} to {event} and put it in {room}"),
    ("needs-more", "extend {event} {more}"),
    ("gives-more", "extend {event} {more}"),
    ("overlaps-then", "{verb} {event} {way}{rest}"),
    ("off-then-tell", "cancel {event}{day} and {told}"),
    ("extra-for", "extend {event} by {amount}"),
    ("lose-part", "shorten {event} by {amount}"),
    ("finishes-early", "shorten {event} by {amount}"),
    ("opens-early", "start {event} {amount} earlier"),
    ("title-should", "rename {event} to {title}"),
    ("agenda-should", "set the agenda of {event}: {text}"),
    ("trade-places", "swap the times of the {one} and the {other}{when}"),
    ("do-in-person", "make {event} an in-person meeting"),
    ("goes-online", "make {event} a Teams meeting"),
    ("made-online", "make {event} a Teams meeting"),
    ("no-room-online", "make {event} a Teams meeting and drop the room"),
    ("lost-room", "find another room for {event}"),
    ("needs-room-and-link", "put {event} in {room} and make it a Teams meeting"),
    ("adds-room-and-link", "put {event} in {room} and make it a Teams meeting"),
    ("all-dial-in", "drop the room of {event} and make it a Teams meeting"),
    ("wont-do-swap", "put {event} in {room}"),
    ("too-small-for", "find {room} for {event}"),
    ("series-over", "end the {event} series from {when}"),
    ("scrapped-and-told", "cancel {event}"),
    ("left-out-of", "decline {event}{why}"),
    ("room-had", "where is {event}?"),
    ("room-onto", "book {room} for {event}"),
    ("room-given", "book {room} for {event}"),
    ("room-needed", "book {room} for {event}"),
    ("room-there", "book {room} for {event}"),
    ("wanted-in", "add {who} to {event}"),
    ("on-hold", "move {event} to {when}"),
    ("called-from-now-on", "{event}"),
    ("moved-beside", "move {event} to right {side} the {other}{rest}"),
    ("both-of-a-kind", "{verb} the {kind}{rest}"),
    ("made-from-to", "change {event} to {clocks}"),
    ("invited-optional", "invite {who} to the meeting as optional"),
)
"""Patterns, and how what they hold is said plainly."""
_EVENTS: Final = ("event", "not", "none", "other")
"""The groups of which one holds what is called off."""
_VERBS: Final = {
    "added": "add", "moved": "move", "pushed": "push", "shifted": "move", "shortened": "shorten", "renamed": "rename",
    "extended": "extend", "cancelled": "cancel", "canceled": "cancel", "removed": "remove", "postponed": "postpone",
    "rescheduled": "reschedule", "dropped": "remove", "deleted": "cancel", "taken": "take", "switched": "switch",
}  # fmt: skip
"""What is to be done with something, as one says that it is to be done."""


def plainly(utterance: str) -> str:
    """The request as others read it; `utterance` itself where it is none of these."""
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    utterance = _verb_first(utterance)
    if length := _length(utterance):
        return length
    for name, way in _WAYS:
        if found := words[name].fullmatch(utterance):
            parts = {part: said or "" for part, said in found.groupdict().items()}
            if event := next(filter(None, (parts.get(part) for part in _EVENTS)), ""):
                parts["event"] = event
            parts["time"] = parts.get("time") or parts.get("when") or "another time"
            parts["room"] = parts.get("room") or parts.get("in") or "a room"
            if parts.get("once"):
                parts["once"] = ", only this one"
            if mate := parts.get("mate") or parts.get("mates"):
                parts["mate"] = f" with {mate}"
            if parts.get("amount", "").isdigit():
                parts["amount"] += " minutes"
            if "more" in parts:
                parts["more"] = _by_more(parts["more"]) or f"to {parts['amount']}"
            if parts.get("told") and "{told}" in way and " and {told}" not in way:
                parts["told"] = f" and {parts['told']}"
            return way.format(**parts).strip()
    return utterance


def _verb_first(utterance: str) -> str:
    """With what is to be done with the event before it, where it is said behind."""
    words = patterns()
    if hurried := words["hurried"].fullmatch(utterance):
        utterance = hurried["said"]
    if found := words["kept-changed"].fullmatch(utterance):
        utterance = f"{found['verb']} {found['event']} {found['rest']}"
    if found := words["named-then-do"].fullmatch(utterance):
        utterance = f"let's do {found['event']} {found['rest']}"
    if found := words["have-done"].fullmatch(utterance):
        utterance = f"{_VERBS[found['done'].lower()]} {found['what']}{found['rest']}"
    return words["made-private"].sub(r"\g<lead> and make it \g<state>", utterance)


def _length(utterance: str) -> str:
    """The request to lengthen or shorten an event without an amount, or at its start; empty where it is neither."""
    words = patterns()
    if found := words["how-long-not"].fullmatch(utterance):
        return f"lengthen {found['event']}" if found["how"] == "longer" else f"shorten {found['event'] or found['cut']}"
    if (found := words["needs-more"].fullmatch(utterance)) and found["front"]:
        return f"start {found['event']} {_by_more(found['more']).removeprefix('by ')} earlier, same end"
    return ""


def _by_more(said: str) -> str:
    """ "Another half" as "by half an hour", "10 min more" as "by 10 min"; empty where it is not said how much more."""
    amount = patterns()["more-than-now"].sub("", said).strip()
    if amount.isdigit():
        amount += " minutes"
    amount = {"half": "half an hour", "hour": "an hour", "half an": "half an hour"}.get(amount.lower(), amount)
    return f"by {amount}" if amount else ""
