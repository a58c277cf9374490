"""Answers to several invitations in one message, each for itself: "yes to the retro, the audit is a no from me".

A message is cut into clauses. Each either answers something, by a word before or behind what it is called, or tells the
organizer something, or is only a title, whose answer follows, or an aside, which is sent to nobody. The clauses that
answer are a language's data: `languages/<language>.replies.txt`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.phrasebook import Phrasebook, phrasebook
from dialogs.understand.understood import Intent, Understood

APIECE: Final = "apiece"
"""The facet of a message that answers several: each of `others` has its own intent, the first one among them."""
_LONGEST: Final = 400
"""Characters. What is longer tells a story."""
_MOST: Final = 24
"""Clauses. What has more is no answer."""
_RANK: Final = {"that": 0, "bare": 1, "to": 2, "of": 3, "soft": 4}
"""Which of several readings of a clause is taken: the one that needs no title first."""
_FOREIGN: Final = 0.95
"""Confidence from which one clause is none of ours, whatever it ends in."""
_ANSWERS: Final = frozenset((Intent.ACCEPT, Intent.TENTATIVE, Intent.DECLINE))
_OPEN: Final = _ANSWERS | {Intent.OUT_OF_SCOPE, Intent.SMALLTALK, Intent.YES, Intent.NO, Intent.CANCEL_DIALOG}
"""What a single answer may be read as where its title stands first; what else it is read as is meant."""

Reader = Callable[[str, Context], Understood]


@dataclass(frozen=True)
class _Clause:
    """Words between two joints.

    `facet` is "" where they answer nothing, "why" where they give a reason; `joint` is what stands before them.
    """

    text: str
    joint: str = ""
    intent: Intent | None = None
    facet: str = ""
    x: str = ""


@dataclass
class _Reply:
    """One answer, to what is called `x`; the same as that of another where both are spoken of as one."""

    intent: Intent
    x: str
    facet: str
    note: str = ""
    words: str = ""
    instead: str = ""
    """Another time that is proposed for it, in the words that were said."""
    may_be_why: bool = False
    """It may as well only tell why something else is answered so: "decline the retro, I'll be at the dentist's"."""


@dataclass
class _Heard:
    """What was heard so far."""

    replies: list[_Reply] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    named: str = ""
    """What was named last, answered or not: "that one"."""
    title: str = ""
    """A clause that may be what the next one answers."""
    of_that: _Reply | None = None
    """An answer before anything is named, which is to what is on the screen."""
    noting: _Reply | None = None
    """The reply to which a note is being told."""


def apiece(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The answers of which a message is made; None where it is not made of answers, or answers plainly.

    `understood` reads an utterance as it would be without this.
    """
    if context.question is not None or len(utterance) > _LONGEST or not patterns()["may-reply"].search(utterance):
        return None
    clauses = list(_clauses(utterance))
    if not clauses or len(clauses) > _MOST:
        return None
    heard = _heard(clauses)
    if heard is None:
        return None
    replies = [each for each in heard.replies if not _is_time_alone(each, context, understood)]
    if replies and all(each.facet == "soft" for each in replies) and len({each.intent for each in replies}) < 2:
        # "The retro is fine" alone may be said of anything.
        return None
    then = _request(heard, context, understood)
    if len(replies) < 2:
        return _of_that(utterance, heard, context, understood) or _alone(utterance, replies, then, context, understood)
    if moved := [each for each in replies if each.instead]:
        # Another time is proposed on a card of its own, once the rest is answered.
        then = f"{moved[0].words} but {moved[0].instead}"
        replies = [each for each in replies if each is not moved[0]]
    if _is_plain(replies, clauses) and understood(utterance, context).then:
        # "Accept the retro and decline the audit" is done one after the other.
        return None
    parts = tuple(_read(each, context, understood) for each in replies)
    return Understood(parts[0].intent, 1.0, facet=APIECE, others=parts, certain=True, then=then)


