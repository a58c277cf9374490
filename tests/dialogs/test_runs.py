"""How far a series runs, by what is said of it anywhere in a sentence."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.decisions import repeating
from dialogs.understand import Context, understand

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2027, 1, 20, 9, 20, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("said", "first", "until"),
    [
        ("every Wednesday at 11 from next week until the end of March with Ana", "2027-01-25", "20270331"),
        ("every Wednesday at 11 starting next week until the end of March: with Ana", "2027-01-25", "20270331"),
        ("every Wednesday at 11 from 27 January to 31 March with Ana", "2027-01-27", "20270331"),
        ("every Wednesday at 11 from 27 January to the end of March with Ana", "2027-01-27", "20270331"),
        ("starting next week, every Wednesday at 11 with Ana till end of March", "2027-01-25", "20270331"),
        ("every Wednesday at 11 with Ana, first one on 3 Feb, last one on 31 March", "2027-02-03", "20270331"),
        ("every Wednesday at 11 with Ana between 1 Feb and 31 March", "2027-02-01", "20270331"),
        ("every Friday from february with Ana at 9", "2027-02-01", ""),
        ("every Friday at 9 from february with Ana", "2027-02-01", ""),
    ],
)
def test_how_far_a_series_runs(said: str, first: str, until: str) -> None:
    """From which day on, and until when; "" where it goes on."""
    series = repeating.settled(understand(said, Context(NOW, LONDON, "en-GB")).time, NOW)
    parts = dict(part.split("=") for part in series.rrule.split(";"))
    assert series.run.starting is not None
    assert (f"{series.run.starting:%Y-%m-%d}", parts.get("UNTIL", "")[:8]) == (first, until)
