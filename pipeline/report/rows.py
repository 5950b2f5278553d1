"""From the counts of a run to the rows of `domain_report`."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline.estimators.report_answers import AttributePrior
from pipeline.estimators.report_rows import domain_report
from pipeline.exceptions import InputError
from pipeline.extraction import ExtractionConfig
from schemas.catalogue import load_catalogue


@dataclass(frozen=True, slots=True)
class ReportConfig:
    """How rates become floors.

    Parameters
    ----------
    confidence : float
        Confidence of intervals and floors, between 0 and 1.
    calibration_error : float
        δ of the theorem, measured by the user; 0 to 1.
    """

    confidence: float = 0.95
    calibration_error: float = 0.0

    def __post_init__(self) -> None:
        if not 0 < self.confidence < 1:
            raise InputError(f"--confidence must lie between 0 and 1, not {self.confidence!r}")
        if not 0 <= self.calibration_error <= 1:
            raise InputError(f"--calibration-error must lie between 0 and 1, not {self.calibration_error!r}")

    def as_dict(self) -> dict[str, Any]:
        """Return the settings, JSON-like."""
        return asdict(self)


def build_report_rows(counts: Any, config: ReportConfig, extraction: ExtractionConfig) -> Any:
    """Turn counts into report rows.

    Parameters
    ----------
    counts : pyarrow.Table
        Rows of `schemas.REPORT_COUNTS`.
    config : ReportConfig
        Confidence and calibration error.
    extraction : ExtractionConfig
        Names the catalogue, whose answer spaces are priors.

    Returns
    -------
    pyarrow.Table
        Rows of `schemas.DOMAIN_REPORT`.
    """
    catalogue = load_catalogue([Path(f) for f in extraction.attribute_files])
    priors = {
        name: AttributePrior(answer_space=a.answer_space, uniform=a.uniform_answers)
        for name, a in catalogue.attributes.items()
    }
    return domain_report(counts, priors, confidence=config.confidence, calibration_error=config.calibration_error)
