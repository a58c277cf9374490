"""Make the change that was shown, once, and take it back."""

from dataclasses import replace

from dialogs import stale
from dialogs.asker import Asker
from dialogs.booking import questions
from dialogs.cards import changing as cards
from dialogs.cards import notices
from dialogs.changing import alteration, preview, recurring
from dialogs.frame import Frame
from dialogs.referents import upcoming
from dialogs.turn import Json, Reply, Tap
from graph import events
from graph.errors import NotFound
from graph.model import EventType
from graph.recurrence import CannotRecur


async def tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The tap that makes the change; it is made once. Raises GraphError."""
    change, number = frame.change(data.get("card")), data.get("n", 0)
    if change is None or type(number) is not int:
        return frame, stale.expired("change", asker)
    if change.openings and not 0 <= number < len(change.openings):
        return frame, stale.expired("change", asker)
    event = await stale.event_of(change.begun_id or change.changed_id or change.event_id, asker)
    if event is None:
        return frame.at_rest(), stale.gone("change", asker)
    if change.made and change.repeats:
        return frame, recurring.made_before(change, event, str(data.get("scope", "")), asker)
    if change.made:
        card = cards.changed(event, change, "", asker.id, asker.reader)
        return frame, Reply(card=card, dialog="change", outcome="again")
    scope = str(data.get("scope", ""))
    if change.repeats:
        is_stale = event.etag != change.etag
        return await recurring.tapped(change, event, scope, frame, asker, stale=is_stale)
    if event.etag != change.etag and event.window != alteration.window_of(change, number):
        note = asker.reader.say("change-stale")
        return await preview.standing(replace(change, id=asker.card_id), event, frame, asker, note=note)
    window = alteration.window_of(change, number)
    if window and window.start < asker.now - questions.GRACE and window.start != event.start:
        note = asker.reader.say("note-passed", time=asker.reader.moment(window))
        return await preview.standing(replace(change, id=asker.card_id), event, frame, asker, note=note)
    try:
        done = await alteration.make(change, event, window, scope, asker)
    except CannotRecur:
        words = asker.reader.say("change-not-series")
        return frame, Reply(card=notices.notice(words, asker.reader), dialog="change", outcome="cannot")
    begun = done.event.id if done.ended_id else ""
    shown = await upcoming.next_of(done.event, asker) if done.event.type is EventType.MASTER else done.event
    made = replace(change, made=True, changed_id=done.ended_id or done.event.id, begun_id=begun, back=done.back)
    undo = Tap("undo_change", {"card": change.id}) if done.back else None
    frame = replace(frame.with_change(made), listed=(done.event.id,), asked=None, undo=undo)
    card = cards.changed(shown, made, scope, asker.id, asker.reader)
    return frame, Reply(card=card, dialog="change", outcome="changed")


async def undo(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Take a change back; everyone concerned is told again. Raises GraphError."""
    change = frame.change(data.get("card"))
    if change is None or not change.made or change.back is None:
        return frame, stale.expired("change", asker)
    try:
        if change.begun_id:
            await recurring.undo(change, asker)
        back = alteration.on_clock_of(asker, change.back)
        event = await events.update_event(asker.graph, change.changed_id, back, asker.zone)
        event = await upcoming.next_of(event, asker) if event.type is EventType.MASTER else event
    except NotFound:
        return frame, stale.gone("change", asker)
    newest = frame.undo is not None and frame.undo.data.get("card") == change.id
    changes = tuple(each for each in frame.changes if each.id != change.id)
    frame = replace(frame, changes=changes, undo=None if newest else frame.undo, listed=(event.id,))
    return frame, Reply(card=cards.undone(event, asker.me.email, asker.reader), dialog="change", outcome="undone")
