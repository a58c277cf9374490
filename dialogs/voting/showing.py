"""What a card of a vote shows to whom: the tally to everybody, a person's own votes and calendar to them alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dialogs import undoing
from dialogs.asker import Asker
from dialogs.cards import voting as cards
from dialogs.cards.voting import Row, Shown
from dialogs.decisions.openings import Calendar, Standing, standing_at
from dialogs.turn import Json
from dialogs.voting.poll import Answer, Candidate, Poll, Status, Voter, is_enough, ranked
from dialogs.words.reader import Reader
from graph import availability
from graph.errors import GraphError
from graph.model import Hidden, Window


def reader_of(poll: Poll) -> Reader:
    """How the card that everybody sees is written."""
    return Reader(poll.locale, poll.zone, poll.hours24)


def common(poll: Poll, now: datetime) -> Json:
    """The card as everybody may see it."""
    return cards.shared(shown(poll, reader_of(poll), now), reader_of(poll))


async def own(poll: Poll, asker: Asker | None, viewer: str, reader: Reader, now: datetime) -> Json:
    """The card for one person; `asker` None: their calendar cannot be seen."""
    calendar = await _calendar(poll, asker) if asker and poll.status is Status.OPEN else None
    return cards.shared(shown(poll, reader, now, viewer=viewer, calendar=calendar), reader)


async def _calendar(poll: Poll, asker: Asker) -> Calendar | None:
    """A voter's own time around the candidates; None where it cannot be read, which no vote depends on."""
    if not poll.candidates:
        return None
    span = Window(min(each.window.start for each in poll.candidates), max(each.window.end for each in poll.candidates))
    email = asker.speaker.email
    try:
        schedule = (await availability.get_schedule(asker.own, [email], span, asker.zone))[email]
    except GraphError:
        return None
    return None if isinstance(schedule, Hidden) else Calendar(email, schedule)


def shown(
    poll: Poll,
    reader: Reader,
    now: datetime,
    *,
    viewer: str | None = None,
    calendar: Calendar | None = None,
) -> Shown:
    """What the card shows."""
    electorate = poll.electorate
    names = names_of(electorate)
    mine = viewer is not None and poll.voter(viewer) is not None
    own_ = _Own(viewer if mine and viewer else "", calendar)
    rows = tuple(_row(poll, each, own_, now, reader) for each in poll.candidates)
    best = leader(poll, now)
    missing = poll.missing if poll.status in (Status.OPEN, Status.CLOSED) else ()
    closes = f"{reader.day(poll.closes_at)}, {reader.clock(poll.closes_at)}" if poll.closes_at else ""
    return Shown(
        poll=poll.id,
        subject=poll.subject,
        organizer=poll.organizer,
        organizer_name=names[poll.organizer.id],
        minutes=reader.duration(poll.booking.length),
        rows=rows,
        status=poll.status,
        voted=len(electorate) - len(poll.missing),
        voters=electorate,
        missing=tuple(names[each.id] for each in missing),
        quorum=poll.quorum,
        viewer=viewer if mine else None,
        closes=closes,
        best=next((row for row in rows if best and row.id == best.id), None),
        tied=tuple(_moment(poll.candidate(ident), reader) for ident in poll.tied),
        is_early=poll.is_early,
        stuck=_stuck(poll, now),
        may_undo=may_undo(poll, now),
        unreachable=poll.unreachable,
    )


def leader(poll: Poll, now: datetime) -> Candidate | None:
    """The time with the most votes, where somebody but the organizer has voted for one."""
    return next((each for each in ranked(poll, now) if _is_wanted(poll, each)), None)


def _is_wanted(poll: Poll, candidate: Candidate) -> bool:
    """Whether somebody but the organizer says yes to it."""
    return any(voter.id != poll.organizer.id for voter in poll.said(candidate.id, Answer.YES))


def may_undo(poll: Poll, now: datetime) -> bool:
    """Whether what was booked can still be taken back."""
    return poll.status is Status.BOOKED and poll.booked_at is not None and now - poll.booked_at <= undoing.LIMIT


def _stuck(poll: Poll, now: datetime) -> str:
    """Why a vote goes no further by itself: a time has enough votes, but has "filled", or none has; empty: it does."""
    if poll.status is not Status.OPEN:
        return ""
    enough = [each for each in ranked(poll, now) if is_enough(poll, each)]
    if any(each.is_filled for each in enough):
        return "filled"
    return "" if poll.missing or enough else "votes"


def names_of(voters: Sequence[Voter]) -> dict[str, str]:
    """The shortest name of each that tells them apart."""
    first = [voter.name.split(" ")[0] for voter in voters]
    return {
        voter.id: short if short and first.count(short) == 1 else voter.name
        for voter, short in zip(voters, first, strict=True)
    }


def _moment(candidate: Candidate | None, reader: Reader) -> str:
    return reader.moment(candidate.window) if candidate else ""


@dataclass(frozen=True)
class _Own:
    """For whom a card is made, and their time; empty: for everybody."""

    id: str
    calendar: Calendar | None


def _row(poll: Poll, candidate: Candidate, own_: _Own, now: datetime, reader: Reader) -> Row:
    names = names_of(poll.electorate)
    at = standing_at(own_.calendar, candidate.window) if own_.calendar else None
    if at is Standing.TENTATIVE and own_.id == poll.organizer.id:
        # It is the hold of this very vote.
        at = None
    return Row(
        id=candidate.id,
        window=candidate.window,
        yes=tuple(names[each.id] for each in poll.said(candidate.id, Answer.YES)),
        no=tuple(names[each.id] for each in poll.said(candidate.id, Answer.NO)),
        mine=poll.ballot(own_.id).of(candidate.id) if own_.id else None,
        calendar=at,
        is_filled=candidate.is_filled and poll.status in (Status.OPEN, Status.CLOSED),
        is_past=candidate.window.start <= now,
        is_chosen=candidate.id == poll.chosen,
        suits=_suits(candidate, reader) if poll.status is Status.DRAFT else "",
    )


def _suits(candidate: Candidate, reader: Reader) -> str:
    """How many are free, naming nobody, since the chat reads along."""
    told = [standing for _, standing in candidate.standings]
    free = sum(standing <= Standing.ELSEWHERE for standing in told)
    unseen = sum(standing is Standing.HIDDEN for standing in told)
    if not told:
        return ""
    if free == len(told):
        return f"✓ {reader.say('vote-all-free')}"
    words = reader.say("vote-some-free", free=free, count=len(told))
    return f"○ {words}" + (f" · {reader.say('vote-unseen', count=unseen)}" if unseen else "")
