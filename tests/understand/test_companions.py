"""Who meets the speaker, said in a sentence of its own, and what stands beside it."""

import pytest

from dialogs.understand.behalf.behalf import find
from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "who", "subject"),
    [
        ("can rosa and i have 25 min tomorrow at 11? kiln rota", ["rosa"], "kiln rota"),
        ("hi, could Rosa Lim and I grab half an hour on friday about the glaze", ["Rosa Lim"], "glaze"),
        ("can rosa, bram and i meet on tuesday at 2 re the shop window", ["rosa", "bram"], "shop window"),
        ("shall bram and i get a quick call friday 9am about freight", ["bram"], "freight"),
        ("any chance bram and i could have 30 min on friday at 2 - label stock", ["bram"], "label stock"),
        ("the broken kiln - rosa and bram need to be in on it. 45 min, tuesday at 10", ["rosa", "bram"], "broken kiln"),
        ("New price list: Rosa has to be there. Half an hour on Thursday at 3", ["Rosa"], "New price list"),
        ("van lease, bram should be in on this too. can you find us 30 min on thursday", ["bram"], "van lease"),
        (
            "bram's back and the shop door still sticks. he and i should have 15 mins on it - friday 2pm",
            ["bram"],
            "shop door still sticks",
        ),
        ("rosa has the new figures. she and I need half an hour friday 10am", ["rosa"], ""),
        ("i've not told bram or rosa about the recall yet. find us 30 min tomorrow", ["bram", "rosa"], "recall"),
        ("we still need to talk to Bram and Rosa on the van, book us an hour on friday", ["Bram", "Rosa"], "van"),
        ("me and Rosa need 30 min tomorrow at 2 - stock", ["Rosa"], "stock"),
        ("the price thing: me, bram and rosa. 30 min monday 2pm", ["bram", "rosa"], "price thing"),
        ("book 45 min with bram on monday, rosa and lou too. winter range", ["bram", "rosa", "lou"], "winter range"),
    ],
)
def test_who_comes_and_what_about(read: Read, said: str, who: list[str], subject: str) -> None:
    understood = read(said)
    assert understood.intent is Intent.SCHEDULE
    assert ([each.text for each in understood.people], understood.subject) == (who, subject)


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("can bram and i have the review at 4 instead", Intent.RESCHEDULE),
        ("bram is back next week. cancel our 1:1", Intent.CANCEL),
        ("i told bram and rosa about the audit. cancel our 1:1", Intent.CANCEL),
        ("friday wrap - rosa needs to be in it. make it an hour", Intent.ADD_ATTENDEE),
        ("move the review to friday, the retro too", Intent.RESCHEDULE),
    ],
)
def test_what_there_is_already_is_no_new_meeting(read: Read, said: str, intent: Intent) -> None:
    assert read(said).intent is intent


@pytest.mark.parametrize(
    "said",
    [
        "book 20 min with rosa tomorrow at 2. actually make it 2.30, and half an hour. stock count",
        "can rosa and i have 20 min tomorrow at 2? actually make it 2.30, and half an hour. stock count",
        "20 min with rosa tomorrow at 2, no wait make it 2.30 for half an hour. stock count",
    ],
)
def test_an_hour_and_a_length_are_put_right_at_once(read: Read, said: str) -> None:
    understood = read(said)
    assert understood.time.exact is not None and understood.time.duration is not None
    assert (f"{understood.time.exact:%H:%M}", understood.time.duration.total_seconds()) == ("14:30", 1800)
    assert understood.subject == "stock count"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("lunch with rosa tuesday 12.30 to 1.30, at marino", "marino"),
        ("put coffee with rosa@kiln.example in for friday 10am, at the blue door", "the blue door"),
        ("30 min with bram tuesday 3pm - at blue barn", "blue barn"),
        ("dinner with bram tomorrow 7pm; at luigi's", "luigi's"),
        ("lunch with bram tomorrow at 12, at least an hour", ""),
        ("meet bram monday at 3, at the latest 4", ""),
    ],
)
def test_a_place_behind_a_comma(read: Read, said: str, place: str) -> None:
    assert read(said).location == place


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("need 45 min for rosa with bram and lou on monday morning. winter range", "rosa"),
        ("i need an hour for Rosa with Bram on Monday about the van", "Rosa"),
        ("could we get 30 mins for rosa with bram monday 9am", "rosa"),
        ("hi, looking for half an hour for rosa to see bram monday", "rosa"),
        ("we need 30 min with bram for rosa on monday", "rosa"),
    ],
)
def test_for_whom_time_is_needed(said: str, name: str) -> None:
    behalf = find(said)
    assert behalf is not None and behalf.name == name
    assert name not in behalf.rest


def test_whom_is_told_of_is_no_owner() -> None:
    assert find("bram's seen the boxes and they are too small. he and i should have 20 mins on it tuesday 2pm") is None


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("45 min tomorrow at 9, just me, label mock-ups", "label mock-ups"),
        ("book an hour tomorrow at 1, only me - tax return", "tax return"),
    ],
)
def test_what_one_does_alone(read: Read, said: str, subject: str) -> None:
    understood = read(said)
    assert (understood.intent, [each.text for each in understood.people]) == (Intent.SCHEDULE, [])
    assert subject in (understood.subject, *(each.text for each in understood.bare))
