"""Every setting of the service. Read by `bot/app.py` alone."""

from pathlib import Path
from typing import Any, Self

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.logs import LogFormat, LogLevel

PREFIX = "CONVENE_"


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
    tenant_id: str | None = Field(None, description="The Entra tenant whose people the bot serves.")
    graph_root: str = Field(
        "https://graph.microsoft.com/v1.0", pattern="^https?://", description="Microsoft Graph's address and version."
    )
    graph_authority: str = Field(
        "https://login.microsoftonline.com", pattern="^https?://", description="Where Entra hands out tokens for Graph."
    )

    @model_validator(mode="after")
    def _identity_is_whole(self) -> Self:
        identity = {"app_id": self.app_id, "app_password": self.app_password, "tenant_id": self.tenant_id}
        missing = [name for name, value in identity.items() if not value]
        if 0 < len(missing) < len(identity):
            raise ValueError(f"{_listed(missing)} missing: an app id, its password and the tenant go together")
        return self


def load_settings(**given: Any) -> Settings:
    """The settings from the environment; `given` ones (a command's options) win.

    Raises SettingsError, which names everything that is missing or wrong.
    """
    try:
        return Settings(**given)
    except ValidationError as error:
        problems = [f"  {_where(problem['loc'])}{problem['msg']}" for problem in error.errors(include_input=False)]
        raise SettingsError("\n".join(["These settings need mending:", *problems])) from None


def _where(location: tuple[int | str, ...]) -> str:
    return f"{_listed([str(location[0])])}: " if location else ""


def _listed(names: list[str]) -> str:
    return ", ".join(f"{PREFIX}{name.upper()}" for name in names)
