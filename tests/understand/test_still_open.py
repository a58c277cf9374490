"""All that waits for an answer, said by a clause."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import understand
from dialogs.understand.context import Context
from dialogs.understand.understood import Intent

ZONE = ZoneInfo("Europe/Lisbon")
CONTEXT = Context(datetime(2026, 11, 23, 9, 10, tzinfo=ZONE), ZONE, "en-GB")


@pytest.mark.parametrize(
    ("utterance", "intent"),
    [
        ("accept everything that's still open for tomorrow", Intent.ACCEPT),
        ("say yes to whatever invites are still open for tomorrow", Intent.ACCEPT),
        ("yes to everything that's unanswered tomorrow", Intent.ACCEPT),
        ("Confirm all the invites that are waiting for an answer tomorrow", Intent.ACCEPT),
        ("decline anything still pending tomorrow", Intent.DECLINE),
        ("tentatively accept whatever i haven't answered yet tomorrow", Intent.TENTATIVE),
        ("I'll be out tomorrow, so no to whatever is on then. tell them sorry", Intent.DECLINE),
        ("i'll be out tomorrow, decline whatever's on then", Intent.DECLINE),
    ],
)
def test_all_of_them(utterance: str, intent: Intent) -> None:
    """Of the day that is said."""
    said = understand(utterance, CONTEXT)
    assert (said.intent, said.scope, said.subject) == (intent, "all", "")
    assert [slot.start.day for slot in said.time.slots if slot.start] == [24]
