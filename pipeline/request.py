"""What the user asks an analysis to do, and what of it decides what the tables hold."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pipeline.corpus import CorpusConfig
from pipeline.counting.sketches.counting import CountingConfig
from pipeline.duplicates import DuplicatesConfig
from pipeline.exceptions import InputError
from pipeline.extraction import ExtractionConfig
from pipeline.report.rows import ReportConfig
from pipeline.run_directory import digest_of
from schemas import SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class AnalysisRequest:
    """What the user asked for.

    Parameters
    ----------
    corpus : tuple of str
        Files, folders or globs.
    out : Path
        Run directory.
    reading : CorpusConfig
        How records are read.
    extraction : ExtractionConfig
        How facts are found.
    report : ReportConfig
        How rates become floors.
    duplicates : DuplicatesConfig
        How copies of documents are looked for.
    counting : CountingConfig
        Whether all prompts are counted or a sample, and which sources training repeats.
    max_reject_fraction : float
        Largest share of records that may be rejected, 0 to 1.
    require_existing : bool
        True where the run must exist already (``--resume``).
    """

    corpus: tuple[str, ...]
    out: Path
    reading: CorpusConfig = field(default_factory=CorpusConfig)
    extraction: ExtractionConfig = field(default_factory=ExtractionConfig)
    report: ReportConfig = field(default_factory=ReportConfig)
    duplicates: DuplicatesConfig = field(default_factory=DuplicatesConfig)
    counting: CountingConfig = field(default_factory=CountingConfig)
    max_reject_fraction: float = 0.1
    require_existing: bool = False

    def config(self) -> dict[str, Any]:
        """Return everything that decides what the tables hold, JSON-like."""
        return {
            "corpus": sorted(str(c) if "://" in str(c) else str(Path(c).resolve()) for c in self.corpus),
            "reading": self.reading.as_dict(),
            "extraction": {"profile": self.extraction.profile, "rules": self.extraction.digest()},
            "duplicates": self.duplicates.as_dict(),
            "counting": self.counting.as_dict(),
            "schema_version": SCHEMA_VERSION,
        }

    def shard_config_digest(self) -> str:
        """Return the hash of what decides what extraction makes of a shard."""
        config = self.config()
        staged = {"signatures": self.duplicates.needs_signatures, "sketches": self.counting.approximate}
        return digest_of(staged | {key: config[key] for key in ("reading", "extraction", "schema_version")})

    def extracting(self) -> ExtractionConfig:
        """Return the configuration of extraction, with what copies and sampling need."""
        return replace(self.extraction, signatures=self.duplicates.needs_signatures, sketches=self.counting.approximate)


def refuse_run_inside_corpus(request: AnalysisRequest) -> None:
    """A run inside a corpus folder would be read as corpus by the next call."""
    out = request.out.resolve()
    for path in request.corpus:
        folder = Path(path).resolve()
        if "://" not in path and folder.is_dir() and out.is_relative_to(folder):
            hidden = any(part.startswith((".", "_")) for part in out.relative_to(folder).parts)
            if not hidden:
                raise InputError(
                    f"--out {request.out} lies inside the corpus folder {path}: its tables would be read as corpus. "
                    "Choose a folder outside, or one whose name begins with an underscore."
                )
