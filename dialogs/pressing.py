"""Which button the words press."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs import undoing
from dialogs.booking import offers
from dialogs.cards.elements import executes
from dialogs.frame import Act, Batch, Button, Frame, Tidying
from dialogs.people.names import folded
from dialogs.turn import Json, Tap
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.replies import assent
from dialogs.understand.replies.confirming import confirms, insisted_at
from dialogs.understand.understood import Intent, Question, TimeConstraint, Understood
from graph.model import Response

MINUTE = timedelta(minutes=1)
_ACTS: Mapping[str, tuple[str, ...]] = {
    "book": ("book",),
    "book_again": ("book",),
    "vote_book": ("book",),
    "vote_post": ("send",),
    "cancel": ("cancel",),
    "change": ("change",),
    "alike": ("change",),
    "reshuffle": ("change",),
    "take_proposal": ("change",),
    "letter_send": ("send", "write"),
    "propose_send": ("send",),
    "absence": ("set",),
    "add_reminder": ("set",),
    "preferences_save": ("set",),
}
"""What a button does, by the words that bid it."""
_OF_CALENDARS: Mapping[str, str] = {"share": "share", "unshare": "unshare", "delete": "gone"}
_ANSWERS: Mapping[str, str] = {
    Response.ACCEPTED: Act.ACCEPT,
    Response.TENTATIVE: Act.TENTATIVE,
    Response.DECLINED: Act.DECLINE,
}
_BOTH = 2
SURE = 0.75
"""Below this, a yes or a no decides nothing."""


def is_plain(said: Understood) -> bool:
    """A decision and nothing else: what says more, or is unsure, neither sends nor drops anything."""
    return said.confidence >= SURE and not said.people and not said.subject


def pressed(said: Understood, frame: Frame, utterance: str) -> Tap | None:
    """The button that the words press: of the card that asks, or the one that takes back what was done last.

    Words that are on a button of the newest card press it, whatever else they may mean.
    """
    said_so = folded(utterance)
    named = next((each.tap for each in frame.buttons if each.title == said_so and each.tap.verb != "say"), None)
    if named:
        return named
    asked = frame.asked
    miscounts = bool(frame.batch and frame.is_asked(frame.batch) and _miscounts(utterance, frame.batch))
    if said.intent is Intent.CANCEL_DIALOG and said.facet == "undo":
        return undoing.meant(utterance, frame)
    if asked and (scope := _scope(said, utterance, frame)):
        return next((tap for tap in asked.choices if tap.data.get("scope") == scope), None)
    if asked and bids(frame, utterance) and not miscounts:
        return asked.yes or asked.bidden
    if insisted := _insisted(said, frame, utterance):
        return insisted
    if said.intent is Intent.YES and said.facet == "anyway" and asked:
        return next((tap for tap in asked.choices if "anyway" in tap.data), asked.yes)
    if asked and (asked.is_doubtful or miscounts) and said.intent is Intent.YES:
        return None
    if said.intent is Intent.YES and (asked is None or asked.yes is None) and _books_it(utterance):
        return _only_time(frame) or (asked.bidden if asked and not asked.is_older else None)
    if said.intent is Intent.YES and asked and is_plain(said):
        return asked.yes
    if asked and said.intent is Intent.AMEND and confirms(utterance, said) and _is_shown(said.time, frame):
        return asked.yes
    if asked and asked.is_older and not said.when and not patterns()["books"].search(utterance):
        return None
    if said.intent is Intent.SELECT and asked and (is_plain(said) or asked.question.kind == "person"):
        return _chosen(said.choice, asked.choices or offers.taps(frame.open_offer)) if said.choice else None
    return None


def _miscounts(utterance: str, batch: Batch) -> bool:
    """ "Yes, both", of a card that lists four."""
    return len(tuple(batch.open_lines)) != _BOTH and bool(patterns()["says-both"].search(utterance))


def bids(frame: Frame, utterance: str) -> bool:
    """Whether the words bid the card do its act, by name: "ok cancel it", "yes, move it"."""
    asked = question(frame)
    return asked is not None and len(frame.listed) == 1 and assent.bids(utterance, asked)


def is_bid(words: str, frame: Frame) -> bool:
    """Whether `words` bid by name what the newest card would do."""
    asked = question(frame)
    return asked is not None and assent.bids(words, asked)


def leaves_nothing_open(frame: Frame) -> bool:
    """Whether the newest card asks for one thing alone, against which nothing speaks."""
    asked = frame.asked
    if asked is None or asked.yes is None or asked.is_doubtful or asked.is_older:
        return False
    return "anyway" not in asked.yes.data and len(asked.choices) <= 1


def question(frame: Frame) -> Question | None:
    """What is asked, and what a yes to it would do."""
    asked = frame.asked
    if asked is None:
        return None
    tap = asked.yes or asked.bidden or next(iter(asked.choices), None)
    return replace(asked.question, acts=frozenset(_acts(tap, frame))) if tap else asked.question


def _acts(tap: Tap, frame: Frame) -> Iterable[str]:
    if tap.verb == "several" and frame.batch:
        return {line.act.value for line in frame.batch.open_lines}
    if tap.verb == "respond":
        return (_ANSWERS.get(str(tap.data.get("answer")), ""),)
    if tap.verb == "calendar_do" and frame.calendar:
        return (_OF_CALENDARS.get(frame.calendar.kind, ""),)
    if tap.verb in ("mail_batch", "mail_tidy"):
        act = frame.mail_batch.act if tap.verb == "mail_batch" and frame.mail_batch else tap.data.get("act")
        return ("gone",) if act == Tidying.DELETE else ("tidy",)
    return _ACTS.get(tap.verb, ())


def asks_scope(frame: Frame) -> bool:
    """Whether the newest card asks how much of a series is meant."""
    choices = frame.asked.choices if frame.asked else ()
    return len(choices) > 1 and len({tap.data.get("scope") for tap in choices} - {None}) == len(choices)


def _scope(said: Understood, utterance: str, frame: Frame) -> str:
    """How much of a series is meant by an answer that says nothing else; empty: it does not say so."""
    if asks_scope(frame) and patterns()["extent-all"].fullmatch(utterance):
        return "all"
    return said.scope if not (said.when or said.people or said.facet == "note") else ""


def with_words(tap: Tap, said: Understood) -> Json:
    """What the button carries, with what was said beside it: a note, or how long it is to be."""
    note = {"note": said.note} if said.note else {}
    length = said.time.duration if tap.verb == "find_time" else None
    return {**tap.data, **note, **({"minutes": length // MINUTE} if length else {})}


def _books_it(utterance: str) -> bool:
    """Whether it is said that something is to be booked, and not merely yes."""
    return bool(patterns()["books-it"].search(utterance))


def _only_time(frame: Frame) -> Tap | None:
    """The time on offer where there is but one: "fine, book it" holds for it whatever was asked in between."""
    times = offers.taps(frame.open_offer)
    return times[0] if len(times) == 1 else None


def _is_shown(time: TimeConstraint, frame: Frame) -> bool:
    """Whether the card asks for a change to this very day or time: "yes, the 22nd"."""
    shown = frame.open_change.openings if frame.open_change else ()
    if len(shown) != 1 or not (time.exact or time.slots):
        return False
    start = shown[0].window.start
    days = all(each.start and each.end and each.start <= start < each.end for each in time.slots)
    return days and (time.exact is None or time.exact == start)


def _chosen(number: int, choices: Sequence[Tap]) -> Tap | None:
    """Counted from 1, or backwards from -1."""
    position = number - 1 if number > 0 else number
    return choices[position] if -len(choices) <= position < len(choices) else None


def _insisted(said: Understood, frame: Frame, utterance: str) -> Tap | None:
    """The time that does not suit everyone, asked for once more after the card told so: "8am is fine", "5pm anyway".

    Somebody who is taken then is overridden by a word that says so alone.
    """
    asked = frame.asked
    if asked is None or asked.is_older or (is_at := insisted_at(utterance, len(asked.choices))) is None:
        return None
    shown = frame.open_change or frame.open_offer
    openings = shown.openings if shown else ()
    for tap in asked.choices:
        number = tap.data.get("n", 0)
        if "anyway" not in tap.data or type(number) is not int or not 0 <= number < len(openings):
            continue
        opening = openings[number]
        is_meant = tap == asked.yes or offers.insisted_on(opening) or patterns()["all-the-same"].search(utterance)
        if is_meant and is_at(opening.window.start):
            return tap
    return None


def against_odds(said: Understood, tap: Tap, frame: Frame, utterance: str) -> bool:
    """A time in words never books what does not suit: it is shown on a card of its own first."""
    return bool(said.when) and "anyway" in tap.data and _insisted(said, frame, utterance) != tap


def buttons(card: Json | None) -> tuple[Button, ...]:
    """What can be pressed on a card by its words, too."""
    found = [Button(folded(str(each["title"])), Tap(each["verb"], each["data"])) for each in executes(card)]
    titles = [button.title for button in found]
    return tuple(button for button in found if titles.count(button.title) == 1)


def leaves_open_which(frame: Frame, utterance: str) -> bool:
    """ "Ok book that", of several times: in a chat of several, what somebody else has said just now may be meant."""
    several = frame.asked is not None and len(frame.asked.choices) > 1
    return several and bool(patterns()["books-that"].fullmatch(utterance))
