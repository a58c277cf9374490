"""What can go wrong between us and Microsoft Graph.

    GraphError
    ├── NotSignedIn    nobody to act for: no token could be had, or Graph refused it (401)
    ├── NotAllowed     signed in, but not permitted (403); `permission` is what the operation needs
    ├── NotFound       `what` is not there, or not in this mailbox (404)
    ├── Conflict       it clashes with what is already there (409)
    ├── Stale          what we hold is out of date: a changed event, an expired delta token (410, 412)
    ├── Throttled      too many requests (429); `wait` says how long to stay away, where Graph said so
    ├── Refused        Graph understood and said no (any other 4xx); `code` says why
    └── Unavailable    no answer, a torn one, a late one, or a fault on Graph's side (5xx)

Raised by `exchange.py`, `client.py` and `credentials.py` alone. Source of the body's shape: Graph concepts, errors.
"""

from datetime import timedelta


class GraphError(Exception):
    """A call that did not bring what was asked for.

    `code` and `message` are Graph's own words, for the log; `request_id` is Graph's, or our client-request-id where
    nobody answered. `may_have_happened` is true for a write whose fate is unknown: do not repeat it blindly, look
    first. False: it certainly was not carried out.
    """

    def __init__(
        self,
        message: str = "",
        *,
        code: str = "",
        request_id: str = "",
        may_have_happened: bool = False,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.request_id = request_id
        self.may_have_happened = may_have_happened

    def __str__(self) -> str:
        fate = "; it may have happened all the same" if self.may_have_happened else ""
        return f"{self.code or type(self).__name__}: {self.message}{fate} (request-id {self.request_id or 'none'})"


class NotSignedIn(GraphError):
    """Signing in (again) may cure it."""


class NotAllowed(GraphError):
    """`permission` is the least privileged permission of the operation, as Graph names it."""

    permission = ""


class NotFound(GraphError):
    """`what` is the kind of thing: event, user, manager, mailbox."""

    what = ""


class Conflict(GraphError):
    """Something like it exists already, or is being changed at this moment."""


class Stale(GraphError):
    """Read it again before trying again."""


class Throttled(GraphError):
    """`wait` is None where Graph did not say how long."""

    wait: timedelta | None = None


class Refused(GraphError):
    """The request itself is not acceptable; repeating it will not help."""


class Unavailable(GraphError):
    """`wait` is when Graph wants to be asked again, where it said so."""

    wait: timedelta | None = None
