"""When to ask again, and how long to wait first. Pure decisions; `client.py` acts on them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from graph.errors import GraphError, Throttled, Unavailable


@dataclass(frozen=True)
class Patience:
    """How long and how often one operation tries.

    `deadline` bounds the whole operation with its queueing and waiting, `attempt` a single request. Without a word
    from Graph the wait before attempt n + 1 is drawn from zero to `first_wait` * 2**(n - 1), `longest_wait` at most
    ("full jitter"). Without `exponential` each wait is `first_wait`, undrawn. `every_error` repeats what is refused as
    well, except where a write may have happened.
    """

    deadline: timedelta = timedelta(seconds=12)
    attempt: timedelta = timedelta(seconds=8)
    attempts: int = 4
    first_wait: timedelta = timedelta(milliseconds=400)
    longest_wait: timedelta = timedelta(seconds=6)
    exponential: bool = True
    every_error: bool = False


def wait_before_retry(
    error: GraphError, attempt: int, *, repeatable: bool, patience: Patience, jitter: Callable[[], float]
) -> timedelta | None:
    """How long to wait after failed `attempt` (1 is the first); None: do not try again.

    `repeatable`: doing it twice is the same as doing it once. What may have happened is repeated only then.
    `jitter` draws from 0 to 1.
    """
    passing = isinstance(error, Throttled | Unavailable)
    if not (passing or patience.every_error) or attempt >= patience.attempts:
        return None
    if error.may_have_happened and not repeatable:
        return None
    if isinstance(error, Throttled | Unavailable) and error.wait is not None:
        return error.wait
    if not patience.exponential:
        return patience.first_wait
    return min(patience.first_wait * 2.0 ** (attempt - 1), patience.longest_wait) * jitter()


def retry_after(headers: Mapping[str, str]) -> timedelta | None:
    """What Retry-After asks for: seconds, which Graph has sent with a fraction, or a date; None: nothing usable.

    A date is measured from the answer's own Date, so that our clock need not agree with Graph's.
    Source: RFC 9110, 10.2.3.
    """
    text = headers.get("Retry-After", "").strip()
    if not text:
        return None
    try:
        wait = timedelta(seconds=float(text))
    except ValueError:
        then, now = _http_date(text), _http_date(headers.get("Date", ""))
        if then is None or now is None:
            return None
        wait = then - now
    except OverflowError:
        return None
    return max(wait, timedelta())


def _http_date(text: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
