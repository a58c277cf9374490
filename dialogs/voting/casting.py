"""Vote: by a tap on the shared card, or in words; and keep what everybody sees up to date.

Tom: Tuesday works for me, not Wednesday
Bot: Noted, Tom: Tue 9 Mar 11:00 – 12:00 works; Wed 10 Mar 14:00 – 15:00 does not.
"""

import asyncio
from dataclasses import replace
from datetime import datetime
from functools import partial

from dialogs.cards import notices
from dialogs.frame import Frame
from dialogs.turn import Json, Mentioned, Reply
from dialogs.voting import showing
from dialogs.voting.ballots import Cast
from dialogs.voting.board import Board, changed
from dialogs.voting.poll import Answer, Poll, Post, Status, Voter, cast, present, with_voter
from dialogs.voting.settling import advance
from dialogs.voting.voice import Voice
from dialogs.words.reader import Reader
from graph import people
from graph.errors import GraphError


async def cast_tapped(poll: Poll, data: Json, frame: Frame, voice: Voice) -> tuple[Frame, Reply]:
    """A tap on "Works" or "No" beside a time, or for all of them."""
    try:
        answer = Answer(str(data.get("a")))
    except ValueError:
        return frame, Reply(card=notices.expired(voice.reader), dialog="voting", outcome="expired")
    ids = tuple(each.id for each in poll.candidates) if data.get("t") == "all" else (str(data.get("t")),)
    if not _may_vote(poll, voice):
        return frame, not_theirs(poll, voice)
    poll = await vote(poll, tuple((ident, answer) for ident in ids), voice)
    return frame, await card_of(poll, voice, "voted")


async def said(heard: Cast, poll: Poll, frame: Frame, voice: Voice) -> tuple[Frame, Reply]:
    """Votes in words; what was understood is said back, since the chat reads along anyway."""
    reader = voice.reader
    if not _may_vote(poll, voice):
        return frame, not_theirs(poll, voice)
    if poll.is_over:
        return frame, Reply(card=showing.common(poll, voice.turn.now), dialog="voting", outcome="over")
    if heard.is_unsure:
        return frame, _told(reader.say("vote-unsure"), "unsure")
    if heard.unknown:
        times = reader.names([reader.moment(each.window) for each in poll.candidates])
        organizer = showing.names_of(poll.electorate)[poll.organizer.id]
        none = reader.say("vote-not-among", said=heard.unknown, times=times, organizer=organizer)
        return frame, _told(none, "not_among")
    ahead = {each.id for each in poll.candidates if each.window.start > voice.turn.now}
    answers = tuple((ident, answer) for ident, answer in heard.answers if ident in ahead)
    if not answers:
        return frame, _told(reader.say("vote-which-passed"), "passed")
    poll = await vote(poll, answers, voice)
    # In a chat everybody reads along, on the clock of the card that they share.
    where = reader.zone != poll.zone and voice.turn.in_group
    reader = replace(reader, zone=poll.zone) if where else reader
    city = f" ({reader.city()})" if where else ""
    if poll.status in (Status.BOOKED, Status.BOOKING) and poll.winner:
        name = "vote-heard-booked" if poll.status is Status.BOOKED else "vote-heard-booking"
        words = reader.say(name, subject=poll.subject, moment=f"{reader.moment(poll.winner.window)}{city}")
        return frame, _told(words, "settled")
    told = "; ".join(_heard(poll, answers, answer, reader) for answer in Answer if answer in dict(answers).values())
    first = voice.turn.speaker.name.partition(" ")[0]
    return frame, _told(reader.say("vote-heard", name=first, told=f"{told}{city}"), "voted")


def _heard(poll: Poll, answers: tuple[tuple[str, Answer], ...], answer: Answer, reader: Reader) -> str:
    moments = [reader.moment(each.window) for each in poll.candidates if (each.id, answer) in answers]
    return reader.say(f"vote-heard-{answer}", times=reader.names(moments), count=len(moments))


