"""What is called off with its reason, and a word to those who come: "no huddle tomorrow, half the team is away".

What is told besides is neither a title nor another event, and others read only what is meant for them: what they are to
be told, or the reason where they are to know why.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots.addressed import as_sentence, to_them
from dialogs.understand.understood import Intent, Kind, Understood
from dialogs.understand.when.constraint import constrain
from dialogs.understand.when.reading import read

_LONGEST: Final = 400
"""Characters. What is longer tells a story."""
_MOST: Final = 8
"""Clauses."""

Reader = Callable[[str, Context], Understood]


@dataclass(frozen=True)
class _Clause:
    text: str
    joint: str
    """What stands before it: a comma, the end of a sentence, "because"."""

    @property
    def begins(self) -> bool:
        """Whether a sentence begins with it."""
        return not self.joint or any(sign in self.joint for sign in ".!?;\n()") or " -" in self.joint


@dataclass
class _Hearing:
    """What the clauses say, heard one after the other."""

    calls_off: Callable[[str], bool]
    request: str = ""
    told: str | None = None
    """What others are to be told; None: nobody is. Empty: why."""
    whom: str = ""
    sorry: str = ""
    """How it is begun where somebody is to be asked for pardon."""
    leads: str = ""
    """The reason right before what is called off."""
    only_one: bool = False
    """Whether the one that is no more is called off once more: "no retro today, cancel just today's"."""
    _reasons: list[tuple[int, str]] = field(default_factory=list)
    """With the sentence that each is in."""
    _gone: str = ""
    """What was told to be no more, before it was called off."""
    _sentence: int = 0
    _requested: int = 0
    _last: str = ""

    def hears(self, clause: _Clause) -> bool:
        """Whether it is any of what belongs to a cancellation."""
        self._sentence += clause.begins
        ways = (
            self._message,
            self._idle,
            self._extent,
            self._of_that,
            self._reason,
            self._request_itself,
            self._addition,
        )
        return any(way(clause) for way in ways)

    @property
    def tells_more(self) -> bool:
        """Whether something is called off, and told of besides."""
        more = self.told is not None or self._reasons or self._gone or self.only_one
        return bool(self.request and more)

    @property
    def reasons(self) -> Sequence[str]:
        """Those of the sentence that is nearest to what is called off."""
        nearest = [at for at, _ in self._reasons if at <= self._requested] or [at for at, _ in self._reasons]
        return [text for at, text in self._reasons if at == max(nearest, default=0)]

    def _message(self, clause: _Clause) -> bool:
        told = patterns()["tells-them"].fullmatch(clause.text)
        if told and self.told is None:
            self.told = told["text"] or told["say"] or ""
            self.whom = told["whom"] or told["those"] or ""
            self.sorry = f"Sorry {told['excuse']}" if told["excuse"] else "Sorry" if told["sorry"] else ""
            self._last = "message"
            return True
        if told or not self.told or self._last != "message" or self._asks(clause.text):
            return False
        # "Tell them sorry, we'll do it next week"
        self.told += f"{clause.joint.rstrip() or ','} {clause.text}"
        return True

    def _idle(self, clause: _Clause) -> bool:
        return bool(patterns()["idle-clause"].fullmatch(clause.text))

    def _extent(self, clause: _Clause) -> bool:
        """ "Just today's", "cancel only this one", also behind why."""
        words = patterns()
        again = words["cancels-just"].fullmatch(clause.text)
        if not self.request or not (again or words["just-this"].fullmatch(clause.text)):
            return False
        if not (again and words["names-day"].search(self.request)):
            self.request += f", just {again['this']}" if again else f", {clause.text}"
        self.only_one |= again is not None
        return True

    def _of_that(self, clause: _Clause) -> bool:
        """ "Cancel it", "take the whole series off": what was spoken of before."""
        if not patterns()["of-that"].fullmatch(clause.text):
            return False
        if not self.request:
            gone = next(((each, named) for each in reversed(self._reasons) if (named := _no_more(each[1]))), None)
            if gone:
                self._reasons.remove(gone[0])
                self._gone = gone[1]
            self.request, self.leads = f"cancel {gone[1] if gone else 'it'}", ""
        whole = patterns()["whole-series"].search(clause.text)
        self.request += ", the whole series" if whole else ""
        self._last, self._requested = "request", self._sentence
        return True

    def _reason(self, clause: _Clause) -> bool:
        states = patterns()["states"].search(clause.text) or patterns()["because"].search(clause.joint)
        if not states or self._asks(clause.text):
            return False
        self._reasons.append((self._sentence, clause.text))
        self.leads = self.leads if self.request else clause.text
        self._last = "reason"
        return True

    def _request_itself(self, clause: _Clause) -> bool:
        text = patterns()["sorry-behind"].sub("", clause.text)
        if self.request or not self.calls_off(text):
            return False
        self.request = text
        self._last, self._requested = "request", self._sentence
        return True

    def _addition(self, clause: _Clause) -> bool:
        """ "…, just this one", "…, the whole series": a part of the request."""
        if self._last != "request" or clause.begins:
            return False
        self.request += f"{clause.joint.rstrip()} {clause.text}"
        return True

    def _asks(self, text: str) -> bool:
        words = patterns()
        may_call_off = words["called-off-word"].search(text)
        asks = words["asks-for"].match(text) and not words["tells-of-us"].match(text)
        return bool(asks) or bool(may_call_off and self.calls_off(text))


def called_off(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The cancellation, with what is meant for others as its note; None where nothing is told besides."""
    words = patterns()
    if len(utterance) > _LONGEST or not words["called-off-word"].search(utterance):
        return None
    if context.question and not words["calls-that-off"].match(utterance):
        return None
    clauses = _clauses(utterance)
    if not 1 < len(clauses) <= _MOST or words["conditional"].search(utterance):
        return None
    parts = _Hearing(lambda text: _calls_off(understood(text, context)))
    if not all(parts.hears(clause) for clause in clauses) or not parts.tells_more:
        return None
    if len(parts.request) >= len(utterance):
        return None
    speaks_of_it = words["of-that"].fullmatch(parts.request)
    if speaks_of_it and words["had-enough"].match(utterance):
        # "That's all, cancel it" ends the conversation.
        return None
    if words["our-pair"].search(parts.request) or (words["pronoun-first"].match(parts.request) and not speaks_of_it):
        # "Tom is away, cancel our 1:1" is the one with him.
        return None
    if speaks_of_it and context.question and parts.told is None:
        # Where times are offered, it gives them up.
        return understood(parts.request, context) if context.question.kind == "choice" else None
    said = understood(parts.request, replace(context, question=None))
    is_told = said.subject or said.people or said.time.exact or said.facet == "at_hand" or context.is_about_event
    if not _calls_off(said) or not is_told:
        # Who clears a day means what is in it.
        return None
    said = replace(said, scope="this") if parts.only_one else said
    return replace(_on_that_day(said, parts, context), note=_note(parts))


