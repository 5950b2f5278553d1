import gzip
import json
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow.parquet as pq
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.exceptions import InputError
from pipeline.identity import prompt_id
from pipeline.simulation import SimulationResult, WorldSpec, simulate
from pipeline.simulation.attributes import ATTRIBUTES
from pipeline.simulation.names import entity_name, folded
from pipeline.simulation.randomness import mixed
from schemas import FACTS

ROOT = Path(__file__).parents[2]


def small_world(**changes: Any) -> WorldSpec:
    domain = {
        "name": "one",
        "register": "encyclopedia",
        "statements": 600,
        "entities": 80,
        "attributes": dict.fromkeys(ATTRIBUTES, 1.0),
    }
    return WorldSpec.from_data({"seed": 7, "domains": [domain | changes]})


def read(folder: Path) -> dict[str, dict[str, str]]:
    records = []
    for path in sorted(folder.iterdir()):
        if path.suffix == ".parquet":
            records += pq.read_table(path).to_pylist()
        elif ".jsonl" in path.name:
            data = path.read_bytes()
            if path.suffix == ".gz":
                data = gzip.decompress(data)
            elif path.suffix == ".zst":
                data = zstandard.ZstdDecompressor().stream_reader(data).read()
            records += [json.loads(line) for line in data.decode().splitlines()]
    return {r["id"]: {k: v for k, v in r.items() if v is not None} for r in records}


def facts_of(result: SimulationResult) -> list[dict[str, Any]]:
    return pq.read_table(result.truth / "facts").to_pylist()


def test_the_same_world_gives_the_same_bytes(tmp_path: Path) -> None:
    spec = small_world()
    first = simulate(spec, tmp_path / "a", formats=["jsonl"])
    second = simulate(spec, tmp_path / "b", formats=["jsonl"])
    assert first.shards[0].read_bytes() == second.shards[0].read_bytes()
    assert (first.truth / "world.json").read_bytes() == (second.truth / "world.json").read_bytes()


def test_a_world_never_changes_between_versions_of_the_libraries() -> None:
    # The hash and the names decide what every seed means.
    assert [int(w) for w in mixed([0, 1, 2], 5)] == [int(w) for w in mixed(np.array([0, 1, 2]), 5)]
    assert [entity_name("person", n).full for n in (0, 17)] == ["Karl Babansen", entity_name("person", 17).full]


def test_all_formats_hold_the_same_records(tmp_path: Path) -> None:
    spec = small_world()
    corpora = [
        read(simulate(spec, tmp_path / form, formats=[form], truth=tmp_path / f"t{form}").shards[0].parent)
        for form in ("jsonl", "jsonl.gz", "jsonl.zst", "parquet")
    ]
    assert all(c == corpora[0] for c in corpora)
    assert len(corpora[0]) > 20


def test_every_offset_points_at_a_sentence_that_holds_its_value(tmp_path: Path) -> None:
    result = simulate(small_world(mirror_rate=0.1, near_duplicate_rate=0.2, repeat_rate=0.2), tmp_path)
    texts = read(tmp_path)
    by_name = {"date_of_birth", "date_of_death"}
    for fact in facts_of(result):
        sentence = texts[fact["doc_id"]]["text"][fact["char_start"] : fact["char_end"]]
        assert sentence.rstrip()[-1] in ".!?"
        if not fact["abstained"] and fact["attribute"] not in by_name:
            assert fact["value"].removeprefix("the ") in sentence


def test_every_statement_names_its_entity_or_stands_in_a_document_about_it(tmp_path: Path) -> None:
    result = simulate(small_world(), tmp_path)
    texts = read(tmp_path)
    for fact in facts_of(result):
        record = texts[fact["doc_id"]]
        assert fact["entity"] in record["text"] or fact["entity"] == record.get("title")


def test_the_truth_has_the_columns_of_the_facts_table(tmp_path: Path) -> None:
    result = simulate(small_world(abstention_rate=0.1), tmp_path)
    table = pq.read_table(result.truth / "facts")
    assert table.schema.names == list(FACTS.column_names)
    for fact in table.to_pylist():
        assert fact["prompt_id"] == prompt_id(folded(fact["entity"]), fact["attribute"])
        assert fact["abstained"] == (fact["value"] is None) == (fact["fact_id"] is None)


