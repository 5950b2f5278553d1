"""Laws of reading: nothing is lost, nothing is numbered twice, and how a corpus is cut does not matter."""

from __future__ import annotations

import gzip
import json
import tempfile
from pathlib import Path
from typing import Any

import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.corpus import CorpusConfig, find_shards, read_shard

GOOD = st.builds(
    lambda text, source, extra: json.dumps({"text": f"T{text}", "source": source, "x": extra}).encode(),
    st.text(max_size=40),
    st.none() | st.text(max_size=5),
    st.none() | st.floats() | st.text(max_size=10),
)
BAD = st.one_of(
    st.binary(min_size=1, max_size=60).map(lambda data: data.replace(b"\n", b"?")).filter(lambda d: not d.isspace()),
    st.sampled_from([b"{}", b"[]", b'{"text": 1}', b'{"text": " "}', b'{"text": "\xff"}', b'{"text": "T", "id": []}']),
)
BLANK = st.sampled_from([b"", b" ", b"\r", b"\t \r"])


def encoded(lines: list[bytes], kind: str) -> bytes:
    data = b"\n".join(lines)
    return {"jsonl": data, "jsonl.gz": gzip.compress(data), "jsonl.zst": zstandard.compress(data)}[kind]


def read(folder: Path, batch_bytes: int = 1_000_000) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    config = CorpusConfig(max_record_bytes=1000)
    batches = [b for shard in find_shards([folder]) for b in read_shard(shard, config, batch_bytes=batch_bytes)]
    documents = [row for batch in batches for row in batch.documents.to_pylist()]
    return documents, [row for batch in batches for row in batch.rejects.to_pylist()]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.just("good"), GOOD) | st.tuples(st.just("bad"), BAD) | st.tuples(st.just("blank"), BLANK)),
    st.sampled_from(["jsonl", "jsonl.gz", "jsonl.zst"]),
    st.integers(1, 300),
)
def test_every_line_that_is_not_blank_is_one_row_at_its_position(
    lines: list[tuple[str, bytes]], kind: str, batch_bytes: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"s.{kind}").write_bytes(encoded([line for _, line in lines], kind))
        documents, rejects = read(Path(folder), batch_bytes)
    assert sorted(row["position"] for row in documents + rejects) == list(range(sum(k != "blank" for k, _ in lines)))
    kinds = [k for k, _ in lines if k != "blank"]
    assert {i for i, k in enumerate(kinds) if k == "good"} <= {row["position"] for row in documents}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 3), max_size=30), st.permutations(["jsonl", "jsonl.gz", "jsonl.zst", "jsonl"]))
def test_any_split_into_shards_gives_the_same_documents(shard_of: list[int], kinds: list[str]) -> None:
    lines = [json.dumps({"id": i, "text": f"Text {i}.", "source": f"s{i % 3}"}).encode() for i in range(len(shard_of))]
    with tempfile.TemporaryDirectory() as whole, tempfile.TemporaryDirectory() as parts:
        (Path(whole) / "s.jsonl").write_bytes(b"\n".join(lines))
        for number, kind in enumerate(kinds):
            chosen = [line for line, shard in zip(lines, shard_of, strict=True) if shard == number]
            (Path(parts) / f"{number}.{kind}").write_bytes(encoded(chosen, kind))
        tables = [read(Path(folder)) for folder in (whole, parts)]
    whole_documents, parts_documents = (
        sorted((d["doc_id"], d["domain"], d["text"]) for d in documents) for documents, _ in tables
    )
    assert whole_documents == parts_documents
    assert len(whole_documents) == len(lines)
    assert tables[0][1] == tables[1][1] == []


def test_batches_end_at_the_size_asked_for_and_progress_adds_up_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_bytes(b"".join(b'{"text": "%s"}\n' % (b"x" * 1000) for _ in range(1000)))
    (shard,) = find_shards([tmp_path])
    told: list[int] = []
    batches = list(read_shard(shard, CorpusConfig(), batch_bytes=50_000, on_bytes=told.append))
    assert [batch.documents.num_rows for batch in batches] == [50] * 20
    assert sum(told) == sum(batch.bytes_read for batch in batches) == shard.size


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["jsonl", "jsonl.gz", "jsonl.zst", "parquet"]))
def test_no_bytes_whatever_stop_the_reader(data: bytes, kind: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"s.{kind}").write_bytes(data)
        documents, rejects = read(Path(folder))
    positions = [row["position"] for row in documents + rejects]
    assert sorted(positions) == list(range(len(positions)))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 200), st.sampled_from(["jsonl.gz", "jsonl.zst"]), st.data())
def test_a_stream_cut_anywhere_keeps_a_beginning_and_says_that_it_ends_early(
    count: int, kind: str, data: st.DataObject
) -> None:
    lines = [json.dumps({"id": i, "text": f"{i * 7919 % 1013} {i}"}).encode() for i in range(count)]
    whole = encoded([*lines, b""], kind)
    cut = data.draw(st.integers(0, len(whole) - 1))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"s.{kind}").write_bytes(whole[:cut])
        documents, rejects = read(Path(folder))
    assert [d["doc_id"] for d in documents] == [str(i) for i in range(len(documents))]
    assert [r["position"] for r in rejects] == [len(documents)]
    assert rejects[0]["reason"].startswith("truncated: ")
