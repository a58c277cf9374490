"""Answer or cancel several events at once: everything that will be sent is listed first, and one tap sends it.

Ana: decline everything on Friday, I'm off
Bot: Send 3 answers?  Stand-up · Decline · tells Tom Becker …        [Send 3 answers] [Leave as is]
Ana: not the stand-up
Bot: Send 2 answers? …                                               [Send 2 answers] [Leave as is]
Ana: [Send 2 answers]
Bot: Sent. Retro, Review: declined
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dialogs import stale
from dialogs.asker import Asker
from dialogs.booking import again
from dialogs.cards import notices
from dialogs.cards import several as cards
from dialogs.cards.several import Row
from dialogs.frame import Act, Asked, Batch, Frame, Line
from dialogs.invitations import notes
from dialogs.referents import upcoming, which
from dialogs.turn import Json, Reply, Tap
from dialogs.understand import Context, understand
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Question, Understood
from graph import events
from graph.errors import GraphError, NotFound
from graph.model import Event, EventType, Response, ShowAs

MOST = 30
"""Lines on one card. Nobody reads more before they send it."""
ACT_OF = {Intent.ACCEPT: Act.ACCEPT, Intent.TENTATIVE: Act.TENTATIVE, Intent.DECLINE: Act.DECLINE}
RESPONSE_OF = {
    Act.ACCEPT: Response.ACCEPTED,
    Act.TENTATIVE: Response.TENTATIVE,
    Act.DECLINE: Response.DECLINED,
}
BACK = {response: act for act, response in RESPONSE_OF.items()}
SENDS = {Act.ACCEPT: events.accept, Act.TENTATIVE: events.tentatively_accept, Act.DECLINE: events.decline}
MEETINGS = ("meetings", "calls", "invitations", "invites", "interviews", "syncs", "1:1s", "one-on-ones")
"""Nouns for events with other people, as against what one has blocked for oneself."""


async def answer(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """List the answers that would be sent. Raises GraphError."""
    foreign, own = await meant(said, frame, asker)
    spared = (said.spared, *said.spared.others) if said.spared else ()
    if foreign and (lost := await _nowhere(spared, frame, asker)):
        # What is not found cannot be left out, and must not be answered with the rest.
        words = asker.reader.say("several-spared-unknown", subject=lost[0])
        return frame, Reply(text=words, dialog="several", outcome="asked")
    lost = await _nowhere((said, *said.others), frame, asker) if foreign and said.others else ()
    left = [asker.reader.say("several-unplaced", subject=each) for each in lost]
    act = ACT_OF[said.intent]
    if act is Act.DECLINE and own and said.subject and not foreign:
        # Who skips what they hold themselves calls it off; that is asked first.
        off = replace(said, intent=Intent.CANCEL)
        return listed([(event, act_on(event, asker), "") for event in own], off, frame, asker)
    return listed([(event, act, "") for event in foreign], said, frame, asker, own=own, left=left)


async def _nowhere(named: Sequence[Understood], frame: Frame, asker: Asker) -> Sequence[str]:
    """What was named, and is called so nowhere ahead. Raises GraphError."""
    if not any(each.subject for each in named):
        return ()
    ahead = await upcoming.occurrences(asker, upcoming.YEAR)
    alone = [replace(each, scope="", others=()) for each in named if each.subject]
    return [each.subject for each in alone if not (which.meant(each, ahead, frame) or _is_parted(each, ahead, frame))]


def _is_parted(spared: Understood, ahead: Sequence[Event], frame: Frame) -> bool:
    parted = which.parted(spared)
    return parted is not None and any(which.meant(each, ahead, frame) for each in (parted, *parted.others))


async def meant(said: Understood, frame: Frame, asker: Asker) -> tuple[list[Event], list[Event]]:
    """The events that are to be answered so, and those of them that the asker organizes. Raises GraphError."""
    act = ACT_OF[said.intent]
    found = await _found(said, frame, asker)
    foreign = [event for event in found if not event.is_organizer and event.response is not RESPONSE_OF[act]]
    is_pending = said.noun in ("invitations", "invites") and any(event.is_unanswered for event in foreign)
    if patterns()["speaks-of-unanswered"].search(asker.turn.utterance):
        foreign, is_pending = [event for event in foreign if event.is_unanswered], True
    shown = _speaks_of_those_shown(said, frame, asker)
    is_named = bool(said.subject) and all(each.subject for each in said.others)
    if not (is_named and said.others) and (is_pending or act is not Act.DECLINE or not _is_described(said)):
        # What was answered already is changed only where it is meant: by its day, its name or who comes.
        waiting = [event for event in foreign if event.is_unanswered and not (shown and act is Act.DECLINE)]
        maybe = [event for event in foreign if event.response is Response.TENTATIVE]
        foreign = (
            waiting
            or (maybe if _is_described(said) or said.others else [])
            or _named(said, foreign, frame, shown=shown)
        )
    own = [event for event in found if event.is_organizer and which.others_of(event, asker.me.email)]
    # One's own meetings are no invitations, and nobody accepts them.
    is_of_invitations = bool(foreign) and (said.noun in ("invitations", "invites") or act is not Act.DECLINE)
    return foreign, own if (which.is_narrowed(said) or shown) and not is_of_invitations else []


async def cancel(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """List what would be cancelled, and what declined since others organize it; None where it is one alone.

    Raises GraphError.
    """
    found = await _found(said, frame, asker)
    if len(found) == 1 and not said.spared:
        return None
    return listed([(event, act_on(event, asker), "") for event in found], said, frame, asker)


async def alone(said: Understood, frame: Frame, asker: Asker) -> Event | None:
    """The one event that all of it comes to; None where there are more or none. Raises GraphError."""
    found = await _found(said, frame, asker)
    return found[0] if len(found) == 1 else None


def decline(foreign: Sequence[Event], frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """List the answers that would decline these."""
    said = Understood(Intent.DECLINE, 1.0)
    return listed([(event, Act.DECLINE, "") for event in foreign], said, frame, asker)


def act_on(event: Event, asker: Asker) -> Act:
    """How somebody gets rid of an event: their own is cancelled, another's declined."""
    if not event.is_organizer:
        return Act.DECLINE
    return Act.CANCEL if which.others_of(event, asker.me.email) else Act.DELETE


