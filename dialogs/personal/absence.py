"""Be away: the calendar is blocked and the mailbox answers by itself, both shown first and done by one tap.

Ana: I'm off from Monday to Wednesday
Bot: Out of office, Mon 30 Nov – Wed 2 Dec: blocked in your calendar, automatic reply “…”    [Set it up] [Leave it]
Ana: [Set it up]
Bot: Set up.                                                                                 [Undo]
"""

from calendar import MONDAY
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time, timedelta

from dialogs import stale
from dialogs.asker import Asker
from dialogs.cards import absence as cards
from dialogs.cards import notices
from dialogs.decisions import openings, refining, stretching
from dialogs.frame import Absence, Asked, Frame, Replies
from dialogs.personal import away_with
from dialogs.personal.away_with import LONGEST
from dialogs.turn import Json, Reply, Tap
from dialogs.understand import Context, understand
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots.addressed import as_sentence
from dialogs.understand.understood import Question, TimeConstraint, Understood
from dialogs.understand.wording import courtesies
from graph import events, mailbox
from graph.errors import GraphError, NotFound
from graph.mailbox import AutomaticReplies
from graph.model import Event, NewEvent, Response, ShowAs, Window
from graph.plain import plain

DAY = timedelta(days=1)
FARTHEST = timedelta(days=366)
_FIRST_WORKDAY = MONDAY
_AROUND = timedelta(days=3)
"""How much earlier than it was to begin an absence may begin after all, for "from the 27th" to be of that month."""


