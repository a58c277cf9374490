"""Ask for the sign-in that is missing, and confirm that somebody is signed out.

Ana: what's on tomorrow
Bot: Sign in to go on …     [Sign in]
Bot: Tuesday 24 November, 2 meetings …          (once she has)
Ana: log me out
Bot: You are signed out, and I have deleted what let me into your calendar.
"""

from datetime import timedelta

from dialogs.asker import UNKNOWN_ZONE
from dialogs.cards import signing_in
from dialogs.turn import Chat, Reply, Turn
from dialogs.words.reader import Reader


def ask(turn: Turn, link: str, good_for: timedelta) -> Reply:
    """The card that leads to the sign-in; a tapped card stays as it is. `link` is for the speaker alone."""
    name = "" if turn.chat is Chat.PERSONAL else turn.speaker.name
    card = signing_in.sign_in(name, link, round(good_for.total_seconds() / 60), _reader(turn))
    return Reply(card=card, stacked=True, dialog="sign_in", outcome="asked")


def signed_out(turn: Turn, *, was_signed_in: bool) -> Reply:
    """What is left after a sign-out: nothing."""
    words = _reader(turn).say("signed-out" if was_signed_in else "signed-out-already")
    return Reply(text=words, dialog="sign_in", outcome="signed_out")


def sign_out(reader: Reader) -> Reply:
    """The wish to be signed out, and what is said where nobody keeps a sign-in."""
    return Reply(text=reader.say("sign-out-not-here"), dialog="sign_in", outcome="not_here", sign_out=True)


def failed(turn: Turn) -> Reply:
    """The client's own sign-in did not work."""
    return Reply(text=_reader(turn).say("sign-in-failed"), dialog="sign_in", outcome="failed")


def _reader(turn: Turn) -> Reader:
    return Reader(turn.locale, turn.zone or UNKNOWN_ZONE)
