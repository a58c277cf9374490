"""Plays transcripts over real HTTP: the whole service, the Graph emulator, and a channel that knows only both doors."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp import ClientSession

from bot.app import Where, service
from bot.channel.authentication import Unsigned
from graph.credentials import FixedToken, TokenSource
from graph.emulator import Break, Emulator, Fault
from graph.errors import NotSignedIn
from tests.channel_client import Channel, FakeConnector, Heard, Person, cards_of, has_button
from tests.conversations.office import CHATS, PEOPLE, address, identity, office
from tests.conversations.written import (
    CALENDAR,
    FAULT,
    MAIL,
    MOVES,
    SHARED,
    SPOKEN,
    Card,
    Conversation,
    Step,
    card_lines,
    moment,
    writes,
)

LISBON = ZoneInfo("Europe/Lisbon")
BREAKS = {"drop": Break.BEFORE, "lost": Break.AFTER, "torn": Break.TORN}
STRANGER = Person("Nobody", "00000000-0000-4000-8000-00000000dead")


@dataclass
class Clock:
    """Stands still until it is set."""

    now: datetime = datetime(2026, 11, 23, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Now."""
        return self.now


@dataclass
class Pace:
    """Lets the service do what it does of its own accord when the test says so, one round at a time."""

    resting: asyncio.Event = field(default_factory=asyncio.Event)
    go: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self) -> None:
        """The service has come round, and waits."""
        self.resting.set()
        await self.go.wait()
        self.go.clear()

    async def round(self) -> None:
        """One round, from beginning to end."""
        async with asyncio.timeout(20):
            await self.resting.wait()
            self.resting.clear()
            self.go.set()
            await self.resting.wait()


