"""How the domains of a report stand beside each other: for reading only, no floor rests on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import stats

from pipeline.estimators.domains import differs_from_rest, shrunken_rates


@dataclass(frozen=True, slots=True)
class DomainComparison:
    """What one domain's rate looks like beside the others'.

    Parameters
    ----------
    shrunken_rate : float or None
        Empirical-Bayes rate: a small domain's is drawn to the others'. Fraction of observations; None without a rate.
    differs : bool
        Whether the domain differs from the rest, false discovery rate 5 % (Benjamini–Hochberg).
    """

    shrunken_rate: float | None
    differs: bool


def compare_domains(rows: Sequence[Mapping[str, Any]]) -> dict[str, DomainComparison]:
    """Compare the domains of a report.

    Parameters
    ----------
    rows : sequence of mapping
        Rows of `schemas.DOMAIN_REPORT`, one unit, attribute '*', one a domain, without the row of all domains.

    Returns
    -------
    dict
        By domain. Variances are read off the rows' intervals, so they heed documents as units.
    """
    if not rows:
        return {}

    def column(name: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        return np.array([np.nan if r[name] is None else r[name] for r in rows], dtype=np.float64)

    z = float(stats.norm.ppf(0.5 + rows[0]["confidence"] / 2))
    variances = ((column("singleton_rate_high") - column("singleton_rate_low")) / (2 * z)) ** 2
    shrunken = shrunken_rates(column("singleton_rate"), variances)
    differs = differs_from_rest(column("singletons"), column("n"), variances).differs
    return {
        row["domain"]: DomainComparison(None if np.isnan(rate) else float(rate), bool(apart))
        for row, rate, apart in zip(rows, shrunken, differs, strict=True)
    }
