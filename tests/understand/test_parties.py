"""Those of whom a request speaks, wherever they stand in it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand.behalf.behalf import find
from dialogs.understand.behalf.parties import plainly
from dialogs.understand.context import Context
from dialogs.understand.understood import Intent, Role
from dialogs.understand.wording import forenamed
from tests.understand.conftest import Read

ZONE = ZoneInfo("Europe/Lisbon")
MONDAY = Context(datetime(2027, 3, 1, 9, 0, tzinfo=ZONE), ZONE, "en-GB")
PLAIN = [
    (
        "find half an hour for tom and ana this week, without me",
        "find half an hour for tom and ana this week, without me",
    ),
    ("give ana and tom some time friday, i'm only arranging it", "book some time for ana and tom friday, without me"),
    ("ana and tom need half an hour friday, don't include me", "book half an hour for ana and tom friday, without me"),
    (
        "arrange a tasting with ana and tom for friday at 3, i won't be there",
        "book a tasting for ana and tom for friday at 3, without me",
    ),
    (
        "book an hour for Mia and Tom on friday, just the two of them",
        "book an hour for Mia and Tom on friday, without me",
    ),
    (
        "yuki messaged me asking for an hour with tom next week, can you sort something out for them? i won't be there",
        "an hour for yuki and tom next week, without me",
    ),
    (
        "Priya emailed wanting 45 min with Dan on Thursday. Could you find them a slot please",
        "45 min for Priya and Dan on Thursday",
    ),
    (
        "tom's asking if ana b can do thursday 10 for 30 min, pls book that for him. topic: lease",
        "book a meeting for tom and ana b thursday 10 for 30 min. topic: lease",
    ),
    (
        "mia is wondering whether noah could do friday 2pm, please book it for them",
        "book a meeting for mia and noah friday 2pm",
    ),
    ("whats tom's wednesday look like?", "what does tom have wednesday"),
    ("How's ana reyes's friday looking", "what does ana reyes have friday"),
    ("how busy is kasia tomorrow", "what does kasia have tomorrow"),
    ("offer thursday at 4 to tom for his budget review", "propose thursday at 4 for tom's budget review"),
    (
        "tom's review conflicts with my dentist on thursday - can you propose 4 to him instead",
        "propose 4 for tom's review on thursday",
    ),
    ("the vendor call overlaps with the all-hands tomorrow, suggest 3pm", "propose 3pm for the vendor call tomorrow"),
    ("ana's lease call on monday - can't do 8:30, suggest 9 instead", "propose 9 for ana's lease call on monday"),
    (
        "Ana's dropped out of the vendor call tomorrow, get Tom in instead of her",
        "replace Ana with Tom in the vendor call tomorrow",
    ),
    ("Ana can't make the budget review, have Omar come in her place", "replace Ana with Omar in the budget review"),
    ("get yuki in instead of tom for the vendor call", "replace tom with yuki for the vendor call"),
    ("can you drop tom, he'll be at the fair", "can you drop tom"),
    ("add mia to it as optional so she can dial in", "add mia as optional"),
    ("add yuki to the sync because she owns the numbers", "add yuki to the sync"),
    ("when can we all do 45 min this week for the launch?", "find 45 min for all of us this week for the launch"),
    ("whens my next thing with beth", "when is my next meeting with beth"),
    ("where's the vendor call tomorrow n who's on it", "where's the vendor call tomorrow and who's on it"),
    ("mia's asked me to move her review", "mia asked me to move her review"),
    ("tom and i need an hour on thursday", "Tom and I need an hour on thursday"),
    ("30 min with tom (becker, not mori) tomorrow", "30 min with tom (becker) tomorrow"),
    ("let everyone on the kickoff know to bring their notes", "tell everyone on the kickoff to bring their notes"),
    (
        "put me and tom and yuki down for the lease debrief on friday 1pm",
        "book lease debrief on friday 1pm with tom and yuki",
    ),
    ("Kate can't make the pitch, swap in Tom", "replace Kate with Tom in the pitch"),
    (
        "the whole design team monday at 11, promos. not tom though",
        "the whole design team monday at 11, promos, without tom",
    ),
    (
        "quick one - can we do a tasting with ana at 3, book the cellar as well",
        "can we do a tasting with ana at 3, in cellar",
    ),
    ("sorry not ana - i need tom, and make it 45", "not ana but tom, and make it 45"),
    ("ana asked me to decline the tasting, she's away", "decline tasting for ana, she's away"),
    (
        "get ana and tom 30 min together on friday, rent. i don't need to come",
        "book 30 min for ana and tom on friday, rent, without me",
    ),
    ("can you see when ana and tom are both free friday", "when are ana and tom free friday"),
    ("gill needs 20 min of margot's time this week", "gill needs 20 min with margot this week"),
    ("hannah byrne and i need 20 min today", "Hannah Byrne and I need 20 min today"),
    ("swap me out of the vendor call", "take me off the vendor call"),
]
AS_THEY_ARE = [
    "add a note to the sync, it's important",
    "drop the sync, he's away",
    "add ana to the kickoff, she wants to hear the numbers, and make it 90 min",
    "drop tom, he's out. and add ana",
    "add kate. move it to 3",
    "add Sam, Alex will be late",
    "drop Paris for the retro, we'll do it on Teams",
    "we're meeting in my office for the audit, not Fado",
    "what does next week look like",
    "what's today look like",
    "show me my wednesday",
    "lunch with ana (martins) friday",
    "book lunch with Tom without me paying",
    "can you suggest another time",
    "let tom know that the rig is back",
]


@pytest.mark.parametrize(("utterance", "plain"), PLAIN)
def test_it_is_said_in_the_plain_order(utterance: str, plain: str) -> None:
    """Whoever is spoken of stands where every other reader looks for them."""
    assert plainly(utterance) == plain


@pytest.mark.parametrize("utterance", AS_THEY_ARE)
def test_the_rest_stays_as_it_is(utterance: str) -> None:
    """Nothing is dropped of what may be more than a reason."""
    assert plainly(utterance) == utterance


def test_without_me_it_is_theirs_or_nobodys() -> None:
    """In the calendar of the first, or else of the second; never a meeting of three."""
    behalf = find("find half an hour for tom and ana this week, without me")
    assert behalf is not None
    assert (behalf.name, behalf.invited) == ("tom", "")
    assert behalf.second is not None
    assert behalf.second.name == "ana"


def test_who_wants_time_with_somebody_may_get_it_in_either_calendar() -> None:
    """Where hers may not be changed, his may."""
    behalf = find("Grace wants half an hour with Noah this week")
    assert behalf is not None
    assert behalf.second is not None
    assert (behalf.second.name, behalf.second.rest) == ("Noah", "book half an hour with Grace this week")


@pytest.mark.parametrize(
    "utterance",
    [
        "Tom still hasn't seen the terms. Find us 30 min tomorrow afternoon please.",
        "The board moved it up to the 9th and Tom still hasn't seen the terms. Find us 30 min tomorrow afternoon",
        "tom needs the numbers. get us 30 min tomorrow afternoon",
    ],
)
def test_we_are_the_speaker_and_whoever_is_told_of(utterance: str) -> None:
    """Time is found with him."""
    assert "30 min with tom" in forenamed.request_of(utterance, MONDAY).lower()


def test_nobody_is_told_of() -> None:
    """ "Us" may be anybody, and is asked about."""
    assert forenamed.request_of("find us 30 min tomorrow", MONDAY) == "find us 30 min tomorrow"


@pytest.mark.parametrize(
    ("utterance", "name"),
    [
        ("30 min with hannah b on friday at 3", "hannah b"),
        ("is hannah b free at 3 tomorrow", "hannah b"),
        ("add hannah n to the lease review", "hannah n"),
        ("will tom b free at 3 tomorrow", "tom"),
        ("see if hannah n can make the lease review", "hannah n"),
    ],
)
def test_an_initial_belongs_to_the_name(read: Read, utterance: str, name: str) -> None:
    """In small letters, too, where it is no other word."""
    assert [each.text for each in read(utterance).people] == [name]


def test_what_others_are_told_of_no_meeting_is_a_mail(read: Read) -> None:
    """It is shown before it is sent."""
    said = read("let rashid know that the rig is back")
    assert (said.intent, said.note) == (Intent.EMAIL_SEND, "the rig is back")
    assert read("tell tom the slides are ready").note == "the slides are ready"


@pytest.mark.parametrize(
    ("utterance", "note"),
    [
        ("let tim know he's off the hook for the kickoff", "You're off the hook for the kickoff"),
        ("tell josh to bring the binder", "please bring the binder"),
        ("let tim know she'll be out on friday", "She'll be out on friday"),
        ("tell tim he's presenting on friday", "You're presenting on friday"),
        ("ask tim whether he's got the photos", "Have you got the photos?"),
        ("ask tim if he's bringing the plans", "Are you bringing the plans?"),
    ],
)
def test_what_is_told_is_told_to_them(read: Read, utterance: str, note: str) -> None:
    """As it is said to those who read it."""
    assert read(utterance).note == note


def test_somebody_of_theirs_comes_to_an_event_of_ones_own() -> None:
    """Their boss is no event of theirs."""
    assert find("add ahmed's boss to the media training") is None


def test_a_reason_is_no_name(read: Read) -> None:
    """ "So she can dial in" brings nobody."""
    said = read("add mia to it as optional so she can dial in")
    assert [each.text for each in said.people] == ["mia"]
    assert all(each.role is not Role.WITHOUT for each in said.people)
