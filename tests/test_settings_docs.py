"""docs/settings.md has every setting, and no other, as the code has it."""

import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import SecretStr
from pydantic.fields import FieldInfo

from bot.settings import PREFIX, Settings

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
Row = tuple[str, str, str]
"""Values, default and meaning, as the page has them."""


def told() -> dict[str, Row]:
    """The page's table, by variable."""
    rows = re.findall(rf"^\| `({PREFIX}\w+)` \| (.*?) \| (.*?) \| (.*?) \|$", PAGE, re.MULTILINE)
    return {name: (takes, default, meaning) for name, takes, default, meaning in rows}


def variable(name: str) -> str:
    """How a setting is called in the environment."""
    return f"{PREFIX}{name.upper()}"


def default_of(field: FieldInfo) -> str:
    """As the page has it: none, yes, no, or the value."""
    value = field.get_default()
    words = {None: "none", True: "yes", False: "no"}
    return words[value] if value is None or isinstance(value, bool) else f"`{value}`"


def test_the_page_has_the_settings_and_no_others() -> None:
    """Whoever adds, renames or removes a setting does so here too; none is listed twice."""
    assert list(told()) == [variable(name) for name in Settings.model_fields]
    assert len(re.findall(rf"^\| `{PREFIX}", PAGE, re.MULTILINE)) == len(told())


@pytest.mark.parametrize("name", Settings.model_fields)
def test_a_setting_is_told_as_it_is(name: str) -> None:
    """Its default and its meaning are those of the code, and so are the words it may be."""
    field = Settings.model_fields[name]
    takes, default, meaning = told()[variable(name)]
    assert (default, meaning) == (default_of(field), field.description)
    choices = [choice for choice in get_args(field.annotation) if isinstance(choice, str)]
    assert [choice for choice in choices if f"`{choice}`" not in takes] == []
    if SecretStr in (field.annotation, *get_args(field.annotation)):
        assert "secret" in takes


def test_variables_that_the_documents_name_are_settings() -> None:
    """No document tells to set what nobody reads."""
    read = {variable(name) for name in Settings.model_fields} | {"CONVENE_GRAPH_TOKEN"}
    documents = [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), ROOT / "Dockerfile"]
    named = {word for each in documents for word in re.findall(rf"{PREFIX}[A-Z_]+\b", each.read_text(encoding="utf-8"))}
    assert named - read == set()
