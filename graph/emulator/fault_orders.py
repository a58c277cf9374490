"""Faults that a script orders over HTTP, on loopback beside Graph:

    POST   /emulator/faults  {"match": "^GET /me/events", "status": 429, "retryAfter": "2", "times": 3}
    GET    /emulator/faults  what is still to come
    DELETE /emulator/faults  none of it

Besides `match` an order has a `status` with a `body` and `headers`, or a `breaks` (before, after, torn), or a
`latency` in seconds. A status without a body is worded as Graph words it.
"""

from dataclasses import replace
from datetime import datetime

from graph.emulator.errors import Json, error_body
from graph.emulator.faults import Break, Fault
from graph.emulator.shapes import Kind, Malformed, Properties, conform

_LONGEST = 60.0
_ORDER = Properties(
    {
        "match": Kind.TEXT,
        "status": Kind.WHOLE,
        "body": Kind.ANYTHING,
        "headers": Kind.ANYTHING,
        "retryAfter": Kind.ANYTHING,
        "breaks": tuple(how.name.lower() for how in Break),
        "latency": Kind.NUMBER,
        "times": Kind.WHOLE,
    },
    "fault",
)
_WORDS = {
    400: ("BadRequest", "Bad request."),
    401: ("InvalidAuthenticationToken", "Lifetime validation failed, the token is expired."),
    403: ("ErrorAccessDenied", "Access is denied. Check credentials and try again."),
    404: ("ErrorItemNotFound", "The specified object was not found in the store."),
    409: ("ErrorIrresolvableConflict", "The item was changed meanwhile."),
    412: ("ErrorIrresolvableConflict", "The item was changed meanwhile."),
    429: ("TooManyRequests", "Please retry again later."),
    500: ("InternalServerError", "An internal server error occurred."),
    502: ("UnknownError", ""),
    503: ("ServiceUnavailable", "The service is temporarily unavailable."),
    504: ("GatewayTimeout", "The server did not respond in time."),
}


def fault_of(order: object, now: datetime, challenge: str) -> Fault:
    """The fault that is ordered. `challenge` goes with a 401. Raises ValueError saying what is wrong."""
    stated: Json = conform(order, _ORDER) or {}
    if not stated.get("match"):
        raise Malformed("match", "a regular expression for 'METHOD /path' is expected")
    status, latency, times = stated.get("status"), stated.get("latency") or 0.0, stated.get("times", 1)
    if status is not None and not 200 <= status <= 599:
        raise Malformed("status", f"{status} is no status of an answer")
    if not 0 <= latency <= _LONGEST:
        raise Malformed("latency", f"0 to {_LONGEST:g} seconds are expected")
    if times < 1:
        raise Malformed("times", "1 or more is expected")
    how = stated.get("breaks")
    headers = {str(name): str(value) for name, value in (stated.get("headers") or {}).items()}
    if stated.get("retryAfter") is not None:
        headers["Retry-After"] = str(stated["retryAfter"])
    fault = Fault(
        stated["match"], status, stated.get("body"), headers, Break[how.upper()] if how else None, latency, times
    )
    fault.strikes("GET", "/")  # a pattern that cannot be read raises here
    return _worded(fault, now, challenge)


def rendered(fault: Fault) -> Json:
    """A fault that is still to come."""
    return {
        "match": fault.match,
        "status": fault.status,
        "headers": dict(fault.headers),
        "breaks": fault.breaks.name.lower() if fault.breaks else None,
        "latency": fault.latency,
        "times": fault.times,
    }


def _worded(fault: Fault, now: datetime, challenge: str) -> Fault:
    if fault.status is None or fault.status < 400 or fault.body is not None:
        return fault
    code, message = _WORDS.get(fault.status, ("UnknownError", ""))
    headers = dict(fault.headers)
    if fault.status == 401:
        headers.setdefault("WWW-Authenticate", challenge)
    return replace(fault, body=error_body(code, message, now, "fault", "fault"), headers=headers)
