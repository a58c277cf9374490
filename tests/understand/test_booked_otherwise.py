"""Bookings whose title, place, days or organizer stand where few people look for them."""

import pytest

from dialogs.understand.behalf.behalf import find
from dialogs.understand.understood import Intent, Question
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("every first Monday of the month at 4pm with Tom and Alex, 1 hour, budget check, six times", "budget check"),
        ("weekly with Tom, Mondays at 4pm, rota check, for two months", "rota check"),
        ("every other Tuesday 9am with Tom, gate check, until end of August", "gate check"),
        ("let's all meet wednesday at 4pm for 30 min to choose the back cover", "choose the back cover"),
        ("book 30 min with Tom tomorrow at 3 to compare quotes", "compare quotes"),
        ("meet Tom on Friday at 3pm to divide the tasks please", "divide the tasks"),
        ("book an hour on friday to write the report", "write the report"),
        ("schedule three 1-hour interviews with Tom on friday", "interview"),
        ("book 30 min with Tom tomorrow from 3 to the end of the hour", ""),
    ],
)
def test_what_they_meet_for_is_the_title(read: Read, said: str, subject: str) -> None:
    """Between commas, or as what they meet to do."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, subject)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("coffee with Tom at starbucks tomorrow at 2", "starbucks"),
        ("lunch with Tom at joe's diner friday 12:30", "joe's diner"),
        ("drinks with Tom friday 5pm at the red lion", "the red lion"),
        ("meeting with Tom tomorrow at 3 at pier 7", "pier 7"),
        ("coffee with Tom tomorrow at 2, at least 30 minutes", ""),
        ("book 30 min with Tom at the latest by friday", ""),
        ("30 minutes with Tom at the end of next week", ""),
        ("meeting with Tom at the retro on friday", ""),
    ],
)
def test_a_place_may_have_any_name(read: Read, said: str, place: str) -> None:
    """Also one in small letters; a time or an event is no place."""
    assert read(said).location == place


@pytest.mark.parametrize(
    "said",
    [
        "weekly with Tom on Fridays at 9, skip the 11th of December",
        "weekly with Tom on Fridays at 9 from this week, skipping 11 December",
        "weekly with Tom on Fridays at 9, but not on the 11th",
        "weekly with Tom on Fridays at 9, leave out the 11th",
        "weekly with Tom on Fridays at 9, no meeting on the 11th of December",
        "weekly with Tom on Fridays at 9 without 11 December",
    ],
)
def test_a_day_is_left_out_of_a_series(read: Read, said: str) -> None:
    """However it is put, it is that day."""
    time = read(said).time
    assert time.rrule.startswith("FREQ=WEEKLY")
    assert [slot.start and slot.start.day for slot in time.excluded] == [11]


def test_a_weekday_is_left_out_of_what_is_daily(read: Read) -> None:
    """Wherever it is said."""
    assert "BYDAY=MO,TU,WE,TH,SA,SU" in read("daily at 9 with Tom for 10 minutes but not on Fridays").time.rrule


@pytest.mark.parametrize(
    ("said", "name", "rest"),
    [
        ("book Mia 30 mins with Tom tomorrow at 2", "Mia", "book 30 mins with Tom tomorrow at 2"),
        ("get Mia a meeting with Tom", "Mia", "get a meeting with Tom"),
        ("set up an hour with Tom, the organiser should be Mia", "Mia", "set up an hour with Tom"),
        ("set up an hour with Tom at 2 with Mia as the organizer", "Mia", "set up an hour with Tom at 2"),
        ("Mia should be the organizer", "Mia", ""),
    ],
)
def test_it_is_booked_for_somebody_else(said: str, name: str, rest: str) -> None:
    """Who is given somebody's time, or organizes, is whose calendar it is."""
    found = find(said)
    assert found is not None
    assert (found.name, found.rest) == (name, rest)


@pytest.mark.parametrize(
    "said", ["book me 30 mins with Tom", "book Mia for 30 mins with Tom", "I should be the organizer", "lunch with Mia"]
)
def test_it_is_ones_own_where_nobody_else_is_given_it(said: str) -> None:
    """ "Book Mia for 30 minutes" is about a meeting with her."""
    assert find(said) is None


def test_several_interviews_are_told_from_a_series(read: Read) -> None:
    """ "Three weekly sessions" are one series."""
    assert "COUNT=3" in read("book three weekly sessions with Tom").time.rrule


