"""Answers: the value that is behind an answer's index, in its normal form and as a text says it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from pipeline.simulation import wordlists as words
from pipeline.simulation.names import entity_name

_FIRST_DAY = {"birth": dt.date(1900, 1, 1), "death": dt.date(1971, 1, 1)}
_FIRST_YEAR = 1870


@dataclass(frozen=True, slots=True)
class Answer:
    """A value of an attribute.

    Parameters
    ----------
    value : str
        Normal form: ISO 8601 for dates and years, the display form otherwise.
    surfaces : tuple of str
        Ways in which a text writes it.
    pronoun : str
        he or she where the value is a person, else it.
    """

    value: str
    surfaces: tuple[str, ...]
    pronoun: str = "it"


def _date(index: int, kind: str) -> Answer:
    day = _FIRST_DAY[kind] + dt.timedelta(days=index)
    month = words.MONTHS[day.month - 1]
    surfaces = (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}")
    return Answer(day.isoformat(), surfaces)


def _listed(index: int, listed: tuple[str, ...]) -> str:
    if index < len(listed):
        return listed[index]
    return entity_name("town", index).full


def _university(index: int) -> Answer:
    if index < len(words.CITIES):
        name = f"University of {words.CITIES[index]}"
        return Answer(name, (f"the {name}",))
    name = f"{entity_name('town', index).full} University"
    return Answer(name, (name,))


@lru_cache(maxsize=100_000)
def answer(kind: str, index: int, people_from: int) -> Answer:
    """Return the answer of a kind with an index.

    Parameters
    ----------
    kind : str
        Kind of answer, see `attributes.AnswerKind`.
    index : int
        Index in the answer space, 0 … |R_c| − 1.
    people_from : int
        First number of the people and organisations that occur only as answers.
    """
    if kind in _FIRST_DAY:
        return _date(index, kind)
    if kind == "university":
        return _university(index)
    if kind in {"person", "organization"}:
        name = entity_name(kind, people_from + index)
        return Answer(name.full, (name.full,), name.pronoun)
    if kind == "award":
        ending = words.AWARDS[index % len(words.AWARDS)]
        name_ = f"{entity_name('person', people_from + 50_000 + index).short} {ending}"
        return Answer(name_, (name_,))
    value = _plain(kind, index)
    return Answer(value, (value,))


def _plain(kind: str, index: int) -> str:
    if kind == "year":
        return str(_FIRST_YEAR + index)
    if kind == "city":
        return _listed(index, words.CITIES)
    if kind == "nationality":
        return words.NATIONALITIES[index % len(words.NATIONALITIES)]
    if kind == "occupation":
        return words.OCCUPATIONS[index % len(words.OCCUPATIONS)]
    return entity_name("town", 1_000 + index).full
