"""Requests behind what is told first, and words that speak of what was changed a moment ago."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent, Question, Role
from tests.understand.conftest import Read

CHOICE = Question("choice", ("Tue 24 Nov, 11:00", "Wed 25 Nov, 11:00"))


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("something came up, can the sign-off be some other time on Thursday?", "sign-off"),
        ("sorry all, my train is late. push the sign-off by 20 minutes", "sign-off"),
        ("The client is coming on Thursday, move the review to Friday at 3", "review"),
        ("we have the auditors in tomorrow morning. Could you shift the budget sync to the afternoon?", "budget sync"),
        ("Tom can't make the retro tomorrow, move it to 4pm", "retro"),
        ("she isn't able to attend the budget sync so push it to Thursday", "budget sync"),
        ("my dentist on Thursday got moved to 4pm, please fix it in my calendar", "dentist"),
        ("the planning was pushed back to Friday", "planning"),
    ],
)
def test_what_is_told_first_is_no_part_of_the_request(read: Read, said: str, subject: str) -> None:
    """It tells at the most which event is meant."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert (understood.event.subject if understood.event else understood.subject) == subject


def test_a_greeting_to_all_speaks_of_one_meeting(read: Read) -> None:
    """ "Sorry all" is not all of the series."""
    assert read("sorry all, my train is late. push the sign-off by 20 minutes").scope == ""


@pytest.mark.parametrize("said", ["if Tom is ill, cancel the retro", "when Ana is back, move the retro to Friday"])
def test_a_condition_is_told_of_no_request(read: Read, said: str) -> None:
    """What is only to be done then is not done behind the speaker's back."""
    assert not read(said).certain


@pytest.mark.parametrize(
    ("said", "scope"),
    [
        ("I can't make the review on Friday, so decline it please", ""),
        ("I no longer need to be in the drydock countdown, decline all of them", "all"),
        ("we don't have to attend the harbour walk any more, decline the whole series", "all"),
    ],
)
def test_what_is_declined_was_named_before(read: Read, said: str, scope: str) -> None:
    """ "It" is the event of the clause before."""
    understood = read(said)
    assert (understood.intent, understood.scope) == (Intent.DECLINE, scope)
    assert understood.subject.removesuffix(" series") in ("review", "drydock countdown", "harbour walk")


def test_who_is_ill_is_taken_off(read: Read) -> None:
    """ "Him" is who was named first."""
    understood = read("Tom just called in sick, take him off the retro")
    assert understood.intent is Intent.REMOVE_ATTENDEE
    assert [each.text for each in understood.people] == ["Tom"]


@pytest.mark.parametrize("said", ["cancel the clinic on Thursday, it's too hot", "cancel the clinic, that's too early"])
def test_a_reason_is_no_further_event(read: Read, said: str) -> None:
    """One of a series is cancelled, and nothing else."""
    understood = read(said)
    assert (understood.intent, understood.scope, understood.others) == (Intent.CANCEL, "", ())


def test_every_meeting_is_all_of_them(read: Read) -> None:
    """It is not asked which."""
    assert read("cancel every meeting on Friday").scope == "all"


def test_the_first_two_are_two(read: Read) -> None:
    """Each is told by its place; what is to be done with the last is a second request."""
    understood = read("accept the first two and decline the last")
    assert (understood.choice, [each.choice for each in understood.others]) == (1, [2])
    assert understood.then == "decline the last"


@pytest.mark.parametrize(
    "said",
    [
        "the clinic can stop after the first of March",
        "the clinic should end in December",
        "stop clinic from December on",
    ],
)
def test_an_end_that_is_a_day_ends_the_series(read: Read, said: str) -> None:
    """Only one of a series ends at an hour."""
    understood = read(said)
    assert understood.facet == "series_end"
    assert understood.event
    assert understood.event.subject == "clinic"


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("the clinic should be every week, not every two", "FREQ=WEEKLY"),
        ("make the sync monthly instead of weekly", "FREQ=MONTHLY"),
        ("from March on the status should be on Tuesdays instead of Mondays", "FREQ=WEEKLY;BYDAY=TU"),
    ],
)
def test_how_something_repeated_before_is_left_aside(read: Read, said: str, rule: str) -> None:
    """The new rule alone counts."""
    understood = read(said)
    assert (understood.facet, understood.time.rrule) == ("recur", rule)


