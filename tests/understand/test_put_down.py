"""Bookings that are only put down, told by their people, what counts them, or the words around a room."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Extras, Intent, Kind, Question, Role
from tests.understand.conftest import Read

NAMED_EVENTS = [
    ("Competition retreat all day Wednesday to Friday next week", "Competition retreat"),
    ("all day conference Monday to Wednesday", "conference"),
    ("team shifts every Saturday at 7", "team shifts"),
    ("night shift Friday 8pm to 11pm", "night shift"),
]
NAMES = [
    ("Tom Silva Friday 3pm 30 min budget", "Tom Silva", "budget"),
]
QUESTIONS = ["team offsite all day Friday?", "is the retreat on Friday at 3", "what is on Friday at 3", "rain Friday"]
TOGETHER = [
    ("get the nursing leads in a room on Friday at 10:30", ["the nursing leads"]),
    ("get Tom and Priya on a call tomorrow at 3", ["Tom", "Priya"]),
    ("bring Tom and Priya together in one room tomorrow at 3", ["Tom", "Priya"]),
]
OPEN = Question("choice", ("Wed 18 Nov, 11:00 – 11:30", "Wed 18 Nov, 14:00 – 14:30"))


@pytest.mark.parametrize(("said", "subject"), NAMED_EVENTS)
def test_an_event_with_a_name_and_a_time_is_booked_without_a_verb(read: Read, said: str, subject: str) -> None:
    """Nothing else is wanted with it."""
    found = read(said)
    assert (found.intent, found.subject) == (Intent.SCHEDULE, subject)


@pytest.mark.parametrize(("said", "name", "subject"), NAMES)
def test_a_name_before_a_time_may_be_somebody_to_meet(read: Read, said: str, name: str, subject: str) -> None:
    """The dialog asks the directory; where nobody is called so, nothing is booked."""
    found = read(said)
    assert (found.intent, found.facet, found.subject) == (Intent.SCHEDULE, "names", subject)
    assert [each.text for each in found.bare] == [name]


@pytest.mark.parametrize("said", QUESTIONS)
def test_what_asks_puts_nothing_down(read: Read, said: str) -> None:
    """A question mark or a word that asks, and a day without an hour."""
    found = read(said)
    assert found.facet != "names"
    assert found.intent is not Intent.SCHEDULE or found.confidence < 0.75


@pytest.mark.parametrize(("said", "people"), TOGETHER)
def test_those_who_are_got_into_a_room_meet(read: Read, said: str, people: list[str]) -> None:
    """A room is where they meet, and not all that is wanted."""
    found = read(said)
    assert found.intent is Intent.SCHEDULE
    assert [each.text for each in found.people] == people


def test_me_and_somebody(read: Read) -> None:
    """ "Book me and Tom" books Tom."""
    assert [each.text for each in read("book me and Tom tomorrow at 3 for 15 mins").people] == ["Tom"]


@pytest.mark.parametrize("said", ["meet Tom at 9 or 10 tomorrow morning", "either 9 or 10 tomorrow with Tom"])
def test_one_of_two_hours(read: Read, said: str) -> None:
    """The first is what is looked at first, the other one is as good."""
    time = read(said).time
    assert time.exact is not None and f"{time.exact:%d %H}" == "19 09"
    assert [f"{each.exact:%d %H}" for each in time.alternatives if each.exact][-1] == "19 10"


def test_a_dot_behind_a_weekday_is_an_hour(read: Read) -> None:
    """ "Monday 12.30" is no 30 December, which is a Wednesday."""
    time = read("lunch with Tom on monday 12.30", locale="en-GB").time
    assert time.exact is not None and f"{time.exact:%m-%d %H:%M}" == "11-23 12:30"


def test_this_time_next_week(read: Read) -> None:
    """The hour that it is now."""
    time = read("this time next week with Tom").time
    assert time.exact is not None and f"{time.exact:%m-%d %H:%M}" == "11-25 09:00"


def test_the_clock_of_a_large_city(read: Read) -> None:
    """Also of one that no zone is named after."""
    time = read("call Kenji on Thursday at 5pm Osaka time").time
    assert time.exact is not None and f"{time.exact:%d %H:%M}" == "19 09:00"


@pytest.mark.parametrize(
    "said",
    ["repeat it 5 times", "do that five times", "make it a series of five", "make it five sessions"],
)
def test_how_many_of_what_is_on_the_card(read: Read, said: str) -> None:
    """A count is no hour and no choice."""
    found = read(said, OPEN)
    assert (found.intent, found.time.run.count, found.time.exact) == (Intent.AMEND, 5, None)


@pytest.mark.parametrize(("said", "side"), [("no, right before it", "before"), ("after that instead", "after")])
def test_the_other_side_of_what_was_spoken_of(read: Read, said: str, side: str) -> None:
    """Which event it was, the dialog knows."""
    found = read(said, OPEN)
    assert found.intent is Intent.AMEND
    assert found.time.anchor is not None and found.time.anchor.side == side


def test_a_title_behind_an_agenda(read: Read) -> None:
    """The agenda ends where something else is told."""
    found = read("book half an hour with Tom Monday 2pm. Agenda: 1) steel 2) timber. Title Cost check.")
    assert (found.extras, found.subject) == (Extras(agenda="1) steel 2) timber"), "Cost check")


def test_a_private_appointment_of_a_kind(read: Read) -> None:
    """ "Private" is no part of its name."""
    found = read("put a private dentist appointment in my calendar for thursday 8 to 9")
    assert (found.extras.privacy, found.subject) == ("private", "dentist appointment")


def test_an_amount_of_each(read: Read) -> None:
    """ "An hour each" is how long each of them takes."""
    found = read("three weekly sessions with Tom on Tuesdays at 10, an hour each, for render training")
    assert (found.time.duration, found.subject) == (timedelta(hours=1), "render training")
    assert [each.text for each in found.when if each.kind is Kind.DURATION] == ["an hour each"]


def test_a_change_from_some_day_on(read: Read) -> None:
    """ "From next week on, stock count should be at 2pm" moves the rest of the series."""
    found = read("from next week on, stock count should be at 2pm")
    assert (found.intent, found.scope, found.time.clock) == (Intent.RESCHEDULE, "following", (840, None))
    assert found.event is not None and found.event.subject == "stock count"


@pytest.mark.parametrize(
    ("said", "first", "then"),
    [
        ("book Will on Monday at 10 and Tom on Monday at 11", "Will", "book Tom on Monday at 11"),
        ("book Tom at 10 and Priya at 11 tomorrow", "Tom", "book Priya at 11 tomorrow"),
        ("book Tom tomorrow at 3 and Priya at 4", "Tom", "book Priya at 4 on 19 November"),
    ],
)
def test_two_people_at_two_hours_are_two_meetings(read: Read, said: str, first: str, then: str) -> None:
    """A day that is said once is that of both."""
    found = read(said)
    assert ([each.text for each in found.bare], found.then) == ([first], then)
    assert found.time.exact is not None and found.time.clock is None


def test_will_may_stand_in_a_list_of_names(read: Read) -> None:
    """A word that is a verb as well is a name between names."""
    for said in ("4pm friday with Tiago, Will and Tom", "with tiago, will and tom friday at 3"):
        assert [each.text.lower() for each in read(said).people] == ["tiago", "will", "tom"]


def test_somebody_is_needed(read: Read) -> None:
    """ "Need Marcus asap" asks for time with him, if the directory knows him."""
    found = read("need Marcus and Ana Quintela asap for 30 minutes, crack in the slab")
    assert (found.intent, found.facet, found.time.earliest) == (Intent.SCHEDULE, "names", True)
    assert [each.text for each in found.bare] == ["Marcus", "Ana Quintela"]


def test_a_pronoun_is_asked_about(read: Read) -> None:
    """ "Is he free then?" is about somebody who was named."""
    assert [each.kind for each in read("is he free then?").people] == ["pronoun"]


def test_focus_time_has_its_marks(read: Read) -> None:
    """They are no part of what it is for."""
    found = read("block thursday afternoon from 2 to 5 for drawing, mark it as busy and private")
    assert (found.subject, found.extras.privacy, found.extras.show_as) == ("drawing", "private", "busy")


FORM = "Meeting: Façade mock-up\nWho: Tiago, Ana Quintela\nWhen: Monday 23 November 14:00\nHow long: 45 min"


@pytest.mark.parametrize("form", [FORM, FORM.replace("\n", "; "), FORM.replace("\n", ". "), FORM.replace("\n", " | ")])
def test_a_form_is_a_sentence(read: Read, form: str) -> None:
    """A line for each thing says as much, or all of them on one."""
    found = read(form)
    assert (found.intent, found.subject, found.time.duration) == (
        Intent.SCHEDULE,
        "Façade mock-up",
        timedelta(minutes=45),
    )
    assert [each.text for each in found.people] == ["Tiago", "Ana Quintela"]
    assert found.time.exact is not None and f"{found.time.exact:%m-%d %H:%M}" == "11-23 14:00"


def test_names_behind_the_time(read: Read) -> None:
    """ "Wednesday 11am Tiago and Tom 1 hr" """
    found = read("Wednesday 11am Tiago and Tom 1 hr")
    assert ([each.text for each in found.bare], found.facet) == (["Tiago", "Tom"], "names")


def test_a_small_word_behind_a_name_is_no_name(read: Read) -> None:
    """ "With Will, contract log" is about the log."""
    found = read("every Thursday 9:30 with Will, contract log, 20 min")
    assert ([each.text for each in found.people], found.subject) == (["Will"], "contract log")


def test_one_or_the_other(read: Read) -> None:
    """ "Tom or Ana": not both of them."""
    assert [each.is_other for each in read("half an hour with Tom or Ana on Monday at 2").people] == [False, True]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("put a trip to Osaka in my calendar from 5 to 9 April", True),
        ("schedule a workshop between Monday and Wednesday", False),
        ("find an hour from Monday to Wednesday for the report", False),
    ],
)
def test_from_one_day_to_another(read: Read, said: str, days: bool) -> None:
    """What has no hours takes the days; between them it is looked for."""
    assert read(said).time.all_day is days


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("in two weeks' time, Tuesday at 2, with Tom", "12-01"),
        ("book Tom for a week on Thursday at 2", "11-26"),
        ("book Tom a fortnight today at 2", "12-02"),
        ("chat with Tom on the last day of the month at 2", "11-30"),
    ],
)
def test_weeks_ahead(read: Read, said: str, day: str) -> None:
    """British English counts weeks from a day."""
    time = read(said).time
    assert time.exact is not None and f"{time.exact:%m-%d %H}" == f"{day} 14"


def test_a_series_of_some_days(read: Read) -> None:
    """ "Three days, starting tomorrow" is how far it runs."""
    time = read("daily 10-minute check with Ana at 16:45, three days, starting tomorrow").time
    assert time.rrule == "FREQ=DAILY;UNTIL=20261121T235959"
    assert time.run.starting is not None and f"{time.run.starting:%d}" == "19"


@pytest.mark.parametrize("said", ["actually just the once", "not weekly", "make it a one-off", "don't repeat it"])
def test_no_series_after_all(read: Read, said: str) -> None:
    """What was to repeat takes place once."""
    found = read(said, OPEN)
    assert (found.intent, found.facet) == (Intent.AMEND, "once")


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("too long, 40 min is enough", 40), ("we need an hour and a half", 90), ("it takes an hour", 60)],
)
def test_how_long_it_takes(read: Read, said: str, minutes: int) -> None:
    """A length, said of what is on the card."""
    found = read(said, OPEN)
    assert (found.intent, found.time.duration) == (Intent.AMEND, timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("reserve 2-3 tomorrow for me to prepare the jury slides", "prepare the jury slides"),
        ("invite Duarte and Tiago to a site visit on Tuesday at 10:30, 90 minutes", "site visit"),
        ("budget chat with Priya tomorrow at 3", "budget chat"),
        ("monthly invoice check on the 15th at 9:30 with Priya", "invoice check"),
        ("30 min with Tom tomorrow at 3, crack in the slab", "crack in the slab"),
        ("30 minutes with Rui on Monday at 3 about Helena's diary", "Helena's diary"),
        ("add Tom's birthday on 2 May", "Tom's birthday"),
    ],
)
def test_what_it_is_about(read: Read, said: str, subject: str) -> None:
    """The words that name it, wherever they stand."""
    assert read(said).subject == subject


@pytest.mark.parametrize(
    ("said", "extras"),
    [
        ("block 12 to 1 tomorrow as free for gym", Extras(show_as="free")),
        ("urgent: 20 mins with Tom at 2 today", Extras(importance="important")),
        ("20 mins with Tom at 2 today, high importance", Extras(importance="important")),
    ],
)
def test_marks_in_passing(read: Read, said: str, extras: Extras) -> None:
    """They stand at the beginning, in the middle or at the end."""
    assert read(said).extras == extras


def test_no_teams_meeting(read: Read) -> None:
    """ "Don't make it a Teams meeting" is no wish for one."""
    assert read("half an hour with Tom monday at 5, don't make it a teams meeting").online is False


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("when are Will and Theodora both free on Monday?", ["Will", "Theodora"]),
        ("Is Will free tomorrow at 3", ["Will"]),
        ("could Marcus do Monday at 2?", ["Marcus"]),
        ("would Tom be free on Monday at 2", ["Tom"]),
    ],
)
def test_who_is_asked_about(read: Read, said: str, people: list[str]) -> None:
    """Whatever the verb is, and though a name is one as well."""
    found = read(said)
    assert (found.intent, [each.text for each in found.people]) == (Intent.CHECK_AVAILABILITY, people)


@pytest.mark.parametrize(
    ("said", "bare"),
    [
        ("book Helena with Omar on Monday at 4pm about the roof", ["Helena"]),
        ("book lunch with Omar on Monday at 12", []),
        ("book Design Review with Omar on Monday at 12", []),
    ],
)
def test_somebody_with_somebody(read: Read, said: str, bare: list[str]) -> None:
    """ "Book Helena with Omar" is about two; what is called an event is nobody."""
    assert [each.text for each in read(said).bare] == bare


def test_the_end_of_a_series_behind_all_else(read: Read) -> None:
    """ "…, 25 minutes, ending 31 May" """
    time = read("create a meeting every Monday at 4pm with Tom, 25 minutes, ending 31 May").time
    assert [f"{slot.end:%m-%d}" for slot in time.slots if slot.end and not slot.start] == ["06-01"]


def test_what_is_gone_through(read: Read) -> None:
    """ "To go through the estimate" tells what it is about."""
    assert read("find time for me and Priya next week to go through the estimate").subject == "estimate"


@pytest.mark.parametrize(
    "said", ["put me in with Tom wednesday 3.30pm for 20", "with Tom wednesday at 3:30 for 20, budget"]
)
def test_bare_minutes_behind_a_time(read: Read, said: str) -> None:
    """ "For 20" is how long, no hour and no shift."""
    found = read(said, locale="en-GB")
    assert (found.time.duration, found.shift) == (timedelta(minutes=20), None)
    assert found.time.exact is not None and f"{found.time.exact:%H:%M}" == "15:30"


def test_a_colon_behind_an_hour(read: Read) -> None:
    """ "13:00-13:45: foundations" ends at a quarter to two."""
    found = read("Meet Tom + Ana Fri 20th 13:00-13:45: foundations")
    assert found.time.duration == timedelta(minutes=45)


def test_a_list_behind_the_word_meeting(read: Read) -> None:
    """ "New meeting: Will, Tom; Monday …" names who comes."""
    found = read("new meeting: Will, Tom; Monday 14:00; 1h; appeal statement")
    assert [(each.text, each.hint) for each in found.bare] == [
        ("Will", "Will"),
        ("Tom", "Tom"),
        ("appeal statement", "appeal statement"),
    ]


@pytest.mark.parametrize(
    ("said", "out", "come"),
    [("swap Priya for Will", ["Priya"], ["Will"]), ("Will can't come, take him off", ["Will"], [])],
)
def test_will_comes_or_goes(read: Read, said: str, out: list[str], come: list[str]) -> None:
    """A name that is a verb as well, in a correction."""
    people = read(said, OPEN).people
    assert [each.text for each in people if each.role is Role.WITHOUT] == out
    assert [each.text for each in people if each.role is Role.REQUIRED] == come


def test_the_title_of_what_is_on_the_card(read: Read) -> None:
    """ "The title" is no event."""
    found = read("change the title to Cost plan v3", OPEN)
    assert (found.event, found.subject) == (None, "Cost plan v3")


def test_an_hour_that_is_to_be_checked(read: Read) -> None:
    """ "Can you check if 2 works instead" tries another hour."""
    found = read("hmm can you check if 2 works instead", OPEN)
    assert (found.intent, found.time.clock) == (Intent.AMEND, (840, None))


def test_an_idle_beginning_is_no_small_talk(read: Read) -> None:
    """Somebody, a day, an hour and a length are a wish for a meeting."""
    said = (
        "so um I was thinking, could Omar and I have a bit of time, say 45 minutes, on Wednesday at 10, to talk trees?"
    )
    assert read(said).intent in (Intent.SCHEDULE, Intent.CHECK_AVAILABILITY)
