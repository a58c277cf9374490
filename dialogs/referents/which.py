"""Which event is meant: by place in the list just shown, by description, or simply "it". Pure."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Final

from dialogs.frame import Frame
from dialogs.people.names import called_so, folded
from dialogs.understand.intent.decision import ANSWERS
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import PersonMention, Role, Slot, TimeConstraint, Understood
from graph.model import Event

WEEK: Final = timedelta(days=7)
EMPTY_WORDS = frozenset(
    (
        "please",
        "only",
        "s",
        "just",
        "tentatively",
        "provisionally",
        "the",
        "my",
        "our",
        "it",
        "that",
        "this",
        "a",
        "an",
        "with",
        "and",
        "of",
        "for",
        "on",
        "to",
    )
)
ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "last", "latter", "former", "next"))
GENERIC_WORDS = frozenset(
    (
        "invitation",
        "invite",
        "meeting",
        "event",
        "request",
        "appointment",
        "call",
        "chat",
        "sync",
        "session",
        "series",
        "whole",
        "entire",
        "all",
        "every",
        "each",
        "occurrence",
        "occurrences",
        "1",
        "1s",
        "one",
        "invitations",
        "meetings",
        "events",
        "appointments",
        "calls",
        "sessions",
        "ones",
        "mtg",
        "appt",
        "thing",
        "things",
        "stuff",
        "pending",
        "everything",
        "anything",
        "open",
        "outstanding",
        "unanswered",
        "waiting",
        "remaining",
        "upcoming",
    )
)
"""What a meeting may be called without being titled so: "my 1:1 with Tom"."""
UNTITLED = frozenset(("meeting", "event", "appointment", "thing", "invitation", "invite", "one"))
"""Kinds that anything is said to be, whatever it is titled."""
CASUAL_WORDS = frozenset(
    ("catch", "catchup", "up", "check", "in", "checkin", "natter", "talk", "touch", "base", "slot", "time")
)
"""What any meeting with somebody may be called, whatever it is titled: "Thursday's catch-up with Ana"."""
BLOCK_WORDS = frozenset(("block", "blocks", "blocker", "time", "hold", "slot", "session", "sessions"))
"""What time of one's own is called, whatever it is titled."""
ONE_TO_ONE = frozenset(("1",))
"""What is left of "1:1", which is with nobody else, whatever it is titled."""
PAIR = 2
PAIRS = ("1:1s", "one-on-ones")
"""Nouns for events of two."""
LEAST_OF_TWO = 6
"""Letters that two words which are spelt as one have at the least: "standup"."""
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
BY_DAY = re.compile(r"BYDAY=((?:[A-Z]{2},?)+)")
AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&|plus)\s+", re.IGNORECASE)


def meant(said: Understood, candidates: Sequence[Event], frame: Frame) -> tuple[Event, ...]:
    """Those of `candidates` that the words can mean; all of them where nothing was said that tells them apart."""
    by_id = {event.id: event for event in candidates}
    # A series that was spoken of is meant by its next occurrence.
    by_id |= {event.series_id: event for event in reversed(candidates) if event.series_id}
    listed = [by_id[ident] for ident in frame.listed if ident in by_id]
    named = bool(said.people or title_words(said.subject) - ORDINALS - GENERIC_WORDS)
    if said.time.clock and not named and (then := _on_the_hour(said, listed)):
        return then
    # "the first" is a place in the list that is on the screen before it is a day of the month.
    if said.choice == 1 and not named and listed and (said.time.slots or said.time.exact):
        return _the_one_then(said, listed, candidates)
    if said.choice is not None and not named and frame.listed:
        position = said.choice - 1 if said.choice > 0 else said.choice
        within = -len(frame.listed) <= position < len(frame.listed)
        event = by_id.get(frame.listed[position]) if within else None
        return (event,) if event else ()
    points = said.time.slots and not (named or said.noun or said.time.exact or said.time.rrule or said.scope == "all")
    if points and len(listed) == 1 and takes_place(said, listed[0]):
        # "Skip it this week" is of the one that was just shown.
        return (listed[0],)
    if said.time.rrule and (of_series := _held_on(said, candidates)):
        return of_series
    if dated := _titled_by_time(said, candidates):
        return dated
    if is_described(said):
        names_none = not (said.people or said.subject or said.noun or said.time.slots)
        if said.next_after and names_none and len(listed) == 1 and listed[0].start >= said.next_after:
            # "The next one" of the series that was spoken of.
            return (listed[0],)
        fitting = _fitting(said, candidates) or _at_that_clock(said, candidates) or _on_that_weekday(said, candidates)
        found = _only_shown(said, _titled_so(said, _likeliest(said, fitting)), frame)
        if (after := said.next_after) is not None and not said.time.exact:
            return tuple(event for event in found if event.start >= after and not event.is_all_day)[:1]
        # "the one from Sam" counts nothing; "the second one from Sam" does.
        return _at(said.choice, found) if len(found) > 1 and said.choice not in (None, 1) else tuple(found)
    return tuple(listed) if len(listed) == 1 else tuple(candidates)


