"""Exact rates of a world: counted in its truth table, and summed over its laws."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from pipeline.parquet_files import parquet_files
from pipeline.simulation.attributes import ATTRIBUTES
from pipeline.simulation.prompts import PromptSpace
from pipeline.simulation.randomness import Fractions, Integers

_NAMES = tuple(ATTRIBUTES)
# A document that both answers and abstains on a prompt answers it. Prompts are judged on the whole corpus.
_RATES = """
WITH observed AS (
  SELECT 'mention' AS unit, domain, attribute, prompt_id, abstained FROM facts
  UNION ALL
  SELECT 'document', domain, attribute, prompt_id, bool_and(abstained)
  FROM facts GROUP BY doc_id, domain, attribute, prompt_id
), prompts AS (
  SELECT unit, domain, attribute, prompt_id, count(*) AS n,
         count(*) FILTER (NOT abstained) AS here,
         sum(count(*) FILTER (NOT abstained)) OVER (PARTITION BY unit, prompt_id) AS everywhere
  FROM observed GROUP BY unit, domain, attribute, prompt_id
)
SELECT unit, coalesce(domain, '*') AS domain, coalesce(attribute, '*') AS attribute,
       sum(n)::BIGINT AS n, (sum(n) - sum(here))::BIGINT AS abstentions,
       count(DISTINCT prompt_id) FILTER (here > 0) AS prompts,
       count(*) FILTER (here = 1 AND everywhere = 1) AS singletons,
       -- In the row of all domains the two observations may lie in two domains.
       CASE WHEN grouping(domain) = 1
            THEN count(DISTINCT prompt_id) FILTER (everywhere = 2)
            ELSE count(*) FILTER (here = 2 AND everywhere = 2) END AS doubletons,
       count(*) FILTER (here = 1 AND everywhere = 1) / sum(n) AS singleton_rate
FROM prompts GROUP BY unit, GROUPING SETS ((domain, attribute), (domain), (attribute), ())
ORDER BY unit, domain, attribute
"""


class Answered:
    """Which prompts the corpus has answered so far; one byte a prompt.

    Parameters
    ----------
    space : PromptSpace
        The world's prompts.
    """

    def __init__(self, space: PromptSpace) -> None:
        self.space = space
        used = sorted({a for d in space.spec.domains for a in d.attributes})
        self._seen = {name: np.zeros(space.entities, dtype=bool) for name in used}

    def add(self, attribute: Integers, entity: Integers, answer: Integers) -> None:
        """Note a block of statements."""
        for name, seen in self._seen.items():
            chosen = (attribute == _NAMES.index(name)) & (answer >= 0)
            seen[entity[chosen]] = True

    def missing_mass(self, domain: int, attribute: str) -> float:
        """Chance that the next statement of a domain about an attribute answers an unanswered prompt."""
        space, spec = self.space, self.space.spec.domains[domain]
        start, end = space.pool_starts[domain + 1 : domain + 3]
        own = self._mass(space.domain_laws[domain].probabilities, start, end, domain, attribute)
        common = self._mass(space.shared_law.probabilities, 0, space.pool_starts[1], domain, attribute)
        return (1.0 - spec.shared) * own + spec.shared * common

    def _mass(self, law: Fractions, start: int, end: int, domain: int, attribute: str) -> float:
        unseen = ~self._seen[attribute][start:end]
        entity = np.arange(start, end)[unseen]
        index = np.full(len(entity), _NAMES.index(attribute))
        alpha = self.space.answer_probability(self.space.spec.domains[domain], index, entity)
        return float(np.sum(law[unseen] * alpha))

    def missing_masses(self) -> dict[tuple[str, str], float]:
        """Missing mass by (domain, attribute), with '*' for all attributes of a domain."""
        masses = {}
        for index, spec in enumerate(self.space.spec.domains):
            total = sum(spec.attributes.values())
            for name, weight in spec.attributes.items():
                masses[spec.name, name] = self.missing_mass(index, name)
                masses[spec.name, "*"] = masses.get((spec.name, "*"), 0.0) + weight / total * masses[spec.name, name]
        return masses


def true_rates(facts: Path, answered: Answered | None = None) -> list[dict[str, Any]]:
    """Count the truth table.

    Parameters
    ----------
    facts : Path
        Folder of the truth's facts as Parquet files.
    answered : Answered or None
        Where given, the rows of single domains also hold the exact `missing_mass`, else null.

    Returns
    -------
    list of dict
        One for each (unit, domain, attribute), '*' for all: n, abstentions, prompts, singletons, doubletons,
        singleton_rate, missing_mass.
    """
    masses = answered.missing_masses() if answered else {}
    with duckdb.connect() as connection:
        connection.read_parquet(parquet_files(facts)).create_view("facts")
        result = connection.execute(_RATES)
        columns = [c[0] for c in result.description or []]
        rows = [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
    return [r | {"missing_mass": masses.get((r["domain"], r["attribute"]))} for r in rows]