def test_all_meetings_of_a_weekday_are_a_series(read: Read) -> None:
    """The day of the week tells which, and not the next one of them alone."""
    understood = read("move all the Monday fleet status meetings to 9:30")
    assert understood.facet == "several"
    assert understood.event
    assert not understood.event.time.slots


@pytest.mark.parametrize(
    "said",
    ["switch the stand-up to video, we don't need Tejo", "make the stand-up a Teams call, no need for Tejo"],
)
def test_a_room_is_given_back_by_its_name(read: Read, said: str) -> None:
    """Whether it is a room the directory tells."""
    understood = read(said)
    assert [(each.facet, each.location) for each in understood.also] == [("no_room", "Tejo")]


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


def test_only_the_next_one_is_one_of_a_series(read: Read) -> None:
    """The one that is shown."""
    assert read("only the next one", CHOICE).scope == "this"


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
    ("said", "facet"),
    [
        ("starting next week use Fyret for fleet status instead of Broen", "location"),
        ("from next week add Thivya to the retro", ""),
        ("the retro should be at 3:30 from next week on", ""),
        ("make the retro an hour from next week on", "length"),
        ("from next week on make the retro private", "private"),
    ],
)
def test_whatever_changes_from_a_day_on_is_of_the_rest_of_a_series(read: Read, said: str, facet: str) -> None:
    """The day tells from which one on."""
    understood = read(said)
    assert understood.scope == "following"
    assert understood.event
    assert [slot.start.day for slot in understood.event.time.slots if slot.start] == [23]
    assert not understood.time.slots
    assert understood.facet in (facet, "")


def test_another_day_of_the_week_from_a_day_on(read: Read) -> None:
    """How it repeats from then on."""
    understood = read("from 1 July move the Kwabena one-on-ones to Mondays at 10")
    assert understood.facet == "recur"
    assert understood.event
    assert understood.event.subject == "Kwabena 1:1s"


def test_the_afternoon_is_no_amount(read: Read) -> None:
    """Only what is in it is moved."""
    understood = read("push all my meetings on Thursday afternoon back by 30 minutes")
    assert understood.event
    assert [slot.start.hour for slot in understood.event.time.slots if slot.start] == [12]


@pytest.mark.parametrize("said", ["move the review to Fyret instead of Broen", "use Fyret for the review"])
def test_a_room_for_what_has_another(read: Read, said: str) -> None:
    """The new one alone is told."""
    understood = read(said)
    assert (understood.facet, understood.location) == ("location", "Fyret")
    assert understood.event
    assert understood.event.subject == "review"


@pytest.mark.parametrize("said", ["move the retro to 3 and let Tom know", "move the retro to 3 and tell Ana"])
def test_who_is_to_know_is_no_part_of_the_event(read: Read, said: str) -> None:
    """Whoever comes is told anyway."""
    understood = read(said)
    assert understood.event
    assert (understood.event.subject, understood.then) == ("retro", "")


def test_an_hour_may_stand_before_its_day(read: Read) -> None:
    """ "11 on Friday", of another time that is proposed."""
    understood = read("can't do the review at 9, tell Ana I could do 11 on Friday")
    assert (understood.intent, understood.facet) == (Intent.PROPOSE, "decline")
    assert understood.time.exact
    assert (understood.time.exact.day, understood.time.exact.hour) == (20, 11)


