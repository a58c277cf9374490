"""What words leave out since it was on the screen: "block 2-3 for her", whose calendar was shown, that day. Pure."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from dialogs.booking import offers
from dialogs.frame import Asked, Frame
from dialogs.people.names import goes_by
from dialogs.understand import Context, understand
from dialogs.understand.behalf.owners import ASKED
from dialogs.understand.builds.calendars import of_the_one
from dialogs.understand.lexicon.late import Late
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.parting import around
from dialogs.understand.understood import Intent, Kind, PersonMention, Question, Understood
from dialogs.understand.when.reading import read
from dialogs.understand.wording import amended

_FOR_THEM: Final = Late(
    r"\b(?P<lead>for|on behalf of) (?:her|him|them)\b"
    r"(?=\s*(?:$|[^\w\s]|(?:on|at|from|to|with|and|in|as|about|re|too|please|pls|this|next|today|tomorrow|\w+day|\d)\b))"
)
_THEIR_TIME: Final = Late(
    r"\b(?:her|his|their) (?=(?:outlook )?(?:calendar|diary|agenda|schedule|day|week|morning|afternoon|lunch"
    r"|(?:mon|tues|wednes|thurs|fri)day|(?:next|first|last)(?! (?:free|available|open)))\b)"
)
_GETS: Final = Late(
    r"\b(?P<lead>(?:book|schedule|get|find|give|arrange|set up)(?: in)?) (?:her|him|them) "
    r"(?=(?:in|an?|half|one|two|some|time)\b|\d)"
)
_THEIR_EVENT: Final = Late(
    r"\s*(?:(?P<they>she|he|they)(?P<fact>(?:['’]| )[^,;.!?]{2,60}?(?:\s?[,;.!–-]+\s+|\s(?=(?:so|and)\s))))?"
    rf"(?P<lead>(?:(?:(?:so|and|then|ok|okay|right|yes|also|just|kindly)[, ]+)|{ASKED})*+"
    r"(?:move|push|shift|re-?schedule|postpone|delay|bring|pull|cancel|call off|scrap|delete|rename|extend|shorten)"
    r"(?: (?:back|forward|up|out|off))?) (?P<own>her|his|their) "
    r"(?P<event>(?!(?:to|from|out|off|in|into|on|at|as|up|and|or|by|for|with|about|that|this|if|when|again|instead"
    r"|please|pls|too|(?:outlook )?(?:calendar|diary|agenda|schedule)|mails?|e-?mails?|messages?|chats?|access|rights?"
    r"|permissions?|invit\w+|name|reply)\b)[^\W_].*)"
)
"""What is to be done with an event of theirs, and what is told of them before."""
_INTO_IT: Final = Late(r"\b(?:in|into|onto) (?:it|(?:that|this|the(?: new)?) calend[ae]r)\b")
_BOOKS: Final = (
    r"^(?P<lead>\s*(?:(?:ok|okay|yes|yeah|right|so|and|then|great|please|pls|can you|could you)[\s,]+)*"
    r"(?:(?:go ahead|carry on) (?:and )?)?(?:book|schedule|take|confirm|do|with) )"
)
_PARTS: Final = {"half": 1 / 2, "a third": 1 / 3, "twice": 2, "double": 2, "three times": 3}
_MOMENT: Final = timedelta(seconds=1)
_ANSWERS: Final = {"yes": "accept", "no": "decline", "maybe": "tentatively accept"}
_OF_IT: Final = (
    ("suggests-then", "propose {when} instead"),
    ("clashes-so", "{rest}"),
    ("better-then", "move it to {when}"),
    ("always-at", "move the whole series to {when}"),
    ("not-but-who", "replace {out} with {in}"),
    ("asks-what-clashes", "what else do i have then?"),
    ("asks-said-yes", "has {who} accepted it?"),
    ("titled-anew", "rename it to {title}"),
    ("asks-whom-invited", "who is invited to it?"),
    ("room-for-the-one", "book a room {like} for it"),
)
"""What is said of the one meeting that was just shown, and how it is said of any."""
_SHORT: Final = {"'ll": " will", "'s": " is"}
_PRONOUNS: Final = re.compile(r"\b(?:her|him|them)\b")


def rows_kept(before: Frame, after: Frame) -> Frame:
    """With the list from which the one event comes that is spoken of now, as long as nothing else is."""
    rows = before.listed if len(before.listed) > 1 else before.rows
    is_of_these = len(after.listed) == 1 and after.listed[0] in rows
    return replace(after, rows=rows if is_of_these else ())


def with_its_rows(utterance: str, frame: Frame) -> Frame:
    """ "And no to the first", once the second was told of: of the list that both are in."""
    if not frame.rows or frame.has_mail or frame.booking or frame.open_change:
        return frame
    return replace(frame, listed=frame.rows) if patterns()["counts-rows"].search(utterance) else frame


def in_other_words(utterance: str, frame: Frame, context: Context) -> str:
    """What is asked of what is on the screen, as it is asked of anything: of a mail "what does she want?" reads it."""
    words = patterns()
    if not frame.has_mail and len(frame.listed) > 1:
        if found := words["row-then-asks"].fullmatch(utterance):
            utterance = f"{found['before']}{found['row']} one{found['behind']}?"
        elif not frame.booking and (found := words["what-of-row"].fullmatch(utterance)):
            return f"what is {found['row']} one about?"
    if said := (
        _of_the_one(utterance, frame, context) or _absent_named(utterance, frame) or _of_the_series(utterance, frame)
    ):
        return said
    if frame.has_mail:
        if words["asks-what-they-want"].fullmatch(utterance):
            return "read it"
        if found := words["asks-meeting-of-mail"].fullmatch(utterance):
            return f"turn this mail into a meeting{found['rest'] or ''}"
        if not frame.asked and (meeting := _meeting_of_mail(utterance)):
            return meeting
    elif frame.listed and (found := words["asks-who-from"].fullmatch(utterance)):
        return f"who is the organizer of {found['which']}?"
    if frame.inquiry and not frame.just_named and (found := words["blocks-it-for"].fullmatch(utterance)):
        return f"book it, call it {found['x']}"
    if found := words["asks-how-busy"].fullmatch(utterance):
        return f"how busy is my {found['when']}?"
    return "when am I next free?" if words["asks-next-break"].fullmatch(utterance) else utterance


def _of_the_series(utterance: str, frame: Frame) -> str:
    """When the series ends that is being booked, or which day it leaves out; "" where it is neither."""
    if frame.booking is None or not frame.booking.time.rrule:
        return ""
    if found := patterns()["booked-ends"].fullmatch(utterance):
        return f"until {found['end']}"
    skips = patterns()["booked-skips"].fullmatch(utterance)
    return f"except {skips['day']}" if skips else ""


def _meeting_of_mail(utterance: str) -> str:
    """ "Turn the offsite one into a meeting", "put it in the calendar", of the mail that is shown; "": neither."""
    words = patterns()
    found = words["mail-into-meeting"].fullmatch(utterance) or words["mail-into-calendar"].fullmatch(utterance)
    if found is None:
        return ""
    told = found.groupdict()
    which = f"{told['row']} mail" if told.get("row") else "this mail"
    which = f"the mail about {told['topic']}" if told.get("topic") else which
    return f"turn {which} into a meeting{told['rest'] or ''}"


def _of_the_one(utterance: str, frame: Frame, context: Context) -> str:
    """What is asked or wished of the one meeting that was just shown, as of any; "" where it is nothing of the kind."""
    words = patterns()
    if len(frame.listed) != 1 or frame.has_mail or frame.booking or frame.open_change or frame.asked:
        return ""
    answered = frame.undo is not None and frame.undo.verb == "undo_respond"
    if answered and (found := words["yes-tells"].fullmatch(utterance)):
        # The yes is to what was answered, and does not turn that round.
        return str(found["rest"])
    if answered and words["only-that-yes"].fullmatch(utterance):
        return "yes"
    written, utterance = utterance, around.of_event(utterance, context)
    if found := words["can-they-do-it"].fullmatch(utterance):
        return f"move it {'' if found['delta'] else 'to '}{found['delta'] or found['when']}"
    for name, way in _OF_IT:
        if found := words[name].fullmatch(utterance):
            return way.format(**found.groupdict())
    if found := words["can-they-do-it"].fullmatch(utterance):
        return f"move it {'' if found['delta'] else 'to '}{found['delta'] or found['when']}"
    changed = frame.undo is not None and frame.undo.verb in ("undo_change", "undo_book")
    if changed and (found := words["long-enough-too"].fullmatch(utterance)):
        return f"make it {found['amount']} long"
    if (frame.undo or "be " in utterance) and (found := words["could-join-it"].fullmatch(utterance)):
        return f"add {found['who']} to it{' as optional' if found['role'] else ''}"
    if found := words["asks-is-with"].fullmatch(utterance):
        return f"is {found['in'] or found['with'] or found['first']} coming to it?"
    if found := words["says-answer"].fullmatch(utterance) or words["now-a-yes"].fullmatch(utterance):
        why = found.groupdict().get("why")
        return f"{_ANSWERS[found['answer'].lower()]} it{f', tell them that {why}' if why else ''}"
    plain = amended.of_event(utterance, context)
    return plain if plain != written else ""


def of_them(utterance: str, frame: Frame) -> str:
    """Without those who are known anyway ("who's in it besides her"), and with the name of whose reply "his" is.

    Who is booked with as "just him", or is to have the same as was booked last, stands where guests do.
    """
    words = patterns()
    if frame.booking and frame.booking.room and (room := words["no-that-room"].fullmatch(utterance)):
        return f"{room['in']} instead of {room['out']}"
    if not frame.asked and (mail := words["has-written"].fullmatch(utterance)):
        return f"any mail from {mail['who']}?"
    if frame.inquiry and (taken := words["takes-that-time"].fullmatch(utterance)):
        return taken["then"]
    if frame.booking and frame.booking.duration and (begins := words["begins-then"].fullmatch(utterance)):
        # It begins then, and takes as long as was said.
        return f"at {begins['at'].removeprefix('at ')}"
    if frame.booking and (part := words["length-by-part"].fullmatch(utterance)):
        return f"make it {round(frame.booking.length.total_seconds() / 60 * _PARTS[part['part'].lower()])} minutes"
    if theirs := words["their-event-needs-room"].fullmatch(utterance):
        return f"book {theirs['room']} for {theirs['event']}"
    if frame.just_named and (found := words["just-with-them"].fullmatch(utterance)):
        put = words["put-in-then"].fullmatch(found["request"])
        request = f"{put['lead']}book {put['what']} {put['when']}{put['rest']}" if put else found["request"]
        utterance = f"{request} with {found['them']}"
    booked = frame.undo is not None and not frame.asked and any(not offer.is_open for offer in frame.offers)
    if booked and (found := words["wants-the-same"].fullmatch(utterance)):
        return f"same again but with {found['who'] or found['wisher']}{found['rest']}"
    if booked and (found := words["same-people-then"].fullmatch(utterance)):
        is_next = bool(found["title"]) and found["title"].lower().startswith("follow")
        return f"{'schedule a follow-up to it' if is_next else 'same again'} {found['rest']}"
    if booked and (found := words["same-with"].fullmatch(utterance)):
        return f"the same with {found['who']}{found['rest'] or ''}"
    if booked and (found := words["one-more-with"].fullmatch(utterance)):
        return f"another one with {found['who']}{found['rest'] or ''}"
    utterance = words["who-besides"].sub("", utterance)
    if frame.principal is None:
        return utterance
    return words["their-absence-reply"].sub(f"{frame.principal.person.name}'s out of office", utterance)


def _absent_named(utterance: str, frame: Frame) -> str:
    """ "Let Tom know she'll be out", right after Priya was spoken of: with her name; "" where nobody else was."""
    found = patterns()["tells-of-absent"].fullmatch(utterance)
    spoken_of = [frame.principal.person] if frame.principal else list(frame.just_named)
    others = [each for each in spoken_of if found and not goes_by(found["whom"], each.name)]
    if found is None or len(others) != 1:
        return ""
    verb = _SHORT.get(found["is"].replace("’", "'"), found["is"])
    return f"{found['lead']}that {others[0].name}{verb}{found['rest']}"


def whose(utterance: str, frame: Frame) -> str:
    """With the name of whose calendar was spoken of last, or who was, where the words say "for her", "his Friday".

    "Her review" is hers whose calendar was shown; of somebody who was only named it may be one with her.
    """
    person = frame.principal.person if frame.principal else None
    if person is None and len(frame.just_named) == 1:
        person = frame.just_named[0]
    if person is None:
        return utterance
    if frame.principal and (event := _THEIR_EVENT.fullmatch(utterance)):
        if event["they"]:
            return f"{person.name}{event['fact']}{event['lead']} {event['own']} {event['event']}"
        return f"{event['lead']} {person.name}'s {event['event']}"
    words = patterns()
    if frame.principal and (mine := words["meets-me-alone"].fullmatch(utterance)):
        return f"{mine['lead']} for {person.name} with me{mine['rest']}"
    if meal := words["books-them-a-meal"].fullmatch(utterance):
        return f"{meal['lead']} {meal['meal']} for {person.name}{meal['rest']}"
    if frame.principal and words["asks-what-else"].fullmatch(utterance):
        day = f" on {frame.day:%-d %B %Y}" if frame.day else ""
        return f"what's on {person.name}'s calendar{day}"
    if frame.principal and frame.day_shown and (all_of_it := words["all-of-their-day"].fullmatch(utterance)):
        day = f"on {frame.day_shown:%-d %B %Y}"
        return f"{all_of_it['lead']} all of {person.name}'s meetings {day}{all_of_it['rest']}"
    said = _FOR_THEM.sub(rf"\g<lead> {person.name}", utterance)
    return _GETS.sub(rf"\g<lead> {person.name} ", _THEIR_TIME.sub(f"{person.name}'s ", said))


def with_unknown(utterance: str, said: Understood, frame: Frame) -> Understood:
    """With "her" of "block 2-3 for her" among those who come, where nobody was spoken of: it is asked who she is."""
    if said.intent is not Intent.SCHEDULE or said.room or frame.principal or frame.just_named:
        return said
    found = _FOR_THEM.search(utterance) or _GETS.search(utterance)
    if found is None or any(each.kind == "pronoun" for each in (*said.people, *said.bare)):
        return said
    her = next(word for word in _PRONOUNS.findall(found[0].lower()))
    at = utterance.lower().index(her, found.start())
    return replace(said, people=(*said.people, PersonMention(her, (at, at + len(her)), kind="pronoun")))


def with_those_asked(utterance: str, frame: Frame) -> str:
    """ "Grab that slot, 30 min about the audit", once it was asked whether somebody is free: with them, then."""
    found = patterns()["takes-asked"].fullmatch(utterance) if frame.inquiry and frame.just_named else None
    return f"book time with them then{found['rest']}" if found else utterance


def at_freed_time(utterance: str, frame: Frame, context: Context) -> str:
    """ "Block the hour for me", right after a cancellation: the time that it leaves free, for oneself."""
    is_newest = frame.undo is not None and frame.undo.verb == "book_again_offer"
    found = patterns()["takes-freed"].fullmatch(utterance) if is_newest and frame.gone else None
    if found is None or context.question or frame.booking or len(frame.gone[-1].events) != 1:
        return utterance
    if frame.undo is None or frame.undo.data.get("card") != frame.gone[-1].id:
        # A whole series leaves no one hour.
        return utterance
    [gone] = frame.gone[-1].events
    start, end = gone.start.astimezone(context.zone), gone.end.astimezone(context.zone)
    if gone.is_all_day or start < context.now or start.date() != end.date():
        return utterance
    what = found["what"] or "me"
    return f"block {start:%-d %B %Y} from {start:%H:%M} to {end:%H:%M} for {what}"


def cancelled_moved(utterance: str, frame: Frame, context: Context) -> str:
    """ "Actually move it to Tuesday instead", right after it was cancelled: it is held again then."""
    is_newest = frame.undo is not None and frame.undo.verb == "book_again_offer" and bool(frame.gone)
    found = patterns()["moves-cancelled"].fullmatch(utterance) if is_newest else None
    if found is None or context.question or frame.booking or frame.listed:
        return utterance
    return f"book it again {found['time']}" if read(found["time"], context).when else utterance


def booking_undone(utterance: str, frame: Frame) -> tuple[str, Frame]:
    """ "Make it Wednesday at 4 instead", once a booking was taken back: with that booking at hand, to be made anew."""
    last = frame.offers[-1] if frame.offers else None
    at_rest = not (frame.asked or frame.booking or frame.open_change or frame.listed or frame.has_mail)
    if last is None or not last.withdrawn or not at_rest:
        return utterance, frame
    if found := patterns()["undone-with"].fullmatch(utterance):
        # Who comes instead is said as of times that are still on offer.
        asked = Asked(last.id, Question("yes_no"))
        return f"with {found['who']} instead", replace(frame, booking=last.booking, asked=asked)
    return utterance, replace(frame, booking=last.booking) if patterns()["amends-undone"].match(utterance) else frame


def leaves_message(utterance: str, frame: Frame) -> tuple[str, Frame]:
    """ "Actually just push it to 2", instead of a message about it that is about to be sent: the event itself.

    What it says would not be true any more, so it is not what the answer is to.
    """
    asked, words = frame.asked, patterns()["moves-it-instead"]
    tap = (asked.yes or asked.bidden) if asked else None
    if tap is None or tap.verb != "letter_send" or len(frame.listed) != 1:
        return utterance, frame
    found = words.fullmatch(utterance)
    return (found["request"], frame.at_rest()) if found else (utterance, frame)


def booking_named(utterance: str, frame: Frame) -> tuple[str, Frame]:
    """ "Go ahead and book the hinges one": "it", with the booking at hand again that is about hinges."""
    for offer in reversed(frame.offers):
        subject = offer.booking.subject
        if not (subject and offer.is_open) or offer.booking.is_inquiry:
            continue
        named = re.compile(rf"{_BOOKS}(?:the |that )?{re.escape(subject)}(?: (?:one|meeting|thing))\b", re.IGNORECASE)
        if named.search(utterance):
            taps = offers.taps(offer)
            is_asked = frame.asked is not None and frame.asked.id == offer.id
            anew = Asked(offer.id, Question("choice"), taps, yes=taps[0] if len(taps) == 1 else None)
            again = replace(frame, booking=offer.booking, asked=frame.asked if is_asked else anew)
            return named.sub(r"\g<lead>it", utterance, count=1), again
    return utterance, frame


def calendar_at_hand(utterance: str, frame: Frame, context: Context) -> str:
    """ "Share it with Tom", once a calendar was made: that one, by its name, where nothing else is on the screen."""
    act = frame.calendar
    is_newest = act is not None and frame.undo is not None and frame.undo.data.get("card") == act.id
    if act is None or not (act.name and is_newest) or act.kind == "delete":
        return utterance
    if frame.listed or frame.booking or frame.has_mail or context.question:
        return utterance
    into = _INTO_IT.sub(f"in my {act.name} calendar", utterance)
    return of_the_one(utterance, act.name, context, understand) or into


def on_the_day_shown(utterance: str, frame: Frame, context: Context) -> str:
    """ "Block 2-3", with the day whose agenda is on the screen: it is put down there, not on the next day at 2.

    "Who's in my thing at 3?" is of that day, too, and of the day of which it was asked when one is free, or of which
    times are offered.
    """
    is_open = bool(frame.booking or context.question)
    day = (_day_asked_for(frame, context) or _day_offered(frame, context)) if is_open else frame.day_shown
    if day is None or day == context.now.date():
        return utterance
    if not is_open and (beside := patterns()["day-beside-shown"].fullmatch(utterance)):
        # "The day after?" is the one after the day that is shown.
        return f"what's on {day + timedelta(days=1 if beside['after'] else -1):%-d %B %Y}"
    said = understand(utterance, context)
    times = said.when or (read(utterance, context).when if said.facet == "focus" else ())
    clocks = [when for when in times if when.kind is not Kind.DURATION]
    is_new = said.intent in (Intent.SCHEDULE, Intent.CHECK_AVAILABILITY) and not (said.time.rrule or is_open)
    # "Is he free at 2?", beside times of Thursday.
    is_beside = is_open and said.intent is Intent.CHECK_AVAILABILITY and bool(said.people)
    is_new = is_new or (said.intent is Intent.CANCEL and said.facet == "cleared" and not is_open)
    is_new = is_new or (said.intent is Intent.FIND_ROOM and not is_open)
    if not (is_new or is_beside or said.intent in (Intent.EVENT_DETAILS, Intent.LIST_EVENTS)) or not clocks:
        return utterance
    if not all(when.dayless or when.kind is Kind.TIME for when in clocks):
        return utterance
    return _dated(utterance, clocks[-1].span[1], day)


def _day_asked_for(frame: Frame, context: Context) -> date | None:
    """The one day of which it was asked last who is free, or when; None where nothing but that is not what is open."""
    if frame.booking is None or not frame.booking.is_inquiry:
        return None
    time = frame.booking.time
    starts = [time.exact] if time.exact else [slot.start for slot in time.slots]
    days = {start.astimezone(context.zone).date() for start in starts if start}
    ends = [slot.end for slot in time.slots if slot.end and not time.exact]
    days |= {(end.astimezone(context.zone) - _MOMENT).date() for end in ends}
    return next(iter(days)) if len(days) == 1 else None


def _day_offered(frame: Frame, context: Context) -> date | None:
    """The one day of the times on the card; None where they are of several."""
    shown = frame.open_change or frame.open_offer
    days = {each.window.start.astimezone(context.zone).date() for each in shown.openings} if shown else set()
    return next(iter(days)) if len(days) == 1 else None


def _dated(utterance: str, end: int, day: date) -> str:
    return f"{utterance[:end]} on {day:%-d %B %Y}{utterance[end:]}"
