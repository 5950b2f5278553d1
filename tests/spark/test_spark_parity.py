"""The same corpus gives the same tables on either engine."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline.counting.sketches.counting import CountingConfig
from pipeline.duplicates import DuplicatesConfig
from schemas import TABLES
from tests.spark.tables import SAMPLE, assert_same_tables

pytestmark = pytest.mark.spark

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory, duckdb_run: Run, spark_run: Run) -> tuple[Path, Path]:
    """The sample corpus on both engines, with equal texts looked for."""
    out = tmp_path_factory.mktemp("runs")
    exact = DuplicatesConfig("exact")
    duckdb_run(SAMPLE, out / "duckdb", duplicates=exact)
    spark_run(SAMPLE, out / "spark", duplicates=exact, wave_shards=3)
    return out / "duckdb", out / "spark"


def test_all_tables_of_the_sample_are_equal_row_for_row(runs: tuple[Path, Path]) -> None:
    assert_same_tables(*runs)


def test_every_file_keeps_the_schema_with_nullability_and_metadata(runs: tuple[Path, Path]) -> None:
    files = [(name, file) for name in TABLES for file in (runs[1] / name).glob("*.parquet")]
    assert len(files) >= 7
    for name, file in files:
        assert pq.read_schema(file).equals(TABLES[name].arrow_schema, check_metadata=True), name


def test_run_json_names_the_effective_settings_and_the_same_counts(runs: tuple[Path, Path]) -> None:
    one, other = (json.loads((run / "run.json").read_text()) for run in runs)
    assert other["engine"] == "spark"
    assert other["settings"]["spark.sql.adaptive.enabled"] == "true"
    assert other["settings"]["spark.sql.session.timeZone"] == "UTC"
    assert other["settings"]["master"] == "local[2]"
    assert other["counts"] == one["counts"]
    assert other["inputs"] == one["inputs"]


def test_nothing_but_the_run_is_left(runs: tuple[Path, Path]) -> None:
    hidden = [p.name for run in runs for folder in (run, run / "_staging") for p in folder.glob(".*")]
    assert set(hidden) <= {".lock"}


def test_a_finished_run_of_one_engine_is_finished_for_the_other(runs: tuple[Path, Path], spark_run: Run) -> None:
    assert spark_run(SAMPLE, runs[0], duplicates=DuplicatesConfig("exact")).nothing_to_do


def test_counts_from_a_sample_are_equal(tmp_path: Path, duckdb_run: Run, spark_run: Run) -> None:
    shard = SAMPLE / "news-00000.jsonl"
    sampled = CountingConfig("sketch", sketch_size=64)
    duckdb_run(shard, tmp_path / "duckdb", counting=sampled)
    spark_run(shard, tmp_path / "spark", counting=sampled)
    assert_same_tables(tmp_path / "duckdb", tmp_path / "spark")
