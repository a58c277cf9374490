"""Which event a question speaks of: the words that it shares with the subjects in the calendar. Pure.

Nothing is sent after such a question, so that it may be read more freely than what changes an event.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dialogs.frame import Frame
from dialogs.people.names import folded
from dialogs.referents import which
from dialogs.understand.understood import Understood
from graph.model import Event

_ASKING = """
    a about accepted actually after again agenda all already am an and any anybody anyone appointment are as ask asked
    at attend attendees attending be been before begin begins being book booked brief bring by calendar call called can
    change check chat come comes coming confirmed could current currently day declined describe description details did
    dial do does done duration early else end ending ends event events everyone everything ever exactly find finish
    first for from get getting give go going got guests half happen happening has have he held help hold hop host hosts
    hour hours how i if in info information into invitation invite invited is it item its join joined joining jump just
    know last late left length let like link list little location long longer look make many me meet meeting meetings
    minutes more much my need next no not notes now number of off on one ones online only open or organised organiser
    organises organize organized organizer our out over participants people person place please point put replied reply
    remaining remind reminder respond responded response right room run running s scheduled see send sent session set
    shall she should show so soon start starting starts still supposed t take takes taking tell than thanks that the
    their them then there these they thing this those time title to today tomorrow turn until till up upcoming url us
    was we were what whats when whens where wheres which who whom whos whose will with would yes yet you your answered
    organising organizing hasn haven didn isn doesn m re ll ve sit far away before minute second third fourth fifth
    subject topic back alert notification alarm quarter off turn without change seeing sees talk talking speak speaking
    meets hey hello accept decline answer answered replies reply tentative yet thanks thank set s held
    days weeks turned down undecided unsure sure certain say said maybe confirm reject rejected rsvp tentatively
    wait hang hold decided came went attended were happened took discuss discussed talked spoke
    had missed ok okay fine alright wants wanted want organizes organizing arranges arranged hosting chairs chaired owns
    required optional mandatory obligatory needed expected must
"""
_OF_NO_EVENT = frozenset(_ASKING.split()) | which.EMPTY_WORDS
"""What a question is made of beside the words that name its event."""
_AT_HAND = frozenset(("it", "that", "this", "its"))
_OF_TWO = frozenset(("1 1", "1on1", "1 on 1", "one on one", "one to one", "1 to 1", "1 2 1"))


@dataclass(frozen=True)
class Meant:
    """The events that a question can mean, in order of start. `nearly`: they have only some of the words."""

    events: tuple[Event, ...] = ()
    nearly: bool = False


def of(utterance: str, said: Understood, candidates: Sequence[Event], frame: Frame) -> Meant:
    """Those of `candidates`, in order of start, that the question can mean.

    None: it names one that is not among them. All of them: it names none, and nothing was shown before.
    """
    if (shown := _by_place(said, candidates, frame)) is not None:
        return Meant(shown)
    words = _naming(utterance, said)
    fitting = [event for event in candidates if which.fits(said, (), event)]
    if words:
        # "Has Tom accepted the review?" may be asked of one to which Tom was not invited.
        somebody = [event for event in candidates if which.fits(replace(said, people=()), (), event)]
        return _in_full(utterance, _alike(words, fitting) or _alike(words, somebody) or Meant())
    listed, plain = _listed(candidates, frame), set(folded(utterance).split())
    if len(listed) == 1 and not said.when and _AT_HAND & plain:
        return Meant(listed)
    if said.subject and folded(said.subject) in _OF_TWO:
        return Meant(tuple(event for event in fitting if _is_of_two(event)))
    if which.is_described(replace(said, subject="")) or "next" in plain:
        return Meant(tuple(fitting))
    is_at_hand = len(listed) == 1 or bool(listed and _AT_HAND & plain)
    return Meant(listed if is_at_hand else tuple(candidates))


def _listed(candidates: Sequence[Event], frame: Frame) -> tuple[Event, ...]:
    by_id = {event.id: event for event in candidates}
    return tuple(by_id[ident] for ident in frame.listed if ident in by_id)


def of_two(utterance: str, events: Sequence[Event]) -> list[Event]:
    """Those with one other person alone, where such a one is asked for: "my next one on one"."""
    said = f" {folded(utterance)} "
    asks = any(f" {each} " in said for each in _OF_TWO)
    return [event for event in events if not asks or _is_of_two(event)]


def _is_of_two(event: Event) -> bool:
    invited = {attendee.email.lower() for attendee in event.attendees if attendee.kind != "resource"}
    return len(invited | {event.organizer.email.lower()}) == 2


def names_one(utterance: str, said: Understood) -> bool:
    """Whether any word of the question can be of a subject."""
    return bool(_naming(utterance, said))


def is_about(subject: str, event: Event) -> bool:
    """Whether its own subject has all the words that name a kind of meeting: "budget" of "Q3 budget review"."""
    words = set(folded(subject).split()) - _OF_NO_EVENT
    return all(_is_in(word, folded(event.subject).split()) for word in words)


def _by_place(said: Understood, candidates: Sequence[Event], frame: Frame) -> tuple[Event, ...] | None:
    """The event at a place of the list on the screen; None where no place was said."""
    if said.choice is None or not frame.listed:
        return None
    position = said.choice - 1 if said.choice > 0 else said.choice
    if not -len(frame.listed) <= position < len(frame.listed):
        return ()
    return tuple(event for event in candidates if event.id == frame.listed[position])


def _naming(utterance: str, said: Understood) -> frozenset[str]:
    """The words of an utterance that neither time, people nor the build of the question account for."""
    # Where they stand is told of the words as they were put plainly, which may be in another order.
    known = [] if said.time.anchor else [*(one.text for one in said.when), *(one.text for one in said.people)]
    letters, low = list(utterance), utterance.lower()
    for text in map(str.lower, known):
        if (start := low.find(text)) >= 0:
            letters[start : start + len(text)] = " " * len(text)
    return frozenset(folded("".join(letters)).split()) - _OF_NO_EVENT - _numbers(letters)


def _numbers(letters: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in folded("".join(letters)).split() if word.isdigit())


def _alike(words: frozenset[str], events: Sequence[Event]) -> Meant | None:
    """The events whose subject has the most of the words; None where none has a single one."""
    scores = [sum(_is_in(word, folded(event.subject).split()) for word in words) for event in events]
    best = max(scores, default=0)
    found = tuple(event for event, score in zip(events, scores, strict=True) if score == best)
    return Meant(found, nearly=best < len(words)) if best else None


def _in_full(utterance: str, found: Meant) -> Meant:
    """Of several, those whose whole title was said: "the cover meeting" is no "Saltmarsh cover reveal"."""
    said = set(folded(utterance).split())
    titled = tuple(event for event in found.events if set(folded(event.subject).split()) <= said)
    return replace(found, events=titled) if titled else found


def _is_in(word: str, subject: Sequence[str]) -> bool:
    """Whether a word of the subject begins with it, or it with a long one: "reviews", "design crit"."""
    return any(part.startswith(word) or (len(part) > 3 and word.startswith(part)) for part in subject)
