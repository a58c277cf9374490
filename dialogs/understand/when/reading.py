"""Read the time expressions of an utterance: cut, reduce by the grammar, give each result its zone."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache, lru_cache
from types import ModuleType
from zoneinfo import ZoneInfo

from dialogs.understand.context import Context
from dialogs.understand.lexicon.blanking import blanked
from dialogs.understand.understood import Kind, When
from dialogs.understand.when import (
    amounts,
    anchors,
    apart,
    bounds,
    clocks,
    courses,
    dates,
    days,
    distances,
    exclusions,
    foreign,
    grammar,
    holidays,
    impossible,
    moments,
    parts,
    periods,
    repeats,
    spans,
    weeks,
)
from dialogs.understand.when.calendar import midnight
from dialogs.understand.when.locale import day_first, language
from dialogs.understand.when.names import without_names
from dialogs.understand.when.tokens import Item, cut
from dialogs.understand.when.values import Clock, Days, Excluded, Length, Moment, Repeat, Scene, Several, Stretch
from dialogs.understand.when.zones import aware

_OWN = frozenset(("en",))
"""Languages with a grammar of ours."""
_WORD = re.compile(r"[^\W\d_]+")
_REMEMBERED = 128
"""Utterances. While one is understood, several ask for its times."""
_BEFORE_VERBS = frozenset(
    ("to", "please", "pls", "you", "we", "i", "and", "then", "can", "just", "also", "let's", ",", ".")
)
_MODULES: tuple[ModuleType, ...] = (
    amounts,
    clocks,
    days,
    dates,
    distances,
    holidays,
    impossible,
    periods,
    moments,
    parts,
    spans,
    bounds,
    exclusions,
    courses,
    repeats,
    weeks,
)


@dataclass(frozen=True)
class Times:
    """Every time expression in the order in which it stands, and where the first one stands that cannot be."""

    when: tuple[When, ...]
    impossible: tuple[int, int] | None = None

    def beside(self, text: str) -> frozenset[str]:
        """The words of `text`, of which these are the times, that belong to none of them; in lower case."""
        return frozenset(_WORD.findall(blanked(text, (when.span for when in self.when)).lower()))


@cache
def grammar_of(name: str) -> grammar.Grammar:
    """The grammar of a language, with every public function of the constructor modules at its service."""
    constructors: dict[str, Callable[..., object]] = {}
    for module in _MODULES:
        for key, value in vars(module).items():
            if callable(value) and getattr(value, "__module__", "") == module.__name__ and not key.startswith("_"):
                constructors[key] = value
    return grammar.load(name, constructors)


def beside_amounts(words: str, locale: str) -> str:
    """Those of `words` that can be part of no amount of time; "" too in a language without a grammar of ours."""
    if (spoken := language(locale)) not in _OWN:
        return ""
    of_amounts = grammar_of(spoken).of_amounts
    return " ".join(item.text for item in _items(words, spoken) if of_amounts.isdisjoint(item.meanings))


def beside_times(words: str, locale: str) -> str:
    """Those of `words` that can be part of no time; "" too where an event may say it, in whose name is any word."""
    if (spoken := language(locale)) not in _OWN or anchors.may_stand(words):
        return ""
    of_times = grammar_of(spoken).keys
    return " ".join(item.text for item in _items(words, spoken) if of_times.isdisjoint(item.meanings))


@lru_cache(_REMEMBERED)
def _items(utterance: str, language: str) -> Sequence[Item]:
    rules = grammar_of(language)
    return cut(utterance, rules.lexicon, rules.typos.meanings)


@lru_cache(_REMEMBERED)
def read(utterance: str, context: Context) -> Times:
    """The time expressions of `utterance`."""
    if (spoken := language(context.locale)) not in _OWN:
        return Times(foreign.read(utterance, context, spoken))
    rules = grammar_of(spoken)
    items = without_names(_items(utterance, spoken), rules, utterance)
    now = context.now.astimezone(context.zone).replace(tzinfo=None)
    words = tuple(i.text for i in items)
    scene = Scene(
        now,
        day_first(context.locale),
        week_start=context.first_weekday,
        zone=context.zone,
        words=words,
        half=_half(words, rules.sets["half-a"], rules.sets["half-p"]),
        sets=rules.sets,
        at_hand=context.at_hand,
        moving=_moves(words, rules.sets["moving"]),
    )
    out: list[When] = []
    bad: tuple[int, int] | None = None
    for item in grammar.reduce(items, rules, scene, utterance):
        if "IMPOSSIBLE" in item.meanings:
            bad = bad or (item.start, item.end)
            continue
        found = _found(item, scene, context.zone, utterance)
        out += found
        if len(found) == 1 and not bad and item.last - item.first > 1:
            said = items[item.first : item.last]
            if impossible.contradicted(found[0], said):
                gone = impossible.of_that_weekday(found[0], said, context.now)
                bad = None if gone else found[0].span
                out[-1] = gone or found[0]
    return Times(apart.of_its_week(utterance, anchors.joined(utterance, tuple(out), spoken)), bad)


def _half(words: Sequence[str], early: frozenset[str], late: frozenset[str]) -> str:
    """The half of the day that is spoken of first."""
    if early.isdisjoint(words) and late.isdisjoint(words):
        return ""
    return next("a" if word in early else "p" for word in words if word in early or word in late)


def _moves(words: tuple[str, ...], verbs: frozenset[str]) -> bool:
    """Whether one of the words says that something is moved."""
    return not verbs.isdisjoint(words) and any(
        not _is_noun(words, at) for at, word in enumerate(words) if word in verbs
    )


def _is_noun(words: tuple[str, ...], at: int) -> bool:
    """ "A night shift" moves nothing."""
    return words[at] == "shift" and at > 0 and words[at - 1] not in _BEFORE_VERBS


def _is_only(scene: Scene) -> bool:
    """Whether "mornings" says which of the days' hours suit, and not that something recurs."""
    suits = not scene.sets["suiting"].isdisjoint(scene.words) or "week" in scene.words
    return suits and scene.sets["recurring"].isdisjoint(scene.words)


