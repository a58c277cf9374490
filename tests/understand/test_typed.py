"""What people type in a hurry: names right behind the verb, slips, the event before the request."""

import time as stopwatch
from datetime import datetime, timedelta

import pytest

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Question, Role
from dialogs.understand.wording import misspelt
from dialogs.understand.wording.rephrased import rephrased
from tests.understand.conftest import MADRID, Read

BARE = [
    ("book ravi friday 9 20min", ["ravi"]),
    ("schedule Lena, Ravi and Mo for tomorrow at 3", ["Lena", "Ravi", "Mo"]),
    ("Book Crafts team on Monday at 2, subject Glue", ["Crafts team"]),
    ("ravi and lena tomorrow 1pm 30 mins handover", ["ravi", "lena"]),
    ("I need Ravi for 15 minutes tomorrow at 8:30", ["Ravi"]),
    ("meeting ravi 2pm thursday", ["ravi"]),
    ("ravi/lena/mo, 1h, thu pm", ["ravi", "lena", "mo"]),
    ("book dentist friday 3pm", ["dentist"]),
]


@pytest.mark.parametrize(("said", "names"), BARE)
def test_names_without_a_with(read: Read, said: str, names: list[str]) -> None:
    """Only the directory knows whether these are people, so that they are told as perhaps being some."""
    understood = read(said)
    assert understood.intent is Intent.SCHEDULE
    assert [each.text for each in understood.bare] == names


def test_what_is_met_for_is_the_subject_if_those_are_people(read: Read) -> None:
    """ "Lena for a glaze review" is a glaze review with Lena, where there is a Lena."""
    assert read("schedule Lena for a glaze review this Friday 2 to 2:45").purpose == "glaze review"
    assert read("lena and ravi tomorrow at 10 30 mins handover").purpose == "handover"


SUBJECTS = [
    ("find me an hour with Ana and Tom next week for the duty rota", "duty rota"),
    ("first Monday of every month at 4pm, 1 hour, shop budget with Tom", "shop budget"),
    ("30 min with Tom tomorrow at 3, glaze prices", "glaze prices"),
    ("30 min with Tom this week, preferably after lunch", ""),
    ("I want to meet Tom", ""),
]


@pytest.mark.parametrize(("said", "subject"), SUBJECTS)
def test_words_that_nothing_else_explains_name_it(read: Read, said: str, subject: str) -> None:
    """What stands beside times and people is what it is about; how the time is wished is not."""
    assert read(said).subject == subject


MENDED = [
    ("cancle teh glaze review", "cancel the glaze review"),
    ("pls reshedule my 3pm to 4", "pls reschedule my 3pm to 4"),
    ("shceduel a call wiht Tom", "schedule a call with Tom"),
    ("look at my calendar", "look at my calendar"),
    ("except for Friday all is well", "except for Friday all is well"),
    ("book Booker tomorrow", "book Booker tomorrow"),
]


@pytest.mark.parametrize(("said", "right"), MENDED)
def test_slips_in_the_verb(said: str, right: str) -> None:
    """A verb that is one slip away is mended where a request has its verb; no other word is touched."""
    assert misspelt.mended(said) == right


REPHRASED = [
    ("the call with Ana on Friday, move it to Monday", "move the call with Ana on Friday to Monday"),
    ("my dentist appointment, can you cancel it please", "can you cancel my dentist appointment please"),
    ("move the review to the week after, same day same time", "move the review by 7 days"),
    ("I can't do the review any more, take it off the calendar", "cancel the review"),
    ("add 15 minutes to the review please", "extend the review by 15 minutes please"),
    ("move the review to 2pm and make it 90 minutes", "move the review to 2pm for 90 minutes"),
    ("move the review to Monday", "move the review to Monday"),
]


@pytest.mark.parametrize(("said", "plain"), REPHRASED)
def test_an_event_that_is_spoken_of_first(said: str, plain: str) -> None:
    """What becomes of it is said of the event itself."""
    assert rephrased(said) == plain


