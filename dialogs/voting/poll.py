"""What is known of one vote, and what follows from it. Frozen values that survive JSON, and pure functions of them."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dialogs.decisions.openings import Standing
from dialogs.frame import Booking
from dialogs.turn import Chat
from graph.model import Window

MOST_CANDIDATES = 6
FEWEST_CANDIDATES = 2
RETENTION = timedelta(days=30)
"""How long a vote is kept once its last time is over."""
MOST_VOTERS = 60
"""Whose views of one card Teams refreshes at the most (Universal Actions, `refresh.userIds`)."""


class Status(StrEnum):
    """How far a vote has come. From BOOKING on nothing but booking can follow."""

    DRAFT = "draft"
    OPEN = "open"
    BOOKING = "booking"
    BOOKED = "booked"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Answer(StrEnum):
    """What somebody says of one time."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True)
class Candidate:
    """A time that is voted on. `rank`: its place in the ranking, from 0; `standings` are as of when it was found.

    `hold`: the id of the tentative event that keeps it free for the organizer; empty where there is none.
    """

    id: str
    window: Window
    rank: int
    standings: tuple[tuple[str, Standing], ...] = ()
    hold: str = ""
    is_released: bool = False
    """Its hold was looked for and taken away."""
    is_filled: bool = False
    """Somebody who is needed has got something else meanwhile."""


@dataclass(frozen=True)
class Voter:
    """Somebody who votes. `id` is their Entra object id, `account` what the channel calls them."""

    id: str
    name: str
    email: str = ""
    account: str = ""
    is_optional: bool = False
    has_left: bool = False


@dataclass(frozen=True)
class Ballot:
    """What one voter says of each time they have spoken of."""

    voter: str
    answers: tuple[tuple[str, Answer], ...] = ()

    def of(self, candidate: str) -> Answer | None:
        """What they say of one time; None: nothing yet."""
        return dict(self.answers).get(candidate)


@dataclass(frozen=True)
class Quorum:
    """When a time is booked: once "all" who are required say yes to it, a "majority" of them, or `number` people."""

    kind: str = "all"
    number: int = 0


@dataclass(frozen=True)
class Post:
    """A message that shows the vote."""

    conversation: str
    message: str