def _of_that(utterance: str, heard: _Heard, context: Context, understood: Reader) -> Understood | None:
    """ "Say no and tell her I'm away", of the invitation that is shown."""
    if heard.replies or heard.of_that is None or not heard.of_that.note:
        return None
    is_told = understood(utterance, context).intent in _ANSWERS
    return None if is_told else Understood(heard.of_that.intent, 1.0, note=heard.of_that.note)


def _alone(
    utterance: str, replies: Sequence[_Reply], then: str, context: Context, understood: Reader
) -> Understood | None:
    """One answer: behind its title, to all but one, or with another time, none of which is read elsewhere."""
    if not replies:
        return None
    reply, plainly = replies[0], understood(utterance, context)
    said = _read(reply, context, understood)
    if reply.instead:
        is_known = plainly.intent is Intent.PROPOSE and plainly.event is not None
        return None if is_known else _proposal(utterance, reply, said, context, understood)
    if said.spared and reply.facet == "to" and not plainly.spared:
        return replace(said, then=then)
    is_told = plainly.intent in _ANSWERS and plainly.subject == said.subject
    if plainly.intent is Intent.OUT_OF_SCOPE and plainly.confidence >= _FOREIGN:
        # "My card got declined" answers nobody.
        return None
    if reply.facet != "of" or is_told or plainly.intent not in _OPEN or not said.subject:
        return None
    return replace(said, then=then)


def _proposal(
    utterance: str, reply: _Reply, event: Understood, context: Context, understood: Reader
) -> Understood | None:
    """ "Can't do the audit at 10, see if Hassan will do 2 that day": a time that is said on its own."""
    words = patterns()
    found = words["proposes-besides"].fullmatch(reply.instead)
    if found is None:
        return None
    said = understood(f"move it to {words['same-day'].sub('', found['time']).strip()}", context.alone)
    timed = said.time.exact or said.time.slots or said.shift
    if said.intent is not Intent.RESCHEDULE or not timed or said.people:
        return None
    # Who only asks whether another hour would do has not refused yet, unless they say so.
    asks = words["asks-whether"].match(reply.instead) and not words["says-decline"].search(utterance)
    facet = "decline" if reply.intent is Intent.DECLINE and not asks else ""
    return replace(said, intent=Intent.PROPOSE, facet=facet, event=event, certain=False, subject="")


def _is_plain(replies: Sequence[_Reply], clauses: Sequence[_Clause]) -> bool:
    """Whether there are but two, both with the answer first, and nothing besides."""
    are_single = all(each.facet == "to" and not each.note and " and " not in each.x for each in replies)
    return len(replies) == 2 == len(clauses) and are_single


def _request(heard: _Heard, context: Context, understood: Reader) -> str:
    """What is asked for besides the answers, in its own words."""
    words = patterns()
    for aside in heard.asides:
        if words["next-request"].match(f", {aside}") or words["next-alteration"].match(f", {aside}"):
            said = understood(aside, context.alone)
            if said.intent not in (Intent.OUT_OF_SCOPE, Intent.SMALLTALK):
                return aside
    return ""


def _heard(clauses: Sequence[_Clause]) -> _Heard | None:
    """What the clauses say one after the other; None where an answer is to nobody knows what."""
    heard = _Heard()
    for clause in clauses:
        if clause.intent and clause.facet in ("to", "of", "soft"):
            x = _together(clause, heard)
            _settle(heard)
            may_be_why = _may_be_why(clause, heard)
            heard.replies.append(_Reply(clause.intent, x, clause.facet, words=clause.text, may_be_why=may_be_why))
            heard.named, heard.noting = _spared(x) or x, None
        elif clause.facet == "why":
            _settle(heard)
            heard.asides.append(clause.text)
        elif clause.intent and clause.facet:
            if not _answers_before(clause, clause.intent, heard):
                return None
        elif told := patterns()["tells-organizer"].fullmatch(clause.text):
            _settle(heard)
            heard.noting = heard.replies[-1] if heard.replies else heard.of_that
            if heard.noting is None:
                return None
            why = patterns()["why-alone"].fullmatch(told["note"])
            heard.noting.note = (heard.asides.pop() if heard.asides else "") if why else told["note"].strip(" .\"'“”")
        elif heard.replies and patterns()["proposes-besides"].fullmatch(clause.text):
            _settle(heard)
            heard.replies[-1].instead = clause.text
        elif heard.noting is not None:
            heard.noting.note += f"{clause.joint}{clause.text}"
        elif heard.replies and _goes_on(clause, heard):
            heard.replies[-1].x += f" and {clause.text}"
        else:
            _settle(heard)
            heard.title = clause.text
    _settle(heard)
    return heard


