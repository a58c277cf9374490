"""What is left untried is what could not have fitted."""

import re

import pytest

from dialogs.understand.builds.acts import chapter
from dialogs.understand.lexicon.telltales import Index, Row, telltales, wary

TOLD = [
    ("book it", [{"book it"}]),
    ("(?:book|reserve) (?:it|that)", [{"book", "reserve"}, {"it", "that"}]),
    ("re-?schedule", [{"schedule"}, {"re"}]),
    ("colou?rs+ab", [{"colo"}, {"ab"}]),
    ("(?:the (?:meeting|call))?later", [{"later"}]),
    ("(?:the (?:meeting|call) )+later", [{"meeting", "call"}, {"later"}, {"the "}]),
    ("(?:meet|see)* Tom", [{" tom"}]),
    ("{whom} (?:calls|{verb}ed)", [{"ana", "tom"}, {"calls", "ask"}]),
    (r"(?<!not )good(?! bye)", [{"good"}]),
    (r"(?i)(?=.*today)good", [{"today"}, {"good"}]),
    (r"[(]free[)|]?\d{2,3}", [{"free"}]),
    (r"what(?P<is>'?s| is) (?P<who>.+)", [{"what"}]),
    (r"(?:\w+|the) day|.*", []),
    ("(?:a|b?)", []),
    (r"(?:'(\w+)'|“\w+”)", [{"'", "“"}]),
    (r"a\.s\.a\.p\.?|24/7|1", [{"a.s.a.p", "24/7", "1"}]),
]
PIECES = {"whom": (frozenset(("ana", "tom")),), "verb": (frozenset(("ask",)),)}


@pytest.mark.parametrize(("pattern", "told"), TOLD)
def test_what_a_pattern_needs(pattern: str, told: list[set[str]]) -> None:
    """All the letters without which it cannot fit; none where it can do without any."""
    found = telltales(pattern, PIECES)
    assert len(found) == len(told)
    assert all(each in found for each in told)


def test_only_what_may_fit_is_tried() -> None:
    """In the order in which they stand; one of which nothing is known always."""
    said = ("(?:move|shift) it", r"\w+", "cancel", "it", "shift (?:them|all)")
    index = Index()
    row = Row(wary({each: each for each in said}, index).values(), index)
    assert list(row.worth_a_try("please Shift it")) == [0, 1, 3]
    assert list(row.worth_a_try("")) == [1]


def test_a_wary_pattern_finds_what_a_plain_one_does() -> None:
    """It differs in what it costs alone, wherever it is tried."""
    source = r"(?i:\b(?:book|reserve)\b .{1,9}? (?:it|(?P<x>them)))"
    cautious, plain = wary({"it": source}, Index())["it"], re.compile(source)
    for text in ("Please BOOK me it", "reserve for them", "book", "it", "", "reserve it, book two of them"):
        for way in ("search", "fullmatch", "match"):
            assert repr(getattr(cautious, way)(text)) == repr(getattr(plain, way)(text))
        assert list(map(repr, cautious.finditer(text, 1))) == list(map(repr, plain.finditer(text, 1)))
        assert cautious.sub("-", text) == plain.sub("-", text)


def test_what_cannot_fit_is_not_compiled() -> None:
    """Which takes a hundred times as long as to look for letters: a pattern that is no pattern is never found out."""
    unheard = wary({"it": "book (?:it"}, Index())["it"]
    assert unheard.search("cancel it") is None
    assert unheard.fullmatch("it") is None
    with pytest.raises(re.error):
        unheard.search("book it")


SAID = [
    "can't make the review, suggest Thursday at 3",
    "tell everyone in the stand-up I'm running 10 minutes late",
    "forward the retro to Tom and Ana",
    "I'm out of the office from Monday to Wednesday, back on Thursday",
    "make the stand-up weekly until June",
    "Remind everyone who has not answered the invitation to the offsite",
    "email Priya about the budget: I agree",
    "move everything tomorrow to Friday",
]


@pytest.mark.parametrize("name", ["acts", "moves"])
@pytest.mark.parametrize("said", SAID)
def test_nothing_that_fits_is_left_untried(name: str, said: str) -> None:
    """A sentence is tried wherever it would have fitted."""
    known = chapter("en", name)
    tried = list(known.worth_a_try(said))
    fitting = [each for each in known.sentences if each.pattern.compiled.fullmatch(said)]
    assert all(each in tried for each in fitting)
