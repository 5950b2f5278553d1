"""Many domains at once: joint confidence, shrunken rates, and which domain differs from the rest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special, stats

from pipeline.estimators.degenerate import share
from pipeline.estimators.result import Floats, Numbers, checked_confidence, floats


def sidak_confidence(confidence: Numbers, statements: Numbers) -> Floats:
    """1 − γ' = (1 − γ)^(1/D): confidence of each of D statements that shall hold together with 1 − γ.

    Parameters
    ----------
    confidence : array_like
        Joint confidence 1 − γ, 0 to 1.
    statements : array_like
        D, 1 or more.

    Returns
    -------
    ndarray of float64
        Confidence of each statement.

    Notes
    -----
    Exact for independent statements. Whatever their dependence, the joint confidence is at least
    1 + ln(1 − γ), by the union bound: .9487 where .95 was asked, .98995 where .99.

    References
    ----------
    Z. Šidák (1967), Rectangular confidence regions for the means of multivariate normal distributions, JASA 62.
    """
    return floats(checked_confidence(confidence) ** (1.0 / np.maximum(floats(statements), 1.0)))


def shrunken_rates(rates: Numbers, variances: Numbers) -> Floats:
    """Posterior means in a normal model of the logits: L_d + (v_d / (v_d + τ²)) (μ − L_d), back as rates.

    L_d = logit of the rate; v_d its variance by the delta method; τ² = max(0, weighted variance of the L_d −
    their mean v_d); μ the mean weighted by 1 / (v_d + τ²). For display only: floors come from raw counts.

    Parameters
    ----------
    rates : array_like, shape (D,)
        Singleton rates; NaN where unknown.
    variances : array_like, shape (D,)
        Their variances (Esty's or the clusters').

    Returns
    -------
    ndarray of float64, shape (D,)
        Shrunken rates, NaN where the rate is.

    References
    ----------
    R. DerSimonian and N. Laird (1986), Meta-analysis in clinical trials (the estimate of τ²).
    """
    rate, variance = np.broadcast_arrays(floats(rates), floats(variances))
    known = ~np.isnan(rate)
    if not known.any():
        return np.array(rate)
    inside = np.clip(rate[known], 1e-6, 1.0 - 1e-6)
    logit = special.logit(inside)
    noise = np.maximum(variance[known], 1e-12) / (inside * (1.0 - inside)) ** 2
    weight = 1.0 / noise
    centre = float(np.average(logit, weights=weight))
    excess = float(weight @ (logit - centre) ** 2) - (logit.size - 1.0)
    scale = float(weight.sum() - (weight @ weight) / weight.sum())
    between = max(excess / scale, 0.0) if scale > 0 else 0.0
    mean = float(np.average(logit, weights=1.0 / (noise + between)))
    shrunken = np.full(rate.shape, np.nan)
    shrunken[known] = special.expit(logit + noise / (noise + between) * (mean - logit))
    return shrunken


@dataclass(frozen=True, slots=True, eq=False)
class Differences:
    """How each domain differs from all the others together.

    Parameters
    ----------
    difference : ndarray of float64, shape (D,)
        Rate of the domain minus the rate of the rest.
    p_value : ndarray of float64, shape (D,)
        Two-sided, of the hypothesis that they are equal.
    differs : ndarray of bool, shape (D,)
        True where the false discovery rate allows to say so.
    """

    difference: Floats
    p_value: Floats
    differs: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


def differs_from_rest(
    singletons: Numbers, n: Numbers, variances: Numbers, *, false_discovery_rate: float = 0.05
) -> Differences:
    """z_d = (G_d − G_rest) / sqrt(V_d + V_rest), then Benjamini and Hochberg over the domains.

    G_rest = Σ others f1 / Σ others n; V_rest = Σ others n² V / (Σ others n)².

    Parameters
    ----------
    singletons, n : array_like, shape (D,)
        Conditional singletons and observations of each domain.
    variances : array_like, shape (D,)
        Variances of the rates.
    false_discovery_rate : float
        Expected share of false claims among those made, 0 to 1.

    Returns
    -------
    Differences
        Domains without observations, or without a rest, have NaN and never differ.

    References
    ----------
    Y. Benjamini and Y. Hochberg (1995), Controlling the false discovery rate, JRSS B 57.
    """
    f1, size = floats(singletons), floats(n)
    squares = size**2 * np.nan_to_num(floats(variances))
    rest = size.sum() - size
    gap = share(f1, size) - share(f1.sum() - f1, rest)
    variance = share(squares, size**2) + share(squares.sum() - squares, rest**2)
    known = ~np.isnan(gap) & (variance > 0)
    z = np.divide(np.abs(gap), np.sqrt(variance), out=np.full(gap.shape, np.nan), where=known)
    p_value = 2.0 * stats.norm.sf(z)
    differs = np.zeros(gap.shape, dtype=bool)
    if known.any():
        adjusted = stats.false_discovery_control(p_value[known])
        differs[known] = adjusted <= false_discovery_rate
    return Differences(gap, floats(p_value), differs)
