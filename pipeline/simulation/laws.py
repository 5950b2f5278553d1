"""Frequency laws: how often each prompt, entity or answer is drawn, as a table of integer weights."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline.exceptions import InputError
from pipeline.simulation.randomness import Fractions, Integers, Words, fractions, mixed

# Weights are rounded to integers with 32 bits, so that the last bit of a processor's power function cannot
# move a draw from one prompt to another; the smallest weight is 1.
_SCALE = float(1 << 32)
_LARGEST_SHARE = 1e12


@dataclass(frozen=True)
class Law:
    """A distribution over the items 0 … size − 1.

    Parameters
    ----------
    cumulative : numpy.ndarray of int64, shape (size,)
        Running sums of the integer weights.
    """

    cumulative: Integers

    @property
    def size(self) -> int:
        """Number of items."""
        return len(self.cumulative)

    @property
    def probabilities(self) -> Fractions:
        """Probability of each item, shape (size,)."""
        return np.diff(self.cumulative, prepend=0) / float(self.cumulative[-1])

    def draw(self, words: Words) -> Integers:
        """Turn raw words into items drawn with replacement, one for each word."""
        targets = (words % np.uint64(self.cumulative[-1])).astype(np.int64)
        return np.searchsorted(self.cumulative, targets, side="right").astype(np.int64)


def law_of_weights(weights: Fractions) -> Law:
    """Make a law of positive weights of any scale, shape (size,)."""
    scaled = np.maximum(1, np.rint(weights / float(np.max(weights)) * _SCALE)).astype(np.int64)
    return Law(np.cumsum(scaled))


def zipf(size: int, exponent: float) -> Law:
    """Weight k^(−exponent) for the k-th item, k = 1 … size; exponent 0 is the uniform law."""
    return law_of_weights(np.arange(1, size + 1, dtype=np.float64) ** -exponent)


def pareto(size: int, shape: float, seed: int, *, whole: bool = False) -> Law:
    """Weights drawn from the Pareto law P(W > w) = w^(−shape), w ≥ 1.

    Parameters
    ----------
    size : int
        Number of items.
    shape : float
        Shape of the law; the smaller, the heavier the tail.
    seed : int
        Seed of the weights.
    whole : bool
        Round weights down to whole numbers, as Miao and Kearns (arXiv 2502.08666) make their copies.
    """
    uniform = 1.0 - fractions(mixed(np.arange(size), seed, 0x9A7))
    weights = np.minimum(uniform ** (-1.0 / shape), _LARGEST_SHARE)
    return law_of_weights(np.floor(weights) if whole else weights)


def geometric(size: int, ratio: float) -> Law:
    """Weight ratio^k for the k-th item, k = 0 … size − 1."""
    return law_of_weights(ratio ** np.arange(size, dtype=np.float64))


def from_spectrum(path: Path) -> Law:
    """Make a law of an empirical spectrum: `prompts` items of weight `count` for every row of a CSV file.

    Parameters
    ----------
    path : Path
        CSV file with the columns count and prompts.

    Raises
    ------
    InputError
        If the file cannot be read or a row is not two positive whole numbers.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [(int(r["count"]), int(r["prompts"])) for r in csv.DictReader(file)]
    except (OSError, KeyError, TypeError, ValueError) as error:
        msg = f"{path}: not a spectrum ({error!r}); give a CSV file with the columns count,prompts"
        raise InputError(msg) from error
    if not rows or min(min(r) for r in rows) < 1:
        msg = f"{path}: a spectrum needs at least one row, and counts and prompts of 1 or more"
        raise InputError(msg)
    return law_of_weights(np.repeat([float(r[0]) for r in rows], [r[1] for r in rows]))
