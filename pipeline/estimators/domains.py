"""Many domains at once: joint confidence, shrunken rates, and which domain differs from the rest."""

from __future__ import annotations

import numpy as np

from pipeline.estimators.estimate import Floats, Numbers, checked_confidence, floats


def sidak_confidence(confidence: Numbers, statements: Numbers) -> Floats:
    """1 − γ' with γ' = 1 − (1 − γ)^(1/D): confidence of each of D statements that shall hold together.

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
    Z. Šidák (1967), JASA 62.
    """
    return floats(checked_confidence(confidence) ** (1.0 / np.maximum(floats(statements), 1.0)))
