"""Which fields make a document: layouts, dotted paths, ids, titles, domains, and the error for unknown ones."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import schemas
from pipeline.corpus import CorpusConfig, check_fields, find_shards, read_shard
from pipeline.exceptions import InputError, UnknownColumnError

RECORDS: dict[str, dict[str, Any]] = {
    "dolma": {"id": "d1", "text": "T", "source": "wiki", "metadata": {"title": "A", "url": "http://x.de/a"}},
    "fineweb": {"id": "<urn:1>", "text": "T", "url": "https://www.news.co.uk/a", "dump": "CC"},
    "pile": {"text": "T", "meta": {"pile_set_name": "Books3"}},
    "c4": {"text": "T", "url": "http://a.example.com/", "timestamp": "2019"},
}


def read(path: Path, records: list[Any], **config: Any) -> list[dict[str, Any]]:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    (shard,) = find_shards([path])
    settings = CorpusConfig(**config)
    check_fields([shard], settings)
    return [row for batch in read_shard(shard, settings) for row in batch.documents.to_pylist()]


def summary(row: dict[str, Any]) -> tuple[str, str, str | None]:
    return row["doc_id"], row["domain"], row["title"]


@pytest.mark.parametrize("explicit", [True, False])
@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ("dolma", ("d1", "wiki", "A")),
        ("fineweb", ("<urn:1>", "unknown", None)),
        ("pile", ("s.jsonl:0", "Books3", None)),
        ("c4", ("s.jsonl:0", "unknown", None)),
    ],
)
def test_each_known_layout_is_read_by_its_name_and_by_auto(
    tmp_path: Path, layout: str, expected: Any, explicit: bool
) -> None:
    rows = read(tmp_path / "s.jsonl", [RECORDS[layout]], layout=layout if explicit else "auto")
    assert [summary(row) for row in rows] == [expected]


@pytest.mark.parametrize(("layout", "domain"), [("dolma", "x.de"), ("fineweb", "news.co.uk"), ("c4", "example.com")])
def test_the_domain_can_be_that_of_the_url(tmp_path: Path, layout: str, domain: str) -> None:
    rows = read(tmp_path / "s.jsonl", [RECORDS[layout], {"text": "no url"}], layout=layout, domain="url")
    assert [row["domain"] for row in rows] == [domain, "unknown"]


def test_auto_decides_by_record_so_that_layouts_may_mix(tmp_path: Path) -> None:
    rows = read(tmp_path / "s.jsonl", list(RECORDS.values()))
    assert [row["domain"] for row in rows] == ["wiki", "unknown", "Books3", "unknown"]


def test_fields_can_be_named_by_dotted_paths_and_keys_with_dots_come_first(tmp_path: Path) -> None:
    records = [
        {"body": {"raw": "nested"}, "k": 1, "m": {"lang": {"code": "en"}}, "h": "Title"},
        {"body.raw": "flat", "body": {"raw": "nested"}, "k": 2, "m": "no object"},
    ]
    rows = read(
        tmp_path / "s.jsonl", records, text_field="body.raw", id_field="k", title_field="h", domain="m.lang.code"
    )
    assert [(row["text"], *summary(row)) for row in rows] == [
        ("nested", "1", "en", "Title"),
        ("flat", "2", "unknown", None),
    ]


@pytest.mark.parametrize(
    ("value", "domain"),
    [
        ("  News ", "News"),
        (7, "7"),
        (2.5, "2.5"),
        (True, "true"),
        (None, "unknown"),
        ("", "unknown"),
        (" ", "unknown"),
        (["a"], "unknown"),
        ({"a": 1}, "unknown"),
        ("*", "unknown"),
    ],
)
def test_a_domain_is_a_word_and_never_the_sign_for_all_domains(tmp_path: Path, value: Any, domain: str) -> None:
    rows = read(tmp_path / "s.jsonl", [{"text": "T", "kind": value}], domain="kind")
    assert [row["domain"] for row in rows] == [domain]


@pytest.mark.parametrize(
    ("given", "doc_id"),
    [("x", "x"), (12, "12"), (-3, "-3"), (2**63, str(2**63)), (None, "s.jsonl:0"), ("", "s.jsonl:0")],
)
def test_an_id_is_the_records_own_or_made_of_shard_and_position(tmp_path: Path, given: Any, doc_id: str) -> None:
    rows = read(tmp_path / "s.jsonl", [{"text": "T", "id": given}])
    assert [row["doc_id"] for row in rows] == [doc_id]


@pytest.mark.parametrize("title", [None, "", 5, ["x"]])
def test_a_title_that_is_no_text_is_none(tmp_path: Path, title: Any) -> None:
    assert read(tmp_path / "s.jsonl", [{"text": "T", "title": title}])[0]["title"] is None


def test_batches_have_the_schemas_of_the_tables_even_when_empty(tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_bytes(b'{"text": "T"}\n')
    (batch,) = read_shard(find_shards([tmp_path])[0], CorpusConfig())
    assert batch.documents.schema.equals(schemas.DOCUMENT_BATCH.arrow_schema, check_metadata=True)
    assert batch.rejects.schema.equals(schemas.REJECTS.arrow_schema, check_metadata=True)
    assert (batch.documents.num_rows, batch.rejects.num_rows) == (1, 0)


@pytest.mark.parametrize(
    ("config", "named"),
    [
        ({"text_field": "txt"}, "'txt'"),
        ({"id_field": "uid"}, "'uid'"),
        ({"title_field": "headline"}, "'headline'"),
        ({"domain": "meta.pile_set"}, "'meta.pile_set'"),
        ({"domain_field": "origin"}, "'origin'"),
        ({"domain": "url"}, "'url'"),
    ],
)
def test_a_field_that_no_record_has_is_an_error_that_names_those_there(
    tmp_path: Path, config: dict[str, str], named: str
) -> None:
    with pytest.raises(UnknownColumnError) as caught:
        read(tmp_path / "s.jsonl", [RECORDS["pile"]], **config)
    message = str(caught.value)
    assert named in message
    assert "text, meta, meta.pile_set_name" in message
    assert type(pickle.loads(pickle.dumps(caught.value))) is UnknownColumnError  # noqa: S301 - our own bytes


def test_the_error_suggests_the_nearest_field(tmp_path: Path) -> None:
    with pytest.raises(UnknownColumnError, match=r"Did you mean 'text'\?"):
        read(tmp_path / "s.jsonl", [RECORDS["c4"]], text_field="txt")


def test_the_default_text_field_is_looked_for_too(tmp_path: Path) -> None:
    with pytest.raises(UnknownColumnError, match="Fields there: content"):
        read(tmp_path / "s.jsonl", [{"content": "T"}] * 3)


def test_fields_are_looked_for_in_the_corpus_and_not_in_each_shard(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('not json\n{"id": "no text"}\n', encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "T", "kind": null}\n', encoding="utf-8")
    shards = find_shards([tmp_path])
    check_fields(shards, CorpusConfig(domain="kind"))
    (batch,) = read_shard(shards[0], CorpusConfig())
    assert batch.rejects.column("reason").to_pylist()[1] == "missing_text"


def test_the_look_at_the_fields_knows_parquet_and_passes_over_damage(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"no parquet")
    pq.write_table(pa.table({"text": ["T"], "meta": [{"deep": {"kind": "k"}}]}), tmp_path / "b.parquet")
    shards = find_shards([tmp_path])
    check_fields(shards, CorpusConfig(domain="meta.deep.kind"))
    with pytest.raises(UnknownColumnError, match=r"meta\.deep\.kind"):
        check_fields(shards, CorpusConfig(domain="kind"))


def test_a_corpus_without_records_has_no_unknown_fields(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\n")
    check_fields(find_shards([tmp_path]), CorpusConfig(domain="kind"))


@pytest.mark.parametrize(
    "config", [{"layout": "redpajama"}, {"domain": ""}, {"text_field": ""}, {"max_document_characters": 0}]
)
def test_a_config_that_makes_no_sense_is_an_error(config: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        CorpusConfig(**config)


def test_a_config_is_plain_values_and_survives_pickling() -> None:
    config = CorpusConfig(layout="c4", domain="url")
    assert pickle.loads(pickle.dumps(config)) == config  # noqa: S301 - our own bytes
    assert CorpusConfig(**json.loads(json.dumps(config.as_dict()))) == config
