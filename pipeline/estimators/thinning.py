"""The singleton rate at other sizes of the data: less of it exactly, more of it with a band."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.estimators.coverage import chao_jost_ratio
from pipeline.estimators.missing_mass import score_interval
from pipeline.estimators.result import Floats, Numbers, floats, two_sided_quantile
from pipeline.estimators.spectrum import Spectrum


def thinned_singletons(spectrum: Spectrum, share: float) -> float:
    """Expected singletons in a random part p of the data: p Σ j f_j (1 − p)^(j − 1).

    f_j : prompts answered j times; p : share of the observations that are kept. Exact.

    Parameters
    ----------
    spectrum : Spectrum
        The spectrum of the whole.
    share : float
        p, above 0 to 1.

    Returns
    -------
    float
    """
    if share == 1.0:
        return float(spectrum.f(1))
    j = spectrum.counts.astype(float)
    return float(share * np.sum(spectrum.prompts * j * np.exp((j - 1.0) * np.log1p(-share))))


@dataclass(frozen=True, slots=True)
class Trend:
    """How the singleton rate G falls as the data grows: ln G(F n) = ln G(n) + b ln F + (c/2) (ln F)².

    Parameters
    ----------
    rate : float
        G(n).
    slope : float
        b, at the data's own size.
    bend : float
        c, at most 0.
    """

    rate: float
    slope: float
    bend: float

    def at(self, factor: Numbers) -> Floats:
        """Rate at `factor` times the data, 1 or more."""
        x = np.log(floats(factor))
        return floats(self.rate * np.exp(self.slope * x + self.bend * x * x / 2.0))


def trend(spectrum: Spectrum) -> Trend:
    """Fit the log–log parabola through the slopes of G from n/2 to n and from n/8 to n/4.

    G at n/2, n/4 and n/8 is exact by `thinned_singletons`. A straight line (the local slope alone) is too
    high at ten times the data for nearly every text, since the line bends down.

    Parameters
    ----------
    spectrum : Spectrum
        With singletons.

    Returns
    -------
    Trend
    """
    step = np.log(2.0)
    one, half, quarter, eighth = (
        np.log(thinned_singletons(spectrum, p) / (p * spectrum.n)) for p in (1.0, 0.5, 0.25, 0.125)
    )
    late, early = (one - half) / step, (quarter - eighth) / step
    bend = min(float(late - early) / (2.0 * step), 0.0)
    return Trend(spectrum.f(1) / spectrum.n, float(late) + bend * step / 2.0, bend)


@dataclass(frozen=True, slots=True)
class Envelope:
    """Fast and slow ways in which the rate may fall: G exp(−k (F − 1)) and G F^(a − 1).

    Parameters
    ----------
    low, high : float
        Ends of the interval of the rate at the data's own size.
    decay : float
        k, by Chao and Jost: what a closed set of prompts would show; upper confidence limit.
    exponent : float
        a = f1/d, of the power law of an open set; upper confidence limit, at most 1.
    """

    low: float
    high: float
    decay: float
    exponent: float

    def fast(self, factor: Numbers) -> Floats:
        """Low end of the rate at `factor` times the data."""
        return floats(self.low * np.exp(-self.decay * (floats(factor) - 1.0)))

    def slow(self, factor: Numbers) -> Floats:
        """High end of the rate at `factor` times the data."""
        return floats(self.high * floats(factor) ** (self.exponent - 1.0))


def envelope(spectrum: Spectrum, confidence: float = 0.95, design: float = 1.0) -> Envelope:
    """Chao–Jost's exponential as the low end and the power law as the high end, both with sampling error.

    k = −n ln A, A as in `chao_jost_ratio`, sd(k) = (2/f1) sqrt(f2 (1 + f2/f1)); a = f1/d,
    sd(a) = sqrt(a (1 − a)/d). The rate at the data's own size contributes its Esty–Wilson interval.

    Parameters
    ----------
    spectrum : Spectrum
        With singletons.
    confidence : float
        Confidence of each of the three ingredients.
    design : float
        Design effect of observations that come in documents, 1 or more; every standard error grows with its
        square root.

    Returns
    -------
    Envelope
    """
    f1, f2, n, d = spectrum.f(1), spectrum.f(2), spectrum.n, spectrum.d
    z = float(two_sided_quantile(confidence)) * np.sqrt(design)
    low, high = score_interval(floats(f1 / n), floats(n), floats(z), pairs=floats(f2))
    ratio = float(np.clip(chao_jost_ratio(f1, f2, n), 1e-300, 1.0))
    decay = -n * np.log(ratio) + z * 2.0 / f1 * np.sqrt(max(f2, 1) * (1.0 + f2 / f1))
    exponent = f1 / d + z * np.sqrt(f1 / d * (1.0 - f1 / d) / d)
    return Envelope(float(low), float(high), float(decay), min(float(exponent), 1.0))
