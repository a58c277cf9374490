"""What is called off with its reason, a word to those who come, and what was done taken back with a remark."""

import pytest

from dialogs.understand.slots.addressed import to_them
from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("no stand-up tomorrow, most of us are at the fair", "stand-up"),
        ("bin the paper review on Monday, im at the printers all morning", "paper review"),
        ("cancel the roadmap, the client pulled out", "roadmap"),
        ("cancel the roadmap because the client pulled out", "roadmap"),
        ("our kiln is still cold. please cancel the kiln review on Thursday", "kiln review"),
        ("the sponsor pulled out :( can you call off the gala planning", "gala planning"),
        (
            "we shipped the last batch yesterday!! so the packaging group is done for good, take the whole series off",
            "",
        ),
        ("ink tasting is off, nobody has samples. cancel it", "ink tasting"),
        ("call the layout review off, the files aren't in yet", "layout review"),
        ("no need for the layout review on Friday. next week we carry on as usual", "layout review"),
        ("knock the layout review on the head, it's going nowhere", "layout review"),
        ("pull the plug on the layout review, nobody ever comes", "layout review"),
    ],
)
def test_a_reason_is_no_title_and_goes_to_nobody(read: Read, said: str, subject: str) -> None:
    """One event is cancelled, and the others read nothing that was not meant for them."""
    understood = read(said)
    assert understood.intent is Intent.CANCEL
    assert subject in understood.subject
    assert (understood.note, understood.others, understood.then) == ("", (), "")


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("kill the audit on Thursday, tell Tom i'll just email him the list", "I'll just email you the list"),
        ("the trainer has flu. cancel the fire drill and let them know why", "The trainer has flu"),
        ("fire drill is off, trainer's got flu. cancel it and let them know why", "Trainer's got flu"),
        ("cancel the audit tomorrow, the supplier is ill. let Ana and Tom know", "The supplier is ill"),
        ("drop the audit, it's a holiday here. tell them enjoy the day", "Enjoy the day"),
        ("cancel the audit, tell them sorry, we'll do it next week", "Sorry, we'll do it next week"),
        ("cancel the audit and apologise for the short notice", "Sorry for the short notice"),
        ("cancel the audit because the client pulled out and let everyone know why", "The client pulled out"),
        ("call off the audit. let Ana and Tom know the printer is broken", "The printer is broken"),
        ("cancel the audit, nobody has replied. tell everyone", "Nobody has replied"),
        ("scrap the audit, the supplier went bust. say so to everyone", "The supplier went bust"),
    ],
)
def test_others_read_what_is_meant_for_them(read: Read, said: str, note: str) -> None:
    """What they are to be told, or the reason where they are to know why."""
    understood = read(said)
    assert (understood.intent, understood.note) == (Intent.CANCEL, note)


@pytest.mark.parametrize(
    ("text", "whom", "read_by_them"),
    [
        ("he can keep his desk", "Tom", "You can keep your desk"),
        ("I'll ring her tomorrow about her laptop", "Ana", "I'll ring you tomorrow about your laptop"),
        ("they're welcome to bring their own, thanks", "everyone", "You're welcome to bring your own"),
        ("Ana has it, ask her", "Ana and Tom", "Ana has it, ask her"),
        ("to bring the samples", "them", "Please bring the samples"),
    ],
)
def test_what_is_said_of_them_is_said_to_them(text: str, whom: str, read_by_them: str) -> None:
    """Somebody else who is spoken of stays a third."""
    assert to_them(text, whom) == read_by_them


def test_the_day_of_an_absence_is_that_of_what_is_called_off(read: Read) -> None:
    """Where it has none of its own; a day until which somebody is away is another."""
    then = read("I'm at the dentist on Thursday, cancel the budget sync").time.slots
    assert [f"{slot.start:%a}" for slot in then if slot.start] == ["Thu"]
    assert not read("Tom is away until Thursday, cancel the budget sync").time.slots
    assert [
        f"{slot.start:%a}"
        for slot in read("I'm at the dentist on Thursday, cancel the sync on Friday").time.slots
        if slot.start
    ] == ["Fri"]


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("cancel the retro, move the review to 4", Intent.CANCEL),
        ("cancel the retro, the review and lunch", Intent.CANCEL),
        ("if Tom is ill, cancel the retro", None),
        ("the retro is done for good, book a table", None),
        ("cancel the audit on Thursday and move the review to 3 that day", Intent.CANCEL),
    ],
)
def test_what_else_is_asked_is_not_lost(read: Read, said: str, intent: Intent | None) -> None:
    """A second request, a list and a condition are no reasons."""
    understood = read(said)
    if intent is None:
        assert understood.intent is not Intent.CANCEL or not understood.certain
    else:
        assert understood.intent is intent and (understood.then or understood.others)


