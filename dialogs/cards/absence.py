"""Cards of being away: what would be set up, and what was."""

from datetime import timedelta

from dialogs.cards.elements import (
    Element,
    badge,
    card,
    column,
    columns,
    container,
    execute,
    facts,
    heading,
    text,
    under,
    verbatim,
)
from dialogs.frame import Absence
from dialogs.turn import Json
from dialogs.words.reader import Reader

LONGEST = 4000


def preview(absence: Absence, meetings: int, owner_id: str, reader: Reader) -> Json:
    """The days, what the calendar will show, and the automatic reply, which can be changed."""
    title = _title(absence, reader)
    calendar = reader.say("absence-unblocked" if absence.is_unblocked else "absence-blocked")
    body: list[Element] = [
        heading(title),
        under(_when(absence, reader)),
        facts(
            [
                *(
                    [(reader.say("absence-name"), verbatim(absence.name))]
                    if absence.name and not absence.is_unblocked
                    else []
                ),
                (reader.say("absence-calendar"), calendar),
                (reader.say("absence-mail"), _mail(absence, reader)),
            ]
        ),
    ]
    if not absence.owner:
        body.append(_reply_input(absence, reader))
    identity = {"card": absence.id, "for": owner_id}
    actions = [
        execute(reader.say("absence-do"), "absence", identity, style="positive"),
        execute(reader.say("absence-leave"), "absence_leave", identity),
    ]
    if meetings and absence.window and not absence.is_unblocked:
        told = "absence-meetings-theirs" if absence.owner else "absence-meetings"
        body.append(container([text(reader.say(told, count=meetings, name=absence.owner))], style="warning"))
        first, last = absence.window.start, absence.window.end - timedelta(minutes=1)
        name = "absence-clear" if last.date() > first.date() else "absence-clear-day"
        # It is read as if it had been typed, so that the days are written as one types them.
        said = reader.say(name, first=f"{first.day} {first:%B %Y}", last=f"{last.day} {last:%B %Y}")
        actions.append(execute(reader.say("absence-see"), "say", {"text": said, "for": owner_id}))
    return card(body, speak=f"{title} {_when(absence, reader)}", language=reader.language, actions=actions)


def done(absence: Absence, owner_id: str, reader: Reader, *, failed: bool) -> Json:
    """It is set up; `failed`: the automatic reply is not."""
    told = reader.say(_told(absence, failed=failed), name=absence.owner)
    name = "absence-reply-subject" if absence.is_unblocked else "absence-subject"
    mark = (
        badge("⚠", reader.say("absence-partly"), "Warning") if failed else badge("✓", reader.say("absence-set"), "Good")
    )
    body: list[Element] = [
        columns(column([mark], width="auto", middle=True), column([text(told, subtle=True)], middle=True)),
        heading((not absence.is_unblocked and verbatim(absence.name)) or reader.say(name)),
        under(_when(absence, reader)),
    ]
    if absence.text and not failed:
        body.append(text(verbatim(absence.text)))
    identity = {"card": absence.id, "for": owner_id}
    actions = [execute(reader.say("try-again"), "absence", identity)] if failed else []
    actions.append(execute(reader.say("undo"), "undo_absence", identity))
    return card(body, speak=told, language=reader.language, actions=actions)


def _title(absence: Absence, reader: Reader) -> str:
    if absence.owner:
        return reader.say("absence-title-theirs", name=absence.owner)
    return reader.say("absence-reply-title" if absence.is_unblocked else "absence-title")


def _mail(absence: Absence, reader: Reader) -> str:
    if absence.owner:
        return reader.say("absence-mail-theirs", name=absence.owner)
    return reader.say("absence-silent" if absence.is_silent else "absence-answers")


def _reply_input(absence: Absence, reader: Reader) -> Element:
    return {
        "type": "Input.Text",
        "id": "words",
        "label": reader.say("absence-text"),
        "isMultiline": True,
        "maxLength": LONGEST,
        "value": absence.text,
    }


def _told(absence: Absence, *, failed: bool) -> str:
    if failed:
        return "absence-failed"
    if absence.owner:
        return "absence-told-theirs"
    if absence.is_unblocked:
        return "absence-told-mail"
    return "absence-told" if absence.text else "absence-told-calendar"


def off(absence: Absence, owner_id: str, reader: Reader) -> Json:
    """Automatic replies are off."""
    words = reader.say("absence-off")
    actions = [execute(reader.say("undo"), "undo_absence", {"card": absence.id, "for": owner_id})]
    return card([text(words)], speak=words, language=reader.language, actions=actions)


def _when(absence: Absence, reader: Reader) -> str:
    if absence.window is None:
        return ""
    return reader.moment_of(absence.window.start, absence.window.end, all_day=absence.is_all_day)
