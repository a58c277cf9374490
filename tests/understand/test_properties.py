"""What holds for every utterance."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.understand import Context, understand
from dialogs.understand.understood import Intent, Kind, Question
from dialogs.understand.wording import typed

ZONES = ["Europe/Madrid", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"]
MOMENTS = st.datetimes(datetime(2001, 1, 1), datetime(2090, 12, 31))
WORDS = [
    "monday",
    "tuesday",
    "next",
    "last",
    "this",
    "every",
    "other",
    "first",
    "3rd",
    "31st",
    "half",
    "past",
    "quarter",
    "to",
    "of",
    "may",
    "march",
    "june",
    "2027",
    "3",
    "15",
    "1530",
    "10:30",
    "pm",
    "am",
    "noon",
    "between",
    "and",
    "from",
    "until",
    "by",
    "after",
    "before",
    "not",
    "except",
    "week",
    "month",
    "days",
    "hours",
    "minutes",
    "in",
    "at",
    "on",
    "the",
    "with",
    "ana",
    "tom",
    "for",
    "an",
    "hour",
    "tomorrow",
    "today",
    "evening",
    "12/3",
    "1/2",
    "24.12.",
    "-",
    ",",
    "lunch",
    "cancel",
    "book",
    "decline",
    "yes",
    "no",
]


def context(now: datetime, zone: str, locale: str = "en-US", question: Question | None = None) -> Context:
    """Read at `now` in `zone`."""
    where = ZoneInfo(zone)
    return Context(now.replace(tzinfo=where), where, locale, question)


@given(
    text=st.text(max_size=300),
    now=MOMENTS,
    zone=st.sampled_from(ZONES),
    kind=st.sampled_from(["", "yes_no", "choice", "subject"]),
)
@settings(max_examples=150)
def test_any_text_is_read(text: str, now: datetime, zone: str, kind: str) -> None:
    """Whatever is typed gets a reading, and its spans lie in the text, put as it is read."""
    question = Question(kind, ("one", "two")) if kind else None
    understood = understand(text, context(now, zone, question=question))
    assert understood.intent in Intent
    plain = typed.plainly(text).lower()
    for when in understood.when:
        assert plain[slice(*when.span)] == when.text.lower()


@given(words=st.lists(st.sampled_from(WORDS), max_size=25), now=MOMENTS, zone=st.sampled_from(ZONES))
@settings(max_examples=300)
def test_any_pile_of_time_words_is_read(words: list[str], now: datetime, zone: str) -> None:
    """Words of time in any order never fail, and a start never comes after its end."""
    for when in understand(" ".join(words), context(now, zone)).when:
        if when.start and when.end:
            assert when.start <= when.end
        assert when.start is None or when.start.tzinfo is not None


@pytest.mark.parametrize(
    "word",
    ["monday ", "blah ", "at 3 ", "every ", "12 ", "with ana ", "not ", "next ", "(", "a@b.c ", "between 2 and "],
)
def test_reading_is_linear(word: str) -> None:
    """Four times the words take about four times as long: far from sixteen times."""
    here = context(datetime(2026, 11, 18, 9), "UTC")
    understand("warm up the caches: tomorrow at 3 with Ana", here)

    assert min(_ratios(word, here)) < 7


def _ratios(word: str, here: Context) -> Iterator[float]:
    """How much longer four times the words take, until it is less than seven times as long.

    A loaded machine may slow down one of two measurements; what is quadratic takes sixteen times as long in each.
    """
    for _ in range(6):
        short, long = (_seconds(word * count, here) for count in (600, 2400))
        yield long / short
        if long < 7 * short:
            return


def _seconds(text: str, here: Context) -> float:
    started = process_time()
    understand(text, here)
    return process_time() - started


@given(
    day=st.dates(datetime(2026, 11, 19).date(), datetime(2040, 12, 31).date()),
    locale=st.sampled_from(["en-US", "en-GB", "en-IN", "en-CA"]),
)
@settings(max_examples=150)
def test_what_we_write_we_read(day: datetime, locale: str) -> None:
    """Every way in which a date is written in an English locale reads back as that date."""
    here = context(datetime(2026, 11, 18, 9), "UTC", locale)
    numeric = f"{day.month}/{day.day}/{day.year}" if locale == "en-US" else f"{day.day}/{day.month}/{day.year}"
    for written in (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%Y-%m-%d}",
        f"{day:%A}, {day.day} {day:%b} {day.year}",
    ):
        (when,) = understand(written, here).when
        assert when.start is not None
        assert when.start.date() == day
    if locale in ("en-US", "en-GB", "en-IN"):
        (when,) = understand(numeric, here).when
        assert when.start is not None
        assert when.start.date() == day


@given(minute=st.integers(0, 1439))
def test_every_clock_time_is_read_back(minute: int) -> None:
    """24 hours and 12 hours alike."""
    here = context(datetime(2026, 11, 18, 9), "UTC")
    hour, rest = divmod(minute, 60)
    twelve = f"{hour % 12 or 12}:{rest:02} {'am' if hour < 12 else 'pm'}"
    for written in (f"tomorrow at {hour:02}:{rest:02}", f"tomorrow at {twelve}"):
        (when,) = understand(written, here).when
        assert when.start is not None
        assert (when.start.hour, when.start.minute, when.start.day) == (hour, rest, 19)


@given(
    now=MOMENTS,
    days=st.integers(1, 300),
    said=st.sampled_from(["tomorrow", "in three days", "in two hours", "in 4 weeks", "yesterday"]),
)
def test_relative_times_move_with_now(now: datetime, days: int, said: str) -> None:
    """The same words, so many days later, mean so many days later."""
    (first,) = understand(said, context(now, "UTC")).when
    (second,) = understand(said, context(now + timedelta(days=days), "UTC")).when
    assert first.start is not None
    assert second.start is not None
    assert second.start - first.start == timedelta(days=days)


@given(now=MOMENTS, weekday=st.sampled_from(["monday", "thursday", "sunday"]))
def test_a_weekday_is_the_next_one(now: datetime, weekday: str) -> None:
    """It lies one to seven days ahead, and is that weekday."""
    (when,) = understand(weekday, context(now, "UTC")).when
    assert when.kind is Kind.DATE
    assert when.start is not None
    assert 1 <= (when.start.date() - now.date()).days <= 7
    assert when.start.strftime("%A").lower() == weekday


def test_the_same_utterance_is_always_read_the_same() -> None:
    """Nothing is remembered between utterances."""
    here = context(datetime(2026, 11, 18, 9), "UTC")
    first = understand("lunch with Ana tomorrow", here)
    understand("decline everything next week", here)
    assert understand("lunch with Ana tomorrow", here) == first
