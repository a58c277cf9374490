"""Structured logs: one line a turn, values as fields, never words or names of people.

A turn's line has turn, conversation (a pseudonym), dialog, outcome, milliseconds and graph_calls, which is 0 until the
turn binds another number with `structlog.contextvars.bind_contextvars`.
"""

import logging
import sys
from hashlib import sha256
from typing import Literal

import structlog
from structlog.typing import Processor

LogFormat = Literal["console", "json"]
LogLevel = Literal["debug", "info", "warning", "error"]


def set_up_logs(form: LogFormat, level: LogLevel) -> None:
    """Write lines of `level` and above to standard error, for people or as JSON; also those of the libraries."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: list[Processor] = (
        [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]
        if form == "console"
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    )
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    lines = logging.StreamHandler()
    lines.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [lines]
    root.setLevel(level.upper())
    for library in ("httpx", "httpcore", "aiohttp.access", "msal"):
        logging.getLogger(library).setLevel(max(logging.WARNING, root.level))  # their lines name people and addresses


def pseudonym(ident: str) -> str:
    """A short stand-in for an id that may contain an address: the same for the same id."""
    return sha256(ident.encode()).hexdigest()[:12]
