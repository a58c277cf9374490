"""Throttling, as Outlook does it: so many requests at once for one mailbox, and so many in ten minutes.

Source: Graph concepts, throttling and throttling-limits; the refusal's words are those seen from the service.
"""

from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from graph.emulator.errors import Json


@dataclass(frozen=True)
class Limits:
    """What one mailbox serves. `work` is how long each request takes it: without it none ever meets another."""

    at_once: int = 4
    requests: int = 10_000
    window: timedelta = timedelta(minutes=10)
    work: timedelta = timedelta()


@dataclass(frozen=True)
class Throttled:
    """A refusal: which limit, and after how many seconds to come again."""

    limit: str
    retry_after: int

    @property
    def body(self) -> Json:
        """Graph's words; there is no innerError."""
        return {"error": {"code": "ApplicationThrottled", "message": f"Application is over its {self.limit} limit."}}

    @property
    def headers(self) -> dict[str, str]:
        """When to come again."""
        return {"Retry-After": str(self.retry_after)}


class Turnstile:
    """Counts what the mailboxes have in hand and have served. Without limits everybody passes."""

    def __init__(self, limits: Limits | None) -> None:
        self.limits = limits
        self._under_way: Counter[str] = Counter()
        self._served: dict[str, deque[datetime]] = {}

    @property
    def work(self) -> float:
        """How long a request takes, in seconds."""
        return self.limits.work.total_seconds() if self.limits else 0.0

    def refusal(self, mailbox: str | None, now: datetime) -> Throttled | None:
        """Why the mailbox of that id will not take another request; None: it takes it, and counts it."""
        if self.limits is None or mailbox is None:
            return None
        if self._under_way[mailbox] >= self.limits.at_once:
            return Throttled("MailboxConcurrency", 1)
        served = self._served.setdefault(mailbox, deque())
        while served and served[0] <= now - self.limits.window:
            served.popleft()
        if len(served) >= self.limits.requests:
            wait = served[0] + self.limits.window - now
            return Throttled("RequestRate", max(1, -(-wait // timedelta(seconds=1))))
        served.append(now)
        return None

    @contextmanager
    def under_way(self, places: Counter[str]) -> Iterator[None]:
        """Each mailbox has so many more requests in hand."""
        self._under_way += places
        try:
            yield
        finally:
            self._under_way -= places
