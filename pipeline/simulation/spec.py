"""What a world is made of, as the user writes it in a TOML or JSON file."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from pipeline.exceptions import InputError
from pipeline.simulation.attributes import ATTRIBUTES

Share = Annotated[float, Field(ge=0, le=1)]
Register = Literal["encyclopedia", "news", "forum", "web"]
Format = Literal["jsonl", "jsonl.gz", "jsonl.zst", "parquet"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LawSpec(_Model):
    """How often the entities of a pool are spoken of.

    `exponent` is the exponent of zipf, the shape of pareto or the ratio of geometric; `file` is the CSV
    file (count, prompts) of an empirical spectrum, which also sets the number of entities.
    """

    kind: Literal["zipf", "pareto", "geometric", "uniform", "spectrum"] = "zipf"
    exponent: Annotated[float, Field(gt=0)] = 1.0
    file: Path | None = None

    @model_validator(mode="after")
    def _file_where_needed(self) -> Self:
        if (self.kind == "spectrum") != (self.file is not None):
            msg = "a law of kind 'spectrum' needs a file, the others take none"
            raise ValueError(msg)
        if self.kind == "geometric" and self.exponent >= 1:
            msg = "a geometric law needs a ratio (exponent) below 1"
            raise ValueError(msg)
        return self


class AnswerSpec(_Model):
    """How the answers of an attribute are chosen.

    `answers` is |R_c|, None for the attribute's own; `skew` the Zipf exponent over the answers, 0 for
    uniform ones; `by_name` the share of entities whose name gives the answer away.
    """

    answers: Annotated[int, Field(ge=2)] | None = None
    skew: Annotated[float, Field(ge=0)] = 0.0
    by_name: Share = 0.0


class DomainSpec(_Model):
    """One domain: how much it states, about what, and how it writes.

    `statements` are independent draws of prompts with replacement; `attributes` maps attributes to weights;
    `entities` is the number of entities of each kind in the domain's own pool; `shared` the share of draws
    from the pool that all domains share. The rates are shares of statements (`abstention_rate`,
    `conflict_rate`, `repeat_rate`, `alias_rate`, `misspelling_rate`) or of documents (`mirror_rate`,
    `near_duplicate_rate`, `entity_documents`). An alias is a form that a careful reader takes for the same: with
    a title, a legal form, capitals or accents, and where the full name stands before, initials or the first word.
    """

    name: Annotated[str, Field(min_length=1, pattern=r"^[A-Za-z0-9_.-]+$")]
    statements: Annotated[int, Field(ge=1)]
    register_: Annotated[Register, Field(alias="register")] = "encyclopedia"
    attributes: dict[str, Annotated[float, Field(gt=0)]] = Field(min_length=1)
    entities: Annotated[int, Field(ge=1)] = 1000
    law: LawSpec = LawSpec()
    shared: Share = 0.0
    abstention_rate: Annotated[float, Field(ge=0, le=0.5)] = 0.0
    conflict_rate: Share = 0.0
    repeat_rate: Share = 0.0
    alias_rate: Share = 0.0
    misspelling_rate: Share = 0.0
    mirror_rate: Share = 0.0
    near_duplicate_rate: Share = 0.0
    entity_documents: Share = 0.5
    mode: Literal["standard", "hard"] = "standard"

    @model_validator(mode="after")
    def _known_attributes(self) -> Self:
        if unknown := set(self.attributes) - set(ATTRIBUTES):
            msg = f"domain {self.name}: unknown attributes {sorted(unknown)}; known: {', '.join(ATTRIBUTES)}"
            raise ValueError(msg)
        return self


class WorldSpec(_Model):
    """A world of known facts: its domains, the answers of its attributes, and a seed."""

    seed: Annotated[int, Field(ge=0, lt=2**32)] = 0
    domains: tuple[DomainSpec, ...] = Field(min_length=1)
    attributes: dict[str, AnswerSpec] = Field(default_factory=dict)
    shared_entities: Annotated[int, Field(ge=1)] = 1000
    shared_law: LawSpec = LawSpec()
    documents_per_shard: Annotated[int, Field(ge=1)] = 20_000

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        names = [d.name for d in self.domains]
        if len(set(names)) < len(names):
            msg = f"two domains have the same name: {names}"
            raise ValueError(msg)
        if unknown := set(self.attributes) - set(ATTRIBUTES):
            msg = f"unknown attributes {sorted(unknown)}; known: {', '.join(ATTRIBUTES)}"
            raise ValueError(msg)
        return self

    @classmethod
    def from_file(cls, path: Path) -> WorldSpec:
        """Read a world from a .toml or .json file.

        Raises
        ------
        InputError
            If the file cannot be read or describes no valid world; the message lists every fault.
        """
        try:
            text = path.read_text(encoding="utf-8")
            data = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
        except (OSError, ValueError) as error:
            msg = f"{path}: cannot be read as a world ({error}); give a .toml or .json file"
            raise InputError(msg) from error
        return cls.from_data(data, str(path))

    @classmethod
    def from_data(cls, data: object, origin: str = "world") -> WorldSpec:
        """Validate a world given as plain data; raises InputError with every fault."""
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            faults = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'world'}: {e['msg']}" for e in error.errors())
            msg = f"{origin}: not a valid world: {faults}"
            raise InputError(msg) from error
