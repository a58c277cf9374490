"""What the organizer does with a vote that runs: show, remind, extend, book early, close, open again, cancel.

Ana: who hasn't voted?
Bot: the card, with the tally and who is missing
Ana: remind those who haven't voted tomorrow at 9
Ana: book the winner
Bot: Book “Fair review” without waiting for more votes? Tue 9 Mar 11:00 – 12:00     [Book] [Don't book]
"""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from dialogs.asker import Asker
from dialogs.cards import notices
from dialogs.cards import voting as cards
from dialogs.frame import Asked, Frame
from dialogs.turn import Chat, Json, Reply, Tap
from dialogs.understand.understood import Question, Understood
from dialogs.voting import ballots, candidates, casting, deadlines, showing
from dialogs.voting.board import Board, changed
from dialogs.voting.poll import (
    Answer,
    Candidate,
    Poll,
    Post,
    Quorum,
    Status,
    Voter,
    cast,
    chosen,
    ended,
    opened,
    present,
    with_candidate,
    without_candidate,
)
from dialogs.voting.settling import advance, release, settle
from dialogs.voting.voice import Voice
from graph import events
from graph.errors import NotFound

ORGANIZERS = frozenset({"close", "cancel", "reopen", "extend", "remind", "book", "add", "drop", "quorum"})
"""What only the organizer may do."""


def is_for_anybody(heard: Understood, poll: Poll, speaker: str) -> bool:
    """Whether the answer is the same whoever's mailbox it is: the tally, or that it is not theirs to decide."""
    return heard.facet not in ORGANIZERS or poll.organizer.id != speaker


async def said(heard: Understood, poll: Poll, frame: Frame, asker: Asker, voice: Voice) -> tuple[Frame, Reply]:
    """The organizer's words about a vote that is posted. Raises GraphError."""
    match heard.facet:
        case "close":
            return await end(poll, Status.CLOSED, frame, voice)
        case "cancel":
            return await end(poll, Status.CANCELLED, frame, voice)
        case "reopen":
            return await reopen(poll, frame, voice)
        case "extend":
            return await _extend(heard, poll, frame, asker, voice)
        case "remind":
            return await _remind(heard, poll, frame, asker, voice)
        case "book":
            return _ask_to_book(heard, poll, frame, asker)
        case "add":
            return await _add(heard, poll, frame, asker, voice)
        case "drop":
            return await _drop(heard, poll, frame, asker, voice)
        case "quorum" if heard.vote:
            return await _requorum(Quorum(heard.vote.quorum, heard.vote.number), poll, frame, voice)
    return frame, await shown(poll, voice)


async def shown(poll: Poll, voice: Voice) -> Reply:
    """The vote as it stands now, with who is in the chat now."""
    board = voice.board
    members = await casting.here(poll, board)
    if members is not None and poll.status is Status.OPEN:
        poll = await changed(board, poll.id, lambda kept: present(kept, members))
    reply = await casting.card_of(poll, voice, "shown")
    # In a chat the answer to words is read by everybody.
    return replace(reply, card=reply.common) if voice.turn.in_group and voice.turn.tap is None else reply


async def view(poll: Poll, frame: Frame, voice: Voice) -> tuple[Frame, Reply]:
    """A client shows the card to somebody, and asks what it looks like for them; what is undone is taken up again."""
    if poll.status is Status.BOOKING and voice.asker and poll.organizer.id == voice.id:
        poll = await settle(poll, voice.board, voice.turn.now)
        await casting.show(poll, voice.board, voice.turn.now)
    return frame, await casting.card_of(poll, voice, "viewed")


async def end(poll: Poll, status: Status, frame: Frame, voice: Voice) -> tuple[Frame, Reply]:
    """Close or cancel it; what was held is released. Raises GraphError."""
    before = poll
    poll = await changed(voice.board, poll.id, partial(ended, status=status))
    poll = await settle(poll, voice.board, voice.turn.now)
    await casting.show(poll, voice.board, voice.turn.now)
    if before.is_over and poll.status is before.status:
        return frame, await _over(poll, voice)
    return frame, await _card(poll, voice, str(status))


async def _over(poll: Poll, voice: Voice) -> Reply:
    """It is over already; how it ended is on the card."""
    return await _card(poll, voice, "over")


async def _card(poll: Poll, voice: Voice, outcome: str) -> Reply:
    reply = await casting.card_of(poll, voice, outcome)
    return replace(reply, card=reply.common) if voice.turn.in_group and voice.turn.tap is None else reply


async def reopen(poll: Poll, frame: Frame, voice: Voice) -> tuple[Frame, Reply]:
    """Votes are taken again, and times are held again. Raises GraphError."""
    now = voice.turn.now
    poll = await changed(voice.board, poll.id, partial(_reopened, now=now))
    poll = await advance(poll.id, voice.board, now)
    await casting.show(poll, voice.board, now)
    return frame, await _card(poll, voice, "reopened")


