"""What a request takes from the sentence beside it, and days limited within a week that is said."""

import pytest

from dialogs.understand.behalf.behalf import find
from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "intent", "subject", "note"),
    [
        (
            "I accepted the paint trial on Friday, but I can't come after all. Please decline that one and say sorry",
            Intent.DECLINE,
            "paint trial",
            "sorry",
        ),
        (
            "i said yes to the kiln tour on monday but i'm in Porto. decline just that one and let them know why",
            Intent.DECLINE,
            "kiln tour",
            "i'm in Porto",
        ),
        (
            "I'd signed up for the fire drill tomorrow, but I won't make it, so cancel that",
            Intent.CANCEL,
            "fire drill",
            "",
        ),
        ("I said maybe to the glaze workshop, but I can come. Accept it please.", Intent.ACCEPT, "glaze workshop", ""),
        (
            "I was going to join the crane talk on Thursday - decline it and say I will catch up on Friday",
            Intent.DECLINE,
            "crane talk",
            "I will catch up on Friday",
        ),
        (
            "I told Ana I'd come to the tile review tomorrow, but I'm away. Please decline it.",
            Intent.DECLINE,
            "tile review",
            "",
        ),
    ],
)
def test_that_one_is_the_event_of_the_sentence_before(
    read: Read, said: str, intent: Intent, subject: str, note: str
) -> None:
    """Neither what others are told nor the reason says which one it is."""
    understood = read(said)
    assert (understood.intent, understood.subject, understood.note) == (intent, subject, note)


@pytest.mark.parametrize(
    ("said", "span", "own"),
    [
        (
            "I can't do anything tomorrow after 2. Cancel the meetings I organise then",
            "19 14:00 – 20 00:00",
            True,
        ),
        ("I've got the plumber tomorrow between 2 and 4, cancel what I organise then", "19 14:00 – 19 16:00", True),
        ("I can't do Friday afternoon. Cancel the meetings that are mine then, please", "20 12:00 – 20 18:00", True),
        ("cancel my meetings tomorrow after 2 that i organise", "19 14:00 – 20 00:00", True),
        ("I'm sick today, cancel everything and tell them", "18 00:00 – 19 00:00", False),
        ("not feeling well tomorrow. Cancel all my meetings and let everyone know", "19 00:00 – 20 00:00", False),
        ("I'm in Braga tomorrow. Cancel my meetings that day please", "19 00:00 – 20 00:00", False),
    ],
)
def test_then_is_the_time_that_was_told(read: Read, said: str, span: str, own: bool) -> None:
    """What is called off lies in it, and is only one's own where that is said."""
    understood = read(said)
    slot = understood.time.slots[0]
    assert (understood.intent, understood.scope) == (Intent.CANCEL, "all")
    assert f"{slot.start:%d %H:%M} – {slot.end:%d %H:%M}" == span
    assert bool(understood.people) is own


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ("I have a flight at 5 on Friday, 30 minutes with Ana before that", "20 00:00 – 20 17:00"),
        ("I'm at the dentist until 11 tomorrow, 45 min with Ana after that", "19 11:00 – 20 00:00"),
        ("my train gets in at 11 tomorrow, book 45 min with Ana afterwards", "19 11:00 – 20 00:00"),
        ("lunch with Tom ends at 2 on friday, then 30 min with Ana after that", "20 14:00 – 21 00:00"),
        ("I have an eye test at 9 tomorrow. Can you find an hour with Ana after that?", "19 10:00 – 20 00:00"),
        ("I'm flying to Berlin at 3pm on Thursday. Find me an hour with Ana before that.", "19 00:00 – 19 15:00"),
    ],
)
def test_before_that_and_after_that_are_told_by_what_one_has(read: Read, said: str, span: str) -> None:
    """What one has is neither a title nor somebody who comes."""
    understood = read(said)
    (slot,) = understood.time.slots
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, "")
    assert [each.text for each in understood.people] == ["Ana"]
    assert f"{slot.start:%d %H:%M} – {slot.end:%d %H:%M}" == span


