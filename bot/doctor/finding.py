"""What one check found."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """WARNING: it works, and may not for long. FAILED: the service cannot do its work so."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True)
class Finding:
    """`says` what is so, `mend` what to do about it (empty where all is well): whole sentences without a secret."""

    check: str
    status: Status
    says: str
    mend: str = ""


def ok(check: str, says: str) -> Finding:
    """All is well."""
    return Finding(check, Status.OK, says)


def warning(check: str, says: str, mend: str) -> Finding:
    """It works, and may not for long."""
    return Finding(check, Status.WARNING, says, mend)


def failed(check: str, says: str, mend: str) -> Finding:
    """The service cannot do its work so."""
    return Finding(check, Status.FAILED, says, mend)
