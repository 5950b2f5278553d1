"""From the counts of a run to the rows of `domain_report`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline.counting.sketches.report import without_thin_samples
from pipeline.engines.protocol import SqlSession
from pipeline.estimators.noise import NoiseModel
from pipeline.estimators.report_answers import AttributePrior
from pipeline.estimators.report_rows import domain_report
from pipeline.exceptions import InputError
from pipeline.extraction import ExtractionConfig
from pipeline.report.audit import read_audit
from pipeline.report.guessing import SINGLETON_PROMPTS, guesser_limits
from pipeline.report.quality import MEASURED_PROFILE, SOURCE, measured_recall, precision_of_rows, write_precision_sums
from pipeline.report_keys import aligned
from schemas.catalogue import Attribute, load_catalogue


@dataclass(frozen=True, slots=True)
class ReportConfig:
    """How rates become floors.

    Parameters
    ----------
    confidence : float
        Confidence of intervals and floors, between 0 and 1.
    calibration_error : float
        δ of the theorem, measured by the user; 0 to 1.
    simultaneous : bool
        Whether the floors of all rows hold together (Šidák).
    audit : str or None
        Text of the user's audit file, for the correction of extraction noise; None for the measured quality that
        ships with the program.
    """

    confidence: float = 0.95
    calibration_error: float = 0.0
    simultaneous: bool = False
    audit: str | None = None

    def __post_init__(self) -> None:
        if not 0 < self.confidence < 1:
            raise InputError(f"--confidence must lie between 0 and 1, not {self.confidence!r}")
        if not 0 <= self.calibration_error <= 1:
            raise InputError(f"--calibration-error must lie between 0 and 1, not {self.calibration_error!r}")
        if self.audit is not None:
            read_audit(self.audit, self.confidence)  # what is wrong with it is said before the work, not after

    def correction(self, profile: str) -> str:
        """Where the correction for the noise of a profile's extraction comes from."""
        if self.audit is not None:
            return "the user's audit"
        return SOURCE if profile == MEASURED_PROFILE else f"none: profile {profile!r} was not measured (give --audit)"

    def as_dict(self) -> dict[str, Any]:
        """Return the settings, JSON-like."""
        return asdict(self)


def build_report_rows(
    session: SqlSession,
    config: ReportConfig,
    extraction: ExtractionConfig,
    *,
    sampled: bool = False,
    judged: bool = False,
) -> Any:
    """Turn the counts of a run into report rows.

    Parameters
    ----------
    session : SqlSession
        Session that knows report_counts, prompt_counts, facts and duplicates.
    config : ReportConfig
        Confidence, calibration error, audit.
    extraction : ExtractionConfig
        Names the catalogue, whose answer spaces are priors.
    sampled : bool
        Whether the counts come from a sample of prompts, so that the session knows sampling_errors.
    judged : bool
        Whether the session knows precision_sums, so that it needs no facts.

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
    counts = session.fetch("SELECT * FROM report_counts")
    errors = session.fetch("SELECT * FROM sampling_errors") if sampled else None
    if config.audit is None and not judged:
        write_precision_sums(session, config.confidence)
    rows = domain_report(
        counts,
        priors,
        confidence=config.confidence,
        calibration_error=config.calibration_error,
        approximate=sampled,
        sampling_rse=0.0 if errors is None else aligned(counts, errors, "relative_error"),
        simultaneous=config.simultaneous,
        noise=_noise(config, catalogue.attributes, extraction.profile),
        precision=precision_of_rows(session, counts, config.confidence) if config.audit is None else None,
        guessers=guesser_limits(session.fetch(SINGLETON_PROMPTS), priors, config.confidence),
    )
    return rows if errors is None else without_thin_samples(rows, errors)


def _noise(config: ReportConfig, known: Mapping[str, Attribute], profile: str) -> Mapping[str, NoiseModel]:
    if config.audit is None:
        # Rows without a model have no corrected floors: nobody knows how good another extraction is.
        return measured_recall(known, config.confidence) if profile == MEASURED_PROFILE else {}
    models = read_audit(config.audit, config.confidence)
    if strangers := sorted(set(models) - {"*", *known}):
        raise InputError(f"the audit names attributes that the catalogue does not have: {', '.join(strangers)}")
    return models
