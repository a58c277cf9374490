"""What is to be otherwise of a booking on the card, or of the meeting that was made or shown last.

"45 would be better", "Tom can't, so Alex", "it must be after 2": each is said in the one way that the readers know, by
the sentences of `languages/<language>.amends.txt`. Pure.
"""

import re
from collections.abc import Mapping
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.phrasebook import phrasebook
from dialogs.understand.when.reading import read

_LONGEST: Final = 120
"""Characters. What is longer says more than one thing."""
_OFFERS: Final = frozenset(("choice", "time"))
"""Questions that a card with times asks."""
_MAKES: Final = frozenset(("book", "change"))
"""What a yes would do to an event that is to be otherwise."""
_OF_ONE: Final[Mapping[str, str]] = {
    "length": "make it {n} minutes",
    "hour": "make it an hour",
    "enough": "make it {amount}",
    "longer": "{n} minutes longer",
    "swap": "swap {out} for {in}",
    "only": "just {out}",
    "without": "without {out}",
    "optional": "make {out} optional",
    "add": "add {who}",
    "named": "add {who}",
    "listed": "with {who}",
    "other": "add {who}",
    "in": "in {where}",
    "sized": "in the {size} room",
    "smallest": "in the {size} room",
    "day": "make it {day}",
    "look": "make it {day}",
    "any-time": "what else is there on {day}",
    "pushed": "{by} later",
    "pulled": "{by} earlier",
    "often": "make it every {days}",
    "other-day": "another day",
    "at": "at {at}",
    "was": "make it {at}",
    "taken": "{then}",
    "picked": "go with {then}",
    "after": "after {at}",
    "before": "before {then}",
    "not": "not {then}",
    "never": "not on {then}",
    "morning": "in the morning",
    "afternoon": "in the afternoon",
    "late": "in the late afternoon",
    "title": "call it {what}",
    "agenda": "add an agenda: {what}",
    "featured": "add a room with a {feature}",
    "span": "make it {at}",
}
"""How the sentences of a label are said of the one time on a card."""
_OF_SEVERAL: Final[Mapping[str, str]] = {
    **{label: way for label, way in _OF_ONE.items() if label != "at"},
    "absent": "without {out}",
}
"""And of several, of which "4" may be a number, and who cannot come is not kept by the time."""
_OF_EVENT: Final[Mapping[str, str]] = {
    "length": "make it {n} minutes",
    "hour": "make it an hour",
    "enough": "make it {amount}",
    "longer": "make it {n} minutes longer",
    "swap": "swap {out} for {in} in it",
    "without": "remove {out} from it",
    "optional": "make {out} optional in it",
    "add": "add {who} to it",
    "in": "put it in {where}",
    "sized": "put it in the {size} room",
    "needs-room": "add a room to it",
    "day": "move it to {day}",
    "at": "move it to {at}",
    "shift": "move it {by}",
    "other-day": "move it to another day",
    "ends": "make it end at {at}",
    "title": "call it {what}",
    "agenda": "add an agenda: {what}",
    "dropped": "cancel it",
}
"""And of a meeting that there is."""


def plainly(utterance: str, context: Context) -> str:
    """The same correction of what is on the card, plainly; `utterance` itself where nothing of the kind is open."""
    asked = context.question
    if asked is None or not (asked.kind in _OFFERS or _MAKES & asked.acts):
        return utterance
    utterance = with_title(utterance, context)
    given_up = patterns()["gives-up-first"].fullmatch(utterance)
    if given_up and read(given_up["rest"], context).when:
        # "Never mind, Thursday at 3 is fine": what is given up is the time that was asked for.
        utterance = given_up["rest"]
    return _said(utterance, _OF_SEVERAL if len(asked.choices) > 1 else _OF_ONE, context)


def of_event(utterance: str, context: Context) -> str:
    """What is asked for of the meeting at hand, plainly; `utterance` itself where it is nothing of the kind."""
    return _said(utterance, _OF_EVENT, context)


def _said(utterance: str, ways: Mapping[str, str], context: Context) -> str:
    if len(utterance) > _LONGEST:
        return utterance
    for label, sentence in phrasebook("en.amends.txt", flags=re.IGNORECASE).worth_a_try(utterance):
        found = sentence.fullmatch(utterance) if label.name in ways else None
        if found is None:
            continue
        parts = {name: said or "" for name, said in found.groupdict().items()}
        named = (parts.get(name, "") for name in ("who", "in", "out", "not", "where"))
        is_other = bool(parts.get("not")) and (not context.names or _is_there(parts["not"], context))
        if (
            _is_there(parts.get("out", ""), context)
            and not is_other
            and not any(read(each, context).when for each in named)
        ):
            at = next((parts[name] for name in ("at", "since", "from", "then") if parts.get(name)), "")
            return ways[label.name].format(**{**parts, "at": at})
    return utterance


def with_title(utterance: str, context: Context) -> str:
    """ "Great, set it up, ink budget": what is booked so is called by what is said behind."""
    found = patterns()["yes-then-title"].fullmatch(utterance)
    if found is None or _tells_more(found["title"], context):
        return utterance
    return f"{found['yes']}, call it {found['title']}"


def _tells_more(title: str, context: Context) -> bool:
    """Whether the words tell of a time or of somebody, and so are no title."""
    return bool(read(title, context).when) or not context.names.isdisjoint(title.lower().split())


def _is_there(out: str, context: Context) -> bool:
    """Whether those of whom something is said are spoken of; of a meeting that there is of which nobody was, it will
    say itself."""
    if not context.names and (context.question is None or "change" in context.question.acts):
        return True
    return all(word in context.names for word in re.findall(r"[^\W\d_]+", out.lower()))
