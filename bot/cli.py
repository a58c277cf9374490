"""The command line: `convene`, also `python -m bot`. Commands load what they need only when they run."""

import argparse
import gc
import os
import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

ABOUT = """\
Convene books meetings by message. Write "30 minutes with Ana and Tom next Tuesday
afternoon about the budget"; it asks Microsoft Graph and shows the best times on a
card; one click books.

  convene demo                   try it here: a company, its calendars, a chat
  echo "lunch on Friday" | convene understand --explain
  convene graph GET /me/calendars --url http://127.0.0.1:4000/v1.0
  convene serve                  the service for Teams, set up from the environment (docs/settings.md)
  convene doctor                 what the service lacks on this machine, and how to mend it
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

SERVE = """\
Serve a tenant in Teams. Everything is set from the environment: docs/settings.md has every
variable, docs/azure.md the way from nothing to a first message, and convene doctor looks
whether all is there. SIGTERM ends it once the turns under way are finished.
"""

GRAPH = """\
Ask Microsoft Graph anything below its service root, and show the answer as a table.
The token is taken from the variable CONVENE_GRAPH_TOKEN; without one, the local Graph
of a running demo is asked (--url http://127.0.0.1:PORT/v1.0; demo --graph-port sets the
port), as the application, and /me is the person of --as.
"""

DOCTOR = """\
Look whether everything is there that the service needs: settings, credentials, Entra, Microsoft
Graph, the Bot Framework, the clock, the folder for data, the port. What is wrong is said with
how to mend it. Nothing is changed and no secret is shown. The exit status is 1 where something
failed.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 it failed, 2 it was called wrongly."""
    options = _parser().parse_args(arguments)
    if options.command == "demo":
        return _demo(options)
    if options.command == "serve":
        return _serve()
    if options.command == "graph":
        return _graph(options)
    if options.command == "doctor":
        return _doctor(options)
    if options.command == "health":
        return _health()
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
    demo.add_argument("--sign-in", action="store_true", help="people begin signed out, and sign in with a page")
    demo.add_argument("--no-browser", action="store_true", help="do not open the page")

    understand = commands.add_parser(
        "understand", help="read sentences, write what they mean", description=UNDERSTAND, formatter_class=plain
    )
    understand.add_argument("--explain", action="store_true", help="for people: which words became what, and why")
    understand.add_argument("--now", type=_instant, metavar="ISO", help="what the sentences are relative to (now)")
    understand.add_argument("--timezone", type=_zone, default=ZoneInfo("UTC"), metavar="NAME", help="IANA name (UTC)")
    understand.add_argument("--locale", default="en-US", metavar="TAG", help="day or month first, 12 or 24 h (en-US)")

    commands.add_parser("serve", help="serve people in Teams", description=SERVE, formatter_class=plain)

    doctor = commands.add_parser(
        "doctor", help="say what the service lacks, and how to mend it", description=DOCTOR, formatter_class=plain
    )
    doctor.add_argument("--json", action="store_true", help="for programs: docs/automation.md describes it")

    commands.add_parser("health", help="whether the service on this machine is alive; the exit status says it")

    _add_graph(commands.add_parser("graph", help="ask Graph anything", description=GRAPH, formatter_class=plain))
    return parser


def _add_graph(graph: argparse.ArgumentParser) -> None:
    pair = "NAME=VALUE"
    graph.add_argument("method", type=str.upper, choices=("GET", "POST", "PUT", "PATCH", "DELETE"), metavar="METHOD")
    graph.add_argument("path", metavar="/PATH", help="below the service root, with or without a query")
    graph.add_argument("--url", default="https://graph.microsoft.com/v1.0", metavar="URL", help="the service root")
    graph.add_argument("--as", dest="user", default="", metavar="USER", help="id or principal name that /me stands for")
    graph.add_argument("--query", type=_pair, action="append", default=[], metavar=pair, help="such as '$top=5'")
    graph.add_argument("--header", type=_pair, action="append", default=[], metavar=pair)
    graph.add_argument("--data", default="", metavar="JSON", help="a JSON body; - reads it from standard input")
    graph.add_argument("--binary", type=_file, metavar="FILE", help="a body as it is")
    graph.add_argument("--form", type=_pair, action="append", default=[], metavar=pair, help="a field of a form")
    graph.add_argument("--file", type=_pair, action="append", default=[], metavar="NAME=FILE", help="a file of a form")
    graph.add_argument("--output", type=Path, metavar="FILE", help="keep the answer's body in a file")
    graph.add_argument("--json", action="store_true", help="the answer as it came")
    graph.add_argument("--columns", type=_names, default=(), metavar="A,B", help="of the table")
    graph.add_argument("--all", action="store_true", help="follow a collection to its end")
    graph.add_argument("--timeout", type=_seconds, default=60.0, metavar="S", help="for everything together (60)")
    graph.add_argument("--retries", type=int, choices=range(11), default=3, metavar="N", help="at most (3; 0 to 10)")
    graph.add_argument("--retry-delay", type=_seconds, default=0.4, metavar="S", help="before the first retry (0.4)")
    graph.add_argument("--no-backoff", action="store_true", help="wait as long before each retry")
    graph.add_argument("--retry-all-errors", action="store_true", help="not only what may pass by itself")
    graph.add_argument("--repeatable", action="store_true", help="a second time does no harm: retry a write as well")


def _demo(options: argparse.Namespace) -> int:
    from bot.demo import Demo, DemoError, run_demo  # noqa: PLC0415  `understand` starts fast without it

    demo = Demo(
        port=options.port,
        graph_port=options.graph_port,
        now=options.now,
        world=options.world,
        data=options.data,
        browser=not options.no_browser,
        sign_in=options.sign_in,
    )
    try:
        run_demo(demo, announce=lambda line: print(line, flush=True))
    except DemoError as error:
        print(f"convene demo: {error}", file=sys.stderr)
        return 1
    return 0


def _serve() -> int:
    from bot.serve import CannotServe, run_serve  # noqa: PLC0415  the others do not need it
    from bot.settings import SettingsError  # noqa: PLC0415

    try:
        run_serve(announce=lambda line: print(line, flush=True))
    except (CannotServe, SettingsError) as error:
        print(f"convene serve: {error}", file=sys.stderr)
        return 1
    return 0


def _understand(options: argparse.Namespace) -> int:
    # What is loaded stays, and reading a line leaves no cycles behind: to look for them only delays the first answer.
    gc.disable()
    from bot.understand_command import run  # noqa: PLC0415  `demo` does not need it

    now = options.now or datetime.now(UTC)
    try:
        run(sys.stdin, sys.stdout, options.explain, now=now, zone=options.timezone, locale=options.locale)
    except BrokenPipeError:
        sys.stderr.close()
    return 0


def _graph(options: argparse.Namespace) -> int:
    from bot.graph_command import Terminal, Wanted, run  # noqa: PLC0415  the others do not need it
    from graph.retries import Patience  # noqa: PLC0415

    limit = timedelta(seconds=options.timeout)
    delay = timedelta(seconds=options.retry_delay)
    wanted = Wanted(
        options.method,
        options.path,
        options.url,
        token=os.environ.get("CONVENE_GRAPH_TOKEN", ""),
        user=options.user,
        query=dict(options.query),
        headers=dict(options.header),
        data=sys.stdin.read() if options.data == "-" else options.data,
        binary=options.binary,
        form=dict(options.form),
        files={name: Path(path) for name, path in options.file},
        output=options.output,
        as_json=options.json,
        everything=options.all,
        columns=options.columns,
        repeatable=options.repeatable,
        patience=Patience(
            limit,
            limit,
            options.retries + 1,
            delay,
            max(delay, Patience.longest_wait),
            exponential=not options.no_backoff,
            every_error=options.retry_all_errors,
        ),
    )
    terminal = Terminal(
        sys.stdout,
        sys.stderr,
        shutil.get_terminal_size((100, 24)).columns,
        sys.stderr.isatty(),
        None if sys.stdout.isatty() else sys.stdout.buffer,
    )
    try:
        return run(wanted, terminal)
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _doctor(options: argparse.Namespace) -> int:
    from bot.doctor.command import run  # noqa: PLC0415  the others do not need it

    return run(sys.stdout, clock=lambda: datetime.now(UTC), as_json=options.json)


def _health() -> int:
    from bot.health_command import run  # noqa: PLC0415  the others do not need it
    from bot.settings import SettingsError, load_settings  # noqa: PLC0415

    try:
        settings = load_settings()
    except SettingsError as error:
        print(f"convene health: {error}", file=sys.stderr)
        return 1
    return run(settings.host, settings.port, sys.stdout)


def _pair(words: str) -> tuple[str, str]:
    name, equals, value = words.partition("=")
    if not name or not equals:
        raise argparse.ArgumentTypeError(f"{words!r} is not NAME=VALUE")
    return name, value


def _names(words: str) -> tuple[str, ...]:
    return tuple(filter(None, words.split(",")))


def _seconds(words: str) -> float:
    try:
        seconds = float(words)
    except ValueError:
        seconds = -1
    if not 0 < seconds <= 3600:
        raise argparse.ArgumentTypeError(f"{words!r} is not a number of seconds up to 3600")
    return seconds


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
