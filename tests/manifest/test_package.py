"""`make manifest` makes a package that can be uploaded, or says in words what it lacks."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from manifest.package import NotPackable, main
from manifest.rules import texts

ROOT = Path(__file__).resolve().parents[2]
APP = "5F0D3C1E-9C61-4A5E-8B5D-0123456789AB"
SET = {"CONVENE_APP_ID": APP, "CONVENE_PUBLIC_URL": "https://convene.contoso.example"}


def manifest_in(package: Path) -> dict[str, object]:
    """The manifest that Teams would read."""
    with zipfile.ZipFile(package) as opened:
        found: dict[str, object] = json.loads(opened.read("manifest.json"))
        return found


def test_the_service_s_own_settings_fill_it_in(tmp_path: Path) -> None:
    """App id and domain come from where the service reads them; the package is flat."""
    package = main(["--out", str(tmp_path / "new" / "convene.zip")], SET)
    with zipfile.ZipFile(package) as opened:
        assert sorted(opened.namelist()) == ["color.png", "manifest.json", "outline.png"]
        assert opened.testzip() is None
    manifest = manifest_in(package)
    assert manifest["id"] == APP.lower()
    assert manifest["validDomains"] == ["convene.contoso.example"]
    assert manifest["webApplicationInfo"] == {"id": APP.lower(), "resource": f"api://botid-{APP.lower()}"}
    assert not any("${{" in text for text in texts(manifest))


def test_options_win_over_the_environment(tmp_path: Path) -> None:
    """One tree can make the packages of several tenants."""
    site = "https://contoso.example/"
    options = ["--domain", "bot.fabrikam.example", "--website", site, "--terms", f"{site}terms", "--developer", "Fab"]
    manifest = manifest_in(main([*options, "--out", str(tmp_path / "a.zip")], SET))
    assert manifest["validDomains"] == ["bot.fabrikam.example"]
    assert manifest["developer"] == {
        "name": "Fab",
        "websiteUrl": site,
        "privacyUrl": site,
        "termsOfUseUrl": f"{site}terms",
    }


def test_the_same_input_gives_the_same_package(tmp_path: Path) -> None:
    """So that a package that differs has changed."""
    one, two = (main(["--out", str(tmp_path / name)], SET).read_bytes() for name in ("1.zip", "2.zip"))
    assert one == two


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, ["The app id is missing: set CONVENE_APP_ID", "The domain is missing: set CONVENE_PUBLIC_URL"]),
        (SET | {"CONVENE_APP_ID": "convene"}, ["'convene' is no GUID"]),
        (SET | {"CONVENE_APP_ID": f"{{{APP}}}"}, ["is no GUID"]),
        (SET | {"CONVENE_PUBLIC_URL": "http://localhost:3978"}, ["'localhost' is no domain"]),
        (SET | {"CONVENE_PUBLIC_URL": "https://127.0.0.1"}, ["'127.0.0.1' is no domain"]),
    ],
)
def test_what_is_missing_or_wrong_is_said(environment: dict[str, str], said: list[str], tmp_path: Path) -> None:
    """In words, everything at once, and no package is left behind."""
    with pytest.raises(NotPackable) as refused:
        main(["--out", str(tmp_path / "convene.zip")], environment)
    assert [words for words in said if words not in str(refused.value)] == []
    assert list(tmp_path.iterdir()) == []


def test_text_that_is_json_stays_text(tmp_path: Path) -> None:
    """A developer's name with quotation marks breaks nothing."""
    manifest = manifest_in(main(["--developer", 'A "B" \\ C', "--out", str(tmp_path / "a.zip")], SET))
    assert json.loads(json.dumps(manifest["developer"]))["name"] == 'A "B" \\ C'


def test_the_command_fails_without_a_traceback(tmp_path: Path) -> None:
    """As somebody would see it who types `make manifest` too early."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("CONVENE_", "MICROSOFT_"))}
    command = [sys.executable, "-m", "manifest.package", "--out", str(tmp_path / "convene.zip")]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("No package for Teams:\nThe app id is missing")
    assert "Traceback" not in done.stderr
