"""Conversations as text: how a transcript is read, and how cards and requests to Graph are written down.

# A title that states the promise

Mon 23 Nov 2026, 09:00                     the clock, also between turns
<- 503 POST /me/events                     Graph answers the next such request so (also: drop, torn, lost)
Inês: words, or [Button] or [Button] note=words typed into its input
Inês (group): words in a group chat of that name
Inês (group): (looks)                      the newest shared card of that chat, as her client shows it to her
Bot: what comes back, to the letter
Bot (group): what is said in that chat of its own accord; Bot (Tom): in somebody's personal chat
The card in group:                         the newest shared card of that chat, as everybody sees it
Alex joins group                           and Alex leaves group
  -> POST /me/events …                     what was written to Graph meanwhile
Calendar of Alex on 26 Nov:                what is in a calendar now
Mail of Alex in inbox:                     what is in a mail folder now, the newest first
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from graph.emulator import Exchange

Card = Mapping[str, Any]
CLOCK = re.compile(r"^\w{3} (\d{1,2} \w{3} \d{4}, \d\d:\d\d)$")
FAULT = re.compile(r"^<- (\w+) (\S+ \S+)(?: (\S+=\S+))?$")
CALENDAR = re.compile(r"^Calendar of (\w+) on (\d{1,2} \w{3}):$")
MAIL = re.compile(r"^Mail of (\w+) in (\w+):$")
SHARED = re.compile(r"^The card in (\w+):$")
MOVES = re.compile(r"^([\w.]+) (joins|leaves) (\w+)$")
SPOKEN = re.compile(r"^([^\W\d_]+)(?: \((\w+)\))?: ?(.*)$")
READS = re.compile(r"/(getSchedule|findMeetingTimes)$", re.IGNORECASE)


@dataclass
class Step:
    """One line that does something, and the lines that are expected to follow it."""

    line: str
    expected: list[str] = field(default_factory=list)


@dataclass
class Conversation:
    """A titled run of steps."""

    title: str
    steps: list[Step]


def conversations(path: Path) -> list[Conversation]:
    """All conversations of a file."""
    found: list[Conversation] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            found.append(Conversation(line[2:], []))
        elif not line.strip() or not found:
            continue
        elif acts(line):
            found[-1].steps.append(Step(line))
        else:
            found[-1].steps[-1].expected.append(line)
    return found


def acts(line: str) -> bool:
    """Whether a line does something; the others are what is expected."""
    if line.startswith((" ", "Bot:", "Bot (")):
        return False
    return any(kind.match(line) for kind in (CLOCK, FAULT, CALENDAR, MAIL, SHARED, MOVES, SPOKEN))


def rewritten(path: Path, played: Mapping[str, list[list[str]]]) -> str:
    """The file with what really came back, a list of lines for each step of each title."""
    head = path.read_text(encoding="utf-8").split("\n# ")[0].rstrip() if path.exists() else ""
    lines = [] if head.startswith("# ") else [head]
    for conversation in conversations(path):
        lines += ["", f"# {conversation.title}", ""]
        kept = [step.expected for step in conversation.steps]
        for step, came in zip(conversation.steps, played.get(conversation.title, kept), strict=True):
            lines += [step.line, *came]
    return "\n".join(lines).strip() + "\n"


def moment(line: str) -> datetime | None:
    """The clock time of a line, without a zone; None where it is no clock line."""
    match = CLOCK.match(line)
    return datetime.strptime(match[1], "%d %b %Y, %H:%M") if match else None


UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


def card_lines(card: Card) -> list[str]:
    """What a card shows, line by line, buttons in brackets."""
    lines = [line for element in card.get("body", ()) for line in element_lines(element)]
    buttons = " ".join(button(action) for action in card.get("actions", ()))
    return [*lines, *([buttons] if buttons else [])]


def button(action: Card) -> str:
    """A button as one sees it; one that opens a page with an arrow."""
    return f"[{action['title']}{' ↗' if action['type'] == 'Action.OpenUrl' else ''}]"


def element_lines(element: Card) -> Iterator[str]:
    """What one element shows."""
    match element["type"]:
        case "TextBlock":
            yield UUID.sub("…", re.sub(r"\\(?=\W)", "", element["text"]))
        case "Badge":
            yield element["fallback"]["text"]
        case "FactSet":
            yield from (f"{fact['title']}: {fact['value']}" for fact in element["facts"])
        case "Container":
            inside = [line for each in element["items"] for line in element_lines(each)]
            marker = {"emphasis": "* ", "warning": "! "}.get(element.get("style", ""), "")
            yield from (f"{marker}{line}" for line in inside)
        case "ColumnSet":
            yield from side_by_side([list(_inside(column)) for column in element["columns"]])
        case "ActionSet":
            yield " ".join(button(action) for action in element["actions"])
        case "Image":
            yield f"(photo of {element['altText']})"
        case "Input.Text" | "Input.Time" | "Input.Number":
            value = element.get("value")
            yield f"<{element['label']}>{f' {value}' if value else ''}"
        case "Input.ChoiceSet":
            values = str(element.get("value", "")).split(",")
            chosen = ", ".join(each["title"] for each in element["choices"] if each["value"] in values)
            yield f"<{element['label']}> {chosen}".rstrip()
        case other:
            yield f"({other})"


def _inside(column: Card) -> Iterator[str]:
    for each in column["items"]:
        yield from element_lines(each)


def side_by_side(cells: list[list[str]]) -> Iterator[str]:
    """Columns as lines: the first line of each on one line, then the rest."""
    yield "  ".join(cell[0] for cell in cells if cell)
    for cell in cells:
        yield from (f"  {line}" for line in cell[1:])


def writes(exchanges: Iterable[Exchange]) -> list[str]:
    """What was asked of Graph that changes something, or that sends something to people."""
    return [
        f"  -> {exchange.method} {short_path(exchange.path)}{_said(exchange.request_body)} {exchange.status}"
        for exchange in exchanges
        if exchange.method != "GET" and not READS.search(exchange.path)
    ]


def short_path(path: str) -> str:
    """A path without the ids that nobody can read."""
    return re.sub(r"/(events|messages|calendars|calendarPermissions)/[^/]+", r"/\1/…", path)


def _said(body: object) -> str:
    if not isinstance(body, dict):
        return ""
    parts = []
    if "subject" in body:
        parts.append(f"“{body['subject']}”")
    if "start" in body:
        parts.append(f"{body['start']['dateTime'][:16]} {body['start']['timeZone']}")
    parts += [guest["emailAddress"]["address"].split("@")[0] for guest in body.get("attendees", ())]
    if len(folder := str(body.get("destinationId", ""))) in range(1, 20):
        parts.append(f"to {folder}")
    if "isRead" in body:
        parts.append("read" if body["isRead"] else "unread")
    if body.get("comment"):
        parts.append(f"“{body['comment']}”")
    return f" {' '.join(parts)}" if parts else ""
