"""The report's floors after correction for extraction noise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.estimators.degenerate import share
from pipeline.estimators.noise import NoiseModel, corrected_band
from pipeline.estimators.report_answers import Answers
from pipeline.estimators.result import Floats, floats


@dataclass(frozen=True, slots=True)
class Band:
    """Corrected floors of the report's rows.

    Parameters
    ----------
    low, high : ndarray of float64, shape (rows,)
        Ends, 0 to 1; NaN where no noise model applies.
    """

    low: Floats
    high: Floats


def corrected_floors(
    c: Mapping[str, Floats],
    attribute: tuple[Sequence[str], npt.NDArray[np.int64]],
    answers: Answers,
    *,
    interval: tuple[Floats, Floats],
    noise: Mapping[str, NoiseModel],
    calibration_error: float,
    precision: tuple[Floats, Floats] | None = None,
) -> Band:
    """Corrected floors of every row.

    Parameters
    ----------
    c : mapping of str to ndarray
        Numeric columns of `REPORT_COUNTS`.
    attribute : tuple of sequence of str and ndarray of int64, shape (rows,)
        Attributes, and the number of each row's among them.
    answers : Answers
        Answer statistics of the rows.
    interval : tuple of two ndarray of float64
        Ends of the interval of the observed rate.
    noise : mapping of str to NoiseModel
        By attribute; '*' stands for those that are not named.
    calibration_error : float
        δ, 0 to 1.
    precision : tuple of two ndarray of float64, shape (rows,), optional
        Ends of the share of right statements in each row, in the place of the models' precisions.

    Returns
    -------
    Band
        Rows of '*' without a model of their own: mean of their attributes, weighted by observations, NaN
        where one of these has no model.
    """
    names, code = attribute
    low, high = np.full(code.shape, np.nan), np.full(code.shape, np.nan)
    for number, name in enumerate(names):
        if (model := noise.get(name, noise.get("*"))) is not None:
            at = code == number
            low[at], high[at] = _rates(c, at, interval, model, precision)
    low = low * (1.0 - np.nan_to_num(answers.guessability, nan=1.0))
    high = high * (1.0 - _least_guessability(c, answers))
    if "*" not in noise:
        low, high = (_weighted(c, answers, end) for end in (low, high))
    return Band(*(np.clip(end - calibration_error, 0.0, 1.0) for end in (low, high)))


def _rates(
    c: Mapping[str, Floats],
    at: npt.NDArray[np.bool_],
    interval: tuple[Floats, Floats],
    model: NoiseModel,
    precision: tuple[Floats, Floats] | None,
) -> tuple[Floats, Floats]:
    split = (c["singletons_within"] - c["singletons"])[at]
    rates = corrected_band(
        interval[0][at],
        interval[1][at],
        doubletons=c["doubletons"][at],
        n=c["n"][at],
        prompts=c["prompts_exclusive"][at],
        split_pairs=split,
        model=model,
        precision=None if precision is None else (precision[0][at], precision[1][at]),
    )
    return floats(rates.low), floats(rates.high)


def _least_guessability(c: Mapping[str, Floats], answers: Answers) -> Floats:
    """1/|R| at least, and for measured answers as far below the commonest share as the limit is above it."""
    seen = np.nan_to_num(share(c["top_value_prompts"], c["prompts"]))
    below = np.maximum(2.0 * seen - np.nan_to_num(answers.guessability, nan=1.0), 0.0)
    measured = np.where(answers.measured & answers.single, below, 0.0)
    return floats(np.where(answers.measured | ~answers.single, measured, np.nan_to_num(answers.guessability)))


def _weighted(c: Mapping[str, Floats], answers: Answers, end: Floats) -> Floats:
    weighted = np.bincount(answers.group, np.where(answers.single, end * c["n"], 0.0))[answers.group]
    return floats(np.where(answers.single, end, weighted / np.maximum(c["n"], 1.0)))
