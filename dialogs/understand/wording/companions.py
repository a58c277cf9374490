"""Who meets the speaker, said in a sentence of its own: "can Mei and I have 20 min at 3?", "Kate needs to be in on it".

They are put behind a "with", where guests are looked for. Pure.
"""

import re
from typing import Final

from dialogs.understand.intent.features import classes
from dialogs.understand.lexicon.patterns import patterns

_OBJECTS: Final = {"he": "him", "she": "her", "they": "them"}
"""Those who are spoken of, behind a "with"."""
_SPEAKER: Final = ("me", "myself")
_LONGEST: Final = 60
"""Characters of what is told that may be a title."""


def plainly(utterance: str) -> str:
    """The same with them as guests; `utterance` itself where nobody is named so."""
    for put in (_listed, _beside_me, _of_them_told, _needed, _us_told, _asked_for_both, _too, _of_some_day):
        utterance = put(utterance)
    return utterance


def _listed(utterance: str) -> str:
    """ "Tom, Ana and me in Tejo on Monday at 1", "put Tom down for Friday at 3": time with them.

    A room would hide them. What neither the speaker in it nor capitals tell from a title stays as it is.
    """
    words = patterns()
    found = words["listed-put-down"].fullmatch(utterance)
    if found and found["who"].lower() not in _SPEAKER:
        return f"{found['lead']}book time with {found['who']} {found['rest']}"
    found = words["listed-there"].fullmatch(utterance)
    if found is None or words["list-asks"].search(found["rest"]):
        return utterance
    names = words["list-joint"].split(found["who"])
    others = [each for each in names if each.lower() not in _SPEAKER]
    is_ours = len(others) < len(names)
    named = all(each[:1].isupper() and not any(word in classes() for word in each.lower().split()) for each in others)
    if not others or not (is_ours or named):
        return utterance
    return f"{found['lead']}book time with {' and '.join(others)}{found['place']}{found['rest']}"


def _of_some_day(utterance: str) -> str:
    """ "Everyone from yesterday's retro": those of the retro; the day is no time at which they are met."""
    if patterns()["people-of-a-day-known"].match(utterance):
        return utterance
    return patterns()["people-of-a-day"].sub(r"\g<people> the ", utterance)


def _beside_me(utterance: str) -> str:
    """ "Book Mei and I 30 min", "me and Mei need 30 min", "pricing: me, Tom and Linh": with them, and the speaker."""
    words = patterns()
    utterance = words["both-object"].sub(_and_me, utterance)
    utterance = words["both-listed"].sub(r'book "\g<topic>" with ', utterance)
    if turned := words["both-turned"].fullmatch(utterance):
        return f"{turned['lead']}{turned['who']} and I {turned['wants']}{turned['rest']}"
    return utterance


def _and_me(found: re.Match[str]) -> str:
    return f"{found['verb']} {found['in'] or ''}{found['who']} and me"


def _asked_for_both(utterance: str) -> str:
    """ "Can Mei and I have 20 min at 3?": a meeting with her; what there is already is no new one."""
    found = patterns()["both-ask"].fullmatch(utterance)
    if found is None or patterns()["both-changed"].search(found["rest"]):
        return utterance
    who = _OBJECTS.get(found["who"].lower(), found["who"])
    return f"{found['lead']}book {found['what'] or 'a meeting'} with {who}{found['rest']}"


def _needed(utterance: str) -> str:
    """ "The invoice mess – Kate and Tom need to be in on it. Half an hour on Friday": with them, about that."""
    found = patterns()["needed-in-it"].fullmatch(utterance)
    if found is None:
        return utterance
    who, topic, request = found["who"], found["topic"].strip(), found["request"].rstrip(" .!")
    if patterns()["both-books"].match(topic):
        return f"{topic} with {who}, {request}"
    booked = request if patterns()["both-books"].match(request) else f"book {request}"
    return f'{booked} with {who} about "{patterns()["both-article"].sub("", topic)}"'


def _of_them_told(utterance: str) -> str:
    """ "Jun's back and the site is down. He and I should have 20 mins on it": with Jun, about what is told of last."""
    found = patterns()["both-told"].fullmatch(utterance)
    if found is None or patterns()["both-changed"].search(found["rest"]):
        return utterance
    told = patterns()["both-clause"].split(found["told"])
    topic = told[-1].strip(" .,;") if len(told) > 1 else ""
    rest = patterns()["both-on-it"].sub("", found["rest"], count=1)
    on_it = rest != found["rest"]
    about = f' about "{patterns()["both-article"].sub("", topic)}"' if on_it and 0 < len(topic) <= _LONGEST else ""
    return f"book {found['what'] or 'a meeting'} with {found['who']}{rest.rstrip(' .!')}{about}"


def _us_told(utterance: str) -> str:
    """ "I've not told Marco or Sina yet. Find us 30 min tomorrow": us is those of whom is told."""
    found = patterns()["us-told"].fullmatch(utterance)
    if found is None or " with " in found["rest"].lower():
        return utterance
    who = patterns()["us-or"].sub(" and ", found["who"])
    topic = found["topic"] or ""
    about = f' about "{patterns()["both-article"].sub("", topic)}"' if topic and " about " not in found["rest"] else ""
    return f"{found['verb']} {found['what']} with {who}{found['rest'].rstrip(' .!')}{about}"


def _too(utterance: str) -> str:
    """ "45 min with Linh on Monday, Samuel too": with both."""
    if not patterns()["both-books"].match(utterance):
        return utterance
    return patterns()["both-too"].sub(_with, utterance)


def _with(found: re.Match[str]) -> str:
    return f" with {found['who']}"
