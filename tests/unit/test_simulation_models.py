"""N-gram models on both forms keep the is-it-valid inequality; models that cannot see the subject err on it."""

import math

import pytest

from pipeline.simulation.learners import NGramModel
from pipeline.simulation.validation import ModelOutcome, Validation, model_outcomes, trigram_errors


@pytest.fixture(scope="module")
def models() -> list[ModelOutcome]:
    return model_outcomes()


def test_every_order_is_measured_on_questions_and_on_text(models: list[ModelOutcome]) -> None:
    assert [(m.form, m.order) for m in models] == [(f, o) for f in ("questions", "text") for o in (2, 3, 4, 5)]


def test_the_inequality_holds_and_binds_models_that_look_back_too_little(models: list[ModelOutcome]) -> None:
    assert all(m.terms.holds() for m in models)
    bigrams = [m.terms for m in models if m.order == 2]
    assert all(t.bound > 0.3 for t in bigrams)


def test_a_model_that_sees_the_subject_errs_less(models: list[ModelOutcome]) -> None:
    for form in ("questions", "text"):
        errors = [m.terms.error for m in models if m.form == form]
        assert errors == sorted(errors, reverse=True)
        assert errors[-1] < 0.6 * errors[0]


def test_models_of_two_words_back_err_on_half_of_the_two_prompts() -> None:
    errors = trigram_errors()
    assert errors[2] >= 0.5
    assert errors[3] >= 0.5


def test_the_summary_prints_every_term(models: list[ModelOutcome]) -> None:
    summary = Validation([], [], [], models).summary()
    assert summary["is_it_valid_held"] == 1.0
    assert str(models[0].terms) == summary["is_it_valid"]["questions, order 2"]
    assert summary["trigram_errors"]["3"] >= 0.5


def test_a_beginning_is_as_likely_as_all_sentences_that_go_on_from_it() -> None:
    model = NGramModel(2, [["she", "ran"], ["she", "ran", "home"], ["she", "sat"]])
    assert model.log_probability(["she", "ran"], end=False) == pytest.approx(math.log(2 / 3))
    assert model.log_probability(["she", "ran"]) == pytest.approx(math.log(1 / 3))
    assert model.chosen(["she"], [["ran"], ["sat"]], end=False) == pytest.approx([2 / 3, 1 / 3])
