"""Who is ill is away, however they put it; who tells that somebody else is, or wants something besides, is not."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.understood import Intent

ZONE = ZoneInfo("Europe/Lisbon")
NOW = Context(datetime(2026, 11, 23, 9, tzinfo=ZONE), ZONE, "en-GB")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("urgh, woke up with a migraine, not coming in today", 23),
        ("not feeling well, staying home tomorrow", 24),
        ("calling in sick", 23),
        ("i'm ill, off today", 23),
        ("sick day tomorrow", 24),
        ("put me down as sick tomorrow", 24),
        ("block tomorrow as out sick", 24),
        ("can't come in tomorrow, my kid is sick", 24),
        ("home with a cold today", 23),
        ("feeling rough, going home", 23),
        ("won't be in tomorrow, sick", 24),
        ("won't be around tomorrow", 24),
    ],
)
def test_who_is_ill_is_away(words: str, day: int) -> None:
    said = understand(words, NOW)
    [start, *_] = [slot.start for slot in said.time.slots]
    assert said.intent is Intent.AWAY
    assert start is not None
    assert start.day == day


@pytest.mark.parametrize(
    "words",
    [
        "tom is sick, move roadmap to friday",
        "my kid is sick, move roadmap to friday",
        "i'm not well, cancel everything today",
        "i won't make it to roadmap tomorrow, i'm ill",
        "i have a cold call with tom tomorrow",
        "i feel great, book an hour with tom today",
    ],
)
def test_what_is_wanted_besides_is_no_absence(words: str) -> None:
    assert understand(words, NOW).intent is not Intent.AWAY
