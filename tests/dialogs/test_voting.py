"""What follows from the votes: who wins, when it is booked, and what votes in words say. Pure."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.frame import Booking
from dialogs.turn import Chat
from dialogs.voting.ballots import cast_of
from dialogs.voting.poll import (
    Answer,
    Candidate,
    Poll,
    Quorum,
    Status,
    Voter,
    cast,
    chosen,
    decided,
    ended,
    opened,
    present,
    ranked,
    ties,
)
from graph.model import Window

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2027, 3, 1, 9, tzinfo=LISBON)
INES, ALEX, TOM, MIA = (Voter(name, name.title(), f"{name}@contoso.example") for name in ("ines", "alex", "tom", "mia"))


def time(ident: str, day: int, hour: int, minute: int = 0, rank: int = 0) -> Candidate:
    """An hour of March 2027 in Lisbon."""
    start = datetime(2027, 3, day, hour, minute, tzinfo=LISBON)
    return Candidate(ident, Window(start, start + timedelta(hours=1)), rank)


TIMES = (time("tue", 9, 11, rank=1), time("wed", 10, 14, rank=0), time("thu", 11, 9, 30, rank=2))


def poll(*voters: Voter, quorum: Quorum | None = None) -> Poll:
    """One that runs, of Inês and these."""
    draft = Poll(
        id="p",
        organizer=INES,
        conversation="19:group",
        chat=Chat.GROUP,
        subject="Flyer",
        booking=Booking(),
        zone=LISBON,
        locale="en-GB",
        candidates=TIMES,
        voters=voters,
        quorum=quorum or Quorum(),
        is_for_chat=True,
    )
    return opened(draft, NOW)


def votes(before: Poll, voter: Voter, *yes: str, no: tuple[str, ...] = ()) -> Poll:
    """With somebody's answers."""
    answers = [*((ident, Answer.YES) for ident in yes), *((ident, Answer.NO) for ident in no)]
    return cast(before, voter.id, tuple(answers), NOW)


def test_all_who_are_required_have_to_agree() -> None:
    """One is not enough of two; whoever is optional is not waited for."""
    one = votes(poll(ALEX, TOM), ALEX, "tue")
    assert decided(one, NOW) is None
    both = votes(one, TOM, "tue", "wed")
    assert decided(both, NOW) == TIMES[0]
    spared = votes(poll(ALEX, replace(TOM, is_optional=True)), ALEX, "thu")
    assert decided(spared, NOW) == TIMES[2]


def test_a_majority_is_more_than_half_with_the_organizer() -> None:
    """Two of three, three of four."""
    assert decided(votes(poll(ALEX, TOM, quorum=Quorum("majority")), ALEX, "tue"), NOW) == TIMES[0]
    four = votes(poll(ALEX, TOM, MIA, quorum=Quorum("majority")), ALEX, "tue")
    assert decided(four, NOW) is None
    assert decided(votes(four, MIA, "tue"), NOW) == TIMES[0]


def test_a_stated_number_counts_everybody_who_says_yes() -> None:
    """The organizer too, but never the organizer alone."""
    assert decided(poll(ALEX, TOM, quorum=Quorum("number", 1)), NOW) is None
    assert decided(votes(poll(ALEX, TOM, quorum=Quorum("number", 2)), ALEX, "thu"), NOW) == TIMES[2]


def test_of_times_with_the_same_votes_the_ranking_decides() -> None:
    """And those that had as many are known."""
    tied = votes(poll(ALEX), ALEX, "tue", "wed")
    winner = decided(tied, NOW)
    assert winner is not None
    assert winner.id == "wed"
    assert ties(tied, winner, NOW) == ("tue",)
    assert chosen(tied, "wed", NOW).tied == ("tue",)


def test_more_yes_beats_the_ranking_and_a_no_loses_a_tie() -> None:
    """Votes first, then refusals, then the ranking."""
    more = votes(votes(poll(ALEX, TOM, MIA), ALEX, "thu", "wed"), TOM, "thu")
    assert [each.id for each in ranked(more, NOW)] == ["thu", "wed", "tue"]
    refused = votes(votes(poll(ALEX, TOM), ALEX, "wed", "tue"), TOM, no=("wed",))
    assert ranked(refused, NOW)[0].id == "tue"


def test_a_later_answer_replaces_an_earlier_one() -> None:
    """Of the same time; what was said of others stays."""
    first = votes(poll(ALEX), ALEX, "tue", no=("wed",))
    second = votes(first, ALEX, no=("tue",))
    assert dict(second.ballot("alex").answers) == {"tue": Answer.NO, "wed": Answer.NO}


def test_what_has_passed_or_filled_wins_nothing() -> None:
    """A time that lies behind takes no votes; one that has filled comes last and is not booked by itself."""
    late = TIMES[0].window.start
    assert cast(poll(ALEX), "alex", (("tue", Answer.YES),), late).ballot("alex").answers == ()
    filled = replace(poll(ALEX), candidates=(replace(TIMES[0], is_filled=True), *TIMES[1:]))
    assert decided(votes(filled, ALEX, "tue"), NOW) is None
    assert ranked(votes(filled, ALEX, "tue"), NOW)[-1].id == "tue"