def _reopened(poll: Poll, *, now: datetime) -> Poll:
    if poll.status is not Status.CLOSED:
        return poll
    closes = poll.closes_at if poll.closes_at and poll.closes_at > now else None
    return replace(opened(poll, now), closes_at=closes)


async def _extend(heard: Understood, poll: Poll, frame: Frame, asker: Asker, voice: Voice) -> tuple[Frame, Reply]:
    reader, now = asker.reader, voice.turn.now
    at = deadlines.deadline(heard.time, asker)
    if heard.time.duration and poll.closes_at and not heard.time.exact and not heard.time.slots:
        at = max(poll.closes_at, now) + heard.time.duration
    if at is None:
        return frame, _told(reader.say("vote-extend-when"), "asked")
    moment = f"{reader.day(at)}, {reader.clock(at)}"
    if at <= now:
        return frame, _told(reader.say("vote-extend-past", moment=moment), "passed")
    if poll.status not in (Status.OPEN, Status.CLOSED):
        return frame, await _over(poll, voice)
    poll = await changed(voice.board, poll.id, lambda kept: replace(_reopened(kept, now=now), closes_at=at))
    poll = await advance(poll.id, voice.board, now)
    await casting.show(poll, voice.board, now)
    return frame, _told(reader.say("vote-extended", moment=moment), "extended")


async def _remind(heard: Understood, poll: Poll, frame: Frame, asker: Asker, voice: Voice) -> tuple[Frame, Reply]:
    if poll.status is not Status.OPEN:
        return frame, await _over(poll, voice)
    at = heard.time.exact or (deadlines.morning(heard.time, asker) if heard.note else None)
    if at is None and heard.time.duration:
        at = asker.now + heard.time.duration
    if at is None:
        return await remind(poll, frame, voice)
    reader = asker.reader
    moment = f"{reader.day(at)}, {reader.clock(at)}"
    if at <= voice.turn.now:
        return frame, _told(reader.say("vote-extend-past", moment=moment), "passed")
    await changed(voice.board, poll.id, lambda kept: replace(kept, remind_at=at))
    return frame, _told(reader.say("vote-remind-later", moment=moment), "set")


async def remind(poll: Poll, frame: Frame, voice: Voice) -> tuple[Frame, Reply]:
    """Remind those who have not voted, at once."""
    reminded = await send_reminder(poll, voice.board, voice.turn.now)
    if not reminded:
        return frame, _told(voice.reader.say("vote-none-missing"), "nothing")
    names = voice.reader.names([each.name for each in reminded])
    return frame, replace(_told(voice.reader.say("vote-reminded", names=names), "reminded"), stacked=True)


async def send_reminder(poll: Poll, board: Board, now: datetime) -> tuple[Voter, ...]:
    """One message to the chat that names who is missing, or one to each of them where each was asked alone; whom."""
    members = await casting.here(poll, board)
    if members is not None:
        poll = await changed(board, poll.id, lambda kept: present(kept, members))
    missing = tuple(each for each in poll.missing if each.id != poll.organizer.id)
    if not missing or poll.status is not Status.OPEN:
        return ()
    if poll.chat is not Chat.PERSONAL:
        return missing if await _reminded(poll, poll.conversation, missing, board, now) else ()
    found = []
    for each in missing:
        chat = await board.personal_chat(each.id)
        if chat and await _reminded(poll, chat, (each,), board, now):
            found.append(each)
    return tuple(found)


async def _reminded(poll: Poll, conversation: str, missing: tuple[Voter, ...], board: Board, now: datetime) -> bool:
    """Say it in a conversation; the new message is kept up to date like those before it."""
    reader = showing.reader_of(poll)
    card = cards.reminder(showing.shown(poll, reader, now), missing, reader)
    post = Post(conversation, await board.post(conversation, card))
    if post.message:
        await changed(board, poll.id, lambda kept: replace(kept, posts=(*kept.posts, post)))
    return bool(post.message)


