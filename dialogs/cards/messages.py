"""Cards of what is written to people: as it would be sent, and once it was."""

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
    facts,
    fine,
    heading,
    text,
    under,
    verbatim,
)
from dialogs.frame import Letter
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Event

LONGEST = 4000
TITLES = {
    "forward": "letter-forward-title",
    "forward_mail": "letter-forward-mail-title",
    "reply": "letter-reply-title",
    "reply_all": "letter-reply-all-title",
}


def letter(shown: Letter, owner_id: str, reader: Reader) -> Json:
    """To whom, about what, and the words, which can be changed before they are sent."""
    is_forward, passes_on = shown.kind == "forward", not shown.needs_words
    title = reader.say(TITLES.get(shown.kind, "letter-title"))
    names = reader.names([person.name or person.email for person in shown.to])
    pairs = [(reader.say("letter-to"), verbatim(names))]
    pairs.append((reader.say("letter-meeting" if is_forward else "letter-subject"), verbatim(shown.subject)))
    body: list[Element] = [heading(title), facts(pairs)]
    body.append(_words(shown.text, reader.say("letter-note" if passes_on else "letter-text")))
    if is_forward:
        body.append(fine(reader.say("letter-forward-told")))
    elif shown.mail_id:
        body.append(fine(reader.say("letter-for-good")))
    identity = {"card": shown.id, "for": owner_id}
    send = reader.say("letter-forward" if passes_on else "letter-send")
    actions = [
        execute(send, "letter_send", identity, style="positive"),
        execute(reader.say("letter-leave"), "letter_leave", identity),
    ]
    return card(body, speak=f"{title} {names}", language=reader.language, actions=actions)


def _words(words: str, label: str) -> Element:
    made: Element = {"type": "Input.Text", "id": "words", "label": label, "isMultiline": True, "maxLength": LONGEST}
    return {**made, "value": words} if words else made


def sent(shown: Letter, reader: Reader) -> Json:
    """It is sent."""
    word = reader.say("letter-sent" if shown.needs_words else "letter-forwarded")
    told = reader.say("letter-sent-to", names=reader.names([person.name or person.email for person in shown.to]))
    body = [
        columns(
            column([badge("✓", word, "Good")], width="auto", middle=True),
            column([text(verbatim(told), subtle=True)], middle=True),
        ),
    ]
    if shown.subject:
        body.append(heading(verbatim(shown.subject)))
    if shown.text:
        body.append(text(verbatim(shown.text)))
    return card(body, speak=f"{word}. {told}", language=reader.language)


def which(candidates: Sequence[Event], card_id: str, owner_id: str, reader: Reader) -> Json:
    """Several events fit."""
    title = reader.say("which-event-title")
    body: list[Element] = [heading(title), under(reader.say("letter-which-under"))]
    for event in candidates:
        subject = event.subject or reader.say("no-subject")
        moment = reader.moment_of(event.start, event.end, all_day=event.is_all_day)
        data = {"event": event.id, "card": card_id, "for": owner_id}
        button = execute(reader.say("choose"), "letter_event", data, tooltip=subject)
        told = [text(verbatim(subject), bold=True), fine(moment)]
        row = columns(column(told), column([action_set(button)], width="auto", middle=True))
        body.append(container([row], separator=True, spacing="Small"))
    return card(body, speak=title, language=reader.language)
