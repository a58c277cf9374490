"""Rooms and places that an event has, had, or is to have."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    ["switch the stand-up to video, we don't need Tejo", "make the stand-up a Teams call, no need for Tejo"],
)
def test_a_room_is_given_back_by_its_name(read: Read, said: str) -> None:
    """Whether it is a room the directory tells."""
    understood = read(said)
    assert [(each.facet, each.location) for each in understood.also] == [("no_room", "Tejo")]


@pytest.mark.parametrize("said", ["move the review to Fyret instead of Broen", "use Fyret for the review"])
def test_a_room_for_what_has_another(read: Read, said: str) -> None:
    """The new one alone is told."""
    understood = read(said)
    assert (understood.facet, understood.location) == ("location", "Fyret")
    assert understood.event
    assert understood.event.subject == "review"


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


def test_a_bigger_room_is_for_what_has_one(read: Read) -> None:
    """Unless so many people are to fit in."""
    understood = read("can you get us a bigger room for cruise season prep?")
    assert (understood.intent, understood.facet) == (Intent.UPDATE, "room")
    assert read("get me a bigger room for 12 people").intent is Intent.FIND_ROOM


def test_it_is_held_online_instead(read: Read) -> None:
    """The room is given back for that reason."""
    understood = read("drop Broen for the retro, we'll do it on Teams")
    assert [each.text for each in understood.people] == ["Broen"]
    assert [each.facet for each in understood.also] == ["online"]


def test_onsite_is_no_title(read: Read) -> None:
    """It tells where, and that nobody is online."""
    understood = read("workshop with Tom on Friday at 10, onsite in Porto")
    assert (understood.subject, understood.online) == ("workshop", False)


@pytest.mark.parametrize(
    ("said", "place", "day"),
    [
        ("The supplier review should be in Fado today rather than on Teams", "Fado", "today"),
        ("put the supplier review in Fado this afternoon", "Fado", "this afternoon"),
        ("change the room of the sync to Fado on Friday", "Fado", "on Friday"),
        ("change the location of the sync to Friday Club", "Friday Club", ""),
    ],
)
def test_a_day_behind_a_place_is_no_part_of_it(read: Read, said: str, place: str, day: str) -> None:
    """It tells which meeting is meant."""
    understood = read(said)
    assert (understood.intent, understood.location) == (Intent.UPDATE, place)
    assert understood.event
    assert [when.text for when in understood.event.when] == ([day] if day else [])
    assert not understood.when
