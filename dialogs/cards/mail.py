"""Cards of mail: a list, one message, what is to become of several, and what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.cards.elements import (
    Element,
    action_set,
    badge,
    card,
    column,
    columns,
    container,
    execute,
    facts,
    fine,
    heading,
    open_url,
    text,
    under,
    verbatim,
)
from dialogs.frame import Tidying
from dialogs.mail.quoting import LONGEST, glimpse, own_words, shortened
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.mail import Message
from graph.model import Importance, Person

SUBJECT = 120
"""Characters of a subject."""
DONE = {
    Tidying.DELETE: "mail-deleted",
    Tidying.ARCHIVE: "mail-archived",
    Tidying.MARK_READ: "mail-marked-read",
    Tidying.MARK_UNREAD: "mail-marked-unread",
    Tidying.JUNK: "mail-junked",
    Tidying.FLAG: "mail-flagged",
    Tidying.UNFLAG: "mail-unflagged",
}
DO = {
    Tidying.DELETE: "mail-delete-count",
    Tidying.ARCHIVE: "mail-archive-count",
    Tidying.MARK_READ: "mail-mark-read-count",
    Tidying.MARK_UNREAD: "mail-mark-unread-count",
    Tidying.JUNK: "mail-junk-count",
    Tidying.FLAG: "mail-flag-count",
    Tidying.UNFLAG: "mail-unflag-count",
}
PICK = {Tidying.DELETE: "mail-delete", Tidying.ARCHIVE: "mail-archive"}


@dataclass(frozen=True)
class Found:
    """What was looked for, in words, what of it is shown, and how many more there are."""

    title: str
    told: str
    messages: tuple[Message, ...]
    more: int = 0
    is_sent: bool = False


def listing(found: Found, card_id: str, owner_id: str, reader: Reader) -> Json:
    """A list, each message with a button to read it."""
    title, told, more = found.title, found.told, found.more
    body: list[Element] = [heading(title)]
    if told:
        body.append(under(verbatim(told)))
    for message in found.messages:
        button = execute(
            reader.say("mail-read"),
            "mail_read",
            {"message": message.id, "card": card_id, "for": owner_id},
            tooltip=subject_of(message, reader),
        )
        told_of = _row(message, reader, is_sent=found.is_sent)
        row = columns(column(told_of), column([action_set(button)], width="auto", middle=True))
        body.append(container([row], separator=True, spacing="Small"))
    actions = [execute(reader.say("mail-more", count=more), "mail_more", {"card": card_id, "for": owner_id})]
    return card(body, speak=f"{title} {told}".strip(), language=reader.language, actions=actions if more else ())


def which(act: Tidying, messages: Sequence[Message], card_id: str, owner_id: str, reader: Reader) -> Json:
    """Several fit where one was spoken of."""
    title = reader.say("mail-which")
    body: list[Element] = [heading(title), under(reader.say("mail-which-under"))]
    for message in messages:
        data = {"act": act.value, "message": message.id, "card": card_id, "for": owner_id}
        button = execute(reader.say(PICK.get(act, "choose")), "mail_tidy", data, tooltip=subject_of(message, reader))
        row = columns(column(_row(message, reader)), column([action_set(button)], width="auto", middle=True))
        body.append(container([row], separator=True, spacing="Small"))
    return card(body, speak=title, language=reader.language)


def _row(message: Message, reader: Reader, *, is_sent: bool = False) -> list[Element]:
    when = reader.say("mail-row-unread", when=moment(message, reader)) if _is_new(message) else moment(message, reader)
    marks = [when]
    if message.importance is Importance.HIGH:
        marks.append(reader.say("mail-important"))
    if message.is_flagged:
        marks.append(reader.say("mail-flagged"))
    if message.has_attachments:
        marks.append(reader.say("mail-has-files"))
    names = name_of(message.sender)
    if is_sent:
        names = reader.say("mail-row-to", names=reader.names([name_of(person) for person in message.to]))
    row = [text(verbatim(names), bold=True), text(verbatim(subject_of(message, reader)), spacing="None")]
    if said := glimpse(message.body):
        row.append(fine(verbatim(said)))
    return [*row, fine(" · ".join(marks))]


def _is_new(message: Message) -> bool:
    return not message.is_read and not message.is_draft


def message(shown: Message, owner_id: str, reader: Reader, *, is_own: bool, has_others: bool, lead: str = "") -> Json:
    """One message: who wrote it to whom, when, and what it says of its own. `lead` answers what was asked."""
    subject = subject_of(shown, reader)
    words = own_words(shown.body)
    body: list[Element] = [text(verbatim(lead))] if lead else []
    body += [
        heading(verbatim(subject)),
        facts(
            [
                (reader.say("mail-from"), verbatim(_with_address(shown.sender))),
                (reader.say("letter-to"), verbatim(reader.names([name_of(each) for each in shown.to]))),
                (
                    reader.say("mail-cc"),
                    verbatim(reader.names([name_of(each) for each in shown.cc])) if shown.cc else "",
                ),
                (reader.say("mail-sent-at" if is_own else "mail-when"), moment(shown, reader)),
            ]
        ),
    ]
    body += [text(verbatim(each)) for each in paragraphs(words)] or [fine(reader.say("mail-empty"))]
    notes = [reader.say("mail-shortened")] if len(words) > LONGEST else []
    notes += [reader.say("mail-files-there")] if shown.has_attachments else []
    if notes:
        body.append(fine(" ".join(notes)))
    data = {"message": shown.id, "for": owner_id}
    actions = [] if is_own else [execute(reader.say("mail-reply"), "mail_reply", data, style="positive")]
    if has_others:
        actions.append(execute(reader.say("mail-reply-all"), "mail_reply", {**data, "all": True}))
    actions.append(execute(reader.say("mail-meeting"), "mail_meeting", data))
    if _is_new(shown):
        read = {**data, "act": Tidying.MARK_READ.value}
        actions.append(execute(reader.say("mail-mark-read"), "mail_tidy", read))
    actions.append(execute(reader.say("mail-delete"), "mail_tidy", {**data, "act": Tidying.DELETE.value}))
    if shown.web_link:
        actions.append(open_url(reader.say("open-outlook"), shown.web_link))
    spoken = reader.say("mail-speak", name=name_of(shown.sender), subject=subject, text=shortened(words, 300))
    return card(body, speak=spoken, language=reader.language, actions=actions)


def paragraphs(words: str) -> list[str]:
    """The text in pieces that a card shows below each other, shortened."""
    return [each.strip() for each in shortened(words).split("\n") if each.strip()]


def preview(act: Tidying, messages: Sequence[Message], card_id: str, owner_id: str, reader: Reader) -> Json:
    """What would be deleted, archived or marked by one tap."""
    title = reader.say("mail-tidy-title", act=act.value, count=len(messages))
    body: list[Element] = [heading(title)]
    if act is Tidying.DELETE:
        body.append(under(reader.say("mail-delete-told")))
    for each in messages:
        told = [text(verbatim(name_of(each.sender)), bold=True)]
        told += [text(verbatim(subject_of(each, reader)), spacing="None"), fine(moment(each, reader))]
        body.append(container(told, separator=True, spacing="Small"))
    identity = {"card": card_id, "for": owner_id}
    style = "destructive" if act is Tidying.DELETE else "positive"
    actions = [
        execute(reader.say(DO[act], count=len(messages)), "mail_batch", identity, style=style),
        execute(reader.say("mail-keep"), "mail_keep", identity),
    ]
    return card(body, speak=title, language=reader.language, actions=actions)


def tidied(
    act: Tidying, messages: Sequence[Message], card_id: str, owner_id: str, reader: Reader, *, gone: int = 0
) -> Json:
    """It is done, and can be taken back; `gone` is how many were no longer there."""
    word, told = reader.say(DONE[act]), _told(messages, reader)
    state = column([badge("✓", word, "Good")], width="auto", middle=True)
    body: list[Element] = [columns(state, column([text(verbatim(told))], middle=True))]
    if gone:
        body.append(fine(reader.say("mail-gone-count", count=gone)))
    actions = [execute(reader.say("undo"), "undo_mail", {"card": card_id, "for": owner_id})]
    return card(body, speak=f"{word}. {told}", language=reader.language, actions=actions)


def undone(act: Tidying, count: int, reader: Reader) -> Json:
    """It is as it was."""
    told = reader.say("mail-undone", act=act.value, count=count)
    body = [
        columns(
            column([badge("↩", reader.say("undone"))], width="auto", middle=True), column([text(told)], middle=True)
        )
    ]
    return card(body, speak=told, language=reader.language)


def _told(messages: Sequence[Message], reader: Reader) -> str:
    if len(messages) == 1:
        (each,) = messages
        return reader.say("mail-one", subject=subject_of(each, reader), name=name_of(each.sender))
    return reader.say("mail-count", count=len(messages))


def subject_of(message: Message, reader: Reader) -> str:
    """Its subject, shortened."""
    return shortened(" ".join(message.subject.split()), SUBJECT) or reader.say("no-subject")


def name_of(person: Person) -> str:
    """A name, or else the address."""
    return person.name or person.email


def moment(message: Message, reader: Reader) -> str:
    """When it came, on the reader's clock."""
    came = message.received
    return f"{reader.day(came)}, {reader.clock(came)}" if came else ""


def _with_address(person: Person) -> str:
    return f"{person.name} ({person.email})" if person.name and person.name != person.email else person.email
