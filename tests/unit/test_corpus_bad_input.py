"""Every kind of bad input: the good records around it are read, the bad ones are rejects with a reason."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from pathlib import Path
from typing import Any

import pytest
import zstandard

from pipeline.corpus import CorpusConfig, find_shards, read_shard

GOOD = b'{"id": "a", "text": "Alpha."}'
ALSO_GOOD = b'{"id": "z", "text": "Omega."}'


def read(path: Path, **config: Any) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    (shard,) = find_shards([path])
    batches = list(read_shard(shard, CorpusConfig(**config)))
    assert sum(batch.bytes_read for batch in batches) == shard.size
    documents = [row for batch in batches for row in batch.documents.to_pylist()]
    return documents, [row for batch in batches for row in batch.rejects.to_pylist()]


def read_lines(tmp_path: Path, *lines: bytes, **config: Any) -> Any:
    path = tmp_path / "s.jsonl"
    path.write_bytes(b"\n".join(lines) + b"\n")
    return read(path, **config)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id": "b", "text": ', "invalid_json: "),
        (b"no json at all", "invalid_json: "),
        (b'{"text": "' + b'\\"' * 1000, "invalid_json: "),
        (b"[" * 5000, "invalid_json: "),
        (b'{"text": "raw \x01 control"}', "invalid_json: "),
        (b'["text"]', "not_an_object"),
        (b'"text"', "not_an_object"),
        (b"17", "not_an_object"),
        (b"null", "not_an_object"),
        (b"{}", "missing_text"),
        (b'{"id": "b", "text": null}', "missing_text"),
        (b'{"text": 7}', "text_not_a_string: int"),
        (b'{"text": 7.5}', "text_not_a_string: float"),
        (b'{"text": true}', "text_not_a_string: bool"),
        (b'{"text": ["x"]}', "text_not_a_string: list"),
        (b'{"text": {"x": 1}}', "text_not_a_string: dict"),
        (b'{"text": ""}', "empty_text"),
        (b'{"text": " \\n\\t\\u00a0"}', "empty_text"),
        (b'{"text": "caf\xe9"}', "invalid_utf8"),
        (b'{"text": "\xed\xa0\x80"}', "invalid_utf8"),
        (b'{"text": "x", "id": {"a": 1}}', "invalid_id: dict"),
        (b'{"text": "x", "id": [1]}', "invalid_id: list"),
        (b'{"text": "x", "id": 1.5}', "invalid_id: float"),
        (b'{"text": "x", "id": false}', "invalid_id: bool"),
        (b"\x00\x00\x00", "invalid_json: "),
    ],
)
def test_a_bad_line_is_one_reject_and_its_neighbours_are_read(tmp_path: Path, line: bytes, reason: str) -> None:
    documents, rejects = read_lines(tmp_path, GOOD, line, ALSO_GOOD)
    assert [(d["doc_id"], d["position"]) for d in documents] == [("a", 0), ("z", 2)]
    assert [(r["shard"], r["position"]) for r in rejects] == [("s.jsonl", 1)]
    found = rejects[0]["reason"]
    assert found.startswith(reason) if reason.endswith(": ") else found == reason


def test_an_excerpt_is_short_and_printable(tmp_path: Path) -> None:
    _, rejects = read_lines(tmp_path, b"bad\x1b[31m\x00 \xff" + "é".encode() * 500)
    excerpt = rejects[0]["excerpt"]
    assert len(excerpt) == 200
    assert excerpt.isprintable()
    assert excerpt.startswith("bad\ufffd[31m\ufffd \ufffdé")


def test_a_text_beyond_the_limit_says_how_long_it_is(tmp_path: Path) -> None:
    long = json.dumps({"id": "b", "text": "é" * 101}).encode()
    fits = json.dumps({"id": "c", "text": "é" * 100}).encode()
    documents, rejects = read_lines(tmp_path, GOOD, long, fits, max_document_characters=100)
    assert [d["doc_id"] for d in documents] == ["a", "c"]
    assert rejects[0]["reason"] == "document_too_large: 101 characters"


def test_a_document_of_50_mb_is_rejected_by_default(tmp_path: Path) -> None:
    line = b'{"text": "' + b"word " * 10_000_000 + b'"}'
    documents, rejects = read_lines(tmp_path, GOOD, line, ALSO_GOOD)
    assert [d["doc_id"] for d in documents] == ["a", "z"]
    assert [r["reason"] for r in rejects] == ["document_too_large: 50000000 characters"]


@pytest.mark.parametrize("size", [101, 5000, 600_000, 3_000_000])
def test_a_record_beyond_the_byte_limit_is_passed_over(tmp_path: Path, size: int) -> None:
    line = b'{"text": "' + b"x" * size + b'"}'
    documents, rejects = read_lines(tmp_path, GOOD, line, ALSO_GOOD, line, max_record_bytes=100)
    assert [d["position"] for d in documents] == [0, 2]
    assert [(r["position"], r["reason"]) for r in rejects] == [(1, "record_too_large"), (3, "record_too_large")]
    assert rejects[0]["excerpt"].startswith('{"text": "xxx')


def test_a_record_of_exactly_the_byte_limit_is_read(tmp_path: Path) -> None:
    documents, rejects = read_lines(tmp_path, GOOD, max_record_bytes=len(GOOD))
    assert (len(documents), rejects) == (1, [])


def compress(kind: str, data: bytes) -> bytes:
    return gzip.compress(data) if kind == "gz" else zstandard.compress(data)


@pytest.mark.parametrize("kind", ["gz", "zst"])
def test_a_truncated_stream_keeps_what_stands_before_the_end(tmp_path: Path, kind: str) -> None:
    lines = [json.dumps({"id": str(i), "text": f"{i} {zlib.crc32(b'%d' % i)} " * 20}).encode() for i in range(20_000)]
    whole = compress(kind, b"\n".join(lines))
    path = tmp_path / f"s.jsonl.{kind}"
    path.write_bytes(whole[: len(whole) // 2])
    documents, rejects = read(path)
    kept = len(documents)
    assert 5_000 < kept < 15_000
    assert [d["doc_id"] for d in documents] == [str(i) for i in range(kept)]
    assert [(r["position"], r["reason"].split(":")[0]) for r in rejects] == [(kept, "truncated")]


def test_a_gzip_cut_in_its_trailer_keeps_every_record_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl.gz"
    path.write_bytes(gzip.compress(GOOD + b"\n" + ALSO_GOOD)[:-3])
    documents, rejects = read(path)
    assert [d["doc_id"] for d in documents] == ["a", "z"]
    assert [(r["position"], r["reason"]) for r in rejects] == [(2, "truncated: the gzip stream ends early")]


@pytest.mark.parametrize("suffix", ["jsonl.gz", "jsonl.zst", "parquet"])
def test_a_file_of_no_bytes_is_no_valid_stream_and_a_reject(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"s.{suffix}"
    path.touch()
    documents, rejects = read(path)
    assert documents == []
    assert [(r["position"], r["reason"]) for r in rejects] == [(0, "truncated: the file is empty")]


@pytest.mark.parametrize("kind", ["gz", "zst"])
@pytest.mark.parametrize("content", [b"", b"\n", b"\r\n \n\n", b"\xef\xbb\xbf"])
def test_an_empty_shard_has_neither_documents_nor_rejects(tmp_path: Path, kind: str, content: bytes) -> None:
    compressed, plain = tmp_path / f"s.jsonl.{kind}", tmp_path / "t.jsonl"
    compressed.write_bytes(compress(kind, content))
    plain.write_bytes(content)
    assert read(compressed) == read(plain) == ([], [])


@pytest.mark.parametrize("kind", ["gz", "zst"])
@pytest.mark.parametrize("garbage", [b"garbage", b"<", b'{"id": "b", "text": "plain"}\n'])
def test_garbage_after_a_stream_is_corrupt(tmp_path: Path, kind: str, garbage: bytes) -> None:
    path = tmp_path / f"s.jsonl.{kind}"
    path.write_bytes(compress(kind, GOOD + b"\n") + garbage)
    documents, rejects = read(path)
    assert [d["doc_id"] for d in documents] == ["a"]
    assert len(rejects) == 1
    assert rejects[0]["position"] == 1
    assert rejects[0]["reason"].startswith("corrupt: ")


def test_zeros_after_a_gzip_member_are_padding(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl.gz"
    path.write_bytes(gzip.compress(GOOD + b"\n") + b"\0" * 300_000 + gzip.compress(ALSO_GOOD) + b"\0" * 9)
    documents, rejects = read(path)
    assert [d["doc_id"] for d in documents] == ["a", "z"]
    assert rejects == []


@pytest.mark.parametrize("kind", ["gz", "zst"])
def test_something_else_under_a_compressed_name_is_corrupt(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"s.jsonl.{kind}"
    path.write_bytes(GOOD)
    documents, rejects = read(path)
    assert documents == []
    assert rejects[0]["reason"].startswith("corrupt: ")


def test_damage_inside_a_gzip_keeps_all_that_was_unfolded_before_it(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(i), "text": f"Text {i}."}).encode() + b"\n" for i in range(2_000)]
    engine = zlib.compressobj(wbits=31)
    head = engine.compress(b"".join(lines[:1_000])) + engine.flush(zlib.Z_FULL_FLUSH)
    path = tmp_path / "s.jsonl.gz"
    path.write_bytes(head + b"\xff" * 200)
    documents, rejects = read(path)
    assert [d["position"] for d in documents] == list(range(1_000))
    assert [(r["position"], r["reason"].split(":")[0]) for r in rejects] == [(1_000, "corrupt")]


def test_a_wrong_checksum_is_corrupt(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(GOOD + b"\n"))
    data[-6] ^= 1
    path = tmp_path / "s.jsonl.gz"
    path.write_bytes(data)
    documents, rejects = read(path)
    assert len(documents) == 1
    assert rejects[0]["reason"].startswith("corrupt: ")


@pytest.mark.parametrize("kind", ["gz", "zst"])
def test_several_members_or_frames_read_through(tmp_path: Path, kind: str) -> None:
    # The second member begins in the middle of a record.
    path = tmp_path / f"s.jsonl.{kind}"
    path.write_bytes(compress(kind, GOOD + b"\n" + ALSO_GOOD[:9]) + compress(kind, b"") + compress(kind, ALSO_GOOD[9:]))
    documents, rejects = read(path)
    assert [d["doc_id"] for d in documents] == ["a", "z"]
    assert rejects == []


def test_zstd_with_a_long_window_and_skippable_frames_is_read(tmp_path: Path) -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=28, enable_ldm=True)
    buffer = io.BytesIO()
    with zstandard.ZstdCompressor(compression_params=parameters).stream_writer(buffer, closefd=False) as writer:
        writer.write(GOOD + b"\n")
    skippable = b"\x50\x2a\x4d\x18" + (5).to_bytes(4, "little") + b"notes"
    path = tmp_path / "s.jsonl.zst"
    path.write_bytes(buffer.getvalue() + skippable + zstandard.compress(ALSO_GOOD))
    documents, rejects = read(path)
    assert [d["doc_id"] for d in documents] == ["a", "z"]
    assert rejects == []


def test_byte_order_mark_crlf_blank_lines_and_a_missing_last_newline_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD + b"\r\n\r\n  \n\n" + ALSO_GOOD)
    documents, rejects = read(path)
    assert [(d["doc_id"], d["position"]) for d in documents] == [("a", 0), ("z", 1)]
    assert rejects == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (b'{"text": "a\\ud800b"}', "a\ufffdb"),
        (b'{"text": "a\\udc00\\ud800"}', "a\ufffd\ufffd"),
        (b'{"text": "\\ud83d\\ude00 \\uDBFF"}', "\U0001f600 \ufffd"),
        (b'{"text": "\\\\ud800 \\ud800"}', "\\ud800 \ufffd"),
        (b'{"text": "a\\u0000b\\u001b"}', "a\x00b\x1b"),
        (b'{"text": "NaN \\"NaN", "score": NaN, "more": [-Infinity, Infinity]}', 'NaN "NaN'),
        (b'{"text": "first", "text": "last"}', "last"),
        ('{"text": "\u2028 \x85 \x7f"}'.encode(), "\u2028 \x85 \x7f"),
    ],
)
def test_odd_but_readable_json_is_a_document(tmp_path: Path, line: bytes, text: str) -> None:
    documents, rejects = read_lines(tmp_path, line)
    assert [d["text"] for d in documents] == [text]
    assert rejects == []


def test_equal_ids_are_passed_through(tmp_path: Path) -> None:
    documents, rejects = read_lines(tmp_path, GOOD, GOOD)
    assert [(d["doc_id"], d["position"]) for d in documents] == [("a", 0), ("a", 1)]
    assert rejects == []
