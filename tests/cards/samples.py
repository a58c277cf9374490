"""Every card in every state, with made-up people: what `make gallery` draws and the schema test checks."""

import base64
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dialogs.cards import (
    absence,
    again,
    agenda,
    alike,
    behalf,
    booking,
    calendars,
    cancelling,
    changing,
    details,
    everything,
    forms,
    free,
    invitations,
    mail,
    messages,
    notices,
    people,
    person,
    preferences,
    proposals,
    proposing,
    recurring,
    reminders,
    rooms,
    several,
    sharing,
    signing_in,
    voting,
)
from dialogs.cards.agenda import Day, Entry
from dialogs.cards.booking import Face, Times
from dialogs.cards.cancelling import Asks, Extent
from dialogs.cards.changing import Preview
from dialogs.cards.invitations import Invitation
from dialogs.cards.people import Place
from dialogs.cards.proposals import Proposal
from dialogs.cards.several import Row
from dialogs.cards.voting import Row as Vote
from dialogs.cards.voting import Shown
from dialogs.compromises import Compromise
from dialogs.frame import (
    Absence,
    Act,
    Alike,
    Batch,
    CalendarAct,
    Change,
    Counter,
    Gone,
    Guest,
    Letter,
    Line,
    Move,
    Principal,
    Reach,
    Repeats,
    Reshuffle,
    SettingsChange,
    Sharer,
    Target,
    Tidying,
    Unresolved,
    Wish,
)
from dialogs.habits import Habits, Settings
from dialogs.openings import Opening, Standing
from dialogs.repeating import Fit
from dialogs.turn import Json
from dialogs.understand.understood import Extras, Role, Slot
from dialogs.voting.poll import Answer, Quorum, Status, Voter
from dialogs.words.reader import Reader
from dialogs.words.repeats import repeats
from graph.calendars import Calendar, Permission
from graph.mail import Message
from graph.model import (
    Attendee,
    Busy,
    Event,
    EventChanges,
    EventType,
    Hidden,
    Importance,
    NewEvent,
    Person,
    Response,
    Schedule,
    ShowAs,
    Window,
    WorkingHours,
)
from graph.places import Room
from graph.recurrence import Pattern, Recurrence
from tests.portrait import png

LISBON = ZoneInfo("Europe/Lisbon")
READER = Reader("en-GB", LISBON)
OWNER = "00000000-0000-4000-8000-000000000001"
CARD = "00000000-0000-4000-8000-00000000000c"
INES = Face("ines@contoso.example", "Inês", "Inês Carvalho", LISBON, is_reader=True)
ALEX = Face("alex@contoso.example", "Alex", "Alex Moreau", ZoneInfo("America/New_York"))
PRIYA = Face("priya@contoso.example", "Priya", "Priya Raman", ZoneInfo("Asia/Kolkata"))
TOM = Face("tom@contoso.example", "Tom", "Tom Becker", ZoneInfo("Europe/Berlin"))
_INES = Person("Inês Carvalho", "ines@contoso.example")
TWENTY = tuple(
    Face(f"p{n}@contoso.example", f"Person{n}", f"Person{n} Longsurname-{n}", ZoneInfo("Asia/Tokyo")) for n in range(20)
)


PLACE = Place(CARD, OWNER)

