"""Documents -> facts: gate, mentions, patterns, subjects, normalised values."""

from pipeline.extraction.config import PROFILES, ExtractionConfig
from pipeline.extraction.extractor import Extractor, load_extractor
from pipeline.extraction.plugins import PLUGIN_FACTS, FactExtractor, PluginError
from pipeline.extraction.rows import Extraction

__all__ = [
    "PLUGIN_FACTS",
    "PROFILES",
    "Extraction",
    "ExtractionConfig",
    "Extractor",
    "FactExtractor",
    "PluginError",
    "load_extractor",
]
