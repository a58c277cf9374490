"""Bring the organizer's calendar in line with a vote: holds while it runs, the meeting once, nothing when it is over.

Every step may be taken again, by anybody who finds it undone: what is created carries a transactionId that follows from
the vote alone, and what was taken away is looked for before it is believed gone.
"""

import asyncio
import uuid
from collections.abc import Awaitable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from dialogs.asker import HOUSE
from dialogs.decisions.openings import Calendar, Standing, opening_at
from dialogs.frame import Guest
from dialogs.people import attendees
from dialogs.voting.board import Board, changed
from dialogs.voting.poll import Candidate, Poll, Status, changed_candidate, chosen, decided
from dialogs.words.reader import Reader
from graph import availability, events
from graph.client import GraphClient
from graph.errors import NotAllowed, NotFound
from graph.model import Event, NewEvent, Person, ShowAs

T = TypeVar("T")


async def advance(ident: str, board: Board, now: datetime) -> Poll:
    """Book what is decided, and settle the calendar. Raises GraphError, with what was done until then kept."""
    kept = await board.read(ident)
    if kept is None:
        raise LookupError(ident)
    poll = kept.poll
    while (winner := decided(poll, now)) is not None:
        if await _has_filled(poll, winner, board):
            poll = await changed(board, ident, partial(changed_candidate, ident=winner.id, is_filled=True))
        else:
            poll = await changed(board, ident, partial(_booking, winner=winner.id, now=now))
    return await settle(poll, board, now)


def _booking(poll: Poll, *, winner: str, now: datetime) -> Poll:
    """Whoever comes second finds it being booked, or the votes changed."""
    still = decided(poll, now)
    return chosen(poll, winner, now) if still and still.id == winner else poll


async def settle(poll: Poll, board: Board, now: datetime) -> Poll:
    """Do what the vote's state asks for and is not done yet. Raises GraphError."""
    graph = board.graph_of(poll.organizer.id)
    if poll.status is Status.OPEN:
        poll = await _hold(poll, graph, board, now)
    if poll.status is Status.BOOKING:
        event = await _book(poll, graph)
        poll = await changed(board, poll.id, partial(_booked, event_id=event.id, now=now))
    if poll.is_over and poll.is_live:
        poll = await _release(poll, graph, board)
    return poll


def _booked(poll: Poll, *, event_id: str, now: datetime) -> Poll:
    if poll.status is not Status.BOOKING:
        return poll
    return replace(poll, status=Status.BOOKED, event_id=event_id, booked_at=now)


async def _hold(poll: Poll, graph: GraphClient, board: Board, now: datetime) -> Poll:
    waiting = [each for each in poll.candidates if not each.hold and each.window.start > now]
    made = await _all_of(events.create_event(graph, hold_of(poll, each)) for each in waiting)
    holds = {each.id: event.id for each, event in zip(waiting, made, strict=True)}
    return await changed(board, poll.id, partial(_held, holds=holds, opened=poll.opened)) if holds else poll


async def _all_of(writes: Iterable[Awaitable[T]]) -> Sequence[T]:
    """What each of them comes to, once the last one is over: none goes on writing behind an error that was told.

    Raises the first GraphError.
    """
    done = await asyncio.gather(*writes, return_exceptions=True)
    if error := next((each for each in done if isinstance(each, BaseException)), None):
        raise error
    return [each for each in done if not isinstance(each, BaseException)]


def _held(poll: Poll, *, holds: dict[str, str], opened: int) -> Poll:
    if poll.opened != opened:
        return poll
    times = tuple(replace(each, hold=holds.get(each.id, each.hold)) for each in poll.candidates)
    return replace(poll, candidates=times)


async def _book(poll: Poll, graph: GraphClient) -> Event:
    """The meeting, created once: an earlier try may have got as far as Graph."""
    winner = poll.winner
    assert winner is not None
    view = await events.calendar_view(graph, winner.window, poll.zone)
    ident = transaction(poll, "meeting")
    before = next((event for event in view if event.transaction_id == ident), None)
    return before or await events.create_event(graph, meeting_of(poll, winner))


