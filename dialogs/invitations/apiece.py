"""Answer several invitations in one message, each in its own way: one card lists exactly what would be sent.

Ana: yes to the retro, the audit is a no from me, tell Tom I'm off
Bot: Send these 2 answers?  Retro · Accept   Audit · Decline · with your note …     [Send 2 answers] [Leave as is]
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dialogs.asker import Asker
from dialogs.frame import Act, Frame
from dialogs.invitations import respond, several
from dialogs.referents import upcoming, which
from dialogs.turn import Reply
from dialogs.understand.understood import Understood
from graph.model import Event

ALONE = {"several-unplaced": "several-unplaced-alone", "several-doubtful": "several-doubtful-alone"}
"""How the same is said where nothing is left to be sent."""


@dataclass
class _Ballot:
    """What each event is to be answered, by its id, and in words what could not be placed."""

    events: dict[str, Event] = field(default_factory=dict)
    acts: dict[str, tuple[Act, str]] = field(default_factory=dict)
    own: list[Event] = field(default_factory=list)
    left: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """The name of what is said, and its values."""
    asides: int = 0
    """Sentences that answer nothing that there is, and only told why."""

    def answer(self, events: Sequence[Event], said: Understood) -> None:
        """These are answered so, whatever was said of them before."""
        for event in events:
            self.events[event.id] = event
            self.acts[event.id] = (several.ACT_OF[said.intent], said.note)


async def answer(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """List the answers that would be sent, and say of each that could not be placed. Raises GraphError."""
    ballot = _Ballot()
    named = [each for each in said.others if each.scope != "all" or which.is_narrowed(each)]
    for part in said.others:
        if part not in named:
            foreign, _ = await several.meant(part, frame, asker)
            ballot.answer(foreign, part)
    for part in named:
        for one in _each(part):
            await _place(one, ballot, frame, asker)
    acts = [
        (event, *ballot.acts[event.id])
        for event in sorted(ballot.events.values(), key=lambda event: event.start)
        if event.id in ballot.acts
    ]
    if len(said.others) - ballot.asides == 1 and len(acts) == 1 and not ballot.left:
        # "Decline the retro, I'll be at the dentist's" answers one alone.
        [plain] = [each for each in said.others if not each.is_guessed] or said.others[:1]
        return await respond.respond(replace(plain, then=said.then), frame, asker)
    if not acts and ballot.left:
        words = " ".join(asker.reader.say(ALONE[name], **values) for name, values in ballot.left)
        return replace(frame, listed=()), Reply(text=words, dialog="several", outcome="nothing")
    left = [asker.reader.say(name, **values) for name, values in ballot.left]
    return several.listed(acts, said, frame, asker, own=ballot.own, left=left)


def _each(part: Understood) -> Sequence[Understood]:
    """ "The retro and the audit", which are answered alike, one by one."""
    every = (part, *part.others) if part.others else ()
    return [replace(each, intent=part.intent, note=part.note, scope="", others=()) for each in every] or [part]


async def _place(part: Understood, ballot: _Ballot, frame: Frame, asker: Asker) -> None:
    """Find the event that is meant; what none or several fit is told, and not answered."""
    found = await _found(part, frame, asker)
    if not found and (parted := which.parted(part)):
        for each in (parted, *parted.others):
            one = replace(each, intent=part.intent, note=part.note, scope="", others=())
            if not which.parted(one):
                await _place(one, ballot, frame, asker)
        return
    foreign = [event for event in found if not event.is_organizer]
    subject = part.subject or asker.reader.names([each.text for each in part.people])
    if len(foreign) == 1 or (foreign and part.scope == "all"):
        ballot.answer(foreign, part)
    elif foreign:
        events = asker.reader.names([event.subject for event in foreign])
        ballot.left.append(("several-doubtful", {"subject": subject, "events": events}))
    elif found:
        ballot.own += found
    elif part.is_guessed:
        ballot.asides += 1
    else:
        ballot.left.append(("several-unplaced", {"subject": subject}))


async def _found(part: Understood, frame: Frame, asker: Asker) -> Sequence[Event]:
    if part.scope == "all":
        return (await several.meant(part, frame, asker))[0]
    for span in (upcoming.SOON, upcoming.YEAR):
        if found := await respond.invitations_meant(part, frame, asker, span):
            return found
    return ()
