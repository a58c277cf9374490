"""Times on offer, votes, and what was booked."""

from dataclasses import replace
from datetime import date, timedelta

from dialogs.cards import booking, voting
from dialogs.cards.voting import Row as Vote
from dialogs.cards.voting import Shown
from dialogs.decisions.compromises import Compromise
from dialogs.decisions.openings import Opening, Standing
from dialogs.decisions.repeating import Fit
from dialogs.turn import Json
from dialogs.understand.understood import Extras
from dialogs.voting.poll import Answer, Quorum, Status, Voter
from dialogs.words.reader import Reader
from dialogs.words.repeats import repeats
from graph.model import Response, Window
from tests.cards.samples.office import (
    ALEX,
    CARD,
    INES,
    OWNER,
    PRIYA,
    TUESDAYS,
    TWENTY,
    at,
    event,
    half_hour,
    opening,
    times,
)


def _booking(reader: Reader) -> list[tuple[str, Json]]:
    good = opening(half_hour(26, 14), soonest=True)
    mixed = (
        good,
        opening(half_hour(26, 16), Standing.FREE, Standing.TENTATIVE),
        opening(half_hour(27, 9, 30), Standing.FREE, Standing.OUTSIDE, Standing.HIDDEN),
    )
    taken = opening(half_hour(26, 15), Standing.FREE, Standing.BUSY)
    ways = (Compromise(ALEX.email), Compromise(length=timedelta(minutes=15)))
    days = opening(Window(at(26, 0), at(28, 0)), Standing.FREE, Standing.TENTATIVE)
    extras = Extras(
        "private", "free", "important", timedelta(minutes=30), category="Customer", agenda="Plans and prices"
    )
    note = reader.say("note-taken", time=reader.moment(taken.window), who="✕ Alex busy")
    crowd = Opening(half_hour(26, 14), tuple((face.email, Standing.FREE) for face in TWENTY), soonest=True)
    alone = Opening(half_hour(26, 14), ((INES.email, Standing.FREE),), soonest=True)
    told = Fit(taken, 8, ((ALEX.email, (date(2026, 12, 1), date(2026, 12, 15), date(2026, 12, 22), date(2027, 1, 5))),))
    names = {INES.email: "you", ALEX.email: "Alex", PRIYA.email: "Priya"}
    fits = tuple(booking.missing(fit, names, reader) for fit in (Fit(good, 8), told))
    series = booking.Repeats(repeats(TUESDAYS, reader), fits)
    booked = event("Q3 budget", at(26, 14), is_organizer=True, response=Response.ORGANIZER)
    return [
        ("times", times(reader, *mixed)),
        ("times-compromises", times(reader, taken, anyway=taken.window, note=note, ways=ways)),
        ("times-days", times(reader, days, exact=True, whole_days=True)),
        ("times-extras", times(reader, good, exact=True, extras=extras)),
        ("times-exact", times(reader, good, exact=True)),
        ("times-conflict", times(reader, good, taken, note=note, anyway=taken.window)),
        ("times-nobody-free", times(reader, taken, opening(half_hour(27, 9), Standing.OUT))),
        ("times-twenty", times(reader, crowd, faces=TWENTY)),
        ("times-alone", times(reader, alone, faces=(INES,), subject="Reserved")),
        ("times-odd-subject", times(reader, good, subject="*Budget* [draft](http://x.example) _v2_ 1. <b>")),
        ("times-series", times(reader, good, taken, exact=True, anyway=taken.window, series=series)),
        (
            "booked-series",
            booking.booked(replace(booked, recurrence=TUESDAYS), (INES, ALEX, PRIYA), "offer", OWNER, reader),
        ),
        ("booked", booking.booked(booked, (INES, ALEX, PRIYA), "offer", OWNER, reader)),
        ("undone", booking.undone("Q3 budget", 2, "offer", OWNER, reader)),
    ]


