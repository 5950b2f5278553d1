"""The extractor: a batch of documents in, facts, documents and rejects out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from pipeline.extraction.config import PROFILES, ExtractionConfig, check_profile
from pipeline.extraction.document import Document
from pipeline.extraction.gate import Gate
from pipeline.extraction.keyvalue import KeyValueReader
from pipeline.extraction.language import is_english
from pipeline.extraction.plugins import PluginExtractor
from pipeline.extraction.rows import Extraction, Rows
from pipeline.extraction.rules import RuleSet
from pipeline.extraction.statements import Found, Reader
from pipeline.extraction.verification import Verifier
from schemas.catalogue import load_catalogue

WINDOW = 1_000_000
"""Longer documents are read in windows of about so many characters, so that memory stays bounded."""


class Extractor(Protocol):
    """What an extractor is: a pure function of each document alone."""

    def extract(self, batch: Any) -> Extraction:
        """Extract the facts of a `schemas.DOCUMENT_BATCH` record batch."""
        ...


class RuleExtractor:
    """The built-in extractor.

    Parameters
    ----------
    config : ExtractionConfig
    """

    def __init__(self, config: ExtractionConfig) -> None:
        self._signatures = config.signatures
        self._reader = _reader(config.profile, config.attribute_files)

    def extract(self, batch: Any) -> Extraction:
        """Extract the facts of a batch; a document on which the code fails becomes a reject row."""
        rows = Rows(batch)
        for row in batch.to_pylist():
            try:
                english = is_english(row["text"])
                found = self._read(row["text"], row["title"]) if english else Found()
            except Exception as error:  # noqa: BLE001 - one document must never kill a run; the reject row tells
                rows.reject(row, error)
                continue
            rows.add(row, found, skipped=not english)
        return rows.extraction(signed=self._signatures)

    def _read(self, text: str, title: str | None) -> Found:
        whole = Found()
        at = 0
        opening = None
        for window in _windows(text):
            document = Document(window, title, opening)
            opening = opening or document
            found = self._reader.read(document)
            whole.statements.extend(
                s._replace(char_start=s.char_start + at, char_end=s.char_end + at) for s in found.statements
            )
            whole.subjectless |= {(start + at, attribute) for start, attribute in found.subjectless}
            at += len(window)
        return whole


@lru_cache(maxsize=4)
def _reader(profile: str, attribute_files: tuple[str, ...]) -> Reader:
    """Return the reader of a profile; compiled once, whatever else a configuration asks for."""
    catalogue = load_catalogue([Path(f) for f in attribute_files])
    return Reader(
        Gate(catalogue),
        RuleSet(catalogue),
        KeyValueReader(catalogue),
        verifier=Verifier(catalogue) if profile == "balanced" else None,
        lone=profile == "recall",
    )


def _windows(text: str) -> list[str]:
    if len(text) <= WINDOW:
        return [text]
    windows = []
    while len(text) > WINDOW:
        cut = text.rfind("\n", WINDOW // 2, WINDOW) + 1 or text.rfind(" ", WINDOW // 2, WINDOW) + 1 or WINDOW
        windows.append(text[:cut])
        text = text[cut:]
    return [*windows, text]


@lru_cache(maxsize=4)
def load_extractor(config: ExtractionConfig) -> Extractor:
    """Return the extractor of a configuration; its models and word lists are loaded once a process.

    Parameters
    ----------
    config : ExtractionConfig
        How facts are found.

    Raises
    ------
    InputError
        If its profile is neither built in nor an installed plug-in.
    """
    check_profile(config.profile)
    if config.profile in PROFILES:
        return RuleExtractor(config)
    catalogue = load_catalogue([Path(f) for f in config.attribute_files])
    return PluginExtractor(config.profile, catalogue, signatures=config.signatures)
