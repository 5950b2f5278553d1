"""10⁸ statements in bounded memory: draw a world's corpus in blocks, and hold its floor to the ideal learner.

Run `python benchmarks/validation_streaming.py [--statements 100000000] [--prompts 2000000]`. It prints statements a
second and the peak memory at a hundredth of the statements and at all of them: memory grows with prompts alone.
With `--text N` it also writes a world of N statements as text, at a tenth of N and at N.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from pathlib import Path

from pipeline.simulation import LawSpec, WorldSpec, simulate
from pipeline.simulation.count_worlds import CountWorldSpec
from pipeline.simulation.validation.by_counts import outcomes


def peak_mib() -> float:
    """Peak memory of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def counted(statements: int, prompts: int) -> None:
    """Draw, count, and print one line."""
    start = time.perf_counter()
    spec = CountWorldSpec(LawSpec(kind="zipf", exponent=1.0), prompts, statements, 1_000, seed=1)
    world = outcomes([spec])[0]
    seconds = time.perf_counter() - start
    print(
        f"{statements:13,} statements, {prompts:,} prompts: {seconds:6.1f} s, {statements / seconds:12,.0f}/s, "
        f"peak {peak_mib():6.0f} MiB; rate {world.report['singleton_rate']:.4f}, guaranteed floor "
        f"{world.report['floor_guaranteed']:.4f}, ideal learner {world.errors['ideal']:.4f}",
        flush=True,
    )


def written(statements: int, prompts: int) -> None:
    """Write as text, and print one line."""
    domain = {
        "name": "a", "statements": statements, "entities": prompts, "shared": 0.0,
        "attributes": {"date_of_birth": 1, "place_of_birth": 1, "author": 1},
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        result = simulate(WorldSpec.from_data({"domains": [domain], "shared_entities": 10}), Path(folder))
        seconds = time.perf_counter() - start
        size = sum(s.stat().st_size for s in result.shards) / 2**20
    print(
        f"{statements:13,} statements as text: {seconds:6.1f} s, {statements / seconds:9,.0f}/s, "
        f"{len(result.shards)} shards, {size:.1f} MiB of gzip, peak {peak_mib():6.0f} MiB",
        flush=True,
    )


def main() -> None:
    """Run each size in a process of its own, so that every peak is its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--statements", type=int, default=10**8)
    parser.add_argument("--prompts", type=int, default=2 * 10**6)
    parser.add_argument("--text", type=int, default=0)
    arguments = parser.parse_args()
    runs = [(counted, arguments.statements // 100), (counted, arguments.statements)]
    if arguments.text:
        runs += [(written, arguments.text // 10), (written, arguments.text)]
    for job, size in runs:
        process = multiprocessing.get_context("spawn").Process(target=job, args=(size, arguments.prompts))
        process.start()
        process.join()
        if process.exitcode:
            raise SystemExit(process.exitcode)


if __name__ == "__main__":
    main()
