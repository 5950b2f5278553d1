"""How often an answer can be guessed by somebody who has never seen it."""

from __future__ import annotations

import numpy as np
from scipy import special, stats

from pipeline.estimators.degenerate import share
from pipeline.estimators.result import Estimate, Floats, Numbers, checked_confidence, floats, plain

REFUTED_BELOW = 1e-4
"""Chance under uniform answers below which the data refutes that they are uniform."""


def upper_limit(successes: Numbers, trials: Numbers, confidence: Numbers = 0.95) -> Floats:
    """One-sided Clopper–Pearson limit: the share p at which `successes` or fewer have chance 1 − confidence.

    B(confidence; k + 1, m − k), the quantile of a beta distribution; 1 where k = m.

    Parameters
    ----------
    successes, trials : array_like
        k of m, broadcast against each other.
    confidence : array_like
        Probability that the limit is not below the true share.

    Returns
    -------
    ndarray of float64
        Shares, 0 to 1; 1 where there are no trials.
    """
    k, m = np.broadcast_arrays(floats(successes), floats(trials))
    level = checked_confidence(confidence)
    limit = special.betaincinv(k + 1.0, np.maximum(m - k, 1e-300), level)
    return floats(np.where(k >= m, 1.0, limit))


def commonest_answer(top_value_prompts: Numbers, prompts: Numbers, *, confidence: Numbers = 0.95) -> Estimate:
    """Estimate q = k/m, k the prompts that have the commonest answer, m all answered prompts.

    The upper limit covers the true share of the true commonest answer, although the commonest was picked
    after the fact: the true one is seen at most as often as the one picked.

    Parameters
    ----------
    top_value_prompts, prompts : array_like
        k and m, broadcast against each other.
    confidence : array_like
        Probability of the upper limit.

    Returns
    -------
    Estimate
        Shares, 0 to 1; `low` is 0, since nothing is claimed below.
    """
    point = share(top_value_prompts, prompts)
    high = upper_limit(top_value_prompts, prompts, confidence)
    return Estimate(plain(point), plain(np.zeros_like(high)), plain(high), plain(confidence), "commonest answer")


def uniformity_refuted(top_value_prompts: Numbers, prompts: Numbers, answer_space: Numbers) -> Floats:
    """1 where |R| P(Bin(m, 1/|R|) ≥ k) < 1e-4: the commonest answer is too common for uniform answers.

    Parameters
    ----------
    top_value_prompts, prompts, answer_space : array_like
        k, m and |R|, broadcast against each other.

    Returns
    -------
    ndarray of bool
        The union bound over |R| answers keeps a true uniform attribute from being refuted by its own maximum.
    """
    k, m, space = floats(top_value_prompts), floats(prompts), np.maximum(floats(answer_space), 1.0)
    tail = stats.binom.sf(k - 1.0, m, 1.0 / space)
    return floats(space * tail < REFUTED_BELOW)
