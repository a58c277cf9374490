"""Which mail is meant: it is looked for in the mailbox, or pointed at on the screen."""

import asyncio
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TypeVar

from dialogs.asker import Asker
from dialogs.frame import Frame
from dialogs.people.names import folded, variants
from dialogs.understand.understood import MailSaid, PersonMention
from graph import mail, people
from graph.client import GraphClient
from graph.errors import NotAllowed, NotFound
from graph.mail import Message
from graph.model import Importance, Person

DEEP = 100
"""Messages that are looked through; what is older is found by saying more of it."""
PAGE = 50
OUT_OF_SIGHT = ("deleteditems", "junkemail")
_WORD = re.compile(r"[^\W_]+")
Each = TypeVar("Each")
_SMALL = frozenset(("the", "a", "an", "of", "for", "and", "or", "my", "our", "to", "in", "on", "with", "is", "s"))


@dataclass(frozen=True)
class Correspondent:
    """Somebody who wrote, or was written to: by address, or by what their name or address begins with."""

    said: str
    phrases: tuple[str, ...]
    email: str = ""

    def is_one(self, person: Person) -> bool:
        """Whether it is that person."""
        if self.email:
            return person.email.lower() == self.email.lower()
        parts = folded(f"{person.name} {person.email}").split()
        return any(
            all(any(part.startswith(word) for part in parts) for word in folded(phrase).split())
            for phrase in self.phrases
        )


def mailbox(asker: Asker) -> GraphClient:
    """The mailbox that it is about; a message keeps its id there, wherever it is moved."""
    return asker.graph.with_immutable_ids()


def is_described(said: MailSaid) -> bool:
    """Whether the words tell more of it than its place."""
    return bool(
        said.people
        or said.about
        or said.time.slots
        or said.is_unread
        or said.is_important
        or said.has_files
        or said.is_sent
    )


async def meant(said: MailSaid, frame: Frame, asker: Asker) -> tuple[Message, ...]:
    """The messages that the words can mean, the newest first or as they are listed. Raises GraphError."""
    view = frame.mail
    if is_described(said):
        listed = await _listed(frame, asker) if frame.has_mail else ()
        who = await correspondents(said.people, frame, asker)
        shown = tuple(message for message in listed if said.about == "" and _fits(message, said, who))
        found = shown or await search(said, frame, asker)
        return narrowed(found, said)
    if view and said.step:
        place = view.listed.index(view.opened) + said.step if view.opened in view.listed else 0
        return await _with_ids(view.listed[place : place + 1] if place >= 0 else (), asker)
    if view and said.places and view.listed:
        return await _with_ids(_at(said.places, view.listed), asker)
    if said.is_at_hand:
        return await _at_hand(said, frame, asker)
    return narrowed(await search(said, frame, asker), said)


async def _at_hand(said: MailSaid, frame: Frame, asker: Asker) -> tuple[Message, ...]:
    view = frame.mail
    if view is None:
        return ()
    return await _with_ids((view.opened,) if view.opened and not said.is_plural else view.listed, asker)


def narrowed(found: Sequence[Message], said: MailSaid) -> tuple[Message, ...]:
    """Those at the places that were said, or so many of the newest, where only these are meant."""
    if said.places:
        return _at(said.places, found)
    most = 1 if said.is_newest else said.count or len(found)
    return tuple(found[:most])


def _at(places: Sequence[int], listed: Sequence[Each]) -> tuple[Each, ...]:
    """What stands at those places, counted from 1 or backwards from -1; what is beyond the list is left out."""
    at = dict.fromkeys(place - 1 if place > 0 else place + len(listed) for place in places)
    return tuple(listed[place] for place in at if 0 <= place < len(listed))


async def _listed(frame: Frame, asker: Asker) -> tuple[Message, ...]:
    return await _with_ids(frame.mail.listed, asker) if frame.mail else ()


async def _with_ids(idents: Sequence[str], asker: Asker) -> tuple[Message, ...]:
    """Those that are still there."""
    found = await asyncio.gather(*(one(ident, asker) for ident in idents))
    return tuple(message for message in found if message)


async def one(ident: str, asker: Asker) -> Message | None:
    """The whole message; None where it is gone. Raises GraphError."""
    try:
        return await mail.get_message(mailbox(asker), ident, asker.zone)
    except NotFound:
        return None


async def search(said: MailSaid, frame: Frame, asker: Asker) -> tuple[Message, ...]:
    """All that fits, the newest first: in the inbox, or wherever it lies where people or words were said.

    What was deleted, and junk, is left out. Raises GraphError.
    """
    graph, who = mailbox(asker), await correspondents(said.people, frame, asker)
    folder = "sentitems" if said.is_sent else ""
    queries = _queries(said, who)
    if not queries:
        found = await mail.list_messages(
            graph, asker.zone, folder_id=folder or "inbox", filtered=_filter(said), top=PAGE, limit=DEEP
        )
        return _newest_first(message for message in found if _fits(message, said, who))
    reads = [
        mail.list_messages(graph, asker.zone, folder_id=folder, search=query, top=PAGE, limit=DEEP) for query in queries
    ]
    hidden, groups = await asyncio.gather(_hidden_folders(graph), asyncio.gather(*reads))
    own = "" if said.is_sent else asker.me.email.lower()
    return _newest_first(
        message
        for group in groups
        for message in group
        if message.folder_id not in hidden
        and not message.is_draft
        and message.sender.email.lower() != own
        and _fits(message, said, who)
    )


