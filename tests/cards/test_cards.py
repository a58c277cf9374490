"""What Teams demands of every card, whatever it says."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dialogs.cards.elements import TITLE_LIMIT, verbatim
from dialogs.turn import Json
from dialogs.words.reader import Reader
from tests.cards.samples import LISBON, samples
from tests.cards.teams_types import problems

SCHEMA = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "teams" / "teams-cards-2.1.1.schema.json"
READERS = [Reader("en-GB", LISBON), Reader("en-US", LISBON, hours24=False)]
CARDS = [pytest.param(card, id=f"{name}-{reader.locale}") for reader in READERS for name, card in samples(reader)]


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a card, itself first."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from parts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from parts(each)


@pytest.fixture(scope="module")
def teams_schema() -> Draft202012Validator:
    """Teams' own types as a schema that knows no stray property."""
    if not SCHEMA.is_file():
        pytest.skip("the schema of Teams' cards is not on this machine")
    return Draft202012Validator(json.loads(SCHEMA.read_text()))


@pytest.mark.parametrize("card", CARDS)
def test_teams_accepts_the_card(card: Json, teams_schema: Draft202012Validator) -> None:
    """No property or value that Teams does not know."""
    problems = [f"{error.json_path}: {error.message[:200]}" for error in teams_schema.iter_errors(card)]
    assert problems == []


@pytest.mark.parametrize("card", CARDS)
def test_the_card_is_made_of_teams_own_types(card: Json) -> None:
    """The same from Teams' typed package, which is everywhere."""
    assert list(problems(card)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "TextBlok", "text": "x"},
        {"type": "TextBlock", "text": "x", "colour": "Good"},
        {"type": "TextBlock", "text": "x", "size": "Huge"},
    ],
)
def test_what_teams_does_not_know_is_found(wrong: Json) -> None:
    """The check can fail: on a type, a property, a value."""
    assert list(problems({"type": "AdaptiveCard", "version": "1.5", "body": [wrong]}))


@pytest.mark.parametrize("card", CARDS)
def test_every_button_works_where_execute_is_unknown(card: Json) -> None:
    """Action.Execute has an Action.Submit with the same data, the verb among it."""
    for execute in (part for part in parts(card) if part.get("type") == "Action.Execute"):
        assert execute["fallback"]["type"] == "Action.Submit"
        assert execute["fallback"]["data"] == {**execute["data"], "verb": execute["verb"]}


@pytest.mark.parametrize("card", CARDS)
def test_buttons_fit_on_a_phone(card: Json) -> None:
    """Titles on buttons beside each other stay short; an example to tap on may be a sentence; six at the most."""
    for action in (part for part in parts(card) if str(part.get("type", "")).startswith("Action.")):
        if action.get("verb") != "say" and action.get("data", {}).get("verb") != "say":
            assert len(action["title"]) <= TITLE_LIMIT, action["title"]
    assert len(card.get("actions", [])) <= 6


@pytest.mark.parametrize("card", CARDS)
def test_the_card_is_small_enough_to_send(card: Json) -> None:
    """Teams counts UTF-16 and refuses 100 KB; we stay below 80."""
    assert len(json.dumps(card, ensure_ascii=False).encode("utf-16-le")) < 80_000


@pytest.mark.parametrize("card", CARDS)
def test_the_card_can_be_read_aloud_and_without_drawing(card: Json) -> None:
    """It says what it is about in words, has a heading or is one line, and labels each input."""
    assert card["speak"] == card["fallbackText"] != ""
    for part in parts(card):
        if str(part.get("type", "")).startswith("Input."):
            assert part["label"]
        if part.get("type") == "TextBlock":
            assert part["wrap"] is True
        if part.get("type") == "Badge":
            assert re.match(r"\S \w", part["fallback"]["text"])


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Budget", "Budget"),
        ("snake_case", "snake_case"),
        ("*bold*", r"\*bold\*"),
        ("_so_", r"\_so\_"),
        ("[a](b)", r"\[a\](b)"),
        ("# not a title", r"\# not a title"),
        ("1. not a list", r"1\. not a list"),
        ("- not a list", r"\- not a list"),
        ("Sync - Q3", "Sync - Q3"),
    ],
)
def test_what_people_wrote_is_not_taken_for_markdown(written: str, shown: str) -> None:
    """A subject looks as it was written."""
    assert verbatim(written) == shown
