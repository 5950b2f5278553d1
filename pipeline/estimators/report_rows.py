"""From counts to the report: `REPORT_COUNTS` rows in, `DOMAIN_REPORT` rows out, all rows at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.estimators.clusters import cluster_interval, design_effect
from pipeline.estimators.coverage import chao_jost_coverage
from pipeline.estimators.degenerate import FEWEST_OBSERVATIONS, share, too_small
from pipeline.estimators.floors import ceiling, expected_floor
from pipeline.estimators.missing_mass import esty_wilson, good_turing
from pipeline.estimators.noise import NoiseModel
from pipeline.estimators.report_answers import Answers, AttributePrior, answers_of_rows, codes
from pipeline.estimators.report_floors import Terms, guaranteed_floors, joint_confidence, theorem2_floors
from pipeline.estimators.report_noise import corrected_floors
from pipeline.estimators.result import Floats, Numbers, checked_confidence, floats
from pipeline.estimators.richness import chao1_unseen
from pipeline.exceptions import InputError
from schemas import DOMAIN_REPORT, REPORT_COUNTS

__all__ = ["AttributePrior", "domain_report"]

FLOORS = (
    "floor",
    "floor_guaranteed",
    "floor_theorem2",
    "ceiling",
    "floor_corrected_low",
    "floor_corrected_high",
)
"""Columns that are null where the data is too small."""

Bools = npt.NDArray[np.bool_]


def domain_report(
    counts: Any,
    attributes: Mapping[str, AttributePrior],
    *,
    confidence: float = 0.95,
    calibration_error: float = 0.0,
    min_n: int = FEWEST_OBSERVATIONS,
    approximate: bool | npt.NDArray[np.bool_] = False,
    sampling_rse: Numbers = 0.0,
    noise: NoiseModel | Mapping[str, NoiseModel] | None = None,
    precision: tuple[Numbers, Numbers] | None = None,
    guessers: Mapping[str, float] | None = None,
    simultaneous: bool = False,
) -> Any:
    """Compute every column of `domain_report`.

    Parameters
    ----------
    counts : pyarrow.Table
        Rows of `REPORT_COUNTS`; rows of attribute '*' need the rows of their attributes beside them.
    attributes : mapping of str to AttributePrior
        What the catalogue says of each attribute; one that is missing counts as skewed, of unknown size.
    confidence : float
        Confidence of intervals and floors, 0 to 1.
    calibration_error : float
        δ of the theorems, 0 to 1.
    min_n : int
        Fewest observations for which a rate is printed.
    approximate : bool or ndarray of bool, shape (rows,)
        True where counts come from a sketch.
    sampling_rse : float or array_like, shape (rows,)
        Relative standard error of `singletons` that the sketch brings in.
    noise : NoiseModel or mapping of str to NoiseModel, optional
        Measured extraction noise, for all attributes or by attribute ('*' for those not named); without it
        the corrected floors are null.
    precision : tuple of two array_like, shape (rows,), optional
        Ends of the share of right statements in each row, in the place of the precisions of `noise`.
    guessers : mapping of str to float, optional
        Upper limit, by attribute, of how often a measured guesser was right; the larger guessability counts.
    simultaneous : bool
        Whether the floors of all rows of a unit hold together at `confidence` (Šidák).

    Returns
    -------
    pyarrow.Table
        Rows of `DOMAIN_REPORT`, sorted by its key.

    Raises
    ------
    InputError
        If a column of `counts` is missing, or `confidence` or `calibration_error` is no share.
    """
    _check(counts, calibration_error, confidence)
    rows = counts.num_rows
    # Sums over rows are taken in the canonical order, so that the order of the input changes no last digit.
    order = pc.sort_indices(counts, [(name, "ascending") for name in REPORT_COUNTS.sort_by]).to_numpy()
    counts = counts.take(order)
    c = {name: _numbers(counts[name]) for name in REPORT_COUNTS.column_names[3:]}
    level = joint_confidence(counts["unit"], confidence) if simultaneous else np.full(rows, confidence)
    rse = np.broadcast_to(floats(sampling_rse), (rows,))[order]
    answers = answers_of_rows(counts, c, attributes, guessers or {}, level)
    printed = ~too_small(c["singletons"], c["doubletons"], c["n"], min_n=min_n)
    low, high = _interval(c, confidence, rse)
    # Floors that hold together need ends that hold together; the printed interval is each row's own.
    joint_low, joint_high = _interval(c, level, rse) if simultaneous else (low, high)
    values: dict[str, npt.NDArray[Any]] = dict(_rates(c, printed, min_n))
    values |= _floors(c, answers, joint_low, Terms(level, calibration_error, rse, _design(c)))
    band = corrected_floors(
        c,
        codes(counts["attribute"]),
        answers,
        interval=(joint_low, joint_high),
        noise=_models(noise),
        calibration_error=calibration_error,
        precision=None if precision is None else (floats(precision[0])[order], floats(precision[1])[order]),
    )
    values |= {"floor_corrected_low": band.low, "floor_corrected_high": band.high}
    for name in FLOORS:
        values[name] = np.where(printed, values[name], np.nan)
    values |= {
        "singleton_rate_low": low,
        "singleton_rate_high": high,
        "confidence": np.full(rows, confidence),
        "calibration_error": np.full(rows, calibration_error),
        "answer_space": answers.space,
        "guessability": answers.guessability,
        "vacuous": ~(values["floor_guaranteed"] > 0),
        "approximate": np.broadcast_to(np.asarray(approximate, dtype=bool), (rows,))[order],
    }
    return _table(counts, values)


def _check(counts: Any, calibration_error: float, confidence: float) -> None:
    if missing := [n for n in REPORT_COUNTS.column_names if n not in counts.column_names]:
        raise InputError(f"the report's counts lack {', '.join(missing)}; they have {counts.column_names}")
    checked_confidence(confidence)
    if not 0.0 <= calibration_error <= 1.0:
        raise InputError(f"calibration error {calibration_error} is no share: give a number from 0 to 1")


def _numbers(column: Any) -> Floats:
    """Column as float64, nulls as NaN. Counts are exact up to 2⁵³."""
    return floats(column.cast(pa.float64()).to_numpy())


def _interval(c: Mapping[str, Floats], confidence: Numbers, rse: Floats) -> tuple[Floats, Floats]:
    independent = esty_wilson(c["singletons"], c["doubletons"], c["n"], confidence=confidence, sampling_rse=rse)
    clustered, (zz, zn, nn, pairs) = _cluster_sums(c)
    clusters = cluster_interval(
        c["singletons"], c["n"], zz=zz, zn=zn, nn=nn, pairs=pairs, confidence=confidence, sampling_rse=rse
    )
    return (
        floats(np.where(clustered, clusters.low, independent.low)),
        floats(np.where(clustered, clusters.high, independent.high)),
    )


def _cluster_sums(c: Mapping[str, Floats]) -> tuple[Bools, list[Floats]]:
    """Say which rows have cluster sums; the sums, 0 where there are none."""
    sums = [c[f"cluster_{name}"] for name in ("zz", "zn", "nn", "pairs")]
    clustered = ~np.isnan(np.sum(sums, axis=0))
    return clustered, [floats(np.where(clustered, s, 0.0)) for s in sums]


def _design(c: Mapping[str, Floats]) -> Floats:
    clustered, (zz, zn, nn, _) = _cluster_sums(c)
    return floats(np.where(clustered, design_effect(c["singletons"], c["n"], zz=zz, zn=zn, nn=nn), 1.0))


def _rates(c: Mapping[str, Floats], printed: Bools, min_n: int) -> dict[str, Floats]:
    within = ~too_small(c["singletons_within"], c["doubletons_within"], c["n"], min_n=min_n)
    f1, f2, n = c["singletons"], c["doubletons"], c["n"]
    return {
        "singleton_rate": np.where(printed, good_turing(f1, n), np.nan),
        "singleton_rate_within": np.where(within, good_turing(c["singletons_within"], n), np.nan),
        "monofact_rate": share(c["monofacts"], c["fact_observations"]),
        "unique_value_ratio": share(f1, c["prompts"]),
        "coverage": floats(chao_jost_coverage(f1, f2, n).point),
        "prompts_unseen": chao1_unseen(f1, f2, n),
    }


def _floors(c: Mapping[str, Floats], answers: Answers, low: Floats, terms: Terms) -> dict[str, Floats]:
    expected = expected_floor(
        low, answers.guessability, confidence=terms.level, calibration_error=terms.calibration_error
    )
    highest = ceiling(c["singletons"], c["n"], answers.largest_space, confidence=terms.level)
    return {
        "floor": floats(expected.point),
        "floor_guaranteed": guaranteed_floors(c, answers, terms),
        "floor_theorem2": theorem2_floors(c, answers, terms),
        "ceiling": floats(highest.point),
    }


def _models(noise: NoiseModel | Mapping[str, NoiseModel] | None) -> dict[str, NoiseModel]:
    return {"*": noise} if isinstance(noise, NoiseModel) else dict(noise or {})


def _table(counts: Any, values: Mapping[str, npt.NDArray[Any]]) -> Any:
    columns = []
    for field in DOMAIN_REPORT.arrow_schema:
        if field.name in values:
            array = pa.array(values[field.name], from_pandas=field.nullable)
        else:
            array = counts[field.name].combine_chunks()
        columns.append(array.cast(field.type))
    return pa.Table.from_arrays(columns, schema=DOMAIN_REPORT.arrow_schema)