def _only_shown(said: Understood, found: list[Event], frame: Frame) -> list[Event]:
    """Of several titles, the only event that was just shown: "the tender one" of that day; all where more is told."""
    is_told = said.choice is not None or said.scope == "all" or said.time.exact or said.time.slots or said.next_after
    shown = [] if is_told else [event for event in found if event.id in frame.listed]
    return shown if len(shown) == 1 and len({folded(event.subject) for event in found}) > 1 else found


def _the_one_then(said: Understood, listed: Sequence[Event], candidates: Sequence[Event]) -> tuple[Event, ...]:
    """ "The one on the 23rd", of the series or the list that was spoken of; where only a series was, no other event."""
    series = {event.series_id for event in listed if event.series_id}
    then = [event for event in candidates if takes_place(said, event)]
    same = [event for event in then if event in listed or event.series_id in series]
    is_of_series = all(event.series_id for event in listed)
    return tuple(same[:1] if same else () if is_of_series else then)


def _titled_by_time(said: Understood, candidates: Sequence[Event]) -> tuple[Event, ...]:
    """ "The December timetable draft", where that is its whole title: December tells nothing of when it is.

    Of "the weekly wrap-up from April on" it is told besides.
    """
    told = title_words(said.subject)
    times = {word for when in said.when for word in folded(when.text).split()} - told
    if not told or not times or said.people:
        return ()
    titles = {event.id: set(folded(event.subject).split()) for event in candidates}
    return tuple(event for event in candidates if told < titles[event.id] and times == titles[event.id] - told)


def _fitting(said: Understood, candidates: Sequence[Event]) -> list[Event]:
    """Those whose subject has every word that was said; else those with every word that is not merely generic."""
    wanted = title_words(said.subject)
    if wanted >= ONE_TO_ONE and (said.people or not wanted - GENERIC_WORDS):
        return _alone_with(said, [event for event in candidates if fits(said, (), event)])
    casually = (wanted - GENERIC_WORDS - CASUAL_WORDS,) if said.people else ()
    for words in (wanted, wanted - GENERIC_WORDS, *casually):
        if found := [event for event in candidates if fits(said, words, event)]:
            # "All my meetings with Tom" are those with others besides, too.
            return found if said.scope == "all" else _alone_with(said, found) or found
    # "priyas budget review": a word may name somebody who comes.
    telling = wanted - GENERIC_WORDS
    named = [event for event in candidates if fits(said, telling - names_of(event), event)]
    named = named or [event for event in candidates if fits(said, _nameless(telling, event), event)]
    if named and wanted:
        return [event for event in named if len(_addresses(event)) == PAIR and wanted >= ONE_TO_ONE] or named
    return _titled_with(said, candidates) or _blocked(said, telling, candidates)


def _blocked(said: Understood, telling: frozenset[str], candidates: Sequence[Event]) -> list[Event]:
    """ "Wednesday's focus block": what nobody else comes to, whatever one calls time of one's own."""
    words = telling - BLOCK_WORDS
    if not words or words == telling:
        return []
    return [event for event in candidates if len(_addresses(event)) == 1 and fits(said, words, event)]


