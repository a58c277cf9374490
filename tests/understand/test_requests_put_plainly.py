"""Bookings as people put them who never think of a form: what it is about at the end, who it is for at the start."""

import pytest

from dialogs.understand.behalf import find
from dialogs.understand.tickets import cut
from dialogs.understand.understood import Intent, Question
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


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("the audit is not in Taff any more, we take my office", "my office"),
        ("we are no longer in Fado for the audit, take Belém instead", "Belém"),
        ("the audit isn't in Fado any longer, it's in Belém", "Belém"),
        ("change of room for the audit: Belém", "Belém"),
        ("the audit moved rooms, now in Belém", "Belém"),
        ("the audit has changed rooms, it's in room 2.14 now", "room 2.14"),
        ("not Fado, Belém for the audit", "Belém"),
        ("we're meeting in my office for the audit, not Fado", "my office"),
    ],
)
def test_a_place_that_is_left_for_another(read: Read, said: str, place: str) -> None:
    """The one that is said last is where it will be."""
    understood = read(said)
    assert (understood.intent, understood.facet, understood.location) == (Intent.UPDATE, "location", place)
    assert understood.event and understood.event.subject == "audit"


@pytest.mark.parametrize(
    "said", ["Ana is not in Porto any more, she is in Lisbon", "I'm not in Lisbon any more, use Berlin time"]
)
def test_where_somebody_is_moves_no_meeting(read: Read, said: str) -> None:
    """Only what takes place somewhere can be moved."""
    assert read(said).intent is Intent.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("the audit is not at 3 any more, it's at 4", "16:00"),
        ("the audit isn't at 3 anymore, we do 4:30", "16:30"),
        ("the audit is no longer at noon now, it's at 2pm", "14:00"),
    ],
)
def test_an_hour_that_is_left_for_another(read: Read, said: str, when: str) -> None:
    """The one that is said last is when it will be."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert understood.event and understood.event.subject == "audit"
    assert f"{understood.time.exact:%H:%M}" == when


@pytest.mark.parametrize(
    ("said", "intent", "who", "event"),
    [
        ("Zainab wants Brian added to her review", Intent.ADD_ATTENDEE, "Brian", "Zainab's review"),
        ("Mia wants Tom and Yuki invited to the audit", Intent.ADD_ATTENDEE, "Tom Yuki", "audit"),
        ("Mia asked me to add Tom to the audit", Intent.ADD_ATTENDEE, "Tom", "audit"),
        ("Tom wants in on the audit", Intent.ADD_ATTENDEE, "Tom", "audit"),
        ("Mia would like Tom taken off the audit", Intent.REMOVE_ATTENDEE, "Tom", "audit"),
        ("Tom asked to be taken off the audit", Intent.REMOVE_ATTENDEE, "Tom", "audit"),
    ],
)
def test_whom_somebody_wants_in_a_meeting_or_out_of_it(
    read: Read, said: str, intent: Intent, who: str, event: str
) -> None:
    """Whoever wishes it need not come themselves."""
    understood = read(said)
    assert (understood.intent, " ".join(each.text for each in understood.people)) == (intent, who)
    assert understood.event and understood.event.subject == event


@pytest.mark.parametrize(
    "said",
    [
        "reply that I'd prefer 10am",
        "say I'd rather do 10am",
        "answer that 10am would be better for me",
        "tell them 10am works better for me",
    ],
)
def test_a_time_that_is_preferred_is_proposed(read: Read, said: str) -> None:
    """Of the invitation at hand."""
    understood = read(said)
    assert (understood.intent, understood.event) == (Intent.PROPOSE, None)
    assert f"{understood.time.exact:%H:%M}" == "10:00"


@pytest.mark.parametrize(
    "said", ["accept all the invitations I have for tomorrow", "decline all the invites I've got for tomorrow"]
)
def test_invitations_that_one_has_are_all_of_them(read: Read, said: str) -> None:
    """ "I have" is no part of what they are called."""
    understood = read(said)
    assert (understood.scope, understood.subject in ("", "invitations", "invites")) == ("all", True)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("cancel the Thursday series", "TH"),
        ("end my Monday sync series", "MO"),
        ("cancel the Friday audit series", "FR"),
    ],
)
def test_the_day_of_a_series_is_that_on_which_it_repeats(read: Read, said: str, day: str) -> None:
    """It need not be held this week."""
    understood = read(said)
    assert (understood.intent, understood.time.rrule) == (Intent.CANCEL, f"FREQ=WEEKLY;BYDAY={day}")
    assert not understood.time.slots


@pytest.mark.parametrize(
    ("said", "intent", "event"),
    [
        ("bin the audit tomorrow", Intent.CANCEL, "audit"),
        ("drop the 10am tomorrow", Intent.CANCEL, ""),
        ("hold off on the audit this week", Intent.CANCEL, "audit"),
        ("the audit is a no from me", Intent.DECLINE, "audit"),
        ("I'm a hard no on the audit", Intent.DECLINE, "audit"),
        ("yeah nah can't do the audit friday", Intent.DECLINE, "audit"),
        ("happy to do the audit", Intent.ACCEPT, "audit"),
        ("pencil me in for the audit", Intent.TENTATIVE, "audit"),
    ],
)
def test_as_some_say_it(read: Read, said: str, intent: Intent, event: str) -> None:
    """Plain acts in the words of one country or another."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (intent, event)


@pytest.mark.parametrize(
    ("said", "facet", "shift", "hour"),
    [
        ("prepone the audit by 30 mins", "", -30, 0),
        ("put the audit forward with half an hour", "", -30, 0),
        ("the audit of friday we do at 15h", "", 0, 15),
        ("wrap the audit up at 2:45 on wednesday", "end", 0, 14),
        ("make the audit end at half past two", "end", 0, 14),
    ],
)
def test_moved_as_some_say_it(read: Read, said: str, facet: str, shift: int, hour: int) -> None:
    """By how much, to when, or until when."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.RESCHEDULE, facet)
    assert understood.event and understood.event.subject.startswith("audit")
    assert (understood.shift.total_seconds() // 60 if understood.shift else 0) == shift
    assert (understood.time.exact.hour if understood.time.exact else 0) == hour


def test_another_one_than_this_weeks(read: Read) -> None:
    """Which one it is not says nothing of the one that it is."""
    understood = read("cancel the audit, not this week's, next week's")
    assert (understood.intent, understood.subject) == (Intent.CANCEL, "audit")
    assert [f"{slot.start:%d}" for slot in understood.time.slots if slot.start] == ["23"]


def test_what_is_left_where_it_is_keeps_its_time(read: Read) -> None:
    """What was to be moved is only made shorter then."""
    understood = read("actually no leave it where it is but make it half an hour", Question("yes_no"))
    assert (understood.intent, understood.keeps_time) == (Intent.AMEND, True)


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("make the audit fortnightly from january", "01 Jan"),
        ("the audit is moving to Thursdays from next week, same time", "23 Nov"),
    ],
)
def test_from_when_on_it_repeats_otherwise(read: Read, said: str, start: str) -> None:
    """The month or week with which it begins does not end it."""
    (slot,) = read(said).time.slots
    assert (f"{slot.start:%d %b}", slot.end) == (start, None)


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("decline the audit, tell Ana to talk to Tom", "please talk to Tom"),
        ("cancel the audit, say to be continued", "To be continued"),
    ],
)
def test_what_somebody_is_told_to_do_is_asked_of_them(read: Read, said: str, note: str) -> None:
    """The note is written to them, and not of them."""
    assert read(said).note == note
