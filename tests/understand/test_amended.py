"""However a booking on the card is corrected, it is the same correction."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.understood import Question, Role, Understood

ZONE = ZoneInfo("Europe/Lisbon")
OFFERED = Context(
    datetime(2026, 11, 23, 9, tzinfo=ZONE),
    ZONE,
    "en-GB",
    question=Question("choice", ("Thursday 9:00", "Thursday 10:30", "Thursday 14:00"), frozenset(("book",))),
    names=frozenset(("walt", "reed", "linh", "pham", "walt reed", "linh pham")),
)


def amended(said: str, context: Context = OFFERED) -> Understood:
    """What is understood of it."""
    return understand(said, context)


@pytest.mark.parametrize(
    "said",
    [
        "45 please",
        "45 would be better",
        "better make that 45",
        "we'll need 45",
        "I think 45",
        "should be 45 not 30",
        "45 instead of 30",
        "could we have 45",
        "hmm 30 is too short, 45",
        "half an hour won't be enough, make it 45",
        "change the length to 45",
        "duration 45",
    ],
)
def test_how_long(said: str) -> None:
    """A bare number that is no hour is minutes."""
    assert amended(said).time.duration == timedelta(minutes=45)


@pytest.mark.parametrize("said", ["add 15 minutes", "give it another 15 min"])
def test_how_much_longer(said: str) -> None:
    """To be added, not the whole length."""
    assert amended(said).longer == timedelta(minutes=15)


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        *(
            (said, {"omar": Role.REQUIRED, "walt": Role.WITHOUT})
            for said in (
                "make that omar instead of walt",
                "instead of walt, omar",
                "walt can't, so omar",
                "walt is away, take omar",
                "change walt to omar",
                "I said walt, I meant omar",
                "walt -> omar",
                "omar should come instead of walt",
                "put omar in walt's place",
                "rather omar than walt",
                "remove walt and put omar",
            )
        ),
        *(
            (said, {"walt": Role.WITHOUT})
            for said in (
                "scrap walt",
                "walt's not needed",
                "walt not needed",
                "walt can't come",
                "walt won't make it",
                "take out walt",
                "we can do it without walt",
                "everyone but walt",
            )
        ),
        *(
            (said, {"walt": Role.OPTIONAL})
            for said in (
                "change walt to optional",
                "it's optional for walt",
                "walt's attendance is optional",
                "walt doesn't have to come, optional",
                "put walt down as optional",
            )
        ),
        *(
            (said, {"omar": Role.REQUIRED})
            for said in (
                "omar should be in this",
                "I'd like omar to join",
                "make sure omar is there",
                "omar would want to be there",
                "we need omar for this",
                "how about omar",
                "omar please",
            )
        ),
    ],
)
def test_who_comes(said: str, roles: dict[str, Role]) -> None:
    """Somebody for somebody else, one less, one who may, one more."""
    assert {one.text.lower(): one.role for one in amended(said).people} == roles


@pytest.mark.parametrize("said", ["just linh", "only linh", "just me and linh", "with linh only", "keep only linh"])
def test_nobody_else(said: str) -> None:
    """All others are out."""
    found = amended(said)
    assert ([one.text for one in found.people], found.facet) == (["linh"], "alone")


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Thursday's no good, Friday", "make it Friday"),
        ("I can't do Thursday, Friday?", "make it Friday"),
        ("any luck on Friday", "make it Friday"),
        ("change the day to Friday", "make it Friday"),
        ("let's look at Friday", "make it Friday"),
        ("from 2 onwards", "after 2"),
        ("2 or later", "after 2"),
        ("it needs to be after 2", "after 2"),
        ("has to start after half past two", "after half past two"),
        ("I have something until 2", "after 2"),
        ("must be over by 4", "before 4"),
        ("a.m. please", "in the morning"),
        ("can we do morning", "in the morning"),
        ("nothing in the afternoon", "not in the afternoon"),
        ("put eel count as the title", "call it eel count"),
        ("it's actually about the eel count", "call it eel count"),
        ("I want it called eel count", "call it eel count"),
        ("make it about the eel count", "call it eel count"),
        ("location Harbour", "in Harbour"),
        ("where: Harbour", "in Harbour"),
        ("the room should be Harbour", "in Harbour"),
        ("can it be in Harbour", "in Harbour"),
        ("book Harbour for it", "in Harbour"),
    ],
)
def test_it_is_the_same_as_said_plainly(said: str, plain: str) -> None:
    """Day, hours, title and place."""
    found, same = amended(said), amended(plain)
    assert found.intent is same.intent
    assert (found.time.exact, found.time.slots, found.time.excluded) == (
        same.time.exact,
        same.time.slots,
        same.time.excluded,
    )
    assert (found.subject, found.location) == (same.subject, same.location)
    assert found.time.slots or found.time.exact or found.time.excluded or found.subject or found.location


@pytest.mark.parametrize("said", ["friday please", "no reminders please", "the second please", "more please"])
def test_what_names_nobody_adds_nobody(said: str) -> None:
    """A time, a wish or a choice is no guest."""
    assert amended(said).people == ()


@pytest.mark.parametrize("said", ["swap omar for walt", "omar can't, so walt", "scrap omar"])
def test_only_who_is_on_the_card_gives_way(said: str) -> None:
    """Nobody of the card gives way to somebody else for words about a third."""
    assert "walt" not in {one.text for one in amended(said).people if one.role is Role.WITHOUT}
