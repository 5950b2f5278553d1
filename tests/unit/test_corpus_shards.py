"""Finding shards: what counts as one, and names that depend on nothing but the files."""

from __future__ import annotations

import itertools
import os
import pickle
from pathlib import Path
from typing import Any

import pyarrow.fs as pafs
import pytest
import xxhash

from pipeline.corpus import CorpusConfig, Shard, find_shards, read_shard, shard_digest
from pipeline.exceptions import InputError

LINE = b'{"text": "T"}\n'


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name in ("a/x.jsonl", "a/deep/y.jsonl.gz", "b/x.jsonl", "b/z.parquet", "b/Q.JSON.ZST"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(LINE)
    return tmp_path


def names(*paths: str | Path) -> list[str]:
    return [shard.name for shard in find_shards(paths)]


def test_a_folder_is_searched_at_all_depths(corpus: Path) -> None:
    shards = find_shards([corpus])
    assert [(s.name, s.format) for s in shards] == [
        ("a/deep/y.jsonl.gz", "jsonl.gz"),
        ("a/x.jsonl", "jsonl"),
        ("b/Q.JSON.ZST", "jsonl.zst"),
        ("b/x.jsonl", "jsonl"),
        ("b/z.parquet", "parquet"),
    ]
    assert {s.size for s in shards} == {len(LINE)}


@pytest.mark.parametrize(
    "name", ["README.md", ".x.jsonl", "_SUCCESS", "_truth/t.parquet", ".cache/x.jsonl", "info.json", "x.csv", "jsonl"]
)
def test_what_is_no_shard_is_passed_over_in_folders(corpus: Path, name: str) -> None:
    before = names(corpus)
    (corpus / name).parent.mkdir(exist_ok=True)
    (corpus / name).write_bytes(LINE)
    assert names(corpus) == before


def test_a_named_file_goes_by_its_base_name(corpus: Path) -> None:
    assert names(corpus / "a/deep/y.jsonl.gz") == ["y.jsonl.gz"]


def test_equal_names_get_folders_before_them_until_they_differ(corpus: Path) -> None:
    assert names(corpus / "a/x.jsonl", corpus / "b/x.jsonl") == ["a/x.jsonl", "b/x.jsonl"]
    assert names(corpus / "a", corpus / "b/x.jsonl") == ["a/x.jsonl", "b/x.jsonl", "deep/y.jsonl.gz"]


def test_names_and_order_do_not_depend_on_the_order_of_arguments(corpus: Path) -> None:
    arguments = [corpus / "a", corpus / "b/x.jsonl", f"{corpus}/*/x.jsonl", corpus]
    found = {tuple(find_shards(order)) for order in itertools.permutations(arguments)}
    assert len(found) == 1


def test_names_do_not_depend_on_the_working_directory(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = find_shards([corpus / "a"])
    monkeypatch.chdir(corpus / "a")
    assert find_shards(["."]) == find_shards(["../a"]) == expected
    monkeypatch.chdir(corpus)
    assert find_shards(["a/"]) == expected


def test_a_file_reached_twice_is_one_shard(corpus: Path) -> None:
    (corpus / "a/link.jsonl").symlink_to(corpus / "a/x.jsonl")
    shards = find_shards([corpus, corpus / "a/x.jsonl", f"{corpus}/a/*", f"file://{corpus}/a/x.jsonl"])
    assert len(shards) == 5


def test_a_link_without_a_telling_target_has_its_own_suffix(corpus: Path) -> None:
    (corpus / "blob").write_bytes(LINE)
    (corpus / "c").mkdir()
    (corpus / "c/l.jsonl").symlink_to(corpus / "blob")
    assert [(s.name, s.format) for s in find_shards([corpus / "c"])] == [("l.jsonl", "jsonl")]


def test_links_that_lead_back_up_end(corpus: Path) -> None:
    (corpus / "a/up").symlink_to(corpus)
    assert len(names(corpus)) == 5


def test_globs_find_shards_and_pass_over_the_rest(corpus: Path) -> None:
    (corpus / "a/README.md").touch()
    assert names(f"{corpus}/a/*") == ["x.jsonl", "y.jsonl.gz"]
    assert len(names(f"{corpus}/**/*.jsonl")) == 2
    assert len(names(f"{corpus}/[ab]")) == 5


def test_a_file_name_that_looks_like_a_glob_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "x[1].jsonl").write_bytes(LINE)
    assert names(tmp_path / "x[1].jsonl") == ["x[1].jsonl"]


def test_a_file_name_that_is_no_text_gets_a_printable_name(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.jsonl")).write_bytes(LINE)
    (shard,) = find_shards([tmp_path])
    (batch,) = read_shard(shard, CorpusConfig())
    assert batch.documents.column("doc_id").to_pylist() == [r"caf\xe9.jsonl:0"]


def test_a_plain_json_file_is_read_when_it_is_named(corpus: Path) -> None:
    (corpus / "records.json").write_bytes(LINE)
    assert [s.format for s in find_shards([corpus / "records.json"])] == ["jsonl"]


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("none.jsonl", "no such file"),
        ("none/*.jsonl", "no shards there"),
        ("empty", "known suffixes"),
        ("notes.txt", r"not a shard by its suffix; known suffixes: \.jsonl"),
    ],
)
def test_an_argument_without_shards_is_an_error(corpus: Path, argument: str, message: str) -> None:
    (corpus / "empty").mkdir()
    (corpus / "notes.txt").touch()
    with pytest.raises(InputError, match=message):
        find_shards([corpus / "a", corpus / argument])


