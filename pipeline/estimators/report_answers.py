"""Answer spaces and guessabilities of the report's rows, for single attributes and for '*'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from pipeline.estimators.degenerate import share
from pipeline.estimators.guessability import uniformity_refuted, upper_limit
from pipeline.estimators.result import Floats, floats

GUESS_SHARE = 0.2
"""Share of γ that the limit of a measured guessability takes from the guaranteed floor."""


@dataclass(frozen=True, slots=True)
class AttributePrior:
    """What the attribute catalogue knows of an attribute's answers before any data.

    Parameters
    ----------
    answer_space : int or None
        Number of possible answers |R_c|; None where the catalogue does not say.
    uniform : bool
        Whether all of them are equally likely, as for birthdays.
    """

    answer_space: int | None
    uniform: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """Answer statistics of the report's rows; every array has shape (rows,).

    Parameters
    ----------
    group : ndarray of int64
        Number of the row's (unit, domain).
    single : ndarray of bool
        True for rows of one attribute, False for '*'.
    space : ndarray of float64
        Least number of possible answers; NaN where unknown.
    largest_space : ndarray of float64
        Largest number of possible answers that the catalogue knows; infinite where one is not known.
    guessability : ndarray of float64
        Upper limit of the chance of a right guess; for '*' the mean over singletons. NaN without prompts.
    worst_guessability : ndarray of float64
        The same, for '*' the largest over its attributes.
    joint_guessability : ndarray of float64
        The same at the level at which the limits of all attributes of the domain hold together.
    parts : ndarray of float64
        Number of attributes of the row's domain, 1 or more.
    measured : ndarray of bool
        True where a guessability was estimated from the data, so that it may fail.
    """

    group: npt.NDArray[np.int64]
    single: npt.NDArray[np.bool_]
    space: Floats
    largest_space: Floats
    guessability: Floats
    worst_guessability: Floats
    joint_guessability: Floats
    parts: Floats
    measured: npt.NDArray[np.bool_]


def answers_of_rows(
    counts: Any,
    c: Mapping[str, Floats],
    attributes: Mapping[str, AttributePrior],
    guessers: Mapping[str, float],
    level: Floats,
) -> Answers:
    """Answer spaces and guessabilities of every row.

    Parameters
    ----------
    counts : pyarrow.Table
        Rows of `REPORT_COUNTS`.
    c : mapping of str to ndarray
        Its numeric columns.
    attributes, guessers : mapping
        As in `pipeline.estimators.report_rows.domain_report`.
    level : ndarray of float64, shape (rows,)
        Confidence of each row's floors.
    """
    names, code = codes(counts["attribute"])
    group = _groups(counts)
    single = np.array([n != "*" for n in names], dtype=bool)[code]
    known = [attributes.get(n, AttributePrior(None, uniform=False)) for n in names]
    prior = floats([np.nan if p.answer_space is None else p.answer_space for p in known])[code]
    seen = np.where(c["distinct_values"] > 0, c["distinct_values"], np.nan)
    space = np.where(np.isnan(prior), seen, prior)
    uniform = np.array([p.uniform for p in known], dtype=bool)[code] & ~np.isnan(space)
    uniform &= uniformity_refuted(c["top_value_prompts"], c["prompts"], np.nan_to_num(space, nan=1.0)) == 0
    parts = np.maximum(np.bincount(group, single, _groups_in(group)), 1.0)[group]
    least = floats([guessers.get(n, 0.0) for n in names])[code]

    def guess(gamma: Floats) -> Floats:
        limit = upper_limit(c["top_value_prompts"], c["prompts"], 1.0 - GUESS_SHARE * gamma)
        return np.maximum(np.where(uniform, share(1.0, np.nan_to_num(space)), limit), least)

    alone, joint = guess(1.0 - level), guess((1.0 - level) / parts)
    largest = np.where(np.isnan(prior), np.inf, prior)
    return _with_stars(c, Answers(group, single, space, largest, alone, alone, joint, parts, ~uniform))


def _with_stars(c: Mapping[str, Floats], a: Answers) -> Answers:
    """Fill the rows of attribute '*' from the rows of the attributes in the same unit and domain."""
    groups = _groups_in(a.group)
    of, one = a.group[a.single], a.single
    least, largest, worst = np.full(groups, np.inf), np.full(groups, -np.inf), np.full(groups, -np.inf)
    np.minimum.at(least, of, np.nan_to_num(a.space[one], nan=np.inf))
    np.maximum.at(largest, of, a.largest_space[one])
    np.maximum.at(worst, of, a.joint_guessability[one])
    weight = np.bincount(of, c["singletons"][one], groups)
    mean = np.bincount(of, c["singletons"][one] * a.guessability[one], groups) / np.maximum(weight, 1.0)
    measured = np.bincount(of, a.measured[one], groups) > 0
    worst = np.where(np.isfinite(worst), worst, 1.0)
    mean = np.where(weight > 0, mean, worst)
    least = np.where(np.isfinite(least), least, np.nan)
    largest = np.where(largest > 0, largest, np.inf)
    return Answers(
        a.group,
        one,
        np.where(one, a.space, least[a.group]),
        np.where(one, a.largest_space, largest[a.group]),
        np.where(c["prompts"] > 0, np.where(one, a.guessability, mean[a.group]), np.nan),
        np.where(one, a.guessability, worst[a.group]),
        a.joint_guessability,
        a.parts,
        np.where(one, a.measured, measured[a.group]),
    )


def codes(column: Any) -> tuple[list[str], npt.NDArray[np.int64]]:
    """Different values of a column of strings, and the number of each row's among them."""
    encoded = column.combine_chunks().dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.combine_chunks()
    return encoded.dictionary.to_pylist(), np.asarray(encoded.indices).astype(np.int64)


def _groups(counts: Any) -> npt.NDArray[np.int64]:
    units, unit = codes(counts["unit"])
    _, domain = codes(counts["domain"])
    _, number = np.unique(domain * max(len(units), 1) + unit, return_inverse=True)
    return np.asarray(number, dtype=np.int64)


def _groups_in(group: npt.NDArray[np.int64]) -> int:
    return int(group.max()) + 1 if group.size else 0
