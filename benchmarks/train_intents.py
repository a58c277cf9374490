"""Train the intent model: `make train` writes its weights, `--leave-out` says how it does on sources it never saw.

Reads `../shared/data/nlu/dev.jsonl.gz` (rows that say their source and licence) and our own sentences
(`dialogs/understand/languages/<language>.examples.txt`). Deterministic: the same data give the same bytes.
Needs the extra `train` (numpy, scikit-learn), which running Convene does not.
"""

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from zlib import crc32
from zoneinfo import ZoneInfo

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dialogs.understand import Context
from dialogs.understand.intent.decision import STRANGE, careful, trust
from dialogs.understand.intent.features import buckets
from dialogs.understand.plain import prepare
from dialogs.understand.understood import Intent
from dialogs.understand.wording.misspelt import mended

BUCKETS = 65536
KEPT = 9000
TEMPERATURE = 1.4
"""Probabilities are flattened by it: chosen so that of the unseen rows at 0.9 nine in ten are right."""
DATA = Path(__file__).resolve().parents[1] / ".." / "shared" / "data" / "nlu" / "dev.jsonl.gz"
LANGUAGES = Path(__file__).resolve().parents[1] / "dialogs" / "understand" / "languages"
STRAY = frozenset(("out_of_scope",))
HARMFUL = frozenset(("cancel_meeting", "respond_decline"))
OFTEN = 20
"""Sentences that an intent needs before its F1 says something."""
CONTEXT = Context(datetime(2026, 11, 18, 9, tzinfo=UTC), ZoneInfo("UTC"))


@dataclass(frozen=True)
class Example:
    """One sentence, ready for training: its hashed features and what it means."""

    text: str
    source: str
    licence: str
    intent: str
    also: frozenset[str]
    seen: frozenset[int]
    verdict: str
    decided: bool
    trust: float
    weight: float = 1.0

    @property
    def is_known(self) -> bool:
        """Whether the source tells its intent from all others that are ours, or a rule does."""
        return len(self.also - STRAY) == 1 or self.intent in STRAY or self.verdict in self.also


def example(text: str, source: str, licence: str, *, intent: str, also: frozenset[str], weight: float = 1.0) -> Example:
    """Read `text` as the running program does."""
    prepared = prepare(mended(text), CONTEXT)
    verdict = prepared.verdict
    said = verdict.intent.value if verdict else ""
    return Example(
        text,
        source,
        licence,
        said if said in also else intent,
        also | {intent},
        frozenset(buckets(prepared.features, BUCKETS)),
        said,
        bool(verdict and verdict.decided),
        trust(verdict),
        weight,
    )


def rows(language: str) -> list[Example]:
    """The rows of the data in that language whose label does not need the dialog."""
    out = []
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["lang"] == language and not row.get("context"):
                also = frozenset(row.get("also") or ())
                out.append(example(row["text"], row["source"], row["licence"], intent=row["intent"], also=also))
    return out


def own(language: str) -> list[Example]:
    """Our own sentences."""
    out = []
    for line in (LANGUAGES / f"{language}.examples.txt").read_text(encoding="utf-8").splitlines():
        head, _, text = line.partition(": ")
        if text and not line.startswith("#"):
            out.append(example(text, "convene", "MIT", intent=head, also=frozenset(), weight=3.0))
    return out


def fit(examples: Sequence[Example], strength: float) -> tuple[list[str], np.ndarray]:
    """Intents in order and their weights, buckets × intents, of which KEPT rows are not zero.

    A first, cautious model learns from the sentences whose intent is known. It tells which intent the others have, of
    those that their source does not tell apart; and the buckets that weigh most in it are trained again without the
    rest, which then share no weight with them.
    """
    names = sorted({e.intent for e in examples})
    matrix = _matrix(examples)
    wanted = np.array([e.intent for e in examples])
    counts = np.array([e.weight for e in examples])
    known = np.array([e.is_known for e in examples])
    first = LogisticRegression(C=2.0, max_iter=100, solver="lbfgs")
    first.fit(matrix[known], wanted[known], sample_weight=counts[known])
    for place, one in enumerate(examples):
        if not one.is_known:
            odds = dict(zip(first.classes_, first.decision_function(matrix[place])[0], strict=True))
            wanted[place] = max(one.also - STRAY, key=lambda intent: (odds.get(intent, -np.inf), intent))
    often = np.asarray((matrix > 0).sum(axis=0)).ravel()
    weight = np.abs(first.coef_).max(axis=0) + np.abs(first.coef_).sum(axis=0) / 20
    kept = np.sort(np.argsort(-weight * np.sqrt(np.minimum(often, 30)), kind="stable")[:KEPT])
    model = LogisticRegression(C=strength, max_iter=200, solver="lbfgs")
    model.fit(matrix[:, kept], wanted, sample_weight=counts)
    table = np.zeros((BUCKETS, len(names)))
    for column, name in enumerate(names):
        table[kept, column] = model.coef_[list(model.classes_).index(name)]
    return names, table


def _matrix(examples: Sequence[Example]) -> csr_matrix:
    pointers, columns = [0], []
    for one in examples:
        columns += sorted(one.seen)
        pointers.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, pointers), shape=(len(examples), BUCKETS))


