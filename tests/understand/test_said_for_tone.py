"""What is said for its tone, or told besides, before a request; and who, where and what about, said behind it."""

import pytest

from dialogs.understand.context import Context
from dialogs.understand.understood import Intent, Question, Role
from dialogs.understand.wording import interjected
from tests.understand.conftest import MADRID, NOW, Read

_ASKED = Context(NOW, MADRID, "en-US", Question("choice"))


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("oh right, wednesday then", "wednesday then"),
        ("Ha, true! 11 then", "11 then"),
        ("ah, of course. the day after", "the day after"),
        ("good point - make it 45 minutes", "make it 45 minutes"),
        ("ok fair enough, let's say noon", "let's say noon"),
        ("my bad! with Rosa", "with Rosa"),
        ("right, that's Rosa's. then decline it", "decline it"),
        ("ha, true, not mine. decline it then", "decline it then"),
        ("argh sorry, wrong day. Wednesday", "Wednesday"),
        ("oh, Rosa's out. Thursday then", "Thursday then"),
        ("oh I see, Rosa owns it. so just decline, tell her I'm away", "just decline, tell her I'm away"),
    ],
)
def test_the_answer_stands_behind_its_tone(said: str, left: str) -> None:
    """While something is asked."""
    assert interjected.plainly(said, _ASKED) == left


@pytest.mark.parametrize(
    "said",
    [
        "right after lunch",
        "no, Friday",
        "sorry, Friday",
        "oh",
        "good point",
        "true north review at 3",
        "Ha, Linh and me",
    ],
)
def test_what_is_no_tone_stays(said: str) -> None:
    """A refusal, a remark alone, and a name that begins like one."""
    assert interjected.plainly(said, _ASKED) == said


@pytest.mark.parametrize(
    "said",
    [
        "btw the lift is stuck again. anyway, book 30 min with Rosa on Friday at 3 about the lease",
        "fyi Nuno is back on Monday. book 30 min with Rosa on Friday at 3 about the lease",
        "the printer's dead on Thursday, but anyway: book 30 min with Rosa on Friday at 3 about the lease",
        "just so you know, the fair opens Monday! please book 30 min with Rosa on Friday at 3 about the lease",
    ],
)
def test_a_fact_is_no_part_of_the_request(read: Read, said: str) -> None:
    """Nobody of whom is told is invited, and no day of it counts."""
    understood = read(said)
    assert understood.intent is Intent.SCHEDULE
    assert [each.text for each in understood.people] == ["Rosa"]
    assert understood.subject == "lease"
    assert understood.time.exact
    assert understood.time.exact.isoweekday() == 5


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("is ji-ho in tomorrow at 2?", "ji-ho"),
        ("is Ji-ho free on Friday", "Ji-ho"),
        ("when is san-mi free tomorrow?", "san-mi"),
        ("add ji-ho to the retro", "ji-ho"),
        ("take san-mi off the retro", "san-mi"),
        ("who is ji-ho", "ji-ho"),
    ],
)
def test_a_name_with_a_hyphen_keeps_its_parts(read: Read, said: str, name: str) -> None:
    """None of them is a title of courtesy."""
    assert [each.text for each in read(said).people] == [name]


@pytest.mark.parametrize(
    ("said", "room"),
    [
        ("just for this week put shift handover in Aurora rather than Borealis", "Aurora"),
        ("use aurora instead of borealis for shift handover, only this week", "Aurora"),
        ("can we have shift handover in aurora instead of borealis just this week?", "Aurora"),
        ("this week only: hold shift handover in Aurora and not Borealis", "Aurora"),
        ("Borealis is being repainted, so put the shift handover in Aurora, just this week's", "Aurora"),
    ],
)
def test_another_room_is_no_new_booking(read: Read, said: str, room: str) -> None:
    """For the one of a series that was said."""
    understood = read(said)
    assert (understood.intent, understood.facet, understood.location.capitalize()) == (Intent.UPDATE, "location", room)
    assert understood.scope == "this"
    assert understood.event
    assert understood.event.subject == "shift handover"
    assert not understood.time.slots


