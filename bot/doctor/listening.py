"""Is the service on its port, or can it have it."""

import errno
import socket

import httpx

from bot.doctor.finding import Finding, failed, ok, warning
from bot.doctor.network import Answered, Clock, ask
from bot.health_command import own_address

CHECK = "port"


async def port(http: httpx.AsyncClient, host: str, number: int, clock: Clock) -> Finding:
    """Who has the port: the service, nobody, or somebody else. 0: the service takes a free one."""
    where, own = f"{host}:{number}", own_address(host)
    address = f"http://{f'[{own}]' if ':' in own else own}:{number}"
    try:
        _hold(host, number)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            says = f"The service cannot listen at {where}: {error.strerror}."
            return failed(CHECK, says, "Correct CONVENE_HOST and CONVENE_PORT; below 1024 a port is for root alone.")
    else:
        return ok(CHECK, f"Nobody has {where}; `convene serve` can.")
    answer = await ask(http, f"{address}/healthz", clock)
    if not (isinstance(answer, Answered) and answer.status == 200 and answer.json().get("status") == "alive"):
        return failed(CHECK, f"Something else has {where}.", "Stop it, or set CONVENE_PORT to a free port.")
    ready = await ask(http, f"{address}/readyz", clock)
    if not (isinstance(ready, Answered) and ready.status == 200):
        reason = ready.json().get("reason", "it does not say why") if isinstance(ready, Answered) else ready.says
        return warning(CHECK, f"The service at {where} is not ready: {reason}", "Its log says more.")
    return ok(CHECK, f"The service is running at {where}.")


async def public(http: httpx.AsyncClient, address: str, clock: Clock) -> Finding:
    """Whether the service answers at its public address. A warning at most: it may not be reachable from inside."""
    check = "public address"
    answer = await ask(http, f"{address.rstrip('/')}/healthz", clock)
    if isinstance(answer, Answered) and answer.status == 200 and answer.json().get("status") == "alive":
        return ok(check, f"The service answers at {address}.")
    says = f"{address} answers {answer.status}, not as the service." if isinstance(answer, Answered) else answer.says
    return warning(check, says, "Start the service; then look at the proxy in front of it, or ask from outside.")


def _hold(host: str, number: int) -> None:
    """Take the port as the service would, and give it back. Raises OSError."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, number, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(address)
