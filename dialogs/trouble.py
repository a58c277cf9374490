"""What people are told when Graph did not do what was asked: what happened, what was not done, what to do next."""

from dialogs.cards import notices
from dialogs.turn import Json, Reply
from dialogs.words.reader import Reader
from graph.errors import (
    Conflict,
    GraphError,
    NotAllowed,
    NotFound,
    NotSignedIn,
    Refused,
    Stale,
    Throttled,
    Unavailable,
)

RETRYABLE = (Unavailable, Throttled, NotSignedIn, Conflict, Stale)


def apology(
    error: GraphError, reader: Reader, again: tuple[str, Json], *, writing: bool, is_mail: bool = False
) -> Reply:
    """A card for a refusal or an outage. `again` is the verb and data that repeat what was asked for."""
    explained = _explained(error, reader, is_mail=is_mail)
    if error.may_have_happened:
        explained = f"{explained} {reader.say('trouble-maybe')}"
    elif writing:
        explained = f"{explained} {reader.say('trouble-nothing')}"
    card = notices.trouble(
        reader.say("trouble-write" if writing else "trouble-read-mail" if is_mail else "trouble-read"),
        explained,
        reader,
        again=again if isinstance(error, RETRYABLE) else None,
        reference=error.request_id,
    )
    return Reply(
        card=card,
        needs_sign_in=isinstance(error, NotSignedIn),
        dialog="trouble",
        outcome=type(error).__name__,
    )


def apologize(reference: str, reader: Reader) -> Reply:
    """For a fault of our own; the log has it under the same reference."""
    words = reader.say("trouble-bug")
    card = notices.trouble(reader.say("trouble-write"), words, reader, reference=reference)
    return Reply(card=card, dialog="trouble", outcome="bug")


def _explained(error: GraphError, reader: Reader, *, is_mail: bool) -> str:
    match error:
        case NotSignedIn():
            return reader.say("trouble-signed-out")
        case NotAllowed() if error.permission:
            return reader.say("trouble-not-allowed-named", permission=error.permission)
        case NotAllowed():
            return reader.say("trouble-not-allowed")
        case NotFound():
            return reader.say("trouble-not-found")
        case Conflict() | Stale():
            return reader.say("trouble-conflict")
        case Throttled() if error.wait:
            return reader.say("trouble-throttled", seconds=max(1, round(error.wait.total_seconds())))
        case Refused():
            return reader.say("trouble-refused", message=error.message or error.code)
        case _:
            return reader.say("trouble-unavailable-mail" if is_mail else "trouble-unavailable")