def _ask_to_book(heard: Understood, poll: Poll, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Before enough people have agreed, a time is booked by one more tap."""
    reader, now = asker.reader, asker.now
    if poll.status not in (Status.OPEN, Status.CLOSED):
        return frame, Reply(card=showing.common(poll, now), dialog="voting", outcome="over")
    candidate = _spoken_of(heard, poll, asker) if heard.note else showing.leader(poll, now)
    if candidate is None:
        return frame, _told(reader.say("vote-nothing-leads"), "asked")
    return confirm(poll, candidate, frame, asker)


def confirm(poll: Poll, candidate: Candidate, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Show what would be booked."""
    shown_ = showing.shown(poll, asker.reader, asker.now, viewer=asker.id)
    row = next(row for row in shown_.rows if row.id == candidate.id)
    book = Tap("vote_book", {"poll": poll.id, "t": candidate.id})
    asked = Asked(poll.id, Question("yes_no"), (book,), yes=book)
    card = cards.confirm(shown_, row, asker.reader)
    return replace(frame, asked=asked), Reply(card=card, dialog="voting", outcome="asked")


def _spoken_of(heard: Understood, poll: Poll, asker: Asker) -> Candidate | None:
    ids = ballots.meant(heard.note, poll.candidates, asker.now, asker.zone, asker.turn.locale)
    return next((each for each in poll.candidates if each.id in ids), None) if len(ids) == 1 else None


async def book(poll: Poll, data: Json, frame: Frame, voice: Voice) -> tuple[Frame, Reply]:
    """The organizer settles it. Raises GraphError, with the choice kept, so that the next try books the same."""
    now = voice.turn.now
    ident = str(data.get("t"))
    candidate = poll.candidate(ident)
    if candidate and candidate.window.start <= now:
        return frame, _told(voice.reader.say("vote-which-passed"), "passed")
    poll = await changed(voice.board, poll.id, partial(chosen, ident=ident, now=now, early=True))
    poll = await settle(poll, voice.board, now)
    await casting.show(poll, voice.board, now)
    if poll.status is Status.BOOKED:
        undo = Tap("vote_undo", {"poll": poll.id})
        frame = replace(frame.closing(poll.id), listed=(poll.event_id,), undo=undo)
    return frame, await _card(poll, voice, "booked")


async def undo(poll: Poll, frame: Frame, voice: Voice) -> tuple[Frame, Reply]:
    """Cancel what was booked; everybody is told. Raises GraphError."""
    if poll.status is Status.BOOKED and not showing.may_undo(poll, voice.turn.now):
        return replace(frame, undo=None), _told(voice.reader.say("vote-undo-late"), "too_late")
    if poll.status is Status.BOOKED:
        with suppress(NotFound):
            await events.cancel_event(voice.board.graph_of(poll.organizer.id), poll.event_id)
        poll = await changed(voice.board, poll.id, _undone)
        await casting.show(poll, voice.board, voice.turn.now)
    frame = replace(frame, undo=None, listed=())
    card = notices.notice(voice.reader.say("vote-undone"), voice.reader)
    return frame, Reply(card=card, dialog="voting", outcome="undone")


def _undone(poll: Poll) -> Poll:
    return replace(poll, status=Status.CANCELLED, chosen="", tied=()) if poll.status is Status.BOOKED else poll


async def _add(heard: Understood, poll: Poll, frame: Frame, asker: Asker, voice: Voice) -> tuple[Frame, Reply]:
    if poll.status is not Status.OPEN:
        return frame, await _over(poll, voice)
    more, problem = await candidates.with_time(poll, candidates.Added(heard.time, heard.note), asker)
    if problem:
        return frame, _told(problem, "refused")
    window = next(each.window for each in more.candidates if poll.candidate(each.id) is None)
    poll = await changed(voice.board, poll.id, partial(_with, more=more))
    poll = await settle(poll, voice.board, voice.turn.now)
    await casting.show(poll, voice.board, voice.turn.now)
    return frame, _told(asker.reader.say("vote-added-note", moment=asker.reader.moment(window)), "added")


def _with(poll: Poll, *, more: Poll) -> Poll:
    """With the one time that is new; the organizer offers it, and so can come."""
    new = next((each for each in more.candidates if all(each.window != one.window for one in poll.candidates)), None)
    if new is None or poll.status is not Status.OPEN:
        return poll
    added = with_candidate(poll, new.window, new.standings)
    ident = next(each.id for each in added.candidates if each.window == new.window)
    return cast(added, poll.organizer.id, ((ident, Answer.YES),), new.window.start - timedelta(seconds=1))


async def _drop(heard: Understood, poll: Poll, frame: Frame, asker: Asker, voice: Voice) -> tuple[Frame, Reply]:
    if poll.status is not Status.OPEN:
        return frame, await _over(poll, voice)
    candidate = _spoken_of(heard, poll, asker)
    if candidate is None or len(poll.candidates) == 1:
        name = "vote-last-time" if candidate else "vote-nothing-leads"
        return frame, _told(asker.reader.say(name), "refused")
    await release(poll, candidate, voice.board.graph_of(poll.organizer.id))
    await changed(voice.board, poll.id, partial(without_candidate, ident=candidate.id))
    poll = await advance(poll.id, voice.board, voice.turn.now)
    await casting.show(poll, voice.board, voice.turn.now)
    words = asker.reader.say("vote-dropped-note", moment=asker.reader.moment(candidate.window))
    return frame, _told(words, "dropped")


async def _requorum(quorum: Quorum, poll: Poll, frame: Frame, voice: Voice) -> tuple[Frame, Reply]:
    if poll.status is not Status.OPEN:
        return frame, await _over(poll, voice)
    await changed(voice.board, poll.id, lambda kept: replace(kept, quorum=quorum))
    poll = await advance(poll.id, voice.board, voice.turn.now)
    await casting.show(poll, voice.board, voice.turn.now)
    if poll.is_over:
        return frame, await _card(poll, voice, "settled")
    return frame, _told(voice.reader.say(f"vote-quorum-set-{quorum.kind}", count=quorum.number), "changed")


def _told(words: str, outcome: str) -> Reply:
    return Reply(text=words, dialog="voting", outcome=outcome)
