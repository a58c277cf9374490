"""What a booking is for, told in a clause of its own, behind a dash, or before it as a story of two."""

import pytest

from dialogs.understand.understood import Intent, Question
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("an hour with Helen next week, mornings only, online, to debrief the tender talk", "debrief the tender talk"),
        ("i need an hour with Helen before friday, whenever, to sort the leaflets", "sort the leaflets"),
        ("20 min with Helen on friday - on the crane rota", "crane rota"),
        ("an hour with Helen thursday - she's in Berlin - on the pricing page", "pricing page"),
        ("30 min with Helen tomorrow at 3, printer nightmare", "printer nightmare"),
        ("block an hour for me tomorrow at 2. I want to write the report", "write the report"),
        ("hold 2-3 tomorrow, i need to prep the demo", "prep the demo"),
    ],
)
def test_an_aim_is_the_title(read: Read, said: str, subject: str) -> None:
    """Where nothing else is."""
    heard = read(said)
    assert (heard.intent, heard.subject) == (Intent.SCHEDULE, subject)


@pytest.mark.parametrize(
    "said",
    [
        "30 min with Helen at 3, what a mess",
        "an hour with Helen tomorrow, to be safe",
        "an hour with Helen tomorrow - on the phone",
        "an hour with Helen tomorrow, i have to leave by noon",
    ],
)
def test_a_remark_is_none(read: Read, said: str) -> None:
    """Nor is a place, or a reason."""
    assert read(said).subject == ""


@pytest.mark.parametrize(
    ("said", "who", "subject"),
    [
        ("Helen and I keep missing each other on the crane rota. 30 min tomorrow pls", ["Helen"], "crane rota"),
        ("helen and i still haven't talked about the fees. an hour on friday at 10", ["helen"], "fees"),
        ("put Helen and me down for tomorrow 9 to 9:30 to go through the figures", ["Helen"], "figures"),
        ("put me, helen and malik down for friday at 3", ["helen", "malik"], ""),
        ("Helen wants to talk. put us down for friday at 10, budget", ["Helen"], "budget"),
        ("Helen says it's a mess. Put the two of us down for tomorrow 9 to 9:30, call it 'Crane'", ["Helen"], "Crane"),
    ],
)
def test_a_pair_of_whom_is_told_meets(read: Read, said: str, who: list[str], subject: str) -> None:
    """Also where they are only put down for a time."""
    heard = read(said)
    assert heard.intent is Intent.SCHEDULE
    assert [each.text for each in heard.people] == who
    assert heard.subject == subject


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("make it 45. it's about the lease", "lease"),
        ("make it an hour, it's for the launch plan", "launch plan"),
        ("change it to 4. we'll talk about fees", "fees"),
    ],
)
@pytest.mark.parametrize("kind", ["choice", "yes_no"])
def test_a_topic_is_told_behind_a_change(read: Read, said: str, subject: str, kind: str) -> None:
    """Of what is being booked: both are heard."""
    heard = read(said, Question(kind))
    assert (heard.intent, heard.subject) == (Intent.AMEND, subject)
    assert heard.when


@pytest.mark.parametrize(
    "said",
    [
        "the site walk needs to be shorter, 30 min is plenty",
        "make the site walk shorter, 30 minutes is enough",
        "our site walk should be longer - 90 minutes would be fine",
    ],
)
def test_how_long_would_be_enough_is_its_length(read: Read, said: str) -> None:
    """It asks for no other time."""
    heard = read(said)
    assert (heard.intent, heard.facet) == (Intent.RESCHEDULE, "length")
    assert heard.event is not None
    assert "site walk" in heard.event.subject
