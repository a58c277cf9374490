"""What the page shows beside the chat: the people of the company, and somebody's days. Read from Graph over HTTP."""

import asyncio
from dataclasses import dataclass

from bot.channel.activities import locale
from bot.web.talk import Json, Member
from graph import events, mailbox, people
from graph.client import GraphClient
from graph.model import Event, Person, Response, ShowAs, Window


@dataclass(frozen=True)
class Colleague:
    """Somebody whom one can be on the page."""

    member: Member
    person: Person


class Calendars:
    """People and calendars, as an application that may read them all sees them."""

    def __init__(self, graph: GraphClient) -> None:
        self._graph = graph
        self._colleagues: dict[str, Colleague] = {}

    async def colleagues(self) -> tuple[Colleague, ...]:
        """Everybody, by name. Raises GraphError."""
        if not self._colleagues:
            found = await people.list_users(self._graph)
            settings = await asyncio.gather(
                *(mailbox.mailbox_settings(self._graph.of_mailbox(one.id)) for one in found)
            )
            known = [
                Colleague(Member(person.id, person.name, setting.zone, locale(setting.locale)), person)
                for person, setting in zip(found, settings, strict=True)
            ]
            self._colleagues = {each.member.id: each for each in sorted(known, key=lambda each: each.member.name)}
        return tuple(self._colleagues.values())

    async def member(self, ident: str) -> Member | None:
        """The person of that id; None: nobody. Raises GraphError."""
        await self.colleagues()
        found = self._colleagues.get(ident)
        return found.member if found else None

    async def days(self, member: Member, window: Window) -> list[Json]:
        """The events of a stretch of days by the member's own clock. Raises GraphError."""
        view = await events.calendar_view(self._graph.of_mailbox(member.id), window, member.zone)
        return [drawn(event) for event in view]


def drawn(event: Event) -> Json:
    """An event as FullCalendar takes it: wall times without a zone, and a word for how it stands."""
    return {
        "id": event.id,
        "title": event.subject or "No subject",
        "start": event.start.replace(tzinfo=None).isoformat(),
        "end": event.end.replace(tzinfo=None).isoformat(),
        "allDay": event.is_all_day,
        "extendedProps": {
            "state": state_of(event),
            "private": event.is_private,
            "place": event.location,
            "organizer": "" if event.is_organizer else event.organizer.name,
        },
    }


def state_of(event: Event) -> str:
    """cancelled, declined, unanswered, tentative, away, free or busy."""
    if event.is_cancelled:
        return "cancelled"
    if event.response is Response.DECLINED:
        return "declined"
    if event.is_unanswered:
        return "unanswered"
    if event.response is Response.TENTATIVE or event.show_as is ShowAs.TENTATIVE:
        return "tentative"
    return {ShowAs.OUT_OF_OFFICE: "away", ShowAs.FREE: "free"}.get(event.show_as, "busy")


def city(member: Member) -> str:
    """The city that a member's zone is named after."""
    return member.zone.key.rpartition("/")[2].replace("_", " ")
