"""Sampled counting against exact counting: the error of the singleton rate, and time and memory by size.

    python benchmarks/sketches.py error
    python benchmarks/sketches.py scale --statements 1000000 10000000 100000000 --modes sketch
    python benchmarks/sketches.py scale --statements 1000000 10000000 --modes exact
    python benchmarks/sketches.py shuffle --statements 1000000 --sizes 1024 4096 16384 65536

`error` prints, for each sketch size, the relative error of the number of singletons over 30 seeds beside what the
formulas say. `scale` makes synthetic facts as Parquet (about 25 bytes a statement) below --folder and counts them in a
process of its own for each row: wall-clock and processor seconds, peak memory of the process, and the most that lay in
its scratch folder (parts and spill).
The mode `grouping` only groups statements by prompt, exactly: one of the many steps of exact counting. `shuffle` counts
the same facts on Spark, exactly and from samples, and prints the bytes and rows that shuffles wrote, from Spark's own
event log: all of them, and those of the steps that group what was sampled.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import duckdb
import numpy as np
import pyarrow.parquet as pq

from pipeline.counting.sketches.counting import CountingConfig, count_as_configured
from pipeline.counting.sketches.distinct import distinct_count, distinct_error, empty_registers, observe
from pipeline.counting.sketches.estimates import scaled, scaled_with_distinct
from pipeline.counting.sketches.exposure import write_epochs
from pipeline.counting.sketches.sample import PromptSample
from pipeline.engines import load_engine
from pipeline.engines.duckdb import DuckDBSession
from pipeline.run_directory import RunDirectory
from schemas import SKETCHES

DISTINCT = 254_649
SINGLETONS = 189_204
SIZES = (1024, 4096, 16_384, 65_536)
SEEDS = 30
DOMAINS = 10
_LABEL = "monofact.measured"
_SAMPLING = ("sample_bounds", "candidate_prompts", "sampled_facts", "group_totals", "sketch_totals", "domain_epochs")
SHARD_STATEMENTS = 10_000_000

FACTS = """
SELECT
    'doc' || (i // 4) AS doc_id, 'domain' || ((i // 4) % {domains}) AS domain, 'shard' AS shard,
    'entity ' || e AS entity, 'entity ' || e AS entity_key, 'attribute' || (i % 4) AS attribute,
    'value ' || (e % 1000) AS value, 'value ' || (e % 1000) AS value_key, 'text' AS value_type, false AS abstained,
    CAST(CAST(hash(e, i % 4) AS HUGEINT) - 9223372036854775808 AS BIGINT) AS prompt_id,
    CAST(CAST(hash(e, i % 4, 'value') AS HUGEINT) - 9223372036854775808 AS BIGINT) AS fact_id,
    CAST(40 * (i % 4) AS INTEGER) AS char_start, CAST(40 * (i % 4) + 30 AS INTEGER) AS char_end,
    'rule' AS rule, CAST(1 AS FLOAT) AS confidence
FROM (
    SELECT i, CAST(floor({entities} * pow((hash(i, 7) >> 11) / 9007199254740992.0, 3)) AS BIGINT) AS e
    FROM range({start}, {stop}) AS r(i)
)
"""
"""Entities are drawn with probability falling as the two-thirds power of their rank: many singletons, a heavy head."""


GROUPING = """
SELECT CAST(SUM(times) AS BIGINT) AS n, COUNT(CASE WHEN times = 1 THEN 1 END) AS singletons
FROM (SELECT prompt_id, COUNT(*) AS times FROM facts GROUP BY prompt_id)
"""
"""The least that any exact count must do: group all statements by prompt."""


def error(seeds: int, sizes: list[int]) -> None:
    """Print the measured relative errors beside the theory."""
    share = SINGLETONS / DISTINCT
    counts = np.where(np.arange(DISTINCT) < SINGLETONS, 1, 2)[:, None]
    zeros = np.zeros(DISTINCT, dtype=np.int64)
    measured: dict[tuple[int, str], list[float]] = {}
    for seed in range(seeds):
        ids = np.random.default_rng(seed).integers(-(2**63), 2**63, DISTINCT, dtype=np.int64)
        registers = empty_registers()
        observe(registers, ids)
        counted = distinct_count(registers)
        for size in sizes:
            sample = PromptSample.of(size, ids, zeros, counts)
            held, singles = sample.ids.size, int((sample.counts[:, 0] == 1).sum())
            found = {
                "sample": scaled(singles, sample.probability),
                "HLL": scaled_with_distinct(singles, held, sample.probability, counted, distinct_error()),
                "D known": scaled_with_distinct(singles, held, sample.probability, DISTINCT, 0.0),
            }
            for name, estimate in found.items():
                measured.setdefault((size, name), []).append(estimate.value / SINGLETONS - 1)
    print(f"{seeds} seeds, D = {DISTINCT:,}, q = {share:.3f}; root mean square error of the singleton rate")
    print(f"{'k':>7} {'kilobytes':>9} | {'with':>8} {'bias':>8} {'measured':>9} {'theory':>8} {'ratio':>6}")
    for (size, name), errors in sorted(measured.items()):
        theory = _theory(name, size, share)
        rms = float(np.sqrt(np.mean(np.square(errors))))
        print(
            f"{size:>7} {24 * size / 1000:>9.0f} | {name:>8} {np.mean(errors):>+8.4f} {rms:>9.4f} {theory:>8.4f}"
            f" {rms / theory:>6.2f}"
        )


def _theory(name: str, size: int, share: float) -> float:
    missing = 1 - size / DISTINCT
    own = missing / size
    within = (1 - share) * missing / (size * share)
    other = {"sample": np.inf, "HLL": distinct_error() ** 2, "D known": 0.0}[name]
    between = own if np.isinf(other) else own * other / (own + other)
    return float(np.sqrt(within + between))


def make_facts(folder: Path, statements: int) -> RunDirectory:
    """Write synthetic facts, and the totals that extraction stages with them."""
    run = RunDirectory(folder)
    shutil.rmtree(folder, ignore_errors=True)
    run.begin({})
    run.table("facts").mkdir()
    connection = duckdb.connect(config={"memory_limit": "2GB", "preserve_insertion_order": False})
    for number, start in enumerate(range(0, statements, SHARD_STATEMENTS)):
        stop = min(start + SHARD_STATEMENTS, statements)
        query = FACTS.format(domains=DOMAINS, entities=statements // 2, start=start, stop=stop)
        target = run.table("facts") / f"part-{number:05d}.parquet"
        connection.execute(f"COPY ({query}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
    totals = connection.sql(
        f"SELECT '*' AS shard, unit, domain, attribute, 'totals' AS kind, '{{}}' AS parameters, count(*) AS n, "
        "0::BIGINT AS abstentions, ''::BLOB AS payload "
        f"FROM '{run.table('facts')}/*.parquet', (VALUES ('mention'), ('document')) AS u(unit) "
        "GROUP BY unit, domain, attribute"
    ).to_arrow_table()
    staged = run.staged("shard")
    staged.mkdir(parents=True)
    pq.write_table(totals.cast(SKETCHES.arrow_schema), staged / "sketches.parquet")
    return run


def count_once(folder: Path, mode: str, size: int, memory: str) -> None:
    """Count in this process; print seconds, peak memory and the result as JSON."""
    clock = time.monotonic()
    session = DuckDBSession(RunDirectory(folder), threads=2, memory_limit=memory)
    if mode == "grouping":
        row = session.fetch(GROUPING).to_pylist()[0]
    else:
        session.materialize("duplicate_ids", "SELECT shard, position FROM staged_documents WHERE 1 = 0")
        write_epochs(session, {})
        count_as_configured(session, CountingConfig(mode, size), staged_totals=True)
        row = session.fetch(
            "SELECT n, singletons FROM report_counts WHERE unit = 'document' AND domain = '*' AND attribute = '*'"
        ).to_pylist()[0]
    session.close()
    used = resource.getrusage(resource.RUSAGE_SELF)
    figures = {"seconds": time.monotonic() - clock, "processor": used.ru_utime + used.ru_stime}
    print(json.dumps({**figures, "megabytes": used.ru_maxrss / 1024, **row}))


class _DiskWatch(threading.Thread):
    """Remembers the largest size of a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self.folder, self.most, self.stopped = folder, 0, threading.Event()

    def run(self) -> None:
        while not self.stopped.wait(0.5):
            size = 0
            for file in self.folder.rglob("*"):
                try:
                    size += file.stat().st_size
                except OSError:  # gone since it was listed
                    continue
            self.most = max(self.most, size)


def scale(statements: list[int], modes: list[str], size: int, memory: str, folder: Path) -> None:
    """Print time and memory for each number of statements and way of counting."""
    heads = " ".join(f"{head:>8}" for head in ("seconds", "cpu s", "peak MB", "disk MB", "facts MB", "rate"))
    print(f"{'statements':>12} {'mode':>7} {heads}")
    for number in statements:
        place = folder / f"facts-{number}"
        run = make_facts(place, number)
        stored = sum(f.stat().st_size for f in run.table("facts").glob("*")) / 1e6
        for mode in modes:
            watch = _DiskWatch(place / ".scratch")
            watch.start()
            command = [sys.executable, __file__, "count", str(place), mode, str(size), memory]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            watch.stopped.set()
            if done.returncode:
                print(f"{number:>12,} {mode:>7} failed: {done.stderr.strip().splitlines()[-1]}")
                continue
            found = json.loads(done.stdout)
            sizes = " ".join(f"{s:>8.0f}" for s in (found["megabytes"], watch.most / 1e6, stored))
            clocks = " ".join(f"{s:>8.1f}" for s in (found["seconds"], found["processor"]))
            rate = found["singletons"] / found["n"]
            print(f"{number:>12,} {mode:>7} {clocks} {sizes} {rate:>8.4f}", flush=True)
        shutil.rmtree(place)


def shuffle(statements: int, sizes: list[int], folder: Path) -> None:
    """Print what shuffles write on Spark, exactly and for each size of the sample."""
    place, log = folder / f"facts-{statements}", folder / "events"
    run = make_facts(place, statements)
    shutil.rmtree(log, ignore_errors=True)
    log.mkdir()
    conf = {
        "spark.eventLog.enabled": "true",
        "spark.eventLog.dir": f"file://{log}",
        "spark.eventLog.compress": "false",
        "spark.eventLog.rolling.enabled": "false",
        "spark.sql.shuffle.partitions": "2",  # what is shuffled does not depend on it, the time that it takes does
    }
    engine = load_engine("spark", master="local[2]", conf=conf)
    session = engine.session(run)
    write_epochs(session, {})
    for size in (0, *sizes):
        engine.spark.sparkContext.setLocalProperty(_LABEL, str(size))
        session.materialize("duplicate_ids", "SELECT shard, position FROM staged_documents WHERE 1 = 0")
        config = CountingConfig("sketch", size) if size else CountingConfig()
        count_as_configured(session, config, staged_totals=True)
        if size:
            engine.spark.sparkContext.setLocalProperty(_LABEL, "aside")
            query = "SELECT count(*) AS n, count(DISTINCT attribute, prompt_id) AS d FROM sampled_facts"
            print(f"k = {size:,} samples", session.fetch(query).to_pylist()[0], flush=True)
    session.close()
    engine.close()
    _print_shuffles(next(file for file in log.iterdir() if file.is_file()), ["0", *map(str, sizes)])
    shutil.rmtree(place)
    shutil.rmtree(log)


def _print_shuffles(log: Path, labels: list[str]) -> None:
    stages: dict[int, tuple[str, str]] = {}
    written: dict[tuple[str, bool], list[int]] = {(label, part): [0, 0] for label in labels for part in (False, True)}
    for line in log.read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        if event["Event"] == "SparkListenerJobStart":
            properties = event["Properties"]
            for stage in event["Stage IDs"]:
                stages.setdefault(stage, (properties[_LABEL], properties.get("spark.job.description", "")))
        elif event["Event"] == "SparkListenerTaskEnd" and "Task Metrics" in event:
            label, step = stages[event["Stage ID"]]
            if label not in labels:
                continue
            metrics = event["Task Metrics"]["Shuffle Write Metrics"]
            grouped = step.removeprefix("monofact: ") not in _SAMPLING
            for total in (written[label, False], *([written[label, True]] if grouped else [])):
                total[0] += metrics["Shuffle Bytes Written"]
                total[1] += metrics["Shuffle Records Written"]
    heads = (f"{what:>12} {'rows':>12} {'of exact':>9}" for what in ("shuffled MB", "grouping MB"))
    print(f"{'k':>7} {' | '.join(heads)}")
    for label in labels:
        columns = []
        for part in (False, True):
            size, rows = written[label, part]
            columns.append(f"{size / 1e6:>12.2f} {rows:>12,} {size / written['0', part][0]:>9.2%}")
        print(f"{'exact' if label == '0' else label:>7} {' | '.join(columns)}")


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    errors = commands.add_parser("error")
    errors.add_argument("--seeds", type=int, default=SEEDS)
    errors.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    scaling = commands.add_parser("scale")
    scaling.add_argument("--statements", type=int, nargs="+", default=[100_000, 1_000_000, 10_000_000])
    scaling.add_argument("--modes", nargs="+", default=["sketch", "exact"])
    scaling.add_argument("--sketch-size", type=int, default=16_384)
    scaling.add_argument("--memory", default="600MB", help="memory limit of the engine")
    scaling.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "monofact-scale")
    shuffling = commands.add_parser("shuffle")
    shuffling.add_argument("--statements", type=int, default=1_000_000)
    shuffling.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    shuffling.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "monofact-scale")
    once = commands.add_parser("count")
    once.add_argument("folder", type=Path)
    once.add_argument("mode")
    once.add_argument("size", type=int)
    once.add_argument("memory")
    args = parser.parse_args()
    if args.command == "error":
        error(args.seeds, args.sizes)
    elif args.command == "count":
        count_once(args.folder, args.mode, args.size, args.memory)
    elif args.command == "shuffle":
        shuffle(args.statements, args.sizes, args.folder)
    else:
        scale(args.statements, args.modes, args.sketch_size, args.memory, args.folder)


if __name__ == "__main__":
    main()
