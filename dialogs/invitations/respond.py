"""Answer invitations: those that wait, one that is named, and a change of mind.

Ana: any invitations waiting?
Bot: Two invitations are waiting …                     [Accept] [Tentative] [Decline]
Ana: decline the budget review, saying I am travelling
Bot: Declined. Priya Nair was told, with your note: “I am travelling”
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs import remarks, stale
from dialogs.asker import Asker
from dialogs.cards import invitations as cards
from dialogs.cards import notices
from dialogs.cards.invitations import Invitation
from dialogs.changing import cancel
from dialogs.frame import Asked, Frame
from dialogs.invitations import notes, several
from dialogs.mail import messages
from dialogs.people.names import folded, goes_by, has_name
from dialogs.referents import upcoming, which
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Question, Understood
from graph import events
from graph.errors import NotFound
from graph.model import Event, EventType, Response, ShowAs

LISTED = 2
"""Events that make a list, of which one can be told by its place."""
CANCELLED = "Canceled: "
"""What Exchange puts before the subject of a cancelled event."""
ANSWER_OF = {
    Intent.ACCEPT: Response.ACCEPTED,
    Intent.TENTATIVE: Response.TENTATIVE,
    Intent.DECLINE: Response.DECLINED,
}
ACTS = {
    Response.ACCEPTED: events.accept,
    Response.TENTATIVE: events.tentatively_accept,
    Response.DECLINED: events.decline,
}


async def show_waiting(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What waits for an answer: of those who are named alone, for the days that are, or what is called so.

    Raises GraphError.
    """
    waiting = _narrowed(_waiting(await upcoming.invitations_once(asker)), said, asker)
    if named := [each for each in said.people if each.kind == "name"]:
        waiting = tuple(each for each in waiting if any(which.organizes(sender, each.event) for sender in named))
        if not waiting:
            words = asker.reader.say("invitations-none-from", names=asker.reader.names([each.text for each in named]))
            return frame, Reply(text=words, dialog="respond", outcome="nothing")
    if not waiting:
        return frame, Reply(text=asker.reader.say("invitations-none"), dialog="respond", outcome="nothing")
    frame = replace(frame, listed=tuple(invitation.event.id for invitation in waiting))
    return frame, Reply(card=cards.invitations(waiting, asker.id, asker.reader), dialog="respond", outcome="listed")


def _narrowed(waiting: tuple[Invitation, ...], said: Understood, asker: Asker) -> tuple[Invitation, ...]:
    """Those that are called so ("the autoclave invite"), then those of the days that were said; all where none are.

    "Any new ones today?" may speak of when they came, so that a day of which there are none tells nothing.
    """
    called = patterns()["invitation-called"].search(asker.turn.utterance)
    words = (
        set(folded(called["x"] or called["y"]).split()) - which.EMPTY_WORDS - which.GENERIC_WORDS if called else set()
    )
    titled = [each for each in waiting if words & set(folded(each.event.subject).split())]
    then = [each for each in titled or waiting if which.takes_place(said, each.event)]
    return tuple(then or titled or waiting)


