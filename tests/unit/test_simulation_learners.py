import math
import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.exceptions import InputError
from pipeline.simulation import LawSpec
from pipeline.simulation.count_worlds import CountWorldSpec, make_count_world
from pipeline.simulation.laws import from_spectrum, geometric, pareto, zipf
from pipeline.simulation.learners import LEARNERS, NGramModel, calibration_error, is_it_valid_terms
from pipeline.simulation.randomness import Stream
from pipeline.simulation.validation import outcomes, standard_worlds

WORLDS = [
    CountWorldSpec(LawSpec(kind="zipf", exponent=1.0), 3000, 4000, 50, seed=1),
    CountWorldSpec(LawSpec(kind="pareto", exponent=1.5), 2000, 3000, 20, 0.0, 0.0, 0.2, seed=2),
    CountWorldSpec(LawSpec(kind="uniform"), 2000, 2000, 40, 1.0, 0.0, 0.1, seed=3),
    CountWorldSpec(LawSpec(kind="geometric", exponent=0.99), 900, 2000, 40, 0.3, 0.5, 0.0, seed=4),
]


@pytest.mark.parametrize("spec", WORLDS[:2])
def test_the_ideal_learner_errs_by_the_missing_mass_and_its_luck(spec: CountWorldSpec) -> None:
    world = make_count_world(spec)
    belief = LEARNERS["ideal"](world)
    assert belief.error(world) == pytest.approx(world.missing_mass * (1 - 1 / spec.answers), rel=1e-9)
    assert is_it_valid_terms(belief, world).calibration_error == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("spec", WORLDS)
@pytest.mark.parametrize("name", LEARNERS)
def test_a_belief_is_a_distribution(name: str, spec: CountWorldSpec) -> None:
    world = make_count_world(spec)
    belief = LEARNERS[name](world)
    assert np.allclose(belief.law.sum(axis=1), 1)
    for share in (belief.top_share, belief.rest, belief.silence):
        assert np.all(share > -1e-12)
        assert np.all(share < 1 + 1e-12)


@pytest.mark.parametrize("spec", WORLDS)
@pytest.mark.parametrize("name", LEARNERS)
def test_the_is_it_valid_inequality_holds(name: str, spec: CountWorldSpec) -> None:
    world = make_count_world(spec)
    terms = is_it_valid_terms(LEARNERS[name](world), world)
    assert terms.holds, terms


@pytest.mark.parametrize("name", LEARNERS)
def test_exact_terms_are_those_of_a_count_answer_by_answer(name: str) -> None:
    spec = CountWorldSpec(LawSpec(kind="zipf", exponent=0.8), 60, 80, 7, 0.8, 0.3, 0.2, seed=9)
    world = make_count_world(spec)
    belief = LEARNERS[name](world)
    chance = belief.rest[:, None] * belief.law[world.group]
    chance[np.arange(60), belief.top] += belief.top_share
    valid = np.arange(7)[None, :] == world.answer[:, None]
    limit = 1 / 6
    terms = is_it_valid_terms(belief, world)
    assert terms.error == pytest.approx(np.sum(world.mass[:, None] * chance * ~valid))
    accepted_wrong = np.sum((chance > limit) & ~valid, axis=1) / 6
    rejected = world.alpha * (chance[valid] <= limit) + (1 - world.alpha) * (belief.silence <= limit)
    assert terms.is_it_valid_error == pytest.approx(np.sum(world.mass * (accepted_wrong + rejected)) / 2)
    model = np.sum(chance * (chance > limit), axis=1) + belief.silence * (belief.silence > limit)
    truth = world.alpha * (chance[valid] > limit) + (1 - world.alpha) * (belief.silence > limit)
    assert terms.calibration_error == pytest.approx(abs(np.sum(world.mass * (model - truth))))
    assert calibration_error(belief, world, limit) == pytest.approx(terms.calibration_error)