async def writers(said: str, asker: Asker) -> tuple[Person, ...]:
    """Those so called who wrote from outside the organization, the latest first; nobody where mail may not be read.

    Raises GraphError.
    """
    who = _by_name(said)
    try:
        found = [
            message
            for query in _queries(MailSaid(), (who,))
            for message in await mail.list_messages(
                asker.own.with_immutable_ids(), asker.zone, search=query, top=PAGE, limit=PAGE
            )
        ]
    except NotAllowed:
        return ()
    wrote = [each.sender for each in _newest_first(found) if _domain(each.sender) != _domain(asker.me)]
    # A word of the domain is no name.
    known = [each for each in wrote if who.is_one(replace(each, email=each.email.partition("@")[0]))]
    return tuple({each.email.lower(): each for each in known}.values())


def _domain(person: Person) -> str:
    return person.email.lower().rpartition("@")[2]


async def correspondents(mentions: Sequence[PersonMention], frame: Frame, asker: Asker) -> tuple[Correspondent, ...]:
    """Whoever is spoken of; nobody is asked about, since several may have that name. Raises GraphError."""
    return tuple([each for mention in mentions for each in await _correspondents(mention, frame, asker)])


async def _correspondents(mention: PersonMention, frame: Frame, asker: Asker) -> Sequence[Correspondent]:
    match mention.kind:
        case "email":
            return [Correspondent(mention.email or mention.text, (), mention.email or mention.text)]
        case "manager":
            boss = await people.manager(asker.own, asker.me.id)
            return [Correspondent(boss.name, (), boss.email)] if boss else [_by_name(mention.text)]
        case "pronoun":
            return [Correspondent(person.name, (), person.email) for person in frame.just_named]
    mentioned = [each for each in asker.turn.mentions if folded(each.name) == folded(mention.text) and each.email]
    return [Correspondent(mention.text, (), each.email) for each in mentioned] or [_by_name(mention.text)]


def _by_name(said: str) -> Correspondent:
    words = [word for word in folded(said).split() if word not in ("the", "team")]
    plain = re.sub(r"^(?:the|my|our)\s+|\s+team$", "", said, flags=re.IGNORECASE).strip()
    others = [" ".join([short, *words[1:]]) for short in variants(words[0])] if words else []
    return Correspondent(plain, (plain, *(each for each in others if each != folded(plain))))


def _queries(said: MailSaid, who: Sequence[Correspondent]) -> list[str]:
    """What to search for, in the language of Outlook's search box; each finds some of it."""
    about = " ".join(word for word in _WORD.findall(said.about) if word.lower() not in _SMALL)
    place = "to" if said.is_sent else "from"
    phrases = [phrase for each in who for phrase in ((each.email,) if each.email else each.phrases)]
    if not phrases:
        return [about] if about else []
    return [f'{place}:"{phrase.replace(chr(34), "")}" {about}'.strip() for phrase in phrases]


def _filter(said: MailSaid) -> str:
    conditions = [
        f"receivedDateTime {order} {_instant(moment)}"
        for slot in said.time.slots[:1]
        for order, moment in (("ge", slot.start), ("lt", slot.end))
        if moment
    ]
    conditions += ["isRead eq false"] if said.is_unread else []
    conditions += ["importance eq 'high'"] if said.is_important else []
    conditions += ["hasAttachments eq true"] if said.has_files else []
    return " and ".join(conditions)


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _fits(message: Message, said: MailSaid, who: Sequence[Correspondent]) -> bool:
    """Whether what was said of it is true; its words are for the search to find."""
    parties = (*message.to, *message.cc) if said.is_sent else (message.sender,)
    came = message.received
    return (
        (not who or any(each.is_one(person) for each in who for person in parties))
        and not (said.is_unread and message.is_read)
        and not (said.is_important and message.importance is not Importance.HIGH)
        and not (said.has_files and not message.has_attachments)
        and (
            not said.time.slots
            or any(
                came is not None
                and (slot.start is None or came >= slot.start)
                and (slot.end is None or came < slot.end)
                for slot in said.time.slots
            )
        )
    )


def _newest_first(found: Iterable[Message]) -> tuple[Message, ...]:
    """Each once."""
    each = {message.id: message for message in found if message.received}.values()
    return tuple(sorted(each, key=_received, reverse=True))


def _received(message: Message) -> datetime:
    assert message.received is not None
    return message.received


async def _hidden_folders(graph: GraphClient) -> frozenset[str]:
    async def ident(name: str) -> str:
        try:
            return (await mail.get_folder(graph, name)).id
        except NotFound:
            return ""

    return frozenset(await asyncio.gather(*(ident(name) for name in OUT_OF_SIGHT)))


def everything(said: MailSaid) -> MailSaid:
    """The same without its place: all that fits."""
    return replace(said, places=(), step=0, count=0, is_newest=False, is_plural=True, is_at_hand=False)
