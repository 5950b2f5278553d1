"""Equal tables on simulated worlds, on hostile input and on random small corpora."""

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pipeline.corpus import CorpusConfig
from pipeline.duplicates import DuplicatesConfig
from pipeline.exceptions import InputError
from tests.spark.corpora import write_hostile, write_world
from tests.spark.tables import assert_same_tables, rows_of

pytestmark = pytest.mark.spark

Run = Callable[..., Any]

PEOPLE = ("Ada Lovelace", "Alan Turing", "Marie Curie", "Émile Zola", "Grace Hopper")
TOWNS = ("London", "Paris", "Warsaw", "New York")
SENTENCES = (
    "{p} was born in {t}.",
    "{p} was born on {n} May 18{n}.",
    "{p} was born on {n} May 18{n} in {t}. {p} died in {t} in 19{n}.",
    "{p}'s date of birth is not known.",
    "{p} married {q} in 18{n}.",
    "Nothing is said here, in {t} or elsewhere.",
)
DOCUMENTS = st.fixed_dictionaries(
    {
        "text": st.lists(
            st.builds(
                lambda s, p, q, t, n: s.format(p=p, q=q, t=t, n=n),
                st.sampled_from(SENTENCES),
                st.sampled_from(PEOPLE),
                st.sampled_from(PEOPLE),
                st.sampled_from(TOWNS),
                st.integers(10, 28),
            ),
            min_size=1,
            max_size=4,
        ).map(" ".join),
        "source": st.sampled_from(["wiki", "news", "Ω", ""]),
        # Few ids: some documents share theirs.
        "id": st.one_of(st.none(), st.integers(0, 30).map(str)),
    }
)
CORPORA = st.lists(st.lists(DOCUMENTS, max_size=12), min_size=1, max_size=4)
SURE = {"id": "sure", "source": "wiki", "text": "Marie Curie was born on 7 November 1867 in Warsaw."}


def test_a_simulated_world_with_near_copies_gives_equal_tables(tmp_path: Path, duckdb_run: Run, spark_run: Run) -> None:
    world = write_world(tmp_path / "world")
    shutil.copyfile(world / "forum-00000.parquet", world / "copy.parquet")
    near = DuplicatesConfig("near")
    duckdb_run(world, tmp_path / "duckdb", duplicates=near, max_reject_fraction=1.0)
    spark_run(world, tmp_path / "spark", duplicates=near, max_reject_fraction=1.0, piece_bytes=1)
    assert_same_tables(tmp_path / "duckdb", tmp_path / "spark")


def test_hostile_input_gives_equal_tables_in_folders_of_odd_names(
    tmp_path: Path, duckdb_run: Run, spark_run: Run
) -> None:
    corpus = write_hostile(tmp_path / "corpus *{[%20")
    asked = {"reading": CorpusConfig(max_document_characters=4_000), "max_reject_fraction": 1.0}
    duckdb_run(corpus, tmp_path / "duckdb", **asked)
    spark = tmp_path / "run [a] {b} *?é%20"
    spark_run(corpus, spark, wave_shards=2, piece_bytes=100, **asked)
    assert_same_tables(tmp_path / "duckdb", spark)
    reasons = {reason.partition(":")[0] for reason in rows_of(spark, "rejects").column("reason").to_pylist()}
    assert {"duplicate_id", "missing_text", "text_not_a_string", "document_too_large", "truncated"} <= reasons


@settings(
    max_examples=3,
    deadline=None,
    derandomize=True,  # every run of the tests takes the same minute
    phases=(Phase.explicit, Phase.generate),  # each example analyzes twice: no hundred steps of shrinking
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(corpus=CORPORA)
def test_any_small_corpus_gives_equal_tables(
    tmp_path: Path, duckdb_run: Run, spark_run: Run, corpus: list[list[dict[str, Any]]]
) -> None:
    folder = next(f for n in itertools.count() if not (f := tmp_path / f"{n}").exists())
    (folder / "corpus").mkdir(parents=True)
    for number, records in enumerate([[SURE], *corpus]):
        if number % 2 and records:
            pq.write_table(pa.Table.from_pylist(records), folder / "corpus" / f"{number}.parquet", row_group_size=3)
        else:
            lines = "\n".join(json.dumps(r) for r in records)
            (folder / "corpus" / f"{number}.jsonl").write_text(lines, encoding="utf-8")
    duckdb_run(folder / "corpus", folder / "duckdb", max_reject_fraction=1.0)
    spark_run(folder / "corpus", folder / "spark", wave_shards=2, piece_bytes=1, max_reject_fraction=1.0)
    assert_same_tables(folder / "duckdb", folder / "spark")


def test_a_shard_that_vanishes_fails_the_run_with_its_name_and_keeps_the_others(
    tmp_path: Path, spark_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = write_world(tmp_path / "world")
    (corpus / "gone.jsonl").write_text(json.dumps(SURE))
    from pipeline.engines.spark import waves  # noqa: PLC0415 - patched here
    from pipeline.engines.spark.pieces import pieces_of  # noqa: PLC0415 - the real one

    def pieces_once_it_is_gone(*args: Any) -> Any:
        (corpus / "gone.jsonl").unlink(missing_ok=True)
        return pieces_of(*args)

    monkeypatch.setattr(waves, "pieces_of", pieces_once_it_is_gone)
    with pytest.raises(InputError, match=r"gone\.jsonl"):
        spark_run(corpus, tmp_path / "run")
    staged = sorted(p.parent.name for p in (tmp_path / "run" / "_staging").glob("*/done.json"))
    assert [name.partition("-")[0] for name in staged] == ["encyclopedia", "forum"]
