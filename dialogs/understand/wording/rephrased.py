"""Requests whose parts stand where other readers do not look for them, said in the plain order."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from dialogs.understand.behalf import their_time
from dialogs.understand.behalf.wished import is_unwished, wished
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.telltales import Row, index_of
from dialogs.understand.wording import repairs, told

_LONGEST = 300
"""Characters. What is longer tells a story."""
_PLAINLY = (
    ("brought-forward", "{lead}move {event} to an earlier time"),
    ("pushed-back", "{lead}move {event} to a later time"),
    ("bit-later-day", "move {event} {day} to a {side} time"),
    ("moved-is-there", "{lead}move {event} to {time}"),
    ("answers-and-asks", "{answer} and tell {who} to {deed}"),
    ("should-have-too", "{lead}add {who} to {event}{rest}"),
    ("books-and-invites", "{request} with {who}"),
    ("in-free-slot", "{lead}book {what} with {who}{time} as early as possible"),
    ("in-with-their-slot", "{lead}book {what}{time} as early as possible"),
    ("in-their-free-slot", "{lead}book {what} with them{time} as early as possible"),
    ("no-meetings-on", "protect my {days}"),
    ("made-maybe", "answer maybe to {event}{rest}"),
    ("plenty-for", "{event} should be {amount}"),
    ("nth-is-good", "the {nth} one"),
    ("me-and", "{lead}book with {rest}"),
    ("add-time", "{lead}extend {event} by {amount}{rest}"),
    ("agenda-before", "{lead}add the agenda to {event}: {text}{rest}"),
    ("agenda-of", "{lead}add the agenda to {event}: {text}"),
    ("bare-length", "{request} {amount} minutes{rest}"),
    ("bare-minutes", "{request} minutes{rest}"),
    ("whenever-free", "{lead}find another time for {event}{rest}"),
    ("instead-of-clock", "{request}{rest}"),
    ("swapped-out", "replace {out} with {in}{rest}"),
    ("subbed-in", "replace {out} with {in}{rest}"),
    ("subbed-in-behind", "replace {out} with {in}{rest}"),
    ("comes-for", "replace {out} with {in}{rest}"),
    ("substituted", "replace {out} with {in}{rest}"),
    ("takes-place-of", "replace {out} with {in}{rest}"),
    ("seat-given", "replace {out} with {in}{rest}"),
    ("one-in-one-out", "replace {out} with {in} in {event}"),
    ("one-out-one-in", "replace {out} with {in}{rest}"),
    ("dropped-for", "replace {out} with {in} in {event}"),
    ("stands-in", "replace {out} with {in} in {event}{rest}"),
    ("in-and-out", "replace {out} with {in} in {event}"),
    ("out-and-in", "replace {out} with {in} in {event}"),
    ("cannot-come", "remove {who} from {event}"),
    ("from-now-on", "move {event} to {time} from now on"),
    ("wants-from-now", "move {event} to {time} from now on"),
    ("wants-onward", "move {event} to {time} from now on"),
    ("outgrown", "{lead}find a bigger room for {event}"),
    ("too-small", "{lead}find a bigger room for {event}"),
    ("bigger-for-topic", "find a bigger room for {event}"),
    ("room-let-go", "{lead}drop the room from {event}{rest}"),
    ("unneeded", "cancel {event}{rest}"),
    ("need-not-come", "{lead}remove {who} from {event}"),
    ("no-need-for", "{lead}cancel {event}{rest}"),
    ("cannot-with-why", "can't make it, {why}"),
    ("said-before-then", "{request}"),
    ("ill-then-asks", "{ask} today?"),
    ("not-happening-then", "{request}"),
    ("cant-so-decline", "{request}"),
    ("own-and-rest", "{request}cancel everything{rest}"),
    ("can-go", "accept it"),
    ("start-end", "move {event} to {start} to {end}"),
    ("needs-longer", "extend {event} by {amount}"),
    ("rather-than-when", "move {event} to {time}{rest}"),
    ("put-instead", "{lead}have {event} {time}{rest}"),
    ("in-event-swap", "replace {out} with {in} in {event}"),
    ("from-then", "{request} on{rest}"),
    ("own-behind", "{request} by me{when}{rest}"),
    ("own-what", "{request} everything by me{rest}"),
    ("own-mine", "{request} by me{rest}"),
    ("i-hold", "{request} by me{rest}"),
    ("i-have", "{request}{rest}"),
    ("sent-by-others", "{request}all invitations{rest}"),
    ("sent-by", "{request}all invitations from {who}{rest}"),
    ("instead-in", "replace {out} with {in} in {before}{after}"),
    ("long-follow-up", "{lead}a {what}, {amount}"),
    ("check-then", "{lead}book time with {who} {when}{amount}{rest}"),
    ("if-i-am-free", "{verb} {what} {when}{rest}"),
    ("if-free", "book time with {who} {when}{amount}{rest}"),
    ("what-of-it", "{verb} the {what} of it{rest}"),
    ("agenda-of-it", "{request} to it{rest}"),
    ("off-calendar", "{lead}cancel {event}{rest}"),
    ("and-long", "{request} for {amount}{rest}"),
    ("series-of", "{lead}repeat it {often} {count} times{rest}"),
    ("same-week-later", "same again 7 days later{rest}"),
    ("week-after", "{request} by 7 days{rest}"),
    ("in-instead", "replace {out} with {in} in {event}"),
    ("instead-room", "{request}{rest}"),
    ("new-slot", "{lead} {new} for {event} {when}{rest}"),
    ("off-it", "{lead}cancel {event}{rest}"),
    ("from-on-wish", "{lead}{event} should {be} {rest}, {from}"),
    ("from-first", "{lead}{request}, {from} on"),
    ("from-on", "{lead}{request}, {from}"),
    ("find-another", "{lead}find {another} for {event}{rest}"),
    ("given-room", "use {new} instead of {old} for {event}{rest}"),
    ("for-the-week", "{lead}move all the {event} {week} {to}{rest}"),
    ("leave-with-reply", 'set my out of office {when} with the message "{note}"'),
    ("bare-day", "{request} on {day}{rest}"),
    ("if-no-room", "{lead}book {room} for {event}"),
    ("part-say-clock", "{request}{day}at {time} in the {part}{rest}"),
    ("part-say-time", "{request}{day}at {time}{rest}"),
    ("clash-so", "{lead}{verb} {event}{rest}"),
    ("text-all", "{lead}message {all} {rest}"),
    ("needs-only", "{lead}{event} should be {amount}"),
    ("only-needs", "{lead}{event} should be {amount}"),
    ("no-more-than", "{lead}{event} should be {amount}"),
    ("is-enough", "{lead}{event} should be {amount}"),
    ("shorter-by-far", "{lead}{event} should be {amount}{rest}"),
    ("need-only-for", "{lead}{event} should be {amount}"),
    ("marked-answer", "{lead}{verb} {event}"),
    ("may-come", "add {who} to {event}"),
    ("asks-to", "{lead}{verb} {who}'s {event}{rest}"),
    ("wants-cancelled", "{lead}cancel {who}'s {event}{rest}"),
    ("away-so-ours", "{verb} our {what} with {who}{rest}"),
    ("next-thing-with", "when is my next meeting with {who}"),
    ("optional-alone", "make them optional"),
    ("should-go", "{lead}cancel {event}{rest}"),
    ("day-cleared-on", "{lead}clear {when}{rest}"),
    ("day-cleared", "{lead}clear {part}today{rest}"),
    ("away-for", "{lead}turn on my out of office during {event}"),
    ("wants-in-self", "{lead}add {who} to {event}{rest}"),
    ("wants-out-self", "{lead}remove {who} from {event}{rest}"),
    ("left-place-for", "move {event} to {new}"),
    ("left-place", "move {event} to {new}"),
    ("left-time", "move {event} to {new}"),
    ("meeting-in", "move {event} to {new}"),
    ("moved-rooms", "move {event} to {new}"),
    ("change-of-room", "change the room of {event} to {new}"),
    ("not-there-but", "change the room of {event} to {new}"),
    ("left-place-of-it", "move it to {new}"),
    ("daily-but", "{lead} except {days}{rest}{tail}"),
    ("move-then-find", "{lead}move {event} to {time}"),
    ("away-at", "book {what} {when}, show as out of office"),
    ("next-day-of-it", "{request} by 1 day{rest}"),
    ("day-before-of-it", "{request} 1 day earlier{rest}"),
    ("end-of-its-day", "{request} to the late afternoon{rest}"),
    ("bare-afternoon", "{request}{hour}pm{rest}"),
    ("way-before-it", "{lead}{verb} {event} {way} by {amount}{rest}"),
    ("books-them-for", "{lead}book {length} with {who}{rest}"),
    ("books-room-named", "{lead}{verb} {room}{rest}"),
    ("time-for-team", "{lead} with {who}{rest}"),
    ("event-then-propose", "propose {time} for {event}"),
    ("to-next-day", "move {event} by 1 day{rest}"),
    ("to-minutes", "{request}{amount} minutes{rest}"),
    ("hour-booked", "{lead}book at {hour}{rest}"),
    ("hour-works", "book {who} at {hour} for {amount} min{rest}"),
    ("looks-now", "{request}"),
    ("works-behind", "{request} at {hour}"),
    ("put-in-when", "book {what} {when}"),
    ("prepones-by", "{lead}move {event} {amount} earlier"),
    ("prepones-to", "{lead}move {event} to {time}"),
    ("forgot-title", "call it {title}"),
    ("meant-behind", "no, {who}"),
    ("writes-that", "{request}, and tell {who} that {told}"),
    ("should-know", "{request}, and tell {who} that {told}"),
    ("put-all-of-them", "{request}"),
)
"""Patterns, and how what they hold is said plainly."""
_AFRESH = (
    ("needs-not", "{lead}{event} should be {amount} minutes{rest}"),
    ("should-have-in", "add {who} to {event} {lead}"),
    ("needs-to-be-moved", "{lead}move {event} {to}"),
    ("push-bare", "{lead}{verb} {event} by {amount} minutes{rest}"),
    ("needs-moved", "{lead}find another time for {event}{rest}"),
    ("later-say", "move {event} to {time}"),
    ("far-behind", "{lead}move {event}{day} {amount} {way}{rest}"),
    ("where-behind", "{lead}move {event} to {time}{rest}"),
    ("topic-who", "{request} on {event}{rest}"),
    ("topic-when", "move {event} to {time}{rest}"),
    ("when-topic", "move {event} to {time}{rest}"),
    ("named-on-mine", "{lead}book a meeting with {who}{rest}"),
    ("not-this-but-that", "{request} {when}{rest}"),
    ("bins-it", "{lead}cancel {event}"),
    ("holds-off", "{lead}cancel {event}{rest}"),
    ("happy-to", "accept {event}"),
    ("pencil-me", "{lead}tentatively accept {event}"),
    ("wraps-up", "{lead}end {event} at {time}"),
    ("we-do-at", "move {event} to {time}"),
    ("prepones", "{lead}bring {event} forward by {amount}"),
    ("invite-to-new", "book {what} with {who} {when}"),
    ("all-good-for", "{lead}is everyone here free {when}"),
    ("suits-all", "{lead}is everyone here free {when}{rest}"),
    ("we-all-could", "{lead}book {amount} with everyone{rest}"),
    ("we-could", "{lead}book {amount}{rest}"),
    ("what-about", "book {what} with {rest}"),
    ("invite-quoted", 'book "{what}" with {who} {when}'),
    ("join-me", "{lead}book a meeting with {who}{more} {rest}.{behind}"),
    ("for-team", "{lead} with {team}{rest}"),
    ("invite-meal", "{lead}book {meal} with {who}{rest}"),
    ("forwarded", "{request} about {x}"),
    ("its-about", "{request} about {x}"),
    ("loop-for", "{lead}book {what} with {who}{rest}"),
    ("invite-for", "{lead}book {amount} with {who}{rest}"),
    ("us-in-room", "use {room} for {event}{rest}"),
    ("forward-why", "{request}"),
    ("owes-talk", "book {what} with {who}{topic}, {rest}"),
    ("wants-talk", "book a meeting with {who} about {topic}, {rest}"),
    ("wants-me", "book a meeting with {who}{rest}"),
    ("wants-me-for", "book {amount} with {who}{rest}"),
    ("no-event", "{lead}cancel {event}{rest}"),
    ("not-going", "{lead}decline {event}{rest}"),
    ("me-off", "{lead}decline {event}{rest}"),
    ("skip-it", "cancel it"),
    ("back-in", "undo"),
    ("bare-note", "{request} to it: {note}"),
    ("cannot", "decline {event}{why}{rest}"),
    ("regrets", "{rest}"),
    ("passes-on", "decline {event}{rest}"),
    ("takes-part-maybe", "tentatively accept {event}{rest}"),
    ("takes-part", "accept {event}{rest}"),
    ("titled-no", "decline {event}, {why}"),
    ("titled-yes", "accept {event}"),
    ("titled-maybe", "tentatively accept {event}, {why}"),
    ("just-me", "{request}"),
    ("wanted-then", "{lead}book {rest}"),
    ("starts-not", "move {event} to {time}"),
    ("in-not-in", "change the room of {event} to {new}{rest}"),
    ("need-not-meet", "{lead}cancel the meeting {whom}{rest}"),
    ("lacks-room", "{lead}add a room{rest} to {event}"),
    ("room-taken", "is {room} free{rest}?"),
    ("length-behind", "{lead}make {event} {amount}{rest}"),
    ("ends-early", "{lead}make {event} {amount} shorter{rest}"),
    ("ends-late", "{lead}make {event} {amount} longer{rest}"),
    ("start-end-behind", "{lead}move {event} to {start} to {end}{rest}"),
    ("wish-behind", "{lead}move {event} to {time}{rest}"),
    ("time-behind", "{lead}move {event} to {time}{rest}"),
    ("better-behind", "{lead}move {event} to {time}{rest}"),
    ("instead-behind", "{lead}move {event} to {time}{rest}"),
    ("soonest-together", "{lead}find the earliest time with {who}{long}{rest}"),
    ("soonest-long", "{lead}find the earliest {amount} with {who}{rest}"),
    ("told-and-met", "{lead}{request} with {who}{whom}{rest}, add a note to the invite: {note}"),
    ("lead-up", '{lead}book "{what}"{rest}'),
)
"""The same, of words that would be about what is open where anything is."""
_AT_HAND = (
    ("room-taken-for", "{pick}, {title}"),
    ("taken-listed", "invite {who}, call it {title}"),
    ("taken-titled", "invite {who}, call it {title}"),
    ("taken-when", "from {time}{zone}{rest}"),
    ("taken-when-with", "from {time}{zone} with {who}{rest}"),
    ("taken-with-more", "make it {rest}"),
    ("absent-so-out", "without {who}"),
    ("sends-the", "the {which} one"),
    ("later-in-week", "another day"),
)
"""The same, of words that are about what is open."""
_PLACES = ("the first", "the second", "the third", "the fourth")
_COUNTS = ("two", "three", "four")
_WAYS = {True: (*_PLAINLY, *_AT_HAND), False: (*_PLAINLY, *_AFRESH)}
"""Whether something is open, and what is said plainly then."""
_ANSWERS = {"yes": "accept", "no": "decline", "maybe": "tentatively accept"}


def _counted(found: re.Match[str]) -> str:
    """ "The first two" as "the first and the second"."""
    count = found["count"].lower()
    return " and ".join(_PLACES[: int(count) if count.isdigit() else _COUNTS.index(count) + 2])


def _asked_to_do(found: re.Match[str]) -> str:
    """ "Please do arrange" is a plain "please", and "do the booking of Linh" a booking with Linh."""
    return f"{found['polite']} {'' if found['with'] is None else 'book a meeting with '}"


def _joined(found: re.Match[str]) -> str:
    """ "Meet Ana along with Tom" is with Tom, and "with Ana along with Tom" with both."""
    return f"{found['before']} {'and' if found['before'] else 'with'} "


def _answered(found: re.Match[str]) -> str:
    """ "The sync is a no from me" as the act that it is."""
    return f"{_ANSWERS[found['verb'].lower()]} {found['event']}{found['rest']}"


def _all_of_us(found: re.Match[str]) -> str:
    """ "The three of us", as all of us; "a room for the three of us" tells how many seats it needs."""
    return found[0] if patterns()["rephrased-room"].search(found.string) else "all of us"


_HEADS = (
    ("a", 1),
    ("an", 1),
    *(
        (word, number)
        for number, word in enumerate(
            ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=1
        )
    ),
)


def _heads(found: re.Match[str]) -> str:
    """ "For three of us and five visitors" needs seats for all of them."""
    counts = dict(_HEADS)
    both = [found[name].lower() for name in ("one", "other")]
    return f"{found['lead']} {sum(int(each) if each.isdigit() else counts[each] for each in both)} people"


def _timed(found: re.Match[str]) -> str:
    """ "Get Ana for 30 tomorrow" is for minutes; "a room for 30" is for people."""
    return (
        found[0]
        if patterns()["counts-people"].search(found.string[: found.start()])
        else f"for {found['number'] or found['quick']} min"
    )


_HOURS = 24


def _clocks(found: re.Match[str]) -> str:
    """ "10-1045" as "10-10:45", where both may be times of day and at least one has its minutes run together."""
    ends = [patterns()["bare-clock"].fullmatch(found[name]) for name in ("one", "other")]
    if patterns()["two-years"].match(found[0]) or not all(ends) or not any(end and end["minute"] for end in ends):
        return found[0]
    if any(int(end["hour"]) >= _HOURS for end in ends if end):
        return found[0]
    said = [f"{end['hour']}:{end['minute']}" if end["minute"] else end["hour"] for end in ends if end]
    return f"{'-'.join(said)}{found['half'] or ''}"


_ONE_OF_THEM = r"\g<lead>a \g<kind>"
_SMALL: Sequence[tuple[str, str | Callable[[re.Match[str]], str]]] = (
    ("hesitates", ""),
    ("asked-then-told", ". "),
    ("that-one-has", r"\g<kind>"),
    ("quantified-circle", ""),
    ("counted-heads", _heads),
    ("few-of-us-can", r"\g<can> we all"),
    ("few-of-us", _all_of_us),
    ("whos-out", r"\g<lead>is anyone on my team out"),
    ("several-to-come", ""),
    ("put-in-instead", r"move \g<event> to \g<time>"),
    ("who-and-asks", r"\g<lead>\g<who> "),
    ("pair-and-i", r"\g<lead>we \g<not> our \g<what> with \g<who>"),
    ("knocks-on-head", r"cancel \g<what>"),
    ("plug-pulled", "cancel "),
    ("calls-apart", r"cancel \g<what>"),
    ("asked-if", "can we "),
    ("a-maybe-for", r"\g<lead>tentatively accept "),
    ("tells-which", r'\g<lead> "\g<x>"'),
    ("tells-which-behind", r', about "\g<x>"'),
    ("left-of-all", r"\g<all> except "),
    ("left-alone", ""),
    ("bank-holiday", "public holiday"),
    ("well-wishing", ""),
    ("reluctance", ""),
    ("has-time", r"\g<lead> does \g<who> have \g<what>"),
    ("fixes", r"\g<lead>book "),
    ("is-open", r"\g<lead>\g<who> free "),
    ("and-instead", r"\g<lead>, with "),
    ("weekdays-one", r"\1 meeting"),
    ("digit-for", "for"),
    ("for-number", _timed),
    ("online-is-fine", ", online"),
    ("subject-line", "subject:"),
    ("wavy", "-"),
    ("run-together", _clocks),
    ("all-reports", "my direct reports"),
    ("time-for-reports", r"\g<find> with \g<who>"),
    ("would-suit", r"\g<lead>"),
    ("need-for", r"\g<lead>book "),
    ("need-to-get", r"\g<lead>book "),
    ("for-a-long", r"for \g<amount> for \g<what>"),
    ("single-quoted", r'"\1"'),
    ("need-not", "we don't need"),
    ("office-hours", ""),
    ("role-of-name", ""),
    ("trailing", r"actually \g<said>"),
    ("weekly-one", r"\1 meeting"),
    ("all-behind", r"\1, the whole series"),
    ("sized-one", r"\1"),
    ("one-to-one", r"1:1\g<s>"),
    ("listed-guests", " with "),
    ("honorific", r"\g<name>"),
    ("do-request", _asked_to_do),
    ("fix-meeting", "book "),
    ("put-in-at", r"book at \g<hour>"),
    ("so-we-can", " about "),
    ("nobody-invited", ""),
    ("joined-by-n", " and "),
    ("joined-with", _joined),
    ("everyone-but-of", r"\g<all> \g<of> \g<but>"),
    ("all-hands", r"all-\1"),
    ("labelled-place", " in "),
    ("just-me-about", ", "),
    ("just-me-and", " with "),
    ("late-by", r"\1 minutes"),
    ("clause-in-brackets", r", \g<clause>"),
    ("several-with", r"book \g<kind> with \g<who>, "),
    ("several-to-book", "book "),
    ("puts-in", r"\g<lead>book "),
    ("puts-apart", r"\g<lead>book \g<what> "),
    ("somewhere-for", r"\g<verb> a room"),
    ("not-online", r"\g<said>"),
    ("as-a-room", r"\g<lead>in a room"),
    ("books-something", r"\g<lead>a meeting"),
    ("a-long-one", r"\g<make> \g<length>"),
    ("either-of", ""),
    ("none-on", "not "),
    ("several-alike", _ONE_OF_THEM),
    ("commencing", "starting"),
    ("blocks-between", r"\g<lead>from \g<from> to \g<to>"),
    ("counted-guests", " with "),
    ("time-of", r"\g<amount> with \g<who>"),
    ("particle", ""),
    ("have", r"\1 have"),
    ("is-optional", r"\1 is "),
    ("thrown-in", r"\g<lead>put"),
    ("invite-dropped", r"\g<lead>send an invite to"),
    ("of-two", r"the \g<what> from \g<one> and the \g<what> from \g<other>"),
    ("unanswered-of", r"all unanswered invitations\g<of>"),
    ("still-unanswered", "all unanswered invitations"),
    ("not-yet-answered", "all unanswered invitations"),
    ("all-called", r"\g<verb>all the "),
    ("that-nth", r"the \g<nth> "),
    ("told-its-because", r"\g<tell> "),
    ("first-few", _counted),
    ("onsite", "on-site"),
    ("let-us", r"\1let's"),
    ("book-group", r"\1 a meeting with "),
    ("added-too", r"\1"),
    ("have-ones", r"\1"),
    ("yeah-nah", ""),
    ("is-a-no", _answered),
    ("am-a-no", _answered),
    ("another-day", r"\1 a different "),
    ("leaves-others", ""),
    ("who-of-us", "is everyone here free"),
    ("day-greeting", ""),
    ("own-time", ""),
    ("names-in-brackets", r" with \g<who>"),
    ("anyone-of-team-now", r"is \g<team> free now"),
    ("anyone-of-team", r"is \g<team> free"),
    ("who-of-team", r"is \g<team> free"),
    ("now-there", ""),
    ("days-with-hour", r"\g<lead> at "),
    ("days-that-go-on", r"every \g<day>"),
    ("short-pm", r"\1m"),
)
"""What is said for the tone alone, or run together, and what stands in its place."""


def bounded(utterance: str) -> str:
    """ "I'm not available before 12", while a time is looked for, is no absence: "not before 12"."""
    found = patterns()["taken"].match(utterance)
    return f"not {patterns()['rephrased-until'].sub('before', utterance[found.end() :])}" if found else utterance


def _spelt(utterance: str) -> str:
    """Without what is said for the tone alone, with what is run together taken apart."""
    words, row = patterns(), _small()
    if words["in-series"].search(utterance) and (several := words["several-alike"].search(utterance)):
        # "Three interviews with Ana every Friday" are those of a series.
        utterance = f"{words['several-alike'].sub(_ONE_OF_THEM, utterance).rstrip(' .!?')}, {several['count']} times"
    if words["whoever-free"].search(utterance):
        utterance = words["whoever-of"].sub(r"with \g<one> or \g<other>", words["if-both"].sub("", utterance))
        utterance = words["whoever-then"].sub("", utterance)
    utterance = row.rewritten(utterance, lambda place, text: row.patterns[place].sub(_SMALL[place][1], text))
    if found := words["put-in"].fullmatch(utterance):
        return f"{found['lead'] or ''}book a meeting with {found['one']} and {found['other']}{found['rest']}"
    if found := words["needs-room"].fullmatch(utterance):
        return f"{found['lead'] or ''}move {found['event']} to {found['room']}{found['rest']}"
    return utterance


@cache
def _small() -> Row:
    words = patterns()
    return Row([words[name] for name, _ in _SMALL], index_of("en"))


def _each_answered(utterance: str) -> str:
    """ "Yes to the review and no to the retro": as an act for each; words that answer but one stay as they are."""
    found = patterns()["answer-to"]
    answers = list(found.finditer(utterance))
    if len(answers) < 2 or utterance[: answers[0].start()].strip(" ,"):
        return utterance
    return found.sub(lambda each: f"{_ANSWERS[each['answer'].lower()]} ", utterance)


def rephrased(utterance: str, *, is_open: bool = False) -> str:
    """The same request with the event where its pronoun stands, and amounts said in full: "to the week after", "by 15".

    "The call with Ana on Friday, move it to the week after" becomes "move the call with Ana on Friday by 7 days";
    `utterance` itself where there is nothing of the kind. `is_open`: something is being discussed.
    """
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    if is_open and (other := words["not-i-meant"].fullmatch(utterance) or words["should-be-who"].fullmatch(utterance)):
        return f"not {other['out']} but {other['in']}"
    # "…, move it", while something is asked, is an answer.
    utterance = words["if-possible" if is_open else "put-right"].sub("", utterance)
    utterance = utterance if is_open else words["thanked"].sub("", utterance)
    if patterns()["rephrased-clock"].search(utterance):
        # "No, thanks" says no; "tomorrow at 2, thanks" says when.
        utterance = words["thanked-behind"].sub("", utterance)
    utterance = told.plainly(_each_answered(_spelt(repairs.repaired(utterance))))
    if wish := wished(utterance):
        utterance = wish.request
    elif mine := their_time.with_me(utterance):
        utterance = mine
    elif is_unwished(utterance):
        utterance = "no, leave it"
    if found := words["clashes"].fullmatch(utterance):
        utterance = f"{found['event']}, {found['request']}"
    if found := words["fronted"].fullmatch(utterance):
        verb, rest = found["verb"], found["rest"]
        if verb.lower() in ("take", "remove", "erase"):
            verb, rest = "cancel", ""
        elif verb.lower() in ("delete", "scrap", "call off"):
            verb = "cancel"
        event = words["is-when"].sub(" ", found["event"].strip())
        utterance = f"{found['lead'] or ''}{verb} {event}{rest}"
    if found := words["from-then-on"].fullmatch(utterance) or words["from-then-on-we"].fullmatch(utterance):
        hour = f"{found['time']} o'clock" if found["time"].isdigit() else found["time"]
        utterance = (
            f"{found['lead']}move {found['event']} to {hour} from {found['from']} on{found['rest'].rstrip(' ?')}"
        )
    return _chained(utterance, _WAYS[is_open], _row(is_open=is_open))


@cache
def _row(*, is_open: bool) -> Row:
    words = patterns()
    return Row([words[name] for name, _ in _WAYS[is_open]], index_of("en"))


def _chained(utterance: str, ways: Sequence[tuple[str, str]], row: Row) -> str:
    """`utterance` as one way after another says it, each of what the ways before have made of it."""

    def said(place: int, text: str) -> str:
        if (found := row.patterns[place].fullmatch(text)) is None:
            return text
        return ways[place][1].format(**{part: words or "" for part, words in found.groupdict().items()})

    return row.rewritten(utterance, said)