def _may_be_why(clause: _Clause, heard: _Heard) -> bool:
    """Whether a sentence of the speaker's own may not answer, but explain the answer before it."""
    if not heard.replies or clause.facet != "to" or not patterns()["own-sentence"].match(clause.text):
        return False
    return clause.intent is not Intent.DECLINE or heard.replies[-1].intent is Intent.DECLINE


def _together(clause: _Clause, heard: _Heard) -> str:
    """ "The retro, the audit and the review are all a no": those before it as well."""
    if clause.facet == "to" or not patterns()["these-all"].search(clause.text):
        return clause.x
    listed = [*heard.asides, heard.title] if heard.title else []
    if listed:
        heard.asides, heard.title = [], ""
    return " and ".join([*listed, clause.x])


def _answers_before(clause: _Clause, intent: Intent, heard: _Heard) -> bool:
    """An answer without a title, to what stands before it: "…: no", "that one's a maybe"."""
    if title := _titled(clause, heard):
        heard.replies.append(_Reply(intent, title, "of", words=f"{heard.title} {clause.text}"))
        heard.named, heard.title, heard.noting = title, "", None
        return True
    last = heard.replies[-1] if heard.replies else None
    if last is None:
        # "No, decline the retro": the first word answers nothing yet.
        heard.of_that = _Reply(intent, "", clause.facet)
        return clause.facet == "bare"
    if clause.facet == "that" and heard.named != last.x and _spared(last.x) == heard.named:
        heard.replies.append(_Reply(intent, heard.named, "of", words=clause.text))
    elif last.intent is not intent:
        if clause.facet == "bare":
            return False
        last.intent = intent
    heard.noting = None
    return True


def _titled(clause: _Clause, heard: _Heard) -> str:
    """The title that stands right before its answer; "on leave then. decline it" has none."""
    words = patterns()
    ends = any(mark in clause.joint for mark in ".!;") and heard.replies
    leads = words["only-leads"].fullmatch(heard.title) or words["only-why"].match(heard.title)
    if ends or leads or words["no-title"].match(heard.title):
        return ""
    return _title(words["title-behind"].sub("", heard.title))


def _settle(heard: _Heard) -> None:
    """A title that nothing has answered was an aside."""
    if heard.title:
        heard.asides.append(heard.title)
        heard.title = ""


def _goes_on(clause: _Clause, heard: _Heard) -> bool:
    """Whether a clause only names one more: "accept the retro, the audit and …"."""
    is_list = clause.joint.strip() in (",", ", and") and heard.replies[-1].facet == "to" and not heard.title
    return is_list and patterns()["one-more"].fullmatch(clause.text) is not None


def _spared(x: str) -> str:
    """What is excepted of all: "all of them except the audit"."""
    found = patterns()["all-except"].fullmatch(x)
    return _title(found["spared"] or "") if found else ""


def _title(words: str) -> str:
    """What is called so, without what leads to it: "for the audit"."""
    return patterns()["title-lead"].sub("", words).strip(" ,.;:–—-")


def _is_time_alone(reply: _Reply, context: Context, understood: Reader) -> bool:
    """ "I can't do mornings", "I can do 3": no meeting is named, but a time."""
    if patterns()["all-except"].fullmatch(reply.x) or reply.facet == "of":
        return False
    said = understood(f"accept {reply.x}", context.alone)
    return bool(said.when) and not (said.subject or said.people or said.choice)


