"""Texts to sets of shingles: hashes of runs of words, made without a loop over words."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

WORDS = 5
"""Words in a shingle; a text with fewer is one shingle."""

Words = npt.NDArray[np.uint64]

_BASE = 0x9E3779B97F4A7C15  # odd, so that it has an inverse modulo 2^64
_INVERSE = pow(_BASE, -1, 1 << 64)
_RUN_FACTOR = np.uint64(0xC2B2AE3D27D4EB4F)
_ROOM = 1 << 16


def _word_bytes() -> npt.NDArray[np.bool_]:
    table = np.zeros(256, dtype=np.bool_)
    table[[b for b in range(128) if chr(b).isalnum()]] = True
    table[128:] = True  # letters beyond ASCII, in UTF-8
    return table


_IS_WORD = _word_bytes()


def _powers(base: int, length: int) -> Words:
    powers = np.full(length, np.uint64(base), dtype=np.uint64)
    powers[0] = 1
    return np.multiply.accumulate(powers)


class _Tables:
    """Powers of the base and of its inverse modulo 2^64, as long as the longest text so far."""

    def __init__(self) -> None:
        self.powers = _powers(_BASE, _ROOM)
        self.inverses = _powers(_INVERSE, _ROOM)

    def reach(self, length: int) -> None:
        if length > self.powers.size:
            room = 1 << (length - 1).bit_length()
            self.powers, self.inverses = _powers(_BASE, room), _powers(_INVERSE, room)


_tables = _Tables()


def _mixed(hashes: Words) -> Words:
    """Finalise as MurmurHash3 does, 64 bits."""
    h = hashes ^ (hashes >> np.uint64(33))
    h = h * np.uint64(0xFF51AFD7ED558CCD)
    h = h ^ (h >> np.uint64(33))
    h = h * np.uint64(0xC4CEB9FE1A85EC53)
    mixed: Words = h ^ (h >> np.uint64(33))
    return mixed


def word_hashes(text: str) -> Words:
    """Return the hash of each word, in the order of the text.

    Words are maximal runs of ASCII letters and digits and of characters beyond ASCII, in lower case, so that layout,
    punctuation and case do not tell copies apart.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    ndarray of uint64, shape (words,)
        Σ byte_i B^i mod 2^64 over the word's UTF-8 bytes, finalised.
    """
    data = np.frombuffer(text.lower().encode("utf-8", "surrogatepass"), dtype=np.uint8)
    if data.size == 0:
        return np.empty(0, dtype=np.uint64)
    _tables.reach(data.size)
    flanked = np.zeros(data.size + 2, dtype=np.bool_)
    flanked[1:-1] = _IS_WORD[data]
    edges = np.flatnonzero(flanked[1:] != flanked[:-1])
    starts, ends = edges[::2], edges[1::2]
    sums = np.zeros(data.size + 1, dtype=np.uint64)
    np.cumsum(data * _tables.powers[: data.size], out=sums[1:])
    return _mixed((sums[ends] - sums[starts]) * _tables.inverses[starts])


def shingles(text: str) -> npt.NDArray[np.uint32]:
    """Return the 32-bit hash of every run of five words.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    ndarray of uint32, shape (max(words - 4, 1),)
        In the order of the text, repetitions included; empty where there are no words.
    """
    words = word_hashes(text)
    if words.size == 0:
        return np.empty(0, dtype=np.uint32)
    runs = max(words.size - WORDS + 1, 1)
    run = np.zeros(runs, dtype=np.uint64)
    for i in range(min(WORDS, words.size)):
        run = run * _RUN_FACTOR + words[i : i + runs]
    return (_mixed(run) >> np.uint64(32)).astype(np.uint32)
