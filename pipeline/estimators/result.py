"""What every estimator gives back, and the few conventions that all of them share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import special

from pipeline.exceptions import InputError

Floats = npt.NDArray[np.float64]
Numbers = npt.ArrayLike
Value = float | Floats


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its interval and the name of the method behind it.

    Parameters
    ----------
    point : float or ndarray of float64
        The estimate; NaN where the data says nothing.
    low, high : float or ndarray of float64
        Ends of the interval, of the shape of `point`. One-sided bounds have the other end at the limit of
        the quantity's range.
    confidence : float or ndarray of float64
        Probability with which the interval covers, 0 to 1.
    method : str
        Name of the method.
    """

    point: Value
    low: Value
    high: Value
    confidence: Value
    method: str


def floats(values: Numbers) -> Floats:
    """Values as an array of float64; a scalar becomes an array without dimensions."""
    return np.asarray(values, dtype=np.float64)


def plain(values: Numbers) -> Value:
    """Return a float where the array has no dimensions, the array itself otherwise."""
    array = floats(values)
    return float(array) if array.ndim == 0 else array


def checked_confidence(confidence: Numbers) -> Floats:
    """Confidence as an array.

    Raises
    ------
    InputError
        If a value is not strictly between 0 and 1.
    """
    level = floats(confidence)
    if not bool(np.all((level > 0) & (level < 1))):
        raise InputError(f"confidence {confidence!r} is not between 0 and 1: give a share such as 0.95")
    return level


def two_sided_quantile(confidence: Numbers) -> Floats:
    """Normal quantile z such that a standard normal lies in [-z, z] with the given probability."""
    return floats(special.ndtri((1.0 + checked_confidence(confidence)) / 2.0))
