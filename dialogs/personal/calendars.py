"""Somebody's calendars: which there are, a further one, one less, who may see them, and what is in one.

Ana: share my calendar with Tom, free/busy only
Bot: Share your calendar with Tom Becker? They may see: when you are busy        [Share] [Leave it]
Ana: delete the Travel calendar
Bot: Delete “Travel”? 3 events are in it, and go with it.                        [Delete] [Keep it]
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs import stale
from dialogs.asker import Asker
from dialogs.booking import book
from dialogs.cards import calendars as cards
from dialogs.cards import notices
from dialogs.frame import Asked, CalendarAct, Frame, Sharer, Unresolved
from dialogs.knowing import agenda
from dialogs.people import attendees
from dialogs.personal.filing import named
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.understood import CalendarSaid, Intent, PersonMention, Question, Understood
from graph import calendars, events
from graph.calendars import Permission
from graph.errors import Conflict, NotFound
from graph.model import Person, Window

VERBS = frozenset(("calendar_do", "undo_calendar"))
"""The buttons that write."""
ROLES = ("freeBusyRead", "limitedRead", "read", "write", "delegateWithoutPrivateEventAccess")
USUAL_ROLE = "read"
READING = frozenset(("list", "show"))
"""What may be done with somebody else's calendars that are shared; the rest is their owner's alone."""


async def serve(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What was asked of calendars. Raises RosterUnknown, GraphError."""
    if asker.principal and said.facet not in READING:
        words = asker.reader.say("calendars-not-owner", name=asker.me.name)
        return frame, _told(words, "not_owner", asker)
    meant = said.calendar or CalendarSaid()
    match said.facet:
        case "list":
            found = await calendars.list_calendars(asker.graph)
            return frame, Reply(card=cards.listed(found, asker.me.email, asker.reader), dialog=DIALOG, outcome="listed")
        case "create":
            return await _create(meant.to, frame, asker)
        case "rename":
            return await _rename(meant, frame, asker)
        case "delete":
            return await _ask_to_delete(meant, frame, asker)
        case "who":
            return await _who(meant, frame, asker)
        case "share" | "unshare":
            return await _ask_to_share(said, meant, frame, asker)
        case "use":
            return await _use(said, frame, asker)
    return await _show(said, meant, frame, asker)


DIALOG = "calendars"


def _told(words: str, outcome: str, asker: Asker) -> Reply:
    return Reply(text=words, dialog=DIALOG, outcome=outcome)


async def _unknown(name: str, asker: Asker) -> Reply:
    found = await calendars.list_calendars(asker.graph)
    names = asker.reader.names([each.name for each in found])
    return _told(asker.reader.say("calendars-unknown", name=name, names=names), "unknown", asker)


