"""MinHash signatures, equal bit for bit to those of `datasketch.MinHash` with the scheme ``affine32``."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import xxhash

from schemas.signatures import BANDS

PERMUTATIONS = 128
"""Hash functions of a signature: the estimated Jaccard similarity has a standard error of sqrt(J (1 − J) / 128)."""

BAND_ROWS = 6
"""MinHashes of a band: with 20 bands, a pair of similarity J becomes a candidate with probability 1 − (1 − J⁶)²⁰."""

SEED = 1
SCHEME = "affine32"

Hashes = npt.NDArray[np.uint32]

_EMPTY = np.uint32(2**32 - 1)
_CHUNK = 512


@cache
def _permutations() -> tuple[Hashes, Hashes]:
    from datasketch import MinHash  # noqa: PLC0415 - brings scipy along; few runs look for near copies

    a, b = MinHash(num_perm=PERMUTATIONS, seed=SEED, scheme=SCHEME).permutations
    return a.astype(np.uint32), b.astype(np.uint32)


def _mixed(values: Hashes) -> Hashes:
    """Finalise as MurmurHash3 does, 32 bits: the bijection that datasketch applies before its permutations."""
    h = values ^ (values >> np.uint32(16))
    h = h * np.uint32(0x85EBCA6B)
    h = h ^ (h >> np.uint32(13))
    h = h * np.uint32(0xC2B2AE35)
    mixed: Hashes = h ^ (h >> np.uint32(16))
    return mixed


def minhash(shingles: Hashes) -> Hashes:
    """Return the signature of a set of 32-bit hashes.

    Parameters
    ----------
    shingles : ndarray of uint32
        Any number, repeated or not.

    Returns
    -------
    ndarray of uint32, shape (PERMUTATIONS,)
        The smallest value of each permutation a h + b mod 2^32; all ones for an empty set.

    References
    ----------
    A. Broder (1997), On the resemblance and containment of documents, SEQUENCES.
    """
    a, b = _permutations()
    mixed = _mixed(shingles)[:, None]
    lowest = np.full(PERMUTATIONS, _EMPTY, dtype=np.uint32)
    for start in range(0, mixed.shape[0], _CHUNK):  # a chunk's products stay in the cache
        np.minimum(lowest, (mixed[start : start + _CHUNK] * a + b).min(axis=0), out=lowest)
    return lowest


def bands(signature: Hashes) -> list[int]:
    """Return the hash of each band, as signed 64-bit integers."""
    rows = np.ascontiguousarray(signature[: BANDS * BAND_ROWS], dtype="<u4").tobytes()
    width = BAND_ROWS * 4
    digests = (xxhash.xxh3_64_intdigest(rows[i * width : (i + 1) * width], seed=i) for i in range(BANDS))
    return [d - (1 << 64) if d >> 63 else d for d in digests]


def digits(signature: Hashes) -> str:
    """Return the low 16 bits of each MinHash as four hexadecimal digits, for comparison in SQL."""
    return (signature & np.uint32(0xFFFF)).astype(">u2").tobytes().hex()


def similarity(one: Hashes, other: Hashes) -> float:
    """Return the estimated Jaccard similarity of two sets: the share of equal MinHashes, 0 to 1."""
    return float(np.mean(one == other))