@pytest.mark.parametrize("said", ["I can come to the tasting now, please accept", "I can make the tasting after all"])
def test_who_can_come_accepts(read: Read, said: str) -> None:
    """Whatever was answered before."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.ACCEPT, "tasting")


@pytest.mark.parametrize("behind", ["please set that up", "put it in my calendar", "can you set that up please"])
def test_days_away_with_words_behind_them(read: Read, behind: str) -> None:
    """They are days away, and no meeting."""
    assert read(f"I'm on vacation from 5 July to 16 July, {behind}").intent is Intent.AWAY


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("rsvp maybe to Q3 forecast", Intent.TENTATIVE),
        ("Yes to dock lease", Intent.ACCEPT),
        ("no to dock lease", Intent.DECLINE),
    ],
)
def test_an_answer_to_a_bare_title(read: Read, said: str, intent: Intent) -> None:
    """It needs no article."""
    understood = read(said)
    assert understood.intent is intent
    assert understood.subject in ("Q3 forecast", "dock lease")


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("decline all berth planning meetings", "berth planning meetings"),
        ("decline every drydock countdown", "drydock countdown"),
        ("cancel all timetable clinic sessions", "timetable clinic sessions"),
    ],
)
def test_all_that_are_called_so_are_no_others(read: Read, said: str, subject: str) -> None:
    """Their name tells them, so that not everything is meant."""
    understood = read(said)
    assert (understood.subject, understood.scope) == (subject, "all")


@pytest.mark.parametrize("said", ["decline berth planning, the whole series", "cancel the sync, the entire series"])
def test_the_whole_series_is_no_further_event(read: Read, said: str) -> None:
    """It is how much of it."""
    understood = read(said)
    assert (understood.scope, understood.others) == ("all", ())


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("the retro should be in Fyret, not Broen", "Fyret"),
        ("can we have the drill in Messa instead of on Quay 4?", "Messa"),
    ],
)
def test_where_it_was_before_is_left_aside(read: Read, said: str, where: str) -> None:
    """Neither is it an hour."""
    understood = read(said)
    assert (understood.facet, understood.location) == ("location", where)


def test_the_people_of_a_place_are_swapped(read: Read) -> None:
    """Who is instead of whom, wherever the event stands."""
    understood = read("have Sindre in the retro instead of Magnus")
    assert understood.facet == "swap"
    assert sorted(each.text for each in understood.people) == ["Magnus", "Sindre"]


def test_a_new_time_may_stand_before_its_event(read: Read) -> None:
    """Nothing new is booked."""
    understood = read("find a new slot next week for the galley refit, mornings only")
    assert understood.intent is Intent.RESCHEDULE
    assert understood.event
    assert understood.event.subject == "galley refit"
    assert understood.time.slots


def test_how_something_without_an_article_repeats(read: Read) -> None:
    """What repeats otherwise now is an event."""
    understood = read("make fleet status every other week instead of weekly")
    assert (understood.facet, understood.time.rrule) == ("recur", "FREQ=WEEKLY;INTERVAL=2")


def test_what_is_removed_from_a_calendar_is_cancelled(read: Read) -> None:
    """It is nobody who could see it."""
    understood = read("remove my physio appointment from the calendar")
    assert (understood.intent, understood.subject) == (Intent.CANCEL, "physio appointment")


def test_who_is_away_may_cancel_in_the_same_breath(read: Read) -> None:
    """The meetings are those of the days away."""
    understood = read("I'm sick today, please set an out of office and cancel my meetings")
    assert (understood.intent, understood.then) == (Intent.AWAY, "cancel my meetings today")


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


def test_a_group_in_a_title_is_no_team(read: Read) -> None:
    """ "Delete running group" asks nobody to come."""
    assert read("delete running group on the 17th").subject == "running group"


@pytest.mark.parametrize(
    ("said", "intent", "subject", "count"),
    [
        ("cancel the next two teaching stand-ups", Intent.CANCEL, "teaching stand-ups", 2),
        ("skip the next 3 crew calls", Intent.CANCEL, "crew calls", 3),
        ("decline the next two drydock countdowns", Intent.DECLINE, "drydock countdowns", 2),
    ],
)
def test_the_next_few_are_counted(read: Read, said: str, intent: Intent, subject: str, count: int) -> None:
    """Neither all of them nor one alone."""
    understood = read(said)
    assert (understood.intent, understood.subject, understood.time.run.count) == (intent, subject, count)


@pytest.mark.parametrize(
    "said", ["reply to the incident review with tentative", "answer the incident review with a maybe"]
)
def test_an_answer_may_be_said_last(read: Read, said: str) -> None:
    """Behind what it answers."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.TENTATIVE, "incident review")


def test_a_bigger_room_is_for_what_has_one(read: Read) -> None:
    """Unless so many people are to fit in."""
    understood = read("can you get us a bigger room for cruise season prep?")
    assert (understood.intent, understood.facet) == (Intent.UPDATE, "room")
    assert read("get me a bigger room for 12 people").intent is Intent.FIND_ROOM


def test_a_team_in_a_title_is_nobody(read: Read) -> None:
    """ "The crew call" is an event."""
    assert read("is the crew call on today?").people == ()


