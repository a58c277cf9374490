"""What a mail itself says, without the older mails that it quotes, and short enough for a card. Pure."""

import re

LONGEST = 1000
"""Characters of a mail that are shown."""
GLIMPSE = 110
"""Characters of a mail in a list."""
_QUOTES = re.compile(
    r"^(?:"
    r"-{2,}\s*(?:original|forwarded) (?:message|appointment)\s*-{2,}.*"
    r"|_{10,}\s*"
    r"|from:[ \t].+\n(?:.*\n){0,2}?(?:sent|date|to|subject):[ \t].*"
    r"|on [^\n]{6,120}\bwrote:\s*"
    r"|>.*"
    r")$",
    re.IGNORECASE | re.MULTILINE,
)
"""Where a quoted mail begins, as Outlook, Gmail and others mark it in English."""


def own_words(text: str) -> str:
    """The words of the mail itself; all of it where it has none of its own."""
    found = _QUOTES.search(text)
    own = text[: found.start()].strip() if found else text.strip()
    return own or text.strip()


def shortened(text: str, longest: int = LONGEST) -> str:
    """Not more than `longest` characters, ended at a word; as it is where it is no longer."""
    if len(text) <= longest:
        return text
    cut = text[:longest]
    last = max(cut.rfind(" "), cut.rfind("\n"))
    return f"{cut[: last if last > longest // 2 else longest].rstrip()} …"


def glimpse(text: str) -> str:
    """The beginning, on one line."""
    return shortened(" ".join(own_words(text).split()), GLIMPSE)
