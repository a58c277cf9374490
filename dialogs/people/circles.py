"""Several people by one name: a team, a department, a mailing list, one's reports, this chat, the people of last time.

A circle is never taken apart silently: its label and its count are on the card, and where nobody is found it is said.
"""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogs.asker import Asker
from dialogs.people.names import folded
from dialogs.people.ourselves import counted
from dialogs.turn import Mentioned
from dialogs.understand.understood import PersonMention
from graph import events, groups, people
from graph.errors import NotAllowed, NotFound
from graph.groups import Group
from graph.model import Event, Person, Response, Window

LATELY = timedelta(days=120)
AHEAD = timedelta(days=60)
ROOT = 5
"""Letters at least that the name of a work and of those who do it have in common: "design"."""
STEM = 2
"""Letters by which a group is looked for whose name may have accents that were not typed."""
_ARTICLES = frozenset(("the", "my", "our", "whole", "entire", "all", "everyone", "everybody", "in", "of", "from"))
_SORTS = frozenset(("team", "teams", "group", "groups", "department", "dept", "committee", "board", "crew", "division"))
_MORE_SORTS = frozenset(("folks", "guys", "squad", "staff", "distribution", "mailing", "list", "lists", "dl", "people"))
_GENERIC = _ARTICLES | _SORTS | _MORE_SORTS | {"members"}
"""What is said of a circle without naming it."""


@dataclass(frozen=True)
class Circle:
    """People who belong together, and the label that tells how they were found.

    `groups`: several of that name, of which it is not clear which one is meant. `unreachable`: the names of those who
    belong to it, but whose address nobody knows.
    """

    label: str = ""
    people: tuple[Person, ...] = ()
    groups: tuple[Group, ...] = ()
    unreachable: tuple[str, ...] = ()


class RosterUnknown(Exception):
    """Who is in this chat has to be asked of the channel first."""


async def circle_of(mention: PersonMention, whose: Person | None, asker: Asker) -> Circle:
    """The people meant; without people where there are none.

    `whose` reports or team are meant; None: the asker's own. Raises RosterUnknown, GraphError.
    """
    match mention.kind:
        case "chat":
            return await _of_chat(asker)
        case "same":
            return await _of_event(mention.hint, asker)
        case "reports":
            return await _of_reports(whose, asker)
        case "team" if whose or not _named(mention.text):
            owns = whose or folded(mention.text).startswith(("my ", "our "))
            return await (_team(whose, asker) if owns or not asker.turn.in_group else _of_chat(asker))
        case "group":
            return await _perhaps(mention.text, asker)
    return await _by_name(mention.text, asker)


async def of_address(address: str, asker: Asker) -> Circle | None:
    """The mailing list behind an address; None where it is none, or where groups may not be read. Raises GraphError."""
    try:
        group = await groups.group_of_address(asker.own, address)
    except NotAllowed:
        return None
    return await opened(group, asker) if group else None


async def opened(group: Group, asker: Asker) -> Circle:
    """A group with everybody in it. Raises GraphError."""
    return Circle(group.name, await groups.people_of_group(asker.own, group.id))


async def _of_chat(asker: Asker) -> Circle:
    if not asker.turn.in_group:
        return Circle()
    if asker.turn.members is None:
        raise RosterUnknown
    if counted(asker.turn.utterance) not in (0, len(asker.turn.members)):
        # "The three of us", of five who are here, are not all of them.
        return Circle()
    others = [member for member in asker.turn.members if member.id != asker.id]
    found = await asyncio.gather(*(_known(member, asker) for member in others))
    unreachable = tuple(member.name for member, person in zip(others, found, strict=True) if person is None)
    return Circle(asker.reader.say("circle-chat"), tuple(filter(None, found)), unreachable=unreachable)


async def _known(member: Mentioned, asker: Asker) -> Person | None:
    """Whoever is in the chat as the directory has them, or by the address that the chat knows; None: neither."""
    try:
        return await people.get_user(asker.own, member.id) if member.id else _guest(member)
    except NotFound:
        return _guest(member)


def _guest(member: Mentioned) -> Person | None:
    return Person(member.name, member.email) if member.email else None


async def _of_reports(whose: Person | None, asker: Asker) -> Circle:
    found = await people.direct_reports(asker.own, whose.id if whose else "")
    label = asker.reader.say("circle-reports-of", name=whose.name) if whose else asker.reader.say("circle-reports")
    return Circle(label, found)


async def _team(whose: Person | None, asker: Asker) -> Circle:
    """Those whom one manages, or else those with the same manager."""
    reports = await _of_reports(whose, asker)
    if reports.people:
        return reports
    lead = await people.manager(asker.own, whose.id if whose else "")
    if lead is None:
        return Circle()
    peers = await people.direct_reports(asker.own, lead.id)
    return Circle(asker.reader.say("circle-team-of", name=lead.name), peers)


