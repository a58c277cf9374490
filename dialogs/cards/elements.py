"""The few Adaptive Card elements that every card is made of: plain dicts, version 1.5.

Source: adaptivecards.io/explorer and Teams' "Universal Actions" page. Newer elements ride on 1.5 with a `fallback`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dialogs.turn import Json

Element = dict[str, Any]

MARKDOWN = re.compile(r"([\\`*\[\]~|<>]|(?<!\w)_|_(?!\w)|^\s*[#+-](?=\s)|(?<=^\d)\.(?=\s)|(?<=^\d\d)\.(?=\s))")
PORTRAIT = 32
"""Pixels."""
TITLE_LIMIT = 20
"""Longer button titles do not fit at 320 px."""


def verbatim(words: str) -> str:
    """What somebody wrote, so that markdown shows it as written."""
    return MARKDOWN.sub(r"\\\1", words)


def text(
    words: str,
    *,
    size: str = "",
    bold: bool = False,
    subtle: bool = False,
    spacing: str = "",
    heading: bool = False,
) -> Element:
    """A paragraph that wraps."""
    block: Element = {"type": "TextBlock", "text": words, "wrap": True}
    if size:
        block["size"] = size
    if bold:
        block["weight"] = "Bolder"
    if subtle:
        block["isSubtle"] = True
    if spacing:
        block["spacing"] = spacing
    if heading:
        block["style"] = "heading"
    return block


def heading(words: str) -> Element:
    """What the card is about."""
    return text(words, size="Large", bold=True, heading=True)


def under(words: str) -> Element:
    """A quieter line close below the one before."""
    return text(words, subtle=True, spacing="None")


def fine(words: str) -> Element:
    """The smallest line, close below the one before."""
    return text(words, size="Small", subtle=True, spacing="None")


def portrait(address: str, name: str) -> Element:
    """Somebody's photo, round and small; `address` is a data address."""
    return {"type": "Image", "url": address, "altText": name, "style": "Person", "width": f"{PORTRAIT}px"}


def badge(glyph: str, words: str, style: str = "Informative") -> Element:
    """A state as a word; a glyph and the word where badges are unknown, since colour alone says nothing."""
    fallback = text(f"{glyph} {words}", size="Small")
    return {"type": "Badge", "text": words, "style": style, "appearance": "Tint", "fallback": fallback}


def column(items: Sequence[Element], *, width: str = "stretch", middle: bool = False) -> Element:
    """A column; `width` is stretch, auto or a number of pixels."""
    made: Element = {"type": "Column", "width": width, "items": list(items)}
    if middle:
        made["verticalContentAlignment"] = "Center"
    return made


def columns(*each: Element, separator: bool = False, spacing: str = "") -> Element:
    """Columns side by side."""
    made: Element = {"type": "ColumnSet", "columns": list(each)}
    if separator:
        made["separator"] = True
    if spacing:
        made["spacing"] = spacing
    return made


def container(items: Sequence[Element], *, style: str = "", separator: bool = False, spacing: str = "") -> Element:
    """A group of elements; `style` emphasis or warning sets it off."""
    made: Element = {"type": "Container", "items": list(items)}
    if style:
        made["style"] = style
    if separator:
        made["separator"] = True
    if spacing:
        made["spacing"] = spacing
    return made


def facts(pairs: Iterable[tuple[str, str]]) -> Element:
    """Titles and values; those without a value are left out."""
    return {"type": "FactSet", "facts": [{"title": title, "value": value} for title, value in pairs if value]}


def note_input(ident: str, label: str, placeholder: str) -> Element:
    """A line of free text, at most 500 characters."""
    return {"type": "Input.Text", "id": ident, "label": label, "placeholder": placeholder, "maxLength": 500}


def execute(
    title: str, verb: str, data: Json, *, style: str = "", tooltip: str = "", secondary: bool = False
) -> Element:
    """A button: Action.Execute, and Action.Submit with the same data and the verb among it where Execute is unknown."""
    look: Element = {"title": title}
    if style:
        look["style"] = style
    if tooltip:
        look["tooltip"] = tooltip
    if secondary:
        look["mode"] = "secondary"
    fallback = {"type": "Action.Submit", **look, "data": {**data, "verb": verb}}
    return {"type": "Action.Execute", **look, "verb": verb, "data": dict(data), "fallback": fallback}


def open_url(title: str, url: str) -> Element:
    """A button that opens a page."""
    return {"type": "Action.OpenUrl", "title": title, "url": url}


def executes(element: object) -> Iterator[Element]:
    """Every button of a card that does something here."""
    if isinstance(element, dict):
        if element.get("type") == "Action.Execute":
            yield element
            return
        element = list(element.values())
    if isinstance(element, list | tuple):
        for each in element:
            yield from executes(each)


def action_set(*actions: Element) -> Element:
    """Buttons inside the body."""
    return {"type": "ActionSet", "actions": list(actions)}


def card(body: Sequence[Element], *, speak: str, language: str, actions: Sequence[Element] = ()) -> Json:
    """A whole card. `speak` is what is read aloud, and what a client that cannot draw cards shows."""
    made: Element = {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "lang": language,
        "speak": speak,
        "fallbackText": speak,
        "msteams": {"width": "full"},
        "body": list(body),
    }
    if actions:
        made["actions"] = list(actions)
    return made


def beneath(first: Json, second: Json) -> Json:
    """Two cards as one: the buttons of the first stand below it, those of the second at the end."""
    buttons = [action_set(*first["actions"])] if first.get("actions") else []
    spoken = f"{first['speak']} {second['speak']}"
    body = [*first["body"], *buttons, container(second["body"], separator=True, spacing="Large")]
    return {**second, "body": body, "speak": spoken, "fallbackText": spoken}
