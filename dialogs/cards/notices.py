"""Cards that tell: welcome, help, one-line notices, and what to do when something went wrong."""

from dialogs.cards.elements import Element, card, execute, fine, heading, text, under, verbatim
from dialogs.turn import Json
from dialogs.words.reader import Reader

WELCOME_EXAMPLES = ("example-agenda", "example-invitations", "example-help")
HELP_TOPICS = (
    "help-book",
    "help-respond",
    "help-agenda",
    "help-free",
    "help-rooms",
    "help-vote",
    "help-change",
    "help-cancel",
    "help-mail",
    "help-others",
    "help-know",
    "help-person",
    "help-remind",
    "help-focus",
    "help-calendars",
    "help-settings",
    "help-stop",
)
HELP_EXAMPLES = ("example-agenda", "example-invitations", "example-book-today")


def welcome(name: str, reader: Reader) -> Json:
    """Said once: what it is good for, and how to begin."""
    title = reader.say("welcome-title", name=verbatim(name)) if name else reader.say("welcome-title-nameless")
    body = [heading(title), text(reader.say("welcome-text")), text(reader.say("help-book"), subtle=True)]
    return card(body, speak=title, language=reader.language, actions=_examples(WELCOME_EXAMPLES, reader))


def help_card(reader: Reader) -> Json:
    """What can be said, by example."""
    body = [heading(reader.say("help-title")), text(reader.say("help-text"))]
    body += [text(reader.say(topic), spacing="Small") for topic in HELP_TOPICS]
    return card(
        body, speak=reader.say("help-title"), language=reader.language, actions=_examples(HELP_EXAMPLES, reader)
    )


def notice(words: str, reader: Reader) -> Json:
    """One line, in place of a card that is over."""
    return card([text(verbatim(words))], speak=words, language=reader.language)


def expired(reader: Reader) -> Json:
    """A button of a card that is no longer known."""
    body = [text(reader.say("expired-title"), bold=True), under(reader.say("expired-text"))]
    return card(body, speak=reader.say("expired-title"), language=reader.language)


def trouble(
    title: str, explained: str, reader: Reader, *, again: tuple[str, Json] | None = None, reference: str = ""
) -> Json:
    """What happened, what was not done and what to do next. `again` is the verb and data of "Try again"."""
    body: list[Element] = [heading(title), text(verbatim(explained))]
    if reference:
        body.append(fine(reader.say("trouble-reference", reference=reference)))
    actions = [execute(reader.say("try-again"), again[0], again[1], style="positive")] if again else []
    return card(body, speak=f"{title}. {explained}", language=reader.language, actions=actions)


def _examples(names: tuple[str, ...], reader: Reader) -> list[Element]:
    return [execute(reader.say(name), "say", {"text": reader.say(name)}) for name in names]
