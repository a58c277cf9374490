"""A language's sentences are read from its files by one way, which says what is wrong with them."""

import re

import pytest

from dialogs.understand.lexicon.phrasebook import Label, Pieces, entries, labelled
from dialogs.understand.lexicon.telltales import Index
from dialogs.understand.understood import Intent


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("share", Label("share", "", "")),
        ("event_details.where", Label("event_details", "where", "")),
        ("email_search.read+?", Label("email_search", "read", "+?")),
        ("ask_time@", Label("ask_time", "", "@")),
        ("reminder=none", Label("reminder", "none", "")),
        ("yes.anyway+!", Label("yes", "anyway", "+!")),
    ],
)
def test_a_label_has_a_name_a_facet_and_marks(said: str, label: Label) -> None:
    """The name of what is wanted, what of it, and how the sentence counts."""
    assert labelled(said) == label


def test_what_is_no_label_is_told() -> None:
    """With its words."""
    with pytest.raises(ValueError, match="share it"):
        labelled("share it")


@pytest.mark.parametrize("name", ["acts", "asks", "changes", "intents", "mail", "moves"])
def test_every_sentence_of_a_request_names_an_intent(name: str) -> None:
    """One that does not would only fail when somebody says it."""
    heads = [head for head, _, is_piece in entries(f"en.{name}.txt") if not is_piece]
    assert heads
    assert all(labelled(head).intent in Intent for head in heads)


def test_a_piece_stands_for_all_of_its_words() -> None:
    """Its alternatives end with it."""
    pieces = Pieces(Index())
    pieces.add("drink", "tea|coffee")
    pieces.add("order", "(?:get|bring) me {drink}")
    assert re.fullmatch(pieces.filled("{order} now"), "get me coffee now")
    assert not re.fullmatch(pieces.filled("{drink} now"), "tea")
    with pytest.raises(KeyError):
        pieces.filled("{food}")


def test_a_file_tells_pieces_from_sentences() -> None:
    """Both in their order, each on one line, however many it was written on."""
    found = list(entries("en.focus.txt"))
    assert {is_piece for _, _, is_piece in found} == {True, False}
    assert all(name and "\n" not in pattern for name, pattern, _ in found)