@pytest.mark.parametrize(
    "said",
    ["put the handover on Friday rather than Thursday", "have the handover at 3 instead of 4"],
)
def test_another_time_is_no_room(read: Read, said: str) -> None:
    """A time is told like a room."""
    assert read(said).intent is Intent.RESCHEDULE


@pytest.mark.parametrize(
    "said",
    [
        "meeting on Friday 2-2:45 about the roof: Rosa has to be there, Nuno is optional",
        "45 minutes on Friday at 2 about the roof. Rosa must come, Nuno is optional",
        "book 45 min on Friday at 2 about the roof - rosa needs to be there, nuno is optional",
    ],
)
def test_who_must_come_is_told_behind(read: Read, said: str) -> None:
    """A booking stays one."""
    understood = read(said)
    roles = {each.text.lower(): each.role for each in understood.people}
    assert understood.intent is Intent.SCHEDULE
    assert roles == {"rosa": Role.REQUIRED, "nuno": Role.OPTIONAL}
    assert understood.subject == "roof"


@pytest.mark.parametrize(
    ("said", "subject", "place"),
    [
        ("half an hour with Rosa on Friday at 2, brand feel", "brand feel", ""),
        ("half an hour with Rosa on Friday at 2 in Aurora for tax prep", "tax prep", "Aurora"),
        (
            "30 min with Rosa tomorrow at 3, key cards, don't send a teams link, we'll meet at my desk",
            "key cards",
            "my desk",
        ),
        ("30 min with Rosa tomorrow at 3, key cards. let's do it in her office", "key cards", "her office"),
        ("keep Friday 9 to 11 free for me, grant draft", "grant draft", ""),
        ("block Friday 9 to 11 for me, grant draft", "grant draft", ""),
        ("put an all day thing on Friday called open house, just for me, and show me as free", "open house", ""),
        ("then put a donor call with Rosa in on Friday at 2", "donor call", ""),
    ],
)
def test_what_it_is_about_is_told_from_the_rest(read: Read, said: str, subject: str, place: str) -> None:
    """No clause that is said beside it is a part of it."""
    understood = read(said)
    assert (understood.subject, understood.location) == (subject, place)
    assert not understood.online
    assert "me" not in [each.text for each in understood.people]


@pytest.mark.parametrize(
    "said",
    [
        "fire drill on Thursday won't work after all, find another slot for it on Friday afternoon",
        "the fire drill on Thursday doesn't suit, could you find another time Friday afternoon",
        "sorry, fire drill on thursday isn't going to happen. find a new date for it friday afternoon please",
    ],
)
def test_what_does_not_suit_is_moved(read: Read, said: str) -> None:
    """The day that stands with it is its own."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert understood.event
    assert [slot.start.isoweekday() for slot in understood.event.time.slots if slot.start] == [4]
    assert [slot.start.isoweekday() for slot in understood.time.slots if slot.start] == [5]


def test_the_day_of_a_note_is_not_that_day(read: Read) -> None:
    """ "Back Monday" tells no time of what is turned down."""
    understood = read("I'm off on Friday. Decline everything that day please, note: back Monday")
    assert (understood.intent, understood.scope, understood.note) == (Intent.DECLINE, "all", "back Monday")
    assert [slot.start.isoweekday() for slot in understood.time.slots if slot.start] == [5]


def test_a_room_that_is_a_group(read: Read) -> None:
    """Those who are got together are people."""
    understood = read("get the writers room together for an hour on Friday at 4 - act two")
    assert (understood.intent, understood.subject, understood.room) == (Intent.SCHEDULE, "act two", None)
    assert [each.kind for each in understood.people] == ["team"]


def test_a_mail_becomes_a_meeting_of_a_length(read: Read) -> None:
    """What it is about tells which mail, and the mail how it is called."""
    understood = read("turn Rosa's mail about the roof into a half hour meeting with her on Friday at 2")
    assert (understood.intent, understood.facet) == (Intent.SCHEDULE, "mail")
    assert understood.mail
    assert understood.mail.about == "roof"
