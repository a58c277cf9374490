"""Cards of other times that people have proposed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dialogs.cards.elements import (
    Element,
    action_set,
    card,
    column,
    columns,
    container,
    execute,
    fine,
    heading,
    text,
    under,
    verbatim,
)
from dialogs.turn import Json
from dialogs.words.reader import Reader
from graph.model import Attendee, Event, Window

SHOWN = 8


@dataclass(frozen=True)
class Proposal:
    """The other time that an attendee asks for."""

    event: Event
    attendee: Attendee

    @property
    def window(self) -> Window:
        """The time; that of the event where none is proposed."""
        return self.attendee.proposed or self.event.window


def proposals_of(event: Event, now: datetime) -> tuple[Attendee, ...]:
    """Those who have asked for another time that is still to come, of an event that the reader organizes."""
    if not event.is_organizer or event.is_cancelled:
        return ()
    return tuple(
        each
        for each in event.attendees
        if each.proposed and each.proposed.start > now and each.proposed != event.window and each.kind != "resource"
    )


def data_of(proposal: Proposal) -> Json:
    """What tells it from others."""
    return {"event": proposal.event.id, "email": proposal.attendee.email}


def told(proposal: Proposal, reader: Reader) -> str:
    """It in one line."""
    return f"{proposal.event.subject}, {proposal.attendee.name}: {reader.moment(proposal.window)}"


def listed(proposals: Sequence[Proposal], owner_id: str, reader: Reader) -> Json:
    """All that is proposed, each with a button that shows the move."""
    title = reader.say("proposals-title", count=len(proposals))
    body: list[Element] = [heading(title), under(reader.say("proposals-under", city=reader.city()))]
    body += [_row(each, owner_id, reader) for each in proposals[:SHOWN]]
    if len(proposals) > SHOWN:
        body.append(fine(reader.say("proposals-more", count=len(proposals) - SHOWN)))
    speak = f"{title}: {told(proposals[0], reader)}"
    return card(body, speak=speak, language=reader.language)


def take_action(proposal: Proposal, owner_id: str, reader: Reader) -> Element:
    """The button that shows the move to the proposed time."""
    tooltip = told(proposal, reader)
    return execute(
        reader.say("proposals-take"), "take_proposal", {**data_of(proposal), "for": owner_id}, tooltip=tooltip
    )


def _row(proposal: Proposal, owner_id: str, reader: Reader) -> Element:
    event = proposal.event
    lines = [
        text(verbatim(event.subject or reader.say("no-subject")), bold=True),
        text(verbatim(f"{proposal.attendee.name}: {reader.moment(proposal.window)}"), spacing="None"),
        fine(reader.say("proposals-instead", time=reader.moment(event.window))),
    ]
    button = column([action_set(take_action(proposal, owner_id, reader))], width="auto", middle=True)
    return container([columns(column(lines), button)], separator=True, spacing="Small")
