"""What an utterance means where the assistant has just asked something: yes, no, a choice, or a value."""

import re
from dataclasses import replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import is_weekday, patterns
from dialogs.understand.replies.choosing import at_that_time, chosen, left_over, told_apart
from dialogs.understand.slots import people
from dialogs.understand.understood import (
    Anchor,
    Intent,
    Kind,
    PersonMention,
    Question,
    Role,
    TimeConstraint,
    Understood,
    When,
)
from dialogs.understand.when.constraint import constrain
from dialogs.understand.when.reading import read as when_read

_OPEN: Final = frozenset(
    (
        Intent.AMEND,
        Intent.OUT_OF_SCOPE,
        Intent.SMALLTALK,
        Intent.SELECT,
        Intent.LOOKUP_PERSON,
        Intent.LIST_EVENTS,
        Intent.NAVIGATE,
        Intent.SCHEDULE,
        Intent.ASK_TIME,
        Intent.RESCHEDULE,
        Intent.NO,
        Intent.YES,
        Intent.ADD_ATTENDEE,
        Intent.EVENT_DETAILS,
        Intent.CHECK_AVAILABILITY,
    )
)
"""Intents that an answer may be mistaken for; the others ("cancel", "help") are said in spite of a question."""
NAMING: Final = _OPEN - {Intent.NO, Intent.YES} | {Intent.NEXT_MEETING}
"""Intents that the name of an event may be mistaken for."""
_WRITTEN: Final = frozenset(
    (
        Intent.THANKS,
        Intent.GREET,
        Intent.GOODBYE,
        Intent.ACCEPT,
        Intent.TENTATIVE,
        Intent.DECLINE,
        Intent.CONTACT_ATTENDEES,
    )
)
"""What is said to others as well as to us: "thanks" in answer to what is to be written."""
_ROOMLESS: Final = frozenset((Intent.SMALLTALK, Intent.OUT_OF_SCOPE, Intent.NO, Intent.LIST_EVENTS))
"""What words about a room ("a bigger one", "no room") are taken for by somebody who does not hear the room in them."""
_WORD: Final = re.compile(r"[^\W_]+")
_ASKED: Final = frozenset(
    (
        Intent.LIST_EVENTS,
        Intent.NEXT_MEETING,
        Intent.CHECK_AVAILABILITY,
        Intent.EVENT_DETAILS,
        Intent.LOOKUP_PERSON,
        Intent.ASK_TIME,
    )
)
_NO_NAMES: Final = frozenset(
    ("undo", "yes", "yep", "no", "nope", "ok", "okay", "stop", "cancel", "help", "both", "all", "none", "nobody")
)
"""What is said to "which one?" without naming anybody."""
_MINUTES: Final = ("15", "20", "25", "30", "40", "45", "50", "60", "90")
"""In "make it 30", which is no hour of anybody's day."""
_SURE: Final = "a question was open"
_FREE_TEXT: Final = ("subject", "note")
_SAID_ANYHOW: Final = frozenset((Intent.YES, Intent.NO, Intent.SCHEDULE, Intent.LIST_EVENTS))
"""What words that leave no doubt say, whatever was asked."""
_SAID_TO_TIMES: Final = _SAID_ANYHOW | {Intent.NAVIGATE}
_NO_TIME: Final = TimeConstraint()
_HOURS: Final = 24
_HOURS_SAID: Final = (
    ("hour-is", "at {hour}"),
    ("hour-for", "at {hour} {length}"),
    ("hours-in-answer", "from {from} to {to}"),
)
"""Answers that are hours, and the phrase that each of them is short for."""
_DIGITS: Final = 2


def is_question(utterance: str) -> bool:
    """Whether it is a question of the speaker's own, which is no answer to ours."""
    return bool(patterns()["answers-asks"].match(utterance.strip()))


