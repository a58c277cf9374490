"""Cancel an event that one organizes; leave one that somebody else does.

Ana: cancel the design review on Friday
Bot: Cancel “Design review”? Fri 27 Nov, 10:00 – 11:00, with Tom Becker   [Cancel meeting] [Keep it]
Ana: [Cancel meeting]
Bot: Cancelled. Tom Becker was told.                                      [Book it again]
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta

from dialogs import stale
from dialogs.asker import Asker
from dialogs.booking import again
from dialogs.cards import cancelling as cards
from dialogs.cards import notices
from dialogs.cards.cancelling import Extent
from dialogs.frame import Asked, Frame
from dialogs.invitations import notes, several
from dialogs.referents import nearly, upcoming, which
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Question, Understood
from graph import events
from graph.model import Event, EventType, ShowAs, Window

ONE_OF_MANY = (EventType.OCCURRENCE, EventType.EXCEPTION)
A_WEEK = timedelta(days=7)
_MINUTE = timedelta(minutes=1)
MOST = 10
"""How many events are shown to choose from."""


async def cancel(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Show which event, or which ones, would be cancelled; nothing is sent before the tap. Raises GraphError."""
    is_vague = not (which.is_described(said) or said.others) and said.choice is None
    is_vague = is_vague or _is_all_of_ones_own(said)
    if is_vague and (not frame.listed if said.scope == "all" else len(frame.listed) != 1):
        frame = replace(frame.at_rest(), asked=Asked(asker.card_id, Question("event"), left="cancel-kept"))
        return frame, Reply(text=asker.reader.say("cancel-which"), dialog="cancel", outcome="asked")
    if free := await _free_already(said, asker):
        words = asker.reader.say("cancel-free", moment=free)
        return frame, Reply(text=words, dialog="cancel", outcome="nothing")
    if await _has_no_end(said, frame, asker):
        return ask_until_when(frame, asker)
    if _opens(said) and said.people and (series := await _of_series(said, frame, asker)):
        return series
    if _is_of_several(said) and (listed := await several.cancel(said, frame, asker)):
        return listed
    if said.scope == "all" and not said.subject and (only := await several.alone(said, frame, asker)):
        return _ask(only, frame, asker, reach=Extent.THIS, note=notes.trimmed(said.note))
    found: tuple[Event, ...] = ()
    for span in (upcoming.SOON, upcoming.YEAR):
        ahead = [event for event in await upcoming.occurrences(asker, span) if not event.is_cancelled]
        found = found or which.meant(said, ahead, frame) or nearly.mistyped(said, ahead)
    if not found and (parted := which.parted(said)):
        return await cancel(parted, frame, asker)
    if not found:
        then = await upcoming.at_another_time(said, asker, frame.listed)
        words = upcoming.none_then("cancel-none", then, asker)
        shown = (then.id,) if then else ()
        return replace(frame, listed=shown), Reply(text=words, dialog="cancel", outcome="nothing")
    if (
        len(found) > 1
        and (_lasts_long(said) or _tells_days(said))
        and (listed := await several.cancel(replace(said, scope="all"), frame, asker))
    ):
        return listed
    if len(found) > 1 and not said.time.exact and not any(slot.end for slot in said.time.slots):
        found = which.next_of_each_series(found)
    if len(found) > 1 and not which.is_one_again(found):
        return _ask_which(found, frame, asker)
    is_one = which.tells_one(said) or which.is_on_screen(found[0], found, frame)
    note = notes.trimmed(said.note)
    return _ask(found[0], frame, asker, reach=_reach(said, found[0]), note=note, is_one=is_one)


async def _free_already(said: Understood, asker: Asker) -> str:
    """The stretch that is to be cleared, in words, where nothing at all is in it; "" otherwise. Raises GraphError."""
    is_named = said.subject or said.people or said.others or said.choice is not None or said.time.exact
    slot = said.time.slots[0] if len(said.time.slots) == 1 and said.scope == "all" and not is_named else None
    if slot is None or slot.start is None or slot.end is None or slot.end <= asker.now:
        return ""
    window = Window(slot.start, slot.end)
    view = await events.calendar_view(asker.graph, window, asker.zone)
    if any(not event.is_cancelled and event.show_as is not ShowAs.FREE for event in view):
        return ""
    is_day = window.length == timedelta(days=1) and window.start.time() == time()
    return asker.reader.day(window.start) if is_day else asker.reader.moment(window)


