"""Share a meeting: what others may read of it, as a card in a message that the speaker writes."""

from dialogs.asker import UNKNOWN_ZONE, Asker
from dialogs.cards import sharing
from dialogs.turn import Json, Turn
from dialogs.words.reader import Reader
from graph.model import Event, Response


def can_be_shared(event: Event) -> bool:
    """What takes place, and is not private: the card is read by everybody in the chat."""
    return not (event.is_cancelled or event.is_private or event.response is Response.DECLINED)


def summary(event: Event, asker: Asker) -> str:
    """One line for the list of results: when it is."""
    return sharing.moment(event, asker.reader)


def card(event: Event, asker: Asker) -> Json:
    """The meeting, with nothing to tap but the way into it."""
    return sharing.meeting(event, asker.reader)


def signed_out(turn: Turn) -> str:
    """What is said where the meetings cannot be read, since nobody is signed in."""
    return Reader(turn.locale, turn.zone or UNKNOWN_ZONE).say("share-signed-out")


def sign_in_title(turn: Turn) -> str:
    """What the button says that leads to the sign-in."""
    return Reader(turn.locale, turn.zone or UNKNOWN_ZONE).say("sign-in-button")
