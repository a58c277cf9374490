"""How well Convene understands English, on public data that nobody here wrote: `make bench-understanding`.

Runs the scoring tool beside the reference data (`../shared/tools/score_understanding.py`) over `convene understand`
and, for times, over the other libraries that are installed (see `understanding_peers.py`); then measures how long one
utterance takes. The reference rows of `nlu` train the weights, so that the figures for intents are of rows seen;
`make train ARGS=--leave-out` says how unseen rows and unseen sources do.
"""

import gzip
import json
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from zoneinfo import ZoneInfo

from benchmarks.understanding_peers import PEERS, missing
from bot import garbage
from dialogs.understand import Context, understand

SHARED = Path(__file__).resolve().parents[1] / ".." / "shared"
SCORER = SHARED / "tools" / "score_understanding.py"
DATES = SHARED / "data" / "dates" / "dev_en.jsonl.gz"
NLU = SHARED / "data" / "nlu" / "dev.jsonl.gz"
OURS = (sys.executable, "-m", "bot", "understand")
KINDS = ("date", "time", "datetime", "range", "duration", "set")
GOALS = {"date": 97, "time": 97, "datetime": 94, "range": 90, "duration": 92, "set": 90}

Figures = Mapping[str, object]


def score(what: str, data: Path, command: Sequence[str]) -> Figures:
    """The figures of the scoring tool for a command. Raises CalledProcessError where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        arguments = [sys.executable, str(SCORER), what, "--lang", "en", "--json", str(out), str(data), "--", *command]
        subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
        figures: Figures = json.loads(out.read_text(encoding="utf-8"))
        return figures


def share(pair: object) -> float:
    """Of [right, all], in percent."""
    if not isinstance(pair, list) or not pair[1]:
        return float("nan")
    return 100 * float(pair[0]) / float(pair[1])


def when_row(name: str, figures: Figures) -> str:
    """One line of the table of times."""
    kinds, neutral, alarms = figures["kinds"], figures["neutral"], figures["false_alarms"]
    if not isinstance(kinds, dict) or not isinstance(neutral, list) or not isinstance(alarms, list):
        raise TypeError("the scoring tool wrote something else")
    cells = [f"{share(kinds.get(kind)):6.1f}" for kind in KINDS]
    right, rows, wrong, _ = neutral
    figures_of = f"{100 * right / rows:6.1f} {100 * wrong / rows:6.1f}   {alarms[0]:3} of {alarms[1]}"
    return f"{name:12} {' '.join(cells)}   {figures_of}"


def times() -> None:
    """The table of times, ours beside the peers."""
    print("Times: entities right at their grain, in percent; neutral rows: all right, silently wrong; false alarms")
    print(f"{'':12} {' '.join(f'{k:>6}' for k in KINDS)}   {'right':>6} {'wrong':>6}")
    print(f"{'goal':12} {' '.join(f'{GOALS[k]:6}' for k in KINDS)}   {97:6} {2:6}")
    print(when_row("convene", score("when", DATES, OURS)))
    for peer in PEERS:
        if why := missing(peer):
            print(f"{peer:12} {why}")
            continue
        command = (sys.executable, "-m", "benchmarks.understanding_peers", peer)
        print(when_row(peer, score("when", DATES, command)))


def intents() -> None:
    """Intents and slots."""
    figures = score("intents", NLU, OURS)
    groups, recall, macro = figures["groups"], figures["oos_recall"], figures["macro_f1"]
    refused, harmful = figures["refused"], figures["harmful"]
    if not isinstance(groups, dict):
        raise TypeError("the scoring tool wrote something else")
    print("\nIntents, rows that trained the weights (percent)")
    print(f"right {share(groups['free']):.1f}   macro-F1 {_percent(macro)}   in scope but refused {_percent(refused)}")
    print(f"out-of-scope recall {_percent(recall)}   a wrong cancel or decline {_percent(harmful)}")
    slots = score("slots", NLU, OURS)
    print("\nSlots (percent; goals 92, 92, 55)")
    for name, of in (("people", "people"), ("found", "people found that are stated"), ("titles", "subjects the same")):
        print(f"{of:30} {share([slots[f'{name} ok'], slots[name]]):5.1f} of {slots[name]}")


def _percent(value: object) -> str:
    return f"{100 * value:.1f}" if isinstance(value, float) else "–"


def speed() -> None:
    """How long one utterance keeps the processor, everything included, and 5,000 words; garbage as in the service."""
    zone = ZoneInfo("UTC")
    with gzip.open(DATES, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    cases = [(r["text"], Context(datetime.fromisoformat(r["reference"][:19]).replace(tzinfo=zone), zone)) for r in rows]
    understand(*cases[0])
    garbage.settle()
    took = sorted(_seconds(understand, text, context) for text, context in cases)
    words = " ".join(text for text, _ in cases).split()[:5000]
    # Another text each time: what was read last is remembered.
    long = min(_seconds(understand, " ".join(words[turn:] + words[:turn]), cases[0][1]) for turn in range(3))
    first, memory = _first_answer()
    print(f"\nSpeed, {platform.machine()}, Python {platform.python_version()} (goals 0.5 / 3 / 100 ms, 0.3 s)")
    print(f"one utterance {1000 * median(took):.2f} ms median, {1000 * took[int(len(took) * 0.99)]:.2f} ms p99")
    print(f"5,000 words {1000 * long:.0f} ms   start and first answer {first:.2f} s, {memory} MB")


def _first_answer() -> tuple[float, int]:
    """Seconds from the start to the first answer, the least of five, and the most memory by then in MB."""
    took, memory = [], []
    for _ in range(5):
        began = perf_counter()
        with subprocess.Popen(OURS, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write("lunch with Ana tomorrow\n")
            process.stdin.flush()
            process.stdout.readline()
            took.append(perf_counter() - began)
            memory.append(_peak(process.pid))
            process.stdin.close()
    return min(took), max(memory)


def _peak(pid: int) -> int:
    """The most memory that a process has had, in MB. Source: proc(5), VmHWM."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024


def _seconds(function: Callable[[str, Context], object], text: str, context: Context) -> float:
    """Of the processor, so that it holds on a busy machine too."""
    started = process_time()
    function(text, context)
    return process_time() - started


def main() -> int:
    """Print the tables."""
    if not SCORER.exists():
        print(f"the reference data are missing: {SCORER.parent}", file=sys.stderr)
        return 1
    times()
    intents()
    speed()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
