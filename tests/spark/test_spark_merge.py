"""Runs merged on Spark are the one run of the embedded engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from pipeline.counting.sketches.counting import CountingConfig
from pipeline.duplicates import DuplicatesConfig
from pipeline.merging import merge
from pipeline.progress import Progress
from tests.spark.tables import SAMPLE, assert_same_tables

pytestmark = pytest.mark.spark

Run = Callable[..., Any]

WAYS: dict[str, dict[str, Any]] = {
    "exact": {"duplicates": DuplicatesConfig("near")},
    "sketch": {"counting": CountingConfig("sketch", 32, (("news", 2),))},
}


@pytest.mark.parametrize("way", WAYS)
def test_eight_runs_merged_on_spark_are_one_run(way: str, tmp_path: Path, duckdb_run: Run, spark_engine: Any) -> None:
    lines = (SAMPLE / "news-00000.jsonl").read_bytes().splitlines()[:240]
    # Every shard ends in a copy of the one document that all of them share, under an id of its own.
    copied = orjson.loads(lines[0])
    whole = tmp_path / "corpus"
    whole.mkdir()
    for i in range(8):
        copy = orjson.dumps(copied | {"id": f"copy {i}"})
        (whole / f"part{i}.jsonl").write_bytes(b"\n".join([*lines[i::8], copy]) + b"\n")
    duckdb_run(whole, tmp_path / "whole", **WAYS[way])
    for i in range(8):
        duckdb_run(whole / f"part{i}.jsonl", tmp_path / f"run{i}", **WAYS[way])
    parts = [tmp_path / f"run{i}" for i in range(8)]
    merge(parts[::-1], tmp_path / "merged", spark_engine, Progress(quiet=True))
    assert_same_tables(tmp_path / "whole", tmp_path / "merged")
