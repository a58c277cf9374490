"""How the local Entra says no. Source: Microsoft identity platform, "Error codes"."""

from datetime import datetime

from graph.emulator import ids
from graph.emulator.errors import Json


class Refusal(Exception):
    """The token endpoint says no, in Entra's way."""

    def __init__(self, status: int, error: str, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.error = error
        self.code = code
        self.message = message


def refusal_body(refusal: Refusal, now: datetime) -> Json:
    """The token endpoint's JSON."""
    trace = ids.guid("trace", now.isoformat())
    stamp = f"{now:%Y-%m-%d %H:%M:%S}Z"
    return {
        "error": refusal.error,
        "error_description": f"AADSTS{refusal.code}: {refusal.message} Trace ID: {trace} Timestamp: {stamp}",
        "error_codes": [refusal.code],
        "timestamp": stamp,
        "trace_id": trace,
        "correlation_id": trace,
    }
