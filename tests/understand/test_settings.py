"""What somebody says of their own settings."""

import time as clocks
from datetime import time, timedelta

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.builds.settings import preferred
from dialogs.understand.understood import Intent, Question, SettingSaid
from tests.understand.conftest import MADRID, NOW, Read


def minutes(length: int) -> timedelta:
    """So many."""
    return timedelta(minutes=length)


@pytest.mark.parametrize(
    ("said", "setting"),
    [
        ("set my time zone to Tokyo", SettingSaid("zone", place="Tokyo")),
        ("pls change tz to CET", SettingSaid("zone", place="CET")),
        ("My time zone is Berlin", SettingSaid("zone", place="Berlin")),
        ("I've moved to Berlin", SettingSaid("zone", place="Berlin")),
        ("use New York time", SettingSaid("zone", place="New York")),
        ("my working hours are 8 to 4", SettingSaid("hours", time(8), time(16))),
        ("working hours 8-16", SettingSaid("hours", time(8), time(16))),
        ("set my work hours to 9am-5:30pm", SettingSaid("hours", time(9), time(17, 30))),
        ("I work from 8:30 to 17:00", SettingSaid("hours", time(8, 30), time(17))),
        ("I work nine to five, Monday to Thursday", SettingSaid("hours", time(9), time(17), (0, 1, 2, 3))),
        ("i start at half past 8", SettingSaid("hours", time(8, 30))),
        ("I finish at 4", SettingSaid("hours", end=time(16))),
        ("I don't work Fridays", SettingSaid("daysoff", weekdays=(4,))),
        ("i don’t work on fridays any more", SettingSaid("daysoff", weekdays=(4,))),
        ("I have Fridays off", SettingSaid("daysoff", weekdays=(4,))),
        ("I never work weekends", SettingSaid("daysoff", weekdays=(5, 6))),
        ("Friday is my day off", SettingSaid("daysoff", weekdays=(4,))),
        ("I only work Mon, Wed and Thu", SettingSaid("days", weekdays=(0, 2, 3))),
        ("my working days are mon-thu", SettingSaid("days", weekdays=(0, 1, 2, 3))),
        ("i work saturdays too", SettingSaid("dayson", weekdays=(5,))),
        ("make my meetings 25 minutes by default", SettingSaid("duration", length=minutes(25))),
        ("shorten my meetings to 25 minutes by default", SettingSaid("duration", length=minutes(25))),
        ("i think my tz is wrong, it should be London", SettingSaid("zone", place="London")),
        ("i don't do meetings on friday", SettingSaid("nodays", weekdays=(4,))),
        ("stop booking me over lunch", SettingSaid("lunch", time(12), time(13))),
        ("set my default meeting length to half an hour", SettingSaid("duration", length=minutes(30))),
        ("all meetings 25 min please", SettingSaid("duration", length=minutes(25))),
        ("my meetings should be 45 minutes", SettingSaid("duration", length=minutes(45))),
        ("I prefer 25 minute meetings", SettingSaid("duration", length=minutes(25))),
        ("default meeting length 50 mins", SettingSaid("duration", length=minutes(50))),
        ("leave 10 minutes between meetings", SettingSaid("buffer", length=minutes(10))),
        ("could you please keep a 10-minute gap between meetings", SettingSaid("buffer", length=minutes(10))),
        ("I need 15 min between my meetings", SettingSaid("buffer", length=minutes(15))),
        ("no back-to-back meetings", SettingSaid("buffer", length=minutes(10))),
        ("remove the buffer", SettingSaid("buffer", drops=True)),
        ("no meetings before 10", SettingSaid("earliest", time(10))),
        ("i'd rather not have anything before ten from now on", SettingSaid("earliest", time(10))),
        ("i'd prefer not to be booked before 9:30", SettingSaid("earliest", time(9, 30))),
        ("i need five minutes between meetings", SettingSaid("buffer", length=timedelta(minutes=5))),
        ("don't book anything before 9:30 please", SettingSaid("earliest", time(9, 30))),
        ("I don't want meetings after 5", SettingSaid("latest", end=time(17))),
        ("meetings before 10 are fine again", SettingSaid("earliest", drops=True)),
        ("no meetings on Fridays", SettingSaid("nodays", weekdays=(4,))),
        ("keep my Wednesdays meeting-free", SettingSaid("nodays", weekdays=(2,))),
        ("keep lunch 12:30 to 13:30 free", SettingSaid("lunch", time(12, 30), time(13, 30))),
        ("my lunch is from 12 to 1", SettingSaid("lunch", time(12), time(13))),
        ("I have lunch at 12:30", SettingSaid("lunch", time(12, 30), time(13, 30))),
        ("don't book over lunch", SettingSaid("lunch", time(12), time(13))),
        ("use a 24 hour clock", SettingSaid("clock", hours24=True)),
        ("switch to 12h format", SettingSaid("clock", hours24=False)),
        ("set the clock to 24h", SettingSaid("clock", hours24=True)),
        ("change time format to 24 hour", SettingSaid("clock", hours24=True)),
        ("show times in am/pm", SettingSaid("clock", hours24=False)),
        ("my week starts on Sunday", SettingSaid("week", weekdays=(6,))),
        ("I eat at noon", SettingSaid("lunch", time(12), time(13))),
        ("i usually lunch from 1 to 2", SettingSaid("lunch", time(13), time(14))),
        ("schedule nothing over lunch", SettingSaid("lunch", time(12), time(13))),
        ("im not available before 9", SettingSaid("earliest", time(9))),
        ("I can't do meetings before 9:30", SettingSaid("earliest", time(9, 30))),
        ("nothing after 5 please", SettingSaid("latest", end=time(17))),
        ("all meetings 25 min please", SettingSaid("duration", length=minutes(25))),
        ("I work 7:30 to 4 these days", SettingSaid("hours", time(7, 30), time(16))),
        ("make 45 minutes my default", SettingSaid("duration", length=minutes(45))),
        ("my usual meeting is 45 min", SettingSaid("duration", length=minutes(45))),
    ],
)
def test_a_setting(read: Read, said: str, setting: SettingSaid) -> None:
    """Whichever way it is put."""
    understood = read(said)
    assert understood.intent is Intent.PREFERENCES
    assert understood.facet == ""
    assert understood.settings == (setting,)


