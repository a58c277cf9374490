"""An utterance while a question is open: the question is answered first."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent, Question
from tests.understand.conftest import Read

CONFIRM = Question("yes_no")
TIMES = Question("choice", ("Thu 10:00", "Thu 14:30", "Fri 09:00"))
PEOPLE = Question("choice", ("Alex Meyer", "Alex Novak"))


@pytest.mark.parametrize(
    ("said", "intent"),
    [("yes", Intent.YES), ("sure go ahead", Intent.YES), ("no", Intent.NO), ("no thanks", Intent.NO)],
)
def test_yes_and_no(read: Read, said: str, intent: Intent) -> None:
    """They stay what they are."""
    assert read(said, CONFIRM).intent is intent


@pytest.mark.parametrize(
    "said", ["make it 4", "no, Thursday", "rather 45 minutes", "friday at 3", "yes but at 10", "actually with Tom"]
)
def test_a_correction(read: Read, said: str) -> None:
    """Another value instead of yes or no amends what is being discussed."""
    assert read(said, CONFIRM).intent is Intent.AMEND


@pytest.mark.parametrize(
    ("said", "choice"),
    [
        ("2", 2),
        ("the second one", 2),
        ("option 3", 3),
        ("the last one", 3),
        ("14:30", 2),
        ("friday 09:00", 3),
        ("friday 11:00", None),
        ("take the 2:30 pm", 2),
        ("go with Friday", 3),
        ("go with Thursday", None),
        ("book the second", 2),
    ],
)
def test_a_choice_of_times(read: Read, said: str, choice: int | None) -> None:
    """By number, or by words that only one of the choices has."""
    understood = read(said, TIMES)
    assert understood.choice == choice
    assert understood.intent is (Intent.SELECT if choice else Intent.AMEND)


@pytest.mark.parametrize(("said", "choice"), [("novak", 2), ("Alex Meyer", 1), ("the first", 1)])
def test_a_choice_of_people(read: Read, said: str, choice: int) -> None:
    """A surname tells two people apart."""
    assert read(said, PEOPLE).choice == choice


def test_a_name_that_fits_both_decides_nothing(read: Read) -> None:
    """ "Alex" is still open."""
    assert read("Alex", PEOPLE).choice is None


def test_a_subject(read: Read) -> None:
    """Whatever is said is the subject, even where it looks like something else."""
    understood = read("Budget for March", Question("subject"))
    assert (understood.intent, understood.subject) == (Intent.AMEND, "Budget for March")


def test_a_note(read: Read) -> None:
    """The note is taken as it was said."""
    assert read("I'm travelling that week", Question("note")).note == "I'm travelling that week"


@pytest.mark.parametrize("question", [CONFIRM, TIMES, Question("time"), Question("subject")])
def test_never_mind_is_no_answer(read: Read, question: Question) -> None:
    """One can always leave."""
    assert read("never mind", question).intent is Intent.CANCEL_DIALOG


@pytest.mark.parametrize("said", ["cancel", "cancel it", "cancel that", "please cancel it"])
def test_cancelling_leaves_what_is_open(read: Read, said: str) -> None:
    """It is the conversation's matter that is dropped, and no event."""
    assert read(said, TIMES).intent is Intent.CANCEL_DIALOG


def test_an_ordinal_may_be_a_day_or_a_choice(read: Read) -> None:
    """Both readings are handed on."""
    understood = read("maybe on the second", TIMES)
    assert (understood.intent, understood.choice) == (Intent.AMEND, 2)
    assert [slot.start.day for slot in understood.time.slots if slot.start] == [2]


def test_another_request_is_no_answer(read: Read) -> None:
    """Somebody who asks for something else gets it."""
    assert read("what's on my calendar tomorrow", CONFIRM).intent is Intent.LIST_EVENTS
    assert read("decline the invite from Rosa", CONFIRM).intent is Intent.DECLINE


def test_a_bare_number_is_what_was_asked_for(read: Read) -> None:
    """ "3" is a time where a time was asked for, and minutes where a duration was."""
    assert read("3", Question("time")).time.clock == (15 * 60, None)
    length = read("45", Question("duration")).time.duration
    assert length is not None
    assert length.total_seconds() == 45 * 60


def test_a_bare_name_is_who_was_asked_for(read: Read) -> None:
    """Names need no preposition where people were asked for; their spans fit what was said."""
    said = "Tom and ana"
    people = read(said, Question("person")).people
    assert [said[slice(*p.span)] for p in people] == ["Tom", "ana"]


@pytest.mark.parametrize(
    "said",
    [
        "I have a dentist at 14:30",
        "anyone busy at 10?",
        "why 10:00?",
        "does 10:00 suit Priya?",
        "is 14:30 possible?",
        "at 10 I am on the train",
        "9 doesn't work for me",
        "Friday",
    ],
)
def test_what_speaks_of_an_offered_time_does_not_choose_it(read: Read, said: str) -> None:
    """Somebody who mentions a time has not taken it."""
    assert read(said, TIMES).intent is not Intent.SELECT