def _read(reply: _Reply, context: Context, understood: Reader) -> Understood:
    """One answer, by itself."""
    all_of = patterns()["all-except"].fullmatch(reply.x)
    said = replace(_described(all_of["all"] if all_of else reply.x, context, understood), when=())
    if all_of is None:
        guess = reply.may_be_why
        return replace(said, intent=reply.intent, note=reply.note, is_guessed=guess, certain=not guess)
    is_rest = bool(patterns()["the-rest"].fullmatch(all_of["all"]))
    spared = _described(_title(all_of["spared"]), context, understood) if all_of["spared"] else None
    said = Understood(reply.intent, 1.0) if is_rest else replace(said, intent=reply.intent)
    return replace(said, scope="all", spared=spared, note=reply.note, certain=True)


def _described(x: str, context: Context, understood: Reader) -> Understood:
    """The event that is called so, or those that are."""
    said = understood(f"accept {x}", context.alone)
    tells = said.subject or said.people or said.time.exact or said.time.slots or said.choice or said.scope == "all"
    if said.intent is Intent.ACCEPT and tells:
        return replace(said, then="", note="")
    return Understood(Intent.ACCEPT, 1.0, subject=patterns()["title-lead"].sub("", x))


@cache
def _book(language: str = "en") -> Phrasebook:
    return phrasebook(f"{language}.replies.txt", flags=re.IGNORECASE)


def _clauses(utterance: str) -> Iterator[_Clause]:
    """The clauses of a message, in order. A colon or an "and" parts two only where an answer stands beside it."""
    words = patterns()
    at, joint = 0, ""
    text = utterance.strip()
    for found in (*words["reply-joint"].finditer(text), None):
        end = found.start() if found else len(text)
        if found and found[0].strip() == ":" and not _answer(text[found.end() :].split(",")[0].split(".")[0]):
            continue
        if text[at:end].strip():
            yield from _soft(text[at:end], joint)
        if found:
            at, joint = found.end(), found[0]


def _soft(text: str, joint: str) -> Iterator[_Clause]:
    """A clause, or two that "and" joins where the second one answers, or tells something."""
    words = patterns()
    text = words["all-good"].sub("yes to all ", text)
    for found in words["reply-and"].finditer(text):
        left, right = text[: found.start()].strip(), text[found.end() :].strip()
        behind = _answer(right)
        if behind and behind.facet == "soft" and not _answer(left):
            continue
        if left and (behind or any(words[name].fullmatch(right) for name in ("tells-organizer", "proposes-besides"))):
            yield from _soft(left, joint)
            yield from _soft(right, found[0])
            return
    if (why := words["reply-reason"].search(text)) and text[: why.start()].strip():
        yield from _soft(text[: why.start()], joint)
        yield _Clause(text[why.end() :].strip(), why[0], facet="why")
        return
    yield replace(_answer(text) or _Clause(words["reply-fillers"].sub("", text).strip()), joint=joint)


def _answer(text: str) -> _Clause | None:
    """The answer that a clause gives; None where it gives none."""
    words = patterns()
    bare = words["reply-fillers"].sub("", text).strip()
    bare = words["reply-tails"].sub("", bare).strip()
    if not bare:
        return None
    likely = sorted(_book().worth_a_try(bare), key=lambda each: _RANK[each.label.facet])
    for label, pattern in likely:
        if (found := pattern.fullmatch(bare)) is None:
            continue
        x = _title(found["x"] or "") if label.facet in ("to", "of", "soft") else ""
        if x and words["spoken-one"].fullmatch(x):
            return _Clause(bare, "", label.intent, "that")
        if x and words["no-title"].match(x):
            continue
        if label.facet in ("bare", "that") or x:
            return _Clause(bare, "", label.intent, label.facet, x)
    return None
