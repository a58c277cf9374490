"""Write to the people of an event: running late, a word to all, a nudge to the silent; or pass it on to somebody.

Ana: tell everyone in my next meeting I'm 10 minutes late
Bot: To Tom Becker and Priya Raman: “I am running about 10 minutes late for …”   [Send] [Don't send]
Ana: [Send]
Bot: Sent.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs import courtesy, stale
from dialogs.asker import Asker
from dialogs.booking import questions
from dialogs.cards import messages as cards
from dialogs.cards import notices
from dialogs.frame import Asked, Frame, Letter
from dialogs.mail import delivery
from dialogs.mail.headline import headline, titled
from dialogs.people import attendees
from dialogs.people.names import goes_by
from dialogs.referents import upcoming, which
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots.addressed import as_sentence, begun
from dialogs.understand.understood import Intent, PersonMention, Question, Role, Understood
from graph.errors import GraphError
from graph.model import Event, Person, Response

_THEM = re.compile(r"\b(?:them|they)\b", re.IGNORECASE)
_PAIR = re.compile(r"(?:1[:-]1|121|one[- ](?:to|on)[- ]one|catch[- ]?up|meeting|call)?", re.IGNORECASE)
"""What two call a meeting of theirs, whatever its title is."""
_ORGANIZER = re.compile(
    r"\b(?:tell|let|inform|notify|message|warn|e-?mail|mail|write(?: to)?|ask)\s(?:the\s)?organi[sz]ers?\b", re.I
)
_OF_ONE = frozenset(("him", "her", "he", "she"))
_FIXED = frozenset(("reply", "reply_all"))
"""Kinds of letters whose readers are those of a mail."""
JUST_BEGUN = timedelta(minutes=30)
"""One may still be late for what began so long ago."""
LONGEST = 4000
"""Characters of a message."""
MOST = 6


async def about_event(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A message to those who come to an event, or its invitation passed on; nothing before the tap.

    Raises GraphError.
    """
    found = await _meant(said, frame, asker)
    if not found:
        return frame, Reply(text=asker.reader.say("letter-which"), dialog="messages", outcome="nothing")
    if len(found) > 1 and not which.is_one_again(found):
        return _ask_which(found, said, frame, asker)
    return await _about(found[0], said, frame, asker)


