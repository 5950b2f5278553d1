"""A frequency spectrum: how many prompts were answered once, twice, three times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.exceptions import InputError

LARGEST = 2**53
"""Counts up to here are exact in double precision."""


@dataclass(frozen=True, slots=True, eq=False)
class Spectrum:
    """How many prompts were answered how often.

    Parameters
    ----------
    counts : ndarray of int64, shape (k,)
        Different numbers of answering observations, ascending, 1 or more.
    prompts : ndarray of int64, shape (k,)
        `prompts[i]` prompts were answered `counts[i]` times; 1 or more.
    abstentions : int
        Observations that say the answer is not known; they count in n.
    """

    counts: npt.NDArray[np.int64]
    prompts: npt.NDArray[np.int64]
    abstentions: int = 0

    @classmethod
    def from_pairs(cls, pairs: Iterable[tuple[Any, Any]], *, abstentions: int = 0) -> Spectrum:
        """Make a spectrum of (count, prompts) pairs.

        Parameters
        ----------
        pairs : iterable of (int, int)
            In any order; a count may stand once only. Pairs with 0 prompts say nothing and are dropped.
        abstentions : int
            Observations that say the answer is not known.

        Raises
        ------
        InputError
            If a number is no integer, negative or too large, a count is 0 or stands twice, or nothing is left.
        """
        seen: dict[int, int] = {}
        for place, (count, prompts) in enumerate(pairs, start=1):
            c = whole_number(count, f"count of entry {place}")
            p = whole_number(prompts, f"prompts of entry {place}")
            if c == 0:
                raise InputError(
                    f"spectrum, entry {place}: count 0 — prompts that were never answered cannot be counted; "
                    "leave the entry out"
                )
            if c in seen:
                raise InputError(f"spectrum, entry {place}: count {c} stands twice; give each count once")
            seen[c] = p
        kept = sorted((c, p) for c, p in seen.items() if p > 0)
        hidden = whole_number(abstentions, "abstentions")
        if not kept and not hidden:
            raise InputError("the spectrum is empty: give at least one count with one prompt or more")
        if sum(c * p for c, p in kept) + hidden > LARGEST:
            raise InputError(f"the spectrum holds more than {LARGEST} observations: are the columns swapped?")
        table = np.array(kept, dtype=np.int64).reshape(-1, 2)
        return cls(table[:, 0], table[:, 1], hidden)

    @property
    def n(self) -> int:
        """Observations, abstentions included."""
        return int(self.counts @ self.prompts) + self.abstentions

    @property
    def d(self) -> int:
        """Different prompts answered."""
        return int(self.prompts.sum())

    def f(self, count: int) -> int:
        """Prompts answered exactly `count` times."""
        return int(self.prompts[self.counts == count].sum())


def whole_number(value: object, what: str) -> int:
    """Return value as an int.

    Parameters
    ----------
    value : object
        An integer, a float without fraction, or the text of either.
    what : str
        What it is, for the message.

    Raises
    ------
    InputError
        If it is no whole number, negative, or above 2⁵³.
    """
    number = _integer(value)
    if number is None:
        raise InputError(f"spectrum, {what}: {value!r} is no whole number")
    if number < 0:
        raise InputError(f"spectrum, {what}: {number} is negative")
    if number > LARGEST:
        raise InputError(f"spectrum, {what}: {number} is above {LARGEST}")
    return number


def _integer(value: object) -> int | None:
    if isinstance(value, bool | np.bool_):
        return None
    if isinstance(value, int | np.integer):
        return int(value)
    if isinstance(value, float | np.floating):
        return int(value) if float(value).is_integer() else None
    if not isinstance(value, str):
        return None
    # Tools that hold numbers as floats write 3.0; its digits are taken as text, so that none is rounded.
    whole, dot, fraction = value.strip().partition(".")
    if (dot and fraction.strip("0")) or not whole.lstrip("+-").isdecimal():
        return None
    return int(whole)
