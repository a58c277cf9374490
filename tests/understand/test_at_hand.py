"""What is said of the booking at hand: of those who are on its card, of what it is called, of the times it offers."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.understood import Intent, Question, Role, Understood

LISBON = ZoneInfo("Europe/Lisbon")
MONDAY = datetime(2027, 3, 8, 8, tzinfo=LISBON)
YES_NO = Question("yes_no")
TIMES = Question("choice", ("Tue 9 Mar, 11:00 – 12:00", "Wed 10 Mar, 11:00 – 12:00"))
PEOPLE = Question(
    "person",
    ("Callum MacAskill Lead Rope Technician Operations Oban", "Callum Reid Blade Inspector Operations Dundee"),
)


def read(utterance: str, question: Question = YES_NO) -> Understood:
    """`utterance`, where Yuki Mori and Katrin Vogel are on the card."""
    names = frozenset(("yuki", "mori", "katrin", "vogel"))
    return understand(utterance, Context(MONDAY, LISBON, "en-GB", question, names=names))


@pytest.mark.parametrize(
    "utterance",
    [
        "drop yuki, she's not needed",
        "yuki can be left out",
        "yuki not required",
        "Yuki's not coming",
        "forget about yuki",
        "i don't think we need yuki",
        "yuki isn't around so skip her",
        "uninvite yuki",
        "ok but no yuki",
        "actually Yuki has left the company",
    ],
)
def test_who_is_on_the_card_and_not_wanted_stays_out(utterance: str) -> None:
    """However that is put."""
    said = read(utterance)
    assert said.intent is Intent.AMEND
    assert [(each.text.lower(), each.role) for each in said.people] == [("yuki", Role.WITHOUT)]


@pytest.mark.parametrize("utterance", ["yuki can come if she wants", "make yuki optional", "nice to have yuki there"])
def test_who_may_come_is_optional(utterance: str) -> None:
    """However that is put."""
    assert [(each.text, each.role) for each in read(utterance).people] == [("yuki", Role.OPTIONAL)]


def test_somebody_else_instead_is_no_subject() -> None:
    """ "What about" is not what it is about."""
    said = read("what about Mateus instead of Katrin")
    assert {each.text: each.role for each in said.people} == {"Mateus": Role.REQUIRED, "Katrin": Role.WITHOUT}
    assert not said.subject


@pytest.mark.parametrize(
    ("utterance", "title"),
    [
        ("call it Katrin's last day", "Katrin's last day"),
        ("call it 5pm drinks", "5pm drinks"),
        ('name it "Friday wrap-up"', "Friday wrap-up"),
        ("title should be Q3 numbers for Yuki", "Q3 numbers for Yuki"),
        ("please call it Tuesday review, thanks", "Tuesday review"),
        ("rename it to weekly sync", "weekly sync"),
    ],
)
def test_what_stands_in_a_title_is_no_time_and_nobody_who_comes(utterance: str, title: str) -> None:
    """So that naming a booking moves nothing."""
    said = read(utterance)
    assert (said.intent, said.facet, said.subject) == (Intent.AMEND, "subject", title)
    assert not said.people
    assert not said.time.slots
    assert said.time.exact is None


def test_what_is_said_behind_a_title_is_changed_as_well() -> None:
    """ "Call it Roadmap, Thursday at 4" names and moves."""
    said = read("call it Roadmap, Thursday at 4")
    assert said.subject == "Roadmap"
    assert said.time.exact == datetime(2027, 3, 11, 16, tzinfo=LISBON)
    assert read("call it Roadmap and make it 45 minutes").time.duration == timedelta(minutes=45)


@pytest.mark.parametrize(
    ("utterance", "minutes"),
    [("make it a 30 minute one at 12:30", 30), ("a two hour one", 120), ("make it a one hour one", 60)],
)
def test_one_of_some_length_is_no_minute_longer(utterance: str, minutes: int) -> None:
    """ "One" stands for the meeting."""
    assert read(utterance).time.duration == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("utterance", "facet"),
    [
        ("not that late, something earlier", "earlier"),
        ("not so early, later please", "later"),
        ("hmm not great", "more"),
        ("not ideal, anything else", "more"),
    ],
)
def test_times_that_are_hardly_liked_are_not_dropped(utterance: str, facet: str) -> None:
    """Others are shown instead."""
    said = read(utterance, TIMES)
    assert (said.intent, said.facet) == (Intent.NAVIGATE, facet)


@pytest.mark.parametrize(
    ("utterance", "choice"),
    [("the rope guy", 1), ("the inspector one of course", 2), ("whoever's in Dundee", 2), ("Callum", None)],
)
def test_one_of_two_is_hinted_at_by_a_word_that_only_one_has(utterance: str, choice: int | None) -> None:
    """A title, a place, a team."""
    assert read(utterance, PEOPLE).choice == choice


@pytest.mark.parametrize(
    "utterance",
    ["do you have anything in the morning?", "is there something on Wednesday?", "what have you got on Thursday"],
)
def test_other_times_are_asked_for_while_times_are_offered(utterance: str) -> None:
    """No agenda is; "what have I got" asks for one."""
    assert read(utterance, TIMES).intent is Intent.AMEND
    assert read("what have I got on Thursday", TIMES).intent is Intent.LIST_EVENTS


@pytest.mark.parametrize("question", [YES_NO, TIMES])
@pytest.mark.parametrize(
    ("utterance", "hour", "minute"),
    [
        ("9.30 actually", 9, 30),
        ("10.30 actually", 10, 30),
        ("11 actually pls", 11, 0),
        ("half nine actually", 9, 30),
        ("make that 9.30 please actually", 9, 30),
        ("hm 9.30", 9, 30),
        ("10", 10, 0),
    ],
)
def test_another_hour_is_no_yes_and_no_choice(utterance: str, hour: int, minute: int, question: Question) -> None:
    """Though it stands in a date, or begins one, of what is offered."""
    said = read(utterance, question)
    assert said.intent is Intent.AMEND
    assert said.time.exact == MONDAY.replace(hour=hour, minute=minute)


def test_a_number_of_so_many_is_a_choice() -> None:
    """ "2" is the second of two."""
    assert (read("2", TIMES).intent, read("2", TIMES).choice) == (Intent.SELECT, 2)
