"""Put candidate times to a vote: the organizer sees and edits them first, then they are posted.

Ana: let's vote on a time for the fair review next week, an hour
Bot: Put these times to a vote: “Fair review” · 1 h · Ana, Ben and Chi vote
     Tue 9 Mar 11:00 – 12:00, everyone is free              [Drop]
     Wed 10 Mar 14:00 – 15:00, 2 of 3 free                  [Drop]     …            [Post the vote] [Don't post]
Ana: drop the second, add Friday at 10
Ana: [Post the vote]
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import partial

from dialogs import attendees, book, meals, offering, openings, questions
from dialogs.asker import Asker
from dialogs.cards import notices
from dialogs.cards import voting as cards
from dialogs.frame import Asked, Booking, Frame, Guest, Unresolved
from dialogs.openings import Opening
from dialogs.turn import Json, Mentioned, Reply, Tap
from dialogs.understand import Context, understand
from dialogs.understand.patterns import patterns
from dialogs.understand.understood import (
    Intent,
    Kind,
    PersonMention,
    Question,
    Role,
    TimeConstraint,
    Understood,
    VoteSaid,
)
from dialogs.voting import ballots, showing
from dialogs.voting.board import Board, changed
from dialogs.voting.poll import (
    MOST_CANDIDATES,
    MOST_VOTERS,
    Poll,
    Post,
    Quorum,
    Status,
    Voter,
    ended,
    opened,
    with_candidate,
    without_candidate,
)
from dialogs.voting.settling import settle
from graph.model import Window

USUAL_COUNT = 3
CHAT = PersonMention("this chat", (0, 0), kind="chat")
_ASKED_ANEW = frozenset({Intent.AMEND, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE, Intent.UPDATE, Intent.RESCHEDULE})


@dataclass(frozen=True)
class Editing:
    """A draft under way: the vote, the note above its times, and where it is kept."""

    poll: Poll
    note: str = ""


@dataclass(frozen=True)
class Added:
    """A time that is to be voted on as well, and the words in which it was said."""

    time: TimeConstraint
    words: str


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
    mentions = named if any(each.role is not Role.WITHOUT for each in named) else (CHAT, *named)
    guests, unresolved = await attendees.resolve(mentions, asker, frame.just_named)
    guests, unresolved = _of_the_chat(guests, unresolved, members or ())
    if offer and not named:
        guests, unresolved, for_chat = offer.booking.guests, (), False
    before = replace(offer.booking, room=None) if offer else Booking()
    booking = meals.at_mealtime(book.amended(before, said, guests, frame, asker.now), said.noun, asker.now)
    vote = said.vote or VoteSaid()
    poll = Poll(
        id=asker.card_id,
        organizer=Voter(asker.id, asker.me.name, asker.me.email, _account(asker.id, members or ())),
        conversation=asker.turn.conversation,
        chat=asker.turn.chat,
        subject="",
        booking=replace(booking, unresolved=unresolved),
        zone=asker.zone,
        locale=asker.turn.locale,
        hours24=asker.reader.hours24,
        wanted=min(vote.count or USUAL_COUNT, MOST_CANDIDATES),
        quorum=Quorum(vote.quorum, vote.number) if vote.quorum else Quorum(),
        closes_at=deadline(vote.closes, asker) if vote.closes else None,
        is_for_chat=for_chat and asker.turn.in_group,
    )
    await board.write(poll, None)
    shown = tuple(opening.window for opening in offer.openings) if offer and booking.time == before.time else ()
    return await _go_on(poll, said, replace(frame.at_rest(), undo=frame.undo), asker, board, times=shown)


def _of_the_chat(
    guests: Sequence[Guest], unresolved: Sequence[Unresolved], members: Sequence[Mentioned]
) -> tuple[tuple[Guest, ...], tuple[Unresolved, ...]]:
    """Of two people with the name that was said, the one who is in this chat is meant."""
    here = {each.id for each in members if each.id}
    found, left = list(guests), []
    for unclear in unresolved:
        present = [person for person in unclear.candidates if person.id in here] if unclear.ambiguous else []
        if len(present) == 1:
            found.append(Guest(present[0], unclear.role))
        elif unclear.kind not in {"guest", "no_address"}:
            # Who is in the chat and cannot be invited votes all the same.
            left.append(unclear)
    return tuple(found), tuple(left)


def _account(ident: str, members: Sequence[Mentioned]) -> str:
    return next((each.account for each in members if each.id == ident), "")


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
    poll = await _with_voters(poll, asker, board)
    others = len(poll.electorate) - 1
    if not others and not asker.turn.in_group:
        names = asker.reader.names(list(poll.unreachable))
        words = asker.reader.say("vote-nobody-reached", names=names, count=len(poll.unreachable))
        return frame, _told(words, "nobody")
    if not others:
        return frame, _told(asker.reader.say("vote-nobody"), "nobody")
    if len(poll.electorate) > MOST_VOTERS:
        return frame, _told(asker.reader.say("vote-too-many", count=MOST_VOTERS), "too_many")
    subject = offering.subject_of(poll.booking, asker)
    poll = replace(poll, subject=subject)
    explicit = times or (_stated(said, poll.booking.length) if said else ())
    booking = poll.booking
    problem = "" if explicit else questions.unusable(booking, asker)
    if booking.time.impossible:
        problem = asker.reader.say("ask-when-impossible", said=booking.time.impossible)
    if problem:
        await _keep(poll, board)
        return replace(frame, asked=Asked(poll.id, Question("vote"), left="vote-not-posted")), _told(problem, "asked")
    poll, note = await _with_times(poll, explicit, asker)
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


async def _with_voters(poll: Poll, asker: Asker, board: Board) -> Poll:
    """Who votes: those of the guests whom the vote reaches, and of a chat everybody in it."""
    guests = poll.booking.guests
    if asker.turn.in_group:
        members = asker.turn.members
        if members is None:
            members = await board.members(poll.conversation)
        return _voters_of_chat(poll, members, asker.id)
    voters, unreachable = [], []
    for guest in guests:
        person = guest.person
        if person.id and await board.personal_chat(person.id):
            voters.append(_voter(guest))
        else:
            unreachable.append(person.name)
    return replace(poll, voters=tuple(voters), unreachable=tuple(unreachable))


def _voters_of_chat(poll: Poll, members: Sequence[Mentioned] | None, organizer: str) -> Poll:
    guests = poll.booking.guests
    if members is None:
        return replace(poll, voters=tuple(_voter(guest) for guest in guests if guest.person.id))
    by_id = {guest.person.id: guest for guest in guests if guest.person.id}
    by_email = {guest.person.email.lower(): guest for guest in guests}
    voters, seen = [], set()
    for member in members:
        guest = by_id.get(member.id or "") or by_email.get(member.email.lower() or "-")
        ident = member.id or member.account
        if ident == organizer or not ident or not (guest or poll.is_for_chat):
            continue
        voters.append(replace(_voter(guest) if guest else Voter(ident, member.name), id=ident, account=member.account))
        seen.add(guest.person.email if guest else "")
    away = tuple(guest.person.name for guest in guests if guest.person.email not in seen)
    return replace(poll, voters=tuple(voters), unreachable=away)


def _voter(guest: Guest) -> Voter:
    person = guest.person
    return Voter(person.id, person.name, person.email, is_optional=guest.role is Role.OPTIONAL)


def _stated(said: Understood, length: timedelta) -> tuple[Window, ...]:
    """The times that were said to the minute."""
    found = []
    for when in said.when:
        if when.excluded or when.start is None or when.kind not in (Kind.DATETIME, Kind.TIME, Kind.RANGE):
            continue
        if when.end is None and when.open == "":
            found.append(Window.of(when.start, length))
        elif when.firm and when.end:
            found.append(Window(when.start, when.end))
    return tuple(dict.fromkeys(found))


async def _with_times(poll: Poll, explicit: Sequence[Window], asker: Asker) -> tuple[Poll, str]:
    """With the times that were said, or with the best ones; and what is to be said about them. Raises GraphError."""
    now, booking = asker.now, poll.booking
    ahead = [window for window in explicit if window.start > now][:MOST_CANDIDATES]
    note = ""
    if len(ahead) < len(explicit):
        past = next(window for window in explicit if window not in ahead)
        note = asker.reader.say("vote-add-passed", moment=asker.reader.moment(past))
    poll = replace(poll, candidates=())
    if ahead:
        span = Window(min(each.start for each in ahead), max(each.end for each in ahead))
        calendars = await offering.calendars_if_visible(booking, span, asker)
        found = [openings.opening_at(window, calendars) for window in ahead]
        alone = len(ahead) == 1 and not poll.added
        found += await _best(poll, asker, near=ahead[0].start, seen=ahead) if alone else []
    else:
        found = await _best(poll, asker)
        if 0 < len(found) < min(poll.wanted, 2):
            note = asker.reader.say("vote-too-few", count=len(found))
    for opening in _in_rank(found):
        poll = with_candidate(poll, opening.window, opening.standings)
    return poll, note


async def _best(
    poll: Poll, asker: Asker, *, near: datetime | None = None, seen: Sequence[Window] = ()
) -> list[Opening]:
    now, booking = asker.now, poll.booking
    if near:
        around = Window(near - offering.NEARBY, near + offering.NEARBY)
        slots = openings.working_windows(asker.profile.hours, around)
    else:
        slots = openings.searched(offering.stretches(booking.time, now), asker.profile.hours)
    if not slots:
        return []
    span = Window(min(slot.start for slot in slots), max(slot.end for slot in slots))
    calendars = await offering.calendars_if_visible(booking, span, asker)
    excluded = tuple(offering.bound(slot, now) for slot in booking.time.excluded)
    found = openings.rank(
        calendars,
        slots,
        booking.length,
        now,
        excluded=excluded,
        seen=tuple(seen),
        near=near,
        spare_lunch=not booking.meal,
        limit=poll.wanted - len(seen),
    )
    good = [opening for opening in found if not opening.is_objected_to]
    return good if len(good) + len(seen) >= 2 else list(found)


def _in_rank(found: Sequence[Opening]) -> list[Opening]:
    """The best first: whom it troubles least, then how many it suits, then as they were found."""

    def key(place: int) -> tuple[int, int, int]:
        opening = found[place]
        taken = sum(standing > openings.Standing.ELSEWHERE for _, standing in opening.standings)
        return opening.worst, taken, place

    return [found[place] for place in sorted(range(len(found)), key=key)]


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
        and (time_ := _time_of(hit["time"], asker)).exact
        and not said.people
    ):
        return await _added(Added(time_, hit["time"]), poll, frame, asker, board)
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


async def _edited(said: Understood, poll: Poll, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply] | None:
    """What is said of the draft by the name of the vote."""
    match said.facet:
        case "post":
            return await post(poll.id, {}, frame, asker, board)
        case "cancel" | "close":
            return await leave(poll.id, frame, asker, board)
        case "quorum" if said.vote:
            poll = replace(poll, quorum=Quorum(said.vote.quorum, said.vote.number))
            await _keep(poll, board)
            return _draft(Editing(poll), frame, asker)
        case "extend" if at := deadline(said.time, asker):
            poll = replace(poll, closes_at=at)
            await _keep(poll, board)
            moment = f"{asker.reader.day(at)}, {asker.reader.clock(at)}"
            return _draft(Editing(poll, asker.reader.say("vote-closes", moment=moment)), frame, asker)
        case "add":
            return await _added(Added(said.time, said.note), poll, frame, asker, board)
        case "drop" if ids := _meant(said.note, poll, asker):
            return await _dropped(ids, poll, frame, asker, board)
        case "show":
            return _draft(Editing(poll), frame, asker)
    return None


def _meant(words: str, poll: Poll, asker: Asker) -> frozenset[str]:
    return ballots.meant(words, poll.candidates, asker.now, asker.zone, asker.turn.locale)


def _time_of(words: str, asker: Asker) -> TimeConstraint:
    return understand(f"move it to {words}", Context(asker.now, asker.zone, asker.turn.locale)).time


async def _dropped(ids: frozenset[str], poll: Poll, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    if len(ids) >= len(poll.candidates):
        return _draft(Editing(poll, asker.reader.say("vote-last-time")), frame, asker)
    for ident in ids:
        poll = without_candidate(poll, ident)
    await _keep(poll, board)
    return _draft(Editing(poll), frame, asker)


async def _added(said: Added, poll: Poll, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    poll, problem = await with_time(poll, said, asker)
    if not problem:
        await _keep(poll, board)
    return _draft(Editing(poll, problem), frame, asker)


async def with_time(poll: Poll, said: Added, asker: Asker) -> tuple[Poll, str]:
    """With one more time, or why not, in words. Raises GraphError."""
    say = asker.reader.say
    if said.time.exact is None:
        return poll, say("vote-add-unclear", said=said.words)
    window = Window.of(said.time.exact.astimezone(poll.zone), poll.booking.length)
    moment = asker.reader.moment(window)
    if window.start <= asker.now:
        return poll, say("vote-add-passed", moment=moment)
    if any(each.window == window for each in poll.candidates):
        return poll, say("vote-add-there", moment=moment)
    if len(poll.candidates) >= MOST_CANDIDATES:
        return poll, say("vote-add-full", count=MOST_CANDIDATES)
    calendars = await offering.calendars_if_visible(poll.booking, window, asker)
    return with_candidate(poll, window, openings.opening_at(window, calendars).standings), ""


# What the draft's buttons do


async def add_tapped(poll: Poll, data: Json, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    """A time was typed into the draft. Raises GraphError."""
    words = str(data.get("time") or "").strip()
    return await _added(Added(_time_of(words, asker), words), with_quorum(poll, data), frame, asker, board)


async def drop_tapped(poll: Poll, data: Json, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    """One of the times was dropped."""
    return await _dropped(frozenset((str(data.get("t")),)), with_quorum(poll, data), frame, asker, board)


async def choose_person(poll: Poll, data: Json, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    """Whom a name means was tapped. Raises GraphError."""
    unclear, *rest = poll.booking.unresolved
    chosen = await attendees.chosen(unclear, data, asker)
    if chosen is None:
        return frame, Reply(card=notices.expired(asker.reader), dialog="voting", outcome="expired")
    guests, still = chosen
    booking = book.invited(replace(poll.booking, unresolved=(*still, *rest)), guests)
    return await _go_on(replace(poll, booking=booking), None, frame, asker, board)


async def leave_out(poll: Poll, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    """Who is not known stays out. Raises GraphError."""
    booking = replace(poll.booking, unresolved=poll.booking.unresolved[1:])
    return await _go_on(replace(poll, booking=booking), None, frame, asker, board)


def with_quorum(poll: Poll, data: Json) -> Poll:
    """With what the draft's choice says."""
    value = data.get("quorum")
    if value in ("all", "majority"):
        return replace(poll, quorum=Quorum(str(value)))
    if isinstance(value, str) and value.isdigit():
        return replace(poll, quorum=Quorum("number", int(value)))
    return poll


