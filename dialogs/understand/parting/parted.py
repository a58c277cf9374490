"""What is put down part by part, in any order: "30 min Friday at 9.30, winter rota, Tom and Sofia".

Only the directory knows which parts are people and which is what it is about, so that the dialog tells them apart; the
rest is read as ever, without them. The same holds for an answer: "45 min, year end coding".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dialogs.understand.builds.altered import placed
from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.replies.assent import assented
from dialogs.understand.slots import people
from dialogs.understand.slots.naming import words_of
from dialogs.understand.understood import Intent, PersonMention, Role, Understood
from dialogs.understand.when.reading import read

_LONGEST: Final = 200
"""Characters. What is longer tells a story."""
_BOOKED: Final = "book a meeting "
_PARTED: Final = re.compile(r"[,;\n]|\s[–-]\s|(?<=\w{3})\.(?=\s)|(?<=\w):\s+(?=\w)")
_BETWEEN: Final = re.compile(r"\s*(?:[,;\n]|\s[–-]\s|(?<=\w{3})\.(?=\s))\s*|(?<=\w):\s+(?=\w)|\s*[.!]*\s*$")
_WORD: Final = re.compile(r"[^\W\d_]+")
_JOINED: Final = re.compile(r"[\s.,;:–-]*(?P<x>\w.*?)(?:\s(?:on|at|for|from|in|by))?[\s.,;:–-]*", re.IGNORECASE)
"""A part between what joins it to the others."""
_LOOSE: Final = re.compile(r"(?:[,;:.]|\s[–-])(?=\s*(?:[,;.–-]|[\s.!]*$))")
"""A joint with nothing behind it."""
_ANSWERED: Final = frozenset(("yes_no", "choice", "time", "duration"))
_AMENDS: Final = frozenset((Intent.AMEND, Intent.SCHEDULE, Intent.UPDATE))
_MOST_WORDS: Final = 3
"""Of one name."""

Reader = Callable[[str, Context], Understood]


@dataclass(frozen=True)
class _Part:
    text: str
    start: int

    @property
    def names(self) -> Sequence[str]:
        """The names that it is, if it is any."""
        return [name for name in patterns()["parted-joint"].split(self.text) if name]

    @property
    def end(self) -> int:
        """Where it ends in the utterance."""
        return self.start + len(self.text)

    def is_named(self, whole: Understood) -> bool:
        """Whether it is among those who are named in so many words: "with Tom, Alex"."""
        return any(self.start <= each.span[0] < self.end for each in whole.people)

    @property
    def is_event(self) -> bool:
        """Whether it is called like an event: "team lunch"."""
        return bool(patterns()["event-head"].search(self.text.lower()))

    @property
    def is_place(self) -> bool:
        """Whether it is the name of somewhere to eat or to stay: "Cantina do Largo"."""
        words = patterns()
        return bool(words["place-name"].search(self.text) and words["place"].fullmatch(f"at {self.text}"))

    @property
    def crowd(self) -> Sequence[PersonMention]:
        """Those whom it names though it is nobody's name: "the design team", "my manager", an address."""
        found = people.only(self.text, (0, len(self.text)), Role.REQUIRED)
        if not found or any(each.kind in ("name", "me", "pronoun") for each in found):
            return ()
        return tuple(replace(each, span=(self.start + each.span[0], self.start + each.span[1])) for each in found)

    @property
    def is_like_names(self) -> bool:
        """Whether each of its words is capitalized, as in names."""
        short = all(len(name.split()) <= _MOST_WORDS for name in self.names)
        return short and all(word[0].isupper() for name in self.names for word in name.split())