MEANT = [
    ("decline the tax stand-up, I'm at the dentist", Intent.DECLINE),
    ("cancel the stock count on Friday", Intent.CANCEL),
    ("accept the insurance review", Intent.ACCEPT),
    ("say maybe to the vaccination drive", Intent.TENTATIVE),
    ("yes to the glaze review", Intent.ACCEPT),
    ("on second thought decline it", Intent.DECLINE),
    ("no stand-up on Friday please", Intent.CANCEL),
    ("can Glaze training start at 11 instead?", Intent.RESCHEDULE),
    ("finish the glaze training at 11", Intent.RESCHEDULE),
    ("drop the room from glaze training", Intent.UPDATE),
    ("move glaze training to Tejo", Intent.UPDATE),
    ("do I have anything on Friday afternoon?", Intent.LIST_EVENTS),
    ("get ana and tom for 45 minutes on Friday", Intent.SCHEDULE),
    ("quick sync with Ana Friday 13:15, 15 min", Intent.SCHEDULE),
    ("book Tejo on Friday from 1 to 3 for the open day", Intent.SCHEDULE),
    ("I'm going to the vaccination drive", Intent.ACCEPT),
    ("reject the tax stand-up thing", Intent.DECLINE),
    ("glaze training should be on Thursday instead", Intent.RESCHEDULE),
    ("Friday 13:00-13:30 with Ana please, topic is glue", Intent.SCHEDULE),
    ("how does next week look", Intent.LIST_EVENTS),
    ("put it back", Intent.CANCEL_DIALOG),
    ("cancel my credit card", Intent.OUT_OF_SCOPE),
    ("what's the quickest slot I can get with Ana and Tom", Intent.SCHEDULE),
    ("when's the soonest you can get me and Tom in a room", Intent.SCHEDULE),
    ("how soon can we meet with Ana", Intent.SCHEDULE),
    ("carve out time for the annual accounts on Thursday morning", Intent.SCHEDULE),
    ("get everyone from the glaze team together for an hour next week", Intent.SCHEDULE),
    ("call it off", Intent.CANCEL),
    ("never mind the glaze review, cancel it", Intent.CANCEL),
    ("count me out of the glaze review", Intent.DECLINE),
    ("thanks but no to the glaze review", Intent.DECLINE),
    ("kick the glaze review to next week", Intent.RESCHEDULE),
    ("can u find a slot for me, Ana and the glaze team next week", Intent.SCHEDULE),
    ("hold Thursday 2-4 tentatively for the customer visit", Intent.SCHEDULE),
    ("can we have a chat about my salary on Friday", Intent.SCHEDULE),
    ("Ana wants to meet on Thursday, find a time", Intent.SCHEDULE),
    ("Tom asked for 30 min, when can we do that", Intent.SCHEDULE),
    ("if Tom is free at 4 book him for 30 min", Intent.SCHEDULE),
    ("yoga Thursday 7am", Intent.SCHEDULE),
    ("what would be a good time for me and Ana to meet", Intent.CHECK_AVAILABILITY),
    ("could you check when everyone is around for a retro", Intent.CHECK_AVAILABILITY),
    ("what's my busiest day", Intent.LIST_EVENTS),
    ("free me up on Thursday afternoon", Intent.RESCHEDULE),
    ("make the glaze review online only", Intent.UPDATE),
    ("is there anything I still need to respond to?", Intent.LIST_EVENTS),
]


@pytest.mark.parametrize(("said", "intent"), MEANT)
def test_what_is_wanted(read: Read, said: str, intent: Intent) -> None:
    """Meetings may be called by any word, and requests put in many ways."""
    assert read(said).intent is intent


def test_whoever_is_optional_is_told_behind_the_rest(read: Read) -> None:
    """A name before "optional" need not come; an address may open a list; "put us together" names people."""
    optional = read("Glaze review with Tom next Tuesday at 9, 1 hour, Ana Reis optional").people
    assert [(each.text, each.role) for each in optional] == [("Tom", Role.REQUIRED), ("Ana Reis", Role.OPTIONAL)]
    assert [each.text for each in read("book a@b.example and Ana for Friday 9am").people] == ["a@b.example", "Ana"]
    assert [each.text for each in read("put Tom and me together on Friday at 9").people] == ["Tom", "me"]


def test_where_it_is_now_is_no_time(read: Read) -> None:
    """ "is in the library now" gives a place and moves nothing."""
    told = read("the review is in the library now")
    assert (told.intent, told.location, told.time.exact) == (Intent.UPDATE, "the library", None)


def test_a_series_is_moved_from_a_day_on(read: Read) -> None:
    """ "from next week on" tells of which occurrences; the hour is that of each."""
    said = read("move duty planning to 15:30 from next week onwards")
    assert said.scope == "following"
    assert said.event is not None
    assert said.event.time.slots[0].start == datetime(2026, 11, 23, tzinfo=MADRID)


