"""What a caller is told whose request is not taken."""


class Refused(Exception):
    """A request that is not taken.

    `status` is the HTTP status, `code` one word for programs, and the message says in words what is wrong, without
    repeating what the caller sent.
    """

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code


def malformed(message: str) -> Refused:
    """The activity is not one: 400."""
    return Refused(400, "BadRequest", message)


def unauthorized(message: str) -> Refused:
    """The caller has not proven who they are: 401."""
    return Refused(401, "Unauthorized", message)


def forbidden(message: str) -> Refused:
    """The caller is not allowed what they ask for, whoever they are: 403."""
    return Refused(403, "Forbidden", message)
