"""What a calendar and the directory tell."""

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from dialogs.cards import agenda, details, free, person
from dialogs.cards.agenda import Day, Entry
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Person, Response, ShowAs, Window
from tests.cards.samples.office import CARD, LISBON, OWNER, at, event, half_hour, photo


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
                ["✓ Everyone is free"],
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
                ["No, Alex is busy then.", "✓ You are free"],
                reader,
                card_id=CARD,
                owner_id=OWNER,
                bookable=False,
            ),
        ),
        (
            "free-each",
            free.at_each(
                [
                    free.Told(half_hour(26, 15), "✕ Alex busy · ✓ you free", bookable=False),
                    free.Told(half_hour(27, 9), "✓ Everyone is free", bookable=True),
                ],
                reader,
                card_id=CARD,
                owner_id=OWNER,
            ),
        ),
        ("free-days", free.within(days, ["Alex", "Priya"], ["Kim"], reader, card_id=CARD, owner_id=OWNER)),
        (
            "free-of-them",
            free.within(days, ["Alex"], [], reader, card_id=CARD, owner_id=OWNER, of_them=True, with_asker=days[:1]),
        ),
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
        ("person-photo", person.card_of(replace(known, photos={mia.id: photo("#d9cfc4")}), "", at(26, 9), reader)),
        ("person-which", person.which("Mia", (mia, tom), choice, {}, reader)),
    ]


KINDS = (_free, _agenda, _details, _person)
