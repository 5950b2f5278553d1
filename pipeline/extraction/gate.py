"""Finds the sentences that may state a fact: one pass of an automaton over the raw text."""

from __future__ import annotations

import re
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation

from pipeline.extraction.document import Document
from pipeline.extraction.lexica import load_lexica
from schemas.catalogue import Catalogue

_LIFE_DATES: Final = re.compile(r"\([^()\n]{0,40}\d{3,4}")


class Gate:
    """Trigger words of a catalogue as one Aho–Corasick automaton.

    Parameters
    ----------
    catalogue : Catalogue
    """

    def __init__(self, catalogue: Catalogue) -> None:
        words: set[str] = set()
        for attribute in catalogue.attributes.values():
            for trigger in attribute.triggers:
                words |= set(load_lexica().demonyms) if trigger == "{demonym}" else {trigger, trigger[0].upper() + trigger[1:]}
        self._automaton = AhoCorasick(sorted(words), implementation=Implementation.ContiguousNFA)

    def sentences(self, document: Document) -> list[int]:
        """Return the numbers of the sentences that hold a trigger, in order."""
        text = document.text
        hits = {
            document.sentence_of(start)
            for _, start, end in self._automaton.find_matches_as_indexes(text)
            if (start == 0 or not text[start - 1].isalnum()) and (end >= len(text) or not text[end].isalnum())
        }
        hits.update(document.sentence_of(m.start()) for m in _LIFE_DATES.finditer(text))
        return sorted(hits)