def _titled_with(said: Understood, candidates: Sequence[Event]) -> list[Event]:
    """ "lunch with Kasia": who is named by a short form, or was not invited, may stand in the title."""
    names = title_words(
        " ".join(each.text for each in said.people if each.kind == "name" and each.role is not Role.WITHOUT)
    )
    alone = replace(said, people=())
    words = title_words(said.subject) - GENERIC_WORDS
    found = [event for event in candidates if fits(alone, words, event)] if names else []
    return [event for event in found if all(names_it(name, folded(event.subject).split()) for name in names)]


def _likeliest(said: Understood, found: list[Event]) -> list[Event]:
    """Of several that fit, those whose titles speak of what may be no name: "the call with the Gandia fruit people"."""
    words = title_words(" ".join(each.text for each in said.perhaps)) - GENERIC_WORDS
    kind = title_words(said.noun) - UNTITLED
    if len(found) < 2 or said.scope == "all" or said.subject:
        return found
    for told in (words, kind):
        if spoken := [event for event in found if told & set(folded(event.subject).split())]:
            return spoken
    return found


def _titled_so(said: Understood, found: list[Event]) -> list[Event]:
    """Of several, those that are titled with the words that were said and no others, in whatever order."""
    if len(found) < PAIR or said.scope == "all":
        return found
    titles = (title_words(said.subject), title_words(f"{said.subject} {said.noun}"))
    return [event for event in found if title_words(event.subject) in titles] or found


def parted(said: Understood) -> Understood | None:
    """ "Vendor demo and library liaison" read as two events that share the rest; None where there is but one."""
    first, *further = [part for part in re.split(AND, said.subject) if part.strip()] or [""]
    if not further:
        return None
    others = tuple(Understood(said.intent, said.confidence, subject=part) for part in further)
    return replace(said, subject=first, others=(*others, *said.others), scope="all")


def _on_the_hour(said: Understood, listed: Sequence[Event]) -> tuple[Event, ...]:
    """ "The 1 o'clock", of a day that is on the screen."""
    return tuple(event for event in listed if event.start.hour * 60 + event.start.minute in _minutes(said))


def _minutes(said: Understood) -> set[int]:
    """The time of day that was said, in minutes since midnight; both where am or pm was not."""
    start = said.time.clock[0] if said.time.clock else -1
    return {start, (start + 720) % 1440} if said.time.doubt == "am_pm" else {start}


def _held_on(said: Understood, candidates: Sequence[Event]) -> tuple[Event, ...]:
    """ "The Thursday series": the next of each series that is held on those days, and rather on no others."""
    by_day = BY_DAY.search(said.time.rrule)
    if by_day is None:
        return ()
    days = {WEEKDAYS.index(day) for day in by_day[1].split(",")}
    held: dict[str, set[int]] = {}
    for event in candidates:
        held.setdefault(event.series_id, set()).add(event.start.weekday())
    then = [event for event in candidates if event.series_id and event.start.weekday() in days]
    found = _fitting(replace(said, time=TimeConstraint()), then)
    alone = [event for event in found if held[event.series_id] <= days]
    return next_of_each_series(alone or found)


def next_called_so(said: Understood, candidates: Sequence[Event]) -> Event | None:
    """Where none that is called so is at the time that was said: the next one that is; None where no name was said."""
    timed = said.time.exact or said.time.slots
    if not timed or not (said.people or title_words(said.subject) - GENERIC_WORDS - ORDINALS):
        return None
    found = next_of_each_series(_fitting(replace(said, time=TimeConstraint()), candidates))
    return found[0] if len(found) == 1 else None


def _at_that_clock(said: Understood, candidates: Sequence[Event]) -> list[Event]:
    """ "the review at 12", which is on another day: a time without a day is that of whichever day it is on.

    "My 2 o'clock", of which today has none, is of the first day of the week ahead that has one; an answer, which is
    sent at once, is given to none that was not named.
    """
    if said.time.clock is None:
        return []
    then = _on_the_hour(said, candidates)
    if said.people or said.subject:
        return _fitting(replace(said, time=TimeConstraint()), then)
    if said.intent in ANSWERS or not then or then[0].start - candidates[0].start > WEEK:
        return []
    return [event for event in then if event.start.date() == then[0].start.date()]


