"""What is to become of one event, clause by clause, behind its title or behind a first change."""

from datetime import timedelta

import pytest

from dialogs.understand.parting.clauses import asked_in
from dialogs.understand.understood import Intent, Question, Role, Understood
from tests.understand.conftest import Read


def _told(said: Understood) -> set[str]:
    """What becomes of the event, of all its changes."""
    found = set[str]()
    for each in (said, *said.also):
        found |= {f"{'-' if who.role is Role.WITHOUT else '+'}{who.text}" for who in each.people}
        found |= {each.facet} & {"online", "title", "description", "no_room", "room", "private"}
        found |= {f"in {each.location}"} if each.location else set()
        found |= {"time"} if each.time.exact or each.time.slots or each.shift else set()
        found |= {"length"} if each.time.duration or each.longer else set()
    return found


@pytest.mark.parametrize(
    ("said", "subject", "told"),
    [
        ("tile samples - swap rafael for noor, and make it an hour", "tile samples", {"-rafael", "+noor", "length"}),
        ("Kiln rota – drop Petra, can it be in Ceará, she'll bring glaze", "Kiln rota", {"-Petra", "in Ceará"}),
        ("glaze testing: push to 3 and add noor", "glaze testing", {"time", "+noor"}),
        (
            "the open day plan, start it 15 later. also rafael doesn't need to be there",
            "open day plan",
            {"time", "-rafael"},
        ),
        ("re the studio tour - online this time, we dont need atrium", "studio tour", {"online", "-atrium"}),
        (
            "for the crate delivery: noor optional, and put in the agenda pallets, labels",
            "crate delivery",
            {"+noor", "description"},
        ),
        ("shelf survey... needs 90 not 60, and stick it in atrium", "shelf survey", {"length", "in atrium"}),
        ("supplier lunch -- bump it to 45, we're doing it on teams", "supplier lunch", {"length", "online"}),
    ],
)
def test_the_title_first(read: Read, said: str, subject: str, told: set[str]) -> None:
    """All that follows is done to it, and a reason is no change."""
    understood = read(said)
    assert understood.event is not None
    assert (understood.event.subject.lower(), _told(understood)) == (subject.lower(), told)
    assert understood.unheard == ()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("can we start glaze testing half an hour earlier? also rafael doesnt need to be there", {"time", "-rafael"}),
        ("rename the kiln rota to Firing rota and pop it in Atrium", {"title", "in Atrium"}),
        ("i'd like the studio tour to start at 9 tomorrow instead of 9:30, and add a teams link to it", {"time"}),
        ("we dont need atrium for the kiln rota anymore, doing it on teams instead", {"-atrium", "online"}),
        ("move the studio tour to 3, add noor and make it 90 min", {"time", "+noor", "length"}),
    ],
)
def test_all_that_is_said_behind_the_first_change(read: Read, said: str, told: set[str]) -> None:
    """None of it is dropped."""
    understood = read(said)
    assert understood.event is not None
    assert _told(understood) == told


def test_what_nothing_is_made_of_is_kept(read: Read) -> None:
    """It is named on the card."""
    understood = read("move the kiln rota to 3 and put the radio on shuffle")
    assert understood.unheard == ("put the radio on shuffle",)


@pytest.mark.parametrize(
    "said",
    [
        "Katrin & Noor: glaze choices, fri 13:30-14:15",
        "new glaze review: invite Noor and Petra Friday at 3",
        "two things: book Noor at 3 and cancel the retro",
        "subject: kiln rota",
        "thursday, add noor",
    ],
)
def test_what_stands_before_a_colon_need_not_be_a_title(read: Read, said: str) -> None:
    """A booking, an outline and an answer are none."""
    understood = read(said)
    assert understood.event is None or understood.event.subject != said.partition(":")[0]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("add Noor, Petra and Rafael", 1),
        ("swap Noor for Petra, she knows glaze", 1),
        ("move it to 3, 45 min, and drop Noor", 3),
        ("an hour and 15 minutes", 1),
        ("let me know", 0),
    ],
)
def test_what_begins_a_clause_of_its_own(said: str, count: int) -> None:
    """Further names belong to the clause before; a reason and a courtesy ask for nothing."""
    assert asked_in(said) == count


@pytest.mark.parametrize(
    ("said", "shift"),
    [
        ("glaze testing should start 15 min earlier, same end", -15),
        ("start the glaze testing 10 minutes later but keep the end time", 10),
        ("glaze testing half an hour earlier, end stays the same", -30),
    ],
)
def test_only_its_start_is_moved(read: Read, said: str, shift: int) -> None:
    """Its end stays where it is."""
    understood = read(said)
    assert (understood.intent, understood.shift, understood.keeps_end) == (
        Intent.RESCHEDULE,
        timedelta(minutes=shift),
        True,
    )


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("kiln rota to thurs same time", "kiln rota"),
        ("glaze testing tmrw to 11", "glaze testing"),
        ("studio tour an hour later", "studio tour"),
        ("glaze testing needs 90 not 60", "glaze testing"),
        ("the kiln rota needs moved", "kiln rota"),
        ("im at the dentist till 11 so the kiln rota will have to be after that, 11.15 ok?", "kiln rota"),
        ("petra asked if we can do the kiln rota thurs 1130 instead", "kiln rota"),
    ],
)
def test_a_move_in_few_words(read: Read, said: str, subject: str) -> None:
    """The verb is left out, or a reason stands before it."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert understood.event is not None
    assert understood.event.subject == subject


@pytest.mark.parametrize(
    "said", ["annual leave thurs to tues", "lunch with Noor 12 to 1", "out of office today to friday"]
)
def test_a_stretch_is_no_move(read: Read, said: str) -> None:
    """ "To" stands between two times."""
    assert read(said).intent is not Intent.RESCHEDULE


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("oh wait make it 45, and not noor - petra", {"length", "-noor", "+petra"}),
        ("make it 45, and petra instead of noor", {"length", "-noor", "+petra"}),
        ("push it to 4, make it 45 and drop rafael", {"time", "length", "-rafael"}),
        ("bump it to 45", {"length"}),
        ("add petra, drop rafael", {"+petra", "-rafael"}),
    ],
)
def test_several_corrections_of_a_card(read: Read, said: str, told: set[str]) -> None:
    """As many as are said at once."""
    assert _told(read(said, Question("yes_no"))) == told


def test_a_day_beside_a_distance_tells_which_one(read: Read) -> None:
    """It is no time to move to."""
    understood = read("can the kiln rota happen an hour earlier on the 27th")
    assert understood.event is not None
    assert understood.event.time.slots and not understood.time.slots