async def _of_event(said: str, asker: Asker) -> Circle:
    """Who was at the last event of that name, or at the last one with others; failing that, at the next one."""
    span = Window(asker.now - LATELY, asker.now + AHEAD)
    view = await events.calendar_view(asker.graph, span, asker.zone)
    event = _latest([each for each in view if _is_called(said, each)], asker.now)
    if event is None:
        return Circle()
    invited = {event.organizer.email.lower(): event.organizer} | {
        each.email.lower(): Person(each.name, each.email)
        for each in event.attendees
        if each.kind != "resource" and each.response is not Response.DECLINED
    }
    label = asker.reader.say("circle-same", subject=event.subject, day=asker.reader.day(event.start))
    return Circle(label, tuple(invited.values()))


def _is_called(said: str, event: Event) -> bool:
    words = [word for word in folded(said).split() if word not in ("meeting", "call", "one", "event", "session")]
    subject = folded(event.subject).split()
    company = [each for each in event.attendees if each.kind != "resource"]
    met = bool(company) and not event.is_cancelled and not event.is_all_day
    return met and all(any(part.startswith(word) for part in subject) for word in words)


def _latest(found: Sequence[Event], now: datetime) -> Event | None:
    before = [event for event in found if event.start <= now]
    return before[-1] if before else next(iter(found), None)


async def _perhaps(said: str, asker: Asker) -> Circle:
    """The group that is called exactly so; nobody where there is none: "the dentist"."""
    try:
        found = await groups_alike(said.split(), asker) if (named := _named(said)) else ()
    except NotAllowed:
        return Circle()
    whole = [group for group in found if _named(group.name) == named]
    return await opened(whole[0], asker) if len(whole) == 1 else Circle()


async def _by_name(said: str, asker: Asker) -> Circle:
    """A group of that name, or a department, or an office. Raises GraphError."""
    named = _named(said)
    if not named:
        return Circle()
    wanted = " ".join(named)
    found = await groups_alike(said.split(), asker)
    whole = [group for group in found if _named(group.name) == named or _alias(group) == "".join(named)]
    part = [group for group in found if set(named) <= set(folded(group.name).split())]
    if not whole:
        by_place = await _of_department(wanted, asker)
        if by_place.people:
            return by_place
        if not part and len(named) == 1 and (by_job := await _of_job(named[0], asker)).people:
            return by_job
    fitting = whole or part
    if len(fitting) == 1:
        return await opened(fitting[0], asker)
    if not fitting and len(named) > 1:
        # "Everyone on the Atlas working group", which is a meeting.
        return await _of_event(wanted, asker)
    return Circle(groups=tuple(fitting))


async def groups_alike(said: Sequence[str], asker: Asker) -> Sequence[Group]:
    """Groups in whose names a word begins as one of those that were said, or nearly as the first of them.

    A name may have accents that were not typed, and the other way round; Graph does not promise to take them for alike.
    Raises GraphError.
    """
    own = [word for word in said if (plain := folded(word)) and plain not in _GENERIC]
    forms = dict.fromkeys(form for word in own for form in (word, folded(word)))
    if not forms:
        return ()
    stem = folded(own[0])[:STEM]
    found = await asyncio.gather(groups.search_groups(asker.own, *forms), groups.search_groups(asker.own, stem))
    return [*{group.id: group for listed in found for group in listed}.values()]


async def _of_job(wanted: str, asker: Asker) -> Circle:
    """ "The engineers": the one group or department of that work, or else those of that title. Raises GraphError."""
    job = wanted.removesuffix("s").replace("'", "''")
    work = next((job.removesuffix(end) for end in ("er", "or", "ist") if job.endswith(end)), job)
    for root in dict.fromkeys((job, work if len(work) >= ROOT else job)):
        alike = [each for each in await groups.search_groups(asker.own, root) if _has(root, each.name)]
        if len(alike) == 1:
            return await opened(alike[0], asker)
    for field in ("department", "jobTitle"):
        found = await people.list_users(asker.own, filtered=f"startswith({field},'{job}')")
        names = {person.department if field == "department" else job.title() for person in found}
        if found and len(names) == 1:
            return Circle(asker.reader.say("circle-department", name=names.pop()), found)
    return Circle()


def _has(job: str, name: str) -> bool:
    return any(word.startswith(job) for word in folded(name).split())


async def _of_department(wanted: str, asker: Asker) -> Circle:
    """Everybody whose department or office it is."""
    quoted = wanted.replace("'", "''")
    for field, label in (("department", "circle-department"), ("officeLocation", "circle-office")):
        found = await people.list_users(asker.own, filtered=f"{field} eq '{quoted}'")
        if found:
            name = found[0].department if field == "department" else found[0].office
            return Circle(asker.reader.say(label, name=name), found)
    return Circle()


def _named(said: str) -> list[str]:
    """The words of a circle's name that are its own."""
    return [word for word in re.split(r"\s+", folded(said)) if word and word not in _GENERIC]


def _alias(group: Group) -> str:
    return folded(group.email.partition("@")[0]).replace(" ", "")