@pytest.mark.parametrize("said", ["no sorry, keep Magnus, just add Tom", "keep Magnus and add Tom"])
def test_who_is_kept_comes(read: Read, said: str) -> None:
    """As does whoever is added."""
    understood = read(said, CHOICE)
    assert understood.intent is Intent.AMEND
    assert {each.text: each.role for each in understood.people} == {"Magnus": Role.REQUIRED, "Tom": Role.REQUIRED}


def test_it_is_held_online_instead(read: Read) -> None:
    """The room is given back for that reason."""
    understood = read("drop Broen for the retro, we'll do it on Teams")
    assert [each.text for each in understood.people] == ["Broen"]
    assert [each.facet for each in understood.also] == ["online"]


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("take me off the drydock countdown this week", "drydock countdown"),
        ("remove me from the retro please", "retro"),
    ],
)
def test_who_takes_themselves_off_declines(read: Read, said: str, subject: str) -> None:
    """Only the organizer takes others off."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.DECLINE, subject)


@pytest.mark.parametrize(
    "said", ["please ask Liv whether the retro could start at 10:30", "ask Liv if the retro can be moved to 10:30"]
)
def test_who_is_asked_whether_it_could_be_at_another_time(read: Read, said: str) -> None:
    """That is proposed to them."""
    understood = read(said)
    assert understood.intent is Intent.PROPOSE
    assert understood.event
    assert understood.event.subject == "retro"


def test_the_meeting_itself_is_kept(read: Read) -> None:
    """Only somebody is taken off it."""
    understood = read("wait, just remove Tom and keep the meeting", Question("yes_no"))
    assert understood.intent is Intent.AMEND
    assert [(each.text, each.role) for each in understood.people] == [("Tom", Role.WITHOUT)]


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("I can't make the retro on Tuesday, Thursday at 2 works", "retro"),
        ("Tom can't make the review, 4pm would be better for him", "Tom's review"),
        ("Tom can't do budget survey on Monday anymore, Friday same time works", "Tom's budget survey"),
    ],
)
def test_when_it_would_do_is_where_it_is_moved(read: Read, said: str, subject: str) -> None:
    """Who cannot at its own time tells which event."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert understood.event
    assert understood.event.subject == subject


def test_the_one_after_is_a_week_later(read: Read) -> None:
    """Of what is shown."""
    assert read("not this Thursday, the one after", Question("yes_no")).shift == timedelta(days=7)


@pytest.mark.parametrize("question", [None, CHOICE])
@pytest.mark.parametrize(
    ("said", "intent", "span"),
    [
        ("I won't be in tomorrow. Please cancel my meetings", Intent.CANCEL, "19 00:00 – 20 00:00"),
        ("can't make it today, not well at all. cancel everything", Intent.CANCEL, "18 00:00 – 19 00:00"),
        ("Not in on Thursday, so decline everything please", Intent.DECLINE, "19 00:00 – 20 00:00"),
        ("I'm at the notary tomorrow morning, decline anything that clashes", Intent.DECLINE, "19 06:00 – 19 12:00"),
        ("I must be at the school at 3 today - cancel whatever is after that", Intent.CANCEL, "18 15:00 – 19 00:00"),
    ],
)
def test_who_will_not_be_there_calls_off_what_is_then(
    read: Read, said: str, intent: Intent, span: str, question: Question | None
) -> None:
    """What is called off is in the time that was told first, which is also why."""
    understood = read(said, question=question)
    (slot,) = understood.time.slots
    assert (understood.intent, understood.scope) == (intent, "all")
    assert f"{slot.start:%d %H:%M} – {slot.end:%d %H:%M}" == span
    assert said.startswith(understood.note)