def quantize(table: np.ndarray) -> tuple[np.ndarray, float]:
    """Signed bytes, and what one of them is worth."""
    worth = float(np.abs(table).max()) / 127
    return np.round(table / worth).astype(np.int8), worth / TEMPERATURE


@dataclass
class Tally:
    """How sentences were read: by intent as labelled, and as said."""

    labelled: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    wrong: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, one: Example, said: str) -> bool:
        """Count one, and whether it was right."""
        is_right = said in one.also
        self.labelled[one.intent] += 1
        self.right[one.intent] += is_right
        self.said[one.intent if is_right else said] += 1
        if not is_right:
            self.wrong[one.intent, said] += 1
        return is_right

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.labelled + other.labelled,
            self.right + other.right,
            self.said + other.said,
            self.wrong + other.wrong,
        )

    def macro_f1(self) -> float:
        """Over the intents with twenty sentences or more, as the scorer of the data counts it."""
        often = [intent for intent, count in self.labelled.items() if count >= OFTEN]
        return sum(2 * self.right[i] / (self.labelled[i] + self.said[i]) for i in often) / len(often) if often else 0.0

    def __str__(self) -> str:
        count = self.labelled.total()
        strange = sum(self.labelled[intent] for intent in STRAY)
        refused = sum(n for (label, said), n in self.wrong.items() if said in STRAY and label not in STRAY)
        harmful = sum(n for (_, said), n in self.wrong.items() if said in HARMFUL)
        caught = sum(self.right[intent] for intent in STRAY)
        return (
            f"right {100 * self.right.total() / count:5.1f} % of {count}  macro-F1 {100 * self.macro_f1():.1f}"
            f"  refused {100 * refused / max(1, count - strange):.1f} %  harmful {100 * harmful / count:.2f} %"
            + (f"  out-of-scope recall {100 * caught / strange:.1f} %" if strange else "")
        )


def leave_out(examples: Sequence[Example], mine: Sequence[Example], strength: float, misses: int) -> None:
    """Train without each source in turn, and say how the rest does on it, and on all of them together."""
    whole = Tally()
    for source in sorted({e.source for e in examples}):
        names, table = fit([*(e for e in examples if e.source != source), *mine], strength)
        packed, worth = quantize(table)
        tally, shown = Tally(), 0
        for one in (e for e in examples if e.source == source):
            said = decide(one, names, packed, worth)
            if not tally.add(one, said) and shown < misses:
                shown += 1
                print(f"   {source} want {one.intent} got {said} rule {one.verdict}: {one.text}")
        print(f"{source:16} {tally}")
        whole += tally
    worst = sorted(whole.labelled.items(), key=lambda each: whole.right[each[0]] / each[1])[:16]
    print(f"{'together':16} {whole}")
    print("worst        " + "  ".join(f"{k} {100 * whole.right[k] / n:.0f}/{n}" for k, n in worst))
    print("confusions   " + "  ".join(f"{a}→{b} {n}" for (a, b), n in whole.wrong.most_common(25)))


def decide(one: Example, names: Sequence[str], packed: np.ndarray, worth: float) -> str:
    """What the running program would say: a certain rule, else the model."""
    if one.decided:
        return one.verdict
    sums = packed[sorted(one.seen)].astype(int).sum(axis=0) * worth
    raised, by = (one.verdict, one.trust) if one.verdict else ("out_of_scope", STRANGE)
    if raised in names:
        sums[names.index(raised)] += by
    ranked = [Intent(names[int(at)]) for at in np.argsort(-sums, kind="stable")]
    return ranked[0] if one.verdict == ranked[0] else careful(ranked)


def main() -> int:
    """Write the weights, or report on unseen sources."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", default="en")
    parser.add_argument("--leave-out", action="store_true")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--strength", type=float, default=15.0)
    options = parser.parse_args()
    if not DATA.exists():
        print(f"the training data are missing: {DATA}", file=sys.stderr)
        return 1
    examples, mine = rows(options.language), own(options.language)
    if options.leave_out:
        part = [e for e in examples if crc32(e.text.encode()) % 4 == 0]
        rest = [e for e in examples if crc32(e.text.encode()) % 4]
        leave_out([replace(e, source="unseen rows") for e in part], [*rest, *mine], options.strength, options.misses)
        leave_out(examples, mine, options.strength, options.misses)
        return 0
    names, table = fit([*examples, *mine], options.strength)
    packed, worth = quantize(table)
    licences = sorted({f"{e.source}: {e.licence}" for e in (*examples, *mine)})
    kept = np.flatnonzero(np.abs(packed).max(axis=1))
    about = {
        "intents": [Intent(n).value for n in names],
        "buckets": BUCKETS,
        "kept": len(kept),
        "scale": worth,
        "sources": licences,
    }
    target = LANGUAGES / f"{options.language}.intents.bin"
    head = json.dumps(about, sort_keys=True).encode() + b"\n"
    target.write_bytes(head + kept.astype("<u2").tobytes() + packed[kept].tobytes())
    print(
        f"{target.name}: {len(names)} intents from {len(examples) + len(mine)} sentences, {target.stat().st_size} bytes"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
