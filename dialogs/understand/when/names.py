"""Names of people that look like times: "with April", "with Will May", and typing errors that are none: "Sundar"."""

from collections.abc import Container, Sequence

from dialogs.understand.when.grammar import Grammar
from dialogs.understand.when.tokens import Item

_DATED = frozenset(("DOM", "ORDINAL", "YEAR", "TO", "NUMBER", "HM", "HHMM"))
"""What behind the name of a month shows that it is one: "with Ana June 3rd"."""
_TIMES = frozenset(("MONTH", "WEEKDAY", "TODAY", "DAYPART"))
_PAPERS = frozenset(("Times", "Telegraph", "Post", "Express"))
_ABOUT = frozenset(("about", "re", "regarding", "discuss", "discussing", "covering"))
_DETERMINERS = frozenset(("the", "our", "my", "your", "their", "his", "her"))
_JOINTS = frozenset(
    (
        "and",
        "or",
        "to",
        "with",
        "for",
        "on",
        "at",
        "in",
        "until",
        "till",
        "please",
        "pls",
        "if",
        "so",
        "but",
        "then",
        "thanks",
    )
)
_LIST = 5
"""Tokens. So far back a list of people is followed."""


def without_names(items: Sequence[Item], rules: Grammar, text: str) -> list[Item]:
    """`items`, where those that stand for a person mean no time.

    Behind a word that people are named behind ("with", "invite") and behind "and" in such a list, a month that no day
    follows is a name, and so is a word that only forgiveness takes for a time.
    """
    items = [
        item._replace(meanings={}) if any(reads(items, at, text) for reads in _MISREAD) else item
        for at, item in enumerate(items)
    ]
    leads = rules.sets["before-name"]
    if leads.isdisjoint([item.text for item in items]):
        return items
    out: list[Item] = []
    for at, item in enumerate(items):
        guessed = item.text not in rules.lexicon and not _TIMES.isdisjoint(item.meanings)
        dated = at + 1 < len(items) and not _DATED.isdisjoint(items[at + 1].meanings)
        month = "MONTH" in item.meanings and not dated
        named = (guessed or month) and _is_led(items, at, leads)
        named = named or (month and _is_surname(items, out, at, leads, text))
        out.append(item._replace(meanings={}) if named else item)
    return out


def _is_paper(items: Sequence[Item], at: int, text: str) -> bool:
    """Whether a weekday is the name of a newspaper and means no time: "the Sunday Times"."""
    is_followed = "WEEKDAY" in items[at].meanings and at + 1 < len(items)
    return is_followed and text[items[at + 1].start : items[at + 1].end] in _PAPERS


def _is_of_a_compound(items: Sequence[Item], at: int, text: str) -> bool:
    """Whether a word that leads to an end is the second half of another: "the walk-through tomorrow"."""
    if "TO" not in items[at].meanings or at < 2 or not (items[at].glued and items[at - 1].glued):
        return False
    first = items[at - 2]
    return items[at - 1].text == "-" and set(first.meanings) <= {first.text} and first.text.isalpha()


def _is_of_a_topic(items: Sequence[Item], at: int, text: str) -> bool:
    """Whether a month only tells which one of something is spoken of: "about the April rota"."""
    if "MONTH" not in items[at].meanings or at + 1 >= len(items):
        return False
    behind = items[at + 1]
    led = at - 2 if at and items[at - 1].text in _DETERMINERS else at - 1
    is_noun = set(behind.meanings) <= {behind.text} and behind.text.isalpha() and behind.text not in _JOINTS
    return led >= 0 and items[led].text in _ABOUT and is_noun


_MISREAD = (_is_paper, _is_of_a_topic, _is_of_a_compound)
"""What words are that mean no time where they stand."""


def _is_led(items: Sequence[Item], at: int, leads: Container[str]) -> bool:
    before = items[at - 1].text if at else ""
    return before in leads or (
        before in ("and", "&") and any(item.text in leads for item in items[max(0, at - _LIST) : at])
    )


def _is_surname(items: Sequence[Item], kept: Sequence[Item], at: int, leads: Container[str], text: str) -> bool:
    """ "with Will May": capitalized, behind a first name."""
    if at < 2 or not _is_led(items, at - 1, leads) or not text[items[at].start].isupper():
        return False
    first = kept[at - 1]
    return text[first.start].isupper() and _TIMES.isdisjoint(first.meanings)