@dataclass
class Player:
    """One conversation under way. `restarts`: the service is stopped and started again before every turn."""

    graph: Emulator
    clock: Clock
    data: Path
    connector: FakeConnector
    session: ClientSession
    restarts: bool
    channels: dict[str, Channel] = field(default_factory=dict)
    cards: dict[str, list[Card]] = field(default_factory=dict)
    bot: AsyncExitStack = field(default_factory=AsyncExitStack)
    url: str = ""
    numbers: "count[int]" = field(default_factory=count)
    pace: Pace = field(default_factory=Pace)
    shared: dict[str, dict[str, Card]] = field(default_factory=dict)
    """The cards that were sent unasked, by conversation and message, as they are now."""

    async def play(self, conversation: Conversation) -> list[list[str]]:
        """What really came back, for each step."""
        return [await self.step(step) for step in conversation.steps]

    async def step(self, step: Step) -> list[str]:
        """Do what a line says; the lines that follow from it."""
        if instant := moment(step.line):
            self.clock.now = instant.replace(tzinfo=LISBON).astimezone(UTC)
            return await self._of_its_own_accord()
        if fault := FAULT.match(step.line):
            self._script(fault[1], fault[2], fault[3])
            return []
        if calendar := CALENDAR.match(step.line):
            return await self._calendar(calendar[1], calendar[2])
        if folder := MAIL.match(step.line):
            return await self._mail(folder[1], folder[2])
        if shared := SHARED.match(step.line):
            return [f"  {line}" for line in card_lines(self._shared(shared[1]))]
        if moves := MOVES.match(step.line):
            self._moves(moves[1], joins=moves[2] == "joins", chat=moves[3])
            return []
        spoken = SPOKEN.match(step.line)
        assert spoken, step.line
        return await self._turn(spoken[1], spoken[2] or "", spoken[3])

    async def _turn(self, name: str, how: str, said: str) -> list[str]:
        if self.restarts or not self.url:
            await self._restart()
        seen, told = len(self.graph.requests), len(self.connector.sent)
        key = f"{name} ({how})" if how else name
        heard = await self._say(self.channel(name, how), key, said)
        asked = list(self.graph.requests)[seen:]
        unasked = [] if said == "(arrives)" else self._unasked(told)
        return [*self._heard(key, heard), *writes(asked), *unasked]

    async def _of_its_own_accord(self) -> list[str]:
        """What the service does because time has passed."""
        if not self.url:
            return []
        seen, told = len(self.graph.requests), len(self.connector.sent)
        await (self._restart() if self.restarts else self.pace.round())
        return [*writes(list(self.graph.requests)[seen:]), *self._unasked(told)]

    def _unasked(self, told: int) -> list[str]:
        """New messages that answer nobody; cards that are replaced are only kept."""
        lines: list[str] = []
        for sent in self.connector.sent[told:]:
            cards = cards_of(sent.activity)
            kept = self.shared.setdefault(sent.conversation, {})
            if sent.is_unasked and sent.activity.get("type") == "message":
                kept.update((sent.id, card) for card in cards)
                said = [sent.activity["text"]] if sent.activity.get("text") else []
                said += [line for card in cards for line in card_lines(card)]
                where = sent.conversation.partition(":")[2]
                lines += [f"{f'Bot ({where}):' if n == 0 else '    '} {line}" for n, line in enumerate(said)]
            elif sent.method == "PUT" and sent.id in kept and cards:
                kept[sent.id] = cards[0]
        return lines

    def _shared(self, where: str) -> Card:
        """The newest card that everybody in a chat sees, or somebody in their personal one."""
        cards = list((self.shared.get(f"19:{where}") or self.shared.get(f"a:{where}") or {}).values())
        assert cards, f"nothing was posted in {where}"
        return cards[-1]

    def _moves(self, name: str, *, joins: bool, chat: str) -> None:
        roster = self.connector.rosters.setdefault(f"19:{chat}", [])
        moving = members(alias for full, alias, *_ in PEOPLE if alias == name or full.startswith(name))
        roster[:] = [each for each in roster if each not in moving] + (moving if joins else [])

    async def _say(self, channel: Channel, name: str, said: str) -> Heard:
        if said == "(arrives)":
            return await channel.arrive()
        if said == "(looks)":
            return await channel.look(self._shared(channel.conversation["id"].partition(":")[2]))
        if said.startswith("["):
            title, _, typed = said[1:].partition("]")
            typed = typed.strip()
            inputs = dict([typed.split("=", 1)]) if "=" in typed else {}
            return await channel.tap(self._card_with(name, title), title, **inputs)
        return await channel.say(said)

    def _card_with(self, name: str, title: str) -> Card:
        """The newest card with that button, even one that a client should no longer show."""
        conversation = self.channels[name].conversation["id"]
        cards = [*self.shared.get(conversation, {}).values(), *self.cards.get(name, ())]
        return next((card for card in reversed(cards) if has_button(card, title)), cards[-1])

    def _heard(self, name: str, heard: Heard) -> list[str]:
        assert heard.status == 200, heard
        lines = [heard.words] if heard.words else []
        cards = [heard.replacement] if heard.replacement else []
        for activity in heard.activities:
            cards += cards_of(activity)
            lines += [activity["text"]] if activity.get("text") else []
            prompts = activity.get("suggestedActions", {}).get("actions", [])
            lines += [" ".join(f"({prompt['title']})" for prompt in prompts)] if prompts else []
        for card in cards:
            self.cards.setdefault(name, []).append(card)
            lines += card_lines(card)
        return [f"{'Bot:' if number == 0 else '    '} {line}" for number, line in enumerate(lines)]

    def channel(self, name: str, how: str = "") -> Channel:
        """The personal conversation of somebody of the office, or the group chat called `how`."""
        key = f"{name} ({how})" if how else name
        if key not in self.channels:
            speaker = next(
                (Person(full, identity(alias)) for full, alias, *_ in PEOPLE if full.startswith(name)), STRANGER
            )
            self.channels[key] = Channel(
                self.session,
                self.url,
                None if self.restarts else self.connector,
                speaker=speaker,
                conversation=f"19:{how}" if how else f"a:{name}",
                kind="groupChat" if how else "personal",
                service_url=self.connector.url,
                buttons="submit" if self.restarts else "execute",
                locale="en-GB",
                zone="Europe/Lisbon",
            )
        channel = self.channels[key]
        channel._bot_url = self.url
        return channel

    def _script(self, what: str, where: str, detail: str | None) -> None:
        match = where.replace("…", "[^/]+").replace(" ", " .*") + "$"
        if what in BREAKS:
            self.graph.faults.append(Fault(match, breaks=BREAKS[what], times=9))
            return
        headers = dict([detail.split("=", 1)]) if detail else {}
        refusal = {"error": {"code": f"Scripted{what}", "message": "As the transcript has it."}}
        body = refusal if int(what) >= 400 else None
        self.graph.faults.append(Fault(match, int(what), body, headers, times=9))

    async def _calendar(self, name: str, day: str) -> list[str]:
        start = datetime.strptime(f"{day} {self.clock.now.year}", "%d %b %Y").replace(tzinfo=LISBON)
        alias = next(alias for full, alias, *_ in PEOPLE if full.startswith(name))
        query = {"startDateTime": start.isoformat(), "endDateTime": (start + timedelta(days=1)).isoformat()}
        query |= {"$top": "50", "$orderby": "start/dateTime"}
        headers = {"Authorization": f"Bearer {self.graph.app_token()}", "Prefer": 'outlook.timezone="Europe/Lisbon"'}
        url = f"{self.graph.url}/users/{address(alias)}/calendarView"
        async with self.session.get(url, params=query, headers=headers) as response:
            events = (await response.json())["value"]
        return [
            f"  {each['start']['dateTime'][11:16]}-{each['end']['dateTime'][11:16]} {each['subject']}{_answers(each)}"
            for each in events
        ] or ["  nothing"]

    async def _mail(self, name: str, folder: str) -> list[str]:
        alias = next(alias for full, alias, *_ in PEOPLE if full.startswith(name))
        headers = {"Authorization": f"Bearer {self.graph.app_token()}"}
        url = f"{self.graph.url}/users/{address(alias)}/mailFolders/{folder}/messages"
        async with self.session.get(url, params={"$top": "50"}, headers=headers) as response:
            messages = (await response.json())["value"]
        return [
            f"  {each['from']['emailAddress']['name']}: {each['subject']}{'' if each['isRead'] else ' (unread)'}"
            for each in messages
        ] or ["  nothing"]

    async def start(self) -> None:
        """Start the service."""
        await self._restart()

    async def close(self) -> None:
        """Stop the service."""
        await self.bot.aclose()

    async def _restart(self) -> None:
        await self.close()
        self.pace = Pace()
        where = Where("127.0.0.1", 0, self.data, self.graph.url)
        running = service(
            where, authenticator=Unsigned("127.0.0.1"), tokens_of=self._tokens_of, clock=self.clock, pause=self.pace
        )
        self.url = await self.bot.enter_async_context(running)
        async with asyncio.timeout(20):
            await self.pace.resting.wait()

    def _tokens_of(self, user_id: str) -> TokenSource:
        return SignedIn(self.graph, user_id)


