"""The talk of one person with the bot, as a page shows it: messages, and the pages that watch them."""

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

Json = dict[str, Any]
News = asyncio.Queue[Json]
CARD = "application/vnd.microsoft.card.adaptive"
REMEMBERED = 200
"""Messages of a conversation that are kept for a page that is loaded again."""


@dataclass(frozen=True)
class Member:
    """Somebody who can talk to the bot; `id` is their Entra object id, `locale` a BCP 47 tag."""

    id: str
    name: str
    zone: ZoneInfo
    locale: str


@dataclass
class Talk:
    """What was said, oldest first. A message is {id, from: person | bot, at: ISO, text, cards, prompts}.

    News are {kind, id?, …} with the kinds all, message, change, remove, typing, calendar and end. Those that change
    what was said carry the `id` of the state after them, so that a page which comes back knows whether it has missed
    something.
    """

    member: Member
    opened: bool = False
    """Whether the bot has been told that there is this conversation."""
    opening: asyncio.Lock = field(default_factory=asyncio.Lock)
    messages: deque[Json] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    _watchers: set[News] = field(default_factory=set)
    _version: int = 0
    _begun: str = field(default_factory=lambda: uuid4().hex[:8])

    @property
    def id(self) -> str:
        """The conversation's id in activities."""
        return f"a:{self.member.id}"

    @property
    def state(self) -> str:
        """Names what was said so far; another one after every change, and in another run of the server."""
        return f"{self._begun}-{self._version}"

    @contextmanager
    def watching(self, seen: str = "") -> Iterator[News]:
        """What happens from now on; first all that was said, unless `seen` is the state of just now."""
        news: News = asyncio.Queue()
        if seen == self.state:
            news.put_nowait({"kind": "calendar"})
        else:
            news.put_nowait({"kind": "all", "id": self.state, "messages": [*self.messages]})
        self._watchers.add(news)
        try:
            yield news
        finally:
            self._watchers.discard(news)

    def tell(self, kind: str) -> None:
        """Let every watching page know of something that changes nothing that was said."""
        self._pass_on({"kind": kind})

    def add(self, message: Json) -> None:
        """A message at the end."""
        self.messages.append(message)
        self._changed({"kind": "message", "message": message})

    def change(self, ident: str, activity: Json) -> bool:
        """Another content for a message; False where there is none of that id."""
        for message in self.messages:
            if message["id"] == ident:
                message.update(content(activity))
                self._changed({"kind": "change", "message": message})
                return True
        return False

    def remove(self, ident: str) -> bool:
        """Take a message away; False where there is none of that id."""
        for message in self.messages:
            if message["id"] == ident:
                self.messages.remove(message)
                self._changed({"kind": "remove", "message": {"id": ident}})
                return True
        return False

    def _changed(self, news: Json) -> None:
        self._version += 1
        self._pass_on({**news, "id": self.state})

    def _pass_on(self, news: Json) -> None:
        for watcher in self._watchers:
            watcher.put_nowait(news)


def content(activity: Json) -> Json:
    """What a page shows of an activity."""
    prompts = (activity.get("suggestedActions") or {}).get("actions") or []
    cards = [each["content"] for each in activity.get("attachments") or [] if each["contentType"] == CARD]
    return {
        "text": activity.get("text") or "",
        "cards": cards,
        "prompts": [{"title": prompt["title"], "text": prompt.get("value", prompt["title"])} for prompt in prompts],
    }
