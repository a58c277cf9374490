"""Which one of the meetings that were listed the words speak of: "the second one", "my 10am", "the one with Ana".

Ana: what's on tomorrow?
Bot: 10:00 Roadmap · 14:00 Payroll
Ana: find the first one a room with a screen
Bot: Change “Roadmap”? …

What is wanted of one that is told so is wanted of "that meeting", with that one alone at hand.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from typing import Final

from dialogs.asker import asker_of
from dialogs.frame import Frame
from dialogs.people.names import folded
from dialogs.referents import titled, upcoming, which
from dialogs.turn import Turn
from dialogs.understand import Context, understand
from dialogs.understand.intent.features import classes
from dialogs.understand.lexicon.patterns import patterns
from graph.client import GraphClient
from graph.errors import GraphError
from graph.model import Event

_IT: Final = "that meeting"
_SEVERAL: Final = 2
_PLACES: Final = {
    **{"first": 0, "1st": 0, "earliest": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3},
    **{"fifth": 4, "5th": 4, "last": -1, "final": -1, "latest": -1},
}


async def told_apart(turn: Turn, frame: Frame, graph: GraphClient) -> tuple[str, Frame]:
    """The words with "that meeting" for the one row that they speak of, and the frame with it alone at hand.

    As they were, where they speak of none, of several, or of something else than the list.
    """
    words, rows = turn.utterance, frame.listed if len(frame.listed) >= _SEVERAL else frame.rows
    if len(frame.listed) == 1 and not patterns()["row-moves"].match(words):
        words = patterns()["row-at-hand"].sub(rf"\g<lead>{_IT}", words)
        if beside := patterns()["put-beside-row"].fullmatch(words):
            words = f"{beside['lead']}{_IT}{beside['rest']}"
    if len(rows) < _SEVERAL or not _is_at_rest(frame):
        return words, frame
    if len(frame.listed) == _SEVERAL:
        words = patterns()["all-of-both"].sub(r"\g<verb>all of them", words)
    phrases = list(patterns()["row-phrase"].finditer(words))
    if len(phrases) != 1:
        return words, frame
    [phrase] = phrases
    if patterns()["kept-row"].fullmatch(f"{words[: phrase.start()]}_{words[phrase.end() :]}"):
        # "The second one" alone, or "yes to the first, no to the rest", is heard as the list itself is.
        return words, frame
    if phrase["nth"]:
        place = _PLACES[phrase["nth"].lower()]
        return _of(rows[place], phrase, words, frame, rows) if place < len(rows) else (words, frame)
    if frame.principal or not (phrase["clock"] or phrase["word"] or phrase["beside"]):
        return words, frame
    try:
        known, asker = await asker_of(turn, frame, graph)
        listed = [event for event in await upcoming.occurrences(asker) if event.id in rows]
    except GraphError:
        return words, frame
    context = Context(asker.now, asker.zone, turn.locale)
    found = _meant(phrase[0], listed, context)
    return _of(found[0].id, phrase, words, known, rows) if len(found) == 1 else (words, known)


async def with_article(words: str, turn: Turn, frame: Frame, graph: GraphClient) -> str:
    """ "Start roadmap at 9:30" with "the roadmap meeting", where there is one that is called so and nothing is open.

    People leave the article out before a title, and then it reads like what is to be booked.
    """
    if not _is_at_rest(frame):
        return words
    leads = patterns()["bare-title-lead"].search(words)
    if leads is None:
        return words
    try:
        _, asker = await asker_of(turn, frame, graph)
        ahead = [event for event in await upcoming.occurrences(asker) if not event.is_cancelled]
    except GraphError:
        return words
    found = titled.find(words, ahead)
    if found is None or not found.is_whole or _is_meal(found.title):
        return words
    before, title, behind = words[: found.span[0]], words[slice(*found.span)], words[found.span[1] :]
    tells = patterns()["bare-title-behind"].search(before) or (
        patterns()["bare-title-between"].search(before) and patterns()["bare-title-then"].match(behind)
    )
    return f"{before}the {title} meeting{behind}" if tells else words


def _is_at_rest(frame: Frame) -> bool:
    """Whether nothing is open that the words may be said to, and no mail is what was shown."""
    return not (frame.asked or frame.booking or frame.open_change or frame.has_mail)


def _is_meal(title: str) -> bool:
    """ "Do lunch at 1 instead" is of any lunch."""
    return any(classes().get(word) == "MEAL" for word in folded(title).split())


def _of(ident: str, phrase: re.Match[str], words: str, frame: Frame, rows: tuple[str, ...]) -> tuple[str, Frame]:
    return f"{words[: phrase.start()]}{_IT}{words[phrase.end() :]}", replace(frame, listed=(ident,), rows=rows)


def _meant(phrase: str, listed: Sequence[Event], context: Context) -> Sequence[Event]:
    """Those of the events that the phrase describes, said on the day that they are of."""
    days = {event.start.date() for event in listed}
    if len(days) == 1:
        context = replace(context, now=max(context.now, listed[0].start.combine(min(days), time(), context.zone)))
    said = understand(f"cancel {phrase}", context)
    return which.meant(said, listed, Frame()) if which.is_described(said) else ()
