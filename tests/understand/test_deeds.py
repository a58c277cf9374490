"""What becomes of an event is heard in whichever frame people put it: each means the same as the plain request."""

from datetime import datetime
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.wording import deeds

LISBON = ZoneInfo("Europe/Lisbon")
CONTEXT = Context(datetime(2026, 11, 23, 9, tzinfo=LISBON), LISBON)
EVENTS = (
    "the kiln review",
    "my 9:30 on Thursday",
    "Friday's 11.30",
    "our move to the new depot",
    "the meeting with Jonas",
)
TIMES = ("Monday at 4", "next Wednesday afternoon", "the 1st of December at 3pm")
MOVED = (
    "reschedule {event} - {time}",
    "move {event}, new time {time}",
    "new time for {event}: {time}",
    "{time} is better for {event}",
    "{time} instead please, {event}",
    "for {event} use {time} instead",
    "would {time} work for {event} instead?",
    "need {event} at a different time, {time}",
    "{event} doesn't work for me, {time} would be better",
    "i can't make {event}, can we do {time} instead",
    "is there a slot {time} for {event} instead?",
    "take {event} and move it to {time}",
    "{event} has to be moved, {time} is best",
    "move to {time}: {event}",
    "could {event} happen {time} instead?",
)
OFF = (
    "{event} isn't happening anymore",
    "{event} is no longer needed, please remove it",
    "we decided against {event}",
    "we aren't doing {event} anymore",
    "have {event} cancelled",
    "cancelling {event}",
    "{event}: cancel",
    "cancel it please, {event}",
    "forget about {event}, cancel it",
)
TOLD = (
    "cancel {event} with a note saying {text}",
    "cancel {event}. message: {text}",
    'cancel {event}: "{text}"',
    "call off {event} and send them a note that {text}",
    "{event} is off, tell them {text}",
    "cancel {event} and write that {text}",
)
TEXTS = ("the client pulled out", "sorry, the van broke down")
ONE = {
    "move {event} half an hour later": (
        "can {event} slip by half an hour",
        "{event} half an hour later please",
        "have {event} begin half an hour later",
    ),
    "move {event} 20 minutes earlier": ("pull {event} in by 20 minutes", "could {event} start 20 minutes sooner"),
    "accept {event}": ("respond yes to {event}", "mark me as attending {event}"),
    "decline {event}": ("rsvp no to {event}", "mark me as not attending {event}", "i'm not able to attend {event}"),
    "tentatively accept {event}": ("put me down as tentative for {event}", "i'm not sure about {event}, say maybe"),
    "make {event} 45 minutes long": ("let {event} run for 45 minutes", "duration of {event} should be 45 minutes"),
    "make {event} a Teams meeting": (
        "put {event} on teams",
        "we'll do {event} remotely",
        "i want {event} to be online",
    ),
    "add Ida Moe to {event}": (
        "Ida Moe needs to be in {event}",
        "i forgot Ida Moe for {event}",
        "Ida Moe wants to come to {event}, add her",
        "extend the invite for {event} to Ida Moe",
    ),
    "remove Ida Moe from {event}": ("Ida Moe won't be needed at {event}", "Ida Moe can skip {event}, remove her"),
    "put {event} in Fado": ("set Fado as the location of {event}", "location of {event}: Fado"),
    "when is {event}": ("tell me the date of {event}", "i forgot when {event} is", "which day is {event}"),
    "who is in {event}": ("guest list for {event}", "list the attendees of {event}", "who takes part in {event}"),
    "where is {event}": ("which room did we book for {event}", "does {event} have a room"),
}


@pytest.mark.parametrize("frame", MOVED)
def test_another_time_stands_in_any_frame(frame: str) -> None:
    """An event that has a time of its own keeps it, and only the new one is where it goes to."""
    for event, time in product(EVENTS, TIMES):
        said = frame.format(event=event, time=time)
        assert deeds.plainly(said, CONTEXT) == f"move {event} to {time}", said


@pytest.mark.parametrize("frame", OFF)
def test_what_is_off_is_cancelled(frame: str) -> None:
    """It is shown before anything is sent, whichever way it was told."""
    for event in EVENTS:
        assert deeds.plainly(frame.format(event=event), CONTEXT) == f"cancel {event}"


@pytest.mark.parametrize("frame", TOLD)
def test_what_the_others_are_told_is_all_that_follows(frame: str) -> None:
    """The note is no word of the title, and a comma in it does not end it."""
    for event, text in product(EVENTS, TEXTS):
        said = frame.format(event=event, text=text)
        assert deeds.plainly(said, CONTEXT) == f"cancel {event} and tell them {text}", said


@pytest.mark.parametrize(("plain", "frame"), [(plain, each) for plain, frames in ONE.items() for each in frames])
def test_one_request_in_many_frames(plain: str, frame: str) -> None:
    """What is to be otherwise, who comes, an answer and a question: each is the plain request."""
    for event in EVENTS:
        assert deeds.plainly(frame.format(event=event), CONTEXT) == plain.format(event=event)


@pytest.mark.parametrize(
    "said",
    [
        "let's do lunch Friday at 1",
        "let's do the kick-off Friday at 1",
        "make the roadmap 45 minutes",
        "can the roadmap be 45 minutes",
        "make the audit end at half past two",
        "put the cake in the oven at 3",
        "who is my manager",
        "cancel the kick-off and let them know",
        "cancel the roadmap and tell them why",
        "drop Ana a line to say the van is back",
    ],
)
def test_what_only_looks_like_it_stays(said: str) -> None:
    """A booking, a length, a reason that is not told: nothing is made of them."""
    assert deeds.plainly(said, CONTEXT) == said


def test_the_whole_of_it_is_read() -> None:
    """What was put plainly is what the readers understand."""
    told = understand("the kiln review is off, tell them the client pulled out", CONTEXT)
    assert (told.intent.value, told.subject, told.note) == ("cancel_meeting", "kiln review", "The client pulled out")


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("I'm not coming to the tasting, please tell Gwen", "decline the tasting"),
        ("have to skip shed night, let gwen know", "decline shed night"),
        ("won't make it to shed night. tell everyone sorry, my train is late", "decline shed night and say sorry"),
        ("shed night - tell them I can't make it", "decline shed night"),
        ("going to join shed night", "going to join shed night"),
        ("i'll skip shed night", "i can't make shed night"),
        ("i might join shed night", "tentatively accept shed night"),
        ("i'll be at shed night", "accept shed night"),
        ("i'll be at the dentist", "i'll be at the dentist"),
        ("i can't make thursday, tell gwen", "i can't make thursday, tell gwen"),
        ("the audit on friday is too short, make it 2 hours", "make the audit on friday 2 hours long"),
        ("shed night is far too long, half an hour is plenty", "make shed night half an hour long"),
        ("shed night needs longer - 45 min please", "make shed night 45 min long"),
    ],
)
def test_what_can_be_nothing_else_is_known_outright(said: str, plain: str) -> None:
    """With or without an article, and whoever is to be told; a time is no event, and a dentist none either."""
    assert deeds.outright(said).startswith(plain)
