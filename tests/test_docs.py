"""The documents tell the truth about the project."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md")),
]


def read(name: str) -> str:
    """A file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_dependency_is_accounted_for() -> None:
    """Each package that is asked for has a line that says why, and each is pinned."""
    project = tomllib.loads(read("pyproject.toml"))["project"]
    page = json.loads(read("bot/web/package.json"))
    asked = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    python = {re.split(r"[<>=~\[]", each)[0].strip().lower() for each in asked}
    told = {name.lower() for name in re.findall(r"^\| ([\w.-]+) \|", read("docs/dependencies.md"), re.MULTILINE)}
    told |= {name.lower() for name in re.findall(r"\*\*([\w.-]+)\*\*", read("docs/dependencies.md"))}
    stubs = {name for name in python if name.startswith("types-")}
    plugins = {"pytest-asyncio", "pytest-timeout", "pytest-xdist"}
    assert python - stubs - plugins - told == set()
    assert set(page["dependencies"]) - told == set()
    pinned = {line.partition("==")[0].lower() for line in read("constraints.txt").splitlines()}
    assert python - pinned == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_points_at_is_there(document: str) -> None:
    """Links to files of the project, and files named in back quotes with their folder."""
    text = read(document)
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", text)
    here = (ROOT / document).parent
    assert [link for link in links if not (here / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_make_targets_that_a_document_names_exist(document: str) -> None:
    """Every command can be typed as it stands."""
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)", read(document))) | set(
        re.findall(r"^make ([a-z-]+)", read(document), re.MULTILINE)
    )
    assert named - targets == set()


def test_the_architecture_names_every_module() -> None:
    """A reader guesses the file from the feature: no module of the top of a package is left out."""
    page = read("ARCHITECTURE.md")
    modules = [
        path.name
        for package in ("dialogs", "dialogs/understand", "bot")
        for path in (ROOT / package).iterdir()
        if (path.suffix == ".py" or path.is_dir()) and not path.name.startswith("_")
    ]
    assert [name for name in modules if f"`{name}`" not in page and f"`{name}/`" not in page] == []