def parted(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The booking that a list of parts puts down; None where it is no such list."""
    parts = _parts(utterance, context)
    if not parts:
        return None
    whole = understood(utterance, context)
    parts = [part for part in parts if not part.is_named(whole)]
    if len(parts) == 1 and _is_told(parts[0], whole):
        return None
    titles = [part for part in parts if part.is_event]
    others = [part for part in parts if part not in titles]
    # What is called like an event is left to be read as one, if it is.
    ways = (others, parts) if titles else (parts,)
    return next((said for free in ways if (said := _booked(utterance, free, context, understood))), None)


def _is_told(part: _Part, whole: Understood) -> bool:
    """Whether what is read of it all has the part as what it is about."""
    is_sure = whole.intent is Intent.SCHEDULE and not whole.facet
    return is_sure and part.text in whole.subject and not part.is_like_names


def _booked(utterance: str, parts: Sequence[_Part], context: Context, understood: Reader) -> Understood | None:
    crowds = [each for part in parts for each in part.crowd]
    free = [part for part in parts if not (part.is_place or part.crowd)]
    places = [part.text for part in parts if part.is_place]
    is_topic = len(free) == 1 and not (places or crowds or free[0].is_like_names)
    if not parts:
        return None
    rest = _without(parts, utterance)
    said = understood(rest, context)
    facet = ""
    if said.intent is not Intent.SCHEDULE or said.facet:
        if not _is_only_time(rest, context) or utterance.rstrip().endswith("?"):
            return None
        is_topic = False
        said = replace(placed(understood(_BOOKED + rest, context), 0, -len(_BOOKED)), bare=())
        facet = "" if said.time.duration else "names"
    time = said.time
    is_asked = bool((head := patterns()["laid-head"].match(utterance)) and head["verb"])
    timed = time.exact or time.all_day or time.rrule or (time.slots and (time.duration or is_asked))
    if is_topic or said.intent is not Intent.SCHEDULE or said.then or not timed:
        return None
    bare = tuple(each for each in said.bare if _is_free(each.text))
    where = said.location or ", ".join(places)
    meal = next((found["x"] for part in free if (found := patterns()["meal"].search(part.text.lower()))), said.noun)
    bare = (*bare, *_mentions(free))
    who = (*said.people, *crowds)
    return replace(said, facet=facet, people=who, bare=bare, location=where, noun=meal, certain=False)


def answered(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The answer with what else it tells of a booking: "45 min, year end coding"; None where it tells no more."""
    if context.question is None or context.question.kind not in _ANSWERED:
        return None
    free = _parts(utterance, context)
    rest = _without(free, utterance)
    if free and "book" in context.question.acts and (agreed := assented(rest.strip(" ,;:–-"), context.question)):
        # "Yes, ink budget" agrees to a booking that has a title: it is shown before it is made.
        is_yes = agreed.intent is Intent.YES and understood(utterance, context).intent is Intent.YES
        return Understood(Intent.AMEND, 0.9, bare=tuple(_mentions(free))) if is_yes else None
    said = understood(rest, context) if free and read(rest, context).when else None
    if said is None or said.intent not in _AMENDS or said.event or said.time.excluded:
        return None
    if any(_is_told(part, understood(utterance, context)) for part in free):
        return None
    return replace(said, bare=(*said.bare, *_mentions(free)))


def _parts(utterance: str, context: Context) -> Sequence[_Part]:
    """The parts that hold neither a time nor any other word of a booking; none where there is but one part."""
    if len(utterance) > _LONGEST or not _PARTED.search(utterance):
        return ()
    times = [when.span for when in read(utterance, context).when]
    shown = list(utterance)
    for start, end in times:
        shown[start:end] = "|" * (end - start)
    spans = list(_split("".join(shown)))
    parts = [_Part(utterance[start:end], start) for start, end in spans] if times or len(spans) > 1 else []
    return [part for part in parts if _is_free(shown[part.start : part.end]) or part.is_place or part.crowd]


def _without(parts: Sequence[_Part], utterance: str) -> str:
    """As long as it was, with blanks in place of these parts and what joins them to the others."""
    rest = list(utterance)
    for part in parts:
        rest[part.start : part.end] = " " * len(part.text)
    return _LOOSE.sub(lambda found: " " * len(found[0]), "".join(rest))


def _split(shown: str) -> Iterator[tuple[int, int]]:
    """The stretches between commas and times, without what only joins them."""
    led = patterns()["parts-lead"].match(shown.lower())
    at = led.end() if led else 0
    for found in _BETWEEN.finditer(shown):
        if found[0].startswith(":") and not _leads(shown[at : found.start()], shown[found.end() :]):
            continue
        if found.start() > at and (part := _JOINED.fullmatch(shown, at, found.start())):
            yield part.span("x")
        at = found.end()


def _leads(before: str, behind: str) -> bool:
    """Whether a colon stands between two parts: "retro: Tom", "Tom & Omar: budget"; not "subject: budget"."""
    return not patterns()["parted-label"].search(before) and (
        behind[:1].isupper() or _Part(before.strip(), 0).is_like_names
    )


def _is_free(words: Sequence[str]) -> bool:
    said = _WORD.sub(lambda found: "name" if _is_name(found[0]) else found[0], "".join(words))
    return bool(patterns()["free-part"].fullmatch(said.lower().replace("’", "'")))


def _is_name(word: str) -> bool:
    """ "Will", who is somebody where he is capitalized."""
    return word[0].isupper() and word.lower() in words_of("en")["double"]


def _is_only_time(rest: str, context: Context) -> bool:
    """Whether nothing but times and words of a meeting are left."""
    letters = list(rest)
    for when in read(rest, context).when:
        letters[slice(*when.span)] = " " * (when.span[1] - when.span[0])
    return bool(patterns()["beside-parts"].fullmatch("".join(letters).lower()))


def _mentions(free: Sequence[_Part]) -> Iterator[PersonMention]:
    for part in free:
        at = part.start
        for name in part.names:
            begins = part.text.index(name, at - part.start) + part.start
            at = begins + len(name)
            yield PersonMention(name, (begins, at), kind="part", hint=patterns()["parted-article"].sub("", part.text))
