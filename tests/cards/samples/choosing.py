"""People and rooms to choose from."""

from dataclasses import replace

from dialogs.cards import booking, people, rooms
from dialogs.cards.people import Place
from dialogs.frame import Unresolved
from dialogs.turn import Json
from dialogs.understand.understood import Role
from dialogs.words.reader import Reader
from graph.model import Person, Response
from tests.cards.samples.office import (
    ALEX,
    CARD,
    FADO,
    INES,
    NOOK,
    OWNER,
    PLACE,
    PRIYA,
    TEJO,
    at,
    event,
    half_hour,
    opening,
    photo,
    times,
)


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
        ("times-with-room", times(reader, placed, exact=True)),
        ("booked-room-declined", booking.booked(booked, (INES, ALEX, PRIYA), "offer", OWNER, reader, warning=warning)),
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
        ("which-out", people.which_person(Unresolved("him", Role.WITHOUT, tuple(sams), ambiguous=True), PLACE, reader)),
        (
            "which-person-photos",
            people.which_person(
                Unresolved("Sam", Role.REQUIRED, tuple(sams), ambiguous=True),
                Place(CARD, OWNER, {"okafor": photo("#c8d9c4", "#8d5a3b")}),
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
        ("crowd", people.crowd(Unresolved("Choir", Role.REQUIRED, tuple(sams) * 12, kind="crowd"), PLACE, reader)),
        *(
            (
                f"unknown-{kind}",
                people.unknown_person(Unresolved("the wizards", Role.REQUIRED, kind=kind), PLACE, reader),
            )
            for kind in ("team", "relation", "same", "chat", "no_address", "guest")
        ),
        ("unknown-person-nobody", people.unknown_person(Unresolved("Zebedee", Role.REQUIRED), PLACE, reader)),
    ]


KINDS = (_rooms, _people)
