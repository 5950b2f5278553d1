from pathlib import Path

import duckdb
import pytest

from pipeline.evaluation.is_it_valid import DONT_KNOW, ValiditySet, assess, validity_set
from pipeline.exceptions import InputError
from pipeline.simulation import SimulationResult, WorldSpec, simulate
from schemas.catalogue import load_catalogue


@pytest.fixture
def world(tmp_path: Path) -> SimulationResult:
    attributes = {"date_of_birth": 1.0, "place_of_birth": 2.0, "capital": 1.0}
    domain = {"name": "a", "statements": 800, "entities": 100, "attributes": attributes, "abstention_rate": 0.1}
    return simulate(WorldSpec.from_data({"domains": [domain]}), tmp_path)


def drawn(world: SimulationResult, **options: int) -> ValiditySet:
    return validity_set(world.truth / "facts/*.parquet", load_catalogue(), **options)


def test_the_set_is_balanced_and_the_same_every_time(world: SimulationResult) -> None:
    chosen = drawn(world, size=400)
    assert chosen == drawn(world, size=400)
    assert chosen != drawn(world, size=400, seed=1)
    assert len(chosen.items) == 400
    assert sum(i.valid for i in chosen.items) == 200


def test_valid_items_are_stated_and_wrong_ones_are_not(world: SimulationResult) -> None:
    stated = set(
        duckdb.sql(
            f"SELECT entity, attribute, value FROM '{world.truth}/facts/*.parquet' WHERE value IS NOT NULL"
        ).fetchall()
    )
    values = {(a, v) for _, a, v in stated}
    for item in drawn(world, size=600).items:
        assert item.entity in item.question
        if item.answer == DONT_KNOW:
            assert item.valid
        else:
            assert ((item.entity, item.attribute, item.answer) in stated) == item.valid
            assert (item.attribute, item.answer) in values


def test_a_model_that_knows_all_has_no_error_in_either_form(world: SimulationResult) -> None:
    chosen = drawn(world)
    terms = assess(chosen, [1.0 if i.valid else 0.0 for i in chosen.items], [1.0] * 50, [False] * 50)
    assert terms.is_it_valid_error == terms.error == terms.calibration_error == 0
    assert terms.holds()


def test_a_model_that_cannot_tell_must_err(world: SimulationResult) -> None:
    chosen = drawn(world)
    blind = 2 * chosen.threshold
    terms = assess(chosen, [blind] * len(chosen.items), [blind] * 1000, [True] * 990 + [False] * 10)
    assert terms.is_it_valid_error == 0.5
    assert terms.bound == pytest.approx(1 - chosen.most_valid / chosen.fewest_wrong)
    assert terms.holds()
    assert "holds" in str(terms)


def test_an_impossible_pair_of_errors_is_said_to_fail(world: SimulationResult) -> None:
    chosen = drawn(world)
    blind = [2 * chosen.threshold] * len(chosen.items)
    assert not assess(chosen, blind, [1.0] * 1000, [False] * 1000).holds()


def test_scores_that_do_not_fit_are_refused(world: SimulationResult) -> None:
    chosen = drawn(world)
    with pytest.raises(InputError, match="scores for"):
        assess(chosen, [0.5], [0.5], [True])
    with pytest.raises(InputError, match="no probability"):
        assess(chosen, [-1.5] * len(chosen.items), [0.5], [True])


def test_facts_without_a_second_value_are_refused(tmp_path: Path) -> None:
    domain = {"name": "a", "statements": 1, "entities": 1, "attributes": {"capital": 1.0}}
    world = simulate(WorldSpec.from_data({"domains": [domain]}), tmp_path)
    with pytest.raises(InputError, match="two values"):
        drawn(world)
