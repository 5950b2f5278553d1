"""Memory does not grow with the shard, however far its bytes unfold."""

from __future__ import annotations

import gzip
import tracemalloc
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from pipeline.corpus import CorpusConfig, find_shards, read_shard

MB = 1_000_000
LINE = b'{"text": "' + b"word " * 200 + b'"}\n'


def peak_of_reading(path: Path, **config: Any) -> tuple[int, int]:
    """Return the peak of Python's and Arrow's memory, in bytes, and the number of records."""
    (shard,) = find_shards([path])
    records, arrow_peak, before = 0, 0, pa.total_allocated_bytes()
    tracemalloc.start()
    for batch in read_shard(shard, CorpusConfig(**config)):
        records += batch.documents.num_rows + batch.rejects.num_rows
        arrow_peak = max(arrow_peak, pa.total_allocated_bytes() - before)
    python_peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return python_peak + arrow_peak, records


@pytest.mark.parametrize("kind", ["jsonl", "jsonl.gz", "jsonl.zst"])
def test_reading_50_mb_takes_a_few(tmp_path: Path, kind: str) -> None:
    data = LINE * 50_000
    path = tmp_path / f"s.{kind}"
    compress = {"jsonl": bytes, "jsonl.gz": lambda d: gzip.compress(d, 1), "jsonl.zst": zstandard.compress}[kind]
    path.write_bytes(compress(data))
    del data
    peak, records = peak_of_reading(path)
    assert records == 50_000
    assert peak < 25 * MB


@pytest.mark.parametrize("kind", ["gz", "zst"])
def test_one_line_that_unfolds_to_300_mb_is_passed_over_in_bounded_memory(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"s.jsonl.{kind}"
    with gzip.open(path, "wb", 1) if kind == "gz" else zstandard.open(path, "wb") as file:
        for _ in range(300):
            file.write(b"x" * MB)
        file.write(b"\n" + LINE)
    assert path.stat().st_size < 3 * MB
    peak, records = peak_of_reading(path, max_record_bytes=2 * MB)
    assert records == 2
    assert peak < 25 * MB


def test_a_parquet_row_group_of_50_mb_is_streamed(tmp_path: Path) -> None:
    texts = [f"{i} " + "word " * 200 for i in range(50_000)]
    path = tmp_path / "s.parquet"
    pq.write_table(pa.table({"text": texts}), path, use_dictionary=False, data_page_size=MB)
    del texts
    assert pq.ParquetFile(path).metadata.num_row_groups == 1
    peak, records = peak_of_reading(path)
    assert records == 50_000
    assert peak < 25 * MB