@pytest.mark.parametrize("said", ["no actually", "wait no", "actually no", "no wait"])
def test_a_no_that_goes_on_wants_something_else(read: Read, said: str) -> None:
    """It is no wish for other times."""
    understood = read(said, Question("choice", ("Tue 10:00", "Tue 11:00")))
    assert (understood.intent, understood.facet) == (Intent.NO, "unsaid")


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("later slot on the same day", "later"),
        ("is there a later slot that day", "later"),
        ("an earlier slot on that day", "earlier"),
    ],
)
def test_other_times_of_the_same_day(read: Read, said: str, way: str) -> None:
    """Later or earlier ones than those on offer."""
    understood = read(said, Question("choice", ("Tue 10:00", "Tue 11:00")))
    assert (understood.intent, understood.facet) == (Intent.NAVIGATE, way)


@pytest.mark.parametrize(
    "said",
    [
        "half an hour with Tom or Alex on Monday at 10, whoever is free",
        "monday at 10, 30 min, with either Tom or Alex, whoever's available",
        "monday 10am 30 min, book whoever is free of Tom and Alex, Tom if both are",
    ],
)
def test_whoever_is_free_names_one_of_two(read: Read, said: str) -> None:
    """It is no title, and not both of them."""
    understood = read(said)
    assert [each.is_other for each in understood.people] == [False, True]
    assert understood.subject == ""


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("can you get me 15 minutes with Tom before noon tomorrow? Life raft certificates", "Life raft certificates"),
        ("please set up an hour with Tom on Friday at 2pm. Crane certificates. Thanks", "Crane certificates"),
        ("book 30 min with Tom tomorrow at 3? It's urgent", ""),
        ("book 30 min with Tom tomorrow at 3. Thanks a lot", ""),
        ("add to my diary: parents evening thursday 24 june 7pm to 8pm", "parents evening"),
        ("create an event: dentist, 18 June, 8:30-9:15", "dentist"),
        ("find a slot of 1 hour for Tom, Ana and me on Monday", ""),
        ("all day team outing on Friday the 25th with my team", "team outing"),
        ("put a haircut there, 45 minutes", "haircut"),
        ("what about a beer with Tom on Friday at five?", "beer"),
    ],
)
def test_a_title_is_told_from_what_leads_to_it(read: Read, said: str, subject: str) -> None:
    """ "Event:" is none of it, and a sentence of its own is one."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, subject)


@pytest.mark.parametrize("name", ["Daan de Wit", "Willem van Rijn", "Eva van der Berg", "Ana da Costa", "daan de boer"])
def test_a_name_goes_on_behind_its_particles(read: Read, name: str) -> None:
    """ "Van der" stands within a name."""
    assert [each.text for each in read(f"book 30 min with {name} tomorrow at 3").people] == [name]


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("oh that's 5 in the morning for him. 4pm", 16),
        ("that's too early for her, 4pm", 16),
        ("that's 5am in Halifax, can we do 4pm", 16),
        ("10am? oh no, I have a call. 11 then", 11),
        ("make it 3:15 for 15 min", 15),
        ("make it 3 for half an hour", 15),
    ],
)
def test_the_hour_that_is_wanted_is_said_last(read: Read, said: str, hour: int) -> None:
    """What is wrong with another one is a remark."""
    understood = read(said, Question("yes_no"))
    assert understood.intent is Intent.AMEND
    assert understood.time.exact
    assert understood.time.exact.hour == hour


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("at Bistro Zee", "Bistro Zee"),
        ("let's meet at the yacht club", "the yacht club"),
        ("in the canteen please", "the canteen"),
    ],
)
def test_a_place_is_an_answer(read: Read, said: str, place: str) -> None:
    """It is where the booking at hand will be."""
    understood = read(said, Question("yes_no"))
    assert (understood.intent, understood.location) == (Intent.AMEND, place)


@pytest.mark.parametrize("said", ["book Alex instead", "actually book Alex instead", "actually, Alex instead"])
def test_somebody_else_is_booked(read: Read, said: str) -> None:
    """In place of whom the booking at hand is with."""
    understood = read(said, Question("yes_no"))
    assert (understood.intent, understood.facet) == (Intent.AMEND, "instead")
    assert [each.text for each in understood.people] == ["Alex"]


@pytest.mark.parametrize(
    "said", ["what else is there that day?", "any other times that day?", "other slots on that day"]
)
def test_other_times_of_that_day_are_asked_for(read: Read, said: str) -> None:
    """While times are offered."""
    assert read(said, Question("choice", ("Tue 10:00", "Tue 11:00"))).facet == "that_day"


@pytest.mark.parametrize("said", ["hmm, not sure, forget it", "hold off for now", "let me ask them first, hold off"])
def test_who_is_not_sure_drops_it(read: Read, said: str) -> None:
    """And is not asked once more."""
    assert read(said, Question("yes_no")).intent is Intent.CANCEL_DIALOG


def test_a_team_that_is_brought_together_is_booked(read: Read) -> None:
    """Nobody is added to anything."""
    understood = read("get everyone in the terminal crew together on thursday at 16:30")
    assert understood.intent is Intent.SCHEDULE
    assert understood.event is None


def test_a_room_is_reserved_for_a_day(read: Read) -> None:
    """No event that exists is given it."""
    understood = read("reserve Tejo all day on the 23rd for the crew training")
    assert (understood.intent, understood.subject, understood.time.all_day) == (Intent.SCHEDULE, "crew training", True)


@pytest.mark.parametrize(
    ("said", "subject", "place"),
    [
        ("Dinner with Tom on Thursday at 7pm, Hotel New York", "Dinner", "Hotel New York"),
        ("Lunch with Tom Friday 12:30, Café Loods", "Lunch", "Café Loods"),
        ("30 min with Tom Friday 12:30, signage, Alex optional", "signage", ""),
        ("a chat with Tom on Thursday at 10 am Halifax time", "", ""),
    ],
)
def test_what_stands_behind_is_read_for_what_it_is(read: Read, said: str, subject: str, place: str) -> None:
    """A meal is where it is; whose time is meant is no title."""
    understood = read(said)
    assert (understood.subject, understood.location) == (subject, place)


@pytest.mark.parametrize(
    "said", ["hold 17 June 9-11 for insurance renewal", "block 17 June 9 to 11 for the tax return"]
)
def test_hours_stand_behind_their_date(read: Read, said: str) -> None:
    """They are no days of that month, nor is the date a number of seats, and what it is for may be anything."""
    understood = read(said)
    assert understood.intent is Intent.SCHEDULE
    assert understood.time.exact
    assert (understood.time.exact.day, understood.time.exact.hour) == (17, 9)


@pytest.mark.parametrize(
    "said", ["actually it only concerns Tom", "only Tom", "Tom is all we need", "just Tom is fine"]
)
def test_nobody_else_is_needed(read: Read, said: str) -> None:
    """However it is put."""
    understood = read(said, Question("yes_no"))
    assert (understood.intent, understood.facet) == (Intent.AMEND, "alone")


@pytest.mark.parametrize("said", ["he is at customs until 11, so 11 to 12 please", "he's out until 11, then 11"])
def test_a_reason_is_told_from_the_time_that_follows(read: Read, said: str) -> None:
    """The time behind "so" is wanted."""
    understood = read(said, Question("yes_no"))
    assert understood.time.exact
    assert understood.time.exact.hour == 11


def test_who_was_told_of_first_is_whom_it_is_for() -> None:
    """ "For her" is for whoever cannot do it."""
    found = find("Mia is locked out of Outlook. Can you book 30 minutes with Tom for her tomorrow at 3")
    assert found is not None
    assert (found.name, found.rest) == ("Mia", "Can you book 30 minutes with Tom tomorrow at 3")


@pytest.mark.parametrize(
    ("said", "title"),
    [
        (
            "I have to drop my car at the garage tomorrow at 8, put half an hour in my calendar",
            "drop my car at the garage",
        ),
        ("I have a physio appointment on Friday at 3, put it in my calendar", "physio appointment"),
        ("the kids have a school play on Thursday at 2, please add it to my calendar", "school play"),
        ("I've got the plumber coming tomorrow at 9, block an hour", "plumber coming"),
        ("put a placeholder in for thursday 3-5pm: charter tender", "charter tender"),
        ("create a meeting with tom 10 june 15:00 45min title roster", "roster"),
        ("Lunch & learn: tide data, with Tom and Alex, Monday 12:00-13:00, Tejo", "tide data"),
        ("set up a call with Tom on Thursday, 9am here, 30 min, crew exchange", "crew exchange"),
        ("Book Tom and Alex Monday 3:30pm for an hour regarding the bonus policy", "bonus policy"),
    ],
)
def test_what_is_told_is_put_down(read: Read, said: str, title: str) -> None:
    """With what is told as its title."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, title)
    assert understood.time.exact


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("that's too long, 30", 30), ("too long, half an hour is enough", 30), ("too short, make it an hour", 60)],
)
def test_another_length_is_said_behind_what_is_wrong(read: Read, said: str, minutes: int) -> None:
    """Nobody is thanked for it."""
    understood = read(said, Question("yes_no"))
    assert understood.intent is Intent.AMEND
    assert understood.time.duration
    assert understood.time.duration.total_seconds() == 60 * minutes