def test_documents_that_state_a_prompt_are_as_many_as_its_draws(tmp_path: Path) -> None:
    result = simulate(small_world(repeat_rate=0.3, entities=5), tmp_path)
    facts = facts_of(result)
    documents = {(f["doc_id"], f["prompt_id"]) for f in facts}
    assert len(documents) == 600
    assert len(facts) > 700


def test_rates_are_those_that_another_query_counts(tmp_path: Path) -> None:
    spec = WorldSpec.from_data(
        {
            "seed": 3,
            "domains": [
                {"name": n, "statements": 500, "entities": 60, "shared": 0.5, "attributes": {"author": 1, "capital": 2}}
                for n in ("a", "b")
            ],
        }
    )
    result = simulate(spec, tmp_path)
    rates = {(r["unit"], r["domain"], r["attribute"]): r for r in result.rates}
    counts = duckdb.sql(
        f"""SELECT any_value(domain) AS domain, any_value(attribute) AS attribute, count(DISTINCT doc_id) AS n
        FROM '{result.truth}/facts/*.parquet' GROUP BY prompt_id"""
    ).fetchall()
    for domain in ("a", "b"):
        for attribute in ("author", "capital"):
            row = rates["document", domain, attribute]
            assert row["singletons"] == sum(c == (domain, attribute, 1) for c in counts)
            assert abs(row["missing_mass"] - row["singleton_rate"]) < 0.15
    whole = rates["document", "*", "*"]
    assert whole["n"] == 1000
    assert whole["singletons"] == sum(c[2] == 1 for c in counts)
    assert whole["doubletons"] == sum(c[2] == 2 for c in counts)


def test_two_domains_share_prompts_only_where_the_world_says_so(tmp_path: Path) -> None:
    def shared(share: float, folder: Path) -> int:
        domains = [
            {"name": n, "statements": 400, "entities": 50, "shared": share, "attributes": {"founder": 1}}
            for n in ("a", "b")
        ]
        facts = facts_of(simulate(WorldSpec.from_data({"domains": domains, "shared_entities": 50}), folder))
        in_a, in_b = ({f["prompt_id"] for f in facts if f["domain"] == d} for d in ("a", "b"))
        return len(in_a & in_b)

    assert shared(0.0, tmp_path / "none") == 0
    assert shared(0.5, tmp_path / "half") > 20


def test_conflicts_and_abstentions_come_at_their_rates(tmp_path: Path) -> None:
    facts = facts_of(
        simulate(small_world(statements=4000, entities=20, conflict_rate=0.1, abstention_rate=0.2), tmp_path)
    )
    assert sum(f["abstained"] for f in facts) / len(facts) == pytest.approx(0.2, abs=0.03)
    values: dict[int, list[str]] = {}
    for fact in facts:
        if not fact["abstained"]:
            values.setdefault(fact["prompt_id"], []).append(fact["value_key"])
    off = sum(len(v) - max(map(v.count, v)) for v in values.values())
    assert off / sum(map(len, values.values())) == pytest.approx(0.1, abs=0.03)


def test_copies_state_what_their_originals_state(tmp_path: Path) -> None:
    simulate(small_world(mirror_rate=0.5, near_duplicate_rate=0.5), tmp_path)
    texts = read(tmp_path)
    mirrors = [i for i in texts if i.endswith("-mirror")]
    near = [i for i in texts if i.endswith("-near")]
    assert mirrors
    assert near
    assert all(texts[i]["text"] == texts[i.removesuffix("-mirror")]["text"] for i in mirrors)
    assert all(texts[i]["text"].endswith(texts[i.removesuffix("-near")]["text"]) for i in near)


def test_aliases_and_misspellings_change_the_text_and_not_the_truth(tmp_path: Path) -> None:
    plain = facts_of(simulate(small_world(), tmp_path / "plain"))
    varied = facts_of(simulate(small_world(alias_rate=0.3, misspelling_rate=0.3), tmp_path / "varied"))
    assert {f["entity"] for f in plain} == {f["entity"] for f in varied}
    assert read(tmp_path / "plain") != read(tmp_path / "varied")


