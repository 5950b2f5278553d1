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

    def entries(self, text: str) -> Iterator[Entry]:
        """Yield the pairs of a text, those of tables first; each place once."""
        taken: set[int] = set()
        for row in self._tables.rows(text):
            taken |= {row.subject.start, row.value.start}
            yield Entry(row.attribute, row.value.text, row.value.start, row.start, row.end, row.subject)
        for pattern in (_LINE, _SENTENCE):
            for m in pattern.finditer(text):
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