def _on_that_weekday(said: Understood, candidates: Sequence[Event]) -> list[Event]:
    """ "Wednesday's drill", which is on the Wednesday of another week: the first day of the kind that has one."""
    named = any(patterns()["bare-weekday"].fullmatch(when.text) for when in said.when)
    if not named or said.time.exact or not (said.people or said.subject):
        return []
    days = {slot.start.weekday() for slot in said.time.slots if slot.start}
    then = [event for event in candidates if event.start.weekday() in days]
    found = _fitting(replace(said, time=TimeConstraint()), then)
    return [event for event in found if event.start.date() == found[0].start.date()]


def names_of(event: Event) -> frozenset[str]:
    """The names of all who come, as they are said and as they own something."""
    names = [word for name in _everyone(event) for word in name]
    return frozenset((*names, *(f"{name}s" for name in names)))


def _everyone(event: Event) -> list[list[str]]:
    """The names of all who come, word by word."""
    return [folded(name).split() for name in (event.organizer.name, *(each.name for each in event.attendees))]


def _nameless(words: Collection[str], event: Event) -> frozenset[str]:
    """Without those words that may name somebody who comes: "Bill's MTA call", which is William's."""
    left = frozenset(words) - names_of(event)
    names = _everyone(event)
    return frozenset(word for word in left if not any(called_so([word], name) for name in names))


def _alone_with(said: Understood, found: Sequence[Event]) -> list[Event]:
    """Of events with the people who were named, those with nobody else."""
    company = sum(1 for each in said.people if each.kind != "me") + 1
    if company == 1:
        return []
    return [event for event in found if len(_addresses(event)) == company]


def _addresses(event: Event) -> set[str]:
    invited = {attendee.email.lower() for attendee in event.attendees if attendee.kind != "resource"}
    return invited | {event.organizer.email.lower()}


def title_words(subject: str) -> frozenset[str]:
    """The words of `subject` that may tell which event it is; folded."""
    words = ("1" if word == "1s" else word for word in folded(subject).split())
    return frozenset(words) - EMPTY_WORDS


def _at(choice: int | None, events: Sequence[Event]) -> tuple[Event, ...]:
    """The event at a place, counted from 1, or backwards from -1; empty where there is none."""
    position = 0 if choice is None else choice - 1 if choice > 0 else choice
    return (events[position],) if -len(events) <= position < len(events) else ()


def is_of_two(event: Event) -> bool:
    """Whether nobody comes to it but two."""
    return len(_addresses(event)) == PAIR


def is_described(said: Understood) -> bool:
    """Whether the words say more of it than "it"."""
    return bool(said.people or said.subject or said.time.exact or said.time.slots or said.next_after)


def is_narrowed(said: Understood) -> bool:
    """Whether the words tell which ones of all there are, and do not merely say "everything that's pending"."""
    return bool(said.people or said.time.exact or said.time.slots or title_words(said.subject) - GENERIC_WORDS)


def tells_one(said: Understood) -> bool:
    """Whether the words tell one of a series from the others: by its day or hour, as the next one, or as this one."""
    return bool(said.time.exact or said.time.slots or said.next_after or said.scope == "this")


def is_on_screen(event: Event, found: Sequence[Event], frame: Frame) -> bool:
    """Whether it is the only one of those that fit which was spoken of just now."""
    return [each.id for each in found if each.id in frame.listed] == [event.id]


def is_one_series(found: Sequence[Event]) -> bool:
    """Occurrences of one series alone: the next one is meant, and a card offers the whole series."""
    return bool(found[0].series_id) and all(event.series_id == found[0].series_id for event in found)


def is_one_again(found: Sequence[Event]) -> bool:
    """One series, or the same thing at the same hour of several weeks without being one: the next one is meant."""
    starts = [each.start for each in found]
    alike = {(each.subject, each.organizer.email, frozenset(_addresses(each))) for each in found}
    hours = {(start.weekday(), start.time()) for start in starts}
    is_weekly = len(alike) == len(hours) == 1 and len(set(starts)) == len(starts)
    return is_one_series(found) or (is_weekly and not any(each.series_id for each in found))


def at_the_time_of(new: TimeConstraint, found: Sequence[Event]) -> Event:
    """The one of a series that "at 11 next week" is said of: that of the week; the next one where none is then."""
    slots = new.slots if new.starts else ()
    within = (
        event
        for event in found
        if any(slot.start and slot.end and slot.start <= event.start < slot.end for slot in slots)
    )
    return next(within, found[0])


