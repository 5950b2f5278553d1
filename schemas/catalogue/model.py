"""What a catalogue entry is, validated."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

SubjectType = Literal["person", "organization", "place", "work"]
ValueType = Literal["date", "person", "organization", "place", "nationality", "work", "quantity", "text"]


class Pattern(BaseModel):
    """One way in which English states the attribute.

    Parameters
    ----------
    id : str
        Name of the pattern, unique within the attribute; the rule of a fact is `attribute/id`.
    match : str
        The pattern: text in lower case with slots, see docs/attributes.md.
    check : tuple of str
        Names of further conditions on the match (`pipeline.extraction.checks`).
    lone : bool
        Whether a name of one word will do for a person that the text names nowhere in full.
    turned : bool
        Whether the slots stand the other way round: `{subject}` for the value, `{value}` for the entity. "Doe founded
        Acme and Globe" has one person as its grammatical subject, and two organisations.
    presupposed : bool
        Whether it stays true in a sentence that doubts, denies or asks: "she may have joined the Lisbon-based Acme".
    trade : str or None
        Trade that who makes the works must have by the document's opening, one of `pipeline.extraction.trades`: "her films
        include Harvest" gives the director's name in a text about a film director only.
    confidence : float
        Chance that a statement found by it is right, before it is measured.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    match: str = Field(min_length=3, max_length=2000)
    check: tuple[str, ...] = ()
    lone: bool = False
    turned: bool = False
    presupposed: bool = False
    trade: str | None = None
    confidence: float = Field(default=0.85, ge=0.0, le=1.0)


class Attribute(BaseModel):
    """One attribute of the catalogue.

    Parameters
    ----------
    name : str
        Name in the tables.
    question : str
        Question form, with `{entity}` for the entity.
    subject_type, value_type : str
        What the entity and the value are.
    answer_space : int or None
        Prior for |R_c|, the number of possible answers of a prompt; None where only the data can say.
    uniform_answers : bool
        True where all answers are about equally likely without knowledge, like birthdays.
    triggers : tuple of str
        Words or phrases, in lower case, one of which a sentence must hold to be read for the attribute.
    nouns : tuple of str
        Nouns that name the attribute: "her date of birth is …", "the founder of … is unknown".
    unknown : tuple of str
        Clauses with `{subject}` that say what is not known: "when {subject} was born".
    keys : tuple of str
        Keys of "Key: value" lines that give the attribute.
    implies : str or None
        Attribute that each fact states too, turned round: who is chief executive of a company is employed by it.
    patterns : tuple of Pattern
        The patterns, tried together; TOML tables `[[attribute.pattern]]`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    question: str
    subject_type: SubjectType
    value_type: ValueType
    answer_space: int | None = Field(default=None, ge=2)
    uniform_answers: bool = False
    triggers: tuple[str, ...] = Field(min_length=1)
    nouns: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    implies: str | None = None
    patterns: tuple[Pattern, ...] = Field(alias="pattern", min_length=1)

    @field_validator("question")
    @classmethod
    def _question_names_entity(cls, question: str) -> str:
        if "{entity}" not in question:
            msg = "the question must hold {entity}"
            raise ValueError(msg)
        return question

    def sides(self, pattern: Pattern) -> tuple[SubjectType | ValueType, SubjectType | ValueType]:
        """Return the types of a pattern's slots `{subject}` and `{value}`."""
        return (self.value_type, self.subject_type) if pattern.turned else (self.subject_type, self.value_type)

    @field_validator("triggers")
    @classmethod
    def _triggers_are_not_blank(cls, triggers: tuple[str, ...]) -> tuple[str, ...]:
        if any(len(t.strip()) < 2 for t in triggers):
            msg = "a trigger needs two characters or more"
            raise ValueError(msg)
        return triggers

    @field_validator("patterns")
    @classmethod
    def _pattern_ids_differ(cls, patterns: tuple[Pattern, ...]) -> tuple[Pattern, ...]:
        ids = [p.id for p in patterns]
        if doubles := {i for i in ids if ids.count(i) > 1}:
            msg = f"pattern ids stand twice: {', '.join(sorted(doubles))}"
            raise ValueError(msg)
        return patterns


@dataclass(frozen=True)
class Catalogue:
    """All attributes of a run, by name."""

    attributes: dict[str, Attribute]

    def digest(self) -> str:
        """Return a hash of everything in the catalogue."""
        content = [a.model_dump(mode="json") for _, a in sorted(self.attributes.items())]
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
