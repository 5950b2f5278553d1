"""What extraction noise does to the singleton rate, and the band that is left when it is measured.

False facts and names that were not merged make singletons, so the rate comes out too high; so do missed
statements, since a smaller sample has a higher rate. Correcting needs precision, aliases and recall.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.estimators.degenerate import share
from pipeline.estimators.result import Floats, Numbers, Value, floats, two_sided_quantile
from pipeline.exceptions import InputError


@dataclass(frozen=True, slots=True)
class Share:
    """A measured share with its uncertainty.

    Parameters
    ----------
    point, low, high : float
        Estimate and interval, 0 to 1, low ≤ point ≤ high.
    """

    point: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0.0 <= self.low <= self.point <= self.high <= 1.0:
            raise InputError(
                f"share {self.point} in [{self.low}, {self.high}]: give low ≤ point ≤ high, all from 0 to 1"
            )

    @classmethod
    def counted(cls, right: int, checked: int, confidence: float = 0.95) -> Share:
        """Share of `checked` items that were `right`, with its Wilson interval.

        Raises
        ------
        InputError
            If `right` is negative or more than `checked`.
        """
        if not 0 <= right <= checked:
            raise InputError(f"audit: {right} right of {checked} checked: give 0 ≤ right ≤ checked")
        if checked == 0:
            return cls(0.5, 0.0, 1.0)
        z = float(two_sided_quantile(confidence))
        middle = (right + z * z / 2.0) / (checked + z * z)
        half = z * np.sqrt(right * (checked - right) / checked + z * z / 4.0) / (checked + z * z)
        p = right / checked
        return cls(p, float(min(max(middle - half, 0.0), p)), float(max(min(middle + half, 1.0), p)))


CERTAIN = Share(1.0, 1.0, 1.0)
NONE = Share(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class NoiseModel:
    """Measured faults of an extraction, for one attribute or one rule.

    Parameters
    ----------
    singleton_precision : Share
        π1, share of singletons that the text does state.
    other_precision : Share
        π2, the same for statements of prompts seen more than once.
    recall : Share
        ρ, share of the statements in the text that were found.
    alias_share : Share
        a, share of the true singletons whose prompt the corpus states again under another name.
    source : str
        Where the figures come from; the report names it.
    """

    singleton_precision: Share = CERTAIN
    other_precision: Share = CERTAIN
    recall: Share = CERTAIN
    alias_share: Share = NONE
    source: str = "measured"


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One row of an audit: what a person found when checking facts and texts of an attribute.

    Parameters
    ----------
    attribute : str
        The attribute, or '*' for all.
    singletons_checked, singletons_right, singletons_aliased : int
        Singletons looked at; those that the text states; those of them found again under another name.
    others_checked, others_right : int
        Statements of prompts seen more than once: looked at, and stated by the text.
    statements_in_text, statements_found : int
        Statements that a person found in sample texts; those of them that extraction found.
    """

    attribute: str
    singletons_checked: int
    singletons_right: int
    singletons_aliased: int = 0
    others_checked: int = 0
    others_right: int = 0
    statements_in_text: int = 0
    statements_found: int = 0

    def model(self, confidence: float = 0.95) -> NoiseModel:
        """Noise model of the audit's shares with Wilson intervals; what was not looked at is unknown."""
        return NoiseModel(
            Share.counted(self.singletons_right, self.singletons_checked, confidence),
            Share.counted(self.others_right, self.others_checked, confidence),
            Share.counted(self.statements_found, self.statements_in_text, confidence),
            Share.counted(self.singletons_aliased, self.singletons_right, confidence),
            "audit",
        )


@dataclass(frozen=True, slots=True)
class CorrectedRate:
    """Band of the singleton rate after correction.

    Parameters
    ----------
    low, high : float or ndarray of float64
        Ends of the band, 0 to 1; they hold sampling error and the uncertainty of the noise model.
    """

    low: Value
    high: Value


def without_false_facts(
    singletons: Numbers, doubletons: Numbers, n: Numbers, *, pi1: Numbers, pi2: Numbers, aliased: Numbers
) -> Floats:
    """[ f1 π1 (1 − a) + 2 f2 π2 (1 − π2) ] / [ f1 π1 + (n − f1) π2 ].

    f1 π1 true singletons, less those that another name hides; a doubleton of which one statement is false
    becomes a singleton. π1, π2 : precision of singletons and of other statements; a : share of aliases.

    Parameters
    ----------
    singletons, doubletons, n : array_like
        As extracted.
    pi1, pi2, aliased : array_like
        Shares, 0 to 1.

    Returns
    -------
    ndarray of float64
        Singleton rate of the true statements among those found; NaN where none is true.
    """
    f1, f2, size = floats(singletons), floats(doubletons), floats(n)
    p1, p2 = floats(pi1), floats(pi2)
    top = f1 * p1 * (1.0 - floats(aliased)) + 2.0 * f2 * p2 * (1.0 - p2)
    return share(top, f1 * p1 + (size - f1) * p2)


