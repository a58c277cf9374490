"""Every setting of the service. Read by `bot/app.py` alone."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.logs import LogFormat, LogLevel

PREFIX = "CONVENE_"


def _address(text: str) -> str:
    if not text.startswith(("http://", "https://")):
        raise ValueError("an address begins with https:// or http://")
    return text


Address = Annotated[str, AfterValidator(_address)]


class SettingsError(Exception):
    """Settings are missing or wrong; the message names every one of them, in words."""


class Settings(BaseSettings):
    """What can be set from the environment, each under its name in capitals after `CONVENE_`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    host: str = Field("127.0.0.1", description="The address that /api/messages listens on.")
    port: int = Field(3978, ge=0, le=65535, description="Its port; 0 takes a free one.")
    data_dir: Path = Field(Path(".convene"), description="The folder for the conversations' database.")
    log_format: LogFormat = Field("console", description="Log lines for people (console) or for programs (json).")
    log_level: LogLevel = Field("info", description="The least important log lines to write.")
    app_id: str | None = Field(None, description="The bot's app registration in Entra; none: local use only.")
    app_password: SecretStr | None = Field(None, description="A client secret of that app registration.")
    tenant_id: str | None = Field(
        None, validate_default=True, description="The Entra tenant whose people the bot serves."
    )
    graph_root: Address = Field(
        "https://graph.microsoft.com/v1.0", description="Microsoft Graph's address and version."
    )
    graph_authority: Address = Field(
        "https://login.microsoftonline.com", description="Where Entra hands out tokens for Graph."
    )

    public_url: Address | None = Field(
        None, description="Where people's browsers reach the service, for signing in; its redirect URI is below it."
    )
    token_key: SecretStr | None = Field(
        None, description="What people's tokens are sealed with: 32 random bytes in URL-safe base64."
    )

    help_contact: str = Field(
        "", description="Which people help where Convene does not: an address, a link or words, told to whoever asks."
    )

    connector_metadata: Address = Field(
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        description="Where the Bot Connector says with which keys it signs.",
    )
    emulator: bool = Field(
        False,
        description="Also take activities that an emulator on this machine signs with the bot's own secret; "
        "for development, since whoever holds the secret then speaks in anybody's name.",
    )

    second_reader_url: Address | None = Field(
        None,
        description="An OpenAI-compatible endpoint, without /chat/completions, that is asked about words which are "
        "hardly known; those words leave the tenant then. None: nothing is asked.",
    )
    second_reader_model: str | None = Field(
        None, validate_default=True, description="The model that is asked there; it goes together with the address."
    )
    second_reader_key: SecretStr | None = Field(None, description="The key that the endpoint wants, if any.")

    def missing_to_serve(self) -> list[str]:
        """The names of those settings without which Teams cannot be served."""
        needed = ("app_id", "app_password", "tenant_id", "public_url", "token_key")
        return [f"{PREFIX}{name.upper()}" for name in needed if not getattr(self, name)]

    @field_validator("second_reader_model")
    @classmethod
    def _second_reader_is_whole(cls, model: str | None, others: ValidationInfo) -> str | None:
        if bool(model) != bool(others.data.get("second_reader_url")):
            raise ValueError("a second reader's address and its model go together")
        return model

    @field_validator("tenant_id")
    @classmethod
    def _identity_is_whole(cls, tenant: str | None, others: ValidationInfo) -> str | None:
        identity = {"app_id": others.data.get("app_id"), "app_password": others.data.get("app_password")}
        missing = [name for name, value in {**identity, "tenant_id": tenant}.items() if not value]
        if 0 < len(missing) <= len(identity):
            raise ValueError(f"an app id, its password and its tenant go together: {_listed(missing)} missing")
        return tenant


def load_settings(**given: Any) -> Settings:
    """The settings from the environment; `given` ones (a command's options) win.

    Raises SettingsError, which names everything that is missing or wrong.
    """
    try:
        return Settings(**given)
    except ValidationError as error:
        problems = [f"  {_listed([str(wrong['loc'][0])])}: {_words(wrong['msg'])}" for wrong in error.errors()]
        raise SettingsError("\n".join(["These settings need mending:", *problems])) from None


def _words(message: str) -> str:
    return message.removeprefix("Value error, ").removeprefix("Input ")


def _listed(names: list[str]) -> str:
    return ", ".join(f"{PREFIX}{name.upper()}" for name in names)
