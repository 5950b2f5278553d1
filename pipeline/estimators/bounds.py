"""Bounds for the cases that the floors do not reach: classifiers, multiple choice, unprompted models."""

from __future__ import annotations

import numpy as np

from pipeline.estimators.result import Estimate, Numbers, checked_confidence, floats, plain
from pipeline.exceptions import InputError


def is_it_valid_floor(
    is_it_valid_error: Numbers,
    *,
    valid_answers: Numbers = 2,
    wrong_answers: Numbers,
    calibration_error: Numbers = 0.0,
) -> Estimate:
    """Err ≥ 2 err_iiv − max|V_c| / min|E_c| − δ, cut to [0, 1].

    err_iiv : error of the model used as a classifier of right and wrong answers, half of each; V_c : valid
    answers of a prompt, "I don't know" among them; E_c : wrong ones; δ : calibration error.

    Parameters
    ----------
    is_it_valid_error : array_like
        Error rate, 0 to 1.
    valid_answers, wrong_answers : array_like
        max|V_c| and min|E_c|.
    calibration_error : array_like
        δ, 0 to 1.

    Returns
    -------
    Estimate
        Error rate of the model when it answers; no confidence is attached (1), err_iiv being taken as known.

    References
    ----------
    Kalai et al. (2025), arXiv 2509.04664, Theorem 1.
    """
    loss = floats(valid_answers) / np.maximum(floats(wrong_answers), 1e-300)
    low = np.clip(2.0 * floats(is_it_valid_error) - loss - floats(calibration_error), 0.0, 1.0)
    return Estimate(plain(low), plain(low), plain(np.ones_like(low)), 1.0, "is-it-valid, Theorem 1")


def multiple_choice_floor(best_classifier_error: Numbers, choices: Numbers) -> Estimate:
    """Err ≥ 2 (1 − 1/C) opt(G), cut to [0, 1].

    C : least number of choices of a prompt, one of them right; opt(G) : least is-it-valid error of the
    model's thresholded classifiers. No calibration term.

    Parameters
    ----------
    best_classifier_error : array_like
        opt(G), 0 to 1.
    choices : array_like
        C, 2 or more.

    Returns
    -------
    Estimate
        Error rate, 0 to 1; no confidence is attached (1).

    References
    ----------
    Kalai et al. (2025), arXiv 2509.04664, Theorem 3.
    """
    if bool(np.any(floats(choices) < 2)):
        raise InputError(f"multiple choice with {choices!r} choices: a prompt has two or more")
    low = np.clip(2.0 * (1.0 - 1.0 / floats(choices)) * floats(best_classifier_error), 0.0, 1.0)
    return Estimate(plain(low), plain(low), plain(np.ones_like(low)), 1.0, "multiple choice, Theorem 3")


def kalai_vempala_floor(
    monofact_rate: Numbers,
    documents: Numbers,
    *,
    sparsity: Numbers,
    miscalibration: Numbers = 0.0,
    confidence: Numbers = 0.95,
) -> Estimate:
    """MF − Mis − 3 e^(−s)/γ − sqrt(6 ln(6/γ)/n), cut to [0, 1].

    MF : share of documents whose fact no other document states; Mis : miscalibration, the total variation
    distance over bins of the model's probabilities; e^(−s) : facts per possible hallucination; γ = 1 − confidence.

    Parameters
    ----------
    monofact_rate, documents : array_like
        MF and n; one fact a document.
    sparsity : array_like
        s; large where for every fact there are many false statements like it.
    miscalibration : array_like
        Mis, 0 to 1.
    confidence : array_like
        Probability with which the floor holds, over the training data.

    Returns
    -------
    Estimate
        Rate of hallucinations among generated texts, 0 to 1.

    References
    ----------
    A. T. Kalai and S. Vempala (2024), Calibrated language models must hallucinate, STOC, Corollary 1.
    """
    gamma, size = 1.0 - checked_confidence(confidence), np.maximum(floats(documents), 1.0)
    loss = floats(miscalibration) + 3.0 * np.exp(-floats(sparsity)) / gamma
    low = np.clip(floats(monofact_rate) - loss - np.sqrt(6.0 * np.log(6.0 / gamma) / size), 0.0, 1.0)
    return Estimate(plain(low), plain(low), plain(np.ones_like(low)), plain(confidence), "Kalai–Vempala, Corollary 1")


def wrong_answer_penalty(target: Numbers) -> float | np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """T / (1 − t): points a wrong answer costs where a right one gives 1 and "I don't know" 0.

    Then answering pays exactly where the chance to be right is above the confidence target t: 1 point at
    t = 1/2, 2 at t = 2/3, 3 at t = 3/4, 9 at t = 0.9. (The pair "0.75, 2 points" that is often quoted is a slip.)

    Parameters
    ----------
    target : array_like
        t, from 0 (binary grading) to below 1.

    Returns
    -------
    float or ndarray of float64

    References
    ----------
    Kalai et al. (2025), arXiv 2509.04664, section on explicit confidence targets.
    """
    t = floats(target)
    if not bool(np.all((t >= 0) & (t < 1))):
        raise InputError(f"confidence target {target!r}: give a number from 0 to below 1, such as 0.75")
    return plain(t / (1.0 - t))