def test_no_argument_is_an_error() -> None:
    with pytest.raises(InputError, match="no corpus given"):
        find_shards([])


def test_an_unknown_store_is_an_error() -> None:
    with pytest.raises(InputError, match="this store cannot be opened"):
        find_shards(["teleport://bucket/x.jsonl"])


def test_a_file_that_has_gone_is_an_error_and_no_reject(tmp_path: Path) -> None:
    gone = Shard(str(tmp_path / "x.jsonl"), "x.jsonl", 3, "jsonl")
    with pytest.raises(InputError, match="cannot be read"):
        list(read_shard(gone, CorpusConfig()))
    with pytest.raises(InputError, match="cannot be read"):
        shard_digest(gone)


def test_a_shard_survives_pickling(corpus: Path) -> None:
    (shard,) = find_shards([corpus / "a/x.jsonl"])
    assert pickle.loads(pickle.dumps(shard)) == shard  # noqa: S301 - our own bytes


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    content = os.urandom(3_000_001)
    (tmp_path / "x.jsonl").write_bytes(content)
    (shard,) = find_shards([tmp_path])
    assert shard_digest(shard) == xxhash.xxh3_128_hexdigest(content)


def test_remote_folders_globs_and_files_are_read_like_local_ones(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def bucket(uri: str) -> Any:
        return pafs.SubTreeFileSystem(str(corpus), pafs.LocalFileSystem()), uri.partition("?")[0].removeprefix(
            "s3://bucket"
        ).strip("/")

    monkeypatch.setattr("pipeline.corpus.storage.filesystem_of", bucket)
    monkeypatch.setattr("pipeline.corpus.remote.filesystem_of", bucket)
    (corpus / "b/_tmp").mkdir()
    (corpus / "b/_tmp/u.jsonl").write_bytes(LINE)
    shards = find_shards(["s3://bucket/b", "s3://bucket/a/*/y.*", "s3://bucket/a/x.jsonl?region=here"])
    assert [(s.name, s.path) for s in shards] == [
        ("Q.JSON.ZST", "s3://bucket/b/Q.JSON.ZST"),
        ("a/x.jsonl", "s3://bucket/a/x.jsonl?region=here"),
        ("b/x.jsonl", "s3://bucket/b/x.jsonl"),
        ("y.jsonl.gz", "s3://bucket/a/deep/y.jsonl.gz"),
        ("z.parquet", "s3://bucket/b/z.parquet"),
    ]
    assert [row["text"] for b in read_shard(shards[1], CorpusConfig()) for row in b.documents.to_pylist()] == ["T"]
    assert shard_digest(shards[1]) == xxhash.xxh3_128_hexdigest(LINE)
    with pytest.raises(InputError, match="no shards there"):
        find_shards(["s3://bucket/nothing*"])
