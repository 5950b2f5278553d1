"""Forms of one person's name: with middle names, with their initials, without them."""

from __future__ import annotations

import re
from typing import Final

_TOKEN: Final = re.compile(r"[\w'’-]+")


def covers(longer: str, shorter: str) -> bool:
    """Return whether a name spells another one out: "James Erwin Roe" covers "James E. Roe", "J. E. Roe", "James Roe".

    First name and surname are the same, the first name perhaps as its initial. Middle names stand in both in the same
    order; initials stand for the first middle names, none left out: "James B. Roe" is not "James Alan Brian Roe".

    Parameters
    ----------
    longer, shorter : str
        Names of two words or more; case is of no matter.
    """
    long, short = _TOKEN.findall(longer.casefold()), _TOKEN.findall(shorter.casefold())
    if len(short) < 2 or len(long) < len(short) or long[-1] != short[-1] or not _is_form(long[0], short[0]):
        return False
    known, middle = long[1:-1], short[1:-1]
    if any(len(name) == 1 for name in middle):
        return all(map(_is_form, known, middle))
    return all(name in known for name in middle) and sorted(middle, key=known.index) == middle


def _is_form(word: str, form: str) -> bool:
    return word == form or (len(form) == 1 and word.startswith(form))
