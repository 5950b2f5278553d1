"""Quality and speed of extraction: gold sets, corpora, every profile, the naive pipeline beside it.

    python benchmarks/extraction.py table
    python benchmarks/extraction.py quality [--profile fast]
    python benchmarks/extraction.py speed [--profile fast] [--rounds 2]
    python benchmarks/extraction.py steps [--profile fast]

`table` prints precision, recall and speed of every profile beside the naive pipeline's speed, then the share of time
per step; `balanced` is timed on the first documents of each corpus. `speed` runs whole analyses (start, reading,
extraction, counting, report, writing) and the naive pipeline in turns on one core, and compares tokens a second of the
clock and of the processor; the naive pipeline's start is left out.
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
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from pipeline.extraction import ExtractionConfig, load_extractor
from pipeline.extraction.config import PROFILES
from schemas import DOCUMENT_BATCH

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("MONOFACT_SHARED", ROOT.parent / "shared"))
GOLD = ("freetext", "knowledgenet", "redocred")
SPEED_GROUPS = (("encyclopedia",), ("web", "books", "speeches"))
NAIVE_DOCUMENTS = {"encyclopedia": 150, "web": 80, "books": 4, "speeches": 8}
"""Of each corpus, enough for some ten seconds of the naive pipeline."""
WARM_DOCUMENTS = 2_000
"""Enough to grow the automata of the rules to nearly what a long run has."""
SAMPLED = "balanced"
"""The profile that is too slow for whole corpora: it reads twice the documents that the naive pipeline reads."""
STEPS = {
    "language": ("language",),
    "gate and sentences": ("gate", "sentences"),
    "mentions": (
        *("mentions", "capitals", "encoded", "joining", "kinds", "lexica", "offices", "organisation_names", "parties"),
        *("plain_code", "titles", "name_titles", "alternatives", "dates", "vocabulary", "nouns"),
    ),
    "readings": ("readings",),
    "rules": ("rules", "generated", "slots", "needs", "screen"),
    "checks": ("statements", "clauses", "checks", "match_bounds"),
    "subjects": (
        *("binder", "document", "full_names", "short_names", "table_names", "headings", "name_forms"),
        *("definite", "couples", "organisation_subjects"),
    ),
    "values and keys": ("normalise", "values", "identity"),
    "tables": ("keyvalue", "tables"),
}
"""Modules of each step of extraction; all modules of checks are of theirs."""


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
    found = load_extractor(ExtractionConfig(profile=profile)).extract(batch)
    if found.rejects.num_rows:
        sys.exit(f"extraction rejected {found.rejects.num_rows} documents: {found.rejects.to_pylist()[0]}")
    facts: list[dict[str, Any]] = found.facts.to_pylist()
    return facts


def by_document(facts: list[dict[str, Any]]) -> dict[str, list[tuple[Any, ...]]]:
    """Group facts as the scorer wants them."""
    grouped: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for f in facts:
        if not f["abstained"]:
            grouped[f["doc_id"]].append((f["entity"], f["attribute"], f["value"], f["char_start"], f["char_end"]))
    return grouped


def qualities(profile: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the tally of each gold set and, for freetext, of each domain; the whole set comes last."""
    score = scorer()
    for name in GOLD:
        documents = read(SHARED / "gold" / f"{name}.dev.jsonl.gz")
        found = by_document(extract(documents, profile))
        groups: list[tuple[str, ...]] = [tuple(sorted({d["source"] for d in documents}))]
        if name == "freetext":
            groups = [("encyclopedia",), ("web", "speeches"), ("books", "docs", "dictionary"), *groups]
        for sources in groups:
            tally = score.score([d for d in documents if d["source"] in sources], found)["ALL"]
            yield name, "+".join(sources), tally


def quality(profile: str) -> None:
    """Print precision and recall per gold set and, for freetext, per domain."""
    print(f"{'gold':14s} {'domain':30s} {'precision':>16s} {'recall':>16s}")
    for name, sources, t in qualities(profile):
        print(
            f"{name:14s} {sources[:30]:30s} {t['precision']:6.3f} {t['tp']:4d}/{t['predicted']:<4d} "
            f"{t['recall']:6.3f} {t['found']:4d}/{t['gold']:<4d}"
        )


def table() -> None:
    """Print precision, recall and speed of every profile, then the share of time per step of the default profile."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    naive = [_naive_run(group) for group in SPEED_GROUPS]
    names = [f"{name[:9]} P / R" for name in GOLD]
    names += [f"{group[0]}{'+' if group[1:] else ''}, tokens/s (x naive)" for group in SPEED_GROUPS]
    print(f"{'profile':10s} " + " ".join(f"{name:>32s}" for name in names))
    for profile in PROFILES:
        tallies = {name: t for name, _, t in qualities(profile)}
        cells = [f"{t['precision']:.3f} / {t['recall']:.3f}" for t in tallies.values()]
        for group, beside in zip(SPEED_GROUPS, naive, strict=True):
            run = _whole_run(group, profile, most=2 if profile == SAMPLED else None)
            tokens = run.characters * beside.tokens / beside.characters / run.processor
            cells.append(f"{tokens:,.0f} ({tokens * beside.processor / beside.tokens:.1f})")
        print(f"{profile:10s} " + " ".join(f"{cell:>32s}" for cell in cells), flush=True)
    steps("fast")


def speed(profile: str, rounds: int) -> None:
    """Print tokens a second of whole runs beside the naive pipeline's, in turns on one core, and their ratios."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    for group in SPEED_GROUPS:
        ours, naive = [], []
        for _ in range(rounds):
            naive.append(_naive_run(group))
            ours.append(_whole_run(group, profile))
        characters, tokens = sum(n.characters for n in naive), sum(n.tokens for n in naive)
        print(f"{'+'.join(group)}, profile {profile}, {rounds} rounds, {characters / tokens:.2f} characters a token")
        rates = []
        for what, runs in (("naive spaCy", naive), ("monofact", ours)):
            size = sum(r.characters for r in runs) * tokens / characters
            wall, processor = (size / sum(getattr(r, clock) for r in runs) for clock in ("seconds", "processor"))
            rates.append((wall, processor))
            speeds = f"{wall:10,.0f} a second {processor:10,.0f} a processor second"
            print(f"  {what:12s} {size / rounds:12,.0f} tokens {speeds}")
        print(f"  {'ratio':12s} {'':19s} {rates[1][0] / rates[0][0]:10.1f}          {rates[1][1] / rates[0][1]:10.1f}")