def _voting(reader: Reader) -> list[tuple[str, Json]]:
    ines = Voter(OWNER, "Inês Carvalho", "ines@contoso.example", "29:ines")
    alex = Voter("alex", "Alex Moreau", "alex@contoso.example", "29:alex")
    priya = Voter("priya", "Priya Raman", "priya@contoso.example", "29:priya")
    hours = [Window(at(day, hour), at(day, hour) + timedelta(hours=1)) for day, hour in ((26, 11), (26, 15), (27, 9))]
    first, second, third = (f"t{number}" for number in (1, 2, 3))
    rows = (
        Vote(first, hours[0], yes=("Inês", "Alex")),
        Vote(second, hours[1], yes=("Inês",), no=("Alex",)),
        Vote(third, hours[2], yes=("Inês",)),
    )
    closes = f"{reader.day(at(25, 12))}, {reader.clock(at(25, 12))}"
    shown = Shown(
        poll=CARD,
        subject="Q3 budget",
        organizer=ines,
        organizer_name="Inês",
        minutes=reader.duration(timedelta(hours=1)),
        rows=rows,
        status=Status.OPEN,
        voted=2,
        voters=(ines, alex, priya),
        missing=("Priya",),
        quorum=Quorum("majority"),
        closes=closes,
    )
    free = f"✓ {reader.say('vote-all-free')}"
    some = f"○ {reader.say('vote-some-free', free=2, count=3)}"
    drafted = replace(
        shown,
        status=Status.DRAFT,
        closes="",
        rows=tuple(Vote(row.id, row.window, suits=suits) for row, suits in zip(rows, (free, free, some), strict=True)),
    )
    mine = (
        replace(rows[0], mine=Answer.YES, calendar=Standing.FREE),
        replace(rows[1], mine=Answer.NO, calendar=Standing.BUSY),
        replace(rows[2], calendar=Standing.TENTATIVE),
    )
    own = (
        replace(rows[0], mine=Answer.YES),
        replace(rows[1], mine=Answer.YES, is_filled=True),
        replace(rows[2], is_past=True),
    )
    won = (replace(rows[0], is_chosen=True), *rows[1:])
    crowd = tuple(Voter(f"v{number}", f"Person{number} Longsurname", "", f"29:{number}") for number in range(60))
    names = tuple(f"Person{number}" for number in range(60))
    six = tuple(
        Vote(
            f"t{number}",
            half_hour(23 + number, 10),
            yes=names[:35],
            no=names[35:55],
            mine=Answer.YES,
            calendar=Standing.FREE,
        )
        for number in range(6)
    )
    return [
        ("vote draft", voting.draft(drafted, reader)),
        (
            "vote draft with a note",
            voting.draft(
                replace(drafted, unreachable=("Tom Becker",), rows=drafted.rows[:1]),
                reader,
                asked=reader.say("vote-too-few", count=1),
            ),
        ),
        ("vote for everybody", voting.shared(shown, reader)),
        ("vote for a voter", voting.shared(replace(shown, viewer="alex", rows=mine), reader)),
        ("vote for the organizer", voting.shared(replace(shown, viewer=OWNER, rows=own, best=own[0]), reader)),
        ("vote that is stuck", voting.shared(replace(shown, stuck="votes", missing=(), voted=3), reader)),
        ("vote that has filled", voting.shared(replace(shown, rows=own, stuck="filled"), reader)),
        ("vote being booked", voting.shared(replace(shown, rows=won, status=Status.BOOKING), reader)),
        (
            "vote booked",
            voting.shared(
                replace(shown, rows=won, status=Status.BOOKED, missing=(), tied=(reader.moment(hours[2]),)), reader
            ),
        ),
        (
            "vote booked early",
            voting.shared(
                replace(shown, rows=won, status=Status.BOOKED, is_early=True, viewer=OWNER, may_undo=True), reader
            ),
        ),
        (
            "vote closed",
            voting.shared(replace(shown, status=Status.CLOSED, viewer=OWNER, best=rows[0], closes=""), reader),
        ),
        ("vote cancelled", voting.shared(replace(shown, status=Status.CANCELLED), reader)),
        ("vote reminder", voting.reminder(shown, (priya,), reader)),
        ("vote to book early", voting.confirm(shown, rows[0], reader)),
        (
            "vote of sixty",
            voting.shared(
                replace(
                    shown,
                    voters=crowd,
                    rows=six,
                    voted=55,
                    missing=names[55:],
                    viewer="v1",
                    quorum=Quorum("number", 40),
                ),
                reader,
            ),
        ),
    ]


KINDS = (_booking, _voting)
