"""What a vote does of its own accord: finish what was begun, remind, close when its time is over."""

from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.voting import casting
from dialogs.voting.board import Board, Overtaken, changed
from dialogs.voting.poll import Poll, Status, ended
from dialogs.voting.running import send_reminder
from dialogs.voting.settling import advance, settle
from graph.errors import GraphError

GIVEN_UP_AFTER = timedelta(minutes=10)
"""A vote whose posting never came to an end holds no times for longer."""


async def go_round(board: Board, now: datetime) -> tuple[str, ...]:
    """Look after every vote that lives; the ids of those for which Graph was out of reach, which stay as they are."""
    failed = []
    for poll in await board.live():
        try:
            await look_after(poll, board, now)
        except (GraphError, Overtaken, LookupError):
            failed.append(poll.id)
    return tuple(failed)


async def look_after(poll: Poll, board: Board, now: datetime) -> None:
    """One of them. Raises GraphError."""
    before = poll
    if poll.status is Status.OPEN and _is_due(poll, now):
        poll = await changed(board, poll.id, lambda kept: _closed(kept, now))
        poll = await settle(poll, board, now)
        await casting.show(poll, board, now)
        if poll.posts and before.status is not poll.status:
            await casting.show_anew(poll, board, now)
        return
    if poll.status is Status.OPEN and poll.remind_at and poll.remind_at <= now:
        await _remind(poll, board, now)
    poll = await advance(poll.id, board, now) if poll.status is Status.OPEN else await settle(poll, board, now)
    if poll.status is not before.status:
        await casting.show(poll, board, now)


def _is_due(poll: Poll, now: datetime) -> bool:
    over = poll.closes_at is not None and poll.closes_at <= now
    past = all(each.window.start <= now for each in poll.candidates)
    return over or past or _is_lost(poll, now)


def _is_lost(poll: Poll, now: datetime) -> bool:
    return not poll.posts and poll.opened_at is not None and poll.opened_at + GIVEN_UP_AFTER <= now


def _closed(poll: Poll, now: datetime) -> Poll:
    """A vote that nobody ever saw is cancelled; what was extended meanwhile runs on."""
    if not _is_due(poll, now):
        return poll
    return ended(poll, Status.CANCELLED if _is_lost(poll, now) else Status.CLOSED)


async def _remind(poll: Poll, board: Board, now: datetime) -> None:
    """Once: who takes the reminder out of the vote sends it."""
    due = poll.remind_at
    taken: list[bool] = []

    def take(kept: Poll) -> Poll:
        taken.append(kept.remind_at == due)
        return replace(kept, remind_at=None) if kept.remind_at == due else kept

    poll = await changed(board, poll.id, take)
    if taken[-1]:
        await send_reminder(poll, board, now)
