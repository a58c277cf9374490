"""An event that stands before what becomes of it, with no verb between."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context
from dialogs.understand.understood import Intent
from dialogs.understand.wording import event_first
from tests.understand.conftest import Read

_LISBON = ZoneInfo("Europe/Lisbon")
_NOW = Context(datetime(2026, 11, 23, 9, 10, tzinfo=_LISBON), _LISBON, "en-GB")


@pytest.mark.parametrize(
    ("said", "shift", "scope"),
    [
        ("my 1:1 with Jun next tuesday, only that one, half an hour later", timedelta(minutes=30), "this"),
        ("the town hall tomorrow, an hour later please", timedelta(hours=1), ""),
        ("our stand-up on friday - 15 min earlier", timedelta(minutes=-15), ""),
        ("That vendor call on thursday 30 minutes later, just this one", timedelta(minutes=30), "this"),
    ],
)
def test_later_or_earlier_moves_it(read: Read, said: str, shift: timedelta, scope: str) -> None:
    """An event that is there is meant, as it has a length of its own."""
    understood = read(said)
    assert (understood.intent, understood.shift, understood.scope) == (Intent.RESCHEDULE, shift, scope)
    assert understood.event


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        (
            "that vendor rehearsal monday — propose 5pm instead and mark me tentative",
            "propose 5pm for that vendor rehearsal monday and mark me tentative",
        ),
        ("I have two invites pending: decline both, I'm on leave", "decline all invitations, I'm on leave"),
        ("there are three invitations waiting I think, say yes to all of them", "accept all invitations"),
        ("keep friday's book club but cancel the rest of them", "cancel every book club after friday's"),
        (
            "nobody comes to book club. keep next week's and drop all the ones after it",
            "cancel every book club after next week's",
        ),
        (
            "could you get the same people as for the mix back together for an hour, friday at 2",
            "could you book a meeting with the same people as for the mix for an hour, friday at 2",
        ),
        ("we'll start the review half an hour later", ""),
        ("keep tomorrow free and cancel all later ones", ""),
        ("the train was an hour later, so move my call to 3", ""),
    ],
)
def test_it_is_put_behind_its_verb(said: str, plain: str) -> None:
    """Or left as it is, where there is one before it."""
    assert event_first.plainly(said, _NOW) == (plain or said)


@pytest.mark.parametrize(
    "said",
    [
        "ask Jun if 3pm would work instead for the vendor rehearsal",
        "vendor rehearsal on thursday, that's Jun's meeting right? ask him if 3pm would work instead",
        "the vendor rehearsal on thursday - ask jun whether 3pm is ok instead",
    ],
)
def test_whoever_invites_is_asked_for_another_time(read: Read, said: str) -> None:
    """That very time is proposed."""
    understood = read(said)
    assert understood.intent is Intent.PROPOSE
    assert understood.time.exact
    assert understood.time.exact.hour == 15
    assert understood.event
