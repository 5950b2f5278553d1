"""The coordinated hash sample of prompts: the same prompts are sampled in every shard, domain, engine and day.

A prompt's id is an XXH3 hash of its content, uniform over the signed 64-bit integers. The sample holds the `size`
prompts with the smallest ids, each with exact counts, and the bound below which it is complete. A prompt below the
bound of a merged sample was below the bound of every part from its first statement on, so that merging is exact.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.exceptions import InputError

Ids = npt.NDArray[np.int64]
Counts = npt.NDArray[np.int64]

_LEAST = -(2**63)
_RANGE = float(2**64)


def inclusion_probability(bound: int | None) -> float:
    """Return the chance that a prompt is sampled.

    Parameters
    ----------
    bound : int or None
        Prompts with ids below it are in the sample; None where all of them are.

    Returns
    -------
    float
        Probability, 0 to 1: (bound + 2^63) / 2^64.
    """
    return 1.0 if bound is None else (bound - _LEAST) / _RANGE


@dataclass(frozen=True, eq=False)
class PromptSample:
    """Prompts of one attribute with the smallest ids, with exact counts in columns.

    Parameters
    ----------
    size : int
        Largest number of different prompts held, k.
    ids : ndarray of int64, shape (rows,)
        Prompt ids, ascending. A prompt has one row for each domain (any integer code) that speaks of it.
    codes : ndarray of int64, shape (rows,)
        Code of the domain; ascending within a prompt.
    counts : ndarray of int64, shape (rows, columns)
        What is counted of the prompt there; at least one of a row is positive.
    bound : int or None
        The sample is complete for ids below it; None where it holds every prompt.
    """

    size: int
    ids: Ids
    codes: Ids
    counts: Counts
    bound: int | None = None

    @property
    def probability(self) -> float:
        """Chance that a prompt is in the sample, 0 to 1."""
        return inclusion_probability(self.bound)

    @classmethod
    def of(cls, size: int, ids: Ids, codes: Ids, counts: Counts, bound: int | None = None) -> PromptSample:
        """Sample rows in any order; rows of the same prompt and domain are added.

        Parameters
        ----------
        size : int
            Largest number of different prompts, at least 16.
        ids, codes, counts : ndarray of int64
            Rows, as in the class, in any order.
        bound : int or None
            The rows are complete for ids below it.

        Raises
        ------
        InputError
            If `size` is too small to estimate anything.
        """
        if size < 16:
            raise InputError(f"a sketch of {size} prompts says nothing: choose --sketch-size 16 or more")
        ids, codes, counts = _summed(ids, codes, counts)
        distinct = np.unique(ids)
        if bound is not None:
            distinct = distinct[distinct < bound]
        if distinct.size > size:
            bound = int(distinct[size])
        if bound is not None:
            kept = ids < bound
            ids, codes, counts = ids[kept], codes[kept], counts[kept]
        return cls(size, ids, codes, counts, bound)

    def merged(self, other: PromptSample) -> PromptSample:
        """Return the sample of both parts together, exactly as if they had been sampled as one.

        Raises
        ------
        InputError
            If the two were made with different sizes.
        """
        if self.size != other.size:
            raise InputError(
                f"sketches of sizes {self.size} and {other.size} do not merge: analyse with one --sketch-size"
            )
        bounds = [b for b in (self.bound, other.bound) if b is not None]
        return PromptSample.of(
            self.size,
            np.concatenate([self.ids, other.ids]),
            np.concatenate([self.codes, other.codes]),
            np.concatenate([self.counts, other.counts]),
            min(bounds, default=None),
        )


def _summed(ids: Ids, codes: Ids, counts: Counts) -> tuple[Ids, Ids, Counts]:
    order = np.lexsort((codes, ids))
    ids, codes, counts = ids[order], codes[order], counts[order]
    if not ids.size:
        return ids, codes, counts
    new = np.concatenate([[True], (ids[1:] != ids[:-1]) | (codes[1:] != codes[:-1])])
    starts = np.flatnonzero(new)
    return ids[starts], codes[starts], np.add.reduceat(counts, starts, axis=0)
