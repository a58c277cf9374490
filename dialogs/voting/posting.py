"""Post a vote that was drafted: times are held first, then everybody is asked."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from dialogs.asker import Asker
from dialogs.cards import notices
from dialogs.frame import Frame
from dialogs.turn import Json, Reply
from dialogs.voting import showing
from dialogs.voting.board import Board, changed
from dialogs.voting.poll import Poll, Post, Quorum, Status, ended, opened
from dialogs.voting.settling import settle


async def post(ident: str, data: Json, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    """The tap that asks everybody: times are held first, then the card is posted. Raises GraphError."""
    reader = asker.reader
    poll = await changed(board, ident, partial(_opened, data=data, now=asker.now))
    if poll.status is not Status.OPEN:
        return frame, Reply(card=showing.common(poll, asker.now), dialog="voting", outcome="repeated")
    poll = await settle(poll, board, asker.now)
    if not poll.posts:
        poll = await _posted(poll, asker.now, board)
    if not poll.posts:
        poll = await changed(board, ident, partial(ended, status=Status.CANCELLED))
        await settle(poll, board, asker.now)
        failed = notices.notice(reader.say("vote-post-failed"), reader)
        return frame.closing(ident), Reply(card=failed, dialog="voting", outcome="not_posted")
    words = reader.say("vote-posted", count=len(poll.candidates))
    if not asker.turn.in_group:
        names = reader.names([voter.name for voter in poll.electorate[1:]])
        words = reader.say("vote-posted-to", names=names, count=len(poll.candidates))
    return frame.closing(ident), Reply(card=notices.notice(words, reader), dialog="voting", outcome="posted")


def with_quorum(poll: Poll, data: Json) -> Poll:
    """With what the draft's choice says."""
    value = data.get("quorum")
    if value in ("all", "majority"):
        return replace(poll, quorum=Quorum(str(value)))
    if isinstance(value, str) and value.isdigit():
        return replace(poll, quorum=Quorum("number", int(value)))
    return poll


def _opened(poll: Poll, *, data: Json, now: datetime) -> Poll:
    return opened(with_quorum(poll, data), now) if poll.status is Status.DRAFT else poll


async def _posted(poll: Poll, now: datetime, board: Board) -> Poll:
    """In the chat, or in the personal chat of everybody who votes."""
    where = [poll.conversation]
    if poll.chat == "personal":
        where += [await board.personal_chat(voter.id) for voter in poll.electorate[1:]]
    card = showing.common(poll, now)
    sent = [Post(each, await board.post(each, card)) for each in dict.fromkeys(where) if each]
    posts = tuple(each for each in sent if each.message)
    return await changed(board, poll.id, lambda kept: replace(kept, posts=(*kept.posts, *posts)))
