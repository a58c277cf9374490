"""The grammar engine and the language files."""

import inspect
from datetime import datetime

import pytest

from dialogs.understand.when import grammar, reading
from dialogs.understand.when.tokens import cut
from dialogs.understand.when.values import Scene


def add(scene: Scene, items: object, number: int, number2: int = 0) -> int:
    """A constructor for the tests."""
    return number + number2


def reduce(text: str, rules: str) -> list[object]:
    """What `rules` make of `text`: the value of each item that is a SUM."""
    parsed = grammar.parse(rules, {"add": add})
    items = cut(text, parsed.lexicon, parsed.typos.meanings)
    scene = Scene(datetime(2026, 11, 18))
    return [i.meanings["SUM"] for i in grammar.reduce(items, parsed, scene, text) if "SUM" in i.meanings]


def test_the_longest_rule_wins() -> None:
    """Of two rules that fit at a place, the one that consumes more."""
    assert reduce("1 plus 2", "[sums]\nSUM = NUMBER : add\nSUM = NUMBER plus NUMBER : add") == [3]


def test_optional_words_and_alternatives() -> None:
    """(word) may be missing, a|b is either."""
    rules = "[sums]\nSUM = (the) NUMBER plus|and NUMBER : add"
    assert reduce("the 1 and 2", rules) == [3]
    assert reduce("1 plus 2", rules) == [3]


def test_a_word_between_keeps_rules_apart() -> None:
    """No rule reaches over a word that it does not name."""
    assert reduce("1 banana plus 2", "[sums]\nSUM = NUMBER plus NUMBER : add") == []


def test_levels_build_on_each_other() -> None:
    """A level sees what the one before it made; `again` repeats it until nothing changes."""
    rules = "[sums]\nSUM = NUMBER : add\n[chains again]\nSUM = number:SUM plus number2:SUM : add"
    assert reduce("1 plus 2 plus 3", rules) == [6]


def test_the_lexicon_gives_words_a_category() -> None:
    """A word of the file stands for its value."""
    assert reduce("uno plus dos", "[words]\nNUMBER 1: uno\nNUMBER 2: dos\n[sums]\nSUM = NUMBER plus NUMBER : add") == [
        3
    ]


def test_an_unknown_constructor_names_the_line() -> None:
    """Whoever extends a language learns where the mistake is."""
    with pytest.raises(ValueError, match=r"line 2: no constructor 'subtract'"):
        grammar.parse("[sums]\nSUM = NUMBER : subtract", {"add": add})


def rules_of(level: grammar.Level) -> list[tuple[grammar.Constructor, set[str]]]:
    """Every constructor that a level calls, with the arguments that it gets."""
    found = []
    nodes = [level.root]
    while nodes:
        node = nodes.pop()
        nodes += node.children.values()
        for rule, names in node.rules:
            if rule.constructor is not None:
                found.append((rule.constructor, {n for n in names if n} | set(rule.constants)))
    return found


def test_every_rule_of_english_fits_its_constructor() -> None:
    """No rule hands over an argument that is not taken, or lacks one that is needed."""
    for level in reading.grammar_of("en").levels:
        for constructor, arguments in rules_of(level):
            parameters = list(inspect.signature(constructor).parameters.values())[2:]
            takes_all = any(p.kind is p.VAR_KEYWORD for p in parameters)
            needed = {p.name for p in parameters if p.default is p.empty and p.kind is not p.VAR_KEYWORD}
            name = f"{level.name}: {getattr(constructor, '__name__', '')}"
            assert needed <= arguments, name
            assert takes_all or arguments <= {p.name for p in parameters}, name
