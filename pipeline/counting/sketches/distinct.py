"""How many different prompts, values or entities a group has: HyperLogLog++ on XXH3 hashes.

The registers are those of `datasketch.HyperLogLogPlusPlus`, whose bias correction turns them into a count. They take
the register from the low bits of the hash and the rank from the zeros above them, so that the error is independent
of the sample of prompts, which looks at the high bits.
"""

from __future__ import annotations

import zlib

import numpy as np
import numpy.typing as npt

from pipeline.exceptions import InputError

PRECISION = 12
"""2^12 registers: relative standard error 1.04 / sqrt(4096) = 1.6 %."""

Registers = npt.NDArray[np.int8]


def distinct_error(precision: int = PRECISION) -> float:
    """Return the relative standard error of a count, 1.04 / sqrt(2^precision)."""
    return float(1.04 / np.sqrt(1 << precision))


def empty_registers(precision: int = PRECISION) -> Registers:
    """Return the registers of an empty group."""
    return np.zeros(1 << precision, dtype=np.int8)


def observe(registers: Registers, hashes: npt.NDArray[np.int64]) -> None:
    """Take hashes into the registers, in place.

    Parameters
    ----------
    registers : ndarray of int8, shape (2^precision,)
        Changed in place.
    hashes : ndarray of int64
        XXH3 hashes, repeated or not.
    """
    bits = np.unique(hashes).view(np.uint64)
    precision = int(registers.size).bit_length() - 1
    places = (bits & np.uint64(registers.size - 1)).astype(np.int64)
    rest = bits >> np.uint64(precision)
    lowest = rest & (~rest + np.uint64(1))
    # The lowest set bit is a power of two, which float64 holds exactly; no bit set means the highest rank.
    ranks = np.where(lowest > 0, np.log2(np.maximum(lowest, 1).astype(np.float64)) + 1, 64 - precision + 1)
    np.maximum.at(registers, places, ranks.astype(np.int8))


def distinct_count(registers: Registers) -> float:
    """Return the estimated number of different hashes (Heule, Nunkesser and Hall 2013)."""
    from datasketch import HyperLogLogPlusPlus  # noqa: PLC0415 - brings scipy along; workers only fill registers

    precision = int(registers.size).bit_length() - 1
    return float(HyperLogLogPlusPlus(p=precision, reg=registers).count())


def merged_registers(one: Registers, other: Registers) -> Registers:
    """Return the registers of both groups together.

    Raises
    ------
    InputError
        If the two have different precisions.
    """
    if one.size != other.size:
        raise InputError(f"counts of distinct items with {one.size} and {other.size} registers do not merge")
    return np.maximum(one, other)


def registers_to_bytes(registers: Registers) -> bytes:
    """Serialise: the registers, one byte each, deflated (small groups are mostly zeros)."""
    return zlib.compress(registers.tobytes(), 6)


def registers_from_bytes(payload: bytes) -> Registers:
    """Inverse of `registers_to_bytes`."""
    return np.frombuffer(zlib.decompress(payload), dtype=np.int8).copy()
