"""Requests whose words stand in another order than most people's."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


def test_the_afternoon_is_no_amount(read: Read) -> None:
    """Only what is in it is moved."""
    understood = read("push all my meetings on Thursday afternoon back by 30 minutes")
    assert understood.event
    assert [slot.start.hour for slot in understood.event.time.slots if slot.start] == [12]


@pytest.mark.parametrize("said", ["move the retro to 3 and let Tom know", "move the retro to 3 and tell Ana"])
def test_who_is_to_know_is_no_part_of_the_event(read: Read, said: str) -> None:
    """Whoever comes is told anyway."""
    understood = read(said)
    assert understood.event
    assert (understood.event.subject, understood.then) == ("retro", "")


def test_a_new_time_may_stand_before_its_event(read: Read) -> None:
    """Nothing new is booked."""
    understood = read("find a new slot next week for the galley refit, mornings only")
    assert understood.intent is Intent.RESCHEDULE
    assert understood.event
    assert understood.event.subject == "galley refit"
    assert understood.time.slots


def test_what_is_removed_from_a_calendar_is_cancelled(read: Read) -> None:
    """It is nobody who could see it."""
    understood = read("remove my physio appointment from the calendar")
    assert (understood.intent, understood.subject) == (Intent.CANCEL, "physio appointment")


def test_a_group_in_a_title_is_no_team(read: Read) -> None:
    """ "Delete running group" asks nobody to come."""
    assert read("delete running group on the 17th").subject == "running group"


def test_a_team_in_a_title_is_nobody(read: Read) -> None:
    """ "The crew call" is an event."""
    assert read("is the crew call on today?").people == ()


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


def test_what_people_are_asked_to_do_is_said_to_them(read: Read) -> None:
    """ "Their" becomes "your"."""
    understood = read("remind everyone in the retro to bring their laptops")
    assert (understood.intent, understood.note) == (Intent.CONTACT_ATTENDEES, "please bring your laptops")


def test_if_possible_is_nobody(read: Read) -> None:
    """Behind somebody's name it is no further one."""
    understood = read("15 min with Tom today if possible, about the login bug")
    assert ([each.text for each in understood.people], understood.subject) == (["Tom"], "login bug")


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


@pytest.mark.parametrize(
    ("said", "intent", "subject"),
    [
        ("Hope you're well. Book 30 min with Tom on Friday about pricing", Intent.SCHEDULE, "pricing"),
        ("hope you had a good weekend! find 30 min with Tom on Friday", Intent.SCHEDULE, ""),
        ("I trust all is well, please cancel the sprint review", Intent.CANCEL, "sprint review"),
        ("I hate to do this but can you cancel the sprint review", Intent.CANCEL, "sprint review"),
        ("sorry to be a pain, is Tom free at 3?", Intent.CHECK_AVAILABILITY, ""),
        ("Kindly fix a meeting with Tom tomorrow 4pm, supplier audit", Intent.SCHEDULE, "supplier audit"),
        ("When has Anke time tomorrow?", Intent.CHECK_AVAILABILITY, ""),
        ("hold Thursday 3-5pm tentative: board dinner prep", Intent.SCHEDULE, "board dinner prep"),
    ],
)
def test_what_is_wished_or_regretted_first_is_no_part_of_it(
    read: Read, said: str, intent: Intent, subject: str
) -> None:
    """Nor are the verbs of other Englishes."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (intent, subject)


@pytest.mark.parametrize(
    ("said", "intent", "days"),
    [
        ("need to move the retro, Tom can't do Friday. find something Monday or Tuesday", Intent.RESCHEDULE, (23, 24)),
        ("please reschedule the retro. Try a slot on Thursday", Intent.RESCHEDULE, (19,)),
        ("get Ana and Tom for half an hour on Thursday, the pilot", Intent.SCHEDULE, (19,)),
    ],
)
def test_where_it_is_to_go_may_be_said_in_a_sentence_of_its_own(
    read: Read, said: str, intent: Intent, days: tuple[int, ...]
) -> None:
    """And whom one gets for half an hour one meets anew."""
    understood = read(said)
    assert understood.intent is intent
    assert tuple(slot.start.day for slot in understood.time.slots if slot.start) == days


def test_a_room_is_open_when_it_is_free(read: Read) -> None:
    """Nobody is open."""
    assert [each.text for each in read("is Tejo open on Tuesday at 1?").people] == ["Tejo"]
    assert not read("is the office open on Tuesday?").people


def test_where_somebody_is_all_day_is_what_the_day_is_called(read: Read) -> None:
    """And they are shown as away."""
    understood = read("I'm at the design fair all day on the 24th, put it in as out of office")
    assert (understood.subject, understood.extras.show_as, understood.time.all_day) == ("design fair", "away", True)
