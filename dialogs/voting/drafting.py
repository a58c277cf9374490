"""Put candidate times to a vote: the organizer sees and edits them first, then they are posted.

Ana: let's vote on a time for the fair review next week, an hour
Bot: Put these times to a vote: “Fair review” · 1 h · Ana, Ben and Chi vote
     Tue 9 Mar 11:00 – 12:00, everyone is free              [Drop]
     Wed 10 Mar 14:00 – 15:00, 2 of 3 free                  [Drop]     …            [Post the vote] [Don't post]
Ana: drop the second, add Friday at 10
Ana: [Post the vote]
"""

from dataclasses import dataclass, replace

from dialogs import stale
from dialogs.asker import Asker
from dialogs.booking import book, offers, questions
from dialogs.cards import notices
from dialogs.cards import voting as cards
from dialogs.decisions import meals
from dialogs.frame import Asked, Booking, Frame
from dialogs.people import attendees
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Question, Role, TimeConstraint, Understood, VoteSaid
from dialogs.voting import ballots, candidates, deadlines, posting, showing, voters
from dialogs.voting.board import Board, changed
from dialogs.voting.poll import MOST_CANDIDATES, MOST_VOTERS, Poll, Quorum, Status, Voter, ended, without_candidate
from graph.model import Window

_ASKED_ANEW = frozenset({Intent.AMEND, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE, Intent.UPDATE, Intent.RESCHEDULE})
USUAL_COUNT = 3


@dataclass(frozen=True)
class Editing:
    """A draft under way: the vote, the note above its times, and where it is kept."""

    poll: Poll
    note: str = ""


