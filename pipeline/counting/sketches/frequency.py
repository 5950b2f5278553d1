"""How often the corpus answers one prompt, where exact counts are not kept: a Count-Min sketch.

Its counts never fall below the truth and exceed it by at most `error_share` of all statements with probability 1 − δ.
Never used for rates: errors that only inflate make singletons vanish.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from math import ceil

import numpy as np
import numpy.typing as npt
from datasketches import count_min_sketch

HASHES = 5
"""Rows: the one-sided error holds with probability 1 − exp(−5) = 99.3 %."""

BUCKETS = 1 << 16
"""Columns: the error is at most e / 65536 = 0.004 % of all statements."""


@dataclass(frozen=True, slots=True)
class PromptFrequency:
    """How often the corpus states answers to a prompt.

    Parameters
    ----------
    count : int
        Best single number: the upper end, as Count-Min gives it.
    low, high : int
        The truth is never above `high`; it is at least `low` with the stated confidence.
    exact : bool
        True where the count is exact; then low = count = high.
    confidence : float
        Probability that `low` holds, 0 to 1.
    """

    count: int
    low: int
    high: int
    exact: bool
    confidence: float

    @classmethod
    def known(cls, count: int) -> PromptFrequency:
        """Return the answer of an exact table."""
        return cls(count, count, count, exact=True, confidence=1.0)


class PromptFrequencies:
    """Mergeable counts of statements by prompt.

    Parameters
    ----------
    sketch : count_min_sketch, optional
        The state; empty where it is not given.
    """

    def __init__(self, sketch: count_min_sketch | None = None) -> None:
        self._sketch = sketch if sketch is not None else count_min_sketch(HASHES, BUCKETS)

    def add(self, prompt_ids: npt.NDArray[np.int64]) -> None:
        """Count one statement for each id."""
        ids, repeats = np.unique(prompt_ids, return_counts=True)
        for prompt, times in zip(ids.tolist(), repeats.tolist(), strict=True):
            self._sketch.update(prompt, float(times))

    def merge(self, other: PromptFrequencies) -> None:
        """Add the counts of another part, in place."""
        self._sketch.merge(other._sketch)

    def lookup(self, prompt_id: int) -> PromptFrequency:
        """Say how often a prompt was stated, with the one-sided error.

        Parameters
        ----------
        prompt_id : int
            Id of the prompt.

        Returns
        -------
        PromptFrequency
            ``high`` is the smallest counter of the prompt; ``low`` is that less e/buckets of all statements.
        """
        high = round(self._sketch.get_estimate(prompt_id))
        excess = ceil(self._sketch.get_relative_error() * self._sketch.total_weight)
        exact = high == 0  # no counter ever falls below the truth
        confidence = 1.0 if exact else float(1.0 - np.exp(-self._sketch.num_hashes))
        return PromptFrequency(high, max(0, high - excess), high, exact, confidence)

    def to_bytes(self) -> bytes:
        """Serialise: the Apache format, deflated (small shards are mostly zeros)."""
        return zlib.compress(self._sketch.serialize(), 1)

    @classmethod
    def from_bytes(cls, payload: bytes) -> PromptFrequencies:
        """Inverse of `to_bytes`."""
        return cls(count_min_sketch.deserialize(zlib.decompress(payload)))
