"""What somebody says of their calendars: which there are, who may see them, and into which one something goes.

The sentences are a language's data: `languages/<language>.calendars.txt`. Pure.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.late import Late
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.sentences import Sentence, sentence
from dialogs.understand.slots import people
from dialogs.understand.understood import CalendarSaid, Intent, PersonMention, Role, TimeConstraint, Understood
from dialogs.understand.when.reading import read

_FILE: Final = "en.calendars.txt"
_OWN: Final = frozenset(
    (
        "",
        "my",
        "own",
        "whole",
        "entire",
        "outlook",
        "default",
        "main",
        "primary",
        "personal",
        "teams",
        "full",
        "google",
        "exchange",
        "office",
    )
)
"""What stands before "calendar" and tells that the mailbox's own one is meant."""
_NO_NAMES: Final = frozenset(
    ("shared", "team", "group", "other", "another", "new", "their", "his", "her", "your", "our", "next", "last", "this")
)
"""What stands there and is no name of a calendar either."""
_NO_CALENDARS: Final = frozenset(
    ("store", "day", "agenda", "diary", "schedule", "there", "inbox", "mail", "mailbox", "outlook", "here", "progress")
)
_ROLES: Final = (
    ("delegateWithoutPrivateEventAccess", re.compile(r"delegate|behalf")),
    ("freeBusyRead", re.compile(r"busy|free|availab")),
    ("limitedRead", re.compile(r"title|subject|limited")),
    ("write", re.compile(r"edit|change|modify|write|manage|add|book|update|full access|^full$")),
    ("read", re.compile(r"detail|everything|read|view|see|look|access|open|check")),
)
_OF_ONE: Final = (
    (Late(r"shared with (?P<who>.+)"), 'share the "{name}" calendar with {who}'),
    (
        Late(r"that (?P<who>.+?) (?:can|may|is allowed to) (?P<do>\w+)(?: (?:it|in it))?"),
        'let {who} {do} the "{name}" calendar',
    ),
    (
        Late(r"(?:call|name|rename|retitle) it (?:(?:to|as|into) )?(?P<to>.+)"),
        'rename the "{name}" calendar to {to}',
    ),
    (
        Late(r"(?P<gives>(?:give|grant) .+? (?:access|rights?|permissions?))"),
        '{gives} to the "{name}" calendar',
    ),
)
"""What is said of a calendar without a word for it, and how it is said of the one of that name."""
_MADE: Final = frozenset(("create", "rename"))
_NAMING: Final = frozenset(("show", "maybe", "use", "switch", "rename"))
_BOOKS: Final = frozenset((Intent.SCHEDULE, Intent.AMEND))

Reader = Callable[[str, Context], Understood]


def spoken_of(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """What the words ask of calendars, or None where they speak of something else. `understood` reads the rest."""
    found = sentence(utterance, _FILE, lambda told: _read(told, context, understood) is not None)
    if found is not None:
        return _read(found, context, understood)
    return _into(utterance, context, understood)


def in_turn(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """ "Create a calendar called Rota and share it with Ana": what is made first, and what then becomes of it.

    None where there are no two requests of one calendar.
    """
    if context.question or "cal" not in utterance.lower():
        return None
    for found in patterns()["calendars-next"].finditer(utterance):
        first = sentence(utterance[: found.start()], _FILE, lambda told: told.label in _MADE)
        said = _read(first, context, understood) if first else None
        if said is None or said.calendar is None or not said.calendar.to:
            continue
        if then := of_the_one(utterance[found.end() :], said.calendar.to, context, understood):
            return replace(said, then=then)
    return None


def of_the_one(words: str, name: str, context: Context, understood: Reader) -> str:
    """What is said of a calendar at hand ("share it with Ana"), of the one that is called `name`; "" for all else."""
    bare = words.strip().rstrip(" .!")
    named = patterns()["at-hand"].sub(f'the "{name}" calendar', bare, count=1)
    for pattern, way in _OF_ONE:
        if found := pattern.fullmatch(bare):
            named = way.format(name=name, **found.groupdict())
            break
    if named == bare:
        return ""
    told = sentence(named, _FILE, lambda each: _read(each, context, understood) is not None)
    said = _read(told, context, understood) if told else None
    return named if said and said.calendar and said.calendar.name == name else ""


def _read(told: Sentence, context: Context, understood: Reader) -> Understood | None:
    """None where a part of the sentence is not what it should be."""
    label, parts = told.label, told.parts
    name = _name(parts.get("name", ""))
    who = _who(parts["who"]) if "who" in parts else ()
    if "who" in parts and (not who or any(each.kind == "me" for each in who)):
        return None
    if name is None or (label in _NAMING and not name):
        return None
    if label in ("show", "maybe") and (name.lower() in _NO_CALENDARS or read(name, context).when):
        return None
    time = _time(parts.get("when", ""), context, understood)
    if time is None:
        return None
    new = parts.get("new", "").strip(" \"'“”.")
    if new and _name(new) is None:
        return None
    to_another = "use" if context.question else "show"
    facet = {"ask": "create", "maybe": "show", "switch": to_another}.get(label, label)
    said = CalendarSaid(name, role_of(parts.get("role") or parts.get("verb", "")), new, is_sure=label != "maybe")
    mentions: tuple[PersonMention, ...] = tuple(replace(each, span=(0, 0)) for each in who)
    return Understood(Intent.CALENDARS, 0.97, facet=facet, people=mentions, calendar=said, time=time)


def _who(words: str) -> tuple[PersonMention, ...]:
    """People, or a group by its name: "the marine desk"."""
    span = (0, len(words))
    is_group = words.lower().startswith(("the ", "our ", "my ")) and not words.lower().endswith(("people", "world"))
    # "The call with Ana" is taken off a calendar, not out of it.
    is_group = is_group and " with " not in words
    mentions = people.only(words, span, Role.REQUIRED)
    return mentions or ((PersonMention(words, span, kind="group"),) if is_group else ())


def _name(words: str) -> str | None:
    """The name of a calendar, "" for the mailbox's own; None for what is none."""
    name = words.strip(" \"'“”")
    low = name.lower()
    if low in _OWN or all(word in _OWN for word in low.split()):
        return ""
    return None if low in _NO_NAMES else name


def _time(words: str, context: Context, understood: Reader) -> TimeConstraint | None:
    if not words:
        return TimeConstraint()
    time = understood(f"what's on {words.strip()}", context).time
    return time if time.exact or time.slots else None


def role_of(words: str) -> str:
    """Graph's role for what somebody may do; "" where nothing is said of it."""
    low = words.lower()
    if patterns()["may-not-write"].search(low):
        return "read"
    return next((role for role, pattern in _ROLES if pattern.search(low)), "") if low else ""


def _into(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """ "lunch with Ana on Friday in my Travel calendar": what is left is read as ever."""
    found = patterns()["into-calendar"].search(utterance)
    name = _name(found["name"]) if found else None
    if found is None or not name or name.lower().split()[0] in _NO_NAMES:
        return None
    before, behind = utterance[: found.start()], utterance[found.end() :]
    if not (before + behind).strip():
        return None
    # Without the calendar, or with no name of it, where that tells that something is booked.
    for rest in (f"{before}{behind}", f"{before} in my calendar{behind}"):
        read_of_rest = understood(rest.strip(), context)
        if read_of_rest.intent in _BOOKS:
            return replace(read_of_rest, calendar=CalendarSaid(name))
    return None
