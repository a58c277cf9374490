"""With whom, in a sentence before the one that tells when."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "who", "subject"),
    [
        (
            "i owe femi, ruth and kojo a talk about raises. thurs at 10, one hour, private and online",
            ["femi", "ruth", "kojo"],
            "raises",
        ),
        ("I promised Femi an hour on the kiln. Friday at 3 works", ["Femi"], "kiln"),
        ("I've promised Ruth a chat about the kiln - friday 2pm?", ["Ruth"], "kiln"),
        ("Femi and Ruth have questions about the kiln. 30 min tomorrow at 4, online", ["Femi", "Ruth"], "kiln"),
        ("Ruth wants to hear about the kiln. Thursday at 10, half an hour", ["Ruth"], "kiln"),
        ("I owe Ruth a coffee, Friday?", ["Ruth"], "coffee"),
    ],
)
def test_they_come(read: Read, said: str, who: list[str], subject: str) -> None:
    """The time is for all of them."""
    understood = read(said)
    assert understood.intent is Intent.SCHEDULE
    assert [each.text for each in understood.people] == who
    assert understood.subject == subject


def test_private_before_and(read: Read) -> None:
    """It is said of the event, whatever stands behind it."""
    assert read("half an hour with Ruth tomorrow at 3, private and online").extras.privacy == "private"