async def _use(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Into another calendar: what is being booked; what is booked stays where it is."""
    if frame.booking:
        return await book.amend(replace(said, intent=Intent.AMEND, facet=""), frame, asker)
    assert said.calendar is not None
    return frame, _told(asker.reader.say("calendars-no-move", name=said.calendar.name), "cannot", asker)


async def _create(name: str, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    if not name:
        return frame, _told(asker.reader.say("calendars-which-name"), "asked", asker)
    name = name[:1].upper() + name[1:] if name.islower() else name
    try:
        made = await calendars.create_calendar(asker.graph, name)
    except Conflict:
        return frame, _told(asker.reader.say("calendars-taken", name=name), "taken", asker)
    act = CalendarAct(asker.card_id, "create", made.id, made.name)
    return _done(act, frame, asker)


async def _rename(meant: CalendarSaid, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    calendar = await named(meant.name, asker)
    if calendar is None:
        return frame, await _unknown(meant.name, asker)
    try:
        renamed = await calendars.update_calendar(asker.graph, calendar.id, name=meant.to)
    except Conflict:
        return frame, _told(asker.reader.say("calendars-taken", name=meant.to), "taken", asker)
    act = CalendarAct(asker.card_id, "rename", calendar.id, renamed.name, before=calendar.name)
    return _done(act, frame, asker)


def _done(act: CalendarAct, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    can_undo = act.kind != "delete"
    verb = "undo_calendar" if can_undo else "calendar_gone"
    frame = replace(frame.closing(act.id), calendar=act, undo=Tap(verb, {"card": act.id}), listed=())
    card = cards.done(act, asker.id, asker.reader, can_undo=can_undo)
    return frame, Reply(card=card, dialog=DIALOG, outcome=act.kind)


async def _ask_to_delete(meant: CalendarSaid, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    calendar = await named(meant.name, asker)
    if calendar is None:
        return frame, await _unknown(meant.name, asker)
    if calendar.is_default:
        return frame, _told(asker.reader.say("calendars-default-stays"), "default", asker)
    if calendar.owner.email.lower() != asker.me.email.lower():
        words = asker.reader.say("calendars-not-yours", name=calendar.name, owner=calendar.owner.name)
        return frame, _told(words, "not_theirs", asker)
    inside = await events.list_events(asker.graph, asker.zone, calendar_id=calendar.id)
    act = CalendarAct(asker.card_id, "delete", calendar.id, calendar.name, count=len(inside))
    return _ask(act, frame, asker)


def _ask(act: CalendarAct, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    yes = Tap("calendar_do", {"card": act.id})
    asked = Asked(act.id, Question("yes_no"), (), yes, left="calendars-kept")
    frame = replace(frame, calendar=act, asked=asked)
    return frame, Reply(card=cards.preview(act, asker.id, asker.reader), dialog=DIALOG, outcome="asked")


async def _who(meant: CalendarSaid, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    calendar = await named(meant.name, asker)
    if calendar is None:
        return frame, await _unknown(meant.name, asker)
    permissions = await calendars.list_permissions(asker.graph, "" if calendar.is_default else calendar.id)
    name = "" if calendar.is_default else calendar.name
    card = cards.shared_with(permissions, name, asker.id, asker.reader)
    return frame, Reply(card=card, dialog=DIALOG, outcome="told")


async def _ask_to_share(said: Understood, meant: CalendarSaid, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Show what somebody would be able to see, or be no longer, before it is so."""
    reader = asker.reader
    calendar = await named(meant.name, asker)
    if calendar is None:
        return frame, await _unknown(meant.name, asker)
    if not said.people:
        return frame, _told(reader.say("calendars-with-whom"), "asked", asker)
    ident = "" if calendar.is_default else calendar.id
    if said.facet == "unshare" and all(each.kind == "chat" for each in said.people):
        said = await _with_whom(said, ident, asker)
        if not said.people:
            return frame, _told(reader.say("calendars-shared-nobody"), "not_shared", asker)
        return await _ask_to_share(said, meant, frame, asker)
    guests, unclear = await attendees.resolve(said.people, asker, frame.just_named)
    if unclear:
        return frame, _whom(unclear[0], asker)
    people = [guest.person for guest in guests if guest.person.email.lower() != asker.me.email.lower()]
    if not people:
        is_nobody = not guests and all(each.kind == "group" for each in said.people)
        words = reader.say("behalf-nobody", said=said.people[0].text) if is_nobody else reader.say("calendars-yourself")
        return frame, _told(words, "nobody" if is_nobody else "self", asker)
    permissions = await calendars.list_permissions(asker.graph, ident)
    name = "" if calendar.is_default else calendar.name
    frame = replace(frame, named=tuple(people))
    role = "" if said.facet == "unshare" else meant.role or USUAL_ROLE
    known = [Sharer(person, found.role if (found := _of(person, permissions)) else "") for person in people]
    sharers = tuple(each for each in known if each.before != role)
    if not sharers:
        return frame, _nothing_to_share(people, role, asker)
    return _ask(CalendarAct(asker.card_id, said.facet, ident, name, role=role, sharers=sharers), frame, asker)


async def _with_whom(said: Understood, ident: str, asker: Asker) -> Understood:
    """With all to whom it is shown by name, where it is to be shown to nobody."""
    permissions = await calendars.list_permissions(asker.graph, ident)
    shown = [each.person.email for each in permissions if each.is_removable and each.person.email]
    return replace(said, people=tuple(PersonMention(each, (0, 0), kind="email", email=each) for each in shown))


def _nothing_to_share(people: Sequence[Person], role: str, asker: Asker) -> Reply:
    """They have that role already; "": none."""
    reader = asker.reader
    names = reader.names([person.name for person in people])
    if not role:
        return _told(reader.say("calendars-not-shared", name=names), "not_shared", asker)
    told = reader.say(cards.ROLE_WORDS[role])
    return _told(reader.say("calendars-shared-already", name=names, count=len(people), role=told), "already", asker)


def _of(person: Person, permissions: Sequence[Permission]) -> Permission | None:
    return next((each for each in permissions if each.person.email.lower() == person.email.lower()), None)


def _whom(unclear: Unresolved, asker: Asker) -> Reply:
    """Somebody who is known; a tap says the same again with the whole name."""
    reader = asker.reader
    if not unclear.candidates:
        return _told(reader.say("behalf-nobody", said=unclear.said), "nobody", asker)
    names = [person.name for person in unclear.candidates]
    again = tuple(asker.turn.utterance.replace(unclear.said, name, 1) for name in names)
    words = reader.say("behalf-whom", said=unclear.said, names=reader.names(names))
    return Reply(text=words, prompts=again[:3], dialog=DIALOG, outcome="asked")


async def amend(role: str, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Another role, while the card asks."""
    act = frame.calendar
    if act is None or act.kind != "share" or not role:
        return frame, stale.expired(DIALOG, asker)
    return _ask(replace(act, id=asker.card_id, role=role), frame.closing(act.id), asker)


async def do_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Do what the card shows, with the role that was chosen on it. Raises GraphError."""
    act = frame.calendar
    if act is None or act.id != data.get("card") or act.id in frame.closed:
        return frame, stale.expired(DIALOG, asker)
    if act.kind == "share" and data.get("role") in ROLES:
        act = replace(act, role=str(data["role"]))
    if act.kind == "delete":
        await calendars.delete_calendar(asker.graph, act.calendar_id)
    else:
        permissions = await calendars.list_permissions(asker.graph, act.calendar_id)
        if not act.role and not any(_of(each.person, permissions) for each in act.sharers):
            names = asker.reader.names([each.person.name for each in act.sharers])
            return frame.closing(act.id), _told(asker.reader.say("calendars-not-shared", name=names), "gone", asker)
        for each in act.sharers:
            await _set_role(each.person, act.role, act.calendar_id, _of(each.person, permissions), asker)
    return _done(act, replace(frame, asked=None), asker)


async def _set_role(person: Person, role: str, calendar_id: str, known: Permission | None, asker: Asker) -> None:
    """What somebody may do from now on, "" for nothing; `known` is what they may do yet. Raises GraphError."""
    if known is None:
        if role:
            await calendars.share_calendar(asker.graph, person, role, calendar_id)
    elif not role:
        await calendars.remove_permission(asker.graph, known.id, calendar_id)
    elif role != known.role:
        await calendars.change_permission(asker.graph, known.id, role, calendar_id)


async def undo(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """As it was before; a calendar that is no longer empty stays. Raises GraphError."""
    act, reader = frame.calendar, asker.reader
    if act is None or act.id != data.get("card"):
        return frame, Reply(card=notices.expired(reader), dialog=DIALOG, outcome="expired")
    try:
        match act.kind:
            case "create":
                if await events.list_events(asker.graph, asker.zone, calendar_id=act.calendar_id):
                    words = reader.say("calendars-not-empty", name=act.name)
                    return frame, _told(words, "not_empty", asker)
                await calendars.delete_calendar(asker.graph, act.calendar_id)
            case "rename":
                await calendars.update_calendar(asker.graph, act.calendar_id, name=act.before)
            case _:
                permissions = await calendars.list_permissions(asker.graph, act.calendar_id)
                for each in act.sharers:
                    known = _of(each.person, permissions)
                    await _set_role(each.person, each.before, act.calendar_id, known, asker)
    except NotFound:
        words = reader.say("calendars-gone", name=act.name)
        return replace(frame, undo=None), _told(words, "gone", asker)
    card = notices.notice(cards.undone(act, reader), reader)
    return replace(frame, calendar=None, undo=None), Reply(card=card, dialog=DIALOG, outcome="undone")


async def gone(_data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """To "undo" of a deletion: what can be done instead."""
    name = frame.calendar.name if frame.calendar else ""
    prompt = asker.reader.say("calendars-make-again", name=name)
    words = asker.reader.say("calendars-deleted-stays", name=name)
    return replace(frame, undo=None), replace(_told(words, "stays", asker), prompts=(prompt,))


async def leave(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Nothing is done."""
    words = asker.reader.say("calendars-kept")
    frame = replace(frame.closing(data.get("card")), calendar=None)
    return frame, Reply(card=notices.notice(words, asker.reader), dialog=DIALOG, outcome="left")


async def _show(said: Understood, meant: CalendarSaid, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What is in a calendar: in the stretch that was said, or in the weeks to come."""
    calendar = await named(meant.name, asker)
    if calendar is None and not meant.is_sure:
        # "What's in Tejo today?" may speak of something else.
        return await agenda.list_events(replace(said, intent=Intent.LIST_EVENTS, facet=""), frame, asker)
    if calendar is None:
        return frame, await _unknown(meant.name, asker)
    is_timed = bool(said.time.exact or said.time.slots)
    spans = agenda.spans_of(said.time, asker.now)
    window = Window(spans[0].start, max(span.end for span in spans))
    if not is_timed:
        window = Window(window.start, window.start + timedelta(days=agenda.LONGEST))
    view = await events.calendar_view(asker.graph, window, asker.zone, calendar_id=calendar.id)
    frame = replace(frame, listed=tuple(event.id for event in view))
    card = cards.inside(calendar.name, window, view, asker.reader)
    return frame, Reply(card=card, dialog=DIALOG, outcome="shown")
