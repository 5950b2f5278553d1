"""Documents -> facts: gate, mentions, patterns, subjects, normalised values."""

from pipeline.extraction.config import PROFILES, ExtractionConfig
from pipeline.extraction.extractor import Extraction, Extractor, load_extractor

__all__ = ["PROFILES", "Extraction", "ExtractionConfig", "Extractor", "load_extractor"]
