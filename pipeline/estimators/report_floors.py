"""The rigorous floors of the report's rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy import special

from pipeline.estimators.domains import sidak_confidence
from pipeline.estimators.floors import guaranteed_floor, theorem2_floor, wrong_answers
from pipeline.estimators.report_answers import GUESS_SHARE, Answers
from pipeline.estimators.result import Floats, floats


@dataclass(frozen=True, slots=True)
class Terms:
    """What the floors of all rows share.

    Parameters
    ----------
    level : ndarray of float64, shape (rows,)
        Confidence of each row's floors.
    calibration_error : float
        δ, 0 to 1.
    sampling_rse : ndarray of float64, shape (rows,)
        Relative standard error of the singletons from a sketch, 0 for exact counts.
    design : ndarray of float64, shape (rows,)
        Design effect of observations in documents or clusters, 1 for independent ones.
    """

    level: Floats
    calibration_error: float
    sampling_rse: Floats
    design: Floats


def joint_confidence(unit: Any, confidence: float) -> Floats:
    """Confidence of each row such that the rows of its unit hold together (Šidák over the unit's rows)."""
    encoded = unit.combine_chunks().dictionary_encode()
    code = np.asarray(encoded.indices).astype(np.int64)
    return sidak_confidence(confidence, np.bincount(code)[code]) if code.size else np.empty(0)


def theorem2_floors(c: Mapping[str, Floats], answers: Answers, terms: Terms) -> Floats:
    """Theorem 2 for every row, |E_c| from the largest guessability of its attributes."""
    floor = theorem2_floor(
        _fewer(c, terms.level, terms.sampling_rse),
        c["n"],
        wrong_answers(answers.worst_guessability),
        confidence=terms.level,
        calibration_error=terms.calibration_error,
    )
    return floats(floor.point)


def guaranteed_floors(c: Mapping[str, Floats], answers: Answers, terms: Terms) -> Floats:
    """Compute the guaranteed floor of every row.

    A row of one attribute: `guaranteed_floor`, with a fifth of γ set aside for a measured guessability. A row
    of '*': the larger, at half of γ each, of the same with the worst guessability of its attributes, and of
    the sum over its attributes of (share of the observations) × (guaranteed floor of the attribute, γ divided
    by their number). The second keeps a floor where a single guessable attribute voids the first.
    """
    gamma = 1.0 - terms.level
    half = np.where(answers.single, 1.0, 0.5)
    direct = _floor(c, answers, answers.worst_guessability, half * gamma, terms)
    unshifted = replace(terms, calibration_error=0.0)
    single = _floor(c, answers, answers.joint_guessability, 0.5 * gamma / answers.parts, unshifted)
    weighted = np.where(answers.single, single * c["n"], 0.0)
    total = np.bincount(answers.group, weighted)[answers.group]
    stratified = np.clip(total / np.maximum(c["n"], 1.0) - terms.calibration_error, 0.0, 1.0)
    return floats(np.where(answers.single, direct, np.maximum(direct, stratified)))


def _floor(c: Mapping[str, Floats], answers: Answers, guess: Floats, gamma: Floats, terms: Terms) -> Floats:
    level = 1.0 - np.where(answers.measured, 1.0 - GUESS_SHARE, 1.0) * gamma
    singletons = _fewer(c, level, terms.sampling_rse)
    floor = guaranteed_floor(
        singletons,
        c["n"],
        wrong_answers(guess),
        confidence=level,
        calibration_error=terms.calibration_error,
        design=terms.design,
    )
    return np.nan_to_num(floats(floor.point))


def _fewer(c: Mapping[str, Floats], level: Floats, rse: Floats) -> Floats:
    """Singletons, less z times their standard error where a sketch estimated them."""
    z = floats(special.ndtri(level))
    return np.maximum(c["singletons"] * (1.0 - z * rse), 0.0)