def _found(item: Item, scene: Scene, zone: ZoneInfo, text: str) -> list[When]:
    for value in item.meanings.values():
        if isinstance(value, (str, int, tuple)):
            # What a word may count or be called, and no time.
            continue
        several = value.values if isinstance(value, Several) else (value,)
        found = [when for one in several if (when := _when(item, one, scene, zone, text))]
        if found:
            return found
    return []


def _when(item: Item, value: object, scene: Scene, zone: ZoneInfo, text: str) -> When | None:
    said = text[item.start : item.end]
    span = (item.start, item.end)
    match value:
        case Excluded():
            inner = _when(item, value.value, scene, zone, text)
            return replace(inner, excluded=True) if inner else None
        case Length():
            if value.unit == "half":
                return None
            return When(Kind.DURATION, said, span, duration=value.delta)
        case Days():
            one = value.end - value.start == timedelta(days=1)
            return When(
                Kind.DATE if one else Kind.RANGE,
                said,
                span,
                aware(midnight(value.start), zone)[0],
                aware(midnight(value.end), zone)[0],
                value.grain,
                alternatives=tuple(filter(None, (_when(item, o, scene, zone, text) for o in value.others))),
                doubt=value.doubt,
                all_day=value.all_day,
                dayless=value.said == "nothing",
                lasting=value.lasting,
            )
        case Moment():
            start, dst = aware(value.at, zone)
            return When(
                Kind.DATETIME,
                said,
                span,
                start,
                grain="minute",
                alternatives=tuple(filter(None, (_when(item, o, scene, zone, text) for o in value.others))),
                doubt=dst or value.doubt,
                ask=bool(dst),
                zone=value.zone,
            )
        case Clock():
            point = moments.clock_today(scene, value)
            found = _when(item, point, scene, zone, text)
            return replace(found, kind=Kind.TIME) if found else None
        case Stretch():
            start, first = aware(value.start, zone)
            end, second = aware(value.end, zone)
            return When(
                Kind.RANGE,
                said,
                span,
                start,
                end,
                value.grain,
                value.open,
                alternatives=tuple(filter(None, (_when(item, o, scene, zone, text) for o in value.others))),
                doubt=first or second or value.doubt,
                ask=bool(first or second),
                firm=value.firm,
                dayless=value.clock,
                in_day=value.in_day,
                zone=value.zone,
            )
        case Repeat() if (
            value.plural
            and value.part
            and not value.clock
            and scene.sets["recurring"].isdisjoint(scene.words)
            and _is_only(scene)
        ):
            hours = parts.on_day(scene.now.date(), *parts.PARTS[value.part.name])
            return _when(item, replace(hours, clock=True), scene, zone, text)
        case Repeat():
            begins = aware(value.start, zone)[0] if value.start else None
            open_days = "days" if value.per and not value.days else ""
            rule, length = repeats.rfc5545(value), repeats.each_lasts(value)
            within = parts.PARTS[value.part.name] if value.part and not value.clock else None
            return When(Kind.SET, said, span, begins, duration=length, rrule=rule, doubt=open_days, within=within)
    return None
