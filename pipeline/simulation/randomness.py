"""Randomness that is the same on every machine: raw bits, integers and one hash, no library distributions.

Distributions of numerical libraries may change between versions and processors. Everything here rests on raw
64-bit words of PCG64, whose stream is fixed, and on integer arithmetic.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Words = npt.NDArray[np.uint64]
Integers = npt.NDArray[np.int64]
Fractions = npt.NDArray[np.float64]

_ALL_BITS = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)


def mixed(numbers: npt.ArrayLike, *salts: int) -> Words:
    """Hash integers to 64-bit words (SplitMix64 finaliser), differently for every salt.

    Parameters
    ----------
    numbers : array_like of int
        The numbers to hash, any shape.
    *salts : int
        What the hash is for; each one is mixed in.

    Returns
    -------
    numpy.ndarray of uint64
        Same shape as `numbers`.
    """
    words = np.atleast_1d(np.asarray(numbers)).astype(np.uint64)
    for salt in (0, *salts):
        words = words + np.uint64(_GOLDEN * (2 * salt + 1) & _ALL_BITS)
        words = (words ^ (words >> np.uint64(30))) * _MIX_1
        words = (words ^ (words >> np.uint64(27))) * _MIX_2
        words = words ^ (words >> np.uint64(31))
    return words


def fractions(words: Words) -> Fractions:
    """Turn 64-bit words into floats in [0, 1) with 53 bits each."""
    return (words >> np.uint64(11)).astype(np.float64) * 2.0**-53


class Stream:
    """A stream of raw 64-bit words, named by integers.

    Parameters
    ----------
    *key : int
        Name of the stream: the seed and what it is drawn for. Equal names give equal streams.
    """

    def __init__(self, *key: int) -> None:
        self._bits = np.random.PCG64(np.random.SeedSequence([k & 0xFFFFFFFF for k in key]))

    def words(self, size: int) -> Words:
        """Return the next `size` raw words."""
        return np.asarray(self._bits.random_raw(size), dtype=np.uint64)

    def fractions(self, size: int) -> Fractions:
        """Return the next `size` floats, uniform on [0, 1)."""
        return fractions(self.words(size))

    def order(self, size: int) -> Integers:
        """Return a random order of `size` items."""
        return np.argsort(self.words(size), kind="stable").astype(np.int64)
