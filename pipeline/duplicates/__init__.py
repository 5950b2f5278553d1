"""Copies of documents: signatures while the text is at hand, clusters in SQL afterwards."""

from pipeline.duplicates.clustering import MODES, DuplicatesConfig, copies_query, find_duplicates
from pipeline.duplicates.signatures import signatures

__all__ = ["MODES", "DuplicatesConfig", "copies_query", "find_duplicates", "signatures"]
