"""What a document is about, and who made it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Lead:
    """What a document is about.

    Parameters
    ----------
    name : str
        Fullest form of the name.
    kind : str
        person, organization, work, place, or "" where the text does not say.
    noun : str
        Noun of what it is said to be, where that told its kind.
    full : str
        Name that the opening gives: with middle names, perhaps, that `name` is without.
    """

    name: str
    kind: str
    tokens: frozenset[str]
    noun: str = ""
    full: str = ""


class Maker(NamedTuple):
    """Who recorded or wrote what a document is about.

    Parameters
    ----------
    name : str
    person : bool
        Whether this may be one person.
    group : bool
        Whether this may be a band.
    """

    name: str
    person: bool
    group: bool
