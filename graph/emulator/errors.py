"""What Graph answers when it will not do something.

    {"error": {"code", "message", "innerError": {"date", "request-id", "client-request-id"}}}

Source: Graph documentation, concepts/errors; codes that it leaves out are those seen from the service.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

Json = dict[str, Any]
"""A JSON object in Graph's property names. The emulator keeps and serves documents; it has no other model."""


class GraphError(Exception):
    """A refusal, as the client will see it."""

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.headers = dict(headers or {})


def error_body(code: str, message: str, moment: datetime, request_id: str, client_request_id: str) -> Json:
    """The body of a refusal."""
    inner = {
        "date": moment.strftime("%Y-%m-%dT%H:%M:%S"),
        "request-id": request_id,
        "client-request-id": client_request_id,
    }
    return {"error": {"code": code, "message": message, "innerError": inner}}


def bad_request(message: str, code: str = "BadRequest") -> GraphError:
    """400: the OData layer or the service cannot make sense of it."""
    return GraphError(400, code, message)


def unreadable_body(message: str) -> GraphError:
    """400: the body is not what the operation takes."""
    return GraphError(400, "RequestBodyRead", message)


def invalid_property(message: str = "At least one property failed validation.") -> GraphError:
    """400: readable, but it makes no event."""
    return GraphError(400, "ErrorPropertyValidationFailure", message)


def invalid_request(message: str) -> GraphError:
    """400: not in this state, or not by this person."""
    return GraphError(400, "ErrorInvalidRequest", message)


def unsupported_zone(name: str) -> GraphError:
    """400: no such time zone."""
    return GraphError(
        400,
        "TimeZoneNotSupportedException",
        f"A valid TimeZone value must be specified. The following TimeZone value is not supported: '{name}'.",
    )


def unauthenticated(message: str, challenge: str) -> GraphError:
    """401 with the challenge that says where a token is to be had."""
    return GraphError(401, "InvalidAuthenticationToken", message, {"WWW-Authenticate": challenge})


def access_denied() -> GraphError:
    """403: the token is good and does not reach this."""
    return GraphError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.")


def item_not_found() -> GraphError:
    """404: not in this mailbox, or not at all; Graph does not say which."""
    return GraphError(404, "ErrorItemNotFound", "The specified object was not found in the store.")


def mailbox_not_found() -> GraphError:
    """404: nobody of that name has a mailbox."""
    return GraphError(404, "ResourceNotFound", "Resource could not be discovered.")


def resource_not_found(key: str) -> GraphError:
    """404: the directory has no such object."""
    message = f"Resource '{key}' does not exist or one of its queried reference-property objects are not present."
    return GraphError(404, "Request_ResourceNotFound", message)


def segment_not_found(segment: str) -> GraphError:
    """400: no such path. Graph does not answer 404 here."""
    return GraphError(400, "BadRequest", f"Resource not found for the segment '{segment}'.")


def changed_meanwhile() -> GraphError:
    """412: If-Match names another version."""
    return GraphError(
        412,
        "ErrorIrresolvableConflict",
        "The send or update operation could not be performed because the change key passed in the request does not"
        " match the current change key for the item.",
    )
