"""For whom it is asked where they are told of first, or wanted by name; and those in a chat, counted."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.behalf import parties
from dialogs.understand.behalf.behalf import find
from dialogs.understand.understood import Intent

ZONE = ZoneInfo("Europe/Lisbon")
MONDAY = Context(datetime(2027, 3, 1, 9, 0, tzinfo=ZONE), ZONE, "en-GB")

TOLD_OF = [
    ("for mia please: move the stocktake to 3", "mia", "move the stocktake to 3"),
    ("on behalf of Mia please - cancel the stocktake", "Mia", "cancel the stocktake"),
    ("ticket from Mia Chen: she wants her tasting on friday moved to 4", "Mia Chen", "move my tasting on friday to 4"),
    ("request from noah - he'd like his audit cancelled", "noah", "cancel my audit"),
    ("Mia Chen called: please move her tasting to Friday", "Mia Chen", "please move my tasting to Friday"),
    ("mia emailed this morning, she needs an hour with tom", "mia", "book an hour with tom"),
    ("note from Mia (Porto): book an hour with Tom on Friday", "Mia", "book an hour with Tom on Friday"),
    ("Mia is locked out, please book her an hour with Tom", "Mia", "please book an hour with Tom"),
    ("mias phone died so shes asked me to do this - can u get her 30 min with tom", "mia", "can u get 30 min with tom"),
    ("noah is ill and asked me to cancel his audit tomorrow", "noah", "cancel my audit tomorrow"),
    ("Mia is away today and asked if I could move her tasting to Friday", "Mia", "move my tasting to Friday"),
    ("mia wants tom and ana for 30 min fri 9am", "mia", "book a meeting with tom and ana for 30 min fri 9am"),
    ("Mia needs Tom on Friday at 3", "Mia", "book a meeting with Tom on Friday at 3"),
    ("book tom and ana for mia, 30 min fri 9am", "mia", "book tom and ana, 30 min fri 9am"),
    ("block friday 2-3 for Mia, donor calls", "Mia", "block friday 2-3, donor calls"),
    ("move mias tasting to 3pm", "mia", "move my tasting to 3pm"),
    ("show me mia's thursday", "mia", "what do I have thursday"),
]
NOBODY = [
    "Tom is free at 3, book a room",
    "the printer is broken, book an hour with Tom",
    "cancel drinks friday",
    "cancel the sales review tomorrow",
    "move all hands to 3",
    "Mia wants coffee friday 9am",
    "Mia wants Tom and me for 30 min on Friday",
]


@pytest.mark.parametrize(("said", "name", "rest"), TOLD_OF)
def test_for_whom_is_told_first(said: str, name: str, rest: str) -> None:
    """The request reads as its owner would say it."""
    found = find(said)
    assert found is not None
    assert (found.name, found.rest) == (name, rest)


@pytest.mark.parametrize("said", NOBODY)
def test_what_is_told_may_be_of_nobodys_calendar(said: str) -> None:
    """Who is told of and not spoken of again is only told of."""
    assert find(said) is None


def test_who_is_given_time_comes_where_there_is_no_right() -> None:
    """Both are named in the other reading."""
    found = find("book mia an hour with tom on friday")
    assert found is not None
    assert found.invited == "book an hour with mia and tom on friday"


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Tom and Ana keep missing each other. get me 20 min with the two of them tomorrow", ["Tom", "Ana"]),
        ("tomas and ania argue about stock again - set up 30 min with them friday at 2", ["tomas", "ania"]),
        ("Ana is stuck, can you find me half an hour with her tomorrow", ["Ana"]),
        ("Tom, Noah and Ana need a plan. book an hour with all of them on friday", ["Tom", "Noah", "Ana"]),
        ("ana and tom need to align, find 30 min for the three of us tomorrow", ["ana", "tom"]),
        ("Ana is back, so I need half an hour with her and Tom on friday", ["Ana", "Tom"]),
    ],
)
def test_they_are_who_is_told_of(said: str, names: list[str]) -> None:
    """ "Them" and "the two of them" are those of the sentence before."""
    read = understand(said, MONDAY)
    assert read.intent is Intent.SCHEDULE
    assert [each.text for each in read.people] == names


@pytest.mark.parametrize(
    "said",
    [
        "can the three of us find 45 min friday afternoon?",
        "can we four do an hour next week on stock",
        "could all three of us grab 30 min tomorrow morning",
        "find 30 min for us three tomorrow",
        "book the five of us an hour tomorrow at 3, stock",
    ],
)
def test_those_in_a_chat_may_be_counted(said: str) -> None:
    """They are everybody in it, and no room for so many is meant."""
    read = understand(said, MONDAY)
    assert read.intent is Intent.SCHEDULE
    assert [each.kind for each in read.people] == ["chat"]


@pytest.mark.parametrize(
    "said",
    [
        "everybody good for tuesday 3:30? need 30 min on the stocktake",
        "everyone ok with tuesday at 3:30 for half an hour?",
        "you all free for 3:30 tomorrow?",
        "does tuesday 3:30 work for everyone? 30 min, stocktake",
        "folks, is tomorrow at 4 ok for all of you?",
    ],
)
def test_everybody_is_asked_for_their_time(said: str) -> None:
    """However casually."""
    read = understand(said, MONDAY)
    assert read.intent is Intent.CHECK_AVAILABILITY
    assert read.time.exact is not None


@pytest.mark.parametrize(
    "said",
    [
        "30 min with all my direct reports next week about pay",
        "book an hour with all of my reports on friday",
        "get all my direct reports together for 30 min next week",
        "set up 30 min with each of my reports on friday",
    ],
)
def test_all_of_ones_reports_are_ones_reports(said: str) -> None:
    """Nobody is dropped by a word for how many of them."""
    read = understand(said, MONDAY)
    assert [each.kind for each in read.people] == ["reports"]


@pytest.mark.parametrize(
    ("said", "name", "rest"),
    [
        (
            "could you set Mia up with Tom and Ana on Friday at 2?",
            "Mia",
            "book a meeting with Tom and Ana on Friday at 2?",
        ),
        ("set mia up with tom for half an hour tomorrow", "mia", "book a meeting with tom for half an hour tomorrow"),
        ("please set Mia Chen up with Noah on Monday", "Mia Chen", "book a meeting with Noah on Monday"),
        ("Mia asked me to cancel this week's tasting with Tom", "Mia", "cancel this week's tasting with Tom"),
        ("Mia told me to move this Friday's stocktake to 3", "Mia", "move this Friday's stocktake to 3"),
        ("mia has told me to push the audit to Friday", "mia", "push the audit to Friday"),
        ("Noah says to cancel his audit tomorrow", "Noah", "cancel my audit tomorrow"),
        ("Mia tells us to decline the tasting", "Mia", "decline the tasting"),
        ("Mia has instructed us to accept the stocktake", "Mia", "accept the stocktake"),
    ],
)
def test_who_is_set_up_or_has_told_us(said: str, name: str, rest: str) -> None:
    """An order that is passed on is theirs, and so is a meeting that they are set up with."""
    found = find(parties.plainly(said))
    assert found is not None
    assert (found.name, found.rest) == (name, rest)


@pytest.mark.parametrize(
    "said",
    [
        "set me up with Tom on Friday",
        "set Mia up with access to the archive",
        "set everything up with Tom",
        "Mia told me to cancel this",
        "Mia says to move that to Friday",
        "Mia told me that Tom is out",
    ],
)
def test_what_is_at_hand_or_no_meeting_is_nobodys(said: str) -> None:
    """ "This" is what was spoken of, and with access nobody meets."""
    assert find(parties.plainly(said)) is None
