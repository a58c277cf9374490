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

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from itertools import product

from dialogs.understand.when.tokens import Item, number_meanings
from dialogs.understand.when.typos import Typos
from dialogs.understand.when.values import category

Constructor = Callable[..., object]


@dataclass(frozen=True, slots=True)
class _Rule:
    category: str
    names: tuple[str, ...]
    constructor: Constructor | None
    constants: Mapping[str, str]
    rank: int


@dataclass(slots=True)
class _Node:
    children: dict[str, "_Node"] = field(default_factory=dict)
    rules: list[_Rule] = field(default_factory=list)


_Match = tuple[int, _Node, tuple[object, ...]]
"""Where a rule ends (excluded), its place in the tree, and the values on the way there."""


@dataclass(frozen=True)
class Level:
    """One pass of the cascade; `again`: repeated until nothing changes (four times at most)."""

    name: str
    root: _Node
    again: bool


@dataclass(frozen=True)
class Grammar:
    """What a language file says: its words, and its levels in order."""

    lexicon: Mapping[str, Mapping[str, object]]
    levels: tuple[Level, ...]
    typos: Typos
    sets: Mapping[str, frozenset[str]]
    keys: frozenset[str]
    """Every category and word that some rule asks for."""


def _value(text: str) -> object:
    try:
        return int(text)
    except ValueError:
        return text


def _expand(pattern: str, silent: Container[str]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Every sequence of keys that a pattern stands for, each with the argument names of its parts."""
    seen: dict[str, int] = {}
    choices: list[list[tuple[str, str] | None]] = []
    for element in pattern.split():
        optional = element.startswith("(") and len(element) > 1
        options: list[tuple[str, str] | None] = [None] if optional else []
        label, colon, keys = (element[1:-1] if optional else element).rpartition(":")
        for key in keys.split("|") if keys != "|" else keys:
            name = label
            if key.isupper() and not colon and key not in silent:
                seen[key] = seen.get(key, 0) + 1
                name = key.lower() + (str(seen[key]) if seen[key] > 1 else "")
            options.append((key, name))
        choices.append(options)
    for picked in product(*choices):
        kept = [p for p in picked if p]
        yield tuple(k for k, _ in kept), tuple(a for _, a in kept)


def parse(text: str, constructors: Mapping[str, Constructor]) -> Grammar:
    """A grammar from its file. Raises ValueError, with the line, where a constructor is unknown."""
    lexicon: dict[str, dict[str, object]] = {}
    levels: list[Level] = []
    silent: set[str] = set()
    correct: set[str] = set()
    sets: dict[str, frozenset[str]] = {}
    section = ""
    node = _Node()
    for number, full in enumerate(text.splitlines(), 1):
        line = full.partition("# ")[0].rstrip()
        if not line or line == "#":
            continue
        if line.startswith("["):
            section = line.strip("[]")
            if section not in ("words", "sets", "not-typos"):
                name, _, flag = section.partition(" ")
                node = _Node()
                levels.append(Level(name, node, flag == "again"))
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
            _add_rule(node, line, number, constructors, silent)
    return Grammar(lexicon, tuple(levels), Typos(lexicon, correct), sets, frozenset(_keys(levels)))


def _keys(levels: Sequence[Level]) -> Iterator[str]:
    nodes = [level.root for level in levels]
    while nodes:
        node = nodes.pop()
        yield from node.children
        nodes += node.children.values()


def _add_rule(
    root: _Node, line: str, number: int, constructors: Mapping[str, Constructor], silent: Container[str]
) -> None:
    said, _, rest = line.partition(" = ")
    pattern, _, action = rest.rpartition(" : ")
    called, *constants = action.split()
    constructor = None
    if called != "same":
        if called not in constructors:
            raise ValueError(f"line {number}: no constructor {called!r}")
        constructor = constructors[called]
    fixed = {k: v for k, _, v in (c.partition("=") for c in constants)}
    for keys, names in _expand(pattern, silent):
        node = root
        for key in keys:
            node = node.children.setdefault(key, _Node())
        node.rules.append(_Rule(said.strip(), names, constructor, fixed, number))


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
        for key, value in items[at].meanings.items():
            if child := children.get(key):
                _match(items, at + 1, child, (*values, value), out)
    return out


def _apply(rule: _Rule, values: Sequence[object], items: Sequence[Item], scene: object) -> object:
    arguments: dict[str, object] = dict(rule.constants)
    for name, value in zip(rule.names, values, strict=True):
        if name:
            arguments[name] = value
    if rule.constructor is None:
        return next((v for n, v in zip(rule.names, values, strict=True) if n), None)
    return rule.constructor(scene, items, **arguments)


def _pass(items: list[Item], root: _Node, scene: object, text: str) -> tuple[list[Item], set[str]]:
    """The items after one level, and the categories that it made; none where nothing changed."""
    starts = root.children.keys()
    out: list[Item] = []
    made: set[str] = set()
    done = 0
    for at in [n for n, item in enumerate(items) if not starts.isdisjoint(item.meanings)]:
        if at < done:
            continue
        found = _match(items, at, root, (), [])
        if not found:
            continue
        found.sort(key=_reach)
        for end, node, values in found:
            consumed = items[at:end]
            meanings = _meanings(node, values, consumed, scene)
            if meanings is None:
                continue
            first, last = consumed[0], consumed[-1]
            out += items[done:at]
            out.append(
                Item(meanings, first.first, last.last, first.start, last.end, text[first.start : last.end], first.glued)
            )
            made.update(meanings)
            done = end
            break
    return (out + items[done:], made) if made else (items, made)


def _reach(match: _Match) -> int:
    """The longest first."""
    return -match[0]


def _meanings(
    node: _Node, values: Sequence[object], consumed: Sequence[Item], scene: object
) -> Mapping[str, object] | None:
    """What the first rule at `node` that holds makes of the items consumed."""
    for rule in node.rules:
        value = _apply(rule, values, consumed, scene)
        if value is not None:
            return value if isinstance(value, dict) else {category(value, rule.category): value}
    return None


def _live(items: list[Item], keys: frozenset[str]) -> list[Item]:
    """The items without words that no rule asks for; one empty item in their place keeps rules from reaching over."""
    out: list[Item] = []
    for item in items:
        if not keys.isdisjoint(item.meanings):
            out.append(item)
        elif not out or out[-1].meanings:
            out.append(item._replace(meanings={}))
    return out


def reduce(items: list[Item], grammar: Grammar, scene: object, text: str) -> list[Item]:
    """Run the cascade. `scene` is handed to every constructor, with the items consumed and the named values."""
    items = _live(items, grammar.keys)
    present = {key for item in items for key in item.meanings}
    for level in grammar.levels:
        for _ in range(4 if level.again else 1):
            if level.root.children.keys().isdisjoint(present):
                break
            items, made = _pass(items, level.root, scene, text)
            if not made:
                break
            present |= made
    return items
