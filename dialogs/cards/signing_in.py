"""The card that asks for a sign-in: why, what is read, and that it is once only."""

from dialogs.cards.elements import card, fine, heading, open_url, text, verbatim
from dialogs.turn import Json
from dialogs.words.reader import Reader


def sign_in(name: str, link: str, minutes: int, reader: Reader) -> Json:
    """`name`: for whom it is, where others see it too. `minutes`: how long `link` is good."""
    title = reader.say("sign-in-title-named", name=verbatim(name)) if name else reader.say("sign-in-title")
    body = [
        heading(title),
        text(reader.say("sign-in-text")),
        fine(reader.say("sign-in-good-for", minutes=minutes)),
    ]
    actions = [{**open_url(reader.say("sign-in-button"), link), "style": "positive"}]
    return card(body, speak=title, language=reader.language, actions=actions)
