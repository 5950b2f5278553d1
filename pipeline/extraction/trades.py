"""What a document is about, by trade: the films of a film director are directed by her, those of an actress are not."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.definite import is_lead
from pipeline.extraction.document import Document
from pipeline.extraction.kinds import kind_of

_OPENING: Final = 600
_SAID: Final = re.compile(r" (?:is|was) (?:an?|the|one of) (?P<what>[^.;]{2,160})")
TRADES: Final[dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]]] = {
    "film director": (
        re.compile(
            r"\b(?:(?:film|movie|documentary|animation|television)(?:,? and \w+)? director|film-?maker|film maker|"
            r"documentarian)\b"
        ),
        re.compile(r"\b(?:actor|actress|comedian|singer|cinematographer|composer|critic|editor|musician)\b"),
    ),
    "writer": (
        re.compile(
            r"\b(?:writer|author|novelist|poet|poetess|playwright|essayist|dramatist|"
            r"memoirist)\b"
        ),
        re.compile(
            r"\b(?:director|filmmaker|actor|actress|singer|songwriter|rapper|composer|musician|comedian|"
            r"screenwriter|cartoonist|painter|sculptor|photographer|artist)\b"
        ),
    ),
    "game developer": (
        re.compile(r"\b(?:(?:game|games|software) (?:developer|studio|company)|game development (?:studio|company))\b"),
        None,
    ),
}
"""Trade -> what is said of who has it, and what is said of nobody whose works these may be for another reason."""

_KINDS: Final = {"game developer": "organization"}


def has_trade(document: Document, name: str, trade: str) -> bool:
    """Return whether a name is that of what the document is about, and the opening gives it a trade."""
    lead = document.lead
    if lead is None or lead.kind != _KINDS.get(trade, "person") or not is_lead(lead, name):
        return False
    if "–" in name or (" of " in name and kind_of(name) != "P"):
        return False  # "Style of Luis Roe" speaks of a person, and is none
    said = _SAID.search(document.flat, 0, _OPENING)
    if said is None:
        return False
    wanted, other = TRADES[trade]
    what = said.group("what")
    return wanted.search(what) is not None and (other is None or other.search(what) is None)