def completed(utterance: str, question: Question | None) -> tuple[str, int | None]:
    """A bare answer made a phrase ("3": "at 3", "45": "45 minutes", "Tom": "with Tom"), and how far it moved.

    None: the phrase stands for all that was said.
    """
    bare = utterance.strip(" .!?")
    if question is None or not bare or len(_WORD.findall(bare)) > 8:
        return utterance, 0
    if patterns()["moved"].match(utterance):
        return f"move it {utterance}", 8
    if (one := patterns()["that-one"].fullmatch(utterance)) and one["which"] and is_weekday(one["which"]):
        return str(one["which"]), None
    if enough := patterns()["enough"].fullmatch(utterance):
        return f"{enough['n']} minutes", None
    if other := patterns()["too-long"].fullmatch(utterance):
        return f"{other['amount']} minutes" if other["amount"].isdigit() else f"make it {other['amount']}", None
    if hour := patterns()["hour-in-answer"].fullmatch(utterance):
        said = hour["hour"]
        return f"{said} minutes" if hour["make"] and said in _MINUTES else f"at {said}", None
    for name, phrase in _HOURS_SAID:
        if found := patterns()[name].fullmatch(utterance):
            return phrase.format(**found.groupdict()), None
    number = re.fullmatch(r"\d{1,4}(?:[:.h]\d{2})?", bare)
    if question.kind in ("yes_no", "choice") and number and _is_hour(number[0], question):
        return f"at {utterance}", 3
    match question.kind:
        case "time" if number:
            return f"at {utterance}", 3
        case "duration" if number:
            return f"{utterance} minutes", 0
        case "person" if bare.lower() not in _NO_NAMES:
            return f"with {utterance}", 5
    return utterance, 0


def _is_hour(number: str, question: Question) -> bool:
    """Whether a bare number is a time of day: "9.30", and "10" where there are not so many choices."""
    if not number.isdigit():
        return True
    return len(question.choices) < int(number) <= _HOURS and len(number) <= _DIGITS


def answered(utterance: str, context: Context, question: Question, read: Understood) -> Understood | None:
    """The reading that `question` calls for, or None where the utterance is about something else."""
    text = utterance.strip()
    whole = {"person": _each_or_none, "note": _as_written}.get(question.kind)
    if whole and (answer := whole(text, read)):
        return answer
    if not text or (read.certain and read.intent not in _OPEN):
        return None
    if (
        decided := _beside(text, question, read)
        or _all_of_it(text, question, read)
        or _other_one(text, context, question)
        or _another_person(text, question, read)
        or _kept(text, question, read)
        or _told(text, question, read)
        or _for_what(text, question, read)
        or _picked(text, context, question, read)
        or _taken(text, question, read)
        or _at_a_place(text, question, read)
    ):
        return decided
    if read.certain and read.intent in (_SAID_ANYHOW if question.kind in _FREE_TEXT else _SAID_TO_TIMES):
        return None
    if refused := _refused(text, question, read):
        return refused
    if asked := _asked_for_times(text, question, read):
        return asked
    if read.intent in _ASKED and patterns()["answers-asks"].match(text):
        return None
    short = len(_WORD.findall(text)) <= 12
    says_more = bool(read.when or read.people)
    match question.kind:
        case "yes_no" | "choice" | "vote":
            if (
                short
                and says_more
                and (read.intent in _OPEN)
                and (
                    patterns()["answers-corrects"].search(text)
                    or patterns()["answers-but"].match(text)
                    or _is_bare(text, read)
                )
            ):
                told = _as(read, Intent.AMEND, 0.95)
                swaps = (
                    patterns()["answers-instead"].search(text) or patterns()["rather-with"].match(text)
                ) and not any(p.role is Role.WITHOUT for p in read.people)
                return replace(told, facet="instead") if swaps and read.people else told
        case "time" | "duration" if short and read.when and read.intent in _OPEN:
            return _as(read, Intent.AMEND, 0.95)
        case "person" if short and read.intent in _OPEN:
            return _as(read, Intent.AMEND, 0.9) if read.people else None
        case "subject" | "note":
            is_other = question.kind == "subject" and patterns()["no-title-but-request"].fullmatch(text)
            return None if is_other else _as_text(text, question.kind, read)
    return None


def _beside(text: str, question: Question, read: Understood) -> Understood | None:
    """ "No, right before it": on the other side of the event by which the time was said."""
    found = patterns()["beside-it"].fullmatch(text) if question.kind == "choice" else None
    if found is None:
        return None
    anchor = Anchor("it", found["side"].lower(), None, (0, len(text)), "it", beside=bool(found["close"]))
    said = When(Kind.RANGE, text, anchor.span, anchor=anchor)
    amended = _as(read, Intent.AMEND, 0.95)
    return replace(amended, when=(said,), time=TimeConstraint(anchor=anchor), people=(), subject="", choice=None)


