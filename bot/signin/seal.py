"""What is kept of people is kept sealed: who reads the database without the key reads nothing.

Fernet: AES-128-CBC with an HMAC-SHA256 over it.
"""

import json
from typing import Any

import structlog
from cryptography.fernet import Fernet, InvalidToken

log = structlog.get_logger(__name__)


class BadKey(ValueError):
    """The key is none; the message says how to make one."""


class Seal:
    """Seals JSON objects with one key."""

    def __init__(self, key: str) -> None:
        """`key`: 32 bytes in URL-safe base64. Raises BadKey."""
        try:
            self._fernet = Fernet(key)
        except ValueError as problem:
            raise BadKey("it must be 32 random bytes in URL-safe base64") from problem

    def close(self, content: dict[str, Any]) -> str:
        """Sealed, as text."""
        return self._fernet.encrypt(json.dumps(content).encode()).decode()

    def open(self, sealed: str) -> dict[str, Any] | None:
        """What was sealed; None where it was sealed with another key, or changed since."""
        try:
            found = json.loads(self._fernet.decrypt(sealed.encode()))
        except InvalidToken:
            log.warning("sealed with another key, or damaged; taken for nothing")
            return None
        return found if isinstance(found, dict) else None