@pytest.mark.parametrize(
    "said",
    ["Could we have lunch with Tom at 12 tomorrow, and 30 min with Ana after that", "Book Tom at 3 and Ana after that"],
)
def test_what_is_asked_for_before_is_not_dropped(read: Read, said: str) -> None:
    """Two requests are not a story and a request."""
    understood = read(said)
    assert "Tom" in f"{understood.people} {understood.bare} {understood.subject}"


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("Book a meeting with Tom and Ana on Friday at 10. Sorry, not Tom, Rui. And make it an hour.", {"Rui", "Ana"}),
        ("Set up 30 minutes with Tom and Ana tomorrow at 3. Oh wait, not Ana, Rui.", {"Tom", "Rui"}),
        ("book 45 min with Tom and Ana on friday at 9 - no, Rui not Tom", {"Rui", "Ana"}),
    ],
)
def test_a_slip_is_put_right_in_the_next_sentence(read: Read, said: str, people: set[str]) -> None:
    """Whoever was said first does not come."""
    assert {each.text for each in read(said).people} == people


def test_a_day_is_put_right_in_the_next_sentence(read: Read) -> None:
    """ "Not Thursday, Friday"."""
    understood = read("Book Tom on Thursday at 3 for 30 minutes. Sorry, not Thursday, Friday.")
    assert understood.time.exact
    assert f"{understood.time.exact:%d %H}" == "20 15"


@pytest.mark.parametrize(
    "said",
    [
        "Could you set my out of office for the 26th and 27th? I'm at a fair and back on Monday.",
        "I'm at a fair on the 26th and 27th, please set an out of office",
        "turn on my ooo for 26 and 27 November - I'm travelling, back on Monday",
    ],
)
def test_why_one_is_away_is_what_others_read(read: Read, said: str) -> None:
    """Another day in it is no day of the absence."""
    understood = read(said)
    assert (understood.intent, bool(understood.note)) == (Intent.AWAY, True)
    first, last = understood.time.slots[0], understood.time.slots[-1]
    assert (f"{first.start:%d}", f"{last.end:%d}") == ("26", "28")


@pytest.mark.parametrize(
    "said",
    [
        "Graham is away on Friday. Could you put an all-day out of office in his calendar?",
        "Graham's on leave on Friday, please block it in his diary",
        "graham is off on friday so mark that in his calendar please",
    ],
)
def test_his_calendar_is_that_of_whom_is_told(said: str) -> None:
    """The day is the one that is told of them."""
    behalf = find(said)
    assert behalf
    assert behalf.name.lower() == "graham"
    assert "friday" in behalf.rest.lower()


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ("next week, before Thursday", "23 – 26"),
        ("next week by Wednesday", "23 – 26"),
        ("next week, until Thursday", "23 – 27"),
        ("next week after Tuesday", "25 – 30"),
        ("before Friday, next week", "23 – 27"),
        ("next week, not before Wednesday", "25 – 30"),
        ("this week, before Friday", "16 – 20"),
    ],
)
def test_a_limit_lies_in_the_week_that_is_said(read: Read, said: str, span: str) -> None:
    """ "Thursday" is the one of that week."""
    (slot,) = read(f"find an hour with Ana {said}").time.slots
    assert f"{slot.start:%d} – {slot.end:%d}" == span


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("block the hour before the paint trial on Friday", 60),
        ("please keep the half hour after the paint trial free for me", 30),
    ],
)
def test_the_hour_beside_an_event_is_as_long(read: Read, said: str, minutes: int) -> None:
    """And right beside it."""
    time = read(said).time
    assert time.duration
    assert time.duration.total_seconds() == minutes * 60
    assert time.anchor
    assert time.anchor.beside


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("I'd like 30 minutes with Ana on Thursday. I'm in Porto on Friday.", 19),
        ("book an hour with Ana on Friday morning. I get back on Thursday evening", 20),
        ("Find half an hour with Ana tomorrow. She's on leave on Friday.", 19),
    ],
)
def test_another_day_told_behind_is_not_looked_at(read: Read, said: str, day: int) -> None:
    """The booking says its day itself."""
    (slot,) = read(said).time.slots
    assert slot.start
    assert slot.start.day == day
