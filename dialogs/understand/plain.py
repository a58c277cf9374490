"""The words as they stand: the time is read, then people, subject and the rest, and from all of it the intent."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

from dialogs.understand.context import Context
from dialogs.understand.intent import intents
from dialogs.understand.intent.decision import Decision, decide, decide_about_event
from dialogs.understand.intent.features import classes, features, masked
from dialogs.understand.intent.intents import Verdict
from dialogs.understand.intent.topics import names_strange
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.replies.answers import about_room, answered, completed
from dialogs.understand.slots import booked, details, people, roles, rooms, subject
from dialogs.understand.slots.naming import words_of
from dialogs.understand.slots.subject import Subject
from dialogs.understand.slots.verbless import put_down, wished
from dialogs.understand.slots.wholly import as_days
from dialogs.understand.understood import Intent, Kind, PersonMention, TimeConstraint, Understood, When
from dialogs.understand.when.constraint import constrain
from dialogs.understand.when.reading import Times, read

_NOTED = frozenset((Intent.ACCEPT, Intent.TENTATIVE, Intent.DECLINE, Intent.CANCEL, Intent.CONTACT_ATTENDEES))
_SEVERAL = frozenset((Intent.ACCEPT, Intent.TENTATIVE, Intent.DECLINE, Intent.CANCEL, Intent.RESCHEDULE))
_NAMELESS = frozenset((Intent.SELECT, Intent.NAVIGATE, Intent.YES, Intent.NO))
_ALTERING = frozenset((Intent.UPDATE, Intent.AMEND))
_OPENING = 300
"""Characters in which it is looked for what is asked."""
_LEAD = 40
"""Characters before a time that are looked at."""
_CHOOSING = frozenset(
    (
        Intent.ACCEPT,
        Intent.TENTATIVE,
        Intent.DECLINE,
        Intent.CANCEL,
        Intent.RESCHEDULE,
        Intent.EVENT_DETAILS,
        Intent.JOIN,
        Intent.SELECT,
    )
)


@dataclass(frozen=True)
class Prepared:
    """An utterance before its intent is decided."""

    when: tuple[When, ...]
    people: tuple[PersonMention, ...]
    subject: Subject
    verdict: Verdict | None
    features: Sequence[str]
    days: timedelta | None = None
    """How far "the day after" is from the day at hand."""
    impossible: str = ""
    perhaps: tuple[PersonMention, ...] = ()
    """What may be a group."""


def prepare(utterance: str, context: Context) -> Prepared:
    """Everything but the decision."""
    is_open = context.question is not None
    phrase, moved = completed(rooms.without_seats(utterance), context.question)
    times = read(phrase, context)
    found = times.when
    when = tuple(_back(w, utterance, moved) for w in found)
    bad = _moved(times.impossible, utterance, moved) if times.impossible else None
    spans = [w.span for w in when] + ([bad] if bad else [])
    change = roles.find(utterance, spans, is_open=is_open, names=context.names)
    change = None if change and any(map(_is_no_team, change.people)) else change
    found_there = () if change else people.find(phrase, _spans(times), context.names)
    quoted = patterns()["quoted"].search(phrase)
    named = [
        each
        for each in found_there
        if not (
            rooms.is_feature(each.text) or _is_no_team(each) or _is_in_title(each, phrase) or _is_quoted(each, quoted)
        )
    ]
    if patterns()["puts"].match(phrase):
        named = [each for each in named if not patterns()["celebrated"].match(phrase, each.span[1])]
    found_people = change.people if change else tuple(_back(p, utterance, moved) for p in named)
    who = tuple(each for each in found_people if each.kind != "group")
    what = Subject() if change and is_open else subject.find(utterance, spans, [p.span for p in who])
    kinds = [(*_without_particle(w.span, utterance), w.kind.value) for w in when] + [(*p.span, "who") for p in who]
    kinds += [(*bad, "date")] if bad else []
    shown = masked(utterance, kinds)
    verdict = (
        change.verdict(is_open=is_open) if change else intents.by_rule(shown, masked(utterance, ()), is_open=is_open)
    )
    if verdict and not verdict.decided and verdict.intent is not Intent.OUT_OF_SCOPE and names_strange(shown):
        # "Make a list of songs" is built like a booking.
        verdict = replace(verdict, hint=True)
    names = features(shown, verdict.intent.value if verdict else "")
    days = details.next_day(utterance) if verdict and verdict.timeless else None
    if verdict and verdict.timeless and (days or verdict.intent is Intent.NAVIGATE):
        when = ()
    perhaps = tuple(each for each in found_people if each.kind == "group")
    return Prepared(when, who, what, verdict, names, days, utterance[slice(*bad)] if bad else "", perhaps)


def _is_no_team(mention: PersonMention) -> bool:
    """ "The milk on the shopping list" are no people, nor is "delete running group"; the accounts team are."""
    if mention.kind != "team":
        return False
    low = mention.text.lower()
    works = low.rpartition(" ")[2] in words_of("en")["works"]
    return bool(patterns()["act-first"].match(low)) or (not works and names_strange(low))


def _is_quoted(mention: PersonMention, quoted: re.Match[str] | None) -> bool:
    """ "Call mum" in quotation marks is what it is called."""
    return quoted is not None and quoted.start() <= mention.span[0] < quoted.end()


def _is_in_title(mention: PersonMention, phrase: str) -> bool:
    """ "The crew call" is an event, and the crew nobody who is asked to come."""
    following = re.match(r"\s([^\W\d_]+)", phrase[mention.span[1] :])
    return mention.kind == "team" and following is not None and classes().get(following[1].lower()) == "EVENT"


def _without_particle(span: tuple[int, int], utterance: str) -> tuple[int, int]:
    """The span without an "on" that belongs to the words before it: "what's on | tomorrow"."""
    start, end = span
    on = utterance[start : start + 3].lower() == "on "
    return (start + 3, end) if on and patterns()["what-is"].search(utterance[max(0, start - _LEAD) : start]) else span


Spanned = TypeVar("Spanned", When, PersonMention)


def _spans(times: Times) -> list[tuple[int, int]]:
    return [w.span for w in times.when] + ([times.impossible] if times.impossible else [])


def _moved(span: tuple[int, int], utterance: str, moved: int | None) -> tuple[int, int]:
    if moved is None:
        return 0, len(utterance)
    start, end = (min(max(0, at - moved), len(utterance)) for at in span)
    return start, end


def _back(found: Spanned, utterance: str, moved: int | None) -> Spanned:
    """What was found in a completed answer, in terms of what was said."""
    start, end = _moved(found.span, utterance, moved)
    if (start, end) == found.span:
        return found
    # What a name is told apart by stands in its span, not in its text.
    text = (
        utterance[start : min(end, start + len(found.text))]
        if isinstance(found, PersonMention)
        else utterance[start:end]
    )
    return replace(found, text=text, span=(start, end))


def _own_period(utterance: str, context: Context) -> tuple[When, ...]:
    """ "What does my week look like" asks of this one."""
    found = patterns()["own-period"].search(utterance.lower())
    whole = read(f"this {found['x']}", context).when if found else ()
    return tuple(replace(when, text=found[0], span=found.span()) for when in whole) if found else ()


def plainly(utterance: str, context: Context) -> Understood:
    """What the words say, whatever their build."""
    prepared = prepare(utterance, context)
    verdict = prepared.verdict
    decision = (decide_about_event if context.is_about_event else decide)(verdict, prepared.features)
    agreed = verdict is not None and verdict.intent is decision.intent
    if decision.intent is Intent.LIST_EVENTS and not prepared.when:
        prepared = replace(prepared, when=_own_period(utterance, context))
    if decision.intent in _NOTED and (note_at := details.note_at(utterance)):
        prepared = _before(utterance[:note_at], prepared)
    spans = [w.span for w in prepared.when] + [p.span for p in prepared.people]
    more = details.find(utterance, prepared.when, spans, is_open=context.question is not None)
    shift = more.shift or prepared.days
    bare = _bare(utterance, prepared, decision.intent)
    topic = _topic(utterance, prepared, decision.intent, context)
    # Who meets online meets at no place: "port delays in Lagos" is what it is about.
    place = more.location or _any_place(utterance, spans, decision.intent)
    if topic and not place and prepared.subject.noun and patterns()["place-name"].search(topic):
        # "Dinner with Tom at 7, Hotel New York": a meal is where it is, and about nothing.
        place, topic = topic, ""
    time = _time(utterance, prepared, more.earliest, shifted=bool(shift or more.longer))
    is_about = more.online is True and bool(place) and place.lower() in topic.lower()
    read = Understood(
        decision.intent,
        decision.confidence,
        decision.runner_up,
        facet=verdict.facet if verdict and agreed else "",
        when=prepared.when,
        time=time if decision.intent is Intent.SCHEDULE else _of_series(utterance, prepared, time),
        people=prepared.people,
        perhaps=prepared.perhaps,
        bare=bare,
        subject=subject.with_topic(_subject(prepared, decision.intent), prepared.subject.noun, topic),
        purpose=_purpose(utterance, prepared, bare) or topic,
        noun=prepared.subject.noun,
        location="" if is_about else place,
        room=rooms.find(utterance),
        online=more.online,
        note=more.note if decision.intent in _NOTED else "",
        choice=more.choice if decision.intent in _CHOOSING or _is_offered(more.choice, context) else None,
        next_after=context.now
        if decision.intent in _CHOOSING and patterns()["next-one"].search(utterance[:_OPENING])
        else None,
        shift=shift,
        longer=more.longer,
        scope=more.scope or ("all" if more.several and decision.intent in _SEVERAL else ""),
        certain=bool(verdict and agreed and verdict.certain),
        why=_why(prepared, decision),
    )
    if context.question and (answer := answered(utterance, context, context.question, read)):
        return answer
    if context.question and (answer := about_room(utterance, read)):
        return answer
    if verdict is None and not context.question:
        said = put_down(utterance, read, prepared.subject.text)
        if said is not read:
            purpose = _purpose(utterance, prepared, said.bare)
            told = _topic(utterance, prepared, said.intent, context)
            topic = subject.with_topic(said.subject, prepared.subject.noun, told)
            return replace(said, subject=topic, purpose=purpose)
        read = wished(utterance, read)
    # A screen is a thing of homes, too; one that a room is to have is ours.
    is_strange = verdict is not None and verdict.intent is Intent.OUT_OF_SCOPE
    return read if is_strange and not (read.room and read.room.features) else as_days(_as_room(utterance, read))


def _bare(utterance: str, prepared: Prepared, intent: Intent) -> tuple[PersonMention, ...]:
    """Who may be booked without a "with"."""
    if intent is not Intent.SCHEDULE:
        return ()
    told = [each.span for each in prepared.people]
    found = tuple(
        each
        for each in booked.find(utterance, prepared.when)
        if not any(start < each.span[1] and each.span[0] < end for start, end in told)
    )
    # "Book Helena with Omar" is about two, "book lunch with Omar" about one.
    return found if not prepared.people or all(booked.may_be_named(each.text) for each in found) else ()


def _any_place(utterance: str, spans: Sequence[tuple[int, int]], intent: Intent) -> str:
    """Where those who are booked meet, whatever the place is called."""
    return details.any_place(utterance, spans) if intent is Intent.SCHEDULE else ""


def _topic(utterance: str, prepared: Prepared, intent: Intent, context: Context) -> str:
    """What a booking is about, where it is only put beside the rest."""
    names = any(each.kind not in ("pronoun", "me") for each in prepared.people)
    if intent is not Intent.SCHEDULE or (context.question and not names):
        # An answer has nothing beside it that is a title; a new booking may come while something is asked.
        return ""
    times = [w.span for w in prepared.when]
    if told := subject.topic(utterance, times, [p.span for p in prepared.people]):
        return told
    if prepared.subject.text or prepared.perhaps:
        return ""
    named = [p.span for p in prepared.people]
    return subject.opening(utterance, times, named) if named else subject.with_outsider(utterance, times)


def _purpose(utterance: str, prepared: Prepared, bare: Sequence[PersonMention]) -> str:
    """What it is about if those who may be named are, or if its one word names a room: "Tejo for the workshop"."""
    if not bare and (not prepared.people or " " in prepared.subject.text):
        return ""
    times, named = [w.span for w in prepared.when], [p.span for p in (*bare, *prepared.people)]
    return subject.purpose(utterance, times, named) or subject.topic(utterance, times, named)


def _as_room(utterance: str, read: Understood) -> Understood:
    """Who asks for a room at a time asks for nothing strange, however it is put; who meets somebody in one meets."""
    if read.intent is Intent.FIND_ROOM and read.people and read.location and read.when:
        meets = patterns()["meets-in-room"].search(utterance) and not patterns()["room-is-asked"].match(utterance)
        return replace(read, intent=Intent.SCHEDULE, runner_up=read.intent) if meets else read
    wanted = read.room and read.room.is_room and (read.room.is_new or read.room.seats) and read.when
    if wanted and read.intent in (Intent.OUT_OF_SCOPE, Intent.SMALLTALK):
        return replace(read, intent=Intent.FIND_ROOM, runner_up=read.intent)
    return read


def _before(said: str, prepared: Prepared) -> Prepared:
    """Without the times, the people and the words of what is told to others behind `said`: they describe no event."""
    when = tuple(each for each in prepared.when if each.span[1] <= len(said))
    who = tuple(each for each in prepared.people if each.span[1] <= len(said))
    what = subject.find(said.rstrip(" ,;"), [each.span for each in when], [each.span for each in who])
    return replace(prepared, when=when, people=who, subject=what)


def _subject(prepared: Prepared, intent: Intent) -> str:
    if intent in _NAMELESS or (intent in _ALTERING and patterns()["plain-at-hand"].match(prepared.subject.text)):
        return ""
    if intent is Intent.SCHEDULE and any(each.kind is Kind.SET for each in prepared.when):
        return patterns()["repeats-kind"].sub("", prepared.subject.text)
    return details.without_note(prepared.subject.text) if intent in _NOTED else prepared.subject.text


def _time(utterance: str, prepared: Prepared, earliest: bool, *, shifted: bool) -> TimeConstraint:
    """All that was said of the time."""
    time = constrain(prepared.when, earliest, shifted=shifted, impossible=prepared.impossible)
    if any(patterns()["later-day"].match(when.text) for when in prepared.when):
        time = replace(time, later_day=True)
    count = details.how_often(utterance) if "COUNT" not in time.rrule else None
    return replace(time, run=replace(time.run, count=count)) if count else time


def _of_series(utterance: str, prepared: Prepared, time: TimeConstraint) -> TimeConstraint:
    """ "The Thursday series" is the one on Thursdays, whether one of it is this week's or not."""
    found = patterns()["series-of-day"].search(utterance)
    if found is None or len(prepared.when) != 1 or len(time.slots) != 1:
        return time
    return TimeConstraint(rrule=f"FREQ=WEEKLY;BYDAY={found['day'][:2].upper()}")


def _is_offered(choice: int | None, context: Context) -> bool:
    """Whether there is a choice of that number to be made."""
    offered = len(context.question.choices) if context.question and context.question.kind == "choice" else 0
    return choice is not None and choice <= offered


def _why(prepared: Prepared, decision: Decision) -> tuple[str, ...]:
    """Which words became what."""
    verdict = prepared.verdict
    reasons = [f"“{w.text}” is a {w.kind.value}" + (f", doubtful: {w.doubt}" if w.doubt else "") for w in prepared.when]
    reasons += [f"“{p.text}” is a person ({p.kind}, {p.role.value})" for p in prepared.people]
    if prepared.subject.text:
        reasons.append(f"“{prepared.subject.text}” is the subject")
    if verdict:
        reasons.append(f"“{verdict.words}” says {verdict.intent.value} by rule")
    if verdict is None or verdict.intent is not decision.intent:
        reasons.append(f"the model says {decision.intent.value}")
    return tuple(reasons)
