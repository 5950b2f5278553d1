from pathlib import Path

import pytest

from pipeline.simulation import WorldSpec
from pipeline.simulation.grammar import REGISTERS
from pipeline.simulation.validation import Cell, Validation, cells_through_text, outcomes, standard_worlds, text_world
from pipeline.simulation.validation.page import render


def a_cell(**changes: object) -> Cell:
    values = {
        "mode": "standard", "domain": "news", "attribute": "spouse", "n_true": 2_100, "n_found": 2_000,
        "rate_true": 0.30, "rate_found": 0.32, "precision": 0.99, "recall": 0.95,
        "ideal_error": 0.29, "floor_true": 0.29,
        "floor_found": 0.30, "corrected_low": 0.2, "corrected_high": 0.31,
    }  # fmt: skip
    return Cell(**(values | changes))  # type: ignore[arg-type]  # values of mixed types


def test_the_summary_takes_the_worst_large_cell_of_each_mode() -> None:
    cells = [
        a_cell(),
        a_cell(rate_found=0.25),
        a_cell(n_true=100, rate_found=0.9),
        a_cell(mode="hard", rate_found=None, corrected_low=None),
    ]
    summary = Validation([], cells).summary()
    assert summary["max_rate_error_through_text"] == pytest.approx(0.05)
    assert summary["max_rate_error_by_mode"]["hard"] == 1.0
    assert summary["corrected_band_held"] == 1.0
    assert summary["worlds"] == 0
    assert {"worlds", "guaranteed_floor_held", "mean_gap", "max_rate_error_through_text"} <= set(summary)


def test_the_world_with_aliases_is_held_to_its_own_limit() -> None:
    summary = Validation([], [a_cell()], [a_cell(rate_found=0.31), a_cell(rate_found=0.26)]).summary()
    assert summary["max_rate_error_with_aliases"] == pytest.approx(0.04)
    assert summary["max_rate_error_through_text"] == pytest.approx(0.02)


def test_a_band_that_misses_the_true_floor_is_not_held() -> None:
    summary = Validation([], [a_cell(), a_cell(floor_true=0.4)]).summary()
    assert summary["corrected_band_held"] == 0.5


def test_a_gap_and_a_broken_floor_are_seen() -> None:
    world = outcomes(list(standard_worlds(quick=True))[:1])[0]
    broken = type(world)(
        world.spec,
        world.missing_mass,
        world.report | {"floor_guaranteed": 0.99},
        world.errors,
        world.calibration_errors,
    )
    summary = Validation([world, broken], []).summary()
    assert summary["guaranteed_floor_held"] == 0.5
    assert summary["mean_gap"] == pytest.approx(world.errors["ideal"] - world.report["floor"])


def test_the_page_holds_its_pictures_and_needs_no_network() -> None:
    worlds = outcomes(list(standard_worlds(quick=True))[:1])
    page = render(Validation(worlds, [a_cell()]).summary(), worlds, [a_cell(attribute="<b>")])
    assert page.count("<svg") == 3
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "&lt;b&gt;" in page


def test_a_text_world_has_every_register_and_keeps_chief_executives_from_employers() -> None:
    spec = text_world("hard", ["employer", "ceo", "author"], each=100, seed=1)
    assert [d.register_ for d in spec.domains] == list(REGISTERS)
    assert all(not {"employer", "ceo"} <= set(d.attributes) for d in spec.domains)
    assert all(d.statements == 200 and d.mode == "hard" for d in spec.domains)


def test_entities_of_several_names_and_spellings_merge_to_nearly_the_true_rate(tmp_path: Path) -> None:
    domain = {
        "name": "a", "statements": 2_000, "entities": 600, "attributes": {"occupation": 1, "founded_date": 1},
        "alias_rate": 0.10, "misspelling_rate": 0.01,
    }  # fmt: skip
    cells = cells_through_text(WorldSpec.from_data({"domains": [domain], "shared_entities": 10}), tmp_path)
    assert len(cells) == 2
    assert all(cell.rate_error <= 0.03 for cell in cells), cells


def test_the_rate_found_in_text_is_near_the_true_one(tmp_path: Path) -> None:
    # With recall r, and misses independent of each other, the rate moves by at most about 1 − r; these two
    # attributes are found in well over 85 % of their statements. The rest is chance at n = 400.
    domain = {
        "name": "a", "statements": 800, "entities": 150, "attributes": {"date_of_birth": 1, "spouse": 1},
        "law": {"kind": "zipf", "exponent": 0.8},
    }  # fmt: skip
    cells = cells_through_text(WorldSpec.from_data({"domains": [domain], "shared_entities": 10}), tmp_path)
    assert {c.attribute for c in cells} == {"date_of_birth", "spouse"}
    for cell in cells:
        assert cell.n_found >= 0.85 * cell.n_true
        assert cell.rate_error <= 0.15
        assert (cell.precision or 0) >= 0.95
