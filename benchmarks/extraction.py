"""Quality and speed of extraction: gold sets, corpora, every profile, the naive pipeline beside it.

    python benchmarks/extraction.py quality [--profile fast]
    python benchmarks/extraction.py speed [--profile fast] [--documents 600] [--naive]
    python benchmarks/extraction.py rules          writes pipeline/extraction/data/rule_precision.tsv

Gold and corpora lie outside the repository: MONOFACT_SHARED, else ../shared beside it.
"""

from __future__ import annotations

import argparse
import cProfile
import gzip
import importlib
import itertools
import json
import os
import pstats
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.extraction import ExtractionConfig, load_extractor
from pipeline.extraction.lexica import DATA
from schemas import DOCUMENT_BATCH

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("MONOFACT_SHARED", ROOT.parent / "shared"))
GOLD = ("freetext", "knowledgenet", "redocred")
CORPORA = ("encyclopedia", "web", "books", "speeches")
CHARACTERS_PER_TOKEN = 5.1  # measured with spaCy's tokenizer on these corpora
STEPS = (
    "gate",
    "sentences",
    "mentions",
    "joining",
    "kinds",
    "rules",
    "checks",
    "binder",
    "normalise",
    "keyvalue",
    "language",
)


def scorer() -> Any:
    """Return the shared scoring tool."""
    sys.path.insert(0, str(SHARED / "tools"))
    return importlib.import_module("score_extraction")


def read(path: Path, most: int | None = None) -> list[dict[str, Any]]:
    """Read a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in itertools.islice(lines, most)]


def extract(documents: list[dict[str, Any]], profile: str) -> list[dict[str, Any]]:
    """Return the facts of documents."""
    rows = [
        {
            "doc_id": d["id"],
            "domain": d["source"],
            "shard": "s",
            "position": i,
            "title": d.get("title"),
            "text": d["text"],
        }
        for i, d in enumerate(documents)
    ]
    batch = pa.RecordBatch.from_pylist(rows, schema=DOCUMENT_BATCH.arrow_schema)
    facts: list[dict[str, Any]] = load_extractor(ExtractionConfig(profile=profile)).extract(batch).facts.to_pylist()
    return facts


def by_document(facts: list[dict[str, Any]]) -> dict[str, list[tuple[Any, ...]]]:
    """Group facts as the scorer wants them."""
    grouped: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for f in facts:
        if not f["abstained"]:
            grouped[f["doc_id"]].append((f["entity"], f["attribute"], f["value"], f["char_start"], f["char_end"]))
    return grouped


def quality(profile: str) -> None:
    """Print precision and recall per gold set and, for freetext, per domain."""
    score = scorer()
    print(f"{'gold':14s} {'domain':30s} {'precision':>16s} {'recall':>16s}")
    for name in GOLD:
        documents = read(SHARED / "gold" / f"{name}.dev.jsonl.gz")
        found = by_document(extract(documents, profile))
        groups: list[tuple[str, ...]] = [tuple(sorted({d["source"] for d in documents}))]
        if name == "freetext":
            groups = [("encyclopedia",), ("web", "speeches"), ("books", "docs", "dictionary"), *groups]
        for sources in groups:
            t = score.score([d for d in documents if d["source"] in sources], found)["ALL"]
            print(
                f"{name:14s} {'+'.join(sources)[:30]:30s} {t['precision']:6.3f} {t['tp']:4d}/{t['predicted']:<4d} "
                f"{t['recall']:6.3f} {t['found']:4d}/{t['gold']:<4d}"
            )


def speed(profile: str, most: int, *, naive: bool) -> None:
    """Print tokens a second per corpus, beside the naive pipeline's, and the share of time per step."""
    extract(read(SHARED / "corpora" / "encyclopedia.jsonl.gz", 100), profile)
    for name in CORPORA:
        documents = read(SHARED / "corpora" / f"{name}.jsonl.gz", most)
        tokens = sum(len(d["text"]) for d in documents) / CHARACTERS_PER_TOKEN
        started = time.process_time()
        facts = extract(documents, profile)
        rate = tokens / (time.process_time() - started)
        beside = f"  naive: {naive_rate(name, min(most, 60))}" if naive else ""
        counts = f"{len(documents):6d} documents {tokens:10.0f} tokens {len(facts):6d} facts"
        print(f"{name:14s} {counts} {rate:10.0f} tokens/s{beside}")
    profiler = cProfile.Profile()
    profiler.runcall(extract, read(SHARED / "corpora" / "encyclopedia.jsonl.gz", 300), profile)
    shares(profiler)


def naive_rate(name: str, most: int) -> str:
    """Return what the naive pipeline prints about itself on the same corpus."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            str(SHARED / "tools" / "naive_spacy.py"),
            str(SHARED / "corpora" / f"{name}.jsonl.gz"),
        ]
        done = subprocess.run(
            [*command, f"{folder}/o.parquet", "1", str(most)], capture_output=True, text=True, check=True
        )
    return done.stdout.strip()


def shares(profiler: cProfile.Profile) -> None:
    """Print each step's share of the time, by the functions' own time."""
    own: dict[str, float] = defaultdict(float)
    for (path, _, _), (_, _, seconds, _, callers) in pstats.Stats(profiler).stats.items():  # type: ignore[attr-defined]
        step = Path(path).stem
        if step not in STEPS and callers:
            step = Path(max(callers, key=lambda c: callers[c][2])[0]).stem
        own[step if step in STEPS else "other"] += seconds
    total = sum(own.values())
    for step, seconds in sorted(own.items(), key=lambda item: -item[1]):
        print(f"  {step:12s} {100 * seconds / total:5.1f} %")


def rules() -> None:
    """Count right and wrong statements of each rule on the gold sets and write them as a data file."""
    score = scorer()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name in GOLD:
        documents = read(SHARED / "gold" / f"{name}.dev.jsonl.gz")
        facts = defaultdict(list)
        for f in extract(documents, "fast"):
            if not f["abstained"]:
                facts[f["doc_id"]].append(f)
        for d in documents:
            scope = {s["attribute"]: (s["start"], s["end"]) for s in d["scope"]}
            annotated = {g["attribute"] for g in d["facts"]} | set(scope) - {"occupation"}
            for f in facts[d["id"]]:
                a, e, v = score.canonical(f["attribute"], f["entity"], f["value"])
                if a in annotated and a in scope and f["char_start"] < scope[a][1] and f["char_end"] > scope[a][0]:
                    right = any(g["attribute"] == a and score.matches(a, e, v, g) for g in d["facts"])
                    counts[f["rule"]][not right] += 1
    lines = ["rule\tright\twrong", *(f"{rule}\t{r}\t{w}" for rule, (r, w) in sorted(counts.items()))]
    (DATA / "rule_precision.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(
        f"{len(counts)} rules, {sum(r for r, _ in counts.values())} right, {sum(w for _, w in counts.values())} wrong"
    )


def main() -> None:
    """Run the benchmark that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("quality", "speed", "rules"))
    parser.add_argument("--profile", default="fast")
    parser.add_argument("--documents", type=int, default=600)
    parser.add_argument("--naive", action="store_true")
    args = parser.parse_args()
    if args.what == "quality":
        quality(args.profile)
    elif args.what == "speed":
        speed(args.profile, args.documents, naive=args.naive)
    else:
        rules()


if __name__ == "__main__":
    main()
