"""Sentences on other times that were proposed, on many meetings at once, on how one repeats, and on one held again.

The sentences are a language's data: `languages/<language>.moves.txt`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from dialogs.understand.builds.acts import fitting
from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.phrasebook import Label
from dialogs.understand.slots import people
from dialogs.understand.slots.formerly import without_old_time
from dialogs.understand.understood import (
    Intent,
    Kind,
    PersonMention,
    Role,
    Run,
    Slot,
    TimeConstraint,
    Understood,
    When,
)
from dialogs.understand.when.reading import read

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_FILLERS: Final = frozenset(
    ("at", "on", "the", "in", "for", "same", "time", "or", "and", "from", "to", "o", "clock", "then", "again", "only")
).union(("just", "sometime", "about", "around", "once", "hour", "be", "of", "with", "a", "an", "days", "day", "each"))
"""What may stand beside a time and adds nothing to it."""
_EXCLUSIVE: Final = ("before", "from", "as of", "starting")
"""Joints behind which a series has ended when the time begins."""
_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(),  # noqa: SIM905  a list of words reads so
        start=1,
    )
}
_A_DAY: Final = timedelta(days=1)
_AGAIN: Final = frozenset((Intent.NAVIGATE, Intent.OUT_OF_SCOPE, Intent.SMALLTALK))
_SURE: Final = 0.8
_NEEDS_EVENT: Final = frozenset(("recur", "series_end", "series_longer", "one_off", "copy", "follow_up", "another"))

Reader = Callable[[str, Context], Understood]


@dataclass(frozen=True)
class _Scene:
    """The words around a sentence, and who reads parts of it."""

    context: Context
    understood: Reader
    parts: Mapping[str, str]
    text: str


def moves(utterance: str, context: Context, understood: Reader, language: str = "en") -> Understood | None:
    """What such a sentence asks for, or None where it is none. `understood` reads a part of it.

    `event` of the answer tells which event, or which ones, are spoken of, None: the one at hand.
    """
    text = utterance.strip().replace("’", "'")
    if len(text) > _LONGEST:
        return None
    if (new := without_old_time(text, context)) != text:
        # What was at another time before is an event, whatever article it lacks.
        text = patterns()["bare-event"].sub(r"\1 the ", new)
    alone = context.alone
    if late := patterns(language)["behind-time"].match(text):
        said = moves(text[late.end() :], context, understood, language)
        return said if said and said.facet == "several" else None
    spared = patterns(language)["spared"].search(text)
    if spared and text[: spared.start()].strip():
        said = moves(text[: spared.start()], context, understood, language)
        if said and said.facet == "several":
            left = _bare(understood(patterns(language)["described"].pattern + spared["spared"].strip(" ,.;"), alone))
            return replace(said, spared=left) if _says_which(left) else said
    for label, found in fitting(text, language, "moves"):
        parts = {name: words.strip(" ,.;:") for name, words in found.groupdict().items() if words}
        if context.question and _is_at_hand(parts) and label.facet in _NEEDS_EVENT:
            # While something is being discussed, "make it weekly" is about that.
            continue
        if label.facet == "copy" and _is_said_again(parts, understood(text, context)):
            continue
        if (said := _read(label, _Scene(alone, understood, parts, text))) is not None:
            return said
    return None


def _is_said_again(parts: Mapping[str, str], plainly: Understood) -> bool:
    """Whether it is the assistant who is to say something again, or somebody else: "repeat that, please"."""
    is_timed = "time" in parts or any(when.kind is not Kind.DATETIME for when in plainly.when)
    return not is_timed and plainly.intent in _AGAIN and plainly.confidence >= _SURE


def _is_at_hand(parts: Mapping[str, str]) -> bool:
    event = parts.get("event", parts.get("again", ""))
    return not event or bool(patterns()["moves-at-hand"].match(event.lower()))


def _read(label: Label, scene: _Scene) -> Understood | None:
    """The sentence with its parts read; None where one of them is not what it should be."""
    made = Understood(label.intent, 1.0, facet=label.facet)
    if words := scene.parts.get("who", ""):
        made = replace(made, people=_who(words))
        if not made.people:
            return None
    match label.facet:
        case "whole":
            return replace(
                scene.understood(f"cancel {scene.parts['event']}", scene.context), intent=made.intent, scope="all"
            )
        case "dropped":
            gone = scene.understood(f"cancel {scene.parts['event']}", scene.context)
            return replace(gone, scope="all") if "whole" in scene.parts else gone
        case "clear":
            return replace(
                scene.understood(f"clear {scene.parts['event']}", scene.context), facet="cleared", scope="all"
            )
        case "one" | "length":
            return _one(made, scene)
        case "exchange":
            one, other = (
                _described(words, scene) for words in _on_one_day(scene.parts["event"], scene.parts["other"], scene)
            )
            return replace(made, event=one, others=(other,)) if one and other else None
        case "several":
            return _many(made, scene)
        case "recur":
            return _recurring(made, scene)
        case "series_end" | "series_longer":
            return _ending(made, scene)
        case "copy" | "follow_up" | "another":
            return _again(made, scene)
    return replace(made, event=_described(scene.parts.get("event", ""), scene))


def _on_one_day(one: str, other: str, scene: _Scene) -> tuple[str, str]:
    """ "My 10am and 11am tomorrow": a time of day is of the day that is said with the other."""
    kinds = {words: {when.kind: when for when in read(words, scene.context).when} for words in (one, other)}

    def of_day(words: str, day: When | None) -> str:
        return f"{words} on {day.start:%-d %B}" if day and day.start and set(kinds[words]) == {Kind.TIME} else words

    return of_day(one, kinds[other].get(Kind.DATETIME)), of_day(other, kinds[one].get(Kind.DATETIME))


def _one(made: Understood, scene: _Scene) -> Understood | None:
    """Which event, and where it is to go, or how long it is to be from now on."""
    if patterns()["cut-off"].search(scene.parts["event"]):
        return None
    event, rest = _described(scene.parts["event"], scene), scene.parts["rest"]
    if made.facet == "length":
        time = scene.understood(f"for {rest}", scene.context).time
        return replace(made, event=event, time=time, scope="following") if time.duration else None
    new = scene.understood(f"move it {rest}", scene.context)
    if not (new.shift or new.time.exact or new.time.slots or new.time.impossible):
        return None
    time = replace(new.time, duration=None) if new.shift else new.time
    return replace(made, facet="", event=event, time=time, when=new.when, shift=new.shift)


def _many(made: Understood, scene: _Scene) -> Understood | None:
    """Which events, by day, people or name; and where to: a time, or how far."""
    rest = scene.parts.get("rest", "")
    words = patterns()["my-day"].sub("everything today", scene.parts["event"])
    words = patterns()["moves-counted"].sub(
        "",
        patterns()["moves-whole"].sub(
            "", patterns()["moves-from"].sub("on ", patterns()["moves-i-have"].sub("", words))
        ),
    )
    plural = patterns()["plural"].search(words)
    if not plural and not patterns()["moves-sweeping"].match(words):
        # "All galley checks" are called Galley check.
        words = patterns()["moves-each"].sub("the ", words)
    event = scene.understood(patterns()["described"].pattern + words, scene.context)
    if event.intent is not Intent.CANCEL or not _says_which(event):
        event = scene.understood(f"clear {words}", scene.context)
    if event.subject and patterns()["of-weekday"].match(scene.parts["event"]):
        event = replace(event, time=TimeConstraint())
    if plural:
        # "1:1s" are a kind of meeting, whatever each is called.
        subject = event.subject.replace(plural["x"], "").strip() if plural["x"][0].isdigit() else event.subject
        event = replace(event, noun=plural["x"].lower(), subject=subject)
    if not rest and any(when.kind is Kind.SET for when in read(words, scene.context).when):
        # "Move the 1:1s to Mondays" is about how they repeat.
        return None
    if not rest:
        return replace(made, event=_bare(replace(event, scope="all")), spared=event.spared, others=())
    verb = scene.text.split()[0] if scene.text.split()[0] in ("pull", "bring", "push", "move") else "move"
    new = scene.understood(f"{verb} it {rest}", scene.context)
    if new.time.rrule or not (new.shift or new.time.exact or new.time.slots or new.time.impossible):
        return None
    time = new.time
    if new.shift and (time.slots or time.exact) and not (event.time.slots or event.time.exact):
        # "an hour later tomorrow" moves what is on tomorrow.
        event = replace(event, time=time)
    if new.shift and abs(new.shift) < _A_DAY and not _says_which(event):
        # "Push everything back 15" is said on the day itself.
        event = replace(event, time=_rest_of_day(scene.context))
    return replace(
        made,
        event=_bare(replace(event, scope="all")),
        time=TimeConstraint() if new.shift else time,
        when=() if new.shift else new.when,
        shift=new.shift,
    )


def _rest_of_day(context: Context) -> TimeConstraint:
    midnight = context.now.replace(hour=0, minute=0, second=0, microsecond=0)
    return TimeConstraint(slots=(Slot(context.now, midnight + _A_DAY),))


def _recurring(made: Understood, scene: _Scene) -> Understood | None:
    """Which event, and how often it is to take place from now on."""
    words = scene.parts.get("rule", "")
    if patterns()["cut-off"].search(scene.parts.get("event", "")):
        return None
    event = _described(scene.parts.get("event", ""), scene)
    if not words:
        return replace(made, event=event)
    sets = [when for when in read(words, scene.context).when if when.kind is Kind.SET]
    if not sets or not _is_time(words, scene.context):
        return None
    said = scene.understood(f"move it to {words}", scene.context)
    if not said.time.rrule:
        return None
    scope = "following" if "onward" in scene.parts else said.scope
    return replace(made, event=event, time=said.time, when=said.when, scope=scope)


def _ending(made: Understood, scene: _Scene) -> Understood | None:
    """Which event, and after which day, or how many more, it ends. `time` has one slot that ends with its last day.

    None of what is said to take place at an hour of each day or week: that is a new series.
    """
    if any("BYHOUR" in when.rrule for when in read(scene.text, scene.context).when):
        return None
    event = _described(scene.parts.get("event", ""), scene)
    if more := scene.parts.get("more"):
        number = next((word for word in more.split() if word.isdigit() or word.lower() in _NUMBERS), "")
        count = int(number) if number.isdigit() else _NUMBERS.get(number.lower())
        return replace(made, event=event, time=TimeConstraint(run=Run(count=count))) if count else None
    if amount := scene.parts.get("amount"):
        length = scene.understood(
            f"for {amount if amount[0].isdigit() or ' ' in amount else f'one {amount}'}", scene.context
        )
        return replace(made, event=event, time=TimeConstraint(duration=length.time.duration))
    if "until" not in scene.parts:
        is_dated = bool(_split(scene.parts.get("event", ""), scene.context)[1])
        return None if is_dated else replace(made, event=event, time=TimeConstraint(run=Run(count=1)))
    words, side = patterns()["the-year"].sub("this ", scene.parts["until"]), scene.parts.get("side", "").lower()
    if not _is_time(words, scene.context):
        return None
    read_as = f"at the end of {words}" if "end of" in side else words
    when = [each for each in read(read_as, scene.context).when if each.kind in (Kind.DATE, Kind.RANGE) and each.start]
    if len(when) != 1 or when[0].grain in ("minute", "hour"):
        return None
    last = _last_moment(when[0], side)
    return replace(made, event=event, time=TimeConstraint(slots=(Slot(None, last),))) if last else None


def _last_moment(when: When, side: str) -> datetime | None:
    """The midnight with which the last day ends."""
    if side in _EXCLUSIVE or (side in ("until", "till") and when.grain in ("month", "year", "week")):
        # Who says "until June" means up to its first day, or through it: the shorter run does less.
        return when.start if side in _EXCLUSIVE else when.end or when.start
    return when.end or (when.start + timedelta(days=1) if when.start else None)


def _again(made: Understood, scene: _Scene) -> Understood | None:
    """Which event, and when it is to be held again.

    `others` holds the plain reading, for where there is no such event: "another 1:1 with Tom" may be the first one.
    """
    words, time = scene.parts.get("event", ""), scene.parts.get("time", "")
    if again := scene.parts.get("again", ""):
        words, time = _split(again, scene.context)
    same = bool(patterns()["moves-same-time"].match(time))
    time = patterns()["moves-same-time"].sub("", time)
    if time and not _is_time(time.removesuffix(" later"), scene.context):
        return None
    new = scene.understood(f"move it to {time}", scene.context) if time else Understood(made.intent, 1.0)
    if new.time.rrule:
        return None
    event = _described(words, scene)
    if event is not None and not _says_which(event):
        return None
    return replace(
        made,
        event=event,
        time=new.time,
        when=new.when,
        shift=new.shift,
        choice=1 if same else None,
        others=(scene.understood(scene.text, scene.context),) if made.facet != "copy" else (),
    )


def _split(words: str, context: Context) -> tuple[str, str]:
    """An event and the time behind it, at the first place behind which there is nothing but a time."""
    for found in re.finditer(r"\s+", words):
        behind = re.sub(r"^(?:to|for|on|at)\s+", "", words[found.end() :], flags=re.IGNORECASE)
        if _is_time(behind, context):
            return words[: found.start()].strip(" ,"), behind
    return words, ""


def _described(words: str, scene: _Scene) -> Understood | None:
    words = words.strip(" ,.;:")
    if not words or patterns()["moves-at-hand"].fullmatch(words.lower()):
        return None
    return _bare(
        scene.understood(patterns()["described"].pattern + patterns()["of-series"].sub("", words), scene.context)
    )


def _says_which(said: Understood) -> bool:
    return bool(said.subject or said.people or said.noun or said.choice or said.time.exact or said.time.slots)


def _bare(described: Understood) -> Understood:
    """Spans are of no use out of their sentence."""
    return replace(described, when=(), note="")


def _who(words: str) -> tuple[PersonMention, ...]:
    return people.only(words, (0, len(words)), Role.REQUIRED)


def _is_time(words: str, context: Context) -> bool:
    """Whether the words are times and hardly anything else."""
    times = read(words, context)
    if times.impossible:
        return True
    rest = times.beside(words) - _FILLERS
    return bool(times.when or patterns()["moves-shifted"].search(words)) and not rest