@pytest.mark.parametrize(
    ("said", "facet"),
    [
        ("what are my settings", "show"),
        ("preferences", "show"),
        ("what are my working hours?", "show"),
        ("how do I change my working hours", "show"),
        ("forget my preferences", "forget"),
        ("forget everything you know about me", "forget"),
        ("reset my settings please", "forget"),
        ("I'm in New York this week", "stay"),
        ("i am currently in Singapore", "stay"),
        ("working in Berlin this week", "stay"),
        ("I'm travelling to Tokyo next week", "later"),
        ("my time zone is wrong", "show"),
        ("when do I work", "show"),
        ("delete all my data", "forget"),
    ],
)
def test_all_of_them_and_where_somebody_is(read: Read, said: str, facet: str) -> None:
    """To see, to forget; who only says where they are sets nothing."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.PREFERENCES, facet)


def test_two_settings_in_one_breath(read: Read) -> None:
    """Both are meant."""
    understood = read("my working hours are 8 to 4 and I don't work Fridays")
    assert understood.settings == (SettingSaid("hours", time(8), time(16)), SettingSaid("daysoff", weekdays=(4,)))


@pytest.mark.parametrize(
    "said",
    [
        "I'm off on Friday",
        "no meetings before 10 tomorrow",
        "keep lunch free tomorrow",
        "I'm in a meeting today",
        "I'll be in the office on Friday",
        "I'm in the office this week",
        "I'm working from home now",
        "lunch 12-13",
        "make it 25 minutes",
        "move it to 12",
        "make it 12 hours",
        "change it to 12",
        "show me 12",
        "leave 10 minutes early",
        "what's on Friday",
        "forget it",
        "delete everything",
        "I'm not available before 9 tomorrow",
        "I'm not in until 10",
        "lunch at 1",
        "make all my meetings tomorrow 25 minutes",
        "move all my meetings by 25 minutes",
    ],
)
def test_what_is_no_setting(read: Read, said: str) -> None:
    """A wish for one day, a place of no zone, an act."""
    assert read(said).intent is not Intent.PREFERENCES


@pytest.mark.parametrize("said", ["I'm not available before 2", "nothing after 4", "sorry, I'm busy until noon"])
def test_while_a_time_is_looked_for_it_bounds_that_time(said: str) -> None:
    """And is no habit for good, nor an absence."""
    offered = Question("choice", ("Fri 27 Nov, 11:00 – 11:30",))
    understood = understand(said, Context(NOW, MADRID, "en-GB", offered))
    assert understood.intent is Intent.AMEND
    assert understood.time.slots or understood.time.excluded


def test_free_text_that_was_asked_for_is_no_setting(read: Read) -> None:
    """A meeting may be called "Preferences"."""
    assert read("Preferences", question=Question("subject")).intent is not Intent.PREFERENCES


@pytest.mark.parametrize("piece", ["from now on ", "working hours ", "fridays and ", "no meetings ", "8 to ", "my "])
def test_long_words_are_read_in_no_time(piece: str) -> None:
    """Whatever somebody writes, nobody waits for it."""
    context = Context(NOW, MADRID)
    began = clocks.process_time()
    assert preferred(piece * 5000, context) is None
    assert preferred((piece * 60)[:290], context) is None
    assert clocks.process_time() - began < 2