def test_times_for_how_long_are_no_shift(read: Read) -> None:
    """ "put … for 30 minutes" is as long as it says, and later by nothing."""
    said = read("put Tom and me together on Friday at 9 for 30 minutes")
    assert (said.shift, said.time.duration) == (None, timedelta(minutes=30))


def test_parts_of_the_day_that_suit(read: Read) -> None:
    """ "mornings only" is no series; "after lunch" has an hour; a bound lies on the day that was said."""
    only = read("half an hour next week with Ana, mornings only").time
    assert only.rrule == ""
    assert {slot.start.hour for slot in only.slots if slot.start} == {6}
    (after,) = read("30 min with Ana on Friday after lunch").time.slots
    assert after.start == datetime(2026, 11, 20, 13, tzinfo=MADRID)
    (early,) = read("30 min with Ana Friday morning before 10").time.slots
    assert early.end == datetime(2026, 11, 20, 10, tzinfo=MADRID)


def test_a_city_has_a_clock(read: Read) -> None:
    """A time by the clock of a city is converted."""
    assert read("call Ana tomorrow at 9am Montreal time").time.exact == datetime(2026, 11, 19, 15, tzinfo=MADRID)


def test_how_far_a_series_runs(read: Read) -> None:
    """An end that is said beside the time of day holds; plural days beside "weekly" are its days."""
    daily = read("daily 10 minute check with Ana at 8:30 until the 27th").time
    assert daily.slots[0].end == datetime(2026, 11, 28, tzinfo=MADRID)
    weekly = read("weekly check-in with Ana Mondays 9:30 to 10 from March 1 until end of April").time
    assert weekly.rrule.startswith("FREQ=WEEKLY;BYDAY=MO")
    assert weekly.run.starting == datetime(2027, 3, 1, tzinfo=MADRID)


TIMES = Question("choice", ("Fri 20 Nov, 16:30 – 17:00", "Thu 19 Nov, 13:00 – 13:30", "Fri 20 Nov, 13:30 – 14:00"))
PICKED = [
    ("take the first one", 1),
    ("yes, the second one please", 2),
    ("let's go with the last one", 3),
    ("13:30", 3),
]


@pytest.mark.parametrize(("said", "choice"), PICKED)
def test_picking(read: Read, said: str, choice: int) -> None:
    """One of several is taken by its place or its time."""
    understood = read(said, TIMES)
    assert (understood.intent, understood.choice) == (Intent.SELECT, choice)


@pytest.mark.parametrize("said", ["ok what about 13:30 then", "how about 13:30", "could we do 13:30", "make it 13:30"])
def test_trying_another_time_takes_none(read: Read, said: str) -> None:
    """A time that is only tried is shown, and never booked, even where one like it was offered on another day."""
    assert read(said, TIMES).intent is Intent.AMEND


def test_a_correction_of_who_comes_behind_actually(read: Read) -> None:
    """ "actually Tom not Tim" swaps them; "sorry" is nobody."""
    assert [each.text for each in read("actually Tom not Tim", TIMES).people] == ["Tom", "Tim"]
    assert read("sorry, I meant Friday", TIMES).people == ()
    assert read("hmm 20 is enough", TIMES).time.duration == timedelta(minutes=20)


@pytest.mark.parametrize("said", ["that's fine, book it", "I know he's away, book it anyway", "yes, it's ok, move it"])
def test_in_spite_of_what_does_not_suit(read: Read, said: str) -> None:
    """Who waves an objection aside means the time that they have asked for."""
    assert read(said, TIMES).facet == "anyway"


@pytest.mark.parametrize("name", ["booked-who", "opening-who", "purpose", "topic", "mid-topic"])
@pytest.mark.parametrize("piece", ["book ", "book | up me ", "ana and ", "| for a ", "@, x ", "  "])
def test_long_texts_are_read_quickly(name: str, piece: str) -> None:
    """No pattern goes astray in a pasted text."""
    began = stopwatch.perf_counter()
    patterns()[name].compiled.search(piece * (5000 // len(piece)))
    assert stopwatch.perf_counter() - began < 2


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("extend my 1:1 with Tom by 15", 15), ("shorten the glaze review by 10", -10), ("extend it by 30, please", 30)],
)
def test_an_amount_behind_by_is_in_minutes(read: Read, said: str, minutes: int) -> None:
    """A round number that says how much longer or shorter is no time of day."""
    meant = read(said)
    assert (meant.intent, meant.longer, meant.time.slots) == (Intent.RESCHEDULE, timedelta(minutes=minutes), ())


