"""Parquet shards: every way to store text, row groups alone, and damage."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.corpus import CorpusConfig, RowGroup, find_shards, read_shard, row_groups
from pipeline.exceptions import InputError, UnknownColumnError


def read(path: Path, *, groups: list[int] | None = None, **config: Any) -> tuple[list[Any], list[Any]]:
    (shard,) = find_shards([path])
    batches = list(read_shard(shard, CorpusConfig(**config), row_groups=groups))
    if groups is None:
        assert sum(batch.bytes_read for batch in batches) == shard.size
    documents = [row for batch in batches for row in batch.documents.to_pylist()]
    return documents, [row for batch in batches for row in batch.rejects.to_pylist()]


def write(path: Path, columns: dict[str, Any], **options: Any) -> Path:
    pq.write_table(pa.table(columns), path, **options)
    return path


TEXTS = ["Alpha é.", None, "", "Omega."]


@pytest.mark.parametrize(
    "kind",
    [
        pa.string(),
        pa.large_string(),
        pa.string_view(),
        pa.binary(),
        pa.large_binary(),
        pa.dictionary(pa.int32(), pa.string()),
        pa.dictionary(pa.int8(), pa.large_string()),
    ],
    ids=str,
)
def test_every_way_to_store_text_gives_the_same(tmp_path: Path, kind: Any) -> None:
    values = [t.encode() if t is not None else None for t in TEXTS] if "binary" in str(kind) else TEXTS
    column = pa.array(values).dictionary_encode().cast(kind) if "dict" in str(kind) else pa.array(values, type=kind)
    documents, rejects = read(write(tmp_path / "s.parquet", {"text": column, "id": [1, 2, 3, None]}))
    assert [(d["doc_id"], d["position"], d["text"]) for d in documents] == [
        ("1", 0, "Alpha é."),
        ("s.parquet:3", 3, "Omega."),
    ]
    assert [(r["position"], r["reason"]) for r in rejects] == [(1, "missing_text"), (2, "empty_text")]


def test_the_same_records_as_json_lines_and_as_parquet_are_the_same_documents(tmp_path: Path) -> None:
    records = [
        {"id": f"d{i}", "text": f"T{i}", "title": "A" if i % 2 else None, "meta": {"set": s, "n": i}}
        for i, s in enumerate(["x", None, "y", "", "*", " z "])
    ]
    pq.write_table(pa.Table.from_pylist([*records, {"id": "n", "text": "T", "meta": None}]), tmp_path / "s.parquet")
    lines = [json.dumps(record) for record in [*records, {"id": "n", "text": "T", "meta": None}]]
    (tmp_path / "s.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for domain in ("meta.set", "meta.n"):
        tables = [
            [{**d, "shard": ""} for d in read(tmp_path / name, domain=domain)[0]] for name in ("s.parquet", "s.jsonl")
        ]
        assert tables[0] == tables[1]
        assert len(tables[0]) == 7


def test_strings_that_are_not_utf8_are_rejects(tmp_path: Path) -> None:
    raw = pa.array([b"good", b"caf\xe9 bad", b"also good"])
    for kind in (pa.binary(), pa.string()):
        path = write(tmp_path / f"{kind}.parquet", {"text": raw.view(kind)})
        documents, rejects = read(path)
        assert [d["text"] for d in documents] == ["good", "also good"]
        assert [(r["position"], r["reason"], r["excerpt"]) for r in rejects] == [(1, "invalid_utf8", "caf\ufffd bad")]


def test_columns_that_are_not_needed_are_not_read(tmp_path: Path) -> None:
    path = write(tmp_path / "s.parquet", {"text": ["T"] * 9, "vectors": ["secret"] * 9}, compression="none")
    data = path.read_bytes()
    path.write_bytes(data.replace(b"secret", b"\xff" * 6))
    documents, rejects = read(path)
    assert (len(documents), rejects) == (9, [])


def test_a_missing_text_column_is_an_error_at_once(tmp_path: Path) -> None:
    path = write(tmp_path / "s.parquet", {"content": ["T"], "meta": [{"lang": "en"}]})
    with pytest.raises(UnknownColumnError, match=r"s\.parquet: no field 'text'.*content, meta, meta\.lang"):
        read(path)


@pytest.mark.parametrize("values", [[1, 2], [["a"], ["b"]], [{"a": 1}, {"a": 2}]], ids=["int", "list", "struct"])
def test_a_text_column_of_another_type_is_an_error(tmp_path: Path, values: list[Any]) -> None:
    with pytest.raises(InputError, match=r"column text holds .*, not text"):
        read(write(tmp_path / "s.parquet", {"text": values, "id": ["a", "b"]}))


def test_a_text_column_of_nulls_gives_rejects(tmp_path: Path) -> None:
    documents, rejects = read(write(tmp_path / "s.parquet", {"text": pa.nulls(2)}))
    assert documents == []
    assert [r["reason"] for r in rejects] == ["missing_text"] * 2


def test_ids_of_another_type_are_rejects_and_dates_are_domains(tmp_path: Path) -> None:
    when = pa.array([0, 1], type=pa.timestamp("ns"))
    documents, _ = read(write(tmp_path / "s.parquet", {"text": ["T", "U"], "day": when}), domain="day")
    assert [d["domain"][:10] for d in documents] == ["1970-01-01"] * 2
    _, rejects = read(write(tmp_path / "t.parquet", {"text": ["T", "U"], "id": [[1], [2]]}))
    assert [r["reason"] for r in rejects] == ["invalid_id: list"] * 2


def test_row_groups_alone_give_the_rows_of_the_whole(tmp_path: Path) -> None:
    texts = [f"Text {i}." if i % 3 else "" for i in range(25)]
    path = write(tmp_path / "s.parquet", {"text": texts}, row_group_size=10)
    (shard,) = find_shards([path])
    groups = row_groups(shard)
    assert [(g.index, g.position, g.records) for g in groups] == [(0, 0, 10), (1, 10, 10), (2, 20, 5)]
    assert all(g.size > 0 for g in groups)
    documents, rejects = read(path)
    parts = [read(path, groups=[group.index]) for group in groups]
    assert [row for part in parts for row in part[0]] == documents
    assert [row for part in parts for row in part[1]] == rejects
    assert len(documents) + len(rejects) == 25


def test_a_row_group_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no row group 3; the file has 1"):
        read(write(tmp_path / "s.parquet", {"text": ["T"]}), groups=[0, 3])


def test_json_lines_have_no_row_groups(tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_text('{"text": "T"}', encoding="utf-8")
    assert row_groups(find_shards([tmp_path])[0]) == ()
    with pytest.raises(InputError, match="only be chosen in Parquet"):
        read(tmp_path / "s.jsonl", groups=[0])


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda data: data[: len(data) // 2], "truncated"),
        (lambda data: data[:-1], "truncated"),
        (lambda data: data[:3], "corrupt"),
        (lambda _data: b"no parquet at all, but long enough for a footer", "corrupt"),
        (lambda data: data[:-40] + b"\xff" * 32 + data[-8:], "corrupt"),
        (lambda data: data[:-8] + b"\xff\xff\xff\x7f" + data[-4:], "corrupt"),
    ],
)
def test_a_file_without_a_readable_footer_is_one_reject(tmp_path: Path, damage: Any, code: str) -> None:
    path = write(tmp_path / "s.parquet", {"text": [f"Text {i}." for i in range(500)]})
    path.write_bytes(damage(path.read_bytes()))
    documents, rejects = read(path)
    assert documents == []
    assert [(r["position"], r["reason"].split(": ")[0]) for r in rejects] == [(0, code)]
    assert row_groups(find_shards([path])[0]) == ()


def test_damage_in_a_row_group_takes_no_record_of_the_others(tmp_path: Path) -> None:
    texts = [f"Text {i} {i * 7919 % 1013}." for i in range(300)]
    path = write(tmp_path / "s.parquet", {"text": texts}, row_group_size=100, compression="zstd", use_dictionary=False)
    column = pq.ParquetFile(path).metadata.row_group(1).column(0)
    data = bytearray(path.read_bytes())
    start = column.data_page_offset
    data[start : start + column.total_compressed_size] = b"\xff" * column.total_compressed_size
    path.write_bytes(data)
    documents, rejects = read(path)
    assert [d["position"] for d in documents] == [*range(100), *range(200, 300)]
    assert [(r["position"], r["reason"].split(": ")[0]) for r in rejects] == [(100, "corrupt")]
    assert read(path, groups=[2])[0] == documents[100:]


def test_a_page_that_does_not_match_its_checksum_is_corrupt(tmp_path: Path) -> None:
    columns = {"text": ["Born in 1867."] * 3}
    path = write(tmp_path / "s.parquet", columns, compression="none", write_page_checksum=True)
    assert len(read(path)[0]) == 3
    path.write_bytes(path.read_bytes().replace(b"1867", b"1967", 1))
    documents, rejects = read(path)
    assert documents == []
    assert [(r["position"], r["reason"].split(": ")[0]) for r in rejects] == [(0, "corrupt")]


def test_a_store_that_fails_is_an_error_and_no_reject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "s.parquet", {"text": ["T"] * 50})

    def broken(_handle: Any) -> None:
        raise OSError("connection reset")

    monkeypatch.setattr(pq.ParquetFile, "iter_batches", lambda *_a, **_k: (_ for _ in [broken(None)]))
    monkeypatch.setattr("pipeline.corpus.parquet.read_through", broken)
    with pytest.raises(InputError, match="connection reset"):
        read(path)


def test_an_empty_table_has_no_rows(tmp_path: Path) -> None:
    assert read(write(tmp_path / "s.parquet", {"text": pa.array([], type=pa.string())})) == ([], [])


def test_a_row_group_is_a_value() -> None:
    assert RowGroup(0, 0, 5, 10) == RowGroup(0, 0, 5, 10)
