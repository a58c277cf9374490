"""Who need not come, said beside a booking: "…, ward moves. Marged is optional", "Ana and maybe Tom", "cc Marged"."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.intent.features import classes
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots import people, roles
from dialogs.understand.slots.naming import words_of
from dialogs.understand.understood import Intent, PersonMention, Role, Understood

_LONGEST: Final = 400
"""Characters. What is longer tells a story."""
_ASIDES: Final = ("maybe-guest", "guest-if", "guest-kept", "guest-cc", "guest-optional", "first-optional")
_NAMED: Final = frozenset(("name", "email", "team", "manager"))
_OTHER: Final = frozenset((Role.OPTIONAL, Role.WITHOUT))

Reader = Callable[[str], Understood]


def with_roles(utterance: str, understood: Reader) -> Understood | None:
    """The booking without the sentence, everyone in the role that it gives them; None where nothing of it is said."""
    if len(utterance) > _LONGEST:
        return None
    ends = list(patterns()["besides-behind"].finditer(utterance))
    for found in reversed(ends):
        front, behind = utterance[: found.start()], utterance[found.end() :]
        if front.strip() and (said := _with(front, behind, found.end(), understood)):
            return said
    first = ends[0] if ends else None
    if first and utterance[first.end() :]:
        # What is told first stands where it would behind: spans are of the booking, read with blanks before it.
        booking = " " * first.end() + utterance[first.end() :]
        if said := _with(booking, utterance[: first.start()], 0, understood):
            return said
    return _with_optional(utterance, understood)


def _with_optional(utterance: str, understood: Reader) -> Understood | None:
    """The booking without what is said of those who may stay away, and with them."""
    for name in _ASIDES:
        for found in patterns()[name].finditer(utterance):
            who = people.only(utterance, found.span("who"), Role.OPTIONAL)
            front = utterance[: found.start()]
            if not (who and front.strip() and all(each.kind in _NAMED for each in who)):
                continue
            said = understood(f"{front} {utterance[found.end() :]}".strip())
            if said.intent is Intent.SCHEDULE:
                return replace(said, people=_in_roles(said.people, who, 0))
    return None


def _with(booking: str, told: str, at: int, understood: Reader) -> Understood | None:
    """The booking with everyone in the role that is `told`, which begins at `at`; None where nothing of it is said."""
    change = roles.find(told, [], is_open=True)
    if change is None or not all(each.role in _OTHER and _is_named(each, booking) for each in change.people):
        return None
    said = understood(booking)
    if said.intent is not Intent.SCHEDULE:
        return None
    return replace(said, people=_in_roles(said.people, change.people, at))


def _is_named(mention: PersonMention, booking: str) -> bool:
    """Whether it is surely somebody: spoken of beside it, or by a name."""
    if mention.kind == "pronoun" or mention.text[:1].isupper() or mention.text.lower() in booking.lower():
        return True
    is_word = any(word in classes() or word in words_of("en")["stop"] for word in mention.text.lower().split())
    return mention.role is Role.OPTIONAL and not is_word


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
