"""What a booking is about, as it is told beside it; what is asked for is never its title."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("book Stella thursday at 11, its the gantry drawings", "gantry drawings"),
        ("half an hour with Malik thursday at 2, this is for the pier tender", "pier tender"),
        ("book an hour with Malik thursday at 2. It's about the roof survey", "roof survey"),
        ("book Malik thursday at 2, purpose is fee review", "fee review"),
        ("book Malik thursday 2pm so we can go through the fee schedule", "fee schedule"),
        ("30 min with Malik thursday 2pm so that we can discuss crane hire", "crane hire"),
        ("book an hour with Malik thursday at 2 (fee schedule)", "fee schedule"),
        ("fee schedule with Malik thursday at 2", "fee schedule"),
        ("site walk with Tyler friday 2pm", "site walk"),
        ("leadership coaching with Helen friday 2pm", "leadership coaching"),
        ("FW: fee schedule - set up 30 min with Malik thursday 2pm", "fee schedule"),
        ("book 30 min with Malik at 11 on thursday on gantry drawings", "gantry drawings"),
        ("lunchtime chat with Rita friday at 12:30 for 30 mins, summer interns", "lunchtime chat: summer interns"),
        ("coffee with Rita friday at 10, summer interns", "coffee: summer interns"),
        ("block friday afternoon for me as private, marathon", "marathon"),
        ("half an hour with Rita friday at 3, it's about the April rota", "april rota"),
        ("Rita and I should go through the fire round on the first monday of december at 10", "fire round"),
    ],
)
def test_what_it_is_about(read: Read, said: str, subject: str) -> None:
    """A clause of its own, brackets, or the words that open it."""
    understood = read(said)
    assert (understood.intent, (understood.subject or understood.purpose).lower()) == (Intent.SCHEDULE, subject)


@pytest.mark.parametrize(
    "said",
    [
        "Please do arrange a call with Linh on Friday 10 AM",
        "kindly do schedule meeting with Linh on friday at 11",
        "kindly fix meeting with Malik on monday 11am",
        "put in 11 with Stella tomorrow",
        "book a one hour slot for myself on friday at 1",
        "half an hour with Malik thursday at 2 (online)",
        "quick chat with Malik thursday at 2",
        "meet with Malik thursday at 2",
    ],
)
def test_the_request_is_no_title(read: Read, said: str) -> None:
    """ "Do arrange a call" is nothing that others want to see in their calendars."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, "")


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("book out thursday arvo", ""),
        ("hold thursday arvo for the bid, dont invite anyone", "bid"),
        ("block the whole of thursday afternoon, bid writing", "bid writing"),
        ("make me busy friday morning", ""),
        ("focus time friday morning", "focus time"),
        ("keep friday morning free for me", ""),
        ("block thursday forenoon for grant writing", "grant writing"),
        ("reserve friday arvo, no interruptions", ""),
    ],
)
def test_a_part_of_the_day_is_all_of_it(read: Read, said: str, subject: str) -> None:
    """However the afternoon is called, and whatever is told behind it."""
    understood = read(said)
    assert (understood.facet, understood.subject.lower()) == ("focus", subject)
