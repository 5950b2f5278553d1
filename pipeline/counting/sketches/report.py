"""What the report says where its counts come from a sample of prompts."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from scipy import stats

from pipeline.report_keys import aligned
from schemas import DOMAIN_REPORT

LEAST_SAMPLED_SINGLETONS = 5
"""With fewer singletons in the sample, an interval is printed but no rate and no floor."""

_UNKNOWN = (
    "singleton_rate",
    "floor",
    "floor_guaranteed",
    "floor_theorem2",
    "floor_corrected_low",
    "floor_corrected_high",
    "ceiling",
)

Floats = npt.NDArray[np.float64]


def without_thin_samples(report: Any, errors: Any) -> Any:
    """Take back rates and floors that rest on a handful of sampled singletons, and widen their intervals.

    The normal approximation of the sampling error fails there. The interval then also covers every rate under which
    the sampled number x is not surprising: Poisson limits of x times the rate that one sampled singleton stands for.

    Parameters
    ----------
    report : pyarrow.Table
        Rows of `schemas.DOMAIN_REPORT`.
    errors : pyarrow.Table
        Rows of `schemas.sampling_errors.SAMPLING_ERRORS`.

    Returns
    -------
    pyarrow.Table
        Rows of `schemas.DOMAIN_REPORT`.
    """
    sampled = aligned(report, errors, "sampled_singletons")
    per_singleton = aligned(report, errors, "rate_error") / np.sqrt(np.maximum(sampled, 1.0))
    thin = (sampled < LEAST_SAMPLED_SINGLETONS) & (per_singleton > 0)
    tail = (1.0 - np.asarray(report.column("confidence"), dtype=np.float64)) / 2.0
    low = np.where(sampled > 0, stats.chi2.ppf(tail, 2 * np.maximum(sampled, 1)) / 2, 0.0) * per_singleton
    high = stats.chi2.ppf(1 - tail, 2 * (sampled + 1)) / 2 * per_singleton
    changed: dict[str, npt.NDArray[Any]] = {
        "singleton_rate_low": np.minimum(_numbers(report, "singleton_rate_low"), np.where(thin, low, np.inf)),
        "singleton_rate_high": np.clip(
            np.maximum(_numbers(report, "singleton_rate_high"), np.where(thin, high, 0.0)), 0.0, 1.0
        ),
        "vacuous": np.asarray(report.column("vacuous")) | thin,
        **{name: np.where(thin, np.nan, _numbers(report, name)) for name in _UNKNOWN},
    }
    columns = [
        pa.array(changed[f.name], from_pandas=f.nullable).cast(f.type) if f.name in changed else report.column(f.name)
        for f in DOMAIN_REPORT.arrow_schema
    ]
    return pa.Table.from_arrays(columns, schema=DOMAIN_REPORT.arrow_schema)


def _numbers(report: Any, name: str) -> Floats:
    return np.asarray(report.column(name).cast(pa.float64()).to_numpy(), dtype=np.float64)
