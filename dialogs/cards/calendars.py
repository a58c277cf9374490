"""Cards of somebody's calendars: which there are, who may see one, what is in it, and what would become of it."""

from collections.abc import Sequence

from dialogs.cards.elements import (
    Element,
    action_set,
    badge,
    card,
    column,
    columns,
    container,
    execute,
    fine,
    heading,
    text,
    under,
    verbatim,
)
from dialogs.frame import CalendarAct
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.calendars import Calendar, Permission
from graph.model import Event, Window

SHOWN = 25
ROLE_WORDS = {
    "none": "role-none",
    "freeBusyRead": "role-free-busy",
    "limitedRead": "role-titles",
    "read": "role-details",
    "write": "role-edit",
    "delegateWithoutPrivateEventAccess": "role-delegate",
    "delegateWithPrivateEventAccess": "role-delegate-private",
}
"""What each of Graph's roles is called; another one is custom."""
OFFERED = ("freeBusyRead", "limitedRead", "read", "write", "delegateWithoutPrivateEventAccess")
ORGANIZATION = "My Organization"
"""As Outlook lists everybody who has no permission of their own."""
TITLES = {
    "create": "calendars-made",
    "rename": "calendars-renamed",
    "delete": "calendars-deleted",
    "share": "calendars-is-shared",
    "unshare": "calendars-is-unshared",
}
UNDONE = {
    "create": "calendars-undone-create",
    "rename": "calendars-undone-rename",
    "share": "calendars-undone-share",
    "unshare": "calendars-undone-unshare",
}


def listed(found: Sequence[Calendar], mine: str, reader: Reader) -> Json:
    """Every calendar, with whose it is and what can be done in it."""
    title = reader.say("calendars-title", count=len(found))
    body: list[Element] = [heading(title)]
    for each in found:
        is_mine = each.owner.email.lower() == mine.lower()
        told = reader.say("calendars-of", name=each.owner.name) if not is_mine else ""
        if each.is_default:
            told = reader.say("calendars-own")
        told = told if each.can_edit else reader.say("calendars-see-only", told=told)
        lines = [text(verbatim(each.name), bold=True), *([fine(verbatim(told.strip(" ·")))] if told else [])]
        body.append(container(lines, separator=True, spacing="Small"))
    return card(body, speak=title, language=reader.language)


def shared_with(permissions: Sequence[Permission], name: str, owner_id: str, reader: Reader) -> Json:
    """Who may see what of a calendar; `name` is empty for the mailbox's own. A button takes somebody off."""
    title = reader.say("calendars-who-title", name=verbatim(_called(name, reader)))
    body: list[Element] = [heading(title)]
    for each in permissions:
        everybody = each.person.name == ORGANIZATION or not each.person.email
        who = reader.say("calendars-everybody") if everybody else each.person.name or each.person.email
        told = column([text(verbatim(who), bold=True), fine(role_told(each.role, reader))])
        if everybody or not each.is_removable:
            row = columns(told)
        else:
            person = each.person.name or each.person.email
            said = (
                reader.say("calendars-unshare-say-named", name=name, who=person)
                if name
                else reader.say("calendars-unshare-say", who=person)
            )
            button = execute(
                reader.say("calendars-unshare-do"),
                "say",
                {"text": said, "for": owner_id},
                tooltip=reader.say("calendars-unshare-from", name=each.person.name),
            )
            row = columns(told, column([action_set(button)], width="auto", middle=True))
        body.append(container([row], separator=True, spacing="Small"))
    return card(body, speak=title, language=reader.language)


def role_told(role: str, reader: Reader) -> str:
    """What somebody with that role may do."""
    return reader.say(ROLE_WORDS.get(role, "role-custom"))


def _called(name: str, reader: Reader) -> str:
    return f"“{name}”" if name else reader.say("calendars-yours")


