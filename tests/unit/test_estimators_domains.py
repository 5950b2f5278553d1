"""Many domains at once, and answers that names give away."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from pipeline.estimators.domains import differs_from_rest, shrunken_rates, sidak_confidence
from pipeline.estimators.guessability import commonest_answer, uniformity_refuted, upper_limit
from pipeline.estimators.guesser import guesser_limit
from pipeline.exceptions import InputError


def test_independent_statements_at_sidak_s_level_hold_together() -> None:
    assert float(sidak_confidence(0.95, 20)) ** 20 == pytest.approx(0.95)


def test_whatever_the_dependence_little_is_lost() -> None:
    gamma = 1 - float(sidak_confidence(0.95, 1000))
    assert 1 - 1000 * gamma >= 1 + np.log(0.95) - 1e-12


def test_noisy_rates_move_to_the_mean_and_certain_ones_stay() -> None:
    raw = np.array([0.10, 0.30, 0.32, 0.55])
    shrunken = shrunken_rates(raw, np.array([0.02, 1e-5, 1e-5, 0.02]))
    assert shrunken[1:3] == pytest.approx(raw[1:3], abs=2e-3)
    assert raw[0] < shrunken[0] < 0.35
    assert 0.28 < shrunken[3] < raw[3]


def test_rates_that_are_unknown_stay_unknown() -> None:
    shrunken = shrunken_rates([0.1, np.nan, 0.2], [0.01, np.nan, 0.01])
    assert np.isnan(shrunken).tolist() == [False, True, False]
    assert np.isnan(shrunken_rates([np.nan], [np.nan])).all()


def test_shrunken_rates_are_nearer_to_the_truth_than_raw_ones() -> None:
    rng = np.random.default_rng(4)
    truth = np.clip(rng.normal(0.3, 0.03, 200), 0.05, 0.6)
    n = 100
    raw = rng.binomial(n, truth) / n
    shrunken = shrunken_rates(raw, raw * (1 - raw) / n)
    assert np.mean((shrunken - truth) ** 2) < 0.6 * np.mean((raw - truth) ** 2)


def test_false_discoveries_stay_as_rare_as_asked_and_real_differences_are_found() -> None:
    rng = np.random.default_rng(8)
    n = np.full(40, 2000)
    rates = np.full(40, 0.3)
    rates[:4] = 0.45, 0.15, 0.45, 0.15
    claimed, false = 0, 0
    for _ in range(200):
        f1 = rng.binomial(n, rates)
        found = differs_from_rest(f1, n, rates * (1 - rates) / n).differs
        claimed += int(found[:4].sum())
        false += int(found[4:].sum())
    assert claimed > 0.99 * 800
    # Expected share of false claims: at most .05, which the 200 draws know to about .01.
    assert false / (claimed + false) < 0.07


def test_equal_domains_are_not_told_apart() -> None:
    rng = np.random.default_rng(9)
    n, wrong = np.full(30, 1000), 0
    for _ in range(300):
        wrong += bool(differs_from_rest(rng.binomial(n, 0.3), n, 0.21 / n).differs.any())
    assert wrong / 300 < 0.05 + 4 * np.sqrt(0.05 * 0.95 / 300)


def test_a_domain_without_observations_or_without_a_rest_never_differs() -> None:
    assert not differs_from_rest([0, 5], [0, 10], [np.nan, 0.02]).differs.any()
    assert np.isnan(differs_from_rest([5], [10], [0.02]).p_value).all()


@given(st.integers(0, 200), st.integers(0, 200))
def test_the_upper_limit_is_clopper_and_pearson_s(a: int, b: int) -> None:
    k, m = min(a, b), max(a, b)
    expected = 1.0 if k == m else float(stats.binomtest(k, m, alternative="less").proportion_ci(0.95).high)
    assert float(upper_limit(k, m, 0.95)) == pytest.approx(expected, abs=1e-9)


def test_the_limit_of_the_commonest_answer_covers_although_it_is_picked_after_the_fact() -> None:
    rng, p = np.random.default_rng(6), np.array([0.2, 0.19, 0.18, 0.17, 0.16, 0.1])
    tops = rng.multinomial(150, p, size=4000).max(1)
    limits = np.asarray(commonest_answer(tops, 150, confidence=0.95).high)
    assert np.mean(limits >= 0.2) >= 0.95


def test_uniform_answers_are_hardly_ever_refuted_and_skewed_ones_are() -> None:
    rng = np.random.default_rng(3)
    tops = np.array([np.bincount(rng.integers(0, 365, 1000)).max() for _ in range(2000)])
    assert uniformity_refuted(tops, 1000, 365).mean() < 1e-3
    assert uniformity_refuted(100, 1000, 365) == 1.0


ENDINGS = {"polish": "owski", "italian": "elli", "swedish": "sson", "greek": "opoulos"}


def people(told: float, size: int = 600) -> tuple[list[str], list[str]]:
    """Names of which a share `told` ends as the nationality's names do, and the nationalities."""
    rng = np.random.default_rng(12)
    answers = rng.choice(list(ENDINGS), size)
    stems = ["".join(rng.choice(list("abdegiklmnorst"), 5)) for _ in range(size)]
    names = [s + (ENDINGS[a] if rng.random() < told else "er") for s, a in zip(stems, answers, strict=True)]
    return names, answers.tolist()


def test_names_that_tell_the_answer_are_noticed() -> None:
    names, answers = people(told=0.8)
    # Eight of ten names tell; of the rest a quarter is guessed: .85 at best.
    guess = guesser_limit(names, ["web"] * len(names), answers)
    assert 0.75 < guess.point < 0.92
    assert guess.point < guess.high


def test_names_that_tell_nothing_leave_a_guess_at_chance() -> None:
    names, answers = people(told=0.0)
    assert guesser_limit(names, ["web"] * len(names), answers).point < 0.35


def test_domains_that_tell_the_answer_are_noticed() -> None:
    names, answers = people(told=0.0)
    assert guesser_limit(names, [f"{a}.example" for a in answers], answers).point > 0.95


def test_only_the_guesses_asked_for_are_scored() -> None:
    names, answers = people(told=1.0)
    wrong = ["polish" if i % 2 else a for i, a in enumerate(answers)]
    odd = [bool(i % 2) for i in range(len(names))]
    all_of_them = guesser_limit(names, ["web"] * len(names), wrong)
    only_odd = guesser_limit(names, ["web"] * len(names), wrong, scored=odd)
    assert only_odd.point != all_of_them.point


def test_one_entity_is_never_both_learnt_and_guessed() -> None:
    # Every entity has its own answer, stated five times: knowing it is no guessing.
    names = [f"Name {i}" for i in range(60) for _ in range(5)]
    answers = [f"answer {i}" for i in range(60) for _ in range(5)]
    assert guesser_limit(names, ["web"] * 300, answers).point == 0.0


def test_what_was_answered_once_is_no_guess() -> None:
    # A capital named by forty prompts, among sixty named by one each: to guess one of those is to be wrong.
    names, _ = people(told=0.0, size=100)
    answers = ["Almere" if i % 5 < 2 else f"town {i}" for i in range(100)]
    assert guesser_limit(names, ["web"] * 100, answers).point == 0.4


def test_too_few_answers_are_refused() -> None:
    with pytest.raises(InputError, match="needs 50"):
        guesser_limit(["A"] * 10, ["web"] * 10, ["x"] * 10)
    with pytest.raises(InputError, match="differ in length"):
        guesser_limit(["A"] * 10, ["web"] * 9, ["x"] * 10)
