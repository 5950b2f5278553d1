"""Floors under the error rate: never above the truth, and far above what Theorem 2 gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.estimators.bounds import (
    is_it_valid_floor,
    kalai_vempala_floor,
    multiple_choice_floor,
    wrong_answer_penalty,
)
from pipeline.estimators.floors import (
    SPLIT,
    ceiling,
    expected_floor,
    guaranteed_floor,
    missing_mass_lower_limit,
    plug_in_floor,
    theorem2_floor,
    wrong_answers,
)
from pipeline.estimators.missing_mass import LOWER_TAIL
from pipeline.exceptions import InputError

MANY = 1e9


@pytest.mark.parametrize("rate", [0.1, 0.3, 0.6])
def test_the_guaranteed_floor_gives_away_at_most_a_fifth_of_what_theorem_2_gives_away(rate: float) -> None:
    n = 100_000
    printed = (35 + 6 * np.log(n)) / np.sqrt(n)
    assert rate - guaranteed_floor(rate * n, n, MANY, confidence=0.99).point <= printed / 5


@pytest.mark.parametrize(("n", "slack"), [(1e4, 0.9026), (1e5, 0.3291), (1e6, 0.1179), (1e7, 0.0416)])
def test_theorem_2_has_its_printed_constants(n: float, slack: float) -> None:
    assert theorem2_floor(0.95 * n, n, MANY, confidence=0.99).point == pytest.approx(0.95 - slack, abs=5e-5)


def test_theorem_2_uses_the_general_constants_above_ninety_nine_percent() -> None:
    n = 1e6
    floor = theorem2_floor(0.9 * n, n, 100, confidence=0.999, calibration_error=0.05).point
    assert floor == pytest.approx(0.9 - 0.02 - 6 * np.log(3 * n / 0.001) / np.sqrt(n) - 0.05)


def test_the_constant_of_the_lower_tail_is_the_one_that_its_derivation_gives() -> None:
    q = np.linspace(1e-6, 0.5, 200_001)
    assert pytest.approx(1 / (2 * np.max(q * (1 - q) * np.log(1 / q))), abs=1e-3) == LOWER_TAIL
    assert 1 / (2 * np.max(q * (1 - q) * np.log(1 / q))) >= LOWER_TAIL


def test_the_events_of_the_guaranteed_floor_share_no_more_than_the_whole_risk() -> None:
    assert sum(SPLIT) == pytest.approx(1.0)


def test_the_guaranteed_floor_is_never_above_the_ideal_learner_s_error_in_ten_thousand_training_sets() -> None:
    rng, n, runs = np.random.default_rng(2509), 2000, 10_000
    p = np.r_[np.full(20, 0.01), np.full(3000, 0.8 / 3000)]
    said_something = 0
    for _ in range(20):
        counts = rng.multinomial(n, p, size=runs // 20)
        f1, mass = (counts == 1).sum(1), (counts == 0) @ p
        for answers in (50, 1000):
            for confidence in (0.5, 0.95):
                floor = np.asarray(guaranteed_floor(f1, n, answers - 1, confidence=confidence).point)
                assert bool(np.all(floor <= mass * (1 - 1 / answers)))
                said_something += int((floor > 0).sum())
    assert said_something > 3 * runs


def test_the_guaranteed_floor_says_something_where_theorem_2_is_vacuous() -> None:
    assert guaranteed_floor(12_000, 20_000, 36_524, confidence=0.95).point > 0.5
    assert theorem2_floor(12_000, 20_000, 36_524, confidence=0.95).point == 0.0


def test_the_missing_mass_stays_above_its_lower_limit_even_at_a_low_confidence() -> None:
    rng, n = np.random.default_rng(5), 500
    p = np.full(600, 1 / 600)
    counts = rng.multinomial(n, p, size=5000)
    limit = missing_mass_lower_limit((counts == 1).sum(1), n, gamma_mass=0.25, gamma_rate=0.25)
    assert np.mean((counts == 0) @ p < limit) <= 0.5


def test_a_learner_that_always_says_the_commonest_answer_stays_above_the_skewed_floor() -> None:
    # The error of such a learner is the missing mass times 1 − q; with |E| = |R| − 1 the floor would be above.
    rng, n, q, answers = np.random.default_rng(11), 20_000, 0.6, 50
    p = np.full(20_000, 1 / 20_000)
    counts = rng.multinomial(n, p, size=20)
    f1, error = (counts == 1).sum(1), (counts == 0) @ p * (1 - q)
    honest = np.asarray(guaranteed_floor(f1, n, wrong_answers(q)).point)
    wrong = np.asarray(guaranteed_floor(f1, n, answers - 1).point)
    assert bool(np.all(honest <= error))
    assert bool(np.all(wrong > error))


def test_wrong_answers_of_uniform_answers_are_all_but_one() -> None:
    assert wrong_answers([1 / 20, 1 / 365, 1.0]).tolist() == pytest.approx([19, 364, 0])


@given(
    st.integers(1, 10**7),
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(0.5, 0.999),
    st.floats(0, 1),
    st.integers(1, 10**6),
)
def test_floors_fall_with_calibration_error_and_never_leave_the_unit_range(
    n: int, share: float, delta: float, confidence: float, more: float, wrong: int
) -> None:
    f1 = int(share * n)
    for floor in (theorem2_floor, guaranteed_floor):
        here = floor(f1, n, wrong, confidence=confidence, calibration_error=delta).point
        worse = floor(f1, n, wrong, confidence=confidence, calibration_error=min(delta + more, 1.0)).point
        assert 0.0 <= worse <= here <= share


@given(st.integers(50, 10**6), st.floats(0, 1), st.floats(0.5, 0.99))
def test_the_guaranteed_floor_is_never_below_theorem_2(n: int, share: float, confidence: float) -> None:
    f1 = int(share * n)
    ours = guaranteed_floor(f1, n, MANY, confidence=confidence).point
    assert ours >= theorem2_floor(f1, n, MANY, confidence=confidence).point


def test_the_floors_are_ordered_from_rigorous_to_expected() -> None:
    f1, f2, n = 30_000, 6_000, 100_000
    rigorous = guaranteed_floor(f1, n, MANY).point
    plug_in = plug_in_floor(f1, f2, n, MANY).point
    expected = expected_floor(0.3, 0.0).point
    assert rigorous < plug_in < expected < ceiling(f1, n, np.inf).point


def test_a_design_effect_lowers_the_guaranteed_floor() -> None:
    assert guaranteed_floor(6000, 10_000, MANY, design=4.0).point < guaranteed_floor(6000, 10_000, MANY).point


def test_the_expected_floor_is_the_ideal_learner_s_error_when_the_mass_is_known() -> None:
    assert expected_floor(0.4, 1 / 20).point == pytest.approx(0.4 * 19 / 20)


def test_the_ceiling_has_its_printed_constant() -> None:
    assert ceiling(3000, 1e6, 11, confidence=0.99).point == pytest.approx(0.003 * 10 / 11 + 13 / 1000)


def test_is_it_valid_errors_double_into_generation_errors() -> None:
    floor = is_it_valid_floor(0.3, valid_answers=2, wrong_answers=20, calibration_error=0.1)
    assert floor.point == pytest.approx(0.6 - 0.1 - 0.1)


def test_two_choices_and_a_coin_for_a_classifier_give_an_error_of_a_half() -> None:
    assert multiple_choice_floor(0.5, 2).point == pytest.approx(0.5)
    with pytest.raises(InputError, match="two or more"):
        multiple_choice_floor(0.5, 1)


def test_the_bound_of_kalai_and_vempala_has_its_constants() -> None:
    floor = kalai_vempala_floor(0.5, 1e6, sparsity=20, miscalibration=0.1, confidence=0.99)
    expected = 0.5 - 0.1 - 3 * np.exp(-20) / 0.01 - np.sqrt(6 * np.log(600) / 1e6)
    assert floor.point == pytest.approx(expected)


@pytest.mark.parametrize(("target", "points"), [(0.0, 0.0), (0.5, 1.0), (2 / 3, 2.0), (0.75, 3.0), (0.9, 9.0)])
def test_a_wrong_answer_costs_what_makes_answering_pay_above_the_target(target: float, points: float) -> None:
    penalty = wrong_answer_penalty(target)
    assert penalty == pytest.approx(points)
    assert target * 1 - (1 - target) * penalty == pytest.approx(0.0)


def test_a_confidence_target_of_one_is_refused() -> None:
    with pytest.raises(InputError, match="below 1"):
        wrong_answer_penalty(1.0)