def test_the_second_request_is_of_the_day_of_the_first(read: Read) -> None:
    """ "That day" is the one that was just named."""
    said = "two things: drop the audit on 24 June and put crew planning in at 11 that day instead"
    assert read(said).then == "move crew planning to 11 on 24 June"


@pytest.mark.parametrize(
    "said",
    [
        "shoot, undo that",
        "oh no, Tom has his dentist then. undo that",
        "oops wrong meeting. can you undo please",
        "undo that, wrong Tom",
        "nope that's not what i meant - undo it",
        "argh I picked the wrong day :( undo",
        "hang on, that clashes with the school run. put it back",
    ],
)
def test_a_remark_beside_an_undo(read: Read, said: str) -> None:
    """It is taken back all the same."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.CANCEL_DIALOG, "undo")


@pytest.mark.parametrize(
    "said", ["cancel the retro, undo that", "undo that and book it at 5", "move it to 4, undo that"]
)
def test_what_else_is_asked_is_no_remark(read: Read, said: str) -> None:
    """A request beside it is not swallowed."""
    assert read(said).facet != "undo"


@pytest.mark.parametrize(
    ("said", "facet", "subject", "note"),
    [
        ("im off on 26 and 27 June, pto. no autoreply needed", "silent", "PTO", ""),
        (
            "off mon and tues next week, annual leave. block my calendar, no auto reply needed",
            "silent",
            "Annual leave",
            "",
        ),
        ("I'm on leave next Thursday and Friday, no need for an ooo reply", "silent", "Leave", ""),
        ("turn on my auto-reply on Friday: 'write to Tom'", "reply", "", "write to Tom"),
        ("turn on my auto-reply on Friday: 'write to Tom'. don't block my calendar", "reply", "", "write to Tom"),
        (
            "set an automatic reply for Friday saying back on Monday. leave my calendar alone",
            "reply",
            "",
            "back on Monday",
        ),
        ("out of office tomorrow, but don't block my calendar", "reply", "", ""),
        ("I'm out on Friday and back on Monday", "", "", ""),
    ],
)
def test_what_days_away_bring_with_them(read: Read, said: str, facet: str, subject: str, note: str) -> None:
    """Only what is wanted of the calendar and the mailbox, and no word of it in the reply."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.AWAY, facet)
    assert (understood.subject, understood.note) == (subject, note)


@pytest.mark.parametrize(
    "said",
    [
        "i want my meetings to be 45 mins by default",
        "i'd like my meetings to last 45 minutes as standard",
        "my meetings ought to be 45 minutes by default please",
        "can my meetings default to 45 min",
    ],
)
def test_how_long_meetings_usually_are(read: Read, said: str) -> None:
    """It is a setting, and no meeting."""
    understood = read(said)
    assert understood.intent is Intent.PREFERENCES
    assert understood.settings[0].kind == "duration"


@pytest.mark.parametrize("said", ["who's out this week", "is anyone out tomorrow?", "who is on holiday next week"])
def test_who_is_out_is_asked_of_ones_own_team(read: Read, said: str) -> None:
    """Where nobody is named."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.LOOKUP_PERSON, "working")
    assert [each.kind for each in understood.people] == ["team"]


@pytest.mark.parametrize(
    ("said", "facet", "size"),
    [
        ("the retro on Friday is too big for Tejo now, anything bigger?", "room", "bigger"),
        ("roadmap has outgrown Tejo, whats bigger thats free", "room", "bigger"),
        ("roadmap: we'll be twelve, is there something bigger than Tejo?", "room", "bigger"),
        ("Tejo is too small for the design review, what else is free", "room", "bigger"),
        ("dont need a room for the roadmap any more, let Tejo go", "no_room", ""),
        ("we don't need a room for the roadmap, we're all remote", "no_room", ""),
        ("the roadmap has no room yet, find us something in the north building", "room", ""),
    ],
)
def test_the_room_of_a_meeting_that_there_is(read: Read, said: str, facet: str, size: str) -> None:
    """It is changed, and nothing new is booked."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.UPDATE, facet)
    assert understood.event and understood.event.subject and understood.room and understood.room.size == size
