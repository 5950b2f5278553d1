"""Tells the names of awards by their words."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.lexica import load_lexica

_OF_METAL: Final = frozenset(("Golden", "Silver", "Bronze", "Gold"))
_FRENCH_HEADS: Final = frozenset(("Palme", "Ballon", "Legion", "Légion"))
_FRENCH_AWARD: Final = re.compile(r"(?:Palme|Ballon) d['’]Or|L[ée]gion d['’][Hh]onneur")


def is_award(word: str, words: list[str]) -> bool:
    """Return whether a name is an award's by one of its words; stars, lions, bears and globes are so in metal only."""
    if words[-3:] == ["Hall", "of", "Fame"] or (words[0] == "Prix" and len(words) > 1):
        return True
    if words[0] in _FRENCH_HEADS and _FRENCH_AWARD.fullmatch(" ".join(words)):
        return True
    if len(words) < 2 or word not in load_lexica().words["award"]:
        return False
    return word not in ("Star", "Lion", "Bear", "Globe") or bool(_OF_METAL & set(words))