def test_who_leaves_is_not_waited_for_and_who_joins_is() -> None:
    """Both ways, and back."""
    one = votes(poll(ALEX, TOM), ALEX, "tue")
    left = present(one, (INES, ALEX))
    assert decided(left, NOW) == TIMES[0]
    assert decided(present(left, (INES, ALEX, TOM)), NOW) is None
    assert decided(present(left, (INES, ALEX, MIA)), NOW) is None


def test_the_vote_of_somebody_who_was_not_named_needs_the_whole_chat_to_be_asked() -> None:
    """Who joins the chat of a vote among a few does not become one of them."""
    few = replace(poll(ALEX), is_for_chat=False)
    assert {each.id for each in present(few, (INES, ALEX, MIA)).electorate} == {"ines", "alex"}


def test_it_goes_to_booking_once() -> None:
    """Nothing chooses, closes or cancels what is being booked, nor votes on it."""
    booking = chosen(votes(poll(ALEX), ALEX, "tue"), "tue", NOW)
    assert booking.status is Status.BOOKING
    assert chosen(booking, "wed", NOW) == booking
    assert ended(booking, Status.CANCELLED) == booking
    assert ended(booking, Status.CLOSED) == booking
    assert votes(booking, TOM, "wed") == booking


def test_what_is_closed_can_be_booked_early_or_opened_again() -> None:
    """With its votes, and holds of its own."""
    closed = ended(votes(poll(ALEX), ALEX, "tue"), Status.CLOSED)
    assert chosen(closed, "tue", NOW) == closed
    assert chosen(closed, "tue", NOW, early=True).status is Status.BOOKING
    again = opened(closed, NOW)
    assert (again.status, again.opened) == (Status.OPEN, 2)
    assert again.ballot("alex") == closed.ballot("alex")


YES, NO = Answer.YES, Answer.NO


@pytest.mark.parametrize(
    ("said", "answers"),
    [
        ("Tuesday works for me", {"tue": YES}),
        ("not Wednesday", {"wed": NO}),
        ("Tue or Thu work, not Wednesday", {"tue": YES, "thu": YES, "wed": NO}),
        ("I can do Tuesday and Thursday", {"tue": YES, "thu": YES}),
        ("none of those work", {"tue": NO, "wed": NO, "thu": NO}),
        ("all of them work", {"tue": YES, "wed": YES, "thu": YES}),
        ("any time is fine", {"tue": YES, "wed": YES, "thu": YES}),
        ("all but Wednesday", {"tue": YES, "wed": NO, "thu": YES}),
        ("everything works for me except Thursday", {"tue": YES, "wed": YES, "thu": NO}),
        ("only Tuesday works", {"tue": YES, "wed": NO, "thu": NO}),
        ("the second", {"wed": YES}),
        ("the first and the third", {"tue": YES, "thu": YES}),
        ("option 3", {"thu": YES}),
        ("#2", {"wed": YES}),
        ("11 works", {"tue": YES}),
        ("wed 2pm", {"wed": YES}),
        ("9:30 works best", {"thu": YES}),
        ("the 10th works for me", {"wed": YES}),
        ("can't do Wednesday", {"wed": NO}),
        ("I'm out on Thursday", {"thu": NO}),
        ("actually Tuesday doesn't work any more, but Wednesday is fine", {"tue": NO, "wed": YES}),
        ("no problem with Tuesday", {"tue": YES}),
        ("Thursday yes, Tuesday no, Wednesday maybe", {"thu": YES, "tue": NO}),
        ("Tuesday's fine", {"tue": YES}),
        ("+1 for Tuesday", {"tue": YES}),
        ("put me down for Tuesday", {"tue": YES}),
        ("Friday works for me", {}),
        ("maybe Tuesday", {}),
    ],
)
def test_votes_in_words(said: str, answers: dict[str, Answer]) -> None:
    """A weekday is that of the vote, though it be a week away."""
    heard = cast_of(said, TIMES, NOW, LISBON, "en-GB")
    assert heard is not None
    assert dict(heard.answers) == answers


@pytest.mark.parametrize(
    "said",
    [
        "yes",
        "no",
        "thanks",
        "works for me",
        "I can't",
        "am I free on Tuesday?",
        "what about Tuesday",
        "book a room on Tuesday",
        "lunch with Tom on Tuesday",
        "I have a dentist appointment on Tuesday",
        "cancel the review on Wednesday",
        "show me Thursday",
    ],
)
def test_what_is_no_vote(said: str) -> None:
    """Questions, requests and talk, though a day of the vote be in it."""
    assert cast_of(said, TIMES, NOW, LISBON, "en-GB") is None


def test_a_long_text_is_read_in_no_time() -> None:
    """Whatever is pasted into a chat with a vote."""
    begun = datetime.now(LISBON)
    for piece in ("Tuesday works but ", "not any except ", "the first and ", "all "):
        cast_of(piece * 400, TIMES, NOW, LISBON, "en-GB")
    assert datetime.now(LISBON) - begun < timedelta(seconds=2)
