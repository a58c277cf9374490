"""A yes with a request of its own behind it is both; what may put the card right is no yes to it as it stands."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.understood import Intent, Question

ZONE = ZoneInfo("Europe/Lisbon")
PLAIN = Context(datetime(2026, 11, 23, 9, tzinfo=ZONE), ZONE, "en-GB", names=frozenset(("tom", "mia")))
CANCELS = replace(PLAIN, question=Question("yes_no", (), frozenset(("cancel",))))
BOOKS = replace(PLAIN, question=Question("choice", ("Thursday 26 November 09:00",), frozenset(("book",))))

REQUESTS = (
    "book 30 min with tom on friday at 10",
    "move the launch rehearsal to 3",
    "what else is on tomorrow?",
    "cancel the staff meeting too",
    "remind me to call tom at 5",
    "decline the design critique",
    "who is in the design critique?",
    "add mia to the staff meeting",
    "email tom that the slides are done",
)


@pytest.mark.parametrize("context", [CANCELS, BOOKS], ids=["cancels", "books"])
@pytest.mark.parametrize("agreeing", ["yes and {}", "yes please, and {}", "ok do it, then {}", "sure. {}"])
@pytest.mark.parametrize("request_", REQUESTS)
def test_both_are_heard(context: Context, agreeing: str, request_: str) -> None:
    said = understand(agreeing.format(request_), context)
    assert (said.intent, said.then) == (Intent.YES, request_)


@pytest.mark.parametrize(
    "words",
    [
        "yes, 30 minutes with tom",
        "yes and add tom",
        "yes but move it to friday",
        "yes, book a room with a screen",
        "yes and make it weekly",
        "yes, book it with tom",
        "yes, who's in it?",
        "yes, if tom agrees",
    ],
)
def test_what_may_put_the_card_right_does_nothing_yet(words: str) -> None:
    said = understand(words, BOOKS)
    assert not (said.intent is Intent.YES and said.certain)


def test_the_time_that_gets_free_is_blocked_behind_the_cancellation() -> None:
    said = understand("yes, then block that hour for me", CANCELS)
    assert (said.intent, said.then) == (Intent.YES, "block that hour for me")