def next_of_each_series(found: Sequence[Event]) -> tuple[Event, ...]:
    """Each series by its next occurrence alone, where no day tells its occurrences apart."""
    seen: set[str] = set()
    kept = []
    for event in found:
        if event.series_id and event.series_id in seen:
            continue
        seen.add(event.series_id)
        kept.append(event)
    return tuple(kept)


def attends(people: Sequence[PersonMention], event: Event) -> bool:
    """Whether all who are named come to it, by their names or what they are called for short.

    One alone organizes an event: of several who are named as that, it is any.
    """
    organizer = folded(event.organizer.name).split()
    everyone = _everyone(event)
    senders = [each for each in people if each.role is Role.ORGANIZER and each.kind != "me"]
    is_theirs = not senders or any(_is_among(each, [organizer]) for each in senders)
    return is_theirs and all(_is_among(each, everyone) for each in people if each not in senders)


def attended_by(people: Sequence[PersonMention], found: Sequence[Event]) -> tuple[Event, ...]:
    """Those that all who are named come to; by the names as they were said, where any is.

    "With Tom" is with Tom Whitlock rather than with Tomasz.
    """
    so = [
        event
        for event in found
        if all(
            {word for name in _everyone(event) for word in name}.issuperset(folded(each.text).split())
            for each in people
        )
    ]
    return tuple(event for event in so or found if attends(people, event))


def _is_among(person: PersonMention, names: Sequence[Sequence[str]]) -> bool:
    words = folded(person.text).split()
    together = {word for name in names for word in name}
    return together.issuperset(words) or any(called_so(words, name) for name in names)


def organizes(somebody: PersonMention, event: Event) -> bool:
    """Whether it is the organizer's name."""
    return _is_among(replace(somebody, role=Role.ORGANIZER), [folded(event.organizer.name).split()])


def fits(said: Understood, words: Collection[str], event: Event) -> bool:
    """Whether people, time and `words` of the subject are true of it."""
    if not attends([each for each in said.people if each.kind == "name" and each.role is not Role.WITHOUT], event):
        return False
    if any(each.kind == "me" and each.role is Role.ORGANIZER for each in said.people) and not event.is_organizer:
        return False
    subject = folded(event.subject).split()
    named = all(names_it(word, subject) for word in words) or _joins_to(said.subject, event.subject)
    return named and takes_place(said, event)


def names_it(word: str, subject: Sequence[str]) -> bool:
    """ "all tax stand-ups" are called Tax stand-up; a "walkthrough" may be spelt in two words."""
    if any(part.startswith(word) or f"{part}s" == word for part in subject):
        return True
    pairs = [first + second for first, second in pairwise(subject)]
    return any(pair.startswith(word) or f"{pair}s" == word for pair in pairs if len(word) >= LEAST_OF_TWO)


def _joins_to(said: str, title: str) -> bool:
    """ "the catch up" is called Catchup: the same letters, however they are set apart."""
    letters = "".join(word for word in folded(said).split() if word not in EMPTY_WORDS)
    return len(letters) >= LEAST_OF_TWO and letters in folded(title).replace(" ", "")


def takes_place(said: Understood, event: Event) -> bool:
    """Whether the time that was said is its own."""
    if exact := said.time.exact:
        return event.start == exact or (exact.hour == exact.minute == 0 and event.start.date() == exact.date())
    slots = said.time.slots
    # "Everything after 2" begins then; a call from 1:30 to 2:15 is before that.
    begins = any(when.open == "after" and when.grain in ("minute", "hour") for when in said.when)
    late = [slot for slot in slots if not (begins and slot.start and event.start < slot.start)]
    return not slots or any(is_within(slot, event) for slot in late)


def is_within(slot: Slot, event: Event) -> bool:
    """Whether some of it lies in the stretch."""
    return (slot.start is None or event.end > slot.start) and (slot.end is None or event.start < slot.end)


def others_of(event: Event, me: str) -> tuple[str, ...]:
    """The names of all who are invited but the one whose address is `me`; rooms are no people."""
    return tuple(
        each.name or each.email
        for each in event.attendees
        if each.kind != "resource" and each.email.lower() != me.lower()
    )
