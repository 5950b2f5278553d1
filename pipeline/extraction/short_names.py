"""Short forms that a document spells out elsewhere: "J. Doe" of Jane Doe, "Birch" of Birch Systems."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final

from pipeline.extraction.document import Document
from pipeline.extraction.full_names import names_of
from pipeline.extraction.kinds import kind_of

_INITIALS: Final = re.compile(r"(?P<initials>(?:[A-ZÀ-Þ]\.[ -]?)+)(?P<surname>[^ .]{2,})")
_REACH: Final = 20_000


def spelled_out(name: str, known: Iterable[str]) -> str:
    """Return the one known name that initials with a surname stand for; the name itself where none or two do.

    Parameters
    ----------
    name : str
        Such as "J. Doe".
    known : iterable of str
        Names with the same surname that the document gives.
    """
    m = _INITIALS.fullmatch(name)
    if m is None:
        return name
    initials = re.findall(r"[A-ZÀ-Þ]", m.group("initials"))
    fitting = {
        k
        for k in known
        if "." not in k.split(" ")[0]
        and len(k.split(" ")) > len(initials)
        and all(word.startswith(i) for word, i in zip(k.split(" "), initials, strict=False))
    }
    return fitting.pop() if len(fitting) == 1 else name


def spelled_out_in(document: Document, name: str, at: int) -> str:
    """Return the full name that a document gives for initials with a surname; any other name as it is."""
    short, lead = _INITIALS.fullmatch(name), document.lead
    if short is None:
        return name
    known = {n for _, n in names_of(document, short.group("surname"), at)}
    if lead is not None and lead.kind in ("person", "") and lead.name.endswith(f" {short.group('surname')}"):
        known.add(lead.name)
    return spelled_out(name, known)


def full_organisation(document: Document, word: str, at: int) -> str:
    """Return the one organisation named before an offset whose name begins with a word; the word where none or two do.

    Parameters
    ----------
    document : Document
        The document.
    word : str
        A capitalised word.
    at : int
        Where it stands, code points.
    """
    if word not in document.longer:
        longer = re.compile(rf"(?<![\w-]){re.escape(word)}(?: (?:&|[A-Z][\w&.'-]*\w)){{1,4}}")
        named = ((m.end(), m.group()) for m in longer.finditer(document.flat))
        document.longer[word] = [(end, name) for end, name in named if kind_of(name) == "O"]
    found = document.longer[word]
    first, last = bisect_left(found, (at - _REACH,)), bisect_right(found, (at, "\U0010ffff"))
    names = {name for _, name in found[first:last]}
    return names.pop() if len(names) == 1 else word
