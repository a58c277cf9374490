"""Read a language's grammar file, and reduce tokens with it.

A grammar is a cascade: each level goes over the items once, from left to right, takes the longest rule that fits at
each place and puts one item in place of those it consumed. No level looks back, so reading is linear in length.

    [words]
    MONTH 3: march mar          a category, its value, the words that mean it
    TO: to till                 a category without a value: matched, but not handed to constructors
    [sets]                      words that constructors look for around what they read
    [not-typos]                 words that are near to one of the lexicon, and are meant as they stand
    [days]                      a level
    DAY = (the) ORDINAL (of) MONTH : calendar_day
                                upper case: a category; lower case: the word itself; (optional); a|b: either;
                                after the colon: the constructor, which gets the values of the categories by name
                                (a second one of a kind as name2; a:HOUR|CLOCK names it a), and constants as name=value
"""

import functools
import operator
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from itertools import chain
from typing import NamedTuple, TypeVar

from dialogs.understand.when.tokens import Item, number_meanings
from dialogs.understand.when.typos import Typos
from dialogs.understand.when.values import category
from dialogs.understand.when.zones import places

Constructor = Callable[..., object]


class _Element(NamedTuple):
    """A part of a pattern: the keys that may stand there, each with the argument name of what it is; may be missing."""

    options: tuple[tuple[str, str], ...]
    is_optional: bool


class _Rule(NamedTuple):
    category: str
    constructor: Constructor | None
    constants: Mapping[str, str]
    elements: tuple[_Element, ...]
    needed: int
    """How many elements there are up to the last one that may not be missing."""


class _Ending(NamedTuple):
    rule: _Rule
    names: tuple[str, ...]
    """The argument names of what was read on the way, "" for none."""


_State = tuple[_Rule, int, tuple[str, ...]]
"""How far a rule was read: the number of elements, and the argument names of what was read."""


class _Node:
    """A place in the tree of a level's rules. It branches when something comes there: few of ten thousand places do."""

    def __init__(self, states: Sequence[_State]) -> None:
        self._states = states

    @cached_property
    def rules(self) -> Sequence[_Ending]:
        """Those that may end here, in the order of the file."""
        return [_Ending(rule, names) for rule, at, names in self._states if at >= rule.needed]

    @cached_property
    def children(self) -> Mapping[str, "_Node"]:
        """Where each key leads that may come next."""
        states: dict[str, list[_State]] = {}
        for rule, at, names in self._states:
            for following, key, name in _steps(rule.elements, at):
                states.setdefault(key, []).append((rule, following, (*names, name)))
        return {key: _Node(of) for key, of in states.items()}


def _steps(elements: Sequence[_Element], at: int) -> Iterator[tuple[int, str, str]]:
    """What may be read next, and how many elements are read then; what may be missing is missing first."""
    if at < len(elements):
        if elements[at].is_optional:
            yield from _steps(elements, at + 1)
        for key, name in elements[at].options:
            yield at + 1, key, name


_Match = tuple[int, _Node, tuple[object, ...]]
"""Where a rule ends (excluded), its place in the tree, and the values on the way there."""
_Made = tuple[int, int, Item]
"""The stretch that a rule consumed (end excluded), and what it made of it."""
_One = TypeVar("_One", Item, int)
_NOTHING = Item({}, 0, 0, 0, 0, "")
"""What stands in place of words that no rule asks for."""
_REMEMBERED = 4096
"""Pairs of what two items may be."""


@dataclass(frozen=True)
class Level:
    """One pass of the cascade; `again`: repeated until nothing changes (four times at most)."""

    name: str
    rules: Sequence[_Rule]
    again: bool

    @cached_property
    def root(self) -> _Node:
        """Where all of its rules begin."""
        return _Node([(rule, 0, ()) for rule in self.rules])


