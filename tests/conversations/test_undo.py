"""Undo of everything that writes: by tap and by word, for five minutes, and what is said after that."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from dialogs.knowing.knowing import TAPS as OTHER_TAPS
from dialogs.routes import TAPS
from dialogs.undoing import PREFIX
from tests.conversations.player import Player, playing
from tests.conversations.written import Step


@dataclass(frozen=True)
class Written:
    """What is said to have something written, at eight on a day of 2027, and the days that it concerns."""

    verb: str
    day: str
    said: tuple[str, ...]
    looked_at: tuple[str, ...]


TABLE = (
    Written("undo_book", "Mon 3 May", ("book 30 minutes with Alex today at 11:00", "[Book]"), ("3 May",)),
    Written("undo_change", "Tue 1 Jun", ("rename the catalogue proofs to Cover", "[Change it]"), ("1 Jun",)),
    Written("undo_respond", "Tue 1 Jun", ("accept the catalogue prices",), ("2 Jun",)),
    Written("undo_several", "Tue 1 Jun", ("decline everything tomorrow", "[Send answer]"), ("2 Jun",)),
    Written("undo_reshuffle", "Tue 18 May", ("push everything tomorrow by an hour", "[Move both]"), ("19 May",)),
    Written("undo_alike", "Tue 18 May", ("add Katherine to all my meetings tomorrow", "[Change both]"), ("19 May",)),
    Written("undo_absence", "Mon 3 May", ("I'm off tomorrow", "[Set it up]"), ("4 May",)),
    Written("undo_reminder", "Tue 1 Jun", ("remind me 30 minutes before the press day",), ("1 Jun",)),
    Written("undo_calendar", "Mon 3 May", ("make a calendar called Travel",), ("3 May",)),
    Written("undo_preferences", "Mon 3 May", ("my working hours are 8 to 4", "[Save]"), ("3 May",)),
    Written("undo_added", "Mon 3 May", ("remind me to call Tom at 16:00", "[Add reminder]"), ("3 May",)),
)
"""One for each button that takes something back."""
EACH = pytest.mark.parametrize("written", TABLE, ids=[each.verb for each in TABLE])
HOWS = pytest.mark.parametrize("how", ["[Undo]", "undo"])


def test_nothing_that_can_be_undone_is_left_out() -> None:
    """A further job that writes has its line in the table."""
    assert {each.verb for each in TABLE} == {verb for verb in {**TAPS, **OTHER_TAPS} if verb.startswith(PREFIX)}


@EACH
@HOWS
async def test_it_is_as_before_within_five_minutes(written: Written, how: str, tmp_path: Path) -> None:
    """By tap and by word, and something is really written for it."""
    async with playing(tmp_path, restarts=False) as player:
        before = await _calendars(player, written)
        await _write(player, written)
        await player.step(Step(f"{written.day} 2027, 08:04"))
        answer = await player.step(Step(f"Inês: {how}"))
        assert _writes(answer), answer
        assert await _calendars(player, written) == before


@EACH
@HOWS
async def test_it_stays_after_five_minutes_and_it_is_said_why(written: Written, how: str, tmp_path: Path) -> None:
    """Nothing is written, and it is said what can be done instead."""
    async with playing(tmp_path, restarts=False) as player:
        await _write(player, written)
        done = await _calendars(player, written)
        await player.step(Step(f"{written.day} 2027, 08:07"))
        answer = await player.step(Step(f"Inês: {how}"))
        assert not _writes(answer)
        assert answer[0].startswith("Bot: That was 7 minutes ago. I can undo for five minutes only"), answer
        assert " say " in answer[0]
        assert await _calendars(player, written) == done


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("tell Alex I'll be late", "[Send]"), "can't be called back"),
        (("cancel the catalogue proofs", "[Cancel meeting]"), "Book it again"),
    ],
)
async def test_what_cannot_be_undone_says_what_can_be_done(said: tuple[str, ...], told: str, tmp_path: Path) -> None:
    """A message that was sent, a meeting that was cancelled: nothing is written at the word alone."""
    async with playing(tmp_path, restarts=False) as player:
        await _write(player, Written("", "Tue 1 Jun", said, ()))
        answer = await player.step(Step("Inês: undo"))
        assert not _writes(answer)
        assert told in " ".join(answer), answer


async def _write(player: Player, written: Written) -> None:
    await player.step(Step(f"{written.day} 2027, 08:00"))
    for words in written.said:
        answer = await player.step(Step(f"Inês: {words}"))
    assert _writes(answer), answer


async def _calendars(player: Player, written: Written) -> list[list[str]]:
    await player.step(Step(f"{written.day} 2027, 08:00"))
    return [
        [line for line in await player.step(Step(f"Calendar of {name} on {day}:")) if "Canceled: " not in line]
        or ["  nothing"]
        for day in written.looked_at
        for name in ("Inês", "Alex", "Katherine")
    ]


def _writes(answer: list[str]) -> bool:
    return any(line.startswith("  -> ") for line in answer)
