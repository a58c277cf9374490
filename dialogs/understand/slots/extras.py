"""What an event is to be besides its time, people and place, said beside them: private, shown as free, a reminder.

"30 minutes with Alex about salaries, private, remind me an hour before": cut out first, since a reminder's amount is
no length and "show me as free" no question. The words are a language's data: `languages/<language>.extras.txt`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.phrasebook import Label, Sentence, phrasebook
from dialogs.understand.lexicon.telltales import Row, index_of
from dialogs.understand.understood import NO_EXTRAS, Extras, Kind
from dialogs.understand.when.reading import read

_LONGEST: Final = 1_000
"""Characters. What is longer tells a story."""


@cache
def _pieces(language: str = "en") -> tuple[Sequence[Sentence], Row]:
    """Labelled kind=value; an agenda first, which goes on to the end, whatever its words are."""
    pieces = phrasebook(f"{language}.extras.txt", flags=re.IGNORECASE).sentences
    ordered = sorted(pieces, key=lambda each: each.label.name != "agenda")
    return ordered, Row([each.pattern for each in ordered], index_of(language))


def cut(utterance: str, context: Context) -> tuple[str, Extras]:
    """The utterance without what it says of these, and what it says."""
    extras, rest = NO_EXTRAS, utterance
    if len(utterance) > _LONGEST:
        return utterance, extras
    pieces, row = _pieces()
    likely = row.worth_a_try(utterance)
    if not likely or not patterns()["extras-trigger"].search(utterance):
        return utterance, extras
    for place in likely:
        label, pattern = pieces[place]
        found = pattern.search(rest)
        if found is None or _asks_for_a_reminder(label, found, rest):
            continue
        if (with_it := _with(extras, label, found, context)) is None:
            continue
        extras = with_it
        kept = found.groupdict().get("keep") or ""
        rest = f"{rest[: found.start()]}{kept or ' '}{rest[found.end() :]}".strip()
    return (rest, extras) if extras != NO_EXTRAS else (utterance, extras)


def _asks_for_a_reminder(piece: Label, found: re.Match[str], said: str) -> bool:
    """ "Remind me 20 minutes before the board meeting" is about an event that exists."""
    return piece.name == "reminder" and is_all(said[: found.start()]) and not is_all(said[found.end() :])


def is_all(rest: str) -> bool:
    """Whether nothing else was said."""
    return patterns()["extras-filler"].fullmatch(rest) is not None


def _with(extras: Extras, piece: Label, found: re.Match[str], context: Context) -> Extras | None:
    """With one thing more; None where it was said already, or is no amount."""
    match piece.name:
        case "reminder" if extras.reminder is None:
            amount = timedelta() if piece.facet == "none" else _amount(found["amount"], context)
            return None if amount is None else replace(extras, reminder=amount, is_unreminded=piece.facet == "none")
        case "privacy" if not extras.privacy:
            return replace(extras, privacy=piece.facet)
        case "show_as" if not extras.show_as:
            return replace(extras, show_as=piece.facet)
        case "importance" if not extras.importance:
            return replace(extras, importance=piece.facet)
        case "category" if not extras.category:
            return replace(extras, category=found["words"])
        case "agenda" if not extras.agenda:
            return replace(extras, agenda=found["words"])
    return None


def _amount(words: str, context: Context) -> timedelta | None:
    plain = context.alone
    lengths = [when.duration for when in read(words.replace("-", " "), plain).when if when.kind is Kind.DURATION]
    return lengths[0] if lengths else None