async def _release(poll: Poll, graph: GraphClient, board: Board) -> Poll:
    left = [each for each in poll.candidates if not each.is_released]
    await _all_of(release(poll, each, graph) for each in left)
    gone = {each.id for each in left}
    return await changed(board, poll.id, partial(_released, gone=gone, opened=poll.opened))


def _released(poll: Poll, *, gone: set[str], opened: int) -> Poll:
    if poll.opened != opened or not poll.is_over:
        return poll
    times = tuple(replace(each, hold="", is_released=True) if each.id in gone else each for each in poll.candidates)
    return replace(poll, candidates=times)


async def release(poll: Poll, candidate: Candidate, graph: GraphClient) -> None:
    """Take the hold of a time away, also one whose creation was never confirmed. Raises GraphError."""
    hold = candidate.hold
    if not hold:
        view = await events.calendar_view(graph, candidate.window, poll.zone)
        ident = hold_of(poll, candidate).transaction_id
        hold = next((event.id for event in view if event.transaction_id == ident), "")
    if hold:
        try:
            await events.delete_event(graph, hold)
        except NotFound:
            return


def transaction(poll: Poll, what: str) -> str:
    """The transactionId of what a vote creates."""
    return str(uuid.uuid5(HOUSE, f"{poll.id}/{poll.opened}/{what}"))


def hold_of(poll: Poll, candidate: Candidate) -> NewEvent:
    """What keeps a time free for the organizer: tentative, and nobody else's business."""
    reader = Reader(poll.locale, poll.zone, poll.hours24)
    return NewEvent(
        subject=reader.say("vote-hold", subject=poll.subject),
        start=candidate.window.start.astimezone(poll.zone),
        end=candidate.window.end.astimezone(poll.zone),
        transaction_id=transaction(poll, candidate.id),
        is_online=False,
        is_private=True,
        show_as=ShowAs.TENTATIVE,
        has_reminder=False,
    )


def meeting_of(poll: Poll, candidate: Candidate) -> NewEvent:
    """What is booked at the time that won: everybody who votes, and everybody who cannot."""
    booking = poll.booking
    return NewEvent(
        subject=poll.subject,
        start=candidate.window.start.astimezone(poll.zone),
        end=candidate.window.end.astimezone(poll.zone),
        transaction_id=transaction(poll, "meeting"),
        attendees=tuple(attendees.attendee_of(guest) for guest in invited(poll)),
        location=booking.location,
        is_online=booking.online,
    )


def invited(poll: Poll) -> tuple[Guest, ...]:
    """Who comes: those who were to, without those who have left the chat, and with those who joined it."""
    gone = {each.email.lower() for each in poll.voters if each.has_left}
    there = tuple(guest for guest in poll.booking.guests if guest.person.email.lower() not in gone)
    known = {guest.person.email.lower() for guest in there} | {poll.organizer.email.lower(), ""}
    joined = (each for each in poll.electorate if each.email.lower() not in known)
    return (*there, *(Guest(Person(each.name, each.email, each.id)) for each in joined))


async def _has_filled(poll: Poll, candidate: Candidate, board: Board) -> bool:
    """Whether somebody who is needed has got something else at that time since it was found. Raises GraphError.

    The organizer's own hold is tentative, so only what is firmer counts.
    """
    emails = [each.email for each in poll.required if each.email]
    try:
        schedules = await availability.get_schedule(
            board.graph_of(poll.organizer.id), emails, candidate.window, poll.zone
        )
    except NotAllowed:
        return False
    now = opening_at(candidate.window, [Calendar(email, schedules[email]) for email in emails])
    before = dict(candidate.standings)
    taken = (Standing.BUSY, Standing.OUT)
    return any(standing in taken and before.get(email, Standing.FREE) not in taken for email, standing in now.standings)
