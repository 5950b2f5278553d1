"""What the cells of a table name: the subject of a row, and a value that is nothing but a value."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.document import Document
from pipeline.extraction.full_names import expand_acronym
from pipeline.extraction.mentions import Encoded, encode
from pipeline.extraction.tables import Cell

_LONGEST: Final = 80
_LETTERS: Final = {"person": "PX", "organization": "OXU", "place": "LXU"}
_WHOLE: Final = re.compile(rb"(?:the )?[A-Z](?: \([^()]*\))?")
_VALUE: Final = {
    "date": re.compile(rb"[DY](?: \([^()]*\))?"),
    "quantity": re.compile(rb"[KY](?: ?(?:km2?|km\?|sq\.? ?(?:km|mi)|mi2|ha|acres|square [a-z]+|people|inhabitants))?"),
    "text": re.compile(rb".*"),
}
_NAMES: Final = re.compile(rb"(?:the )?[A-Z](?:(?:, | and | & )[A-Z])*(?: \([^()]*\))?")


def row_name(document: Document, cell: Cell, kind: str) -> str | None:
    """Return the name of a row's subject; None where the cell is no name of its kind.

    Parameters
    ----------
    document : Document
    cell : Cell
        First cell of the row.
    kind : str
        Subject type that the columns need.
    """
    if len(cell.text) > _LONGEST:
        return None
    if kind == "work":
        return cell.text.strip('"“”_') if cell.text[0].isupper() or cell.text[0] in '"“_' else None
    encoded = encode(document.flat, cell.start, cell.start + len(cell.text))
    if not _WHOLE.fullmatch(encoded.code) or encoded.mentions[0].letter not in _LETTERS[kind]:
        return None
    name = encoded.mentions[0].text
    if kind == "person" and " " not in name:
        return None
    return expand_acronym(document, name) if kind == "organization" else name


def is_cell_value(value: Encoded, kind: str) -> bool:
    """Return whether a cell holds a value of a kind and nothing else."""
    return _VALUE.get(kind, _NAMES).fullmatch(value.code) is not None