async def _found(said: Understood, frame: Frame, asker: Asker) -> tuple[Event, ...]:
    """The events ahead that the words mean, each once, in order. Raises GraphError."""
    # "All my 1:1s" are told by who comes, whatever they are called.
    said = replace(said, subject="") if said.noun in which.PAIRS and said.subject == said.noun else said
    dated = [each.time for each in (said, *said.others) if each.time.exact or each.time.slots]
    count = said.time.run.count
    each_alone = said.intent is Intent.CANCEL and _is_each_named(said)
    shown = _speaks_of_those_shown(said, frame, asker)
    read = upcoming.occurrences if dated or count or each_alone or shown else upcoming.each_series_once
    for span in (upcoming.SOON, upcoming.YEAR):
        ahead = [event for event in await read(asker, span) if _can_go(event, said, asker)]
        if found := _meant(said, ahead, frame, asker):
            # Of a series that is named beside another event, the next one is meant, as where it is named alone.
            found = which.next_of_each_series(found) if each_alone and not dated else found
            return found[:count] if count else found
    return ()


def is_endless(said: Understood, asker: Asker) -> bool:
    """ "All my meetings with Tom", of no time, and not said to be for good."""
    is_timed = said.when or said.time.exact or said.time.slots or said.time.run.count or said.next_after
    is_all = said.scope == "all" and bool(said.people) and not (said.subject or said.others or said.choice)
    return is_all and not is_timed and not patterns()["for-all-time"].search(asker.turn.utterance)


async def has_series(said: Understood, frame: Frame, asker: Asker) -> bool:
    """Whether what is meant would end a series. Raises GraphError."""
    return any(event.series_id for event in await _found(said, frame, asker))


def _speaks_of_those_shown(said: Understood, frame: Frame, asker: Asker) -> bool:
    """ "Cancel them all", of what is on the screen: those days' own, and nothing besides."""
    if _is_described(said) or said.choice is not None:
        return False
    return len(frame.listed) > 1 or bool(frame.listed and patterns()["of-those"].search(asker.turn.utterance))


def _is_each_named(said: Understood) -> bool:
    """ "The review and the retro", each told for itself, and not all of a kind."""
    return bool(said.others) and said.noun not in MEETINGS


