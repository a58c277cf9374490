"""Bookings as people put them who never think of a form: what it is about at the end, who it is for at the start."""

import pytest

from dialogs.understand.behalf.behalf import find
from dialogs.understand.slots.tickets import cut
from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("find a time for me, Tom and Alex next week, 1 hour, vessel schedule", "vessel schedule"),
        ("meeting with Tom and Alex Monday 10am 1 hr cable faults", "cable faults"),
        ("online meeting with Tom tomorrow at 9:30am, 30 minutes, port delays in Lagos", "port delays in Lagos"),
        ("30 min with Tom friday 3pm, budget and headcount", "budget and headcount"),
        ("30 min with Tom friday 3pm, review of permits", "review of permits"),
        ("30 min with Tom friday 3pm - prep for board meeting", "prep for board meeting"),
        ("book 30 min with Tom tomorrow at 3, it's for the annual audit", "annual audit"),
        ("arrange a meeting with Tom on Friday at 2pm. It concerns generator hire. Thank you.", "generator hire"),
        (
            "invite Tom and Alex, and Priya as optional, to a fire safety briefing on Thursday at 4",
            "fire safety briefing",
        ),
    ],
)
def test_what_it_is_about_may_stand_anywhere(read: Read, said: str, subject: str) -> None:
    """It is the title."""
    assert read(said).subject == subject


@pytest.mark.parametrize(
    "said",
    [
        "30 min with Tom friday 3pm, in person",
        "30 min with Tom friday 3pm, in Lochnagar",
        "30 min with Tom friday 3pm, online",
        "30 min with Tom friday 3pm, and invite Alex",
        "30 min with Tom friday 3pm, book a room",
        "every monday at 9 with Tom, six times",
        "find 1 hour with Tom next week, mornings are best",
    ],
)
def test_what_tells_something_else_is_no_title(read: Read, said: str) -> None:
    """A place, a way of meeting, a number of times."""
    assert read(said).subject == ""


def test_who_meets_online_meets_at_no_place(read: Read) -> None:
    """The town belongs to what it is about."""
    assert read("online meeting with Tom tomorrow at 9:30am, 30 minutes, port delays in Lagos").location == ""


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("meet with Engr. Ngozi tomorrow 3pm", "Engr. Ngozi"),
        ("meeting with Alhaji Ibrahim tomorrow 3pm", "Alhaji Ibrahim"),
        ("Fiona wants to meet me tomorrow at 3", "Fiona"),
        ("my manager wants half an hour with me tomorrow at 4", "my manager"),
        ("Rajesh has asked to see me on friday at 10, appraisal", "Rajesh"),
    ],
)
def test_whom_one_meets(read: Read, said: str, name: str) -> None:
    """By a title, or as somebody who wants to see the speaker."""
    understood = read(said)
    assert understood.intent is Intent.SCHEDULE
    assert [each.text for each in understood.people] == [name]


def test_all_of_us(read: Read) -> None:
    """ "Let's all meet" is a booking, whatever it is about."""
    understood = read("let's all meet friday at 2.30 for half an hour, boat transfer")
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, "boat transfer")


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("1 hour with Tom friday lunchtime", ("12", "13")),
        ("1 hour with Tom tomorrow lunch time", ("12", "13")),
        ("1 hour with Tom before Friday lunchtime", (None, "12")),
    ],
)
def test_lunchtime_of_a_day(read: Read, said: str, hours: tuple[str | None, str]) -> None:
    """It is a part of the day."""
    slot = read(said).time.slots[0]
    assert (slot.start and f"{slot.start:%H}", slot.end and f"{slot.end:%H}") == hours


def test_who_wants_to_see_others(read: Read) -> None:
    """It is theirs to book, for whoever may."""
    behalf = find(
        "Fiona would like to see Catriona and Rajesh on Tuesday afternoon for an hour. Can you find something?"
    )
    assert behalf is not None
    assert behalf.name == "Fiona"
    understood = read(behalf.rest)
    assert [each.text for each in understood.people] == ["Catriona", "Rajesh"]
    assert find("Fiona wants to meet on Wednesday, can you find a time?") is None


@pytest.mark.parametrize("ticket", [", ref INC0042900,", " (INC0042900)", ", ticket INC0042900:"])
def test_for_whom_stands_before_the_ticket(ticket: str) -> None:
    """The reference parts the name from the request, as a comma would."""
    behalf = find(cut(f"for Hamish{ticket} book 30 minutes with Tomasz Monday at 11")[0])
    assert behalf is not None
    assert (behalf.name, behalf.sure) == ("Hamish", True)


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("schedule a meeting with Tom and Alex for half an hour sometime on Monday", ""),
        ("block my diary every Friday from 3 to 5 for paperwork", "paperwork"),
        ("call with Tom on Friday at 11am my time, 20 minutes, spare parts order", "spare parts order"),
        ("new meeting: Vessel charter review, Friday 16:30-17:00, attendees Tom, Alex", "Vessel charter review"),
        ("all day workshop with Tom and Alex on 9 February, Blade AI, in The Nacelle", "workshop: Blade AI"),
    ],
)
def test_words_of_the_time_are_no_title(read: Read, said: str, subject: str) -> None:
    """Nor is a calendar, or those who come."""
    assert read(said).subject == subject


