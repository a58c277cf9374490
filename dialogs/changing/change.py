"""Move an event that one organizes, or change what it is called, where it is, who comes and how it shows.

Ana: move the design review to Thursday at 3
Bot: Change “Design review”?  Tue 24 Nov, 10:00 – 11:00 → Thu 26 Nov, 15:00 – 16:00, everyone is free  [Change it]
Ana: make it 4, and add Tom
Bot: Change “Design review”?  … → Thu 26 Nov, 16:00 – 17:00, + Tom Becker                            [Change it]
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from dialogs import stale
from dialogs.asker import Asker
from dialogs.booking import book, theirclock
from dialogs.cards import changing as cards
from dialogs.changing import alike, preview, recurring, staying
from dialogs.decisions import wishes
from dialogs.frame import Asked, Change, Frame, Guest, Target, Wish
from dialogs.invitations import respond
from dialogs.people import attendees
from dialogs.people.names import folded
from dialogs.places import rooming, rooms
from dialogs.referents import nearly, upcoming, which
from dialogs.turn import Reply, Tap
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Question, TimeConstraint, Understood
from graph import events
from graph.model import Event, Window


async def change(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A change of an event that exists, or of one that was asked for just now. Nothing is sent. Raises GraphError."""
    if said.facet == "description" and said.event is None and not frame.asked and respond.was_answered(frame):
        return await respond.with_note(said.note, frame, asker)
    said = await _of_the_open_one(_as_title(said, frame), frame, asker)
    going_on = frame.open_change.wish if said.event is None and frame.open_change else None
    wish, guests = await _wish(said, going_on, frame, asker)
    for each in said.also:
        further, more = await _wish(each, wish, frame, asker)
        wish = replace(wishes.joined(wish, further, None), unresolved=(*wish.unresolved, *further.unresolved))
        guests = (*guests, *more)
    if said.event is None and frame.open_change:
        return await _further(frame.open_change, wish, said, frame, asker)
    described = said.event or _described_beside(said)
    if said.intent is Intent.ADD_ATTENDEE and said.event is None and said.time.exact and guests:
        # "Invite Bob tomorrow at 4": to what one has then, or else to something new.
        described = replace(described, time=said.time)
        found = await described_by(described, frame, asker)
        if not any(event.is_organizer and event.attendees for event in found):
            return await book.book(replace(said, intent=Intent.SCHEDULE), frame, asker)
        wish = replace(wish, time=TimeConstraint(), moves=False)
    if not which.is_described(described) and len(frame.listed) != 1 and described.choice is None:
        change = Change(asker.card_id, wish)
        frame = replace(frame.at_rest().with_change(change), asked=Asked(asker.card_id, Question("event")))
        return frame, Reply(text=asker.reader.say("change-which"), dialog="change", outcome="asked")
    found = await described_by(described, frame, asker)
    parted = described if described.others else None if found else which.parted(described)
    if parted:
        each_found = [await described_by(each, frame, asker) for each in (parted, *parted.others)]
        said, found = replace(said, scope="all"), tuple(event for each in each_found for event in each)
    found = tuple(recurring.of_series(found, wish, described))
    if (
        not found
        and wish.venue
        and said.event
        and not (said.also or patterns()["moved-there"].search(asker.turn.utterance))
    ):
        # What is moved, or changed besides, exists already.
        return await rooms.find(rooms.for_new(said, said.event), frame, asker)
    if not found:
        then = await upcoming.at_another_time(described, asker, frame.listed)
        words = upcoming.none_then("change-none", then, asker)
        listed = (then.id,) if then else ()
        return replace(frame, listed=listed), Reply(text=words, dialog="change", outcome="nothing")
    said, wish = await _by_their_clock(said, wish, found[0], frame, asker)
    if alike.is_for_all(said, wish, found) and len(meant := alike.targets(described, found)) > 1:
        return await alike.show(wish, meant, frame, asker, found=found)
    wish = _of_those_days(wish, alike.targets(described, found))
    wish = wishes.unread(wish, said, asker.turn.utterance)
    change = Change(asker.card_id, _of_series_at_hand(wish, said, found, frame))
    if len(found) > 1 and not which.is_one_again(found):
        return _ask_which(found, change, frame, asker)
    event = which.at_the_time_of(wish.time, found)
    is_one = which.tells_one(described) or which.is_on_screen(event, found, frame)
    if said.facet == "how_long" and event.is_organizer:
        return _ask_how_long(
            replace(change, wish=Wish(scope=wish.scope), event_id=event.id, is_one=is_one), event, frame, asker
        )
    shown = await preview.show(replace(change, event_id=event.id, is_one=is_one), frame, asker)
    return staying.remarked(shown, staying.told(said, wish, event, asker), event, asker)


