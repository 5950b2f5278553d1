"""Tables with a header row, in Markdown or aligned by spaces or tabs: one subject a row, one attribute a column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from schemas.catalogue import Attribute, Catalogue

SUBJECT_HEADERS: Final[dict[str, str]] = {
    header: kind
    for kind, headers in {
        "person": "person player member employee scientist politician actor actress athlete laureate monarch ruler",
        "organization": "organization organisation company firm club team university college school band bank",
        "place": "country city town state province region county municipality village island territory",
        "work": "title film movie album song single book novel game work play opera series",
        "": "name",
    }.items()
    for header in headers.split()
}
"""Headers of a first column that say what its cells name; "" where the other columns must tell."""

_RULE: Final = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)
_ALIGNED: Final = re.compile(
    rf"^[ ]*(?:{'|'.join(SUBJECT_HEADERS)})(?:[ ]*\t[ ]*|[ ]{{2,}})\S[^\n]*$", re.MULTILINE | re.IGNORECASE
)
_CELL: Final = re.compile(r"[^|\n]+")
_ALIGNED_CELL: Final = re.compile(r"[^\s](?:[^\t\n ]| (?! ))*")
_WRAPPED: Final = re.compile(r"\[([^\[\]]+)\]\([^()]*\)|\*\*([^*]+)\*\*|\*([^*]+)\*|`([^`]+)`")
_NOTE: Final = re.compile(r"(?:\s*\[\w{1,3}\])+\Z")
_TELLS_LITTLE: Final = ("name", "title")


class Cell(NamedTuple):
    """The text of a cell without its markup, and where it starts in the document."""

    text: str
    start: int


class Row(NamedTuple):
    """One cell under a header that names an attribute, with the subject of its row."""

    attribute: Attribute
    subject: Cell
    value: Cell
    start: int
    end: int


class TableReader:
    """Finds the tables whose first column names things and whose other headers name attributes of them.

    Parameters
    ----------
    catalogue : Catalogue
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._attributes: dict[tuple[str, str], Attribute] = {}
        for attribute in catalogue.attributes.values():
            for key in attribute.keys:
                self._attributes.setdefault((attribute.subject_type, key), attribute)

    def rows(self, text: str) -> Iterator[Row]:
        """Yield the cells that state an attribute, in order of their tables."""
        if "--" in text and "|" in text:
            for m in _RULE.finditer(text):
                header_start = text.rfind("\n", 0, max(m.start() - 1, 0)) + 1
                yield from self._read(text, header_start, max(m.start() - 1, 0), m.end() + 1, _CELL)
        if "\t" in text or "  " in text:
            for m in _ALIGNED.finditer(text):
                yield from self._read(text, m.start(), m.end(), m.end() + 1, _ALIGNED_CELL)

    def _read(self, text: str, start: int, end: int, body: int, cell: re.Pattern[str]) -> Iterator[Row]:
        headers = [c.text.lower() for c in _cells(text, start, end, cell)]
        columns = self._columns(headers)
        at = body
        while columns and at < len(text):
            line_end = text.find("\n", at)
            line_end = len(text) if line_end < 0 else line_end
            cells = _cells(text, at, line_end, cell)
            if len(cells) != len(headers):
                return
            for k, attribute in columns.items():
                if cells[0].text and cells[k].text:
                    yield Row(attribute, cells[0], cells[k], at, line_end)
            at = line_end + 1

    def _columns(self, headers: list[str]) -> dict[int, Attribute]:
        """Return the attributes of the columns; none unless the first column surely holds their subjects."""
        if len(headers) < 2 or headers[0] not in SUBJECT_HEADERS or len(set(headers)) < len(headers):
            return {}
        kinds = [SUBJECT_HEADERS[headers[0]]] if SUBJECT_HEADERS[headers[0]] else ["person", "organization", "place"]
        found = {
            kind: {k: a for k, h in enumerate(headers) if k and (a := self._attributes.get((kind, h)))}
            for kind in kinds
        }
        most = max(found.values(), key=len)
        if sum(len(columns) == len(most) for columns in found.values()) > 1:
            return {}
        # A title and a year may be anything; a title, a director and a year are a film.
        sure = headers[0] not in _TELLS_LITTLE or any(h != "year" for k, h in enumerate(headers) if k in most)
        return most if sure else {}


def _cells(text: str, start: int, end: int, cell: re.Pattern[str]) -> list[Cell]:
    line = text[start:end]
    if cell is _CELL:
        left = len(line) - len(line.lstrip(" \t").removeprefix("|"))
        found = [(start + left + m.start(), m.group()) for m in _between(line[left:].rstrip(" \t").removesuffix("|"))]
    else:
        found = [(start + m.start(), m.group()) for m in cell.finditer(line)]
    return [_plain(piece, at) for at, piece in found]


def _between(line: str) -> Iterator[re.Match[str]]:
    """Yield the pieces of a line between its bars, empty ones too."""
    return re.finditer(r"(?:(?<=\|)|\A)[^|]*", line)


def _plain(piece: str, at: int) -> Cell:
    """Return a cell without space, footnotes and the markup of its whole."""
    stripped = _NOTE.sub("", piece.rstrip()) if piece.strip() else ""
    at += len(piece) - len(piece.lstrip()) if stripped else 0
    stripped = stripped.lstrip()
    while (m := _WRAPPED.fullmatch(stripped)) is not None:
        group = m.lastindex or 0
        at += m.start(group)
        stripped = m.group(group)
    return Cell(stripped, at)