def test_those_who_come_may_be_listed(read: Read) -> None:
    """Behind a word that says so."""
    understood = read("new meeting: Vessel charter review, Friday 16:30-17:00, attendees Tom, Alex")
    assert [each.text for each in understood.people] == ["Tom", "Alex"]


def test_what_else_is_going_on_is_not_booked(read: Read) -> None:
    """Only its day counts, where that is said."""
    understood = read("I have a flight at 6pm on Friday, get me an hour with Tom and Alex that day, but before 2")
    assert understood.subject == ""
    assert [f"{slot.start:%a %H}-{slot.end:%H}" for slot in understood.time.slots if slot.start and slot.end] == [
        "Fri 00-14"
    ]


def test_two_days_are_two_bookings(read: Read) -> None:
    """The second one is a request of its own."""
    understood = read("book me with Tom Thursday and Friday at 1pm, 15 mins each")
    assert understood.time.exact is not None
    assert f"{understood.time.exact:%a %H:%M}" == "Thu 13:00"
    again = read(understood.then)
    assert again.time.exact is not None
    assert (f"{again.time.exact:%a %H:%M}", [each.text for each in again.people]) == ("Fri 13:00", ["Tom"])


def test_one_day_or_another_is_one_booking(read: Read) -> None:
    """Either will do."""
    assert read("30 min with Tom Thursday or Friday at 1pm").then == ""


def test_who_is_shown_as_away_is_put_down_so(read: Read) -> None:
    """Whatever the event is called."""
    understood = read("travel to Dunbar on 27th 5pm to 7pm, show me as out of office")
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, "travel to Dunbar")


def test_whoever_is_free_is_booked_for_so_long(read: Read) -> None:
    """What is to be done otherwise is offered with the conflict."""
    understood = read("if Tom is free Monday at 11 book 30 minutes with him, otherwise Tuesday at 1")
    assert [each.text for each in understood.people] == ["Tom"]
    assert understood.time.exact is not None
    assert f"{understood.time.exact:%a %H:%M}" == "Mon 11:00"


def test_whoever_asked_for_it_is_the_organizer() -> None:
    """ "Book her with …" is hers."""
    behalf = find("Catriona asked me to book her with Tom and Alex on Thursday at 2pm")
    assert behalf is not None
    assert (behalf.name, behalf.rest) == ("Catriona", "book with Tom and Alex on Thursday at 2pm")


def test_a_room_is_booked_anew_for_what_it_is_for(read: Read) -> None:
    """It has a time of its own, so that no event of that name is changed."""
    understood = read("Book the Nacelle on Feb 10 from 13:00 to 16:00 for the supplier day")
    assert (understood.intent, understood.event) == (Intent.SCHEDULE, None)


def test_who_is_invited_for_so_long_is_invited_to_something_new(read: Read) -> None:
    """A length belongs to what is not there yet."""
    understood = read("invite tom@contoso.example and alex@contoso.example for 1h on 1 feb at 14:00, subject: photos")
    assert (understood.intent, understood.subject, len(understood.people)) == (Intent.SCHEDULE, "photos", 2)


@pytest.mark.parametrize(
    ("said", "clock"),
    [("block 2 hours on Friday from 9 for year-end", "09:00"), ("lock in 45 with Tom friday 1.15pm", "13:15")],
)
def test_hours_before_other_words(read: Read, said: str, clock: str) -> None:
    """They are heard wherever they stand."""
    time = read(said).time
    assert time.exact is not None
    assert time.duration is not None
    assert f"{time.exact:%a %H:%M}" == f"Fri {clock}"


def test_two_meetings_that_are_announced(read: Read) -> None:
    """The announcement is none of them."""
    understood = read("two meetings please: Tom Friday 9am 30 min about tides, and Alex Friday 10am about ropes")
    assert understood.subject == "tides"
    assert understood.then.startswith("book Alex")