def test_the_earliest_and_the_latest_are_so_by_the_clock(read: Read) -> None:
    """Not by their place on the card."""
    jumbled = Question(
        "choice", ("Fri 27 Nov, 15:30 – 16:00", "Fri 27 Nov, 09:00 – 09:30", "Fri 27 Nov, 12:00 – 12:30")
    )
    assert read("the earliest one please", jumbled).choice == 2
    assert read("book the latest", jumbled).choice == 1


@pytest.mark.parametrize("said", ["1pm doesn't work for me", "the first one doesn't work", "I can't do the second"])
def test_what_will_not_do_asks_for_others(read: Read, said: str) -> None:
    """And drops nobody."""
    understood = read(said, TIMES)
    assert (understood.intent, understood.facet) == (Intent.NAVIGATE, "more")


def test_a_name_in_place_of_another(read: Read) -> None:
    """ "I meant" swaps; a bare name does not."""
    assert read("no, I meant Katrin", TIMES).facet == "instead"


WHICH = Question("person", ("Sam Okafor Account Manager London", "Sam Lindqvist Engineer Berlin"))


@pytest.mark.parametrize(
    ("said", "choice"), [("the engineer", 2), ("the one in London", 1), ("Sam the engineer", 2), ("Okafor", 1)]
)
def test_what_tells_two_people_apart_chooses_one(read: Read, said: str, choice: int) -> None:
    """A title or a place as well as the surname."""
    answer = read(said, WHICH)
    assert (answer.intent, answer.choice) == (Intent.SELECT, choice)


@pytest.mark.parametrize("said", ["both", "both of them", "all", "invite both please"])
def test_both_chooses_each(read: Read, said: str) -> None:
    """No place in the list, but all of it."""
    answer = read(said, WHICH)
    assert (answer.intent, answer.scope, answer.choice) == (Intent.SELECT, "all", None)


DATED = Question("choice", ("Tue 24 Nov, 11:00 – 12:00", "Wed 25 Nov, 15:00 – 16:00"))


@pytest.mark.parametrize(
    ("said", "choice"),
    [
        ("the later one", 2),
        ("the earlier one, please", 1),
        ("the Tuesday one", 1),
        ("let's take the Wednesday slot", 2),
    ],
)
def test_a_time_is_told_apart_by_what_it_has_alone(read: Read, said: str, choice: int) -> None:
    """Not only by its number: by its day, and by which one is later."""
    answer = read(said, DATED)
    assert (answer.intent, answer.choice, answer.time.exact) == (Intent.SELECT, choice, None)


@pytest.mark.parametrize(
    "said", ["Tom can't do Wednesday", "Wednesday doesn't work", "Ana is out on Wednesday", "not on a Wednesday"]
)
def test_days_on_which_somebody_cannot_are_ruled_out(read: Read, said: str) -> None:
    """The other days stay as they were asked for."""
    answer = read(said, DATED)
    assert answer.intent is Intent.AMEND
    assert [f"{slot.start:%a}" for slot in answer.time.excluded if slot.start] == ["Wed"]
    assert answer.time.slots == ()


def test_nothing_after_four_rules_that_out(read: Read) -> None:
    """It is a wish while times are offered, and a report where the calendar is told of."""
    assert read("nothing after 4 please", DATED).time.excluded
    assert not read("I have nothing after 4", DATED).time.excluded
    assert read("no Mondays", DATED).intent is Intent.AMEND


def test_a_time_is_taken_and_changed_in_one_breath(read: Read) -> None:
    """The second, with Tom as well; the first, but shorter."""
    added = read("second, and add Tom", DATED)
    assert (added.intent, added.choice, [each.text for each in added.people]) == (Intent.AMEND, 2, ["Tom"])
    shorter = read("go with the first but make it 45", DATED)
    assert (shorter.choice, shorter.time.duration) == (1, timedelta(minutes=45))


def test_other_times_of_a_day_are_asked_for(read: Read) -> None:
    """ "What else is there on Thursday?" wants times of it; "what else do I have" asks for the calendar."""
    assert read("what else is there on Thursday?", DATED).facet == "any_time"
    assert read("what else do I have on Thursday?", DATED).intent is Intent.LIST_EVENTS


def test_a_slip_of_the_tongue_is_taken_back(read: Read) -> None:
    """What was meant stands behind it; "the Wednesday after" is the one behind the coming one."""
    meant = read("oh wait, Wednesday is tomorrow? I meant the Wednesday after", DATED)
    assert [f"{slot.start:%d}" for slot in meant.time.slots if slot.start] == ["02"]


def test_it_is_booked_anyway_because_they_agreed(read: Read) -> None:
    """A reason behind "anyway" changes nothing; "anyway, but not" does."""
    assert read("yes anyway, she agreed", DATED).facet == "anyway"