@pytest.mark.parametrize(
    ("said", "scope"),
    [
        ("my 1:1 with Tom next week should be Wednesday at 11 instead, only that week", "this"),
        ("move the retro to Friday at 11, just this once", "this"),
        ("move the retro to Friday at 11, same length", ""),
        ("move the retro to Friday at 11, keep everything else the same", ""),
        ("move the whole retro series to 11, same people as before", "all"),
    ],
)
def test_what_asks_for_nothing_more_stands_behind(read: Read, said: str, scope: str) -> None:
    """It hides neither the event nor the new time."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert understood.event
    assert understood.time.exact and understood.time.exact.hour == 11
    assert understood.scope == scope


@pytest.mark.parametrize(
    "said",
    [
        "decline everything I haven't answered on Friday",
        "decline all the invitations that I have not replied to yet for Friday",
        "reject whatever i didnt respond to on friday",
    ],
)
def test_what_was_not_answered_yet_are_invitations(read: Read, said: str) -> None:
    """However it is said that they wait."""
    understood = read(said)
    assert (understood.intent, understood.noun, understood.scope) == (Intent.DECLINE, "invitations", "all")
    assert understood.subject == ""


@pytest.mark.parametrize(
    ("said", "intent", "subject", "note"),
    [
        ("say yes to the pilot with a note that I'll be late", Intent.ACCEPT, "pilot", "I'll be late"),
        ("drop out of the all hands on Friday", Intent.DECLINE, "all-hands", ""),
        ("I need to back out of tomorrow's review", Intent.DECLINE, "review", ""),
    ],
)
def test_an_answer_in_other_words(read: Read, said: str, intent: Intent, subject: str, note: str) -> None:
    """With what is told beside it."""
    understood = read(said)
    assert (understood.intent, understood.subject, understood.note) == (intent, subject, note)


def test_what_people_are_asked_to_do_is_said_to_them(read: Read) -> None:
    """ "Their" becomes "your"."""
    understood = read("remind everyone in the retro to bring their laptops")
    assert (understood.intent, understood.note) == (Intent.CONTACT_ATTENDEES, "please bring your laptops")


def test_if_possible_is_nobody(read: Read) -> None:
    """Behind somebody's name it is no further one."""
    understood = read("15 min with Tom today if possible, about the login bug")
    assert ([each.text for each in understood.people], understood.subject) == (["Tom"], "login bug")


def test_onsite_is_no_title(read: Read) -> None:
    """It tells where, and that nobody is online."""
    understood = read("workshop with Tom on Friday at 10, onsite in Porto")
    assert (understood.subject, understood.online) == ("workshop", False)


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("the open house starts at 5 not 4", Intent.RESCHEDULE),
        ("fire drill in Porto instead of Lisbon please", Intent.UPDATE),
        ("we don't need the waiting list review any more. Cancel the whole series", Intent.CANCEL),
        ("when can I see Tom for half an hour on Thursday?", Intent.CHECK_AVAILABILITY),
        ("let us all meet tomorrow at 4 PM for 45 minutes, about the new codes", Intent.SCHEDULE),
        ("book my direct reports for Thursday at 4 PM, one hour", Intent.SCHEDULE),
        ("I need Tom on Thursday at 3 for half an hour", Intent.SCHEDULE),
    ],
)
def test_what_is_put_in_other_orders(read: Read, said: str, intent: Intent) -> None:
    """It is what it would be in the plain order."""
    assert read(said).intent is intent


def test_not_this_one_but_that_one(read: Read) -> None:
    """Who is named last takes the place of the other."""
    people = read("sorry not Katrin, I meant Hanna", CHOICE).people
    assert [(each.text, each.role) for each in people] == [("Katrin", Role.WITHOUT), ("Hanna", Role.REQUIRED)]


@pytest.mark.parametrize("said", ["the second one is good", "ok the second works for me, thanks"])
def test_a_choice_that_is_praised_is_taken(read: Read, said: str) -> None:
    """And one that is not, is not."""
    assert read(said, CHOICE).choice == 2
    assert read("the second one is too early", CHOICE).intent is not Intent.SELECT


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("20 mins with Tom asap, contractor claim", "contractor claim"),
        ("half an hour with Tom on Friday at 11, Ana optional, water textures", "water textures"),
        ("block tomorrow 12 to 1, private, bank errand", "bank errand"),
    ],
)
def test_a_title_may_stand_behind_more_than_times(read: Read, said: str, subject: str) -> None:
    """Behind how soon, who need not come, and who may see it."""
    assert read(said).subject == subject


def test_two_weeks_of_a_series_are_counted_from_its_start(read: Read) -> None:
    """And not from today."""
    rule = read("huddle with Tom every day mon to fri 9 to 9.15, starting next Monday, for two weeks").time.rrule
    assert "UNTIL=20261207" in rule


@pytest.mark.parametrize("question", [None, Question("yes_no"), CHOICE])
def test_a_new_booking_keeps_its_title_while_something_is_asked(read: Read, question: Question | None) -> None:
    """It is no answer."""
    understood = read("30 min with Tom next week at 11, pilot prices", question)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, "pilot prices")
