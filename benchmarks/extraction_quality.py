"""Measure extraction on gold texts: precision by rule, recall by attribute; write the tables that reports correct by.

    python benchmarks/extraction_quality.py [--shared FOLDER] [--write]

FOLDER holds `gold/*.dev.jsonl.gz` and `tools/score_extraction.py`; by default the folder that the environment variable
MONOFACT_SHARED names, or `shared` beside the repository. Counts are pooled over the gold sets. The rules were written
with these texts at hand, so the counts flatter them. How far a rule's own count is believed is fitted out of fold:
the strength of the prior is the one under which the statements of held-out documents are least surprising.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pyarrow as pa
import xxhash

from pipeline.extraction import ExtractionConfig, load_extractor
from pipeline.report.quality import Counted, RulePrecision
from schemas import DOCUMENT_BATCH

ROOT = Path(__file__).parents[1]
DATA = ROOT / "pipeline" / "report" / "data"
BATCH = 200
FOLDS = 5
STRENGTHS = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
FEWEST = 20
"""Attributes with fewer gold facts share the pooled recall: their own would say nothing."""

Judged = tuple[int, str, str, bool]
"""Fold of the document, attribute, rule, and whether the statement is right."""


def scorer(shared: Path) -> ModuleType:
    """Load the scorer of the gold."""
    spec = importlib.util.spec_from_file_location("score_extraction", shared / "tools" / "score_extraction.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{shared} holds no tools/score_extraction.py: name the folder with --shared")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def facts_of(documents: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Extract the facts of gold documents, by document."""
    extractor = load_extractor(ExtractionConfig())
    facts: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for start in range(0, len(documents), BATCH):
        rows = [
            {
                "doc_id": d["id"],
                "domain": d.get("source") or "unknown",
                "shard": "gold",
                "position": start + i,
                "title": d.get("title"),
                "text": d["text"],
            }
            for i, d in enumerate(documents[start : start + BATCH])
        ]
        found = extractor.extract(pa.RecordBatch.from_pylist(rows, schema=DOCUMENT_BATCH.arrow_schema))
        if found.rejects.num_rows:
            sys.exit(f"extraction rejected {found.rejects.num_rows} documents: {found.rejects.to_pylist()[0]}")
        for f in found.facts.to_pylist():
            if not f["abstained"]:
                facts[f["doc_id"]].append(f)
    return facts


def judged(score: ModuleType, documents: list[dict[str, Any]], facts: dict[str, list[dict[str, Any]]]) -> list[Judged]:
    """Judge every statement whose evidence lies where the gold is exhaustive for its attribute.

    An attribute that a gold set puts in its scope without ever annotating it is left out there.
    """
    annotated = {g["attribute"] for d in documents for g in d["facts"]}
    rows = []
    for d in documents:
        fold = xxhash.xxh3_64_intdigest(d["id"].encode()) % FOLDS
        scope = {s["attribute"]: (s["start"], s["end"]) for s in d["scope"] if s["attribute"] in annotated}
        for f in facts[d["id"]]:
            a, entity, value = score.canonical(f["attribute"], f["entity"], f["value"])
            if a in scope and f["char_start"] < scope[a][1] and f["char_end"] > scope[a][0]:
                right = any(g["attribute"] == a and score.matches(a, entity, value, g) for g in d["facts"])
                rows.append((fold, f["attribute"], f["rule"], right))
    return rows


def counted(rows: Iterable[Judged]) -> dict[tuple[str, str], Counted]:
    """Count right ones and statements by attribute and rule."""
    counts: dict[tuple[str, str], Counted] = defaultdict(Counted)
    for _, attribute, rule, right in rows:
        counts[attribute, rule] += Counted(int(right), 1)
    return dict(counts)


def surprise(rows: list[Judged], strength: float) -> float:
    """Mean log loss, in nats a statement, of each fold's statements under what the other folds say of their rules."""
    loss = 0.0
    for fold in range(FOLDS):
        law = RulePrecision(counted(r for r in rows if r[0] != fold), strength)
        means: dict[tuple[str, str], float] = {}
        for _, attribute, rule, right in (r for r in rows if r[0] == fold):
            key = (attribute, rule)
            if key not in means:
                own = law.rules.get(key, Counted())
                means[key] = (own.part + strength * law.mean(attribute)) / (own.whole + strength)
            loss -= math.log(means[key] if right else 1 - means[key])
    return loss / len(rows)


def lines_of(header: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> str:
    """Lay rows out as tab-separated lines."""
    return "".join("\t".join(str(v) for v in row) + "\n" for row in (header, *rows))


def main() -> None:
    """Score every gold set, print what came out, and write the tables where asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("MONOFACT_SHARED", ROOT.parent / "shared")))
    parser.add_argument("--write", action="store_true", help=f"write the tables into {DATA.relative_to(ROOT)}")
    args = parser.parse_args()
    score = scorer(args.shared)
    rows: list[Judged] = []
    recall: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted((args.shared / "gold").glob("*.dev.jsonl.gz")):
        documents = score.read_gold(str(path))
        facts = facts_of(documents)
        names = ("entity", "attribute", "value", "char_start", "char_end")
        result = score.score(documents, {d: [tuple(f[n] for n in names) for f in fs] for d, fs in facts.items()})
        whole = result["ALL"]
        print(f"{path.name:28s} precision {whole['precision']:.3f} recall {whole['recall']:.3f} F1 {whole['f1']:.3f}")
        rows += judged(score, documents, facts)
        for attribute, counts in result.items():
            if attribute != "ALL" and counts["gold"]:
                recall[attribute].update({k: counts[k] for k in ("found", "gold")})
    losses = {strength: surprise(rows, strength) for strength in STRENGTHS}
    strength = min(losses, key=lambda s: losses[s])
    for s, loss in losses.items():
        print(f"prior of {s:4.0f} statements: held-out loss {loss:.4f} nats a statement{' *' if s == strength else ''}")
    recall = {a: c for a, c in recall.items() if c["gold"] >= FEWEST} | {"*": sum(recall.values(), Counter())}
    tables = {
        "attribute_recall.tsv": lines_of(
            ("attribute", "found", "gold"), ((a, c["found"], c["gold"]) for a, c in sorted(recall.items()))
        ),
        "rule_precision.tsv": lines_of(
            ("attribute", "rule", "right", "statements"),
            ((a, r, c.part, c.whole) for (a, r), c in sorted(counted(rows).items())),
        ),
        "precision_prior.tsv": lines_of(("strength", "held_out_loss"), ((strength, f"{losses[strength]:.4f}"),)),
    }
    for name, text in tables.items():
        if args.write:
            (DATA / name).write_text(text, encoding="utf-8")
        else:
            print(f"\n{name}\n{text}", end="")


if __name__ == "__main__":
    main()
