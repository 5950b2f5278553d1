"""Semi-structured text: "Key: value" lines and table rows, said of the document's subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

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
    """One "Key: value" pair: the attribute, the value as text, and where the pair stands in the text."""

    attribute: Attribute
    value: str
    value_start: int
    start: int
    end: int


class KeyValueReader:
    """Finds the pairs whose key names an attribute.

    Parameters
    ----------
    catalogue : Catalogue
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._by_key: dict[str, Attribute] = {}
        for attribute in catalogue.attributes.values():
            for key in attribute.keys:
                self._by_key.setdefault(key, attribute)

    def entries(self, text: str) -> Iterator[Entry]:
        """Yield the pairs of a text, in order; each place once."""
        taken: set[int] = set()
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
