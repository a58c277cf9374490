"""A booking for which no rule finds a title: the one clause beside it that says nothing else is what it is about.

"One hour with Ana thursday at 1, board packet dry run. put it in Taff": when, who and where are told by clauses of
their own, and what is left over is the topic. Whatever may be an aside, a reason, a wish or a name is no topic.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.intent.features import classes
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots import people, rooms, subject
from dialogs.understand.understood import Intent, Understood
from dialogs.understand.when.reading import read

_BOOKS: Final = frozenset((Intent.SCHEDULE, Intent.CHECK_AVAILABILITY, Intent.FIND_ROOM))
_IDLE: Final = frozenset((Intent.OUT_OF_SCOPE, Intent.SMALLTALK, Intent.GOODBYE, Intent.GREET))
"""What words seem that put a booking down: who comes, when, and what nobody has heard of before."""
_UNSURE: Final = 0.75
_LONGEST: Final = 400
"""Characters. What is longer tells a story."""
_MOST: Final = 6
"""Words of a topic."""
_CLAUSE: Final = re.compile(r"[,;!?\n()]+|[.:]+(?=\s|$)|\s[–—-]+\s")
_PICKED: Final = re.compile(rf"{_CLAUSE.pattern}|\sfor\s(?=(?:the|our|my|an?)\s)", re.IGNORECASE)
"""What ends the words of a pick: "take Taff for the rehearsal"."""
_JOINS: Final = r"(?:and|with|w/|at|on|to|in|for|from)"
_ORDERS: Final = r"(?:book|schedule|meet|get|grab|set up|arrange|me|us)"
_EDGES: Final = re.compile(rf"^(?:(?:{_JOINS}|{_ORDERS})\s+)+|(?:\s+|^){_JOINS}$", re.IGNORECASE)
"""What joins a topic to who comes, and when."""


def with_title(utterance: str, said: Understood, context: Context) -> Understood:
    """`said` with the title that the clauses beside a booking hold; `said` itself where it has one, or none is told."""
    is_timed = bool(said.time.exact or said.time.slots)
    put_down = said.intent in _IDLE and bool(said.people) and (bool(context.names) or is_timed)
    if not (said.intent in _BOOKS or put_down) or said.facet or len(utterance) > _LONGEST:
        return said
    is_room = said.intent is Intent.FIND_ROOM and bool(said.subject) and said.subject in said.location
    if (said.subject and not is_room) or said.purpose:
        return said
    names = any(each.kind not in ("pronoun", "me") for each in said.people)
    if context.question is not None and not names:
        return said
    asked = utterance.removesuffix(said.then) if said.then else utterance
    online = patterns()["online-behind"].fullmatch(asked) if said.online else None
    asked = online["request"] if online else asked
    clauses = _CLAUSE.split(asked)
    topic = _only(clauses, said, context) or _aim(clauses, said, context)
    if not topic and (context.names or (is_timed and said.people)):
        parts = _between(asked, said)
        # Where nobody is known, only what is said before anything else is surely a title.
        topic = _only(parts if context.names else parts[:2], said, context)
    if not topic and len(clauses) > 1 and (said.people or said.bare) and said.intent is Intent.SCHEDULE:
        topic = of_story(clauses[0])
    if not topic and said.extras.agenda and is_topic(said.extras.agenda) and len(said.extras.agenda.split()) <= _MOST:
        topic = said.extras.agenda
    if not topic:
        return said
    said = replace(said, subject=topic, purpose=topic)
    if not (put_down and is_timed):
        return said
    return replace(said, intent=Intent.SCHEDULE, runner_up=said.intent, facet="", confidence=_UNSURE)


def beside_pick(utterance: str, said: Understood, context: Context) -> str:
    """What it is about, behind words that take one of the times or rooms on offer: "the first one, mock code drill"."""
    _, *behind = _PICKED.split(utterance, maxsplit=1)
    return _only(("", *_CLAUSE.split(behind[0])), said, context) if behind and len(utterance) <= _LONGEST else ""


def _between(utterance: str, said: Understood) -> Sequence[str]:
    """The words between those times and people that are surely such: "Yuki fee letter tomorrow at 3"."""
    texts = {each.text for each in said.when} | {each.text for each in said.people}
    heard = sorted(texts, key=len, reverse=True)
    marks = "|".join((*(rf"\b{re.escape(each)}(?!\w)" for each in heard), _CLAUSE.pattern))
    return ("", *(_EDGES.sub("", each.strip()) for each in re.split(marks, utterance, flags=re.IGNORECASE)))


def _only(clauses: Sequence[str], said: Understood, context: Context) -> str:
    """The topic that one of several clauses tells; empty where none does, or several may."""
    if len(clauses) == 1:
        return ""
    told = {topic: None for clause in clauses if (topic := _topic(clause.strip(), said, context))}
    return next(iter(told)) if len(told) == 1 else ""


def _aim(clauses: Sequence[str], said: Understood, context: Context) -> str:
    """What is to be done then, where one clause says so: "…, online, to debrief the interview"; "I need to prep it"."""
    found = [each for clause in clauses[1:] if (each := patterns()["aim-clause"].match(clause))]
    if len(found) != 1 or (found[0]["own"] and (said.people or said.perhaps)):
        return ""
    aim = found[0]["x"].strip()
    return "" if len(aim.split()) > _MOST or read(aim, context).when or _is_told(aim.lower(), said) else aim


def of_story(told: str) -> str:
    """What is to happen to something of which is told before a booking: "the rota is changing"; empty: nothing."""
    found = patterns()["story-of"].match(told.replace("’", "'"))
    topic = found["topic"] if found else ""
    # "Omar is starting on Monday" tells of somebody.
    is_something = " " in topic or topic.lower() in classes()
    return topic if is_something and is_topic(topic) and not subject.may_be_name(topic) else ""


def is_topic(words: str) -> bool:
    """Whether it is nothing but words that may be what an event is about."""
    low = words.lower()
    return bool(patterns()["free-part"].fullmatch(low)) and not subject.is_aside(low)


def may_be(words: str, said: Understood, context: Context) -> bool:
    """Whether words that were taken for a name may be what it is about: "30 min with Ana, visitor policy"."""
    is_word = " " in words or words in classes()
    return is_word and words.lower() == words and bool(_topic(words, said, context))


def _topic(clause: str, said: Understood, context: Context) -> str:
    """What is told in a clause of nothing but a topic, without what leads to it; empty where it may be more."""
    words = patterns()
    shown = words["around-title"].sub("", clause.replace("’", "'")).strip(" .'\"")
    led = words["leads-title"].match(shown)
    topic = words["leading-article"].sub("", shown[led.end() :] if led else shown)
    low = topic.lower()
    if not is_topic(low) or words["no-name"].fullmatch(low):
        return ""
    if len(topic.split()) > _MOST or words["only-generic"].match(low):
        return ""
    if said.room and said.room.seats and rooms.number(low) == said.room.seats:
        # "A room for four" is for so many.
        return ""
    if _is_told(low, said) or (not led and subject.may_be_name(topic)):
        return ""
    return "" if read(topic, context).when or people.find(topic, (), context.names) else topic


def _is_told(low: str, said: Understood) -> bool:
    """Whether it is, or holds, what was heard as somebody, a place or something else."""
    heard = [each for each in (*said.people, *said.bare, *said.perhaps) if each.kind not in ("pronoun", "me")]
    who = [each.text.lower() for each in heard]
    other = (
        *who,
        *(each.hint for each in heard),
        said.location,
        said.note,
        said.noun,
        said.ticket,
        said.extras.agenda,
        said.extras.category,
    )
    return any(re.search(rf"\b{re.escape(each)}\b", low) for each in who) or any(low in each.lower() for each in other)