def _lasts_long(said: Understood) -> bool:
    """Whether all meetings of more than a week are meant: "the retro for the next two weeks"."""
    return any(slot.start and slot.end and slot.end - slot.start > A_WEEK for slot in said.time.slots)


def _tells_days(said: Understood) -> bool:
    """Whether several days are told one by one, on each of which one is meant: "skip the stand-up today and Friday"."""
    days = {slot.start for slot in said.time.slots if slot.start and slot.end}
    return len(days) > 1 and not said.time.exact and not said.time.either


def _opens(said: Understood) -> bool:
    """Whether it is from a day on, without an end."""
    return any(slot.start and slot.end is None for slot in said.time.slots)


async def _of_series(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """ "My meetings with Tom from July on", which repeat: the rest of a series, not those that are near enough to list.

    None where others are meant as well. Raises GraphError.
    """
    ahead = [event for event in await upcoming.occurrences(asker, upcoming.YEAR) if not event.is_cancelled]
    found = which.meant(replace(said, scope="all"), ahead, frame)
    if not found or not all(event.series_id for event in found):
        return None
    each = which.next_of_each_series(found)
    if len(each) > 1:
        return _ask_which(each, frame, asker)
    return _ask(each[0], frame, asker, reach=Extent.FOLLOWING, note=notes.trimmed(said.note))


def ask_from(event: Event, frame: Frame, asker: Asker, *, note: str = "") -> tuple[Frame, Reply]:
    """Whether this one of a series and all later ones are to be cancelled; `note` says what is left of it."""
    return _ask(event, frame.at_rest(), asker, reach=Extent.FOLLOWING, told=note)


def _is_all_of_ones_own(said: Understood) -> bool:
    """ "The meetings that I organize", of no time and with nobody: nobody means all that there will ever be."""
    is_timed = said.when or said.time.exact or said.time.slots or said.time.run.count
    by_me = bool(said.people) and all(each.kind == "me" for each in said.people)
    return said.scope == "all" and by_me and not (is_timed or said.subject or said.spared or said.others)


async def _has_no_end(said: Understood, frame: Frame, asker: Asker) -> bool:
    """Whether series are among all those with somebody, and nobody said for how long. Raises GraphError."""
    return several.is_endless(said, asker) and await several.has_series(said, frame, asker)


def ask_until_when(frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """For which days all of them are meant; whether series are to end, nobody leaves unsaid."""
    asked = Asked(asker.card_id, Question("time"), left="cancel-kept")
    words = asker.reader.say("cancel-until-when")
    return replace(frame.at_rest(), asked=asked), Reply(text=words, dialog="cancel", outcome="asked")


def with_its_days(utterance: str, frame: Frame) -> str:
    """ "This week", once it was asked for which days all is to be cancelled: the request with them."""
    asked, request = frame.asked, frame.request
    if asked is None or request is None or asked.question.kind != "time" or asked.left != "cancel-kept":
        return utterance
    words = request.words.rstrip(" .!")
    if patterns()["for-all-time"].fullmatch(utterance):
        return f"{words}, the whole series"
    found = patterns()["only-for-days"].fullmatch(utterance)
    return f"{words} {found['days']}" if found else utterance


def _is_of_several(said: Understood) -> bool:
    """Whether more than one event may be meant; "the whole series" is one."""
    in_a_stretch = any(slot.start and slot.end for slot in said.time.slots)
    is_series = bool(said.subject) and said.noun not in several.MEETINGS and not in_a_stretch
    return bool(said.others or said.spared or said.time.run.count or (said.scope == "all" and not is_series))


def _reach(said: Understood, event: Event) -> Extent | None:
    """How much of a series is meant, where that was said: all of it, or what begins with a day."""
    if event.type not in ONE_OF_MANY or not event.series_id:
        return None
    if said.scope == "following" or _opens(said):
        # "The series from July on" is not all of it.
        return Extent.FOLLOWING
    if said.scope == "all" and not said.subject:
        # "my meetings with Tom" may be a single series; how much of it is meant was not said.
        return None
    return {"all": Extent.ALL, "this": Extent.THIS}.get(said.scope)


async def show_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """One of several was tapped. Raises GraphError."""
    event = await stale.event_of(data.get("event"), asker)
    if event is None:
        return frame, stale.gone("cancel", asker)
    return _ask(event, frame, asker, note=notes.typed(data))


async def correct(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A word to the others, or "no, the one on Thursday": another event than that on the card, called as that one is.

    Raises GraphError.
    """
    if said.facet == "note":
        event = await stale.event_of(frame.listed[0], asker)
        return (
            _ask_again(event, notes.trimmed(said.note), frame, asker) if event else (frame, stale.gone("cancel", asker))
        )
    subject = said.subject
    if not subject and frame.listed and (shown := await stale.event_of(frame.listed[0], asker)):
        subject = shown.subject
    meant = replace(said, intent=Intent.CANCEL, subject=subject, choice=None, scope="")
    return await cancel(meant, replace(frame, listed=()).closing(frame.asked and frame.asked.id), asker)


def _ask_again(event: Event, note: str, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The same card with a note: as much of a series is meant as before."""
    asked = frame.asked
    yes = asked.yes or asked.bidden if asked else None
    is_settled = bool(asked and yes and event.series_id and asked.question.kind == "yes_no")
    reach = Extent(str(yes.data["scope"])) if yes and is_settled else None
    return _ask(event, frame, asker, reach=reach, note=note, is_one=yes is not None)


def named(said: Understood, utterance: str) -> Understood:
    """ "The budget one" tells which one is to be cancelled, a note is for the others; any other words are as before."""
    if said.extras.agenda:
        return replace(said, facet="note", note=said.extras.agenda)
    found = patterns()["named-one"].fullmatch(utterance)
    if found is None or said.when or said.people:
        return said
    return replace(said, intent=Intent.AMEND, facet="", subject=found["x"], choice=None)


def is_asked(frame: Frame) -> bool:
    """Whether the newest card asks whether one event is to be cancelled."""
    return frame.asked is not None and frame.asked.left == "cancel-kept" and len(frame.listed) == 1


def _ask_which(found: Sequence[Event], frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    shown, more = found[:MOST], len(found) - MOST
    question = Question("choice", tuple(f"{event.subject} {asker.reader.moment(event.window)}" for event in shown))
    taps = tuple(Tap("cancel_show", {"event": event.id}) for event in shown)
    asked = Asked(asker.card_id, question, taps, left="cancel-kept")
    frame = replace(frame, listed=tuple(event.id for event in shown), asked=asked)
    return frame, Reply(card=cards.which(shown, max(0, more), asker.id, asker.reader), dialog="cancel", outcome="asked")


def _ask(
    event: Event,
    frame: Frame,
    asker: Asker,
    *,
    reach: Extent | None = None,
    note: str = "",
    outcome: str = "asked",
    told: str = "",
    is_one: bool = False,
) -> tuple[Frame, Reply]:
    """Whether it is to be cancelled, or declined where somebody else organizes it.

    `reach` is how much of a series was said to be meant; None: the card asks. `is_one`: the words told this one of the
    series from the others, so that a bare yes means it alone.
    """
    ident = asker.card_id
    series = event.series_id if event.type in ONE_OF_MANY else ""
    frame = replace(frame, listed=(event.id,), day=event.start.astimezone(asker.zone).date())
    prompts: tuple[str, ...] = ()
    if apart := notes.not_theirs(note, event, asker.turn.utterance):
        # It waits, as it may speak of what is cancelled by then.
        note, prompts = "", (apart,)
        frame = replace(frame, then=apart, then_waits=True, then_listed=())
    if not event.is_organizer:
        # To decline is not what was asked for: a yes does not do it, only the word or the button.
        asked = Asked(ident, Question("yes_no"), left="cancel-kept")
        card = cards.not_organizer(cards.Asks(event, (), ident, asker.id, series, note), asker.reader)
        return replace(frame, asked=asked), Reply(card=card, dialog="cancel", outcome=outcome, prompts=prompts)
    taps = {
        each: Tap("cancel", {"event": event.id, "scope": each.value, "card": ident, **({"note": note} if note else {})})
        for each in (Extent if series else (Extent.THIS,))
    }
    offered = [reach] if reach else list(taps)
    question = (
        Question("choice", tuple(asker.reader.say(cards.TITLE[each]) for each in offered))
        if len(offered) > 1
        else Question("yes_no")
    )
    yes = taps[offered[0]] if is_one or len(offered) == 1 else None
    asked = Asked(ident, question, tuple(taps.values()) if series else (), yes, left="cancel-kept")
    others = which.others_of(event, asker.me.email)
    asks = cards.Asks(event, others, ident, asker.id, series, note, told)
    card = cards.question(asks, offered, asker.reader)
    return replace(frame, asked=asked), Reply(card=card, dialog="cancel", outcome=outcome, prompts=prompts)


async def cancel_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The tap that cancels, with the note typed beside it. Raises GraphError."""
    ident = data.get("card")
    if ident is not None and ident in frame.closed:
        return frame, stale.expired("cancel", asker)
    event = await stale.event_of(data.get("event"), asker)
    if event is None:
        return frame, stale.gone("cancel", asker)
    if not event.is_organizer:
        return _ask(event, frame, asker, outcome="not_organizer")
    note, reach = notes.typed(data), data.get("scope")
    others = which.others_of(event, asker.me.email)
    is_ended = reach == Extent.FOLLOWING and event.series_id and await _end_before(event, note, asker)
    whole = event.series_id if reach in (Extent.ALL, Extent.FOLLOWING) and event.series_id else ""
    if is_ended:
        told = Extent.FOLLOWING
    else:
        told = Extent.ALL if whole or event.type is EventType.MASTER else Extent.THIS
        await _take_out(whole or event.id, others, note, asker)
    if event.type is EventType.MASTER:
        event = await upcoming.next_of(event, asker)
    frame = replace(frame.closing(ident), listed=(), asked=None)
    can_book = told is Extent.THIS
    if can_book:
        frame = replace(frame, then=_in_its_slot(frame.then, event))
    if can_book and isinstance(ident, str):
        frame = again.remembered(ident, [event], frame, asker)
        frame = replace(frame, undo=Tap("book_again_offer", {"card": ident}))
    elif frame.undo is not None:
        frame = replace(frame, undo=Tap("book_again_offer", {}))
    done = cards.Asks(event, others, str(ident) if can_book and ident else "", asker.id)
    card = cards.cancelled(done, told, asker.reader)
    return frame, Reply(card=card, dialog="cancel", outcome="cancelled")


def _in_its_slot(request: str, event: Event) -> str:
    """What is to be done next, with the time that was freed in place of "in that slot"."""
    words = patterns()
    if not event.is_all_day and words["to-freed-time"].search(request):
        return words["to-freed-time"].sub(f"to {event.start:%H:%M} on {event.start:%-d %B %Y}", request, count=1)
    if event.is_all_day or not words["in-freed-slot"].search(request):
        return request
    length = "" if words["says-length"].search(request) else f" for {event.window.length // _MINUTE} minutes"
    return words["in-freed-slot"].sub(f" at {event.start:%H:%M} on {event.start:%-d %B %Y}{length}", request, count=1)


async def _take_out(ident: str, others: Sequence[str], note: str, asker: Asker) -> None:
    if others:
        await events.cancel_event(asker.graph, ident, note)
    else:
        await events.delete_event(asker.graph, ident)


async def _end_before(event: Event, note: str, asker: Asker) -> bool:
    """Everything of a series from this occurrence on; False, and nothing is done, where it is the first."""
    if not await events.end_series(asker.graph, event.series_id, event.start):
        return False
    # What had been moved or changed by itself is no part of the pattern any more.
    rest = Window(event.start, event.start + upcoming.YEAR)
    for each in await events.instances(asker.graph, event.series_id, rest, asker.zone):
        if each.start >= event.start and not each.is_cancelled:
            await _take_out(each.id, which.others_of(each, asker.me.email), note, asker)
    return True


async def keep_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The speaker does not want to cancel after all."""
    words = asker.reader.say("cancel-kept")
    frame = frame.closing(data.get("card"))
    return frame, Reply(card=notices.notice(words, asker.reader), dialog="cancel", outcome="kept")
