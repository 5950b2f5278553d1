"""The extractor: a batch of documents in, facts, documents and rejects out."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
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
from pipeline.extraction.statements import Found, Opened, Reader
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
        self._reader = load_reader(config.profile, config.attribute_files)

    def extract(self, batch: Any) -> Extraction:
        """Extract the facts of a batch; a document on which the code fails becomes a reject row."""
        with _no_collections():
            records = batch.to_pylist()
            reading = _BatchReading(self._reader)
            for k, row in enumerate(records):
                reading.add(k, row["text"], row["title"])
            reading.flush()
            rows = Rows(batch)
            for k, row in enumerate(records):
                if k in reading.failed:
                    rows.reject(row, reading.failed[k])
                else:
                    found = reading.found.get(k)
                    rows.add(row, found or Found(), skipped=found is None)
            return rows.extraction(signed=self._signatures)


@contextmanager
def _no_collections() -> Iterator[None]:
    """Let Python not look for cycles of garbage for a while.

    What is read of a batch is many small objects without cycles, which go when nothing holds them. Looking through them
    and the word lists as often as Python does took a sixth of the time; fifty times more rarely, still a fifteenth.
    """
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


class _BatchReading:
    """The documents of a batch while they are read, as many together as memory allows.

    Parameters
    ----------
    reader : Reader
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._waiting: list[tuple[int, int, Opened]] = []
        self._characters = 0
        self.found: dict[int, Found] = {}
        """What each document in English states, by its number."""
        self.failed: dict[int, Exception] = {}

    def add(self, number: int, text: str, title: str | None) -> None:
        """Open a document, and read those that wait if that makes them many."""
        try:
            if not is_english(text):
                return
            self.found[number] = Found()
            at, opening = 0, None
            for window in _windows(text):
                document = Document(window, title, opening)
                opening = opening or document
                self._waiting.append((number, at, self._reader.opened(document)))
                at += len(window)
                self._characters += len(window)
                if self._characters >= WINDOW:
                    self.flush()
        except Exception as error:  # noqa: BLE001 - one document must never kill a run; the reject row tells
            self.failed[number] = error

    def flush(self) -> None:
        """Read the documents that wait; one that fails stands in `failed`."""
        waiting, self._waiting, self._characters = self._waiting, [], 0
        try:
            matches = list(self._reader.matches([opened for _, _, opened in waiting]))
        except Exception as error:  # noqa: BLE001 - as in `add`; here no document is known to be at fault
            self.failed |= {number: error for number, _, _ in waiting}
            return
        for (number, at, opened), matched in zip(waiting, matches, strict=True):
            try:
                self._keep(number, at, self._reader.read(opened, matched))
            except Exception as error:  # noqa: BLE001 - as in `add`
                self.failed[number] = error

    def _keep(self, number: int, at: int, found: Found) -> None:
        """Add what a window of a document states, which begins at an offset of its text."""
        whole = self.found[number]
        whole.statements += (
            s._replace(char_start=s.char_start + at, char_end=s.char_end + at) for s in found.statements
        )
        whole.subjectless |= {(start + at, attribute) for start, attribute in found.subjectless}


@lru_cache(maxsize=4)
def load_reader(profile: str, attribute_files: tuple[str, ...]) -> Reader:
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
