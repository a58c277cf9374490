"""Work for somebody else until further notice: every request is about their calendar, and every answer says so.

João: from now on I'm working for Grace
Bot: From now on I work on Grace Sullivan's calendar. Say “back to my own calendar” to stop.
João: what's on Thursday?
Bot: Grace Sullivan's calendar · Thursday, 26 November …
"""

from dataclasses import replace

from dialogs import behalf
from dialogs.asker import Asker
from dialogs.cards import behalf as cards
from dialogs.frame import Frame, Reach
from dialogs.people import attendees
from dialogs.turn import Reply
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import PersonMention, Role

_LONGEST = 120
"""Characters. What is longer says more than for whom somebody works."""


def speaks_of_it(utterance: str, frame: Frame) -> bool:
    """Whether it is said for whom somebody works from now on, with or without a request behind it."""
    return bool(_parted(utterance, frame))


def _parted(utterance: str, frame: Frame) -> tuple[str, str] | None:
    """For whom, in words, and what is asked behind it; None where something else is said."""
    words = patterns()
    is_another = frame.serving is not None or frame.principal is not None
    ends = [len(utterance), *(found.start() for found in words["serves-then"].finditer(utterance[:_LONGEST]))]
    for end in ends:
        head = utterance[:end]
        serves = len(head) <= _LONGEST and words["serves"].fullmatch(head)
        if serves or (is_another and len(head) <= _LONGEST and words["serves-no-more"].fullmatch(head)):
            return head, words["serves-then"].sub("", utterance[end:], count=1)
    return None


async def taken_up(utterance: str, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """For whom the speaker works from now on; None where something else is said. Raises RosterUnknown, GraphError."""
    parted = _parted(utterance, frame)
    if parted is None:
        return None
    head, then = parted
    frame = replace(frame, then=then, then_waits=True, then_listed=())
    found = patterns()["serves"].fullmatch(head)
    if found is None:
        return _over(frame, asker)
    name = found["who"].strip()
    mention = PersonMention(name, (0, 0), Role.ON_BEHALF_OF, behalf.kind_of(name))
    guests, unclear = await attendees.who_is(mention, asker, frame.just_named)
    if len(guests) != 1:
        return frame, behalf.ask_whose(name, unclear.candidates if unclear else (), utterance, asker)
    if guests[0].person.id == asker.me.id:
        return _over(frame, asker)
    acting = await behalf.acting_for(guests[0].person, asker)
    principal = acting.principal
    assert principal is not None
    if principal.reach < Reach.WRITE:
        card = cards.missing(principal, asker.reader)
        return frame, Reply(card=card, dialog="behalf", outcome="right_missing")
    words = asker.reader.say("serving-begun", name=principal.person.name)
    frame = replace(frame.at_rest(), serving=principal, principal=principal, listed=())
    return frame, Reply(text=words, dialog="behalf", outcome="serving")


def _over(frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    words = asker.reader.say("serving-over")
    frame = replace(frame.at_rest(), serving=None, principal=None, listed=())
    return frame, Reply(text=words, dialog="behalf", outcome="own_again")