@dataclass(frozen=True)
class Poll:
    """One vote, from its draft to its end. `booking` is what is booked at the time that wins.

    `zone`, `locale` and `hours24` are the organizer's, in which the shared card is written.
    """

    id: str
    organizer: Voter
    conversation: str
    chat: Chat
    subject: str
    booking: Booking
    zone: ZoneInfo
    locale: str
    hours24: bool | None = None
    wanted: int = 3
    """How many times were asked for."""
    candidates: tuple[Candidate, ...] = ()
    voters: tuple[Voter, ...] = ()
    unreachable: tuple[str, ...] = ()
    """Who comes, but cannot vote here."""
    quorum: Quorum = field(default_factory=Quorum)
    status: Status = Status.DRAFT
    ballots: tuple[Ballot, ...] = ()
    posts: tuple[Post, ...] = ()
    closes_at: datetime | None = None
    remind_at: datetime | None = None
    chosen: str = ""
    """The id of the time that is booked."""
    tied: tuple[str, ...] = ()
    """The ids of those that had as many votes as the chosen one."""
    is_early: bool = False
    """The organizer booked before enough people had agreed."""
    event_id: str = ""
    booked_at: datetime | None = None
    is_for_chat: bool = False
    """Everybody in the chat votes, also those who join it later; else only those who were named."""
    begun_at: datetime | None = None
    """When it was drafted."""
    opened_at: datetime | None = None
    opened: int = 0
    """How many times it was opened; every time has holds of its own."""
    added: int = 0
    """How many candidates there ever were, for their ids."""

    @property
    def is_over(self) -> bool:
        """No more votes are taken."""
        return self.status in (Status.BOOKED, Status.CLOSED, Status.CANCELLED)

    @property
    def is_live(self) -> bool:
        """Something may have to be done of its own accord: it runs, or its holds are not all released."""
        if self.status in (Status.OPEN, Status.BOOKING):
            return True
        return self.is_over and self.opened > 0 and not all(each.is_released for each in self.candidates)

    @property
    def kept_until(self) -> datetime | None:
        """When it may be erased, unless it lives; None where it is of no time."""
        ends = [each.window.end for each in self.candidates]
        moments = [each for each in (self.begun_at, self.opened_at, self.closes_at, *ends) if each]
        return max(moments) + RETENTION if moments else None

    @property
    def electorate(self) -> tuple[Voter, ...]:
        """Everybody who votes, the organizer first; who has left does not."""
        others = tuple(each for each in self.voters if each.id != self.organizer.id and not each.has_left)
        return (self.organizer, *others)

    @property
    def required(self) -> tuple[Voter, ...]:
        """Those whose votes the quorum counts."""
        return tuple(each for each in self.electorate if not each.is_optional)

    @property
    def missing(self) -> tuple[Voter, ...]:
        """Who has not voted yet."""
        return tuple(each for each in self.electorate if not self.ballot(each.id).answers)

    def ballot(self, voter: str) -> Ballot:
        """What somebody has said so far."""
        return next((each for each in self.ballots if each.voter == voter), Ballot(voter))

    def said(self, candidate: str, answer: Answer) -> tuple[Voter, ...]:
        """Who answers so of a time, of those who vote."""
        return tuple(each for each in self.electorate if self.ballot(each.id).of(candidate) is answer)

    def candidate(self, ident: object) -> Candidate | None:
        """The time of that id."""
        return next((each for each in self.candidates if each.id == ident), None)

    def voter(self, ident: str) -> Voter | None:
        """Who votes under that id, whether they have left or not."""
        return next((each for each in (self.organizer, *self.voters) if each.id == ident), None)

    @property
    def winner(self) -> Candidate | None:
        """The time that is or will be booked."""
        return self.candidate(self.chosen)


def with_voter(poll: Poll, voter: Voter) -> Poll:
    """With somebody who votes from now on, who is back, or of whom more is known."""
    known = poll.voter(voter.id)
    if voter.id == poll.organizer.id:
        account = voter.account or poll.organizer.account
        return replace(poll, organizer=replace(poll.organizer, account=account))
    if known is None:
        return replace(poll, voters=(*poll.voters, voter))
    back = replace(known, has_left=False, account=voter.account or known.account)
    return replace(poll, voters=tuple(back if each.id == voter.id else each for each in poll.voters))


def present(poll: Poll, members: tuple[Voter, ...]) -> Poll:
    """With those who are in the chat now: who has left counts no more, who has joined votes where the chat does."""
    here = {each.id for each in members}
    voters = tuple(replace(each, has_left=each.id not in here) for each in poll.voters)
    poll = replace(poll, voters=voters)
    for each in members:
        if poll.is_for_chat or poll.voter(each.id):
            poll = with_voter(poll, each)
    return poll


def cast(poll: Poll, voter: str, answers: tuple[tuple[str, Answer], ...], now: datetime) -> Poll:
    """With somebody's answers, which replace what they said of the same times; nothing where it is over."""
    if poll.status is not Status.OPEN:
        return poll
    known = {each.id for each in poll.candidates if each.window.start > now}
    new = dict(poll.ballot(voter).answers) | {ident: answer for ident, answer in answers if ident in known}
    others = tuple(each for each in poll.ballots if each.voter != voter)
    return replace(poll, ballots=(*others, Ballot(voter, tuple(new.items()))))


def ranked(poll: Poll, now: datetime) -> tuple[Candidate, ...]:
    """The times that are still ahead, the best first: most who are required say yes, then all; fewest no; the ranking.

    A time that has filled comes behind all others.
    """
    required = {each.id for each in poll.required}

    def key(candidate: Candidate) -> tuple[bool, int, int, int, int]:
        yes = poll.said(candidate.id, Answer.YES)
        needed = sum(each.id in required for each in yes)
        no = len(poll.said(candidate.id, Answer.NO))
        return candidate.is_filled, -needed, -len(yes), no, candidate.rank

    return tuple(sorted((each for each in poll.candidates if each.window.start > now), key=key))