def _meant(said: Understood, ahead: Sequence[Event], frame: Frame, asker: Asker) -> tuple[Event, ...]:
    by_id = {event.id: event for event in ahead}
    if _is_described(said) or said.choice is not None:
        # "My thing with Luc and the budget check" are two; "my meetings with Luc" are all of them.
        described = replace(said, scope="") if _is_each_named(said) else said
        found = set(_ids(which.meant(described, ahead, frame)))
        # What is named apart from the rest ("the review and the retro") is found apart.
        shared = replace(said, subject="", people=(), choice=None)
        for other in said.others:
            dated = other.time.exact or other.time.slots or other.choice
            # A day that was said of one of them need not be that of the other.
            then = which.meant(other if dated else replace(other, time=shared.time), ahead, frame)
            found |= set(_ids(then or which.next_of_each_series(which.meant(other, ahead, frame))))
    else:
        listed = {ident for ident in frame.listed if ident in by_id}
        unanswered = {event.id for event in ahead if event.is_unanswered}
        found = listed if _speaks_of_those_shown(said, frame, asker) else unanswered
    if said.spared:
        found -= {event.id for each in (said.spared, *said.spared.others) for event in _spared(each, ahead, frame)}
    return tuple(event for event in ahead if event.id in found)


def _spared(spared: Understood, ahead: Sequence[Event], frame: Frame) -> Sequence[Event]:
    return which.meant(spared, ahead, frame) if which.is_described(spared) or spared.choice is not None else ()


def _ids(found: Iterable[Event]) -> list[str]:
    return [event.id for event in found]


def _is_described(said: Understood) -> bool:
    return which.is_described(said)


def _named(said: Understood, foreign: list[Event], frame: Frame, *, shown: bool) -> list[Event]:
    """Events that are called by name are answered whatever was answered before."""
    return foreign if said.subject or said.others or shown or len(frame.listed) > 1 else []


def _can_go(event: Event, said: Understood, asker: Asker) -> bool:
    if event.is_cancelled or (event.start < asker.now and not event.is_all_day):
        return False
    if event.response is Response.DECLINED and said.intent in (Intent.CANCEL, Intent.DECLINE):
        return False
    if said.noun in which.PAIRS and not which.is_of_two(event):
        # "All my 1:1s" are none of a group.
        return False
    alone = event.is_organizer and not which.others_of(event, asker.me.email)
    if alone and not said.subject and (said.noun in MEETINGS or event.is_all_day or event.show_as is ShowAs.FREE):
        # A day's marker takes no time, and a block of one's own is no meeting.
        return False
    return said.intent is Intent.CANCEL or not alone


def listed(
    acts: Sequence[tuple[Event, Act, str]],
    said: Understood,
    frame: Frame,
    asker: Asker,
    *,
    own: Sequence[Event] = (),
    left: Sequence[str] = (),
) -> tuple[Frame, Reply]:
    """The card that asks whether all of it is to be done, each with a word of its own; `left`: what is left out."""
    if not acts:
        cancels = said.intent is Intent.CANCEL
        name = "cancel-none" if cancels else "several-own" if own else "several-none"
        names = asker.reader.names(list(dict.fromkeys(event.subject for event in own)))
        words = asker.reader.say(name, subjects=names) if own else asker.reader.say(name)
        return replace(frame, listed=()), Reply(text=words, dialog="several", outcome="nothing")
    if len(acts) > MOST:
        words = asker.reader.say("several-many", count=len(acts))
        return frame, Reply(text=words, dialog="several", outcome="too_many")
    theirs = notes.meant_for([event for event, _, _ in acts], asker.turn.utterance) if said.note else frozenset()
    lines = tuple(
        Line(event.id, act, event.response, notes.trimmed(said.note if event.id in theirs else note))
        for event, act, note in acts
    )
    is_open = said.facet == "cleared" and not said.note and any(act not in RESPONSE_OF for _, act, _ in acts)
    source = said.time.slots if is_open else ()
    batch = Batch(asker.card_id, lines, "" if theirs else notes.trimmed(said.note), said.is_quiet, source=source)
    return _ask(batch, [event for event, _, _ in acts], frame, asker, own=own, left=left)


