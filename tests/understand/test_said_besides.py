"""What is said beside a request in words of its own: who may stay away, where, what about, that it is given up."""

import pytest

from dialogs.understand.understood import Intent, Question, Role
from tests.understand.conftest import Read

TIMES = Question("choice", ("Thu 26 Nov, 10:00 – 10:30", "Thu 26 Nov, 14:30 – 15:00"))
CONFIRM = Question("yes_no")


@pytest.mark.parametrize(
    "behind",
    [
        ", ward moves. Marged is optional",
        ", ward moves. Marged optional.",
        " about ward moves. Marged can be optional",
        ", ward moves, Marged doesn't have to come",
        ", ward moves. Marged doesnt have to come",
        ": ward moves - Marged can skip it",
        ", ward moves. And marged need not come",
    ],
)
def test_who_may_stay_away_in_a_sentence_of_its_own(read: Read, behind: str) -> None:
    """The other one is still to come, and the title is not lost."""
    said = read(f"book 30 min with Tom and Marged tomorrow at 3{behind}")
    assert said.intent is Intent.SCHEDULE
    assert said.subject == "ward moves"
    assert {each.text: each.role for each in said.people} == {"Tom": Role.REQUIRED, "Marged": Role.OPTIONAL}


def test_who_is_only_named_there_comes_besides(read: Read) -> None:
    """Nobody says of a stranger that they are optional."""
    said = read("book 30 min with Tom tomorrow at 3. Marged is optional")
    assert {each.text: each.role for each in said.people} == {"Tom": Role.REQUIRED, "Marged": Role.OPTIONAL}


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("meet Tom at Bute Park kiosk tomorrow at 3", "Bute Park kiosk"),
        ("coffee with Tom tomorrow at 10 at Central station", "Central station"),
        ("lunch with Tom friday at 12 in the Harbour lobby", "the Harbour lobby"),
        ("meet Tom tomorrow at 3 at the main entrance", "the main entrance"),
        ("30 min with Tom tomorrow at 3 in the staff canteen", "the staff canteen"),
        ("meet Tom at Victoria car park tomorrow at 8", "Victoria car park"),
        ("30 min with Tom at 3 tomorrow at the hospital main reception", "the hospital main reception"),
        ("meet Tom at Harbour Street bus stop at 9 tomorrow", "Harbour Street bus stop"),
        ("book an hour with Tom in Douro tomorrow at 3", "Douro"),
    ],
)
def test_a_place_keeps_its_last_word(read: Read, said: str, place: str) -> None:
    """What kind of place it is belongs to its name."""
    assert read(said).location == place


@pytest.mark.parametrize(
    ("said", "subject", "hour"),
    [
        ("night rota clashes for me, propose Monday at 3pm", "night rota", "15:00"),
        ("the harvest plan is too early for me, propose 3.45", "harvest plan", "15:45"),
        ("the stand-up clashes with my dentist, suggest 11 instead", "stand-up", "11:00"),
        ("the tasting doesn't work for me, propose Thursday at 2", "tasting", "14:00"),
        ("too early for me, propose 3.45", "", "15:45"),
        ("the planning clashes with my workshop, can you propose Tuesday at 10", "planning", "10:00"),
    ],
)
def test_why_another_time_is_proposed(read: Read, said: str, subject: str, hour: str) -> None:
    """The invitation is named with what is wrong with it."""
    understood = read(said)
    assert understood.intent is Intent.PROPOSE
    assert (understood.event.subject if understood.event else "") == subject
    assert f"{understood.time.exact:%H:%M}" == hour


