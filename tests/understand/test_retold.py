"""What clauses would hide: a bound behind a comma, a room by another one, a series that is done with."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from dialogs.understand import Context
from dialogs.understand.replies.confirming import insisted_at
from dialogs.understand.understood import Intent, Question, Role
from dialogs.understand.wording.retold import retold
from tests.understand.conftest import MADRID, NOW, Read

CONTEXT = Context(NOW, MADRID, "en-GB")


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("call with Iris Friday, has to be before 10", "call with Iris Friday, before 10"),
        ("lunch with Marek on Monday, it needs to be after 1", "lunch with Marek on Monday, after 1"),
        ("training with Iris tomorrow, an hour n a half", "training with Iris tomorrow, an hour and a half"),
        ("kiln review half an hour later, and its 2 hrs now", "kiln review half an hour later, and make it 2 hrs"),
        ("after lunch Friday, anytime before 4 works", "after lunch Friday before 4"),
        ("30 min with Iris Friday after 1 but before 4", "30 min with Iris Friday between 1 and 4"),
        ("call with Marek at 3, Lagoon if it's free", "call with Marek at 3, in Lagoon"),
        ("grab it if so, kiln parts", "if so grab it, kiln parts"),
        ("kiln review: 3pm, the den's too small, lagoon pls", "kiln review: 3pm, put it in lagoon"),
        ("could the kiln review be in lagoon instead of den?", "move the kiln review to lagoon"),
        ("kiln review on Friday in lagoon instead of the den", "move kiln review on Friday to lagoon"),
        ("kiln review -> Friday 11am, lagoon", "move kiln review to Friday 11am, in lagoon"),
        ("can Iris and I do Friday at 2 instead of Thursday at 3 for the kiln review? same room",
         "move the kiln review Thursday at 3 to Friday at 2"),
        ("could everyone make the kiln review on Friday instead?", "move the kiln review to Friday"),
        ("put me and Iris down for the glaze tasting on Friday 1pm",
         'book "glaze tasting" with me and Iris on Friday 1pm'),
        ("shed cleanup tomorrow 3pm 30 min just me", 'put "shed cleanup" in my calendar tomorrow 3pm 30 min'),
        ("put up an out of office for 8 and 9 December, I'm in Graz, Iris covers",
         "set my out of office for 8 and 9 December: I'm in Graz, Iris covers"),
        ("2 hrs of focus time Thursday 9-11 for the glaze report", "block 2 hrs Thursday 9-11 for the glaze report"),
        ("an hour of deep work tomorrow at 2", "block an hour of focus time tomorrow at 2"),
        ("we're done with the kiln drill, get rid of the whole series", "cancel the whole kiln drill series"),
        ("end the kiln drill after this week, kilns getting replaced", "end the kiln drill after this week"),
        ("Iris can't come to the kiln drill, take her off please", "remove Iris from the kiln drill"),
        ("marek isn't needed at the glaze tasting any more, so please drop him", "remove marek from the glaze tasting"),
        ("Iris won't make kiln review. can you remove her", "remove Iris from kiln review"),
        ("ok Marek doesn't need to be at the kiln review, uninvite him then", "ok remove Marek from the kiln review"),
        ("the kiln drill doesn't need Iris any more, uninvite her", "remove Iris from the kiln drill"),
        ("send everyone in the kiln drill a note: bring hats",
         "send a note to everyone in the kiln drill saying bring hats"),
        ("drop the people on the kiln drill a line that we start in the yard",
         "send a note to everyone in the kiln drill saying we start in the yard"),
        ("don't book anything yet, just tell me when Iris is free", "tell me when Iris is free"),
        ("please don't schedule anything yet. I just want to know when Iris is free",
         "please I just want to know when Iris is free"),
        ("no need to book it, when is Marek free on Friday?", "when is Marek free on Friday?"),
        ("kiln drill: Marek out, Iris in", "replace Marek with Iris in kiln drill"),
        ("for the kiln drill - iris in, marek out", "replace marek with iris in the kiln drill"),
        ("kiln drill: skip tomorrow and Friday", "skip kiln drill tomorrow and Friday"),
        ("cancel the kiln drill tomorrow and the 27th", "cancel the kiln drill tomorrow and 27 November"),
        ("the clay prices went up again. need an hour with Iris about that",
         "need an hour with Iris about clay prices"),
    ],
)  # fmt: skip
def test_it_is_said_in_the_plain_order(said: str, plain: str) -> None:
    """Nothing of it is left for a clause of its own."""
    assert retold(said, CONTEXT) == plain


@pytest.mark.parametrize(
    "said",
    [
        "the call with Iris on Friday has to be before 10",
        "have Iris in the kiln review instead of Marek",
        "move the kiln review to 3 instead of 4",
        "weekly with Iris on Fridays at 9, skip the 11th of December",
        "put me down for the glaze tasting on Friday 1pm",
        "could the kiln review be in two weeks instead",
        "could the kiln review be in English instead of German",
        "what does my Friday look like",
        "end the kiln drill after this week, and book Iris at 3",
        "great, put half an hour with Iris in there",
        "Iris is off today",
    ],
)
def test_other_words_stay(said: str) -> None:
    """People are swapped, answers given and changes told as ever."""
    assert retold(said, CONTEXT) == said


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("the meeting is off today, Iris is ill", "cancel the meeting today, Iris is ill"),
        ("our meeting won't happen next week", "cancel our meeting next week"),
        ("the meeting is off to a good start", "the meeting is off to a good start"),
    ],
)
def test_an_event_that_is_off(said: str, plain: str) -> None:
    """Known to be an event, it is cancelled; who "is off today" may be somebody."""
    assert retold(said, replace(CONTEXT, is_about_event=True)) == plain


@pytest.mark.parametrize(
    ("said", "hour", "is_so"),
    [
        ("yes, 8am is fine", 8, True),
        ("book 8am anyway", 8, True),
        ("I know, 8 is fine for them", 8, True),
        ("no, I want 8:00", 8, True),
        ("Friday 8am it is", 8, True),
        ("Thursday 8am it is", 8, False),
        ("ok do the 5 o'clock one regardless", 17, True),
        ("yes, 9am is fine", 8, False),
    ],
)
def test_a_time_is_insisted_on(said: str, hour: int, *, is_so: bool) -> None:
    """The time that was asked for is asked for once more; half of the day and day are as they were said."""
    is_at = insisted_at(said, 4)
    assert is_at is not None
    assert is_at(datetime(2026, 11, 20, hour, tzinfo=MADRID)) is is_so


@pytest.mark.parametrize("said", ["8am", "is 8am fine?", "not 8am", "8am with Iris", "take 3", "could we do 8", "yes"])
def test_other_answers_insist_on_nothing(said: str) -> None:
    """A bare time, a question, somebody else, one of four by its number."""
    assert insisted_at(said, 4) is None


@pytest.mark.parametrize(
    ("said", "day", "hour", "people"),
    [
        ("30 min with Iris tomorrow at 5 re glaze, actually Friday not tomorrow", 20, 17, {"Iris"}),
        ("with Iris Friday at 3 for 45, actually Monday not Friday. glaze budget", 23, 15, {"Iris"}),
        ("30 min with Iris Friday at 3 about glaze, sorry Marek not Iris", 20, 15, {"Marek"}),
        ("lunch with Iris Friday at 12.30, actually 1 not 12.30", 20, 13, {"Iris"}),
    ],
)
def test_a_slip_is_named_once_more(read: Read, said: str, day: int, hour: int, people: set[str]) -> None:
    """What was wrong is replaced where it stands, whatever is said behind."""
    understood = read(said)
    assert understood.intent is Intent.SCHEDULE
    assert understood.time.exact == datetime(2026, 11, day, hour, tzinfo=MADRID)
    assert {each.text for each in understood.people} == people


@pytest.mark.parametrize(
    ("said", "intent", "also"),
    [
        ("add Iris, and make it 2 hrs", Intent.ADD_ATTENDEE, Intent.RESCHEDULE),
        ("add Iris and make it 90 minutes", Intent.ADD_ATTENDEE, Intent.RESCHEDULE),
        ("drop Marek and push it to 3", Intent.REMOVE_ATTENDEE, Intent.RESCHEDULE),
        ("drop Marek, and can it be online", Intent.REMOVE_ATTENDEE, Intent.UPDATE),
        ("add Iris. also can it be in Lagoon", Intent.ADD_ATTENDEE, Intent.UPDATE),
    ],
)
def test_two_changes_of_what_is_on_the_screen(read: Read, said: str, intent: Intent, also: Intent) -> None:
    """ "It" in the second tells that the first is no new meeting."""
    understood = read(said)
    assert (understood.intent, [each.intent for each in understood.also]) == (intent, [also])
    assert understood.people[0].role is (Role.WITHOUT if intent is Intent.REMOVE_ATTENDEE else Role.REQUIRED)


def test_between_after_and_before(read: Read) -> None:
    """Both bounds hold, where they are said apart."""
    [slot] = read("move the kiln review to after lunch Friday, anytime before 4 works").time.slots
    assert slot.start == datetime(2026, 11, 20, 13, tzinfo=MADRID)
    assert slot.end == datetime(2026, 11, 20, 16, tzinfo=MADRID)


@pytest.mark.parametrize("said", ["kiln checks only needs half an hour", "kiln checks just takes 30 minutes really"])
def test_only_so_long(read: Read, said: str) -> None:
    """How long an event is to be, that is named without an article."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.RESCHEDULE, "length")
    assert understood.time.duration == timedelta(minutes=30)


