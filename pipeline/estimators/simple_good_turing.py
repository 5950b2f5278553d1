"""Simple Good–Turing: smoothed counts for prompts that were answered a few times."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.estimators.result import Floats
from pipeline.estimators.spectrum import Spectrum

SWITCH = 1.96
"""Standard deviations by which Turing's estimate must differ from the smoothed one to be kept (Gale 1995)."""


@dataclass(frozen=True, slots=True, eq=False)
class SimpleGoodTuring:
    """Result of simple Good–Turing.

    Parameters
    ----------
    unseen : float
        P0 = f1 / n, the mass of all unseen prompts.
    intercept, slope : float
        a and b of log Z = a + b log r, NaN where the spectrum has one count only. The method wants b < −1.
    counts : ndarray of float64, shape (k,)
        Counts r of the spectrum.
    adjusted : ndarray of float64, shape (k,)
        r*, renormalised so that all masses r*/n and P0 add up to 1.
    """

    unseen: float
    intercept: float
    slope: float
    counts: Floats
    adjusted: Floats

    @property
    def reliable(self) -> bool:
        """Whether the smoothing line is steep enough, b < −1."""
        return self.slope < -1.0


def simple_good_turing(spectrum: Spectrum) -> SimpleGoodTuring:
    """r* = r (1 + 1/r)^(b + 1) from log Z_r = a + b log r, or Turing's (r + 1) f_(r+1) / f_r while they differ.

    Z_r = f_r / (0.5 (t − q)), q and t the neighbouring counts. Turing's estimate is used from r = 1 on while
    it differs from the smoothed one by more than 1.96 standard deviations; the first time it does not, the
    smoothed one takes over for good. Then all are scaled to mass 1 − f1/n.

    Parameters
    ----------
    spectrum : Spectrum
        With at least one answered prompt; abstentions are left out of n here.

    Returns
    -------
    SimpleGoodTuring

    References
    ----------
    W. A. Gale and G. Sampson (1995), Good–Turing frequency estimation without tears, J. Quant. Ling. 2.
    """
    r, f = spectrum.counts.astype(float), spectrum.prompts.astype(float)
    n = float(r @ f)
    unseen = float(f[r == 1].sum() / n) if n else float("nan")
    if r.size < 2:
        return SimpleGoodTuring(unseen, float("nan"), float("nan"), r, r * (1.0 - unseen))
    slope, intercept = _line(r, f)
    raw = _choose(r, f, r * (1.0 + 1.0 / r) ** (slope + 1.0))
    scale = (1.0 - unseen) * n / float(raw @ f)
    return SimpleGoodTuring(unseen, intercept, slope, r, raw * scale)


def _line(r: Floats, f: Floats) -> tuple[float, float]:
    before = np.concatenate([[0.0], r[:-1]])
    after = np.concatenate([r[1:], [2.0 * r[-1] - before[-1]]])
    x, y = np.log(r), np.log(f / (0.5 * (after - before)))
    centred = x - x.mean()
    slope = float((centred @ (y - y.mean())) / (centred @ centred))
    return slope, float(y.mean() - slope * x.mean())


def _choose(r: Floats, f: Floats, smooth: Floats) -> Floats:
    """Turing's estimate up to the switch, the smoothed one after it."""
    has_next = np.append(r[1:] == r[:-1] + 1.0, False)
    above = np.where(has_next, np.append(f[1:], 0.0), 0.0)
    turing = (r + 1.0) * above / f
    sd = np.sqrt((r + 1.0) ** 2 * above / f**2 * (1.0 + above / f))
    keep = np.logical_and.accumulate(has_next & (np.abs(turing - smooth) > SWITCH * sd))
    return np.where(keep, turing, smooth)
