"""Semi-structured text: "Key: value" lines said of the document's subject, and the cells of tables with headers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from pipeline.extraction.tables import Cell, TableReader
from schemas.catalogue import Attribute, Catalogue

_LINE: Final = re.compile(
    (
        r"^[ \t]*(?:[-*•|] ?)?(?:\*\*|__)?(?P<key>[A-Za-z][A-Za-z .'-]{1,38}?)(?:\*\*|__)?[ "
        r"\t]*(?::(?:\*\*|__)?|\|)[ \t]*(?P<value>[^\n|:]{2,160}?)[ \t]*\|?[ \t]*$"
    ),
    re.MULTILINE,
)
_SENTENCE: Final = re.compile(
    r"(?:(?<=[.!?\n])|\A)[ \t]*(?P<key>[A-Z][a-z]+(?: [a-z]+){0,3}): (?P<value>[^:\n.]{2,80}(?:\.(?=\S)[^:\n.]{1,40})*)\.?(?=\s|"  # noqa: E501 - one table row or list a line
    r"\Z)"
)


_MARK: Final = re.compile(r"[:|]")
_ORNAMENTS: Final = "*_-•|.!?"
_STOPS: Final = re.compile(r"[.!?]")
_LONGEST_KEY: Final = 48


class Entry(NamedTuple):
    """One "Key: value" pair: the attribute, the value as text, where it stands, and the subject of a table's row."""

    attribute: Attribute
    value: str
    value_start: int
    start: int
    end: int
    subject: Cell | None = None


class KeyValueReader:
    """Finds the pairs whose key names an attribute.

    Parameters
    ----------
    catalogue : Catalogue
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._tables = TableReader(catalogue)
        self._by_key: dict[str, Attribute] = {}
        for attribute in catalogue.attributes.values():
            for key in attribute.keys:
                self._by_key.setdefault(key, attribute)
        self._last_words = frozenset(word for key in self._by_key for word in _last_words(key.split()[-1]))

    def _lines(self, text: str) -> list[tuple[int, int]]:
        """Return the lines, as (start, end), in which the last word of a key stands before a colon or bar."""
        lines: list[tuple[int, int]] = []
        for m in _MARK.finditer(text):
            before = text[max(0, m.start() - _LONGEST_KEY) : m.start()].rstrip(_ORNAMENTS + " \t").split()
            if before and not _within(lines, m.start()) and not self._last_words.isdisjoint(_last_words(before[-1])):
                end = text.find("\n", m.start())
                lines.append((text.rfind("\n", 0, m.start()) + 1, end if end >= 0 else len(text)))
        return lines

    def entries(self, text: str) -> Iterator[Entry]:
        """Yield the pairs of a text, those of tables first; each place once."""
        taken: set[int] = set()
        for row in self._tables.rows(text):
            taken |= {row.subject.start, row.value.start}
            yield Entry(row.attribute, row.value.text, row.value.start, row.start, row.end, row.subject)
        lines = self._lines(text)
        for pattern in (_LINE, _SENTENCE):
            for m in (m for line in lines for m in pattern.finditer(text, *line)):
                attribute = self._by_key.get(m.group("key").strip().lower())
                if attribute is not None and m.start("value") not in taken:
                    taken.add(m.start("value"))
                    yield Entry(
                        attribute,
                        m.group("value").strip(" *_").rstrip("."),
                        m.start("value"),
                        m.start("key"),
                        m.end("value"),
                    )


def _last_words(text: str) -> tuple[str, str]:
    """Return a word in lower case, bare, and what of it stands after a full stop: "here.Born" ends in born."""
    word = text.strip(_ORNAMENTS).lower()
    return word, _STOPS.split(word)[-1]


def _within(lines: list[tuple[int, int]], at: int) -> bool:
    return bool(lines) and at < lines[-1][1]