@pytest.mark.parametrize("said", ["cancel the kiln review", "move the kiln review to Friday", "add Iris to the retro"])
def test_a_request_is_no_title(read: Read, said: str) -> None:
    """Asked what something is to be called, somebody may want something else."""
    assert read(said, Question("subject")).facet != "subject"
    assert read(said, Question("subject")).intent is not Intent.AMEND


def test_what_replaces_is_on_the_same_day(read: Read) -> None:
    """ "At 2 instead" is when the event was that is cancelled."""
    said = read("cancel the kiln review on Friday and put 30 min with Iris at 2 instead, about glazes")
    assert said.intent is Intent.CANCEL
    assert "on 20 November" in said.then


@pytest.mark.parametrize("said", ["nvm, they're on board", "never mind. Iris can make it", "false alarm, we have it"])
def test_nothing_is_wanted_any_more(read: Read, said: str) -> None:
    """With nothing open, it is no request either."""
    assert (read(said).intent, read(said).facet) == (Intent.CANCEL_DIALOG, "")


@pytest.mark.parametrize("said", ["Iris is off today", "Marek Dahl is on leave next week", "Iris is out sick"])
def test_an_absence_books_nothing(read: Read, said: str) -> None:
    """Somebody is told of, and nothing asked for."""
    assert read(said).intent is Intent.SMALLTALK
