"""A question once more, of something else: "and next week?", "what about Priya's?", right after it was answered. Pure.

Ana: how much of my week is in meetings?
Bot: Mon 23 Nov to Sun 29 Nov: 26 meetings, 17 h 30 min, 39 % of your working hours.
Ana: and next week?
Bot: Mon 30 Nov to Sun 6 Dec: 19 meetings, 12 h, 30 % of your working hours.
"""

import re
from typing import Final

from dialogs.frame import Frame
from dialogs.understand import Context, understand
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Kind, Understood, When
from dialogs.understand.when.reading import read

_FACETS: Final = {
    Intent.LIST_EVENTS: ("load", "last", "finish"),
    Intent.NEXT_MEETING: ("first", "start", ""),
    Intent.CHECK_AVAILABILITY: ("next",),
}
"""Of these only the questions that go on with no day: an agenda and free times do by themselves."""
_QUESTIONS: Final = frozenset((*_FACETS, Intent.ASK_TIME, Intent.LOOKUP_PERSON, Intent.EVENT_DETAILS))
_LONGEST: Final = 80
"""Characters of what takes the place of something else."""
_EVENT: Final = re.compile(
    r"\b(?:the|my|our|that|this|today['’]s|tomorrow['’]s|\w+day['’]s)\s[^?.!]+?(?=[\s?.!]*$)", re.IGNORECASE
)
_DETERMINED: Final = re.compile(r"(?:the|my|our|that|this|today['’]s|tomorrow['’]s|\w+day['’]s)\s", re.IGNORECASE)
_THEIRS: Final = re.compile(r"\b(?:his|her|their)\b", re.IGNORECASE)
_OWNS: Final = re.compile(r"(?<=s)['’]$|['’]s$", re.IGNORECASE)
_LEAD: Final = re.compile(r"^(?:in|at|for|on|of|to|with|from)\s+", re.IGNORECASE)
_ONWARD: Final = {
    "next week": "the week after next",
    "this week": "next week",
    "tomorrow": "the day after tomorrow",
    "today": "tomorrow",
    "next month": "the month after next",
    "this month": "next month",
}
"""What comes behind each of these."""


def asked_again(utterance: str, frame: Frame, context: Context) -> str:
    """The last question with what is said instead in its place; else `utterance` as it was."""
    found = patterns()["and-what-of"].fullmatch(utterance)
    at_rest = not (frame.asked or frame.booking or frame.open_change or frame.has_mail)
    if found is None or frame.request is None or not at_rest or len(found["x"]) > _LONGEST:
        return utterance
    words = frame.request.words
    before = understand(words, context)
    if before.intent not in _QUESTIONS or before.facet not in _FACETS.get(before.intent, (before.facet,)):
        return utterance
    again = _with(found["x"].strip(), words, before, context)
    told = understand(again, context) if again else None
    return again if told and (told.intent, told.facet) == (before.intent, before.facet) else utterance


def _with(new: str, words: str, before: Understood, context: Context) -> str:
    """`words` with `new` in the place of what it is like; empty where they hold nothing like it."""
    if when := _time(new, words, context):
        return _at(when, words, context)
    if before.intent is Intent.ASK_TIME and before.location:
        return _in_place(words, before.location, _LEAD.sub("", new))
    if before.intent is Intent.EVENT_DETAILS and _DETERMINED.match(new):
        return _EVENT.sub(lambda _: new, words, count=1) if _EVENT.search(words) else ""
    return _of(new, words, before)


def _of(new: str, words: str, before: Understood) -> str:
    """The question of somebody else."""
    name, who = _OWNS.sub("", _LEAD.sub("", new)), next((each for each in before.people if each.kind != "me"), None)
    if len(name.split()) > 3:
        return ""
    if who is None or who.kind == "pronoun":
        return _THEIRS.sub(f"{name}'s", words, count=1) if _THEIRS.search(words) else ""
    return _in_place(words, who.text, name)


def _in_place(words: str, old: str, new: str) -> str:
    pattern = re.compile(rf"\b{re.escape(_OWNS.sub('', old))}\b", re.IGNORECASE)
    return pattern.sub(lambda _: new, words, count=1) if pattern.search(words) else ""


def _time(new: str, words: str, context: Context) -> str:
    """A time and nothing else, as it is said of the day of `context`; empty where it is something else."""
    if patterns()["and-after-that"].fullmatch(new):
        said = _whens(words, context)
        last = _LEAD.sub("", said[0].text.lower().strip()) if said else "this week"
        return _ONWARD.get(last, "")
    whens = _whens(new, context)
    left = "".join(char for at, char in enumerate(new) if not any(one.span[0] <= at < one.span[1] for one in whens))
    rest = left.lower().replace("on", "").replace("for", "").replace("in", "").replace("the", "")
    return new if whens and not rest.strip(" ?.,!") else ""


def _at(when: str, words: str, context: Context) -> str:
    """The question at another time; empty where only a part of its time would be another one."""
    said, new = _whens(words, context), _whens(when, context)
    if not said:
        return f"{words.rstrip(' ?.!')} {when}?"
    one = said[0]
    is_clock = bool(new) and new[0].dayless
    if len(said) > 1 or is_clock != one.dayless or one.kind is Kind.DATETIME:
        return ""
    return f"{words[: one.span[0]]}{when}{words[one.span[1] :]}"


def _whens(words: str, context: Context) -> list[When]:
    return [each for each in read(words, context).when if each.kind is not Kind.DURATION]