async def leave(ident: str, frame: Frame, asker: Asker, board: Board) -> tuple[Frame, Reply]:
    """The draft is not posted."""
    await changed(board, ident, lambda poll: ended(poll, Status.CANCELLED) if poll.status is Status.DRAFT else poll)
    card = notices.notice(asker.reader.say("vote-not-posted"), asker.reader)
    return frame.closing(ident), Reply(card=card, dialog="voting", outcome="left")


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


def deadline(said: TimeConstraint, asker: Asker) -> datetime | None:
    """Until when: a stated time, the end of work on a stated day, or the end of a stretch; None: not said."""
    if said.exact:
        return said.exact.astimezone(asker.zone)
    if said.duration and not said.slots:
        return asker.now + said.duration
    slot = next(iter(said.slots), None)
    if slot is None:
        return None
    start, end = slot.start, slot.end
    if start and start.time() == time() and (end is None or end - start <= timedelta(days=1)):
        return datetime.combine(start.astimezone(asker.zone).date(), asker.profile.hours.end, asker.zone)
    return (end or start).astimezone(asker.zone) if (end or start) else None  # type: ignore[union-attr]  # one of them is


def morning(said: TimeConstraint, asker: Asker) -> datetime | None:
    """When on a stated day: as work begins, or as the stretch does; None: no day was said."""
    slot = next((slot for slot in said.slots if slot.start), None)
    if slot is None or slot.start is None:
        return None
    if slot.start.time() == time():
        return datetime.combine(slot.start.astimezone(asker.zone).date(), asker.profile.hours.start, asker.zone)
    return slot.start.astimezone(asker.zone)


def _told(words: str, outcome: str) -> Reply:
    return Reply(text=words, dialog="voting", outcome=outcome)
