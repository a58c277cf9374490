"""What is to go, one or many."""

from dataclasses import replace

from dialogs.cards import again, cancelling, everything, several
from dialogs.cards.cancelling import Asks, Extent
from dialogs.cards.several import Row
from dialogs.decisions.openings import Standing
from dialogs.frame import Act, Batch, Gone, Line, Move, Reshuffle
from dialogs.turn import Json
from dialogs.understand.understood import Slot
from dialogs.words.reader import Reader
from graph.model import EventType, NewEvent, Response
from tests.cards.samples.office import CARD, OWNER, at, event, half_hour, opening


def _cancelling(reader: Reader) -> list[tuple[str, Json]]:
    mine = event("Budget review", at(26, 10), 60, is_organizer=True, response=Response.ORGANIZER)
    others = ("Alex Moreau", "Priya Raman")
    asks = Asks(mine, others, CARD, OWNER)
    series = replace(asks, series="series", note="I am ill")
    foreign = Asks(event("Staff meeting", at(26, 10)), (), CARD, OWNER, series="series")
    return [
        ("cancel", cancelling.question(asks, [Extent.THIS], reader)),
        ("cancel-series", cancelling.question(series, list(Extent), reader)),
        ("cancel-following", cancelling.question(series, [Extent.FOLLOWING], reader)),
        ("cancel-not-organizer", cancelling.not_organizer(foreign, reader)),
        ("cancel-which", cancelling.which([mine, event("Stand-up", at(27, 9), 15)], 3, OWNER, reader)),
        ("cancelled", cancelling.cancelled(asks, Extent.THIS, reader)),
        ("cancelled-following", cancelling.cancelled(replace(asks, card_id=""), Extent.FOLLOWING, reader)),
    ]


def _several(reader: Reader) -> list[tuple[str, Json]]:
    mine = event("Budget review", at(27, 10), 60, is_organizer=True, response=Response.ORGANIZER)
    focus = event("Focus", at(27, 12), 60, is_organizer=True, attendees=())
    weekly = event("Platform weekly", at(27, 9), type=EventType.OCCURRENCE, series_id="series")
    offsite = event("Offsite", at(27, 0), 24 * 60, is_all_day=True)
    rows = [
        Row(mine, Act.CANCEL, ("Alex Moreau", "Priya Raman")),
        Row(weekly, Act.DECLINE),
        Row(offsite, Act.DECLINE),
        Row(focus, Act.DELETE),
    ]
    batch = Batch(CARD, tuple(Line(row.event.id, row.act) for row in rows), "I am off")
    quiet = replace(batch, is_quiet=True)
    done = [(row, True) for row in rows]
    gone = Gone(CARD, (NewEvent("Budget review", mine.start, mine.end, CARD, mine.attendees),))
    clears = replace(batch, source=(Slot(at(26, 12), at(26, 18)),))
    return [
        ("several-answers", several.preview(rows[1:3], batch, [mine], OWNER, reader)),
        ("several-quiet", several.preview(rows[1:2], quiet, [], OWNER, reader)),
        ("several-mixed", several.preview(rows, batch, [], OWNER, reader)),
        ("several-clear", several.preview(rows, clears, [], OWNER, reader)),
        ("several-thirty", several.preview([rows[0]] * 30, batch, [], OWNER, reader)),
        ("several-sent", several.sent(done, batch, OWNER, reader, can_undo=True)),
        ("several-partly", several.sent([*done[1:], (rows[0], False)], batch, OWNER, reader, can_undo=False)),
        ("several-undone", several.taken_back(done[1:3], CARD, OWNER, reader)),
        ("again-offered", again.offered(gone, OWNER, reader)),
        ("again-booked", again.booked([mine], reader)),
    ]


def _everything(reader: Reader) -> list[tuple[str, Json]]:
    mine = event("Design review", at(26, 10), 60, is_organizer=True, response=Response.ORGANIZER)
    weekly = event("Stand-up", at(26, 12), is_organizer=True, type=EventType.OCCURRENCE, series_id="series")
    lost = event("Workshop", at(26, 13), 240, is_organizer=True)
    foreign = event("Platform weekly", at(26, 15), 60)
    going = opening(half_hour(27, 10))
    names = ("Alex Moreau", "Priya Raman")
    free_words = f"✓ {reader.say('everyone-free')}"
    rows = [
        everything.Row(mine, going, names, free_words, half_hour(27, 9)),
        everything.Row(weekly, opening(half_hour(26, 13), Standing.BUSY), names, "✕ you busy · ✓ Alex free"),
        everything.Row(lost, None, names),
    ]
    moves = (Move(mine.id, mine.window, half_hour(27, 10)), Move(weekly.id, weekly.window, half_hour(26, 13)))
    plan = Reshuffle(CARD, moves, foreign=(foreign.id,))
    done = [(moves[0], mine), (moves[1], weekly)]
    partly = replace(plan, sent=(mine.id,))
    alone = replace(plan, moves=moves[:1])
    return [
        ("everything", everything.preview(plan, rows, [foreign], OWNER, reader)),
        ("everything-one", everything.preview(alone, rows[:1], [], OWNER, reader)),
        ("everything-foreign", everything.preview(replace(plan, moves=()), [], [foreign] * 10, OWNER, reader)),
        ("everything-twenty", everything.preview(replace(plan, moves=moves * 10), rows[:2] * 10, [], OWNER, reader)),
        ("everything-moved", everything.moved(replace(plan, sent=(mine.id, weekly.id)), done, OWNER, "", reader)),
        ("everything-partly", everything.moved(partly, done, OWNER, "", reader, can_retry=True)),
        ("everything-undone", everything.undone(done, reader)),
    ]


KINDS = (_cancelling, _several, _everything)
