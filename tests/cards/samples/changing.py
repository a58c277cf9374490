"""What is to change, once or often."""

from dataclasses import replace

from dialogs.cards import alike, changing, recurring
from dialogs.cards.changing import Preview
from dialogs.decisions.openings import Opening, Standing
from dialogs.frame import Alike, Change, Guest, Repeats, Target, Wish
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import EventChanges, EventType, Person, Response
from graph.recurrence import Recurrence
from tests.cards.samples.office import (
    ALEX,
    CARD,
    FADO,
    HERSELF,
    INES,
    OWNER,
    PRIYA,
    TEJO,
    TOM,
    TUESDAYS,
    at,
    event,
    half_hour,
    opening,
)


def _changing(reader: Reader) -> list[tuple[str, Json]]:
    mine = event("Budget review", at(26, 10), is_organizer=True, response=Response.ORGANIZER, organizer=HERSELF)
    later = opening(half_hour(27, 15), soonest=True)
    taken = opening(half_hour(26, 15), Standing.FREE, Standing.BUSY)
    tom = Guest(Person("Tom Becker", "tom@contoso.example"))
    moved = Wish(moves=True)
    everything = Wish(
        moves=True,
        subject="Budget 2027",
        location="Café Central",
        text="Bring the figures.",
        marks=("private",),
        added=(tom,),
        dropped=(Person("Priya Raman", "priya@contoso.example"),),
    )

    def preview(wish: Wish, *openings: Opening, **more: object) -> Json:
        faces = (INES, ALEX, PRIYA) if not wish.added else (INES, ALEX, TOM)
        fields: dict[str, object] = {"event": mine, "faces": faces, **more}
        return changing.preview(Preview(CARD, OWNER, wish=wish, openings=openings, **fields), reader)  # type: ignore[arg-type]  # one table for all

    note = reader.say("note-taken", time=reader.moment(taken.window), who="✕ Alex busy")
    made = Change(CARD, everything, mine.id, made=True, back=EventChanges(subject=mine.subject))
    return [
        ("change-move", preview(moved, later)),
        ("change-series", preview(moved, later, scopes=("this", "following", "all"))),
        ("change-conflict", preview(moved, later, taken, asked=True, note=note)),
        ("change-room-taken", preview(moved, later, taken, asked=True, note=note, rooms=(TEJO, FADO))),
        ("change-times", preview(moved, later, opening(half_hour(27, 9), Standing.OUTSIDE), scopes=("this",))),
        ("change-everything", preview(everything, later)),
        ("change-people", preview(Wish(added=(tom,)), stays=opening(mine.window))),
        ("change-which", changing.which([mine, event("Stand-up", at(27, 9), 15)], CARD, OWNER, reader)),
        ("changed", changing.changed(mine, made, "", OWNER, reader)),
        ("changed-series", changing.changed(mine, made, "all", OWNER, reader)),
        ("change-undone", changing.undone(mine, INES.email, reader)),
    ]


def _recurring(reader: Reader) -> list[tuple[str, Json]]:
    mine = event("Design review", at(24, 10), is_organizer=True, response=Response.ORGANIZER)
    weekly = replace(TUESDAYS, interval=1, until=None)
    anew = Repeats(TUESDAYS, mine.window, TUESDAYS, mine.window)
    change = Change(CARD, Wish(), mine.id, repeats=anew)
    longer = replace(change, repeats=replace(anew, is_whole=True, is_longer=True))
    fits = reader.say("repeats-missing", name="Alex", days=reader.day(at(24, 10)))

    def preview(change: Change, before: Recurrence | None, *scopes: str, fits: str = "") -> Json:
        return recurring.preview(recurring.Shown(change, mine, before, scopes, OWNER, fits), reader)

    return [
        ("repeat-once", preview(change, None, fits=f"○ {fits}")),
        ("repeat-series", preview(change, weekly, "following", "all", fits=f"○ {fits}")),
        ("repeat-longer", preview(longer, weekly, "all")),
        ("repeat-made", recurring.made(mine, replace(change, made=True), TUESDAYS, OWNER, reader)),
    ]


def _alike(reader: Reader) -> list[tuple[str, Json]]:
    mine = event("Design review", at(26, 10), 60, is_organizer=True, response=Response.ORGANIZER)
    weekly = event("Stand-up", at(26, 12), is_organizer=True, type=EventType.OCCURRENCE, series_id="series")
    tom = Guest(Person("Tom Becker", "tom@contoso.example"))
    each = (Target(mine.id, "this"), Target(weekly.id, "all"))
    change = Alike(CARD, Wish(added=(tom,), marks=("private",)), each)
    both = list(zip(each, (mine, weekly), strict=True))
    done = [(target, one, one is mine) for target, one in both]
    return [
        ("alike", alike.preview(change, both, OWNER, reader)),
        ("alike-changed", alike.changed(change, done, OWNER, reader, can_undo=True)),
    ]


KINDS = (_changing, _recurring, _alike)