@dataclass(frozen=True)
class Grammar:
    """What a language file says: its words, and its levels in order."""

    lexicon: Mapping[str, Mapping[str, object]]
    levels: tuple[Level, ...]
    typos: Typos
    sets: Mapping[str, frozenset[str]]
    keys: frozenset[str]
    """Every category and word that some rule asks for."""

    @cached_property
    def begins(self) -> Callable[[tuple[str, ...], tuple[str, ...]], int]:
        """In which levels a rule may begin with one of these keys and go on with one of those, or need no more.

        As bits. Nearly all that is tried in vain is left untried by it.
        """
        return lru_cache(_REMEMBERED)(self._begins)

    def _begins(self, keys: tuple[str, ...], following: tuple[str, ...]) -> int:
        bits = 0
        for number, place in chain.from_iterable(self._places.get(key, ()) for key in keys):
            if place.rules or not place.children.keys().isdisjoint(following):
                bits |= 1 << number
        return bits

    @cached_property
    def _places(self) -> Mapping[str, Sequence[tuple[int, _Node]]]:
        """Where each key leads at the beginning of a rule, with the number of its level."""
        places: dict[str, list[tuple[int, _Node]]] = {}
        for number, level in enumerate(self.levels):
            for key, place in level.root.children.items():
                places.setdefault(key, []).append((number, place))
        return places

    @cached_property
    def of_amounts(self) -> frozenset[str]:
        """Every category and word of which an amount of time (LENGTH) is made, and of which those are made."""
        rules = [rule for level in self.levels for rule in level.rules]
        found: set[str] = set()
        new = {"LENGTH"}
        while new:
            found |= new
            made = (rule for rule in rules if rule.category in new)
            new = {key for rule in made for element in rule.elements for key, _ in element.options} - found
        return frozenset(found)


def _value(text: str) -> object:
    try:
        return int(text)
    except ValueError:
        return text


def _elements(pattern: str, silent: Container[str]) -> Iterator[_Element]:
    """The parts of a pattern."""
    seen: dict[str, int] = {}
    for element in pattern.split():
        is_optional = element.startswith("(") and len(element) > 1
        options: list[tuple[str, str]] = []
        label, colon, keys = (element[1:-1] if is_optional else element).rpartition(":")
        for key in keys.split("|") if keys != "|" else keys:
            name = label
            if key.isupper() and not colon and key not in silent:
                seen[key] = seen.get(key, 0) + 1
                name = key.lower() + (str(seen[key]) if seen[key] > 1 else "")
            options.append((key, name))
        yield _Element(tuple(options), is_optional)


def parse(text: str, constructors: Mapping[str, Constructor]) -> Grammar:
    """A grammar from its file. Raises ValueError, with the line, where a constructor is unknown."""
    lexicon: dict[str, dict[str, object]] = {}
    levels: list[Level] = []
    silent: set[str] = set()
    correct: set[str] = set()
    sets: dict[str, frozenset[str]] = {}
    rules: list[_Rule] = []
    section = ""
    for number, full in enumerate(text.splitlines(), 1):
        line = full.partition("# ")[0].rstrip()
        if not line or line == "#":
            continue
        if line.startswith("["):
            section = line.strip("[]")
            if section not in ("words", "sets", "not-typos"):
                name, _, flag = section.partition(" ")
                rules = []
                levels.append(Level(name, rules, flag == "again"))
        elif section == "words":
            head, _, words = line.partition(": ")
            kind, _, value = head.partition(" ")
            if not value:
                silent.add(kind)
            for word in words.split():
                entry = lexicon.setdefault(word, {word: word})
                entry[kind] = _value(value)
                if kind == "NUMBER":
                    entry.update(number_meanings(int(value)))
        elif section == "sets":
            name, _, words = line.partition(": ")
            sets[name] = frozenset(words.split())
        elif section == "not-typos":
            correct.update(line.split())
        else:
            rules.append(_rule(line, number, constructors, silent))
    for place, zone in places().items():
        lexicon.setdefault(place, {place: place}).setdefault("CITY", zone)
    keys = _keys(levels)
    asked = {word: {key: value for key, value in entry.items() if key in keys} for word, entry in lexicon.items()}
    return Grammar(asked, tuple(levels), Typos(asked, correct), sets, keys)


def _keys(levels: Sequence[Level]) -> frozenset[str]:
    elements = (element for level in levels for rule in level.rules for element in rule.elements)
    return frozenset(key for element in elements for key, _ in element.options)


def _rule(line: str, number: int, constructors: Mapping[str, Constructor], silent: Container[str]) -> _Rule:
    said, _, rest = line.partition(" = ")
    pattern, _, action = rest.rpartition(" : ")
    called, *constants = action.split()
    constructor = None
    if called != "same":
        if called not in constructors:
            raise ValueError(f"line {number}: no constructor {called!r}")
        constructor = constructors[called]
    fixed = {k: v for k, _, v in (c.partition("=") for c in constants)}
    elements = tuple(_elements(pattern, silent))
    needed = max((at for at, element in enumerate(elements, 1) if not element.is_optional), default=0)
    return _Rule(said.strip(), constructor, fixed, elements, needed)


def load(language: str, constructors: Mapping[str, Constructor]) -> Grammar:
    """The packaged grammar of a language ("en"). Raises FileNotFoundError where we have none."""
    path = resources.files("dialogs.understand.when") / "languages" / f"{language}.txt"
    return parse(path.read_text(encoding="utf-8"), constructors)


