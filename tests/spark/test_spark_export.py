"""A table of a catalogue becomes shards, with every document once and its id."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.corpus import CorpusConfig, find_shards, read_shard
from pipeline.engines.spark.export import export_table
from pipeline.exceptions import InputError, UnknownColumnError

pytestmark = pytest.mark.spark


def test_a_table_becomes_shards_with_every_document_once(spark_engine: Any, tmp_path: Path) -> None:
    spark = spark_engine.spark
    texts = spark.range(0, 100, 1, 3).selectExpr("CONCAT('d', id) AS key", "CONCAT('Text ', id) AS text")
    texts.createOrReplaceTempView("texts_to_export")
    folder = export_table(spark, "texts_to_export", str(tmp_path / "corpus"), "key", 4)
    batches = [b for s in find_shards([folder]) for b in read_shard(s, CorpusConfig(id_field="key"))]
    read = [(row["doc_id"], row["text"]) for b in batches for row in b.documents.to_pylist()]
    assert sorted(read) == sorted((f"d{i}", f"Text {i}") for i in range(100))
    with pytest.raises(InputError, match="exist"):
        export_table(spark, "texts_to_export", str(tmp_path / "corpus"), "key", 4)
    with pytest.raises(UnknownColumnError, match="it has: key, text"):
        export_table(spark, "texts_to_export", str(tmp_path / "other"), "id", 4)
    with pytest.raises(InputError, match="no_such_table"):
        export_table(spark, "no_such_table", str(tmp_path / "other"), "id", 4)