@dataclass
class SignedIn:
    """The user's token, straight from the emulator."""

    graph: Emulator
    user_id: str

    async def token(self) -> str:
        """A token that is always fresh. Raises NotSignedIn for a stranger."""
        try:
            return await FixedToken(self.graph.user_token(self.user_id)).token()
        except LookupError as stranger:
            raise NotSignedIn("nobody here", code="UnknownUser") from stranger

    def forget(self, token: str) -> None:
        """The next one is another anyway."""


def members(aliases: Iterable[str]) -> list[Person]:
    """People of the office in a chat; "guest" is one whom the directory does not know."""
    names = {alias: name for name, alias, *_ in PEOPLE}
    return [Person(names[alias], identity(alias)) if alias in names else STRANGER for alias in aliases]


def _answers(event: Card) -> str:
    mine = event["responseStatus"]["response"]
    guests = [
        f"{guest['emailAddress']['name'].split()[0]} {guest['status']['response']}" for guest in event["attendees"]
    ]
    return f" ({mine}{': ' if guests else ''}{', '.join(guests)})"


@asynccontextmanager
async def playing(data: Path, *, restarts: bool) -> AsyncIterator[Player]:
    """A player with a fresh office. With restarts, buttons are Submit and answers come in the HTTP response."""
    clock = Clock()
    async with AsyncExitStack() as stack:
        graph = await stack.enter_async_context(Emulator(office(), clock, data / "graph.sqlite"))
        connector = await stack.enter_async_context(FakeConnector.running())
        connector.rosters = {f"19:{chat}": members(aliases) for chat, aliases in CHATS.items()}
        session = await stack.enter_async_context(ClientSession())
        player = Player(graph, clock, data, connector, session, restarts)
        stack.push_async_callback(player.close)
        yield player
