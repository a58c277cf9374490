"""The same change of several meetings: who comes to all of the stand-ups, what all of Friday's are marked as.

Ana: add Tom to all my stand-ups
Bot: Change 2 meetings?  Added: Tom Becker   Design stand-up · the whole series   Print stand-up · …   [Change all 2]
Ana: [Change all 2]
Bot: ✓ Changed  Design stand-up, Print stand-up
"""

from collections.abc import Sequence
from dataclasses import replace

from dialogs import stale
from dialogs.asker import Asker
from dialogs.cards import alike as cards
from dialogs.cards import notices
from dialogs.changing import alteration
from dialogs.frame import Alike, Asked, Change, Frame, Target, Wish
from dialogs.places import rooming
from dialogs.referents import which
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.understood import Question, Understood
from graph import events
from graph.errors import GraphError, NotFound
from graph.model import Event, Window

MOST = 20
"""Meetings on one card."""


def is_for_all(said: Understood, wish: Wish, found: Sequence[Event]) -> bool:
    """Whether one change is asked for of each meeting that is described.

    What moves or renames them is none, nor what makes them longer: that has to suit everyone each time.
    """
    longer = wish.longer or any(wish.time.duration and wish.time.duration > event.window.length for event in found)
    alone = wish.moves or longer or wish.subject or wish.recurs
    return said.scope == "all" and not alone and not wish.unresolved


def targets(described: Understood, found: Sequence[Event]) -> tuple[Target, ...]:
    """Which of them are written to: those of a day or a week by themselves, else each series as a whole."""
    dated = described.time.exact or described.time.slots
    made: dict[str, Target] = {}
    for event in found:
        whole = event.series_id if event.series_id and not dated else ""
        made.setdefault(whole or event.id, Target(event.id, "all" if whole else "this"))
    return tuple(made.values())


async def show(
    wish: Wish, meant: Sequence[Target], frame: Frame, asker: Asker, *, found: Sequence[Event] = ()
) -> tuple[Frame, Reply]:
    """What would be changed, and of which meetings, `found` as they are. Nothing is sent. Raises GraphError."""
    reader = asker.reader
    if len(meant) > MOST:
        words = reader.say("everything-many", count=len(meant))
        return frame, Reply(text=words, dialog="alike", outcome="too_many")
    if wish.venue and wish.room is None:
        wish, taken = await rooming.found_for_each(found, wish, asker)
        if wish.room is None:
            days = reader.names([reader.day(event.start) for event in taken])
            words = reader.say("room-not-each", days=days) if taken else reader.say("room-none-other")
            return frame, Reply(text=words, dialog="alike", outcome="nothing")
    alike = Alike(asker.card_id, wish, tuple(meant))
    read = await _read(alike, asker)
    question = Question("several", tuple(event.subject for _, event in read))
    asked = Asked(alike.id, question, (), Tap("alike", {"card": alike.id}), left="change-kept")
    listed = tuple(target.event_id for target in meant)
    frame = replace(frame.at_rest(), alike=alike, asked=asked, listed=listed)
    return frame, Reply(card=cards.preview(alike, read, asker.id, reader), dialog="alike", outcome="proposed")


async def correct(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Leave out what was named, or change that alone. Raises GraphError."""
    alike = frame.alike
    assert alike is not None and said.spared is not None
    read = await _read(alike, asker)
    shown = [event for _, event in read]
    named = {event.id for each in (said.spared, *said.spared.others) for event in which.meant(each, shown, Frame())}
    if not named:
        return frame, Reply(text=asker.reader.say("several-not-there"), dialog="alike", outcome="not_there")
    left = [target for target, event in read if (event.id in named) is (said.facet == "only")]
    if not left:
        return await keep({"card": alike.id}, frame, asker)
    return await show(alike.wish, left, frame.closing(alike.id), asker)


async def make(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Change each of them; it is done once. Raises GraphError where none could be changed."""
    alike = frame.alike
    if alike is None or alike.id != data.get("card") or alike.id in frame.closed or alike.made:
        return frame, stale.expired("alike", asker)
    made: list[Target] = []
    failed: list[GraphError] = []
    read = await _read(alike, asker)
    for number, (target, event) in enumerate(read):
        change = Change(f"{alike.id}/{number}", alike.wish, event.id)
        try:
            done = await alteration.make(change, event, _shortened(alike.wish, event), target.scope, asker)
        except GraphError as error:
            failed.append(error)
            continue
        made.append(replace(target, changed_id=done.event.id, back=done.back))
    if failed and not made:
        raise failed[0]
    alike = replace(alike, targets=tuple(made), made=True)
    undo = Tap("undo_alike", {"card": alike.id}) if all(each.back for each in made) else None
    frame = replace(frame, alike=alike, asked=None, undo=undo, listed=tuple(each.event_id for each in made))
    written = {each.event_id for each in made}
    shown = [(target, event, target.event_id in written) for target, event in read]
    card = cards.changed(alike, shown, asker.id, asker.reader, can_undo=undo is not None)
    return frame, Reply(card=card, dialog="alike", outcome="partly" if failed else "changed")


def _shortened(wish: Wish, event: Event) -> Window | None:
    """From when to when it is then, where it is to be shorter."""
    return Window.of(event.start, wish.time.duration) if wish.time.duration else None


async def undo(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """All of them are as they were; everyone is told again. Raises GraphError."""
    alike = frame.alike
    if alike is None or alike.id != data.get("card") or not alike.made:
        return frame, stale.expired("alike", asker)
    for target in alike.targets:
        if target.back:
            back = alteration.on_clock_of(asker, target.back)
            await events.update_event(asker.graph, target.changed_id, back, asker.zone)
    frame = replace(frame, alike=None, undo=None).closing(alike.id)
    words = asker.reader.say("alike-undone", count=len(alike.targets))
    return frame, Reply(card=notices.notice(words, asker.reader), dialog="alike", outcome="undone")


async def keep(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Nothing is to be changed."""
    words = asker.reader.say("change-kept")
    card = notices.notice(words, asker.reader)
    return frame.closing(data.get("card")), Reply(card=card, dialog="alike", outcome="kept")


async def _read(alike: Alike, asker: Asker) -> list[tuple[Target, Event]]:
    """Those that are still there. Raises GraphError."""
    found: list[tuple[Target, Event]] = []
    for target in alike.targets:
        try:
            event = await events.get_event(asker.graph, target.event_id, asker.zone)
        except NotFound:
            continue
        if not event.is_cancelled:
            found.append((target, event))
    return found
