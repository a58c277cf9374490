"""What of a turn is about a vote, and which of its jobs answers. The only place of this package that routes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from dialogs import stale, trouble
from dialogs.asker import Asker, asker_of
from dialogs.cards import notices
from dialogs.frame import Frame
from dialogs.people.circles import RosterUnknown
from dialogs.turn import Reply, Tap, Turn
from dialogs.understand import Context, understand
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood
from dialogs.voting import ballots, casting, drafting, posting, running
from dialogs.voting.board import Board
from dialogs.voting.poll import Poll, Status
from dialogs.voting.voice import Voice
from dialogs.words.reader import Reader
from graph.client import GraphClient
from graph.errors import GraphError

VERBS = frozenset(
    {
        "vote_post",
        "vote_drop_draft",
        "vote_drop",
        "vote_add",
        "vote_view",
        "vote_cast",
        "vote_book",
        "vote_close",
        "vote_cancel",
        "vote_remind",
        "vote_reopen",
        "vote_undo",
        "vote_leave",
    }
)
_EVERYBODYS = frozenset({"vote_view", "vote_cast"})
_WHO = frozenset({"choose_person", "leave_out", "dont_book"})
"""Buttons of the card that asks who is meant, which belong to whatever asked."""


@dataclass(frozen=True)
class Hearer:
    """A turn before it is known whether its speaker's mailbox is needed."""

    turn: Turn
    graph: GraphClient
    reader: Reader
    understand: Callable[[ZoneInfo], Understood] | None = None
    """Reads the same words in another zone: what the client says of it may not be the mailbox's."""


async def heard(
    said: Understood, frame: Frame, board: Board, hearer: Hearer, *, pressed: Tap | None
) -> tuple[Frame, Reply] | None:
    """Answer words that are about a vote; None where they are not. `pressed` is the button that they press, if any."""
    turn, reader = hearer.turn, hearer.reader
    if pressed and (pressed.verb in VERBS or pressed.verb in _WHO):
        answered = await tapped(pressed, frame, board, hearer)
        if answered is not None:
            return answered
    decided = await _decided(frame, board, hearer)
    said = decided or said
    about = said.intent is Intent.POLL or (said.intent is Intent.SCHEDULE and said.facet == "vote")
    is_draft = frame.question is not None and frame.question.kind in ("vote", "person")
    open_here = () if about or is_draft else await _open_in(turn, frame, board)
    if not (about or is_draft or open_here):
        return None
    voice = Voice(turn, reader, board)
    if open_here:
        return await _voted(open_here, frame, voice, hearer.graph)
    try:
        if said.intent is Intent.POLL and not is_draft:
            poll = _meant(said, await board.of_chat(turn.conversation), turn.speaker.id)
            if poll is None or running.is_for_anybody(said, poll, turn.speaker.id):
                frame, voice = await _known(frame, voice, hearer.graph)
                return await _asked_by_anybody(said, poll, frame, voice)
        frame, asker = await asker_of(turn, frame, hearer.graph)
        if hearer.understand and asker.zone != reader.zone:
            said = hearer.understand(asker.zone)
        return await _served(said, frame, asker, replace(voice, asker=asker, reader=asker.reader))
    except RosterUnknown:
        return frame, Reply(text=reader.say("members-unknown"), dialog="voting", outcome="members_unknown")
    except GraphError as error:
        again = ("say", {"text": turn.utterance, "for": turn.speaker.id})
        return frame, trouble.apology(error, reader, again, writing=about)


async def _decided(frame: Frame, board: Board, hearer: Hearer) -> Understood | None:
    """ "Ok Wednesday it is, book that", of the speaker's own vote that runs here, and "how does it look?" of any.

    None where it is nothing like it.
    """
    turn, words = hearer.turn, patterns()
    found = words["decides-vote"].fullmatch(turn.utterance)
    asks = words["asks-how-vote"].fullmatch(turn.utterance)
    if not (found or asks) or frame.asked or frame.booking or frame.open_change:
        return None
    running_ = [poll for poll in await board.of_chat(turn.conversation) if poll.status is Status.OPEN]
    context = Context(turn.now.astimezone(hearer.reader.zone), hearer.reader.zone, turn.locale)
    if found is None:
        return understand("show the vote", context) if running_ else None
    if not any(poll.organizer.id == turn.speaker.id for poll in running_):
        return None
    return understand(f"close the vote and book {found['time'] or found['this'] or found['that']}", context)


