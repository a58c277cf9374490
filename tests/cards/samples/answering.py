"""Invitations, and other times that are proposed."""

from dataclasses import replace
from typing import Any

from dialogs.cards import details, invitations, proposals, proposing
from dialogs.cards.invitations import Invitation
from dialogs.cards.proposals import Proposal
from dialogs.frame import Counter
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Attendee, EventType, Response
from tests.cards.samples.office import CARD, OWNER, at, event, half_hour, opening


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


KINDS = (_invitations, _proposing, _proposals)
