"""What is said of mail that there is: which is meant, and what is to become of it.

"reply to Ana's mail about the budget: I agree" names a message and a text; each is read for itself. The sentences are a
language's data: `languages/<language>.mail.txt`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.late import Late
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.phrasebook import Label, Phrasebook, phrasebook
from dialogs.understand.slots import people
from dialogs.understand.slots.addressed import question_to_them, to_them
from dialogs.understand.slots.past import gone_by
from dialogs.understand.understood import (
    Intent,
    Kind,
    MailSaid,
    PersonMention,
    Role,
    Slot,
    TimeConstraint,
    Understood,
    When,
)
from dialogs.understand.when.constraint import constrain
from dialogs.understand.when.reading import read

_LONGEST: Final = 600
"""Characters. What is longer tells a story."""
_UNSURE: Final = 0.5
"""Below this, what speaks of no mail in so many words is taken for something else."""
_FREE_TEXT: Final = frozenset(("subject", "note"))
"""What is said in answer to these is taken as it stands."""
_FEW: Final = 4
"""Words that tell a place in the list, with nothing beside: "the second one"."""
_NOW: Final = frozenset(("now", "right now"))
_PLACES: Final = {
    word: number
    for number, words in enumerate(
        (
            ("first", "1st"),
            ("second", "2nd"),
            ("third", "3rd"),
            ("fourth", "4th"),
            ("fifth", "5th"),
            ("sixth", "6th"),
            ("seventh", "7th"),
            ("eighth", "8th"),
            ("ninth", "9th"),
            ("tenth", "10th"),
        ),
        1,
    )
    for word in words
}
_NUMBERS: Final = {
    word: number
    for number, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2)
} | {"couple": 2, "few": 3}
_OWNS: Final = re.compile(r"(?:['’]s|['’])?")
_PRONOUNS: Final = frozenset(("he", "she", "him", "her", "they", "them"))
_LOOKS: Final = frozenset(("", "read", "replied"))
_NEXT_TIDIED: Final = frozenset(("reply", "reply_all", "forward"))
_TIDIES: Final = frozenset(("delete", "archive", "mark_read", "mark_unread", "junk", "flag", "unflag"))
_ONE: Final = frozenset(("read", "reply", "reply_all", "forward", "mail"))
"""Facets of what is done with a single message."""

_NAMES_OTHERS: Final = frozenset(("forward", "mail"))
"""Facets of sentences that name people beside those of the message."""
_INVITED: Final = frozenset(("name", "email", "team", "manager"))
"""Kinds of people who are invited beside, or instead of, those of a message."""

Reader = Callable[[str, Context], Understood]


@dataclass(frozen=True)
class _Heard:
    """An utterance that fits a sentence, and the words of each of its groups."""

    text: str
    label: Label
    parts: Mapping[str, str]


@cache
def _language(name: str) -> Phrasebook:
    """A mark "+": said only while mail is shown; "?": only in answer to a question."""
    return phrasebook(f"{name}.mail.txt", r"\s*+{lead}*+", flags=re.IGNORECASE)


def mailed(utterance: str, context: Context, understood: Reader, language: str = "en") -> Understood | None:
    """What is wanted of mail that there is, where the build of the sentence tells; else None.

    `understood` reads a part of it.
    """
    if len(utterance) > _LONGEST or (context.question and context.question.kind in _FREE_TEXT):
        return None
    known = _language(language)
    text = utterance.strip()
    if (both := patterns()["read-and-then"].fullmatch(text)) and not context.question:
        first = mailed(both["first"], context, understood, language)
        if first and first.facet in _LOOKS:
            return replace(first, then=both["second"])
    if (both := patterns()["answer-and-tidy"].fullmatch(text)) and not context.question:
        first = mailed(both["first"], context, understood, language)
        if first and first.facet in _NEXT_TIDIED:
            return replace(first, then=both["second"])
    if (both := patterns()["read-and-book"].fullmatch(text)) and not context.question:
        first = mailed(both["first"], context, understood, language) or with_mail(
            understood(both["first"], context), both["first"], context, language
        )
        if first.mail and first.facet in _LOOKS:
            return replace(first, facet="read", then=_about_it(both["second"], first.mail))
    alone = Context(context.now, context.zone, context.locale, has_mail=context.has_mail)
    times = _times(text, alone)
    shown = _masked(text, times)
    for label, pattern in known.worth_a_try(shown):
        writes = label.intent is Intent.AMEND and context.question and "write" in context.question.acts
        writes = writes and not patterns()["bare-make-it"].match(text)
        if ("+" in label.marks and not (context.has_mail or writes)) or (
            "?" in label.marks and context.question is None
        ):
            continue
        if found := pattern.fullmatch(shown):
            parts = {name: text[slice(*found.span(name))].strip() for name, words in found.groupdict().items() if words}
            if (said := _said(_Heard(text, label, parts), alone, understood, known)) is not None:
                return said
    return None


def _about_it(request: str, mail: MailSaid) -> str:
    """ "Set up a meeting with the sender", with what the mail is about where nothing else is said to be the topic."""
    said = patterns()["its-sender"].sub("them", request).rstrip(" .!?")
    is_told = patterns()["mailing-topic"].search(said) or not mail.about
    return said if is_told else f"{said} about {mail.about}"


def with_mail(said: Understood, utterance: str, context: Context, language: str = "en") -> Understood:
    """A search for mail, with what it is to find."""
    if said.intent is not Intent.EMAIL_SEARCH or said.mail is not None or len(utterance) > _LONGEST:
        return said
    if said.confidence < _UNSURE and not _language(language).pieces["noun"].search(utterance):
        return said
    alone = Context(context.now, context.zone, context.locale, has_mail=context.has_mail)
    mail = _described(utterance, alone, _language(language))
    if not _language(language).pieces["single"].search(utterance):
        mail = replace(mail, is_plural=True)
    if not mail.people and not mail.is_sent:
        mail = replace(mail, people=tuple(each for each in said.people if _sends(each, _language(language))))
    return replace(said, mail=replace(mail, is_at_hand=False))


def _sends(mention: PersonMention, known: Phrasebook) -> bool:
    return mention.role is Role.REQUIRED and not known.pieces["modifier"].fullmatch(mention.text)


def _said(heard: _Heard, context: Context, understood: Reader, known: Phrasebook) -> Understood | None:
    label, parts = heard.label, heard.parts
    whole = replace(understood(heard.text, context), choice=None, shift=None, longer=None, scope="", certain=False)
    made = replace(whole, intent=label.intent, confidence=0.97, facet=label.facet)
    made = replace(made, note=_told(parts), runner_up=whole.intent)
    who = _who(parts["who"], known) if "who" in parts else ()
    if "who" in parts and not who:
        return None
    if label.intent is Intent.AMEND:
        return replace(made, people=(), subject="", when=(), time=TimeConstraint())
    if "mail" not in parts:
        mail = _without_words(heard, who, context, known)
        return replace(made, mail=mail, people=who or whole.people)
    if not _speaks_of_mail(parts["mail"], label, context, known):
        return None
    mail = _described(parts["mail"], context, known)
    if label.facet in _TIDIES and not (mail.people or mail.about or mail.is_at_hand):
        # What is not understood narrows it down all the same, so that nothing else is deleted.
        mail = replace(mail, about=_left_over(parts["mail"], context, known))
    if label.facet == "read" and mail.is_plural and not mail.is_at_hand:
        made = replace(made, facet="")
    if label.facet in _ONE and not (mail.places or mail.step or mail.is_at_hand or mail.is_plural):
        mail = replace(mail, is_newest=True)
    if label.facet == "mail":
        when = understood(f"{parts.get('head', 'book')} {parts.get('long', '')} {parts.get('rest', '')}", context)
        made = replace(made, time=when.time, online=when.online, location=when.location, room=when.room)
        who = tuple(each for each in when.people if each.kind in _INVITED)
    return replace(made, mail=mail, people=who if label.facet in _NAMES_OTHERS else whole.people)


def _without_words(heard: _Heard, who: tuple[PersonMention, ...], context: Context, known: Phrasebook) -> MailSaid:
    """Of a sentence that does not describe the mail: that of somebody, or the one at hand; of a list, all of it."""
    label, parts = heard.label, heard.parts
    if label.facet == "mark_read" and not context.has_mail:
        return MailSaid(is_unread=True, is_plural=True)
    if label.intent is Intent.EMAIL_SEARCH and not label.facet:
        return replace(_described(heard.text, context, known), is_at_hand=False, is_plural=True)
    if who and label.facet != "forward":
        about = _trimmed(parts.get("about", ""), known)
        return MailSaid(who, about, is_newest=label.facet in _ONE, is_plural=label.facet not in _ONE)
    return MailSaid(is_at_hand=True)


def _speaks_of_mail(words: str, label: Label, context: Context, known: Phrasebook) -> bool:
    pieces = known.pieces
    if (label.facet and pieces["indefinite"].match(words)) or pieces["no-mail"].search(words):
        return False
    if pieces["noun"].search(words) or "@" in words.rsplit(" from ", maxsplit=1)[-1] != words:
        return True
    return context.has_mail and _is_on_screen(words, known)


def _is_on_screen(words: str, known: Phrasebook) -> bool:
    """Whether the words speak of what is shown, without a word for mail."""
    pieces, bare = known.pieces, words.strip(" .,!?")
    if pieces["at-hand"].fullmatch(bare):
        return True
    beside = any(pieces[name].search(bare) for name in ("next", "previous"))
    if beside and len(bare.split()) <= _FEW:
        return True
    between = [word for word in pieces["place"].sub(" ", bare).split() if word.lower() not in ("and", "the", "&")]
    return bool((_places(bare, known) and len(between) < _FEW) or pieces["one-of"].search(bare))


def _described(words: str, context: Context, known: Phrasebook) -> MailSaid:
    """Which mail the words describe, whatever else stands there."""
    pieces = known.pieces
    # As long as it was, so that what is found stands where it was said.
    text = pieces["hurried-day"].sub(r"\1 ", words.strip(" .,!?"))
    times = _times(text, context)
    shown = _masked(text, times)
    at_hand = bool(pieces["at-hand"].fullmatch(shown))
    places = _places(shown, known)
    is_sent = bool(pieces["sent"].search(shown))
    files, older = pieces["files"].search(shown), pieces["older"].search(shown)
    rest = _masked(shown, [], [found.span() for found in (files, older) if found])
    people_said, spans = _people(rest, text, known, is_sent=is_sent)
    rest = _masked(rest, [], spans)
    about = _about(rest, known) or ("newsletter" if pieces["newsletter"].search(rest) and not people_said else "")
    return MailSaid(
        people=people_said,
        about=about,
        time=_when(shown, times, context, known),
        places=places,
        count=0 if places else _count(shown, known),
        step=0 if at_hand or places else 1 if pieces["next"].search(shown) else -1 if _is_before(shown, known) else 0,
        is_newest=not places and bool(pieces["newest"].search(shown)) and not _is_plural(shown, known),
        is_plural=len(places) > 1 or _is_plural(shown, known),
        is_unread=bool(pieces["unread"].search(shown)),
        is_important=bool(pieces["important"].search(shown)),
        is_sent=is_sent,
        has_files=bool(files),
        is_at_hand=at_hand,
    )


def _times(text: str, context: Context) -> list[When]:
    """The times that are said; no mail comes "weekly", which is part of a name, and a list has a first and a second."""
    found = [when for when in read(text, context).when if when.kind is not Kind.SET]
    return [
        when
        for when in found
        if when.text.strip().lower() not in _NOW and not patterns()["mailing-listed"].fullmatch(when.text)
    ]


def _when(shown: str, times: Sequence[When], context: Context, known: Phrasebook) -> TimeConstraint:
    time = gone_by(constrain(tuple(times)), times, context)
    if known.pieces["older"].search(shown) and time.slots:
        return replace(time, slots=(Slot(None, time.slots[0].start),))
    return time


def _is_before(shown: str, known: Phrasebook) -> bool:
    return bool(known.pieces["previous"].search(shown))


def _is_plural(shown: str, known: Phrasebook) -> bool:
    return bool(known.pieces["plural"].search(shown) or known.pieces["mass"].search(shown))


def _places(shown: str, known: Phrasebook) -> tuple[int, ...]:
    """Those in a list that are spoken of: "the first and the third", "1 and 3", "the first two"."""
    pieces, bare = known.pieces, shown.strip(" .,!?")
    if pieces["numbers"].fullmatch(bare):
        return tuple(int(digits) or 1 for digits in re.findall(r"\d+", bare))
    if found := pieces["first-few"].search(bare):
        return tuple(range(1, _number(found["count"]) + 1))
    return tuple(_place(placed) for placed in pieces["place"].finditer(bare))


def _count(shown: str, known: Phrasebook) -> int:
    """How many of the newest: "my last three mails"; 0 where that is not said."""
    found = known.pieces["newest-few"].search(shown)
    return _number(found["count"] or found["before"]) if found else 0


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS.get(words.lower().partition(" ")[0], 0)


def _place(placed: re.Match[str]) -> int:
    if digits := placed["digit"] or placed["bare"]:
        return int(digits) or 1
    return _PLACES[placed["word"].lower()] if placed["word"] else -1


def _people(
    shown: str, text: str, known: Phrasebook, *, is_sent: bool
) -> tuple[tuple[PersonMention, ...], list[tuple[int, int]]]:
    """Whose mail it is, or to whom it went, and where that is said."""
    names = ("to",) if is_sent else ("from", "whose", "has-written", "wrote", "with")
    for name in names:
        if found := known.pieces[name].search(shown):
            start, end = found.span("who")
            start += _leading(text[start:end], known) if name == "whose" else 0
            if who := _who(text[start:end], known):
                owns = _OWNS.match(shown, end)
                return who, [(start, owns.end() if owns else end)]
    return (), []


def _leading(words: str, known: Phrasebook) -> int:
    """How many characters of "show Dana" stand before the name."""
    first, space, rest = words.partition(" ")
    return len(first) + len(space) if rest and known.pieces["modifier"].fullmatch(first) else 0


def _who(words: str, known: Phrasebook) -> tuple[PersonMention, ...]:
    """People, or whoever else sends mail: "noreply", "the newsletter"."""
    said = words.strip(" .,'’")
    if said.lower() in _PRONOUNS:
        return (PersonMention(said.lower(), (0, len(said)), kind="pronoun"),)
    if not said or any(known.pieces[name].fullmatch(said) for name in ("nobody", "modifier")):
        return ()
    if all(known.pieces["modifier"].fullmatch(word) for word in said.split()):
        # "Do I have any unread mail" names nobody called "any unread".
        return ()
    if listed := people.only(said, (0, len(said)), Role.REQUIRED):
        return listed
    bare = re.sub(r"^(?:the|my|our|an?)\s+", "", said, flags=re.IGNORECASE)
    return (PersonMention(bare, (0, len(bare))),) if re.fullmatch(r"[\w@.'’&-]+(?: [\w.'’&-]+){0,3}", bare) else ()


def _about(rest: str, known: Phrasebook) -> str:
    """Words that it has."""
    pieces = known.pieces
    for name in ("search-for", "about"):
        for found in pieces[name].finditer(rest):
            if about := _trimmed(found["about"], known):
                return about
    if kind := pieces["kind-of"].search(rest):
        words = [word for word in kind["about"].split() if not pieces["modifier"].fullmatch(word)]
        return _trimmed(" ".join(words), known)
    return ""


def _left_over(words: str, context: Context, known: Phrasebook) -> str:
    pieces, shown = known.pieces, _masked(words, _times(words, context))
    for name in ("files", "unread", "important", "older", "sent", "place"):
        shown = pieces[name].sub(" ", shown)
    left = [word for word in re.findall(r"[^\W_]+", shown) if not pieces["modifier"].fullmatch(word)]
    return " ".join(word for word in left if not pieces["plain-noun"].fullmatch(word))


def _trimmed(words: str, known: Phrasebook) -> str:
    said, before = words.strip(" .,!?\"'“”‘’|"), ""
    while said != before:
        before, said = said, known.pieces["filler"].sub("", said).strip(" .,!?\"'“”‘’|")
    return "" if known.pieces["nobody"].fullmatch(said) or known.pieces["modifier"].fullmatch(said) else said


def _told(parts: Mapping[str, str]) -> str:
    """What an answer says, as those read it to whom it goes: "ask him when he can start" is "When can you start?"."""
    if "ask" in parts:
        return question_to_them(_note(parts["ask"]), _SOMEBODY if parts["him"].lower() != "them" else "them")
    if "thanks" in parts:
        return patterns()["and-say"].sub(_next_sentence, f"Thank you {_note(parts.get('thank', ''))}".strip())
    words = _note(parts.get("text", ""))
    him = parts.get("him", "").lower()
    if words.lower().startswith("to ") and "who" in parts:
        return to_them(words, parts["who"])
    if him and not _OF_OTHERS[him].search(words) and (_OF_THEM[him].search(words) or words.startswith("to ")):
        return to_them(words, _SOMEBODY if him != "them" else "them")
    return words


def _next_sentence(found: re.Match[str]) -> str:
    return f". {found['first'].upper()}"


_SOMEBODY: Final = "Somebody"
"""Stands for the one name of whom a pronoun means."""
_OF_THEM: Final = {
    "him": Late(r"\b(?:he|him|his|himself)\b"),
    "her": Late(r"\b(?:she|her|hers|herself)\b"),
    "them": Late(r"\b(?:they|them|their|theirs)\b"),
}
_OF_OTHERS: Final = {
    "him": _OF_THEM["her"],
    "her": _OF_THEM["him"],
    "them": Late(r"(?!)"),
}
"""Words that speak of somebody else than the one who is written to."""


def _note(words: str) -> str:
    return re.sub(r"[\s,]+(?:please|pls|plz)$", "", words.strip(' "“”'), flags=re.IGNORECASE).strip(' "“”')


def _masked(text: str, times: Sequence[When], spans: Sequence[tuple[int, int]] = ()) -> str:
    letters = list(text)
    for start, end in (*(when.span for when in times), *spans):
        letters[start:end] = "|" * (end - start)
    return "".join(letters)
