"""What every estimator says about data that says nothing: defined here once, for all of them.

==================================  =======================================================================
data                                convention
==================================  =======================================================================
no observations (n = 0)             points are NaN (null in tables), intervals of shares are [0, 1]
observations, none of them answers  singletons and prompts are 0: rate 0, interval of n observations
no singletons, no doubletons        rate 0, interval [0, z² / (n + z²)]; coverage 1; no unseen prompts
singletons, no doubletons           the bias-corrected forms f1(f1 − 1)/2 stand in for f1²/(2 f2)
n < 50, or f1 + f2 < 5              the interval, but no rate in tables and no floor anywhere
nothing but singletons              rate 1, interval [n / (n + z²), 1]; ACE is undefined (NaN)
==================================  =======================================================================
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.estimators.result import Floats, Numbers, floats

FEWEST_OBSERVATIONS = 50
"""With fewer observations there is an interval, but no rate."""

FEWEST_RARE_PROMPTS = 5
"""The same for fewer singletons and doubletons together."""


def too_small(
    singletons: Numbers, doubletons: Numbers, n: Numbers, *, min_n: int = FEWEST_OBSERVATIONS
) -> npt.NDArray[np.bool_]:
    """True where n < min_n or f1 + f2 < 5: too little for a rate or a floor."""
    rare = floats(singletons) + floats(doubletons)
    return np.asarray((floats(n) < min_n) | (rare < FEWEST_RARE_PROMPTS), dtype=bool)


def share(part: Numbers, whole: Numbers) -> Floats:
    """Divide part by whole; NaN where whole is 0.

    Parameters
    ----------
    part, whole : array_like
        Counts, broadcast against each other.

    Returns
    -------
    ndarray of float64
    """
    top, bottom = np.broadcast_arrays(floats(part), floats(whole))
    return floats(np.divide(top, bottom, out=np.full(top.shape, np.nan), where=bottom > 0))


def share_interval(low: Numbers, high: Numbers, n: Numbers) -> tuple[Floats, Floats]:
    """Ends of an interval of a share, cut to [0, 1]; all of [0, 1] where there are no observations."""
    seen = floats(n) > 0
    return (
        floats(np.where(seen, np.clip(np.nan_to_num(floats(low)), 0.0, 1.0), 0.0)),
        floats(np.where(seen, np.clip(np.nan_to_num(floats(high), nan=1.0), 0.0, 1.0), 1.0)),
    )


def halved_square_ratio(singletons: Numbers, doubletons: Numbers) -> Floats:
    """f1² / (2 f2), and f1 (f1 − 1) / 2 where f2 is 0: what Chao's estimators rest on."""
    f1, f2 = np.broadcast_arrays(floats(singletons), floats(doubletons))
    corrected = f1 * np.maximum(f1 - 1.0, 0.0) / 2.0
    return floats(np.divide(f1 * f1, 2.0 * f2, out=np.array(corrected), where=f2 > 0))