def preview(act: CalendarAct, owner_id: str, reader: Reader) -> Json:
    """What would be done, before it is."""
    calendar, who = _called(act.name, reader), _names(act, reader)
    identity = {"card": act.id, "for": owner_id}
    leave = execute(reader.say("calendars-leave"), "calendar_leave", identity)
    if act.kind == "delete":
        title = reader.say("calendars-delete-ask", name=verbatim(act.name))
        told = reader.say("calendars-delete-count", count=act.count)
        body: list[Element] = [heading(title), text(told), fine(reader.say("calendars-delete-note"))]
        do = execute(reader.say("calendars-delete-do"), "calendar_do", identity, style="destructive")
        return card(body, speak=f"{title} {told}", language=reader.language, actions=[do, leave])
    if act.kind == "unshare":
        title = reader.say("calendars-unshare-ask", calendar=verbatim(calendar), who=verbatim(who))
        do = execute(reader.say("calendars-unshare-do"), "calendar_do", identity, style="destructive")
        body = [heading(title), *(text(verbatim(told)) for told in _roles_now(act, reader))]
        return card(body, speak=title, language=reader.language, actions=[do, leave])
    title = reader.say("calendars-share-ask", calendar=verbatim(calendar), who=verbatim(who))
    body = [heading(title), *(under(verbatim(told)) for told in _roles_now(act, reader))]
    body += [
        {
            "type": "Input.ChoiceSet",
            "id": "role",
            "label": reader.say("calendars-role"),
            "style": "compact",
            "value": act.role,
            "choices": [{"title": role_told(role, reader), "value": role} for role in OFFERED],
            "isRequired": True,
            "errorMessage": reader.say("calendars-need-role"),
        },
        text(reader.say("calendars-share-note", who=verbatim(who), count=len(act.sharers)), size="Small", subtle=True),
    ]
    do = execute(reader.say("calendars-share-do"), "calendar_do", identity, style="positive")
    return card(body, speak=title, language=reader.language, actions=[do, leave])


def _names(act: CalendarAct, reader: Reader) -> str:
    return reader.names([each.person.name for each in act.sharers])


def _roles_now(act: CalendarAct, reader: Reader) -> list[str]:
    """What those may see now with whom it is shared already."""
    return [
        reader.say("calendars-unshare-now", who=each.person.name, role=role_told(each.before, reader))
        for each in act.sharers
        if each.before
    ]


def done(act: CalendarAct, owner_id: str, reader: Reader, *, can_undo: bool) -> Json:
    """It is done."""
    told, calendar = _outcome(act, reader), _called(act.name, reader)
    word = reader.say(TITLES[act.kind])
    mark = badge("✕", word, "Attention") if act.kind in ("delete", "unshare") else badge("✓", word, "Good")
    body = [
        columns(column([mark], width="auto", middle=True), column([text(verbatim(told), subtle=True)], middle=True)),
    ]
    undo = execute(reader.say("undo"), "undo_calendar", {"card": act.id, "for": owner_id})
    speak = f"{word}: {calendar}. {told}"
    return card(body, speak=speak, language=reader.language, actions=[undo] if can_undo else [])


def _outcome(act: CalendarAct, reader: Reader) -> str:
    who, calendar, count = _names(act, reader), _called(act.name, reader), len(act.sharers)
    match act.kind:
        case "create":
            return reader.say("calendars-made-told", name=act.name)
        case "rename":
            return f"{act.before} → {act.name}"
        case "delete":
            return reader.say("calendars-deleted-told", name=act.name, count=act.count)
        case "unshare":
            return reader.say("calendars-unshared-told", who=who, calendar=calendar, count=count)
    return reader.say("calendars-shared-told", who=who, calendar=calendar, role=role_told(act.role, reader))


def undone(act: CalendarAct, reader: Reader) -> str:
    """What was taken back, in words."""
    if act.kind != "share":
        name = act.before if act.kind == "rename" else act.name
        return reader.say(UNDONE[act.kind], name=name, who=_names(act, reader))
    new = [each.person.name for each in act.sharers if not each.before]
    told = [reader.say(UNDONE["share"], who=reader.names(new), count=len(new))] if new else []
    told += [
        reader.say("calendars-undone-role", who=each.person.name, role=role_told(each.before, reader))
        for each in act.sharers
        if each.before
    ]
    return " ".join((reader.say("calendars-undone"), *told))


def inside(name: str, window: Window, view: Sequence[Event], reader: Reader) -> Json:
    """What is in a calendar, in order."""
    body: list[Element] = [heading(verbatim(name)), under(_span(window, reader))]
    for event in view[:SHOWN]:
        moment = reader.moment_of(event.start, event.end, all_day=event.is_all_day)
        subject = event.subject or reader.say("no-subject")
        lines = [text(verbatim(subject), bold=True), fine(moment)]
        body.append(container(lines, separator=True, spacing="Small"))
    if not view:
        body.append(text(reader.say("calendars-empty")))
    if len(view) > SHOWN:
        body.append(text(reader.say("calendars-more", count=len(view) - SHOWN), subtle=True))
    speak = f"{name}: {reader.say('calendars-inside', count=len(view))}"
    return card(body, speak=speak, language=reader.language)


def _span(window: Window, reader: Reader) -> str:
    first, last = reader.day(window.start), reader.day(window.end - (window.end - window.start) / 1000)
    return first if first == last else f"{first} – {last}"
