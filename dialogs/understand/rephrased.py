"""Requests whose parts stand where other readers do not look for them, said in the plain order."""

import re

from dialogs.understand.patterns import patterns

_UNTIL = re.compile(r"^(?:until|till)\b", re.IGNORECASE)
_LONGEST = 300
"""Characters. What is longer tells a story."""


def bounded(utterance: str) -> str:
    """ "I'm not available before 12", while a time is looked for, is no absence: "not before 12"."""
    found = patterns()["taken"].match(utterance)
    return f"not {_UNTIL.sub('before', utterance[found.end() :])}" if found else utterance


def _spelt(utterance: str) -> str:
    """Without what is said for the tone alone, with what is run together taken apart."""
    words = patterns()
    utterance = words["one-to-one"].sub(lambda found: f"1:1{found['s']}", utterance)
    utterance = words["have"].sub(r"\1 have", words["particle"].sub(r"\1", utterance))
    if found := words["put-in"].fullmatch(utterance):
        return f"{found['lead'] or ''}book a meeting with {found['one']} and {found['other']}{found['rest']}"
    return utterance


def rephrased(utterance: str) -> str:
    """The same request with the event where its pronoun stands, and "to the week after" as an amount of time.

    "The call with Ana on Friday, move it to the week after" becomes "move the call with Ana on Friday by 7 days";
    `utterance` itself where there is nothing of the kind.
    """
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    utterance = _spelt(utterance)
    if found := words["fronted"].fullmatch(utterance):
        verb, rest = found["verb"], found["rest"]
        if verb.lower() in ("take", "remove"):
            verb, rest = "cancel", ""
        elif verb.lower() in ("delete", "scrap", "call off"):
            verb = "cancel"
        utterance = f"{found['lead'] or ''}{verb} {found['event'].strip()}{rest}"
    if found := words["add-time"].fullmatch(utterance):
        utterance = f"{found['lead']}extend {found['event']} by {found['amount']}{found['rest']}"
    if found := words["bare-minutes"].fullmatch(utterance):
        utterance = f"{found['request']} minutes{found['rest']}"
    if found := words["stands-in"].fullmatch(utterance):
        utterance = f"replace {found['out']} with {found['in']} in {found['event']}{found['rest']}"
    if found := words["from-on"].fullmatch(utterance):
        utterance = f"{found['lead']}{found['request'].rstrip(' .!')}, {found['from']}"
    if found := words["and-long"].fullmatch(utterance):
        utterance = f"{found['request']} for {found['amount']}{found['rest']}"
    if found := words["from-then-on"].fullmatch(utterance):
        hour = f"{found['time']} o'clock" if found["time"].isdigit() else found["time"]
        utterance = f"{found['lead']}move {found['event']} to {hour} {found['from']} on{found['rest']}"
    if found := words["series-of"].fullmatch(utterance):
        utterance = f"{found['lead']}repeat it {found['often'] or ''} {found['count']} times{found['rest']}"
    if found := words["week-after"].fullmatch(utterance):
        utterance = f"{found['request']} by 7 days{found['rest']}"
    return utterance
