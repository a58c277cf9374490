"""A wish with the day from which it holds put first, a setting that holds always, and what is only looked at."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    [
        "From next week on I'd like my 1:1 with Tom to be at 11 instead of 10",
        "From next week on, we'd like our 1:1 with Tom to start at 11",
        "From next week on my 1:1 with Tom should be at 11 instead of 10",
        "from next month onwards I want my 1:1 with Tom to be at 11",
    ],
)
def test_the_series_moves_from_then_on(read: Read, said: str) -> None:
    """The old hour is no new one, and the day is where it begins."""
    understood = read(said)
    assert (understood.intent, understood.scope, understood.time.clock) == (Intent.RESCHEDULE, "following", (660, None))


@pytest.mark.parametrize("said", ["the sync should be at 3 instead of 2", "I'd like the sync to be at 3 instead of 2"])
def test_an_hour_is_no_room(read: Read, said: str) -> None:
    """ "In 3 instead of 2" would be rooms."""
    assert read(said).intent is Intent.RESCHEDULE


@pytest.mark.parametrize(
    "said",
    ["Always leave me 10 minutes between meetings", "always schedule 10 minutes between my calls please"],
)
def test_a_setting_may_be_asked_for_always(read: Read, said: str) -> None:
    """It is one, and no meeting."""
    understood = read(said)
    assert understood.intent is Intent.PREFERENCES
    assert [each.kind for each in understood.settings] == ["buffer"]


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("book 30 minutes with Tom on Friday to look at the hotel drawings", ""),
        ("book 30 minutes with Tom on Friday to look at the Severn Yard plans", ""),
        ("book 30 minutes with Tom on Friday at the hotel bar", "the hotel bar"),
    ],
)
def test_what_is_looked_at_is_no_place(read: Read, said: str, place: str) -> None:
    """Nobody meets at drawings."""
    assert read(said).location == place


@pytest.mark.parametrize(
    "said",
    [
        "Please end my catch up with Tom at the end of February",
        "stop my catch up with Tom after 28 February",
        "finish my 1:1 with Tom at the end of February",
    ],
)
def test_a_series_ends_with_a_month(read: Read, said: str) -> None:
    """Who comes to it is not when it ends."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.RESCHEDULE, "series_end")
    assert understood.time.slots[0].end
    assert understood.time.slots[0].end.strftime("%-d %B") == "1 March"