def test_the_memoriser_never_errs_and_is_not_calibrated() -> None:
    world = make_count_world(WORLDS[1])
    terms = is_it_valid_terms(LEARNERS["memoriser"](world), world)
    assert terms.error == pytest.approx(0, abs=1e-12)
    assert terms.calibration_error > 0.1


def test_the_floors_hold_on_worlds_of_true_counts() -> None:
    found = outcomes(list(standard_worlds(quick=True))[::4])
    assert len(found) == 20
    assert all(w.held("floor_guaranteed", name, allow=True) for w in found for name in LEARNERS)
    assert all(w.errors["ideal"] <= w.report["ceiling"] for w in found if w.uniform)


def test_the_standard_worlds_are_two_hundred_and_more_and_all_different() -> None:
    specs = list(standard_worlds(quick=False))
    assert len(specs) == len({str(s) for s in specs}) >= 200


def test_draws_follow_their_law() -> None:
    law = zipf(50, 1.0)
    drawn = np.bincount(law.draw(Stream(1, 2).words(200_000)), minlength=50) / 200_000
    expected = (1 / np.arange(1, 51)) / np.sum(1 / np.arange(1, 51))
    assert np.allclose(law.probabilities, expected, atol=1e-9)
    assert np.max(np.abs(drawn - expected)) < 0.005


def test_other_laws_have_their_shapes() -> None:
    assert geometric(5, 0.5).probabilities[:2] == pytest.approx([16 / 31, 8 / 31])
    weights = np.sort(pareto(100_000, 2.0, seed=3).probabilities)
    assert weights[50_000] / weights[0] == pytest.approx(math.sqrt(2), rel=0.02)


def test_a_spectrum_from_a_file_becomes_a_law(tmp_path: Path) -> None:
    path = tmp_path / "spectrum.csv"
    path.write_text("count,prompts\n1,3\n4,2\n")
    assert from_spectrum(path).probabilities == pytest.approx([1 / 11] * 3 + [4 / 11] * 2)
    path.write_text("count,prompts\n0,3\n")
    with pytest.raises(InputError, match="1 or more"):
        from_spectrum(path)
    path.write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match="count,prompts"):
        from_spectrum(path)


LOST = [
    ["She", "lost", "it", "and", "was", "completely", "out", "of", "her", "mind", "."],
    ["He", "lost", "it", "and", "was", "completely", "out", "of", "his", "mind", "."],
]


@pytest.mark.parametrize(("order", "least"), [(2, 0.5), (3, 0.5), (4, 0.5), (5, 0.5)])
def test_models_that_look_back_too_little_err_on_half_of_the_two_prompts(order: int, least: float) -> None:
    # Corollary 2 of Kalai et al. 2025: the words that decide lie further back than the model looks.
    model = NGramModel(order, LOST)
    errors = []
    for sentence in LOST:
        prompt, right = sentence[:-3], sentence[-3:]
        wrong = next(s[-3:] for s in LOST if s[-3:] != right)
        errors.append(model.chosen(prompt, [right, wrong])[1])
    assert sum(errors) / 2 >= least


def test_an_ngram_model_says_only_what_its_words_allow() -> None:
    model = NGramModel(2, [["a", "b"], ["a", "c"]])
    assert model.next_word(["a"]) == {"b": 0.5, "c": 0.5}
    assert model.log_probability(["a", "b"]) == pytest.approx(math.log(0.5))
    assert model.log_probability(["b"]) == -math.inf
    dice = random.Random(1)
    assert {model.sample(dice) for _ in range(50)} == {("a", "b"), ("a", "c")}
    with pytest.raises(InputError, match="order 6"):
        NGramModel(6, [])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=5), min_size=1, max_size=8), st.integers(2, 5))
def test_the_chances_of_the_next_word_sum_to_one(sentences: list[list[str]], order: int) -> None:
    model = NGramModel(order, sentences)
    for sentence in sentences:
        for end in range(len(sentence)):
            assert sum(model.next_word(sentence[:end]).values()) == pytest.approx(1)
