"""Other libraries that read times, answering as we do: `python -m benchmarks.understanding_peers NAME`.

dateparser is a dependency of ours; recurrent and duckling come with the extra `peers`, chrono-node and
Recognizers-Text from npm into `build/peers` (`make peers`). Where one offers several readings it gets the first that is
not over and lies between seven and seven, as a colleague would read it.
"""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "build" / "peers"
BRIDGE = Path(__file__).with_suffix(".mjs")
ZONES = "/usr/share/zoneinfo"
HOUR = timedelta(hours=1)

Answer = dict[str, object]
Reader = Callable[[str, datetime], list[Answer]]
Values = Mapping[str, Any]
"""What a library answered, as JSON."""

PEERS = ("dateparser", "recurrent", "duckling", "chrono", "recognizers")


def missing(peer: str) -> str:
    """Why `peer` cannot be asked here, or ""."""
    if peer in ("chrono", "recognizers"):
        package = {"chrono": "chrono-node", "recognizers": "@microsoft/recognizers-text-suite"}[peer]
        there = (FOLDER / "node_modules" / package).exists() and shutil.which("node")
        return "" if there else "is not installed: make peers"
    return "" if importlib.util.find_spec(peer) else "is not installed: make peers"


def answers(peer: str, lines: Iterable[str]) -> Iterator[Answer]:
    """One answer in the scoring tool's form for each of its questions."""
    rows = [json.loads(line) for line in lines]
    moments = [datetime.fromisoformat(row["now"]) for row in rows]
    texts = [row["text"] for row in rows]
    if peer in ("chrono", "recognizers"):
        found = by_node(peer, texts, moments)
    else:
        make = {"dateparser": by_dateparser, "recurrent": by_recurrent, "duckling": by_duckling}[peer]
        reader = make()
        found = (reader(text, now) for text, now in zip(texts, moments, strict=True))
    for when in found:
        yield {"intent": "", "when": when}


def by_dateparser() -> Reader:
    """`search_dates`, the future preferred; a midnight that was not said is a date."""
    from dateparser.search import search_dates  # noqa: PLC0415  a peer, imported where it is asked for

    def read(text: str, now: datetime) -> list[Answer]:
        settings = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "future"}
        out: list[Answer] = []
        for said, moment in search_dates(text, languages=["en"], settings=settings) or []:
            wall = moment.replace(tzinfo=None)
            day = (wall.hour, wall.minute) in ((now.hour, now.minute), (0, 0))
            out.append(_point(said, wall, "day" if day else "minute"))
        return out

    return read


def by_recurrent() -> Reader:
    """One rule or one moment."""
    from recurrent import RecurringEvent  # noqa: PLC0415  not a dependency

    def read(text: str, now: datetime) -> list[Answer]:
        try:
            meant = RecurringEvent(now_date=now).parse(text)
        except (TypeError, ValueError, AttributeError, IndexError, KeyError, OverflowError):
            return []  # what it fails on it does not read
        if isinstance(meant, str):
            return [{"kind": "set", "text": text, "rrule": meant.partition("RRULE:")[2] or meant}]
        return [_point(text, meant, "minute")] if meant else []

    return read


def by_duckling() -> Reader:
    """Times and durations; the end of its intervals lies one grain behind what was said."""
    import duckling  # noqa: PLC0415  not a dependency

    zones = duckling.load_time_zones(ZONES)
    locale = duckling.parse_locale("EN_US", duckling.default_locale_lang(duckling.parse_lang("EN")))
    dimensions = duckling.parse_dimensions(["time", "duration"])

    def read(text: str, now: datetime) -> list[Answer]:
        at = duckling.parse_ref_time(zones, "UTC", int(now.replace(tzinfo=UTC).timestamp()))
        found = duckling.parse(text, duckling.Context(at, locale), dimensions, False)
        return [_ducklings(one, now) for one in found]

    return read


