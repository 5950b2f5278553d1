"""Extraction in worker processes: batches out, results back in order, a bounded number in flight.

Beside the embedded engine, not in it: a worker imports what lies around its code, and needs no database.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import resource_tracker
from typing import Any

from pipeline.exceptions import MonofactError
from pipeline.extraction import Extraction, ExtractionConfig, load_extractor

_IN_FLIGHT_PER_WORKER = 3
"""Enough that no worker waits for the reader, few enough that memory stays a matter of megabytes."""

_config: ExtractionConfig | None = None


def _start_worker(config: ExtractionConfig) -> None:
    global _config  # noqa: PLW0603 - one extractor a process is the point
    _config = config
    # Ctrl-C reaches the whole process group; the parent alone decides how the run ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    # One thread a worker: the pool is the parallelism.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    load_extractor(config)
    gc.freeze()  # what is loaded stays: collections of garbage need not walk through the word lists


def _work(batch: Any) -> Extraction:
    if _config is None:
        raise MonofactError("a worker process was not initialised")
    return load_extractor(_config).extract(batch)


def extract_in_order(
    batches: Iterable[tuple[Any, Any]], config: ExtractionConfig, workers: int
) -> Generator[tuple[Any, Extraction], None, None]:
    """Extract batches, keeping their order.

    Parameters
    ----------
    batches : iterable of (tag, pyarrow.RecordBatch)
        Batches of documents, each with a tag that comes back with its result.
    config : ExtractionConfig
        How facts are found.
    workers : int
        Worker processes; 1 works in this process.

    Yields
    ------
    (tag, Extraction)
        In the order of the batches.

    Raises
    ------
    MonofactError
        If a worker process died.
    """
    if workers <= 1:
        extractor = load_extractor(config)
        gc.freeze()  # as in a worker
        try:
            for tag, batch in batches:
                yield tag, extractor.extract(batch)
        finally:
            gc.unfreeze()
        return
    # Spawned, not forked: this process has threads of Arrow and DuckDB, and a fork would copy their locks.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_start_worker, initargs=(config,))
    waiting: deque[tuple[Any, Future[Extraction]]] = deque()
    try:
        for tag, batch in batches:
            with _interrupts_held():
                waiting.append((tag, pool.submit(_work, batch)))
            while len(waiting) >= workers * _IN_FLIGHT_PER_WORKER or (waiting and waiting[0][1].done()):
                done_tag, future = waiting.popleft()
                yield done_tag, future.result()
        while waiting:
            done_tag, future = waiting.popleft()
            yield done_tag, future.result()
    except BrokenProcessPool as error:
        raise MonofactError(
            "a worker process died, most likely for want of memory. What was done is kept: repeat the command, "
            "with fewer --workers if it happens again."
        ) from error
    finally:
        _stop(pool)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait while workers may be started: they inherit that, and none dies of it before it ignores it."""
    # Its start lets interrupts through again, and it is started with the first worker otherwise.
    resource_tracker.ensure_running()
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _stop(pool: ProcessPoolExecutor) -> None:
    processes = list((pool._processes or {}).values())  # noqa: SLF001 - the pool has no public way to kill
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()
