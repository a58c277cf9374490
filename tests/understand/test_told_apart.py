"""What is told of a guest, a room or a booking stays with it, wherever it stands."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    [
        "Nell from Quay Partners (nell@quay.example) wants to talk berth fees. Book her and Omar on Friday at 14:00",
        "Nell (nell@quay.example) would like to talk about berth fees. Can you book her and Omar on Friday at 14:00",
    ],
)
def test_an_address_and_a_company_are_told_of_a_guest(read: Read, said: str) -> None:
    """The address goes along, the company does not."""
    found = read(said)
    assert (found.intent, found.subject) == (Intent.SCHEDULE, "berth fees")
    assert [each.email for each in found.people if each.email] == ["nell@quay.example"]


@pytest.mark.parametrize(
    "said",
    [
        "who's got the Lighthouse room on Friday at 14:00?",
        "who has Lighthouse on Friday at 14:00 by the way?",
        "has anybody booked Lighthouse on Friday at 14:00",
    ],
)
def test_who_has_a_room_is_whether_it_is_free(read: Read, said: str) -> None:
    """A room's calendar does not say who holds it."""
    assert read(said).intent in (Intent.CHECK_AVAILABILITY, Intent.FIND_ROOM)


def test_a_block_is_private_though_please_is_said(read: Read) -> None:
    """Courtesy hides none of it."""
    found = read("block all of thursday for me as Stocktake, private please")
    assert (found.subject, found.extras.privacy) == ("Stocktake", "private")


@pytest.mark.parametrize(
    "said",
    [
        "free hours left for me on wednesday?",
        "any free time left on Wednesday",
        "what free slots are left on Wednesday",
    ],
)
def test_free_time_that_is_left(read: Read, said: str) -> None:
    """It is asked for, not booked."""
    assert read(said).intent is Intent.CHECK_AVAILABILITY


def test_a_slot_in_which_all_can_talk(read: Read) -> None:
    """And what it is about behind it."""
    found = read(
        "is there a slot in the next two weeks where Omar, Fatima and I can all talk for 30 min? it's about the berths"
    )
    assert (found.intent, found.subject) == (Intent.SCHEDULE, "berths")
    assert [each.text for each in found.people] == ["Omar", "Fatima"]


@pytest.mark.parametrize(
    ("said", "facet"),
    [
        ("my 14:00 on Friday, who asked for that?", "organizer"),
        ("the harbour review, who set it up", "organizer"),
        ("the harbour review: how long is it?", "duration"),
        ("our harbour review... where is it again", "where"),
        ("tomorrow's harbour review, who's in it?", "who"),
        ("who organizes the harbour review", "organizer"),
    ],
)
def test_what_is_asked_behind_an_event_is_asked_of_it(read: Read, said: str, facet: str) -> None:
    """Nothing new is booked."""
    found = read(said)
    assert (found.intent, found.facet) == (Intent.EVENT_DETAILS, facet)


def test_whoever_is_told_of_is_to_come(read: Read) -> None:
    """Though no directory knows the name."""
    assert [each.kind for each in read("need 20 mins with whoever runs finance").bare] == ["name"]


@pytest.mark.parametrize(
    ("said", "day"), [("cancel wed's harbour review", 2), ("move thurs's harbour review to 10", 3)]
)
def test_the_short_form_of_a_day_owns_its_events(read: Read, said: str, day: int) -> None:
    """As the whole word does."""
    found = read(said)
    event = found.event or found
    assert event.time.slots[0].start and event.time.slots[0].start.weekday() == day
    assert event.subject == "harbour review"


def test_who_is_told_of_first_is_met_and_not_lunched_with(read: Read) -> None:
    """Their name goes behind the length."""
    found = read("omar mailed me about the berth fees, we should talk it through, find us 30 min wednesday after lunch")
    assert [each.text for each in found.people] == ["omar"]
    assert found.time.slots and found.time.slots[0].start and found.time.slots[0].start.hour in (12, 13, 14)
