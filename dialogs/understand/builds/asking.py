"""Questions and wishes that are known by their whole build: "where is Tom working today", "remind me to call Ana at 4".

The sentences are a language's data: `languages/<language>.asks.txt`, where "?" marks those that words of any topic fit.
Times are shown to them as bars.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.intent.topics import is_elsewhere, names_strange
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.phrasebook import Label, phrasebook
from dialogs.understand.slots import people
from dialogs.understand.understood import Intent, PersonMention, Role, TimeConstraint, Understood, When
from dialogs.understand.when.reading import read

_LONGEST: Final = 200
"""Characters. What is longer asks more than one thing."""
_TEXTS: Final = ("task", "about")
_FREE_TEXT: Final = frozenset(("subject", "note"))
"""What is said in answer to these is taken as it stands."""

_OF_LISTED: Final = frozenset((Intent.EVENT_DETAILS, Intent.JOIN, Intent.SET_REMINDER))
_PLACES: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "last": -1}
_PLACE: Final = re.compile(
    rf"(?<!\bon )(?<!day is )(?<!date is )\bthe (?P<nth>{'|'.join(_PLACES)})(?: (?:one|meeting|event))?"
    r"(?= about\b| start| in the list|[ ?.!]*$)"
)

_DAY: Final = timedelta(hours=20)
"""What is shorter is a part of a day."""

Reader = Callable[[str, Context], Understood]
Span = tuple[int, int]


def asked(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """What a sentence of a known build asks, or None. `understood` reads what is not in the build, such as the time."""
    if len(utterance) > _LONGEST or (context.question and context.question.kind in _FREE_TEXT):
        return None
    place = _PLACE.search(utterance.lower())
    times = [when.span for when in read(utterance, context).when if not _is_within(when, place)]
    shown = _masked(utterance, times)
    for label, pattern in phrasebook("en.asks.txt", "{lead}", "{tail}").worth_a_try(shown):
        if (found := pattern.fullmatch(shown)) and (said := _said(utterance, found)) is not None:
            names, where, task = said
            rest = understood(utterance, context)
            strange_words = names_strange(shown)
            if ("?" in label.marks or strange_words) and is_elsewhere(rest, strange_words=strange_words):
                return None
            if place and label.intent in _OF_LISTED:
                rest = _by_place(rest, place)
            asks = _at_a_moment(label, rest, shown, context)
            if asks.intent is Intent.CHECK_AVAILABILITY and rest.time.duration is None:
                rest = replace(rest, time=replace(rest.time, duration=_free_hour(shown)))
            return replace(
                rest,
                intent=asks.intent,
                facet=asks.facet,
                confidence=0.97,
                people=names or rest.people,
                location=where or rest.location,
                subject=_without(times, task, utterance) if task else _besides(names, rest.subject),
                certain=False,
            )
    return None


def _at_a_moment(label: Label, said: Understood, shown: str, context: Context) -> Label:
    """ "Is Ana around tomorrow afternoon?" asks whether she is free; without a time of day, where she works."""
    asks = (
        label.intent is Intent.LOOKUP_PERSON and label.facet == "working" and patterns()["asking-around"].search(shown)
    )
    if not asks:
        return label
    at = said.time.exact
    part = any(each.start and each.end and timedelta() < each.end - each.start < _DAY for each in said.time.slots)
    if not (at > context.now if at else part):
        return label
    return Label(Intent.CHECK_AVAILABILITY, "", "")


def _free_hour(shown: str) -> timedelta | None:
    """How long "a free hour" is, which is no time of day."""
    found = patterns()["asking-hour"].search(shown)
    return timedelta(minutes=30 if found["half"] else 60) if found else None


def _besides(names: tuple[PersonMention, ...], subject: str) -> str:
    """The subject, unless it is made of those who are named."""
    return "" if any(each.text in subject for each in names) else subject


def _by_place(said: Understood, place: re.Match[str]) -> Understood:
    """The second of a list is no day of the month: "how long is the second?"."""
    left = tuple(when for when in said.when if not _is_within(when, place))
    time = said.time if left else TimeConstraint()
    return replace(said, choice=_PLACES[place["nth"]], when=left, time=time, subject="")


def _is_within(when: When, place: re.Match[str] | None) -> bool:
    return place is not None and place.start() <= when.span[0] < place.end()


def _said(utterance: str, found: re.Match[str]) -> tuple[tuple[PersonMention, ...], str, Span | None] | None:
    """Whom, which place and which task the sentence names; None where somebody named can be nobody's name."""
    groups = found.re.groupindex
    names: list[PersonMention] = []
    for group in ("who", "or"):
        if group in groups and found[group] is not None:
            named = _who(utterance, found.span(group))
            if not named:
                return None
            names += named
    place = found["place"].strip() if "place" in groups and found["place"] else ""
    start, end = found.span("place") if place else (0, 0)
    task = next((found.span(name) for name in _TEXTS if name in groups and found[name]), None)
    return tuple(names), utterance[start:end].strip(), task


def _who(utterance: str, span: Span) -> tuple[PersonMention, ...]:
    start, end = span
    said = re.sub(r"(?:['’]s|['’])?\s*$", "", utterance[start:end])
    # Whether the speaker is free as well is asked in any case.
    said = patterns()["and-me"].sub("", said)
    if (pronoun := said.lower()) in _PRONOUNS:
        return (PersonMention(pronoun, (start, start + len(said)), kind="pronoun"),)
    if pronoun in _SPEAKER:
        return (PersonMention(pronoun, (start, start + len(said)), kind="me"),)
    return people.only(utterance, (start, start + len(said)), Role.REQUIRED)


_SPEAKER: Final = frozenset(("i", "me", "my", "mine"))
_PRONOUNS: Final = frozenset(("he", "she", "him", "her", "his", "they", "them", "their", "hers", "theirs"))


def _without(times: list[Span], task: Span, utterance: str) -> str:
    """The task alone, however the time stands in it."""
    start, end = task
    kept = "".join(
        " " if any(first <= place < last for first, last in times) else utterance[place] for place in range(start, end)
    )
    kept = " ".join(kept.split())
    return patterns()["asking-loose"].sub("", kept.strip(" .,!?:-")).strip(" .,!?:-")


def _masked(utterance: str, times: list[Span]) -> str:
    letters = list(utterance.lower().replace("’", "'"))
    if len(letters) != len(utterance):
        letters = list(utterance)
    for start, end in times:
        letters[start:end] = "|" * (end - start)
    return "".join(letters)
