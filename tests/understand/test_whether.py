"""What is asked of a meeting that is answered by yes or no: which words name it, and what is said of it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context
from dialogs.understand.builds.whether import claimed

MADRID = ZoneInfo("Europe/Madrid")
CONTEXT = Context(datetime(2026, 11, 18, 9, tzinfo=MADRID), MADRID, "en-US")


@pytest.mark.parametrize(
    ("said", "event", "kind", "times"),
    [
        ("is the tide call at 3?", "the tide call", "time", ["at 3"]),
        ("hey, is the tide call still on Friday", "the tide call", "time", ["on Friday"]),
        ("Isn't the tide call on Friday at 10?", "the tide call", "time", ["on Friday at 10"]),
        ("the tide call is Friday at 10, right?", "the tide call", "time", ["Friday at 10"]),
        ("can you check if the tide call is at 10", "the tide call", "time", ["at 10"]),
        ("does the tide call start at 10?", "the tide call", "time", ["start at 10"]),
        ("is tomorrow's tide call on teams?", "tomorrow's tide call", "online", []),
        ("is the tide call in person on friday?", "the tide call", "bodily", ["on friday"]),
        ("is the tide call online or in person?", "the tide call", "how", []),
        ("is the tide call still happening?", "the tide call", "on", []),
        ("are we still on for the tide call?", "the tide call", "on", []),
        ("has the tide call been cancelled", "the tide call", "off", []),
        ("is the harbour check-in cancelled?", "the harbour check-in", "off", []),
        ("did the tide call get moved?", "the tide call", "moved", []),
        ("is the tide call every week?", "the tide call", "repeats", ["every week"]),
        ("is the tide call an hour long?", "the tide call", "length", ["an hour"]),
        ("does the tide call clash with anything?", "the tide call", "clashes", []),
        ("do we have a tide call this week?", "tide call", "there", ["this week"]),
        ("has everyone accepted the tide call?", "the tide call", "all", []),
        ("did everybody reply?", "", "all", []),
        ("is anybody missing from the tide call?", "the tide call", "any", []),
    ],
)
def test_a_question_with_yes_or_no_names_a_meeting_and_what_is_said_of_it(
    said: str, event: str, kind: str, times: list[str]
) -> None:
    """Whatever order its parts have."""
    claim = claimed(said, CONTEXT)
    assert claim is not None
    assert (claim.event, claim.kind, [when.text for when in claim.when]) == (event, kind, times)


@pytest.mark.parametrize(
    "said",
    [
        "is Nadia free at 3?",
        "is Nadia in on Friday?",
        "will Nadia be in the office tomorrow",
        "is Tagus free at 2 tomorrow?",
        "am I busy tomorrow?",
        "is tomorrow a holiday?",
        "is my afternoon clear on friday?",
        "move the tide call to 3",
        "when is the tide call?",
        "is Nadia coming to the tide call?",
        "will it rain?",
    ],
)
def test_other_questions_are_left_to_others(said: str) -> None:
    """Of people, rooms and days."""
    assert claimed(said, CONTEXT) is None
