"""What is in the mailboxes: above all in the inbox of the person one is when the demo opens."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from bot.company.people import DOMAIN, NAMES, address


class Letter(NamedTuple):
    """A message that came `hours` before now; `to` and `cc` are aliases. It was read unless it is `unread`."""

    sender: str
    to: str
    hours: int
    subject: str
    text: str
    cc: str = ""
    unread: bool = False
    importance: str = "normal"


LETTERS = (
    Letter(
        "alex",
        "ines",
        3,
        "Q3 budget",
        "Numbers are nearly ready. Shall the three of us go through them this week?",
        "priya",
        unread=True,
    ),
    Letter(
        "priya",
        "leticia ines",
        5,
        "Re: Q3 planning",
        "Thursday afternoon would suit me. I can bring the usage forecast.",
        unread=True,
    ),
    Letter(
        "dana.whitfield@fabrikam.example",
        "ines",
        20,
        "Pilot scope",
        "I sent an invitation for a first talk about the pilot; another day is fine.\n"
        "Could you tell me beforehand how many people may take part?",
        unread=True,
    ),
    Letter(
        "leticia",
        "ines priya katrin alex",
        23,
        "Q3 planning",
        "Before we meet, please each bring the three things that you would not drop.\nOne page is plenty.",
        importance="high",
    ),
    Letter("tom", "ines yuki", 26, "Onboarding sketches", "Three directions are in the board. I like the second."),
    Letter("ines", "tom", 25, "Re: Onboarding sketches", "Me too. Let us decide on it with Yuki.", "yuki"),
    Letter("fatima", "ines tom", 29, "Designer candidates", "Two strong portfolios this week. Will you both be there?"),
    Letter(
        "katrin",
        "ines",
        31,
        "Sprint review",
        "Sort and label is in. Search by owner slips into the next sprint; I would rather say so on Thursday myself.",
        "omar",
    ),
    Letter("noah", "ines", 47, "Adatum asks about exports", "Hannah needs them before the audit. Is there a date?"),
    Letter(
        "diego",
        "ines",
        52,
        "Six interviews, one page",
        "Everybody finds the board. Nobody finds the filter. Notes are in the usual folder.",
        "tom yuki",
    ),
    Letter("joao", "ines", 74, "Meeting room screens", "The one in Fado is mended. Tell me if it flickers again."),
    Letter(
        "luc.girard@northwind.example",
        "ines sam.okafor",
        76,
        "Our questions before the renewal",
        "We have four on security and one on price. Sam has the list.",
    ),
    Letter(
        "ines",
        "leticia",
        11,
        "Atlas beta",
        "We close it on Friday. Summary to follow after the read-out.",
    ),
    Letter(
        "ines", "katrin", 30, "Re: Sprint review", "Thank you for telling me early. I will keep five minutes for it."
    ),
    Letter(
        "grace",
        "elena",
        7,
        "Adatum",
        "They would like to meet you before they sign. Could Marcus find a time?",
        "marcus",
        unread=True,
    ),
    Letter("marcus", "elena", 22, "Next week", "Your investor call and the board pack are both in the calendar."),
    Letter("katrin", "arjun", 9, "My visit", "I land on Sunday evening. Is the lab free in the mornings?", unread=True),
    Letter("amara", "alex", 6, "Close", "Please hold some time for the auditors.", unread=True),
    Letter("omar", "priya", 4, "Event schema", "One field moves. Half an hour is enough to agree on it.", unread=True),
    Letter("joao", "mateus", 15, "New laptop", "It has arrived. I will walk you through the set-up.", unread=True),
)
_ANSWER = re.compile(r"^Re: ")


def messages(now: datetime) -> list[dict[str, Any]]:
    """Graph messages: one in the mailbox of each receiver, one among what a colleague has sent; `now` is aware."""
    return [message for number, letter in enumerate(LETTERS) for message in _copies(letter, number, now)]


def _copies(letter: Letter, number: int, now: datetime) -> Iterator[dict[str, Any]]:
    message = _message(letter, number, now)
    for alias in (*letter.to.split(), *letter.cc.split()):
        yield message | {"mailbox": address(alias)}
    if "@" not in letter.sender:
        yield message | {"mailbox": address(letter.sender), "isRead": True, "parentFolderId": "sentitems"}


def _message(letter: Letter, number: int, now: datetime) -> dict[str, Any]:
    received = now.astimezone(UTC) - timedelta(hours=letter.hours, minutes=7 * number % 50)
    topic = re.sub(r"\W+", "-", _ANSWER.sub("", letter.subject)).casefold()
    return {
        "subject": letter.subject,
        "from": _party(letter.sender),
        "sender": _party(letter.sender),
        "toRecipients": [_party(alias) for alias in letter.to.split()],
        "ccRecipients": [_party(alias) for alias in letter.cc.split()],
        "receivedDateTime": f"{received:%Y-%m-%dT%H:%M:%SZ}",
        "body": {"contentType": "text", "content": letter.text},
        "isRead": not letter.unread,
        "importance": letter.importance,
        "conversationId": f"AAQkAD{topic}",
        "internetMessageId": f"<{number}.{received:%Y%m%d}@{DOMAIN}>",
    }


def _party(alias: str) -> dict[str, Any]:
    email = address(alias)
    return {"emailAddress": {"name": NAMES[email], "address": email}}
