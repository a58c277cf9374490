"""Who need not come, said in a sentence of its own behind a booking: "…, ward moves. Marged is optional"."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand import roles
from dialogs.understand.understood import Intent, PersonMention, Role, Understood

_LONGEST: Final = 400
"""Characters. What is longer tells a story."""
_BEHIND: Final = re.compile(r"\s*(?:[.;!,\n]+|\s[–-])\s*(?:(?:and|but|oh|also)\s+)?(?=\w)", re.IGNORECASE)
_OTHER: Final = frozenset((Role.OPTIONAL, Role.WITHOUT))

Reader = Callable[[str], Understood]


def with_roles(utterance: str, understood: Reader) -> Understood | None:
    """The booking without the sentence, everyone in the role that it gives them; None where nothing of it is said."""
    if len(utterance) > _LONGEST:
        return None
    for found in reversed(list(_BEHIND.finditer(utterance))):
        front, behind = utterance[: found.start()], utterance[found.end() :]
        change = roles.find(behind, [], is_open=True) if front.strip() else None
        if change is None or not all(each.role in _OTHER and _is_named(each, front) for each in change.people):
            continue
        said = understood(front)
        if said.intent is Intent.SCHEDULE:
            return replace(said, people=_in_roles(said.people, change.people, found.end()))
    return None


def _is_named(mention: PersonMention, front: str) -> bool:
    """Whether it is surely somebody: spoken of before, or by a name."""
    return mention.kind == "pronoun" or mention.text[:1].isupper() or mention.text.lower() in front.lower()


def _in_roles(people: tuple[PersonMention, ...], told: tuple[PersonMention, ...], by: int) -> tuple[PersonMention, ...]:
    """`people` with what is told of some of them; whoever is only told of comes besides."""
    out = list(people)
    for one in told:
        is_all = one.text.lower() in ("they", "them")
        same = [at for at, each in enumerate(out) if is_all or _is_same(each, one)]
        if one.kind == "pronoun" and not same:
            same = [len(out) - 1] if out else []
        for at in same:
            out[at] = replace(out[at], role=one.role)
        if not same:
            out.append(replace(one, span=(one.span[0] + by, one.span[1] + by)))
    return tuple(out)


def _is_same(one: PersonMention, other: PersonMention) -> bool:
    """ "Marged" is who was named "Marged Pugh"."""
    words, others = set(one.text.lower().split()), set(other.text.lower().split())
    return words <= others or others <= words
