"""Word lists that tell the kind of a name: loaded once a process from `data/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Lexica:
    """All word lists.

    Parameters
    ----------
    genders : dict
        Given name -> "m", "f" or "u" (either).
    countries, regions : frozenset of str
        Names of countries and of their first-level divisions.
    cities : dict
        Name of a city -> inhabitants.
    demonyms : dict
        Demonym -> country.
    occupations : frozenset of str
        Person nouns in lower case.
    words : dict
        Further lists of `words.tsv`, by name.
    """

    genders: dict[str, str]
    countries: frozenset[str]
    regions: frozenset[str]
    cities: dict[str, int]
    demonyms: dict[str, str]
    occupations: frozenset[str]
    words: dict[str, frozenset[str]]

    def is_region(self, name: str) -> bool:
        """Return whether a name is a country or one of its divisions."""
        return name in self.countries or name in self.regions or name in _FEDERAL_CAPITAL


_FEDERAL_CAPITAL: Final = ("Washington DC", "Washington D.C.", "Washington D.C")
_CITY: Final = 200_000
"""Inhabitants of a city whose own name the list of cities does not hold."""


def _lines(name: str) -> list[str]:
    return (DATA / name).read_text(encoding="utf-8").splitlines()


@lru_cache(maxsize=1)
def load_lexica() -> Lexica:
    """Return the word lists, read once a process."""
    words: dict[str, frozenset[str]] = {}
    for line in _lines("words.tsv"):
        name, _, content = line.partition("\t")
        words[name] = words.get(name, frozenset()) | frozenset(content.split())
    demonyms = {
        demonym: parts[0]
        for line in _lines("nationalities.tsv")
        for parts in [line.split("\t")]
        for demonym in parts[1:]
    }
    cities = {name: int(n) for name, n in (line.split("\t") for line in _lines("cities.txt"))}
    for exonym, name in (line.split("\t") for line in _lines("exonyms.tsv")):
        cities.setdefault(exonym, cities.get(name, _CITY))
    return Lexica(
        genders=dict(line.split("\t") for line in _lines("given_names.tsv")),
        countries=frozenset(_lines("countries.txt")),
        regions=frozenset(_lines("regions.txt")),
        cities=cities,
        demonyms=demonyms,
        occupations=frozenset(
            w.replace("-", " ") if w.count("-") == 1 else w for line in _lines("occupations.txt") for w in line.split()
        )
        | frozenset(w for line in _lines("occupations.txt") for w in line.split()),
        words=words,
    )
