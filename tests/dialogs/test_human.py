"""Whoever asks for a person is told whom the settings name."""

from dialogs.courtesy import human
from dialogs.words.reader import Reader
from tests.cards.samples import LISBON

READER = Reader("en-GB", LISBON)


def test_the_contact_of_the_settings_is_told() -> None:
    """As it stands there."""
    assert "helpdesk@contoso.example" in human("helpdesk@contoso.example", READER).text


def test_without_a_contact_nobody_is_made_up() -> None:
    """The answer says that none is known, and where people usually ask."""
    assert "not told" in human("", READER).text