def corrected_band(
    rate_low: Numbers,
    rate_high: Numbers,
    *,
    doubletons: Numbers,
    n: Numbers,
    prompts: Numbers,
    split_pairs: Numbers = 0.0,
    model: NoiseModel,
    precision: tuple[Numbers, Numbers] | None = None,
) -> CorrectedRate:
    """Band of the rate that a perfect extraction would have shown.

    First false facts and aliases (`without_false_facts`), then missed statements: the true data is F = 1/ρ
    times what was found, so the rate lies between G exp(−k (F − 1)), k = 2 f2/f1, and G F^(f1/d − 1). Every
    ingredient at the end that lowers, or raises, the result.

    Parameters
    ----------
    rate_low, rate_high : array_like
        Interval of the observed rate.
    doubletons, n, prompts : array_like
        f2, n and d, as extracted.
    split_pairs : array_like
        Prompts answered once here and again elsewhere, which speed up the fall of a domain's rate.
    model : NoiseModel
        Missed statements are taken to be missed at random.
    precision : tuple of two array_like, optional
        Ends of the share of right ones among all statements, where singletons and others were not checked
        apart: it takes the place of the model's π1 and π2 (`unplaced_false_facts`).

    Returns
    -------
    CorrectedRate
        NaN where the model leaves no true statement.
    """
    if precision is None:
        right = floats(model.singleton_precision.low)
        low, high = (_end(r, doubletons, n, model, worst=w) for r, w in ((rate_low, True), (rate_high, False)))
    else:
        right = floats(precision[0])
        low, high = unplaced_false_facts(rate_low, rate_high, doubletons=doubletons, n=n, precision=precision)
        low = low * (1.0 - model.alias_share.high)
    gap_low, gap_high = (1.0 / max(r, 1e-9) for r in (model.recall.high, model.recall.low))
    f1_low = np.maximum(low * floats(n) * right, 1e-9)
    seconds = 2.0 * (floats(doubletons) + model.alias_share.high * low * floats(n)) + floats(split_pairs)
    fall = np.exp(-np.minimum(seconds / f1_low * (gap_high - 1.0), 700.0))
    exponent = np.clip(np.nan_to_num(share(floats(rate_high) * floats(n), prompts), nan=1.0), 0.0, 1.0)
    return CorrectedRate(low * fall, np.clip(high * gap_low ** (exponent - 1.0), 0.0, 1.0))


def unplaced_false_facts(
    rate_low: Numbers,
    rate_high: Numbers,
    *,
    doubletons: Numbers,
    n: Numbers,
    precision: tuple[Numbers, Numbers],
) -> tuple[Floats, Floats]:
    """Ends of the rate when nobody knows which statements are false: [ (G − e)/(1 − e), G/(1 − e) ], e = 1 − precision.

    A false fact that is not stated again is a singleton of its own: G = (1 − e) G_true + e. If all false facts are
    repeated, G = (1 − e) G_true. If they are as common everywhere, doubletons of which one statement is false become
    singletons (`without_false_facts` with π1 = π2), which may be higher still.

    Parameters
    ----------
    rate_low, rate_high : array_like
        Interval of the observed rate G.
    doubletons, n : array_like
        f2 and n, as extracted.
    precision : tuple of two array_like
        Ends of the share of right statements, 0 to 1.

    Returns
    -------
    tuple of two ndarray of float64
        NaN where no statement need be true.
    """
    least, most = floats(precision[0]), floats(precision[1])
    low = share(np.maximum(floats(rate_low) - (1.0 - least), 0.0), least)
    size = floats(n)
    # The term of the doubletons, π(1 − π), is largest at 1/2.
    rights = (least, most, np.clip(0.5, least, most))
    ends = [without_false_facts(floats(rate_high) * size, doubletons, size, pi1=p, pi2=p, aliased=0.0) for p in rights]
    repeated = np.broadcast_to(np.minimum(share(floats(rate_high), least), 1.0), ends[0].shape)
    return low, floats(np.clip(np.max([*ends, repeated], axis=0), 0.0, 1.0))


def _end(rate: Numbers, doubletons: Numbers, n: Numbers, model: NoiseModel, *, worst: bool) -> Floats:
    """Lowest or highest corrected rate over the corners of the model's intervals."""
    size = floats(n)
    aliased = model.alias_share.high if worst else model.alias_share.low
    corners = [
        without_false_facts(floats(rate) * size, doubletons, size, pi1=p1, pi2=p2, aliased=aliased)
        for p1 in (model.singleton_precision.low, model.singleton_precision.high)
        for p2 in (model.other_precision.low, model.other_precision.high, 0.5)
        if p2 in {model.other_precision.low, model.other_precision.high}
        or model.other_precision.low < p2 < model.other_precision.high
    ]
    return floats(np.min(corners, axis=0) if worst else np.max(corners, axis=0))
