"""Settings come from the environment, and what is wrong with them is said at once and in words."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings


@pytest.fixture(autouse=True)
def environment() -> Iterator[None]:
    """Each test has an environment without settings, and gives back the one it found."""
    kept = dict(os.environ)
    for name in [name for name in os.environ if name.upper().startswith("CONVENE_")]:
        del os.environ[name]
    yield
    os.environ.clear()
    os.environ.update(kept)


def test_defaults_are_for_this_machine() -> None:
    """Without a single setting the service listens on loopback, and has no credential."""
    settings = load_settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 3978)
    assert settings.emulator is False
    assert (settings.app_id, settings.app_password, settings.tenant_id) == (None, None, None)


def test_the_environment_sets_and_options_win() -> None:
    """CONVENE_PORT is read; what a command is given goes before it."""
    os.environ["CONVENE_PORT"] = "4000"
    os.environ["CONVENE_DATA_DIR"] = "/srv/convene"
    assert load_settings().port == 4000
    assert load_settings(port=5000).port == 5000
    assert load_settings().data_dir == Path("/srv/convene")


def test_everything_wrong_is_named_in_one_error() -> None:
    """One error, one line a setting, each under the name that is to be mended."""
    os.environ["CONVENE_PORT"] = "many"
    os.environ["CONVENE_LOG_FORMAT"] = "xml"
    os.environ["CONVENE_GRAPH_ROOT"] = "graph"
    os.environ["CONVENE_APP_ID"] = "11111111-0000-4000-8000-000000000000"
    with pytest.raises(SettingsError) as raised:
        load_settings()
    lines = str(raised.value).splitlines()
    assert [line.split(":")[0].strip() for line in lines[1:]] == [
        "CONVENE_PORT",
        "CONVENE_LOG_FORMAT",
        "CONVENE_TENANT_ID",
        "CONVENE_GRAPH_ROOT",
    ]


def test_an_identity_is_whole_or_none() -> None:
    """An app id alone is a mistake: what is missing is named."""
    os.environ["CONVENE_APP_ID"] = "11111111-0000-4000-8000-000000000000"
    with pytest.raises(SettingsError, match="CONVENE_APP_PASSWORD, CONVENE_TENANT_ID missing"):
        load_settings()


@pytest.mark.parametrize("given", ["URL", "MODEL"])
def test_a_second_reader_is_whole_or_none(given: str) -> None:
    """Words leave the tenant only for an address and a model that were both named."""
    os.environ[f"CONVENE_SECOND_READER_{given}"] = "https://models.contoso.example/v1"
    with pytest.raises(SettingsError, match=r"CONVENE_SECOND_READER_MODEL: .* go together"):
        load_settings()


def test_a_secret_is_neither_printed_nor_part_of_an_error() -> None:
    """It shows as stars, also where another setting is wrong."""
    os.environ.update(CONVENE_APP_ID="id", CONVENE_APP_PASSWORD="hunter2", CONVENE_TENANT_ID="contoso")
    assert "hunter2" not in repr(load_settings())
    os.environ["CONVENE_PORT"] = "-1"
    with pytest.raises(SettingsError) as raised:
        load_settings()
    assert "hunter2" not in str(raised.value)


def test_every_setting_says_what_it_means() -> None:
    """The settings table is made from these descriptions."""
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_settings_do_not_change() -> None:
    """Whoever is handed them may rely on them."""
    with pytest.raises(ValueError, match="frozen"):
        load_settings().port = 1
