"""The body of `convene health`: is the service on this machine alive? For a container's health check."""

import json
from http.client import HTTPConnection, HTTPException
from typing import TextIO

SECONDS = 4.0
"""How long it may take to answer."""


def own_address(host: str) -> str:
    """Where to ask a service that listens at `host`, which may mean every address of this machine."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  compared, not bound to


def run(host: str, port: int, out: TextIO) -> int:
    """Ask /healthz, through no proxy, and say what it answers; the exit status: 0 alive, 1 not."""
    connection = HTTPConnection(own_address(host), port, timeout=SECONDS)
    try:
        connection.request("GET", "/healthz")
        answer = json.loads(connection.getresponse().read())
        alive = isinstance(answer, dict) and answer.get("status") == "alive"
        says = "alive" if alive else "something else answers"
    except (OSError, HTTPException, ValueError) as error:
        alive, says = False, f"not alive: {error or type(error).__name__}"
    finally:
        connection.close()
    out.write(f"{says}\n")
    return int(not alive)
