"""Forms of one person's name: with middle names, with their initials, without them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
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


def is_name_of(title: str, name: str) -> bool:
    """Return whether a document's title is a person's name, and not only holds it: "Jane Roe II", "Murder of Jane Roe".

    Parameters
    ----------
    title : str
        Of a document about a person.
    name : str
        The person's name, as its text gives it.
    """
    before, found, after = title.casefold().partition(name.casefold())
    if not found:
        return True
    first, last = title[: len(before)].split(), title[len(title) - len(after) :].split()
    if first and (_is_apart(first[-1]) or (first[-1] in ("of", "by") and " " in name)):
        return False
    return not after.startswith(("'s", "’s")) and all(
        word in _INSIDE or not word.islower() for word in last if word[0].isalpha()
    )


def _is_apart(word: str) -> bool:
    """Return whether a word before a name is no part of it: "and", "names"; "of" and "de" may be."""
    return word in ("vs", "vs.", "v.") or (word.islower() and word not in _INSIDE and word != "by")


_INSIDE: Final = frozenset(
    (
        "of",
        "the",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "los",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "zu",
        "zur",
        "y",
        "e",
        "i",
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "bint",
        "ap",
        "ab",
        "af",
        "av",
        "og",
    )
)
"""Small words inside names."""


def is_spelling_of(name: str, title: str) -> bool:
    """Return whether a name is the title's in another spelling: "Jonatan Roe" under the title "Jonathan Roe"."""
    pairs = list(zip(name.split(" "), title.split(" "), strict=False))
    if name.count(" ") != title.count(" ") or name.replace("’", "'") == title or not any(a == b for a, b in pairs):
        return False
    return all(a == b or (a[0] == b[0] and SequenceMatcher(None, a, b).ratio() > _ALIKE) for a, b in pairs)


_ALIKE: Final = 0.87