async def start(said: Understood, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    """Draft a vote from what was said. Raises GraphError."""
    say = asker.reader.say
    if said.time.rrule:
        return frame, _told(say("vote-one-time-only"), "refused")
    members = await board.members(asker.turn.conversation) if asker.turn.in_group else None
    asker = replace(asker, turn=replace(asker.turn, members=members))
    named = tuple(each for each in (*said.people, *said.perhaps) if each.kind != "me")
    offer = frame.open_offer if said.vote and said.vote.is_at_hand else None
    if not named and not offer and not asker.turn.in_group:
        return frame, _told(say("vote-personal"), "asked")
    if (
        members is None
        and asker.turn.in_group
        and (not (named or offer) or any(each.kind in ("chat", "team") for each in named))
    ):
        return frame, _told(say("members-unknown"), "members_unknown")
    for_chat = not named or all(each.kind == "chat" or each.role is Role.WITHOUT for each in named)
    mentions = named if any(each.role is not Role.WITHOUT for each in named) else (voters.CHAT, *named)
    guests, unresolved = await attendees.resolve(mentions, asker, frame.just_named)
    guests, unresolved = voters.of_the_chat(guests, unresolved, members or ())
    if offer and not named:
        guests, unresolved, for_chat = offer.booking.guests, (), False
    before = replace(offer.booking, room=None) if offer else Booking()
    booking = meals.at_mealtime(book.amended(before, said, guests, frame, asker.now), said.noun, asker.now)
    vote = said.vote or VoteSaid()
    poll = Poll(
        id=asker.card_id,
        organizer=Voter(asker.id, asker.me.name, asker.me.email, voters.account_of(asker.id, members or ())),
        conversation=asker.turn.conversation,
        chat=asker.turn.chat,
        subject="",
        booking=replace(booking, unresolved=unresolved),
        zone=asker.zone,
        locale=asker.turn.locale,
        hours24=asker.reader.hours24,
        wanted=min(vote.count or USUAL_COUNT, MOST_CANDIDATES),
        quorum=Quorum(vote.quorum, vote.number) if vote.quorum else Quorum(),
        closes_at=deadlines.deadline(vote.closes, asker) if vote.closes else None,
        is_for_chat=for_chat and asker.turn.in_group,
        begun_at=asker.now,
    )
    await board.write(poll, None)
    shown = tuple(opening.window for opening in offer.openings) if offer and booking.time == before.time else ()
    return await _go_on(poll, said, replace(frame.at_rest(), undo=frame.undo), asker, board, times=shown)


async def _go_on(
    poll: Poll,
    said: Understood | None,
    frame: Frame,
    asker: Asker,
    board: Board,
    *,
    times: tuple[Window, ...] = (),
) -> tuple[Frame, Reply]:
    """Ask who is meant, or find the times and show the draft; `times` are those that stay. Raises GraphError."""
    if poll.booking.unresolved:
        await _keep(poll, board)
        card, asked = await questions.which_person(poll.booking.unresolved[0], poll.id, asker)
        return replace(frame, asked=asked), Reply(card=card, dialog="voting", outcome="asked")
    poll = await voters.with_voters(poll, asker, board)
    others = len(poll.electorate) - 1
    if not others and not asker.turn.in_group:
        names = asker.reader.names(list(poll.unreachable))
        words = asker.reader.say("vote-nobody-reached", names=names, count=len(poll.unreachable))
        return frame, _told(words, "nobody")
    if not others:
        return frame, _told(asker.reader.say("vote-nobody"), "nobody")
    if len(poll.electorate) > MOST_VOTERS:
        return frame, _told(asker.reader.say("vote-too-many", count=MOST_VOTERS), "too_many")
    subject = offers.subject_of(poll.booking, asker)
    poll = replace(poll, subject=subject)
    explicit = times or (candidates.stated(said, poll.booking.length) if said else ())
    booking = poll.booking
    problem = "" if explicit else questions.unusable(booking, asker)
    if booking.time.impossible:
        problem = asker.reader.say("ask-when-impossible", said=booking.time.impossible)
    if problem:
        await _keep(poll, board)
        return replace(frame, asked=Asked(poll.id, Question("vote"), left="vote-not-posted")), _told(problem, "asked")
    poll, note = await candidates.with_times(poll, explicit, asker)
    if said and said.room and said.room.is_room:
        note = f"{note} {asker.reader.say('vote-no-room')}".strip()
    await _keep(poll, board)
    if not poll.candidates:
        asked = Asked(poll.id, Question("vote"), left="vote-not-posted")
        return replace(frame, asked=asked), _told(asker.reader.say("vote-none-found"), "nothing")
    return _draft(Editing(poll, note), frame, asker)


async def _keep(poll: Poll, board: Board) -> None:
    """A draft has one writer at a time: its organizer."""
    await changed(board, poll.id, lambda kept: poll if kept.status is Status.DRAFT else kept)


def _draft(editing: Editing, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    poll = editing.poll
    shown = showing.shown(poll, asker.reader, asker.now, viewer=asker.id)
    card = cards.draft(shown, asker.reader, asked=editing.note)
    post = Tap("vote_post", {"poll": poll.id})
    asked = Asked(poll.id, Question("vote"), (post,), yes=post, left="vote-not-posted")
    return replace(frame, asked=asked), Reply(card=card, dialog="voting", outcome="drafted")


async def amend(said: Understood, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply] | None:
    """What the words change in the draft that is asked about; None where they speak of something else.

    Raises GraphError.
    """
    kept = await board.read(frame.asked.id) if frame.asked else None
    if kept is None or kept.poll.status is not Status.DRAFT or kept.poll.organizer.id != asker.id:
        return None
    poll = kept.poll
    words = asker.turn.utterance
    if said.intent is Intent.POLL:
        return await _edited(said, poll, frame, asker, board)
    if (hit := patterns()["vote-drops"].fullmatch(words)) and (ids := _meant(hit["time"], poll, asker)):
        return await _dropped(ids, poll, frame, asker, board)
    if (
        (hit := patterns()["vote-adds"].fullmatch(words))
        and (time_ := candidates.time_of(hit["time"], asker)).exact
        and not said.people
    ):
        return await _added(candidates.Added(time_, hit["time"]), poll, frame, asker, board)
    if (hit := patterns()["decides-vote"].fullmatch(words)) and not hit["vote"]:
        ids = _meant(hit["time"] or hit["this"] or hit["that"], poll, asker)
        if len(ids) == 1:
            return await _taken(next(iter(ids)), poll, frame, asker, board)
    if said.intent not in _ASKED_ANEW and not (said.intent is Intent.SCHEDULE and not said.certain and not said.people):
        return None
    guests, unresolved = await attendees.resolve((*said.people, *said.perhaps), asker, frame.just_named)
    booking = book.amended(poll.booking, said, guests, frame, asker.now)
    if booking == poll.booking and not unresolved:
        return None
    poll = replace(poll, booking=replace(booking, unresolved=unresolved), is_for_chat=poll.is_for_chat and not guests)
    if unresolved or booking.time != kept.poll.booking.time or not poll.candidates:
        return await _go_on(poll, said, frame, asker, board)
    # The times stay, as they were edited.
    starts = tuple(Window.of(each.window.start, booking.length) for each in poll.candidates)
    return await _go_on(poll, None, frame, asker, board, times=starts)


async def _taken(ident: str, poll: Poll, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    """One of the times is booked after all, and nobody is asked. Raises GraphError."""
    frame, _ = await leave(poll.id, frame, asker, board)
    [window] = [each.window for each in poll.candidates if each.id == ident]
    time = TimeConstraint(exact=window.start.astimezone(asker.zone), duration=window.length)
    booking = replace(poll.booking, time=time, duration=window.length)
    frame, reply = await book.amend(Understood(Intent.AMEND, 1.0), replace(frame.at_rest(), booking=booking), asker)
    return replace(frame, then="book it", then_waits=False), reply


async def _edited(said: Understood, poll: Poll, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply] | None:
    """What is said of the draft by the name of the vote."""
    match said.facet:
        case "post":
            return await posting.post(poll.id, {}, frame, asker, board)
        case "cancel" | "close":
            return await leave(poll.id, frame, asker, board)
        case "quorum" if said.vote:
            poll = replace(poll, quorum=Quorum(said.vote.quorum, said.vote.number))
            await _keep(poll, board)
            return _draft(Editing(poll), frame, asker)
        case "extend" if at := deadlines.deadline(said.time, asker):
            poll = replace(poll, closes_at=at)
            await _keep(poll, board)
            moment = f"{asker.reader.day(at)}, {asker.reader.clock(at)}"
            return _draft(Editing(poll, asker.reader.say("vote-closes", moment=moment)), frame, asker)
        case "add":
            return await _added(candidates.Added(said.time, said.note), poll, frame, asker, board)
        case "drop" if ids := _meant(said.note, poll, asker):
            return await _dropped(ids, poll, frame, asker, board)
        case "show":
            return _draft(Editing(poll), frame, asker)
    return None


def _meant(words: str, poll: Poll, asker: Asker) -> frozenset[str]:
    return ballots.meant(words, poll.candidates, asker.now, asker.zone, asker.turn.locale)


async def _dropped(ids: frozenset[str], poll: Poll, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    if len(ids) >= len(poll.candidates):
        return _draft(Editing(poll, asker.reader.say("vote-last-time")), frame, asker)
    for ident in ids:
        poll = without_candidate(poll, ident)
    await _keep(poll, board)
    return _draft(Editing(poll), frame, asker)


async def _added(said: candidates.Added, poll: Poll, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    poll, problem = await candidates.with_time(poll, said, asker)
    if not problem:
        await _keep(poll, board)
    return _draft(Editing(poll, problem), frame, asker)


async def add_tapped(poll: Poll, data: Json, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    """A time was typed into the draft. Raises GraphError."""
    words = str(data.get("time") or "").strip()
    return await _added(
        candidates.Added(candidates.time_of(words, asker), words), posting.with_quorum(poll, data), frame, asker, board
    )


async def drop_tapped(poll: Poll, data: Json, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    """One of the times was dropped."""
    return await _dropped(frozenset((str(data.get("t")),)), posting.with_quorum(poll, data), frame, asker, board)


async def choose_person(poll: Poll, data: Json, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    """Whom a name means was tapped. Raises GraphError."""
    unclear, *rest = poll.booking.unresolved
    chosen = await attendees.chosen(unclear, data, asker)
    if chosen is None:
        return frame, stale.expired("voting", asker)
    guests, still = chosen
    booking = book.invited(replace(poll.booking, unresolved=(*still, *rest)), guests)
    return await _go_on(replace(poll, booking=booking), None, frame, asker, board)


async def leave_out(poll: Poll, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    """Who is not known stays out. Raises GraphError."""
    booking = replace(poll.booking, unresolved=poll.booking.unresolved[1:])
    return await _go_on(replace(poll, booking=booking), None, frame, asker, board)


async def leave(ident: str, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    """The draft is not posted."""
    await changed(board, ident, lambda poll: ended(poll, Status.CANCELLED) if poll.status is Status.DRAFT else poll)
    card = notices.notice(asker.reader.say("vote-not-posted"), asker.reader)
    return frame.closing(ident), Reply(card=card, dialog="voting", outcome="left")


def _told(words: str, outcome: str) -> Reply:
    return Reply(text=words, dialog="voting", outcome=outcome)
