"""A booking for which no rule finds a title is called by the one clause beside it that says nothing else."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        (
            "in Malik's diary please: half an hour with Helen friday at 10, quarry permit walk. in Taff if it's free",
            "quarry permit walk",
        ),
        ("30 min with Helen friday at 11, hoist survey. on teams", "hoist survey"),
        ("find me an hour next week with Malik, has to be before 10am obviously. crane rota", "crane rota"),
        ("can i get Malik for 30 tomorrow at 2? can be online. gantry drawings", "gantry drawings"),
        (
            "every other tuesday at 9 from next week, 30 min with Helen and Malik - tide handover. until end of may",
            "tide handover",
        ),
        ("Set up 45 mins with Stella on Thursday afternoon. Any time after 2. Tender scoring.", "Tender scoring"),
        ("hey! grab an hour with stella and malik tues at 4 pls. no teams needed. permit backlog", "permit backlog"),
        ("Stella + Malik, friday 9am, 30 min. Needs to be in person. fire door audit", "fire door audit"),
        ("Quarry trailer cut\nstella.may@polder.example, Malik\nfri 9:00-9:30am\nteams link pls", "Quarry trailer cut"),
        ("15 min w/ Stella tomorrow 9.30, keep it short. Boiler quote!", "Boiler quote"),
        ("meet with Malik next thursday 1-2pm; it'll be online; scaffold inspection", "scaffold inspection"),
        ("is there a room for 6 people tomorrow 4-5? need it for the fire drill rehearsal", "fire drill rehearsal"),
        ("can everyone here do tomorrow 2.30 for half an hour? snag list", "snag list"),
    ],
)
def test_the_clause_left_over(read: Read, said: str, subject: str) -> None:
    """Whatever stands before and behind it tells when, who and where."""
    understood = read(said)
    assert understood.intent in (Intent.SCHEDULE, Intent.CHECK_AVAILABILITY, Intent.FIND_ROOM)
    assert (understood.subject or understood.purpose) == subject


_REQUESTS = (
    "30 min with Malik tomorrow at 3. {}",
    "{}. 30 min with Malik and Helen friday at 11",
    "an hour with Malik thursday at 2, {}, online please",
)
_ASIDES = (
    "sorry for the mess",
    "half the team is ill",
    "half the team ill",
    "no rush",
    "not urgent",
    "nothing urgent",
    "Helen broke the build",
    "we lost the tender",
    "trainer got flu",
    "good morning all",
    "hi there",
    "morning team",
    "thanks a lot",
    "cheers mate",
    "kind regards",
    "long story",
    "busy week",
    "usual place",
    "usual crew",
    "same as always",
    "my treat",
    "sorry for the late notice",
    "apologies in advance",
    "cameras off",
    "camera on please",
    "bring snacks",
    "in person",
    "face to face",
    "google meet",
    "hybrid",
    "quick one",
    "short notice again sorry",
    "back to back all day",
    "hopefully quick",
    "fingers crossed",
    "bit of a nightmare",
    "crazy week",
    "asap please",
    "as usual",
    "first thing",
    "whatever suits",
    "whichever is easier",
    "Stella is away",
    "because of the strike",
    "Stella out sick",
    "everyone is swamped",
    "Priya Nair",
    "INC0040771",
    "lol",
    "ugh",
    "fyi",
    "skip fridays",
    "no need for a room",
    "just us two",
    "just the two of us",
    "either works",
    "invite only",
    "high priority",
    "please confirm",
    "traffic is terrible",
    "weather permitting",
    "all day is fine",
    "whole day",
    "let me know",
    "ping him",
    "snacks provided",
    "fully booked otherwise",
)


@pytest.mark.parametrize("request_", _REQUESTS)
@pytest.mark.parametrize("aside", _ASIDES)
def test_an_aside_is_no_title(read: Read, request_: str, aside: str) -> None:
    """Reasons, politeness, places, wishes and names of people are not what a meeting is about."""
    understood = read(request_.format(aside))
    assert (understood.subject, understood.purpose) == ("", "")


@pytest.mark.parametrize(
    "title",
    [
        "door hinges",
        "first aid training",
        "high street lights",
        "traffic survey",
        "quick wins",
        "best practice",
        "people strategy",
        "hybrid policy",
        "shop fit out",
        "full stack hiring",
    ],
)
def test_a_title_may_begin_as_an_aside_does(read: Read, title: str) -> None:
    """It is what follows that tells "first aid training" from "first come, first served"."""
    assert read(f"book with Malik monday at 3, {title}").subject == title