async def away(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Show what would be set up, or turn automatic replies off. Raises GraphError."""
    if said.facet == "off":
        return await _turn_off(frame, asker)
    if said.facet == "theirs":
        words = asker.reader.say("absence-theirs", name=said.people[0].text)
        return frame, Reply(text=words, dialog="absence", outcome="not_owner")
    if said.facet == "status":
        return await _tell(frame, asker)
    if said.facet == "back":
        return await _back(said, frame, asker)
    if said.note and not said.when and frame.is_asked(frame.absence) and frame.absence and frame.absence.window:
        # "… for that, and say Tom is covering": of the days that are shown.
        shown = frame.absence
        usual = _reply_of(frame.absence.window, shown.is_all_day, asker)
        text = away_with.besides(usual, said.note)
        changed = replace(shown, id=asker.card_id, text=text, is_silent=False)
        return await _show(changed, frame.closing(shown.id), asker)
    window = stretch(said.time, asker.now)
    reader = asker.reader
    if said.time.impossible:
        words = reader.say("ask-when-impossible", said=said.time.impossible)
        return _asked(frame, asker, words)
    if window is None:
        return _asked(frame, asker, reader.say("absence-when"))
    if window.end <= asker.now:
        return _asked(frame, asker, reader.say("ask-when-past-day", day=reader.day(window.start, year=True)))
    if window.length > FARTHEST:
        return _asked(frame, asker, reader.say("absence-when"))
    absence = Absence(
        asker.card_id,
        window,
        whole_days(window),
        text="" if asker.principal or not said.note else as_sentence(said.note)[:LONGEST],
        name=said.subject,
        # How mail is answered is its owner's to set.
        is_silent=asker.principal is not None or said.facet == "silent",
        is_unblocked=said.facet == "reply",
        owner=asker.principal.person.first_name if asker.principal else "",
    )
    if absence.text and said.adds_note:
        absence = replace(absence, text=away_with.and_more(_reply_of(window, absence.is_all_day, asker), said.note))
    return await _show(absence, frame, asker)


async def with_it(frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """The card as the words want its reply and its calendar; None where they say nothing of them. Raises GraphError."""
    absence = frame.absence if frame.is_asked(frame.absence) else None
    if absence is None or absence.window is None:
        return None
    usual = _reply_of(absence.window, absence.is_all_day, asker)
    if (changed := away_with.changed(asker.turn.utterance, absence, usual)) is None:
        return None
    return await _show(replace(changed, id=asker.card_id), frame.closing(absence.id), asker)


def _asked(frame: Frame, asker: Asker, words: str) -> tuple[Frame, Reply]:
    absence = Absence(asker.card_id, None, is_all_day=True)
    asked = Asked(absence.id, Question("time"), left="absence-kept")
    frame = replace(frame.at_rest(), absence=absence, asked=asked)
    return frame, Reply(text=words, dialog="absence", outcome="asked")


def stretch(said: TimeConstraint, now: datetime) -> Window | None:
    """From when to when: whole days where days were said, from today where only the end was; None where nothing was."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if said.exact and not said.slots:
        if said.exact.hour or said.exact.minute:
            length = said.duration
            evening = datetime.combine(said.exact.date() + DAY, time(), now.tzinfo)
            return Window.of(said.exact, length) if length else Window(said.exact, evening)
        return Window(said.exact, said.exact + (said.duration if said.duration and said.duration >= DAY else DAY))
    if not said.slots:
        return Window(midnight, midnight + said.duration) if said.duration and said.duration >= DAY else None
    start = min(slot.start or midnight for slot in said.slots)
    ends = [slot.end for slot in said.slots]
    if None in ends:
        return None
    end = max(each for each in ends if each)
    if all(slot.start is None for slot in said.slots) and end - DAY > start and (end - DAY).weekday() == _FIRST_WORKDAY:
        # Who is away "until Monday" is back on it.
        end -= DAY
    return Window(start, end) if end > start else None


def _moved(window: Window, said: Understood, asker: Asker) -> Window | None:
    """The days as the words put them beside those that are shown; None where they tell days of their own."""
    return _whole(window, asker) or _with_edge(window, asker) or _with_more(window, said, asker)


def _with_more(window: Window, said: Understood, asker: Asker) -> Window | None:
    """ "Thursday too": the days that are shown and those, where they lie next to each other."""
    further = stretch(said.time, asker.now) if patterns()["days-besides"].fullmatch(asker.turn.utterance) else None
    if further is None or further.start > window.end or further.end < window.start:
        return None
    return Window(min(window.start, further.start), max(window.end, further.end))


def _whole(window: Window, asker: Asker) -> Window | None:
    """ "Make it the whole day": all of the days that it touches; None where something else is said."""
    if not patterns()["made-whole-day"].fullmatch(asker.turn.utterance):
        return None
    start, last = (each.astimezone(asker.zone) for each in (window.start, window.end - timedelta(seconds=1)))
    return Window(refining.at_clock(start, 0), refining.at_clock(last, 0) + DAY)


def _with_edge(window: Window, asker: Asker) -> Window | None:
    """ "From the 29th", "until Friday": the other end stays, and the days meant are those around it; None where it is
    something else that is said.
    """
    words = patterns()["until-edge"].sub("", courtesies.plainly(asker.turn.utterance, is_open=False))
    for now in (asker.now, window.start - _AROUND, window.start):
        near = understand(words, Context(now, asker.zone, asker.turn.locale)).time
        slot = near.slots[0] if len(near.slots) == 1 and not near.exact else None
        if slot is None or (slot.start is None) == (slot.end is None):
            return None
        start, end = slot.start or window.start, slot.end or window.end
        if window.start - _AROUND <= start < end:
            return Window(start, end)
    return None


def whole_days(window: Window) -> bool:
    """Whether it begins and ends at midnight."""
    return all(edge.hour == edge.minute == 0 for edge in (window.start, window.end))


async def _show(absence: Absence, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    assert absence.window is not None
    reader = asker.reader
    view = await events.calendar_view(asker.graph, absence.window, asker.zone)
    meetings = [event for event in view if _is_met(event, asker)]
    if not absence.text and not absence.is_silent:
        absence = replace(absence, text=_reply_of(absence.window, absence.is_all_day, asker))
    yes = Tap("absence", {"card": absence.id})
    asked = Asked(absence.id, Question("yes_no"), (), yes, left="absence-kept")
    frame = replace(frame.at_rest(), absence=absence, asked=asked, listed=tuple(event.id for event in meetings))
    card = cards.preview(absence, len(meetings), asker.id, reader)
    return frame, Reply(card=card, dialog="absence", outcome="asked")


def _is_met(event: Event, asker: Asker) -> bool:
    others = [each for each in event.attendees if each.email.lower() != asker.me.email.lower()]
    met = bool(others) or not event.is_organizer
    return met and not event.is_cancelled and event.response is not Response.DECLINED and not event.is_all_day


def _reply_of(window: Window, is_all_day: bool, asker: Asker) -> str:
    reader = asker.reader
    if not is_all_day:
        return reader.say("absence-reply-hours", moment=reader.moment(window))
    back = _next_working_day(window.end, asker)
    last = window.end - DAY
    if last.date() <= window.start.date():
        return reader.say("absence-reply-day", day=reader.long_day(window.start), back=reader.long_day(back))
    return reader.say(
        "absence-reply", first=reader.long_day(window.start), last=reader.long_day(last), back=reader.long_day(back)
    )


def _next_working_day(start: datetime, asker: Asker) -> datetime:
    shifts = openings.working_windows(asker.profile.hours, Window(start, start + stretching.ANY_TIME))
    return shifts[0].start if shifts else start


async def amend(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Other days, or other words for the automatic reply, while the card asks. Raises GraphError."""
    absence = frame.absence
    if absence is None:
        return frame, stale.expired("absence", asker)
    if said.facet == "back":
        return await _back(said, frame, asker)
    if said.facet == "note" and absence.window:
        changed = replace(absence, id=asker.card_id, text=as_sentence(said.note)[:LONGEST], is_silent=False)
        return await _show(changed, frame.closing(absence.id), asker)
    usual = _reply_of(absence.window, absence.is_all_day, asker) if absence.window else ""
    more, own = away_with.added(absence.text, usual), "" if absence.text.startswith(usual) else absence.text
    if absence.window and (moved := _moved(absence.window, said, asker)):
        is_all_day = whole_days(moved)
        # Who stands in does so on other days too.
        text = away_with.and_more(_reply_of(moved, is_all_day, asker), more) if more else own
        changed = replace(absence, id=asker.card_id, window=moved, is_all_day=is_all_day, text=text)
        return await _show(changed, frame.closing(absence.id), asker)
    facet = "silent" if absence.is_silent else "reply" if absence.is_unblocked else said.facet
    said = replace(said, subject=absence.name, facet=facet)
    if (more or own) and not said.note:
        said = replace(said, note=more or own, adds_note=not own)
    return await away(said, frame.closing(absence.id), asker)


async def _back(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """ "I'm back on the 2nd": the absence that is shown, or was set up last, ends then. Raises GraphError."""
    absence = frame.absence
    if absence is None or absence.window is None:
        return _asked(frame, asker, asker.reader.say("absence-when"))
    window, words = absence.window, asker.turn.utterance
    near = understand(words, Context(window.start, asker.zone, asker.turn.locale)).time
    ends = [slot.end for time in (said.time, near) for slot in time.slots if slot.end and slot.end > window.start]
    if not ends:
        return _asked(frame, asker, asker.reader.say("absence-when"))
    moved, usual = Window(window.start, ends[0]), _reply_of(window, absence.is_all_day, asker)
    is_all_day = whole_days(moved)
    # What was said besides the days stays in the reply.
    text = absence.text.replace(usual, _reply_of(moved, is_all_day, asker))
    changed = replace(absence, id=asker.card_id, window=moved, is_all_day=is_all_day, text=text)
    return await _show(changed, frame.closing(absence.id), asker)


async def set_up(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Block the calendar and turn the automatic reply on, each once. Raises GraphError where neither could be done."""
    absence = frame.absence
    if absence is None or absence.id != data.get("card") or absence.id in frame.closed or absence.window is None:
        return frame, stale.expired("absence", asker)
    typed = data.get("words")
    text = (typed if isinstance(typed, str) else absence.text).strip()[:LONGEST]
    window = Window(absence.window.start.astimezone(asker.zone), absence.window.end.astimezone(asker.zone))
    absence = replace(absence, text=text, window=window)
    if absence.is_unblocked and not text:
        return await leave(data, frame, asker)
    if absence.event_id:
        # It was set up with other days before.
        with suppress(NotFound):
            await events.delete_event(asker.graph, absence.event_id)
    if not absence.is_unblocked:
        event = await events.create_event(asker.graph, _block(absence, asker))
        absence = replace(absence, event_id=event.id)
    failed: GraphError | None = None
    if text:
        try:
            before = absence.before or _kept(await mailbox.automatic_replies(asker.graph, asker.zone))
            wanted = AutomaticReplies(True, _answered(window, asker), text, text, before.external_audience)
            await mailbox.set_automatic_replies(asker.graph, wanted)
            absence = replace(absence, before=before)
        except GraphError as error:
            if absence.is_unblocked:
                raise
            failed = error
    listed = (absence.event_id,) if absence.event_id else ()
    frame = replace(frame, absence=absence, asked=None, listed=listed, day=window.start.date())
    if failed is None:
        frame = replace(frame.closing(absence.id), undo=Tap("undo_absence", {"card": absence.id}))
    else:
        frame = replace(frame, undo=Tap("undo_absence", {"card": absence.id}))
    card = cards.done(absence, asker.id, asker.reader, failed=failed is not None)
    return frame, Reply(card=card, dialog="absence", outcome="partly" if failed else "set")


def _answered(window: Window, asker: Asker) -> Window:
    """The automatic reply does not answer for what has passed."""
    return Window(max(window.start, asker.now), window.end)


def _block(absence: Absence, asker: Asker) -> NewEvent:
    assert absence.window is not None
    return NewEvent(
        subject=absence.name or asker.reader.say("absence-subject"),
        start=absence.window.start,
        end=absence.window.end,
        transaction_id=absence.id,
        is_online=False,
        is_all_day=absence.is_all_day,
        show_as=ShowAs.OUT_OF_OFFICE,
        has_reminder=False,
    )


def _kept(replies: AutomaticReplies) -> Replies:
    return Replies(replies.is_on, replies.window, replies.internal, replies.external, replies.external_audience)


async def undo(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The calendar and the automatic replies as they were. Raises GraphError."""
    absence = frame.absence
    if absence is None or absence.id != data.get("card"):
        return frame, stale.expired("absence", asker)
    if absence.event_id:
        with suppress(NotFound):
            await events.delete_event(asker.graph, absence.event_id)
    if absence.before:
        await mailbox.set_automatic_replies(asker.graph, _replies(absence.before, asker))
    words = asker.reader.say("absence-undone")
    frame = replace(frame, absence=None, undo=None, listed=())
    return frame, Reply(card=notices.notice(words, asker.reader), dialog="absence", outcome="undone")


def _replies(kept: Replies, asker: Asker) -> AutomaticReplies:
    window = kept.window
    if window:
        window = Window(window.start.astimezone(asker.zone), window.end.astimezone(asker.zone))
    return AutomaticReplies(kept.is_on, window, kept.internal, kept.external, kept.external_audience)


async def leave(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Nothing is set up."""
    words = asker.reader.say("absence-kept")
    frame = replace(frame.closing(data.get("card")), absence=None)
    return frame, Reply(card=notices.notice(words, asker.reader), dialog="absence", outcome="left")


async def _tell(frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Whether mail is answered automatically, when, and with which words."""
    reader, set_up = asker.reader, await mailbox.automatic_replies(asker.graph, asker.zone)
    ends = set_up.window.end if set_up.window else None
    if not set_up.is_on or (ends and ends <= asker.now):
        return frame, Reply(text=reader.say("absence-off"), dialog="absence", outcome="told")
    when = set_up.window
    moment = reader.moment_of(when.start, when.end, all_day=whole_days(when)) if when else ""
    words = reader.say("absence-on-then", moment=moment) if moment else reader.say("absence-on")
    text = plain(set_up.internal)
    return frame, Reply(text=f"{words}\n\n{text}".strip(), dialog="absence", outcome="told")


async def _turn_off(frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Automatic replies off; what is in the calendar stays."""
    before = await mailbox.automatic_replies(asker.graph, asker.zone)
    if not before.is_on:
        return frame, Reply(text=asker.reader.say("absence-off-already"), dialog="absence", outcome="off_already")
    await mailbox.set_automatic_replies(asker.graph, replace(before, is_on=False, window=None))
    absence = Absence(asker.card_id, None, is_all_day=True, before=_kept(before))
    frame = replace(frame, absence=absence, undo=Tap("undo_absence", {"card": absence.id}))
    return frame, Reply(card=cards.off(absence, asker.id, asker.reader), dialog="absence", outcome="off")