class Timed(NamedTuple):
    """One run: its size, and its seconds by the clock and of the processor."""

    characters: int
    tokens: int
    seconds: float
    processor: float


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _run(command: list[str]) -> tuple[str, float, float]:
    clock, processor = time.monotonic(), _processor_seconds()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout, time.monotonic() - clock, _processor_seconds() - processor


def _whole_run(group: tuple[str, ...], profile: str, most: int | None = None) -> Timed:
    """Run a whole analysis, or one of `most` times the documents that the naive pipeline reads."""
    with tempfile.TemporaryDirectory() as folder:
        shards = [SHARED / "corpora" / f"{name}.jsonl.gz" for name in group]
        if most is not None:
            shards = [
                _beginning(shard, Path(folder), most * NAIVE_DOCUMENTS[shard.name.split(".")[0]]) for shard in shards
            ]
        options = ["--out", f"{folder}/run", "--workers", "1", "--profile", profile, "--quiet", "--json"]
        program = "from pipeline.cli import main; main()"
        out, seconds, processor = _run([sys.executable, "-c", program, "analyze", *map(str, shards), *options])
    return Timed(json.loads(out)["counts"]["characters"], 0, seconds, processor)


def _beginning(shard: Path, folder: Path, documents: int) -> Path:
    """Write the first documents of a shard, and return where."""
    with gzip.open(shard, "rb") as lines, gzip.open(folder / shard.name, "wb", compresslevel=1) as out:
        out.writelines(itertools.islice(lines, documents))
    return folder / shard.name


def _naive_run(group: tuple[str, ...]) -> Timed:
    """Run the naive pipeline on the first documents of each corpus; its start is measured apart and taken off."""
    script, total = str(SHARED / "tools" / "naive_spacy.py"), Timed(0, 0, 0.0, 0.0)
    with tempfile.TemporaryDirectory() as folder:
        for name in group:
            shard = SHARED / "corpora" / f"{name}.jsonl.gz"
            most = NAIVE_DOCUMENTS[name]
            characters = sum(len(d["text"][:900_000]) for d in read(shard, most))
            _, _, start = _run([sys.executable, script, str(shard), f"{folder}/o.parquet", "1", "0"])
            out, _, processor = _run([sys.executable, script, str(shard), f"{folder}/o.parquet", "1", str(most)])
            words = out.split()
            tokens, seconds = int(words[words.index("tokens") + 1]), float(words[words.index("seconds") + 1])
            more = Timed(characters, tokens, seconds, processor - start)
            counts = total.characters + more.characters, total.tokens + more.tokens
            total = Timed(*counts, total.seconds + more.seconds, total.processor + more.processor)
    return total


def steps(profile: str) -> None:
    """Print the share of extraction's time per step."""
    documents = read(SHARED / "corpora" / "encyclopedia.jsonl.gz", WARM_DOCUMENTS if profile != SAMPLED else 100)
    extract(documents, profile)  # the automata of the rules grow with what they read
    profiler = cProfile.Profile()
    profiler.runcall(extract, documents, profile)
    shares(profiler)


def shares(profiler: cProfile.Profile) -> None:
    """Print each step's share of the time, by the functions' own time."""
    own: dict[str, float] = defaultdict(float)
    for (path, _, _), (_, _, seconds, _, callers) in pstats.Stats(profiler).stats.items():  # type: ignore[attr-defined]  # not in the stubs
        step = _step(path)
        if step is None and callers:
            step = _step(max(callers, key=lambda c: callers[c][2])[0])
        own[step or "the rest"] += seconds
    total = sum(own.values())
    for name, seconds in sorted(own.items(), key=lambda item: -item[1]):
        print(f"  {name:20s} {100 * seconds / total:5.1f} %")


def _step(path: str) -> str | None:
    """Return the step that a module belongs to; RE2 is called by the rules alone."""
    module = Path(path).stem
    if module.endswith("_checks"):
        return "checks"
    if Path(path).parent.name == "re2" or "re2" in path:
        return "rules"
    return next((step for step, modules in STEPS.items() if module in modules), None)


def main() -> None:
    """Run the benchmark that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("table", "quality", "speed", "steps"))
    parser.add_argument("--profile", default="fast")
    parser.add_argument("--rounds", type=int, default=2)
    args = parser.parse_args()
    if args.what == "table":
        table()
    elif args.what == "quality":
        quality(args.profile)
    elif args.what == "speed":
        speed(args.profile, args.rounds)
    else:
        steps(args.profile)


if __name__ == "__main__":
    main()