def test_as_well_is_no_event(read: Read) -> None:
    """ "Bring Alex in as well" adds him to what is at hand."""
    understood = read("bring Alex in as well", Question("yes_no"))
    assert (understood.intent, understood.event) == (Intent.AMEND, None)


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("meeting with weiling tmrw 1pm pls. 30min. passenger counts", ["weiling"]),
        ("need a room tomorrow 10 to 11 for 3 of us, me, Tom and Alex", ["Tom", "Alex"]),
        ("I'd like to invite Tom to our fleet review on Monday at 4pm, one hour", ["Tom"]),
        ("hey book a beer with tom thursday 5pm", ["tom"]),
    ],
)
def test_nobody_is_left_out_who_is_named(read: Read, said: str, people: list[str]) -> None:
    """However their names end, and however they are counted."""
    assert [each.text for each in read(said).people] == people


def test_a_weekend_may_be_part_of_a_title(read: Read) -> None:
    """ "The weekend roster" says no time."""
    understood = read("30 min with Tom tomorrow at 9:15 to agree on the weekend roster")
    assert understood.subject == "weekend roster"
    assert [when.text for when in understood.when] == ["30 min", "tomorrow at 9:15"]
    assert read("what are my plans for the weekend").time.slots


def test_a_holiday_is_put_in_the_calendar(read: Read) -> None:
    """One is away then."""
    assert read("Put my holiday in the calendar please, 5 July to 16 July").intent is Intent.AWAY


