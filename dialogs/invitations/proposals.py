"""Other times that people have proposed for what one organizes: tell them, move the event to one, or leave it.

Ana: did anyone propose another time?
Bot: One other time is proposed
     Design review: Tom Becker, Thu 26 Nov, 15:00 – 16:00      [Take this time]
Ana: take Tom's time
Bot: Change “Design review”?  Tue 24 Nov, 10:00 – 11:00 → Thu 26 Nov, 15:00 – 16:00 …
"""

from collections.abc import Sequence
from dataclasses import replace

from dialogs import stale
from dialogs.asker import Asker
from dialogs.cards import proposals as cards
from dialogs.cards.proposals import Proposal, proposals_of
from dialogs.changing import preview
from dialogs.frame import Asked, Change, Frame, Wish
from dialogs.invitations import respond
from dialogs.people.names import goes_by
from dialogs.referents import upcoming, which
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.understood import Intent, Question, TimeConstraint, Understood
from graph.model import Attendee, Event


async def tell(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Which other times are proposed, by everybody or by those who are named, for all events or one.

    Raises GraphError.
    """
    found = await _found(said, frame, asker)
    return _listed(found, frame, asker) if found else await _nothing(said, frame, asker)


async def take(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Show the move to the proposed time; of several, ask which. Raises GraphError."""
    found = await _found(said, frame, asker)
    if len(found) == 1:
        return await _move(found[0], frame, asker)
    if found:
        return _listed(found, frame, asker)
    # An invitation may be called "Tom's proposal".
    named = Understood(Intent.ACCEPT, 1.0, subject="proposal", people=said.people)
    waiting = [event for event in await upcoming.occurrences(asker) if event.is_unanswered]
    if which.meant(named, waiting, replace(frame, listed=())):
        return await respond.respond(named, frame, asker)
    return await _nothing(said, frame, asker)


async def stay(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The event is held when it is; nobody is told, which is said. Raises GraphError."""
    found = await _found(said, frame, asker)
    if not found:
        return await _nothing(said, frame, asker)
    reader, event = asker.reader, found[0].event
    subject = f"“{event.subject}”"
    if len({each.event.id for each in found}) > 1:
        return _listed(found, frame, asker)
    names = reader.names([each.attendee.name for each in found])
    words = reader.say("proposals-stay", subject=subject, time=reader.moment(event.window), names=names)
    prompts = (reader.say("proposals-tell", names=names, subject=event.subject),)
    frame = replace(frame.at_rest(), listed=(event.id,))
    return frame, Reply(text=words, prompts=prompts, dialog="proposals", outcome="kept")


async def _found(said: Understood, frame: Frame, asker: Asker) -> tuple[Proposal, ...]:
    """What is proposed for what lies ahead, in order of the events. Raises GraphError."""
    for span in (upcoming.SOON, upcoming.YEAR):
        own = [event for event in await upcoming.occurrences(asker, span) if proposals_of(event, asker.now)]
        meant: Sequence[Event] = own
        if said.event and which.is_described(said.event):
            meant = which.meant(said.event, own, frame)
        elif listed := [event for event in own if event.id in frame.listed]:
            meant = listed
        names = [each.text for each in said.people if each.kind == "name"]
        found = tuple(
            Proposal(event, each)
            for event in meant
            for each in proposals_of(event, asker.now)
            if not names or any(goes_by(name, each.name) for name in names)
        )
        if found:
            return found
    return ()


async def _nothing(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    reader = asker.reader
    names = reader.names([each.text.title() if each.text.islower() else each.text for each in said.people])
    words = reader.say("proposals-none-of", names=names) if names else reader.say("proposals-none")
    return frame, Reply(text=words, dialog="proposals", outcome="nothing")


def _listed(found: Sequence[Proposal], frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    shown = found[: cards.SHOWN]
    taps = tuple(Tap("take_proposal", cards.data_of(each)) for each in shown)
    question = Question("choice", tuple(cards.told(each, asker.reader) for each in shown))
    asked = Asked(asker.card_id, question, taps, taps[0] if len(taps) == 1 else None, left="proposals-kept")
    listed = tuple(dict.fromkeys(each.event.id for each in shown))
    frame = replace(frame.at_rest(), listed=listed, asked=asked)
    card = cards.listed(found, asker.id, asker.reader)
    return frame, Reply(card=card, dialog="proposals", outcome="listed")


async def take_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """One of them was tapped: it is looked at again before the move is shown. Raises GraphError."""
    event = await stale.event_of(data.get("event"), asker)
    if event is None:
        return frame, stale.gone("proposals", asker)
    proposer = next((each for each in proposals_of(event, asker.now) if each.email == data.get("email")), None)
    if proposer is None:
        return frame, stale.expired("proposals", asker)
    return await _move(Proposal(event, proposer), frame, asker)


async def _move(proposal: Proposal, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    attendee: Attendee = proposal.attendee
    assert attendee.proposed is not None
    start = attendee.proposed.start.astimezone(asker.zone)
    time = TimeConstraint(exact=start, duration=attendee.proposed.length)
    wish = Wish(moves=True, time=time, scope="this")
    return await preview.show(Change(asker.card_id, wish, proposal.event.id), frame.at_rest(), asker)
