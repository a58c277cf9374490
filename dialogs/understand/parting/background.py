"""A request behind a word of what else is going on: "I have a flight at 6 on Friday, get me an hour with Tom that day".

What is told first neither names what is booked nor says when; "that day" is the day of which it tells. Who says that
they are not there, and then that all is to be cancelled, means what is in that time.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood
from dialogs.understand.when.reading import read

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""

_IDLE: Final = frozenset((Intent.OUT_OF_SCOPE, Intent.SMALLTALK, Intent.GREET))
_UNSURE: Final = 0.6
"""Confidence below which all of it together may be something else."""
_DECIDED: Final = 0.9
"""Confidence from which what is told first asks for something itself."""
_CALLED_OFF: Final = frozenset((Intent.CANCEL, Intent.DECLINE))

Reader = Callable[[str, Context], Understood]


def behind_fact(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The booking without what is told before it; None where it does not stand on its own."""
    words = patterns()
    found = words["told-first"].fullmatch(utterance) if len(utterance) <= _LONGEST else None
    if found is None or context.question:
        return None
    request = str(found["request"])
    day = next((when.start for when in read(found["fact"], context).when if when.start), None)
    if day:
        request = words["that-day"].sub(f"on {day:%-d %B}", request)
    said = understood(request, context)
    stands = bool(said.people or said.bare) and bool(said.time.exact or said.time.slots)
    return said if said.intent is Intent.SCHEDULE and stands else None


def behind_story(
    utterance: str, said: Understood, context: Context, understood: Reader, topic: Callable[[str], str]
) -> Understood | None:
    """The booking behind sentences that only tell why, where all of it together led nowhere; None where none is.

    "The rota is changing. I need Ana for half an hour on Friday": what is changing is what it is about, as `topic`
    tells of the story. Those of whom is told may be meant by "the two of them".
    """
    is_lost = said.intent in _IDLE or said.confidence < _UNSURE
    if not is_lost or context.question or len(utterance) > _LONGEST:
        return None
    words = patterns()
    for end in words["story-ends"].finditer(utterance):
        story, request = utterance[: end.start()], utterance[end.end() :]
        told = understood(story, context)
        if told.intent not in _IDLE and told.confidence >= _DECIDED:
            continue
        if those := words["two-of-them"].search(request):
            named = words["two-named"].match(story)
            if named is None:
                continue
            request = f"{request[: those.start()]}{named['one']} and {named['other']}{request[those.end() :]}"
        booked = understood(request, context)
        timed = booked.time.exact or booked.time.slots or booked.time.duration
        if booked.intent is not Intent.SCHEDULE or not (booked.people or booked.bare) or not timed:
            continue
        about = topic(story)
        return replace(booked, subject=booked.subject or about, purpose=booked.purpose or about, certain=False)
    return None


def put_down_fact(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """ "I have to fetch the car tomorrow at 8, put it in my calendar": what is told is the title, and tells when."""
    words = patterns()
    found = words["fact-then-put"].fullmatch(utterance) if len(utterance) <= _LONGEST else None
    when = read(found["fact"], context).when if found else ()
    if found is None or context.question or not any(each.start for each in when):
        return None
    told = understood(str(found["fact"]), context)
    if told.intent is Intent.AWAY or told.facet or told.extras.show_as:
        # Days on which one is off, or at home, are put down in their own way.
        return None
    title = str(found["fact"])
    for each in when:
        title = title.replace(each.text, " ")
    title = " ".join(words["fact-lead"].sub("", title, count=1).split()).strip(" ,.")
    amount = found["amount"] or (f" for {found['what']}" if read(found["what"], context).when else "")
    said = understood(f'put "{title}" in my calendar {" ".join(each.text for each in when)}{amount}', context)
    return replace(said, bare=(), location="") if said.intent is Intent.SCHEDULE and title else None


def blocked_for_fact(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """ "I'm in clinic on Monday afternoon, please block 1 to 3": then, under what is told. None where a day is said."""
    words = patterns()
    found = words["fact-then-block"].fullmatch(utterance) if len(utterance) <= _LONGEST else None
    if found is None or context.question:
        return None
    told = [when for when in read(found["fact"], context).when if when.start]
    is_long = bool(words["the-day-long"].fullmatch(found["time"].strip()))
    stretch = f"from {found['time'].strip().removeprefix('from ')}"
    hours = read(stretch, context).when
    dayless = len(hours) == 1 and hours[0].dayless and hours[0].text.strip() == stretch
    if len(told) != 1 or not told[0].start or not (is_long or dayless):
        return None
    title = words["fact-lead"].sub("", found["fact"].replace(told[0].text, " "), count=1).strip()
    title = " ".join(words["place-lead"].sub("", title, count=1).split()).strip(" ,.")
    # A part of a day tells its day; a whole day is what was told.
    then = told[0].text if is_long else f"on {told[0].start:%-d %B %Y} {stretch}"
    shown = f", show me as {found['as']}" if found["as"] else ""
    said = understood(f'put "{title[:1].upper()}{title[1:]}" in my calendar {then}{shown}', context)
    return replace(said, bare=(), location="") if said.intent is Intent.SCHEDULE and title else None


def behind_absence(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """ "I won't be in tomorrow, cancel my meetings": those of the time that is told first, and why.

    None where no time is told first, or the request has its own.
    """
    words = patterns()
    found = words["absent-first"].fullmatch(utterance) if len(utterance) <= _LONGEST else None
    if found is None or read(found["all"], context).when:
        return None
    told = [when.text for when in read(found["fact"], context).when if when.start]
    if len(told) != 1:
        return None
    then = told[0]
    what = "everything" if words["all-then"].fullmatch(found["all"]) else str(found["all"])
    first = next((when.start for when in read(found["fact"], context).when if when.start), None)
    if first and (week := words["that-week-behind"].search(found["all"])):
        # Away from Monday, and "that week": until it ends.
        what, then = found["all"][: week.start()].strip() or what, f"in the week of {first:%-d %B}"
    if beside := words["after-that"].fullmatch(found["all"]):
        what, then = "everything", f"{beside['side']} {then.removeprefix('at ')}"
    said = understood(f"{found['act']} {what} {then}", context)
    return replace(said, note=str(found["fact"])) if said.intent in _CALLED_OFF and said.scope == "all" else None
