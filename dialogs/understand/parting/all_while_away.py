"""All that is in the days on which somebody is away, declined or cancelled: "out Thursday and Friday, decline it all".

The days may be told first, behind, or with the out of office that is to be set up as well, which waits until the first
is done. Whoever organizes reads that one is away, or what they are to be told.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots.addressed import as_sentence
from dialogs.understand.understood import Intent, Understood
from dialogs.understand.when.reading import read

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_CALLED_OFF: Final = frozenset((Intent.CANCEL, Intent.DECLINE))

Reader = Callable[[str, Context], Understood]


@dataclass
class _Heard:
    """What the clauses say."""

    act: str = ""
    away: str = ""
    told: str = ""
    sorry: bool = False
    replies: bool = False
    blocks: bool = False

    def hears(self, clause: str) -> bool:
        """Whether the clause is any of what belongs to it."""
        words = patterns()
        if found := words["all-away"].fullmatch(clause):
            is_first, self.act = not self.act, self.act or found["act"]
            return is_first
        if found := words["away-set-up"].fullmatch(clause):
            self.replies, self.blocks = self.replies or not found["blocks"], self.blocks or bool(found["blocks"])
            return True
        if (found := words["away-tells"].fullmatch(clause)) and not self.told:
            self.told, self.sorry = found["text"] or "", self.sorry or bool(found["sorry"])
            return True
        if words["away-clause"].fullmatch(clause):
            self.away = self.away or clause
            return True
        return bool(words["idle-clause"].fullmatch(clause))

    @property
    def note(self) -> str:
        """What whoever organizes reads."""
        if self.told or not self.away:
            return self.told or ("My apologies." if self.sorry else "")
        away = patterns()["away-lead"].sub("", self.away)
        if not self.sorry:
            return as_sentence(away)
        return f"My apologies, {away if patterns()['away-self'].match(away) else f'I am {away.lower()}'}"

    def setting_up(self, then: str) -> str:
        """The request that sets up the absence; "" where none is wished."""
        if not (self.replies or self.blocks):
            return ""
        if self.replies and not self.blocks:
            return f"set my out of office for {then}"
        return f"I'm away {then}" if self.replies else f"I'm away {then}, no automatic reply"


def all_while_away(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The answers or cancellations, the absence behind them; None where the message says anything else."""
    words = patterns()
    if len(utterance) > _LONGEST or not words["all-away-word"].search(utterance):
        return None
    clauses = _clauses(utterance.strip())
    heard = _Heard()
    if len(clauses) < 2 or not all(heard.hears(each) for each in clauses) or not heard.act:
        return None
    # "Not in on Thursday" is on Thursday.
    then = _days([words["away-not"].sub("off", each) for each in clauses], context)
    if not then or not (heard.away or heard.replies or heard.blocks):
        return None
    # "Not in on Thursday or Friday" is on neither.
    then = words["away-or"].sub(" and ", then)
    then = f"for {then}" if then.lower().startswith("the ") else then
    said = understood(f"{heard.act} everything {then}", replace(context, question=None))
    if said.intent not in _CALLED_OFF or said.scope != "all":
        return None
    return replace(said, note=heard.note, then=heard.setting_up(then.removeprefix("on ")))


def _clauses(utterance: str) -> Sequence[str]:
    """The clauses, cut where one begins that may be any of them."""
    return [each for each in patterns()["away-clauses"].split(utterance) if each]


def _days(clauses: Sequence[str], context: Context) -> str:
    """The words for the only days that are said, with the hours; "" where there are none, or others."""
    found = [when for clause in clauses for when in read(clause, context).when if when.start or when.end]
    days, hours = ([when.text.strip(" ,") for when in found if when.dayless is dayless] for dayless in (False, True))
    named = " ".join(dict.fromkeys(days))
    told = [each for clause in clauses if (each := _named(clause, context))]
    is_one = len({each.lower().removeprefix("on ").removeprefix("for ") for each in told}) == 1
    return " ".join((named if len(told) == 1 else told[0], *hours[:1])) if is_one and len(hours) <= 1 else ""


def _named(clause: str, context: Context) -> str:
    """The days that a clause names."""
    when = read(clause, context).when
    return " ".join(dict.fromkeys(each.text.strip(" ,") for each in when if each.start and not each.dayless))
