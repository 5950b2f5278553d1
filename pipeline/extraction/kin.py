"""Kin with names of one word, of whom a text says nothing else: who is somebody's son is a person."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.document import Document
from pipeline.extraction.encoded import Encoded, Mention
from pipeline.extraction.lexica import load_lexica

KIN: Final = ("child", "parent", "sibling", "spouse")
"""Attributes of which both sides are people, whatever their names."""
_SHORTEST: Final = 3


def kin_name(document: Document, mention: Mention) -> str | None:
    """Return a name of one word that is somebody's kin, and so a person's: no common word, no title, no relative."""
    name = mention.text
    lex = load_lexica()
    plain = name.isalpha() and name[0].isupper() and not name.isupper() and len(name) >= _SHORTEST
    if mention.letter != "U" or not plain or f" {name.lower()}" in document.flat:
        return None
    return None if name in lex.words["title"] or name.lower() in lex.words["relative"] else name


def may_have_kin(encoded: Encoded, k: int) -> bool:
    """Return whether a name of one word may be whom the kin is of: no place, "born in Moor, the son of Carl Roe"."""
    before, after = encoded.code[: encoded.offsets[k]], encoded.code[encoded.offsets[k] + 1 :]
    if before.endswith(b" of "):
        return after.startswith((b"'s ", b", ")) and not after.startswith(b", and ")
    return _NO_KIN_OF.search(before) is None


_NO_KIN_OF: Final = re.compile(rb"\b(?:in|at|near|from|to|an?|the|of [A-Z] and|[a-z]+ly|N) \Z")
"""What stands before a place, or before what somebody is said to be: "a Moorlander who married Ann Roe"."""


WED_TO: Final = re.compile(rb"'s (?:[a-z-]+ ){0,2}(?:wife|husband|spouse|consort|mistress)\b")
SON_OF: Final = re.compile(
    rb"\b(?:son|daughter|child|children|sons|daughters) of (?:the )?(?:[a-z-]+,? )*(?P<parent>[PXU])(?: \([^()]*\))?"
    rb"(?:, [^.;H]{2,70}?)?,? (?:and|by) \Z"
)
"""Whose wife it is in "the son of Carl Roe, 1st Baron Moor, by his wife"."""
OF_TITLE: Final = re.compile(
    rb"[PXU](?: \([^()]*\))?, (?:the )?(?:[0-9]+[a-z]{2} )?(?:comte|comtesse|duc|duchesse|marquise?|vicomte|"
    rb"baron|baronne|graf|conde|seigneur|sieur|lord|lady|count|countess|duke|earl|"
    rb"viscount) (?:de|du|von|di|of) (?:la )?\Z"
)
"""Whose wife it is in "Carl Roe, comte de Moor, and his wife": not the county's."""
PLACED: Final = re.compile(
    rb" (?:in|at|near|from|(?:king|queen|duke|lord|count|earl|bishop|prince|ruler|baron|governor) of "
    rb"(?:[LXU](?:,| and) )*) ?\Z"
)
"""What stands before a place: "in Moor with his wife", "king of Moor and Fen along with his brother"."""