TUESDAYS = Recurrence(Pattern.WEEKLY, date(2026, 11, 24), 2, weekdays=(1,), until=date(2027, 3, 28))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 in Lisbon."""
    return datetime(2026, 11, day, hour, minute, tzinfo=LISBON)


def half_hour(day: int, hour: int, minute: int = 0) -> Window:
    """Thirty minutes."""
    return Window(at(day, hour, minute), at(day, hour, minute) + timedelta(minutes=30))


def opening(window: Window, *standings: Standing, soonest: bool = False) -> Opening:
    """An opening for the three faces."""
    told = (*standings, *[Standing.FREE] * (3 - len(standings)))
    emails = (INES.email, ALEX.email, PRIYA.email)
    return Opening(window, tuple(zip(emails, told, strict=True)), soonest=soonest, breathing=soonest)


def event(subject: str, start: datetime, minutes: int = 30, **more: object) -> Event:
    """An event that somebody else organizes."""
    fields: dict[str, object] = {
        "id": f"id-{subject}",
        "organizer": Person("Priya Raman", "priya@contoso.example"),
        "attendees": (
            Attendee("Inês Carvalho", "ines@contoso.example"),
            Attendee("Alex Moreau", "alex@contoso.example", response=Response.ACCEPTED),
        ),
        "response": Response.ACCEPTED,
        "is_online": True,
        "join_url": "https://teams.microsoft.com/l/meetup-join/x",
        "web_link": "https://outlook.office365.com/owa/?itemid=x",
        **more,
    }
    return Event(subject=subject, start=start, end=start + timedelta(minutes=minutes), **fields)  # type: ignore[arg-type]  # one table for all


def samples(reader: Reader = READER) -> list[tuple[str, Json]]:
    """Names and cards."""
    each = (
        _booking,
        _voting,
        _rooms,
        _people,
        _invitations,
        _changing,
        _recurring,
        _everything,
        _alike,
        _cancelling,
        _several,
        _proposing,
        _proposals,
        _messages,
        _mail,
        _forms,
        _absence,
        _free,
        _agenda,
        _notices,
        _signing_in,
        _sharing,
        _behalf,
        _details,
        _person,
        _reminders,
        _preferences,
        _calendars,
    )
    return [sample for kind in each for sample in kind(reader)]


def _times(reader: Reader, *openings: Opening, **more: object) -> Json:
    fields: dict[str, object] = {
        "offer_id": "offer",
        "owner_id": OWNER,
        "subject": "Q3 budget",
        "faces": (INES, ALEX, PRIYA),
        **more,
    }
    return booking.times(Times(openings=openings, **fields), reader)  # type: ignore[arg-type]  # one table for all


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
    names = {ALEX.email: "Alex"}
    fits = tuple(booking.missing(fit, names, reader) for fit in (Fit(good, 8), told))
    series = booking.Repeats(repeats(TUESDAYS, reader), fits)
    booked = event("Q3 budget", at(26, 14), is_organizer=True, response=Response.ORGANIZER)
    return [
        ("times", _times(reader, *mixed)),
        (
            "times-compromises",
            _times(reader, taken, anyway=taken.window, note=note, ways=ways),
        ),
        ("times-days", _times(reader, days, exact=True, whole_days=True)),
        ("times-extras", _times(reader, good, exact=True, extras=extras)),
        ("times-exact", _times(reader, good, exact=True)),
        ("times-conflict", _times(reader, good, taken, note=note, anyway=taken.window)),
        ("times-nobody-free", _times(reader, taken, opening(half_hour(27, 9), Standing.OUT))),
        ("times-twenty", _times(reader, crowd, faces=TWENTY)),
        ("times-alone", _times(reader, alone, faces=(INES,), subject="Reserved")),
        ("times-odd-subject", _times(reader, good, subject="*Budget* [draft](http://x.example) _v2_ 1. <b>")),
        ("times-series", _times(reader, good, taken, exact=True, anyway=taken.window, series=series)),
        (
            "booked-series",
            booking.booked(replace(booked, recurrence=TUESDAYS), (INES, ALEX, PRIYA), "offer", OWNER, reader),
        ),
        ("booked", booking.booked(booked, (INES, ALEX, PRIYA), "offer", OWNER, reader)),
        ("undone", booking.undone("Q3 budget", 2, "offer", OWNER, reader)),
    ]


TEJO = Room(
    "tejo", "Tejo", "tejo@contoso.example", 12, "Alfama House", 2, video="Camera", display="Wall", tags=("whiteboard",)
)
FADO = Room("fado", "Fado", "fado@contoso.example", 6, "Alfama House", 2, is_wheelchair_accessible=True)
NOOK = Room("nook", "Nook *2.1*", "nook@contoso.example")


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


def _rooms(reader: Reader) -> list[tuple[str, Json]]:
    window = half_hour(26, 14)
    data = {"card": CARD, "n": 0}
    until = reader.say("room-free-until", time=reader.clock(at(26, 16)))
    rows = [
        rooms.Row(FADO, window, (), data, until),
        rooms.Row(TEJO, window, (), data | {"n": 1}),
        rooms.Row(NOOK, window, (), data),
    ]
    lacking = [
        rooms.Row(FADO, window, ("seats", "whiteboard", "display"), data | {"anyway": True}),
        rooms.Row(NOOK, window, ("building", "floor", "size"), data),
        rooms.Row(TEJO, half_hour(26, 16), (), data | {"n": 2}),
    ]
    note = reader.say("room-none-free", time=reader.moment(window))
    about = reader.say("rooms-about-for", when=reader.moment(window), count=6, city=reader.city())
    placed = replace(opening(window, soonest=True), room=TEJO)
    booked = event("Q3 budget", at(26, 14), is_organizer=True, response=Response.ORGANIZER, location="Tejo")
    warning = reader.say("room-declined", room="Tejo")
    return [
        ("rooms-free", rooms.free(rows, OWNER, reader, title=reader.say("rooms-free"), about=about)),
        ("rooms-nearest", rooms.free(lacking, OWNER, reader, title=reader.say("rooms-free"), about=about, note=note)),
        ("room-free", rooms.free(rows[:1], OWNER, reader, title=reader.say("room-is-free", room="Fado"), about=about)),
        ("times-with-room", _times(reader, placed, exact=True)),
        (
            "booked-room-declined",
            booking.booked(booked, (INES, ALEX, PRIYA), "offer", OWNER, reader, warning=warning),
        ),
    ]


def _people(reader: Reader) -> list[tuple[str, Json]]:
    sams = [
        Person("Sam Okafor", "sam.okafor@contoso.example", "okafor", "Account Manager", "Sales", "London"),
        Person("Sam Lindqvist", "sam.lindqvist@contoso.example", "lindqvist", "Engineer", "Platform", "Berlin"),
    ]
    return [
        (
            "which-person",
            people.which_person(Unresolved("Sam", Role.REQUIRED, tuple(sams), ambiguous=True), PLACE, reader),
        ),
        (
            "which-out",
            people.which_person(Unresolved("him", Role.WITHOUT, tuple(sams), ambiguous=True), PLACE, reader),
        ),
        (
            "which-person-photos",
            people.which_person(
                Unresolved("Sam", Role.REQUIRED, tuple(sams), ambiguous=True),
                Place(CARD, OWNER, {"okafor": _photo("#c8d9c4", "#8d5a3b")}),
                reader,
            ),
        ),
        ("unknown-person", people.unknown_person(Unresolved("Sma", Role.REQUIRED, tuple(sams)), PLACE, reader)),
        (
            "which-team",
            people.which_person(
                Unresolved(
                    "print team",
                    Role.REQUIRED,
                    (Person("Print desk", "desk@contoso.example"), Person("Print shop", "shop@contoso.example")),
                    ambiguous=True,
                    kind="team",
                ),
                PLACE,
                reader,
            ),
        ),
        (
            "crowd",
            people.crowd(Unresolved("Choir", Role.REQUIRED, tuple(sams) * 12, kind="crowd"), PLACE, reader),
        ),
        *(
            (
                f"unknown-{kind}",
                people.unknown_person(Unresolved("the wizards", Role.REQUIRED, kind=kind), PLACE, reader),
            )
            for kind in ("team", "relation", "same", "chat", "no_address", "guest")
        ),
        ("unknown-person-nobody", people.unknown_person(Unresolved("Zebedee", Role.REQUIRED), PLACE, reader)),
    ]


def _photo(*colours: str) -> str:
    return f"data:image/png;base64,{base64.b64encode(png(*colours)).decode('ascii')}"


def _invitations(reader: Reader) -> list[tuple[str, Json]]:
    open_: dict[str, Any] = {"response": Response.NOT_RESPONDED}
    review = event("Budget review", at(26, 10), 60, **open_)
    clash = event("1:1 with Alex", at(26, 10, 30))
    weekly = event("Platform weekly", at(27, 9), type=EventType.MASTER, **open_)
    day_off = event("Offsite", at(30, 0), 24 * 60, is_all_day=True, location="Building B", is_online=False, **open_)
    many = [Invitation(event(f"Workshop {n}", at(26, 9 + n), 45, **open_)) for n in range(7)]
    done = invitations.answered(review, Response.ACCEPTED, reader.say("answered-told", name="Priya"), OWNER, reader)
    noted = reader.say("answered-told-note", name="Priya Raman", note="I am travelling")
    declined = invitations.answered(review, Response.DECLINED, noted, OWNER, reader)
    maybe = invitations.answered(weekly, Response.TENTATIVE, reader.say("answered-already"), OWNER, reader)
    tuesday = event("Platform weekly", at(27, 9), type=EventType.OCCURRENCE, series_id="series", **open_)
    one = invitations.answered(tuesday, Response.ACCEPTED, reader.say("answered-told", name="Priya"), OWNER, reader)
    three = [Invitation(review, clash), Invitation(weekly), Invitation(day_off)]
    left = invitations.invitations(three[1:], OWNER, reader, answered=(review, Response.ACCEPTED))
    return [
        ("invitation", invitations.invitations([Invitation(review, clash)], OWNER, reader)),
        ("invitations", invitations.invitations(three, OWNER, reader)),
        ("invitations-many", invitations.invitations(many, OWNER, reader)),
        ("invitations-answered", left),
        ("answered-accepted", done),
        ("answered-declined", declined),
        ("answered-tentative", maybe),
        ("answered-one-of-series", one),
    ]


def _changing(reader: Reader) -> list[tuple[str, Json]]:
    mine = event("Budget review", at(26, 10), is_organizer=True, response=Response.ORGANIZER, organizer=_INES)
    later = opening(half_hour(27, 15), soonest=True)
    taken = opening(half_hour(26, 15), Standing.FREE, Standing.BUSY)
    tom = Guest(Person("Tom Becker", "tom@contoso.example"))
    moved = Wish(moves=True)
    everything = Wish(
        moves=True,
        subject="Budget 2027",
        location="Café Central",
        text="Bring the figures.",
        mark="private",
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


def _alike(reader: Reader) -> list[tuple[str, Json]]:
    mine = event("Design review", at(26, 10), 60, is_organizer=True, response=Response.ORGANIZER)
    weekly = event("Stand-up", at(26, 12), is_organizer=True, type=EventType.OCCURRENCE, series_id="series")
    tom = Guest(Person("Tom Becker", "tom@contoso.example"))
    each = (Target(mine.id, "this"), Target(weekly.id, "all"))
    change = Alike(CARD, Wish(added=(tom,), mark="private"), each)
    both = list(zip(each, (mine, weekly), strict=True))
    done = [(target, one, one is mine) for target, one in both]
    return [
        ("alike", alike.preview(change, both, OWNER, reader)),
        ("alike-changed", alike.changed(change, done, OWNER, reader, can_undo=True)),
    ]


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


def _proposing(reader: Reader) -> list[tuple[str, Json]]:
    review = event("Budget review", at(26, 10), 60)
    counter = Counter(CARD, review.id, declines=True, note="I have a clash", windows=(half_hour(27, 10),))
    found = [(opening(half_hour(27, 10)), "✓ Everyone is free"), (opening(half_hour(27, 15)), "✕ Alex busy")]
    return [
        ("propose", proposing.preview(review, counter, found, OWNER, reader)),
        ("propose-told", proposing.preview(review, replace(counter, told=True), found[:1], OWNER, reader)),
        ("propose-not-allowed", proposing.not_allowed(review, counter, OWNER, reader)),
        ("propose-which", proposing.which([review, event("Stand-up", at(27, 9), 15)], CARD, OWNER, reader)),
        ("proposed", proposing.proposed(review, counter, half_hour(27, 10), OWNER, reader)),
    ]


def _proposals(reader: Reader) -> list[tuple[str, Json]]:
    tom = Attendee("Tom Becker", "tom@contoso.example", response=Response.DECLINED, proposed=half_hour(27, 15))
    mine = event("Design review", at(26, 10), is_organizer=True, attendees=(tom,), response=Response.ORGANIZER)
    asked = Proposal(mine, tom)
    many = [asked, Proposal(event("A plan for [the] spring *", at(26, 12)), tom)] * 5
    told = details.details(mine, reader.say("nobody-accepted"), reader, proposals=[asked], owner_id=OWNER)
    return [
        ("proposals-one", proposals.listed([asked], OWNER, reader)),
        ("proposals-many", proposals.listed(many, OWNER, reader)),
        ("details-proposed", told),
    ]


def _messages(reader: Reader) -> list[tuple[str, Json]]:
    to = (Person("Alex Moreau", "alex@contoso.example"), Person("Priya Raman", "priya@contoso.example"))
    late = Letter(CARD, "late", "id", to, "Running late: Budget review", "I am running late.")
    passed_on = Letter(CARD, "forward", "id", to[:1], "Budget review")
    answer = Letter(CARD, "reply_all", to=to, subject="RE: Offsite", text="Thursday suits me.", mail_id="m")
    sent_on = Letter(CARD, "forward_mail", to=to[:1], subject="FW: Offsite", mail_id="m")
    return [
        ("letter-reply", messages.letter(answer, OWNER, reader)),
        ("letter-forward-mail", messages.letter(sent_on, OWNER, reader)),
        ("letter", messages.letter(late, OWNER, reader)),
        ("letter-empty", messages.letter(Letter(CARD, to=to), OWNER, reader)),
        ("letter-forward", messages.letter(passed_on, OWNER, reader)),
        ("letter-sent", messages.sent(late, reader)),
        ("letter-forwarded", messages.sent(passed_on, reader)),
        ("letter-which", messages.which([event("Stand-up", at(27, 9), 15)], CARD, OWNER, reader)),
    ]


def written(subject: str, text: str, **more: object) -> Message:
    """A message that came on the 23rd."""
    fields: dict[str, object] = {
        "to": (Person("Inês Carvalho", "ines@contoso.example"),),
        "received": at(23, 8, 10),
        "web_link": "https://outlook.office365.com/owa/?itemid=y",
        **more,
    }
    return Message(f"id-{subject}", subject, Person("Priya Raman", "priya@contoso.example"), body=text, **fields)  # type: ignore[arg-type]  # one table for all


def _mail(reader: Reader) -> list[tuple[str, Json]]:
    cc = (Person("Alex Moreau", "alex@contoso.example"),)
    offsite = written("Offsite", "Could we meet on Thursday at 15:00 to agree on the place?\n\nPriya", cc=cc)
    long = written("Print run", "The print run begins as soon as the colours are agreed. " * 60, has_attachments=True)
    urgent = written("Pilot *scope*", "How many may join?", is_read=True, importance=Importance.HIGH)
    some = (offsite, long, urgent)
    return [
        ("mail-list", mail.listing(mail.Found("7 messages", "from Priya", some, 4), CARD, OWNER, reader)),
        ("mail-message", mail.message(offsite, OWNER, reader, is_own=False, has_others=True)),
        (
            "mail-long",
            mail.message(long, OWNER, reader, is_own=False, has_others=False, lead="Yes, Priya has written back."),
        ),
        ("mail-own", mail.message(urgent, OWNER, reader, is_own=True, has_others=False)),
        ("mail-which", mail.which(Tidying.DELETE, some, CARD, OWNER, reader)),
        ("mail-delete", mail.preview(Tidying.DELETE, some, CARD, OWNER, reader)),
        ("mail-mark", mail.preview(Tidying.MARK_READ, some, CARD, OWNER, reader)),
        ("mail-deleted", mail.tidied(Tidying.DELETE, [offsite], CARD, OWNER, reader)),
        ("mail-archived", mail.tidied(Tidying.ARCHIVE, some, CARD, OWNER, reader, gone=1)),
        ("mail-undone", mail.undone(Tidying.DELETE, 2, reader)),
    ]


def _forms(reader: Reader) -> list[tuple[str, Json]]:
    people = (
        Person("Alex Moreau", "alex@contoso.example", id="a"),
        Person("Priya Raman", "priya@contoso.example", id="p"),
    )
    note = "Could we look at the budget on Thursday at 15:00?\n\nThe message: https://teams.microsoft.com/l/message/1"
    filled = forms.Form(CARD, "Q3 budget", ("a", "p"), "2026-11-26", "15:00", 30, note)
    shown = _times(reader, opening(half_hour(26, 14), soonest=True), opening(half_hour(26, 16)))
    starts = [("2026-11-26T14:00:00+00:00", 0), ("2026-11-26T16:00:00+00:00", 0)]
    return [
        ("form", forms.form(filled, people, reader)),
        ("form-problem", forms.form(forms.Form(CARD), (), reader, problem=reader.say("form-when-missing"))),
        ("form-times", forms.times(shown, filled, starts, reader)),
    ]


def _absence(reader: Reader) -> list[tuple[str, Json]]:
    away = Absence(CARD, Window(at(26, 0), at(28, 0)), is_all_day=True, text="I am away until Monday.")
    return [
        ("absence", absence.preview(away, 5, OWNER, reader)),
        ("absence-alone", absence.preview(away, 0, OWNER, reader)),
        ("absence-set", absence.done(away, OWNER, reader, failed=False)),
        ("absence-partly", absence.done(away, OWNER, reader, failed=True)),
        ("absence-off", absence.off(away, OWNER, reader)),
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


def _free(reader: Reader) -> list[tuple[str, Json]]:
    days = [
        (at(26, 9), [Window(at(26, 9), at(26, 11)), Window(at(26, 14), at(26, 18))]),
        (at(27, 9), [half_hour(27, 9)]),
    ]
    return [
        (
            "free-at",
            free.at(
                reader.moment(half_hour(26, 15)),
                "✓ Everyone is free",
                reader,
                card_id=CARD,
                owner_id=OWNER,
                bookable=True,
            ),
        ),
        (
            "free-not",
            free.at(
                reader.moment(half_hour(26, 15)),
                "✕ Alex busy · ✓ you free",
                reader,
                card_id=CARD,
                owner_id=OWNER,
                bookable=False,
            ),
        ),
        ("free-days", free.within(days, ["Alex", "Priya"], ["Kim"], reader, card_id=CARD, owner_id=OWNER)),
        ("free-never", free.within([], [], [], reader, card_id=CARD, owner_id=OWNER)),
    ]


def _agenda(reader: Reader) -> list[tuple[str, Json]]:
    entries = (
        Entry(event("Offsite week", at(26, 0), 24 * 60, is_all_day=True, show_as=ShowAs.FREE)),
        Entry(event("Stand-up", at(26, 9), 15), "now", tuple("ABCDEFGH")),
        Entry(event("Budget review", at(26, 10), 60), "clash"),
        Entry(event("1:1 with Alex", at(26, 10, 30), location="Tagus 2.1"), "clash"),
        Entry(event("", at(26, 14), 105, response=Response.NOT_RESPONDED), "not-answered"),
        Entry(event("Old sync", at(26, 16), 30, is_cancelled=True), "cancelled"),
    )
    gaps = (Window(at(26, 11), at(26, 14)), Window(at(26, 16, 30), at(26, 18)))
    full = tuple(Entry(event(f"Meeting {n}", datetime.combine(date(2026, 11, 26), time(8), LISBON))) for n in range(34))
    part = Day(date(2026, 11, 26), entries[:2], gaps[:1], part=Window(at(26, 9), at(26, 12)))
    week = [Day(date(2026, 11, 23 + n), entries[1:4] if n % 2 else (), ()) for n in range(5)]
    return [
        ("agenda", agenda.agenda([Day(date(2026, 11, 26), entries, gaps)], OWNER, reader)),
        ("agenda-part", agenda.agenda([part], OWNER, reader)),
        ("agenda-free", agenda.agenda([Day(date(2026, 11, 26), (), gaps[:1])], OWNER, reader)),
        ("agenda-week", agenda.agenda(week, OWNER, reader)),
        ("agenda-full", agenda.agenda([Day(date(2026, 11, 26), full, ())], OWNER, reader)),
        (
            "upcoming",
            agenda.upcoming(
                Entry(event("Budget review", at(26, 10), 60), "next", ("Alex Moreau", "Priya Raman")), reader
            ),
        ),
    ]


def _details(reader: Reader) -> list[tuple[str, Json]]:
    told = event("Design review", at(26, 10), 60, location="Tagus 2.1", body="Screens of the new start page.")
    waits = event("Design review", at(27, 10), 60, location="Tagus 2.1")
    other = event("Budget review", at(26, 15), 30, join_url="", is_online=False)
    choice = {"facet": "where"}
    which = details.which((waits, other), OWNER, reader, verb="details", data=choice, facet="where")
    return [
        ("details", details.details(told, reader.moment(told.window), reader)),
        ("details-plain", details.details(other, reader.say("where-none"), reader)),
        ("details-which", which),
        ("details-nearly", details.which((waits,), OWNER, reader, verb="details", data=choice, nearly=True)),
    ]


def _person(reader: Reader) -> list[tuple[str, Json]]:
    mia = Person("Mia Chen", "mia@contoso.example", "id-mia", "Director", "Product", "Porto", "+351 21 000 0001")
    tom = Person("Tom Becker", "tom@contoso.example", "id-tom", "Designer")
    known = person.Known(mia, tom, (tom,), ZoneInfo("America/New_York"), "presence-away", "")
    choice = {"facet": "phone", "day": "2026-11-26"}
    return [
        ("person", person.card_of(known, "", at(26, 9), reader)),
        ("person-phone", person.card_of(known, "phone", at(26, 9), reader)),
        ("person-no-phone", person.card_of(person.Known(tom), "phone", at(26, 9), reader)),
        ("person-photo", person.card_of(replace(known, photos={mia.id: _photo("#d9cfc4")}), "", at(26, 9), reader)),
        ("person-which", person.which("Mia", (mia, tom), choice, {}, reader)),
    ]


def _reminders(reader: Reader) -> list[tuple[str, Json]]:
    review = event("Design review", at(26, 10), 60)
    words = reader.say("remind-set", left=reader.duration(timedelta(minutes=10)))
    own = {"card": CARD, "subject": "Call Tom", "start": at(26, 16).isoformat()}
    return [
        ("reminded", reminders.reminded(review, words, OWNER, reader, undo={"event": "id", "minutes": 15})),
        ("reminder-offer", reminders.offer("Call Tom", at(26, 16), own, OWNER, reader)),
        ("reminder-added", reminders.added(review, {"card": CARD, "event": "id"}, OWNER, reader)),
    ]


def _calendars(reader: Reader) -> list[tuple[str, Json]]:
    ines, priya = Person("Inês Carvalho", "ines@contoso.example"), Person("Priya Raman", "priya@contoso.example")
    own = Calendar("1", "Calendar", ines, is_default=True, can_edit=True)
    travel, theirs = Calendar("2", "Travel", ines, can_edit=True), Calendar("3", "Data on duty", priya)
    permissions = (
        Permission("1", Person("My Organization", ""), "freeBusyRead", is_removable=False),
        Permission("2", priya, "write"),
        Permission("3", Person("Alex Moreau", "alex@contoso.example"), "delegateWithoutPrivateEventAccess"),
    )
    share = CalendarAct(CARD, "share", "", "", role="read", sharers=(Sharer(priya, "freeBusyRead"),))
    delete = CalendarAct(CARD, "delete", "2", "Travel", count=3)
    flights = [event("Flight to Berlin", at(26, 7), 180), event("Flight home", at(27, 18), 180)]
    window = Window(at(23, 0), at(30, 0))
    return [
        ("calendars", calendars.listed([own, travel, theirs], ines.email, reader)),
        ("calendars-who", calendars.shared_with(permissions, "", OWNER, reader)),
        ("calendar-share", calendars.preview(share, OWNER, reader)),
        ("calendar-unshare", calendars.preview(replace(share, kind="unshare"), OWNER, reader)),
        ("calendar-delete", calendars.preview(delete, OWNER, reader)),
        ("calendar-shared", calendars.done(share, OWNER, reader, can_undo=True)),
        ("calendar-made", calendars.done(replace(delete, kind="create"), OWNER, reader, can_undo=True)),
        ("calendar-deleted", calendars.done(delete, OWNER, reader, can_undo=False)),
        ("calendar-inside", calendars.inside("Travel", window, flights, reader)),
        ("calendar-empty", calendars.inside("Travel", window, (), reader)),
    ]


def _preferences(reader: Reader) -> list[tuple[str, Json]]:
    hours = WorkingHours(LISBON, time(9), time(18), frozenset(range(5)))
    plain = Settings(LISBON, hours, hours24=True)
    habits = Habits(timedelta(minutes=25), timedelta(minutes=10), (time(12, 30), time(13, 30)), time(10))
    own = Settings(LISBON, hours, hours24=True, habits=replace(habits, meeting_free=frozenset((4,)), first_weekday=6))
    tokyo = ZoneInfo("Asia/Tokyo")
    moved = SettingsChange(CARD, plain, replace(plain, zone=tokyo, hours=replace(hours, zone=tokyo)))
    problem = reader.say("settings-bad-lunch")
    return [
        ("settings", preferences.form(own, OWNER, reader)),
        ("settings-problem", preferences.form(plain, OWNER, reader, problem=problem)),
        ("settings-preview", preferences.preview(moved, OWNER, reader)),
        ("settings-stay", preferences.preview(moved, OWNER, reader, is_stay=True)),
        ("settings-saved", preferences.saved(SettingsChange(CARD, plain, own), OWNER, reader)),
        ("settings-forgotten", preferences.saved(SettingsChange(CARD, own, plain), OWNER, reader, forgets=True)),
        ("settings-same", preferences.told(reader.say("settings-same"), OWNER, reader)),
        ("settings-of-another", preferences.of_another("Noah Williams", plain, reader)),
        ("settings-hidden", preferences.not_theirs("Noah Williams", hours, "MailboxSettings.Read", reader)),
        ("settings-refused", preferences.not_theirs("Noah Williams", None, "MailboxSettings.ReadWrite", reader)),
    ]


def _notices(reader: Reader) -> list[tuple[str, Json]]:
    write, read = reader.say("trouble-write"), reader.say("trouble-read")
    explained = f"{reader.say('trouble-unavailable')} {reader.say('trouble-nothing')}"
    refused = reader.say("trouble-not-allowed-named", permission="Calendars.Read.Shared")
    again = ("book", {"card": "offer", "n": 0})
    return [
        ("welcome", notices.welcome("Inês", reader)),
        ("welcome-group", notices.welcome("", reader)),
        ("help", notices.help_card(reader)),
        ("expired", notices.expired(reader)),
        ("notice", notices.notice(reader.say("nothing-booked"), reader)),
        ("trouble-write", notices.trouble(write, explained, reader, again=again, reference="4f2c19aa")),
        ("trouble-read", notices.trouble(read, refused, reader)),
    ]


def _signing_in(reader: Reader) -> list[tuple[str, Json]]:
    link = "https://convene.example/signin/start?state=x"
    return [
        ("sign-in", signing_in.sign_in("", link, 15, reader)),
        ("sign-in-group", signing_in.sign_in("Inês Carvalho", link, 15, reader)),
    ]


def _sharing(reader: Reader) -> list[tuple[str, Json]]:
    return [
        ("share", sharing.meeting(event("Budget review", at(26, 10), 60, location="Tagus 2.1"), reader)),
        ("share-all-day", sharing.meeting(event("", at(26, 0), 24 * 60, is_all_day=True), reader)),
    ]


def _behalf(reader: Reader) -> list[tuple[str, Json]]:
    grace = Person("Grace Sullivan", "grace@contoso.example", id="00000000-0000-4000-8000-00000000000d")
    theirs = Principal(grace, Reach.WRITE)
    good = _times(reader, opening(half_hour(26, 14), soonest=True))
    banner = behalf.banner(theirs, "INC0012345", reader, organizes=True)
    window = half_hour(26, 14)
    return [
        ("behalf", behalf.marked(good, theirs, banner)),
        ("behalf-ticket-alone", behalf.marked(good, None, behalf.banner(None, "48213", reader, organizes=False))),
        ("behalf-missing", behalf.missing(Principal(grace, Reach.READ), reader)),
        ("behalf-missing-all", behalf.missing(Principal(grace, Reach.HIDDEN), reader)),
        ("behalf-taken", behalf.taken(theirs, Schedule(grace.email, (Busy(window, ShowAs.OUT_OF_OFFICE),)), reader)),
        ("behalf-taken-nothing", behalf.taken(theirs, Schedule(grace.email, ()), reader)),
        ("behalf-taken-hidden", behalf.taken(theirs, Hidden(grace.email), reader)),
    ]