async def vote(poll: Poll, answers: tuple[tuple[str, Answer], ...], voice: Voice) -> Poll:
    """Count somebody's answers, book what is decided by them, and show it to everybody."""
    board, now = voice.board, voice.turn.now
    members = await here(poll, board)
    voter = await _voter(poll, members, voice)
    poll = await changed(board, poll.id, partial(_voted, voter=voter, members=members, answers=answers, now=now))
    try:
        poll = await advance(poll.id, board, now)
    except GraphError:
        # The vote is counted; what is decided by it is booked as soon as Graph takes it.
        poll = await _read(poll, board)
    await show(poll, board, now)
    return poll


def _voted(
    poll: Poll,
    *,
    voter: Voter,
    members: tuple[Voter, ...] | None,
    answers: tuple[tuple[str, Answer], ...],
    now: datetime,
) -> Poll:
    if poll.status is not Status.OPEN:
        return poll
    poll = present(poll, (*members, voter)) if members is not None else poll
    return cast(with_voter(poll, voter), voter.id, answers, now)


async def _read(poll: Poll, board: Board) -> Poll:
    kept = await board.read(poll.id)
    return kept.poll if kept else poll


async def here(poll: Poll, board: Board) -> tuple[Voter, ...] | None:
    """Who is in the chat of the vote now, with the addresses of those who have joined; None: nobody tells."""
    if poll.chat == "personal":
        return None
    members = await board.members(poll.conversation)
    if members is None:
        return None
    return tuple(await asyncio.gather(*(_member(each, poll, board) for each in members)))


async def _member(member: Mentioned, poll: Poll, board: Board) -> Voter:
    ident = member.id or member.account
    known = poll.voter(ident)
    if known or not poll.is_for_chat:
        return replace(known, account=member.account or known.account) if known else Voter(ident, member.name)
    return await _newcomer(Voter(ident, member.name, member.email, member.account), poll, board)


async def _newcomer(newcomer: Voter, poll: Poll, board: Board) -> Voter:
    """Somebody who has joined, with the address at which they can be invited where the directory tells."""
    try:
        person = await people.get_user(board.graph_of(poll.organizer.id), newcomer.id)
    except GraphError:
        return newcomer
    return replace(newcomer, name=person.name, email=person.email)


async def _voter(poll: Poll, members: tuple[Voter, ...] | None, voice: Voice) -> Voter:
    speaker = voice.turn.speaker
    known = poll.voter(speaker.id) or next((each for each in members or () if each.id == speaker.id), None)
    return known or await _newcomer(Voter(speaker.id, speaker.name), poll, voice.board)


def _may_vote(poll: Poll, voice: Voice) -> bool:
    """Whoever was asked, and whoever is in the chat where the chat was asked."""
    return poll.voter(voice.id) is not None or (poll.is_for_chat and voice.turn.in_group)


def not_theirs(poll: Poll, voice: Voice) -> Reply:
    """Somebody whose vote was not asked for."""
    names = voice.reader.names([each.name for each in poll.electorate])
    return _told(voice.reader.say("vote-not-asked", names=names), "not_theirs")


async def show(poll: Poll, board: Board, now: datetime) -> None:
    """Put the vote as it stands into every message that shows it; somebody may have voted meanwhile."""
    poll = await _read(poll, board)
    card = showing.common(poll, now)
    await asyncio.gather(*(board.replace(post, card) for post in poll.posts))


async def show_anew(poll: Poll, board: Board, now: datetime) -> Poll:
    """Say it again at the bottom of its chat, and keep it up to date there too."""
    post = Post(poll.conversation, await board.post(poll.conversation, showing.common(poll, now)))
    if not post.message:
        return poll
    return await changed(board, poll.id, lambda kept: replace(kept, posts=(*kept.posts, post)))


async def card_of(poll: Poll, voice: Voice, outcome: str) -> Reply:
    """The vote for who speaks, and for everybody where others would see it."""
    now = voice.turn.now
    card = await showing.own(poll, voice.asker, voice.id, voice.reader, now)
    return Reply(card=card, common=showing.common(poll, now), dialog="voting", outcome=outcome)


def _told(words: str, outcome: str) -> Reply:
    return Reply(text=words, dialog="voting", outcome=outcome)