def test_what_is_put_on_a_calendar_has_a_length(read: Read) -> None:
    """ "put 2 hours on my calendar" moves nothing by two hours."""
    meant = read("put 2 hours on my calendar for the annual accounts on Thursday")
    assert (meant.time.duration, meant.shift, meant.subject) == (timedelta(hours=2), None, "annual accounts")


def test_what_meetings_are_called_is_no_choice(read: Read) -> None:
    """The 1 of "the 1:1" counts nothing, and "over coffee" names nothing."""
    assert read("slide the 1:1 with Tom to after lunch").choice is None
    assert read("I'd like to catch up with Ana next week over coffee").subject == ""


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("30 minutes with Tom on Friday about the monthly numbers", "monthly numbers"),
        ("book an hour with Ana tomorrow at 3 for the quarterly review", "quarterly review"),
        ("book the annual review with Ana on Friday at 10", "annual review"),
    ],
)
def test_what_is_met_about_repeats_nothing(read: Read, said: str, subject: str) -> None:
    """ "the monthly numbers" are looked at once; "a weekly sync" makes a series."""
    assert (read(said).time.rrule, read(said).subject) == ("", subject)
    assert read("set up the weekly sync with Tom on Mondays at 9").time.rrule.startswith("FREQ=WEEKLY;BYDAY=MO")


def test_an_address_behind_a_name_is_whose_it_is(read: Read) -> None:
    """ "candidate jane@doe.example" and "Jane Doe (jane@doe.example)" are one person each."""
    said = read("interview with candidate jane@doe.example and Tom Reis (tom@reis.example) on Wednesday at 2")
    assert [(each.kind, each.email) for each in said.people] == [
        ("email", "jane@doe.example"),
        ("email", "tom@reis.example"),
    ]


def test_a_word_to_the_others_is_no_part_of_the_name(read: Read) -> None:
    """ "but say …" and "send him my apologies" are notes."""
    accepted = read("accept the glaze review but say I'll leave early")
    assert (accepted.subject, accepted.note) == ("glaze review", "I'll leave early")
    cancelled = read("cancel my meeting with Tom tomorrow and send him my apologies")
    assert ([each.text for each in cancelled.people], cancelled.note) == (["Tom"], "My apologies")


@pytest.mark.parametrize(
    "said",
    [
        "I need Ravi tomorrow 12:15 for 10 minutes",
        "grab Ravi tomorrow 1:15 for 15 re: fridge van",
        "asap w/ Ravi, 15 min, confidential",
        "when this week could Tom, Ravi and I sit down for 20 minutes?",
    ],
)
def test_whoever_is_needed_is_booked(read: Read, said: str) -> None:
    """Without a word for a meeting, and with the people told."""
    meant = read(said)
    assert meant.intent is Intent.SCHEDULE
    assert {each.text for each in (*meant.people, *meant.bare)} <= {"Ravi", "Tom"}


def test_two_bookings_may_share_their_verb(read: Read) -> None:
    """Each with its own hour; names that share an hour stay together."""
    assert read("book Tom Friday 9-9:30 and also Ravi Friday 11-11:30").then
    assert read("book Tom and Ravi Friday at 9").then == ""


def test_days_off_are_put_in(read: Read) -> None:
    """ "Put it in" behind an absence is no title."""
    assert read("I'll be off on Friday 23 April. put it in.").intent is Intent.AWAY


def test_working_days_of_one_week_are_that_week_alone(read: Read) -> None:
    """ "Monday to Friday next week 9:00-9:10" is five meetings, not the last of them, and not for ever."""
    rule = read("stand-up with Tom Monday to Friday next week 9:00-9:10").time.rrule
    assert rule == "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0;UNTIL=20261127T235959"


@pytest.mark.parametrize("said", ["book me and Zebulon tomorrow at 11", "please schedule us, Zebulon tomorrow at 11"])
def test_whoever_is_named_beside_the_speaker_is_asked_for(read: Read, said: str) -> None:
    """Somebody nobody knows is not left out of a meeting without a word."""
    meant = read(said)
    assert ([each.text for each in meant.people], meant.subject) == (["Zebulon"], "")
