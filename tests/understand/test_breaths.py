"""What is said in several breaths to a question of ours: a remark and then the answer, or two corrections at once."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent, Question, Role
from tests.understand.conftest import Read

TIMES = Question("choice", ("Thu 26 Nov, 10:00 – 10:30", "Thu 26 Nov, 14:30 – 15:00", "Fri 27 Nov, 09:00 – 09:30"))
CONFIRM = Question("yes_no")


@pytest.mark.parametrize(
    "said",
    [
        "oh he's on leave? then Friday, same time",
        "he's travelling? try friday",
        "ah I forgot she is in Lagos. can we do friday",
        "hmm that's a bit early for him. what about friday",
        "sorry, my mistake. Friday",
        "no, not tomorrow, friday",
        "not thursday - friday",
    ],
)
def test_what_is_remarked_first_is_no_part_of_the_answer(read: Read, said: str) -> None:
    """Friday is meant, and no other day ruled out."""
    understood = read(said, TIMES)
    assert understood.intent is Intent.AMEND
    assert [f"{slot.start:%a}" for slot in understood.time.slots if slot.start] == ["Fri"]
    assert not understood.time.excluded


@pytest.mark.parametrize(
    "said",
    [
        "doesn't matter, the stock count can wait. book it",
        "he won't mind, book it",
        "she already agreed, just book it",
        "I'll square it with him. do it",
    ],
)
def test_a_conflict_that_is_waved_off_is_no_hindrance(read: Read, said: str) -> None:
    """It is to be booked at that time all the same."""
    understood = read(said, TIMES)
    assert (understood.intent, understood.facet) == (Intent.YES, "anyway")


@pytest.mark.parametrize(
    "said",
    [
        "actually make that 9 and add Tom",
        "make it 9, with Tom",
        "add Tom. make it 9",
        "9 instead and invite Tom please",
    ],
)
def test_two_corrections_are_both_heard(read: Read, said: str) -> None:
    """Neither hides the other."""
    understood = read(said, CONFIRM)
    assert understood.intent is Intent.AMEND
    assert [(each.text, each.role) for each in understood.people] == [("Tom", Role.REQUIRED)]
    assert understood.time.exact and f"{understood.time.exact:%H:%M}" == "09:00"


def test_three_corrections(read: Read) -> None:
    """However many there are."""
    understood = read("add Tom. make it 45 min. call it Audit", CONFIRM)
    assert [each.text for each in understood.people] == ["Tom"]
    assert (understood.time.duration, understood.subject) == (timedelta(minutes=45), "Audit")


def test_a_swap_and_a_length(read: Read) -> None:
    """Who comes and how long it takes, in one."""
    understood = read("swap Tom for Alex and make it 45 min", CONFIRM)
    assert {each.text: each.role for each in understood.people} == {"Tom": Role.WITHOUT, "Alex": Role.REQUIRED}
    assert understood.time.duration == timedelta(minutes=45)


@pytest.mark.parametrize("title", ["Roster and planning", "Tom and Alex"])
def test_a_title_is_not_cut(read: Read, title: str) -> None:
    """ "And" in a title begins nothing."""
    assert read(f"call it {title}", CONFIRM).subject == title


def test_several_days_ruled_out_stay_so(read: Read) -> None:
    """ "Not Monday, Tuesday or Friday" wants none of them."""
    assert len(read("not Monday, Tuesday or Friday", TIMES).time.excluded) == 3


@pytest.mark.parametrize("said", ["ok take that one", "that one please", "let's take it", "great, I'll have that one"])
def test_that_one_is_taken(read: Read, said: str) -> None:
    """It says yes to what is shown."""
    understood = read(said, CONFIRM)
    assert understood.intent is Intent.YES
    assert not understood.people


def test_thanks_before_a_choice(read: Read) -> None:
    """The choice counts."""
    understood = read("great, thanks. the second", TIMES)
    assert (understood.intent, understood.choice) == (Intent.SELECT, 2)


@pytest.mark.parametrize("said", ["Tom only", "just Tom", "only with Tom", "just me and Tom"])
def test_nobody_else_comes(read: Read, said: str) -> None:
    """Whoever was named before stays out."""
    understood = read(said, CONFIRM)
    assert (understood.intent, understood.facet) == (Intent.AMEND, "alone")
    assert [each.text for each in understood.people] == ["Tom"]


@pytest.mark.parametrize(
    ("said", "facet"), [("no sorry, with Tom", "instead"), ("oops, I meant with Tom", "instead"), ("and with Tom", "")]
)
def test_somebody_else_comes(read: Read, said: str, facet: str) -> None:
    """After a slip it is instead, otherwise as well."""
    assert read(said, CONFIRM).facet == facet


@pytest.mark.parametrize("said", ["sorry 11 to 12", "11-12", "no, 11 till 12 please"])
def test_hours_alone(read: Read, said: str) -> None:
    """From when to when."""
    time = read(said, CONFIRM).time
    assert time.exact is not None
    assert (f"{time.exact:%H:%M}", time.duration) == ("11:00", timedelta(hours=1))


def test_what_it_is_for(read: Read) -> None:
    """And with whom."""
    understood = read("for the rope audit with Tom", CONFIRM)
    assert (understood.intent, understood.subject) == (Intent.AMEND, "rope audit")
    assert [each.text for each in understood.people] == ["Tom"]


def test_a_free_stretch_is_taken_for_so_long(read: Read) -> None:
    """One of those that were told."""
    understood = read("book the first one, 30 minutes", CONFIRM)
    assert (understood.intent, understood.choice) == (Intent.AMEND, 1)
    assert understood.time.duration == timedelta(minutes=30)


@pytest.mark.parametrize(
    "said",
    [
        "drop Tom, he's not needed",
        "leave Tom out, he is ill",
        "without Tom because he has no time",
        "drop Tom - he's away tomorrow",
    ],
)
def test_a_reason_behind_a_correction_is_no_part_of_it(read: Read, said: str) -> None:
    """Tom stays out, and nothing else changes."""
    understood = read(said, CONFIRM)
    assert [(each.text, each.role) for each in understood.people] == [("Tom", Role.WITHOUT)]
    assert (understood.subject, understood.when) == ("", ())


@pytest.mark.parametrize("said", ["also make it 45", "make it a 45 minute call", "hold on, make that a 45 min one"])
def test_another_length(read: Read, said: str) -> None:
    """However it is led."""
    assert read(said, CONFIRM).time.duration == timedelta(minutes=45)


@pytest.mark.parametrize(
    ("said", "facet"), [("not that late, something earlier", "earlier"), ("too early, anything later?", "later")]
)
def test_other_times_are_wanted(read: Read, said: str, facet: str) -> None:
    """What was shown does not suit; the booking stays."""
    understood = read(said, TIMES)
    assert (understood.intent, understood.facet) == (Intent.NAVIGATE, facet)


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("invite Tom as well but optional", Role.OPTIONAL),
        ("wrong person, I meant Tom", Role.REQUIRED),
        ("1 hour actually, and bring Tom", Role.REQUIRED),
    ],
)
def test_somebody_comes(read: Read, said: str, role: Role) -> None:
    """In the role that was said."""
    assert [(each.text, each.role) for each in read(said, CONFIRM).people] == [("Tom", role)]


def test_a_title_behind_its_label(read: Read) -> None:
    """No colon is needed."""
    assert read("title vessel swap", CONFIRM).subject == "vessel swap"


def test_one_hour_instead_of_another(read: Read) -> None:
    """The first one is meant."""
    time = read("12 instead of 11", CONFIRM).time
    assert time.exact is not None
    assert f"{time.exact:%H:%M}" == "12:00"


@pytest.mark.parametrize(
    "said",
    [
        "oh no, Friday I'm out at 1. Make it 2",
        "I have something at 9 though, make it 2",
        "she's away until noon, what about 2",
        "hmm I've got a call at 11, let's do 2",
    ],
)
def test_when_somebody_is_engaged_is_not_wanted(read: Read, said: str) -> None:
    """What is proposed behind it is."""
    time = read(said, TIMES).time
    assert time.exact is not None
    assert f"{time.exact:%H:%M}" == "14:00"
    assert not time.excluded


@pytest.mark.parametrize("question", [TIMES, CONFIRM, Question("person")])
@pytest.mark.parametrize(
    "said",
    [
        "never mind, I'll call her instead",
        "hmm no, forget it, I'll just phone him",
        "no, we'll talk about it over lunch",
        "actually no, I'd rather ask Tom",
        "don't bother, she's on leave",
        "no thanks, sorted it",
        "nah, I'll do it later",
        "ok leave it, thanks",
    ],
)
def test_what_is_given_up_with_a_reason_is_given_up(read: Read, said: str, question: Question) -> None:
    """Neither the reason nor the other way is a correction, under which a later "ok" would book."""
    assert read(said, question).intent is Intent.CANCEL_DIALOG


@pytest.mark.parametrize(
    "said",
    [
        "no, make it Friday",
        "never mind, I'll do Friday instead",
        "no need to invite Tom",
        "never mind the clash, book it",
    ],
)
def test_what_is_corrected_is_not_given_up(read: Read, said: str) -> None:
    """ "No" and "never mind" also begin another wish."""
    assert read(said, TIMES).intent is not Intent.CANCEL_DIALOG


def test_cancel_it_may_be_a_yes(read: Read) -> None:
    """To "cancel this one?" it is; where times are on offer it gives them up."""
    said = "cancel it, I'll tell them myself"
    assert read(said, CONFIRM).intent is not Intent.CANCEL_DIALOG
    assert read(said, TIMES).intent is Intent.CANCEL_DIALOG


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("ok book the first one, 30 min, facade details", "facade details"),
        ("book the first one for 30 min about the facade", "facade"),
        ("book 30 min in the first one", ""),
    ],
)
def test_the_first_of_the_free_stretches_is_taken_for_something(read: Read, said: str, subject: str) -> None:
    """How long and what for stand behind it."""
    understood = read(said, CONFIRM)
    assert (understood.intent, understood.choice, understood.subject) == (Intent.AMEND, 1, subject)
    assert understood.time.duration == timedelta(minutes=30)


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("too late for me, could we do 2pm", 14),
        ("too early actually, can we do 3", 15),
        ("2 is too early for me, lets say 3", 15),
        ("those are all too late, how about 9", 9),
        ("bit early for Tom, make it 10", 10),
        ("that is too late. 11?", 11),
    ],
)
def test_what_is_too_early_or_too_late_gives_way_to_the_time_behind(read: Read, said: str, hour: int) -> None:
    """To one time on a card, and to several."""
    for question in (CONFIRM, TIMES):
        understood = read(said, question)
        assert understood.intent is Intent.AMEND
        assert understood.time.exact and understood.time.exact.hour == hour


@pytest.mark.parametrize(
    ("said", "days"),
    [("can it start a week later?", 7), ("could we start a week later", 7), ("can it be 2 weeks earlier", -14)],
)
def test_what_is_asked_of_it_is_wished(read: Read, said: str, days: int) -> None:
    """ "Can it be later?", to a card, is a correction."""
    understood = read(said, CONFIRM)
    assert (understood.intent, understood.shift) == (Intent.AMEND, timedelta(days=days))


@pytest.mark.parametrize(
    ("said", "number", "subject", "people"),
    [
        ("book the first one for budget prep", 1, "budget prep", []),
        ("take the second slot with Tom about the harbour lease", 2, "harbour lease", ["Tom"]),
        ("put budget prep in the last one", -1, "budget prep", []),
        ("the second one please, call it budget prep", 2, "budget prep", []),
    ],
)
def test_a_free_stretch_is_taken_with_all_that_is_said_besides(
    read: Read, said: str, number: int, subject: str, people: list[str]
) -> None:
    """Whom it is with, and what it is about."""
    understood = read(said, CONFIRM)
    assert (understood.intent, understood.choice, understood.subject) == (Intent.AMEND, number, subject)
    assert [each.text for each in understood.people] == people


def test_a_stretch_for_oneself_is_only_taken(read: Read) -> None:
    """ "For me" tells nothing more."""
    understood = read("can you book the second one for me", CONFIRM)
    assert (understood.intent, understood.choice) == (Intent.SELECT, 2)


@pytest.mark.parametrize(
    ("said", "minutes", "subject"),
    [
        ("30 minutes on pumps", 30, "pumps"),
        ("make it 45 minutes on the harbour lease", 45, "harbour lease"),
        ("half an hour for the pump review", 30, "pump review"),
        ("30 minutes on teams", 30, ""),
    ],
)
def test_a_length_on_a_topic(read: Read, said: str, minutes: int, subject: str) -> None:
    """Of what is being booked; Teams is no topic."""
    for question in (CONFIRM, TIMES):
        understood = read(said, question)
        assert (understood.intent, understood.subject) == (Intent.AMEND, subject)
        assert understood.time.duration == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("great, book her for 30 minutes then, about replacement buses", "replacement buses"),
        ("book him for half an hour to talk about school meals", "school meals"),
    ],
)
def test_who_is_booked_for_so_long_is_met(read: Read, said: str, subject: str) -> None:
    """Whatever it is about."""
    understood = read(said, CONFIRM)
    assert understood.subject == subject
    assert [each.kind for each in understood.people] == ["pronoun"]
    assert understood.time.duration == timedelta(minutes=30)


def test_what_a_room_is_booked_for_may_be_told_behind_the_question(read: Read) -> None:
    """The room is where it is, and not what it is about."""
    said = "can you book the Severn room on Friday at 2pm for an hour? it's for timetable training with Tom"
    understood = read(said)
    assert understood.subject == "timetable training"
    assert [each.text for each in (*understood.bare, *understood.people)] == ["Severn", "Tom"]
