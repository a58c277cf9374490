"""A word to those who come to somebody else's event: "tell Mia's 2pm she's 10 late", "nudge whoever is silent".

It is read as its owner would ask for it. Pure.
"""

import re
from typing import Final

from dialogs.understand.behalf.owners import LED, Behalf, name_end, name_start, tidy
from dialogs.understand.lexicon.patterns import patterns

_OWNS: Final = re.compile(r"(?:['’]s|(?<=s)['’]) (?=\w)")
_THEY: Final = r"(?:everyone|everybody|anyone|people|folks|all|those|them|whoever|the (?:\w+ )?\w+)"
_COMING: Final = (
    rf"{_THEY}(?: who(?:['’]s| is| are| has| have)?)?(?: \w+(?:['’]t)?){{0,3}}? (?:in|at|of|on|for|to|attending"
    r"|answered|accepted|rsvp['’]?d)"
)
_TELLS: Final = r"(?:tell|let|message|e-?mail|mail|write to|inform|notify|warn|ping|text)"
_LEADS: Final = re.compile(
    rf"\b(?:(?:nudge|chase|remind|ping|poke|prod)(?: up)? {_COMING}|{_TELLS} (?:a note to )?{_COMING}|{_TELLS}"
    r"|(?:forward|fwd|pass on|pass along|send on)(?: (?:the|an) (?:invite|invitation) (?:for|to|of))?"
    r"|who(?:['’]s| is| has| hasn['’]t| have| are)?(?: \w+){0,2} (?:in|at|to|for|on|accepted|declined|answered"
    r"|joining|attending)) $",
    re.IGNORECASE,
)
"""What stands before the name of whose event it is."""
_EVENT: Final = r"(?P<event>[^,;.!?]{2,60}?)"
_LATE: Final = (
    r"(?:running |going to be )?(?:(?:about|around|roughly) )?(?P<amount>\d[\w -]{0,12}?|an? \w+|half an hour)? ?late"
)
_IS: Final = r"(?:['’]s| is|['’]re| are|['’]ll be| will be)"
_LATE_FOR: Final = re.compile(
    rf"{_IS} {_LATE} (?:for|to) (?:her|his|their) {_EVENT}"
    r"(?:[\s,;.–-]+(?:(?:so|and|can you|could you|please|pls) )*"
    r"(?:(?:let|tell|warn|inform|notify) (?:them|everyone|everybody|people|all|the \w+)(?: know)?)(?: please)?)?"
    r"[\s.!]*",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(
    rf"{_EVENT} (?:know )?(?:that )?(?P<text>(?:she|he|they|it|we|there)(?:['’]\w+)?\s.{{3,200}})", re.IGNORECASE
)
_OF_THEM: Final = re.compile(r"^(?:she|he|they)(?P<is>['’](?:s|re))?(?= )", re.IGNORECASE)
_TOLD_LATE: Final = re.compile(
    rf"{_EVENT} (?:know )?(?:that )?(?:she|he|they|[^\W\d_]+){_IS} {_LATE}[\s.!]*", re.IGNORECASE
)
_BARE: Final = re.compile(r"\d+")


def late_for_theirs(utterance: str) -> Behalf | None:
    """ "Mia's running 10 minutes late for her review, let them know" """
    led = LED.match(utterance)
    end = name_end(utterance, led.end()) if led else 0
    late = _LATE_FOR.fullmatch(utterance, end) if end else None
    if led is None or late is None:
        return None
    return Behalf(utterance[led.end() : end], _late(late), sure=False, of_event=True)


def to_theirs(utterance: str) -> Behalf | None:
    """ "Remind everyone who hasn't answered Mia's review", "forward Mia's review", "tell Mia's 2pm she's late" """
    for owns in _OWNS.finditer(utterance):
        start = name_start(utterance, owns.start() + (0 if owns[0][0] in "'’" else 1))
        if start < 0 or not (led := _LEADS.search(utterance[:start])):
            continue
        name, behind = utterance[start : owns.start()], utterance[owns.end() :]
        if late := _TOLD_LATE.fullmatch(behind):
            return Behalf(name, _late(late), sure=False, of_event=True)
        if re.fullmatch(rf"{_TELLS} ", led[0], re.IGNORECASE) and (told := _TOLD.fullmatch(behind)):
            text = told["text"]
            if they := _OF_THEM.match(text):
                text = f"{name}{' is' if they['is'] else ''}{text[they.end() :]}"
            rest = f"{utterance[: led.start()]}tell everyone in my {told['event']} that {text}"
            return Behalf(name, tidy(rest), sure=False, of_event=True)
        if patterns()["of-oneself"].search(behind):
            # "Tell everyone in Mia's review I'm late" is said by one of those who come.
            return None
        if re.fullmatch(rf"{_TELLS} ", led[0], re.IGNORECASE) and not re.match(r"\d", behind):
            # "Tell Mia's boss that …" is told to somebody of hers.
            return None
        return Behalf(name, tidy(f"{utterance[:start]} my {behind}"), sure=False, of_event=True)
    return None


def _late(found: re.Match[str]) -> str:
    amount = (found["amount"] or "").strip()
    amount = f"{amount} minutes" if _BARE.fullmatch(amount) else amount
    return tidy(f"tell everyone in my {found['event']} that I'm {f'{amount} ' if amount else ''}late")
