"""Words about a vote on times: what begins one, and what is done with one that runs."""

import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.understood import Intent, Question

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2027, 3, 1, 9, tzinfo=LISBON)
CONTEXT = Context(NOW, LISBON, "en-GB")

BEGIN = [
    "let's vote",
    "let's vote on a time",
    "let's vote on a time for the fair review next week",
    "can we vote on when to meet next week?",
    "poll us for an hour next week",
    "poll everyone about monday at 9 and tuesday at 4",
    "put three times to a vote",
    "let's put it to a vote: tue 11, wed 14:00, thu 9:30",
    "find a time everyone can vote on",
    "find three times next week that we can vote on",
    "suggest some times for a vote next week",
    "propose 4 times for the retro next week and let everyone vote",
    "start a scheduling poll",
    "create a poll with Alex and Tom for an hour next week",
    "make a doodle for the team dinner next week",
    "hey can you set up a quick poll for the 3 of us, 30 mins this week?",
    "have the team vote on tuesday 3pm or wednesday 10am",
    "let everyone pick a time next week for an hour",
    "we need a vote on a slot for the retro tomorrow afternoon",
    "I'd like a poll on times for the offsite planning next week",
    "need a time vote for quarterly planning, 90 min, next week",
    "can u set up a poll for next week? 30 min",
    "poll: friday 10am or monday 2pm?",
    "i want everyone here to vote for a slot on thursday",
    "ask the group to vote on a time for the demo",
    "which time works best for everyone? let's vote",
    "i'd like us to vote on when to have the retro, next week",
    "we need to agree on a time, start a poll for thursday",
    "put tuesday at 10 and wednesday at 2 to a vote",
    "put these to a vote",
    "make it a vote",
]


@pytest.mark.parametrize("said", BEGIN)
def test_a_vote_is_begun(said: str) -> None:
    """A request to schedule, whose times are to be voted on."""
    read = understand(said, CONTEXT)
    assert (read.intent, read.facet) == (Intent.SCHEDULE, "vote")
    assert read.vote is not None
    assert not read.certain


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("let's vote on a time for the fair review next week", "fair review"),
        ("start a poll for a 30 minute retro on Thursday or Friday", "retro"),
        ("vote on Tuesday 3pm, Wednesday 10am or Thursday at 2 for the budget call", "budget call"),
        ("doodle for lunch next week", "lunch"),
        ("let's vote on the budget review next week", "budget review"),
        ("put three times to a vote for the design review", "design review"),
        ("poll us for an hour next week", ""),
    ],
)
def test_what_is_voted_on_is_no_subject_of_its_own(said: str, subject: str) -> None:
    """ "A time", "when to meet" and "the group" are no subjects."""
    assert understand(said, CONTEXT).subject == subject


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("poll Alex and Tom for an hour next week", ["Alex", "Tom"]),
        ("let Alex and Tom vote on a time next week", ["Alex", "Tom"]),
        ("create a poll with Alex and Tom for an hour next week about the fair", ["Alex", "Tom"]),
        ("let's vote on a time next week", []),
    ],
)
def test_who_votes(said: str, names: list[str]) -> None:
    """Who is named; nobody named is the chat."""
    assert [each.text for each in understand(said, CONTEXT).people] == names


@pytest.mark.parametrize(
    ("said", "kind", "number"),
    [
        ("vote on a time next week, book it as soon as everyone agrees", "all", 0),
        ("poll the group for 45 minutes on Thursday, a majority is enough", "majority", 0),
        ("poll us for an hour next week and book it once three people say yes", "number", 3),
        ("vote on a time next week, quorum of 4", "number", 4),
        ("let's vote on a time next week", "", 0),
    ],
)
def test_when_it_is_booked(said: str, kind: str, number: int) -> None:
    """The quorum, where one is said."""
    vote = understand(said, CONTEXT).vote
    assert vote is not None
    assert (vote.quorum, vote.number) == (kind, number)


def test_until_when_it_runs_is_not_when_to_meet() -> None:
    """A deadline is told from the days to look at."""
    read = understand("let's vote on a time next week, voting closes Thursday at noon", CONTEXT)
    assert read.vote is not None
    assert read.vote.closes is not None
    assert read.vote.closes.exact == datetime(2027, 3, 4, 12, tzinfo=LISBON)
    [slot] = read.time.slots
    assert slot.start == datetime(2027, 3, 8, tzinfo=LISBON)


@pytest.mark.parametrize(
    ("said", "facet"),
    [
        ("show the votes", "show"),
        ("who hasn't voted yet?", "show"),
        ("how's the vote going", "show"),
        ("any votes yet?", "show"),
        ("close the vote", "close"),
        ("end the poll please", "close"),
        ("cancel the poll", "cancel"),
        ("scrap the vote", "cancel"),
        ("extend the vote until Friday noon", "extend"),
        ("give them until Friday to vote", "extend"),
        ("keep the poll open until tomorrow", "extend"),
        ("reopen the vote", "reopen"),
        ("remind those who haven't voted", "remind"),
        ("remind everyone to vote tomorrow at 9", "remind"),
        ("nudge the ones who have not voted", "remind"),
        ("book the winner", "book"),
        ("close the poll and book Tuesday", "book"),
        ("add Friday at 10 to the poll", "add"),
        ("drop Wednesday from the vote", "drop"),
        ("a majority is enough", "quorum"),
        ("three votes are enough", "quorum"),
    ],
)
def test_what_is_done_with_a_vote(said: str, facet: str) -> None:
    """By the name of the vote, without a doubt."""
    read = understand(said, CONTEXT)
    assert (read.intent, read.facet, read.certain) == (Intent.POLL, facet, True)


@pytest.mark.parametrize(
    "said",
    [
        "cancel the poll review",
        "is the vote tomorrow?",
        "book the polling station review on Friday at 3",
        "remind those who haven't answered",
        "nudge everyone who hasn't responded",
        "send it",
        "open it",
        "book 30 minutes with Tom to agree on a time",
        "when is the vote on the budget",
    ],
)
def test_what_only_sounds_like_a_vote(said: str) -> None:
    """Meetings about a vote, and other people's answers, are no vote of ours."""
    read = understand(said, CONTEXT)
    assert read.intent is not Intent.POLL
    assert read.vote is None


def test_a_draft_is_posted_by_words_that_post_anything() -> None:
    """ "Post it" means the vote where one is shown."""
    asked = Context(NOW, LISBON, "en-GB", Question("vote"))
    assert understand("post it", asked).facet == "post"
    assert understand("send it to the group", asked).facet == "post"


@pytest.mark.parametrize("said", ["put these to a vote", "make it a vote", "let's vote on those"])
def test_what_is_on_offer_can_be_voted_on(said: str) -> None:
    """ "These" are the times at hand, and no subject."""
    read = understand(said, CONTEXT)
    assert read.vote is not None
    assert read.vote.is_at_hand
    assert read.subject == ""


def test_sentences_of_any_length_are_read_in_no_time() -> None:
    """Whatever is pasted: long texts are no vote, and short ones have no trap."""
    begun = time.monotonic()
    for piece in (
        "poll ",
        "let everyone vote on ",
        "put it to a vote ",
        "remind those who have not voted ",
        "and a and b ",
    ):
        for length in (5, 20, 400, 5000):
            understand((piece * length)[: length * 8], CONTEXT)
    assert time.monotonic() - begun < 20
