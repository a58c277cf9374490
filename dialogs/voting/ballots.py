"""What somebody says of the times of a vote: "Tuesday works for me, not Wednesday", "the second", "none of those".

Pure. What says nothing of any of the times, or does something else, is no vote.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from dialogs.understand import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.telltales import Wary
from dialogs.understand.understood import Kind, When
from dialogs.understand.when.reading import read
from dialogs.voting.poll import Answer, Candidate

_LONGEST: Final = 200
"""Characters."""
_ORDINALS: Final = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "fifth": 5, "5th": 5, "sixth": 6, "6th": 6, "last": -1,
}  # fmt: skip
_EACH: Final = re.compile(r"\s*(?:,|&|\band\b)\s*", re.IGNORECASE)
_PLAIN: Final = re.compile(
    r"(?<![:\d.])([01]?\d|2[0-3])(?:[:.h]([0-5]\d))?(?![:\d]|\s?(?:min|hour|h\b|people|votes))", re.IGNORECASE
)
_HOURS: Final = {"morning": (0, 12), "afternoon": (12, 18), "evening": (17, 24)}


@dataclass(frozen=True)
class Cast:
    """What was said: answers by the ids of the times; `unknown` are the words of a time that is not among them."""

    answers: tuple[tuple[str, Answer], ...] = ()
    unknown: str = ""
    is_unsure: bool = False
    """Nothing but a perhaps, which counts neither way."""
    is_bare: bool = False
    """Times alone, with no word of whether they suit."""


def cast_of(utterance: str, candidates: Sequence[Candidate], now: datetime, zone: ZoneInfo, locale: str) -> Cast | None:
    """The votes in an utterance; None where it is none."""
    text = " ".join(utterance.replace("’", "'").split()).strip()
    text = re.sub(r"\b(\w+day)'s\b(?=\s\w+)", r"\1 is", text)
    # "2 on Thursday" is one time of that day, and not all of them.
    text = _words("bare-hour").sub(r"at \g<hour>", text)
    if not text or len(text) > _LONGEST or text.endswith("?") or _words("otherwise").match(text):
        return None
    context = Context(now.astimezone(zone), zone, locale)
    answers: dict[str, Answer] = {}
    unknown = ""
    spoken_of, unsure = False, False
    before: Answer | None = None
    for part in _parts(text):
        heard = _clause(part, candidates, context, before)
        if heard is None:
            continue
        spoken_of = True
        if _words("unsure").search(part):
            unsure = unsure or bool(heard.answers)
            continue
        answers |= dict(heard.answers)
        unknown = unknown or heard.unknown
        before = heard.answers[0][1] if heard.answers else before
    if not spoken_of:
        return None
    bare = not (_words("yes").search(text) or _words("no").search(text) or _words("all").search(text))
    return Cast(tuple(answers.items()), "" if answers else unknown, is_unsure=unsure and not answers, is_bare=bare)


def meant(words: str, candidates: Sequence[Candidate], now: datetime, zone: ZoneInfo, locale: str) -> frozenset[str]:
    """The ids of the times that some words speak of."""
    return frozenset(_meant(words, candidates, Context(now.astimezone(zone), zone, locale))[0])


def _words(name: str) -> Wary:
    return patterns()[f"vote-{name}"]


def _parts(text: str) -> list[str]:
    """Clauses; "all but Wednesday" is one."""
    if _words("all").search(text) and _words("except").search(text):
        return [text]
    return [part for part in _words("clause").split(text) if part and part.strip()]


def _clause(part: str, candidates: Sequence[Candidate], context: Context, before: Answer | None) -> Cast | None:
    every = {each.id for each in candidates}
    if _words("none").search(part):
        return Cast(tuple((ident, Answer.NO) for ident in sorted(every)))
    if (
        (whole := _words("all").search(part))
        and (spared := _words("except").search(part))
        and spared.start() > whole.start()
    ):
        left, _ = _meant(part[spared.end() :], candidates, context)
        if left:
            no = _negative(part[: spared.start()])
            rest, other = (Answer.NO, Answer.YES) if no else (Answer.YES, Answer.NO)
            return Cast(tuple((each.id, other if each.id in left else rest) for each in candidates))
    them, unknown = _meant(part, candidates, context)
    if not them and whole and not unknown:
        if not (_words("yes").search(part) or _words("no").search(part) or _is_bare(part)):
            return None
        answer = Answer.NO if _negative(part) else Answer.YES
        return Cast(tuple((ident, answer) for ident in sorted(every)))
    answer = Answer.NO if _negative(part) else Answer.YES
    says = bool(_words("yes").search(part) or _words("no").search(part))
    if not them:
        said_so = unknown and (says or before is not None) and _speaks_of_self(part)
        return Cast(unknown=unknown) if said_so else None
    if not says and not _is_bare(part):
        return None
    if _words("only").search(part) and answer is Answer.YES:
        return Cast(tuple((each.id, Answer.YES if each.id in them else Answer.NO) for each in candidates))
    return Cast(tuple((each.id, answer) for each in candidates if each.id in them))


def _negative(part: str) -> bool:
    """Whether it is a refusal; "no problem" and "why not" are none."""
    plain = _words("no-refusal").sub(" ", part)
    return bool(_words("no").search(plain))


def _speaks_of_self(part: str) -> bool:
    return bool(_words("self").search(part))


def _is_bare(part: str) -> bool:
    """Whether hardly anything but times was said."""
    return all(_words("filler").fullmatch(word) for word in re.findall(r"[^\W\d_]+", part))


def _meant(part: str, candidates: Sequence[Candidate], context: Context) -> tuple[set[str], str]:
    """The times that are spoken of, and the words of one that is not among them."""
    found: set[str] = set()
    unknown = ""
    numbered = list(_words("ordinal").finditer(part))
    for hit in numbered:
        number = _ORDINALS.get((hit[1] or "").lower()) or int(hit[2] or 0)
        if number == -1:
            found.add(candidates[-1].id)
        elif 1 <= number <= len(candidates):
            found.add(candidates[number - 1].id)
    left = _words("ordinal").sub(lambda hit: " " * len(hit[0]), part)
    times = [when for when in read(left, context).when if when.kind is not Kind.DURATION and when.start]
    for when in times:
        fits = {each.id for each in candidates if _fits(each, when, context.zone)}
        fits = fits or _in_the_vote(when.text, candidates, context)
        # "Friday and Wednesday afternoon" is all of Friday.
        fits = fits or {ident for each in _EACH.split(when.text) for ident in _in_the_vote(each, candidates, context)}
        found |= fits
        unknown = unknown or ("" if fits else when.text.strip())
    if not times and (part_of_day := _words("part-of-day").search(left)):
        first, last = _HOURS[part_of_day[1].lower()]
        found |= {each.id for each in candidates if first <= each.window.start.astimezone(context.zone).hour < last}
    elif not times and not numbered:
        for hit in _PLAIN.finditer(left):
            hour, minute = int(hit[1]), int(hit[2] or 0)
            found |= {each.id for each in candidates if _at_clock(each, hour, minute, context.zone, exact=bool(hit[2]))}
    return found, unknown


def _in_the_vote(words: str, candidates: Sequence[Candidate], context: Context) -> set[str]:
    """Of a day of the week alone, that day of the vote, which may be weeks away."""
    if not _words("weekday").search(words) or _words("relative").search(words):
        return set()
    found = set()
    for each in candidates:
        at = each.window.start.astimezone(context.zone)
        sunday = at.replace(hour=20, minute=0) - timedelta(days=at.weekday() + 1)
        then = Context(sunday, context.zone, context.locale)
        if any(_fits(each, when, context.zone) for when in read(words, then).when if when.start):
            found.add(each.id)
    return found


def _at_clock(candidate: Candidate, hour: int, minute: int, zone: ZoneInfo, *, exact: bool) -> bool:
    local = candidate.window.start.astimezone(zone)
    hours = {hour, hour + 12} if 1 <= hour <= 11 and not exact else {hour}
    return local.hour in hours and local.minute == minute


def _fits(candidate: Candidate, when: When, zone: ZoneInfo) -> bool:
    """Whether what was said is that time, or its day, or a stretch that holds it."""
    at = candidate.window.start.astimezone(zone)
    for each in (when, *when.alternatives):
        if each.start is None:
            continue
        start = each.start.astimezone(zone)
        if each.end is None:
            is_clock = each.dayless or _words("clock").fullmatch(each.text.strip())
            if at == start or (is_clock and (at.hour, at.minute) == (start.hour, start.minute)):
                return True
        elif each.dayless:
            end = each.end.astimezone(zone)
            if start.time() <= at.time() and (at.time() < end.time() or end.date() > start.date()):
                return True
        elif start <= at < each.end:
            return True
    return False
