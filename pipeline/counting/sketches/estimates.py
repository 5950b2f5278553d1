"""What a sample of prompts says of all prompts, with the error that sampling adds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SampledCount:
    """An estimated number of prompts.

    Parameters
    ----------
    value : float
        The estimate, unbiased.
    relative_error : float
        Relative standard error that sampling adds; 0 where every prompt was kept.
    """

    value: float
    relative_error: float

    @property
    def variance(self) -> float:
        """Variance that sampling adds."""
        return (self.value * self.relative_error) ** 2


def scaled(sampled: int, probability: float) -> SampledCount:
    """F = x / τ, RSE = sqrt((1 − τ) / x).

    x : sampled prompts with the property (say, singletons); τ : chance that a prompt is sampled. With τ = k/D and
    x = k q this is sqrt((1 − k/D) / (k q)). Where x is 0 nothing can be said of the relative error; the variance
    is then that of one prompt.

    Parameters
    ----------
    sampled : int
        x.
    probability : float
        τ, above 0 and at most 1.

    Returns
    -------
    SampledCount
        Number of prompts.

    References
    ----------
    E. Cohen and H. Kaplan (2007), Summarizing data using bottom-k sketches, PODC.
    """
    return SampledCount(sampled / probability, float(np.sqrt((1.0 - probability) / max(sampled, 1))))


def scaled_with_distinct(
    sampled: int, held: int, probability: float, distinct: float, distinct_error: float
) -> SampledCount:
    """F = (x / m) D, D the mean of m/τ and a count of distinct prompts, weighted by inverse variances.

    RSE² = (1 − q)(1 − τ) / (m q) + 1 / (1/v₁ + 1/v₂), q = x/m, v₁ = (1 − τ)/m, v₂ the squared error of the count of
    distinct prompts. With D known (v₂ = 0) this is the Cramér–Rao bound for m sampled prompts.

    Parameters
    ----------
    sampled : int
        x : sampled prompts with the property.
    held : int
        m : sampled prompts altogether.
    probability : float
        τ, above 0 and at most 1.
    distinct : float
        Number of different prompts, counted exactly or by HyperLogLog++ from other bits of the hash.
    distinct_error : float
        Relative standard error of `distinct`; 0 where it is exact.

    Returns
    -------
    SampledCount
        Number of prompts.
    """
    if held == 0 or probability >= 1.0 or distinct <= 0:
        return scaled(sampled, probability)
    own, other = (1.0 - probability) / held, distinct_error**2
    weight = own / (own + other)
    total = (1.0 - weight) * held / probability + weight * distinct
    share = sampled / held
    within = (1.0 - share) * (1.0 - probability) / max(sampled, 1)
    between = own * other / (own + other)
    return SampledCount(share * total, float(np.sqrt(within + between)))


def sampled_spectrum(counts: Counts) -> tuple[Counts, Counts]:
    """Return the different positive counts of sampled prompts and how many prompts have each.

    Parameters
    ----------
    counts : ndarray of int64, shape (prompts,)
        Exact counts.

    Returns
    -------
    tuple of two ndarray of int64
        Ascending counts; sampled prompts with each, to be divided by the inclusion probability.
    """
    values, prompts = np.unique(counts[counts > 0], return_counts=True)
    return values.astype(np.int64), prompts.astype(np.int64)
