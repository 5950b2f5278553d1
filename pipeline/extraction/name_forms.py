"""Forms of one person's name: with a middle name, with its initial, without it."""

from __future__ import annotations

import re
from typing import Final

_TOKEN: Final = re.compile(r"\w+")


def covers(longer: str, shorter: str) -> bool:
    """Return whether a name spells another one out: "James Erwin Roe" covers "James E. Roe" and "J. Roe".

    The words of the shorter name stand in the longer one in their order; a single letter stands for a word that
    begins with it, but the last word, the surname, is spelled out in both.

    Parameters
    ----------
    longer, shorter : str
        Names of two words or more; case is of no matter.
    """
    long, short = _TOKEN.findall(longer.casefold()), _TOKEN.findall(shorter.casefold())
    if len(short) < 2 or len(short[-1]) == 1:
        return False
    at = 0
    for token in short:
        at = next((k + 1 for k in range(at, len(long)) if long[k] == token or _begins(long[k], token)), 0)
        if not at:
            return False
    return True


def _begins(word: str, initial: str) -> bool:
    return len(initial) == 1 and word.startswith(initial)