@pytest.mark.parametrize(
    "said",
    [
        "can we do 30 min on Friday at 9.30 about the winter plan",
        "shall we do 30 min on Friday at 9.30 about the winter plan",
        "hi all, could we have 30 min on Friday at 9.30 about the winter plan?",
        "can we all do 30 min on Friday at 9.30 about the winter plan",
    ],
)
def test_what_we_could_do_is_booked(read: Read, said: str) -> None:
    """Asked so, it is wished."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, "winter plan")
    assert understood.confidence > 0.8
    assert [each.kind for each in understood.people] == (["chat"] if " all do" in said else [])


@pytest.mark.parametrize("said", ["could we all have a quick chat on friday at 3", "shall we all do lunch on friday"])
def test_all_of_us_may_meet_for_anything(read: Read, said: str) -> None:
    """Those of the chat are asked."""
    understood = read(said)
    assert understood.intent is Intent.SCHEDULE
    assert [each.kind for each in understood.people] == ["chat"]


@pytest.mark.parametrize("question", [TIMES, CONFIRM])
@pytest.mark.parametrize(
    "said",
    [
        "it's the gas contract",
        "it's about the gas contract",
        "that's for the gas contract",
        "the gas contract is the topic",
        "about the gas contract",
    ],
)
def test_a_title_that_is_told_later(read: Read, question: Question, said: str) -> None:
    """It is the title of what is being booked."""
    understood = read(said, question)
    assert (understood.intent, understood.subject) == (Intent.AMEND, "gas contract")


@pytest.mark.parametrize("said", ["it's the wrong day", "that's the plan", "it's the second one", "it's the best time"])
def test_what_is_said_of_the_offer_is_no_title(read: Read, said: str) -> None:
    """Only what it is about names it."""
    assert read(said, TIMES).subject == ""


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("block out all of Wednesday for annual leave", "Annual leave"),
        ("block out all of wednesday annual leave", "Annual leave"),
        ("block Friday for holiday", "Holiday"),
        ("block out my calendar on wednesday, parental leave", "Parental leave"),
        ("block out Thursday, I'm on leave", "Leave"),
        ("block all day wednesday: day off", "Day off"),
        ("block the 25th for paternity leave", "Paternity leave"),
        ("put annual leave in my calendar on Wednesday", "Annual leave"),
    ],
)
def test_leave_takes_whole_days_out_of_the_office(read: Read, said: str, subject: str) -> None:
    """Not only the working hours, and not as busy."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, subject)
    assert (understood.time.all_day, understood.extras.show_as) == (True, "away")


def test_leave_in_a_title_is_none(read: Read) -> None:
    """To plan it is work."""
    assert read("block out Wednesday for leave planning").extras.show_as == ""


@pytest.mark.parametrize("said", ["private: dentist, thursday 4pm", "Private - dentist thursday 4pm to 5pm"])
def test_private_as_a_label(read: Read, said: str) -> None:
    """It is no part of the title."""
    understood = read(said)
    assert (understood.subject, understood.extras.privacy) == ("dentist", "private")


@pytest.mark.parametrize("question", [TIMES, CONFIRM])
@pytest.mark.parametrize(
    "said",
    [
        "ok thanks, i'll catch him another day",
        "i'll ask him on friday",
        "thanks, I'll speak to her next week",
        "I'll catch Tom tomorrow then",
        "no worries, i'll just call them",
        "I'll see him some other time",
    ],
)
def test_whom_one_speaks_to_anyway_needs_no_meeting(read: Read, question: Question, said: str) -> None:
    """It is given up, and no other day is looked for."""
    assert read(said, question).intent is Intent.CANCEL_DIALOG


@pytest.mark.parametrize("said", ["I'll see him at 3", "i'll take the second", "I'll call it planning"])
def test_what_answers_gives_nothing_up(read: Read, said: str) -> None:
    """A time, a choice or a title goes on with it."""
    assert read(said, TIMES).intent is not Intent.CANCEL_DIALOG


@pytest.mark.parametrize(
    "said",
    [
        "no wait, keep it, i still have to prepare",
        "keep it, I still need it",
        "no, don't cancel it, we still need to talk",
        "leave it, they want to come",
    ],
)
def test_what_is_kept_with_a_reason_is_kept(read: Read, said: str) -> None:
    """The reason asks for nothing."""
    assert read(said, CONFIRM).intent is Intent.NO