async def _served(said: Understood, frame: Frame, asker: Asker, voice: Voice) -> tuple[Frame, Reply] | None:
    board = voice.board
    if said.intent is Intent.SCHEDULE and said.facet == "vote":
        return await drafting.start(said, frame, asker, board)
    if frame.question and frame.question.kind in ("vote", "person"):
        amended = await drafting.amend(said, frame, asker, board)
        if amended is not None or said.intent is not Intent.POLL:
            return amended
    poll = _meant(said, await board.of_chat(asker.turn.conversation), asker.id)
    if poll is None or running.is_for_anybody(said, poll, asker.id):
        return await _asked_by_anybody(said, poll, frame, voice)
    return await running.said(said, poll, frame, asker, voice)


async def _asked_by_anybody(said: Understood, poll: Poll | None, frame: Frame, voice: Voice) -> tuple[Frame, Reply]:
    """What needs nobody's mailbox."""
    if poll is None:
        return frame, Reply(text=voice.reader.say("vote-no-vote"), dialog="voting", outcome="nothing")
    if said.facet in running.ORGANIZERS:
        words = voice.reader.say("vote-only-organizer", organizer=poll.organizer.name)
        return frame, Reply(text=words, dialog="voting", outcome="not_theirs")
    return frame, await running.shown(poll, voice)


def _meant(said: Understood, polls: Sequence[Poll], speaker: str) -> Poll | None:
    """The newest one that runs, one of the speaker's own rather; else the one that ended last."""
    running_ = [poll for poll in polls if poll.status in (Status.OPEN, Status.BOOKING)]
    own = [poll for poll in running_ if poll.organizer.id == speaker]
    if said.facet in ("reopen", "extend", "book") and not own:
        own = [poll for poll in polls if poll.organizer.id == speaker and poll.status is Status.CLOSED]
    return next(iter(own or running_ or polls), None)


async def _open_in(turn: Turn, frame: Frame, board: Board) -> tuple[Poll, ...]:
    """The votes that words may answer: those that run here, while nothing else is being asked."""
    if turn.tap or (frame.asked and frame.asked.yes) or frame.booking or frame.open_change:
        return ()
    polls = await board.of_chat(turn.conversation)
    running_ = tuple(poll for poll in polls if poll.status is Status.OPEN)
    # Who is late with a vote is told how it ended, rather than something about that day.
    ahead = (poll for poll in polls if any(each.window.start > turn.now for each in poll.candidates))
    return running_ or tuple(ahead)[:1]


async def _voted(polls: Sequence[Poll], frame: Frame, voice: Voice, graph: GraphClient) -> tuple[Frame, Reply] | None:
    """The newest vote whose times the words speak of."""
    found = None
    frame, known = await _known(frame, voice, graph) if _sounds_like_one(polls, voice) else (frame, voice)
    for poll, zone in ((each, zone) for each in polls for zone in dict.fromkeys((known.reader.zone, each.zone))):
        # A time is said as its voter reads it, or as everybody sees it.
        cast = ballots.cast_of(voice.turn.utterance, poll.candidates, voice.turn.now, zone, voice.turn.locale)
        if cast and cast.is_bare and (poll.is_over or frame.asked):
            cast = None
        if cast and cast.answers:
            found = poll, cast
            break
        found = found or ((poll, cast) if cast else None)
    if found is None:
        return None
    poll, cast = found
    return await casting.said(cast, poll, frame, known)


def _sounds_like_one(polls: Sequence[Poll], voice: Voice) -> bool:
    """Before anybody's mailbox is read."""
    turn = voice.turn
    return any(ballots.cast_of(turn.utterance, poll.candidates, turn.now, poll.zone, turn.locale) for poll in polls)