def test_what_is_blocked_between_two_hours_is_all_of_it(read: Read) -> None:
    """And no half hour in it."""
    time = read("please block off Thursday 19th between 13:00 and 15:00").time
    assert time.exact
    assert time.duration
    assert (time.exact.hour, time.duration.total_seconds()) == (13, 7200)


def test_who_is_told_of_as_the_caller_is_whom_it_is_for() -> None:
    """ "She" is the caller."""
    found = find("Caller: Mia Odell. She would like a 30 minute call with Tom on Monday at 16:00")
    assert found is not None
    assert found.name == "Mia Odell"


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("no 3:30 is Priyanka. let's say 2 to 2:30", 14),
        ("11 is lunch, 1pm then", 13),
        ("3 is fine, book it", 15),
        ("ok 10 works for me", 10),
    ],
)
def test_an_hour_is_taken_or_will_do(read: Read, said: str, hour: int) -> None:
    """It is a time either way, and no bare yes."""
    understood = read(said, Question("yes_no"))
    assert understood.intent is Intent.AMEND
    assert understood.time.exact
    assert understood.time.exact.hour == hour


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("private: doctor's appointment, 18 June 9-10", "doctor's appointment"),
        ("30 min with Tom friday 3pm, easter posters", "easter posters"),
        ("I want an hour of Tom's time on Tuesday at 11 to look at the stern door", "stern door"),
    ],
)
def test_a_title_may_hold_anything(read: Read, said: str, subject: str) -> None:
    """A holiday, and what is elsewhere no matter of ours."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, subject)


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("Friday 1pm works? 45 min with Tom on gate cameras", "gate cameras"),
        ("45 min with Tom on Friday at 3", ""),
        ("45 min with Tom on Teams tomorrow at 3", ""),
    ],
)
def test_what_one_meets_on_is_the_title(read: Read, said: str, subject: str) -> None:
    """No day and no way to meet is."""
    assert read(said).subject == subject


def test_in_whose_calendar_two_meet() -> None:
    """ "His" is of who is named first."""
    found = find("Put a 30 minute catch up between Tom and Mia on Tuesday at 9:30 in his calendar")
    assert found is not None
    assert (found.name, found.rest) == ("Tom", "Put a 30 minute catch up with Mia on Tuesday at 9:30")
