"""From counts to the rows of the report."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from pipeline.estimators.missing_mass import esty_wilson
from pipeline.estimators.noise import NoiseModel, Share
from pipeline.estimators.report_answers import AttributePrior
from pipeline.estimators.report_rows import domain_report
from pipeline.exceptions import InputError
from schemas import DOMAIN_REPORT, REPORT_COUNTS

DATES = {"born": AttributePrior(36_525, uniform=True)}


def row(domain: str = "web", attribute: str = "born", **counts: Any) -> dict[str, Any]:
    """One row of counts: 2,000 observations, 600 singletons, unless told otherwise."""
    values: dict[str, Any] = {"n": 2000, "abstentions": 0, "prompts": 1200, "singletons": 600, "doubletons": 150}
    values |= {"distinct_values": 900, "top_value_prompts": 3, "conflicting_prompts": 0} | counts
    values.setdefault("prompts_exclusive", values["prompts"])
    values.setdefault("singletons_within", values["singletons"])
    values.setdefault("doubletons_within", values["doubletons"])
    values.setdefault("fact_observations", values["n"])
    values.setdefault("monofacts", values["singletons"])
    sums = {f"cluster_{name}": values.get(f"cluster_{name}") for name in ("zz", "zn", "nn", "pairs")}
    return {"unit": "mention", "domain": domain, "attribute": attribute} | values | sums


def report(*rows: dict[str, Any], **options: Any) -> list[dict[str, Any]]:
    counts = pa.Table.from_pylist(list(rows), schema=REPORT_COUNTS.arrow_schema)
    result: list[dict[str, Any]] = domain_report(counts, options.pop("attributes", DATES), **options).to_pylist()
    return result


def test_the_report_has_the_contract_s_columns_types_and_order() -> None:
    counts = pa.Table.from_pylist([row("b"), row("a", "x"), row("a")], schema=REPORT_COUNTS.arrow_schema)
    table = domain_report(counts, DATES)
    assert table.schema.equals(DOMAIN_REPORT.arrow_schema, check_metadata=True)
    assert list(zip(table["domain"].to_pylist(), table["attribute"].to_pylist(), strict=True)) == [
        ("a", "born"),
        ("a", "x"),
        ("b", "born"),
    ]


def test_the_order_of_the_counts_changes_no_digit() -> None:
    rows = [
        row(domain, attribute, singletons=100 + 37 * i, top_value_prompts=11 * i, distinct_values=30 + i)
        for i, (domain, attribute) in enumerate((d, a) for d in "abc" for a in ("*", "born", "x", "y", "z"))
    ]
    shuffled = np.random.default_rng(0).permutation(len(rows)).tolist()
    errors = np.linspace(0, 0.1, len(rows))
    straight = report(*rows, sampling_rse=errors)
    assert report(*(rows[i] for i in shuffled), sampling_rse=errors[shuffled]) == straight


def test_no_rows_give_an_empty_report() -> None:
    assert domain_report(REPORT_COUNTS.empty(), DATES).num_rows == 0


def test_a_rate_is_over_all_observations_not_over_prompts() -> None:
    (line,) = report(row())
    assert line["singleton_rate"] == pytest.approx(600 / 2000)
    assert line["unique_value_ratio"] == pytest.approx(600 / 1200)


@pytest.mark.parametrize("few", [{"n": 49, "singletons": 20}, {"singletons": 3, "doubletons": 1}])
def test_too_little_data_gives_an_interval_but_no_rate_and_no_floor(few: dict[str, Any]) -> None:
    (line,) = report(row(**few))
    assert line["singleton_rate"] is None
    assert {line[name] for name in ("floor", "floor_guaranteed", "floor_theorem2", "ceiling")} == {None}
    assert line["vacuous"]
    assert 0 <= line["singleton_rate_low"] < line["singleton_rate_high"] <= 1


def test_a_domain_s_interval_rests_on_what_no_other_domain_says() -> None:
    (line,) = report(row(singletons_within=1000, doubletons_within=50))
    expected = esty_wilson(600, 150, 2000)
    assert (line["singleton_rate_low"], line["singleton_rate_high"]) == pytest.approx((expected.low, expected.high))
    assert line["singleton_rate_within"] == pytest.approx(0.5)


def test_conditional_rows_cover_the_domain_s_missing_mass_and_rows_on_their_own_do_not() -> None:
    rng, n, runs = np.random.default_rng(3), 1500, 400
    p = 1.0 / np.arange(1, 2001)
    p /= p.sum()
    here, there = rng.multinomial(n, p, size=runs), rng.multinomial(2 * n, p[::-1], size=runs)
    missing = ((here == 0) & (there == 0)) @ p
    once, twice = ((here == 1) & (there == 0)).sum(1), ((here == 2) & (there == 0)).sum(1)
    both = twice + ((here == 1) & (there == 1)).sum(1)
    rows = [
        row(f"{run:03}", singletons=int(a), doubletons=int(b), n=n, singletons_within=int(w))
        for run, (a, b, w) in enumerate(zip(once, twice, (here == 1).sum(1), strict=True))
    ]
    lines = report(*rows)
    low, high = (np.array([line[f"singleton_rate_{end}"] for line in lines]) for end in ("low", "high"))
    assert 0.92 <= np.mean((low <= missing) & (missing <= high)) <= 0.985
    alone = esty_wilson((here == 1).sum(1), (here == 2).sum(1), n)
    assert np.mean((np.asarray(alone.low) <= missing) & (missing <= np.asarray(alone.high))) < 0.05
    # Counting a prompt that both domains state once as a doubleton of each widens the interval for nothing.
    assert np.all(np.asarray(esty_wilson(once, both, n).high) > high)


def test_answers_that_can_be_guessed_lower_the_floors() -> None:
    skewed = row(attribute="nationality", top_value_prompts=600, distinct_values=40, n=50_000, singletons=30_000)
    (line,) = report(skewed)
    assert line["answer_space"] == 40
    assert line["guessability"] > 600 / 1200
    assert line["floor"] == pytest.approx(line["singleton_rate_low"] * (1 - line["guessability"]))
    # Always saying the commonest answer errs on half of the missing mass; 2/40 would put the floor above it.
    assert line["floor_guaranteed"] <= line["singleton_rate_low"] * 0.5
    assert line["vacuous"]


def test_uniform_answers_count_as_the_catalogue_says() -> None:
    (line,) = report(row())
    assert line["answer_space"] == 36_525
    assert line["guessability"] == pytest.approx(1 / 36_525)


def test_answers_that_are_plainly_not_uniform_do_not_count_as_uniform() -> None:
    (line,) = report(row(top_value_prompts=300))
    assert line["guessability"] > 300 / 1200


def test_a_better_guesser_than_the_commonest_answer_counts() -> None:
    plain, guessed = report(row())[0], report(row(), guessers={"born": 0.3})[0]
    assert guessed["guessability"] == pytest.approx(0.3)
    assert guessed["floor"] == pytest.approx(plain["singleton_rate_low"] * 0.7)


def stars() -> list[dict[str, Any]]:
    born = row(n=30_000, singletons=9_000, prompts=15_000)
    nation = row(
        attribute="nationality", n=10_000, singletons=3_000, prompts=5_000, distinct_values=30, top_value_prompts=2500
    )
    star = row(attribute="*", n=40_000, singletons=12_000, prompts=20_000, distinct_values=30, top_value_prompts=0)
    return [born, nation, star]


def test_a_row_of_all_attributes_takes_the_least_answer_space_and_the_mean_guessability() -> None:
    star, born, nation = report(*stars())
    assert star["answer_space"] == 30
    weighted = (9_000 * born["guessability"] + 3_000 * nation["guessability"]) / 12_000
    # The limits of several attributes are not the same as the mean's to the last digit: levels differ.
    assert star["guessability"] == pytest.approx(weighted, abs=1e-9)


def test_one_guessable_attribute_does_not_void_the_guaranteed_floor_of_all() -> None:
    star, born, nation = report(*stars())
    assert nation["floor_guaranteed"] == 0.0
    assert 0.0 < star["floor_guaranteed"] <= 0.75 * born["floor_guaranteed"]


def test_the_guaranteed_floor_of_all_attributes_stays_below_the_least_error_of_any_learner() -> None:
    rng, said_something = np.random.default_rng(21), 0
    guess = {"x": 0.01, "y": 0.05, "z": 0.6}
    for run in range(200):
        rows, error, total = [], 0.0, 0
        sizes = rng.multinomial(30_000, [0.5, 0.3, 0.2])
        for (name, q), n in zip(guess.items(), sizes.tolist(), strict=True):
            counts = np.bincount(rng.integers(0, n, n), minlength=n)
            prompts = int((counts > 0).sum())
            error += float((counts == 0).mean()) * (1 - q) * n / 30_000
            f1, f2, total = int((counts == 1).sum()), int((counts == 2).sum()), total + int((counts == 1).sum())
            top = int(rng.binomial(prompts, q))
            rows.append(row("d", name, n=n, prompts=prompts, singletons=f1, doubletons=f2, top_value_prompts=top))
        rows.append(row("d", "*", n=30_000, prompts=18_000, singletons=total, doubletons=5000))
        star = report(*rows, attributes={}, confidence=0.5 if run % 2 else 0.95)[0]
        assert star["attribute"] == "*"
        assert star["floor_guaranteed"] <= error
        said_something += star["floor_guaranteed"] > 0.05
    assert said_something == 200


def test_cluster_sums_widen_the_interval() -> None:
    sums: dict[str, Any] = {"cluster_zz": 3000.0, "cluster_zn": 3000.0, "cluster_nn": 10_000.0, "cluster_pairs": 750.0}
    (alone,), (clustered,) = report(row()), report(row(**sums))
    assert clustered["singleton_rate_low"] < alone["singleton_rate_low"]
    assert clustered["singleton_rate_high"] > alone["singleton_rate_high"]
    assert clustered["floor_guaranteed"] <= alone["floor_guaranteed"]


def test_joint_floors_are_lower_than_single_ones() -> None:
    rows = [row(f"d{i}", n=20_000, singletons=9_000, prompts=12_000) for i in range(20)]
    single, joint = report(*rows), report(*rows, simultaneous=True)
    for s, j in zip(single, joint, strict=True):
        assert j["floor_guaranteed"] < s["floor_guaranteed"]
        assert j["floor"] < s["floor"]
        assert (j["singleton_rate_low"], j["singleton_rate_high"]) == (
            s["singleton_rate_low"],
            s["singleton_rate_high"],
        )


def test_joint_corrected_bands_are_wider_than_single_ones() -> None:
    rows = [row(f"d{i}", n=20_000, singletons=9_000, prompts=12_000) for i in range(20)]
    noise = NoiseModel(recall=Share(0.8, 0.7, 0.9))
    single, joint = report(*rows, noise=noise), report(*rows, noise=noise, simultaneous=True)
    for s, j in zip(single, joint, strict=True):
        assert j["floor_corrected_low"] < s["floor_corrected_low"]
        assert j["floor_corrected_high"] > s["floor_corrected_high"]


def test_a_sketch_widens_the_interval_and_says_so() -> None:
    (exact,), (sketch,) = report(row()), report(row(), approximate=True, sampling_rse=0.05)
    assert sketch["approximate"]
    assert not exact["approximate"]
    assert (
        sketch["singleton_rate_high"] - sketch["singleton_rate_low"]
        > exact["singleton_rate_high"] - exact["singleton_rate_low"]
    )


def test_calibration_error_comes_off_every_floor() -> None:
    (without,), (with_it,) = report(row()), report(row(), calibration_error=0.1)
    assert with_it["floor"] == pytest.approx(without["floor"] - 0.1)
    assert with_it["calibration_error"] == 0.1


def test_corrected_floors_are_null_unless_noise_was_measured() -> None:
    model = NoiseModel(recall=Share(0.6, 0.55, 0.65))
    (without,), (with_it,) = report(row()), report(row(), noise={"born": model})
    assert without["floor_corrected_low"] is None
    assert with_it["floor_corrected_low"] < with_it["floor_corrected_high"] < without["singleton_rate_high"]


def test_an_attribute_without_measured_noise_leaves_the_row_of_all_attributes_null() -> None:
    star, born, nation = report(*stars(), noise={"born": NoiseModel()})
    assert star["floor_corrected_low"] is None
    assert nation["floor_corrected_low"] is None
    assert born["floor_corrected_low"] == pytest.approx(born["floor"])


def test_counts_without_a_column_are_refused_by_its_name() -> None:
    counts = pa.Table.from_pylist([row()], schema=REPORT_COUNTS.arrow_schema).drop_columns(["doubletons"])
    with pytest.raises(InputError, match="doubletons"):
        domain_report(counts, DATES)


def test_a_calibration_error_above_one_is_refused() -> None:
    with pytest.raises(InputError, match="calibration error"):
        report(row(), calibration_error=1.5)
