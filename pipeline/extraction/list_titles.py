"""What the title of a list says of all its entries: "List of Danish women writers"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from pipeline.extraction.document import Document
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.name_titles import untitled
from pipeline.extraction.person_checks import is_person_word

_TITLE: Final = re.compile(
    r"Lists? of (?P<nation>[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?P<noun>[a-z][a-z -]*s|women|men|people)\Z"
)
_ENTRY: Final = re.compile(rb"P(?= \((?:born |b\. ?|c\. ?|circa )?[DY])")
"""An entry gives the person's years."""


class Entry(NamedTuple):
    """A person of a list: the name, and the sentence with the entry."""

    name: str
    start: int
    end: int


def nation_of_list(title: str | None) -> str | None:
    """Return whose people a document lists, by its title; None where it lists something else."""
    m = _TITLE.match(title or "")
    if m is None or m.group("nation") not in load_lexica().demonyms:
        return None
    return m.group("nation") if is_person_word(m.group("noun").rsplit(" ", 1)[-1]) else None


def entries(document: Document) -> Iterator[Entry]:
    """Yield the persons of a list of people, by name and years."""
    lex = load_lexica()
    for number in range(len(document.sentences)):
        encoded = document.encoded(number)
        for m in _ENTRY.finditer(encoded.code):
            name = untitled(encoded.mentions[encoded.mention_at(m.start())].text)
            first = name.split(" ", 1)[0]
            # "moved to Norway Ann Roe (born 1960)": the end of the entry before, in a list without line breaks
            if " " in name and first not in lex.countries and first not in lex.demonyms:
                yield Entry(name, encoded.start, encoded.end)