def _ask(
    batch: Batch,
    listed: Sequence[Event],
    frame: Frame,
    asker: Asker,
    *,
    own: Sequence[Event] = (),
    left: Sequence[str] = (),
) -> tuple[Frame, Reply]:
    # A bare yes to "cancel or move?" says neither.
    yes = None if batch.source else Tap("several", {"card": batch.id})
    asked = Asked(batch.id, Question("several", tuple(event.subject for event in listed)), (), yes, left="several-kept")
    card = cards.preview(_rows(batch.lines, listed, asker), batch, own, asker.id, asker.reader, left=left)
    frame = replace(frame, batch=batch, asked=asked, listed=tuple(_ids(listed)), booking=None)
    return frame, Reply(card=card, dialog="several", outcome="asked")


def _rows(lines: Sequence[Line], listed: Sequence[Event], asker: Asker) -> list[Row]:
    by_id = {event.id: event for event in listed}
    return [
        Row(by_id[line.event_id], line.act, which.others_of(by_id[line.event_id], asker.me.email), line.note)
        for line in lines
    ]


def agrees(said: Understood, batch: Batch) -> bool:
    """Whether the words do what the card asks: "cancel them", where it would cancel."""
    cancels = said.intent is Intent.CANCEL and said.facet in ("", "at_hand") and not _is_described(said)
    return cancels and said.choice is None and any(line.act not in RESPONSE_OF for line in batch.lines)


