"""How Spark's Python workers start: loaded once, before any is forked, while the driver does something else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from py4j.protocol import Py4JError

from pipeline.analysis import AnalysisResult
from pipeline.engines import load_engine
from pipeline.engines.spark.daemon import may_be_forked
from pipeline.engines.spark.errors import remember_interrupts, spark_errors
from pipeline.engines.spark.warming import LoadRules, extraction_session
from pipeline.exceptions import MonofactError, NoFactsError
from pipeline.extraction import ExtractionConfig

pytestmark = pytest.mark.spark


def test_the_daemon_has_loaded_the_rules_and_forks_a_single_thread(spark_engine: Any) -> None:
    def look(batches: Iterator[Any]) -> Iterator[Any]:  # nested: a worker cannot import the tests
        for _ in batches:
            yield pa.RecordBatch.from_pydict({"bare": ["MONOFACT_DAEMON_BARE" in os.environ]})

    told = spark_engine.spark.range(2).mapInArrow(look, "bare BOOLEAN").toArrow()
    assert not any(told.column("bare").to_pylist())


def test_workers_do_not_import_from_the_working_directory(spark_engine: Any) -> None:
    def look(batches: Iterator[Any]) -> Iterator[Any]:
        for _ in batches:
            yield pa.RecordBatch.from_pydict({"safe": [sys.flags.safe_path]})

    told = spark_engine.spark.range(2).mapInArrow(look, "safe BOOLEAN").toArrow()
    assert all(told.column("safe").to_pylist())


def test_an_interrupt_of_which_py4j_makes_an_error_is_an_interrupt() -> None:
    def fail(*, interrupted: bool) -> None:
        if interrupted:
            signal.raise_signal(signal.SIGINT)
        raise Py4JError("An error occurred while calling o307.getResult")

    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)  # as py4j swallows what Spark's handler raises
    try:
        remember_interrupts()
        with pytest.raises(KeyboardInterrupt), spark_errors("extraction"):
            fail(interrupted=True)
        with pytest.raises(MonofactError, match="extraction failed"), spark_errors("extraction"):
            fail(interrupted=False)
    finally:
        signal.signal(signal.SIGINT, before)


def test_loading_the_rules_starts_no_thread_that_a_fork_would_lose() -> None:
    program = "from pipeline.engines.spark.daemon import *; load_rules(); print(may_be_forked())"
    one_thread = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, "-c", program], env=one_thread, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


@pytest.mark.parametrize(
    ("threads", "safe"), [(["python"], True), (["python", "jemalloc_bg_thd"], True), (["python", "python"], False)]
)
def test_a_process_with_other_threads_is_not_forked(threads: list[str], safe: bool, tmp_path: Path) -> None:
    for number, name in enumerate(threads):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "comm").write_text(f"{name}\n")
    assert may_be_forked(tmp_path) is safe


def test_workers_of_another_version_are_refused() -> None:
    with pytest.raises(MonofactError, match="another version"):
        list(LoadRules(ExtractionConfig(), "no digest").run_task(iter([])))


def test_settings_of_extraction_do_not_leak_into_the_users_session(spark_engine: Any) -> None:
    before = spark_engine.spark.conf.getAll
    extraction_session(spark_engine.spark)
    assert spark_engine.spark.conf.getAll == before


def test_preparing_twice_and_not_waiting_does_no_harm(spark_run: Callable[..., AnalysisResult], tmp_path: Path) -> None:
    engine = load_engine("spark")
    engine.prepare(ExtractionConfig(attribute_files=("no such file",)))
    engine.close()
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text('{"id": "a", "text": "Nothing is stated here."}\n')
    with pytest.raises(NoFactsError):
        spark_run(corpus, tmp_path / "run")
