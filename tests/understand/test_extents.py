"""How much is meant: one that is singled out by whatever word, and all that is on the screen."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "intent", "subject"),
    [
        ("decline the hop review. only that one", Intent.DECLINE, "hop review"),
        ("cancel the kiln check. just the one", Intent.CANCEL, "kiln check"),
        ("cancel the kiln check tomorrow - only that", Intent.CANCEL, "kiln check"),
        ("cancel the kiln check on Thursday. That one only please, thanks", Intent.CANCEL, "kiln check"),
        ("cancel the kiln check tomorrow. not the series, just that", Intent.CANCEL, "kiln check"),
        ("decline the hop review (only this one)", Intent.DECLINE, "hop review"),
        ("cancel only tomorrow's kiln check", Intent.CANCEL, "kiln check"),
        ("Cancel tomorrow's kiln check only.", Intent.CANCEL, "kiln check"),
        ("cancel the kiln check. only tomorrow's", Intent.CANCEL, "kiln check"),
        ("decline the hop review - just this week's", Intent.DECLINE, "hop review"),
        ("decline it. only this week's", Intent.DECLINE, ""),
        ("only decline that one", Intent.DECLINE, ""),
        ("I can't make the hop review on Thursday. decline only that one", Intent.DECLINE, "hop review"),
        ("I can't make the hop review on Thursday. please just decline that one", Intent.DECLINE, "hop review"),
        ("can't do the hop review wednesday. just that one, decline", Intent.DECLINE, "hop review"),
        ("I said yes to the hop review on Friday but can't make it. decline only that", Intent.DECLINE, "hop review"),
    ],
)
def test_one_alone(read: Read, said: str, intent: Intent, subject: str) -> None:
    """ "Only" singles out as "just" does, wherever it stands."""
    understood = read(said)
    assert (understood.intent, understood.subject, understood.scope) == (intent, subject, "this")
    assert not understood.others


@pytest.mark.parametrize(
    "said",
    [
        "cancel all of these",
        "cancel these",
        "cancel those please",
        "Cancel the whole lot",
        "cancel every one of them",
        "cancel the lot, I'm ill",
    ],
)
def test_all_that_is_shown(read: Read, said: str) -> None:
    """None of them gives up what is being discussed."""
    understood = read(said)
    assert (understood.intent, understood.scope, understood.subject) == (Intent.CANCEL, "all", "")


@pytest.mark.parametrize(
    ("said", "intent", "note", "then"),
    [
        ("out Thursday and Friday, decline all my invites", Intent.DECLINE, "Out Thursday and Friday", ""),
        ("I'm away Mon 23 - Thu 26 Nov, decline everything", Intent.DECLINE, "I'm away Mon 23 to Thu 26 Nov", ""),
        ("ooo on friday - can you decline everything that day", Intent.DECLINE, "Ooo on friday", ""),
        ("off thursday, decline anything I've been invited to", Intent.DECLINE, "Off thursday", ""),
        ("decline everything on thursday and friday, I'm out", Intent.DECLINE, "I'm out", ""),
        (
            "hey, I'm off on Friday. Cancel all my meetings and set my out of office",
            Intent.CANCEL,
            "I'm off on Friday",
            "set my out of office for Friday",
        ),
        (
            "set me as out of office thursday and friday and decline all my meetings",
            Intent.DECLINE,
            "",
            "set my out of office for thursday and friday",
        ),
        (
            "decline everything on friday, block my calendar - I'm on leave",
            Intent.DECLINE,
            "I'm on leave",
            "I'm away friday, no automatic reply",
        ),
        (
            "out of office friday, decline all my meetings and tell everyone I'm at the dentist",
            Intent.DECLINE,
            "I'm at the dentist",
            "",
        ),
        (
            "hiya, I'm on annual leave Mon 23 to Wed 25, can you turn down everything I've been invited to",
            Intent.DECLINE,
            "I'm on annual leave Mon 23 to Wed 25",
            "",
        ),
        ("not in thursday or friday - decline the lot please", Intent.DECLINE, "Not in thursday or friday", ""),
        ("Off the rest of the week. Cancel all my meetings", Intent.CANCEL, "Off the rest of the week", ""),
        ("off sick today, cancel everything and send my apologies", Intent.CANCEL, "My apologies, ", ""),
    ],
)
def test_all_while_away(read: Read, said: str, intent: Intent, note: str, then: str) -> None:
    """All of those days, once, and the absence behind it where one is wished."""
    understood = read(said)
    assert (understood.intent, understood.scope, understood.then) == (intent, "all", then)
    assert understood.note.startswith(note)
    assert understood.time.slots


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("I'm away Mon 23 - Thu 26", "2026-11-23", "2026-11-27"),
        ("what's on Mon 23 to Wed 25", "2026-11-23", "2026-11-26"),
        ("I'm away Mon 30 Nov - Thu 3 Dec", "2026-11-30", "2026-12-04"),
        ("out of office Mon 30 – Thu 3 Dec", "2026-11-30", "2026-12-04"),
    ],
)
def test_days_with_a_dash(read: Read, said: str, start: str, end: str) -> None:
    """What stands behind the dash is a day, and no word to others."""
    understood = read(said)
    assert understood.note == ""
    assert [(f"{each.start:%Y-%m-%d}", f"{each.end:%Y-%m-%d}") for each in understood.time.slots] == [(start, end)]
