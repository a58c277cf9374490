"""Words that speak of what is shown, asked, or was done a moment ago."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent, Question, Role
from tests.understand.conftest import Read

CHOICE = Question("choice", ("Tue 24 Nov, 11:00", "Wed 25 Nov, 11:00"))


@pytest.mark.parametrize(
    "said", ["move it to 10 please", "actually no, keep it and move it to 10 instead", "put it at 10 then"]
)
def test_a_bare_hour_may_have_words_behind_it(read: Read, said: str) -> None:
    """While something is asked, it is the hour of that."""
    understood = read(said, CHOICE)
    assert understood.intent is Intent.AMEND
    assert understood.time.clock == (600, None)


def test_a_correction_may_be_said_last(read: Read) -> None:
    """What comes before it is a remark."""
    understood = read("hmm, that's the drill week. Friday then, same time", CHOICE)
    assert (understood.intent, understood.facet) == (Intent.AMEND, "same_time")


@pytest.mark.parametrize("said", ["add a note: Sindre stands in for me", "include a comment saying Sindre stands in"])
def test_a_note_alone_is_for_what_is_at_hand(read: Read, said: str) -> None:
    """It books nothing."""
    understood = read(said)
    assert (understood.intent, understood.facet, understood.event) == (Intent.UPDATE, "description", None)
    assert understood.note.startswith("Sindre stands in")


def test_a_shift_of_an_hour_is_read_as_an_amount(read: Read) -> None:
    """Whether it is how far or how long is told by what is at hand."""
    assert read("wait, make that two hours", CHOICE).time.duration == timedelta(hours=2)


@pytest.mark.parametrize(
    ("said", "intent"), [("skip it", Intent.CANCEL), ("oh no, put her back", Intent.CANCEL_DIALOG)]
)
def test_what_was_spoken_of_is_skipped_or_put_back(read: Read, said: str, intent: Intent) -> None:
    """Where nothing is being asked."""
    assert read(said).intent is intent


def test_i_mean_may_stand_behind(read: Read) -> None:
    """Whoever is meant takes the place of the last one."""
    understood = read("hmm no. Magnus Lie I mean", CHOICE)
    assert understood.facet == "instead"
    assert [each.text for each in understood.people] == ["Magnus Lie"]


@pytest.mark.parametrize("said", ["no sorry, keep Magnus, just add Tom", "keep Magnus and add Tom"])
def test_who_is_kept_comes(read: Read, said: str) -> None:
    """As does whoever is added."""
    understood = read(said, CHOICE)
    assert understood.intent is Intent.AMEND
    assert {each.text: each.role for each in understood.people} == {"Magnus": Role.REQUIRED, "Tom": Role.REQUIRED}


def test_the_meeting_itself_is_kept(read: Read) -> None:
    """Only somebody is taken off it."""
    understood = read("wait, just remove Tom and keep the meeting", Question("yes_no"))
    assert understood.intent is Intent.AMEND
    assert [(each.text, each.role) for each in understood.people] == [("Tom", Role.WITHOUT)]


def test_the_one_after_is_a_week_later(read: Read) -> None:
    """Of what is shown."""
    assert read("not this Thursday, the one after", Question("yes_no")).shift == timedelta(days=7)


def test_not_this_one_but_that_one(read: Read) -> None:
    """Who is named last takes the place of the other."""
    people = read("sorry not Katrin, I meant Hanna", CHOICE).people
    assert [(each.text, each.role) for each in people] == [("Katrin", Role.WITHOUT), ("Hanna", Role.REQUIRED)]


@pytest.mark.parametrize("said", ["the second one is good", "ok the second works for me, thanks"])
def test_a_choice_that_is_praised_is_taken(read: Read, said: str) -> None:
    """And one that is not, is not."""
    assert read(said, CHOICE).choice == 2
    assert read("the second one is too early", CHOICE).intent is not Intent.SELECT


@pytest.mark.parametrize("question", [None, Question("yes_no"), CHOICE])
def test_a_new_booking_keeps_its_title_while_something_is_asked(read: Read, question: Question | None) -> None:
    """It is no answer."""
    understood = read("30 min with Tom next week at 11, pilot prices", question)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, "pilot prices")
