"""The attributes that a world can speak of: kind of entity, kind of answer, size of the answer space."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EntityKind = Literal["person", "organization", "place", "book", "film"]
AnswerKind = Literal[
    "birth", "death", "year", "city", "capital", "nationality", "occupation", "person", "organization",
    "university", "award",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of the world.

    Parameters
    ----------
    name : str
        Name, as in the catalogue.
    entity : str
        Kind of entity that has it.
    answer : str
        Kind of its answers.
    answers : int
        Number of possible answers |R_c| unless the world says otherwise.
    value_type : str
        Type of the value in the facts table.
    """

    name: str
    entity: EntityKind
    answer: AnswerKind
    answers: int
    value_type: str


_ALL = (
    Attribute("date_of_birth", "person", "birth", 18_000, "date"),
    Attribute("place_of_birth", "person", "city", 120, "place"),
    Attribute("date_of_death", "person", "death", 18_000, "date"),
    Attribute("place_of_death", "person", "city", 120, "place"),
    Attribute("nationality", "person", "nationality", 40, "nationality"),
    Attribute("occupation", "person", "occupation", 40, "text"),
    Attribute("spouse", "person", "person", 5_000, "person"),
    Attribute("parent", "person", "person", 5_000, "person"),
    Attribute("educated_at", "person", "university", 120, "organization"),
    Attribute("employer", "person", "organization", 2_000, "organization"),
    Attribute("award_received", "person", "award", 200, "text"),
    Attribute("founded_date", "organization", "year", 150, "date"),
    Attribute("founder", "organization", "person", 5_000, "person"),
    Attribute("headquarters", "organization", "city", 120, "place"),
    Attribute("ceo", "organization", "person", 5_000, "person"),
    Attribute("capital", "place", "capital", 5_000, "place"),
    Attribute("author", "book", "person", 5_000, "person"),
    Attribute("publication_date", "book", "year", 150, "date"),
    Attribute("director", "film", "person", 5_000, "person"),
)

ATTRIBUTES: dict[str, Attribute] = {a.name: a for a in _ALL}
"""The attributes by name, in a fixed order."""
