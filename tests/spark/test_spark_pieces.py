"""Shards are cut into pieces and put into waves without losing a record; no JVM needed."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.corpus import CorpusConfig, Shard, find_shards, read_shard
from pipeline.engines.spark.daemon import installed_first
from pipeline.engines.spark.engine import SparkEngine
from pipeline.engines.spark.pieces import pieces_of, waves
from pipeline.engines.spark.settings import starting_settings, without_secrets
from pipeline.exceptions import InputError

SIZES = st.lists(st.integers(0, 10**12), min_size=0, max_size=40)


def _shards(sizes: list[int]) -> tuple[tuple[Shard, str], ...]:
    return tuple((Shard(f"/c/{i}", f"{i}", size, "jsonl"), f"h{i}") for i, size in enumerate(sizes))


@given(SIZES, st.integers(1, 7))
def test_waves_hold_every_shard_once_the_largest_first(sizes: list[int], wave_shards: int) -> None:
    shards = _shards(sizes)
    planned = list(waves(shards, wave_shards))
    flat = [item for wave in planned for item in wave]
    assert sorted(s.name for s, _ in flat) == sorted(s.name for s, _ in shards)
    assert [s.size for s, _ in flat] == sorted(sizes, reverse=True)
    assert all(1 <= len(wave) <= wave_shards for wave in planned)


@pytest.mark.parametrize("piece_bytes", [1, 2_000, 10**9])
def test_pieces_of_a_parquet_shard_read_the_same_records_as_the_whole(tmp_path: Path, piece_bytes: int) -> None:
    texts = [f"Text number {i} of many, with words to fill it." * (1 + i % 5) for i in range(500)]
    pq.write_table(pa.table({"text": texts}), tmp_path / "a.parquet", row_group_size=60, compression="none")
    (shard,) = find_shards([tmp_path / "a.parquet"])
    pieces = pieces_of([(shard, "hash")], piece_bytes)
    assert [p.number for p in pieces] == list(range(len(pieces)))
    read = [
        row["position"]
        for piece in pieces
        for batch in read_shard(shard, CorpusConfig(), row_groups=piece.groups)
        for row in batch.documents.to_pylist()
    ]
    assert read == list(range(500))
    assert (len(pieces) == 1) == (piece_bytes > shard.size)


def test_lines_and_damaged_parquet_files_stay_whole(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n' * 100)
    (tmp_path / "b.parquet").write_bytes(b"PAR1" + b"\0" * 1000)
    shards = [(shard, "hash") for shard in find_shards([tmp_path])]
    assert [p.groups for p in pieces_of(shards, 1)] == [None, None]


def test_the_users_settings_win_over_the_programs() -> None:
    chosen = starting_settings("local[2]", {"spark.ui.enabled": "true"})
    assert chosen["spark.ui.enabled"] == "true"
    assert chosen["spark.sql.adaptive.enabled"] == "true"
    assert "spark.driver.memory" not in starting_settings("spark://host:7077", {})


def test_secrets_do_not_reach_run_json() -> None:
    shown = without_secrets({"spark.hadoop.fs.s3a.secret.key": "s3cret", "spark.app.name": "monofact"})
    assert shown == {"spark.app.name": "monofact", "spark.hadoop.fs.s3a.secret.key": "(hidden)"}


def test_sizes_below_one_are_refused() -> None:
    with pytest.raises(InputError, match="1 or more"):
        SparkEngine(wave_shards=0)


def test_workers_find_the_installed_pyspark_before_the_zip() -> None:
    path = ["", "/spark/python/lib/pyspark.zip", "/spark/python/lib/py4j-0.10-src.zip", "/site-packages"]
    assert installed_first(path) == ["", path[2], path[3], path[1]]
