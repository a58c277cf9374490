"""Which words of a booking may be names of people whom nobody heard."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.booking.leftover import LeftOver, words_of
from dialogs.understand import Context, understand

LISBON = ZoneInfo("Europe/Lisbon")
HERE = Context(datetime(2026, 11, 23, 9, tzinfo=LISBON), LISBON, "en-GB")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("meeting with Stella our lead, Agnes thursday at 2", LeftOver(("Agnes",))),
        ("book Stella and Malik thursday at 2", LeftOver()),
        ("call with Stella thursday at 2 about the Malik contract", LeftOver()),
        ("lunch with Stella at Leung house thursday 12", LeftOver()),
        ("quick huddle tomorrow 7am site team: Omar, Linh", LeftOver()),
        ("book Stella thursday 2pm if that suits Omar", LeftOver((), ("Omar",))),
        ("book Stella thursday at 2, thanks", LeftOver()),
        ("book Stella thursday at 2, Malik's crane plan", LeftOver()),
        ("move the review with Stella our lead, Agnes to 3", LeftOver()),
        ("block thursday afternoon", LeftOver()),
    ],
)
def test_what_is_left_of_a_booking(said: str, left: LeftOver) -> None:
    """Neither what it is about, nor where and when it is, nor who was heard; of nothing but a booking with others."""
    assert words_of(said, understand(said, HERE)) == left
