"""What a request takes from the sentence beside it, put where it is looked for.

"I accepted the review on Friday, but I can't come. Please decline that one" is about the review on Friday, and
"I have a flight at 5 on Friday, 30 minutes with Ana before that" ends at 5. What is told besides names nothing more.
Nothing is read so while something is open. Pure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.when.constraint import constrain
from dialogs.understand.when.reading import read
from dialogs.understand.wording import companions

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_MOST: Final = 6
"""Places where what is told may end."""
_MARKS: Final = frozenset(".!;,–—-\n")
"""One of which stands between what is told and what is asked for, where no "so" or "and" does."""
_DAY: Final = timedelta(days=1)
_A_WHILE: Final = timedelta(hours=1)
"""What is told to begin at a time takes that long, where nobody says how long."""


@dataclass(frozen=True)
class _Parted:
    """What is told, and the request behind it."""

    fact: str
    joint: str
    request: str


@dataclass(frozen=True)
class _Stretch:
    """The time of which is told: a day, hours, or only where something begins; `text` are its words."""

    text: str
    start: datetime | None
    end: datetime | None

    @property
    def day(self) -> datetime | None:
        """The one day in which it lies."""
        last = self.end - timedelta(microseconds=1) if self.end else self.start
        first = self.start or last
        return first if first and last and first.date() == last.date() else None


def plainly(utterance: str, context: Context) -> str:
    """The same with what the request takes from beside it; `utterance` itself where it takes nothing."""
    if context.question or len(utterance) > _LONGEST:
        return utterance
    for put in (_corrected, _reported, _refused, _broken_then, _put_down, companions.plainly, _of_pair):
        utterance = put(utterance)
    utterance = _booked_alone(_away_alone(utterance, context), context)
    for parted in _parts(utterance):
        for way in (_of_event, _told_that, _away_then, _at_that_time):
            if said := way(parted, context):
                return said
    return utterance


def _parts(utterance: str) -> Iterator[_Parted]:
    """Where something is told, and then asked for."""
    low = utterance.lower()
    if not _MARKS & set(low) and " so " not in low and " and " not in low:
        return
    words = patterns()
    for joint in list(words["told-joint"].finditer(utterance))[:_MOST]:
        fact, request = utterance[: joint.start()].strip(), utterance[joint.end() :].strip()
        if words["asks-then"].match(request) and not words["asks-first"].match(fact):
            yield _Parted(fact, joint[0], request)


def _corrected(utterance: str) -> str:
    """ "Book Ana and Tom at 10. Sorry, not Tom, Rui": what was said first is what is said last."""
    words = patterns()
    utterance = words["dash-repair"].sub(r"\g<lead>\g<in>", utterance)
    for name in ("slip-not", "slip-instead"):
        for found in words[name].finditer(utterance):
            before, behind = utterance[: found.start()], utterance[found.end() :]
            slips = list(re.finditer(rf"(?<!\w){re.escape(found['out'])}(?!\w)", before, re.IGNORECASE))
            if slips:
                start, end = slips[-1].span()
                return f"{before[:start]}{found['in']}{before[end:].rstrip(' ,;–-')}{found['end']}{behind}".strip()
    return utterance


def _reported(utterance: str) -> str:
    """ "She says cancel her review" is asked by her; "Tom wants to know if he's free at 3" asks whether Tom is.

    "Did Tom invite me? If so accept it" accepts what he has sent, if anything.
    """
    words = patterns()
    if wanted := words["nothing-but"].fullmatch(utterance):
        utterance = wanted["request"]
    if invited := words["if-invited"].fullmatch(utterance):
        verb = "accept" if invited["yes"] else "decline" if invited["no"] else "tentatively accept"
        return f"{verb} the invitation from {invited['sender'] or invited['from']}{invited['of'] or ''}"
    if asked := words["wants-to-know"].fullmatch(utterance):
        return f"{'am I' if asked['me'] else 'is ' + asked['who']} {asked['rest']}"
    if asked := words["invited-by"].fullmatch(utterance):
        return f"any invitations from {asked['sender']}{asked['of'] or ''}?"
    utterance = words["cannot-make"].sub(lambda found: f"{found['lead']}the ", utterance)
    return words["says-do"].sub(lambda found: f"{found['who']} asked me to ", utterance)


def _put_down(utterance: str) -> str:
    """ "Put Ana and me down for Friday at 3": time with her, and "put the two of us down" is time for us."""
    found = patterns()["put-down"].fullmatch(utterance)
    if found is None:
        return utterance
    names = patterns()["put-down-me"].sub("", found["who"]).strip(" ,")
    if " us" in f" {found['who']}".lower():
        return f"{found['lead']}book us time {found['rest']}"
    return f"{found['lead']}book time with {names} {found['rest']}" if names else utterance


def _of_pair(utterance: str) -> str:
    """ "Tom and I keep missing each other on the lease. 30 min tomorrow": with him, about that."""
    found = patterns()["pair-told"].fullmatch(utterance)
    if found is None or " with " in found["request"]:
        return utterance
    topic = f" about {found['topic']}" if found["topic"] else ""
    return f"{found['request'].rstrip(' .!')} with {found['who']}{topic}"


def _away_alone(utterance: str, context: Context) -> str:
    """ "Set my out of office for Friday. I'm at a fair, back on Monday": what others read, and no part of when."""
    found = patterns()["away-then-why"].fullmatch(utterance)
    if found and read(found["request"], context).when:
        return f"{found['request']} with the message: {found['why']}"
    return utterance


def _booked_alone(utterance: str, context: Context) -> str:
    """ "30 minutes with Ana on Thursday. I'm in Porto on Wednesday": the booking, where it says its day itself."""
    found = patterns()["booked-then-told"].fullmatch(utterance) if _MARKS & set(utterance) else None
    if found is None:
        return utterance
    wanted, told = (_told_time(found[name], context) for name in ("request", "fact"))
    apart = wanted and told and wanted.day and told.day and wanted.day.date() != told.day.date()
    return str(found["request"]) if apart else utterance


def _of_event(parted: _Parted, _: Context) -> str:
    """ "Decline that one" of the event that is told of before."""
    words = patterns()
    told = words["told-event"].match(parted.fact)
    asked = words["act-on-that"].match(parted.request) if told else None
    if told is None or asked is None:
        return ""
    behind = parted.request[asked.end() :].rstrip(" ?")
    if why := words["say-why"].search(behind):
        reason = words["told-reason"].search(parted.fact, told.end())
        behind = f"{behind[: why.start()]}{f'and say {reason[0]}' if reason else why[0]}{behind[why.end() :]}"
    only = ", only that one," if asked["only"] or asked["alone"] else ""
    # "Please" behind a title would be a word of it.
    behind = f",{behind}" if behind.lower().startswith((" please", " pls")) else behind
    return f"{asked['act']} {told['event'].strip()}{only}{behind}".rstrip(",")


def _broken_then(utterance: str) -> str:
    """ "Quandary's projector is dead, put the retro in Fado": why tells neither which event nor which room."""
    found = patterns()["broken-then"].fullmatch(utterance)
    return str(found["request"]) if found else utterance


def _refused(utterance: str) -> str:
    """ "Can't make the review, I'm at the plant. Decline it and tell her that": which one, and what she is told."""
    words = patterns()
    if said := words["refuses-told"].fullmatch(utterance):
        return f"decline {said['event']}, and tell {said['let'] or said['told']} {said['note']}"
    found = words["refuses-then"].fullmatch(utterance)
    if found is None or not (found["why"] or found["told"] or " me" in found["act"]):
        return utterance
    if not (found["why"] or found["told"]):
        return f"decline {found['event']}"
    why = words["fact-joint"].sub("", found["why"] or "I can't make it", count=1).strip()
    if not found["told"]:
        return f"decline {found['event']}, {why}"
    return f"decline {found['event']}, and tell {found['whom'] or 'them'} {why}"


def _told_that(parted: _Parted, context: Context) -> str:
    """ "I'm travelling all week. Decline the review and let him know": what is told first is what he is to know.

    What is to be done "then" is done at the time that is told.
    """
    words = patterns()
    asked = words["act-and-tell-that"].fullmatch(parted.request)
    if asked is None or not words["own-fact"].match(parted.fact) or words["own-refusal"].match(parted.fact):
        return ""
    act = asked["act"]
    if at_that_time := words["then-behind"].search(act):
        told = _told_time(parted.fact, context)
        if told is None:
            return ""
        act = f"{act[: at_that_time.start()]} {told.text}"
    return f"{act}, and tell {asked['whom'] or 'them'} {words['fact-joint'].sub('', parted.fact, count=1)}"


def _away_then(parted: _Parted, context: Context) -> str:
    """ "I'm at a fair on Friday, please set an out of office": for Friday."""
    words = patterns()
    if not (words["sets-away"].fullmatch(parted.request) and words["told-of-oneself"].match(parted.fact)):
        return ""
    then = _told_time(parted.fact, context)
    if then is None:
        return ""
    # That one is off is what the reply says anyway.
    told = "" if words["tells-only-away"].fullmatch(parted.fact) else f" with the message: {parted.fact}"
    return f"set my out of office for {then.text.removeprefix('on ')}{told}"


def _at_that_time(parted: _Parted, context: Context) -> str:
    """ "Cancel my meetings then", "half an hour before that", at the time of which is told."""
    words, request = patterns(), parted.request
    then = _told_time(parted.fact, context) if words["states-then"].search(parted.fact) else None
    if then and (all_after := words["clears-after-that"].fullmatch(request)):
        last = words["is-last-fact"].search(parted.fact)
        return _behind_the_last(all_after["act"], last, then, parted.fact) if last else ""
    if then is None or words["after-that"].search(request):
        return ""
    if found := words["that-stretch"].search(request):
        said = _then(found["day"] or "", then)
    elif found := words["beside-that"].search(request):
        said = _beside(found["side"].lower(), bool(found["close"]), then, parted.fact)
    elif (found := words["everything-and-tell"].match(request)) and words["told-of-oneself"].match(parted.fact):
        said = f"{words['clears-day'].sub('cancel everything', found['all'])} {then.text}"
    else:
        return ""
    left = words["that-note"].sub("", request[: found.start()] + request[found.end() :])
    if not said or any(each.start or each.end for each in read(left, context).when):
        return ""
    request = f"{request[: found.start()]}{said}{request[found.end() :]}"
    # What is called off is told why.
    return f"{parted.fact}{parted.joint}{request}" if words["calls-off-then"].match(request) else request


def _behind_the_last(act: str, last: re.Match[str], then: _Stretch, fact: str) -> str:
    """ "Friday is the last retro, cancel everything after that": it stays, and only later ones of that series go."""
    if last["event"]:
        return f"end the {last['event']} series after {then.text.removeprefix('on ')}"
    said = _beside("after", False, then, fact)
    return f"{act} everything {said}" if said else ""


def _then(part: str, then: _Stretch) -> str:
    """That time itself, or the day in which it lies."""
    if not part:
        return then.text
    if then.day is None:
        return ""
    return f"on {then.day:%-d %B %Y}{f' in the {part}' if part.lower() != 'day' else ''}"


def _beside(side: str, close: bool, then: _Stretch, fact: str) -> str:
    """Before it begins or once it is over; "" where that is not told."""
    at = then.start if side == "before" else _over(then, fact)
    if at is None or (at.time() == time() and then.day is not None and side == "before"):
        return ""
    if at.time() == time():
        return f"{side} {at - _DAY if side == 'after' else at:%-d %B %Y}"
    way = "at" if close and side == "after" else side
    return f"{way} {at:%H:%M} on {at:%-d %B %Y}"


def _over(then: _Stretch, fact: str) -> datetime | None:
    """When that is over."""
    if then.end:
        return then.end
    return then.start if then.start is None or patterns()["is-end"].search(fact) else then.start + _A_WHILE


def _told_time(fact: str, context: Context) -> _Stretch | None:
    """The only time of which is told, or days one after the other; None where there is none.

    Of several that lie apart the words alone are known.
    """
    found = tuple(each for each in read(fact, context).when if not each.anchor)
    dated = [each for each in found if each.start or each.end]
    if not dated or any(each.rrule or each.excluded for each in found):
        return None
    text = " ".join(dict.fromkeys(each.text.strip(" ,") for each in dated))
    said = constrain(found)
    if said.exact:
        return _Stretch(text, said.exact, said.exact + said.duration if said.duration else None)
    slots = said.slots
    if not slots:
        return None
    if any(one.end is None or one.end != other.start for one, other in pairwise(slots)):
        return _Stretch(text, None, None)
    return _Stretch(text, slots[0].start, slots[-1].end)