def _note(parts: _Hearing) -> str:
    """What others read; nothing of what they were not to be told."""
    if parts.told is None:
        return ""
    if parts.told:
        return to_them(parts.told, parts.whom)
    return as_sentence(", ".join((parts.sorry, *parts.reasons) if parts.sorry else parts.reasons))


def _on_that_day(said: Understood, parts: _Hearing, context: Context) -> Understood:
    """ "I'm away on Thursday, cancel the stand-up": Thursday's."""
    if said.when or not parts.leads or not patterns()["absence"].search(parts.leads):
        return said
    days = [when for when in read(parts.leads, context).when if when.start]
    if len(days) != 1 or days[0].kind is not Kind.DATE or patterns()["not-that-day"].search(parts.leads):
        return said
    return replace(said, when=tuple(days), time=constrain(tuple(days)))


def _calls_off(said: Understood) -> bool:
    return said.intent is Intent.CANCEL and not said.then


def _clauses(utterance: str) -> Sequence[_Clause]:
    """The clauses, each with what joins it to the one before it; what adds to a clause stays a part of it."""
    words = patterns()
    found: list[_Clause] = []
    at, joint = 0, ""
    for between in words["clause-joint"].finditer(utterance):
        if text := utterance[at : between.start()].strip():
            found.append(_Clause(text, joint))
        at, joint = between.end(), between[0]
    if text := utterance[at:].strip(" .!?"):
        found.append(_Clause(text, joint))
    return found


def _no_more(text: str) -> str:
    """The event of which it is told that it is no more, or not needed: "the working group is done for good"."""
    found = patterns()["no-more"].fullmatch(text)
    return found["event"] if found else ""