def _match(items: Sequence[Item], at: int, node: _Node, values: tuple[object, ...], out: list[_Match]) -> list[_Match]:
    """Add to `out` every rule end reachable from `at`, with the values on the way there."""
    if node.rules:
        out.append((at, node, values))
    if at < len(items):
        children = node.children
        following = items[at + 1].meanings if at + 1 < len(items) else None
        for key, value in items[at].meanings.items():
            if child := children.get(key):
                if following is not None and not child.children.keys().isdisjoint(following):
                    _match(items, at + 1, child, (*values, value), out)
                elif child.rules:
                    out.append((at + 1, child, (*values, value)))
    return out


def _apply(ending: _Ending, values: Sequence[object], items: Sequence[Item], scene: object) -> object:
    rule, names = ending
    if rule.constructor is None:
        return next((v for n, v in zip(names, values, strict=True) if n), None)
    arguments: dict[str, object] = dict(rule.constants)
    for name, value in zip(names, values, strict=True):
        if name:
            arguments[name] = value
    return rule.constructor(scene, items, **arguments)


def _pass(items: list[Item], begins: Sequence[int], root: _Node, scene: object, text: str) -> list[_Made]:
    """What the rules of one level make, in order; `begins` are the places at which one may begin."""
    made: list[_Made] = []
    done = 0
    for at in begins:
        if at < done:
            continue
        found = _match(items, at, root, (), [])
        if len(found) > 1:
            found.sort(key=_reach)
        for end, node, values in found:
            consumed = items[at:end]
            meanings = _meanings(node, values, consumed, scene)
            if meanings is None:
                continue
            first, last = consumed[0], consumed[-1]
            item = Item(
                meanings, first.first, last.last, first.start, last.end, text[first.start : last.end], first.glued
            )
            made.append((at, end, item))
            done = end
            break
    return made


def _reach(match: _Match) -> int:
    """The longest first."""
    return -match[0]


def _meanings(
    node: _Node, values: Sequence[object], consumed: Sequence[Item], scene: object
) -> Mapping[str, object] | None:
    """What the first rule at `node` that holds makes of the items consumed."""
    for ending in node.rules:
        value = _apply(ending, values, consumed, scene)
        if value is not None:
            return value if isinstance(value, dict) else {category(value, ending.rule.category): value}
    return None


def _live(items: list[Item], keys: frozenset[str]) -> list[Item]:
    """The items without words that no rule asks for; one empty item in their place keeps rules from reaching over."""
    out: list[Item] = []
    for item in items:
        if not keys.isdisjoint(item.meanings):
            out.append(item)
        elif not out or out[-1] is not _NOTHING:
            out.append(_NOTHING)
    return out


def reduce(items: list[Item], grammar: Grammar, scene: object, text: str) -> list[Item]:
    """Run the cascade. `scene` is handed to every constructor, with the items consumed and the named values."""
    items = _live(items, grammar.keys)
    keys = [tuple(item.meanings) for item in items]
    bits = list(map(grammar.begins, keys, [*keys[1:], ()]))
    begun = _any(bits)
    for number, level in enumerate(grammar.levels):
        bit = 1 << number
        if not begun & bit:
            continue
        for _ in range(4 if level.again else 1):
            begins = [at for at, levels in enumerate(bits) if levels & bit]
            made = _pass(items, begins, level.root, scene, text) if begins else []
            if not made:
                break
            items = _spliced(items, made)
            bits = _spliced(bits, [(at, end, 0) for at, end, _ in made])
            for at in _changed(made):
                bits[at] = _begun(items, at, grammar)
            begun = _any(bits)
    return items


def _begun(items: Sequence[Item], at: int, grammar: Grammar) -> int:
    """In which levels a rule may begin at this item, as bits."""
    return grammar.begins(tuple(items[at].meanings), tuple(items[at + 1].meanings) if at + 1 < len(items) else ())


def _changed(made: Iterable[_Made]) -> Iterator[int]:
    """Where what was made stands now, and each place before, which has another one behind it."""
    gone = 0
    for at, end, _ in made:
        if at > gone:
            yield at - gone - 1
        yield at - gone
        gone += end - at - 1


def _any(levels: Iterable[int]) -> int:
    """The levels in which a rule may begin at some item, as bits."""
    return functools.reduce(operator.or_, levels, 0)


def _spliced(old: list[_One], made: Sequence[tuple[int, int, _One]]) -> list[_One]:
    """`old` with each stretch (end excluded) replaced by one."""
    out: list[_One] = []
    done = 0
    for at, end, one in made:
        out += old[done:at]
        out.append(one)
        done = end
    return out + old[done:]
