"""Titles before a person's name, and names that look like titles, trades or nations."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pipeline.extraction.lexica import load_lexica

INITIAL: Final = re.compile(r"(?:[A-Z]\.){1,4}\Z|[A-Z]\Z")
_CALLINGS: Final = ("Archer", "Baker", "Dean", "Duke", "Earl", "Walker")
"""Far more people are called Dean than are deans of whom a text gives the surname alone."""
_GIVEN_AND_SURNAME: Final = 2


def is_given_name(words: list[str]) -> bool:
    """Return whether a name begins with a word that is here no title or trade: "Dean Roe", "Earl J. Roe"."""
    return (
        words[0] in _CALLINGS
        and len(words) > 1
        and (len(words) == _GIVEN_AND_SURNAME or INITIAL.match(words[1]) is not None)
    )


def is_named_like_a_nation(word: str) -> bool:
    """Return whether a word is a given name as well as one for people of a nation: "Roman"."""
    return word in ("Dane", "Finn", "German", "Roman")


@lru_cache(maxsize=65536)
def strip_title(name: str) -> tuple[str, str]:
    """Split leading titles off a name.

    Returns
    -------
    (str, str)
        Titles ("Prof Dr", may be empty) and the rest.
    """
    titles = load_lexica().words["title"]
    words = name.split(" ")
    if is_given_name(words):
        return "", name
    k = 0
    while k < len(words) and (words[k].rstrip(".") in titles):
        k += 1
    return " ".join(words[:k]), " ".join(words[k:])


def untitled(name: str) -> str:
    """Return a name without titles, unless a title is what makes a name of the rest: "Lady Gaga"."""
    titles, rest = strip_title(name)
    short = " " not in rest.split(", ", 1)[0] or rest.startswith("of ")
    return name if short and titles.rsplit(" ", 1)[-1].rstrip(".") not in _PLAIN_TITLES else rest


_PLAIN_TITLES: Final = (
    "Dr",
    "Frau",
    "Herr",
    "Madam",
    "Madame",
    "Mister",
    "Monsieur",
    "Mr",
    "Mrs",
    "Ms",
    "Prof",
    "Signor",
)


def is_of_a_land(name: str) -> bool:
    """Return whether a name is a given name, perhaps numbered, and a land: "Henry IV of France"."""
    first, of, land = strip_title(name)[1].partition(" of ")
    given, _, number = first.partition(" ")
    lex = load_lexica()
    return bool(of) and given in lex.genders and (not number or number.strip("IVX") == "") and lex.is_region(land)


def gender_of(name: str) -> str:
    """Return m, f or u for a person's name, by its title and given name."""
    lex = load_lexica()
    titles, rest = strip_title(name)
    for title in titles.split():
        if title.rstrip(".") in lex.words["female_title"]:
            return "f"
        if title.rstrip(".") in lex.words["male_title"]:
            return "m"
    if titles and " " not in rest and titles.rsplit(" ", 1)[-1] not in _BEFORE_GIVEN_NAMES:
        return "u"  # "Dr Jordan": a surname
    return lex.genders.get(rest.split(" ")[0], "u")


_BEFORE_GIVEN_NAMES: Final = (
    "Saint",
    "St",
    "St.",
    "Sheikh",
    "Sultan",
    "Tsar",
    "Czar",
    "Emir",
    "Imam",
    "Rabbi",
    "Pastor",
)
