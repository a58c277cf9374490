"""A few messages, so that the mailboxes are not empty."""

from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from bot.company.people import NAMES, address


class Letter(NamedTuple):
    """A message that came `hours` before now."""

    sender: str
    to: str
    hours: int
    subject: str
    text: str
    is_read: bool = False


LETTERS = (
    Letter(
        "alex", "ines", 3, "Q3 budget", "Numbers are nearly ready. Shall the three of us go through them this week?"
    ),
    Letter("priya", "ines", 5, "Re: Q3 budget", "Thursday afternoon would suit me. I can bring the usage forecast."),
    Letter("dana.whitfield@fabrikam.example", "ines", 20, "Pilot scope", "I sent an invitation; another day is fine."),
    Letter(
        "tom", "ines yuki", 26, "Onboarding sketches", "Three directions are in the board. I like the second.", True
    ),
    Letter("fatima", "ines tom", 29, "Designer candidates", "Two strong portfolios this week.", True),
    Letter("grace", "elena", 7, "Adatum", "They would like to meet you before they sign. Could Marcus find a time?"),
    Letter("marcus", "elena", 22, "Next week", "Your investor call and the board pack are both in the calendar.", True),
    Letter("katrin", "arjun", 9, "My visit", "I land on Sunday evening. Is the lab free in the mornings?"),
    Letter("ines", "leticia", 11, "Atlas beta", "We close it on Friday. Summary to follow after the read-out.", True),
    Letter("amara", "alex", 6, "Close", "Please hold some time for the auditors."),
    Letter("omar", "priya", 4, "Event schema", "One field moves. Half an hour is enough to agree on it."),
    Letter("joao", "mateus", 15, "New laptop", "It has arrived. I will walk you through the set-up."),
)


def messages(now: datetime) -> list[dict[str, Any]]:
    """Graph messages, one in the mailbox of each receiver; `now` is aware."""
    return [_message(letter, owner, now) for letter in LETTERS for owner in letter.to.split()]


def _message(letter: Letter, owner: str, now: datetime) -> dict[str, Any]:
    received = now.astimezone(UTC) - timedelta(hours=letter.hours)
    return {
        "mailbox": address(owner),
        "subject": letter.subject,
        "from": _party(letter.sender),
        "sender": _party(letter.sender),
        "toRecipients": [_party(alias) for alias in letter.to.split()],
        "receivedDateTime": f"{received:%Y-%m-%dT%H:%M:%SZ}",
        "bodyPreview": letter.text,
        "body": {"contentType": "text", "content": letter.text},
        "isRead": letter.is_read,
    }


def _party(alias: str) -> dict[str, Any]:
    email = address(alias)
    return {"emailAddress": {"name": NAMES[email], "address": email}}