def _ducklings(found: Values, now: datetime) -> Answer:
    value, said = found["value"], found["body"]
    if found["dim"] == "duration":
        return {"kind": "duration", "text": said, "seconds": value["normalized"]["value"]}
    one = _likeliest(value.get("values") or [value], now, lambda v: _wall((v.get("from") or v.get("to") or v)["value"]))
    if one["type"] != "interval":
        grain = one["grain"]
        return _point(said, _wall(one["value"]), "minute" if grain in ("second", "minute", "hour") else grain)
    start, end = (_wall(one[side]["value"]) if side in one else None for side in ("from", "to"))
    grain = (one.get("to") or one["from"])["grain"]
    if end and start and grain in ("hour", "minute"):
        end -= HOUR if grain == "hour" else timedelta(minutes=1)
    answer: Answer = {"kind": "range", "text": said, "start": _iso(start), "end": _iso(end), "grain": grain}
    return answer if start and end else answer | {"open": "after" if start else "before"}


def by_node(peer: str, texts: list[str], moments: list[datetime]) -> Iterator[list[Answer]]:
    """chrono-node and Recognizers-Text, in one process of Node's, whose clock is UTC."""
    questions = "".join(
        json.dumps({"text": t, "now": n.isoformat()}) + "\n" for t, n in zip(texts, moments, strict=True)
    )
    command = ["node", str(BRIDGE), peer, str(FOLDER)]
    out = subprocess.run(
        command, input=questions, text=True, check=True, capture_output=True, env={**os.environ, "TZ": "UTC"}
    ).stdout
    for line, now in zip(out.splitlines(), moments, strict=True):
        found = json.loads(line)
        yield found if peer == "chrono" else [a for one in found if (a := _recognized_or_none(one, now))]


def _recognized_or_none(found: Values, now: datetime) -> Answer | None:
    """It answers the year 0 and the like where it fails."""
    try:
        return _recognized(found, now)
    except ValueError:
        return None


def _recognized(found: Values, now: datetime) -> Answer | None:
    values = [v for v in found["values"] if v.get("value") != "not resolved" or found["type"] == "set"]
    if not values:
        return None
    kind, said = found["type"], found["text"]
    if kind == "duration":
        return {"kind": "duration", "text": said, "seconds": float(values[0]["value"])}
    if kind == "set":
        return {"kind": "set", "text": said, "rrule": _rule(values[0]["timex"])}
    one = _likeliest(values, now, lambda v: _moment(v.get("start") or v.get("end") or v["value"], now))
    if "range" not in kind:
        return _point(said, _moment(one["value"], now), "day" if kind == "date" else "minute")
    start, end = (_moment(one[side], now) if side in one else None for side in ("start", "end"))
    grain = "day" if kind == "daterange" else "minute"
    answer: Answer = {"kind": "range", "text": said, "start": _iso(start), "end": _iso(end), "grain": grain}
    return answer if start and end else answer | {"open": "after" if start else "before"}


def _rule(timex: str) -> str:
    """P1D, P2W, XXXX-WXX-1T09: the recurrences that Recognizers-Text can say."""
    day, _, clock = timex.partition("T")
    units = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
    hour = f";BYHOUR={int(clock[:2])};BYMINUTE={int(clock[3:5] or 0)}" if clock[:2].isdigit() else ""
    if day.startswith("P") and day[-1] in units:
        return f"FREQ={units[day[-1]]};INTERVAL={day[1:-1]}{hour}"
    if day.startswith("XXXX-WXX-") and day[-1].isdigit():
        return f"FREQ=WEEKLY;BYDAY={('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')[int(day[-1]) - 1]}{hour}"
    return f"FREQ=DAILY{hour}"


def _likeliest(values: list[Values], now: datetime, start: Callable[[Values], datetime]) -> Values:
    ahead = [v for v in values if start(v) >= now] or values
    return next((v for v in ahead if start(v).time() == time() or 7 <= start(v).hour < 19), ahead[0])


def _moment(said: str, now: datetime) -> datetime:
    return datetime.fromisoformat(said) if "-" in said else datetime.combine(now, time.fromisoformat(said))


def _wall(said: str) -> datetime:
    return datetime.fromisoformat(said).replace(tzinfo=None)


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _point(said: str, at: datetime, grain: str) -> Answer:
    kind = "datetime" if grain == "minute" else "date" if grain == "day" else "range"
    return {"kind": kind, "text": said, "start": at.isoformat(), "grain": grain}


if __name__ == "__main__":
    for answer in answers(sys.argv[1], sys.stdin):
        print(json.dumps(answer), flush=True)