async def _known(frame: Frame, voice: Voice, graph: GraphClient) -> tuple[Frame, Voice]:
    """With the speaker's mailbox, if it can be read; nobody has to sign in to vote."""
    try:
        frame, asker = await asker_of(voice.turn, frame, graph)
    except GraphError:
        return frame, voice
    return frame, replace(voice, asker=asker, reader=asker.reader)


async def tapped(tap: Tap, frame: Frame, board: Board, hearer: Hearer) -> tuple[Frame, Reply] | None:
    """Answer a button of a vote; None where it is another one's."""
    turn, reader = hearer.turn, hearer.reader
    if tap.verb not in VERBS and tap.verb not in _WHO:
        return None
    kept = await board.read(str(tap.data.get("poll") or tap.data.get("card")))
    if kept is None:
        if tap.verb in _WHO:
            return None
        return frame, Reply(card=notices.expired(reader), dialog="voting", outcome="expired")
    poll, voice = kept.poll, Voice(turn, reader, board)
    if tap.verb in _EVERYBODYS:
        frame, voice = await _known(frame, voice, hearer.graph)
    elif poll.organizer.id != turn.speaker.id:
        words = reader.say("vote-only-organizer", organizer=poll.organizer.name)
        return frame, Reply(text=words, dialog="voting", outcome="not_theirs")
    try:
        if tap.verb in _EVERYBODYS:
            return await (
                running.view(poll, frame, voice)
                if tap.verb == "vote_view"
                else casting.cast_tapped(poll, tap.data, frame, voice)
            )
        frame, asker = await asker_of(turn, frame, hearer.graph)
        voice = replace(voice, asker=asker, reader=asker.reader)
        if poll.status is Status.DRAFT or tap.verb in ("vote_post", "vote_drop_draft"):
            return await _draft_tapped(tap, poll, frame, asker, board)
        return await _organizer_tapped(tap, poll, frame, voice)
    except GraphError as error:
        return frame, trouble.apology(error, reader, (tap.verb, tap.data), writing=True)


async def _draft_tapped(tap: Tap, poll: Poll, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    if poll.status is not Status.DRAFT and tap.verb != "vote_post":
        card = notices.expired(asker.reader)
        return frame, Reply(card=card, dialog="voting", outcome="expired")
    match tap.verb:
        case "vote_post":
            return await posting.post(poll.id, tap.data, frame, asker, board)
        case "vote_drop_draft" | "dont_book":
            return await drafting.leave(poll.id, frame, asker, board)
        case "vote_drop":
            return await drafting.drop_tapped(poll, tap.data, frame, asker, board)
        case "vote_add":
            return await drafting.add_tapped(poll, tap.data, frame, asker, board)
        case "choose_person" if poll.booking.unresolved:
            return await drafting.choose_person(poll, tap.data, frame, asker, board)
        case "leave_out" if poll.booking.unresolved:
            return await drafting.leave_out(poll, frame, asker, board)
    return frame, stale.expired("voting", asker)


async def _organizer_tapped(tap: Tap, poll: Poll, frame: Frame, voice: Voice) -> tuple[Frame, Reply]:
    match tap.verb:
        case "vote_book":
            return await running.book(poll, tap.data, frame, voice)
        case "vote_close":
            return await running.end(poll, Status.CLOSED, frame, voice)
        case "vote_cancel":
            return await running.end(poll, Status.CANCELLED, frame, voice)
        case "vote_remind":
            return await running.remind(poll, frame, voice)
        case "vote_reopen":
            return await running.reopen(poll, frame, voice)
        case "vote_undo":
            return await running.undo(poll, frame, voice)
        case "vote_leave":
            words = voice.reader.say("vote-left-confirm")
            card = notices.notice(words, voice.reader)
            return frame.closing(poll.id), Reply(card=card, dialog="voting", outcome="left")
    return frame, Reply(card=notices.expired(voice.reader), dialog="voting", outcome="expired")