def test_what_is_booked_where_one_is_free(read: Read) -> None:
    """Whether one is, is seen when it is offered."""
    understood = read("if I have nothing on Friday at 9, book the dentist then, 45 minutes")
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, "dentist")


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("30 min with Tom, tide check, monday at 3", "tide check"),
        ("every Monday and Thursday at 12:45 for 15 mins with Tom, tide check, starting next Monday", "tide check"),
        ("30 min with Tom, Crane certificates, monday at 3", "Crane certificates"),
        ("call Tom monday 11 - accident stats", "accident stats"),
    ],
)
def test_nouns_behind_a_name_are_nobody(read: Read, said: str, subject: str) -> None:
    """They tell what it is about."""
    understood = read(said)
    assert ([each.text for each in understood.people], understood.subject) == (["Tom"], subject)
    assert understood.intent is Intent.SCHEDULE


@pytest.mark.parametrize("said", ["30 min with Tom, Alex, monday at 3", "30 min with tom, alex tomorrow at 3"])
def test_names_behind_a_name_are_people(read: Read, said: str) -> None:
    """A list of two."""
    assert [each.text.lower() for each in read(said).people] == ["tom", "alex"]


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("new event: van service, 28 Jan 5pm to 6pm", "van service"),
        ("put it in my diary: pick up Mum from the airport, Saturday 30 January 2pm", "pick up Mum from the airport"),
    ],
)
def test_an_event_with_its_label(read: Read, said: str, subject: str) -> None:
    """What stands behind it is its title."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, subject)


def test_a_place_with_its_label(read: Read) -> None:
    """In a sentence of its own."""
    assert read("schedule a review with Tom next Monday at 2 for one hour. Location: Lochnagar").location == "Lochnagar"


def test_those_of_one_name(read: Read) -> None:
    """ "Both" is each of them."""
    assert [(each.text, each.kind) for each in read("meeting with both Callums tomorrow at 3").people] == [
        ("Callum", "every")
    ]


def test_for_a_team_is_with_it(read: Read) -> None:
    """They are invited, and the hours are those that were said."""
    understood = read("book a half-day workshop for the operations team on 10 February from 9 to 12:30")
    assert [each.text for each in understood.people] == ["the operations team"]
    assert understood.time.duration is not None
    assert understood.time.duration.total_seconds() == 3.5 * 3600


def test_who_is_invited_to_a_meal_at_an_hour(read: Read) -> None:
    """It is a new one."""
    understood = read("invite the operations team to drinks on Friday 29th at 5pm in The Anchor")
    assert (understood.intent, understood.subject, understood.location) == (Intent.SCHEDULE, "drinks", "The Anchor")


def test_whoever_is_available_is_booked(read: Read) -> None:
    """Looking and booking in one."""
    understood = read("could you check if Tom is available at 11:30 tomorrow and if so book 30 minutes with him")
    assert [each.text for each in understood.people] == ["Tom"]
    assert understood.intent is Intent.SCHEDULE


def test_what_comes_out_monthly_is_no_series(read: Read) -> None:
    """A report is written, not met for."""
    understood = read("Book an appointment with myself on Monday from 3 to 4:30, monthly report")
    assert (understood.subject, understood.time.rrule) == ("monthly report", "")


def test_the_number_of_a_room_is_no_hour(read: Read) -> None:
    """ "Workshop 2" is one of several."""
    time = read("Book Workshop 2 on Friday 29th 9-11 for tool calibration with Tom").time
    assert time.exact is not None
    assert f"{time.exact:%d %H:%M}" == "29 09:00"


@pytest.mark.parametrize(
    "said",
    [
        "send Tom an invitation for Friday at 2pm, 45 minutes, to talk about gearbox oil",
        'set up a Teams meeting "gearbox oil" with Tom on Friday at 2pm',
    ],
)
def test_an_invitation_by_other_words(read: Read, said: str) -> None:
    """It is a booking."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, "gearbox oil")
    assert [each.text for each in understood.people] == ["Tom"]


def test_a_vacation_is_days_away(read: Read) -> None:
    """Whole ones."""
    understood = read("vacation Feb 15 - Feb 19, block it")
    assert understood.intent is Intent.AWAY
    assert [f"{slot.start:%d}-{slot.end:%d}" for slot in understood.time.slots if slot.start and slot.end] == ["15-20"]


def test_for_whom_is_told_first() -> None:
    """ "She" is whoever was told of."""
    behalf = find("Zofia can't get into her calendar, she wants 1 hour with Tom on Monday at 2pm")
    assert behalf is not None
    assert (behalf.name, behalf.rest) == ("Zofia", "book 1 hour with Tom on Monday at 2pm")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("who of us is free at 3 today?", "chat"),
        ("which of us are available tomorrow morning?", "chat"),
        ("who in this chat can make 3 today?", "chat"),
        ("who in the design team is free at 3?", "team"),
    ],
)
def test_which_of_several_are_free(read: Read, said: str, kind: str) -> None:
    """It is asked of all of them, and the answer names who is not."""
    understood = read(said)
    assert understood.intent is Intent.CHECK_AVAILABILITY
    assert [each.kind for each in understood.people] == [kind]
