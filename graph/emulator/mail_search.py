"""$search over messages: words and properties in Keyword Query Language, as far as mail clients use it.

    "budget"    "from:ana subject:budget"    "to:tom OR cc:tom"    "subject:\\"half year\\""

Source: Graph concepts, search-query-parameter.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from graph.emulator.documents import as_text
from graph.emulator.errors import Json

_TERM = re.compile(r'(?:(?P<name>\w+)\s*[:=]\s*)?(?:"(?P<phrase>[^"]*)"|\((?P<group>[^)]*)\)|(?P<word>[^\s"()]+))')
_WORD = re.compile(r"[^\W_]+")
_SINGLE_QUOTE = re.compile(r"(?<!\w)'|'(?!\w)")
"""Around words, where some clients put them; they mean nothing. The one within a word stays."""
_ESCAPED = re.compile(r"\\(.)")


def find_messages(documents: Sequence[Json], query: str) -> list[Json]:
    """The messages that have every term of one of the alternatives; a word counts by its beginning."""
    alternatives = _alternatives(query)
    return [document for document in documents if any(_has(document, terms) for terms in alternatives)]


def _alternatives(query: str) -> list[list[tuple[str, str]]]:
    """Property (or an empty text) and words of each term, by alternative."""
    inner = query.strip()
    if len(inner) > 1 and inner[0] == inner[-1] == '"':
        inner = inner[1:-1]
    found: list[list[tuple[str, str]]] = [[]]
    for match in _TERM.finditer(_SINGLE_QUOTE.sub(" ", _ESCAPED.sub(r"\1", inner))):
        if match["word"] in {"OR", "AND"} and not match["name"]:
            if match["word"] == "OR":
                found.append([])
            continue
        words = next(text for text in (match["phrase"], match["group"], match["word"]) if text is not None)
        found[-1].append(((match["name"] or "").casefold(), words))
    return [terms for terms in found if terms]


def _has(document: Json, terms: Iterable[tuple[str, str]]) -> bool:
    return all(_begins(_PLACES.get(name, _anywhere)(document), words) for name, words in terms)


def _begins(text: str, words: str) -> bool:
    parts = _WORD.findall(text.casefold())
    wanted = _WORD.findall(words.casefold())
    return bool(wanted) and all(any(part.startswith(word) for part in parts) for word in wanted)


def _parties(*names: str) -> Callable[[Json], str]:
    def text(document: Json) -> str:
        found: list[str] = []
        for name in names:
            stated = document.get(name) or []
            for one in stated if isinstance(stated, list) else [stated]:
                found += (str(one["emailAddress"].get("name")), str(one["emailAddress"].get("address")))
        return " ".join(found)

    return text


def _subject(document: Json) -> str:
    return str(document["subject"])


def _body(document: Json) -> str:
    return as_text(document["body"])


_participants = _parties("from", "toRecipients", "ccRecipients", "bccRecipients")


def _anywhere(document: Json) -> str:
    return " ".join((_subject(document), _body(document), _participants(document)))


_PLACES: dict[str, Callable[[Json], str]] = {
    "from": _parties("from"),
    "to": _parties("toRecipients"),
    "cc": _parties("ccRecipients"),
    "bcc": _parties("bccRecipients"),
    "recipients": _parties("toRecipients", "ccRecipients", "bccRecipients"),
    "participants": _participants,
    "subject": _subject,
    "body": _body,
    "importance": lambda document: str(document["importance"]),
    "hasattachments": lambda document: str(document["hasAttachments"]),
}
