"""Notices, and who may do what for whom."""

from dialogs.cards import behalf, notices, sharing, signing_in
from dialogs.frame import Principal, Reach
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Busy, Hidden, Person, Schedule, ShowAs
from tests.cards.samples.office import at, event, half_hour, opening, times


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
    good = times(reader, opening(half_hour(26, 14), soonest=True))
    banner = behalf.banner(theirs, "INC0012345", reader, organizes=True)
    window = half_hour(26, 14)
    return [
        ("behalf", behalf.marked(good, theirs, banner)),
        ("behalf-ticket-alone", behalf.marked(good, None, behalf.banner(None, "48213", reader, organizes=False))),
        ("behalf-missing", behalf.missing(Principal(grace, Reach.READ), reader, books=True)),
        ("behalf-missing-all", behalf.missing(Principal(grace, Reach.HIDDEN), reader, books=True)),
        ("behalf-taken", behalf.taken(theirs, Schedule(grace.email, (Busy(window, ShowAs.OUT_OF_OFFICE),)), reader)),
        ("behalf-taken-nothing", behalf.taken(theirs, Schedule(grace.email, ()), reader)),
        ("behalf-taken-hidden", behalf.taken(theirs, Hidden(grace.email), reader)),
    ]


KINDS = (_notices, _signing_in, _sharing, _behalf)
