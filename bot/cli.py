"""The command line: `convene`, also `python -m bot`. Commands load what they need only when they run."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

ABOUT = """\
Convene books meetings by message. Write "30 minutes with Ana and Tom next Tuesday
afternoon about the budget"; it asks Microsoft Graph and shows the best times on a
card; one click books.

  convene demo                   try it here: a company, its calendars, a chat
  echo "lunch on Friday" | convene understand --explain
"""

DEMO = """\
Start Convene with a fictitious company on this machine and open the chat page.
Nothing leaves this machine: Microsoft Graph and the chat channel are played by
local servers, and everything listens on 127.0.0.1 only.
"""

UNDERSTAND = """\
Read what people say, one line each, and write what it means as JSON, one line each,
as soon as it is read. A line is plain text or JSON:
  {"id", "text", "now", "timezone", "locale", "previous"}
Only "text" is needed. docs/automation.md describes the answer.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 it failed, 2 it was called wrongly."""
    options = _parser().parse_args(arguments)
    if options.command == "demo":
        return _demo(options)
    return _understand(options)


def _parser() -> argparse.ArgumentParser:
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="convene", description=ABOUT, formatter_class=plain)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    demo = commands.add_parser(
        "demo", help="start a company to try it with, and open the chat page", description=DEMO, formatter_class=plain
    )
    demo.add_argument("--port", type=_port, default=3978, metavar="N", help="of the bot and the page (3978; 0: free)")
    demo.add_argument("--graph-port", type=_port, default=0, metavar="N", help="of the local Graph (a free one)")
    demo.add_argument("--now", type=_instant, metavar="ISO", help="where the demo's clock starts, and runs from (now)")
    demo.add_argument("--world", type=_file, metavar="FILE", help="another company, as JSON (docs/automation.md)")
    demo.add_argument("--data", type=Path, metavar="DIR", help="keep calendars and conversations here between runs")
    demo.add_argument("--no-browser", action="store_true", help="do not open the page")

    understand = commands.add_parser(
        "understand", help="read sentences, write what they mean", description=UNDERSTAND, formatter_class=plain
    )
    understand.add_argument("--explain", action="store_true", help="for people: which words became what, and why")
    understand.add_argument("--now", type=_instant, metavar="ISO", help="what the sentences are relative to (now)")
    understand.add_argument("--timezone", type=_zone, default=ZoneInfo("UTC"), metavar="NAME", help="IANA name (UTC)")
    understand.add_argument("--locale", default="en-US", metavar="TAG", help="day or month first, 12 or 24 h (en-US)")
    return parser


def _demo(options: argparse.Namespace) -> int:
    from bot.demo import Demo, DemoError, run_demo  # noqa: PLC0415  `understand` starts fast without it

    demo = Demo(
        port=options.port,
        graph_port=options.graph_port,
        now=options.now,
        world=options.world,
        data=options.data,
        browser=not options.no_browser,
    )
    try:
        run_demo(demo, announce=lambda line: print(line, flush=True))
    except DemoError as error:
        print(f"convene demo: {error}", file=sys.stderr)
        return 1
    return 0


def _understand(options: argparse.Namespace) -> int:
    from bot.understand_command import run  # noqa: PLC0415  `demo` does not need it

    now = options.now or datetime.now(UTC)
    try:
        run(sys.stdin, sys.stdout, options.explain, now=now, zone=options.timezone, locale=options.locale)
    except BrokenPipeError:
        sys.stderr.close()
    return 0


def _port(words: str) -> int:
    number = int(words) if words.isdecimal() else -1
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"{words!r} is not a port: 0 to 65535")
    return number


def _instant(words: str) -> datetime:
    try:
        instant = datetime.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is not an ISO 8601 time such as 2026-11-23T09:00") from None
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def _file(words: str) -> Path:
    path = Path(words)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"there is no file {words}")
    return path


def _zone(words: str) -> ZoneInfo:
    try:
        return ZoneInfo(words)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise argparse.ArgumentTypeError(f"{words!r} is no IANA time zone such as Europe/Lisbon") from None