def is_enough(poll: Poll, candidate: Candidate) -> bool:
    """Whether enough people say yes to a time."""
    yes = {each.id for each in poll.said(candidate.id, Answer.YES)}
    required = {each.id for each in poll.required}
    match poll.quorum.kind:
        case "number":
            return len(yes) >= poll.quorum.number
        case "majority":
            return 2 * len(yes & required) > len(required)
    return required <= yes


def decided(poll: Poll, now: datetime) -> Candidate | None:
    """The time to book of itself; None while there is none. Nobody's vote but the organizer's decides nothing."""
    if poll.status is not Status.OPEN or all(each.voter == poll.organizer.id for each in poll.ballots if each.answers):
        return None
    return next((each for each in ranked(poll, now) if not each.is_filled and is_enough(poll, each)), None)


def ties(poll: Poll, candidate: Candidate, now: datetime) -> tuple[str, ...]:
    """The ids of the other times with the same votes, which only the ranking tells from it."""

    def votes(ident: str) -> tuple[int, int]:
        return len(poll.said(ident, Answer.YES)), len(poll.said(ident, Answer.NO))

    others = (each for each in ranked(poll, now) if each.id != candidate.id and not each.is_filled)
    mine = votes(candidate.id)
    return tuple(each.id for each in others if mine[0] and votes(each.id) == mine)


def chosen(poll: Poll, ident: str, now: datetime, *, early: bool = False) -> Poll:
    """With the time of that id to be booked; unchanged where the vote is over or is being booked already."""
    candidate = poll.candidate(ident)
    takes = (Status.OPEN, Status.CLOSED) if early else (Status.OPEN,)
    if candidate is None or poll.status not in takes:
        return poll
    tied = () if early else ties(poll, candidate, now)
    return replace(poll, status=Status.BOOKING, chosen=ident, tied=tied, is_early=early)


def ended(poll: Poll, status: Status) -> Poll:
    """Closed or cancelled, with nothing booked; unchanged where it is booked or over."""
    may = poll.status in (Status.DRAFT, Status.OPEN) or (status is Status.CANCELLED and poll.status is Status.CLOSED)
    return replace(poll, status=status) if may else poll


def opened(poll: Poll, now: datetime) -> Poll:
    """Running, whether for the first time or again; the organizer is there at every time they offer."""
    if poll.status not in (Status.DRAFT, Status.CLOSED):
        return poll
    times = tuple(replace(each, hold="", is_released=False, is_filled=False) for each in poll.candidates)
    begun = replace(poll, status=Status.OPEN, candidates=times, opened=poll.opened + 1, opened_at=now)
    if poll.opened:
        return begun
    return cast(begun, poll.organizer.id, tuple((each.id, Answer.YES) for each in times), now)


def with_candidate(poll: Poll, window: Window, standings: tuple[tuple[str, Standing], ...]) -> Poll:
    """With one more time, which ranks behind the others; in the order of the clock."""
    rank = max((each.rank for each in poll.candidates), default=-1) + 1
    new = Candidate(f"t{poll.added + 1}", window, rank, standings)
    times = sorted((*poll.candidates, new), key=lambda each: each.window.start)
    return replace(poll, candidates=tuple(times), added=poll.added + 1)


def without_candidate(poll: Poll, ident: str) -> Poll:
    """Without one of the times."""
    return replace(poll, candidates=tuple(each for each in poll.candidates if each.id != ident))


def changed_candidate(poll: Poll, ident: str, **changes: object) -> Poll:
    """With one of the times changed."""
    times = tuple(
        replace(each, **changes) if each.id == ident else each  # type: ignore[arg-type]  # names of Candidate's fields
        for each in poll.candidates
    )
    return replace(poll, candidates=times)