async def correct(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Leave out what was named, do only that, or say another word to the others. Raises GraphError."""
    batch = frame.batch
    if batch is None or frame.asked is None or frame.asked.id != batch.id:
        return frame, Reply(text=asker.reader.say("nothing-to-choose"), dialog="several", outcome="nothing")
    listed = [event for _, event in await _read(batch.open_lines, asker) if isinstance(event, Event)]
    left = list(listed)
    if said.facet != "note" and said.spared:
        named = {event.id for each in (said.spared, *said.spared.others) for event in which.meant(each, listed, frame)}
        if not named:
            words = asker.reader.say("several-not-there")
            return frame, Reply(text=words, dialog="several", outcome="not_there")
        left = [event for event in listed if (event.id in named) is (said.facet == "only")]
    if not left:
        return frame.closing(batch.id), Reply(text=asker.reader.say("several-kept"), dialog="several", outcome="kept")
    kept = {event.id for event in left}
    changed = Batch(
        asker.card_id,
        tuple(line for line in batch.open_lines if line.event_id in kept),
        notes.trimmed(said.note) if said.facet == "note" else batch.note,
        batch.is_quiet,
        source=batch.source,
    )
    after, reply = _ask(changed, left, frame.closing(batch.id), asker)
    # "Only the retro" tells what is to be done as a yes does; "not the retro" leaves that open.
    return await send({"card": changed.id}, after, asker) if said.facet == "only" else (after, reply)


async def reanswered(frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """ "Just a maybe for the retro", to a card that would accept both: the other answers stay as they are listed.

    None where the words answer nothing on the card otherwise than it says. Raises GraphError.
    """
    batch = frame.batch
    if batch is None or not frame.is_asked(batch) or not any(line.act in RESPONSE_OF for line in batch.open_lines):
        return None
    words = patterns()["reanswers-lead"].sub("", asker.turn.utterance)
    said = understand(words, Context(asker.now, asker.zone, asker.turn.locale))
    act = ACT_OF.get(said.intent)
    if act is None or said.scope or said.others or said.spared or not (_is_described(said) or said.choice):
        return None
    listed = [event for _, event in await _read(batch.open_lines, asker) if isinstance(event, Event)]
    named = which.meant(said, listed, frame)
    if len(named) != 1:
        return None
    note = notes.trimmed(said.note)
    lines = tuple(
        replace(line, act=act, note=note or line.note) if line.event_id == named[0].id else line
        for line in batch.open_lines
    )
    if lines == batch.open_lines or any(
        line.event_id == named[0].id and line.act not in RESPONSE_OF for line in batch.open_lines
    ):
        return None
    return _ask(replace(batch, id=asker.card_id, lines=lines), listed, frame.closing(batch.id), asker)


async def keep(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Nothing of it is to be done."""
    words = asker.reader.say("several-kept")
    return frame.closing(data.get("card")), Reply(
        card=notices.notice(words, asker.reader), dialog="several", outcome="kept"
    )


async def send(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Do all that the card lists and is not done yet; what failed is told, and a repeat does it alone.

    Raises GraphError where nothing could be done at all.
    """
    batch = frame.batch
    if batch is None or batch.id != data.get("card") or batch.id in frame.closed:
        return frame, stale.expired("several", asker)
    note = notes.typed(data) if "note" in data else batch.note
    shown = await _read(batch.lines, asker)
    read = [(line, event) for line, event in shown if line.event_id not in batch.sent]
    outcomes = await asyncio.gather(*(_do(line, event, note, batch, asker) for line, event in read))
    failed = {
        line.event_id: outcome
        for (line, _), outcome in zip(read, outcomes, strict=True)
        if isinstance(outcome, GraphError)
    }
    if failed and len(failed) == len(read) and not batch.sent:
        raise next(iter(failed.values()))
    done = tuple(line.event_id for line in batch.open_lines if line.event_id not in failed)
    batch = replace(batch, note=note, sent=(*batch.sent, *done))
    cancelled = tuple(
        event
        for line, event in read
        if isinstance(event, Event) and line.event_id in done and line.act in (Act.CANCEL, Act.DELETE)
    )
    frame = again.remembered(batch.id, cancelled, replace(frame, batch=batch, asked=None), asker)
    # Of a single one "it" may be said afterwards.
    answered = done if len(shown) == 1 and not cancelled else ()
    frame = replace(frame, listed=answered, undo=Tap("undo_several", {"card": batch.id}))
    told = [(line, event, failed.get(line.event_id)) for line, event in shown]
    card = cards.sent(
        [
            (Row(event, line.act, which.others_of(event, asker.me.email), line.note), error is None)
            for line, event, error in told
            if isinstance(event, Event)
        ],
        batch,
        asker.id,
        asker.reader,
        can_undo=_can_undo(batch) or any(each.id == batch.id for each in frame.gone),
    )
    return frame, Reply(card=card, dialog="several", outcome="partly" if failed else "sent")


async def _read(lines: Sequence[Line], asker: Asker) -> list[tuple[Line, Event | GraphError]]:
    async def one(line: Line) -> Event | GraphError:
        try:
            event = await events.get_event(asker.graph, line.event_id, asker.zone)
        except GraphError as error:
            return error
        return await upcoming.next_of(event, asker) if event.type is EventType.MASTER else event

    return list(zip(lines, await asyncio.gather(*map(one, lines)), strict=True))


async def _do(line: Line, event: Event | GraphError, note: str, batch: Batch, asker: Asker) -> GraphError | None:
    """Do one of it, or nothing where it is done already."""
    if isinstance(event, NotFound):
        return None
    if isinstance(event, GraphError):
        return event
    try:
        if event.is_cancelled:
            return None
        note = "\n\n".join(filter(None, (line.note, note)))
        if line.act is Act.CANCEL:
            await events.cancel_event(asker.graph, event.id, note)
        elif line.act is Act.DELETE:
            await events.delete_event(asker.graph, event.id)
        elif event.response is not RESPONSE_OF[line.act] or line.note:
            await SENDS[line.act](asker.graph, event.id, note, send_response=not batch.is_quiet)
    except NotFound:
        return None
    except GraphError as error:
        return error
    return None


def _can_undo(batch: Batch) -> bool:
    return any(line.before in BACK and line.act in RESPONSE_OF for line in batch.lines)


async def undo(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Answer as it was answered before; what was cancelled is offered to be booked again. Raises GraphError."""
    batch = frame.batch
    if batch is None or batch.id != data.get("card") or not batch.sent:
        return frame, stale.expired("several", asker)
    back = [
        Line(line.event_id, BACK[line.before], RESPONSE_OF[line.act])
        for line in batch.lines
        if line.event_id in batch.sent and line.act in RESPONSE_OF and line.before in BACK
    ]
    if not back:
        return again.offer(batch.id, replace(frame, undo=None), asker)
    read = await _read(back, asker)
    quiet = replace(batch, note="")
    outcomes = await asyncio.gather(*(_do(line, event, "", quiet, asker) for line, event in read))
    rows = [
        (Row(event, line.act, which.others_of(event, asker.me.email)), outcome is None)
        for (line, event), outcome in zip(read, outcomes, strict=True)
        if isinstance(event, Event)
    ]
    if not rows or all(not done for _, done in rows):
        raise next(outcome for outcome in outcomes if outcome is not None)
    can_book = any(each.id == batch.id for each in frame.gone)
    card = cards.taken_back(rows, batch.id if can_book else None, asker.id, asker.reader)
    return replace(frame, undo=None), Reply(card=card, dialog="several", outcome="undone")
