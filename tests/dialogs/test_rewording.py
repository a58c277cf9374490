"""What is said to the text of a message that waits."""

import pytest

from dialogs.mail.rewording import reworded

LATE = "I am running about 5 min late for “Glaze check” at 15:00."


@pytest.mark.parametrize(
    ("text", "words", "new"),
    [
        ("The kiln opens at gate 5", "make it gate 6", "The kiln opens at gate 6"),
        ("The kiln is hot", "and say sorry for the smell", "The kiln is hot. Sorry for the smell."),
        ("The kiln is hot", "also mention that tea is ready", "The kiln is hot. Tea is ready."),
        ("The kiln is hot.", "add: bring gloves", "The kiln is hot. Bring gloves."),
        (LATE, "make that ten", LATE.replace("5", "10", 1)),
        (LATE, "actually make it 20 minutes", LATE.replace("5 min", "20 min")),
        (LATE, "make it half an hour", LATE.replace("5 min", "30 min")),
        (LATE, "make that ten and say sorry", f"{LATE.replace('5', '10', 1)} Sorry."),
    ],
)
def test_the_text_is_put_otherwise(text: str, words: str, new: str) -> None:
    """The rest of it stays as it is."""
    assert reworded(text, words) == new


@pytest.mark.parametrize("words", ["make it ten", "yes", "move the review to 3", "make it lunch"])
def test_words_about_something_else(words: str) -> None:
    """No number of minutes is in it, or nothing that begins alike."""
    assert not reworded("The kiln is hot", words)