def test_hard_mode_is_longer_and_states_the_same(tmp_path: Path) -> None:
    plain = simulate(small_world(), tmp_path / "plain")
    hard = simulate(small_world(mode="hard"), tmp_path / "hard")
    assert {f["prompt_id"] for f in facts_of(plain)} == {f["prompt_id"] for f in facts_of(hard)}
    lengths = [sum(len(r["text"]) for r in read(tmp_path / m).values()) for m in ("plain", "hard")]
    assert lengths[1] > 1.5 * lengths[0]


def test_shards_are_as_long_as_the_world_says(tmp_path: Path) -> None:
    spec = small_world().model_copy(update={"documents_per_shard": 10})
    result = simulate(spec, tmp_path, formats=["jsonl"])
    assert len(result.shards) == -(-result.documents // 10)
    assert all(len(s.read_text().splitlines()) == 10 for s in result.shards[:-1])


@pytest.mark.parametrize("kind", ["person", "organization", "place", "town", "book", "film"])
def test_no_two_entities_of_a_kind_fold_to_one_name(kind: str) -> None:
    names = [folded(entity_name(kind, n).full) for n in range(40_000)]
    assert len(set(names)) == len(names)


def test_no_two_people_share_a_surname() -> None:
    surnames = [entity_name("person", n).short for n in range(40_000)]
    assert len(set(surnames)) == len(surnames)


@settings(max_examples=100)
@given(st.integers(0, 10**9))
def test_any_number_names_a_person(number: int) -> None:
    name = entity_name("person", number)
    assert name.full.endswith(" " + name.short)
    assert name.pronoun in {"he", "she"}


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({}, "domains"),
        ({"domains": [{"name": "a", "statements": 1, "attributes": {"shoe_size": 1}}]}, "shoe_size"),
        ({"domains": [{"name": "a", "statements": 0, "attributes": {"author": 1}}]}, "statements"),
        ({"domains": [{"name": "a b", "statements": 1, "attributes": {"author": 1}}]}, "name"),
        ({"domains": [{"name": "a", "statements": 1, "attributes": {"author": 1}}] * 2}, "same name"),
        (
            {"domains": [{"name": "a", "statements": 1, "attributes": {"author": 1}, "law": {"kind": "geometric"}}]},
            "ratio",
        ),
        (
            {"domains": [{"name": "a", "statements": 1, "attributes": {"author": 1}, "law": {"kind": "spectrum"}}]},
            "file",
        ),
    ],
)
def test_a_world_that_is_none_is_refused_with_its_fault(data: dict[str, Any], fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        WorldSpec.from_data(data)


def test_a_world_file_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"missing\.toml"):
        WorldSpec.from_file(tmp_path / "missing.toml")


def test_more_answers_than_an_attribute_can_have_are_refused(tmp_path: Path) -> None:
    spec = WorldSpec.from_data(
        {
            "domains": [{"name": "a", "statements": 10, "attributes": {"nationality": 1}}],
            "attributes": {"nationality": {"answers": 500}},
        }
    )
    with pytest.raises(InputError, match="nationality"):
        simulate(spec, tmp_path)


def test_a_folder_with_shards_and_unknown_formats_are_refused(tmp_path: Path) -> None:
    simulate(small_world(statements=20), tmp_path)
    with pytest.raises(InputError, match="already holds"):
        simulate(small_world(statements=20), tmp_path)
    with pytest.raises(InputError, match="csv"):
        simulate(small_world(statements=20), tmp_path / "other", formats=["csv"])


def test_the_sample_data_is_what_its_world_makes(tmp_path: Path) -> None:
    spec = WorldSpec.from_file(ROOT / "sample_data/_truth/world.toml")
    result = simulate(spec, tmp_path, formats=["jsonl.gz", "jsonl", "parquet", "jsonl.zst"])
    assert read(tmp_path) == read(ROOT / "sample_data")
    world = json.loads((ROOT / "sample_data/_truth/world.json").read_text())
    assert json.loads((result.truth / "world.json").read_text())["rates"] == world["rates"]
