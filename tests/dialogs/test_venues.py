"""Which rooms suit, and which are meant by their names."""

import pytest

from dialogs.decisions import venues
from dialogs.frame import RoomWish
from dialogs.understand.understood import Intent
from graph.places import Room

TEJO = Room("1", "Tejo", "tejo@x", 12, "Alfama House", 2, video="Camera", tags=("Whiteboard",), city="Lisbon")
FADO = Room("2", "Fado", "fado@x", 6, "Alfama House", 2, display="Wall", is_wheelchair_accessible=True, city="Lisbon")
HAVEL = Room("3", "Havel", "havel@x", 8, "Spree Works", 1, tags=("projector",), city="Berlin")
KEPT = Room("4", "Conference Room 2.04", "204@x", 4, "Spree Works", 2, booking_type="reserved", city="Berlin")
ROOMS = (TEJO, FADO, HAVEL, KEPT)


@pytest.mark.parametrize(
    ("wish", "people", "expected"),
    [
        (RoomWish(), 0, ["Fado", "Havel", "Tejo"]),
        (RoomWish(), 7, ["Havel", "Tejo"]),
        (RoomWish(seats=5), 9, ["Tejo"]),
        (RoomWish(floor=2), 0, ["Fado", "Tejo"]),
        (RoomWish(buildings=("Spree Works",)), 0, ["Havel"]),
        (RoomWish(features=("display",)), 0, ["Fado", "Havel"]),
        (RoomWish(features=("whiteboard",)), 0, ["Tejo"]),
        (RoomWish(features=("accessible",)), 0, ["Fado"]),
        (RoomWish(passed=("fado@x",)), 0, ["Havel", "Tejo"]),
        (RoomWish(above=8), 0, ["Tejo"]),
        (RoomWish(below=8), 0, ["Fado"]),
        (RoomWish(named=("204@x",)), 30, ["Conference Room 2.04"]),
    ],
)
def test_the_smallest_room_that_has_all_of_it_comes_first(wish: RoomWish, people: int, expected: list[str]) -> None:
    """A room kept for others is proposed only when called by name, and then whatever its size."""
    assert [room.name for room in venues.suiting(ROOMS, wish, people, ())] == expected


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("the Zanzibar room", "zanzibar"),
        ("meeting room", ""),
        ("wheelchair room", ""),
        ("training room", ""),
        ("x", ""),
    ],
)
def test_a_room_is_called_by_a_name_of_its_own(subject: str, name: str) -> None:
    """And not by what it is for, or has."""
    assert venues.name_in(subject, Intent.FIND_ROOM) == name
    assert venues.name_in(subject, Intent.SCHEDULE) == ""


def test_rooms_where_most_people_sit_come_before_smaller_ones_elsewhere() -> None:
    """An office is a city or a building."""
    found = venues.suiting(ROOMS, RoomWish(), 0, ["Berlin", "Spree Works 3.12", "Lisbon"])
    assert [room.name for room in found] == ["Havel", "Fado", "Tejo"]


def test_what_comes_nearest_lacks_least_and_is_never_out_of_reach() -> None:
    """Fewer missing things first; nobody in a wheelchair is offered stairs."""
    wish = RoomWish(seats=10, features=("display",))
    assert [room.name for room in venues.nearly(ROOMS, wish, 0, ())] == ["Tejo", "Havel", "Fado"]
    assert venues.nearly(ROOMS, RoomWish(features=("accessible",)), 0, ()) == ()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Tejo", ["Tejo"]),
        ("the Tejo room", ["Tejo"]),
        ("tejjo", ["Tejo"]),
        ("room 204", ["Conference Room 2.04"]),
        ("Café Central", []),
        ("the room", []),
    ],
)
def test_a_room_is_known_by_its_name(said: str, expected: list[str]) -> None:
    """Case, generic words and a slip of the keyboard do not matter."""
    assert [room.name for room in venues.named(said, ROOMS)] == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("an hour with Tom in tejo at 3", ["Tejo"]),
        ("Fado, please", ["Fado"]),
        ("conference room 2.04 tomorrow", ["Conference Room 2.04"]),
        ("we sang fado all night", []),
        ("talk about tejo with Tom", []),
    ],
)
def test_a_name_is_a_room_only_where_a_room_may_stand(said: str, expected: list[str]) -> None:
    """A word that is also the name of a room is not one everywhere."""
    assert [room.name for room in venues.spoken_of(said, ROOMS)] == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("a room in Alfama at 3", ("Alfama House",)),
        ("a room in berlin", ("Spree Works",)),
        ("a room in the house", ()),
    ],
)
def test_a_building_is_known_by_what_tells_it_apart(said: str, expected: tuple[str, ...]) -> None:
    """Its own name or its city, not the word for a building."""
    assert venues.buildings_in(said, ROOMS) == expected


@pytest.mark.parametrize(
    ("offices", "expected"),
    [
        (("Alfama House 2.14",), ["Tejo", "Fado"]),
        (("Spree Works 1", "Alfama House 3"), ["Tejo", "Fado", "Havel"]),
        (("Ribeira Loft",), ["Tejo", "Fado", "Havel"]),
        ((), ["Tejo", "Fado", "Havel"]),
    ],
)
def test_rooms_where_people_sit_come_alone(offices: tuple[str, ...], expected: list[str]) -> None:
    """Others are shown only where none is there."""
    assert [room.name for room in venues.at_hand((TEJO, FADO, HAVEL), offices)] == expected
