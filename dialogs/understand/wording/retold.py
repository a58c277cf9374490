"""What its clauses would hide, said plainly before an utterance is cut: "call with Ana Friday, has to be before 10".

Others take an utterance apart at its commas and full stops and ask what each clause wants. What belongs to the clause
before ("…, Fado if it's free"), or names a room by the one that it takes the place of ("Fado instead of Tejo"), would
be taken for something of its own.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Final

from dialogs.understand.builds.away import LABEL
from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.telltales import Row, Wary, index_of

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_A_MONTH: Final = 31
"""Days from the first of a month within the next one."""
_MONTHS: Final = 3
"""In which a day of the month comes at the latest."""
_WITHIN: Final[Sequence[tuple[str, str]]] = (
    ("the-hour-beside", r"\g<lead>\g<half> an hour right \g<side>"),
    ("asks-only", r"\g<lead>"),
    ("change-then-tells", r"\g<change> and \g<tell>"),
    ("says-with-it", r"\g<act> and say "),
    ("u-for-you", r"\g<verb> you"),
    ("half-joined-by-n", r"\g<amount> and "),
    ("lasts-now", r"\g<joint>make it \g<amount>"),
    ("anytime-works", r" \g<bound>"),
    ("after-but-before", r"between \g<from> and \g<to>"),
    ("small-so-there", r", put it in \g<new>"),
    ("there-not-there", r"\g<lead>\g<new>"),
    ("there-if-free", r", in \g<room>"),
    ("if-so-behind", r"if so \g<book> it"),
    ("and-puts", r"\g<joint>book"),
    ("has-to-be-then", r"\g<lead>, \g<when>"),
    ("puts-it-online", r"\g<joint>do it online"),
    ("on-the-week", r"in the week \g<of>"),
    ("begins-on", r"\g<lead> to talk about "),
)
"""What is said within an utterance, and how it is said plainly."""
_FREED: Final = (
    ("freed-part", r"keep this \g<part> free"),
    ("freed-today", "keep today free"),
    ("freed-day", r"keep \g<day> free"),
)
"""What is to be kept free, where nothing is open of which it may be left out."""
_WHOLE: Final[Sequence[tuple[str, str]]] = (
    ("event-elsewhere", "{lead}move {event} to {new}{rest}"),
    ("arrow-there", "move {event} to {time}, in {new}"),
    ("event-there-instead", "move {event} to {new}{rest}"),
    ("swapped-for-event", "{lead}swap {out} for {in} in {event}"),
    ("small-for-event", "move {event} to {new}"),
    ("we-do-then", "{lead}move {event} {old} to {new}"),
    ("everyone-makes-it", "{lead}move {event} to {time}"),
    ("everyone-makes-then", "{lead}move {event} to {time}"),
    ("day-to-day", "move {event} {old} to {time}{rest}"),
    ("needed-elsewhere", "{lead}move {event} to {new}"),
    ("put-down-for", '{lead}book "{what}" with {who} {when}'),
    ("alone-behind", 'put "{what}" in my calendar {when}'),
    ("focus-for-topic", "block {amount}{rest}"),
    ("kept-free-for", "block {amount} for {rest}"),
    ("hours-of-focus", "block {amount} of focus time{rest}"),
    ("away-put-up", "{lead}set my out of office for {when}{reply}"),
    ("done-with-series", "{lead}cancel the whole {event} series"),
    ("ends-for-a-reason", "{request}"),
    ("is-cancelled", "cancel {event} {when}{why}"),
    ("skips-behind", "{lead}{verb} {event} {when}"),
    ("to-those-of", "{lead}send a note to everyone in {event} saying {text}"),
    ("tells-those-of", "{lead}let everyone in {event}{also} know {text}"),
    ("maybe-meanwhile", "{request}"),
    ("cannot-then-propose", "I {cannot}, propose {time}"),
    ("offers-them", "propose {time} for {who}'s {event}"),
    ("asked-then-propose", "propose {time} for {event}"),
    ("event-then-asked", "propose {time} for {event}"),
    ("asked-along", "{lead}add {who} to {event}"),
    ("gets-us-time", "{lead}book {amount} with {who}{those}{rest}"),
    ("not-coming", "{lead}remove {who} from {event}"),
    ("not-needing", "{lead}remove {who} from {event}"),
    ("out-then-in", "{lead}replace {out} with {in} in {event}"),
    ("in-then-out", "{lead}replace {out} with {in} in {event}"),
)
"""What is said in all of it while nothing is open, and how it is said plainly."""
_OF_EVENT: Final[Sequence[tuple[str, str]]] = (("is-off", "{lead}cancel {event}{rest}"),)
"""The same, where an event is known to be named: whoever "is off today" may be somebody."""


def retold(utterance: str, context: Context) -> str:
    """The same request in the plain order; `utterance` itself where there is nothing of the kind."""
    if len(utterance) > _LONGEST:
        return utterance
    if not patterns()["in-series"].search(utterance):
        utterance = patterns()["and-the-nth"].sub(lambda found: _and_that_day(found, context), utterance)
    within = _row(_WITHIN)
    utterance = within.rewritten(utterance, lambda place, text: within.patterns[place].sub(_WITHIN[place][1], text))
    if context.question is not None:
        return utterance
    for name, way in _FREED:
        utterance = patterns()[name].sub(way, utterance, count=1)
    utterance = _rewritten(_about_what_is_told(utterance), _WHOLE)
    return _rewritten(utterance, _OF_EVENT) if context.is_about_event else utterance


def _and_that_day(found: re.Match[str], context: Context) -> str:
    """ "Tomorrow and the 18th" as "tomorrow and 18 May": a day, and no eighteenth of anything."""
    day, today = int(found["day"]), context.now.date()
    months = (today.replace(day=1) + timedelta(days=_A_MONTH * number) for number in range(_MONTHS))
    days = (_day_of(month.year, month.month, day) for month in months)
    then = next((each for each in days if each and each >= today), None)
    return f"{found['before']} and {then:%-d %B}" if then else found[0]


def _day_of(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def _about_what_is_told(utterance: str) -> str:
    """ "The duty rates changed again. Need Tom for an hour about that" as "need Tom for an hour about duty rates"."""
    found = patterns()["story-then-about"].fullmatch(utterance)
    if found is None:
        return utterance
    topic = found["topic"]
    # "Omar quit" tells of somebody.
    is_something = found["all"] != topic and not found["all"].startswith(topic)
    about = f" about {topic}" if is_something or " " in topic else ""
    return f"{found['request']}{about}{found['rest']}"


def _rewritten(utterance: str, ways: Sequence[tuple[str, str]]) -> str:
    row = _row(ways)
    return row.rewritten(utterance, lambda place, text: _plainly(row.patterns[place], ways[place][1], text))


def _plainly(pattern: Wary, way: str, text: str) -> str:
    found = pattern.fullmatch(text)
    parts: dict[str, str] = {name: said or "" for name, said in found.groupdict().items()} if found else {}
    if reply := parts.get("reply", ""):
        parts["reply"] = f": {LABEL.sub('', reply.lstrip(' ,;:.–-'))}"
    if rest := parts.get("rest", "").strip():
        parts["rest"] = " " + patterns()["only-behind"].sub(r"just \g<which>", rest)
    return way.format(**parts) if found else text


@cache
def _row(ways: Sequence[tuple[str, str]]) -> Row:
    return Row([patterns()[name] for name, _ in ways], index_of("en"))