def _as_text(text: str, kind: str, read: Understood) -> Understood:
    """A title, or what is to be written, without the words that lead to it."""
    told = _as(read, Intent.AMEND, 0.9)
    if kind == "note":
        said = re.sub(r"^(?:say(?: that)?|tell (?:him|her|them)(?: that)?)\s+", "", text, flags=re.I)
        return replace(told, note=said.strip(' "“”'))
    said = re.sub(r"^(?:call it|it'?s(?: about)?|about|title it|name it)\s+", "", text, flags=re.I)
    return replace(told, subject=said.strip(" .\"'“”"))


def _as_written(text: str, read: Understood) -> Understood | None:
    """ "Thanks", in answer to what is to be written, is for whoever reads it."""
    return replace(_as(read, Intent.AMEND, 0.9), note=text, facet="") if read.intent in _WRITTEN else None


def _another_person(text: str, question: Question, read: Understood) -> Understood | None:
    """ "No, Callum": somebody else than whoever was understood."""
    said = text.rstrip(" .!")
    if question.kind in ("yes_no", "choice") and (left_out := _nobody_called(said)):
        return replace(_as(read, Intent.AMEND, 0.95), people=left_out, facet="", subject="", when=(), time=_NO_TIME)
    refused = (
        patterns()["answers-but"].match(said)
        if question.kind in ("yes_no", "choice") and read.intent is Intent.NO
        else None
    )
    named = people.only(said, (refused.end(), len(said)), Role.REQUIRED) if refused else ()
    if not named or not all(each.text[:1].isupper() for each in named):
        return None
    return replace(_as(read, Intent.AMEND, 0.95), people=named, facet="instead", subject="")


def _nobody_called(said: str) -> tuple[PersonMention, ...]:
    """ "No Callum on this one", which in "no, Callum" is a slip that is put right."""
    found = patterns()["no-such"].fullmatch(said)
    return people.only(said, found.span("who"), Role.WITHOUT) if found else ()


def _other_one(text: str, context: Context, question: Question) -> Understood | None:
    """ "Next week's, not today's": another one of a series than the one that is shown."""
    found = patterns()["other-one"].match(text) if question.kind in ("yes_no", "choice") else None
    if found is None:
        return None
    when = when_read(f"on {found['when']}", replace(context, question=None)).when
    return Understood(Intent.AMEND, 0.95, facet="other_one", time=constrain(when)) if when else None


def _all_of_it(text: str, question: Question, read: Understood) -> Understood | None:
    """ "Yep, both", to what lists several acts."""
    if question.kind != "several" or not patterns()["answers-everybody"].fullmatch(text):
        return None
    return replace(_as(read, Intent.YES, 0.97), people=(), subject="", when=(), choice=None, scope="")


def _each_or_none(text: str, read: Understood) -> Understood | None:
    """To "which one?": "both" is each of them, "neither" none."""
    if patterns()["answers-everybody"].fullmatch(text):
        return replace(_as(read, Intent.SELECT, 0.97), scope="all", choice=None, people=(), subject="")
    if patterns()["answers-nobody"].fullmatch(text):
        return replace(_as(read, Intent.NO, 0.95), people=(), subject="", facet="")
    return None


def _picked(text: str, context: Context, question: Question, read: Understood) -> Understood | None:
    """One of the choices."""
    if question.kind == "choice" and (number := told_apart(text, context, question.choices)):
        return replace(_as(read, Intent.SELECT, 0.97), choice=number, subject="", facet="", when=(), time=_NO_TIME)
    number = chosen(text, question.choices, read) or at_that_time(text, context, question.choices, read)
    return replace(_as(read, Intent.SELECT, 0.97), choice=number, subject="") if number is not None else None


def _kept(text: str, question: Question, read: Understood) -> Understood | None:
    """All is to stay as it is."""
    words = patterns()
    one = question.kind in ("yes_no", "several") and words["kept-one"].match(text)
    if not one and not (question.kind in ("yes_no", "choice", "several") and words["kept"].match(text)):
        return None
    return replace(_as(read, Intent.NO, 0.97), people=(), subject="", when=(), choice=None)


def _taken(text: str, question: Question, read: Understood) -> Understood | None:
    """ "Book it for an hour for vendor demos", of what is at hand."""
    is_at_hand = (
        read.intent is Intent.SCHEDULE
        and question.kind in ("yes_no", "choice")
        and patterns()["answers-takes"].match(text)
    )
    return _as(read, Intent.AMEND, 0.95) if is_at_hand else None


