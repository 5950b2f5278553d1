"""Processor seconds and bytes of each stage at several sizes: what docs/scale.md extrapolates.

    python benchmarks/stages.py CORPUS [CORPUS …] --megabytes 2 8 24

For each size, as many records of the corpora (in equal parts of text) as fill so many megabytes go through every stage
on the embedded engine, in one process with one thread, once with exact and once with sampled counting. Seconds are
processor time, which other programs on the machine change little.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from pipeline.analysis import extract_stage, plan, report_stage
from pipeline.corpus import CorpusConfig, find_shards, read_shard
from pipeline.counting import finalize
from pipeline.counting.sketches.counting import CountingConfig, count_as_configured
from pipeline.counting.sketches.exposure import write_epochs
from pipeline.counting.sketches.writing import write_sketches
from pipeline.duplicates import DuplicatesConfig, find_duplicates, signatures
from pipeline.engines.duckdb import DuckDBEngine
from pipeline.progress import Progress
from pipeline.request import AnalysisRequest
from pipeline.run_directory import RunDirectory

TABLES = ("facts", "prompt_counts", "duplicates", "sketches")


def records(corpus: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a corpus as they are read."""
    for shard in find_shards([corpus]):
        for batch in read_shard(shard, CorpusConfig()):
            for row in batch.documents.to_pylist():
                yield {"id": f"{corpus.name}-{row['doc_id']}", "source": row["domain"], "text": row["text"]}


def write_corpus(corpora: list[Path], megabytes: float, target: Path) -> dict[str, int]:
    """Write a file of lines with an equal part of text from each corpus; return documents, bytes of text and words."""
    counts = {"documents": 0, "bytes": 0, "words": 0}
    with target.open("wb") as out:
        for corpus in corpora:
            size = 0
            for record in records(corpus):
                if size >= megabytes * 1e6 / len(corpora):
                    break
                size += len(record["text"].encode("utf-8", "surrogatepass"))
                counts["documents"] += 1
                counts["words"] += len(record["text"].split())
                out.write(orjson.dumps(record) + b"\n")
            counts["bytes"] += size
    return counts


def run_stages(corpus: Path, out: Path, counting: CountingConfig) -> dict[str, float]:
    """Run every stage; return processor seconds of each, and bytes of the tables."""
    request = AnalysisRequest(
        corpus=(str(corpus),), out=out, duplicates=DuplicatesConfig("near"), counting=counting, max_reject_fraction=1
    )
    run, engine, progress = RunDirectory(out), DuckDBEngine(workers=1), Progress(quiet=True)
    run.begin(request.config())
    found: dict[str, float] = {}
    clock = time.process_time()

    def lap(name: str) -> None:
        nonlocal clock
        found[name] = time.process_time() - clock
        clock = time.process_time()

    work = plan(request, run, progress)
    extract_stage(work, engine, progress)
    lap("extract")
    session = engine.session(run)
    finalize(session)
    lap("finalize")
    find_duplicates(session, request.duplicates)
    lap("duplicates")
    write_epochs(session, dict(counting.epochs))
    count_as_configured(session, counting, staged_totals=counting.approximate)
    if counting.approximate:
        write_sketches(session, counting.sketch_size, staged=True)
    lap("count")
    report_stage(request, run, session)
    lap("report")
    found["facts"] = session.fetch("SELECT COUNT(*) AS n FROM facts").to_pylist()[0]["n"]
    session.close()
    for name in TABLES:
        found[f"{name} bytes"] = sum(f.stat().st_size for f in run.table(name).glob("*.parquet"))
    found["staged bytes"] = sum(f.stat().st_size for f in run.staging.rglob("*.parquet"))
    return found


def signature_seconds(corpus: Path) -> float:
    """Return processor seconds of the signatures alone: a part of extraction with --duplicates near."""
    total = 0.0
    for batch in read_shard(find_shards([corpus])[0], CorpusConfig()):
        clock = time.process_time()
        signatures(batch.documents)
        total += time.process_time() - clock
    return total


def main() -> None:
    """Print one line a size and way of counting."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--megabytes", type=float, nargs="+", default=[2, 8, 24])
    parser.add_argument("--sketch-size", type=int, default=1024)
    args = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="monofact-stages-"))
    try:
        for megabytes in args.megabytes:
            corpus = folder / f"corpus-{megabytes:g}.jsonl"
            counts = write_corpus(args.corpora, megabytes, corpus)
            print(", ".join(f"{v:,} {k}" for k, v in counts.items()), f"signatures {signature_seconds(corpus):.1f} s")
            for counting in (CountingConfig(), CountingConfig("sketch", args.sketch_size)):
                found = run_stages(corpus, folder / f"run-{megabytes:g}-{counting.mode}", counting)
                print(f"  {counting.mode}: " + ", ".join(f"{k} {v:,.1f}" for k, v in found.items()), flush=True)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
