"""Near-duplicates on planted copies: speed of the signatures, recall and precision of pairs, time of the clustering.

    python benchmarks/duplicates.py pairs
    python benchmarks/duplicates.py clustering --documents 10000 100000 300000

`pairs` plants copies of random texts with a known number of replaced words and prints, by true Jaccard similarity of
the five-word shingles, how many planted pairs were found, and how many found pairs were planted. `clustering` runs the
band join and the connected components over many documents of which half are copies.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.duplicates.clustering import DuplicatesConfig, find_duplicates, materialize_near_pairs
from pipeline.duplicates.shingles import shingles
from pipeline.duplicates.signatures import signatures
from pipeline.engines.duckdb import DuckDBSession
from pipeline.identity import text_hash
from pipeline.run_directory import RunDirectory
from schemas import DOCUMENT_BATCH, DOCUMENTS

WORDS = 300
VOCABULARY = 20_000
BATCH = 1000


def texts_with_copies(originals: int, edits: np.ndarray[Any, Any], seed: int) -> Iterator[tuple[int, str]]:
    """Yield (number of the original, text): each original, then a copy with so many words replaced."""
    draw = np.random.default_rng(seed)
    vocabulary = np.array([f"w{i}" for i in range(VOCABULARY)])
    for number in range(originals):
        words = vocabulary[draw.integers(0, VOCABULARY, WORDS)]
        yield number, " ".join(words)
        copy = words.copy()
        places = draw.choice(WORDS, edits[number], replace=False)
        copy[places] = [f"e{i}" for i in draw.integers(0, 10**9, edits[number])]
        yield number, " ".join(copy)


def make_run(folder: Path, texts: Iterator[tuple[int, str]]) -> tuple[RunDirectory, list[tuple[int, str]], float]:
    """Stage documents and signatures; return the run, the texts, and the signatures' megabytes a second of CPU time."""
    shutil.rmtree(folder, ignore_errors=True)
    run = RunDirectory(folder)
    run.begin({})
    staged = run.staged("shard")
    staged.mkdir(parents=True)
    run.table("documents").mkdir()
    kept, rows, seconds, size = [], [], 0.0, 0
    batches, documents = [], []
    for position, (number, text) in enumerate(texts):
        kept.append((number, text))
        place = {"doc_id": f"d{position}", "domain": "d", "shard": "shard", "position": position}
        rows.append(place | {"title": None, "text": text})
        documents.append(
            place
            | {"text_hash": text_hash(text), "characters": len(text), "statements": 0, "unresolved": 0}
            | {"language_skipped": False}
        )
        if len(rows) == BATCH:
            batch = pa.RecordBatch.from_pylist(rows, schema=DOCUMENT_BATCH.arrow_schema)
            clock = time.process_time()
            batches.append(signatures(batch))
            seconds += time.process_time() - clock
            size += sum(len(r["text"]) for r in rows)
            rows = []
    pq.write_table(pa.Table.from_batches(batches), staged / "signatures.parquet", compression="zstd")
    table = pa.Table.from_pylist(documents[: len(kept) - len(rows)], schema=DOCUMENTS.arrow_schema)
    pq.write_table(table, run.table("documents") / "part-00000.parquet")
    return run, kept, size / 1e6 / seconds


def pairs(originals: int, folder: Path) -> None:
    """Print recall by true similarity, and precision."""
    edits = np.random.default_rng(0).integers(0, 24, originals)
    run, texts, speed = make_run(folder, texts_with_copies(originals, edits, seed=1))
    session = DuckDBSession(run, threads=1)
    materialize_near_pairs(session, DuplicatesConfig("near").threshold, lambda _name: None)
    rows = session.fetch("SELECT one, other FROM near_pairs").to_pylist()
    session.close()
    found = {(r["one"], r["other"]) for r in rows}
    owner = {text_hash(text): number for number, text in texts}
    planted = [(texts[2 * n][1], texts[2 * n + 1][1]) for n in range(originals)]
    similarity = np.array([jaccard(a, b) for a, b in planted])
    hit = np.array([a == b or tuple(sorted((text_hash(a), text_hash(b)))) in found for a, b in planted])
    print(f"signatures: {speed:.1f} MB/s of one core (CPU time); {originals:,} planted pairs of {WORDS} words")
    print(f"{'Jaccard':>12} {'pairs':>7} {'recall':>7}")
    for low, high in ((0.4, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01), (0.8, 1.01)):
        inside = (similarity >= low) & (similarity < high)
        print(f"{low:>5.1f} … {min(high, 1):.1f} {inside.sum():>7} {hit[inside].mean():>7.4f}")
    right = sum(owner[a] == owner[b] for a, b in found)
    print(f"precision: {right / len(found):.4f} of {len(found):,} pairs that were found are planted")
    shutil.rmtree(folder)


def jaccard(one: str, other: str) -> float:
    """Return the true similarity of the texts' shingles."""
    a, b = set(shingles(one).tolist()), set(shingles(other).tolist())
    return len(a & b) / len(a | b)


def clustering(sizes: list[int], folder: Path) -> None:
    """Print the time of the clustering by number of documents."""
    print(f"{'documents':>10} {'signatures MB/s':>15} {'bytes/document':>14} {'seconds':>8} {'peak MB':>8}")
    for size in sizes:
        edits = np.random.default_rng(0).integers(0, 9, size // 2)
        run, _, speed = make_run(folder, texts_with_copies(size // 2, edits, seed=2))
        stored = (run.staged("shard") / "signatures.parquet").stat().st_size / size
        session = DuckDBSession(run, threads=2, memory_limit="1GB")
        clock = time.monotonic()
        find_duplicates(session, DuplicatesConfig("near"))
        seconds = time.monotonic() - clock
        session.close()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size:>10,} {speed:>15.1f} {stored:>14.0f} {seconds:>8.1f} {peak:>8.0f}", flush=True)
        shutil.rmtree(folder)


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["pairs", "clustering"])
    parser.add_argument("--originals", type=int, default=5000)
    parser.add_argument("--documents", type=int, nargs="+", default=[2000, 20_000, 100_000])
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "monofact-duplicates")
    args = parser.parse_args()
    if args.what == "pairs":
        pairs(args.originals, args.folder)
    else:
        clustering(args.documents, args.folder)


if __name__ == "__main__":
    main()