def _at_a_place(text: str, question: Question, read: Understood) -> Understood | None:
    """ "At the yacht club": where the booking at hand is."""
    if question.kind not in ("yes_no", "choice") or read.when or read.people or read.event:
        return None
    found = patterns()["at-place"].fullmatch(text)
    if not found or read.intent not in _OPEN:
        return None
    return replace(_as(read, Intent.AMEND, 0.9), location=found["place"], choice=None, subject="")


def _for_what(text: str, question: Question, read: Understood) -> Understood | None:
    """ "For the rope audit with Tom": what the booking at hand is about."""
    if question.kind not in ("yes_no", "choice") or read.when:
        return None
    found = patterns()["for-what"].match(text) or patterns()["is-topic"].fullmatch(text)
    return replace(_as(read, Intent.AMEND, 0.95), subject=found["x"], choice=None, event=None) if found else None


def _told(text: str, question: Question, read: Understood) -> Understood | None:
    """ "Tell him I'm ill": a word to the others."""
    words = patterns()
    if question.kind not in ("yes_no", "choice", "several"):
        return None
    found = words["told"].match(text) or words["note-alone"].fullmatch(text)
    if found is None:
        return None
    told = replace(_as(read, Intent.AMEND, 0.95), people=(), subject="", when=(), time=TimeConstraint(), choice=None)
    return replace(told, facet="note", note=found["note"].strip(" .\"'“”"))


def about_room(utterance: str, read: Understood) -> Understood | None:
    """The reading of words that are about the room of what is at hand, or None where they are not."""
    short = len(_WORD.findall(utterance)) <= 12
    if short and read.room and read.intent in _ROOMLESS and not (read.when or read.people):
        return _as(read, Intent.AMEND, 0.95)
    return None


def _is_bare(text: str, read: Understood) -> bool:
    """Whether hardly anything but times and people was said."""
    return len(left_over(text, read)) <= 3


def _refused(text: str, question: Question, read: Understood) -> Understood | None:
    """What was offered will not do: other days are wanted, or only others."""
    if question.kind in ("choice", "time") and (ruled_out := _ruled_out(text, read)):
        return ruled_out
    if (
        question.kind == "choice"
        and patterns()["answers-refuses"].search(text)
        and not text.endswith("?")
        and not read.people
    ):
        return replace(_as(read, Intent.NAVIGATE, 0.95), facet="more", choice=None)
    # "Not that late, something earlier" drops nothing.
    says_more = read.people or read.when or read.room or read.location or read.subject or read.online is not None
    hardly_no = read.intent is Intent.NO and not (read.certain or says_more)
    is_of_hour = question.kind == "yes_no" and patterns()["not-so-late"].search(text)
    if hardly_no and (is_of_hour or (question.kind == "choice" and len(text.split()) > 1)):
        facet = next((each for each in ("earlier", "later") if each in text.lower()), "more")
        return replace(_as(read, Intent.NAVIGATE, 0.9), facet=facet, choice=None)
    return None


def _asked_for_times(text: str, question: Question, read: Understood) -> Understood | None:
    """ "What else is there on Thursday?", "is there something in the morning?", while times are offered."""
    if question.kind != "choice" or not read.when or read.people:
        return None
    if patterns()["what-else"].match(text):
        return replace(_as(read, Intent.AMEND, 0.95), facet="any_time")
    return replace(_as(read, Intent.AMEND, 0.95), subject="") if patterns()["asks-for-times"].match(text) else None


def _ruled_out(text: str, read: Understood) -> Understood | None:
    """ "Tom can't do Wednesday": the days on which somebody cannot, where nothing else is said."""
    days = [when for when in read.when if when.kind in (Kind.DATE, Kind.RANGE) and not when.excluded]
    if not days or len(days) != len(read.when) or text.endswith("?") or not patterns()["cannot-then"].search(text):
        return None
    out = tuple(replace(when, excluded=True) for when in days)
    return replace(_as(read, Intent.AMEND, 0.95), when=out, time=constrain(out), people=(), subject="", facet="")


def _as(read: Understood, intent: Intent, confidence: float) -> Understood:
    why = (*read.why, f"{_SURE}: {intent.value}")
    return replace(read, intent=intent, confidence=confidence, runner_up=read.intent, certain=False, why=why)