async def _of_the_open_one(said: Understood, frame: Frame, asker: Asker) -> Understood:
    """ "And cut the roadmap to 30 minutes", amid its move: a change besides, as if it were called "it".

    Another time for the one that is named begins anew. Raises GraphError.
    """
    described, time, change = said.event, said.time, frame.open_change
    if described is None or change is None or not (change.event_id and described.subject):
        return said
    moves = time.exact or time.slots or time.clock or time.rrule or said.shift
    if moves or described.time.exact or described.time.slots or described.people or described.choice or said.others:
        return said
    event = await stale.event_of(change.event_id, asker)
    is_it = event is not None and folded(described.subject) == folded(event.subject)
    return replace(said, event=None) if is_it else said


def _ask_how_long(change: Change, event: Event, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What is to be shorter or longer, and it was not said how long it is to be."""
    words = asker.reader.say(
        "change-how-long", subject=f"“{event.subject}”", length=asker.reader.duration(event.window.length)
    )
    frame = replace(frame.at_rest().with_change(change), listed=(event.id,))
    return replace(frame, asked=Asked(change.id, Question("duration"), left="change-kept")), Reply(
        text=words, dialog="change", outcome="asked"
    )


def _of_those_days(wish: Wish, meant: Sequence[Target]) -> Wish:
    """A length that is said of a day or a week is no matter of the whole series; of several it is asked how much."""
    dated = wish.scope == "all" and wish.time.duration and meant and meant[0].scope == "this"
    return replace(wish, scope="this" if len(meant) == 1 else "") if dated else wish


async def _further(
    open_change: Change, wish: Wish, said: Understood, frame: Frame, asker: Asker
) -> tuple[Frame, Reply]:
    """What the words make of the change at hand. Raises GraphError."""
    if start := _from_when(said, frame):
        return await _from_then(open_change, start, frame, asker)
    amended = _amended(open_change, wish, said, asker)
    if amended == open_change and _says_nothing(said):
        return frame, Reply(text=asker.reader.say("change-what"), dialog="change", outcome="asked")
    shown = await _show_again(amended, frame, asker)
    event = await stale.event_of(open_change.event_id, asker) if open_change.event_id else None
    return staying.remarked(shown, staying.told(said, wish, event, asker), event, asker) if event else shown


def _says_nothing(said: Understood) -> bool:
    """Whether nothing was made of the words but that something is to be changed."""
    rest = replace(said, runner_up=None, noun="", is_guessed=False, certain=False, why=())
    return said.intent is Intent.AMEND and rest == Understood(said.intent, said.confidence)


def _as_title(said: Understood, frame: Frame) -> Understood:
    """The answer to what it is to be called, whatever else it might mean; any other words as they are.

    "Rename the audit to Audit 2" is no answer where it was asked of the retro.
    """
    asks = frame.asked is not None and frame.asked.question.kind == "subject"
    if not (asks and said.subject) or (said.event and said.event.subject):
        return said
    return Understood(Intent.AMEND, said.confidence, facet="subject", subject=said.subject)


def _of_series_at_hand(wish: Wish, said: Understood, found: Sequence[Event], frame: Frame) -> Wish:
    """ "It", right after all of a series was changed, is all of it; "the sync from June on" is not only the first."""
    if said.event and any(slot.start and slot.end is None for slot in said.event.time.slots):
        return replace(wish, scope=wish.scope or "following")
    at_hand = said.event is None and found[0].series_id in frame.listed
    return replace(wish, scope=wish.scope or "all") if at_hand else wish


async def _by_their_clock(
    said: Understood, wish: Wish, event: Event, frame: Frame, asker: Asker
) -> tuple[Understood, Wish]:
    """ "To 10 her time": what was said, and so wished of the event, by the speaker's clock. Raises GraphError."""
    here = await theirclock.of_event(said, event, asker)
    return (said, wish) if here is said else (here, (await _wish(here, None, frame, asker))[0])


async def _wish(said: Understood, going_on: Wish | None, frame: Frame, asker: Asker) -> tuple[Wish, tuple[Guest, ...]]:
    """What is to become of the event by these words, and who is named in them. Raises GraphError."""
    others = patterns()["the-other-one"].fullmatch(asker.turn.utterance)
    named = () if others else frame.just_named
    guests, unresolved = await attendees.resolve((*said.people, *said.perhaps), asker, named)
    unresolved, by_name = await rooming.told_apart(unresolved, asker)
    wish = await rooming.of_change(wishes.wished(said, guests, unresolved), said, by_name, going_on, asker)
    return wish, tuple(guests)


def _amended(before: Change, wish: Wish, said: Understood, asker: Asker) -> Change:
    """The change at hand with what is wished besides, or instead."""
    wish = recurring.joined(before.wish, wish, asker.now)
    if said.facet == "instead" and wish.unresolved:
        wish = wishes.other_of_two(before.wish, wish)
    if said.facet == "instead" and wish.added:
        before, wish = replace(before, wish=wishes.without_last(before.wish, wish)), wishes.in_place(before.wish, wish)
    old, wish = wishes.put_right(before.wish, wish)
    before = replace(before, wish=old)
    further = wishes.as_far(before.wish, wish, said, asker.turn.utterance)
    if further != wish:
        # From where it is now, and not from where it would have been.
        return replace(before, wish=replace(wishes.joined(before.wish, further, None), near=None))
    if said.keeps_time:
        before = replace(before, wish=wishes.unmoved(before.wish), openings=(), is_asked=False)
    shown = before.openings[-1].window if len(before.openings) == 1 or before.is_asked else None
    return replace(before, wish=wishes.joined(before.wish, wish, shown))


def _from_when(said: Understood, frame: Frame) -> datetime | None:
    """From when on a series is meant ("from next week on"), where it is asked how much of it is; None: not said."""
    asks = frame.asked is not None and any(tap.data.get("scope") == "following" for tap in frame.asked.choices)
    slots = said.time.slots
    return slots[0].start if asks and len(slots) == 1 and slots[0].end is None and not said.time.exact else None


async def _from_then(change: Change, start: datetime, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The same change from the first meeting of the series on that is not before `start`. Raises GraphError."""
    event = await stale.event_of(change.event_id, asker)
    window = Window(start, start + upcoming.YEAR)
    later = await events.instances(asker.graph, event.series_id, window, asker.zone) if event else ()
    first = min((each for each in later if each.start >= start), key=lambda each: each.start, default=None)
    if first is None:
        return frame, Reply(text=asker.reader.say("change-none"), dialog="change", outcome="nothing")
    wish = replace(change.wish, scope="following", near=None)
    return await preview.show(replace(change, event_id=first.id, wish=wish), frame, asker)


async def name_event(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The answer to "which meeting?" while a change waits for it. Raises GraphError."""
    change = frame.open_change
    if change is None:
        return frame, Reply(text=asker.reader.say("change-none"), dialog="change", outcome="nothing")
    found = await described_by(said.event or said, frame, asker)
    if not found:
        return frame, Reply(text=asker.reader.say("change-none"), dialog="change", outcome="nothing")
    if len(found) > 1 and not which.is_one_again(found):
        return _ask_which(found, replace(change, id=asker.card_id), frame, asker)
    is_one = which.tells_one(said.event or said)
    return await preview.show(replace(change, event_id=found[0].id, is_one=is_one), frame, asker)


async def of_another(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The change at hand, of another one that is called so: "next week's, not today's". Raises GraphError."""
    change = frame.open_change
    if change and not change.event_id:
        # "Thursday's", to which one of several is meant.
        return await name_event(replace(said, facet=""), frame, asker)
    event = await stale.event_of(change.event_id, asker) if change else None
    if change is None or event is None:
        return frame.at_rest(), stale.gone("change", asker)
    found = await described_by(replace(said, facet="", subject=event.subject), frame, asker)
    if not found:
        return frame, Reply(text=asker.reader.say("change-none"), dialog="change", outcome="nothing")
    return await preview.show(replace(change, event_id=found[0].id, is_one=True), frame, asker)


def _described_beside(said: Understood) -> Understood:
    """What tells which event where its words could not be read apart from what is new: at the most, its subject."""
    subject = said.subject if said.intent is Intent.RESCHEDULE else ""
    return replace(said, subject=subject, time=TimeConstraint(), people=())


async def described_by(described: Understood, frame: Frame, asker: Asker) -> tuple[Event, ...]:
    """The events ahead that these words mean; those that one organizes, where there are any. Raises GraphError."""
    found: tuple[Event, ...] = ()
    is_far = any(slot.end and slot.end > asker.now + upcoming.SOON for slot in described.time.slots)
    for span in (upcoming.YEAR,) if is_far else (upcoming.SOON, upcoming.YEAR):
        if not found:
            ahead = [event for event in await upcoming.occurrences(asker, span) if not event.is_cancelled]
            near = nearly.by_one_word(described, ahead) or nearly.mistyped(described, ahead)
            found = which.meant(described, ahead, frame) or near
    own = tuple(event for event in found if event.is_organizer)
    return own or found


def _ask_which(found: Sequence[Event], change: Change, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    reader = asker.reader
    question = Question("choice", tuple(f"{event.subject} {reader.moment(event.window)}" for event in found))
    taps = tuple(Tap("change_show", {"card": change.id, "event": event.id}) for event in found)
    asked = Asked(change.id, question, taps, left="change-kept")
    frame = replace(frame.at_rest().with_change(change), listed=tuple(event.id for event in found), asked=asked)
    return frame, Reply(card=cards.which(found, change.id, asker.id, reader), dialog="change", outcome="asked")


async def _show_again(change: Change, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The change with what is wished besides; of which event is asked once more where it was. Raises GraphError."""
    listed = frame.listed if frame.asked and not change.event_id else ()
    found = [event for ident in listed if (event := await stale.event_of(ident, asker))]
    if len(found) > 1:
        return _ask_which(found, replace(change, id=asker.card_id), frame, asker)
    return await preview.show(change, frame, asker)
