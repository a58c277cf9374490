"""Two questions about one thing, invitations by who sent them, and what several people are told of themselves."""

import pytest

from dialogs.understand.understood import Intent, Role
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("accept everything Priya or Omar sent me", ["Priya", "Omar"]),
        ("say yes to whatever Nadia's put in my diary for thursday", ["Nadia"]),
        ("decline the meetings Omar has invited me to", ["Omar"]),
    ],
)
def test_invitations_by_sender(read: Read, words: str, names: list[str]) -> None:
    said = read(words)
    assert said.intent in (Intent.ACCEPT, Intent.DECLINE)
    assert said.scope == "all"
    assert [each.text for each in said.people if each.role is Role.ORGANIZER] == names


def test_whatever_came_on_days_told_before(read: Read) -> None:
    said = read("off on wednesday and thursday next week, turn down anything I've been asked to on those days")
    assert (said.intent, said.scope, len(said.time.slots)) == (Intent.DECLINE, "all", 2)


@pytest.mark.parametrize(
    ("words", "facet"),
    [
        ("who's coming to kiln tasting and which room is it in?", "who"),
        ("when is it, the glaze review?", "when"),
        ("how long is it, our budget round?", "duration"),
    ],
)
def test_two_questions_of_one_meeting(read: Read, words: str, facet: str) -> None:
    said = read(words)
    assert (said.intent, said.facet) == (Intent.EVENT_DETAILS, facet)


def test_they_are_told_of_themselves(read: Read) -> None:
    assert read("let everyone know they need to bring their gloves").note == "You need to bring your gloves"
    assert read("tell everyone in the audit they should park behind their van").note.startswith("You should park")
    assert "they'd be late" in read("let everyone know the roofers said they'd be late").note


def test_people_in_a_room_are_counted(read: Read) -> None:
    said = read("which rooms are free tomorrow at 11 for an hour, six of us")
    assert (said.intent, said.room and said.room.seats) == (Intent.FIND_ROOM, 6)


@pytest.mark.parametrize(
    ("words", "facet"),
    [
        ("is Omar a manager?", "title"),
        ("is Omar in the finance team", "title"),
        ("does Omar report to Nadia?", "manager"),
        ("is Nadia based in Porto", "office"),
    ],
)
def test_yes_or_no_of_somebody(read: Read, words: str, facet: str) -> None:
    said = read(words)
    assert (said.intent, said.facet, [each.text.title() for each in said.people][:1]) == (
        Intent.LOOKUP_PERSON,
        facet,
        [words.split()[1].title()],
    )


def test_mail_in_reply(read: Read) -> None:
    said = read("tell Omar by mail that the vans are booked, in reply to his cost report")
    assert (said.intent, said.facet, said.note) == (Intent.EMAIL_SEND, "reply", "the vans are booked")


def test_time_kept_free(read: Read) -> None:
    said = read("keep two hours free for script notes on wednesday from 11")
    assert (said.intent, said.subject) == (Intent.SCHEDULE, "script notes")
    assert said.time.exact and said.time.exact.hour == 11