async def respond(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """An answer by words: at once where one invitation can be meant, else a list to pick from. Raises GraphError."""
    # "Tell her I can't make it" is of the meeting at hand; of others it tells nothing.
    said = replace(said, people=tuple(each for each in said.people if each.kind != "pronoun"))
    if said.scope == "all" or said.others:
        is_endless = said.intent is Intent.DECLINE and several.is_endless(said, asker)
        if is_endless and any(event.series_id for event in (await several.meant(said, frame, asker))[0]):
            return cancel.ask_until_when(frame, asker)
        return await _or_waiting(await several.answer(said, frame, asker), "several-none", asker)
    meant: tuple[Invitation, ...] = ()
    for ahead in (upcoming.SOON, upcoming.YEAR):
        meant = meant or await _meant_within(ahead, said, frame, asker)
    if not meant and (parted := which.parted(said)):
        return await _or_waiting(await several.answer(parted, frame, asker), "several-none", asker)
    if not meant:
        described = which.is_described(said) or said.choice is not None
        then = await upcoming.at_another_time(said, asker, frame.listed) if said.choice == 1 else None
        words = upcoming.none_then("invitations-none-match" if described else "invitations-none", then, asker)
        told = replace(frame, listed=(then.id,) if then else ()), Reply(text=words, dialog="respond", outcome="nothing")
        return await _or_waiting(told, "invitations-none-match", asker)
    if said.intent is Intent.DECLINE and all(each.event.is_organizer for each in meant):
        stays_away = patterns()["stays-away"].search(asker.turn.utterance)
        if said.note and len(meant) == 1 and stays_away:
            # "I can't make it, tell them I'll send notes": it goes on without them.
            return await messages.absent(meant[0].event, said.note, frame, asker)
        # Who skips what they hold themselves calls it off; that is asked first.
        return await cancel.cancel(replace(said, intent=Intent.CANCEL), frame, asker)
    if said.scope == "following" and which.is_one_series([each.event for each in meant]):
        # "Take me off it from now on" is about all of it that is to come.
        meant = (replace(meant[0], event=await _series_of(meant[0].event, asker)),)
    if len(meant) > 1:
        return _ask_which(meant, said, frame, asker)
    if not _is_sure(said, frame):
        return _ask_whether(meant[0], said, frame, asker)
    note, besides = _addressed(said.note, meant[0].event, asker)
    answer = ANSWER_OF[said.intent]
    frame, reply = await _answer(meant[0].event, answer, note, frame, asker, is_quiet=said.is_quiet)
    if not besides:
        return frame, reply
    if patterns()["tells-by-name"].search(asker.turn.utterance[: asker.turn.utterance.rfind(said.note)]):
        # Whoever else is to be told it gets a message of their own, which is shown first.
        return replace(frame, then=besides, then_waits=True), reply
    untold = asker.reader.say("note-untold", note=said.note, prompt=besides)
    return remarks.remarked((frame, replace(reply, prompts=(besides, *reply.prompts))), untold)


async def _or_waiting(answer: tuple[Frame, Reply], name: str, asker: Asker) -> tuple[Frame, Reply]:
    """The answer; where it only says by those words that no such invitation was found, also those that there are."""
    frame, reply = answer
    words = asker.reader.say(name)
    waiting = _waiting(await upcoming.invitations_once(asker)) if reply.text == words else ()
    if not waiting:
        return answer
    listed = replace(frame, listed=tuple(invitation.event.id for invitation in waiting))
    card = cards.invitations(waiting, asker.id, asker.reader)
    return remarks.remarked((listed, replace(reply, text="", card=card)), words)


def _addressed(note: str, event: Event, asker: Asker) -> tuple[str, str]:
    """The note, where the organizer is to be told it, and else the request that tells it to whom it is meant for.

    What only stands beside an answer ("no to the retro, school run") is a tap away, and sent to nobody.
    """
    utterance = asker.turn.utterance
    if not note:
        return note, ""
    at, told = utterance.rfind(note), patterns()["tell-that-behind"].search(utterance)
    sorry = patterns()["sorry-to"].search(utterance)
    if told is None and sorry is None and at <= 0:
        return note, ""
    # "Tell her that" may stand behind what she is to be told.
    whom = told["whom"] if told else sorry["who"] if sorry else ""
    before = f"tell {whom or 'them'} " if told or sorry else utterance[:at]
    if found := patterns()["tells-by-name"].search(before):
        who, organizer = found["who"], event.organizer
        is_theirs = goes_by(who, organizer.name) or who.lower() in notes.GROUPS
        return (note, "") if is_theirs else ("", f"tell {who} {note}")
    called = patterns()["says-sorry-to"].match(note)
    if patterns()["says-note"].search(before) or (called and goes_by(called["who"], event.organizer.name)):
        return note, ""
    return "", asker.reader.say("tell-organizer", name=event.organizer.name or event.organizer.email, note=note)


async def _meant_within(ahead: timedelta, said: Understood, frame: Frame, asker: Asker) -> tuple[Invitation, ...]:
    # Who names a day means that day's occurrence, not the series.
    dated = said.time.exact is not None or bool(said.time.slots)
    read = upcoming.occurrences if dated else upcoming.invitations_once
    return _meant(said, await read(asker, ahead), frame)


async def invitations_meant(said: Understood, frame: Frame, asker: Asker, ahead: timedelta) -> tuple[Event, ...]:
    """The events for which the words can ask an answer, as where nothing else is said. Raises GraphError."""
    return tuple(each.event for each in await _meant_within(ahead, said, frame, asker))


async def _series_of(event: Event, asker: Asker) -> Event:
    """The series of an occurrence, with the times of its next one. Raises GraphError."""
    series = await events.get_event(asker.graph, event.series_id, asker.zone)
    return await upcoming.next_of(series, asker)


def _is_sure(said: Understood, frame: Frame) -> bool:
    """Whether the words ask for an answer to this very invitation; a mere "I can't come on Thursday" may not."""
    if said.is_guessed or (said.choice is not None and len(frame.listed) < LISTED and not said.subject):
        # "The first one", where no list was shown, may be any.
        return False
    told = said.subject or said.people or (said.choice is not None and frame.listed)
    return said.certain or bool(told) or len(frame.listed) == 1


def _ask_whether(meant: Invitation, said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    yes = Tap("respond", {"event": meant.event.id, "answer": ANSWER_OF[said.intent].value, "note": said.note})
    asked = Asked(asker.card_id, Question("yes_no"), (), yes, left="nothing-sent")
    frame = replace(frame, listed=(meant.event.id,), asked=asked)
    card = cards.invitations([meant], asker.id, asker.reader)
    return frame, Reply(card=card, dialog="respond", outcome="asked")


def ask_which(events: Sequence[Event], said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Ask to which of these the answer is."""
    return _ask_which([_invitation(event, events) for event in events], said, frame, asker)


def _ask_which(meant: Sequence[Invitation], said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    title = asker.reader.say("which-event-title")
    card = cards.invitations(meant, asker.id, asker.reader, title=title)
    answer = {"answer": ANSWER_OF[said.intent].value, "note": said.note}
    asked = Asked(
        asker.card_id,
        Question("choice", tuple(each.event.subject for each in meant)),
        tuple(Tap("respond", {"event": each.event.id, **answer}) for each in meant),
        left="nothing-sent",
    )
    frame = replace(frame, listed=tuple(invitation.event.id for invitation in meant), asked=asked)
    return frame, Reply(card=card, dialog="respond", outcome="asked")


async def respond_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """An answer by a tap, with the note typed beside it. Raises GraphError."""
    ident, answer = data.get("event"), data.get("answer")
    if data.get("card") in frame.closed:
        return frame, stale.expired("respond", asker)
    if not isinstance(ident, str) or answer not in [response.value for response in ACTS]:
        return frame, stale.expired("respond", asker)
    try:
        event = await events.get_event(asker.graph, ident, asker.zone)
    except NotFound:
        return frame, stale.gone("respond", asker)
    if event.type is EventType.MASTER:
        event = await upcoming.next_of(event, asker)
    frame, reply = await _answer(event, Response(answer), notes.typed(data), frame, asker)
    if data.get("rest") is not True:
        return frame, reply
    return await _with_the_rest(event, Response(answer), frame, reply, asker)


async def _with_the_rest(
    event: Event, answer: Response, frame: Frame, reply: Reply, asker: Asker
) -> tuple[Frame, Reply]:
    """The list that was tapped keeps what still waits, below the answer that was given."""
    waiting = [
        invitation for invitation in _waiting(await upcoming.invitations_once(asker)) if invitation.event.id != event.id
    ]
    if not waiting or reply.outcome not in ("answered", "already"):
        return frame, reply
    frame = replace(frame, listed=tuple(invitation.event.id for invitation in waiting))
    card = cards.invitations(waiting, asker.id, asker.reader, answered=(event, answer))
    return frame, replace(reply, card=card)


async def answered(event: Event, said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The answer to this very invitation, with its note. Raises GraphError."""
    return await _answer(event, ANSWER_OF[said.intent], said.note, frame, asker)


def was_answered(frame: Frame) -> bool:
    """Whether an answer is the last thing that was done, which a note may follow."""
    return frame.undo is not None and frame.undo.verb == "undo_respond"


async def told_besides(utterance: str, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """ "Tell Zainab I'm at the bank then", right after she was answered; None where it is for anybody else, or is more.

    Raises GraphError.
    """
    found = patterns()["told-besides"].fullmatch(utterance)
    if found is None or not was_answered(frame) or frame.asked or frame.booking:
        return None
    event = await events.get_event(asker.graph, str(frame.undo.data.get("event")) if frame.undo else "", asker.zone)
    is_pronoun = found["who"].lower() in ("him", "her", "them")
    if not (is_pronoun or has_name(found["who"], [event.organizer])):
        return None
    return await with_note(found["note"], frame, asker)


async def with_note(note: str, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The answer that was given last once more, with a word to the organizer. Raises GraphError."""
    event = await events.get_event(asker.graph, str(frame.undo.data.get("event")) if frame.undo else "", asker.zone)
    if event.type is EventType.MASTER:
        event = await upcoming.next_of(event, asker)
    return await _answer(event, event.response, note, frame, asker)


async def undo(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Answer as it was answered before; an invitation cannot be made unanswered again, and that is said.

    Raises GraphError.
    """
    frame = replace(frame, undo=None)
    try:
        event = await events.get_event(asker.graph, str(data.get("event")), asker.zone)
    except NotFound:
        return frame, _told(asker.reader.say("again-never"), "gone", asker)
    if event.type is EventType.MASTER:
        event = await upcoming.next_of(event, asker)
    before = data.get("answer")
    if before in [response.value for response in ACTS]:
        return await _answer(event, Response(before), "", frame, asker)
    told = asker.reader.say("answer-stays")
    card = cards.answered(event, event.response, told, asker.id, asker.reader)
    return frame, Reply(card=card, dialog="respond", outcome="stays")


async def _answer(
    event: Event, answer: Response, note: str, frame: Frame, asker: Asker, *, is_quiet: bool = False
) -> tuple[Frame, Reply]:
    reader, note = asker.reader, notes.trimmed(note)
    subject, organizer = (
        event.subject.removeprefix(CANCELLED) or reader.say("no-subject"),
        event.organizer.name or event.organizer.email,
    )
    if event.is_organizer:
        return frame, _told(reader.say("own-meeting", subject=subject), "own", asker)
    if event.is_cancelled:
        return frame, _told(reader.say("cancelled-event", subject=subject, name=organizer), "cancelled", asker)
    frame = replace(frame, listed=(event.id,), asked=None if frame.booking is None else frame.asked)
    undo: Json | None = None
    if event.response is answer and not note:
        told, outcome = reader.say("answered-already"), "already"
    else:
        await ACTS[answer](asker.graph, event.id, note, send_response=not is_quiet)
        name = "answered-quiet" if is_quiet else "answered-told-note" if note else "answered-told"
        told, outcome = reader.say(name, name=organizer, note=note), "answered"
        back: Json = {"event": event.id, "answer": event.response.value, "given": answer.value}
        undo = back if event.response in ACTS else None
        frame = replace(frame, undo=Tap("undo_respond", back))
    card = cards.answered(event, answer, told, asker.id, reader, undo=undo)
    return frame, Reply(card=card, dialog="respond", outcome=outcome)


def _told(words: str, outcome: str, asker: Asker) -> Reply:
    return Reply(card=notices.notice(words, asker.reader), dialog="respond", outcome=outcome)


def _waiting(ahead: Sequence[Event]) -> tuple[Invitation, ...]:
    return tuple(_invitation(event, ahead) for event in ahead if event.is_unanswered and not event.is_cancelled)


def _invitation(event: Event, ahead: Sequence[Event]) -> Invitation:
    for other in ahead:
        held = other.show_as not in (ShowAs.FREE, ShowAs.WORKING_ELSEWHERE) and not other.is_cancelled
        answered = not other.is_unanswered and other.response is not Response.DECLINED
        if other.id != event.id and held and answered and not other.is_all_day and other.window.overlaps(event.window):
            return Invitation(event, other)
    return Invitation(event)


def _meant(said: Understood, ahead: Sequence[Event], frame: Frame) -> tuple[Invitation, ...]:
    """Which invitations the words can mean: those that wait, else one that was answered, else one's own event."""
    waiting = [event for event in ahead if event.is_unanswered and not event.is_cancelled]
    if not which.is_described(said):
        spoken_of = which.meant(said, ahead, frame)
        return tuple(_invitation(event, ahead) for event in (spoken_of if len(spoken_of) == 1 else waiting))
    attended = [event for event in ahead if not event.is_organizer]
    found = next((some for each in (waiting, attended, ahead) if (some := which.meant(said, each, frame))), ())
    if not (said.time.exact or said.time.slots):
        # "I can't make the stand-up" is of the next one.
        found = which.next_of_each_series(found)
    return tuple(_invitation(event, ahead) for event in found)
