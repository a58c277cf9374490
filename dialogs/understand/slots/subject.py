"""What an event is about: "about X", "called X", in quotation marks, or the words that name it ("lunch", "vet visit").

Times are shown to the patterns as bars and people as at-signs, so that a subject never runs into them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dialogs.understand.intent.features import classes
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.telltales import Wary
from dialogs.understand.slots.naming import words_of

_MARKERS = (("named", "long-stop"), ("about", "long-stop"), ("remind", "stop"), ("invited-to", "stop"))
"""What begins a subject, and what ends it."""
_MOST_OF_NAME = 2
"""Words."""


@dataclass(frozen=True)
class Subject:
    """What names the event, and the general noun ("meeting") where nothing does, or the meal that it is."""

    text: str = ""
    noun: str = ""


def find(text: str, times: Iterable[tuple[int, int]], people: Iterable[tuple[int, int]]) -> Subject:
    """The subject as it was said."""
    words = patterns()
    if quoted := words["quoted"].search(text):
        return Subject((quoted[1] or quoted[2]).strip())
    masked = _masked(text, times, people)
    for marker, stop in _MARKERS:
        if (found := words[marker].search(masked)) and (part := _cut(masked, found.start("x"), words[stop])):
            return _named(text, part, is_marked=True)
    told = _object(text, masked)
    is_meal = words["meal"].search(told.noun.lower())
    if not told.text and not is_meal and (purpose := words["purpose"].search(masked)):
        return _named(text, purpose.span("x"))
    return told if told.noun else _with_purpose(told, text, masked)


def _with_purpose(told: Subject, text: str, masked: str) -> Subject:
    """ "Kickoff for the spring catalogue" is called all of that; a kind of event alone would tell little."""
    words = patterns()
    if not words["kind-alone"].fullmatch(told.text) or (start := text.find(told.text)) < 0:
        return told
    found = words["kind-for"].match(masked, start + len(told.text))
    return Subject(text[start : found.end()].rstrip()) if found else told


def _masked(text: str, times: Iterable[tuple[int, int]], people: Iterable[tuple[int, int]]) -> str:
    """The text in lower case, with at-signs for people and bars for times."""
    shown = list(text.lower())
    if len(shown) != len(text):
        shown = list(text)
    for mark, spans in (("@", people), ("|", times)):
        for start, end in spans:
            shown[start:end] = mark * (end - start)
    return "".join(shown).replace("’", "'")


def topic(text: str, times: Iterable[tuple[int, int]], people: Sequence[tuple[int, int]]) -> str:
    """Words that nothing else explains, at the end of a booking or before those who come: "…, handover"."""
    words, masked = patterns(), _masked(text, times, people)
    for found in (
        words["labelled-topic"].match(masked),
        *words["topic"].finditer(masked),
        words["mid-topic"].search(masked),
        words["to-do"].search(masked),
        words["on-what"].search(masked),
        words["in-brackets"].search(masked),
        words["opens-with"].match(masked),
    ):
        if (
            found
            and (said := patterns()["subject-again"].sub("", _named(text, found.span("x")).text))
            and not is_aside(said)
        ):
            return said
    behind = words["said-behind"].search(masked)
    if (
        behind
        and (said := patterns()["subject-again"].sub("", _named(text, behind.span("x")).text))
        and not (is_aside(said) or may_be_name(said))
    ):
        return said
    # "New meeting: charter review, Friday at 3, with Tom": who comes is said elsewhere.
    titled = words["event-named"].match(masked) or (words["listed-who"].match(masked) if people else None)
    return _named(text, titled.span("x")).text if titled else ""


def is_aside(said: str) -> bool:
    """Whether words that stand by themselves are a reason, a courtesy or a wish rather than what an event is about."""
    words, low = patterns(), said.lower().replace("’", "'")
    return bool(words["aside"].search(low) or words["act-told"].search(low))


def may_be_name(said: str) -> bool:
    """Whether it may as well name somebody or a place: written as a name is, with no word of the language in it."""
    each, known = said.split(), words_of("en")["stop"]
    written = len(each) <= _MOST_OF_NAME and all(word[:1].isupper() for word in each)
    return written and not any(word.lower() in classes() or word.lower() in known for word in each)


def with_topic(said: str, noun: str, topic: str) -> str:
    """The subject that is said; of a mere kind of event ("workshop"), or of the meal that is `noun`, with its topic."""
    if not (said and topic):
        return said or topic
    kind = said.lower()
    is_kind = (not noun or noun.lower() == kind) and patterns()["kind-alone"].fullmatch(kind)
    return f"{said}: {topic}" if is_kind and kind not in topic.lower() else said


def purpose(text: str, times: Iterable[tuple[int, int]], people: Iterable[tuple[int, int]]) -> str:
    """What those who were named are met for: "Grace for a protocol review"."""
    found = patterns()["purpose"].search(_masked(text, times, people))
    return _named(text, found.span("x")).text if found else ""


def with_outsider(text: str, times: Iterable[tuple[int, int]]) -> str:
    """What is called by whom one meets, who is nobody of the company: "call with my accountant"."""
    found = patterns()["with-outsider"].search(_masked(text, times, ()))
    return text[slice(*found.span("x"))] if found else ""


def opening(text: str, times: Iterable[tuple[int, int]], people: Iterable[tuple[int, int]]) -> str:
    """What stands before a time and is no name: "Tile glazing friday 3pm with Omar"."""
    words = patterns()
    found = words["opening-title"].match(_masked(text, times, people))
    said = text[slice(*found.span("x"))] if found else ""
    is_title = words["free-part"].fullmatch(said.lower()) and not all(word[:1].isupper() for word in said.split())
    return said if is_title and not is_aside(said) else ""


def _object(text: str, masked: str) -> Subject:
    """What a verb of booking has behind it, or what stands before the first preposition."""
    words = patterns()
    if owned := words["owned"].search(masked):
        return Subject(text[owned.start("x") : owned.end("x")])
    found = words["verb"].search(masked)
    if found is None:
        if (came := words["attended"].search(masked)) and (part := _cut(masked, came.start("x"), words["stop"])):
            return _named(text, part)
        if (asked := words["asked"].search(masked)) and (part := _cut(masked, asked.start("x"), words["stop"])):
            return _asked(text, part)
        # A time or a person may stand before it: "every Friday retro with Tom".
        lets = words["lets"].match(masked)
        for begins in (lets.end() if lets else 0, len(masked) - len(masked.lstrip(" |,:-")), 0):
            bare = words["bare"].match(f"{masked[begins:]} |")
            if bare and (words["event-head"].search(bare["x"].strip()) or words["rated"].match(bare["x"])):
                return _named(text, (begins + bare.start("x"), begins + bare.end("x")))
        return Subject()
    start = found.start("x")
    if lead := words["leading"].match(masked[start:]):
        start += lead.end()
    generic = words["generic-for"].match(masked[start:])
    if generic and (part := _cut(masked, start + generic.start("x"), words["stop"])):
        return _named(text, part)
    part = _cut(masked, start, words["stop"])
    return _named(text, part) if part else Subject()


def _asked(text: str, part: tuple[int, int]) -> Subject:
    """A question names an event only by what is called one: "the staff meeting", not "anything planned"."""
    said = _named(text, part)
    return said if patterns()["event-head"].search(said.text.lower()) else Subject(noun=said.noun)


def _named(text: str, part: tuple[int, int], *, is_marked: bool = False) -> Subject:
    words = patterns()
    said = text[part[0] : part[1]].strip()
    if not (is_marked and words["event-things"].match(said)):
        said = words["wrapping"].sub("", said)
    said = said.rstrip(" )") if "(" not in said else said
    if words["only-generic"].match(said.lower()):
        return Subject(noun=said)
    if not said or words["no-name"].fullmatch(said.lower()):
        return Subject()
    meal = words["meal"].search(said.lower())
    return Subject(said, meal["x"] if meal else "")


def _cut(masked: str, start: int, stop: Wary) -> tuple[int, int] | None:
    """From `start` up to where a time, a person, a calendar or the clause's end begins."""
    rest = masked[start:]
    kept = stop.sub("", " " + rest, count=1)[1:] if stop.search(" " + rest) else rest
    lead = len(kept) - len(kept.lstrip(" |@:'-"))
    kept = kept.strip(" |@:'-")
    if len(kept) < 2 or len(kept) > 120:
        return None
    return start + lead, start + lead + len(kept)
