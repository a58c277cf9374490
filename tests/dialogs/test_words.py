"""What is said, and how dates and times are written."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import ast, parse

from dialogs.words.catalog import phrase
from dialogs.words.reader import Reader
from graph.model import Window

ROOT = Path(__file__).resolve().parents[2]
LISBON = ZoneInfo("Europe/Lisbon")
TEA = Window(datetime(2026, 11, 26, 14, tzinfo=UTC), datetime(2026, 11, 26, 14, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("locale", "hours24", "written"),
    [
        ("en-US", None, "Thu, Nov 26, 2:00 – 2:30 PM"),
        ("en-US", True, "Thu, Nov 26, 14:00 – 14:30"),
        ("en-GB", None, "Thu 26 Nov, 14:00 – 14:30"),
        ("en-GB", False, "Thu 26 Nov, 2:00 – 2:30 pm"),
        ("pt-BR", None, "qui., 26 de nov., 14:00 – 14:30"),
        ("not a locale", None, "Thu, Nov 26, 2:00 – 2:30 PM"),
    ],
)
def test_a_moment_is_written_as_its_reader_is_used_to(locale: str, hours24: bool | None, written: str) -> None:
    """The locale decides, but a clock that the mailbox prefers wins."""
    assert Reader(locale, LISBON, hours24).moment(TEA) == written


def test_a_time_is_written_in_the_readers_zone_or_another() -> None:
    """The same instant, by two clocks."""
    reader = Reader("en-GB", ZoneInfo("Asia/Kolkata"))
    assert reader.clock(TEA.start) == "19:30"
    assert reader.clock(TEA.start, LISBON) == "14:00"
    assert (reader.city(), reader.city(LISBON), reader.city(ZoneInfo("UTC"))) == ("Kolkata", "Lisbon", "UTC")


def test_a_time_that_ends_with_a_full_stop_ends_its_sentence() -> None:
    """Canadian clocks write "p.m."."""
    reader = Reader("en-CA", LISBON)
    assert reader.say("booked-speak", subject="Tea", moment=reader.moment(TEA)).endswith("2:30 p.m.")


def test_a_window_over_midnight_names_the_second_day() -> None:
    """So that nobody reads 23:30 – 00:30 as a mistake."""
    late = Window(TEA.start.replace(hour=23, minute=30), TEA.start + timedelta(hours=10, minutes=30))
    assert Reader("en-GB", LISBON).hours(late) == "23:30 – Fri 27 Nov 00:30"


@pytest.mark.parametrize(("minutes", "written"), [(30, "30 min"), (60, "1 h"), (90, "1 h 30 min"), (0, "0 min")])
def test_durations(minutes: int, written: str) -> None:
    """Hours and minutes, whichever there are."""
    assert Reader("en-GB", LISBON).duration(timedelta(minutes=minutes)) == written


@pytest.mark.parametrize(
    ("count", "written"),
    [(1, "P1"), (2, "P1 and P2"), (5, "P1, P2, P3, P4 and P5"), (20, "P1, P2, P3, P4 and 16 more")],
)
def test_a_crowd_is_counted(count: int, written: str) -> None:
    """A card for twenty people does not list them all."""
    assert Reader("en-GB", LISBON).names([f"P{n + 1}" for n in range(count)]) == written


def test_plurals_belong_to_the_catalogue() -> None:
    """One, many, none."""
    said = [phrase("en", "invitations-sent", count=count) for count in (0, 1, 2)]
    assert said == ["In your calendar", "One invitation sent", "2 invitations sent"]


def test_a_phrase_without_its_values_is_an_error() -> None:
    """A sentence with a hole never reaches anybody."""
    with pytest.raises(LookupError):
        phrase("en", "decline-tooltip")
    with pytest.raises(LookupError):
        phrase("en", "no-such-phrase")


def catalogue(language: str) -> dict[str, str]:
    """The source of each phrase of a language."""
    resource = parse((ROOT / "dialogs" / "words" / f"{language}.ftl").read_text(encoding="utf-8"))
    broken = [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    assert broken == []
    return {entry.id.name: "" for entry in resource.body if isinstance(entry, ast.Message)}


def test_every_phrase_that_the_code_names_is_in_the_catalogue_and_the_other_way_round() -> None:
    """Nothing is missing at run time, and nothing is translated in vain."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "dialogs").rglob("*.py"))
    named = set(re.findall(r"""["']([a-z0-9]+(?:-[a-z0-9]+)*)["']""", code))
    standings = {f"standing-{name}" for name in ("elsewhere", "tentative", "outside", "hidden", "busy", "out")}
    tooltips = {f"{verb}-tooltip" for verb in ("accept", "tentative", "decline")}
    told = ("mine", "say", "heard"), ("quorum", "quorum-set", "rule")
    votes = {f"vote-{what}-{answer}" for what in told[0] for answer in ("yes", "no")}
    votes |= {f"vote-say-{answer}-tooltip" for answer in ("yes", "no")}
    votes |= {f"vote-{what}-{kind}" for what in told[1] for kind in ("all", "majority", "number")}
    votes |= {f"vote-speak-{status}" for status in ("booking", "booked", "closed", "cancelled")}
    votes |= {f"vote-stuck-{why}" for why in ("votes", "filled")}
    phrases = set(catalogue("en"))
    source = (ROOT / "dialogs" / "words" / "en.ftl").read_text(encoding="utf-8")
    named |= set(re.findall(r"\{ ([a-z][a-z-]*) \}", source))
    assert phrases - named - standings - tooltips - votes == set()
    said = set(re.findall(r"""say\(\s*["']([a-z0-9-]+)["']""", code))
    assert said - phrases == set()


def test_nobody_is_shouted_at() -> None:
    """No exclamation marks and no emoji in anything we say."""
    words = (ROOT / "dialogs" / "words" / "en.ftl").read_text(encoding="utf-8")
    assert "!" not in words
    assert not re.search("[\U0001f300-\U0001faff]", words)