async def absent(event: Event, note: str, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A word to those who come to what the speaker organizes and cannot come to. Raises GraphError."""
    text = asker.reader.say("letter-absent", note=note)
    return await _about(event, Understood(Intent.CONTACT_ATTENDEES, 1.0, note=text), frame, asker)


async def write(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A mail to somebody, about no event. Raises GraphError."""
    if said.facet != "new":
        return frame, courtesy.answer(said.intent, asker.reader)
    subject = await _title_at_hand(said, frame, asker) or titled(said.subject) or headline(said.note)
    return await addressed(said, Letter(asker.card_id, subject=subject, text=begun(said.note)), frame, asker)


async def _title_at_hand(said: Understood, frame: Frame, asker: Asker) -> str:
    """What the meeting at hand is called, where a mail is to be about "it"; empty where it is about anything else.

    Raises GraphError.
    """
    if len(frame.listed) != 1 or not patterns()["mail-about-it"].fullmatch(said.subject):
        return ""
    return next((event.subject for event in await upcoming.occurrences(asker) if event.id in frame.listed), "")


async def _meant(said: Understood, frame: Frame, asker: Asker) -> tuple[Event, ...]:
    """The events ahead that are spoken of; the one at hand, or what is next, where they are not described."""
    described = said.event
    ahead = [event for event in await upcoming.occurrences(asker) if not event.is_cancelled]
    if described and (which.is_described(described) or described.choice is not None):
        # "Let Priti know I'm late for our 1:1": the one with her.
        theirs = replace(described, people=said.people) if _is_told(said, described) else described
        found = which.meant(theirs, ahead, frame) or which.meant(described, ahead, frame)
        if not found:
            later = [each for each in await upcoming.occurrences(asker, upcoming.YEAR) if not each.is_cancelled]
            found = which.meant(described, later, frame)
        if found or not said.people or not _PAIR.fullmatch(described.subject):
            return found
        # "Tell Siobhan I'll be late for our 1:1": the next one that she comes to, of two first.
        hers = [event for event in ahead if not event.is_all_day and which.attends(said.people, event)]
        hers = [event for event in hers if event.start >= asker.now - JUST_BEGUN]
        pair = [event for event in hers if len(_others(event, asker)) == 1]
        return tuple((pair or hers)[:1])
    company = [event for event in ahead if not event.is_all_day and _others(event, asker)]
    company = [event for event in company if event.response is not Response.DECLINED]
    if said.people and said.intent is Intent.CONTACT_ATTENDEES:
        named = [event for event in company if which.attends(said.people, event)]
        company = named or company
    listed = [event for event in ahead if event.id in frame.listed]
    is_next = described is not None or said.facet == "late"
    if not is_next or (len(listed) == 1 and described is None):
        return tuple(listed) if len(listed) == 1 else ()
    coming = [event for event in company if event.start >= asker.now - JUST_BEGUN]
    # "Tell them": those of what is on the screen, where something is.
    shown = [event for event in coming if event.id in frame.listed]
    return tuple((shown if _THEM.search(asker.turn.utterance) and shown else coming)[:1])


def _is_told(said: Understood, described: Understood) -> bool:
    """Whether it is told to those who are named, and who are not named with the event itself."""
    return said.intent is Intent.CONTACT_ATTENDEES and bool(said.people) and not described.people


def _ask_which(found: Sequence[Event], said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    shown = found[:MOST]
    letter = Letter(asker.card_id, kind=_kind(said), text=begun(said.note), late=said.time.duration)
    taps = tuple(Tap("letter_event", {"card": letter.id, "event": event.id}) for event in shown)
    question = Question("choice", tuple(f"{event.subject} {asker.reader.moment(event.window)}" for event in shown))
    asked = Asked(letter.id, question, taps, left="nothing-sent")
    names = tuple(person.text for person in said.people)
    frame = replace(
        frame.at_rest(), letter=replace(letter, names=names), asked=asked, listed=tuple(each.id for each in shown)
    )
    card = cards.which(shown, letter.id, asker.id, asker.reader)
    return frame, Reply(card=card, dialog="messages", outcome="asked")


def _kind(said: Understood) -> str:
    return "forward" if said.intent is Intent.FORWARD else said.facet


async def event_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """One of several events was tapped. Raises GraphError."""
    letter = _open(data, frame)
    if letter is None:
        return frame, stale.expired("messages", asker)
    event = await stale.event_of(data.get("event"), asker)
    if event is None:
        return frame, stale.gone("messages", asker)
    from_words = Understood(
        Intent.FORWARD if letter.kind == "forward" else Intent.CONTACT_ATTENDEES,
        1.0,
        facet="" if letter.kind == "forward" else letter.kind,
        people=tuple(PersonMention(name, (0, len(name))) for name in letter.names),
        note=letter.text,
    )
    from_words = replace(from_words, time=replace(from_words.time, duration=letter.late))
    return await _about(event, from_words, frame.closing(letter.id), asker)


async def _about(event: Event, said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    reader, subject = asker.reader, event.subject or asker.reader.say("no-subject")
    frame = replace(frame, listed=(event.id,))
    letter = Letter(asker.card_id, kind=_kind(said), event_id=event.id, subject=subject, text=begun(said.note))
    if said.intent is Intent.FORWARD:
        return await addressed(said, letter, frame, asker)
    moment = reader.moment_of(event.start, event.end, all_day=event.is_all_day)
    match said.facet:
        case "late":
            length = said.time.duration
            by = "letter-late-by" if length else "letter-late"
            told = reader.say(
                by, subject=subject, time=reader.clock(event.start), length=reader.duration(length or timedelta())
            )
            why = f" {as_sentence(said.note)}" if said.note else ""
            letter = replace(letter, subject=reader.say("letter-late-subject", subject=subject), text=f"{told}{why}")
        case "nudge":
            return _nudge(event, letter, moment, frame, asker)
    if all(who.text.lower() in subject.lower() for who in said.people):
        # "Tell roadmap I'm late": the meeting stands for those who come.
        said = replace(said, people=())
    to = _named(said, _others(event, asker)) if said.people else _others(event, asker)
    if _ORGANIZER.search(asker.turn.utterance) and not event.is_organizer and not said.people:
        to = (event.organizer,)
    if not to:
        names = reader.names([who.text for who in said.people]) if _others(event, asker) else ""
        of = {"names": names} if names else {}
        words = reader.say("letter-not-among" if names else "letter-nobody", subject=f"“{subject}”", **of)
        return frame, Reply(text=words, dialog="messages", outcome="nobody")
    return ask(replace(letter, to=to), frame, asker)


def _nudge(event: Event, letter: Letter, moment: str, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    reader = asker.reader
    subject = letter.subject
    if not event.is_organizer:
        words = reader.say("letter-nudge-own", name=event.organizer.name, subject=f"“{subject}”")
        return frame, Reply(text=words, dialog="messages", outcome="not_organizer")
    silent = tuple(
        Person(each.name, each.email)
        for each in event.attendees
        if each.kind != "resource"
        and each.response in (Response.NONE, Response.NOT_RESPONDED)
        and each.email.lower() != asker.me.email.lower()
    )
    if not silent:
        words = reader.say("letter-nudge-none", subject=f"“{subject}”")
        return frame, Reply(text=words, dialog="messages", outcome="nobody")
    text = reader.say("letter-nudge", subject=subject, moment=moment)
    title = reader.say("letter-nudge-subject", subject=subject)
    return ask(replace(letter, to=silent, subject=title, text=text), frame, asker)


async def addressed(said: Understood, letter: Letter, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Ask whether it is to be sent to people of the directory, who must be known for certain. Raises GraphError."""
    guests, unresolved = await attendees.resolve(said.people, asker, frame.just_named)
    letter = replace(letter, to=tuple(guest.person for guest in guests), unresolved=tuple(unresolved))
    return await _go_on(letter, frame, asker)


async def _go_on(letter: Letter, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    if letter.unresolved:
        unclear = letter.unresolved[0]
        card, asked = await questions.which_person(unclear, letter.id, asker, "send")
        frame = replace(frame.at_rest(), letter=letter, asked=replace(asked, left="nothing-sent"))
        return frame, Reply(card=card, dialog="messages", outcome="asked")
    if not letter.to:
        return frame, Reply(text=asker.reader.say("letter-to-whom"), dialog="messages", outcome="nobody")
    return ask(letter, frame, asker)


async def choose_person(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Whom a name means. Raises GraphError."""
    letter = _open(data, frame)
    if letter is None or not letter.unresolved:
        return frame, stale.expired("messages", asker)
    unclear, *rest = letter.unresolved
    chosen = next((person for person in unclear.candidates if person.email == data.get("email")), None)
    if chosen is None and "email" in data:
        return frame, stale.expired("messages", asker)
    to = (*letter.to, chosen) if chosen else letter.to
    return await _go_on(replace(letter, id=asker.card_id, to=to, unresolved=tuple(rest)), frame, asker)


def ask(letter: Letter, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Show it as it would be sent."""
    yes = Tap("letter_send", {"card": letter.id}) if letter.text or not letter.needs_words else None
    question = Question("yes_no") if yes else Question("note")
    asked = Asked(letter.id, question, (), yes, left="nothing-sent")
    frame = replace(frame.at_rest(), letter=letter, asked=asked)
    return frame, Reply(card=cards.letter(letter, asker.id, asker.reader), dialog="messages", outcome="asked")


async def correct(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Other words, while the card asks."""
    letter = frame.letter
    if letter is None:
        return frame, stale.expired("messages", asker)
    changed = replace(_worded(letter, said.note[:LONGEST]), id=asker.card_id)
    return ask(changed, frame.closing(letter.id), asker)


def _worded(letter: Letter, text: str) -> Letter:
    """With another text, and with what that is about where the subject was taken from the words."""
    taken = letter.subject == headline(letter.text)
    return replace(letter, text=text, subject=headline(text) if taken else letter.subject)


def goes_elsewhere(said: Understood, letter: Letter) -> bool:
    """Whether the words tell to whom else it is to go, or under which subject."""
    to_others = bool(said.people) and said.facet in ("", "instead") and not said.when
    return letter.kind not in _FIXED and (to_others or (said.facet == "subject" and bool(said.subject)))


async def readdress(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """To others besides, or instead, or under another subject, while the card asks. Raises GraphError."""
    letter = frame.letter
    assert letter is not None
    frame = frame.closing(letter.id)
    if not said.people:
        return ask(replace(letter, id=asker.card_id, subject=said.subject), frame, asker)
    guests, unresolved = await attendees.resolve(said.people, asker, letter.to)
    named = {guest.person.email.lower() for guest in guests}
    added = tuple(guest.person for guest in guests if guest.role is not Role.WITHOUT)
    stays = said.facet != "instead" or not (added or unresolved)
    kept = tuple(each for each in letter.to if stays and each.email.lower() not in named)
    return await _go_on(replace(letter, id=asker.card_id, to=(*kept, *added), unresolved=unresolved), frame, asker)


async def send(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Send what the card shows, with what was typed into it; once. Raises GraphError where it was not sent."""
    letter = _open(data, frame)
    if letter is None or not letter.to:
        return frame, stale.expired("messages", asker)
    typed = data.get("words")
    text = (typed if isinstance(typed, str) else letter.text).strip()[:LONGEST]
    letter = _worded(letter, text)
    if not text and letter.needs_words:
        return ask(replace(letter, id=asker.card_id), frame.closing(letter.id), asker)
    frame = frame.closing(letter.id)
    try:
        await delivery.deliver(letter, asker)
    except GraphError as error:
        if letter.mail_id or not error.may_have_happened:
            raise
        # An invitation that is passed on has no id by which a second try could be told from the first.
        words = asker.reader.say("letter-maybe")
        return frame, Reply(card=notices.notice(words, asker.reader), dialog="messages", outcome="maybe")
    frame = replace(frame, letter=None, undo=Tap("letter_undo", {}))
    return frame, Reply(card=cards.sent(letter, asker.reader), dialog="messages", outcome="sent")


async def leave(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Nothing is sent."""
    words = asker.reader.say("nothing-sent")
    frame = replace(frame.closing(data.get("card")), letter=None)
    return frame, Reply(card=notices.notice(words, asker.reader), dialog="messages", outcome="left")


async def undo(_data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What was sent stays sent."""
    words = asker.reader.say("letter-undo")
    return replace(frame, undo=None), Reply(text=words, dialog="messages", outcome="stays")


def _open(data: Json, frame: Frame) -> Letter | None:
    letter = frame.letter
    return letter if letter and letter.id == data.get("card") and letter.id not in frame.closed else None


def _others(event: Event, asker: Asker) -> tuple[Person, ...]:
    """Everybody else who comes, the organizer first; rooms are no people."""
    everyone = [] if event.is_organizer else [event.organizer]
    everyone += [Person(each.name, each.email) for each in event.attendees if each.kind != "resource"]
    found = {each.email.lower(): each for each in reversed(everyone) if each.email.lower() != asker.me.email.lower()}
    return tuple(reversed(found.values()))


def _named(said: Understood, others: Sequence[Person]) -> tuple[Person, ...]:
    """Those of them who were named."""
    names = [each.text for each in said.people if each.role is not Role.WITHOUT]
    pronouns = {each.text.lower() for each in said.people if each.kind == "pronoun"}
    named = tuple(each for each in others if any(goes_by(name, each.name) for name in names))
    # Of one is spoken as "her" who called the others together, where it is none of one's own.
    return named or (tuple(others[:1]) if pronouns & _OF_ONE else tuple(others) if pronouns else ())
